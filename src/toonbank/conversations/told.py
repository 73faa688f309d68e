"""What no network brings: said at the till, by telephone, a review or a check-in that somebody saw elsewhere."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from toonbank.channels.base import Incoming, Sort
from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.events import BY_HAND, LONGEST, as_body, key_of, whole
from toonbank.conversations.intake import TOLD, keep, take_in
from toonbank.conversations.models import Message
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.relations.naming import as_shown
from toonbank.shops.models import Member
from toonbank.sources.encodings import text_of

OLDEST = timedelta(days=3653)
"""What was said longer ago waits for nobody any more: it is a slip of the pen."""
LONGEST_TEXT = 5_000
MOST_ROWS = 2_000
HOW: dict[str, Sort] = {
    "": "told", "told": "told", "till": "told", "counter": "told", "phone": "told", "telephone": "told", "tip": "told",
    "balie": "told", "kassa": "told", "toonbank": "told", "telefoon": "told", "gebeld": "told", "verteld": "told",
    "review": "review", "recensie": "review", "beoordeling": "review",
    "check-in": "checkin", "checkin": "checkin", "ingecheckt": "checkin", "tag": "tag", "locatietag": "tag",
}  # fmt: skip
"""How it came, in the words that a list may use, in both languages."""
HEADINGS = {
    "when": "when", "wanneer": "when", "datum": "when", "date": "when", "who": "who", "wie": "who", "naam": "who", "name": "who",
    "how": "how", "hoe": "how", "what": "what", "wat": "what", "tekst": "what", "text": "what", "stars": "stars", "sterren": "stars",
    "address": "address", "adres": "address", "url": "address", "link": "address",
}  # fmt: skip
_FORMS = ("%d-%m-%Y %H:%M", "%d-%m-%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y")


@dataclass(frozen=True)
class BadRow:
    """A row of a list that cannot be used: its number, what it holds, and why."""

    number: int
    row: str
    why: str


@dataclass(frozen=True)
class Listed:
    """What a list holds."""

    good: tuple[Incoming, ...]
    bad: tuple[BadRow, ...]


def take_down(member: Member, events: Iterable[Incoming], *, now: datetime) -> int:
    """Put what somebody told on the counter, at once; how many came that did not stand there yet.

    The same again is the same: it changes nothing, also when it was mended since. What was erased does not come back.
    """
    if not member.may("write"):
        raise NotAllowed(_("You may read here, not write things down. Ask the owner of the shop."))
    told = list(events)
    stood = _standing(told)
    new = [one for one in told if one.remote_id not in stood]
    _let_be_told_anew(member, new)
    keep(member.shop, None, new, now=now)
    while take_in(member.shop, now=now):
        pass
    return len(_standing(new))


def _standing(told: list[Incoming]) -> set[str]:
    """The names of those that stand there."""
    there = Message.objects.filter(account=None, remote_id__in=[one.remote_id for one in told])
    return set(there.values_list("remote_id", flat=True))


def _let_be_told_anew(member: Member, told: list[Incoming]) -> None:
    """What was taken back may be told once more, in the very same words: it does not stand there, so it did not come yet."""
    keys = [key_of(TOLD, as_body(one) | {"kind": TOLD}) for one in told]
    came = Arrival.objects.filter(shop=member.shop, state=Arrival.State.DONE, key__in=keys)
    came.delete()


def event_of(said: Mapping[str, str], clock: ZoneInfo, *, now: datetime, in_list: bool = False) -> Incoming:
    """What was told, by when, who, how, what, stars and address; BadInput says what is wrong, in the words of the form.

    A row of a list is known by what it says: one without a day is the same row tomorrow.
    """
    text, who = whole(said.get("what", "")).strip(), " ".join(as_shown(whole(said.get("who", ""))).split())
    stars, address = _stars(said.get("stars", "")), said.get("address", "").strip()
    sort = HOW.get(said.get("how", "").strip().lower())
    if sort is None:
        raise BadInput(_("How it came is one of: told, review, check-in, tag."))
    if not text and stars is None:
        raise BadInput(_("Write what was said, as well as you remember."))
    if len(text) > LONGEST_TEXT or len(who) > LONGEST["author_name"]:
        raise BadInput(
            _("At most %(text)d characters are kept of the words, and 120 of the name.")
            % {"text": LONGEST_TEXT}
        )
    if address and not (address.startswith(("https://", "http://")) and len(address) <= LONGEST["url"]):
        raise BadInput(_("An address begins with https://."))
    at = moment_on(clock, said.get("when", ""), now)
    if at < now - OLDEST:
        raise BadInput(_("That day is more than ten years ago. Is the year right?"))
    day = "" if in_list and not said.get("when", "").strip() else at.isoformat()
    name = sha256("\n".join([day, who, sort, text, str(stars), address]).encode()).hexdigest()[:32]
    # Two people may have the same name, the last one too: who it is of those we know, a colleague says.
    person = f"{who.casefold()} {name}" if who else ""
    return Incoming(
        remote_id=f"{BY_HAND}{name}",
        author="",
        author_id=person,
        author_name=who,
        text=text,
        at=at,
        sort=sort,
        is_public=sort != "told",
        url=address,
        rating=stars,
    )


def read_list(content: bytes, clock: ZoneInfo, *, now: datetime) -> Listed:
    """The rows of a CSV with headings in Dutch or English; those that cannot be used are named with the reason."""
    rows = list(_rows(content))
    if len(rows) > MOST_ROWS:
        raise BadInput(_("At most %(most)d rows at once.") % {"most": MOST_ROWS})
    good, bad = [], []
    for number, row in enumerate(rows, start=2):
        try:
            good.append(event_of(row, clock, now=now, in_list=True))
        except BadInput as trouble:
            bad.append(
                BadRow(number, " · ".join(value for value in row.values() if value)[:200], str(trouble))
            )
    return Listed(tuple(good), tuple(bad))


def _rows(content: bytes) -> Iterable[dict[str, str]]:
    text = text_of(content).replace("\0", "")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(";,\t", key=first.count))
    try:
        lines = [line for line in reader if any(cell.strip() for cell in line)]
    except csv.Error:
        raise BadInput(_("This is no list that we can read. Save it as CSV.")) from None
    if not lines:
        raise BadInput(_("The list is empty."))
    names = [HEADINGS.get(cell.strip().lower(), "") for cell in lines[0]]
    if "what" not in names and "stars" not in names:
        raise BadInput(_("The first line names the columns: when, who, how, what, stars, address."))
    for line in lines[1:]:
        yield {name: cell.strip() for name, cell in zip(names, line, strict=False) if name}


def moment_on(clock: ZoneInfo, given: str, now: datetime) -> datetime:
    """A moment as people write it, on the shop's clock; nothing means now. BadInput for what is none or is to come."""
    given = given.strip()
    if not given:
        return now.replace(second=0, microsecond=0)
    read = None
    try:
        read = datetime.fromisoformat(given)
    except ValueError:
        for form in _FORMS:
            try:
                read = datetime.strptime(given, form)  # noqa: DTZ007 - the zone follows below
                break
            except ValueError:
                continue
    if read is None:
        raise BadInput(_("Write the day as 21-11-2026 or 21-11-2026 14:30."))
    try:
        at = read if read.tzinfo else read.replace(tzinfo=clock)
        if at > now:
            raise BadInput(_("This moment has still to come."))
        return at.astimezone(now.tzinfo)
    except OverflowError:
        raise BadInput(_("Write the day as 21-11-2026 or 21-11-2026 14:30.")) from None


def _stars(given: str) -> int | None:
    given = given.strip()
    if not given:
        return None
    if given not in {"1", "2", "3", "4", "5"}:
        raise BadInput(_("Stars are a whole number from 1 to 5."))
    return int(given)
