"""What every channel must hear: everything, once over, in its thread, also what was lost, changed or said elsewhere."""

import pytest

from toonbank.channels.networks import open_channel
from toonbank.core.errors import TryLater

from .benches import outgoing


@pytest.fixture
def bench(hearing_bench):
    return hearing_bench


@pytest.fixture
def since(bench):
    """The cursor after what other stories said."""
    return bench.heard_all()


@pytest.fixture
def post(bench):
    """Something that people can react to."""
    return bench.channel.send(outgoing("De regenjas is er weer.")).remote_id


def the_one(heard, remote_id, event="said"):
    return next(one for one in heard if (one.remote_id, one.event) == (remote_id, event))


def test_a_comment_is_heard_with_all_that_the_desk_needs(bench, since, post):
    said = bench.customer_says("Ook in maat 46?", below=post)
    one = the_one(bench.hear(said, since=since), said)
    assert one.text.endswith("Ook in maat 46?")
    assert (one.event, one.sort, one.is_public, one.is_own) == ("said", "comment", True, False)
    assert (one.thread, one.answers) == (post, post)
    assert one.author == bench.customer
    assert one.author_id
    assert bench.name == "square" or one.url.startswith("http")


def test_a_mention_out_of_the_blue_begins_a_thread(bench, since):
    said = bench.customer_says("Zijn jullie maandag open?")
    one = the_one(bench.hear(said, since=since), said)
    assert (one.sort, one.thread, one.answers) == ("mention", "", "")


def test_a_whole_talk_is_one_thread_whoever_speaks_and_wherever(bench, since, post):
    question = bench.customer_says("Klopt die zeven?", below=post)
    bench.hear(question, since=since)
    ours = bench.channel.send(
        outgoing("Ja, geteld om negen uur.", answer_to=bench.to_answer(question, root=post))
    )
    deeper = bench.customer_says("Dank je.", below=ours.remote_id)
    elsewhere = bench.shop_says_elsewhere("Graag gedaan.", below=deeper)
    heard = bench.hear(question, deeper, elsewhere, ours.remote_id, since=since)
    talk = [one for one in heard if one.thread == post]
    assert [one.remote_id for one in talk] == [question, ours.remote_id, deeper, elsewhere]
    assert [one.is_own for one in talk] == [False, True, False, True]
    assert [one.answers for one in talk] == [post, question, ours.remote_id, deeper]


def test_what_we_add_to_our_own_answer_belongs_to_the_talk_and_a_post_of_ours_does_not(bench, since, post):
    question = bench.customer_says("Klopt die zeven?", below=post)
    ours = bench.shop_says_elsewhere("Ja, geteld om negen uur.", below=question)
    more = bench.shop_says_elsewhere("Nu nog zes trouwens.", below=ours)
    below_post = bench.shop_says_elsewhere("En morgen komen er meer.", below=post)
    heard = bench.hear(question, ours, more, since=since)
    assert [one.remote_id for one in heard if one.remote_id in {ours, more}] == [ours, more]
    assert {the_one(heard, one).thread for one in (question, ours, more)} == {post}
    assert bench.name == "square" or below_post not in {one.remote_id for one in heard}


def test_who_speaks_keeps_one_lasting_name(bench, since, post):
    ids = [bench.customer_says(text, below=post) for text in ("Een.", "Twee.")]
    heard = bench.hear(*ids, since=since)
    assert len({the_one(heard, one).author_id for one in ids}) == 1


def test_what_was_heard_is_not_heard_again_and_the_cursor_outlives_the_channel(bench, since, post):
    first = bench.customer_says("Een.", below=post)
    cursor = bench.hear(first, since=since)[-1].cursor
    reopened = open_channel(bench.name, bench.account, bench.around)
    assert first not in {one.remote_id for one in reopened.incoming(cursor)}
    second = bench.customer_says("Twee.", below=post)
    heard = {one.remote_id for one in bench.hear(second, since=cursor)}
    assert heard & {first, second} == {second}


