"""One bench per network: the adapter, a rough wire before its server, a customer, and a way to look that is not the adapter's."""

import itertools
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import quote

import httpx

from toonbank.channels.base import AnswerTo, Channel, Incoming, Outgoing, Picture
from toonbank.channels.bluesky import POSTS, Bluesky
from toonbank.channels.bluesky import sign_in as sign_in_to_bluesky
from toonbank.channels.board import Drill, Said, SquareBoard
from toonbank.channels.mastodon import Mastodon
from toonbank.channels.signin import AccountSettings, Surroundings
from toonbank.channels.square import Square
from toonbank.channels.square import sign_in as sign_in_to_square

from .rough_wire import RoughWire

NUMBERS = itertools.count(1)


def now() -> datetime:
    return datetime.now(UTC)


def outgoing(
    text: str, *, lang: str = "nl", pictures: tuple[Picture, ...] = (), answer_to: AnswerTo | None = None
) -> Outgoing:
    """A post with a key of its own, as the desk would store it before sending."""
    return Outgoing(f"delivery-{os.getpid()}-{next(NUMBERS)}-1", text, lang, now(), pictures, answer_to)


@dataclass(frozen=True)
class Shown:
    """An answer of the shop as the network shows it: its words, what it stands below, what its thread began with."""

    text: str
    below: str
    root: str = ""
    is_private: bool = False


class Hearing:
    """What all benches can: listen until something was heard."""

    channel: Channel
    customer = ""

    def to_answer(self, remote_id: str, *, root: str = "", is_private: bool = False) -> AnswerTo:
        """An answer to the customer."""
        return AnswerTo(remote_id, root, self.customer, is_private)

    def hear(self, *wanted: str, since: str = "") -> list[Incoming]:
        """What was said after `since`, as soon as `wanted` (remote ids) are among it: some networks take a moment."""
        return self._hear(since, lambda heard: set(wanted) <= {one.remote_id for one in heard})

    def hear_of(self, event: str, *, since: str) -> list[Incoming]:
        """What happened after `since`, as soon as there is an edit or a deletion among it."""
        return self._hear(since, lambda heard: event in {one.event for one in heard})

    def _hear(self, since: str, is_enough: Callable[[list[Incoming]], bool]) -> list[Incoming]:
        ends_at = time.monotonic() + 15
        while True:
            heard = list(self.channel.incoming(since))
            if is_enough(heard) or time.monotonic() > ends_at:
                return heard
            time.sleep(0.3)

    def heard_all(self) -> str:
        """The cursor after all that was said so far."""
        heard = list(self.channel.incoming(""))
        return heard[-1].cursor if heard else ""


class SquareBench(Hearing):
    """The practice square in a file of its own."""

    name = "square"
    customer = "Mevrouw De Wit"

    def __init__(self, path: str) -> None:
        self.around = Surroundings(clock=now, square_path=path, square_url="/oefenplein/{id}")
        self.account = sign_in_to_square({"handle": "Jas"}, self.around)
        self.channel: Channel = Square(self.account, self.around)
        self.board = SquareBoard(path)

    def published(self) -> list[str]:
        return [post.text for post in self.board.posts("Jas", now=now(), limit=1000)]

    def alts(self) -> list[str]:
        return [picture.alt for picture in self.board.posts("Jas", now=now(), limit=1)[0].pictures]

    def goes_wrong(self, how: str) -> None:
        self.board.misbehave("Jas", Drill.LISTEN_UNREACHABLE if how == "deaf" else Drill(how))

    def delete_at_network(self, remote_id: str) -> None:
        self.board.remove("Jas", remote_id, at=now())

    def answers(self) -> list[Shown]:
        everything = [one for post in self.board.posts("Jas", now=now()) for one in post.reactions]
        everything += [one for talk in self.board.talks("Jas", now=now()) for one in talk.said]
        return [
            Shown(one.text, one.answers, one.thread, not one.is_public) for one in everything if one.is_own
        ]

    def customer_says(self, text: str, *, below: str = "", is_private: bool = False) -> str:
        said = Said(self.customer, text, answers=below, is_private=is_private, kind="compliment")
        return self.board.let_say("Jas", said, at=now())

    def shop_says_elsewhere(self, text: str, *, below: str) -> str:
        return self.board.let_say("Jas", Said("Jas", text, answers=below, is_own=True), at=now())

    def customer_edits(self, remote_id: str, text: str) -> None:
        self.board.let_edit("Jas", remote_id, text, at=now())

    def customer_deletes(self, remote_id: str) -> None:
        self.board.remove("Jas", remote_id, at=now())


