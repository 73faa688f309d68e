"""Whether an expression can blow up: a repetition inside a repetition that can share a text out in many ways."""

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_MANY = 12
_MOST_WORDS = 300
_SOME_MARKS = "\0"
_FEW = 8  # times round a loop, in which words that begin alike cost at most a fixed factor
_ALPHABET = frozenset(map(chr, [*range(0x180), *range(0x2010, 0x2040), 0x20AC, 0x2192, 0x2764, 0x1F44D]))
_WIDTHLESS = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
_CLASSES = {
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
}


def dangerous_repeats(expression: str) -> list[str]:
    """The nested repetitions of an expression that are not safe, in the parser's words; empty when all is well.

    Safe is: a repetition of something of one length; a loop in which every repetition ends where something begins that
    it cannot eat, so that a text can be shared out in one way only; a loop that begins with a mark that its inner
    repetitions (of letters) cannot eat; and small bounded loops, as long as nothing in them repeats without bounds.
    """
    return list(_dangers(_parser.parse(expression, re.IGNORECASE)))


def _dangers(parsed, *, within=1):
    for operation, value in parsed:
        if operation in _REPEATS:
            low, high, body = value
            loops = within if low == high else within * min(int(high), 10**6)
            varies = body.getwidth()[0] != body.getwidth()[1]
            if (
                varies
                and high > 1
                and not _starts_with_mark(body)
                and not _has_one_way(list(body), is_long=high > _FEW)
                and _inner_bound(body) * int(high) > _MANY * 24
            ):
                yield f"{operation} {low}..{high} of {body}"
            yield from _dangers(body, within=loops)
        elif operation is sre.SUBPATTERN:
            yield from _dangers(value[-1], within=within)
        elif operation is sre.BRANCH:
            for branch in value[1]:
                yield from _dangers(branch, within=within)
        elif operation in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _dangers(value[1], within=within)


def _inner_bound(body) -> int:
    """How often the most patient repetition inside goes round."""
    most = 1
    for operation, value in body:
        if operation in _REPEATS:
            most = max(most, int(value[1]) * _inner_bound(value[2]))
        elif operation is sre.SUBPATTERN:
            most = max(most, _inner_bound(value[-1]))
        elif operation is sre.BRANCH:
            most = max([most, *map(_inner_bound, value[1])])
    return most


def _starts_with_mark(body) -> bool:
    operation, value = body[0]
    if operation is sre.SUBPATTERN:
        return _starts_with_mark(value[-1])
    if operation is sre.IN:
        chars = [chr(item[1]) for item in value if item[0] is sre.LITERAL]
        return len(chars) == len(value) and not any(map(str.isalnum, chars))
    return operation is sre.LITERAL and not chr(value).isalnum()


def _has_one_way(body, *, is_long: bool) -> bool:
    """Whether a loop round this body can share a text out in one way only."""
    return _is_clear(body, _firsts(body)[0], is_long=is_long)


def _is_clear(items, after: frozenset[str], *, is_long: bool) -> bool:
    """Whether no repetition of these items can eat what may come after it; `after`: with what that begins."""
    for place, (operation, value) in enumerate(items):
        firsts, may_be_nothing = _firsts(items[place + 1 :])
        following = firsts | after if may_be_nothing else firsts
        if operation in _REPEATS:
            low, high, inner = value
            begins, _ = _firsts(list(inner))
            is_maybe_a_word = not is_long and (low, high) == (0, 1) and _words(list(inner)) is not None
            if low != high and begins & following and not is_maybe_a_word:
                return False
            if not _is_clear(list(inner), following | begins if high > 1 else following, is_long=is_long):
                return False
        elif operation is sre.SUBPATTERN:
            if not _is_clear(list(value[-1]), following, is_long=is_long):
                return False
        elif operation is sre.BRANCH:
            branches = [list(branch) for branch in value[1]]
            if not all(_is_clear(branch, following, is_long=is_long) for branch in branches):
                return False
            if is_long and not _differ(branches, following):
                return False
        elif operation is sre.GROUPREF:
            return False
    return True


