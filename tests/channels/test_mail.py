"""E-mail against real servers: what customers write is heard once, and an answer leaves once, whatever breaks."""

import base64
import time
from dataclasses import replace

import pytest

from toonbank.channels import mail_line
from toonbank.channels.base import AnswerTo
from toonbank.channels.mail import Mail, sign_in
from toonbank.channels.signin import Surroundings
from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater, Uncertain

from .behaviours import ODD_CHARACTERS, coat
from .benches import now, outgoing
from .mail_bench import CUSTOMER, SENT, SHOP, MailBench, Ports, answering, days_ago, letter, words_of
from .peers import free_port, json_line, running
from .rough_line import RoughLine

pytestmark = pytest.mark.peer


@pytest.fixture(scope="session")
def mail_house():
    """Dovecot and an SMTP server, with the mailbox of Jas."""
    ports = {name: str(free_port()) for name in ("IMAP_PORT", "IMAPS_PORT", "SMTP_PORT")}
    with running("mail_peer.sh", ports, json_line) as ready:
        yield Ports(*(int(port) for port in ports.values()), certificate=ready["cert"])


@pytest.fixture
def bench(mail_house):
    """An empty mailbox."""
    with RoughLine(mail_house.imap) as imap, RoughLine(mail_house.smtp) as smtp:
        bench = MailBench(mail_house, imap, smtp)
        bench.empty()
        yield bench


QUESTION = "vraag-1@klant.test"


def asks(bench, text="De rits van mijn jas is stuk.", **headers):
    """Mevrouw De Wit writes."""
    bench.arrives(letter(text, **{"Message_ID": f"<{QUESTION}>"} | headers))


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
    "handle", ["dewit", "a@b.nl, c@d.nl", "x@y.nl\r\nBcc: z@q.nl", "<a@b.nl>", "a b@c.nl", ""]
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


# Hearing.


def test_a_mail_is_heard_once_with_who_wrote_it_and_what(bench):
    asks(bench)
    (said,) = bench.heard()
    assert said.text == "Kapotte rits\n\nDe rits van mijn jas is stuk."
    assert (said.author, said.author_id, said.author_name) == (CUSTOMER, CUSTOMER, "Mevrouw De Wit")
    assert (said.remote_id, said.answers, said.thread, said.sort) == (QUESTION, "", "", "mail")
    assert not said.is_public
    assert not said.is_own
    assert abs((now() - said.at).total_seconds()) < 60
    assert bench.heard(said.cursor) == []
    bench.arrives(letter("En de knoop ook."))
    assert [one.text for one in bench.heard(said.cursor)] == ["Kapotte rits\n\nEn de knoop ook."]


def test_it_stays_unread_in_the_box(bench):
    asks(bench)
    bench.heard()
    with bench.box() as line:
        line.select("INBOX", readonly=True)
        assert line.search(None, "UNSEEN")[1] == [b"1"]


def test_both_sides_of_a_talk_are_heard_in_their_order_wherever_we_answered(bench):
    bench.arrives(letter("Is hij er nog?", Message_ID=f"<{QUESTION}>"), at=days_ago(3))
    by_hand = letter(
        "Ja, twee.", sender=f"Jas <{SHOP}>", subject="Re: Kapotte rits", Message_ID="<hand@jas.test>"
    )
    by_hand["In-Reply-To"] = by_hand["References"] = f"<{QUESTION}>"
    bench.arrives(by_hand, at=days_ago(2), folder=SENT)
    thanks = letter(
        "Top!",
        subject="RE: Kapotte rits",
        In_Reply_To="<hand@jas.test>",
        References=f"<{QUESTION}> <hand@jas.test>",
    )
    bench.arrives(thanks, at=days_ago(1))
    heard = bench.heard()
    assert [(one.text.split("\n")[-1], one.is_own) for one in heard] == [
        ("Is hij er nog?", False),
        ("Ja, twee.", True),
        ("Top!", False),
    ]
    assert [one.thread for one in heard] == ["", QUESTION, QUESTION]
    assert heard[2].answers == "hand@jas.test"
    for number, one in enumerate(heard):
        assert [later.remote_id for later in bench.heard(one.cursor)] == [
            later.remote_id for later in heard[number + 1 :]
        ]