class WireBench(Hearing):
    """What networks behind a wire have in common: the troubles of the publishing call."""

    publishes_at = ""

    def __init__(self, rough: RoughWire) -> None:
        self.rough = rough

    def goes_wrong(self, how: str) -> None:
        answers = {
            "server_error": {"status": 500, "body": b"<html><h1>Internal Server Error</h1></html>"},
            "refuse": {"status": 422, "body": {"error": "The square does not want this post."}},
            "too_fast": {
                "status": 429,
                "headers": {"Retry-After": "30"},
                "body": {"error": "Too many requests"},
            },
            "signed_out": {
                "status": 401,
                "body": {"error": "AuthMissing", "message": "The token was revoked"},
            },
        }
        if how in answers:
            self.rough.misbehave("answer", path=self.publishes_at, times=2, **answers[how])
        elif how == "unreachable":
            self.rough.__exit__()
        elif how == "deaf":
            self.rough.misbehave("hang_up_before", path="GET", times=3)  # as often as a reading tries
        elif how == "slow":
            self.rough.misbehave("delay", path=self.publishes_at, seconds=0.5)
        else:
            self.rough.misbehave(how, path=self.publishes_at)


class BlueskyBench(WireBench):
    """An account on the real server (PDS), as winkel.test; its customer is klant.test."""

    name = "bluesky"
    publishes_at = "putRecord"
    customer = "klant.test"

    def __init__(
        self,
        pds: str,
        rough: RoughWire,
        account: AccountSettings,
        klant: AccountSettings,
        *,
        appview: str = "",
    ) -> None:
        super().__init__(rough)
        self.pds, self.appview, self.klant = pds, appview, klant
        self.kept: list[dict[str, str]] = []
        self.around = Surroundings(
            clock=now, allow_private=True, on_secrets=lambda new: self.kept.append(dict(new))
        )
        self.account = replace(account, server=rough.url)
        self.channel: Channel = Bluesky(self.account, self.around)

    def sign_in(self, password: str) -> AccountSettings:
        """What the form gives for winkel.test with this password."""
        said = {"server": self.rough.url, "handle": "@Winkel.test", "app_password": password}
        return sign_in_to_bluesky(said, self.around)

    def records(self) -> list[dict]:
        did = quote(self.account.remote_id)
        path = f"/xrpc/com.atproto.repo.listRecords?repo={did}&collection={POSTS}&limit=100"
        return httpx.get(self.pds + path).raise_for_status().json()["records"]

    def published(self) -> list[str]:
        return [row["value"]["text"] for row in self.records()]

    def alts(self) -> list[str]:
        return [image["alt"] for image in self.records()[0]["value"]["embed"]["images"]]

    def delete_at_network(self, remote_id: str) -> None:
        self._ask(self.account, "deleteRecord", rkey=remote_id.rpartition("/")[2])

    def answers(self) -> list[Shown]:
        found = [(row["value"]["text"], row["value"].get("reply")) for row in self.records()]
        return [Shown(text, reply["parent"]["uri"], reply["root"]["uri"]) for text, reply in found if reply]

    def customer_says(self, text: str, *, below: str = "", is_private: bool = False) -> str:
        """Below something, or naming the shop."""
        mention = {"$type": "app.bsky.richtext.facet#mention", "did": self.account.remote_id}
        place = {"byteStart": 0, "byteEnd": len("@winkel.test")}
        if below:
            return self._say(self.klant, {"text": text, "reply": self._reply(below)})
        said = {"text": f"@winkel.test {text}", "facets": [{"index": place, "features": [mention]}]}
        return self._say(self.klant, said)

    def shop_says_elsewhere(self, text: str, *, below: str) -> str:
        return self._say(self.account, {"text": text, "reply": self._reply(below)})

    def customer_deletes(self, remote_id: str) -> None:
        self._ask(self.klant, "deleteRecord", rkey=remote_id.rpartition("/")[2])

    def _say(self, who: AccountSettings, said: dict) -> str:
        record = {"$type": POSTS, "createdAt": now().isoformat().replace("+00:00", "Z"), **said}
        return self._ask(who, "createRecord", record=record)["uri"]

    def _reply(self, below: str) -> dict:
        """As an app makes it, once the network knows what is answered."""
        repo, _, key = below.removeprefix("at://").partition(f"/{POSTS}/")
        query = {"repo": repo, "collection": POSTS, "rkey": key}
        found = (
            httpx.get(f"{self.pds}/xrpc/com.atproto.repo.getRecord", params=query).raise_for_status().json()
        )
        self._wait_for_appview(below)
        parent = {"uri": below, "cid": found["cid"]}
        return {"parent": parent, "root": found["value"].get("reply", {}).get("root", parent)}

    def _wait_for_appview(self, uri: str) -> None:
        for _ in range(60 if self.appview else 0):
            if (
                httpx.get(f"{self.appview}/xrpc/app.bsky.feed.getPosts", params={"uris": uri})
                .json()
                .get("posts")
            ):
                return
            time.sleep(0.2)

    def _ask(self, who: AccountSettings, method: str, **said) -> dict:
        body = {"repo": who.remote_id, "collection": POSTS, **said}
        key = {"authorization": f"Bearer {who.secrets['access']}"}
        answer = httpx.post(f"{self.pds}/xrpc/com.atproto.repo.{method}", json=body, headers=key)
        return answer.raise_for_status().json()


