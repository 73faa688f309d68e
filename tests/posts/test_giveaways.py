"""A giveaway: its terms stand beside the post, are judged with it, and the prize is owed until somebody handed it over."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from conftest import NOW
from posts.sending import say_yes
from toonbank.core.errors import BadInput, Overtaken
from toonbank.ledger.models import Entry
from toonbank.posts.awarding import note_delivered, note_told, owed
from toonbank.posts.checking import judge_post
from toonbank.posts.drafting import edit_post, start_post, write_again
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.giving import GiveawayWords
from toonbank.posts.models import Delivery, Post

WIN = "Win een jas (119 euro). Vertel voor 30 november waar jij hem draagt."
TODAY = date(2026, 11, 21)
TERMS = GiveawayWords(
    is_one=True,
    prize="een Jas Merel",
    terms_url="https://jas.example/win",
    total_cents=11900,
    entry=("comment",),
    countries=("NL",),
    ends_on=date(2026, 11, 30),
    network_release=True,
)


@pytest.fixture
def rules(write, bas, words_of):
    """Which rules object to these terms under this text."""

    def judge(text, **changes):
        words = GiveawayWords(**(vars(TERMS) | changes)) if changes.get("is_one", True) else GiveawayWords()
        post = write(bas, text, giveaway=words, reader_gets="een kans op een jas")
        ((_variant, judged),) = judge_post(post, now=NOW)
        return {finding.rule for finding in judged.checkup.findings}

    return judge


@pytest.fixture
def held_game(jas_shop, bas, noor, square):
    """A giveaway that is public, with its draw so many days ago."""

    def hold(days_ago=1, **terms):
        post = say_yes(jas_shop, bas, noor, [square], now=NOW, plan_at=NOW + timedelta(days=1))
        Delivery.objects.filter(post=post).update(state="sent", remote_id=str(post.pk), sent_at=NOW)
        today = timezone.localdate()
        fields = {"prize": "een muts", "draw_on": today - timedelta(days=days_ago)} | terms
        return Giveaway.objects.create(shop=jas_shop, post=post, **fields)

    return hold


def test_without_terms_it_is_stopped_and_with_them_it_may_go(rules):
    assert "giveaway-terms-missing" in rules(WIN, is_one=False)
    assert rules(WIN) == set()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"countries": ("NL", "BE")}, "giveaway-belgium-chance"),
        ({"entry_cost_cents": 100}, "giveaway-limits"),
        ({"total_cents": 500_000, "draws": 21}, "giveaway-limits"),
        ({"entry": ("share",)}, "giveaway-entry-not-allowed"),
    ],
)
def test_the_terms_are_judged_though_the_text_does_not_tell_them(changes, found, rules):
    assert found in rules(WIN, **changes)


def test_a_jury_may_decide_in_belgium(rules):
    text = "De mooiste zin over je tuin wint een jas; een jury van drie kiest. Voorwaarden: link."
    assert "giveaway-belgium-chance" not in rules(text, countries=("BE",), decision="jury")


def test_a_second_large_draw_in_a_year_is_one_too_many(rules, held_game):
    held_game(total_cents=600_000, told_at=None)
    assert "giveaway-limits" in rules(WIN, total_cents=600_000)
    assert "giveaway-limits" not in rules(WIN)


def test_a_new_giveaway_waits_until_the_last_winner_was_told(rules, held_game, noor):
    game = held_game(days_ago=(timezone.localdate() - TODAY).days + 3)
    assert "giveaway-not-awarded" in rules(WIN)
    note_told(game, noor, now=timezone.now())
    assert "giveaway-not-awarded" not in rules(WIN)


def test_terms_are_left_as_they_are_by_who_does_not_speak_of_them(write, bas, words_of):
    post = write(bas, WIN, giveaway=TERMS)
    edit_post(post, bas, words_of(post, text=f"{WIN} Tot dan."), version=post.version, now=NOW)
    assert Giveaway.objects.get(post=post).draw_on == date(2026, 11, 30)
    edit_post(post, bas, words_of(post, giveaway=GiveawayWords()), version=post.version, now=NOW)
    assert not Giveaway.objects.filter(post=post).exists()


def test_the_same_words_once_more_give_nothing_away_by_themselves(write, bas):
    again = write_again(write(bas, WIN, giveaway=TERMS), bas, now=NOW)
    assert not Giveaway.objects.filter(post=again).exists()


def test_the_winner_is_told_after_the_draw_and_before_the_prize(held_game, noor):
    early = held_game(days_ago=-2)
    with pytest.raises(BadInput):
        note_told(early, noor, now=timezone.now())
    game = held_game(days_ago=1)
    with pytest.raises(BadInput):
        note_delivered(game, noor, now=timezone.now())
    note_told(game, noor, now=timezone.now())
    with pytest.raises(Overtaken):
        note_told(game, noor, now=timezone.now())
    note_delivered(game, noor, now=timezone.now())
    assert set(Entry.objects.values_list("kind", flat=True)) >= {"winner_told", "prize_delivered"}
    assert list(owed(timezone.localdate())) == []


def typed(square, **said):
    words = {
        "text": WIN,
        "lang": "nl",
        "reader_gets": "een kans",
        "accounts": square.pk,
        "day": "",
        "time": "",
    }
    return words | {f"giveaway-{name}": value for name, value in said.items()}


def test_the_compose_page_keeps_the_terms_and_shows_them_again(square, bas, door_of):
    client = door_of(bas)
    said = typed(
        square,
        here="yes",
        is_one="on",
        prize="een Jas Merel",
        total="119,00",
        terms_url="https://jas.example/win",
        entry=["comment", "picture"],
        countries=["NL"],
        decision="jury",
        ends_on="2026-11-30",
    )
    client.post(reverse("posts:compose", args=["jas"]), said)
    row = Giveaway.objects.get()
    assert (row.prize, row.total_cents, row.decision) == ("een Jas Merel", 11900, "jury")
    assert (row.entry, row.countries, row.draw_on) == (["comment", "picture"], ["NL"], date(2026, 11, 30))

    address = reverse("posts:edit", args=["jas", row.post_id])
    page = client.get(address).content.decode()
    assert 'value="119,00"' in page
    assert 'value="een Jas Merel"' in page
    client.post(address, typed(square, here="yes") | {"version": row.post.version})
    assert not Giveaway.objects.exists()


def test_a_draw_before_the_end_is_asked_again_and_nothing_typed_is_lost(square, bas, door_of):
    said = typed(square, here="yes", is_one="on", prize="een jas", ends_on="2026-11-30", draw_on="2026-11-29")
    answer = door_of(bas).post(reverse("posts:compose", args=["jas"]), said).content.decode()
    assert "kies een latere dag" in answer
    assert 'value="een jas"' in answer
    assert not Post.objects.exists()


def test_the_check_while_typing_hears_the_terms(square, bas, door_of):
    client, address = door_of(bas), reverse("posts:check", args=["jas"])
    assert "Winnen zonder voorwaarden" in client.post(address, typed(square, here="yes")).content.decode()
    told = typed(square, here="yes", is_one="on", terms_url="https://jas.example/win", countries=["NL"])
    with CaptureQueriesContext(connection) as queries:
        assert "Winnen zonder voorwaarden" not in client.post(address, told).content.decode()
    assert len(queries) <= 10


def test_today_reminds_of_what_is_owed_and_the_list_settles_it(held_game, noor, door_of):
    client, game = door_of(noor), held_game(days_ago=3)
    held_game(days_ago=-3, prize="een sjaal")
    today = client.get("/s/jas/").content.decode()
    assert "een muts" in today
    assert "een sjaal" not in today
    client.post(reverse("posts:winner-told", args=["jas", game.pk]))
    assert "de prijs moet nog" in client.get("/s/jas/").content.decode()
    client.post(reverse("posts:prize-delivered", args=["jas", game.pk]))
    assert "een muts" not in client.get("/s/jas/").content.decode()
    page = client.get(reverse("posts:giveaways", args=["jas"])).content.decode()
    assert "een muts" in page
    assert "een sjaal" in page
    game.refresh_from_db()
    assert game.delivered_by == noor


@pytest.mark.parametrize("name", ["posts:giveaways", "posts:today"])
def test_a_page_asks_as_often_for_many_giveaways_as_for_one(name, held_game, noor, door_of):
    client, address = door_of(noor), reverse(name, args=["jas"])

    def asked():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    held_game(told_at=NOW, told_by=noor)
    once = asked()
    for _ in range(6):
        held_game(told_at=NOW, told_by=noor)
    assert asked() == once <= 10


def test_a_list_of_none_says_what_will_stand_there(jas_shop, noor, door_of):
    page = door_of(noor).get(reverse("posts:giveaways", args=["jas"])).content.decode()
    assert "Er is nog niets weggegeven" in page


def test_a_new_draft_has_its_terms_at_once(jas_shop, bas, square, words_of, write):
    post = start_post(jas_shop, bas, words_of(write(bas, WIN), giveaway=TERMS), now=NOW)
    assert GiveawayWords.of(Post.objects.get(pk=post.pk)).prize == "een Jas Merel"
