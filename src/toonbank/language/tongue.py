"""Which language a short text is in: Dutch or English, by small words and by spelling."""

import re
from collections.abc import Sequence
from itertools import repeat
from typing import Literal

from toonbank.language.late import late


def _words(lines: str) -> list[str]:
    return lines.split()


_TOKEN = re.compile(r"\w+")
_DUTCH = frozenset(
    _words(
        """
        de het een en van ik je jij jullie wij we u ze zij hij zijn haar hun ons onze niet geen nooit nog
        maar voor naar met bij uit op om te tot aan ook als dan dat die dit deze er wat wie waar hoe waarom
        wel al alle alles alleen heeft hebben hebt heb is was waren wordt worden werd kan kunnen moet mag
        wil gaat komt kom koop onder over tussen zonder door want omdat dus nu vandaag morgen gisteren
        straks meer veel vanaf weer eens even graag leuk mooi nieuw nieuwe laatste stuks winkel korting
        gratis jouw mijn goed heel iedereen klanten bestel laat zo t m zolang voorraad bijna klaar weg daar
        hier toch zelf elke iets niets niks vanavond dag dagen uur week weken jaar uitverkocht slechts
        tijdelijk wees deel volg reageer euro beste welke
        """
    )
)
_ENGLISH = frozenset(
    _words(
        """
        the a an and of i you your yours they them their he she his her our ours us not no never only just
        for to with by from at out about as than that this these those there what who where how why all has
        have had are was were be been will would can could should must may want get got come comes buy under
        over between without because so now today tomorrow yesterday more much many again please nice new
        last left stock shop sale free my good very everyone customers order let it its if or but while
        almost gone here still some any few each every something nothing off until tonight hours day days
        week weeks year years sold limited hurry share follow like comment one two best
        """
    )
)
SMALL_WORDS = _DUTCH | _ENGLISH
_LEANING = (dict.fromkeys(_DUTCH - _ENGLISH, 1) | dict.fromkeys(_ENGLISH - _DUTCH, -1)).get
_DUTCH_SPELLING = late(
    r"ij|oe(?=[a-z])|aa|uu|ui|sch(?=[aeiou])|\Bcht|heid\b|[a-z]tje|lijk\b|ieuw|\bge[a-z]+[dt]\b"
)
_ENGLISH_SPELLING = late(
    r"th(?=[aeiou])|ing\b|ould\b|tion\b|\bwh|ck|ea(?=[a-z])|ly\b|sh|ow|y\b|n['’]t\b|['’](?:re|ve|ll)\b"
)
_ENOUGH = 600


def guess(folded: str, tokens: Sequence[str] | None = None) -> Literal["nl", "en"] | None:
    """The language of a text in small letters; None when nothing tells. `tokens`: its words, where they are known.

    Only the first 600 characters count: the rest of a long text is seldom in another language.
    """
    start = folded[:_ENOUGH]
    words = tokens if tokens is not None and len(folded) <= _ENOUGH else _TOKEN.findall(start)
    leaning = sum(map(_LEANING, words, repeat(0)))
    if abs(leaning) < 2:
        leaning = 2 * leaning + len(_DUTCH_SPELLING.findall(start)) - len(_ENGLISH_SPELLING.findall(start))
    if leaning == 0:
        return None
    return "nl" if leaning > 0 else "en"
