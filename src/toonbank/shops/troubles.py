"""What a network's trouble at sign-in means, in the words of the screen: what happened, and what to do."""

from django.utils.translation import gettext as _

from toonbank.core.errors import BadInput, Refused, SignInAgain, TryLater
from toonbank.shops.connecting import AnotherAccount


def why_not_in(trouble: Exception, kind: str) -> str:
    """Why the first step of signing in did not work."""
    if isinstance(trouble, BadInput) and not isinstance(trouble, AnotherAccount):
        if kind == "square":
            return _("Choose a name of at most 40 characters.")
        if kind == "mail":
            return _(
                "That is not an e-mail address, or not the name of a mail server. They look like info@jas.nl "
                "and imap.jas.nl, or imap.jas.nl:143."
            )
        return _("That is not the address of a server. It looks like mastodon.nl, and begins with https.")
    return _plain(trouble, kind)


def why_not_finished(trouble: Exception, kind: str) -> str:
    """Why the second step did not work, after the person was at the network."""
    if isinstance(trouble, BadInput) and not isinstance(trouble, AnotherAccount):
        return _("The answer was a no, or belongs to an earlier try. Start again; nothing was changed.")
    return _plain(trouble, kind)


def _plain(trouble: Exception, kind: str) -> str:
    if isinstance(trouble, AnotherAccount):
        return str(trouble)
    if isinstance(trouble, SignInAgain) and kind == "bluesky":
        return _(
            "Bluesky does not know this handle with this app password. Make a new app password there "
            "and paste it here. Nothing was changed."
        )
    if isinstance(trouble, SignInAgain) and kind == "mail":
        return _(
            "The mail server does not know this address with this password. Some providers ask for an app "
            "password, or for another user name. Nothing was changed."
        )
    if isinstance(trouble, Refused) and kind == "mail":
        return _(
            "This mail server cannot be used: the line is not encrypted, its certificate is not right, or it "
            "lies in a closed network. The password was not sent over an open line. Nothing was changed."
        )
    if isinstance(trouble, SignInAgain):
        return _("The network did not let us in. Start again; nothing was changed.")
    if isinstance(trouble, TryLater):
        return _(
            "The server did not answer, or asks us to wait. Look whether its address is right, "
            "and try again in a minute. Nothing was changed."
        )
    if isinstance(trouble, Refused):
        return _("The server said no. Look whether its address is right. Nothing was changed.")
    return _("The network did something unexpected. Try again; nothing was changed.")
