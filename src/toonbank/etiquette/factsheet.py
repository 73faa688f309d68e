"""Facts from JSON and back. A wrong field is named with its path, its value and what was expected."""

import math
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import UTC, date, datetime, time, tzinfo
from decimal import Decimal
from functools import cache
from typing import Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from toonbank.core.errors import BadInput
from toonbank.core.money import PriceSeen
from toonbank.etiquette import background
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.thresholds import Thresholds

DEFAULT_ZONE = "Europe/Amsterdam"
LARGEST = 10**12
LAST_SECOND = time(23, 59, 59)
KEYS: dict[tuple[type, str], str] = {
    (PriceSeen, "cents"): "price",
    (PriceSeen, "from_at"): "from",
    (PriceSeen, "to_at"): "to",
}
TEXTS = {"str", "str | None"}
# Field names that hold only one of these words.
CHOICES = {
    "role": ("customer", "staff", "supplier", "public"),
    "availability": ("in_stock", "out_of_stock", "preorder", "backorder"),
}


def read_facts(content: Any) -> Facts:  # anything may stand in a file
    """The facts in a parsed JSON object."""
    facts = _read_object(content, Facts, "facts", _zone_of(content))
    assert isinstance(facts, Facts)  # noqa: S101 - says to the type checker what shape was asked for
    return facts


def write(value: Any) -> Any:  # JSON is loose by nature
    """A value of the facts as JSON; what is unknown is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            key_of(type(value), one): write_field(one, getattr(value, one.name))
            for one in _in_files(type(value))
            if getattr(value, one.name) is not None and not _is_default(one, getattr(value, one.name))
        }
    if isinstance(value, tuple):
        return [write(item) for item in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return dict(value) if isinstance(value, dict) else value


def write_field(one: "Field[Any]", value: Any) -> Any:  # JSON is loose by nature
    """One field as JSON; cents become an amount again."""
    return value / 100 if one.name.endswith("cents") and one.name != "arithmetic_cents" else write(value)


def _is_default(one: "Field[Any]", value: Any) -> bool:
    return isinstance(value, Thresholds) and one.name == "thresholds" and value == Thresholds()


def key_of(shape: type, one: "Field[Any]") -> str:
    """What a field is called in JSON."""
    return str(KEYS.get((shape, one.name)) or one.metadata.get("key") or one.name)


def _zone_of(content: Any) -> tzinfo:
    shop = content.get("shop") if isinstance(content, dict) else None
    name = shop.get("zone") if isinstance(shop, dict) else None
    if name is None:
        name = DEFAULT_ZONE
    if not isinstance(name, str):
        _refuse("facts.shop.zone", name, 'a time zone such as "Europe/Amsterdam"')
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        if name == DEFAULT_ZONE:  # a machine without a time zone database
            return UTC
        _refuse("facts.shop.zone", name, 'a time zone such as "Europe/Amsterdam"')


def _refuse(path: str, value: object, expected: str) -> NoReturn:
    shown = repr(value).encode("ascii", "backslashreplace").decode("ascii")
    if len(shown) > 60:
        shown = shown[:57] + "..."
    raise BadInput(f"{path} is {shown}, but must be {expected}.")


@cache
def _fields_of(shape: type) -> dict[str, "tuple[Field[Any], str]"]:
    return {key_of(shape, one): (one, _type_name(one)) for one in _in_files(shape)}


def _in_files(shape: type) -> list["Field[Any]"]:
    return [one for one in fields(shape) if one.metadata.get("is_in_files", True)]


def _type_name(one: "Field[Any]") -> str:
    """The annotation as it is written: `Product`, `datetime | None`, `tuple[str, ...]`."""
    written = one.type if isinstance(one.type, str) else getattr(one.type, "__name__", str(one.type))
    return written.replace("datetime.datetime", "datetime")


def _read_object(content: Any, shape: type, path: str, zone: tzinfo) -> Any:
    if not isinstance(content, dict):
        _refuse(path, content, "an object { ... }")
    known = _fields_of(shape)
    given: dict[str, Any] = {}
    for key, value in content.items():
        if key not in known:
            raise BadInput(_unknown_field(path, key, known))
        one, type_name = known[key]
        if value is None and "None" not in type_name and one.name != "thresholds":
            continue  # null is unknown; the shape's own idea of unknown stands
        given[one.name] = _read_value(value, type_name, f"{path}.{key}", zone, name=one.name)
    if shape is PriceSeen and not {"cents", "from_at"} <= given.keys():
        _refuse(path, content, 'a price with "price" and "from"')
    return shape(**given)


def _unknown_field(path: str, key: object, known: dict[str, Any]) -> str:
    from difflib import get_close_matches  # only here: it is slow to import

    shown = str(key).encode("ascii", "backslashreplace").decode("ascii")[:60]
    near = get_close_matches(shown, list(known), n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"Known here: {', '.join(sorted(known))}."
    return f'{path} has no field "{shown}". {hint}'


def _read_value(value: Any, type_name: str, path: str, zone: tzinfo, *, name: str) -> Any:
    bare = type_name.removesuffix(" | None")
    if bare != type_name and (value is None or (value == "" and bare in MOMENTS)):
        return None
    if bare.startswith("tuple["):
        if not isinstance(value, list):
            _refuse(path, value, "a list [ ... ]")
        inside = bare.removeprefix("tuple[").removesuffix(", ...]")
        return tuple(
            _read_value(item, inside, f"{path}[{place}]", zone, name=name) for place, item in enumerate(value)
        )
    if bare in MOMENTS:
        return MOMENTS[bare](value, path, zone)
    if name == "cents":
        return read_cents(value, path)
    if bare in PLAIN:
        return _allowed(PLAIN[bare](value, path), name, path)
    return _read_object(value, SHAPES[bare], path, zone)


def _allowed(value: Any, name: str, path: str) -> Any:
    words = CHOICES.get(name)
    if words and value not in words:
        _refuse(path, value, "one of " + ", ".join(words))
    return value


def read_text(value: Any, path: str) -> str:
    """A text without halves of characters."""
    if not isinstance(value, str):
        _refuse(path, value, 'a text "..."')
    return value


def read_bool(value: Any, path: str) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        _refuse(path, value, "true or false")
    return value


def read_whole(value: Any, path: str) -> int:
    """A whole number; 3.0 is one, "3" and true are not."""
    number = read_number(value, path, "a whole number such as 41")
    if number != int(number):
        _refuse(path, value, "a whole number such as 41")
    return int(number)


def read_number(value: Any, path: str, expected: str = "a number such as 8.7") -> float:
    """A finite number of a size that can be right."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        _refuse(path, value, expected)
    if isinstance(value, float) and not math.isfinite(value):
        _refuse(path, value, expected)
    if abs(value) > LARGEST:
        raise BadInput(f"{path} is larger than anything a shop counts; expected {expected}.")
    return value


