"""What may be done to a post, by whom, and what it does to its approval."""

from datetime import timedelta

import pytest

from conftest import NOW
from posts.conftest import AT_NOON, FALSE
from toonbank.core.errors import BadInput, Blocked, NotAllowed, Overtaken
from toonbank.posts.approving import approve, approvers_for
from toonbank.posts.drafting import (
    ask_again,
    discard,
    edit_post,
    keep_with_reason,
    restore,
    send_back,
    submit,
    write_again,
)
from toonbank.posts.models import Approval, Post
from toonbank.posts.moves import move_delivery
from toonbank.posts.planning import replan

BEG = "Muts Kleine Beer is er weer. Like en deel dit bericht!"


def the_delivery(post):
    return post.deliveries.get()


def test_editing_an_approved_post_voids_the_approval_and_holds_its_delivery(approved, bas, words_of):
    edit_post(approved, bas, words_of(approved, text="Iets anders."), version=approved.version, now=NOW)

    assert not approved.approvals.filter(voided_at=None).exists()
    assert approved.state == "draft"
    assert the_delivery(approved).state == "held"
    assert the_delivery(approved).held_why == {"why": "text_changed"}


def test_saving_the_same_words_keeps_approval_and_writer(approved, noor, bas, words_of):
    edit_post(
        approved, noor, words_of(approved, reader_gets="iets beters"), version=approved.version, now=NOW
    )

    assert approved.state == "approved"
    assert approved.edited_by == bas
    assert the_delivery(approved).state == "planned"


def test_an_offer_stays_an_offer_while_its_words_stay(offered, noor, bas, words_of):
    edit_post(offered, noor, words_of(offered), version=offered.version, now=NOW)
    assert offered.state == "submitted"
    approve(offered, noor, version=offered.version, now=NOW)

    assert offered.state == "approved"


def test_another_day_in_the_form_moves_what_is_planned_and_keeps_the_yes(approved, bas, words_of):
    later = AT_NOON + timedelta(days=1)
    edit_post(approved, bas, words_of(approved, plan_at=later), version=approved.version, now=NOW)

    assert the_delivery(approved).due_at == later
    assert approved.approvals.filter(voided_at=None).exists()


def test_nobody_approves_own_words_while_a_colleague_may(write, noor, bas):
    post = submit(write(noor), noor, now=NOW)

    with pytest.raises(NotAllowed):
        approve(post, noor, version=post.version, now=NOW)
    assert approvers_for(post) == [bas]


def test_who_is_alone_approves_own_words(write, noor):
    post = submit(write(noor), noor, now=NOW)
    approve(post, noor, version=post.version, now=NOW)

    assert post.state == "approved"


def test_who_read_an_older_version_approves_nothing(offered, noor):
    with pytest.raises(Overtaken):
        approve(offered, noor, version=offered.version - 1, now=NOW)
    assert not Approval.objects.exists()


def test_a_blocked_post_cannot_be_approved(write, hats, noor, bas):
    post = submit(write(bas, FALSE, plan_at=None), bas, now=NOW)

    with pytest.raises(Blocked):
        approve(post, noor, version=post.version, now=NOW)


def test_a_warning_needs_a_reason_and_then_may_stand(write, noor, bas):
    post = submit(write(bas, BEG), bas, now=NOW)
    with pytest.raises(Blocked):
        approve(post, noor, version=post.version, now=NOW)
    with pytest.raises(BadInput):
        keep_with_reason(post, bas, "engagement-bait", "Like en", reason="  ", now=NOW)

    from toonbank.posts.checking import judge_post, words_of

    for _variant, judged in judge_post(post, now=NOW):
        for finding in judged.unanswered:
            words = words_of(finding, judged.text)
            keep_with_reason(post, bas, finding.rule, words, reason="Een grap van de buurt.", now=NOW)
    approve(post, noor, version=post.version, now=NOW)

    assert post.state == "approved"


def test_who_saves_second_loses_nothing(write, noor, bas, words_of):
    post = write(bas)
    version = post.version
    edit_post(post, noor, words_of(post, text="Van Noor."), version=version, now=NOW)

    with pytest.raises(Overtaken):
        edit_post(post, bas, words_of(post, text="Van Bas."), version=version, now=NOW)
    post.refresh_from_db()
    kept = post.versions.get(came_second=True)

    assert post.text == "Van Noor."
    assert (kept.text, kept.member) == ("Van Bas.", bas)