def _differ(branches, following: frozenset[str]) -> bool:
    """Whether no text is begun by two of the branches, with what may follow them."""
    words = [_words(branch) for branch in branches]
    if None not in words:
        flat = [word for branch in words for word in branch]
        return len(flat) == len(set(flat)) and not any(
            one != other and other.startswith(one) and _goes_on(other[len(one)], following)
            for one in flat
            for other in flat
        )
    seen: set[str] = set()
    for branch in branches:
        begins, may_be_nothing = _firsts(branch)
        if begins & (seen | following if may_be_nothing else seen):
            return False
        seen |= begins
    return True


def _goes_on(char: str, following: frozenset[str]) -> bool:
    return char in following or (char == _SOME_MARKS and not all(map(str.isalnum, following)))


def _words(items) -> list[str] | None:
    """The texts that these items may be, when they are few and written out; a stretch of marks counts as one."""
    found = [""]
    for operation, value in items:
        if operation is sre.LITERAL:
            ends: list[str] | None = [chr(value).lower()]
        elif operation is sre.SUBPATTERN:
            ends = _words(list(value[-1]))
        elif operation is sre.BRANCH:
            parts = [_words(list(branch)) for branch in value[1]]
            ends = None if None in parts else [word for part in parts for word in part]
        elif operation in _REPEATS and value[:2] == (0, 1):
            inner = _words(list(value[2]))
            ends = inner and ["", *inner]
        elif (
            operation in _REPEATS and value[0] == 1 and not any(map(str.isalnum, _firsts(list(value[2]))[0]))
        ):
            ends = [_SOME_MARKS]
        elif operation in _WIDTHLESS:
            ends = [""]
        elif operation is sre.IN and not any(map(str.isalnum, _firsts([(operation, value)])[0])):
            ends = [_SOME_MARKS]
        else:
            ends = None
        if ends is None or len(found) * len(ends) > _MOST_WORDS:
            return None
        found = [one + end for one in found for end in ends]
    return found


def _firsts(items) -> tuple[frozenset[str], bool]:
    """With which characters a match of these items may begin, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for operation, value in items:
        if operation in _WIDTHLESS:
            continue
        if operation in _REPEATS:
            begins, may_be_nothing = _firsts(list(value[2]))
            may_be_nothing = may_be_nothing or value[0] == 0
        elif operation is sre.SUBPATTERN:
            begins, may_be_nothing = _firsts(list(value[-1]))
        elif operation is sre.BRANCH:
            parts = [_firsts(list(branch)) for branch in value[1]]
            begins = frozenset().union(*(part for part, _ in parts))
            may_be_nothing = any(empty for _, empty in parts)
        else:
            begins, may_be_nothing = _characters(operation, value), operation is sre.GROUPREF
        found |= begins
        if not may_be_nothing:
            return found, False
    return found, True


def _characters(operation, value) -> frozenset[str]:
    if operation is sre.LITERAL:
        return frozenset({chr(value).lower(), chr(value).upper()})
    if operation is sre.NOT_LITERAL:
        return _ALPHABET - {chr(value)}
    if operation is not sre.IN:
        return _ALPHABET
    found: set[str] = set()
    for kind, item in value:
        if kind is sre.LITERAL:
            found |= {chr(item).lower(), chr(item).upper()}
        elif kind is sre.RANGE:
            found |= {
                form
                for char in range(item[0], item[1] + 1)
                for form in (chr(char).lower(), chr(char).upper())
            }
        elif kind is sre.CATEGORY:
            found |= {char for char in _ALPHABET if re.match(_CLASSES[item], char)}
    return _ALPHABET - found if value[0][0] is sre.NEGATE else frozenset(found)
