"""The command `toonbank`: one word, then what to do. A subcommand is imported when it is asked for."""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from toonbank.core.errors import ToonbankError

# name: (module, function, what it does). The function gets the words after the name and returns the exit status.
COMMANDS = {
    "check": ("toonbank.cli.check", "run", "check a text against your own facts"),
    "triage": ("toonbank.cli.triage", "run", "tell what kind of message a customer sent"),
    "audit": ("toonbank.cli.audit", "run", "tell how an account has behaved, by its own export"),
    "rules": ("toonbank.cli.rules", "run", "list the rules, or explain one"),
    "serve": ("toonbank.cli.serve", "run", "open the desk"),
    "work": ("toonbank.cli.work", "run", "do what must happen now, in a process of its own"),
    "import": ("toonbank.cli.import_", "run", "read a product feed or a stock list"),
    "orders": ("toonbank.cli.orders", "run", "read a list of orders, to help who asks about one"),
    "demo": ("toonbank.cli.demo", "run", "make a shop to look around in"),
    "link": ("toonbank.cli.link", "run", "let in who forgot the password, once"),
    "ledger": ("toonbank.cli.ledger", "run", "verify or export the ledger"),
    "manage": ("toonbank.cli.manage", "run", "the chores of the desk's database"),
}
BROKEN_PIPE = 141


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. 0 when all is well, 1 when there is something to mend, 2 when the input cannot be used."""
    given = list(sys.argv[1:] if words is None else words)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that knows few letters gets marks, no traceback
            stream.reconfigure(errors="backslashreplace")
    try:
        return _dispatch(given)
    except ToonbankError as trouble:
        print(f"toonbank: {trouble}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return 130


def _dispatch(given: list[str]) -> int:
    name = given[0] if given else "--help"
    if name in ("-h", "--help", "help"):
        print(overview())
        return 0
    if name in ("-V", "--version"):
        from toonbank import __version__

        print(f"toonbank {__version__}")
        return 0
    if name not in COMMANDS:
        return _unknown(name)
    module, function, _ = COMMANDS[name]
    try:
        command = getattr(import_module(module), function)
    except ModuleNotFoundError as missing:
        return _not_here(name, missing)
    return int(command(given[1:]) or 0)


def overview() -> str:
    """What the command can do, in the order of a working day."""
    lines = ["usage: toonbank COMMAND ...", "", "The desk for honest posts. Commands:"]
    lines += [f"  {name:<8} {purpose}" for name, (_, _, purpose) in COMMANDS.items()]
    return "\n".join([*lines, "", "toonbank COMMAND --help says more; toonbank --version names the version."])


def _unknown(name: str) -> int:
    from difflib import get_close_matches  # only here: it is slow to import

    near = get_close_matches(name, COMMANDS, n=1)
    hint = f"Did you mean {near[0]}?" if near else "toonbank --help lists the commands."
    shown = name.encode("ascii", "backslashreplace").decode("ascii")[:40]
    print(f'toonbank: there is no command "{shown}". {hint}', file=sys.stderr)
    return 2


def _not_here(name: str, missing: ModuleNotFoundError) -> int:
    print(
        f"toonbank: {name} needs {missing.name}, which is not installed here. Install toonbank[desk] for the whole desk.",
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
