"""Personal data in a text: order numbers, mail, telephone, addresses, postcodes, accounts, cards, birthdays, number plates,
and the numbers of citizens.

Only places are found, never whose they are. Lead words ("ordernummer") and # stand outside; an address is street and
number; every reference number is an `order`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from toonbank.language.late import late
from toonbank.language.leads import (
    Strength,
    asks_birthday,
    asks_citizen,
    asks_plate,
    asks_postcode,
    before_number,
    lead,
    names_thing,
)
from toonbank.language.streets import house_at
from toonbank.language.wordlist import wordlist

PersonalKind = Literal[
    "order", "email", "phone", "address", "postcode", "iban", "birth_date", "plate", "card", "citizen"
]

_SIGN, _ASCII_SIGN = late(r"[\d@]"), late("[0-9@]")  # the second is twice as fast
_LONE = late(r"[1-9]\d{0,2}(?![\w/-]|\)?[ ./-]{0,2}\(?\d)")  # a small number that no code goes on from
_MAIL = late(r"@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?<=[A-Za-z])")
_MAIL_SPELT = late(
    r" ?[(\[] ?at[)\]] ?[A-Za-z0-9-]{1,63}(?:(?:\.| ?[(\[] ?dot ?[)\]] ?)[A-Za-z0-9-]{1,63}){1,6}(?<=[A-Za-z])"
)
_MAILBOX = late(r"[\w.+'-]{1,64}\Z")
_CHUNK = late(r"[\w/-]{1,60}")
_IBAN = late(r"[A-Za-z]{2}\d{2}(?:[ .]?[A-Za-z0-9]){11,30}")
_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "IE": 22, "LU": 20, "ES": 24, "IT": 27, "AT": 20, "PT": 25, "CH": 21,
    "DK": 18, "SE": 24, "NO": 15, "FI": 18, "PL": 28,
}  # fmt: skip
_CARD = late(  # as it is printed, or in one piece
    r"\d{4}(?P<gap>[ -])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?:(?P=gap)\d{1,3})?(?![\w-]| \d{4})"
    r"|3\d{3}[ -]?\d{6}[ -]?\d{4,5}(?![\w-])|\d{16}(?:\d{3})?(?![\w-])"
)
_CARD_ISSUERS = late(r"4|5[0-8]|2(?:2[2-9]|[3-6]|7[01]|720)|6|3[4-9]")
_CITIZEN = late(r"\d(?:[ .-]?\d){7,10}(?![\w-]|[.,]\d)")
_PHONE = late(
    r"(?:(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(0\) ?)?\d(?:[ ./-]?\d){6,11}"
    r"|\(?0\d(?:[)]?[ ./-]{0,2}\d){7,9}|0[89]00[ -]?\d{4}(?: ?\d{3})?|\(?\d{3}\)?[ .-]\d{3}[.-]\d{4})(?![\w])"
)
_DAY = late(r"\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?![.-]?\d)")  # and a time after it: as long as a number
_POSTCODE_NL = late(r"[1-9]\d{3} ?[A-Z]{2}(?!\w)|[1-9]\d{3}[a-z]{2}(?!\w)")
_POSTCODE_ANY = late(r"[1-9]\d{3} ?[A-Za-z]{2}(?!\w)")
_POSTCODE_UK = late(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)")
_POSTCODE_BE = late(r"[1-9]\d{3}(?!\w|[.,]\d)")
_NO_POSTCODE = wordlist(
    "mm cm kg ml pk gb mb km gr dl cl kb tb wh kw hz pc st am pm eu ad bc nc op en of in is to on or at by"
    " de je ik we me my it he no er al te om zo na"
)
_TOWN = late(r" +[A-Z][a-zà-ÿ]")
_TRACKING = late(r"(?:3S[A-Z0-9]{7,15}|J[DV][A-Z0-9]{9,20}|1Z[A-Z0-9]{16}|[A-Z]{2}\d{9}[A-Z]{2})\Z")
_BARE = late(r"(?:[A-Z]{1,4}[-/]\d{4,8}|\d{4,6}-[A-Z])\Z")
_PLATE = late(
    r"(?:[A-Z]{1,3}-\d{2,3}-[A-Z]{1,3}|\d{1,3}-[A-Z]{2,3}-\d{1,3}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}"
    r"|\d{2}-[A-Z]{2}-[A-Z]{2})\Z"
)
_LED_PLATE = late(
    r"[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,3}){0,2}(?!\w)|[A-Za-z0-9]{1,3}(?:-[A-Za-z0-9]{1,3}){2}(?!\w)"
)
_DATE = late(
    r"\d{1,2}(?:[-/. ]\d{1,2}[-/. ]\d{2,4}|(?:e|st|nd|rd|th)?(?: of)? [a-z]{3,9}\.?(?: \d{4})?)|\d{4}-\d{2}-\d{2}",
    re.IGNORECASE,
)
_NO_CODE = late(
    r"[.,:]\d| ?[%€£$]| (?:euro|eur|uur|dagen|weken|maanden|jaar|keer|stuks|pond|times|days|weeks|months|hours|years|pounds|pieces"
    r"|items|mensen|people|klanten|customers)\b"
)
_SMALL_THING = late(  # a price, a measure, a time: nothing of anybody's
    r"\d{1,4}(?:[.,]\d{2}(?![\d-])(?![ .]\d)|[.,:]\d{1,2}(?= (?:euro|uur|am|pm|km))| ?[%€°]| (?:graden|degrees|euro|uur|cm|mm|km"
    r"|kg|gram|jaar|dagen"
    r"|weken|maanden|stuks|keer|times|days|weeks|months|hours|years|pieces|pounds|minuten|minutes)\b)"
)
_LETTER = late(r"[A-Za-z]")
_DIGITS = late(r"\d")
_YEAR = late(r"(?:19|20)\d\d\Z")
_MONEY = late(r" ?(?:€|euro|eur)\b")
_FARTHEST = 40
_IBAN_DIGITS = 6
_DUTCH, _BELGIAN = 9, 11  # digits of the number of a citizen


class Personal(NamedTuple):
    """One piece of personal data and its place. `is_sure` is False for a code that might also be a product's."""

    kind: PersonalKind
    start: int
    end: int
    is_sure: bool = True


