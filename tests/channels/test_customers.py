"""The customers of the practice square: the same post gets the same answers, in its own language, from people."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.channels.customers import CAST, COMPLAINTS, _voices, react, visits
from toonbank.channels.customers.answering import Answer, take, weigh


def kinds(text, lang="nl", seed="jas"):
    return [reaction.kind for reaction in react(text, lang, seed=seed)]


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("De regenjas kost 49,95.", "nl", "question"),
        ("Now £40 in every size.", "en", "question"),
        ("Al 1.200 klanten gingen u voor.", "nl", "doubt_number"),
        ("Loved by 1,200 customers.", "en", "doubt_number"),
        ("Welke kleur past bij november?", "nl", "answer"),
        ("Which colour suits November?", "en", "answer"),
    ],
)
def test_a_post_stirs_what_it_would_stir_in_people(text, lang, first):
    assert kinds(text, lang)[0] == first


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nog maar zeven in maat M!", "nl"),
        ("De laatste jassen, op=op", "nl"),
        ("Only three left", "en"),
        ("Almost gone: our wool coats", "en"),
    ],
)
def test_scarcity_is_met_with_doubt_or_a_complaint(text, lang):
    met = {kind for seed in range(60) for kind in kinds(text, lang, str(seed))}
    assert met == {"doubt_scarcity", *COMPLAINTS}


@pytest.mark.parametrize(
    "text",
    ["Morgen open van 9 tot 5 uur.", "Op 12 december zijn we dicht.", "Al 40 jaar in de Lange Hofstraat."],
)
def test_hours_dates_and_years_are_no_numbers_to_doubt(text):
    assert "doubt_number" not in {kind for seed in "abcdefgh" for kind in kinds(text, "nl", seed)}


def test_a_post_that_gives_something_gets_thanks_or_silence():
    met = [tuple(kinds("Wol was je koud en kort.", seed=str(seed))) for seed in range(40)]
    assert set(met) == {(), ("thanks",), ("complaint_implicit",)}
    assert met.count(("thanks",)) > met.count(()) + met.count(("complaint_implicit",))


@given(st.text(max_size=120), st.sampled_from(["nl", "en", "de"]), st.text(max_size=5))
def test_reactions_depend_on_the_post_and_the_seed_alone_and_come_in_order(text, lang, seed):
    reactions = react(text, lang, seed=seed)
    assert reactions == react(text, lang, seed=seed)
    assert len(reactions) <= 4
    assert len({reaction.author for reaction in reactions}) == len(reactions)
    waits = [reaction.after for reaction in reactions]
    assert waits == sorted(waits)
    assert all(timedelta(minutes=2) <= wait < timedelta(hours=3) for wait in waits)
    assert all(reaction.text and "{" not in reaction.text for reaction in reactions if "{" not in text)


def test_a_number_is_taken_up_as_the_post_wrote_it():
    said = {react("Nog maar zeven over.", "nl", seed=str(seed))[0].text for seed in range(80)}
    assert any(line.startswith("Zeven? ") for line in said)


def test_the_same_price_posts_do_not_all_get_the_same_question():
    said = {react(f"Jas {number}: nu 49,95", "nl", seed="jas")[0].text for number in range(60)}
    assert len(said) >= 10


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_there_are_enough_voices_and_no_two_say_the_same(lang):
    voices = _voices(lang)
    assert set(CAST) < set(voices)
    lines = [line for kind in voices.values() for line in kind]
    assert all(len(kind) >= 12 for kind in voices.values())
    assert len(set(lines)) == len(lines)
    assert all(len(line) <= 200 and re.search(r"[.?!]$", line) for line in lines)


def test_the_cast_is_eleven_people_and_mevrouw_de_wit_complains_with_reason():
    assert len({author for authors in CAST.values() for author in authors}) == 11
    assert CAST["complaint"] == ("Mevrouw De Wit",)


def test_in_a_season_of_posts_everything_that_happens_to_a_shop_happens():
    met = [one for number in range(120) for one in visits(f"Bericht {number}", "nl", seed="jas")]
    assert {one.kind for one in met} == {"mention", "compliment", "checkin", "private", "complaint_blame"}
    assert {one.sort for one in met} == {"mention", "checkin", "direct"}
    assert any(one.edited_after for one in met)
    assert any(one.deleted_after for one in met)
    assert all(one.edited.startswith(one.text) for one in met if one.edited_after)
    assert visits("Bericht 1", "nl", seed="jas") == visits("Bericht 1", "nl", seed="jas")


@pytest.mark.parametrize(
    ("answer", "weight"),
    [
        ("Dat had niet mogen gebeuren. We sturen je vandaag een nieuwe jas op. Groet, Bas", Answer.SOLUTION),
        ("U krijgt het hele bedrag morgen terug. Noor", Answer.SOLUTION),
        ("Kom zaterdag langs, dan ruilen we hem om.", Answer.SOLUTION),
        ("Breng hem gerust langs, dan maken we hem dezelfde dag. Bas", Answer.SOLUTION),
        ("Bring it in and we'll fix it while you wait.", Answer.SOLUTION),
        ("I'm sorry. We'll send you a new one today, and you keep this one. Noor", Answer.SOLUTION),
        ("You get a full refund, it should be with you on Tuesday.", Answer.SOLUTION),
        ("Helaas kunnen we deze jas niet ruilen.", Answer.PLAIN),
        ("We cannot give you a refund for this coat, I'm afraid.", Answer.PLAIN),
        ("Haha, jammer dan!", Answer.FLIPPANT),
        ("Oeps 😅 kan gebeuren, toch? Geniet van je dag!", Answer.FLIPPANT),
        ("Oh well, too bad. Cheer up!", Answer.FLIPPANT),
        ("Vervelend.", Answer.EMPTY),
        ("Sorry to hear that.", Answer.EMPTY),
        ("Er is net geteld: er hangen er nog zeven, in alle maten samen.", Answer.PLAIN),
        ("Mogen we je woorden met je voornaam op onze pagina delen?", Answer.ASKS_LEAVE),
        ("May we share your photo on our page, with your first name?", Answer.ASKS_LEAVE),
    ],
)
def test_customers_know_a_solution_from_a_joke(answer, weight):
    assert weigh(answer) == weight


def moods(answer, kind, asked=0):
    """What eighty people say to this."""
    said = [take(answer, "nl", author="Rob", kind=kind, asked=asked, seed=str(seed)) for seed in range(80)]
    return {one.kind if one else "" for one in said}


@pytest.mark.parametrize("kind", [*COMPLAINTS, "angry"])
def test_a_complaint_is_calmed_by_a_solution_and_by_nothing_else(kind):
    assert moods("Dat is onze fout. We sturen je morgen een nieuwe op. Noor", kind) == {"relieved"}
    assert moods("Haha, kan gebeuren!", kind) == {"angry"}
    assert moods("Vervelend.", kind) == {"angry"}
    assert moods("Wij hebben uw bericht gelezen en begrijpen dat dit vervelend is.", kind) == {"insisting"}


def test_a_question_that_is_answered_ends_in_thanks_or_silence():
    assert moods("Ja, tot maat 60, en hij valt ruim. Groet, Bas", "question") == {"understood", ""}
    assert moods("Ja.", "question") == {"insisting"}


def test_nobody_goes_on_for_ever():
    assert moods("Haha, kan gebeuren!", "angry", asked=3) == {""}
    assert moods("Graag gedaan, en een fijne dag nog.", "relieved") == {""}


def test_who_is_asked_for_leave_says_yes_or_no_and_who_is_angry_says_no():
    ask = "Mogen we je woorden delen, met je voornaam?"
    assert moods(ask, "compliment") == {"consent_yes", "consent_no"}
    assert moods(ask, "angry") == {"consent_no"}


@given(st.text(max_size=200), st.sampled_from([*CAST, "angry", "insisting", "relieved"]), st.integers(0, 5))
def test_any_answer_is_taken_the_same_way_each_time(text, kind, asked):
    first = take(text, "en", author="Priya", kind=kind, asked=asked, seed="jas")
    assert first == take(text, "en", author="Priya", kind=kind, asked=asked, seed="jas")
    assert first is None or (first.text and timedelta(minutes=4) <= first.after < timedelta(hours=1))
