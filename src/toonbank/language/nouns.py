"""What a number counts: the noun after it, and whether that is goods, time, people..."""

from typing import Literal

from toonbank.language.late import late
from toonbank.language.wordlist import wordlist

NounKind = Literal["goods", "time", "age", "people", "praise", "measure", "money", ""]


_KINDS: dict[NounKind, frozenset[str]] = {
    "goods": wordlist(
        """
        stuk stuks exemplaar exemplaren paar paren doos dozen doosje doosjes fles flessen flesje flesjes pot potten potje potjes
        zak zakken zakje zakjes pak pakken pakje pakjes plek plekken plekje plekjes plaats plaatsen kaart kaarten kaartje kaartjes
        ticket tickets maat maten rol rollen set sets bol bollen streng strengen tafel tafels stoel stoelen kist kisten
        over beschikbaar voorraad voorradig schap plank piece pieces pair pairs item items copy copies box boxes bottle bottles
        jar jars bag bags spot spots seat seats place places size sizes roll rolls left remaining available stock shelf unit units
        """
    ),
    "time": wordlist(
        """
        dag dagen dagje dagjes werkdag werkdagen uur uren uurtje uurtjes minuut minuten seconde seconden week weken weekje maand
        maanden nacht nachten keer day days hour hours hr hrs minute minutes min mins second seconds sec secs week weeks month
        months night nights time times
        """
    ),
    "age": wordlist("jaar jaren jaartje jaartjes year years yr yrs eeuw eeuwen century centuries"),
    "people": wordlist(
        """
        klant klanten mensen personen bezoekers kopers volgers abonnees leden huishoudens gezinnen lezers deelnemers bestellingen
        fans vrienden collega collega's customer customers people persons visitors buyers followers subscribers members
        households families readers participants orders fans friends colleagues shoppers
        """
    ),
    "praise": wordlist(
        """
        ster sterren review reviews recensie recensies beoordeling beoordelingen like likes view views weergaven reacties
        star stars rating ratings hearts comments shares
        """
    ),
    "measure": wordlist(
        """
        meter m cm mm km kilometer kilo kg gram gr g liter l ml cl graden watt w volt v mah gb mb centimeter millimeter
        meters metres metre kilometres kilos grams litre litres liters degrees inch inches ft feet miles steken stitches
        toeren laagjes pagina pagina's pages procent percent uur uren am pm
        """
    ),
    "money": wordlist("euro euro's euros eur cent cents ct piek tientje"),
}
KIND_OF: dict[str, NounKind] = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns}
KIND_OF.update(dict.fromkeys(["uur", "uren"], "time"))

_SKIPPED = wordlist(
    """
    van de het een deze onze jullie mijn nog of the a an our your these those more meer maar only just mooie leuke
    nieuwe laatste last new nice other andere in op
    """
)
_STOPS = wordlist("en and or maar but dan is zijn are was were dus so want dat that die te to met with")
_NEXT = late(r"[\s\-‑*_~]{0,4}([^\W\d_]+(?:['’][^\W\d_]+)*)")
_AHEAD = 4


def kind_of_noun(noun: str) -> NounKind:
    """Whether a noun in small letters is goods, time, age, people, praise (stars, likes) or a measure."""
    return KIND_OF.get(noun, "")


def noun_after(folded: str, place: int, language: str) -> str:
    """The noun that a number ending at `place` counts; "" when none follows in the same breath.

    A word that we know wins over the words before it ("7 blauwe mutsen" counts mutsen, "7 happy customers" customers).
    """
    following: list[str] = []
    while len(following) < _AHEAD and (match := _NEXT.match(folded, place)) and match[1] not in _STOPS:
        following.append(match[1])
        place = match.end()
    bare = [word for word in following if word not in _SKIPPED]
    if not bare:
        return ""
    for word in bare[:2]:
        if word in KIND_OF:
            return word
    first = bare[0]
    if len(bare) > 1 and _describes(first, bare[1], language):
        return bare[1]
    return first


def _describes(word: str, after: str, language: str) -> bool:
    """Whether a word looks like an adjective before a plural noun."""
    if len(word) < 4 or not after.endswith(("s", "en")) or len(after) < 4:
        return False
    return word.endswith("e") if language == "nl" else not word.endswith("s")