def personal_data(text: str) -> tuple[Personal, ...]:
    """All personal data in order of place, never overlapping; linear in the length of the text."""
    is_spelt = spells_mail(text)
    if not is_spelt and (_ASCII_SIGN if text.isascii() else _SIGN).search(text) is None:
        return ()
    found = list(_mails(text, _MAIL)) if "@" in text else []
    found += _mails(text, _MAIL_SPELT) if is_spelt else []
    found += _numbers(text, [(one.start, one.end) for one in found])
    return tuple(sorted(found, key=lambda one: one.start))


def spells_mail(text: str) -> bool:
    """Whether an address may stand here with "(at)" in the place of its sign."""
    return "at)" in text or "at]" in text


def _mails(text: str, way: re.Pattern[str]) -> Iterator[Personal]:
    past = 0
    for match in way.finditer(text):
        box = _MAILBOX.search(text, max(past, match.start() - 64), match.start())
        if box is not None:
            past = match.end()
            start = box.start() + len(box[0]) - len(box[0].lstrip(".'-"))
            yield Personal("email", start, past)


def _numbers(text: str, mails: list[tuple[int, int]]) -> Iterator[Personal]:
    place, last = 0, Personal("order", -100, -100)
    while (digit := _DIGITS.search(text, place)) is not None:
        inside = next((end for start, end in mails if start <= digit.start() < end), None)
        if inside is not None:
            place = inside
            continue
        if (small := _SMALL_THING.match(text, digit.start())) is not None:
            place = small.end()
            continue
        start = _chunk_start(text, place, digit.start())
        piece = _piece_at(text, start, last)
        if piece is None:
            place = max(digit.end(), _chunk_end(text, start))
        else:
            place = piece.end
            last = piece
            yield piece


def _chunk_start(text: str, place: int, start: int) -> int:
    """Back to where the word with this digit begins, not before `place`."""
    first = max(place, start - _FARTHEST)
    while start > first and (text[start - 1].isalnum() or text[start - 1] in "-/"):
        start -= 1
    while text[start] in "-/":
        start += 1
    return start


def _chunk_end(text: str, start: int) -> int:
    """Where the code or the day ends that begins here; 0 when none does."""
    chunk = _CHUNK.match(text, start)
    if chunk is None:
        return 0
    day = _DAY.match(text, start) if text.startswith(".", chunk.end()) else None
    return (day or chunk).end()


def _piece_at(text: str, start: int, last: Personal) -> Personal | None:
    before = before_number(text, start)
    if asks_citizen(before) and (citizen := _citizen(text, start)):
        return citizen
    strength = lead(before)
    if strength == "public":
        return None
    if strength is None and _LONE.match(text, start):
        return _announced(text, start, before) or _address(text, start)
    end = _iban_end(text, start)
    if end:
        return Personal("iban", start, end)
    if card := _card(text, start, strength):
        return card
    if strength == "sure":
        return _order(text, start, before, strength)
    return (
        _announced(text, start, before)
        or (_phone(text, start) if strength != "likely" else None)
        or _postcode(text, start, before, last)
        or _address(text, start)
        or _order(text, start, before, strength)
        or (_phone(text, start) if strength == "likely" else None)
    )


