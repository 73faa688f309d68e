"""What a person wrote in a mail: their own words, whatever program they write with and whatever hangs below it."""

import time
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toonbank.channels.mail_letter import read_letter
from toonbank.channels.mail_words import LONGEST, own_words, words_of_html
from toonbank.channels.mail_writing import mail_id, subject_of

from .benches import outgoing

OWN = "De rits is weer stuk.\nKan ik langskomen?"


@pytest.mark.parametrize(
    "history",
    [
        "Op za 21 nov 2026 om 10:12 schreef Jas Zutphen <info@jas.nl>:\n> Hij is klaar.\n> Noor",
        "On Sat, 21 Nov 2026 at 10:12, Jas Zutphen\n<info@jas.nl> wrote:\n> Hij is klaar.",
        "Jas Zutphen <info@jas.nl> schreef op 21-11-2026 10:12:\n\n> Hij is klaar.",
        "-----Oorspronkelijk bericht-----\nVan: Jas\nVerzonden: zaterdag\n\nHij is klaar.",
        "-----Original Message-----\nFrom: Jas\nSent: Saturday\n\nIt is ready.",
        "________________________________\nVan: Jas <info@jas.nl>\nVerzonden: zaterdag 21 november\nAan: Mij\n\nHij is klaar.",
        "Van: Jas <info@jas.nl>\nDatum: zaterdag 21 november 2026\nAan: Mij\n\nHij is klaar.",
        "*From:* Jas <info@jas.nl>\n*Sent:* Saturday\n\nIt is ready.",
        "Begin doorgestuurd bericht:\n\nVan: Jas",
        "Op 23 nov 2026, om 10:00 heeft Jas <info@jas.nl> het volgende geschreven:\n\n> Hij is klaar.",
        "Op 23 nov 2026 om 10:00 heeft Jas <info@jas.nl>\nhet volgende geschreven:\n\nHij is klaar.",
        "Op 23-11-26 10:00 heeft Jas <info@jas.nl> geschreven:\n\nHij is klaar.",
        "Am 23.11.2026 um 10:00 schrieb Jas <info@jas.nl>:\n> Er ist fertig.",
        "Le 23 nov. 2026 à 10:00, Jas <info@jas.nl> a écrit :\n> Il est prêt.",
        "Von: Jas <info@jas.nl>\nGesendet: Montag, 23. November 2026 10:00\nAn: Mich\n\nEr ist fertig.",
        "Von: Jas <info@jas.nl>\nDatum: 23.11.2026\n\nEr ist fertig.",
        "De : Jas <info@jas.nl>\nEnvoyé : lundi 23 novembre 2026 10:00\nÀ : Moi\n\nIl est prêt.",
        "-----Ursprüngliche Nachricht-----\nVon: Jas\n\nEr ist fertig.",
        "-----Message d’origine-----\nDe : Jas\n\nIl est prêt.",
        "> Hij is klaar.\n> Noor",
        "-- \nM. de Wit\nBeukerstraat 12\n0575-555010",
    ],
)
def test_what_hangs_below_is_cut_away(history):
    assert own_words(f"{OWN}\n\n{history}") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "Op de bon stond 49,95 en ik betaalde meer.\nKlopt dat?",
        "Mijn zus schreef:\ndie jas is te warm.\nIs dat zo?",
        "Van: maat 46\nNaar: maat 48 graag ruilen.",
        "Ik zoek een jas - een warme - voor\n-- nou ja - de winter.",
        "Prijs: 129\nMaat: 46",
        "Op 3 november om 10:00 heb ik jullie geschreven:\nde rits is stuk.",
        "Op 3-11-2026 heeft mijn vrouw dit geschreven:\nde rits is stuk.",
        "De: blauwe jas\nDe groene jas\nAan jullie de keus.",
        "Von: maat 46\nzu: maat 48 bitte.",
    ],
)
def test_what_only_looks_like_history_stays(text):
    assert own_words(text) == text


def test_answers_between_quoted_lines_stay_in_their_order():
    text = "Op za 21 nov 2026 om 10:12 schreef Jas <info@jas.nl>:\n> Welke maat?\n\nMaat 46.\n\n> En welke kleur?\n\nGroen."
    assert own_words(text) == "Maat 46.\n\nGroen."


def test_a_mail_of_quotes_alone_is_kept_whole():
    assert own_words("> Hij is klaar.\n> Noor") == "> Hij is klaar.\n> Noor"


def test_html_is_read_as_a_person_would():
    html = """<!doctype html><html><head><title>x</title><style>p{color:red}</style></head><body>
      <p>Beste&nbsp;Noor,</p><p>De rits<br>is &lt;weer&gt; stuk &amp; de knoop ook.</p>
      <div style="display:none">geheim</div><script>alert(1)</script>
      <ul><li>maat 46</li><li>groen</li></ul>
      <div class="gmail_quote">Op za 21 nov schreef Jas:<blockquote>Hij is klaar.</blockquote></div></body></html>"""
    assert words_of_html(html) == (
        "Beste Noor,\n\nDe rits\nis <weer> stuk & de knoop ook.\n\nmaat 46\n\ngroen"
    )


