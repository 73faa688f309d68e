"""One click that writes the better text: what a mend button carries, and how it is carried out."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput
from toonbank.etiquette import Mend


def digest(text: str) -> str:
    """A short mark of a text, to see that an offset still points at the same words."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Step:
    """A mend of the text in one field of the form. Written on a button and read back from it."""

    field: str
    mark: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, field: str, whole: str, mend: Mend) -> "Step":
        """The step that carries out `mend` in the text `whole` of `field`."""
        return cls(field, digest(whole), mend.start, mend.end, mend.text)

    @classmethod
    def read(cls, value: str) -> "Step":
        """The step written on a button; BadInput when it was tampered with."""
        try:
            field, mark, start, end, text = value.split("|", 4)
            return cls(field, mark, int(start), int(end), text)
        except ValueError:
            raise BadInput(_("This button is from an older page. Look again.")) from None

    def __str__(self) -> str:
        return f"{self.field}|{self.mark}|{self.start}|{self.end}|{self.text}"

    def applied_to(self, whole: str) -> str:
        """The mended text; BadInput when the text is no longer the one that was judged."""
        if digest(whole) != self.mark:
            raise BadInput(_("The text changed in the meantime. Look again; nothing was replaced."))
        return tidy(whole[: self.start], self.text, whole[self.end :])


def tidy(before: str, words: str, after: str) -> str:
    """Join the three; where words are taken away no double space, and no space before a full stop, stays behind."""
    if not words and (not before or before[-1] in " \n") and after.startswith(" "):
        after = after[1:]
    elif not words and before.endswith(" ") and after[:1] in {".", ",", "!", "?"}:
        before = before[:-1]
    return before + words + after
