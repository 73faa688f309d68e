"""The post says that little is left; there is more."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity, Ways
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.mends.stocks import real_number
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_day, say_moment, say_number


def says_less_than_there_is(hearing: Hearing) -> Iterator[Trouble]:
    """Claims of little stock that fresh facts deny. A wrong number of plenty is `discount-mismatch`."""
    for claim in hearing.contradicted("scarcity", "stock"):
        if claim.because in ("under", "level", "restock"):
            yield about(claim, _message(hearing, claim), Ways(real_number, hearing.look, claim))


def _message(hearing: Hearing, claim: Noticed) -> str:
    product = claim.product
    if claim.because == "restock" and product is not None and product.restock_on is not None:
        day = say_day(product.restock_on, hearing.lang)
        return hearing.say(
            f"Op is niet op: op {day} komen er nieuwe.", f"It does not end here: new ones arrive on {day}."
        )
    number = say_number(claim.known or 0, hearing.lang)
    if claim.known_at is None:
        return hearing.say(f"Er liggen er meer: {number}.", f"There are more: {number}.")
    seen = say_moment(claim.known_at, hearing.look.facts.moment, hearing.lang)
    return hearing.say(
        f"Er liggen er meer: {number}, gezien {seen}.", f"There are more: {number}, seen {seen}."
    )


def _stock(name: str, stock: int, **more: object) -> dict[str, object]:
    product = {"ref": "p1", "names": [name], "stock": stock, "stock_at": "2026-11-21T09:12:00+01:00", **more}
    return {"now": "2026-11-21T10:00:00+01:00", "products": [product]}


RULE = Rule(
    slug="scarcity-false",
    title={"nl": "Er liggen er meer", "en": "There are more"},
    why={
        "nl": "Wie 'nog maar 3' leest, koopt uit haast. Als die haast niet bestaat, is dat misleiding.",
        "en": "Who reads 'only 3 left' buys in a hurry. When there is no need to hurry, that misleads.",
    },
    source=("S1.1.1", "S1.1.2", "S1.1.5"),
    base="UCPD art. 6(1)(b), art. 12; BW 6:193c; ACM guideline on online consumers",
    severity=Severity.BLOCK,
    fix={
        "nl": "Vul de echte stand in of laat de schaarste weg.",
        "en": "Put in the real number or drop the scarcity.",
    },
    wrong=(
        Example("Nog maar 3 theepotten Saar op de plank!", _stock("theepot Saar", 41)),
        Example("De wollen plaid is zo goed als op.", _stock("wollen plaid", 120)),
        Example("Weg = weg voor deze sleutelhanger.", _stock("sleutelhanger", 4, restock_on="2026-12-04")),
        Example("Only 3 Saar teapots left on the shelf!", _stock("Saar teapot", 41), "en"),
        Example("The wool throw is as good as gone.", _stock("wool throw", 120), "en"),
        Example(
            "Once this keyring is gone, that is it.", _stock("keyring", 4, restock_on="2026-12-04"), "en"
        ),
    ),
    right=(
        Example("Van theepot Saar staan er vanmorgen nog 3 op de plank.", _stock("theepot Saar", 3)),
        Example("Plaid Mos komt niet terug; er liggen er nu 6.", _stock("plaid Mos", 6, discontinued=True)),
        Example(
            "De sleutelhanger is even op, vrijdag komen er nieuwe.",
            _stock("sleutelhanger", 0, restock_on="2026-11-27"),
        ),
        Example("Three Saar teapots on the shelf this morning.", _stock("Saar teapot", 3), "en"),
        Example(
            "The Moss throw will not return; we have 6 now.", _stock("Moss throw", 6, discontinued=True), "en"
        ),
        Example(
            "Keyring is out for a moment, new ones on Friday.",
            _stock("keyring", 0, restock_on="2026-11-27"),
            "en",
        ),
    ),
    check=says_less_than_there_is,
    hears=frozenset({"scarcity", "stock"}),
    misses={
        "nl": "Schaarste die je uit een beeld moet opmaken: “Voor theepot Saar moet je diep in de "
        "kast reiken.” Zonder voorraad in de gegevens is niets te weerleggen.",
        "en": "Scarcity that must be gathered from an image: “For the Saar teapot you must reach "
        "deep into the cupboard.” Without stock in the facts nothing can be disproved.",
    },
)
