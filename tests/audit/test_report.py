"""The numbers of a small archive, counted by hand."""

import pytest

from audit.archives import ASKS, FACTS, GIVES, NOW, ROWS, SCARCE, audited, write_list
from toonbank.core.errors import SourceTrouble
from toonbank.etiquette import Severity


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return audited(write_list(tmp_path_factory.mktemp("audit") / "jas.csv"), FACTS)


def test_everything_that_was_said_is_counted_once(report):
    assert (report.posts, report.replies, report.reposts, report.answering.heard) == (8, 2, 0, 3)
    assert [one.month for one in report.months] == ["2026-10", "2026-11"]
    assert [(one.posts, one.replies, one.heard) for one in report.months] == [(4, 1, 1), (4, 1, 2)]
    assert report.left_out == 0
    assert report.lang == "nl"


def test_a_claim_that_the_facts_of_that_day_deny_is_told_with_its_words_and_its_link(report):
    scarcity = next(one for one in report.claims if one.kind == "scarcity")
    false = next(one for one in report.rules if one.rule == "scarcity-false")

    assert (scarcity.count, scarcity.contradicted, scarcity.proven, scarcity.unknown) == (1, 1, 0, 0)
    assert false.count == 1
    assert false.severity is Severity.BLOCK
    example = false.examples[0]
    assert (example.text, example.url) == (SCARCE, "https://jas.example/6")
    assert example.text[example.start : example.end].startswith("Nog maar 3 mutsen")


def test_the_balance_weighs_what_gives_and_tells_against_what_asks(report):
    assert (report.balance.give, report.balance.ask, report.balance.talk) == (3, 1, 4)
    assert report.balance.per_ask == 7
    assert [one.text for one in report.balance.examples] == [ASKS]


def test_pressure_is_the_part_of_posts_on_little_stock_or_time(report):
    assert (report.pressure.posts, report.pressure.pressing, report.pressure.scarcity) == (8, 1, 1)
    assert report.pressure.share == 1 / 8


def test_a_post_that_was_there_before_is_a_repetition(report):
    assert report.repetition.repeats == 1
    assert report.repetition.repeat_examples[0].text == GIVES
    assert {one.rule for one in report.account if one.rule == "duplicate-content"} == {"duplicate-content"}


def test_a_complaint_without_an_answer_is_found_and_one_with_an_answer_is_not(report):
    answers = report.answering

    assert (answers.complaints, answers.unanswered, answers.late) == (2, 1, 0)
    assert answers.knows_answers
    assert [one.text.split(".")[0] for one in answers.silent_examples] == [
        "Ik wacht nu drie weken op mijn bestelling"
    ]
    assert answers.median_hours == pytest.approx((1.5 + 115 / 60) / 2)


def test_the_account_rules_are_heard_for_the_month_in_which_they_speak(report):
    assert "unanswered-complaint" in {one.rule for one in report.account if one.month == "2026-11"}
    assert "unanswered-complaint" not in {one.rule for one in report.account if one.month == "2026-10"}


def test_facts_of_today_prove_and_deny_nothing_of_last_year(tmp_path):
    older = [("2025-11-02T10:00", SCARCE, "post", "6", "", "out")]

    report = audited(write_list(tmp_path / "jas.csv", older), FACTS)

    assert [(one.kind, one.unknown) for one in report.claims] == [("scarcity", 1)]


def test_the_report_is_the_same_however_many_do_the_work(tmp_path):
    path = write_list(tmp_path / "jas.csv")

    assert audited(path, FACTS, jobs=2) == audited(path, FACTS, jobs=1)


def test_the_order_in_the_export_does_not_matter(tmp_path):
    forth = audited(write_list(tmp_path / "jas.csv", ROWS), FACTS)
    back = audited(write_list(tmp_path / "jas.csv", ROWS[::-1]), FACTS)

    assert forth == back


def test_too_many_posts_on_a_day_are_named_with_the_day(tmp_path):
    crowd = [
        (f"2026-11-10T{hour:02}:00", f"{hour}: {GIVES}", "post", f"c{hour}", "", "out")
        for hour in range(8, 19, 2)
    ]

    report = audited(write_list(tmp_path / "jas.csv", crowd, "facebook"))

    assert len(report.crowded_days) == 1
    assert "10 november" in report.crowded_days[0].message
    assert report.months[0].crowded_days == 1


def test_posts_off_the_promise_are_told_with_their_subject(tmp_path):
    posts = [
        (f"2026-11-{day:02}T10:00", text, "post", f"p{day}", "", "out")
        for day, text in enumerate(
            [
                "Recept voor appeltaart met kaneel.",
                "Vanmiddag scheen de zon op de jassen.",
                "Zo houd je je jas droog.",
            ],
            start=2,
        )
    ]

    report = audited(write_list(tmp_path / "jas.csv", posts), FACTS)

    assert (report.subjects.posts, report.subjects.strays, report.subjects.by_subject) == (
        3,
        1,
        {"recipe": 1},
    )
    assert report.subjects.promise == ("jassen", "kleding", "onderhoud")


def test_replies_out_of_a_drawer_are_found_among_those_to_others(tmp_path):
    text = "Dank voor het melden van de losse knoop aan je jas, we kijken er morgen samen even naar."
    replies = [(f"2026-11-{day:02}T10:00", text, "reply", f"r{day}", f"k{day}", "out") for day in (2, 3, 4)]

    report = audited(write_list(tmp_path / "jas.csv", replies))

    assert report.repetition.canned == 2


def test_an_export_that_does_not_say_which_reply_is_whose_accuses_nobody(tmp_path):
    rows = [(at, text, kind, number, "", direction) for at, text, kind, number, _, direction in ROWS]

    answers = audited(write_list(tmp_path / "jas.csv", rows)).answering

    assert not answers.knows_answers
    assert (answers.complaints, answers.unanswered, answers.silent_examples) == (2, 0, ())


def test_a_shop_that_never_answered_leaves_no_doubt(tmp_path):
    rows = [row for row in ROWS if row[2] != "reply"]

    assert audited(write_list(tmp_path / "jas.csv", rows)).answering.unanswered == 2


def test_an_export_without_posts_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(SourceTrouble, match="There are no posts in this export"):
        audited(write_list(tmp_path / "jas.csv", []))


def test_the_json_holds_plain_values_only(report):
    import json

    shown = json.loads(json.dumps(report.as_json()))

    assert shown["schema"] == 1
    assert shown["made_at"] == NOW.isoformat()
    assert shown["rules"][0]["severity"] == "block"
    assert shown["balance"]["per_ask"] == 7
    assert shown["months"][0]["posts"] == 4