class MastodonBench(WireBench):
    """The seeded account winkel on the stand-in for Mastodon."""

    name = "mastodon"
    publishes_at = "POST /api/v1/statuses"
    customer = "klant"

    def __init__(self, server: str, rough: RoughWire, *, key: str = "winkel_token") -> None:
        super().__init__(rough)
        self.server, self.key = server, key
        me = self.get("/api/v1/accounts/verify_credentials")
        self.around = Surroundings(clock=now, allow_private=True)
        self.account = AccountSettings(rough.url, f"{me['acct']}@localhost", me["id"], {"key": key})
        self.channel: Channel = Mastodon(self.account, self.around)

    def get(self, path: str, key: str = ""):
        headers = {"authorization": f"Bearer {key or self.key}"}
        return httpx.get(self.server + path, headers=headers).raise_for_status().json()

    def statuses(self) -> list[dict]:
        return self.get(f"/api/v1/accounts/{self.account.remote_id}/statuses?limit=40")

    def published(self) -> list[str]:
        return [self.get(f"/api/v1/statuses/{one['id']}/source")["text"] for one in self.statuses()]

    def alts(self) -> list[str]:
        return [media["description"] for media in self.statuses()[0]["media_attachments"]]

    def delete_at_network(self, remote_id: str) -> None:
        self._send("DELETE", f"/{remote_id}", self.key)

    def answers(self) -> list[Shown]:
        found = [(one, self.get(f"/api/v1/statuses/{one['id']}/source")["text"]) for one in self.statuses()]
        return [
            Shown(text, one["in_reply_to_id"], self._root(one["id"]), one["visibility"] == "direct")
            for one, text in found
            if one["in_reply_to_id"]
        ]

    def customer_says(
        self, text: str, *, below: str = "", is_private: bool = False, seen_by: str = "public"
    ) -> str:
        said = {"status": f"@winkel {text}", "visibility": "direct" if is_private else seen_by}
        return self._send("POST", "", "klant_token", said | ({"in_reply_to_id": below} if below else {}))[
            "id"
        ]

    def shop_says_elsewhere(self, text: str, *, below: str) -> str:
        return self._send("POST", "", self.key, {"status": text, "in_reply_to_id": below})["id"]

    def customer_edits(self, remote_id: str, text: str) -> None:
        self._send("PUT", f"/{remote_id}", "klant_token", {"status": f"@winkel {text}"})

    def customer_deletes(self, remote_id: str) -> None:
        self._send("DELETE", f"/{remote_id}", "klant_token")

    def _root(self, status_id: str) -> str:
        ancestors = self.get(f"/api/v1/statuses/{status_id}/context")["ancestors"]
        return ancestors[0]["id"] if ancestors else ""

    def _send(self, method: str, path: str, key: str, body: dict | None = None) -> dict:
        headers = {"authorization": f"Bearer {key}"}
        address = f"{self.server}/api/v1/statuses{path}"
        return httpx.request(method, address, json=body, headers=headers).raise_for_status().json()
