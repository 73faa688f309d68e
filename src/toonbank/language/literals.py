"""Which words and texts a regular expression cannot do without.

A scanner asks this of hundreds of expressions before it reads its first text, so we do not parse them fully (that
takes longer than the rest of a cold start) but walk over their tokens once. What we do not understand we say nothing
about: too few literals cost time, never a hit.
"""

import re
from collections.abc import Iterable
from math import fsum

from toonbank.language.late import late
from toonbank.language.plan import ANY_DIGIT, Need, Needs
from toonbank.language.tongue import SMALL_WORDS

_TOKENS = late(
    r"(?P<edge>\\b|\(\?<!\\w\)|\(\?!\\w\))"
    r"|(?P<open>\((?:\?(?:P<\w+>|[:>]|[aimsux]*(?:-[imsx]+)?:))?(?!\?))"
    r"|(?P<look>\(\?(?:[=!]|<[=!]))"
    r"|(?P<odd>\(\?)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<repeat>(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?)"
    r"|(?P<gap>\\[sW]|\[\^\\w(?:\\.|[^\]\\])*+\])"
    r"|(?P<digit>\\d)"
    r"|(?P<any>\[\^?\]?(?:\\.|[^\]\\])*+\]|\\\w|[.^$]|\{[a-z]\w*\})"
    r"|\\(?P<escaped>\W)"
    r"|(?P<text>[^\\\[\](){}|*+?.^$]+|.)",
    re.DOTALL,
)
_PIECES = late(r"[a-z0-9à-öø-ÿ]+|[^\W_]|_|\s+|[^\w\s]")
_OPTIONAL = ("*", "?", "{0", "{,")
_MOST_TEXTS = 150
# How often texts stand in posts of shops, as rough shares of the posts; they order the search and decide nothing else.
_COMMONEST = """
    de het een en van in is op te dat die dit voor met er je we ik ook bij nog the a an and of to it on you at this
    """
_EVERYWHERE = frozenset(_COMMONEST.split())
_EVERYWHERE_SHARE, _SMALL_SHARE, _RARE_SHARE, _DIGIT_SHARE = 0.35, 0.06, 0.005, 0.3
_PART_SHARES = (1.0, 0.95, 0.7, 0.25, 0.08, 0.03, 0.01)  # by length
_MARK_SHARES = {".": 0.95, ",": 0.6, "'": 0.2, ":": 0.2, "!": 0.2, "?": 0.2, "-": 0.2}


class _OddError(Exception):
    """The expression holds something that we do not read."""


class _Text:
    """A literal text; whether it begins and ends a word is known when its neighbours have been seen."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str, *, starts: bool) -> None:
        self.text = text
        self.starts = starts
        self.ends: bool | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is surely a word by itself; a digit counts as one."""
        return self.text == ANY_DIGIT or bool(self.starts and self.ends)

    def meets(self, *, edge: bool) -> None:
        self.ends = edge if self.ends is None else self.ends and edge


_Demand = list[_Text]
_NOTHING_KNOWN = Needs((), None)


def needs_of(source: str, *, is_framed: bool = False) -> Needs:
    """What an expression cannot do without.

    Slots such as "{n}" may stand for anything, and a space for any gap between words. `is_framed`: what it matches
    neither goes on from a word before it nor into a word after it.
    """
    try:
        walked = _Walk(source).branches(_Stretch(edge=is_framed))
    except _OddError:
        return _NOTHING_KNOWN
    _meet(walked.tails, edge=is_framed)
    needs = {_finished(demand) for demand in walked.demands}
    best_first = sorted(needs, key=lambda need: (share(need), sorted(need.words), need.parts))
    begins = walked.begins if not walked.may_begin else None
    return Needs(tuple(best_first), _finished(begins) if begins else None)


def share(need: Need) -> float:
    """Roughly the share of posts that hold one of these texts; the smaller, the more telling the need."""
    # The exact sum does not hang on the order of the words, and an index is the same whoever makes it.
    return fsum([*map(share_of_word, need.words), *map(share_of_part, need.parts)])


def share_of_word(word: str) -> float:
    """Roughly the share of posts that hold this word."""
    if word == ANY_DIGIT:
        return _DIGIT_SHARE
    return _EVERYWHERE_SHARE if word in _EVERYWHERE else _SMALL_SHARE if word in SMALL_WORDS else _RARE_SHARE


def share_of_part(part: str) -> float:
    """Roughly the share of posts that hold this text, inside a word or not."""
    if not part[0].isalnum():
        return _MARK_SHARES.get(part, _RARE_SHARE)
    return _PART_SHARES[min(len(part), len(_PART_SHARES) - 1)]


def _finished(demand: _Demand) -> Need:
    # A text that may also go on, or be gone on from, is a part wherever it stands: "plastic[- ]?vrij|zonder plastic".
    parts = tuple(dict.fromkeys(text.text for text in demand if not text.is_whole))
    return Need(frozenset(text.text for text in demand if text.text not in parts), parts)


