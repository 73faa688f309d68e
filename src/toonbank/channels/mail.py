"""E-mail: what customers write to the shop's own address (IMAP), and answers to them (SMTP).

There is nothing to publish here: one only answers. A mail cannot be taken back. Its Message-ID is made of the key
of the delivery, so that `find` can look for it in the folder of what was sent. Mail that a machine sent is never answered.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

from toonbank.core.errors import BadInput, ChannelTrouble, Refused

from .base import Answering, AnswerTo, Incoming, Limits, Outgoing, Receipt
from .fitting import refuse_misfit
from .graphemes import count_graphemes
from .mail_box import Box, Place, Spot
from .mail_letter import Letter, read_letter
from .mail_line import Imap, Key, Smtp, hand_over, house, reading, sending
from .mail_writing import mail_id, plain_address, plain_name, write_mail
from .signin import AccountSettings, Field, Surroundings

IMAP_PORT, SMTP_PORT = 993, 465
CLOCKS_DIFFER = timedelta(minutes=5)
BEGIN_WITH = timedelta(days=14)
MOST_AT_ONCE = 200

FIELDS = (
    Field(
        "handle",
        label={"nl": "E-mailadres", "en": "E-mail address"},
        hint={
            "nl": "Waar klanten naartoe schrijven, bijvoorbeeld info@jas.nl",
            "en": "Where customers write to, such as info@jas.nl",
        },
    ),
    Field(
        "password",
        label={"nl": "Wachtwoord", "en": "Password"},
        hint={
            "nl": "Van de mailbox. Vraagt je aanbieder om een app-wachtwoord, maak er dan een voor Toonbank. Wordt versleuteld bewaard.",
            "en": "Of the mailbox. If your provider asks for an app password, make one for Toonbank. It is kept encrypted.",
        },
        is_secret=True,
    ),
    Field(
        "server",
        label={"nl": "Server voor inkomende mail (IMAP)", "en": "Server for incoming mail (IMAP)"},
        hint={
            "nl": "Leeg laten is meestal goed; anders staat het bij je aanbieder, bijvoorbeeld imap.jas.nl",
            "en": "Leaving it empty is usually right; otherwise your provider tells, such as imap.jas.nl",
        },
        is_optional=True,
    ),
    Field(
        "smtp",
        label={"nl": "Server voor uitgaande mail (SMTP)", "en": "Server for outgoing mail (SMTP)"},
        hint={
            "nl": "Leeg laten is meestal goed; bijvoorbeeld smtp.jas.nl of smtp.jas.nl:587",
            "en": "Leaving it empty is usually right; such as smtp.jas.nl or smtp.jas.nl:587",
        },
        is_optional=True,
    ),
    Field(
        "user",
        label={"nl": "Gebruikersnaam", "en": "User name"},
        hint={
            "nl": "Alleen als die anders is dan het e-mailadres.",
            "en": "Only when it differs from the e-mail address.",
        },
        is_optional=True,
    ),
    Field(
        "name",
        label={"nl": "Naam van de afzender", "en": "Name of the sender"},
        hint={
            "nl": "Wat klanten boven je mail zien, bijvoorbeeld Jas Zutphen",
            "en": "What customers see above your mail, such as Jas Zutphen",
        },
        is_optional=True,
    ),
)

log = logging.getLogger(__name__)


def sign_in(answers: Mapping[str, str], around: Surroundings) -> AccountSettings:
    """Sign in at both servers once, so that a wrong password is said now. Nothing is sent."""
    address = plain_address(answers.get("handle", ""))
    if not address:
        raise BadInput(f"{answers.get('handle', '')[:80]!r} is not an e-mail address.")
    domain = address.rpartition("@")[2].lower()
    imap = house(answers.get("server", "") or f"imap.{domain}", port=IMAP_PORT)
    smtp = house(answers.get("smtp", "") or f"smtp.{domain}", port=SMTP_PORT)
    secrets = {
        "password": answers.get("password", ""),
        "user": answers.get("user", "").strip() or address,
        "smtp": str(smtp),
        "name": plain_name(answers.get("name", "")),
    }
    account = AccountSettings(str(imap), address, address.lower(), secrets)
    Mail(account, around).knock()
    return account


class Mail:
    """One mailbox."""

    kind = "mail"
    limits = Limits(
        characters=20_000,
        pictures=4,
        alt_characters=1500,
        picture_bytes=4_000_000,
        seconds_between_readings=60.0,
        can_post=False,
        can_withdraw=False,
        can_read_replies=True,
        answering=Answering(
            publicly=False,
            privately_to="anybody",
            remark={
                "nl": "Een mail kan niet worden teruggehaald. Wie hem krijgt kan hem doorsturen.",
                "en": "A mail cannot be taken back. Who gets it can pass it on.",
            },
        ),
    )

    def __init__(self, account: AccountSettings, around: Surroundings) -> None:
        self._account = account
        self._around = around
        self._address = account.handle
        secrets = account.secrets
        self._key = Key(secrets.get("user", account.handle), secrets.get("password", ""))
        self._sender = secrets.get("name", "")

    def length(self, text: str) -> int:
        """Characters as people see them."""
        return count_graphemes(text)

    def send(self, post: Outgoing) -> Receipt:
        """One mail to whom it answers, and a copy where sent mail lies. Refused without somebody to answer."""
        answered = post.answer_to
        if answered is None:
            raise Refused("By e-mail one can only answer somebody; there is nobody to answer here.")
        refuse_misfit(post, self.length(post.text), self.limits)
        to = plain_address(answered.handle)
        if not to:
            raise Refused(
                f"{answered.handle[:80]!r} is no e-mail address that can be written to, so nothing was sent."
            )
        letter = self._answered(answered)
        subject = letter.subject if letter else ""
        mail = write_mail(post, answered, address=self._address, to=to, sender=self._sender, subject=subject)
        with self._sending() as line:
            hand_over(line, self._address, to, mail)
        receipt = self._receipt(post)
        self._lay_by(receipt, mail, post)
        return receipt

    def find(self, post: Outgoing) -> Receipt | None:
        """Looks in the folders of sent and received mail for the mail with this key.

        None is no proof that it did not leave: a server that keeps no copies of its own has only those that we lay there.
        """
        receipt = self._receipt(post)
        with self._reading() as line:
            for place in Box(line).places():
                for spot in place.with_id(receipt.remote_id):
                    if spot.at >= post.created_at - CLOCKS_DIFFER:
                        return receipt
        return None

    def withdraw(self, remote_id: str) -> None:
        """A mail that left is gone."""
        raise Refused("A mail cannot be taken back.")

    def incoming(self, since: str) -> Iterator[Incoming]:
        """What came in, and the answers that were sent in another program, oldest first, at most 200 at once.

        Of the first two weeks when `since` is "", or when the server numbers its mail anew; what was told comes again then.
        """
        heard = dict(part.split("=", 1) for part in since.split() if "=" in part)
        earliest = self._around.clock() - BEGIN_WITH
        with self._reading() as line:
            found = [
                (place, place.after(heard.get(place.sign, ""), earliest, MOST_AT_ONCE))
                for place in Box(line).places()
            ]
            told = list(self._told(found, heard))
        yield from told

    def knock(self) -> None:
        """Sign in at both servers; the troubles of both."""
        with self._reading() as line:
            Box(line).places()
        with self._sending():
            pass

    def _told(self, found: list[tuple[Place, list[Spot]]], heard: dict[str, str]) -> Iterator[Incoming]:
        """The mail of all folders by the moment of arrival, each folder in its own order: so a cursor leaves nothing behind."""
        waiting = {place: spots for place, spots in found if spots}
        sent = next((place for place, _spots in found if place.is_sent), None)
        for _ in range(MOST_AT_ONCE):
            if not waiting:
                return
            place = min(waiting, key=lambda one: waiting[one][0].at)
            spot = waiting[place].pop(0)
            if not waiting[place]:
                del waiting[place]
            heard[place.sign] = spot.cursor
            raw = place.read(spot)
            letter = read_letter(raw)
            said = self._said(letter, spot, is_own=self._is_own(letter, place, sent)) if raw else None
            if said is not None:
                cursor = " ".join(f"{sign}={where}" for sign, where in sorted(heard.items()))
                yield replace(said, cursor=cursor)

    def _is_own(self, letter: Letter, place: Place, sent: Place | None) -> bool:
        """Whether we wrote it. Anybody can write in our name, also the form on our site: what lies among our sent mail is ours."""
        if place.is_sent or letter.address != self._address.lower():
            return place.is_sent
        return sent is not None and bool(sent.with_id(letter.message_id))

    def _said(self, letter: Letter, spot: Spot, *, is_own: bool) -> Incoming | None:
        """What a mail says to the shop; None for mail of our own that answers nobody."""
        if (is_own and not letter.answers) or not letter.address:
            return None
        text = letter.text
        if letter.begins and letter.subject:
            text = f"{letter.subject}\n\n{text}".strip()
        return Incoming(
            remote_id=letter.message_id,
            author=letter.address,
            text=text or letter.subject,
            at=spot.at,
            answers=letter.answers,
            extra=_further(letter),
            sort="mail",
            thread=letter.root,
            author_id=letter.address,
            author_name=letter.name,
            is_public=False,
            is_own=is_own,
        )

    def _answered(self, answered: AnswerTo) -> Letter | None:
        """The mail that is answered, when it is still there. Refused when a machine sent it."""
        with self._reading() as line:
            for place in Box(line).places():
                for spot in place.with_id(answered.remote_id)[:1]:
                    letter = read_letter(place.read(spot))
                    if letter.automatic:
                        raise Refused("This mail was sent by a machine, so nobody would read the answer.")
                    return letter
        return None

    def _receipt(self, post: Outgoing) -> Receipt:
        return Receipt(mail_id(post, self._address), "")

    def _lay_by(self, receipt: Receipt, mail: bytes, post: Outgoing) -> None:
        """A copy where sent mail lies, unless the server keeps one itself. The mail has left, whatever comes of it."""
        try:
            with self._reading() as line:
                Box(line).keep_sent(receipt.remote_id, mail, post.created_at)
        except ChannelTrouble as trouble:
            log.warning("copy of a sent mail not kept", extra={"trouble": type(trouble).__name__})

    def _reading(self) -> AbstractContextManager[Imap]:
        to = house(self._account.server, port=IMAP_PORT)
        return reading(to, self._key, allow_private=self._around.allow_private)

    def _sending(self) -> AbstractContextManager[Smtp]:
        to = house(self._account.secrets.get("smtp", ""), port=SMTP_PORT)
        return sending(to, self._key, allow_private=self._around.allow_private)


def _further(letter: Letter) -> dict[str, str]:
    """What else is known of a mail, for who reads it: only what is there."""
    found = {
        "subject": letter.subject,
        "whole": letter.whole,
        "automatic": letter.automatic,
        "spam": "yes" if letter.is_spam else "",
        "nobody_waits": "yes" if letter.automatic in ("list", "auto-reply") or letter.is_spam else "",
        "attachments": ", ".join(letter.attachments),
        "sender": letter.sender if letter.sender != letter.address else "",
    }
    return {name: value for name, value in found.items() if value}