def read_cents(value: Any, path: str) -> int:
    """An amount such as 49.95, in cents."""
    expected = "an amount such as 49.95"
    number = read_number(value, path, expected)
    if number < 0:
        _refuse(path, value, expected)
    return int((Decimal(str(number)) * 100).to_integral_value())


def read_counts(value: Any, path: str) -> dict[str, int]:
    """Whole numbers by name."""
    if not isinstance(value, dict):
        _refuse(path, value, "an object { ... }")
    return {key: read_whole(item, f"{path}.{key}") for key, item in value.items()}


def read_severities(value: Any, path: str) -> dict[str, str]:
    """How grave a shop takes rules; only what a shop may choose."""
    from toonbank.etiquette.house_rules import HouseRules  # only here: few facts have it

    if not isinstance(value, dict):
        _refuse(path, value, "an object { ... }")
    return dict(HouseRules(severities=value).severities)


def read_moment(value: Any, path: str, zone: tzinfo) -> datetime:
    """A moment; without an offset it is on the shop's clock, and a plain day is its beginning."""
    return _moment(value, path, zone, time(0))


def read_last_moment(value: Any, path: str, zone: tzinfo) -> datetime:
    """A moment up to which something holds; a plain day is its end."""
    return _moment(value, path, zone, LAST_SECOND)


def read_day(value: Any, path: str, zone: tzinfo) -> date:
    """A day of the calendar."""
    return _moment(value, path, zone, time(0)).date()


def _moment(value: Any, path: str, zone: tzinfo, hour: time) -> datetime:
    expected = 'a moment such as "2026-11-21T10:00:00+01:00" or a day such as "2026-11-21"'
    if isinstance(value, datetime):  # TOML has moments of its own
        moment = value
    elif isinstance(value, date):
        moment = datetime.combine(value, hour)
    elif isinstance(value, str):
        moment = _parse_moment(value, path, hour, expected)
    else:
        _refuse(path, value, expected)
    try:
        return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    except (OverflowError, ValueError):
        _refuse(path, value, expected)


def _parse_moment(value: str, path: str, hour: time, expected: str) -> datetime:
    written = value.strip()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        _refuse(path, value, expected)
    if not 1900 < moment.year < 9000:
        _refuse(path, value, expected)
    return datetime.combine(moment.date(), hour) if "T" not in written and ":" not in written else moment


PLAIN: dict[str, Callable[[Any, str], Any]] = {
    "str": read_text,
    "bool": read_bool,
    "int": read_whole,
    "float": read_number,
    "Cents": read_cents,
    "Mapping": read_counts,
    "Mapping[str, int]": read_counts,
    "Severities": read_severities,
}
MOMENTS: dict[str, Callable[[Any, str, tzinfo], Any]] = {
    "datetime": read_moment,
    "LastMoment": read_last_moment,
    "date": read_day,
}
SHAPES: dict[str, type] = {
    name: shape
    for name, shape in [*vars(background).items(), ("Thresholds", Thresholds)]
    if isinstance(shape, type) and is_dataclass(shape)
}
