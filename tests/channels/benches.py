"""One bench per network: the adapter, a rough wire before its server, and a way to look that is not the adapter's."""

import itertools
import os
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

import httpx

from toonbank.channels.base import Channel, Outgoing, Picture
from toonbank.channels.bluesky import POSTS, Bluesky
from toonbank.channels.bluesky import sign_in as sign_in_to_bluesky
from toonbank.channels.board import Drill, SquareBoard
from toonbank.channels.mastodon import Mastodon
from toonbank.channels.signin import AccountSettings, Surroundings
from toonbank.channels.square import Square
from toonbank.channels.square import sign_in as sign_in_to_square

from .rough_wire import RoughWire

NUMBERS = itertools.count(1)


def now() -> datetime:
    return datetime.now(UTC)


def outgoing(text: str, *, lang: str = "nl", pictures: tuple[Picture, ...] = ()) -> Outgoing:
    """A post with a key of its own, as the desk would store it before sending."""
    return Outgoing(f"delivery-{os.getpid()}-{next(NUMBERS)}-1", text, lang, now(), pictures)


class SquareBench:
    """The practice square in a file of its own."""

    name = "square"

    def __init__(self, path: str) -> None:
        around = Surroundings(clock=now, square_path=path, square_url="/oefenplein/{id}")
        self.account = sign_in_to_square({"handle": "Jas"}, around)
        self.channel: Channel = Square(self.account, around)
        self.board = SquareBoard(path)

    def published(self) -> list[str]:
        return [post.text for post in self.board.posts("Jas", now=now(), limit=1000)]

    def alts(self) -> list[str]:
        return [picture.alt for picture in self.board.posts("Jas", now=now(), limit=1)[0].pictures]

    def goes_wrong(self, how: str) -> None:
        self.board.misbehave("Jas", Drill(how))

    def delete_at_network(self, remote_id: str) -> None:
        self.board.remove("Jas", remote_id)


class WireBench:
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
        elif how == "slow":
            self.rough.misbehave("delay", path=self.publishes_at, seconds=0.5)
        else:
            self.rough.misbehave(how, path=self.publishes_at)


class BlueskyBench(WireBench):
    """An account on the real server (PDS), as winkel.test."""

    name = "bluesky"
    publishes_at = "putRecord"

    def __init__(self, pds: str, rough: RoughWire, account: AccountSettings) -> None:
        super().__init__(rough)
        self.pds = pds
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
        body = {"repo": self.account.remote_id, "collection": POSTS, "rkey": remote_id.rpartition("/")[2]}
        key = {"authorization": f"Bearer {self.account.secrets['access']}"}
        httpx.post(
            self.pds + "/xrpc/com.atproto.repo.deleteRecord", json=body, headers=key
        ).raise_for_status()


class MastodonBench(WireBench):
    """The seeded account winkel on the stand-in for Mastodon."""

    name = "mastodon"
    publishes_at = "POST /api/v1/statuses"

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
        headers = {"authorization": f"Bearer {self.key}"}
        httpx.delete(f"{self.server}/api/v1/statuses/{remote_id}", headers=headers).raise_for_status()
