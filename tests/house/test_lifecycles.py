"""The tables of CONTRIBUTING.md are the tables of the code."""

import re

import pytest

from house.tree import ROOT
from toonbank.core.lifecycle import DELIVERY, POST, Lifecycle

STEP = re.compile(r"(\w+) -> (\w+)")


def tables() -> dict[str, dict[str, tuple[str, dict[str, str]]]]:
    """Per lifecycle: state -> (next mover, event -> state)."""
    found: dict[str, dict] = {}
    rows: dict = {}
    for line in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if len(cells) != 3:
            rows = {}
        elif cells[1] == "next mover":
            rows = found.setdefault(cells[0].lower(), {})
        elif not cells[0].startswith("-"):
            for state in cells[0].split(", "):
                rows[state] = (cells[1], dict(STEP.findall(cells[2])))
    return found


@pytest.mark.parametrize("lifecycle", [POST, DELIVERY], ids=lambda lifecycle: lifecycle.name)
def test_the_table_on_paper_is_the_table_in_the_code(lifecycle: Lifecycle):
    coded = {name: (str(state.mover), dict(state.events)) for name, state in lifecycle.states.items()}
    assert tables()[lifecycle.name] == coded