def test_what_we_send_is_heard_as_our_own_under_the_id_of_its_receipt(bench):
    asks(bench)
    receipt = bench.channel.send(answering("Kom langs."))
    assert [(one.remote_id, one.is_own) for one in bench.heard()] == [
        (QUESTION, False),
        (receipt.remote_id, True),
    ]


def test_the_shops_own_mail_to_a_supplier_is_nobodys_question(bench):
    bench.arrives(letter("Graag 40 ritsen.", sender=SHOP), folder=SENT)
    bench.arrives(letter("Herinnering aan mezelf.", sender=SHOP))
    assert bench.heard() == []


def test_the_form_on_the_site_speaks_for_who_filled_it_in(bench):
    form = letter(
        "Naam: De Wit\nVraag: open op zondag?", sender=f"Jas site <{SHOP}>", Reply_To=f"De Wit <{CUSTOMER}>"
    )
    form["Auto-Submitted"] = "auto-generated"
    bench.arrives(form)
    (said,) = bench.heard()
    assert (said.author, said.author_name, said.is_own) == (CUSTOMER, "De Wit", False)
    assert said.extra["sender"] == SHOP
    assert "automatic" not in said.extra


def test_the_postman_may_number_anew_and_nothing_is_lost(bench):
    asks(bench)
    (said,) = bench.heard()
    with bench.box() as line:
        line.rename("INBOX", "Oud")  # a new INBOX has a new number
    bench.arrives(letter("Na de verhuizing."))
    assert [one.text for one in bench.heard(said.cursor)] == ["Kapotte rits\n\nNa de verhuizing."]
    with bench.box() as line:
        line.delete("Oud")


def test_a_storm_of_mail_is_heard_in_parts_and_whole(bench):
    bench.arrives(*(letter(f"Nummer {number}.") for number in range(230)))
    first = bench.heard()
    rest = bench.heard(first[-1].cursor)
    assert [one.text.split()[-1] for one in first + rest] == [f"{number}." for number in range(230)]


def test_what_is_older_than_two_weeks_is_left_in_peace_at_the_beginning(bench):
    bench.arrives(letter("Lang geleden."), at=days_ago(30))
    asks(bench)
    assert [one.remote_id for one in bench.heard()] == [QUESTION]


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff\xfe", b"From: ??\r\n\r\nx", b"Subject: =?utf-8?q?=ff?=\r\n\r\n", b"\r\n" * 500]
)
def test_a_mail_that_is_no_mail_does_not_stop_the_next(bench, raw):
    bench.arrives(raw or b" ")
    asks(bench)
    assert [one.remote_id for one in bench.heard()][-1] == QUESTION


def test_a_large_attachment_is_not_fetched(bench):
    heavy = letter("Zie de foto.", Message_ID=f"<{QUESTION}>")
    heavy.add_attachment(b"x" * 6_000_000, maintype="image", subtype="jpeg", filename="rits.jpg")
    bench.arrives(heavy)
    (said,) = bench.heard()
    assert said.text.endswith("Zie de foto.")
    assert said.extra["attachments"] == "rits.jpg"


@pytest.mark.parametrize(
    ("when", "text", "trouble"),
    [
        (" (LOGIN|AUTHENTICATE) ", "{tag} NO [AUTHENTICATIONFAILED] wrong", SignInAgain),
        (" (LOGIN|AUTHENTICATE) ", "{tag} NO [UNAVAILABLE] the cellar is closed", TryLater),
        (" EXAMINE ", "{tag} NO not now", TryLater),
        (" FETCH ", "* BYE going home", TryLater),
        (" FETCH ", "nonsense without a tag", TryLater),
        (" SEARCH ", "{tag} BAD what", TryLater),
    ],
)
def test_trouble_while_reading_loses_nothing(bench, when, text, trouble):
    asks(bench)
    bench.rough_imap.misbehave("answer", when, text)
    if "without" in text:
        bench.rough_imap.misbehave("hang_up", "LOGOUT")
    with pytest.raises(trouble):
        bench.heard()
    assert len(MailBench(bench.ports, bench.rough_imap, bench.rough_smtp).heard()) == 1


