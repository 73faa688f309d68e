"""E-mail against real servers: an answer leaves once, whatever breaks."""

import base64
import time
from dataclasses import replace

import pytest

from toonbank.channels import mail_line
from toonbank.channels.base import AnswerTo
from toonbank.core.errors import Refused, SignInAgain, TryLater, Uncertain

from .behaviours import ODD_CHARACTERS, coat
from .benches import outgoing
from .mail_bench import (
    CUSTOMER,
    QUESTION,
    SENT,
    SHOP,
    answering,
    asks,
    days_ago,
    words_of,
)

pytestmark = pytest.mark.peer


@pytest.fixture
def bench(mail_bench):
    """An empty mailbox."""
    return mail_bench


# Sending.


def test_an_answer_leaves_once_below_what_it_answers_and_can_be_found(bench):
    asks(bench)
    post = answering("Beste mevrouw De Wit,\n\nKom langs, wij maken hem.\n\nNoor")
    receipt = bench.channel.send(post)
    (mail,) = bench.left()
    assert words_of(mail) == post.text
    assert mail["Subject"] == "Re: Kapotte rits"
    assert mail["In-Reply-To"] == mail["References"] == f"<{QUESTION}>"
    assert mail["From"] == f"Jas Zutphen <{SHOP}>"
    assert bench.kept()[0]["to"] == [CUSTOMER]
    assert mail["Message-ID"] == f"<{receipt.remote_id}>"
    assert bench.channel.find(post) == receipt
    assert [words_of(copy) for copy in bench.lying(SENT)] == [post.text]


def test_an_answer_to_an_answer_names_the_whole_line(bench):
    post = answering("Graag gedaan.")
    post = replace(post, answer_to=AnswerTo("tweede@klant.test", QUESTION, CUSTOMER, is_private=True))
    bench.channel.send(post)
    (mail,) = bench.left()
    assert mail["References"] == f"<{QUESTION}> <tweede@klant.test>"
    assert mail["Subject"] == "Re: Je bericht"


@pytest.mark.parametrize(
    "text", [*ODD_CHARACTERS, ".\n..\n. punten aan het begin\n.", "é" * 20_000, "x " * 9000]
)
def test_every_character_arrives_as_it_was_written(bench, text):
    bench.channel.send(answering(text))
    assert bench.published() == [text]


def test_a_subject_full_of_tricks_stays_a_subject(bench):
    asks(bench, subject="Re: RE: Antw: Zoë & de “rits” 👩‍👩‍👧‍👦\tBcc: iedereen@klant.test")
    bench.channel.send(answering("Dank je."))
    (mail,) = bench.left()
    assert mail["Subject"] == "Re: Zoë & de “rits” 👩‍👩‍👧‍👦 Bcc: iedereen@klant.test"
    assert mail["Bcc"] is None
    assert bench.kept()[0]["to"] == [CUSTOMER]


def test_pictures_go_along_with_their_words(bench):
    bench.channel.send(answering("Zo ziet hij eruit.", pictures=(coat(alt="Een jas: 'rood' & \"blauw\""),)))
    (picture,) = bench.left()[0].iter_attachments()
    assert picture["Content-Description"] == "Een jas: 'rood' & \"blauw\""
    assert picture.get_content().startswith(b"\xff\xd8")


def test_without_anybody_to_answer_nothing_leaves(bench):
    with pytest.raises(Refused, match="answer"):
        bench.channel.send(outgoing("Nieuwe jassen binnen!"))
    assert bench.published() == []


@pytest.mark.parametrize(
    "handle",
    ["dewit", "a@b.nl, c@d.nl", "x@y.nl\r\nBcc: z@q.nl", "<a@b.nl>", "a b@c.nl", "zoë@klant.test", ""],
)
def test_only_one_plain_address_is_written_to(bench, handle):
    with pytest.raises(Refused, match="address"):
        bench.channel.send(replace(answering("Hallo"), answer_to=AnswerTo(QUESTION, QUESTION, handle)))
    assert bench.published() == []


def test_a_text_over_the_limit_is_refused(bench):
    with pytest.raises(Refused, match="20000"):
        bench.channel.send(answering("é" * 20_001))
    assert bench.published() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"List_Id": "<nieuws.groothandel.test>"},
        {"Return_Path": "<>"},
        {"sender": "noreply@groothandel.test"},
    ],
)
def test_a_machine_is_never_answered(bench, headers):
    asks(bench, **headers)
    with pytest.raises(Refused, match="machine"):
        bench.channel.send(answering("Dag machine."))
    assert bench.published() == []


def test_a_domain_with_an_accent_is_written_as_servers_know_it(bench):
    bench.channel.send(answering("Hallo", to="dewit@jássen.test"))
    assert bench.kept()[0]["to"] == ["dewit@xn--jssen-xqa.test"]
    assert bench.left()[0]["To"] == "dewit@xn--jssen-xqa.test"


# What goes wrong while sending.


def test_a_person_who_is_not_there_is_a_refusal_in_the_servers_words(bench):
    with pytest.raises(Refused, match="no such person"):
        bench.channel.send(answering("Hallo?", to="niemand@klant.test"))
    assert bench.published() == []


def test_a_full_box_means_later(bench):
    with pytest.raises(TryLater) as trouble:
        bench.channel.send(answering("Hallo?", to="vol@klant.test"))
    assert trouble.value.after == 300
    assert bench.published() == []


