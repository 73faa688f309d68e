"""What a reply answers: whether it is a complaint, how grave, and whether everybody can read along."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from toonbank.etiquette.facts import Facts
from toonbank.etiquette.late import late

if TYPE_CHECKING:
    from toonbank.etiquette.background import Thread

GRAVE_LABELS = frozenset({"danger", "legal-press"})
REMARKS = frozenset({"criticism", "doubt"})
# Only what nobody says of a thing that pleases; who gives a label is believed instead.
STRONG_WORDS = late(
    r"(?<!\w)(?:belachelijk\w*|schandalig\w*|schande|oplicht\w*|waardeloos|waardeloze|klacht|teleurgesteld|teleurstellend\w*|"
    r"wanprestatie|bedrog|bedriegers|leugens|liegen|geld terug|nooit meer|kapot|defect|verkeerde (?:maat|kleur|artikel|bestelling)|"
    r"nog steeds (?:niet|geen)|nog altijd (?:niet|geen)|bedankt voor niks|ridiculous|disgrace\w*|scam\w*|rip-?off|useless|complaint|"
    r"disappoint\w*|unacceptable|liars?|lied|refund|money back|never again|broken|faulty|wrong (?:size|colou?r|item|order)|"
    r"still (?:not|no|waiting|hasn['’]t|haven['’]t)|thanks for nothing)(?!\w)"
)
NOT_MEANT = late(
    r"(?<!\w)(?:(?:schandalig|belachelijk|ridiculously) (?:lekker|mooi|goed|tasty|good|cute)|nooit meer (?:koude|natte|een andere)|"
    r"never again (?:cold|wet)|(?:geen|no) (?:klacht\w*|complaints?)|kapot van|broken record|top geregeld|well done)"
)
MOST = 2000  # letters of a message that are looked at


class Gravity(IntEnum):
    """How grave the message is that a reply answers."""

    NONE = 0  # a question, a compliment, a chat
    REMARK = 1  # criticism, or doubt about what the shop says
    MILD = 2  # a problem without a reproach
    GRAVE = 3  # from disapproval up; danger, law and press too


def gravity_of(facts: Facts) -> Gravity | None:
    """How grave the answered message is: by its label, else by strong words only. None when nothing tells."""
    thread = facts.thread
    if thread is None:
        return None
    if thread.label:
        return _of_label(thread.label.strip().lower().replace("_", "-").replace(" ", "-"))
    said = [one.text[:MOST].lower() for one in thread.messages if one.sender != "shop"]
    if any(STRONG_WORDS.search(words) and not NOT_MEANT.search(words) for words in said):
        return Gravity.GRAVE
    return None


def _of_label(label: str) -> Gravity:
    if label == "complaint-implicit":
        return Gravity.MILD
    if label.startswith("complaint") or label in GRAVE_LABELS:
        return Gravity.GRAVE
    return Gravity.REMARK if label in REMARKS else Gravity.NONE


def is_complaint(gravity: Gravity | None) -> bool:
    """Whether it is known to be a complaint."""
    return gravity is not None and gravity >= Gravity.MILD


def is_public(thread: Thread | None) -> bool:
    """Whether others read along; a thread of which nothing is said is held to be public."""
    return thread is None or thread.public is not False