def test_reading_again_from_the_same_cursor_gives_the_same(bench, since, post):
    said = [bench.customer_says(text, below=post) for text in ("Een.", "Twee.", "Drie.")]
    first = bench.hear(*said, since=since)
    assert list(bench.channel.incoming(since)) == first
    assert [one.remote_id for one in first if one.remote_id in said] == said


def test_one_may_go_on_after_any_of_them(bench, since, post):
    said = [bench.customer_says(text, below=post) for text in ("Een.", "Twee.", "Drie.")]
    heard = bench.hear(*said, since=since)
    for place, one in enumerate(heard, 1):
        later = [other.remote_id for other in heard[place:]]
        rest = [other.remote_id for other in bench.channel.incoming(one.cursor)]
        assert [other for other in rest if other in later] == later


def test_an_edit_is_heard_where_the_network_has_edits(bench, since, post):
    if not hasattr(bench, "customer_edits"):
        pytest.skip("nobody can edit on this network")
    said = bench.customer_says("Klopt die zeven?", below=post)
    cursor = bench.hear(said, since=since)[-1].cursor
    bench.customer_edits(said, "Klopt die acht?")
    one = the_one(bench.hear_of("edited", since=cursor), said, "edited")
    assert one.text.endswith("Klopt die acht?")
    assert one.changed_at is not None
    assert one.changed_at >= one.at
    assert list(bench.channel.incoming(one.cursor)) == []


def test_a_deletion_is_heard_once(bench, since, post):
    said, other = (bench.customer_says(text, below=post) for text in ("Weg hiermee.", "Ik blijf."))
    cursor = bench.hear(said, other, since=since)[-1].cursor
    bench.customer_deletes(said)
    one = the_one(bench.hear_of("deleted", since=cursor), said, "deleted")
    assert one.text == ""
    assert one.changed_at is not None
    assert "deleted" not in {other.event for other in bench.channel.incoming(one.cursor)}


def test_our_own_answer_that_was_taken_away_elsewhere_is_heard_too(bench, since, post):
    said = bench.customer_says("Klopt die zeven?", below=post)
    ours = bench.shop_says_elsewhere("Ja hoor.", below=said)
    cursor = bench.hear(said, ours, since=since)[-1].cursor
    bench.delete_at_network(ours)
    one = the_one(bench.hear_of("deleted", since=cursor), ours, "deleted")
    assert (one.text, one.is_own) == ("", True)


def test_a_private_word_is_private_and_all_of_it_is_one_thread(bench, since):
    if bench.channel.limits.answering.privately_to == "nobody":
        pytest.skip("no private words pass through the desk on this network")
    first = bench.customer_says("Mijn bonnummer is 771.", is_private=True)
    answer = bench.to_answer(first, is_private=True)
    ours = bench.channel.send(outgoing("Dank, ik zoek het uit. Groet, Bas", answer_to=answer)).remote_id
    second = bench.customer_says("Nog iets: het was de blauwe.", is_private=True)
    heard = bench.hear(first, ours, second, since=since)
    talk = [the_one(heard, one) for one in (first, ours, second)]
    assert [(one.sort, one.is_public, one.is_own) for one in talk] == [
        ("direct", False, False),
        ("direct", False, True),
        ("direct", False, False),
    ]
    assert len({one.thread for one in talk}) == 1
    assert talk[0].thread


def test_a_network_that_cannot_be_reached_loses_nothing(bench, since, post):
    said = bench.customer_says("Hoort iemand mij?", below=post)
    bench.goes_wrong("deaf")
    with pytest.raises(TryLater):
        list(bench.channel.incoming(since))
    assert said in {one.remote_id for one in bench.hear(said, since=since)}


def test_a_cursor_fits_where_the_desk_keeps_it(bench, since, post):
    for number in range(25):
        last = bench.customer_says(f"Nummer {number}.", below=post)
    heard = bench.hear(last, since=since)
    assert all(len(one.cursor) <= 500 for one in heard)
    assert len([one for one in heard if one.event == "said"]) >= 25
