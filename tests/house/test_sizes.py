"""Walls, not aims: a module holds one thing, a function does one thing."""

from house.tree import ROOT, functions, modules, short

MODULE_WALL = 400
FUNCTION_WALL = 50
POSITIONAL_WALL = 4
# One has its shape from the library that calls it; the others are owed a `*`, and none may join them.
BEYOND = {
    "connect_tcp",
    "src/toonbank/etiquette/kinds/scarcity.py _with_noun",
    "src/toonbank/etiquette/kinds/social_proof.py _is_small_talk",
    "src/toonbank/etiquette/kinds/social_proof.py _judge",
    "src/toonbank/etiquette/kinds/sums.py _against_history",
    "src/toonbank/etiquette/kinds/sums.py mismatch",
}


def test_no_module_is_longer_than_the_wall():
    own = [*modules(), *(ROOT / "tests").rglob("*.py")]
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in own}
    assert {name: length for name, length in lengths.items() if length > MODULE_WALL} == {}


def test_no_function_is_longer_than_the_wall():
    too_long = {
        f"{short(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in modules()
        for node in functions(path)
        if node.end_lineno - node.lineno + 1 > FUNCTION_WALL
    }
    assert too_long == {}


def test_no_function_takes_more_than_four_arguments_by_place():
    too_many = {}
    for path in modules():
        for node in functions(path):
            names = [argument.arg for argument in [*node.args.posonlyargs, *node.args.args]]
            own = [name for name in names if name not in {"self", "cls"}]
            if len(own) > POSITIONAL_WALL and not {node.name, f"{short(path)} {node.name}"} & BEYOND:
                too_many[f"{short(path)}:{node.lineno} {node.name}"] = own
    assert too_many == {}