class _Stretch:
    """What is known of an expression up to a place.

    `edge`: a word may begin here and none goes on. `tails`: the texts that end here. `begins`: the texts that a match
    begins with, None when we cannot tell; `may_begin`: nothing that is sure to be there has been passed yet.
    """

    __slots__ = ("begins", "demands", "edge", "may_begin", "tails")

    def __init__(self, *, edge: bool, tails: Iterable[_Text] = ()) -> None:
        self.demands: list[_Demand] = []
        self.edge = edge
        self.tails = list(tails)
        self.begins: _Demand | None = []
        self.may_begin = True

    def pass_text(self, text: _Text | None, *, is_word: bool) -> None:
        """A literal text; None for one that small letters do not find."""
        _meet(self.tails, edge=not is_word)
        self.tails = [text] if text is not None and is_word else []
        self.edge = not is_word
        if text is not None:
            self.demands.append([text])
        self.begin([text] if text is not None else None, is_sure=True)

    def pass_unknown(self, *, is_gap: bool, is_sure: bool) -> None:
        """Something that may be many things."""
        if is_sure or not is_gap:
            _meet(self.tails, edge=is_gap)
            self.tails = []
            self.edge = is_gap
        self.begin(None, is_sure=is_sure)

    def begin(self, texts: _Demand | None, *, is_sure: bool) -> None:
        """What comes next may be what a match begins with."""
        if not self.may_begin:
            return
        self.begins = None if self.begins is None or texts is None else self.begins + texts
        self.may_begin = not is_sure


class _Walk:
    """One walk over the tokens of an expression."""

    def __init__(self, source: str) -> None:
        self._tokens = list(_TOKENS.finditer(source))
        self._kinds = [match.lastgroup or "" for match in self._tokens]
        self._kinds += ["", ""]
        self._place = 0

    def branches(self, before: _Stretch) -> _Stretch:
        """All up to the closing bracket."""
        walked = [self._sequence(before)]
        while self._kinds[self._place] == "bar":
            self._place += 1
            walked.append(self._sequence(before))
        self._place += 1
        return walked[0] if len(walked) == 1 else _joined(walked)

    def _sequence(self, before: _Stretch) -> _Stretch:
        here = _Stretch(edge=before.edge, tails=before.tails)
        while (kind := self._kinds[self._place]) not in ("bar", "close", ""):
            match = self._tokens[self._place]
            self._place += 1
            if kind in ("text", "escaped"):
                self._text(match["escaped"] or match[0], here)
            elif kind == "open":
                self._group(here)
            elif kind == "look":
                inner = self.branches(_Stretch(edge=False))
                if match[0] == "(?=":
                    _meet(inner.tails, edge=False)
                    here.demands += inner.demands
            elif kind == "odd":
                raise _OddError
            elif kind == "edge":
                _meet(here.tails, edge=True)
                here.tails, here.edge = [], True
            elif kind != "repeat":
                self._single(kind, here)
        return here

    def _text(self, run: str, here: _Stretch) -> None:
        last, repeat = "", self._repeat()
        if repeat:
            run, last = run[:-1], run[-1]
        for piece in _PIECES.findall(run.lower()):
            is_plain = not piece.isspace() and (
                piece.isascii() or not piece.isalpha() or "à" <= piece[0] <= "ÿ"
            )
            text = _Text(piece, starts=here.edge) if is_plain else None
            here.pass_text(text, is_word=piece[0].isalnum() or piece[0] == "_")
        if last:
            is_gap = not (last.isalnum() or last == "_")
            here.pass_unknown(is_gap=is_gap, is_sure=not repeat.startswith(_OPTIONAL))

    def _single(self, kind: str, here: _Stretch) -> None:
        is_sure = not self._repeat().startswith(_OPTIONAL)
        if kind == "digit" and is_sure:
            digit = _Text(ANY_DIGIT, starts=False)
            here.pass_text(digit, is_word=True)
            here.tails = []
        else:
            here.pass_unknown(is_gap=kind == "gap", is_sure=is_sure)

    def _group(self, here: _Stretch) -> None:
        inner = self.branches(here)
        repeat = self._repeat()
        is_sure = not repeat.startswith(_OPTIONAL)
        if repeat and repeat[0] != "?":
            # It may be followed by itself.
            _meet(inner.tails, edge=False)
        here.tails = inner.tails if is_sure else here.tails + inner.tails
        here.edge = inner.edge if is_sure else here.edge and inner.edge
        if is_sure:
            here.demands += inner.demands
        here.begin(inner.begins, is_sure=is_sure and not inner.may_begin)

    def _repeat(self) -> str:
        """The repetition that stands here, "" when there is none."""
        return self._tokens[self._place][0] if self._kinds[self._place] == "repeat" else ""


def _joined(walked: list[_Stretch]) -> _Stretch:
    """What holds whichever of the branches matches."""
    joined = _Stretch(
        edge=all(one.edge for one in walked), tails=[tail for one in walked for tail in one.tails]
    )
    if all(one.demands for one in walked):
        together = [text for one in walked for text in min(one.demands, key=_promise)]
        joined.demands = [together] if len(together) <= _MOST_TEXTS else []
    joined.may_begin = any(one.may_begin for one in walked)
    for one in walked:
        known = joined.begins is not None and one.begins is not None
        joined.begins = [*(joined.begins or ()), *(one.begins or ())] if known else None
    return joined


def _meet(tails: list[_Text], *, edge: bool) -> None:
    for tail in tails:
        tail.meets(edge=edge)


def _promise(demand: _Demand) -> tuple[float, int]:
    """The share of posts that meet a demand, as far as it shows before its edges are known."""
    shares = [
        share_of_word(text.text) if text.starts and text.ends is not False else share_of_part(text.text)
        for text in demand
    ]
    return fsum(shares), len(demand)
