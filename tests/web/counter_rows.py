"""A row of each kind that lies on the counter, for the walls between shops."""

from datetime import timedelta

from conftest import NOW
from conversations.orders.cast import STORY, told
from toonbank.conversations.arrivals import Arrival, Ear, Inlet
from toonbank.conversations.casebook import Case, Hiding, Improvement, Storm
from toonbank.conversations.models import Conversation, Message
from toonbank.conversations.papers import Note, SavedReply
from toonbank.conversations.told import event_of, take_down
from toonbank.relations.models import Contact
from toonbank.relations.papers import ConsentRequest, Kindred, Merge
from toonbank.shops.models import Account, Member, Shop


def furnish_counter(shop: Shop, member: Member, account: Account, contact: Contact) -> dict[str, int]:
    """One of each, by the word that stands before its number in addresses."""
    talk = Conversation.objects.create(
        shop=shop, account=account, thread="t-1", contact=contact, sort="comment", is_public=True,
        label="complaint-blame", severity=4, band=0, name=contact.name, excerpt="De rits is stuk.",
        began_at=NOW, last_at=NOW, heard_at=NOW, due_at=NOW,
    )  # fmt: skip
    message = Message.objects.create(
        shop=shop, conversation=talk, account=account, remote_id="m-1", text="De rits is stuk.", at=NOW, is_public=True,
        label="complaint-blame", severity=4, language="nl",
    )  # fmt: skip
    note = Note.objects.create(shop=shop, conversation=talk, member=member, text="Ze heeft gelijk.", at=NOW)
    saved = SavedReply.objects.create(
        shop=shop, title="Rits", text="Dag {name}", made_by=member, changed_at=NOW
    )
    Case.objects.create(shop=shop, conversation=talk, opened_at=NOW)
    hiding = Hiding.objects.create(
        shop=shop, message=message, deed="hide", ground="insult", member=member, at=NOW
    )
    lesson = Improvement.objects.create(
        shop=shop, cause="quality", what="Andere ritsen.", owner=member, due_on=NOW.date(), made_at=NOW
    )
    inlet = Inlet.objects.create(shop=shop, name="kassa", slug=f"in-{shop.pk}", secret="geheim", made_at=NOW)
    ear = Ear.objects.create(shop=shop, account=account, next_at=NOW)
    refused = Arrival.objects.create(shop=shop, key="k" * 64, came_at=NOW, state="refused", trouble="geen at")
    take_down(
        member, [event_of({"what": "De knoop zit weer vast.", "how": "told"}, shop.clock, now=NOW)], now=NOW
    )
    by_hand = Message.objects.get(account=None)
    told(shop, *STORY)
    gave = {"known_ground": "told", "known_why": "in haar bericht", "known_as": "1007", "known_by": member}
    Contact.objects.filter(pk=contact.pk).update(**gave)
    storm = Storm.objects.create(shop=shop, about="rits", count=12, began_at=NOW, last_at=NOW)
    return {
        "counter": talk.pk,
        "messages": message.pk,
        "notes": note.pk,
        "saved": saved.pk,
        "moderation": hiding.pk,
        "lessons": lesson.pk,
        "storms": storm.pk,
        "heard": inlet.pk,
        "told": by_hand.pk,
        "ears": ear.pk,
        "refused": refused.pk,
    } | _of_people(shop, member, contact)


def _of_people(shop: Shop, member: Member, contact: Contact) -> dict[str, int]:
    other = Contact.objects.create(shop=shop, name="M. de Wit")
    merge = Merge.objects.create(shop=shop, kept=contact, gone=other, member=member, at=NOW)
    question = ConsentRequest.objects.create(
        shop=shop,
        contact=contact,
        purpose="een foto van de jas",
        text="Mogen wij je noemen?",
        to_name=True,
        asked_by=member,
        asked_at=NOW,
        until_at=NOW + timedelta(days=365),
    )
    kindred = Kindred.objects.create(
        shop=shop,
        name="Mirjam",
        kind="square",
        handle="mirjam",
        why="herstelt ritsen",
        member=member,
        made_at=NOW,
        reviewed_at=NOW,
    )
    return {"merges": merge.pk, "questions": question.pk, "kindred": kindred.pk}
