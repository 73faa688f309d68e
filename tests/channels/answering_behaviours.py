"""What every channel must do with an answer: in its place, once, to whom it is for, whatever goes wrong."""

import pytest

from toonbank.core.errors import Refused, SignInAgain, TryLater, Uncertain

from .behaviours import ODD_CHARACTERS
from .benches import outgoing


@pytest.fixture
def asked(bench):
    """Our post, and the customer's question below it."""
    post = bench.channel.send(outgoing("De regenjas is er weer.")).remote_id
    return post, bench.customer_says("Ook in maat 46?", below=post)


def answer(bench, asked, text="Ja, vanaf morgen. Groet, Bas", *, is_private=False):
    root, question = asked
    return outgoing(text, answer_to=bench.to_answer(question, root=root, is_private=is_private))


def words(bench):
    """Without the name of whom it is for, which some networks put in front."""
    return [one.text.removeprefix(f"@{bench.customer} ") for one in bench.answers()]


def test_an_answer_stands_below_what_it_answers_and_can_be_found(bench, asked):
    post = answer(bench, asked)
    receipt = bench.channel.send(post)
    (shown,) = bench.answers()
    assert words(bench) == [post.text]
    assert (shown.root, shown.below, shown.is_private) == (*asked, False)
    assert bench.channel.find(post) == receipt


def test_an_answer_deeper_in_the_thread_keeps_its_root(bench, asked):
    first = bench.channel.send(answer(bench, asked)).remote_id
    deeper = bench.customer_says("En in het blauw?", below=first)
    bench.channel.send(answer(bench, (asked[0], deeper), "Alleen in het groen. Groet, Bas"))
    assert {(one.root, one.below) for one in bench.answers()} == {asked, (asked[0], deeper)}


def test_what_was_deleted_cannot_be_answered_and_the_reason_is_said(bench, asked):
    bench.customer_deletes(asked[1])
    with pytest.raises(Refused, match="deleted"):
        bench.channel.send(answer(bench, asked))
    assert bench.answers() == []


@pytest.mark.parametrize("text", ODD_CHARACTERS)
def test_odd_characters_in_an_answer_arrive_as_they_were_written(bench, asked, text):
    post = answer(bench, asked, text)
    receipt = bench.channel.send(post)
    assert words(bench) == [text]
    assert bench.channel.find(post) == receipt


def test_an_answer_of_which_the_receipt_was_lost_is_found_and_stands_there_once(bench, asked):
    post = answer(bench, asked)
    bench.goes_wrong("hang_up_after")
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    receipt = bench.channel.find(post)
    assert receipt is not None
    assert words(bench) == [post.text]
    bench.channel.withdraw(receipt.remote_id)
    bench.channel.withdraw(receipt.remote_id)
    assert bench.answers() == []
    assert bench.channel.find(post) is None


@pytest.mark.parametrize("how", ["hang_up_before", "server_error"])
def test_an_answer_that_never_arrived_is_uncertain_and_not_found(bench, asked, how):
    post = answer(bench, asked)
    bench.goes_wrong(how)
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    assert bench.channel.find(post) is None
    assert bench.answers() == []


@pytest.mark.parametrize(
    ("how", "trouble"), [("too_fast", TryLater), ("refuse", Refused), ("signed_out", SignInAgain)]
)
def test_a_network_that_says_no_has_published_no_answer(bench, asked, how, trouble):
    bench.goes_wrong(how)
    if (bench.name, how) == ("bluesky", "signed_out"):
        bench.rough.misbehave("answer", path="refreshSession", status=400, body={"error": "ExpiredToken"})
    with pytest.raises(trouble):
        bench.channel.send(answer(bench, asked))
    assert bench.answers() == []


def test_no_answer_leaves_when_the_network_cannot_be_reached(bench, asked):
    post = answer(bench, asked)
    bench.goes_wrong("unreachable")
    with pytest.raises(TryLater):
        bench.channel.send(post)
    assert bench.answers() == []


def test_the_same_answer_twice_stands_there_once_where_the_channel_says_so(bench, asked):
    if not bench.channel.limits.exact_retry:
        pytest.skip("this network does not promise it; `find` is what we have")
    post = answer(bench, asked)
    assert bench.channel.send(post) == bench.channel.send(post)
    assert words(bench) == [post.text]


def test_the_same_words_to_another_question_are_another_answer(bench, asked):
    other = asked[0], bench.customer_says("En in maat 48?", below=asked[0])
    post = answer(bench, other)
    bench.channel.send(answer(bench, asked))
    assert bench.channel.find(post) is None


def test_an_answer_over_the_limit_is_refused_before_anything_is_sent(bench, asked):
    with pytest.raises(Refused, match=str(bench.channel.limits.characters)):
        bench.channel.send(answer(bench, asked, "é" * (bench.channel.limits.characters + 1)))
    assert bench.answers() == []


def test_a_private_answer_is_private_or_refused_as_the_limits_say(bench, asked):
    post = answer(bench, asked, "Wil je ons je bonnummer sturen? Groet, Bas", is_private=True)
    if bench.channel.limits.answering.privately_to == "nobody":
        with pytest.raises(Refused, match=r"(?i)private"):
            bench.channel.send(post)
        assert bench.answers() == []
        return
    receipt = bench.channel.send(post)
    assert [one.is_private for one in bench.answers()] == [True]
    assert bench.channel.find(post) == receipt


def test_what_one_must_know_before_answering_is_said_in_both_languages(bench):
    remark = bench.channel.limits.answering.remark
    assert set(remark) in (set(), {"nl", "en"})
    assert all(remark.values())
