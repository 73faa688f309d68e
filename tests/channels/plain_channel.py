"""The channel of the plain network (`plain_network.py`): the hardest kind, where only looking can tell."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from urllib.parse import quote

from toonbank.channels import networks
from toonbank.channels.base import Incoming, Limits, Outgoing, Receipt
from toonbank.channels.fitting import refuse_misfit
from toonbank.channels.signin import AccountSettings, Field, Surroundings
from toonbank.channels.wire import Answer, Ask, Wire

PAGE = 40
MARGIN = timedelta(minutes=2)
FIELDS = tuple(
    Field(name, label={"nl": name, "en": name}, hint={"nl": "", "en": ""}) for name in ("server", "handle")
)


def sign_in(answers: Mapping[str, str], around: Surroundings) -> AccountSettings:
    """Every name has an account there, with a key made of the name."""
    handle = answers["handle"]
    return AccountSettings(answers["server"], handle, handle, {"key": f"{handle}-key"})


class PlainChannel:
    """One account on the plain network."""

    kind = "plain"
    limits = Limits(characters=500, pictures=0, alt_characters=0, seconds_between=0.0)

    def __init__(self, account: AccountSettings, around: Surroundings) -> None:
        self._wire = Wire(account.server, allow_private=around.allow_private)
        self._key = account.secrets.get("key", "")
        self._posts = f"/{quote(account.remote_id)}/posts"

    def length(self, text: str) -> int:
        """Code points."""
        return len(text)

    def send(self, post: Outgoing) -> Receipt:
        """One more post, each time."""
        refuse_misfit(post, self.length(post.text), self.limits)
        said = {"text": post.text, "lang": post.lang}
        return _receipt(self._wire.write(Ask("POST", self._posts, json=said, key=self._key)), self._at)

    def find(self, post: Outgoing) -> Receipt | None:
        """The same words, from two minutes before the send started on. So give each delivery its own words."""
        query = {"limit": str(PAGE)}
        while True:
            rows = self._wire.read(Ask("GET", self._posts, query=query, key=self._key)).rows("posts")
            for row in rows:
                if datetime.fromisoformat(row.text("at")) < post.created_at - MARGIN:
                    return None
                if row.text("text") == post.text:
                    return _receipt(row, self._at)
            if len(rows) < PAGE:
                return None
            query["before"] = rows[-1].text("id")

    def withdraw(self, remote_id: str) -> None:
        """Take it down."""
        gone = frozenset({"404"})
        self._wire.write(Ask("DELETE", f"{self._posts}/{remote_id}", key=self._key, expects=gone))

    def incoming(self, since: str) -> Iterator[Incoming]:
        """Nobody answers here."""
        return iter(())

    def _at(self, remote_id: str) -> str:
        return f"{self._wire.server}{self._posts}/{remote_id}"


def register() -> None:
    """Let `open_channel` know this network, in this process."""
    name = {"nl": "Kaal netwerk", "en": "Plain network"}
    plain = networks.Network(
        "plain", name=name, fields=FIELDS, sign_in=sign_in, open=PlainChannel, usual=PlainChannel.limits
    )
    networks.NETWORKS = {**networks.NETWORKS, "plain": plain}


def _receipt(answer: Answer, at) -> Receipt:
    return Receipt(answer.text("id"), at(answer.text("id")))