def _iban_end(text: str, start: int) -> int:
    """Where the account number ends that begins here, by the length of its country; 0 when there is none."""
    match = _IBAN.match(text, start)
    if match is None or match[0][:2].upper() not in _IBAN_LENGTHS:
        return 0
    length, end = _IBAN_LENGTHS[match[0][:2].upper()], start
    while length and end < match.end():
        length -= text[end].isalnum()
        end += 1
    if length or text[end : end + 1].isalnum() or len(_DIGITS.findall(text, start, end)) < _IBAN_DIGITS:
        return 0
    return end


def _card(text: str, start: int, strength: Strength | None) -> Personal | None:
    """The number of a bank card, by its check digit; in one piece behind "order" it is one of ours."""
    match = _CARD.match(text, start) if _CARD_ISSUERS.match(text, start) else None
    if match is None or (strength in ("sure", "likely") and match[0].isdigit()):
        return None
    digits = [int(char) for char in reversed(match[0]) if char.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    if (sum(digits[::2]) + sum(doubled)) % 10:
        return None
    return Personal("card", start, match.end())


def _citizen(text: str, start: int) -> Personal | None:
    """The number of a citizen, by the check of his country: the eleven test, or what is left of 97."""
    match = _CITIZEN.match(text, start)
    if match is None:
        return None
    digits = "".join(filter(str.isdigit, match[0]))
    is_one = _is_belgian(digits) if len(digits) == _BELGIAN else _is_dutch(digits.zfill(_DUTCH))
    return Personal("citizen", start, match.end()) if is_one else None


def _is_dutch(digits: str) -> bool:
    weighed = sum(
        weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=False)
    )
    return len(digits) == _DUTCH and int(digits) > 0 and weighed % 11 == 0


def _is_belgian(digits: str) -> bool:
    """Who was born since 2000 has a 2 before it for the sum."""
    return any(97 - int(century + digits[:9]) % 97 == int(digits[9:]) for century in ("", "2"))


def _phone(text: str, start: int) -> Personal | None:
    while start and text[start - 1] in "+(":
        start -= 1
    match = _PHONE.match(text, start)
    if match is None or _MONEY.match(text, match.end()) or _DAY.match(text, start):
        return None
    return Personal("phone", start, match.end())


def _announced(text: str, start: int, before: str) -> Personal | None:
    """A date of birth or a number plate, which look like much else without the word before them."""
    if asks_birthday(before) and (match := _DATE.match(text, start)):
        return Personal("birth_date", start, match.end())
    if asks_plate(before) and (match := _LED_PLATE.match(text, start)):
        return Personal("plate", start, match.end())
    return None


def _postcode(text: str, start: int, before: str, last: Personal) -> Personal | None:
    is_led = asks_postcode(before)
    follows = last.kind == "address" and text[last.end : start].strip(" ,-\n") in ("", "in", "te")
    is_near = is_led or (follows and start - last.end < 6)
    match = _POSTCODE_UK.match(text, start) or _POSTCODE_NL.match(text, start)
    if match is None and is_near:
        match = _POSTCODE_ANY.match(text, start)
        match = match if match and (is_led or match[0][-2:].isupper()) else None
    if match is not None and match[0][-2:].lower() in _NO_POSTCODE and not is_near:
        match = None
    if match is None and (is_led or (is_near and _TOWN.match(text, start + 4))):
        match = _POSTCODE_BE.match(text, start)
    if match is None or (not is_near and names_thing(before, text, start)):
        return None
    return Personal("postcode", start, match.end())


def _address(text: str, start: int) -> Personal | None:
    house = house_at(text, start)
    return None if house is None else Personal("address", *house)


def _order(text: str, start: int, before: str, strength: Strength | None) -> Personal | None:
    chunk = _CHUNK.match(text, start)
    if chunk is None:
        return None
    code = chunk[0].rstrip("-/_")
    end = start + len(code)
    if _TRACKING.match(code):
        return Personal("order", start, end)
    if _PLATE.match(code) and strength is None:
        return Personal("plate", start, end)
    if _NO_CODE.match(text, end) or (strength != "sure" and _DATE.fullmatch(code)):
        return None
    if _is_reference(code, strength):
        return Personal("order", start, end)
    if strength is None and _BARE.match(code) and not names_thing(before, text, start):
        return Personal("order", start, end, is_sure=False)
    return None


def _is_reference(code: str, strength: Strength | None) -> bool:
    digits = len(_DIGITS.findall(code))
    if strength == "sure":
        return digits >= 2
    if strength == "likely":
        has_letter = _LETTER.match(code) is not None
        return (digits >= 3 and has_letter) or (digits >= 4 and not _YEAR.match(code))
    return strength == "bare" and digits >= 5
