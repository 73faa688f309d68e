"""The text shouts: words in capitals, rows of exclamation marks, heaps of emoji."""

from collections.abc import Iterator
from math import ceil

from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.late import late
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble
from toonbank.language.capitals import may_shout
from toonbank.language.pictographs import emoji_spans
from toonbank.language.wordlist import wordlist

Span = tuple[int, int]

LOUD_WORDS, LOUD_LETTERS = 2, 4
MARKS_IN_A_ROW, CHARACTERS_PER_MARK = 3, 80
MOST_EMOJI, MOST_EMOJI_IN_A_ROW = 6, 3

CAPITALS = late(r"[A-ZÀ-ÖØ-Þ]{4,}")
LOUD = late(r"(?<![\w#@&/.-])[A-ZÀ-ÖØ-Þ]{4,}(?![\w-])")
BETWEEN = late(r"[ \t,!?.…:&'\"“”’–—]{1,4}\Z")
NEAR = 12
SHORT_BEFORE = late(r"(?<![\w#@])[A-ZÀ-ÖØ-Þ]{2,3}[ \t]\Z")
SHORT_AFTER = late(r"[ \t][A-ZÀ-ÖØ-Þ]{2,}(?![\w-])")
MARKS = late(r"[!?]*![!?]*")
VOWELS = frozenset("AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜ")
# Abbreviations and names that are written so; one without a vowel (KNMG, HTTP) is an abbreviation anyhow.
WRITTEN_SO = wordlist(
    """ANWB BOVAG COVID FIFA GEMA HEMA HEPA HORECA IBAN IKEA ISBN ISSN JPEG LEGO LIDL ALDI NASA NATO NAVO
    NIBUD OEKO PEFC SEPA UEFA UNESCO UNICEF USPS WIFI WLAN XXXL AVRO AVROTROS NIVEA
    SAMSUNG ASUS ACER SMEG BOSCH MIELE"""
)


def shouts(hearing: Hearing) -> Iterator[Trouble]:
    """One finding for the capitals, one for the marks, one for the emoji."""
    text = hearing.look.reading.text
    is_plain = text.isascii()
    if may_shout(text, LOUD_LETTERS) if is_plain else CAPITALS.search(text):
        yield from _capitals(hearing, text)
    if text.count("!") > 1:
        yield from _marks(hearing, text)
    if not is_plain:
        yield from _emoji(hearing, text)


def _trouble(hearing: Hearing, message: str, span: Span, words: str) -> Trouble:
    first, last = hearing.look.reading.original_span(*span)
    severity = Severity.WARN if hearing.look.draft.kind == "reply" else None
    return Trouble(message, *span, mends=(Mend(first, last, words),), severity=severity)


def _capitals(hearing: Hearing, text: str) -> Iterator[Trouble]:
    runs = list(_runs([match.span() for match in LOUD.finditer(text)], text))
    if not runs:
        return
    allowed = _names_of(hearing)
    runs = list(
        _runs(
            [match.span() for match in LOUD.finditer(text) if not _is_written_so(match[0], allowed)],
            text,
        )
    )
    if runs:
        runs = _joined([_with_short_words(text, *run) for run in runs])
        start, end = runs[0][0], runs[-1][1]
        calm = _calm(text, runs, start, end)
        message = hearing.say(
            "Hoofdletters lezen als schreeuwen, en een schermlezer spelt ze soms letter voor letter.",
            "Capitals read as shouting, and a screen reader may spell them out.",
        )
        yield _trouble(hearing, message, (start, end), calm)


def _runs(words: list[Span], text: str) -> Iterator[Span]:
    """The stretches of at least two loud words with hardly anything between them."""
    row: list[Span] = []
    for span in [*words, None]:
        if row and (span is None or not BETWEEN.fullmatch(text, row[-1][1], span[0])):
            if len(row) >= LOUD_WORDS:
                yield row[0][0], row[-1][1]
            row = []
        if span is not None:
            row.append(span)


def _with_short_words(text: str, start: int, end: int) -> Span:
    """The stretch with the short loud words at its ends: "KOM SNEL KIJKEN"."""
    while before := SHORT_BEFORE.search(text, max(0, start - NEAR), start):
        start = before.start()
    while after := SHORT_AFTER.match(text, end):
        end = after.end()
    return start, end


def _joined(runs: list[Span]) -> list[Span]:
    """Two stretches that share the short words between them are one: "LOWERED TO ORDERS OVER"."""
    joined = runs[:1]
    for start, end in runs[1:]:
        if start <= joined[-1][1]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _is_written_so(word: str, allowed: frozenset[str]) -> bool:
    return word in WRITTEN_SO or word.lower() in allowed or VOWELS.isdisjoint(word)


