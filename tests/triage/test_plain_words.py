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


LAW = """
Wij schakelen een jurist in.
We gaan aangifte doen bij de politie
Mijn man doet vanmiddag aangifte
Ik denk erover om aangifte te doen
Mijn raadsman krijgt dit te lezen.
Ik ga de afschrijving laten storneren
Mijn bank haalt het bedrag terug
Hallo, ik ben van het Parool
Ik werk bij EenVandaag en heb een vraag
Ik bel namens Nieuwsuur
I'm bringing in my solicitor
My lawyer is looking at this
I'm considering pressing charges
I'll have my bank reverse the charge
I'm disputing this charge with my bank
I'm with the Daily Mail
Hi, I write for the Herald
"""
DANGER = """
De waterkoker wordt bloedheet aan de buitenkant
De föhn wordt gevaarlijk heet
Er kwam ineens rook uit de lader
De rem deed het niet en ik kwam ten val
De remmen van mijn bakfiets weigerden en ik ben onderuit gegaan
Wij weten waar jij werkt en woont
Jullie zullen hier spijt van krijgen
Ik kom naar je toe en sla je winkel kort en klein
Mijn vrouw is kotsmisselijk geworden van jullie kaas
The blanket gets dangerously hot
The adaptor got really hot and started to smoke
The brakes failed and I fell off
I know exactly where you live
You will regret this, I'm on my way
Throwing up since I ate your quiche
"""
NEITHER = """
Heerlijk, advocaat met slagroom!
Hebben jullie advocaat in huis?
Ik ben van de buurtvereniging
Ik ben van plan morgen te komen
Ik kom vrijdag langs voor de jas
Ik heb er nooit spijt van gehad
De jas is heerlijk warm
Ik ben op jullie jas gevallen
Kan ik met creditcard betalen?
Ik kreeg mijn geld netjes terug, bedankt
I'm from Bristol and love your shop
I work at the bakery next door
The bottle stays hot all night, lovely
I would never regret buying this
My neighbour is a lawyer and she loves your shop
"""
MEANT_WELL = """
Fantastisch, weer zo mooi geworden. Bedankt hè!
Super, weer geweldig geholpen. Dank je!
Wow, wat een snelle service 👏
Great, another perfect fit. Thank you!
Amazing, two days and it was here 👏
Love how my coat turned out.
"""


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


@pytest.mark.parametrize(
    ("kind", "said"),
    [("legal-press", one) for one in lines(LAW)] + [("danger", one) for one in lines(DANGER)],
)
def test_short_and_calm_words_of_law_press_and_danger_are_heard(kind, said):
    answer = triage(said)
    assert answer.kind == kind
    assert answer.sentiment != "pos"


@pytest.mark.parametrize("said", lines(NEITHER))
def test_words_that_sound_like_them_are_neither(said):
    assert triage(said).kind not in GRAVE[:2]


@pytest.mark.parametrize("said", lines(MEANT_WELL))
def test_thanks_for_what_went_well_again_are_thanks(said):
    assert triage(said).kind == "compliment"


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


@pytest.mark.parametrize("kind", ["danger", "legal-press"])
def test_danger_and_law_are_not_cheerful(kind):
    serious = (0.9, 0.1) if kind == "danger" else (0.1, 0.9)
    cheerful = scores(kind, 0.9, 0.0, 1.0, 2.0)._replace(serious=serious)
    assert agreeing(cheerful) == (kind, "neu")


def test_a_message_without_words_is_chat():
    assert tokens(" ") == []
    assert triage(" ").kind == "chat"
