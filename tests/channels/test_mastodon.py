"""Mastodon and its kin: limits from the server, keys that are not trusted, and posts known again by their words."""

import re
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from toonbank.channels.mastodon import UNKNOWN, Mastodon, begin_sign_in, finish_sign_in
from toonbank.channels.signin import SHOW_THE_CODE
from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater, Uncertain

from .behaviours import coat
from .benches import outgoing

pytestmark = pytest.mark.peer


def instance(**limits):
    """What a server says of itself."""
    statuses = {"max_characters": 5000, "max_media_attachments": 6, "characters_reserved_per_url": 25}
    media = {"image_size_limit": 8_000_000, "description_limit": 1_000}
    return {"configuration": {"statuses": statuses | limits, "media_attachments": media}}


def test_the_limits_are_those_of_the_server(mastodon_bench):
    mastodon_bench.rough.misbehave("answer", path="/api/v2/instance", status=200, body=instance())
    limits = mastodon_bench.channel.limits
    assert (limits.characters, limits.pictures, limits.picture_bytes) == (5000, 6, 8_000_000)
    assert limits.alt_characters == 1000
    assert mastodon_bench.channel.length("https://jas.nl/een/heel/lang/adres?met=vragen") == 25


def test_a_small_server_refuses_earlier(mastodon_bench):
    body = instance(max_characters=20)
    mastodon_bench.rough.misbehave("answer", path="/api/v2/instance", status=200, body=body)
    with pytest.raises(Refused, match="20 characters"):
        mastodon_bench.channel.send(outgoing("Dit is te lang voor die server."))
    assert mastodon_bench.published() == []


def test_the_limits_are_asked_once_an_hour(mastodon_bench):
    moments = [outgoing("nu").created_at]
    around = replace(mastodon_bench.around, clock=lambda: moments[-1])
    channel = Mastodon(mastodon_bench.account, around)
    for wait in (timedelta(0), timedelta(minutes=59), timedelta(minutes=2)):
        moments.append(moments[-1] + wait)
        assert channel.limits.characters == 500
    assert [line for line in mastodon_bench.rough.seen if "instance" in line] == ["GET /api/v2/instance"] * 2


@pytest.mark.parametrize("body", [{}, [], {"configuration": {"statuses": {"max_characters": "veel"}}}])
def test_a_server_that_says_nothing_gets_the_cautious_limits(mastodon_bench, body):
    mastodon_bench.rough.misbehave("answer", path="/api/v2/instance", status=200, body=body)
    assert mastodon_bench.channel.limits == replace(UNKNOWN, is_guess=False)
    assert UNKNOWN.characters == 500


def test_a_server_that_cannot_be_asked_gets_the_cautious_limits(mastodon_bench):
    mastodon_bench.rough.misbehave("answer", path="/api/v2/instance", times=3, status=503)
    assert mastodon_bench.channel.limits == UNKNOWN


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("jas", 3),
        ("https://jas.nl/" + "a" * 200, 23),
        ("http://a.nl", 23),
        ("www.jas.nl", 10),
        ("Zie https://jas.nl.", 28),
        ("@dewit@mastodon.nl klopt", 12),
        ("@bas klopt", 10),
        ("👩‍👩‍👧‍👦🇳🇱", 2),
        ("cafe\u0301", 4),
    ],
)
def test_length_is_counted_as_mastodon_does(mastodon_bench, text, length):
    assert mastodon_bench.channel.length(text) == length


def test_language_and_visibility_go_along(mastodon_bench):
    mastodon_bench.channel.send(outgoing("A red coat", lang="en"))
    status = mastodon_bench.statuses()[0]
    assert (status["language"], status["visibility"]) == ("en", "public")


def test_the_server_itself_refuses_what_our_limits_refuse(mastodon_bench):
    body = instance(max_characters=9000)
    mastodon_bench.rough.misbehave("answer", path="/api/v2/instance", status=200, body=body)
    with pytest.raises(Refused, match=r"(?i)character"):
        mastodon_bench.channel.send(outgoing("a" * 501))
    assert mastodon_bench.published() == []


