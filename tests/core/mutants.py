"""Small wrongs put into a module on purpose, one at a time: a test that lets one pass does not pin the arithmetic.

A mutant is the module's own tree with one comparison, sign, number, `and`/`or`, `not`, `min`/`max` or condition turned. It is
put in place by giving the functions that everybody imported the code of the mutant, so that tests need not import anew.
"""

import ast
import copy
import types
from collections.abc import Callable, Iterator
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
}
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """One wrong: where it stands, what it says now, and the whole module with it."""

    line: int
    was: str
    now: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"line {self.line}: {self.was}  ->  {self.now}"


def mutants(source: str, functions: frozenset[str] | None = None) -> Iterator[Mutant]:
    """Every mutant of a module, or of some of its functions and classes only."""
    tree = ast.parse(source)
    for place, node in enumerate(ast.walk(tree)):
        for turned in _turned(node):
            if functions is None or _owner(tree, node) in functions:
                copied = copy.deepcopy(tree)
                target = list(ast.walk(copied))[place]
                for field, value in turned.items():
                    setattr(target, field, value)
                ast.fix_missing_locations(copied)
                yield Mutant(getattr(node, "lineno", 0), ast.unparse(node), ast.unparse(target), copied)


def _owner(tree: ast.Module, node: ast.AST) -> str:
    for top in tree.body:
        if any(one is node for one in ast.walk(top)):
            return getattr(top, "name", "")
    return ""


def _turned(node: ast.AST) -> Iterator[dict[str, object]]:
    """The ways to turn one node, as the fields to set."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARED.get(type(operator), ()):
                yield {"ops": [*node.ops[:place], other(), *node.ops[place + 1 :]]}
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in RECKONED:
        yield {"op": RECKONED[type(node.op)]()}
    elif isinstance(node, ast.BoolOp):
        yield {"op": ast.And() if isinstance(node.op, ast.Or) else ast.Or()}
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield {"value": node.value + 1}
        yield {"value": node.value - 1}
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield {"op": ast.UAdd(), "operand": ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])}
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SWAPPED:
        yield {"func": ast.Name(SWAPPED[node.func.id], ast.Load())}
    elif isinstance(node, ast.IfExp):
        yield {"body": node.orelse, "orelse": node.body}


def put_in(module: types.ModuleType, mutant: Mutant) -> Callable[[], None]:
    """Give the module's functions the mutant's code; calling what comes back restores them."""
    wrong: dict[str, object] = {"__name__": module.__name__, "__file__": "<mutant>"}
    exec(compile(mutant.tree, "<mutant>", "exec"), wrong)  # our own source, with one wrong in it
    kept: list[tuple[types.FunctionType, types.CodeType, object, object]] = []
    constants = {
        name: value for name, value in vars(module).items() if name.isupper() and wrong.get(name) != value
    }
    for right, other in _pairs(vars(module), wrong, module.__name__):
        kept.append((right, right.__code__, right.__defaults__, right.__kwdefaults__))
        right.__code__, right.__defaults__ = other.__code__, other.__defaults__
        right.__kwdefaults__ = _of_the_module(other.__kwdefaults__, vars(module))
    for name in constants:
        setattr(module, name, wrong[name])

    def restore() -> None:
        for right, code, defaults, named in kept:
            right.__code__, right.__defaults__, right.__kwdefaults__ = code, defaults, named
        for name, value in constants.items():
            setattr(module, name, value)

    return restore


def _pairs(
    right: dict[str, object], wrong: dict[str, object], module: str
) -> Iterator[tuple[types.FunctionType, types.FunctionType]]:
    """The functions of the module and, where a class has methods of its own, those; each with its mutant."""
    for name, one in right.items():
        other = wrong.get(name)
        if getattr(one, "__module__", None) != module:
            continue
        if isinstance(one, types.FunctionType) and isinstance(other, types.FunctionType):
            yield one, other
        elif isinstance(one, type) and isinstance(other, type):
            yield from _pairs(dict(vars(one)), dict(vars(other)), module)


def _of_the_module(named: dict[str, object] | None, module: dict[str, object]) -> dict[str, object] | None:
    """Defaults that are values of a class of the module must be of the right class again: found by their place."""
    if named is None:
        return None
    own = {repr(value): value for value in module.values() if not isinstance(value, type)}
    return {name: own.get(repr(value), value) for name, value in named.items()}
