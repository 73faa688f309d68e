"""No reply is sent by a machine: the code is walked to see that only a person's own request can begin one."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import grimp
import pytest
from django.dispatch import Signal

SOURCE = Path(__file__).parents[2] / "src/toonbank"
MAKES_THE_DEMO = "work/demo/answers.py"
"""The one exception, by name: the demo shop has a past, in which its people answered. See the tests at the end."""
MAY_NAME = {
    "reply": {"conversations/views/reply.py", MAKES_THE_DEMO},
    "send_reply": {"conversations/replying.py"},
    "say_yes_to": {"posts/approving.py", "posts/replies.py"},
}
HOME = {
    "reply": "toonbank.conversations.replying",
    "send_reply": "toonbank.posts.replies",
    "say_yes_to": "toonbank.posts.approving",
}
"""What makes a reply, from the button down to the yes, and the only files that may speak of it."""


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of ours, read."""
    files = sorted(SOURCE.rglob("*.py"))
    return {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}


def speak_of(name: str) -> Iterator[str]:
    """The files that import this name from its home, or reach for it through its module."""
    home = HOME[name]
    _package, module = home.rsplit(".", 1)
    for path, tree in trees().items():
        for node in ast.walk(tree):
            imports = isinstance(node, ast.ImportFrom) and any(one.name in {name, "*"} for one in node.names)
            if imports and node.module == home:
                yield path
            reaches = isinstance(node, ast.Attribute) and node.attr == name
            if reaches and isinstance(node.value, ast.Name) and node.value.id == module:
                yield path


@pytest.mark.parametrize("name", HOME)
def test_what_makes_a_reply_is_spoken_of_in_few_places(name):
    home = HOME[name].removeprefix("toonbank.").replace(".", "/") + ".py"
    assert set(speak_of(name)) - {home} == MAY_NAME[name] - {home}


@pytest.mark.parametrize("name", HOME)
def test_nobody_reaches_for_it_by_its_name_as_text(name):
    texts = {
        path
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"getattr", "import_module", "__import__", "import_string"}
        and any(
            isinstance(one, ast.Constant) and one.value in {name, HOME[name], f"{HOME[name]}.{name}"}
            for one in node.args
        )
    }
    assert texts == set()


def test_the_views_that_answer_are_pressed_by_a_member_who_may():
    """Each function that calls `reply` takes a POST of somebody who is signed in and may answer."""
    for path in MAY_NAME["reply"] - {MAKES_THE_DEMO}:
        for function in (one for one in ast.walk(trees()[path]) if isinstance(one, ast.FunctionDef)):
            calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
            if any(isinstance(one.func, ast.Name) and one.func.id == "reply" for one in calls):
                guards = {ast.unparse(one) for one in function.decorator_list}
                assert guards >= {"require_POST", "may('answer')"}, f"{path}: {function.name}"
                told = [
                    ast.unparse(one)
                    for call in calls
                    for one in call.args
                    if ast.unparse(call.func) == "reply"
                ]
                assert "request.member" in told, f"{path}: {function.name} answers for somebody else"


@cache
def graph() -> grimp.ImportGraph:
    """Who imports whom."""
    return grimp.build_graph("toonbank")


@pytest.mark.parametrize("who", ["toonbank.work", "toonbank.cli", "toonbank.triage", "toonbank.channels"])
@pytest.mark.parametrize("what", ["toonbank.conversations.replying", "toonbank.posts.replies"])
def test_the_clock_and_the_commands_cannot_reach_it(who, what):
    chains = graph().find_shortest_chains(importer=who, imported=what, as_packages=True)
    told = {" -> ".join(chain) for chain in chains if not (_through_the_web(chain) or _makes_the_demo(chain))}
    assert told == set()


def _through_the_web(chain: tuple[str, ...]) -> bool:
    """`toonbank serve` starts the desk, and the desk knows its views; nothing but a request calls those."""
    return "toonbank.web.urls" in chain or "toonbank.conversations.urls" in chain


def _makes_the_demo(chain: tuple[str, ...]) -> bool:
    """`toonbank demo` tells a story in which people answered."""
    return "toonbank.work.demo.answers" in chain


def test_what_comes_in_cannot_reach_it_either():
    listeners = [
        one
        for one in ("intake", "hearing", "arriving", "standing")
        if f"toonbank.conversations.{one}" in graph().modules
    ]
    assert "arriving" in listeners
    for one in listeners:
        assert (
            graph().find_shortest_chain(f"toonbank.conversations.{one}", "toonbank.conversations.replying")
            is None
        ), one


def test_a_channel_is_asked_to_send_in_one_place_only():
    asked = {
        path
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "send"
        and not path.startswith("channels/")
        and "channel" in ast.unparse(node.func.value).lower()
    }
    assert asked == {"posts/delivering.py"}


def test_whatever_else_is_sent_is_a_signal_between_our_own_modules():
    asked = {
        (path, ast.unparse(node.func.value))
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "send"
        and not path.startswith(("channels/", "sources/"))
    }
    others = asked - {("posts/delivering.py", "channel")}
    for path, name in others:
        module = import_module("toonbank." + path.removesuffix(".py").replace("/", "."))
        assert isinstance(getattr(module, name, None), Signal), f"{path} sends to {name}"


def test_an_approval_is_written_in_one_place_and_always_of_a_member():
    made = {
        path
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"Approval.objects.create", "Approval", "Approval.objects.bulk_create"}
        and path.startswith(("posts/", "conversations/", "work/", "web/"))
    }
    assert made == {"posts/approving.py"}


def test_only_the_making_of_the_demo_tells_answers():
    """The clock, the worker and the desk know nothing of the demo: a command makes it, and then it is over."""
    importers = {
        one
        for module in graph().modules
        if module.startswith("toonbank.work.demo.")
        for one in graph().find_modules_that_directly_import(module)
        if not one.startswith("toonbank.work.demo")
    }
    assert importers == {"toonbank.cli.demo"}


def test_the_answers_of_the_demo_stand_in_its_script_and_stay_on_its_square():
    """What it may say is read from a file, and before `reply` is called any other shop or network is turned away."""
    tree = trees()[MAKES_THE_DEMO]
    (function,) = (one for one in tree.body if isinstance(one, ast.FunctionDef))
    lines = [ast.unparse(one) for one in function.body]
    refusal = next(place for place, line in enumerate(lines) if "raise NotAllowed" in line)
    answer = next(place for place, line in enumerate(lines) if "reply(conversation, member, words" in line)
    assert "account.kind != 'square'" in lines[refusal]
    assert "is_demo" in lines[refusal]
    assert refusal < answer
