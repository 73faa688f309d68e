"""What a shop may change in the rules and what it may not, and how that is said."""

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from toonbank.core.errors import BadInput
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.house_measures import MEASURES, UNITS, Measure, Number, Place, Words, value_at
from toonbank.etiquette.index import index
from toonbank.etiquette.registry import rule_named
from toonbank.etiquette.rule import Rule
from toonbank.etiquette.thresholds import Thresholds
from toonbank.etiquette.wording import NETWORKS

Level = Literal["off", "advise", "warn", "block"]
LEVELS: tuple[Level, ...] = get_args(Level)
LEVEL_WORDS: dict[str, Words] = {
    "off": {"nl": "uit", "en": "off"},
    "advise": {"nl": "advies", "en": "advice"},
    "warn": {"nl": "waarschuwing", "en": "warning"},
    "block": {"nl": "blokkade", "en": "block"},
}
# How the ground of a rule begins where it is law, or the explanation of the law by who keeps it.
_LAW = re.compile(
    r"(?:UCPD|BW|GDPR|UAVG|Auteurswet|Dir(?:ective|\.)|Besluit|WER|ACM|AI Act|Telecommunicatiewet|Gedragscode|Reclamecode"
    r"|Wet|Belgian law|Annex)(?!\w)"
)
_NETWORK_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_FIXED_BY: dict[str, Words] = {
    "law": {"nl": "De wet legt dit vast", "en": "The law fixes this"},
    "network": {"nl": "Het netwerk legt dit vast", "en": "The network fixes this"},
}
_ONLY_STRICTER = {"nl": "een winkel mag alleen strenger zijn", "en": "a shop may only be stricter"}


class NotInAnyHouse(BadInput):
    """A setting that no shop may have. `shown` says in Dutch and English which, why, and what is allowed."""

    def __init__(self, *, nl: str, en: str, place: Place = ("", "")) -> None:
        super().__init__(en)
        self.shown = {"nl": nl, "en": en}
        self.place = place


def rests_on_law_alone(rule: Rule) -> bool:
    """Whether every ground of the rule is law: a custom, or a policy of a network, leaves a shop its own choice."""
    grounds = (rule.base or "").split(";")
    return all(_LAW.match(ground.strip()) for ground in grounds)


@cache
def levels_of(slug: str) -> tuple[Level, ...]:
    """The levels that a shop may give this rule, mildest first. BadInput when there is no such rule."""
    rule = rule_named(slug)
    designed = LEVELS.index(design_of(slug))
    if rule.severity is Severity.BLOCK or rests_on_law_alone(rule):
        return LEVELS[designed:]
    return LEVELS


@cache
def design_of(slug: str) -> Level:
    """The level of a rule as it was made."""
    word: Level = LEVELS[rule_named(slug).severity]  # off stands before the first severity
    return word


def why_no_milder(slug: str) -> Words | None:
    """Why a shop may not make this rule milder, None when it may."""
    rule = rule_named(slug)
    if rule.severity is Severity.BLOCK:
        dutch, english = (f" ({ground})" if ground else "" for ground in map(rule.base_in, ("nl", "en")))
        return {
            "nl": f"Wat deze regel tegenhoudt, mag nooit de deur uit{dutch}.",
            "en": f"What this rule stops may never go out{english}.",
        }
    if rests_on_law_alone(rule):
        return {
            "nl": f"Deze regel is de wet ({rule.base_in('nl')}); een winkel mag alleen strenger zijn.",
            "en": f"This rule is the law ({rule.base}); a shop may only be stricter.",
        }
    return None


def check_level(slug: object, level: object) -> None:
    """NotInAnyHouse when there is no such rule, no such level, or when the shop may not give it to this rule."""
    shown = _shown(slug)
    if not isinstance(slug, str) or slug not in index().rules:
        near = _nearest(shown, tuple(index().rules))
        raise NotInAnyHouse(
            nl=f"Er is geen regel {shown}.{_meant(near, 'nl') or ' De huisregels van de winkel en `toonbank rules` noemen ze alle.'}",
            en=f"There is no rule {shown}.{_meant(near, 'en') or ' The house rules of the shop and `toonbank rules` list them all.'}",
        )
    allowed = levels_of(slug)
    if level in allowed:
        return
    why = why_no_milder(slug) if level in LEVELS else None
    words = {
        "nl": " " + why["nl"] if why else " Dat kennen wij niet.",
        "en": " " + why["en"] if why else " We do not know that.",
    }
    choice, title = ", ".join(allowed), rule_named(slug).title
    raise NotInAnyHouse(
        nl=f"{slug} (\u201c{title['nl']}\u201d) staat op {_shown(level)}.{words['nl']} Toegestaan: {choice}.",
        en=f"{slug} (\u201c{title['en']}\u201d) is set to {_shown(level)}.{words['en']} Allowed: {choice}.",
        place=(slug, ""),
    )


