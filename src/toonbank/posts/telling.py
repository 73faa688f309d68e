"""How a delivery went and why it waits, in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from toonbank.etiquette import Severity
from toonbank.posts.models import Delivery, Move, Post
from toonbank.posts.slips import Known, claim_in_words


@dataclass(frozen=True)
class Told:
    """One line of a story: when, an icon, what happened, its tone ("" is neutral), and what the network said."""

    at: datetime
    icon: str
    words: str
    tone: str = ""
    detail: str = ""
    url: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Waiting:
    """Why something waits for a person, and what to do about it; `quote` is what the network said of it."""

    words: str | Promise
    advice: str | Promise
    tone: str = "block"
    icon: str = "pause-circle"
    quote: str = ""


def story_of(delivery: Delivery) -> list[Told]:
    """The story of a delivery in order, from its Moves (prefetched)."""
    return [_told(move) for move in delivery.moves.all()]


_SAID = {
    "plan": ("calendar-days", "", gettext_lazy("%(who)s planned it.")),
    "replan": ("calendar-days", "", gettext_lazy("%(who)s moved it to %(when)s.")),
    "approve": ("calendar-days", "", gettext_lazy("%(who)s let it go out again.")),
    "start": ("paper-airplane", "", gettext_lazy("Weighed once more on fresh evidence, and sent.")),
    "receipt": ("check", "right", gettext_lazy("Arrived.")),
    "found": ("check", "right", gettext_lazy("It is there.")),
    "refusal": ("no-symbol", "block", gettext_lazy("The network refused it.")),
    "not_sent": ("clock", "", gettext_lazy("The network asked for patience; nothing was published.")),
    "silence": (
        "signal-slash",
        "warn",
        gettext_lazy("No answer. The post may be there, or not. We look before anything else."),
    ),
    "not_found": ("magnifying-glass", "warn", gettext_lazy("Looked for it and did not find it.")),
    "late_receipt": ("information-circle", "warn", gettext_lazy("An answer came after all: it had arrived.")),
    "signed_out": (
        "lock-closed",
        "warn",
        gettext_lazy("The network wants you to sign in again. Nothing was sent."),
    ),
    "withdraw": ("arrow-uturn-left", "", gettext_lazy("%(who)s took it down.")),
    "hold": ("pause-circle", "warn", gettext_lazy("Held: %(why)s")),
    "cancel": ("x-mark", "", gettext_lazy("%(who)s cancelled it.")),
}


def _told(move: Move) -> Told:
    icon, tone, words = _SAID.get(move.event, ("information-circle", "", gettext_lazy("%(who)s changed it.")))
    who = str(move.member) if move.member else _("The desk")
    why = waits_for(move.details, move.delivery.post.lang).words if move.event == "hold" else ""
    details = move.details
    when = _moment(str(details.get("due_at", "")))
    detail = ""
    if move.event == "start":
        detail = _weighed(details.get("claims", []))
    if details.get("why") == "could_not_look":
        detail = _("The network could not be asked for a whole day.")
    return Told(
        move.at,
        icon,
        str(words) % {"who": who, "why": why, "when": when},
        tone,
        detail,
        str(details.get("url", "")),
        str(details.get("said", "")) if move.event == "refusal" else "",
    )


def _moment(written: str) -> str:
    """A moment that was kept in a Move, on the clock of the page."""
    if not written:
        return ""
    return date_format(timezone.localtime(datetime.fromisoformat(written)), "l j F, H:i")


def _weighed(claims: list[dict[str, Any]]) -> str:
    """What the claims were held against at that moment."""
    language = (get_language() or "nl")[:2]
    seen = [
        evidence["shown"].get(language, "") for claim in claims for evidence in claim.get("evidence", [])[:1]
    ]
    return ", ".join(dict.fromkeys(filter(None, seen)))


_WAITS: dict[str, Waiting] = {
    "not_approved": Waiting(
        gettext_lazy("nobody has said yes to these words yet."), gettext_lazy("Have it approved."), "warn"
    ),
    "text_changed": Waiting(
        gettext_lazy("the text changed. The approval no longer holds."),
        gettext_lazy("Have it approved again."),
        "warn",
    ),
    "approval_expired": Waiting(
        gettext_lazy("the approval is older than two weeks."), gettext_lazy("Have it approved again."), "warn"
    ),
    "sent_back": Waiting(
        gettext_lazy("it was sent back to its writer."), gettext_lazy("Change it and offer it again."), "warn"
    ),
    "signed_out": Waiting(
        gettext_lazy("the network wants you to sign in again. Nothing is lost and nothing was sent twice."),
        gettext_lazy("Sign in again, then send it."),
        "warn",
        "lock-closed",
    ),
    "older_evidence": Waiting(
        gettext_lazy("what was proven at the approval is not certain any more."),
        gettext_lazy("Look at the evidence, change the words, or try again when it is fresh."),
    ),
    "not_found": Waiting(
        gettext_lazy("it got no answer, and looking for it found nothing."),
        gettext_lazy("Look for yourself. Not there? Then you may send it again."),
        "warn",
        "question-mark-circle",
    ),
    "could_not_look": Waiting(
        gettext_lazy("it got no answer, and the network could not be asked for a whole day."),
        gettext_lazy("Look for yourself. Not there? Then you may send it again."),
        "warn",
        "question-mark-circle",
    ),
    "late": Waiting(
        gettext_lazy("its moment passed more than two hours ago; the desk was not running."),
        gettext_lazy("Still right today? Then send it, or plan it anew."),
        "warn",
        "clock",
    ),
    "paused": Waiting(
        gettext_lazy("a colleague let it wait while many customers complain."),
        gettext_lazy("Send it when the complaints are dealt with, or cancel it."),
        "warn",
        "pause-circle",
    ),
    "picture_gone": Waiting(
        gettext_lazy("a picture of it cannot be found any more."), gettext_lazy("Add the picture again.")
    ),
    "trouble": Waiting(
        gettext_lazy("something kept going wrong before it was sent. Nothing was published."),
        gettext_lazy("Try again, and if it stays, look at the account."),
        "warn",
    ),
    "refused": Waiting(
        gettext_lazy("the network refused it."),
        gettext_lazy("Change it, or leave this account out."),
        icon="no-symbol",
    ),
}


def waits_for(why: Mapping[str, Any], lang: str = "") -> Waiting:
    """Why a delivery waits, in words that fit behind "Held:"; findings speak the language of their post."""
    kind = str(why.get("why", ""))
    if kind == "finding":
        said = " ".join(_accused(finding) for finding in why.get("findings", []))
        return Waiting(
            said or _("it is no longer true."), _("Change the words, or show evidence."), icon="no-symbol"
        )
    if kind == "refused" and why.get("said"):
        words = _("the network refused it, in its own words:")
        return Waiting(words, str(_WAITS["refused"].advice), icon="no-symbol", quote=str(why["said"]))
    found = _WAITS.get(kind)
    if found is None:
        return Waiting(_("somebody has to look at it."), _("Open the post."), "warn")
    return Waiting(str(found.words), str(found.advice), found.tone, found.icon)


def _accused(finding: Mapping[str, Any]) -> str:
    """What the words say and what is known; the finding's own message where no fact contradicts them."""
    if not finding.get("claimed") or not finding.get("shown"):
        return str(finding["message"])
    known = Known.of(finding["shown"])
    claimed = claim_in_words(str(finding["claimed"]), str(finding.get("words", "")))
    told = {"claimed": claimed, "label": known.label, "value": known.value}
    return _("the post says %(claimed)s; %(label)s: %(value)s.") % told


