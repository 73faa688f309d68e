"""Bas says that a finding is not right; it stands all the same, and Noor settles what is done with it."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW
from posts.conftest import FALSE
from toonbank.core.errors import BadInput, Blocked, NotAllowed
from toonbank.etiquette.house_rules import HouseRules
from toonbank.posts.approving import approve
from toonbank.posts.disagreeing import Asked, counts_by_rule, lines_of
from toonbank.posts.disputing import dispute, settle, take_back
from toonbank.posts.drafting import keep_with_reason, submit
from toonbank.posts.models import Dispute, Post
from toonbank.shops.house import change_house

BEGGING = "Like en deel dit bericht! Wol was je op 30 graden."
WORDS = "Nog maar 3 mutsen Kleine Beer"
REASON = "Er hangen er drie; de rest is al verkocht."


def page(client, name, *args, **query):
    return client.get(reverse(name, args=["jas", *args]), query)


def press(client, name, *args, **said):
    return client.post(reverse(name, args=["jas", *args]), said, follow=True)


@pytest.fixture
def disputed(write, hats, bas):
    return dispute(write(bas, FALSE), bas, "scarcity-false", WORDS, reason=REASON, now=NOW)


def test_a_dispute_is_kept_with_the_words_and_what_stands_around_them(write, hats, bas):
    long = "Vandaag in de winkel aan de Beukerstraat, waar het naar wol ruikt en de koffie klaarstaat, zeggen we het zoals het is. "
    post = write(bas, long + FALSE + " " + long)

    one = dispute(post, bas, "scarcity-false", WORDS, reason=f"  {REASON} ", now=NOW)

    assert (one.rule, one.words, one.reason, one.member, one.at) == (
        "scarcity-false",
        WORDS,
        REASON,
        bas,
        NOW,
    )
    assert one.severity == "block"
    assert one.around.startswith("…")
    assert one.around.endswith("…")
    assert WORDS in one.around
    assert len(one.around) == 80 + len(WORDS) + 80 + 2


def test_a_disputed_block_still_blocks(disputed, noor, bas):
    post = submit(disputed.post, bas, now=NOW)

    with pytest.raises(Blocked):
        approve(post, noor, version=post.version, now=NOW)


def test_a_disputed_warning_still_asks_its_reason(write, noor, bas):
    post = write(bas, BEGGING)
    dispute(post, bas, "engagement-bait", "", reason="Dit is geen bedelen.", now=NOW)
    submit(post, bas, now=NOW)

    with pytest.raises(Blocked):
        approve(post, noor, version=post.version, now=NOW)


@pytest.mark.parametrize(
    ("rule", "words", "reason", "says"),
    [
        ("scarcity-false", WORDS, "  ", "wat er niet klopt"),
        ("scarcity-false", "woorden van vroeger", REASON, "staan niet meer in het bericht"),
        ("no-such-rule", WORDS, REASON, "Kijk opnieuw"),
    ],
)
def test_a_dispute_needs_a_reason_a_rule_and_words_that_are_there(
    write, bas, door_of, rule, words, reason, says
):
    post = write(bas, FALSE)

    shown = press(door_of(bas), "posts:dispute", post.pk, rule=rule, words=words, reason=reason)

    assert says in shown.content.decode()
    assert Dispute.objects.count() == 0


def test_a_finding_is_disputed_once_and_again_after_it_was_taken_back(disputed, noor, bas):
    with pytest.raises(BadInput):
        dispute(disputed.post, noor, "scarcity-false", WORDS, reason="Ik ook.", now=NOW)

    take_back(disputed, bas, now=NOW)

    assert dispute(disputed.post, noor, "scarcity-false", WORDS, reason="Ik ook.", now=NOW).member == noor


def test_only_who_said_it_takes_it_back_and_only_the_owner_settles_it(disputed, noor, bas):
    with pytest.raises(NotAllowed):
        take_back(disputed, noor, now=NOW)
    with pytest.raises(NotAllowed):
        settle(disputed, bas, "rule_kept", now=NOW)
    with pytest.raises(BadInput):
        settle(disputed, noor, "thrown_away", now=NOW)

    settle(disputed, noor, "makers_told", now=NOW)

    disputed.refresh_from_db()
    assert (disputed.settled_as, disputed.settled_by, disputed.settled_at) == ("makers_told", noor, NOW)
    with pytest.raises(BadInput):
        settle(disputed, noor, "rule_kept", now=NOW)
    with pytest.raises(BadInput):
        take_back(disputed, bas, now=NOW)


@pytest.fixture
def begging_blocks(jas_shop, noor):
    """In this shop begging for likes is a block, whatever the clock says."""
    change_house(jas_shop, noor, HouseRules(severities={"engagement-bait": "block"}), seen=0, now=NOW)


def test_on_the_compose_page_the_words_are_saved_and_the_dispute_with_them(
    write, begging_blocks, bas, door_of
):
    post, client = write(bas, BEGGING), door_of(bas)
    shown = page(client, "posts:edit", post.pk).content.decode()
    key = re.search(r'name="dispute" value="(\d+\|engagement-bait\|[^"]*)"', shown)[1]
    typed = {
        "text": BEGGING,
        "lang": "nl",
        "version": post.version,
        "accounts": post.variants.get().account_id,
    }

    said = typed | {"dispute": key, f"dispute-{key.split('|')[0]}": REASON}
    after = press(client, "posts:edit", post.pk, **said).content.decode()

    assert "Opgeschreven onder Oneens, met je reden." in after
    assert f"Klopt niet, is gezegd: {REASON}" in after
    assert "Het blijft een blokkade, ook terwijl we ernaar kijken." in after
    version = Post.objects.get(pk=post.pk).version
    undo = typed | {"version": version, "undispute": Dispute.objects.get().pk}
    back = press(client, "posts:edit", post.pk, **undo).content.decode()
    assert "Teruggenomen." in back
    assert "Klopt niet, is gezegd" not in back


def test_the_live_check_shows_what_was_disputed_and_asks_few_questions(write, bas, door_of, square):
    post, client = write(bas, BEGGING), door_of(bas)
    said = {"text": BEGGING, "lang": "nl", "accounts": square.pk, "post": post.pk}
    words = re.search(
        r'engagement-bait\|([^"]*)"', client.post(reverse("posts:check", args=["jas"]), said).content.decode()
    )[1]
    dispute(post, bas, "engagement-bait", words, reason=REASON, now=NOW)

    with CaptureQueriesContext(connection) as queries:
        answer = client.post(reverse("posts:check", args=["jas"]), said)

    assert f"Klopt niet, is gezegd: {REASON}" in answer.content.decode()
    assert len(queries) <= 10


def test_on_the_page_of_the_post_bas_says_it_and_takes_it_back(write, hats, bas, door_of):
    post, client = write(bas, FALSE), door_of(bas)
    card = page(client, "posts:read", post.pk).content.decode()
    assert f'action="/s/jas/posts/{post.pk}/dispute/"' in card

    shown = press(client, "posts:dispute", post.pk, rule="scarcity-false", words=WORDS, reason=REASON)
    assert "Opgeschreven onder Oneens" in shown.content.decode()
    here = reverse("posts:read", args=["jas", post.pk])
    back = press(client, "posts:take-back-dispute", Dispute.objects.get().pk, next=here)

    assert back.request["PATH_INFO"] == here
    assert Dispute.objects.get().taken_back_at is not None


def test_the_page_counts_by_rule_and_lists_the_newest_first(disputed, write, noor, bas, door_of):
    other = write(bas, BEGGING)
    keep_with_reason(
        other, bas, "engagement-bait", "Like en deel", reason="Voor de buurt.", now=NOW + timedelta(hours=1)
    )

    shown = page(door_of(noor), "posts:disagreements").content.decode()

    assert shown.index("Voor de buurt.") < shown.index(REASON)
    assert "#rule-engagement-bait" in shown
    counts = [(one.slug, one.kept, one.disputed, one.open) for one in counts_by_rule(disputed.shop)]
    assert counts == [("scarcity-false", 0, 1, 1), ("engagement-bait", 1, 0, 0)]
    one_rule = page(door_of(noor), "posts:disagreements", rule="engagement-bait").content.decode()
    assert "Voor de buurt." in one_rule
    assert REASON not in one_rule


@pytest.mark.parametrize(("show", "found"), [("all", 2), ("kept", 1), ("disputed", 1), ("open", 0)])
def test_each_sort_has_its_own_list(disputed, write, noor, bas, show, found):
    keep_with_reason(write(bas), bas, "shouting", "", reason="Voor de buurt.", now=NOW)
    settle(disputed, noor, "rule_kept", now=NOW)

    assert len(lines_of(disputed.shop, Asked(show=show))[0]) == found


def test_the_pages_lie_one_behind_the_other_and_nothing_falls_between(jas_shop, write, bas):
    post = write(bas)
    for number in range(40):
        at = NOW + timedelta(minutes=number // 4)
        Dispute.objects.create(
            shop=jas_shop,
            post=post,
            rule="shouting",
            severity="advise",
            lang="nl",
            words=f"{number}",
            reason="Nee.",
            member=bas,
            at=at,
        )
        keep_with_reason(post, bas, "shouting", f"{number}", reason="Ja.", now=at)
    seen, before = [], ""
    while True:
        lines, before = lines_of(jas_shop, Asked(before=before))
        seen += [(line.is_dispute, line.row.pk) for line in lines]
        if not before:
            break

    assert len(seen) == len(set(seen)) == 80
    assert all(
        lines_of(jas_shop, Asked(before=odd))[0]
        for odd in ("x", "2026-13-45T00:00_kept_1", "_kept_", "²_³_¹")
    )


def test_noor_settles_on_the_page_and_comes_back_to_it(disputed, noor, bas, door_of):
    here = reverse("posts:disagreements", args=["jas"]) + "?show=open"

    shown = press(door_of(noor), "posts:settle-dispute", disputed.pk, how="rule_changed", next=here)

    assert "Afgehandeld: de regel is aangepast." in shown.content.decode()
    assert shown.request["QUERY_STRING"] == "show=open"
    all_of_them = page(door_of(bas), "posts:disagreements").content.decode()
    assert "Afgehandeld door Noor" in all_of_them
    assert "/settle/" not in all_of_them


def test_the_export_keeps_the_words_of_the_shop_at_home_unless_they_are_chosen(disputed, noor, door_of):
    def exported(**query):
        answer = page(door_of(noor), "posts:export-disputes", **query)
        return [json.loads(line) for line in answer.getvalue().decode().splitlines()]

    (bare,), (whole,) = exported(), exported(texts="1")

    assert bare == {
        "rule": "scarcity-false",
        "severity": "block",
        "lang": "nl",
        "at": NOW.isoformat(),
        "settled_as": None,
        "settled_at": None,
    }
    assert whole == bare | {"words": WORDS, "around": FALSE, "reason": REASON}


def test_who_only_looks_can_read_it_and_say_nothing(disputed, jas_shop, hire, door_of):
    viewer = hire(jas_shop, "Kijker", "viewer")

    assert REASON in page(door_of(viewer), "posts:disagreements").content.decode()
    assert "Klopt niet?" not in page(door_of(viewer), "posts:read", disputed.post_id).content.decode()
    with pytest.raises(NotAllowed):
        dispute(disputed.post, viewer, "scarcity-false", WORDS, reason="Nee.", now=NOW)


def test_an_empty_list_says_where_it_comes_from(noor, door_of):
    shown = page(door_of(noor), "posts:disagreements").content.decode()

    assert "Nog niemand was het oneens" in shown
    assert "Bij elke bevinding staat ‘Klopt niet?’." in shown


def test_the_page_asks_as_often_for_thirty_as_for_one(disputed, write, bas, noor, door_of):
    client = door_of(noor)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert page(client, "posts:disagreements").status_code == 200
        return len(queries)

    keep_with_reason(write(bas), bas, "shouting", "", reason="Ja.", now=NOW)
    asked()
    once = asked()
    for number in range(29):
        post = write(bas, FALSE)
        dispute(post, bas, "scarcity-false", WORDS, reason=f"{number}", now=NOW)
        keep_with_reason(post, bas, "shouting", f"{number}", reason="Ja.", now=NOW)

    assert asked() == once <= 10
