"""The practice square keeps what was said, once, and its customers speak when their time has come."""

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from toonbank.channels.base import AnswerTo
from toonbank.channels.board import Drill, Said, SquareBoard
from toonbank.channels.signin import Surroundings
from toonbank.channels.square import Square, sign_in
from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater, Uncertain

from .behaviours import coat
from .benches import outgoing

MORNING = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "square.sqlite3")


def square(path, *, at=MORNING, handle="Jas"):
    around = Surroundings(clock=lambda: at, square_path=path, square_url="/oefenplein/{id}")
    return Square(sign_in({"handle": handle}, around), around)


def test_customers_are_heard_when_their_time_has_come_and_not_before(path):
    receipt = square(path).send(outgoing("Nog maar 7 regenjassen, nu 49,95."))
    assert list(square(path).incoming("")) == []
    heard = list(square(path, at=MORNING + timedelta(hours=3)).incoming(""))
    assert heard[0].extra["kind"] == "question"
    assert {one.answers for one in heard} == {receipt.remote_id}
    moments = [one.changed_at or one.at for one in heard]
    assert moments == sorted(moments)


def test_what_was_heard_is_not_heard_again(path):
    for text in ("Welke kleur kiezen jullie?", "Nog maar 3 in maat M!", "Wol was je koud."):
        square(path).send(outgoing(text))
    evening = square(path, at=MORNING + timedelta(hours=10))
    everything = list(evening.incoming(""))
    assert len(everything) >= 3
    for number, one in enumerate(everything):
        assert list(evening.incoming(one.cursor)) == everything[number + 1 :]


def test_each_hears_only_what_was_said_to_them(path):
    square(path).send(outgoing("Wat dragen jullie op de fiets?"))
    assert list(square(path, at=MORNING + timedelta(days=1), handle="Kaas").incoming("")) == []


def test_the_board_shows_the_newest_first_page_by_page(path):
    for number in range(5):
        square(path, at=MORNING + timedelta(minutes=number)).send(outgoing(f"Bericht {number}?"))
    square(path, handle="Kaas").send(outgoing("Ook op het plein."))
    board, noon = SquareBoard(path), MORNING + timedelta(hours=3)
    first = board.posts("Jas", now=noon, limit=2)
    assert [post.text for post in first] == ["Bericht 4?", "Bericht 3?"]
    rest = board.posts("Jas", now=noon, limit=9, before=first[-1].remote_id)
    assert [post.text for post in rest] == ["Bericht 2?", "Bericht 1?", "Bericht 0?"]
    assert len(board.posts(now=noon)) == 6
    assert all(post.reactions for post in first)
    assert not board.posts("Jas", now=MORNING + timedelta(minutes=5), limit=1)[0].reactions


def test_the_board_keeps_pictures_with_their_words(path):
    square(path).send(outgoing("Met foto", pictures=(coat(alt="Een rode jas"),)))
    assert SquareBoard(path).posts(now=MORNING)[0].pictures == (coat(alt="Een rode jas"),)


def test_the_address_is_the_page_of_the_desk(path):
    receipt = square(path).send(outgoing("Waar sta ik?"))
    assert receipt.url == f"/oefenplein/{receipt.remote_id}"


def test_a_drill_lasts_as_often_as_asked_and_only_for_one_account(path):
    jas, kaas = square(path), square(path, handle="Kaas")
    SquareBoard(path).misbehave("Jas", Drill.TOO_FAST, times=2)
    kaas.send(outgoing("Wij merken niets."))
    for _ in range(2):
        with pytest.raises(TryLater):
            jas.send(outgoing("Te snel."))
    assert jas.send(outgoing("Nu wel."))


def test_an_account_without_a_place_must_sign_in(path):
    jas = square(path)
    jas._name = "Onbekend"
    with pytest.raises(SignInAgain):
        jas.send(outgoing("Hallo?"))


@pytest.mark.parametrize("handle", ["", "   ", "x" * 41])
def test_a_place_on_the_square_needs_a_name(path, handle):
    with pytest.raises(BadInput):
        square(path, handle=handle)


def test_a_file_that_cannot_be_used_means_that_nothing_was_sent(tmp_path):
    with pytest.raises(TryLater):
        square(str(tmp_path / "no such folder" / "square.sqlite3"))


def _send_many(path, handle, posts, outcomes):
    """Send them all, and those of Jas again and again: at least one attempt each meets a broken line."""
    for post in posts:
        for _ in range(3):
            try:
                square(path, handle=handle).send(post)
            except Uncertain:
                outcomes.put(post.key)


