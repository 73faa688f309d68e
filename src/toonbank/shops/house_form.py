"""The house rules as one form: every rule with what it may become, and every measure in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from toonbank.etiquette.groups import GROUPS, group_of
from toonbank.etiquette.house_limits import (
    LEVELS,
    Level,
    NotInAnyHouse,
    check_hours,
    check_level,
    check_number,
    design_of,
    levels_of,
    why_no_milder,
)
from toonbank.etiquette.house_measures import UNITS, Measure, Number, places_in, value_at
from toonbank.etiquette.house_rules import HouseRules
from toonbank.etiquette.index import index
from toonbank.etiquette.registry import rule_named
from toonbank.etiquette.rule import Rule
from toonbank.etiquette.thresholds import Thresholds
from toonbank.shops.promised import BY_THE_WEEK, PROMISED, SET_ELSEWHERE

LEVEL_NAMES = {
    "off": gettext_lazy("off"),
    "advise": gettext_lazy("advice"),
    "warn": gettext_lazy("warning"),
    "block": gettext_lazy("block"),
}
LONGEST_NUMBER = 20


def lang() -> str:
    """The language of the screen, as the rules know it."""
    return "nl" if (get_language() or "nl").startswith("nl") else "en"


@dataclass(frozen=True)
class MeasureRow:
    """One measure as a field: what stands in it, and what is wrong with that."""

    measure: Measure
    key: str
    typed: str
    is_changed: bool
    problem: str = ""

    @property
    def is_promised(self) -> bool:
        """Whether it is set under "When we answer", and only shown here."""
        return self.measure.name in PROMISED

    @property
    def name(self) -> str:
        """Its name in the form, and in the address of its place on the page."""
        return f"measure-{self.measure.name}" + (f".{self.key}" if self.key else "")

    @property
    def label(self) -> str:
        """What it is."""
        return self.measure.named(self.key, lang())

    @property
    def unit(self) -> str:
        """In what it is counted."""
        return UNITS[self.measure.unit][lang()][1]

    @property
    def hint(self) -> str:
        """What we propose, and between which bounds it may be."""
        words = {
            "default": self.measure.said(self.measure.default(self.key), lang()),
            "least": _typed(self.measure, self.measure.least),
            "most": _typed(self.measure, self.measure.most),
        }
        if self.measure.fixed_by == "law":
            return (
                _("Proposed and by law: %(default)s. From %(least)s up to %(most)s; only stricter.") % words
            )
        if self.measure.fixed_by == "network":
            return _("What the network takes: %(default)s. From %(least)s up to %(most)s.") % words
        return _("Proposed: %(default)s. From %(least)s up to %(most)s.") % words


@dataclass(frozen=True)
class RuleRow:
    """One rule: how it was made, how this shop takes it, what it may become, and its measures."""

    rule: Rule
    level: Level
    measures: tuple[MeasureRow, ...]
    problem: str = ""

    @property
    def title(self) -> str:
        """Its name."""
        return self.rule.title[lang()]

    @property
    def why(self) -> str:
        """Why it is one."""
        return self.rule.why[lang()]

    @property
    def designed(self) -> str:
        """How grave it was made: advise, warn or block."""
        return design_of(self.rule.slug)

    @property
    def name(self) -> str:
        """Its name in the form, and in the address of its place on the page."""
        return f"level-{self.rule.slug}"

    @property
    def level_name(self) -> Any:  # a text that is translated when it is shown
        """How this shop takes it, in a word."""
        return LEVEL_NAMES[self.level]

    @property
    def choices(self) -> list[tuple[str, Any]]:
        """What it may become."""
        return [(level, LEVEL_NAMES[level]) for level in levels_of(self.rule.slug)]

    @property
    def why_no_milder(self) -> str:
        """Why it may not become milder, "" when it may."""
        words = why_no_milder(self.rule.slug)
        return words[lang()] if words else ""

    @property
    def is_changed(self) -> bool:
        """Whether this shop takes it otherwise than proposed."""
        return self.level != self.designed or any(row.is_changed for row in self.measures)

    @property
    def is_open(self) -> bool:
        """Whether its measures must be seen at once."""
        return any(row.problem for row in self.measures)


@dataclass(frozen=True)
class Group:
    """Rules that belong together."""

    slug: str
    rules: tuple[RuleRow, ...]

    @property
    def name(self) -> str:
        """What they are about."""
        return GROUPS[self.slug][lang()]


class HouseForm:
    """The whole page: filled with the rules of the shop, or with what was typed. `promised` is what it promised elsewhere."""

    def __init__(
        self, house: HouseRules, data: Mapping[str, str] | None = None, *, promised: Thresholds | None = None
    ) -> None:
        self.house, self.data = house, data or {}
        self.promised = promised or house.thresholds
        self.problems: dict[str, str] = {}
        self.result = self._read() if data is not None else house

    @property
    def is_valid(self) -> bool:
        """Whether all that was typed can be kept; `result` then is the new house."""
        return not self.problems

    def _read(self) -> HouseRules:
        reset = self.data.get("reset", "")
        levels = {slug: self._level(slug, reset) for slug in index().rules}
        values: dict[str, Any] = {}
        for measure, key in places_in(self.house.thresholds):
            value = self._number(measure, key, reset)
            if key:
                values.setdefault(measure.name, {})[key] = value
            else:
                values[measure.name] = value
        if self.problems:
            return self.house
        try:
            thresholds = Thresholds(**values)
            check_hours(thresholds)
            return HouseRules(thresholds, levels)
        except NotInAnyHouse as told:
            self.problems["measure-" + told.place[0]] = told.shown[lang()]
            return self.house

    def _level(self, slug: str, reset: str) -> Level:
        if slug == reset:
            return design_of(slug)
        asked = self.data.get(f"level-{slug}") or self.house.level_of(slug)
        try:
            check_level(slug, asked)
        except NotInAnyHouse as told:
            self.problems[f"level-{slug}"] = told.shown[lang()]
        return asked if asked in LEVELS else self.house.level_of(slug)

    def _number(self, measure: Measure, key: str, reset: str) -> Number | None:
        now = value_at(self.house.thresholds, (measure.name, key))
        name = f"measure-{measure.name}" + (f".{key}" if key else "")
        typed = self.data.get(name)
        if reset and reset == _home_of(measure):
            return measure.default(key)
        if (
            measure.name in SET_ELSEWHERE
            or typed is None
            or (now is not None and typed.strip() == _typed(measure, now))
        ):
            return now  # not on this page, or not touched: a value keeps all its digits
        if not typed.strip():
            return measure.default(key)
        try:
            value = _value_of(measure, typed)
            check_number(measure, key, value)
        except (NotInAnyHouse, InvalidOperation, ValueError, OverflowError):
            self.problems[name] = _allowed(measure)
            return now
        return value

    def groups(self) -> Iterable[Group]:
        """All rules by group, the gravest first."""
        by_group: dict[str, list[Rule]] = {slug: [] for slug in GROUPS}
        for entry in index().rules.values():
            by_group[group_of(entry.slug)].append(rule_named(entry.slug))
        rows = self._measure_rows()
        for slug, rules in by_group.items():
            rules.sort(key=lambda rule: (-rule.severity, rule.title[lang()]))
            yield Group(slug, tuple(self._rule_row(rule, rows.get(rule.slug, [])) for rule in rules))

    def _rule_row(self, rule: Rule, measures: list[MeasureRow]) -> RuleRow:
        asked: Any = self.data.get(f"level-{rule.slug}")  # whatever was sent
        level = asked if asked in LEVELS else self.result.level_of(rule.slug)
        problem = self.problems.get(f"level-{rule.slug}", "")
        return RuleRow(rule, level, tuple(measures), problem)

    def _measure_rows(self) -> dict[str, list[MeasureRow]]:
        rows: dict[str, list[MeasureRow]] = {}
        for measure, key in places_in(self.house.thresholds):
            if measure.name not in BY_THE_WEEK:
                rows.setdefault(_home_of(measure), []).append(self._measure_row(measure, key))
        return rows

    def _measure_row(self, measure: Measure, key: str) -> MeasureRow:
        if measure.name in PROMISED:
            return MeasureRow(
                measure, key, _typed(measure, value_at(self.promised, (measure.name, key))), False
            )
        value = value_at(self.house.thresholds, (measure.name, key))
        row = MeasureRow(measure, key, _typed(measure, value), value != measure.default(key))
        return replace(row, typed=self.data.get(row.name, row.typed), problem=self.problems.get(row.name, ""))


def _home_of(measure: Measure) -> str:
    """The rule under which a measure stands on the page: the first that uses it."""
    return measure.rules[0]


def _typed(measure: Measure, value: Number | None) -> str:
    """A value as it stands in its field: a share as a percentage, with a comma in Dutch."""
    if value is None:
        return ""
    shown = Decimal(str(value)) * 100 if measure.unit == "share" else Decimal(str(value))
    text = f"{shown.normalize():f}"
    return text.replace(".", ",") if lang() == "nl" else text


def _value_of(measure: Measure, typed: str) -> Number:
    text = typed.strip().removesuffix("%").strip().replace(",", ".")
    if len(text) > LONGEST_NUMBER:
        raise ValueError(text)
    number = Decimal(text)
    if measure.unit == "share":
        return float(number / 100)
    return int(number) if number.is_finite() and number == number.to_integral_value() else float(number)


def _allowed(measure: Measure) -> str:
    words = {
        "least": _typed(measure, measure.least),
        "most": _typed(measure, measure.most),
        "unit": UNITS[measure.unit][lang()][1],
    }
    if measure.fixed_by == "law":
        return _("The law fixes this. A shop may choose from %(least)s up to %(most)s %(unit)s.") % words
    if measure.is_whole and measure.unit != "share":
        return _("Fill in a whole number from %(least)s up to %(most)s %(unit)s.") % words
    return _("Fill in a number from %(least)s up to %(most)s %(unit)s.") % words
