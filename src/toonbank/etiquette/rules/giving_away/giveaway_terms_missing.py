"""The post offers a chance to win, and nobody can read under which terms."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

RELEASED_ON = ("facebook", "instagram")


def offers_a_chance_without_terms(hearing: Hearing) -> Iterator[Trouble]:
    """Invitations to a game of chance. A contest that a jury decides is none, and news of the winner is no invitation."""
    calls = [one for one in hearing.of("giveaway") if one.is_pressing]
    if not calls or _is_judged(hearing):
        return
    giveaway = hearing.look.facts.giveaway
    if not any(hearing.of("giveaway_terms")) and not (giveaway and giveaway.terms_url):
        yield about(
            calls[0],
            hearing.say(
                "Hier valt iets te winnen, maar de voorwaarden zijn nergens te lezen.",
                "There is something to win here, but the terms can be read nowhere.",
            ),
        )
    elif giveaway and giveaway.network_release is False and _network(hearing) in RELEASED_ON:
        yield about(
            calls[0],
            hearing.say(
                "In de voorwaarden ontbreekt dat dit netwerk er niets mee te maken heeft en niet aansprakelijk is.",
                "The terms do not say that this network has no part in it and is released.",
            ),
            fix=hearing.say("Zet dat in de voorwaarden.", "Put that in the terms."),
        )


def _is_judged(hearing: Hearing) -> bool:
    giveaway = hearing.look.facts.giveaway
    if giveaway and giveaway.decision:
        return giveaway.decision == "jury"
    senses = {one.sense for one in hearing.of("giveaway")}
    return "skill" in senses and senses.isdisjoint(("draw", "lot"))


def _network(hearing: Hearing) -> str:
    return (hearing.look.draft.network or "").casefold()


RULE = Rule(
    slug="giveaway-terms-missing",
    title={"nl": "Winnen zonder voorwaarden", "en": "Winning without terms"},
    why={
        "nl": "Wie meedoet, mag weten wat er te winnen is, tot wanneer, hoe er gekozen wordt en bij wie hij terechtkan.",
        "en": "Who takes part may know what there is to win, until when, how it is decided and whom to turn to.",
    },
    source=("S2.2.5",),
    base="Gedragscode promotionele kansspelen 2014 art. 5-9; UCPD Annex I no. 19; Meta promotion terms",
    severity=Severity.BLOCK,
    fix={
        "nl": "Gebruik het formulier; de link komt in het bericht.",
        "en": "Use the form; the link goes in the post.",
    },
    wrong=(
        Example("Win een hangmat! Reageer en wie weet."),
        Example("We verloten iets leuks onder de reacties."),
        Example("Maak kans op een tas, meer info volgt."),
        Example("Win a hammock! Comment and who knows.", lang="en"),
        Example("We raffle something nice among comments.", lang="en"),
        Example("A chance at a bag, details later.", lang="en"),
    ),
    right=(
        Example("Win een hangmat (89 euro). Vertel voor 30 november waar jij hem hangt; voorwaarden: link."),
        Example("Iedereen krijgt vandaag een zaadzakje, zolang we er 200 hebben."),
        Example("De winnaar van de hangmat is bekend en heeft bericht gehad."),
        Example(
            "Win a hammock (89 euro). Tell us before 30 November where you would hang it; terms: link.",
            lang="en",
        ),
        Example("Everyone gets a seed bag today, we have 200.", lang="en"),
        Example("The hammock winner is known and has been told.", lang="en"),
    ),
    check=offers_a_chance_without_terms,
    hears=frozenset({"giveaway"}),
    applies_to=("post",),
    misses={
        "nl": "Of alle verplichte gegevens in de voorwaarden staan, leest de checker niet; het formulier vraagt ernaar.",
        "en": "Whether the terms hold every duty is not read by the checker; the form asks for it.",
    },
)
