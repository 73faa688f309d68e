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
# Common in both languages, or split off by an apostrophe: they tell nothing.
_SHARED = frozenset(
    _words(
        """
        we euro is in was over want had men die week door even best t m d s open stock shop sale follow like share order
        stop do an me ten pot pan bank hand arm plan link info online team sorry super service top happy friday
        """
    )
)
# Words that tell as well, but say too much to be small: numbers, days, what shops do and sell.
_MORE_DUTCH = frozenset(
    _words(
        """
        ge gij uw mij hem zou zouden zat zitten staat staan stond ligt liggen lag doet doen deed doe zei zegt zeggen gaan
        ging zie ziet zien zag weet weten maakt maken maak gemaakt vindt vinden vond krijg krijgt krijgen kreeg kost kocht
        kopen verkopen verkocht betalen betaald betaalt haal halen haalt neem nemen neemt geef geven geeft zet zetten breien
        naaien bakken slijpen schilderen repareren rusten hangt hangen loopt lopen werkt werken wilt kunt mogen moeten zoek
        zoekt zoeken hoef hoeft bestellen besteld geweest geworden gehad gedaan gekregen altijd anders toen terug echt eerst
        pas samen nou ja nee hoor hoeveel wanneer misschien helemaal gewoon gerust binnen buiten achter tegen sinds tijdens
        volgens langs naast tussen dicht twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig
        vijftig honderd eentje maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart juni juli
        augustus oktober maand maanden ochtend middag avond vanmorgen vanmiddag vroeger oud oude klein kleine kleur rode
        groene blauwe witte zwarte groot grote lekker lekkere mooie schone leuke schoenen fietsen fiets brood kaas taart
        koffie thee trui jas wol boek boeken mensen kinderen moeder vader vrouw huis deur zaak prijs prijzen keer paar vers
        verse bedankt merci dank amai goesting ff ofzo doei hoi hallo thuis welkom gezellig mekaar elkaar iemand niemand
        nergens ergens superleuk dees allez zeker genoeg weinig andere zelfs ooit vaak soms eerlijk regen zon koud hele dom
        vd ipv aub zeg bah slecht slechte
        """
    )
)
_MORE_ENGLISH = frozenset(
    _words(
        """
        on up am my too does did done don didn doesn isn wasn hasn wouldn wi ll ve re im ive dont cant wont don't doesn't
        didn't isn't wasn't aren't we're we've we'll i'm i've i'll it's that's there's you're they're let's can't won't
        couldn't wouldn't sell sells selling knit knits bake bakes baked brew brews fix fixes fixed repair repairs repaired
        mend mends mended paint paints painted make makes made making take takes took taking give gives gave say says said
        saying go goes went going see sees saw seen know knows knew think thought tell told ask asked need needs wants keep
        keeps kept put puts leave leaves find found use uses used pay pays paid bring brings brought look looks looking work
        works feel send sent rang read write wrote walk walked run runs ran wait waiting opens opened close closes closed
        shut cut shine shined back down off after before then when first through since ever better till own same right well
        most whole next nobody somebody someone anyone anybody everybody always enough really maybe soon early one three
        four five six seven eight nine eleven twelve twenty thirty forty fifty hundred thousand pair pairs monday tuesday
        wednesday thursday friday saturday sunday mondays sundays saturdays january february march june july august october
        month months morning afternoon evening night noon thing things people woman kids folk folks mother father son
        daughter old little small big long red green blue white black yellow brown cold hot dry wet fresh lovely pretty
        bikes bike bells bell shoes socks hats wool bread cheese tea coffee coat coats book books bag doors window table
        street house money price prices quid pound pounds dollar dollars each into again cheers ta thanks thank hello hey
        dear welcome hiya y'all yall nowt owt ye yer tae lad lass love hope happy happen hungry handmade gift gifts size
        winter summer spring autumn rain rainy sun snow such both other another else though than england becomes full
        lb oz hrs pls
        """
    )
)
_WEAK = {"of": -1, "as": -1, "all": -1, "u": 1}  # in both, and much more often in one
_LEANING = (
    dict.fromkeys((_DUTCH | _MORE_DUTCH) - _ENGLISH - _MORE_ENGLISH - _SHARED, 2)
    | dict.fromkeys((_ENGLISH | _MORE_ENGLISH) - _DUTCH - _MORE_DUTCH - _SHARED, -2)
    | _WEAK
).get
_DUTCH_SPELLING = late(
    r"ij|oe(?=[a-rt-z]|s[a-z])|aa|uu|(?<![gq])ui|sch(?=[aeiou])|\Bcht|heid\b|[a-z]tje|lijk\b|ieuw|\bge[a-z]+[dt]\b"
    r"|(?:bb|gg|kk|ll|mm|nn|pp|rr)en\b|\bver[abdfghjklmnpruvwz][a-z]{3}|(?<=[a-z])eu(?=[knr])|[ao]uw|[acnp]tie\b|iek\b|[a-z]dag(?:en)?\b"
    r"|(?<!\w)['’][tkmns]\b|ste\b"
)
_ENGLISH_SPELLING = late(
    r"th(?=[aeiou])|ing\b|ould\b|tion\b|\bwh|ck|ea(?=[a-z])|ly\b|sh|ow|y\b|n['’]t\b|['’](?:re|ve|ll)\b"
    r"|[a-z]{2}[^aeiou\W]ed\b|(?<=[b-df-hj-np-tv-z])['’]s\b|igh|ough|ous\b|oa(?=[a-z])|£"
)
_SURE = 4  # two words that tell
_ENOUGH = 600


def guess(folded: str, tokens: Sequence[str] | None = None) -> Literal["nl", "en"] | None:
    """The language of a text in small letters; None when nothing tells. `tokens`: its words, where they are known.

    Only the first 600 characters count: the rest of a long text is seldom in another language.
    """
    start = folded[:_ENOUGH]
    words = tokens if tokens is not None and len(folded) <= _ENOUGH else _TOKEN.findall(start)
    leaning = sum(map(_LEANING, words, repeat(0)))
    if abs(leaning) < _SURE:
        leaning += len(_DUTCH_SPELLING.findall(start)) - len(_ENGLISH_SPELLING.findall(start))
    if leaning == 0:
        return None
    return "nl" if leaning > 0 else "en"
