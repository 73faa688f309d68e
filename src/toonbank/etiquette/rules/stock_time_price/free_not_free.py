"""Something is called free, and it costs money or a purchase."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.kinds.conditions import asked_in, spent_in
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.mends.prices import digits
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.wording import say_amount


def hides_what_it_costs(hearing: Hearing) -> Iterator[Trouble]:
    """A purchase that the same sentence does not tell, or any cost beyond that of bringing it; once a sentence."""
    told = set()
    for claim in hearing.of("free"):
        if claim.because and claim.sentence.start not in told:
            told.add(claim.sentence.start)
            message, fix = _words(hearing, claim)
            yield about(claim, message, _mends(hearing, claim), fix)


def _words(hearing: Hearing, claim: Noticed) -> tuple[str, str | None]:
    conditions = claim.campaign.conditions.strip(" .") if claim.campaign else ""
    if claim.because == "condition":
        return hearing.say(
            f"Gratis is dit alleen zo: {conditions}. Dat staat niet in dezelfde zin.",
            f"This is free only so: {conditions}. The same sentence does not say that.",
        ), None
    if claim.because == "bought_elsewhere":
        return hearing.say(
            "De voorwaarde staat pas in de volgende zin.", "The condition stands in the next sentence only."
        ), None
    dropped = hearing.say(
        "Noem wat het kost, en noem het niet gratis.", "Say what it costs, and do not call it free."
    )
    if claim.because == "price" and claim.known_cents is not None:
        amount = say_amount(claim.known_cents, hearing.lang)
        return hearing.say(
            f"De kassa rekent er {amount} euro voor.", f"The till charges {amount} euro for it."
        ), dropped
    if claim.campaign is not None and claim.campaign.costs_cents:
        amount = say_amount(claim.campaign.costs_cents, hearing.lang)
        return hearing.say(f"Dit kost {amount} euro.", f"This costs {amount} euro."), dropped
    if conditions:
        return hearing.say(
            f"Hier moet iets voor betaald worden: {conditions}.", f"This must be paid for: {conditions}."
        ), dropped
    return hearing.say("Hier moet iets voor betaald worden.", "This must be paid for."), dropped


def _mends(hearing: Hearing, claim: Noticed) -> tuple[Mend, ...]:
    """The condition in the sentence itself, where the promotion tells it."""
    if claim.because != "condition" or claim.campaign is None:
        return ()
    said, asked = spent_in(claim.sentence), asked_in(claim.campaign.conditions)
    if said:
        wrong = [one for one in said if one[0] != asked]
        if asked is None or len(wrong) != 1:
            return ()
        return digits(hearing.look, wrong[0][1:], say_amount(round(asked * 100), hearing.lang))
    text, end = hearing.look.reading.text, claim.sentence.end
    while end > claim.end and text[end - 1] in ".!…":
        end -= 1
    return (
        put(hearing.look.reading, end, claim.sentence.end, f", {claim.campaign.conditions.strip(' .')}."),
    )


def _with(offer: str, conditions: str, costs: float | None = None) -> dict[str, object]:
    campaign = {"ref": "c1", "offer": offer, "conditions": conditions, "costs": costs}
    return {"now": "2026-11-21T10:00:00+01:00", "campaigns": [campaign]}


RULE = Rule(
    slug="free-not-free",
    title={"nl": "Gratis dat geld kost", "en": "Free that costs money"},
    why={
        "nl": "Gratis is niets betalen. Wie er iets voor moet kopen, hoort dat in dezelfde zin.",
        "en": "Free means paying nothing. Who must buy something for it hears so in the same sentence.",
    },
    source=("S2.2.1", "S2.4.2"),
    base="UCPD Annex I no. 20; BW 6:193g",
    severity=Severity.BLOCK,
    fix={"nl": "Noem de voorwaarde in dezelfde zin.", "en": "State the condition in the same sentence."},
    wrong=(
        Example("Gratis tas voor iedereen!", _with("gratis tas", "alleen bij besteding van 75 euro")),
        Example("Kosteloos slijpen.", _with("slijpen", "3 euro per mes", 3.0)),
        Example("Cadeautje!", _with("cadeautje", "administratiekosten")),
        Example("Free bag for everyone!", _with("free bag", "with 75 euro purchase only"), "en"),
        Example("Sharpening at no charge.", _with("sharpening", "3 euro per knife"), "en"),
        Example("A present!", _with("present", "handling fee", 2.5), "en"),
    ),
    right=(
        Example("Bij besteding vanaf 75 euro krijg je er een tas bij."),
        Example("Een mes per klant slijpen we vandaag gratis."),
        Example("Proef gratis mee, je hoeft niets te kopen."),
        Example("Spend 75 euro and a bag comes with it.", lang="en"),
        Example("We sharpen one knife per customer for free today.", lang="en"),
        Example("Taste for free, no purchase needed.", lang="en"),
    ),
    check=hides_what_it_costs,
    hears=frozenset({"free"}),
    applies_to=("post",),
    misses={
        "nl": "Iets gratis laten lijken zonder het te zeggen: “Een tas mee naar huis? Die hangt "
        "voor je klaar.” En kosten die nergens zijn vastgelegd en niet in het bericht staan.",
        "en": "Letting a thing seem free without saying so: “A bag to take home? It is waiting for "
        "you.” And costs that are not on file and not in the post.",
    },
)