@pytest.mark.parametrize(
    ("when", "text", "trouble"),
    [
        ("^MAIL", "451 4.7.1 too fast, wait", TryLater),
        ("^MAIL", "550 5.7.1 not from you", Refused),
        ("^DATA", "451 4.3.0 not now", TryLater),
        ("^AUTH", "535 5.7.8 wrong password", SignInAgain),
        ("^AUTH", "454 4.7.0 the cellar is closed", TryLater),
        ("^EHLO", "421 too busy", TryLater),
        ("end of mail", "554 5.6.0 spam", Refused),
        ("end of mail", "451 4.3.0 the disk is full", TryLater),
    ],
)
def test_the_code_of_a_server_is_believed(bench, when, text, trouble):
    bench.rough_smtp.misbehave("answer", when, text, times=3)
    with pytest.raises(trouble):
        bench.channel.send(answering("Hallo"))
    assert bench.published() == []


def test_what_the_server_takes_is_asked_of_the_server(bench):
    bench.rough_smtp.misbehave("answer", "^EHLO", "250-jas.test\r\n250-SIZE 2000\r\n250 HELP")
    with pytest.raises(Refused, match="at most 2000 bytes"):
        bench.channel.send(answering("x" * 2000))
    assert bench.published() == []


def test_a_picture_over_the_limit_is_refused(bench):
    fat = replace(coat(), content=b"x" * 4_000_001)
    with pytest.raises(Refused, match="4000000"):
        bench.channel.send(answering("Te zwaar", pictures=(fat,)))
    assert bench.published() == []


def test_an_unreachable_server_means_that_nothing_was_sent(bench):
    bench.rough_smtp.__exit__()
    with pytest.raises(TryLater):
        bench.channel.send(answering("Hallo?"))


@pytest.mark.parametrize("when", ["^EHLO", "^AUTH", "^MAIL", "^RCPT", "^DATA"])
def test_a_line_that_breaks_before_the_words_means_that_nothing_was_sent(bench, when):
    bench.rough_smtp.misbehave("hang_up", when, times=3)
    with pytest.raises(TryLater):
        bench.channel.send(answering("Hallo?"))
    assert bench.published() == []


def test_a_hang_up_before_it_was_kept_is_uncertain_and_not_found(bench):
    post = answering("Is dit aangekomen?")
    bench.rough_smtp.misbehave("hang_up_before", "end of mail")
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    assert bench.published() == []
    assert bench.channel.find(post) is None


def test_a_hang_up_after_it_was_kept_is_uncertain_and_found_where_the_server_keeps_copies(bench):
    post = answering("Dit is aangekomen, maar dat hoorden we niet.")
    bench.rough_smtp.misbehave("hang_up_after", "end of mail")
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    assert bench.published() == [post.text]
    assert bench.channel.find(post) is None  # this server keeps none: a person is asked
    bench.arrives(base64.b64decode(bench.kept()[0]["mail"]), folder=SENT)
    assert bench.channel.find(post) is not None


def test_an_answer_that_is_no_answer_is_uncertain(bench):
    bench.rough_smtp.misbehave("answer", "end of mail", "<html>Bad gateway</html>")
    with pytest.raises(Uncertain):
        bench.channel.send(answering("Struikelt de server?"))


def test_a_slow_server_is_waited_for(bench):
    bench.rough_smtp.misbehave("delay", "^RCPT")
    post = answering("Rustig aan.")
    assert bench.channel.send(post) == bench.channel.find(post)


def test_a_server_that_drips_is_hung_up_on(bench, monkeypatch):
    monkeypatch.setattr(mail_line, "SEND_WITHIN", 1.5)
    bench.rough_smtp.misbehave("drip", "greeting", "2")
    began = time.monotonic()
    with pytest.raises(TryLater):
        bench.channel.send(answering("Hallo?"))
    assert time.monotonic() - began < 6


def test_a_copy_that_cannot_be_kept_does_not_undo_the_sending(bench):
    bench.rough_imap.misbehave("answer", " APPEND ", "{tag} NO [OVERQUOTA] full")
    post = answering("Weg is weg.")
    assert bench.channel.send(post).remote_id
    assert bench.published() == [post.text]
    assert bench.lying(SENT) == []


def test_a_copy_that_the_server_kept_itself_is_not_doubled(bench):
    post = answering("Eén keer is genoeg.")
    bench.channel.send(post)
    bench.channel._lay_by(bench.channel._receipt(post), b"Subject: x\r\n\r\nx", post)
    assert len(bench.lying(SENT)) == 1


def test_the_same_words_in_two_deliveries_are_two_mails(bench):
    first, second = answering("Tot morgen."), answering("Tot morgen.")
    assert bench.channel.send(first).remote_id != bench.channel.send(second).remote_id
    assert len(bench.published()) == 2


def test_a_mail_of_an_earlier_shop_with_the_same_numbers_is_not_ours(bench):
    post = answering("Van toen.")
    bench.channel.send(post)
    assert bench.channel.find(replace(post, created_at=days_ago(-1))) is None


def test_a_mail_cannot_be_taken_back(bench):
    assert not bench.channel.limits.can_withdraw
    with pytest.raises(Refused, match="taken back"):
        bench.channel.withdraw("x")
