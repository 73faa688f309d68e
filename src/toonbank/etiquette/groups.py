"""The groups of rules, in the order in which a shop meets them."""

from toonbank.etiquette.index import index
from toonbank.etiquette.rule import Words

GROUPS: dict[str, Words] = {
    "stock_time_price": {"nl": "Voorraad, tijd en prijs", "en": "Stock, time and price"},
    "social_proof": {
        "nl": "Wat anderen zeggen, en wij over onszelf",
        "en": "What others say, and we of ourselves",
    },
    "value_and_manners": {"nl": "Nut en manieren", "en": "Use and manners"},
    "people": {"nl": "Mensen", "en": "People"},
    "automation": {"nl": "Automaten", "en": "Machines"},
    "answering": {"nl": "Antwoorden", "en": "Answering"},
    "giving_away": {"nl": "Weggeven", "en": "Giving away"},
}


def group_of(slug: str) -> str:
    """The name of the folder that the rule lies in."""
    return index().rules[slug].module.partition(".")[0]