def test_another_day_keeps_the_approval(approved, bas):
    replan(approved, bas, AT_NOON + timedelta(days=3), now=NOW)

    assert the_delivery(approved).due_at == AT_NOON + timedelta(days=3)
    assert approved.approvals.filter(voided_at=None).exists()


def test_the_story_tells_who_chose_another_day(approved, bas, door_of):
    replan(approved, bas, AT_NOON + timedelta(days=3), now=NOW)

    move = the_delivery(approved).moves.last()
    assert (move.event, move.from_state, move.to_state, move.member) == ("replan", "planned", "planned", bas)
    assert move.details == {"due_at": (AT_NOON + timedelta(days=3)).isoformat()}
    page = door_of(bas).get(f"/s/jas/posts/{approved.pk}/").content.decode()
    assert "Bas verplaatste het naar donderdag 26 november, 13:00." in page
    bas.person.language = "en"
    bas.person.save(update_fields=["language"])
    page = door_of(bas).get(f"/s/jas/posts/{approved.pk}/").content.decode()
    assert "Bas moved it to Thursday 26 November, 13:00." in page


def test_another_day_chosen_while_writing_is_told_too(approved, bas, words_of):
    words = words_of(approved, plan_at=AT_NOON + timedelta(days=1))
    edit_post(approved, bas, words, version=approved.version, now=NOW)
    assert [move.event for move in the_delivery(approved).moves.all()] == ["plan", "replan"]


def test_saving_without_a_change_leaves_the_moment_where_it_is(offered, noor, bas, words_of):
    yesterday = NOW - timedelta(days=1)
    Post.objects.filter(pk=offered.pk).update(plan_at=yesterday)
    offered.refresh_from_db()
    approve(offered, noor, version=offered.version, now=NOW)
    edit_post(offered, bas, words_of(offered), version=offered.version, now=NOW + timedelta(minutes=1))
    assert the_delivery(offered).due_at == NOW


def test_a_passed_moment_chosen_while_writing_means_now(approved, bas, words_of):
    words = words_of(approved, plan_at=NOW - timedelta(days=1))
    edit_post(approved, bas, words, version=approved.version, now=NOW)
    assert the_delivery(approved).due_at == NOW


def test_what_is_on_its_way_gets_no_other_day(approved, bas):
    delivery = the_delivery(approved)
    move_delivery(delivery, "start", at=AT_NOON, lease_until=AT_NOON, began_at=AT_NOON)
    with pytest.raises(BadInput):
        replan(approved, bas, AT_NOON + timedelta(days=3), now=NOW)


def test_a_moment_that_passed_is_no_plan(approved, bas):
    with pytest.raises(BadInput):
        replan(approved, bas, NOW - timedelta(minutes=1), now=NOW)


def test_throwing_away_cancels_and_taking_back_makes_a_draft(approved, bas):
    discard(approved, bas, now=NOW)
    assert the_delivery(approved).state == "cancelled"
    restore(approved, bas, now=NOW)

    assert approved.state == "draft"
    assert not approved.approvals.filter(voided_at=None).exists()


def test_sending_back_asks_a_reason_and_holds_what_is_planned(approved, noor):
    with pytest.raises(BadInput):
        send_back(approved, noor, " ", now=NOW)
    send_back(approved, noor, "Zeg ook hoe lang.", now=NOW)

    assert (approved.state, approved.sent_back_why) == ("draft", "Zeg ook hoe lang.")
    assert the_delivery(approved).state == "held"


def test_what_is_public_cannot_be_changed_only_written_again(approved, bas, words_of):
    delivery = the_delivery(approved)
    move_delivery(delivery, "start", at=NOW, lease_until=NOW)

    with pytest.raises(BadInput):
        edit_post(approved, bas, words_of(approved, text="Anders."), version=approved.version, now=NOW)
    draft = write_again(approved, bas, now=NOW)

    assert (draft.text, draft.state) == (approved.text, "draft")


def test_an_approval_that_ran_out_can_be_asked_for_anew(approved, bas, noor):
    ask_again(approved, bas, now=NOW)
    assert the_delivery(approved).state == "held"
    approve(approved, noor, version=approved.version, now=NOW)

    assert the_delivery(approved).state == "planned"


def test_who_only_reads_writes_nothing(write, bas, hire, jas_shop, words_of):
    post, samira = write(bas), hire(jas_shop, "Samira", "viewer")

    with pytest.raises(NotAllowed):
        edit_post(post, samira, words_of(post), version=post.version, now=NOW)
    with pytest.raises(NotAllowed):
        replan(post, samira, AT_NOON, now=NOW)
