"""What is kept of somebody can be seen and goes when they ask, when it is old, or when they deleted it on X."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.db import connection
from django_scopes import scope

from conftest import NOW
from conversations.cast import answered, de_wit, met, rob, said, waiting
from conversations.people.cast import published
from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.asking import Asked
from toonbank.conversations.casebook import Case
from toonbank.conversations.finding import matching
from toonbank.conversations.keeping import follow_deletions, keep_tidy
from toonbank.conversations.models import Conversation, Message, Turn, Wording
from toonbank.conversations.papers import Note
from toonbank.conversations.people.erasing import erase, preview_of
from toonbank.conversations.people.exporting import everything_of, export
from toonbank.conversations.people.takedowns import done_by_hand
from toonbank.conversations.takedown import TakeDown
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.core.lifecycle import CASE
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.posts.models import Delivery, Move, Post
from toonbank.relations.consenting import Yes, give_consent, withdraw_consent
from toonbank.relations.keeping import KINDS, change_keeping, keeping_of, months_before
from toonbank.relations.merging import merge, undo_merge
from toonbank.relations.models import Consent, Contact, Identity
from toonbank.relations.papers import KeepingVersion, Merge, PersonNote
from toonbank.relations.remembering import link_customer, note
from toonbank.shops.models import Account, Shop

DAY = timedelta(days=1)
SECRET = "Stuur maar naar Beukerstraat 12, de rits van de Wad is stuk."


@pytest.fixture
def story(jas_shop, noor, square):
    """Mevrouw De Wit complained, was answered, and is remembered; Rob H. spoke too."""
    contact = de_wit(jas_shop)
    message = said(jas_shop, square, SECRET, at=NOW - DAY, contact=contact)
    talk = message.conversation
    answered(talk, noor, "Beste mevrouw De Wit, u heeft gelijk. Noor", at=NOW)
    Note.objects.create(shop=jas_shop, conversation=talk, member=noor, text="De Wit heeft gelijk", at=NOW)
    Wording.objects.create(
        shop=jas_shop, message=message, text="Stuur naar de Beukerstraat", since_at=NOW - DAY, until_at=NOW
    )
    Case.objects.create(
        shop=jas_shop, conversation=talk, opened_at=NOW, cause="quality", verdict="right", kernel="De rits van De Wit",
        facts=[{"what": "adres", "is": "Beukerstraat 12", "source": "zij"}],
    )  # fmt: skip
    note(contact, noor, "De Wit houdt van groen", now=NOW)
    link_customer(contact, noor, ground="told", why="gaf haar nummer", number="K-77", now=NOW)
    give_consent(contact, noor, Yes("zei het", name=True), now=NOW)
    Arrival.objects.create(
        shop=jas_shop,
        account=square,
        key="k",
        body={"by": "dewit", "text": SECRET},
        came_at=NOW,
        state="refused",
    )
    said(jas_shop, square, "Heel iets anders van Rob", contact=rob(jas_shop))
    contact.refresh_from_db()
    return contact


def everything_in_the_database():
    """All text in every table, as a thief would read it."""
    found = []
    with connection.cursor() as rows:
        for table in connection.introspection.table_names(rows):
            if table.startswith("conversations_words"):
                continue
            rows.execute(f'SELECT * FROM "{table}"')
            found += [
                f"{table}: {value}" for row in rows.fetchall() for value in row if isinstance(value, str)
            ]
    return found


def test_who_is_erased_stands_nowhere_in_the_database(story, noor):
    erase(story, noor, now=NOW)
    left = [
        line
        for line in everything_in_the_database()
        if any(word in line for word in ("De Wit", "dewit", "Beukerstraat", "K-77"))
    ]
    assert left == []


def test_the_words_are_gone_from_the_search(story, noor, jas_shop):
    def found():
        return len(matching(jas_shop, Asked(words="rits").sought, below=None, most=10))

    before = found()
    erase(story, noor, now=NOW)
    assert (before, found()) == (1, 0)


def test_a_skeleton_stays_for_the_counts_and_others_are_left_alone(story, noor):
    erase(story, noor, now=NOW)
    talk = Conversation.objects.get(thread__startswith="erased-")
    assert (talk.contact, talk.name, talk.excerpt, talk.speaker) == (None, "", "", "")
    assert (talk.case.cause, talk.case.verdict, talk.messages.count()) == ("quality", "right", 2)
    assert Message.objects.filter(text="Heel iets anders van Rob").count() == 1
    assert Contact.objects.filter(name="Rob H.").exists()


def test_the_proof_of_consent_stays_without_the_name_and_its_live_posts_are_tasks(
    story, noor, jas_shop, square
):
    published(jas_shop, noor, square, "Met dank aan Mevrouw De Wit.")
    erase(story, noor, now=NOW + DAY)
    consent = Consent.objects.get()
    assert (consent.withdrawn_at, consent.contact.name) == (NOW + DAY, "—")
    assert TakeDown.objects.get().state == "open"
    with pytest.raises(BadInput):
        give_consent(consent.contact, noor, Yes("zei het", name=True), now=NOW + DAY)


def test_the_ledger_tells_of_it_and_stays_whole(story, noor, jas_shop):
    erase(story, noor, now=NOW)
    assert Entry.objects.filter(kind="person_erased").count() == 1
    assert verify(jas_shop).closes


def test_the_preview_counts_what_goes_and_what_stays(story):
    preview = preview_of(story)
    assert (preview.messages, preview.conversations, preview.identities, preview.notes, preview.consents) == (
        2,
        1,
        1,
        2,
        1,
    )


def test_only_the_owner_erases_and_only_once(story, noor, bas):
    with pytest.raises(NotAllowed):
        erase(story, bas, now=NOW)
    erase(story, noor, now=NOW)
    story.refresh_from_db()
    with pytest.raises(BadInput):
        erase(story, noor, now=NOW)


def test_a_talk_that_still_waited_is_laid_aside(jas_shop, square, noor):
    talk = waiting(jas_shop, square)
    erase(talk.contact, noor, now=NOW)
    talk.refresh_from_db()
    assert (talk.state, talk.case.state, bool(talk.case.reason), talk.case.closed_by) == (
        "aside",
        "closed",
        True,
        noor,
    )
    assert Turn.objects.filter(conversation=talk, event="set_aside", member=noor).exists()


@pytest.mark.parametrize("state", CASE.states)
def test_a_complaint_can_be_erased_however_far_it_got(jas_shop, square, noor, state):
    talk = waiting(jas_shop, square)
    known = {"verdict": "right", "kernel": "De rits van De Wit", "cause": "quality", "opened_at": NOW}
    known |= {"outcome": "Een nieuwe jas voor De Wit", "closing_line": "Dank u, mevrouw De Wit"}
    known |= {"acknowledged_at": NOW, "confirmed_how": "De Wit belde"}
    Case.objects.create(shop=jas_shop, conversation=talk, state=state, **known)
    erase(talk.contact, noor, now=NOW)
    assert Case.objects.get().state == "closed"
    assert [line for line in everything_in_the_database() if "De Wit" in line] == []


def test_the_name_must_be_typed_over(story, noor, door_of):
    address = f"/s/jas/counter/people/{story.pk}/forget/"
    assert door_of(noor).post(address, {"name": "Iemand"}).status_code == 400
    assert Identity.objects.filter(contact=story).exists()
    assert door_of(noor).post(address, {"name": "mevrouw de wit"}).status_code == 302
    assert not Identity.objects.filter(contact=story).exists()


def test_the_export_holds_everything_and_the_page_can_be_read(story, noor):
    with zipfile.ZipFile(io.BytesIO(export(story, noor, now=NOW))) as packed:
        book = json.loads(packed.read("gegevens.json"))
        page = packed.read("gegevens.html").decode()
    (talk,) = book["conversations"]
    assert [one["from"] for one in talk["messages"]] == ["you", "shop"]
    assert (book["customer"]["number"], book["identities"][0]["handle"]) == ("K-77", "dewit")
    for part in (
        SECRET,
        "De Wit houdt van groen",
        "De Wit heeft gelijk",
        "Mevrouw De Wit",
        "De rits van De Wit",
    ):
        assert part in page
    assert "Rob" not in page + str(book)
    assert "Wit" not in str(Entry.objects.get(kind="person_exported").payload)


def months_later(count):
    return months_before(NOW, -count)


def test_what_is_older_than_the_shop_keeps_goes_by_itself(story, jas_shop):
    assert keep_tidy(months_later(23)) == {}
    gone = keep_tidy(months_later(25))
    assert gone["threads"] == 2
    assert not Message.objects.exclude(text="").exists()
    assert not PersonNote.objects.exists()
    assert not Identity.objects.exists()
    assert Consent.objects.exists()
    assert Entry.objects.filter(kind="erased_old").count() == 1
    assert keep_tidy(months_later(25)) == {}


def test_a_recent_talk_keeps_the_notes_of_that_person(jas_shop, noor, square):
    contact = de_wit(jas_shop)
    note(contact, noor, "Houdt van groen", now=NOW)
    said(jas_shop, square, "Daar ben ik weer", at=months_later(20), contact=contact)
    keep_tidy(months_later(30))
    assert PersonNote.objects.exists()
    keep_tidy(months_later(46))
    assert not PersonNote.objects.exists()


def test_proof_goes_five_years_after_the_consent_ended(story, noor):
    withdraw_consent(Consent.objects.get(), noor, now=NOW)
    keep_tidy(months_later(59))
    assert Consent.objects.exists()
    keep_tidy(months_later(61))
    assert not Consent.objects.exists()


def test_what_was_deleted_on_x_loses_its_words_within_the_hour_and_elsewhere_stays(jas_shop, square):
    on_x = Account.objects.create(shop=jas_shop, kind="x", name="X", handle="jas")
    somebody = met(jas_shop, "Klant", kind="x", handle="klant")
    gone = said(jas_shop, on_x, SECRET, contact=somebody, deleted_at=NOW, changed_at=NOW)
    Wording.objects.create(shop=jas_shop, message=gone, text="eerder", since_at=NOW - DAY, until_at=NOW)
    stays = said(jas_shop, on_x, "Dit staat er nog.", contact=somebody)
    elsewhere = said(jas_shop, square, "Weg op het plein.", deleted_at=NOW, changed_at=NOW)
    assert follow_deletions(NOW - DAY) == {}
    assert follow_deletions(NOW + timedelta(hours=1)) == {"deleted there": 1}
    gone.refresh_from_db()
    assert (gone.text, gone.private, gone.wordings.count(), gone.conversation.excerpt) == ("", [], 0, "")
    assert set(Message.objects.exclude(text="").values_list("pk", flat=True)) == {stays.pk, elsewhere.pk}
    assert follow_deletions(NOW + timedelta(hours=2)) == {}


def test_the_owner_sets_the_terms_and_nobody_else(jas_shop, noor, bas):
    months = keeping_of(jas_shop).months
    assert months == {kind.name: kind.months for kind in KINDS}
    shorter = months | {"threads": 6}
    with pytest.raises(NotAllowed):
        change_keeping(jas_shop, bas, shorter, seen=0, now=NOW)
    with pytest.raises(BadInput):
        change_keeping(jas_shop, noor, months | {"threads": 0}, seen=0, now=NOW)
    assert change_keeping(jas_shop, noor, shorter, seen=0, now=NOW)
    with pytest.raises(Overtaken):
        change_keeping(jas_shop, noor, months, seen=0, now=NOW)
    assert keeping_of(jas_shop).months["threads"] == 6


def test_a_shorter_term_holds_for_what_is_there(story, jas_shop, noor):
    change_keeping(jas_shop, noor, keeping_of(jas_shop).months | {"threads": 1}, seen=0, now=NOW)
    assert keep_tidy(NOW + 40 * DAY)["threads"] == 2


def test_months_are_counted_on_the_calendar():
    assert months_before(NOW.replace(month=3, day=31), 1).day == 28
    assert months_before(NOW, 24).year == NOW.year - 2


@pytest.fixture
def beside(jas_shop, square):
    """Rob H. wrote privately, and Mevrouw De Wit put in a word of her own."""
    opening = "Wanneer zijn jullie open?"
    talk = said(jas_shop, square, opening, at=NOW - DAY, sort="direct", contact=rob(jas_shop)).conversation
    said(jas_shop, square, SECRET, sort="direct", contact=de_wit(jas_shop), conversation=talk)
    return talk


def test_words_in_the_talk_of_somebody_else_go_as_well_and_his_stay(beside, jas_shop, noor):
    erase(de_wit(jas_shop), noor, now=NOW)
    assert [line for line in everything_in_the_database() if "Beukerstraat" in line] == []
    beside.refresh_from_db()
    assert (beside.contact, beside.excerpt) == (rob(jas_shop), "Wanneer zijn jullie open?")
    assert list(beside.messages.values_list("text", flat=True)) == ["Wanneer zijn jullie open?", ""]


def test_words_in_the_talk_of_somebody_else_are_taken_out_without_his(beside, jas_shop, noor):
    book = everything_of(de_wit(jas_shop), NOW)
    assert [one["text"] for one in book["elsewhere"]] == [SECRET]
    assert "Wanneer" not in str(book)
    assert preview_of(de_wit(jas_shop)).messages == 1


def test_why_an_answer_was_held_is_gone_too(story, noor, jas_shop, square):
    delivery = published(jas_shop, noor, square, "Dag De Wit")
    to = {"answers_remote_id": "m", "answers_root": "m", "answers_handle": "dewit"}
    Post.objects.filter(pk=delivery.post_id).update(kind="reply", **to)
    Message.objects.filter(conversation__contact=story, is_ours=True).update(post=delivery.post_id)
    details = {"why": "finding", "findings": [{"rule": "pii-in-public", "words": "Beukerstraat 12"}]}
    Move.objects.create(
        shop=jas_shop, delivery=delivery, event="hold", to_state="held", at=NOW, details=details
    )
    erase(story, noor, now=NOW)
    assert [line for line in everything_in_the_database() if "Beukerstraat" in line] == []


def test_raw_events_go_whatever_letters_the_name_has(jas_shop, square, noor):
    jerome = met(jas_shop, "Jérôme", handle="jérôme")
    body = {"author": "jérôme", "text": SECRET}
    Arrival.objects.create(shop=jas_shop, account=square, key="k", body=body, came_at=NOW, state="refused")
    erase(jerome, noor, now=NOW)
    assert not Arrival.objects.exists()


def test_trouble_with_one_thing_keeps_nothing_else_from_its_term(story, jas_shop, noor):
    other = Shop.objects.create(name="Hoedje", slug="hoedje")
    with scope(shop=other):
        said(other, None, "Dag", sort="told", contact=met(other, "Klant"))
    # A term that nobody can count with, as a broken restore may leave it.
    broken = {"threads": "soon"}
    KeepingVersion.objects.create(shop=jas_shop, number=1, months=broken, member=noor, at=NOW)
    withdraw_consent(Consent.objects.get(), noor, now=NOW)
    gone = keep_tidy(months_later(61))
    assert (gone["threads"], gone["consents"]) == (1, 1)


def test_what_another_said_in_their_talk_is_in_no_file_but_their_own(beside, jas_shop):
    book = everything_of(rob(jas_shop), NOW)
    assert "Beukerstraat" not in str(book)
    assert [one["text"] for one in book["conversations"][0]["messages"]] == ["Wanneer zijn jullie open?"]


def test_whoever_was_answered_of_late_is_still_known(jas_shop, square, noor):
    contact = de_wit(jas_shop)
    talk = said(jas_shop, square, "Valt de Merel groot?", contact=contact).conversation
    answered(talk, noor, "Hij valt klein. Noor", at=months_later(20))
    assert keep_tidy(months_later(30)) == {}
    assert Identity.objects.filter(contact=contact).exists()
    assert set(keep_tidy(months_later(45))) == {"threads", "people"}
    assert not Contact.objects.filter(pk=contact.pk).exists()


def test_proof_stays_as_long_as_a_live_post_must_still_go(story, noor, jas_shop, square):
    published(jas_shop, noor, square, "Met dank aan Mevrouw De Wit.")
    withdraw_consent(Consent.objects.get(), noor, now=NOW)
    keep_tidy(months_later(61))
    assert Consent.objects.exists()
    done_by_hand(TakeDown.objects.get(), noor, lambda: months_later(61))
    keep_tidy(months_later(62))
    assert not Consent.objects.exists()


def test_an_answer_that_is_on_its_way_is_waited_for(story, noor, jas_shop, square):
    delivery = published(jas_shop, noor, square, "Dag")
    Message.objects.filter(conversation__contact=story, is_ours=True).update(post=delivery.post_id)
    Delivery.objects.filter(pk=delivery.pk).update(state="uncertain")
    with pytest.raises(BadInput):
        erase(story, noor, now=NOW)
    assert Identity.objects.filter(contact=story).exists()
    assert Consent.objects.get().withdrawn_at is None


def test_people_who_were_put_together_are_forgotten_together(jas_shop, noor, square):
    kept, double, third = de_wit(jas_shop), met(jas_shop, "M. de Wit"), met(jas_shop, "Mw. De Wit")
    for person in (kept, double):
        said(jas_shop, square, "Valt de Merel groot?", at=NOW - DAY, contact=person)
    merge(double, third, noor, why="Zij vertelde het zelf aan de kassa.", now=NOW)
    merge(kept, double, noor, why="Zelfde adres.", now=NOW)
    keep_tidy(months_later(23))
    assert Contact.objects.count() == 3
    keep_tidy(months_later(25))
    assert not Contact.objects.exists()
    assert not Merge.objects.exists()


def test_who_was_put_together_stays_while_anything_is_left_of_one_of_them(jas_shop, noor, square):
    kept, double = de_wit(jas_shop), met(jas_shop, "M. de Wit")
    undone = merge(kept, met(jas_shop, "Rob"), noor, why="", now=NOW)
    undo_merge(undone, noor, now=NOW)
    merge(kept, double, noor, why="Zelfde adres.", now=NOW)
    note(double, noor, "Houdt van groen", now=months_later(20))
    keep_tidy(months_later(30))
    assert set(Contact.objects.values_list("name", flat=True)) == {"Mevrouw De Wit", "M. de Wit"}
    keep_tidy(months_later(46))
    assert not Contact.objects.exists()