def _names_of(hearing: Hearing) -> frozenset[str]:
    """The words with a capital in names that the shop gave us: of itself, its products and its rivals."""
    facts = hearing.look.facts
    names = [name for product in facts.products or () for name in product.names]
    if facts.shop:
        names += [facts.shop.name or "", *facts.shop.aliases, *facts.shop.rivals]
    return frozenset(
        word.lower() for name in names for word in name.replace("-", " ").split() if word[0].isupper()
    )


def _calm(text: str, runs: list[Span], start: int, end: int) -> str:
    """The same words in small letters, with a capital where a sentence begins."""
    pieces, past = [], start
    for first, last in runs:
        words = text[first:last].lower()
        opens = not text[:first].rstrip() or text[:first].rstrip()[-1] in ".!?…\n"
        pieces += [text[past:first], words[0].upper() + words[1:] if opens else words]
        past = last
    return "".join([*pieces, text[past:end]])


def _marks(hearing: Hearing, text: str) -> Iterator[Trouble]:
    rows = list(MARKS.finditer(text))
    longest = max(row[0].count("!") for row in rows)
    count = sum(row[0].count("!") for row in rows)
    if longest < MARKS_IN_A_ROW and count <= ceil(len(text) / CHARACTERS_PER_MARK):
        return
    span = rows[0].start(), rows[-1].end()
    calm = MARKS.sub(lambda row: "?" if "?" in row[0] else ".", text[slice(*span)])
    message = hearing.say(
        "Zoveel uitroeptekens klinken als roepen.", "So many exclamation marks sound like shouting."
    )
    yield _trouble(hearing, message, span, calm)


def _emoji(hearing: Hearing, text: str) -> Iterator[Trouble]:
    spans = emoji_spans(text)
    if len(spans) <= MOST_EMOJI_IN_A_ROW:
        return
    rows = [[spans[0]]]
    for span in spans[1:]:
        if text[rows[-1][-1][1] : span[0]].strip(" \t"):
            rows.append([span])
        else:
            rows[-1].append(span)
    if len(spans) <= MOST_EMOJI and max(map(len, rows)) <= MOST_EMOJI_IN_A_ROW:
        return
    start, end = spans[0][0], spans[-1][1]
    message = hearing.say(
        "Zoveel emoji op een rij leiden af; een schermlezer leest ze allemaal voor.",
        "So many emoji distract; a screen reader reads out every one.",
    )
    yield _trouble(hearing, message, (start, end), _with_few(text, rows, start, end))


def _with_few(text: str, rows: list[list[Span]], start: int, end: int) -> str:
    """The same words with one emoji of each row, three at most."""
    pieces, past = [], start
    for number, row in enumerate(rows):
        kept = row[0] if number < MOST_EMOJI_IN_A_ROW else (row[0][0], row[0][0])
        pieces += [text[past : row[0][0]], text[slice(*kept)]]
        past = row[-1][1]
    return "".join([*pieces, text[past:end]])


RULE = Rule(
    slug="shouting",
    title={"nl": "Schreeuwen", "en": "Shouting"},
    why={
        "nl": "In de winkel praat je ook gewoon. Wat goed is, hoeft niet geroepen te worden.",
        "en": "In the shop you speak in an ordinary voice too. What is good needs no shouting.",
    },
    source=("S2.3.2", "S1.1.4"),
    base=None,
    severity=Severity.ADVISE,
    fix={"nl": "Gewone letters, een punt.", "en": "Ordinary letters, a full stop."},
    wrong=(
        Example("GROTE OPRUIMING KOM SNEL"),
        Example("Nieuw binnen!!!!!"),
        Example("🔥🔥🔥🔥 Tafels 🔥🔥🔥🔥"),
        Example("HUGE CLEARANCE COME QUICK", lang="en"),
        Example("New in!!!!!", lang="en"),
        Example("🔥🔥🔥🔥 Tables 🔥🔥🔥🔥", lang="en"),
    ),
    right=(
        Example("Opruiming in de achterzaal, tot zaterdag."),
        Example("De NEN 3140-keuring doen we ook."),
        Example("Nieuw binnen: eikenhouten tafels."),
        Example("Clearance in the back room until Saturday.", lang="en"),
        Example("We also do the NEN 3140 inspection.", lang="en"),
        Example("New in: oak tables.", lang="en"),
    ),
    check=shouts,
    misses={
        "nl": "Schreeuwen zonder hoofdletters naast elkaar of leestekens: “K O M  L A N G S”. Ook "
        "gerekte woorden: “Echt heeeeel mooi”.",
        "en": "Shouting without capitals side by side or marks: “C O M E  B Y”. Stretched words "
        "too: “Really sooooo nice”.",
    },
)
