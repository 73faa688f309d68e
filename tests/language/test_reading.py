"""A text is read once: its sentences, words, language, and what denies, quotes or questions a place in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.language.reading import fold, read

ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="aeéë\u0301\u0308ﬀ각각👩\u200d👧🏽❤\ufe0f .!?\n'\"“”İßς", max_size=40),
)


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read(text).sentences]


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nog maar 7! Wees er snel bij.", ["Nog maar 7!", "Wees er snel bij."]),
        ("Was 49,95. Nu 29.95 euro.", ["Was 49,95.", "Nu 29.95 euro."]),
        ("Bijv. deze jas, o.a. in rood. Klaar.", ["Bijv. deze jas, o.a. in rood.", "Klaar."]),
        ("Kom langs (morgen?) of bel.", ["Kom langs (morgen?) of bel."]),
        ("Regel een\nRegel twee", ["Regel een", "Regel twee"]),
        ("Is het op?! Nee…  Er komt meer", ["Is het op?!", "Nee…", "Er komt meer"]),
        ("„Mooi!” zei Mevrouw De Wit. Fijn.", ["„Mooi!” zei Mevrouw De Wit.", "Fijn."]),
        ("Tot 29 nov. 2026 bij Jas", ["Tot 29 nov. 2026 bij Jas"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_falls_into_sentences(text, expected):
    assert sentences(text) == expected


@given(ANY_TEXT)
def test_sentences_lie_in_order_and_leave_out_nothing_but_space(text):
    reading = read(text)
    past, left_out = 0, ""
    for sentence in reading.sentences:
        assert past <= sentence.start < sentence.end <= len(reading.text)
        left_out += reading.text[past : sentence.start]
        past = sentence.end
    assert not (left_out + reading.text[past:]).strip()


@given(ANY_TEXT)
def test_words_lie_in_their_sentence(text):
    reading = read(text)
    for sentence in reading.sentences:
        for word in sentence.words:
            assert sentence.start <= word.start < word.end <= sentence.end
            assert reading.text[word.start : word.end] == word.text
            assert fold(word.text) == word.folded


@given(ANY_TEXT)
def test_small_letters_keep_every_place(text):
    assert len(fold(text)) == len(text)
    assert all(small in (char.lower(), char, "ς", "σ") for small, char in zip(fold(text), text, strict=True))


@given(ANY_TEXT, st.data())
def test_every_place_leads_back_to_whole_characters_of_the_original(text, data):
    reading = read(text)
    start = data.draw(st.integers(0, len(reading.text)))
    end = data.draw(st.integers(start, len(reading.text)))
    first, last = reading.original_span(start, end)
    assert 0 <= first <= last <= len(text)
    if end > start:
        assert reading.text[start:end] in unicodedata.normalize("NFC", text[first:last])
    assert not (last < len(text) and last > first and unicodedata.combining(text[last]))


@given(ANY_TEXT)
def test_a_normal_text_is_kept_as_it_is(text):
    normal = unicodedata.normalize("NFC", text)
    assert read(normal).text is normal
    assert read(text).text == normal


@pytest.mark.parametrize(
    ("original", "words", "expected"),
    [
        ("Cafe\u0301: laatste kans", "laatste", "laatste"),
        ("nog e\u0301e\u0301n jas", "één", "e\u0301e\u0301n"),
        ("👩‍👧 nog 7 ❤️ over", "❤", "❤️"),
        ("dank 👍🏽!", "👍", "👍🏽"),
        ("vlag 👨‍👩‍👧‍👦 hier", "👨", "👨‍👩‍👧‍👦"),
    ],
)
def test_a_place_is_never_cut_through_a_character(original, words, expected):
    reading = read(original)
    start, end = place(reading.text, words)
    first, last = reading.original_span(start, end)
    assert original[first:last] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nog maar 7 stuks op voorraad!", "nl"),
        ("Only 7 left in stock!", "en"),
        ("Bijna uitverkocht", "nl"),
        ("Almost sold out", "en"),
        ("We zijn zaterdag open van 9 tot 17 uur", "nl"),
        ("The coat is back, come and try it on", "en"),
        ("Sale! Alle jassen 40% goedkoper", "nl"),
        ("Weg = weg", "nl"),
        ("Hurry!", "en"),
        ("10% off, this day only!", "en"),
        ("Enkel vandaag 10% eraf!", "nl"),
        ("Win een jas", "nl"),
        ("Tag a friend who needs this", "en"),
        ("", "nl"),
        ("7", "nl"),
    ],
)
def test_the_language_is_guessed(text, language):
    assert read(text).language == language


def test_each_sentence_has_its_own_language():
    reading = read("Nog maar 7 jassen voor de winter. Only seven left of these coats.")
    assert [sentence.language for sentence in reading.sentences] == ["nl", "en"]


def test_who_knows_the_language_says_so():
    reading = read("Only seven left.", lang="nl")
    assert (reading.language, reading.sentences[0].language) == ("nl", "nl")


@pytest.mark.parametrize(
    "text", ["Is het op?", "Is het op?!", "Is het op? 🧥", "“Is het op?”", "Wie wil hem??"]
)
def test_a_question_is_known_by_its_mark(text):
    assert read(text).sentences[0].is_question


@pytest.mark.parametrize("text", ["Het is op.", "Op!", "Op is op"])
def test_a_statement_is_no_question(text):
    assert not read(text).sentences[0].is_question


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dit is niet de laatste kans", "laatste kans"),
        ("Er is geen haast, dit blijft", "haast"),
        ("Onze jassen zijn nooit bijna op", "bijna op"),
        ("De voorraad is beperkt is het niet", "beperkt"),
        ("This is not the last chance", "last chance"),
        ("It isn't almost sold out", "almost sold out"),
        ("It isn’t almost sold out", "almost sold out"),
        ("There is no limited time here", "limited time"),
        ("We never run a flash sale", "flash sale"),
        ("Laatste stuks zijn het niet", "Laatste stuks"),
    ],
)
def test_a_denial_in_the_clause_denies(text, words):
    assert read(text).sentences[0].is_negated(*place(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nog maar 7 stuks", "maar 7"),
        ("Het was niet druk, maar dit is de laatste kans", "laatste kans"),
        ("Niet alleen vandaag de laatste kans", "laatste kans"),
        ("Geen probleem: laatste kans", "laatste kans"),
        ("Not only cheap but almost sold out", "almost sold out"),
        ("This is no. 1 in town", "1 in town"),
        ("The last chance is not far away", "last chance"),
        ("No worries, last chance today", "last chance"),
        ("Komt niet meer terug", "Komt niet meer terug"),
        ("Notabene: laatste kans", "laatste kans"),
    ],
)
def test_what_is_not_denied_stands(text, words):
    assert not read(text).sentences[0].is_negated(*place(text, words))


@pytest.mark.parametrize(
    ("text", "words", "is_quoted"),
    [
        ("Mevrouw De Wit zei: “de beste jas van Nederland”", "beste jas", True),
        ('Het boek "laatste kans" ligt klaar', "laatste kans", True),
        ("‘laatste kans’ zegt de folder", "laatste kans", True),
        ("„laatste kans” zegt de folder", "laatste kans", True),
        ("'s Ochtends laatste kans, 's avonds niet", "laatste kans", False),
        ("Jassen, auto's en foto's: laatste kans", "laatste kans", False),
        ('Een scherm van 27" is de laatste kans', "laatste kans", False),
        ("Het is de laatste kans", "laatste kans", False),
    ],
)
def test_a_quotation_is_told_from_an_apostrophe(text, words, is_quoted):
    assert read(text).sentences[0].is_quoted(*place(text, words)) == is_quoted


def test_a_quotation_may_run_over_sentences():
    text = "Mevrouw De Wit: “Prachtig! De beste jas.” Dank."
    reading = read(text)
    start, end = place(text, "De beste")
    assert reading.sentence_at(start).is_quoted(start, end)
    assert not reading.sentence_at(text.index("Dank")).quotes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gisteren waren er nog 3 over", "nog 3"),
        ("Vorige week was alles bijna op", "bijna op"),
        ("Last week we had only 3 left", "only 3"),
        ("They were almost gone yesterday", "almost gone"),
    ],
)
def test_the_past_is_known_by_its_verbs(text, words):
    assert read(text).sentences[0].is_past(*place(text, words))


def test_the_present_is_not_the_past():
    text = "Gisteren was het druk, nu zijn er nog 3 over"
    assert not read(text).sentences[0].is_past(*place(text, "nog 3"))


def test_a_place_knows_its_sentence():
    reading = read("Een. Twee. Drie.")
    assert [reading.sentence_at(position).text for position in (0, 3, 5, 99)] == [
        "Een.",
        "Een.",
        "Twee.",
        "Drie.",
    ]
    assert read("").sentence_at(0).text == ""


@pytest.mark.parametrize("short", ["bijv", "NR", "o.a", "Approx", "sept", "e.g", "k", "p.st"])
def test_a_full_stop_after_an_abbreviation_ends_nothing(short):
    assert len(read(f"Dit is {short}. dan nog iets.").sentences) == 1
