"""The desk asks for a channel by kind, and everything it needs to know is data."""

import json
from dataclasses import asdict

import pytest

from toonbank.channels.base import Channel
from toonbank.channels.networks import NETWORKS, limits_known, network, open_channel
from toonbank.channels.signin import AccountSettings, Surroundings
from toonbank.core.errors import BadInput

from .benches import now


@pytest.mark.parametrize("kind", NETWORKS)
def test_each_network_opens_its_own_kind_without_a_line(kind, tmp_path):
    around = Surroundings(clock=now, square_path=str(tmp_path / "square.sqlite3"))
    channel: Channel = open_channel(kind, AccountSettings("https://example.org", "jas", "1"), around)
    assert channel.kind == kind
    assert channel.length("jas") == 3


@pytest.mark.parametrize("kind", NETWORKS)
def test_each_network_asks_its_questions_in_both_languages(kind):
    asked = network(kind)
    assert set(asked.name) == {"nl", "en"}
    assert asked.fields
    for field in asked.fields:
        assert all(field.label[lang] and field.hint[lang] for lang in ("nl", "en"))


def test_an_unknown_network_is_named_with_those_we_know():
    with pytest.raises(BadInput, match=r"'friendster'.*square, bluesky, mastodon"):
        network("friendster")


def test_a_network_without_a_second_step_says_so():
    with pytest.raises(BadInput):
        network("square").finish({}, {}, Surroundings(clock=now))


@pytest.mark.parametrize("kind", ["bluesky", "mastodon"])
def test_a_server_inside_the_house_is_refused_at_sign_in(kind):
    around = Surroundings(clock=now)
    answers = {"server": "http://127.0.0.1:2583", "handle": "jas.test", "app_password": "geheim"}
    with pytest.raises(BadInput, match="https"):
        network(kind).sign_in(answers, around)


@pytest.mark.parametrize("kind", NETWORKS)
def test_limits_that_were_kept_are_the_same_limits(kind):
    usual = network(kind).usual
    assert limits_known(kind, json.loads(json.dumps(asdict(usual)))) == usual
    assert limits_known(kind, {"characters": 7, "from another day": 1}).answering == usual.answering


def test_what_goes_out_as_an_answer_can_be_counted_beforehand():
    assert network("mastodon").as_answer("Ja hoor.", "dewit@mastodon.nl") == "@dewit@mastodon.nl Ja hoor."
    assert network("mastodon").as_answer("Dag @dewit@mastodon.nl, ja.", "dewit@mastodon.nl").startswith("Dag")
    assert network("bluesky").as_answer("Ja hoor.", "dewit.test") == "Ja hoor."