def check_measure(name: object, value: object) -> None:
    """NotInAnyHouse when there is no such measure, or when the value (or one of a table of them) is not within its bounds."""
    if not isinstance(name, str) or name not in MEASURES:
        shown = _shown(name)
        near = _nearest(shown, tuple(MEASURES))
        raise NotInAnyHouse(
            nl=f"Er is geen maat {shown}.{_meant(near, 'nl')}",
            en=f"There is no measure {shown}.{_meant(near, 'en')}",
        )
    measure = MEASURES[name]
    is_table = measure.keys != ("",)
    if is_table is not isinstance(value, Mapping):
        raise NotInAnyHouse(
            nl=f"{name} is {_shown(value)}; {'een tabel met een getal per naam' if is_table else 'een getal'} is toegestaan.",
            en=f"{name} is {_shown(value)}; {'a table with a number for each name' if is_table else 'a number'} is allowed.",
            place=(name, ""),
        )
    for key, one in value.items() if isinstance(value, Mapping) else [("", value)]:
        _check_key(measure, key)
        check_number(measure, key, one)


def _check_key(measure: Measure, key: object) -> None:
    if key in measure.keys:
        return
    is_by_network = measure.name != "complaint_clock_minutes"
    near = _nearest(str(key), (*measure.keys, *NETWORKS) if is_by_network else measure.keys, 0.75)
    if is_by_network and isinstance(key, str) and _NETWORK_NAME.fullmatch(key) and near in ("", key):
        return
    known = ", ".join(measure.keys)
    raise NotInAnyHouse(
        nl=f"{measure.name} kent {_shown(key)} niet.{_meant(near, 'nl')} Toegestaan: {known}.",
        en=f"{measure.name} does not know {_shown(key)}.{_meant(near, 'en')} Allowed: {known}.",
        place=(measure.name, ""),
    )


def check_number(measure: Measure, key: str, value: object) -> None:
    """NotInAnyHouse when this is no number, or not one between the bounds of the measure."""
    is_number = _is_number(measure, value)
    if is_number and measure.least <= value <= measure.most:  # type: ignore[operator]  # it is a number
        return
    name = f"{measure.name}.{key}" if key else measure.name
    called = {lang: f"{name} (\u201c{measure.named(key, lang)}\u201d)" for lang in ("nl", "en")}
    why = {
        lang: f" {fixed}; {_ONLY_STRICTER[lang]}."
        for lang, fixed in _FIXED_BY.get(measure.fixed_by, {}).items()
    }
    if not is_number:
        why = {}
    raise NotInAnyHouse(
        nl=f"{called['nl']} is {_shown(value)}.{why.get('nl', '')} Toegestaan: {allowed_numbers(measure, 'nl')}.",
        en=f"{called['en']} is {_shown(value)}.{why.get('en', '')} Allowed: {allowed_numbers(measure, 'en')}.",
        place=(measure.name, key),
    )


def _is_number(measure: Measure, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and (isinstance(value, int) or not measure.is_whole)


def allowed_numbers(measure: Measure, lang: str) -> str:
    """The bounds in words, as a file writes them: a share as a part of one."""
    least, most = _plain(measure.least), _plain(measure.most)
    unit = "" if measure.unit == "share" else f" {UNITS[measure.unit][lang][1]}"
    if lang == "nl":
        return f"{'een heel getal' if measure.is_whole else 'een getal'} van {least} tot en met {most}{unit}"
    return f"{'a whole number' if measure.is_whole else 'a number'} from {least} up to {most}{unit}"


def check_hours(thresholds: Thresholds) -> None:
    """NotInAnyHouse when the shop would stop answering before it begins."""
    begin, end = (
        value_at(thresholds, (name, "")) or 0 for name in ("answering_from_hour", "answering_until_hour")
    )
    if begin >= end:
        raise NotInAnyHouse(
            nl=f"answering_until_hour is {_plain(end)}, maar de winkel begint pas om {_plain(begin)} uur. Kies een later uur.",
            en=f"answering_until_hour is {_plain(end)}, but the shop begins at {_plain(begin)} o'clock. Choose a later hour.",
            place=("answering_until_hour", ""),
        )


def _plain(value: Number) -> str:
    return f"{value:.6g}"


def _shown(value: object) -> str:
    shown = repr(value).encode("ascii", "backslashreplace").decode("ascii")
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _nearest(name: str, known: tuple[str, ...], least: float = 0.5) -> str:
    from difflib import get_close_matches  # only here: it is slow to import

    return next(iter(get_close_matches(name.strip("'\""), known, n=1, cutoff=least)), "")


def _meant(near: str, lang: str) -> str:
    return {"nl": f" Bedoel je {near}?", "en": f" Did you mean {near}?"}[lang] if near else ""
