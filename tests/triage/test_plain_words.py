"""A complaint of two words is a complaint, kind and tone agree, and who only leaves a number is no spammer."""

import pytest

from toonbank.language.features import tokens
from toonbank.triage import GRAVE, triage
from toonbank.triage.judging import agreeing
from toonbank.triage.labels import KINDS
from toonbank.triage.weighing import Scores

PLAIN = """
Mijn jas is kapot
Mijn broek is gescheurd
De klok is stuk
Bad service.
Slechte service.
Slechte spullen.
Jammer
Jammer, viel tegen
Dit had ik van jullie brutaals niet verwacht, schandalig
Nooit meer!
Hier nooit meer.
Never again.
Never coming here again
My jumper is broken
The clock is broken
Such a letdown
Poor service, not happy
Would not recommend this shop
"""
PRAISE = """
Nooit meer ergens anders!
Nog nooit zo goed geholpen!
Niet slecht!
Never had better service!
Not bad at all!
Good service.
Goede service.
"""
CONTACTS = """
Bel me op 06-12345678
Bel me op 06-12345678, IBAN NL91ABNA0417164300
Mijn nummer is 06-12345678, mail jan@voorbeeld.nl
You can reach me at jo@example.org or 07700 900123
Call me on 030-5550199
IBAN NL91ABNA0417164300 t.n.v. J. Jansen
"""
HELLO = [
    "Hoi",
    "Hallo!",
    "Goedemorgen",
    "Hi there",
    "Good morning",
    "Ja graag",
    "Yes please",
    "Top",
    "Nice",
    "Maat M?",
    "Size M?",
    "Tot zo",
]


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("said", lines(PLAIN))
def test_a_plain_short_complaint_is_one_and_is_not_cheerful(said):
    answer = triage(said)
    assert answer.is_grave, answer.kind
    assert answer.severity >= 1
    assert answer.sentiment != "pos"


@pytest.mark.parametrize("said", lines(PRAISE))
def test_praise_with_such_words_stays_praise(said):
    answer = triage(said)
    assert (answer.kind, answer.sentiment) == ("compliment", "pos")


@pytest.mark.parametrize("said", HELLO)
def test_a_word_or_two_are_no_complaint(said):
    assert not triage(said).is_grave


@pytest.mark.parametrize("said", lines(CONTACTS))
def test_who_leaves_a_number_gets_an_answer(said):
    answer = triage(said)
    assert answer.kind not in ("spam-abuse", *GRAVE)
    assert answer.personal


def test_spam_with_a_number_in_it_stays_spam():
    assert triage("Earn 3000 a week with bitcoin, whatsapp +31 6 12345678 now!").kind == "spam-abuse"


def scores(kind: str, grave: float, *tones: float) -> Scores:
    """So likely a complaint; most likely of this kind, and among complaints of disapproval."""
    kinds = tuple(0.8 if one == kind else 0.1 if one == "complaint-disapproval" else 0.01 for one in KINDS)
    return Scores(grave, (0.0, 0.0), kinds, (0.0,) * 5, tones)


def test_bitter_praise_is_the_graver_where_that_is_likely_enough():
    assert agreeing(scores("compliment", 0.48, 2.0, 0.0, 1.0)) == ("complaint-disapproval", "neg")
    assert agreeing(scores("compliment", 0.1, 2.0, 0.0, 1.0)) == ("compliment", "pos")


def test_a_complaint_is_not_cheerful():
    assert agreeing(scores("complaint-implicit", 0.8, 0.0, 1.0, 2.0)) == ("complaint-implicit", "neu")
    assert agreeing(scores("complaint-blame", 0.8, 0.0, 1.0, 2.0)) == ("complaint-blame", "neg")


def test_a_message_without_words_is_chat():
    assert tokens(" ") == []
    assert triage(" ").kind == "chat"