def test_a_line_that_breaks_while_reading_loses_nothing(bench):
    asks(bench)
    bench.rough_imap.misbehave("hang_up", " FETCH ")
    with pytest.raises(TryLater):
        bench.heard()
    assert len(bench.heard()) == 1


# Signing in.


def typed(bench, **more):
    said = {
        "handle": SHOP,
        "password": "pw",
        "server": f"127.0.0.1:{bench.rough_imap.port}",
        "user": "",
        "name": " Jas  Zutphen ",
    }
    return said | {"smtp": f"127.0.0.1:{bench.rough_smtp.port}"} | more


def test_signing_in_tries_both_servers_and_keeps_what_is_needed(bench):
    account = sign_in(typed(bench), bench.around)
    assert (account.handle, account.remote_id) == (SHOP, SHOP)
    assert account.secrets["name"] == "Jas Zutphen"
    assert "pw" not in repr(account)
    asks(bench)
    post = answering("Kom langs.")
    assert Mail(account, bench.around).send(post)
    assert bench.published() == [post.text]


def test_a_wrong_password_is_said_at_once(bench):
    with pytest.raises(SignInAgain):
        sign_in(typed(bench, password="fout"), bench.around)


def test_a_password_may_have_any_letters(bench):
    with pytest.raises(SignInAgain):
        sign_in(typed(bench, password="wachtwöörd “ß”"), bench.around)


@pytest.mark.parametrize(
    "wrong",
    [{"handle": "jas"}, {"server": "http://x"}, {"server": "a b"}, {"smtp": "x:99999"}, {"smtp": "x:y"}],
)
def test_what_cannot_be_an_address_or_a_server_is_said_at_once(bench, wrong):
    with pytest.raises(BadInput):
        sign_in(typed(bench, **wrong), bench.around)


def test_nobody_is_led_into_the_house(bench):
    with pytest.raises(Refused, match="public"):
        sign_in(typed(bench), Surroundings(clock=now))
    assert bench.rough_imap.heard == []


def test_a_password_never_goes_over_an_open_line(mail_house):
    with RoughLine(mail_house.imap, "127.0.0.2") as imap, RoughLine(mail_house.smtp, "127.0.0.2") as smtp:
        bench = MailBench(mail_house, imap, smtp)
        said = typed(bench, server=f"127.0.0.2:{imap.port}")
        with pytest.raises(Refused, match="encryption"):
            sign_in(said, bench.around)
        said = typed(bench, server=f"127.0.0.1:{mail_house.imap}", smtp=f"127.0.0.2:{smtp.port}")
        with pytest.raises(Refused):
            sign_in(said, bench.around)
        assert not [line for line in imap.heard + smtp.heard if b"pw" in line or b"AUTH" in line.upper()]


def test_with_a_certificate_that_is_trusted_all_goes_over_a_closed_line(bench, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", bench.ports.certificate)
    said = typed(bench, server=f"localhost:{bench.ports.imap}", smtp=f"localhost:{bench.ports.smtp}")
    account = sign_in(said, bench.around)
    assert Mail(account, bench.around).send(answering("Achter slot en grendel."))
    assert [one["tls"] for one in bench.kept()] == [True]


def test_a_line_may_be_closed_from_the_first_word(bench, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", bench.ports.certificate)
    monkeypatch.setattr(mail_line, "TLS_FROM_THE_START", frozenset({bench.ports.imaps}))
    said = typed(bench, server=f"localhost:{bench.ports.imaps}", smtp=f"localhost:{bench.ports.smtp}")
    assert sign_in(said, bench.around).handle == SHOP


def test_a_certificate_that_nobody_vouches_for_ends_it(bench):
    with pytest.raises(Refused, match="certificate"):
        sign_in(typed(bench, server=f"localhost:{bench.ports.imap}"), bench.around)
