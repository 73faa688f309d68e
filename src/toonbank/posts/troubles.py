"""What went wrong, in words for the person who pressed the button."""

from django.utils.translation import gettext as _

from toonbank.core.errors import ChannelTrouble, LifecycleError, Overtaken, ToonbankError


def in_words(trouble: ToonbankError) -> str:
    """What happened and what it means; the verbs themselves speak to people, the layers below them do not."""
    if isinstance(trouble, Overtaken):
        return _("Somebody was first, and this page was older. Nothing was changed; read it as it is now.")
    if isinstance(trouble, LifecycleError):
        return _("This is not possible any more. The page below shows how it stands now.")
    if isinstance(trouble, ChannelTrouble):
        return _("The network did not do it: “%(said)s” Nothing was changed here.") % {"said": trouble}
    return str(trouble)