def is_doubtful(delivery: Delivery) -> bool:
    """Whether nobody knows if it went out."""
    why = delivery.held_why.get("why")
    return delivery.state == "uncertain" or (
        delivery.state == "held" and why in {"not_found", "could_not_look"}
    )


@dataclass(frozen=True)
class Standing:
    """How a post or delivery stands, in one word with its tone and icon."""

    word: str
    tone: str
    icon: str


_STANDINGS = {
    "planned": (gettext_lazy("planned"), "", "clock"),
    "held": (gettext_lazy("held"), "block", "pause-circle"),
    "sending": (gettext_lazy("on its way"), "", "paper-airplane"),
    "uncertain": (gettext_lazy("uncertain"), "warn", "question-mark-circle"),
    "refused": (gettext_lazy("refused"), "block", "no-symbol"),
    "sent": (gettext_lazy("published"), "right", "check"),
    "cancelled": (gettext_lazy("cancelled"), "", "x-mark"),
    "withdrawn": (gettext_lazy("taken down"), "", "arrow-uturn-left"),
}


def delivery_standing(delivery: Delivery) -> Standing:
    """How one delivery stands."""
    word, tone, icon = _STANDINGS[_seen_state(delivery)]
    return Standing(str(word), tone, icon)


def _seen_state(delivery: Delivery) -> str:
    """Its state; what is held because it could not be found is uncertain to a person."""
    return "uncertain" if is_doubtful(delivery) else delivery.state


GRAVEST_FIRST = ("uncertain", "refused", "held", "sending", "planned", "sent", "withdrawn")


def post_standing(post: Post, deliveries: Iterable[Delivery]) -> Standing:
    """How a post stands: by its deliveries when it has any that count, the gravest first; else by its own state."""
    states = {_seen_state(delivery): delivery for delivery in deliveries}
    for state in GRAVEST_FIRST:
        if state in states and not (state in {"held", "planned"} and post.state in {"draft", "submitted"}):
            return delivery_standing(states[state])
    return {
        "draft": Standing(_("draft"), "", "pencil"),
        "submitted": Standing(_("waits for approval"), "warn", "clock"),
        "approved": Standing(_("approved"), "right", "check"),
        "discarded": Standing(_("thrown away"), "", "trash"),
    }[post.state]


def draft_standing(severity: Severity | None) -> Standing:
    """How a draft stands when it was looked at: with what stands in its way."""
    if severity is Severity.BLOCK:
        return Standing(_("draft, with a block"), "block", "no-symbol")
    return Standing(_("draft, with a warning"), "warn", "exclamation-triangle")


def joined(names: list[str]) -> str:
    """ "Bas", "Bas and Noor", "Bas, Noor and Samira"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def accounts_in_words(names: list[str]) -> str:
    """ "Mastodon and Bluesky", or a number when there are more."""
    if len(names) <= 2:
        return joined(names)
    return ngettext("%(count)d account", "%(count)d accounts", len(names)) % {"count": len(names)}
