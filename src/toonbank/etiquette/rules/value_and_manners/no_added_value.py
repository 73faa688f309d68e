"""The post gives the reader nothing: a greeting, the weather, a slogan, "check our site"."""

from collections.abc import Iterator, Sequence

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.language.likeness import likeness, plain_words
from toonbank.language.tongue import SMALL_WORDS
from toonbank.language.wordlist import wordlist

MOST_NAMES = 4  # words of a link or of the shop's own name
MOST_WORDS = 24  # nobody says nothing at greater length
REPEATS_FROM = 3  # words of a value line that stand literally in the post
LINKED = late(r"\.\w|://")
LINK = late(r"https?://\S+|www\.\S+|\b[\w-]+\.(?:nl|be|com|eu|shop|store|net|org|co\.uk)\b(?:/\S*)?")
# One of these must stand in a post that is called empty; the others are what empty posts are made of besides.
GREETING = wordlist(
    """goedemorgen goedemiddag goedenavond goeiemorgen goeiedag goedendag goeiemiddag hallo hoi hey hai dag welterusten slaap
    fijne fijn prettig prettige mooie heerlijke heerlijk gezellige gezellig gezegende vrolijke vrolijk zonnige goeie goede happy
    good hello hi hiya lovely great merry
    gefeliciteerd proost santé cheers yay hoera joepie jippie jeuj eindelijk finally
    weekend vrijmibo tgif hoera hooray hurray liefs groetjes groeten kusjes kus knuffel greetings regards hugs kisses xoxo
    proficiat congratulations"""
)
DAYS = wordlist(
    """maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vrijdagmiddag zondagochtend
    monday tuesday wednesday thursday friday saturday sunday mondays morning afternoon evening night morgen"""
)
# Beside these a day is a date, and no greeting.
AT = wordlist("in op tot vanaf elke iedere on from to until till by every alleen")
WEATHER = wordlist(
    """zon zonnetje zonnig zonnige zonneschijn regen regent regenachtig regenachtige regendag sneeuw sneeuwt wind waait storm stormt mist
    mistig
    kou koud koude brr kil fris frisjes guur snikheet zomers winters warm warme warmte heet weertje lentezon hitte bui buien
    druilerig grauw grijs wolken
    sun sunny sunshine rain rainy raining snow snowing windy wind storm fog foggy cold warm hot freezing chilly heatwave weather
    cloudy clouds grey gray
    drizzle"""
)
SITE = wordlist("""site online website webshop webwinkel webstore profiel pagina kijkje browse check""")
SLOGAN = wordlist(
    """kwaliteit service passie beleving sfeer liefde genieten geniet gezelligheid vakmanschap klantvriendelijk klantvriendelijkheid
    kansen positief vibes favoriete lievelingswinkel adresje toppers fans
    chances positive quality service passion experience atmosphere love enjoy craftsmanship favourite favorite"""
)
BESIDES = wordlist(
    """allemaal iedereen mensen lieve lief lekker lekkere jongens dames heren vrienden vriendjes volgers toppertjes allen folks friends
    people guys
    everybody y'all ladies gentlemen lovelies peeps all followers world
    eens even gauw snel vooral zeker natuurlijk hoor hè he joh toch echt best super wat een zo heel erg zeer
    maak maken er van gewenst wens wensen wenst toegewenst namens team jullie jou je u uw ons onze wij we ik
    make wish wishing wishes from team whole
    middag ochtend avond nacht week dagje werkweek start begin nieuwe nieuw jaar maand zomer herfst winter lente voorjaar seizoen
    today's outside buiten binnen nice gorgeous beautiful beautifully wonderful amazing awesome another new fresh
    ahead sometime yet know means mean weet weten betekent bekend begint begonnen gaan gaat begin begint eraan klaar ready set go
    lets let's
    kijk kijken neem bezoek bekijk ontdek shop klik tik link hieronder visit do come look take browse click tap below discover
    explore see
    zijn is ben bent was blijf blijft are am stay daar here there terug back
    leuk leuks moois mooi prachtig prachtige schitterend schitterende hartelijk
    vanochtend vanmorgen vanmiddag vandaag vannacht straks tonight this
    geniet enjoy lots loads of lol love liefde zin vol full fun plezier blij blije vrolijk vrolijke gelukkig
    wat heb hebben we al allerlei alvast samen together samenzijn rustig rustige lang lange long
    ha haha hihi oh ah wow jaja yes yeah yep nou tja zucht sigh ok oke okay
    altijd voor elke ieder iets goeds alles wat hart always everything every something heart with
    gewoon zomaar just because
    koop bestel winkelen buy order shopping online
    in page shop store winkel zaak stay blijven naar toward towards
    live laugh dream droom lach leef shine smile vibes mood sfeertje
    bio link
    s t m d"""
)
ANCHORS = GREETING | DAYS | WEATHER | SITE | SLOGAN
# Small words, yet of substance.
NEWS = wordlist(
    """gratis korting uitverkocht voorraad laatste stuks aanbieding actie free sale sold left last stock limited uitverkoop klanten
    customers reageer comment deel share volg follow tijdelijk slechts only kom come vanaf euro niet geen not no nooit never
    waarom why like hoe how zonder without gisteren yesterday"""
)
EMPTY = (ANCHORS | BESIDES | SMALL_WORDS) - NEWS


