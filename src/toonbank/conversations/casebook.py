"""The complaint path: what is true in a complaint, what was done about it, and what the shop changes because of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.core.lifecycle import CASE
from toonbank.shops.models import Member, Shop

NO_COMPLAINT = "no_complaint"
"""A person said that it is none: it stays in the story, counts nowhere and asks nothing."""
OVER = ("closed", NO_COMPLAINT)
CASE_STATES = [(state, state) for state in CASE.states]


JUDGED = ~Q(verdict__in=["", "unknown"]) & ~Q(kernel="")
SAID = ~Q(outcome="") & ~Q(closing_line="") & Q(acknowledged_at__isnull=False)
"""A person answered the complaint, wrote down what was done about it, and what was said where others can see it."""


class Cause(models.TextChoices):
    """What a complaint came from; closed, so that it can be counted over time."""

    SERVICE = "service", _("service")
    PRICE = "price", _("price")
    QUALITY = "quality", _("quality")
    DELIVERY = "delivery", _("delivery")
    INFORMATION = "information", _("information")
    OTHER = "other", _("something else")


class Verdict(models.TextChoices):
    """Whether the customer is right."""

    RIGHT = "right", _("yes")
    PARTLY = "partly", _("partly")
    NOT = "not", _("no")
    UNKNOWN = "unknown", _("not known yet")


class Solution(models.TextChoices):
    """What puts it right."""

    REPAIR = "repair", _("repair")
    REPLACE = "replace", _("replacement")
    REFUND = "refund", _("money back")
    EXPLAIN = "explain", _("explanation")
    APOLOGISE = "apologise", _("apology")
    GESTURE = "gesture", _("gesture")


class Case(models.Model):
    """One complaint on its way: acknowledged, checked, solved, answered, confirmed, closed.

    It closes with a verdict that is known, the kernel of truth, a cause and an outcome, or with the reason why not.
    """

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    conversation = models.OneToOneField(
        "conversations.Conversation", on_delete=models.CASCADE, related_name="case"
    )
    state = models.CharField(max_length=12, choices=CASE_STATES, default=CASE.start)
    cause = models.CharField(max_length=12, choices=Cause.choices, blank=True, default="")
    verdict = models.CharField(max_length=8, choices=Verdict.choices, blank=True, default="")
    kernel = models.CharField(max_length=1000, blank=True, default="", help_text="what is true in it")
    facts = models.JSONField(
        default=list, blank=True, help_text='fact sheet: [{"what": ..., "is": ..., "source": ...}]'
    )
    solution = models.CharField(max_length=10, choices=Solution.choices, blank=True, default="")
    outcome = models.CharField(max_length=1000, blank=True, default="", help_text="what was done")
    closing_line = models.CharField(
        max_length=500, blank=True, default="", help_text="what was said in public at the end"
    )
    closing_message = models.ForeignKey(
        "conversations.Message",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="our answer in which that was said; none when it was said by voice",
    )
    confirmed_how = models.CharField(
        max_length=500, blank=True, default="", help_text="how the customer said it is solved"
    )
    reason = models.CharField(
        max_length=500, blank=True, default="", help_text="why it was closed without an answer"
    )
    opened_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    solved_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reopened = models.PositiveSmallIntegerField(default=0)
    improvement = models.ForeignKey(
        "conversations.Improvement", null=True, blank=True, on_delete=models.SET_NULL, related_name="cases"
    )

    objects = ScopedManager(shop="shop")

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.state not in OVER

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(CASE.states)), name="case_is_in_a_known_state"),
            models.CheckConstraint(
                condition=~Q(state="closed") | ~Q(reason="") | (~Q(cause="") & JUDGED & SAID),
                name="a_closed_case_was_answered_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["solving", "answered", "confirmed"]) | JUDGED,
                name="a_judged_case_says_what_is_true",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "confirmed"]) | SAID,
                name="an_answered_case_says_what_was_done",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "cause", "opened_at"], name="case_by_cause"),
            models.Index(fields=["shop", "state", "opened_at"], name="case_by_state"),
        ]


class Improvement(models.Model):
    """What the shop changes because of what it heard, who sees to it, and by when."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=12, choices=Cause.choices)
    what = models.CharField(max_length=500)
    owner = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_why = models.CharField(max_length=500, blank=True, default="")
    advised_by = models.ManyToManyField(
        "conversations.Conversation", blank=True, related_name="improvements", help_text="who suggested it"
    )
    told = models.JSONField(default=dict, blank=True, help_text="conversation -> when a person told them")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(dropped_why=""), name="an_improvement_is_done_or_dropped"
            )
        ]
        indexes = [models.Index(fields=["shop", "due_on"], name="improvement_by_day")]

    def __str__(self) -> str:
        return self.what


class Hiding(models.Model):
    """Something that somebody said was hidden or deleted, and on what ground."""

    class Ground(models.TextChoices):
        """The grounds there are; to be criticised is none."""

        INSULT = "insult", _("insult")
        THREAT = "threat", _("threat")
        PRIVATE_DATA = "private data", _("private data")
        SPAM = "spam", _("spam")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    message = models.ForeignKey("conversations.Message", on_delete=models.CASCADE, related_name="hidings")
    deed = models.CharField(max_length=8, choices=[("hide", _("hidden")), ("delete", _("deleted"))])
    ground = models.CharField(max_length=15, choices=Ground.choices)
    why = models.CharField(max_length=500, blank=True, default="")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ground__in=["insult", "threat", "private data", "spam"]),
                name="criticism_is_no_ground_for_hiding",
            ),
            models.UniqueConstraint(
                fields=["message"], condition=Q(undone_at=None), name="a_message_is_hidden_once"
            ),
        ]
        indexes = [models.Index(fields=["shop", "-id"], name="hiding_newest_first")]


class Storm(models.Model):
    """Many complaints on one cause within a short time."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=200, help_text="the words or the post that they share")
    count = models.PositiveIntegerField()
    began_at = models.DateTimeField()
    last_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_as = models.CharField(max_length=20, blank=True, default="", help_text="paused, or not needed")

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shop", "about"], condition=Q(settled_at=None), name="a_storm_is_noticed_once"
            )
        ]
        indexes = [models.Index(fields=["shop", "-began_at"], name="storm_newest_first")]
