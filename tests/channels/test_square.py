"""The practice square keeps what was said, once, and its customers speak when their time has come."""

import multiprocessing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from toonbank.channels.board import Drill, SquareBoard
from toonbank.channels.signin import Surroundings
from toonbank.channels.square import Square, sign_in
from toonbank.core.errors import BadInput, SignInAgain, TryLater, Uncertain

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