def test_the_same_key_twice_is_one_post_where_the_server_honours_it(mastodon_bench):
    post = outgoing("Met dezelfde sleutel.")
    assert mastodon_bench.channel.send(post) == mastodon_bench.channel.send(post)
    assert mastodon_bench.published() == [post.text]
    assert not mastodon_bench.channel.limits.exact_retry


def test_a_picture_that_is_still_being_worked_on_is_waited_for(mastodon_bench):
    media = httpx.post(
        f"{mastodon_bench.server}/api/v2/media",
        files={"file": ("jas.jpg", coat().content, "image/jpeg")},
        data={"description": "Een jas"},
        headers={"authorization": "Bearer winkel_token"},
    ).json()
    busy = {**media, "url": None}
    mastodon_bench.rough.misbehave("answer", path="POST /api/v2/media", status=202, body=busy)
    mastodon_bench.rough.misbehave("answer", path="GET /api/v1/media", status=206, body=busy)
    mastodon_bench.channel.send(outgoing("Even wachten", pictures=(coat(),)))
    assert mastodon_bench.alts() == ["Een jas"]
    assert [line.split()[0] for line in mastodon_bench.rough.seen if "/media" in line] == [
        "POST",
        "GET",
        "GET",
    ]


def test_a_broken_upload_published_nothing(mastodon_bench):
    mastodon_bench.rough.misbehave("hang_up_after", path="/api/v2/media")
    with pytest.raises(TryLater):
        mastodon_bench.channel.send(outgoing("Foto kwijt", pictures=(coat(),)))
    assert mastodon_bench.published() == []


def test_a_post_is_found_behind_many_others(mastodon_bench):
    post = outgoing("Dit is **de** oude: zie https://jas.nl/een/lang/adres-dat-wordt-ingekort @bas #wol")
    receipt = mastodon_bench.channel.send(post)
    for number in range(45):
        mastodon_bench.channel.send(outgoing(f"Daarna nummer {number}"))
    assert mastodon_bench.channel.find(post) == receipt
    for status in mastodon_bench.statuses():
        mastodon_bench.delete_at_network(status["id"])


def test_the_same_words_from_before_the_send_are_another_post(mastodon_bench):
    old = outgoing("Elke week dezelfde groet.")
    mastodon_bench.channel.send(old)
    new = replace(old, key="another-1", created_at=old.created_at + timedelta(minutes=10))
    assert mastodon_bench.channel.find(new) is None


def test_the_same_words_with_another_number_of_pictures_are_another_post(mastodon_bench):
    post = outgoing("Met foto", pictures=(coat(),))
    mastodon_bench.channel.send(replace(post, pictures=()))
    assert mastodon_bench.channel.find(post) is None


def test_a_key_of_somebody_else_is_not_used_to_look(mastodon_bench):
    stranger = replace(mastodon_bench.account, secrets={"key": "klant_token"})
    with pytest.raises(SignInAgain):
        Mastodon(stranger, mastodon_bench.around).find(outgoing("Wie ben ik?"))


def test_looking_does_not_say_no_when_it_could_not_look_far_enough(mastodon_bench):
    post = outgoing("Onvindbaar")
    row = {"id": "9", "created_at": post.created_at.isoformat(), "content": "<p>iets anders</p>"}
    mastodon_bench.rough.misbehave("answer", path="/statuses?", times=99, status=200, body=[row])
    with pytest.raises(Uncertain):
        mastodon_bench.channel.find(post)


