"""The shop presents itself differently from one network to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from toonbank.etiquette.address import form_of_address
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.noted import Said, closing_hour, outdated_field, statements
from toonbank.etiquette.past import by_network, since
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.etiquette.wording import say_network
from toonbank.language.likeness import plain_words

if TYPE_CHECKING:
    from toonbank.etiquette.background import Profile

DAYS_OF_POSTS = 90
HOURS = late(r"(\d{1,2})(?:[:.u](\d{2}))?\s?(am|pm)?|([^\W\d]+)")
BETWEEN = frozenset(
    {"u", "uur", "h", "tot", "tm", "t", "m", "en", "to", "till", "until", "van", "from", "and", "open"}
)
SHOWN = {
    "name": ("de naam", "the name"),
    "picture": ("de profielfoto", "the picture"),
    "description": ("de omschrijving", "the description"),
    "hours": ("de openingstijden", "the opening hours"),
    "address": ("het adres", "the address"),
    "phone": ("het telefoonnummer", "the telephone number"),
    "form_of_address": ("de aanspreekvorm", "the form of address"),
}


def differs_from_itself(hearing: Hearing) -> Iterator[Trouble]:
    """One finding per part of the identity that is not the same everywhere."""
    told = set()
    for field, places in _differences(hearing):
        if field not in told:
            told.add(field)
            yield _trouble(hearing, field, places)


def _differences(hearing: Hearing) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Parts of the identity, each with what is shown where."""
    facts = hearing.look.facts
    if facts.profiles:
        yield from _of_profiles(hearing, facts.profiles)
    posts = by_network(since(facts.archive or (), facts, DAYS_OF_POSTS))
    said = [Said(network, one.text) for network, of_it in posts.items() for one in of_it if network]
    yield from _of_hours(said)
    yield from _of_voice(
        {network: [one.text for one in of_it] for network, of_it in posts.items() if network}
    )
    notes = list(statements(hearing.look.reading.text))
    yield from _of_hours(notes, is_note=True)
    yield from _of_voice({note.network: [_plainly(note.words)] for note in notes})
    for note in notes:
        field = outdated_field(note.words)
        if field:
            yield field, {note.network: hearing.say("oud", "old")}


def _plainly(words: str) -> str:
    """A note may name the form ("formal on X") instead of showing it."""
    folded = words.lower()
    if "formal" in folded or "formeel" in folded:
        return "uw, kindly" if "inform" not in folded else "hey"
    return f"{words} hey" if "slang" in folded or "straattaal" in folded else words


def _of_profiles(hearing: Hearing, profiles: tuple[Profile, ...]) -> Iterator[tuple[str, Mapping[str, str]]]:
    shop = hearing.look.facts.shop
    for field in SHOWN:
        shown = {one.network: value for one in profiles if (value := getattr(one, field))}
        if field == "name" and shop and shop.name:
            shown[hearing.say("de winkel zelf", "the shop itself")] = shop.name
        values = list(shown.values())
        if not (
            _tell_the_same(values) if field == "description" else _are_one(values, SAME.get(field, _plain))
        ):
            yield field, shown
    if shop and shop.contacts:
        strange = {
            one.network: one.phone
            for one in profiles
            if one.phone and _digits(one.phone) not in map(_digits, shop.contacts)
        }
        if strange:
            yield "phone", strange


def _plain(value: str) -> str:
    return " ".join(plain_words(value))


def _digits(value: str) -> str:
    """The last nine digits: +31 30 555 01 00 and 030-5550100 are one number."""
    return "".join(filter(str.isdigit, value))[-9:]


def _hours(value: str) -> str:
    """Times and days, whatever stands between them: "9-17" and "09:00 tot 17:00 uur" are the same hours."""
    return " ".join(
        f"{int(hour) % 12 + 12 if half == 'pm' else int(hour)}:{minutes or '00'}" if hour else word
        for hour, minutes, half, word in HOURS.findall(value.casefold())
        if hour or word not in BETWEEN
    )


SAME: Mapping[str, Callable[[str], str]] = {"phone": _digits, "picture": str.strip, "hours": _hours}


def _are_one(values: list[str], plain: Callable[[str], str]) -> bool:
    return len({plain(value) for value in values}) <= 1


def _tell_the_same(descriptions: list[str]) -> bool:
    """Whether the descriptions share half of their words or more: networks have room for more or less of them."""
    words = [frozenset(plain_words(one)) for one in descriptions]
    return all(2 * len(one & other) >= min(len(one), len(other)) for one, other in combinations(words, 2))