OLD = "<p>Hij is klaar. Kom maar langs.</p><p>Noor van Jas</p>"
SENDERS = "<b>Van:</b> Jas &lt;info@jas.nl&gt;<br><b>Verzonden:</b> maandag 23 november<br><b>Aan:</b> Mij"


@pytest.mark.parametrize(
    "history",
    [
        f'<hr><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">{SENDERS}</font></div><div>{OLD}</div>',
        f'<div id="appendonsend"></div><hr><div id="x_divRplyFwdMsg">{SENDERS}</div>{OLD}',
        f'<div><div id="divRplyFwdMsg"><b>Fra:</b> Jas<br><b>Sendt:</b> mandag</div></div><div>{OLD}</div>',
        f'<div id="mail-editor-reference-message-container"><div>{SENDERS}</div>{OLD}</div>',
        f'<div class="ms-outlook-mobile-reference-message skipProofing">{SENDERS}{OLD}</div>',
        f"<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>{SENDERS}</p></div>{OLD}",
        f"<div>Op 23 nov 2026, om 10:00 heeft Jas &lt;info@jas.nl&gt; het volgende geschreven:</div><blockquote>{OLD}</blockquote>",
    ],
)
def test_our_own_older_words_are_never_theirs_in_html(history):
    html = f"<html><body><p>De rits is weer stuk.</p><p>Kan ik langskomen?</p>{history}</body></html>"
    mail = raw()
    mail.set_content(html, subtype="html")
    assert read(mail).text.replace("\n\n", "\n") == OWN


def test_what_only_names_the_mark_of_a_program_stays():
    assert words_of_html('<a href="#divRplyFwdMsg">Hier</a><p>Hallo</p>') == "Hier\nHallo"


@pytest.mark.parametrize(
    "html", ["<head><title>x</title><body>Hallo", "<p>Hallo", "Hallo</div></p>", "<b>Hallo<![if x]>"]
)
def test_broken_html_is_read_as_a_browser_would(html):
    assert words_of_html(html) == "Hallo"


def test_html_that_is_one_quotation_is_still_something():
    assert "Hij is klaar." in words_of_html("<blockquote>Hij is klaar.</blockquote>")


def raw(**more):
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["Subject"] = "De Wit <DeWit@Klant.test>", "Vraag"
    for name, value in more.items():
        if name != "text":
            mail[name.replace("_", "-")] = value
    mail.set_content(more.get("text", OWN))
    return mail


def read(mail):
    return read_letter(mail.as_bytes())


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({}, ""),
        ({"Auto_Submitted": "no"}, ""),
        ({"Auto_Submitted": "auto-replied (vacation)"}, "auto-reply"),
        ({"Auto_Submitted": "auto-generated"}, "auto-reply"),
        ({"X_Autoreply": "yes"}, "auto-reply"),
        ({"Precedence": "bulk"}, "list"),
        ({"List_Unsubscribe": "<mailto:weg@x.nl>"}, "list"),
        ({"Return_Path": "<>"}, "bounce"),
        ({"Return_Path": "<>", "Auto_Submitted": "auto-replied"}, "auto-reply"),
        ({"Return_Path": "<>", "Auto_Submitted": "auto-generated"}, "auto-reply"),
        (
            {"Return_Path": "<>", "Auto_Submitted": "auto-replied (vacation)", "X_Autoreply": "yes"},
            "auto-reply",
        ),
        ({"Return_Path": "<>", "Precedence": "auto_reply"}, "auto-reply"),
        ({"Return_Path": "<>", "Reply_To": "klant@x.test"}, ""),
        ({"Return_Path": "<dewit@klant.test>", "Auto_Submitted": "auto-replied"}, "auto-reply"),
        ({"Reply_To": "no-reply@groothandel.test"}, "no-reply"),
        ({"Reply_To": "klant@x.test", "Auto_Submitted": "auto-generated"}, ""),
        ({"Reply_To": "klant@x.test", "Auto_Submitted": "auto-replied"}, "auto-reply"),
    ],
)
def test_a_machine_is_told_from_a_person(headers, kind):
    assert read(raw(**headers)).automatic == kind


@pytest.mark.parametrize(
    ("sender", "sort", "kind"),
    [
        ("MAILER-DAEMON@x.nl", "text/plain", "bounce"),
        ("postmaster@x.nl", "text/plain", "bounce"),
        ("postmaster@x.nl", "multipart/report; report-type=delivery-status; boundary=b", "bounce"),
        ("dewit@klant.test", "multipart/report; report-type=delivery-status; boundary=b", "bounce"),
        (
            "dewit@klant.test",
            "multipart/report; report-type=disposition-notification; boundary=b",
            "auto-reply",
        ),
        ("dewit@klant.test", "text/plain", "auto-reply"),
    ],
)
def test_a_server_that_says_it_did_not_arrive_is_told_from_a_person_who_is_away(sender, sort, kind):
    mail = f"Return-Path: <>\r\nFrom: {sender}\r\nAuto-Submitted: auto-replied\r\nContent-Type: {sort}\r\n\r\nAfwezig."
    assert read_letter(mail.encode()).automatic == kind


