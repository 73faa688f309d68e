"""What the rules rest on, as a Dutch reader calls it: laws keep their numbers, guidelines and terms get Dutch names."""

# ruff: noqa: E501 - a ground broken over several lines is harder to compare

from functools import cache

# The longer first: what stands whole here is not put together out of its words.
DUTCH = {
    "ACM price-information guideline of 19 September 2025": "ACM-leidraad prijsinformatie van 19 september 2025",
    "ACM guideline on reviews": "ACM-leidraad over reviews",
    "ACM guideline on online consumers": "ACM-leidraad over de online consument",
    "ACM guideline (look at the whole)": "ACM-leidraad (kijk naar het geheel)",
    "ACM guideline (a pile-up of techniques can mislead as a whole)": "ACM-leidraad (een stapeling van technieken kan als geheel misleiden)",
    "ACM 2024 on availability": "ACM 2024 over beschikbaarheid",
    "Belgian law on lotteries (chance open to the public, also free of charge)": "Belgische wet op de loterijen (kansspel voor iedereen, ook gratis)",
    "Facebook promotion terms (timelines, friend connections); X: engagement manipulation; Instagram: inaccurate tags": "Promotievoorwaarden van Facebook (tijdlijnen, vrienden); X: manipulatie van reacties; Instagram: onjuiste tags",
    "X automation rules: no automatic messages to new followers": "X-regels over automaten: geen automatische berichten aan nieuwe volgers",
    "X automation rules": "X-regels over automaten",
    "X: support replies must help, not promote": "X: antwoorden aan klanten moeten helpen, niet aanprijzen",
    "X: one automated reply per interaction": "X: één automatisch antwoord per gesprek",
    "X guidelines: identical content on several accounts is spam": "X-richtlijnen: dezelfde inhoud op meer dan één account is spam",
    "Google and Meta review terms, when a review is asked": "Voorwaarden voor reviews van Google en Meta, als om een review wordt gevraagd",
    "Google review policy": "beleid van Google voor reviews",
    "(all prizes must be paid out)": "(alle prijzen moeten worden uitgekeerd)",
    "Meta promotion terms": "voorwaarden van Meta voor promoties",
    "GDPR when a person is shown": "AVG als er iemand te zien is",
    "Meta ranking rules on engagement bait; X rules on engagement manipulation": "Meta-regels over het lokken van reacties; X-regels over manipulatie van reacties",
    "(comparative advertising); conduct rules of the networks": "(vergelijkende reclame); gedragsregels van de netwerken",
    "(contact data must be right)": "(contactgegevens moeten kloppen)",
    "Instagram and TikTok limit of 5 hashtags (2025); X rules on posting to trends for visibility": "Grens van 5 hashtags op Instagram en TikTok (2025); X-regels over meeliften op trends",
    "Spam policies of the networks; the numbers are defaults of ours, not law": "Spambeleid van de netwerken; de aantallen zijn van ons, en geen wet",
    "from 2 August 2026": "vanaf 2 augustus 2026",
    "Directive (EU)": "Richtlijn (EU)",
    "Directive 98/6/EC": "Richtlijn 98/6/EG",
    "Dir. 98/6": "Richtlijn 98/6",
    "AI Act": "AI-verordening",
    "Annex I nos.": "bijlage I nr.",
    "Annex I no.": "bijlage I nr.",
    "Annex I": "bijlage I",
    "under e and f": "onder e en f",
    "GDPR": "AVG",
    " and ": " en ",
}  # fmt: skip


@cache
def base_in(base: str, lang: str) -> str:
    """The ground of a rule in Dutch or English."""
    if lang == "nl":
        for english, dutch in DUTCH.items():
            base = base.replace(english, dutch)
    return base
