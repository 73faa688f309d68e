"""What the shop hears: kinds, levels, tone, and the words that it hangs on."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toonbank.language.linear import Linear
from toonbank.triage import GRAVE, KINDS, LEVELS, triage
from toonbank.triage.weighing import LABELS, WEIGHTS, Rules

BY_RULES = Rules()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("De lader vloog in brand en mijn dochter heeft brandwonden aan haar hand.", "danger"),
        ("My son had an allergic reaction to the cream and is in hospital.", "danger"),
        ("Mijn advocaat stelt u hierbij in gebreke, wij stappen naar de rechter.", "legal-press"),
        ("Please send me all personal data you hold on me under GDPR.", "legal-press"),
        ("Jullie zijn oplichters en leugenaars, schaam je.", "complaint-blame"),
        ("Jullie hebben de verkeerde maat gestuurd.", "complaint-accusation"),
        ("Disappointed with how long this takes, never again.", "complaint-disapproval"),
        ("De rits van mijn jas is kapot.", "complaint-implicit"),
        ("Hebben jullie deze jas ook in maat 38?", "question"),
        ("Do you ship to Belgium?", "question"),
        ("Wat een fijne winkel, hartelijk dank voor de goede hulp!", "compliment"),
        ("Great help today, thank you so much!", "compliment"),
        ("Earn 3000 a week from home with bitcoin, message me on whatsapp!", "spam-abuse"),
    ],
)
def test_plain_messages_get_the_kind_that_anybody_would_give(said: str, kind: str):
    assert triage(said).kind == kind
    assert triage(said, by=BY_RULES).kind == kind, "the rules alone must know it too"


@pytest.mark.parametrize(
    "said",
    [
        "Hebben jullie advocaat op fles voor in de taart?",
        "Welke brandwerende deken past het best in mijn keuken?",
        "This dress is fire 🔥🔥 love it",
        "Do you have court shoes in navy?",
    ],
)
def test_words_that_look_like_danger_or_law_do_not_ring_the_bell(said: str):
    assert triage(said).kind not in ("danger", "legal-press")


def test_a_denial_turns_a_word_around():
    assert triage("Ik ben niet blij met deze trui.").is_grave
    assert triage("Geen klachten, alleen maar lof. Bedankt!").kind == "compliment"


def test_the_severity_of_a_complaint_is_that_of_its_kind():
    answer = triage("Jullie zijn oplichters, mijn geld is weg!")
    assert answer.severity == LEVELS[answer.kind] == 4


def test_a_question_has_no_severity():
    assert triage("Tot hoe laat zijn jullie morgen open?").severity == 0


def test_mevrouw_de_wit_who_writes_again_about_her_order_raises_the_clock():
    answer = triage("Dit is mijn derde mail. Mijn bestelling is er nog steeds niet.")
    assert "repeat" in answer.modifiers


def test_a_party_today_is_a_date_that_passes():
    assert (
        "date-passes-today"
        in triage("Het feest begint om vier uur vandaag en de taart is er niet.").modifiers
    )


def test_personal_data_are_found_at_their_place():
    said = "Mijn mailadres is dewit@example.com, bel gerust."
    (found,) = triage(said).personal
    assert said[found.start : found.end] == "dewit@example.com"


def test_the_words_that_made_it_a_complaint_are_named():
    said = "Jullie hebben de verkeerde maat gestuurd."
    named = " ".join(said[span.start : span.end] for span in triage(said).because)
    assert "verkeerde" in named


@pytest.mark.parametrize("weigher", [None, BY_RULES], ids=["model", "rules"])
@given(st.text(st.sampled_from("abc deén kapot! ?.😡jullie niet\n"), max_size=80) | st.sampled_from([
    "Jullie hebben de verkeerde maat gestuurd, wat een oplichters!",
    "Beste, mijn pakket is nog steeds niet aangekomen. Ik wacht al drie weken en niemand reageert op mijn mails.",
    "My kettle leaks and nobody answers. Terrible service, never again.",
    "Great shop, but you forgot the screws and the manual is missing.",
]))  # fmt: skip
def test_masking_a_because_span_lowers_the_score(weigher: Rules | None, said: str):
    answer = triage(said, "nl", by=weigher)
    for span in answer.because:
        masked = said[: span.start] + " " * (span.end - span.start) + said[span.end :]
        assert triage(masked, "nl", by=weigher).score < answer.score
        assert span.weight > 0


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.text(st.characters(), max_size=100))
@example("")
@example("\ud800 kapot \udfff")
@example("مرحبا، الطرد مكسور")
@example("e\u0301" * 50 + "👩‍👩‍👧‍👦")
def test_no_text_raises_and_all_spans_lie_in_the_text(said: str):
    for weigher in (None, BY_RULES):
        answer = triage(said, by=weigher)
        assert answer.kind in KINDS
        assert 0 <= answer.score <= 1
        assert 0 <= answer.severity <= 4
        for span in [*answer.because, *answer.against, *answer.personal]:
            assert 0 <= span.start < span.end <= len(said)


@pytest.mark.parametrize(
    "piece",
    ["a", "é", "!", "?", " ", "#", "kapot ", "niet ", "http://", "1", "jullie _ ", "@", "😡", "\ud800"],
)
def test_time_grows_in_proportion_to_the_text(piece: str):
    def took(size: int) -> float:
        said = piece * (size // len(piece))
        began = time.process_time()
        triage(said, "nl")
        return time.process_time() - began

    took(1_000)
    small, large = (min(took(size) for _ in range(3)) for size in (20_000, 200_000))
    assert large < max(40 * small, 0.5)


def test_without_its_weights_the_rules_still_work(monkeypatch: pytest.MonkeyPatch, tmp_path):
    from toonbank.triage import weighing

    monkeypatch.setattr(weighing, "WEIGHTS", str(tmp_path / "absent.bin"))
    weighing.scale.cache_clear()
    try:
        assert isinstance(weighing.scale(), Rules)
        assert triage("Jullie hebben de verkeerde maat gestuurd.").kind == "complaint-accusation"
    finally:
        monkeypatch.undo()
        weighing.scale.cache_clear()


def test_the_weights_in_the_package_are_those_of_this_code_and_small():
    with open(WEIGHTS, "rb") as file:
        content = file.read()
    assert Linear.read(content).labels == LABELS
    assert len(content) < 600_000


def test_a_message_in_neither_language_is_still_answered():
    assert triage("¿Dónde está mi pedido?").kind in KINDS
    assert triage("💔").language in ("nl", "en")


def test_grave_kinds_are_those_with_a_score_of_a_half_or_a_sure_danger():
    for said in ("Mijn pakket is er nog niet.", "Fijn weekend allemaal!", "De lader begon te roken."):
        answer = triage(said)
        if answer.score >= 0.5:
            assert answer.kind in GRAVE
