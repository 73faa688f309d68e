"""Two contacts are one when a person says so, and two again, exactly, when that was a mistake."""

from datetime import timedelta

import pytest

from conftest import NOW
from conversations.cast import met, said
from toonbank.conversations.models import Message
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.relations.asking import ask_consent
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact
from toonbank.relations.facts import people_for
from toonbank.relations.merging import maybe_the_same, merge, undo_merge
from toonbank.relations.models import Contact
from toonbank.relations.questions import Question
from toonbank.relations.remembering import note

DAY = timedelta(days=1)


@pytest.fixture
def pair(jas_shop, noor, square):
    """Mevrouw De Wit on the square, and A. de Wit on Mastodon; each with something of everything."""
    both = [
        met(jas_shop, "Mevrouw De Wit", handle="dewit"),
        met(jas_shop, "A. de Wit", kind="mastodon", handle="awit"),
    ]
    for one in both:
        said(jas_shop, square, f"Dag, hier {one.name}", contact=one)
        note(one, noor, "Houdt van groen.", now=NOW)
        give_consent(one, noor, Yes("zei het", name=True), now=NOW)
        ask_consent(one, noor, Question("een bericht", ("photo",)), now=NOW)
    return both


def belongings(contact):
    return {
        name: sorted(rows.values_list("pk", flat=True))
        for name, rows in (
            ("identities", contact.identities),
            ("conversations", contact.conversations),
            ("notes", contact.notes),
            ("consents", contact.consents),
            ("questions", contact.requests),
        )
    }


def test_everything_goes_along_and_comes_back_exactly(pair, noor):
    kept, gone = pair
    before = belongings(kept), belongings(gone)
    done = merge(kept, gone, noor, why="zei het zelf", now=NOW)
    together = belongings(kept)
    assert all(sorted(before[0][name] + before[1][name]) == together[name] for name in together)
    assert not any(belongings(gone).values())
    undo_merge(done, noor, now=NOW)
    assert (belongings(kept), belongings(gone)) == before
    with pytest.raises(Overtaken):
        undo_merge(done, noor, now=NOW)


def test_what_was_said_since_goes_back_with_the_account_it_was_said_on(pair, noor, jas_shop, square):
    kept, gone = pair
    identity = gone.identities.get()
    done = merge(kept, gone, noor, why="", now=NOW)
    since = said(jas_shop, square, "Nog iets", contact=kept)
    Message.objects.filter(pk=since.pk).update(identity=identity)
    undo_merge(done, noor, now=NOW)
    since.conversation.refresh_from_db()
    assert since.conversation.contact == gone


def test_a_chain_comes_apart_in_any_order(pair, noor, jas_shop):
    second, first = pair
    third = met(jas_shop, "Anna de Wit", handle="anna")
    before = [belongings(one) for one in (first, second, third)]
    inner = merge(second, first, noor, why="", now=NOW)
    outer = merge(third, second, noor, why="", now=NOW)
    undo_merge(inner, noor, now=NOW)
    undo_merge(outer, noor, now=NOW)
    assert [belongings(one) for one in (first, second, third)] == before
    assert not Contact.objects.exclude(merged_into=None).exists()


def test_a_yes_to_the_one_holds_for_the_name_of_the_other(jas_shop, noor):
    kept = keep_contact(jas_shop, noor, Who("Mirjam Prins"), now=NOW)
    gone = keep_contact(jas_shop, noor, Who("Mies", "@mies"), now=NOW)
    give_consent(kept, noor, Yes("zei het", name=True, tag=True), now=NOW)
    assert [one.consent for one in people_for(jas_shop, "Met dank aan @mies", NOW).everybody] == [None]
    merge(kept, gone, noor, why="", now=NOW)
    (person,) = people_for(jas_shop, "Met dank aan @mies", NOW).everybody
    assert person.consent.tag


def test_the_desk_asks_and_does_nothing_by_itself(jas_shop):
    one = met(jas_shop, "Mevrouw De Wit", handle="dewit")
    other = met(jas_shop, "Mevrouw de Wit", kind="mastodon", handle="annadewit")
    met(jas_shop, "Rob H.", handle="robh")
    assert [alike.contact for alike in maybe_the_same(one)] == [other]
    assert not Contact.objects.exclude(merged_into=None).exists()


def test_nobody_is_merged_with_themselves_twice_or_by_a_viewer(pair, noor, jas_shop, hire):
    kept, gone = pair
    with pytest.raises(BadInput):
        merge(kept, kept, noor, why="", now=NOW)
    with pytest.raises(NotAllowed):
        merge(kept, gone, hire(jas_shop, "Kijker", "viewer"), why="", now=NOW)
    merge(kept, gone, noor, why="", now=NOW)
    with pytest.raises(Overtaken):
        merge(kept, gone, noor, why="", now=NOW)


def test_a_child_stays_a_child_whoever_they_are_put_together_with(jas_shop, noor):
    kept, child = met(jas_shop, "Mevrouw De Wit", handle="dewit"), met(jas_shop, "Sam", handle="sam")
    Contact.objects.filter(pk=child.pk).update(is_minor=True)
    done = merge(kept, child, noor, why="", now=NOW)
    kept.refresh_from_db()
    with pytest.raises(BadInput, match=r"sixteen|zestien"):
        give_consent(kept, noor, Yes("zei het", photo=True), now=NOW)
    undo_merge(done, noor, now=NOW)
    kept.refresh_from_db()
    assert not kept.is_minor
