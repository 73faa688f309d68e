"""The post begs for a like, a share, a tag, a vote or a follow."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.mends.cutting import without_sentence
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

ASKED = {
    "list": ("likes, delen en meer", "likes, shares and more"),
    "like": ("een like", "a like"),
    "share": ("delen", "a share"),
    "tag": ("een vriend erbij halen", "a tag"),
    "vote": ("een stem met een plaatje", "a vote by symbol"),
    "word": ("één woord als reactie", "a one-word comment"),
    "follow": ("volgen", "a follow"),
    "save": ("bewaren", "a save"),
    "grow": ("meer bereik", "more reach"),
}


def begs(hearing: Hearing) -> Iterator[Trouble]:
    """Begging without a reason that has to do with what is said; a real question is fine."""
    entries = {one.sentence.start for one in hearing.of("giveaway_entry")}  # `giveaway-entry-not-allowed`
    for begging in hearing.of("engagement"):
        if begging.sentence.start in entries:
            continue
        nl, en = ASKED[begging.sense]
        mend = without_sentence(hearing.look.reading, begging.sentence)
        message = hearing.say(
            f"Dit vraagt om {nl} en geeft er niets voor.", f"This asks for {en} and gives nothing for it."
        )
        yield about(begging, message, (mend,) if mend else ())


RULE = Rule(
    slug="engagement-bait",
    title={"nl": "Bedelen om likes", "en": "Begging for likes"},
    why={
        "nl": "Volgers zijn geen doel; van nut zijn wel. Een afgebedelde like zegt daar niets over.",
        "en": "Followers are not the goal; being of use is. A begged like says nothing about that.",
    },
    source=("S1.2.7", "S1.6.4"),
    base="Meta ranking rules on engagement bait; X rules on engagement manipulation",
    severity=Severity.WARN,
    fix={
        "nl": "Stel een vraag waar je het antwoord van gebruikt.",
        "en": "Ask a question whose answer you will use.",
    },
    wrong=(
        Example("Geef een duimpje als jij ook van kaas houdt!"),
        Example("Zet een vriendin onder dit bericht die dit nodig heeft."),
        Example("Hartje voor rood, lachje voor blauw."),
        Example("Thumbs up if you love cheese too!", lang="en"),
        Example("Put a friend below who needs this.", lang="en"),
        Example("Heart for red, laugh for blue.", lang="en"),
    ),
    right=(
        Example("Welke kaas moet volgende week op de proefplank?"),
        Example("Wat gebruik jij tegen motten? Ik verzamel tips."),
        Example("Welke kleur zullen we bijbestellen, en waarom?"),
        Example("Which cheese should be on next week's tasting board?", lang="en"),
        Example("What do you use against moths? I collect tips.", lang="en"),
        Example("Which colour should we order, and why?", lang="en"),
    ),
    check=begs,
    hears=frozenset({"engagement"}),
    applies_to=("post",),
    misses={
        "nl": "Bedelen zonder te vragen: “Eens kijken hoe ver dit bericht komt.” Ook een uitdaging: "
        "“Wie van jullie durft zijn naam hieronder te zetten?”",
        "en": "Begging without asking: “Let us see how far this post gets.” A dare too: “Who dares "
        "to put their name below?”",
    },
)