def _of_hours(said: list[Said], is_note: bool = False) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Closing hours for the same days that differ between networks."""
    known: dict[frozenset[str], dict[str, str]] = {}
    for one in said:
        hour = closing_hour(one.words, is_note)
        if hour:
            known.setdefault(hour[0], {})[one.network] = hour[1]
    for shown in known.values():
        if len(set(shown.values())) > 1:
            yield "hours", shown


def _of_voice(texts: Mapping[str, list[str]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    forms = {network: form for network, said in texts.items() if (form := form_of_address(said))}
    if len(set(forms.values())) > 1:
        yield "form_of_address", forms


def _trouble(hearing: Hearing, field: str, places: Mapping[str, str]) -> Trouble:
    nl, en = SHOWN[field]
    forms = {"formal": hearing.say("formeel", "formal"), "informal": hearing.say("informeel", "informal")}
    shown = "; ".join(
        f"{say_network(network)}: {forms.get(value, value)[:60]}" for network, value in places.items()
    )
    last = say_network(list(places)[-1])
    one = len(places) == 1
    return Trouble(
        hearing.say(
            f"Verouderd: {nl} ({shown})." if one else f"Niet overal gelijk: {nl} ({shown}).",
            f"Out of date: {en} ({shown})." if one else f"Not the same everywhere: {en} ({shown}).",
        ),
        fix=hearing.say(f"Werk {nl} bij op {last}.", f"Update {en} on {last}."),
    )


def _profiles(*profiles: dict[str, str]) -> dict[str, object]:
    return {"profiles": list(profiles)}


_HOURS = _profiles(
    {"network": "facebook", "hours": "10-17"}, {"network": "google_business", "hours": "10-18"}
)
_VOICE = {
    "archive": [
        {"text": "Wilt u ruilen? Neem uw bon mee.", "network": "x", "at": "2026-11-10"},
        {"text": "Joh, dat is je mooiste jas.", "network": "instagram", "at": "2026-11-12"},
    ]
}
_VOICE_EN = {
    "archive": [
        {"text": "Dear customers, kindly bring the receipt.", "network": "x", "at": "2026-11-10"},
        {"text": "Hey folks, wanna swap?", "network": "instagram", "at": "2026-11-12"},
    ]
}
_LOGO = _profiles(
    {"network": "facebook", "picture": "mark-2026"}, {"network": "linkedin", "picture": "mark-2019"}
)
_SAME = _profiles(
    {"network": "facebook", "name": "Jas", "hours": "10-17", "picture": "mark-2026", "form_of_address": "je"},
    {
        "network": "instagram",
        "name": "Jas",
        "hours": "10-17",
        "picture": "mark-2026",
        "form_of_address": "je",
    },
)

RULE = Rule(
    slug="inconsistent-identity",
    title={"nl": "Niet overal dezelfde winkel", "en": "Not the same shop everywhere"},
    why={
        "nl": "Wie op een oude openingstijd afkomt, staat voor een dichte deur en komt niet terug.",
        "en": "Who comes for hours that are out of date finds a closed door and does not come back.",
    },
    source=("S1.4.10", "S1.7.3"),
    base="BW 3:15d (contact data must be right)",
    severity=Severity.ADVISE,
    fix={"nl": "Werk het bij op elk kanaal.", "en": "Update it on every channel."},
    wrong=(
        Example("Facebook zegt open tot 17 uur, Google tot 18.", _HOURS, kind="account"),
        Example('Op X "u", op Instagram "joh".', _VOICE, kind="account"),
        Example("Oud logo op LinkedIn.", _LOGO, kind="account"),
        Example("Facebook says open till 5, Google till 6.", _HOURS, "en", "account"),
        Example("Formal on X, slang on Instagram.", _VOICE_EN, "en", "account"),
        Example("Old logo on LinkedIn.", _LOGO, "en", "account"),
    ),
    right=(
        Example("Overal dezelfde openingstijden.", _SAME, kind="account"),
        Example("Overal je en jij.", _SAME, kind="account"),
        Example("Een naam, een beeldmerk.", _SAME, kind="account"),
        Example("Same hours everywhere.", _SAME, "en", "account"),
        Example("Same form of address.", _SAME, "en", "account"),
        Example("One name, one mark.", _SAME, "en", "account"),
    ),
    check=differs_from_itself,
    applies_to=("account",),
    misses={
        "nl": "Foto’s worden op hun adres of bestand vergeleken, niet op wat er te zien is: "
        "hetzelfde logo in twee bestanden valt op, een ander logo onder dezelfde naam niet.",
        "en": "Pictures are compared by their address or file, not by what they show: one logo in "
        "two files stands out, another logo under the same name does not.",
    },
)
