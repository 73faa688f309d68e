"""Whether an expression can blow up: a repetition inside a repetition that can share a text out in many ways."""

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_MANY = 12


def dangerous_repeats(expression: str) -> list[str]:
    """The nested repetitions of an expression that are not safe, in the parser's words; empty when all is well.

    Safe is: a repetition of something of one length; a loop that begins with a mark that its inner repetitions (of
    letters) cannot eat; and small bounded loops, as long as nothing in them repeats without bounds.
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