def test_a_bounce_is_a_bounce_and_its_attached_mail_is_not_read():
    mail = (
        b"From: MAILER-DAEMON@x.nl\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nNiet bezorgd.\r\n--b\r\n"
        b"Content-Type: message/rfc822\r\n\r\nSubject: oud\r\n\r\nOude woorden.\r\n--b--\r\n"
    )
    letter = read_letter(mail)
    assert letter.automatic == "bounce"
    assert letter.text == "Niet bezorgd."


def test_plain_text_goes_before_html_and_what_is_attached_is_only_named():
    mail = raw()
    mail.add_alternative("<p>Anders</p>", subtype="html")
    mail.add_attachment("bonnetje", filename="bon.txt")
    letter = read(mail)
    assert letter.text == OWN
    assert letter.attachments == ("bon.txt",)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_letters_are_read_in_the_alphabet_they_were_written_in(charset):
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = "z@x.nl"
    mail.set_content("Zoë’s jas" if charset != "iso-8859-1" else "Zoës jas", charset=charset)
    assert read(mail).text.startswith("Zoë")


def test_an_alphabet_that_nobody_knows_does_not_stop_us():
    assert (
        read_letter(b"From: a@b.nl\r\nContent-Type: text/plain; charset=klingon\r\n\r\nJas\r\n").text == "Jas"
    )
    assert read_letter(b"From: a@b.nl\r\n\r\nZo\xeb").text == "Zoë"
    assert read_letter(b"Subject: =?klingon?q?Jas?=\r\n\r\n").subject


def test_without_an_id_it_gets_one_that_stays():
    assert read(raw()).message_id.endswith("@without-id")
    assert read(raw()).message_id == read(raw()).message_id
    assert read(raw()).message_id != read(raw(text="anders")).message_id


def test_the_thread_is_named_after_what_it_began_with():
    letter = read(raw(In_Reply_To="<c@x>", References="<a@x> <b@x> <c@x>"))
    assert (letter.answers, letter.root) == ("c@x", "a@x")
    assert not letter.begins
    assert read(raw()).begins


@given(st.binary(max_size=400))
@example(b"From: <<<>>>\r\nSubject: =?utf-8?b?////?=\r\nMessage-ID: <>\r\n\r\n")
@example(b"Content-Type: multipart/mixed\r\n\r\n--\r\n")
@example(b"Content-Type: text/plain; charset*0=\"x\"; name*=utf-8''%ff\r\n\r\nx")
@example(b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n=")
@example(b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin\n")
def test_no_mail_can_break_the_reading(content):
    letter = read_letter(content)
    assert letter.message_id
    assert len(letter.text) <= LONGEST


@given(st.text(max_size=300))
def test_no_html_can_break_the_reading(text):
    assert "\x00" not in words_of_html(text)
    assert "\x00" not in words_of_html(f"<p {text}><div {text}>")


@pytest.mark.parametrize(
    "evil",
    [
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 4000,
        b"References: " + b"<a@b> " * 40_000 + b"\r\n\r\nx",
        b"From: " + b"(" * 100_000 + b"\r\n\r\nx",
        b"Subject: " + b"=?utf-8?q?x?= " * 20_000 + b"\r\n\r\nx",
        b"\r\n" + b"Op 2026 " * 30_000,
        b"\r\n" + b"On 2026 wrote:\r\n> x\r\n" * 10_000,
        b"Content-Type: text/html\r\n\r\n" + b"<div>" * 50_000 + b"x",
        b"Content-Type: text/html\r\n\r\n" + b"<" * 200_000,
        b"Content-Type: text/html\r\n\r\n" + b"<!--" * 60_000,
        b"Content-Type: text/html\r\n\r\n" + b"<a href='" * 30_000,
    ],
    ids=[
        "nested",
        "references",
        "brackets",
        "subject",
        "attribution",
        "quotes",
        "div",
        "less-than",
        "comments",
        "quoted",
    ],
)
def test_a_mail_made_to_keep_us_busy_is_read_in_time(evil):
    began = time.process_time()
    read_letter(evil[:262_144])
    assert time.process_time() - began < 3


def test_an_answer_carries_one_re_and_an_id_of_its_own():
    assert subject_of("RE: Re: Antw: Vraag", "nl") == "Re: Vraag"
    assert subject_of("", "nl") == "Re: Je bericht"
    assert subject_of("", "en") == "Re: Your message"
    post = outgoing("x")
    assert mail_id(post, "info@jas.nl") == mail_id(post, "Info@jas.nl")
    assert mail_id(post, "info@jas.nl").endswith("@jas.nl")
    assert mail_id(post, "info@jas.nl") != mail_id(outgoing("x"), "info@jas.nl")
