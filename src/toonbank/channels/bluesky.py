"""Bluesky, and every other server of the AT protocol.

We choose the record's key ourselves and put the record there, so sending the same post again changes nothing.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC

from toonbank.core.errors import BadInput, Refused, SignInAgain

from .base import Answering, AnswerTo, Incoming, Limits, Outgoing, Picture, Receipt
from .bluesky_hearing import POSTS, Ears, address_of, repo_of, rkey_of
from .fitting import refuse_misfit
from .graphemes import count_graphemes
from .links import Found, find_links, find_mentions, find_tags
from .signin import AccountSettings, Field, Surroundings
from .wire import SEND_WITHIN, Answer, Ask, Deadline, Wire

SERVICE = "https://bsky.social"  # where nearly everybody is; other servers speak the same language
SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
LONGEST_TAG = 64
GONE = frozenset({"RecordNotFound", "404"})

FIELDS = (
    Field(
        "handle",
        label={"nl": "Gebruikersnaam", "en": "Handle"},
        hint={"nl": "Bijvoorbeeld jas.bsky.social", "en": "For example jas.bsky.social"},
    ),
    Field(
        "app_password",
        label={"nl": "App-wachtwoord", "en": "App password"},
        hint={
            "nl": "Maak het in Bluesky: Instellingen, Privacy en beveiliging. Niet je gewone wachtwoord.",
            "en": "Make it in Bluesky: Settings, Privacy and security. Not your ordinary password.",
        },
        is_secret=True,
    ),
    Field(
        "server",
        label={"nl": "Server", "en": "Server"},
        hint={
            "nl": "Laat staan, tenzij je een eigen server hebt.",
            "en": "Leave it, unless you have your own.",
        },
        default=SERVICE,
    ),
)


def sign_in(answers: Mapping[str, str], around: Surroundings) -> AccountSettings:
    """Trades handle and app password for keys; the password itself is not kept."""
    handle = answers.get("handle", "").strip().removeprefix("@").lower()
    if not handle or not answers.get("app_password"):
        raise BadInput("Fill in both the handle and the app password.")
    wire = Wire(answers.get("server") or SERVICE, allow_private=around.allow_private)
    said = {"identifier": handle, "password": answers["app_password"].strip()}
    session = wire.prepare(Ask("POST", "/xrpc/com.atproto.server.createSession", json=said))
    return AccountSettings(wire.server, session.text("handle"), session.text("did"), _keys(session))


class Bluesky:
    """One account on one server."""

    kind = "bluesky"
    # Of the record's lexicon. It allows 2,000,000 bytes a picture since 2025; older servers still take 1,000,000.
    limits = Limits(
        characters=300,
        pictures=4,
        alt_characters=2000,
        picture_bytes=1_000_000,
        text_bytes=3000,
        exact_retry=True,
        can_read_replies=True,
        answering=Answering(
            remark={
                "nl": "Privéberichten gaan hier niet via het bureau; die lees en beantwoord je in Bluesky zelf.",
                "en": "Private messages do not pass through the desk here; read and answer them in Bluesky itself.",
            }
        ),
    )

    def __init__(self, account: AccountSettings, around: Surroundings) -> None:
        self._account = account
        self._wire = Wire(account.server, allow_private=around.allow_private)
        self._keys = dict(account.secrets)
        self._on_secrets = around.on_secrets
        self._clock = around.clock

    def length(self, text: str) -> int:
        """Characters as people see them."""
        return count_graphemes(text)

    def send(self, post: Outgoing) -> Receipt:
        """Upload the pictures, then put the record under its own key. An answer stands below what it answers."""
        refuse_misfit(post, self.length(post.text), self.limits)
        within = Deadline(SEND_WITHIN)
        record: dict[str, object] = {
            "$type": POSTS,
            "text": post.text,
            "createdAt": post.created_at.astimezone(UTC)
            .isoformat(timespec="milliseconds")
            .replace("+00:00", "Z"),
            "langs": [post.lang],
        }
        if post.answer_to:
            record["reply"] = self._below(post.answer_to, within)
        if facets := self._facets(post.text, within):
            record["facets"] = facets
        if post.pictures:
            images = [self._upload(picture, within) for picture in post.pictures]
            record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
        said = self._place(record_key(post)) | {"record": record}
        ask = Ask("POST", "/xrpc/com.atproto.repo.putRecord", json=said)
        return self._receipt(self._signed(self._wire.write, ask, within))

    def find(self, post: Outgoing) -> Receipt | None:
        """Asks for the record under the key that this post has."""
        answer = self._read("com.atproto.repo.getRecord", self._place(record_key(post)), GONE)
        return None if answer.code else self._receipt(answer)

    def withdraw(self, remote_id: str) -> None:
        """Take it down; the server does not mind when it is gone already."""
        said = self._place(rkey_of(remote_id))
        ask = Ask("POST", "/xrpc/com.atproto.repo.deleteRecord", json=said)
        self._signed(self._wire.write, ask, None)

    def incoming(self, since: str) -> Iterator[Incoming]:
        """Mentions, answers and quotes, and our own answers from another app, oldest first; the newest when `since` is "".

        Only our own when the server has no AppView behind it: then nobody keeps notifications.
        """
        return Ears(self._read, self._account, self._clock()).incoming(since)

    def _below(self, answered: AnswerTo, within: Deadline) -> dict[str, object]:
        """What is answered and what its thread began with, each as it stands there now."""
        if answered.is_private:
            raise Refused("Private messages on Bluesky do not pass through the desk.")
        uri = answered.remote_id
        place = {"repo": repo_of(uri), "collection": POSTS, "rkey": rkey_of(uri)}
        found = self._read("com.atproto.repo.getRecord", place, GONE | {"InvalidRequest"}, within)
        if found.code:
            raise Refused("What this answers was deleted at the network, so there is nothing to answer.")
        parent = {"uri": uri, "cid": found.text("cid")}
        return {"root": found.get("value", "reply", "root") or parent, "parent": parent}

    def _place(self, key: str) -> dict[str, str]:
        return {"repo": self._account.remote_id, "collection": POSTS, "rkey": key}

    def _receipt(self, answer: Answer) -> Receipt:
        uri = answer.text("uri")
        return Receipt(uri, address_of(uri, self._account.handle))

    def _upload(self, picture: Picture, within: Deadline) -> dict[str, object]:
        kind = {"content-type": picture.media_type}
        ask = Ask("POST", "/xrpc/com.atproto.repo.uploadBlob", content=picture.content, headers=kind)
        blob = self._signed(self._wire.prepare, ask, within).get("blob")
        shape = {"width": picture.width, "height": picture.height}
        return {"alt": picture.alt, "image": blob, "aspectRatio": shape}

    def _facets(self, text: str, within: Deadline) -> list[dict[str, object]]:
        people = [(mention, self._did(mention.target, within)) for mention in find_mentions(text)]
        tags = [tag for tag in find_tags(text) if count_graphemes(tag.target) <= LONGEST_TAG]
        return [
            *(_facet(text, link, "link", uri=link.target) for link in find_links(text)),
            *(_facet(text, mention, "mention", did=did) for mention, did in people if did),
            *(_facet(text, tag, "tag", tag=tag.target) for tag in tags),
        ]

    def _did(self, handle: str, within: Deadline) -> str:
        """Whose name this is; "" when it is nobody's, and then it stays plain text."""
        if "." not in handle or "@" in handle:
            return ""
        path = "/xrpc/com.atproto.identity.resolveHandle"
        nobody = frozenset({"400", "404"})
        answer = self._wire.read(Ask("GET", path, query={"handle": handle}, expects=nobody), within=within)
        return "" if answer.code else answer.text("did")

    def _read(
        self,
        method: str,
        query: Mapping[str, str | list[str]],
        expects: frozenset[str],
        within: Deadline | None = None,
    ) -> Answer:
        ask = Ask("GET", f"/xrpc/{method}", query=query, expects=expects)
        return self._signed(self._wire.read, ask, within)

    def _signed(self, how: Callable[..., Answer], ask: Ask, within: Deadline | None) -> Answer:
        try:
            return how(replace(ask, key=self._keys.get("access", "")), within=within)
        except SignInAgain:
            # The server said that it did not listen, so asking once more cannot show anything twice.
            self._refresh(within)
        return how(replace(ask, key=self._keys["access"]), within=within)

    def _refresh(self, within: Deadline | None) -> None:
        key = self._keys.get("refresh", "")
        ask = Ask("POST", "/xrpc/com.atproto.server.refreshSession", key=key)
        self._keys = _keys(self._wire.prepare(ask, within=within))
        self._on_secrets(dict(self._keys))