def test_mentions_come_oldest_first_and_again_only_what_is_new(mastodon_bench):
    def says(text):
        body = {"status": f"@winkel {text}", "visibility": "public"}
        headers = {"authorization": "Bearer klant_token"}
        httpx.post(f"{mastodon_bench.server}/api/v1/statuses", json=body, headers=headers).raise_for_status()

    def heard(since):
        return list(mastodon_bench.channel.incoming(since))

    says("Klopt die zeven?")
    says("Ik kom morgen.")
    first = heard("")
    assert [one.text for one in first[-2:]] == ["@winkel Klopt die zeven?", "@winkel Ik kom morgen."]
    assert (first[-1].author, first[-1].answers) == ("klant", "")
    assert heard(first[-1].cursor) == []
    says("Toch niet.")
    assert [one.text for one in heard(first[-1].cursor)] == ["@winkel Toch niet."]
    assert [one.remote_id for one in heard(first[-2].cursor)] == [
        first[-1].remote_id,
        heard(first[-1].cursor)[0].remote_id,
    ]


def sign_in(bench, come_back_to):
    around = replace(bench.around, come_back_to=come_back_to)
    there = begin_sign_in({"server": bench.rough.url}, around)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(there.url).query).items()}
    form = {**asked, "username": "winkel"}
    return around, there, httpx.post(f"{bench.server}/oauth/authorize", data=form)


def test_a_person_signs_in_by_saying_yes_at_the_server(mastodon_bench):
    around, there, yes = sign_in(mastodon_bench, "http://127.0.0.1:8000/accounts/back/")
    back = {name: values[0] for name, values in parse_qs(urlsplit(yes.headers["location"]).query).items()}
    account = finish_sign_in(there.pending, back, around)
    assert account.remote_id == mastodon_bench.account.remote_id
    assert account.handle.startswith("winkel@")
    Mastodon(account, around).send(outgoing("Aangemeld en wel."))
    assert mastodon_bench.published() == ["Aangemeld en wel."]


def test_a_code_may_be_copied_by_hand(mastodon_bench):
    around, there, yes = sign_in(mastodon_bench, "")
    assert SHOW_THE_CODE in there.pending.values()
    code = re.search(r"code: (\S+?)<", yes.text).group(1)
    assert finish_sign_in(there.pending, {"code": f" {code} "}, around).secrets["key"]


def test_an_answer_to_another_sign_in_is_refused(mastodon_bench):
    around, there, _ = sign_in(mastodon_bench, "http://127.0.0.1:8000/accounts/back/")
    with pytest.raises(BadInput):
        finish_sign_in(there.pending, {"code": "abc", "state": "van een ander"}, around)
    with pytest.raises(SignInAgain):
        finish_sign_in(there.pending, {"code": "verzonnen", "state": there.pending["state"]}, around)


def test_what_is_pending_is_not_shown(mastodon_bench):
    _, there, _ = sign_in(mastodon_bench, "")
    assert there.pending["client_secret"] not in repr(there)


def winkel_hears(bench, since=""):
    return list(bench.channel.incoming(since))


def question_of(bench, **how):
    return bench.customer_says("Klopt die zeven?", **how)


def answered(bench, question, text="Ja, vanmorgen geteld. Groet, Bas", **how):
    post = outgoing(text, answer_to=bench.to_answer(question, **how))
    bench.channel.send(post)
    return next(one for one in bench.statuses() if one["in_reply_to_id"] == question)


@pytest.mark.parametrize("seen_by", ["public", "unlisted", "private"])
def test_an_answer_is_seen_by_as_many_as_what_it_answers(mastodon_bench, seen_by):
    assert answered(mastodon_bench, question_of(mastodon_bench, seen_by=seen_by))["visibility"] == seen_by


def test_an_answer_to_a_private_word_stays_private_whatever_was_asked(mastodon_bench):
    question = question_of(mastodon_bench, is_private=True)
    assert answered(mastodon_bench, question, is_private=False)["visibility"] == "direct"


def test_an_answer_names_whom_it_answers_once(mastodon_bench):
    question = question_of(mastodon_bench)
    assert answered(mastodon_bench, question)["mentions"][0]["acct"] == "klant"
    assert mastodon_bench.published()[0] == "@klant Ja, vanmorgen geteld. Groet, Bas"
    other = question_of(mastodon_bench)
    answered(mastodon_bench, other, "Dag @klant, ja hoor. Groet, Bas")
    assert mastodon_bench.published()[0] == "Dag @klant, ja hoor. Groet, Bas"


