"""Quoted stretches of a text: “…”, „…”, «…», "…" and '…'."""

from toonbank.language.late import late

_MARK = late(r"[\"“”„«»‘’']")
_CLOSERS = {"“": "”", "„": "”“", "«": "»", "‘": "’", '"': '"', "'": "'"}
_FARTHEST = 600


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The quoted stretches in order, marks included; an opening mark without its closing one is none.

    An apostrophe opens before a word and closes after one: "'s ochtends" and "auto's" quote nothing.
    """
    spans: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if opened is not None and place - opened[1] > _FARTHEST:
            opened = None
        if opened is not None and mark in _CLOSERS[opened[0]]:
            if mark not in "'’" or _closes(text, place):
                spans.append((opened[1], place + 1))
                opened = None
        elif mark in _CLOSERS and _may_open(text, place, opened):
            opened = (mark, place)
    return tuple(spans)


def _may_open(text: str, place: int, opened: tuple[str, int] | None) -> bool:
    if opened is not None:
        return opened[0] in "'‘" and text[place] not in "'‘"
    return text[place] not in "'‘" or _opens(text, place)


def _opens(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 3]
    return (
        not before.isalnum() and after[:1].isalnum() and not (after[:1] in "snt" and not after[1:].isalnum())
    )


def _closes(text: str, place: int) -> bool:
    return not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum()
