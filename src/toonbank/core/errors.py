"""Every error that a caller may catch.

ToonbankError
├── BadInput            what was given cannot be used; the message says what to do
├── LifecycleError      a table of states contradicts itself (raised on import)
├── NotAllowed          this person may not do this
├── Overtaken           somebody else was first; nothing was changed
├── Blocked             a blocking finding stands; the post cannot go out like this
├── LedgerBroken        an entry is missing or was changed
├── SourceTrouble       a feed, list or shop system could not be read
└── ChannelTrouble      what can happen when we talk to a network
    ├── TryLater        nothing was published; ask again after `after` seconds
    ├── Refused         asking again will not help
    ├── SignInAgain     the network no longer knows us
    └── Uncertain       it may be public; a person decides
"""


class ToonbankError(Exception):
    """The root of the tree above."""


class BadInput(ToonbankError):
    """What was given cannot be used."""


class LifecycleError(ToonbankError):
    """A lifecycle has unreachable states or moves to nowhere."""


class NotAllowed(ToonbankError):
    """This person may not do this."""


class Overtaken(ToonbankError):
    """The row was no longer in the state that the caller saw."""


class Blocked(ToonbankError):
    """A blocking finding stands."""


class LedgerBroken(ToonbankError):
    """The chain of the ledger does not close."""


class SourceTrouble(ToonbankError):
    """Facts from outside could not be read.

    `shown` says so in Dutch and English; `line` is where in the file, None when it is not about a line.
    """

    def __init__(self, message: str, *, nl: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.shown = {"nl": nl or message, "en": message}
        self.line = line


class ChannelTrouble(ToonbankError):
    """A network did not do what was asked."""


class TryLater(ChannelTrouble):
    """Nothing was published; asking again in `after` seconds may help."""

    def __init__(self, message: str, *, after: float = 60.0) -> None:
        super().__init__(message)
        self.after = after


class Refused(ChannelTrouble):
    """The network will not publish this; asking again will not help."""


class SignInAgain(ChannelTrouble):
    """The network no longer accepts our key."""


class Uncertain(ChannelTrouble):
    """The network may have published it; we do not know."""