def record_key(post: Outgoing) -> str:
    """The key of this post's record: sortable by time as the protocol asks, and the same in every attempt.

    The second is that of `created_at`; what is finer comes from `key`, so that posts made at once do not meet.
    """
    digest = int.from_bytes(hashlib.sha256(post.key.encode()).digest()[:8])
    micros = int(post.created_at.timestamp()) * 1_000_000 + digest % 1_000_000
    number = micros << 10 | (digest >> 32) & 1023
    return "".join(SORTABLE[number >> shift & 31] for shift in range(60, -1, -5))


def byte_range(text: str, found: Found) -> dict[str, int]:
    """The place of `found` in UTF-8 bytes. The server takes a range beyond the text, so we make sure."""
    start = len(text[: found.start].encode())
    end = start + len(text[found.start : found.end].encode())
    if not 0 <= start < end <= len(text.encode()):
        raise Refused(f"A link or name lies outside the text ({found.start}-{found.end}).")
    return {"byteStart": start, "byteEnd": end}


def _facet(text: str, found: Found, kind: str, **target: str) -> dict[str, object]:
    feature = {"$type": f"app.bsky.richtext.facet#{kind}"} | target
    return {"index": byte_range(text, found), "features": [feature]}


def _keys(session: Answer) -> dict[str, str]:
    return {"access": session.text("accessJwt"), "refresh": session.text("refreshJwt")}