def gives_nothing(hearing: Hearing) -> Iterator[Trouble]:
    """A value line that is empty or says the post again; a text in which no word has any substance."""
    reader_gets = hearing.look.facts.reader_gets
    if reader_gets is not None and (said := _of_the_value_line(hearing, reader_gets)):
        yield Trouble(said)
        return
    tokens = hearing.look.reading.tokens
    if len(tokens) <= MOST_WORDS and _says_nothing(hearing, tokens):
        yield Trouble(
            hearing.say(
                "Hier staat niets in waar een lezer iets aan heeft.",
                "There is nothing in this that a reader can use.",
            ),
            0,
            len(hearing.look.reading.text.rstrip()),
        )


def _of_the_value_line(hearing: Hearing, reader_gets: str) -> str | None:
    """What is wrong with "the reader gets ...", if anything is."""
    if not reader_gets.strip():
        return hearing.say(
            "Er is niet ingevuld wat de lezer hieraan heeft.", "What the reader gets is not filled in."
        )
    if _repeats(reader_gets, hearing):
        return hearing.say(
            "Wat de lezer hieraan heeft, is de tekst nog een keer.",
            "What the reader gets is the text once more.",
        )
    return None


def _repeats(reader_gets: str, hearing: Hearing) -> bool:
    text = hearing.look.reading.text
    if likeness(reader_gets, text) >= hearing.look.facts.thresholds.similar_posts_share:
        return True
    line, post = plain_words(reader_gets), plain_words(text)
    return (
        len(line) >= REPEATS_FROM
        and 2 * len(line) >= len(post)
        and f" {' '.join(line)} " in f" {' '.join(post)} "
    )


def _says_nothing(hearing: Hearing, tokens: Sequence[str]) -> bool:
    reading = hearing.look.reading
    if not EMPTY.issuperset(tokens):  # so it is with nearly every post
        if _has_substance(tokens):
            return False
        own = _own_words(hearing)
        if not own and not LINKED.search(reading.folded):
            return False
        tokens = plain_words(LINK.sub(" ", reading.folded))
        if not set(tokens) - EMPTY <= own:
            return False
    if "?" in reading.text or next(
        hearing.of("self_praise", "engagement", "favour", "scarcity", "urgency"), None
    ):
        return False
    anchors = ANCHORS.intersection(tokens)
    return bool(anchors) and not (anchors <= DAYS and not AT.isdisjoint(tokens))


def _has_substance(tokens: Sequence[str]) -> bool:
    """Whether more words mean something than a link and a name have."""
    count = 0
    for token in tokens:
        if token not in EMPTY:
            count += 1
            if count > MOST_NAMES:
                return True
    return False


def _own_words(hearing: Hearing) -> frozenset[str]:
    """The shop's own name, which says nothing by itself."""
    shop = hearing.look.facts.shop
    return frozenset(plain_words(" ".join((shop.name or "", *shop.aliases)))) if shop else frozenset()


RULE = Rule(
    slug="no-added-value",
    title={"nl": "Niets voor de lezer", "en": "Nothing for the reader"},
    why={
        "nl": "Elk bericht vraagt iemands tijd. Geef er iets voor terug: een tip, een antwoord, nieuws of een verhaal.",
        "en": "Every post asks for somebody's time. Give something back: a tip, an answer, news or a story.",
    },
    source=("S2.3.3", "S2.3.8", "S2.6.3"),
    base=None,
    severity=Severity.WARN,
    fix={
        "nl": "Wat mist je volger als je dit niet plaatst? Zet dat erin.",
        "en": "What does the reader miss without this? Put that in.",
    },
    wrong=(
        Example("Fijne dinsdag allemaal!"),
        Example("Check onze site."),
        Example("Wij zijn er weer hoor, jullie favoriete zaak."),
        Example("Happy Tuesday everyone!", lang="en"),
        Example("Check our site.", lang="en"),
        Example("Here we are again, your favourite shop.", lang="en"),
    ),
    right=(
        Example("Dinsdag slijpdag: breng je mes mee, klaar terwijl je wacht."),
        Example("Zo haal je kaarsvet uit linnen: strijken tussen keukenpapier."),
        Example("Morgen zijn we dicht, de pakketten gaan wel mee."),
        Example("Tuesday is sharpening day: bring your knife, done while you wait.", lang="en"),
        Example("Candle wax in linen: iron it between kitchen paper.", lang="en"),
        Example("Closed tomorrow, parcels still go out.", lang="en"),
    ),
    check=gives_nothing,
    applies_to=("post",),
    misses={
        "nl": "Een lege zin met één gewoon zelfstandig naamwoord (“Kaas blijft kaas.”) gaat door voor inhoud.",
        "en": "An empty line with one ordinary noun (“Cheese is cheese.”) passes for substance.",
    },
)
