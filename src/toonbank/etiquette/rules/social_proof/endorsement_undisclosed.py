"""Somebody who was paid, given something or is one's own praises the product, and the text does not say so in sight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.labels import Label, labels, tells_of_own_people
from toonbank.etiquette.kinds.records import is_related, named_at
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble

if TYPE_CHECKING:
    from toonbank.etiquette.background import Endorsement

PRAISE = late(  # by somebody whom the text does not name
    r"(?<!\w)(?:(?:lovende|mooie|lieve|warme|enthousiaste|kind|rave|glowing|lovely|warm) (?:woorden|words|reacties|"
    r"review)|vindt|finds|thinks|is (?:helemaal )?(?:weg|dol|gek|fan|verliefd)|zweert|"
    r"enthousiast|loves?|adores?|raves?|"
    r"swears|is (?:a |mad |crazy |in )?(?:fan|about|love)|enthusiastic|praise[ds]?|complimenten van|juicht|"
    r"(?:zus|broer|neef|nicht|moeder|vader|tante|oom|vriendin|vriend|man|vrouw|dochter|zoon|opa|oma|sister|brother|"
    r"cousin|mother|father|mum|mom|dad|"
    r"aunt|uncle|wife|husband|daughter|son|gran|friend) (?:noemt|vindt|calls|thinks|says|zegt|kookt|draagt|wears|"
    r"uses|gebruikt|test|tries|sleeps|slaapt))(?!\w)"
)


def praises_without_saying_why(hearing: Hearing) -> Iterator[Trouble]:
    """A relation on file with whoever is named or shown, and no label in the first lines or at an end of the row."""
    known = hearing.look.facts.endorsements
    if not known:
        return
    related = [one for one in known if is_related(one)]
    for one in related:
        place = _shown_at(hearing, one, is_only=len(related) == 1)
        if place is None:
            continue
        label = _label(hearing, one)
        if label is None or not label.is_in_sight:
            yield _trouble(hearing, one, place, label)
            return  # one label at the top serves them all


def _shown_at(hearing: Hearing, one: Endorsement, *, is_only: bool) -> tuple[int, int] | None:
    folded = hearing.look.reading.folded
    place = named_at(folded, one.who) if one.who else None
    if place is not None:
        return place
    quoted = hearing.look.facts.quoted_author
    if hearing.look.draft.kind == "repost" and quoted and one.who and named_at(quoted.lower(), one.who):
        return (0, len(folded))
    praise = PRAISE.search(folded) if is_only else None
    return praise.span() if praise else None


def _label(hearing: Hearing, one: Endorsement) -> Label | None:
    """The best label that counts for this relation; one in sight before one that is hidden."""
    facts = hearing.look.facts
    text = f"{hearing.look.reading.folded}"
    is_gift_only = bool(one.gift) and not one.paid and not one.affiliate
    country = facts.shop.country if facts.shop else None
    found = list(labels(text, country=country, is_gift_only=is_gift_only))
    if not (one.paid or one.gift or one.affiliate) and (own := tells_of_own_people(text)):
        found.append(own)
    if hearing.look.draft.kind == "repost" and facts.quoted:
        found += labels(facts.quoted.lower(), country=country, is_gift_only=is_gift_only)
    return max(found, key=lambda label: label.is_in_sight, default=None)


def _trouble(hearing: Hearing, one: Endorsement, place: tuple[int, int], label: Label | None) -> Trouble:
    why_nl, why_en = _why(one)
    if label is not None:
        message = hearing.say(
            f"Er staat bij dat {why_nl}, maar niet waar lezers het zien.",
            f"It says that {why_en}, but not where readers see it.",
        )
    else:
        message = hearing.say(f"Lezers zien niet dat {why_nl}.", f"Readers cannot tell that {why_en}.")
    return Trouble(message, *place, None, (), (_labelled(hearing, one),))


def _why(one: Endorsement) -> tuple[str, str]:
    if one.paid:
        return "hiervoor is betaald", "this was paid for"
    if one.gift:
        return "het een cadeau was", "it was a gift"
    if one.affiliate:
        return "hier commissie op staat", "this earns a commission"
    return "dit iemand van jullie zelf is", "this is one of your own people"


def _labelled(hearing: Hearing, one: Endorsement) -> Mend:
    """The text with the label in front: an advertisement, or just whose family or colleague it is."""
    reading = hearing.look.reading
    is_bought = one.paid or one.gift or one.affiliate
    shop = hearing.look.facts.shop
    tag = "#reclame" if shop and (shop.country or "").upper() == "BE" else hearing.say("#advertentie", "#ad")
    own = hearing.say("(Van familie of een medewerker.)", "(By family or staff.)")
    return put(reading, 0, 0, f"{tag if is_bought else own} ")


_GIFT = {"endorsements": [{"who": "@fit_fenna", "what": "mat", "gift": True}]}
_PAID = {"endorsements": [{"who": "Ruben", "what": "pan", "paid": True}]}
_SISTER = {"endorsements": [{"who": "zus", "what": "serie", "relation": "familie"}]}
_SISTER_EN = {"endorsements": [{"who": "the owner's sister", "what": "range", "relation": "family"}]}
_OUR_SISTER = {"endorsements": [{"who": "sister", "what": "range", "relation": "family"}]}

RULE = Rule(
    slug="endorsement-undisclosed",
    title={"nl": "Niet gezegd dat het reclame is", "en": "Not said that it is advertising"},
    why={
        "nl": "Wie iets kreeg of familie is, kijkt anders. Dat is niet erg, als de lezer het maar weet.",
        "en": "Who got something or is family looks differently. That is fine, as long as the reader knows.",
    },
    source=("S1.5.2", "S1.5.4"),
    base="UCPD Annex I 11, 22, art. 7(2); Reclamecode Social Media & Influencer Marketing",
    severity=Severity.BLOCK,
    fix={
        "nl": 'Zet "#advertentie" of "gekregen van …" vooraan.',
        "en": 'Put "#ad" or "gifted by …" first.',
    },
    wrong=(
        Example("Kijk hoe mooi @fit_fenna onze matten vindt!", _GIFT),
        Example("Chefkok Ruben kookt alleen nog met deze pan.", _PAID),
        Example("Mijn zus is weg van de serie.", _SISTER),
        Example("Look how much @fit_fenna loves our mats!", _GIFT, "en"),
        Example("Chef Ruben only cooks with this pan now.", _PAID, "en"),
        Example("Rave words on the range.", _SISTER_EN, "en"),
    ),
    right=(
        Example("#advertentie – @fit_fenna kreeg van ons een mat en laat zien hoe ze rekt.", _GIFT),
        Example("Betaalde samenwerking met chef Ruben: zo bakt hij vis.", _PAID),
        Example("Mijn zus (ja, familie) test de serie.", _SISTER),
        Example("#ad – we gave @fit_fenna a mat and she shows her stretches.", _GIFT, "en"),
        Example("Paid partnership with chef Ruben: how he fries fish.", _PAID, "en"),
        Example("My sister (family, yes) tries the range.", _OUR_SISTER, "en"),
    ),
    check=praises_without_saying_why,
    needs=("endorsements",),
    applies_to=("post", "repost"),
    misses={
        "nl": "Een relatie die nergens is vastgelegd, ziet deze regel niet. Ook het merkteken van het netwerk zelf niet.",
        "en": "A relation that is not on file is not seen, and neither is the network's own marker.",
    },
)
