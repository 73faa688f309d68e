"""One place for each dangerous thing. (Who may import whom is proven by the import contracts, in script/check.)"""

import ast

from house.tree import SOURCE, calls, modules, parsed, short

APPS = [
    path
    for path in modules()
    if path.relative_to(SOURCE).parts[0] not in {"channels", "sources", "core", "language"}
]


def test_only_delivering_sends():
    """Every other `.send(` in the apps is a signal's."""
    signals = {
        target.id
        for path in modules()
        if path.name == "signals.py"
        for node in parsed(path).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    senders = {
        short(path): len(sent)
        for path in APPS
        if (sent := [call for call in calls(path, "send") if _object_of(call) not in signals])
    }
    assert senders == {"src/toonbank/posts/delivering.py": 1}


def _object_of(call: ast.Call) -> str:
    value = call.func.value
    return value.id if isinstance(value, ast.Name) else getattr(value, "attr", "")


def test_only_moves_change_a_state_of_a_lifecycle():
    elsewhere = [
        f"{short(path)}:{node.lineno}"
        for path in (SOURCE / "posts").rglob("*.py")
        if path.name != "moves.py" and "migrations" not in path.parts
        for node in [*_updates(path), *_assignments(path)]
    ]
    assert elsewhere == []


def _updates(path):
    """`.update(state=...)` and its kin; an account's state is no lifecycle."""
    for method in ("update", "update_or_create", "bulk_update"):
        for call in calls(path, method):
            names = {keyword.arg for keyword in call.keywords} | {
                text.value
                for argument in call.args
                for text in ast.walk(argument)
                if isinstance(text, ast.Constant)
            }
            if "state" in names and "Account" not in {
                node.id for node in ast.walk(call.func) if isinstance(node, ast.Name)
            }:
                yield call


def _assignments(path):
    for node in ast.walk(parsed(path)):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Attribute) and target.attr == "state" for target in targets):
            yield node


def test_the_pure_packages_have_no_clock_of_their_own():
    asking = [
        f"{short(path)}:{call.lineno}"
        for path in modules()
        if path.relative_to(SOURCE).parts[0] in {"core", "language", "etiquette", "triage"}
        for name in ("now", "today", "utcnow")
        for call in calls(path, name)
    ]
    assert asking == []