def test_the_name_in_front_counts_for_the_length(mastodon_bench):
    question = question_of(mastodon_bench)
    fits = "a" * (500 - len("@klant "))
    answered(mastodon_bench, question, fits)
    with pytest.raises(Refused, match="this text has 501"):
        answered(mastodon_bench, question, fits + "a")


def test_a_private_answer_that_names_somebody_else_is_refused(mastodon_bench):
    question = question_of(mastodon_bench)
    with pytest.raises(Refused, match="@bas"):
        answered(mastodon_bench, question, "Vraag het @bas, die weet het. Noor", is_private=True)
    assert mastodon_bench.published() == []


def test_the_thread_of_many_comments_is_asked_for_once(mastodon_bench):
    cursor = mastodon_bench.heard_all()
    post = mastodon_bench.channel.send(outgoing("De regenjas is er weer.")).remote_id
    said = [mastodon_bench.customer_says(f"Vraag {number}", below=post) for number in range(12)]
    mastodon_bench.rough.behave()
    heard = winkel_hears(mastodon_bench, cursor)
    assert [(one.remote_id, one.thread) for one in heard] == [(one, post) for one in said]
    assert len([line for line in mastodon_bench.rough.seen if "context" in line]) == 1


def test_a_quiet_account_costs_three_calls(mastodon_bench):
    question_of(mastodon_bench)
    cursor = mastodon_bench.heard_all()
    mastodon_bench.rough.behave()
    assert winkel_hears(mastodon_bench, cursor) == []
    assert len(mastodon_bench.rough.seen) <= 3


def test_a_storm_is_heard_page_by_page_to_the_last_word(mastodon_bench):
    cursor = mastodon_bench.heard_all()
    said = [mastodon_bench.customer_says(f"Klacht {number}") for number in range(95)]
    heard = winkel_hears(mastodon_bench, cursor)
    assert [one.remote_id for one in heard] == said
    assert winkel_hears(mastodon_bench, heard[-1].cursor) == []
    assert [one.remote_id for one in winkel_hears(mastodon_bench, heard[49].cursor)][-45:] == said[50:]


def test_one_that_cannot_be_read_does_not_make_us_deaf(mastodon_bench):
    cursor = mastodon_bench.heard_all()
    said = question_of(mastodon_bench)
    notices = mastodon_bench.get("/api/v1/notifications?types[]=mention&limit=1")
    odd = [
        {"id": "1", "status": {"id": "7", "created_at": "gisteren"}},
        {"id": "2", "status": None},
        {"id": "3", "status": {"created_at": "2026-11-21T09:00:00Z"}},
        {
            "id": "4",
            "status": {"id": "9", "created_at": "2026-11-21T09:00:00", "account": None, "mentions": [1]},
        },
    ]
    mastodon_bench.rough.misbehave("answer", path="/notifications", status=200, body=notices + odd)
    assert [one.remote_id for one in winkel_hears(mastodon_bench, cursor)] == ["9", said]


def test_a_warning_and_pictures_come_with_the_words(mastodon_bench):
    cursor = mastodon_bench.heard_all()
    body = {"status": "@winkel Zie foto", "spoiler_text": "Vlek op jas"}
    said = mastodon_bench._send("POST", "", "klant_token", body)["id"]
    (one,) = winkel_hears(mastodon_bench, cursor)
    assert (one.remote_id, one.text) == (said, "Vlek op jas\n\n@winkel Zie foto")


def test_what_is_only_for_followers_is_not_public(mastodon_bench):
    cursor = mastodon_bench.heard_all()
    said = question_of(mastodon_bench, seen_by="private")
    (one,) = winkel_hears(mastodon_bench, cursor)
    assert (one.remote_id, one.sort, one.is_public) == (said, "mention", False)
