"""Signing in to a network: what to ask, where to send the person, and what the desk keeps afterwards."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hmac import compare_digest
from urllib.parse import urlencode

from toonbank.core.errors import BadInput

SHOW_THE_CODE = "urn:ietf:wg:oauth:2.0:oob"  # OAuth's word for: show the code, the person copies it


def _forget(secrets: Mapping[str, str]) -> None:
    """For accounts whose keys never change."""


@dataclass(frozen=True)
class Field:
    """One question on the sign-in form, in the languages of the screen.

    `is_secret`: typed hidden, never kept on the page. `is_optional`: may stay empty.
    """

    name: str
    label: Mapping[str, str]
    hint: Mapping[str, str]
    is_secret: bool = False
    default: str = ""
    is_optional: bool = False


@dataclass(frozen=True)
class AccountSettings:
    """What the desk keeps of an account that is signed in; `secrets` encrypted.

    `server` is the address of the network's server, `handle` what people see, `remote_id` the network's own name
    for the account, which never changes.
    """

    server: str
    handle: str
    remote_id: str
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class GoThere:
    """The person must say yes at `url`. `pending` is kept, secret, until they are back with a code."""

    url: str
    pending: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Surroundings:
    """What a channel needs from the desk around it.

    `allow_private` lets test servers on this machine be used. `come_back_to` is the desk's own address for
    OAuth ("" when the person copies a code by hand). `square_path` is the file of the practice square, and
    `square_url` where the desk shows a post of it, with {id} for its id. `on_secrets` stores the new secrets when
    a network renews its keys.
    """

    clock: Callable[[], datetime]
    allow_private: bool = False
    come_back_to: str = ""
    square_path: str = ""
    square_url: str = ""
    on_secrets: Callable[[Mapping[str, str]], None] = _forget


def go_there(address: str, pending: Mapping[str, str], *, scope: str) -> GoThere:
    """OAuth code flow, first half; `pending` holds client_id and redirect_uri."""
    state = secrets.token_urlsafe(24)
    query = {"response_type": "code", "scope": scope, "state": state}
    query |= {name: pending[name] for name in ("client_id", "redirect_uri")}
    return GoThere(f"{address}?{urlencode(query)}", {**pending, "state": state})


def code_from(pending: Mapping[str, str], answers: Mapping[str, str]) -> str:
    """OAuth code flow, second half: the code that the person came back with; BadInput when it is not ours."""
    code = answers.get("code", "").strip()
    # A code copied by hand comes without the state; there the person is the proof.
    is_ours = compare_digest(answers.get("state", "").encode(), pending["state"].encode())
    if not code or not (is_ours or pending["redirect_uri"] == SHOW_THE_CODE):
        raise BadInput(
            "This answer belongs to another sign-in, or was a no. Start again from the accounts page."
        )
    return code
