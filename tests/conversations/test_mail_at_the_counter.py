"""A mail of Mevrouw De Wit, from her mailbox to the counter, answered by Noor, and back: at real mail servers."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from channels.conftest import mail_bench, mail_house  # noqa: F401 the servers of the channel tests
from channels.mail_bench import CUSTOMER, QUESTION, SHOP, asks, letter
from toonbank.conversations.arrivals import Arrival
from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.listening import ears_due, hear
from toonbank.conversations.models import Conversation
from toonbank.conversations.replying import ReplyWords, reply
from toonbank.posts.delivering import deliver
from toonbank.posts.models import Delivery
from toonbank.shops.models import Account
from toonbank.shops.opening import secret_text

pytestmark = pytest.mark.peer

KIND = (
    "Dat had niet mogen gebeuren. Kom langs, dan maken we de rits voor u. Wanneer komt het u uit? Groet, Noor"
)


def now():
    return datetime.now(UTC)


@pytest.fixture
def bench(mail_bench, jas_shop, settings):  # noqa: F811
    settings.ALLOW_PRIVATE_ADDRESSES = True
    kept = mail_bench.account
    Account.objects.create(
        shop=jas_shop,
        kind="mail",
        name="E-mail",
        handle=SHOP,
        server=kept.server,
        secret=secret_text(kept.remote_id, kept.secrets),
        next_send_at=now(),
    )
    return mail_bench


def listen(later=0):
    """One round, and what came is taken in."""
    at = now() + timedelta(minutes=later)
    for ear in ears_due(at):
        hear(ear, now=at)
    take_in_waiting(now=at)


def test_a_mail_is_answered_at_the_counter_once_and_stays_one_conversation(bench, noor):
    asks(bench, "Ik ben heel boos, de rits van mijn jas is al weer stuk. Kan ik langskomen?")
    listen()
    talk = Conversation.objects.get()
    assert (talk.state, talk.name) == ("new", "Mevrouw De Wit")
    newest = talk.messages.get()
    assert newest.text.startswith("Kapotte rits\n\nIk ben heel boos")
    assert not newest.is_public

    post = reply(talk, noor, ReplyWords(KIND, is_private=True, seen=newest.pk), now=now())
    delivery = Delivery.objects.get(post=post)
    deliver(delivery.pk, clock=now)
    delivery.refresh_from_db()
    assert delivery.state == "sent"
    (mail,) = bench.left()
    assert (mail["To"], mail["In-Reply-To"]) == (CUSTOMER, f"<{QUESTION}>")
    assert bench.published() == [KIND]

    thanks = letter("Morgen om tien uur.", subject="Re: Kapotte rits", In_Reply_To=mail["Message-ID"])
    thanks["References"] = f"<{QUESTION}> {mail['Message-ID']}"
    bench.arrives(thanks, at=now() + timedelta(minutes=2))
    listen(later=5)
    talk = Conversation.objects.get()
    assert [one.is_ours for one in talk.messages.order_by("at", "pk")] == [False, True, False]
    assert talk.state == "ours"


def test_what_a_machine_sent_has_no_deadline_and_a_bounce_keeps_its_place(bench):
    bench.arrives(
        letter(
            "Nu 20% korting op garens!", sender="nieuws@groothandel.test", List_Id="<nieuws.groothandel.test>"
        )
    )
    bench.arrives(letter("Ik ben op vakantie.", sender="a@klant.test", Auto_Submitted="auto-replied"))
    bench.arrives(letter("Is deze jas er nog?", sender="b@klant.test", X_Spam_Flag="YES"))
    bench.arrives(letter("Uw mail kon niet worden bezorgd.", sender="MAILER-DAEMON@jas.test"))
    listen()
    found = {one.excerpt.split()[-1]: one for one in Conversation.objects.all()}
    assert len(found) == 4
    due = {word: one.due_at is not None for word, one in found.items()}
    assert sorted(due.values()) == [False, False, False, True]
    assert {one.label for one in found.values() if one.due_at is None} == {"spam-abuse"}


def test_what_was_quoted_is_kept_raw_until_the_mail_stands_on_the_counter(bench):
    asks(bench, "Hij is weer stuk.\n\nOp za 21 nov 2026 om 10:12 schreef Jas <info@jas.nl>:\n> Klaar!")
    for ear in ears_due(now()):
        hear(ear, now=now())
    assert "Klaar!" in json.dumps([one.body for one in Arrival.objects.all()])
    take_in_waiting(now=now())
    assert Conversation.objects.get().messages.get().text == "Kapotte rits\n\nHij is weer stuk."