@pytest.mark.slow
def test_several_processes_share_one_square_and_each_post_is_there_once(path):
    posts = [outgoing(f"Bericht {number} van nog maar 7") for number in range(25)]
    spawn = multiprocessing.get_context("spawn")
    outcomes = spawn.Queue()
    workers = [
        spawn.Process(target=_send_many, args=(path, "Jas", posts, outcomes)),
        spawn.Process(target=_send_many, args=(path, "Jas", posts[::-1], outcomes)),
        spawn.Process(target=_send_many, args=(path, "Kaas", posts, outcomes)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    board, later = SquareBoard(path), datetime.now(UTC) + timedelta(days=1)
    for handle in ("Jas", "Kaas"):
        shown = board.posts(handle, now=later, limit=100)
        assert sorted(post.text for post in shown) == sorted(post.text for post in posts)
        assert all(len(post.reactions) <= 1 for post in shown)  # some take back what they said
        assert sum(len(post.reactions) for post in shown) >= 20


def test_reactions_stay_with_the_first_of_two_equal_attempts(path):
    post = outgoing("Welke jas neem je mee?")
    square(path).send(post)
    square(path, at=MORNING + timedelta(hours=5)).send(replace(post))
    seen = SquareBoard(path).posts(now=MORNING + timedelta(days=1))
    assert len(seen) == 1
    assert 1 <= len(seen[0].reactions) <= 2


WIT = "Mevrouw De Wit"
ZIP = Said(WIT, "Bij de mijne liet na een week de rits los. Wat gaan jullie daaraan doen?", kind="complaint")


def answer(path, remote_id, text, *, at, is_private=False):
    """Bas answers from the desk."""
    to = AnswerTo(remote_id, "", WIT, is_private)
    return square(path, at=at).send(outgoing(text, answer_to=to)).remote_id


def heard_by(path, at, since=""):
    return list(square(path, at=at).incoming(since))


def test_a_flippant_answer_makes_angry_and_a_solution_makes_good(path):
    square(path)
    complaint = SquareBoard(path).let_say("Jas", ZIP, at=MORNING)
    answer(path, complaint, "Haha, kan gebeuren!", at=MORNING + timedelta(minutes=5))
    noon = MORNING + timedelta(hours=3)
    angry = heard_by(path, noon)[-1]
    assert (angry.author, angry.thread, angry.extra["kind"]) == (WIT, complaint, "angry")
    answer(
        path, angry.remote_id, "Dat was niet gepast. We sturen vandaag een nieuwe naar je op. Noor", at=noon
    )
    evening = heard_by(path, noon + timedelta(hours=3))
    assert [one.extra["kind"] for one in evening] == ["complaint", "own", "angry", "own", "relieved"]
    assert {one.thread or one.remote_id for one in evening} == {complaint}


def test_in_private_the_customer_answers_in_private(path):
    square(path)
    said = replace(ZIP, text="Mijn bonnummer is 771, wanneer is hij klaar?", is_private=True)
    complaint = SquareBoard(path).let_say("Jas", said, at=MORNING)
    answer(path, complaint, "Hij ligt klaar, kom maar langs. Bas", at=MORNING + timedelta(minutes=9))
    talk = heard_by(path, MORNING + timedelta(hours=3))
    assert [one.extra["kind"] for one in talk] == ["complaint", "own", "relieved"]
    assert {one.thread for one in talk} == {f"private:{WIT}"}
    assert not any(one.is_public for one in talk)


def test_the_thread_below_a_post_stands_there_with_our_answers(path):
    post = square(path).send(outgoing("Wol was je koud.")).remote_id
    board = SquareBoard(path)
    board.let_say("Jas", replace(ZIP, answers=post), at=MORNING + timedelta(hours=1))
    question = heard_by(path, MORNING + timedelta(hours=1))[-1]
    answer(path, question.remote_id, "Kom langs, dan maken we hem. Bas", at=MORNING + timedelta(hours=2))
    (shown,) = board.posts("Jas", now=MORNING + timedelta(hours=2))
    assert [one.is_own for one in shown.reactions][-2:] == [False, True]
    assert shown.reactions[-1].author == "Jas"


def test_talks_elsewhere_stand_there_too_newest_first(path):
    square(path)
    board = SquareBoard(path)
    first = board.let_say("Jas", ZIP, at=MORNING)
    board.let_say(
        "Jas", Said("Anouk", "Wat een prettige winkel.", kind="compliment"), at=MORNING + timedelta(minutes=1)
    )
    answer(path, first, "Kom langs, dan maken we hem. Bas", at=MORNING + timedelta(minutes=2))
    talks = board.talks("Jas", now=MORNING + timedelta(minutes=3))
    assert [[one.author for one in talk.said] for talk in talks] == [[WIT, "Jas"], ["Anouk"]]


def test_an_edit_and_a_deletion_show_when_their_time_has_come(path):
    post = square(path).send(outgoing("Wol was je koud.")).remote_id
    board, below = SquareBoard(path), replace(ZIP, answers=post)
    said, other = (board.let_say("Jas", below, at=MORNING) for _ in range(2))
    board.let_edit("Jas", said, "Het was de knoop.", at=MORNING + timedelta(minutes=5))
    board.remove("Jas", other, at=MORNING + timedelta(minutes=9))

    def shown(minutes):
        (one,) = board.posts("Jas", now=MORNING + timedelta(minutes=minutes))
        return [reaction.text for reaction in one.reactions if reaction.author == WIT][:2]

    assert shown(1) == [ZIP.text, ZIP.text]
    assert shown(6) == ["Het was de knoop.", ZIP.text]
    assert shown(10) == ["Het was de knoop."]


def crowd(path, count=60):
    """Many at once: within twenty minutes they all say something."""
    square(path)
    board = SquareBoard(path)
    return [board.let_say("Jas", ZIP, at=MORNING + timedelta(seconds=20 * number)) for number in range(count)]


@pytest.mark.parametrize(
    "drill",
    [
        Drill.LISTEN_UNREACHABLE,
        Drill.LISTEN_BREAKS_OFF,
        Drill.LISTEN_LATE,
        Drill.LISTEN_TWICE,
        Drill.LISTEN_MIXED_UP,
    ],
)
def test_whatever_goes_wrong_in_listening_everything_is_heard(path, drill):
    said, heard, cursor = crowd(path), set(), ""
    SquareBoard(path).misbehave("Jas", drill, times=3)
    for minutes in (5, 10, 25, 26):
        try:
            for one in square(path, at=MORNING + timedelta(minutes=minutes)).incoming(cursor):
                heard.add(one.remote_id)
                cursor = one.cursor
        except TryLater:
            continue
    assert heard == set(said)


def test_a_drill_in_listening_leaves_sending_alone(path):
    SquareBoard(path).misbehave("Jas", Drill.LISTEN_UNREACHABLE)
    assert square(path).send(outgoing("Wij merken niets."))


def test_doubled_means_twice_and_mixed_up_means_out_of_order(path):
    crowd(path, 8)
    board, noon = SquareBoard(path), MORNING + timedelta(hours=3)
    plain = [one.remote_id for one in heard_by(path, noon)]
    board.misbehave("Jas", Drill.LISTEN_TWICE)
    assert [one.remote_id for one in heard_by(path, noon)] == [one for one in plain for _ in range(2)]
    board.misbehave("Jas", Drill.LISTEN_MIXED_UP)
    assert [one.remote_id for one in heard_by(path, noon)] == plain[::-1]


def test_many_pages_are_heard_also_when_all_is_said_at_one_moment(path):
    square(path)
    board = SquareBoard(path)
    said = [board.let_say("Jas", ZIP, at=MORNING) for _ in range(210)]
    heard = heard_by(path, MORNING)
    assert [one.remote_id for one in heard] == said
    assert all(len(one.cursor) <= 500 for one in heard)


def test_an_answer_takes_no_pictures_and_none_to_what_is_gone(path):
    square(path)
    complaint = SquareBoard(path).let_say("Jas", ZIP, at=MORNING)
    with pytest.raises(Refused, match="pictures"):
        square(path).send(outgoing("Kijk", pictures=(coat(),), answer_to=AnswerTo(complaint, "", WIT)))
    with pytest.raises(Refused, match="deleted"):
        answer(path, "999", "Waar ben je?", at=MORNING)


def test_a_post_that_is_taken_down_is_reacted_to_no_more(path):
    post = square(path).send(outgoing("Nog maar 7 regenjassen, nu 49,95.")).remote_id
    square(path).withdraw(post)
    assert not [one for one in heard_by(path, MORNING + timedelta(hours=3)) if one.thread == post]


def test_a_square_of_before_answers_existed_keeps_what_was_said(path):
    old = sqlite3.connect(path)
    old.executescript("""
        CREATE TABLE accounts (name TEXT PRIMARY KEY, seed TEXT NOT NULL);
        CREATE TABLE posts (id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL,
            lang TEXT NOT NULL, posted_at TEXT NOT NULL, is_gone INTEGER NOT NULL DEFAULT 0, UNIQUE (account, key));
        CREATE TABLE reactions (id INTEGER PRIMARY KEY AUTOINCREMENT, post INTEGER NOT NULL REFERENCES posts,
            author TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL);
        INSERT INTO accounts VALUES ('Jas', 'Jas');
        INSERT INTO posts VALUES (3, 'Jas', 'k', 'Nog maar 7', 'nl', '2026-11-20T09:00:00.000000+00:00', 0);
        INSERT INTO reactions VALUES (5, 3, 'Rob', 'doubt_scarcity', 'Echt waar?', '2026-11-20T09:10:00.000000+00:00');
        PRAGMA journal_mode=WAL;
    """)
    old.close()
    (one,) = heard_by(path, MORNING)
    assert (one.remote_id, one.author, one.thread, one.answers) == ("reaction-5", "Rob", "3", "3")
    assert answer(path, one.remote_id, "Ja, vanmorgen geteld. Bas", at=MORNING) == "reaction-6"


def test_an_answer_that_several_workers_send_at_once_stands_there_once(path):
    square(path)
    complaint = SquareBoard(path).let_say("Jas", ZIP, at=MORNING)
    post = outgoing("Kom langs, dan maken we hem. Bas", answer_to=AnswerTo(complaint, "", WIT))
    with ThreadPoolExecutor(4) as workers:
        receipts = set(workers.map(lambda _number: square(path).send(post), range(8)))
    assert len(receipts) == 1
    talk = heard_by(path, MORNING + timedelta(hours=3))
    assert [one.extra["kind"] for one in talk] == ["complaint", "own", "relieved"]
