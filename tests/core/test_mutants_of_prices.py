"""The price rule is pinned from both sides: whatever comparison, number or sign is turned, a test sees it.

No wrong is excused: where two ways of writing were equal by nature, the shorter one was taken. 107 wrongs in `core/money.py`,
167 in the arithmetic of `kinds/sums.py` and 9 in the rule, all seen, on 23 November 2026.
"""

import ast
import inspect
import signal
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import core.test_money
import etiquette.test_price_rule
import etiquette.test_what_a_promotion_proves
from core.mutants import Mutant, mutants, put_in
from toonbank.core import money
from toonbank.etiquette.kinds import sums
from toonbank.etiquette.rules.stock_time_price import price_was_not_lowest_30_days as rule

SECONDS = 3  # a mutant may go round for ever
OF_SUMS = frozenset(
    {"price_before", "as_published", "with_planned_price", "_is_stale", "_against_history", "_paid",
     "_was_agrees", "mismatch", "_is_other_percent",
     "_is_other_at_till", "_adds_up", "_will_be", "_tolerance", "_true_percent", "judge", "_judge_deal", "_is_hidden"}
)  # fmt: skip
OF_THE_RULE = frozenset({"uses_another_price_of_before", "_has_figure"})
WHERE = [
    (money, None, (core.test_money, etiquette.test_price_rule)),
    (sums, OF_SUMS, (etiquette.test_price_rule, etiquette.test_what_a_promotion_proves)),
    (rule, OF_THE_RULE, (etiquette.test_price_rule,)),
]


def pins(module: types.ModuleType) -> Iterator[Callable[[], object]]:
    """The plain tests of a module, each as something to call; those with examples once for each."""
    for name, test in vars(module).items():
        if not name.startswith("test_") or hasattr(test, "hypothesis"):
            continue
        marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
        if not marks and not inspect.signature(test).parameters:
            yield test
        for mark in marks:
            names = mark.args[0] if isinstance(mark.args[0], tuple) else tuple(mark.args[0].split(","))
            for values in mark.args[1]:
                given = values if len(names) > 1 else (values,)
                yield lambda test=test, given=given, names=names: test(
                    **dict(zip((one.strip() for one in names), given, strict=True))
                )


@contextmanager
def in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def is_killed(module: types.ModuleType, mutant: Mutant, tests: list[Callable[[], object]]) -> bool:
    restore: Callable[[], None] | None = None
    try:
        with in_time():
            restore = put_in(module, mutant)
            for test in tests:
                test()
    except BaseException as trouble:  # whatever goes wrong, the wrong was seen
        if isinstance(trouble, KeyboardInterrupt):
            raise
        return True
    finally:
        if restore is not None:
            restore()
    return False


def source_of(module: Any) -> str:
    return Path(module.__file__).read_text("utf-8")


@pytest.mark.parametrize(("module", "functions", "tested"), WHERE, ids=["money", "sums", "rule"])
def test_a_module_without_a_wrong_passes_when_it_is_put_in_the_same_way(
    module: Any, functions: frozenset[str] | None, tested: tuple[types.ModuleType, ...]
):
    tests = [pin for one in tested for pin in pins(one)]
    assert len(tests) > 30
    assert not is_killed(module, Mutant(0, "", "", ast.parse(source_of(module))), tests)


@pytest.mark.slow
@pytest.mark.parametrize(("module", "functions", "tested"), WHERE, ids=["money", "sums", "rule"])
def test_every_wrong_in_the_arithmetic_of_prices_is_seen(
    module: Any, functions: frozenset[str] | None, tested: tuple[types.ModuleType, ...], record_property: Any
):
    tests = [pin for one in tested for pin in pins(one)]
    wrongs = list(mutants(source_of(module), functions))
    alive = [str(one) for one in wrongs if not is_killed(module, one, tests)]
    record_property("mutants", len(wrongs))
    assert len(wrongs) > 5
    assert alive == [], "\n".join(alive)
