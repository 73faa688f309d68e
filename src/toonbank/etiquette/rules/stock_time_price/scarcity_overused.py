"""The account speaks of little stock and little time over and over."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from toonbank.etiquette.facts import Published
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.levers import levers_of, subjects_of
from toonbank.etiquette.past import is_answer, since
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble

UNNAMED = 2  # so many may go by of which nobody can tell what they are about


def pushes_over_and_over(hearing: Hearing) -> Iterator[Trouble]:
    """One product too often, then too large a share of all posts of four weeks."""
    facts, known = hearing.look.facts, hearing.look.facts.thresholds
    if not facts.archive:
        return
    posts = since([one for one in facts.archive if not is_answer(one)], facts, known.pressure_share_days)
    pulled = [(one, levers_of(one)) for one in posts]
    scarce = [one for one, levers in pulled if "scarcity" in levers]
    yield from _too_often(hearing, scarce)
    pushing = sum(1 for _, levers in pulled if levers)
    if len(posts) >= known.pressure_share_posts and pushing > known.pressure_share * len(posts):
        yield Trouble(
            hearing.say(
                f"{pushing} van de {len(posts)} berichten in {known.pressure_share_days} dagen gaan over bijna op of bijna voorbij.",
                f"{pushing} of {len(posts)} posts in {known.pressure_share_days} days are about nearly gone or nearly over.",
            )
        )


def _too_often(hearing: Hearing, scarce: Sequence[Published]) -> Iterator[Trouble]:
    """Each product with two such posts on one account within the days, the later one told."""
    days = hearing.look.facts.thresholds.scarcity_per_product_days
    names = {(one.ref or "").casefold(): one.label for one in hearing.look.facts.products or ()}
    moments: dict[tuple[str, str, str], list[datetime | None]] = {}
    for post in scarce:
        for subject in subjects_of(post, hearing.look.facts) or ("",):
            names.setdefault(subject.casefold(), subject)
            place = (subject.casefold(), (post.network or "").casefold(), post.account or "")
            moments.setdefault(place, []).append(post.at)
    told: dict[str, int] = {}
    for (subject, _, _), seen in moments.items():
        count = _most_within(seen, timedelta(days=days))
        if count > (1 if subject else UNNAMED):
            told[subject] = max(count, told.get(subject, 0))
    for subject, count in told.items():
        name = names.get(subject, subject)
        of_nl, of_en = (f" van \u201c{name}\u201d", f" of \u201c{name}\u201d") if subject else ("", "")
        yield Trouble(
            hearing.say(
                f"{count} berichten in {days} dagen over hoe weinig er zijn{of_nl}. Eén is genoeg.",
                f"{count} posts in {days} days on how few there are{of_en}. One is enough.",
            )
        )


def _most_within(moments: Sequence[datetime | None], span: timedelta) -> int:
    """The most posts in any stretch shorter than `span`; those without a moment may have been in it."""
    known = sorted(one for one in moments if one is not None)
    without = len(moments) - len(known)
    return without + max(
        (sum(1 for one in known if first <= one < first + span) for first in known), default=0
    )


_THINGS = (
    *(
        "Wol",
        "Leer",
        "Zijde",
        "Linnen",
        "Katoen",
        "Vilt",
        "Hout",
        "Glas",
        "Zilver",
        "Koper",
        "Riet",
        "Kurk",
        "Steen",
    ),
    *("Emaille", "Porselein", "Rubber", "Dons", "Bont", "Lak"),
)


def _archive(*posts: tuple[str, str, str | None], plain: int = 0) -> dict[str, object]:
    """Posts of a day, with their text and product; and so many others that push nobody."""
    entries: list[dict[str, object]] = [
        {"text": text, "at": f"2026-11-{day}T09:00:00+01:00", "product": product, "levers": ["scarcity"]}
        for day, text, product in posts
    ]
    entries += [
        {
            "text": f"{thing}: zo houd je het schoon.",
            "at": f"2026-11-{2 + place:02}T12:00:00+01:00",
            "kind": "give",
        }
        for place, thing in enumerate(_THINGS[:plain])
    ]
    return {"now": "2026-11-21T10:00:00+01:00", "archive": entries}


_POTS = _archive(
    ("16", "Laatste theepotten!", "theepot"),
    ("18", "Nog een paar theepotten.", "theepot"),
    ("20", "Bijna geen theepotten meer.", "theepot"),
)
_SIX = _archive(
    *((f"{3 * place + 1:02}", "Bijna op.", f"p{place}") for place in range(6)),
    plain=14,
)
_COAT = _archive(*((day, "De laatste jas.", "jas") for day in ("16", "18", "20")))
_ONCE = _archive(("18", "De serie stopt.", "serie"), plain=12)
_ONE_IN_TWENTY = _archive(("18", "Nog 2 jassen.", "jas"), plain=19)
_AFTER = _archive(("10", "De laatste jas.", "jas"), plain=11)

RULE = Rule(
    slug="scarcity-overused",
    title={"nl": "Steeds weer bijna op", "en": "Nearly gone, again and again"},
    why={
        "nl": "Wie elke week roept dat het bijna op is, wordt niet meer geloofd en vertelt niets.",
        "en": "Who cries every week that it is nearly gone is no longer believed, and tells nothing.",
    },
    source=("S1.1.3", "S1.1.4"),
    base="ACM guideline (a pile-up of techniques can mislead as a whole)",
    severity=Severity.WARN,
    fix={
        "nl": "Vertel eens wat het product doet in plaats van hoeveel er zijn.",
        "en": "Tell what it does instead of how many are left.",
    },
    wrong=(
        Example("Derde bericht deze week over de laatste theepotten.", _POTS, kind="account"),
        Example("6 van de 20 berichten gaan over bijna op.", _SIX, kind="account"),
        Example("Maandag, woensdag en vrijdag dezelfde laatste jas.", _COAT, kind="account"),
        Example("Third post this week on the last teapots.", _POTS, "en", "account"),
        Example("6 of 20 posts are about nearly sold out.", _SIX, "en", "account"),
        Example("Same last coat on Monday, Wednesday and Friday.", _COAT, "en", "account"),
    ),
    right=(
        Example("Een keer gemeld dat de serie stopt.", _ONCE, kind="account"),
        Example("1 op de 20 berichten over voorraad.", _ONE_IN_TWENTY, kind="account"),
        Example("Na uitverkoop een bericht over het alternatief.", _AFTER, kind="account"),
        Example("Mentioned once that the line ends.", _ONCE, "en", "account"),
        Example("1 in 20 posts about stock.", _ONE_IN_TWENTY, "en", "account"),
        Example("After selling out, a post about the alternative.", _AFTER, "en", "account"),
    ),
    check=pushes_over_and_over,
    applies_to=("account",),
    misses={
        "nl": "Een artikel dat in het ene bericht de wollen deken heet en in het andere plaid Mos "
        "telt als twee, zolang het assortiment niet beide namen kent. Ook wat alleen op "
        "foto’s staat telt niet mee.",
        "en": "An article that is the wool blanket in one post and throw Moss in another counts as "
        "two, as long as the catalogue does not know both names. What stands only in pictures "
        "does not count either.",
    },
)
