"""The house rules of one shop: how grave it takes each rule, and its own measures. Never milder than law or honesty allow."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple

from toonbank.core.errors import BadInput
from toonbank.etiquette.facts import Facts
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.house_limits import (
    LEVEL_WORDS,
    LEVELS,
    Level,
    NotInAnyHouse,
    check_hours,
    check_level,
    check_measure,
    design_of,
)
from toonbank.etiquette.house_measures import MEASURES, Number, Words, places_in, value_at
from toonbank.etiquette.registry import rule_named
from toonbank.etiquette.rule import Rule, Trouble
from toonbank.etiquette.thresholds import Thresholds

Content = dict[str, Any]  # a parsed file is loose by nature
PARTS = ("severities", "thresholds")
LONGEST = 100_000


class Difference(NamedTuple):
    """One setting in two houses: its place (a slug, or a measure with its key), its name and both values in words."""

    place: tuple[str, str]
    title: Words
    before: Words
    after: Words


@dataclass(frozen=True)
class HouseRules:
    """How one shop judges. What nobody may have cannot be made: NotInAnyHouse says which, why and what is allowed.

    `severities` holds only the rules that the shop takes otherwise than they were made; a measure that differs by network
    keeps our proposal for the networks that are not named.
    """

    thresholds: Thresholds = field(default_factory=Thresholds)
    severities: Mapping[str, Level] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for slug, level in self.severities.items():
            check_level(slug, level)
        for measure in MEASURES:
            check_measure(measure, getattr(self.thresholds, measure))
        check_hours(self.thresholds)
        differing = {slug: level for slug, level in self.severities.items() if level != design_of(slug)}
        object.__setattr__(self, "severities", dict(sorted(differing.items())))
        object.__setattr__(self, "thresholds", _completed(self.thresholds))

    @property
    def is_default(self) -> bool:
        """Whether this shop changed nothing."""
        return self == HouseRules()

    def level_of(self, slug: str) -> Level:
        """How grave this shop takes a rule."""
        return self.severities.get(slug) or design_of(slug)

    def applied_to(self, facts: Facts) -> Facts:
        """The facts with these house rules in them; what the facts say of it themselves stands."""
        thresholds = self.thresholds if facts.thresholds == Thresholds() else facts.thresholds
        severities = (self.severities or None) if facts.severities is None else facts.severities
        return replace(facts, thresholds=thresholds, severities=severities)

    def as_json(self) -> Content:
        """What differs from our proposal; `from_json` gives the same house again."""
        thresholds: Content = {}
        for measure, key in places_in(self.thresholds):
            value = value_at(self.thresholds, (measure.name, key))
            if value == measure.default(key):
                continue
            if key:
                thresholds.setdefault(measure.name, {})[key] = value
            else:
                thresholds[measure.name] = value
        content: Content = {"severities": dict(self.severities), "thresholds": thresholds}
        return {name: part for name, part in content.items() if part}

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "HouseRules":
        """The house of a parsed file. NotInAnyHouse when something in it is unknown or not allowed."""
        for name in content:
            if name not in PARTS or not isinstance(content[name], Mapping):
                raise NotInAnyHouse(
                    nl=f"Het bestand heeft een deel {name!r}; bekend zijn de tabellen {' en '.join(PARTS)}.",
                    en=f"The file has a part {name!r}; known are the tables {' and '.join(PARTS)}.",
                )
        given = dict(content.get("thresholds", {}))
        for name, value in given.items():
            check_measure(name, value)
        return cls(replace(Thresholds(), **given), content.get("severities", {}))

    @classmethod
    def kept(cls, stored: Mapping[str, Any]) -> "HouseRules":
        """The house of a stored row. What was allowed then and is no longer so (a rule became law) holds no more."""
        try:
            return cls.from_json(stored)
        except BadInput:
            return cls(
                _lawful_thresholds(stored.get("thresholds", {})), _lawful(stored.get("severities", {}))
            )


def _completed(thresholds: Thresholds) -> Thresholds:
    """Our proposal for the networks that a table does not name."""
    tables: Content = {
        name: {key: value for key in measure.keys if (value := measure.default(key)) is not None}
        | dict(getattr(thresholds, name))
        for name, measure in MEASURES.items()
        if measure.keys != ("",)
    }
    return replace(thresholds, **tables)


def _is_lawful(check: Callable[..., None], *given: object) -> bool:
    try:
        check(*given)
    except BadInput:
        return False
    return True


def _lawful(severities: Mapping[str, Level]) -> dict[str, Level]:
    return {slug: level for slug, level in severities.items() if _is_lawful(check_level, slug, level)}


def _lawful_thresholds(given: Mapping[str, Any]) -> Thresholds:
    known = {name: value for name, value in given.items() if _is_lawful(check_measure, name, value)}
    thresholds = replace(Thresholds(), **known)
    return thresholds if _is_lawful(check_hours, thresholds) else Thresholds()


def read(toml_text: str) -> HouseRules:
    """The house rules in a file. BadInput when it is no TOML; NotInAnyHouse when a setting is unknown or not allowed."""
    import tomllib

    if len(toml_text) > LONGEST:
        raise NotInAnyHouse(
            nl=f"Dit bestand heeft {len(toml_text)} tekens; huisregels passen in {LONGEST}.",
            en=f"This file has {len(toml_text)} characters; house rules fit in {LONGEST}.",
        )
    try:
        content = tomllib.loads(toml_text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as trouble:
        why = (str(trouble).splitlines() or ["?"])[0].rstrip(".")
        raise NotInAnyHouse(
            nl=f"Dit is geen bestand met huisregels (TOML): {_where_it_breaks(why)}.",
            en=f"This is no file of house rules (TOML): {why}.",
        ) from None
    return HouseRules.from_json(content)


def _where_it_breaks(why: str) -> str:
    """In Dutch, by the place that the reader of TOML names; what it expected there, it says in English only."""
    if place := re.search(r"at line (\d+), column (\d+)", why):
        return f"regel {place[1]} is vanaf teken {place[2]} niet te lezen"
    return "het breekt aan het einde af" if "end of document" in why else "het is niet te lezen"


HEADING = {
    "nl": "# Huisregels. Wat hier niet staat, is zoals Toonbank het voorstelt.",
    "en": "# House rules. What does not stand here is as Toonbank proposes it.",
}
PROPOSED = {"nl": "Voorstel", "en": "Proposed"}


def write(house: HouseRules, lang: str = "en") -> str:
    """The file of these house rules: only what differs, each with what it is in words. `read` gives the same house."""
    lines = [HEADING[lang]]
    if house.severities:
        lines += ["", "[severities]"]
    for slug, level in house.severities.items():
        title, designed = rule_named(slug).title[lang], LEVEL_WORDS[design_of(slug)][lang]
        lines += [f"# {title}. {PROPOSED[lang]}: {designed}.", f'{slug} = "{level}"']
    return "\n".join([*lines, *_thresholds_written(house.as_json().get("thresholds", {}), lang)]) + "\n"


def _thresholds_written(given: Content, lang: str) -> Iterator[str]:
    """The plain numbers first: in TOML what stands below the head of a table belongs to it."""
    plain = {name: {"": value} for name, value in given.items() if not isinstance(value, dict)}
    tables = {name: value for name, value in given.items() if isinstance(value, dict)}
    if plain:
        yield from ("", "[thresholds]")
    for name, values in (*plain.items(), *tables.items()):
        measure = MEASURES[name]
        if name in tables:
            yield from ("", f"[thresholds.{name}]")
        for key, value in values.items():
            proposed = measure.said(measure.default(key), lang)
            yield f"# {measure.named(key, lang)}: {measure.said(value, lang)}. {PROPOSED[lang]}: {proposed}."
            yield f"{key or name} = {_number(value)}"


def _number(value: Number) -> str:
    return repr(value)


def differences(house: HouseRules, before: HouseRules | None = None) -> list[Difference]:
    """What this house does otherwise than `before`, or than we propose: rules first, then measures."""
    old = before or HouseRules()
    found = [
        Difference(
            (slug, ""),
            rule_named(slug).title,
            LEVEL_WORDS[old.level_of(slug)],
            LEVEL_WORDS[house.level_of(slug)],
        )
        for slug in sorted({*house.severities, *old.severities})
        if house.level_of(slug) != old.level_of(slug)
    ]
    places = {
        (measure.name, key): measure for one in (old, house) for measure, key in places_in(one.thresholds)
    }
    for place, measure in places.items():
        was, now = value_at(old.thresholds, place), value_at(house.thresholds, place)
        if was != now:
            said = (partial(measure.named, place[1]), partial(measure.said, was), partial(measure.said, now))
            found.append(Difference(place, *map(_in_both, said)))
    return found


def _in_both(say: Callable[[str], str]) -> Words:
    return {lang: say(lang) for lang in ("nl", "en")}


def obeying(
    heard: Iterable[tuple[Rule, Trouble]], severities: Mapping[str, str]
) -> Iterator[tuple[Rule, Trouble]]:
    """What the rules say, as grave as this shop takes it; what it switched off falls away."""
    for rule, trouble in heard:
        level = severities.get(rule.slug)
        severity = _as_taken(rule.severity, trouble.severity or rule.severity, level) if level else None
        if level is None:
            yield rule, trouble
        elif severity is not None:
            yield rule, replace(trouble, severity=severity)


def _as_taken(designed: Severity, found: Severity, level: str) -> Severity | None:
    """A case that the rule itself finds graver than usual (an insult) never becomes milder by the house."""
    asked = LEVELS.index(level)
    if asked > designed:
        return max(found, Severity(asked))
    if found > designed or designed is Severity.BLOCK:
        return found
    return Severity(min(found, asked)) if asked else None
