"""Words sent by who is signed out by now: they come along through the door, in the browser that sent them."""

from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest

SALT = "toonbank.kept"
KEPT_FOR = 86_400  # seconds; who comes back later than this begins anew
LONGEST_FOR_A_WORD = 24
_NOT_KEPT = frozenset({"csrfmiddlewaretoken", "panel"})


@dataclass(frozen=True)
class Kept:
    """A form as it was sent: where to, and every field with its value."""

    path: str
    fields: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """What a person would recognise: the values that were written, not chosen."""
        return [
            value for _name, value in self.fields if " " in value.strip() or len(value) > LONGEST_FOR_A_WORD
        ]


def kept_of(request: HttpRequest) -> Kept | None:
    """The form of this request; None when nothing was written in it."""
    fields = [
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in _NOT_KEPT
        for value in values
    ]
    kept = Kept(request.get_full_path(), tuple(fields))
    return kept if kept.texts else None


def pack(kept: Kept) -> str:
    """For a hidden field, signed: what comes back is what was sent to us."""
    return signing.dumps([kept.path, kept.fields], salt=SALT, compress=True)


def unpack(packed: str) -> Kept | None:
    """None when it is not ours, or too old."""
    try:
        path, fields = signing.loads(packed, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    return Kept(path, tuple((name, value) for name, value in fields))
