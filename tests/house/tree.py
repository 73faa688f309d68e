"""The tree of the house as its tests walk it."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "toonbank"
NOT_OURS = {"var", "node_modules", "dist", "__pycache__"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def every_file() -> Iterator[Path]:
    """Every file of ours, whatever it holds."""
    for folder, names, files in os.walk(ROOT):
        names[:] = [
            name for name in names if name not in NOT_OURS and (name == ".ci" or not name.startswith("."))
        ]
        for name in files:
            yield Path(folder) / name


def modules() -> list[Path]:
    """Every Python module of the package, without migrations."""
    return sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    """The module as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a module."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, Function))


def calls(path: Path, method: str) -> Iterator[ast.Call]:
    """Every call of `something.method(...)` in a module."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield node


def short(path: Path) -> str:
    """The path as one says it."""
    return str(path.relative_to(ROOT))
