"""E-mail against real servers: what customers write is heard once; and signing in."""

import pytest

from toonbank.channels import mail_line
from toonbank.channels.mail import Mail, sign_in
from toonbank.channels.signin import Surroundings
from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater

from .benches import now
from .mail_bench import (
    CUSTOMER,
    QUESTION,
    SENT,
    SHOP,
    MailBench,
    answering,
    asks,
    days_ago,
    letter,
)
from .rough_line import RoughLine

pytestmark = pytest.mark.peer


@pytest.fixture
def bench(mail_bench):
    """An empty mailbox."""
    return mail_bench


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
    for folder in ("INBOX", SENT):
        note = letter("Herinnering aan mezelf.", sender=SHOP, Message_ID="<zelf@jas.test>")
        bench.arrives(note, folder=folder)
    assert bench.heard() == []


def test_whoever_writes_in_our_name_answers_nobody_for_us(bench):
    asks(bench)
    forged = letter("Laat maar, is al opgelost.", sender=f"Jas <{SHOP}>", subject="Re: Kapotte rits")
    forged["In-Reply-To"] = forged["References"] = f"<{QUESTION}>"
    bench.arrives(forged)
    assert [one.is_own for one in bench.heard()] == [False, False]


def test_what_we_sent_ourselves_in_copy_is_our_own_wherever_it_lies(bench):
    asks(bench)
    copied = letter("Ja, twee.", sender=f"Jas <{SHOP}>", Message_ID="<hand@jas.test>")
    copied["In-Reply-To"] = copied["References"] = f"<{QUESTION}>"
    bench.arrives(copied)
    bench.arrives(copied, folder=SENT)
    assert {(one.remote_id, one.is_own) for one in bench.heard()} == {
        (QUESTION, False),
        ("hand@jas.test", True),
    }


def test_a_form_on_the_site_that_writes_in_our_name_is_heard(bench):
    bench.arrives(letter("De rits is stuk. Groet, De Wit", sender=f"Jas <{SHOP}>", subject="Formulier"))
    (said,) = bench.heard()
    assert (said.is_own, said.text) == (False, "Formulier\n\nDe rits is stuk. Groet, De Wit")


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


def test_whatever_name_a_shop_gives_itself_its_mail_comes_from_one_address(bench):
    account = sign_in(typed(bench, name='Zoë "de jas", Zutphen <x@y.nl>;'), bench.around)
    Mail(account, bench.around).send(answering("Hallo"))
    (sender,) = bench.left()[0]["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Zoë de jas Zutphen x y.nl", SHOP)


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
