"""What is still public of somebody who took a consent back: a task for a person, with a term."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.posts.models import Delivery
from toonbank.relations.models import Consent, Contact
from toonbank.shops.models import Member, Shop


class TakeDown(models.Model):
    """One live post with somebody who took a consent back. It is done, or kept for a reason; a new yes does not reopen it."""

    class State(models.TextChoices):
        """How it ended."""

        OPEN = "open", _("to do")
        TAKEN_DOWN = "taken down", _("taken down")
        BY_HAND = "by hand", _("done by hand")
        KEPT = "kept", _("kept")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="take_downs")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="take_downs"
    )
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    found = models.JSONField(default=list, help_text="how the person is in it: name, tag, quote, photo")
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    why = models.CharField(max_length=500, blank=True, default="")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["consent", "delivery"], name="a_live_post_is_one_task"),
            models.CheckConstraint(condition=~Q(state="kept") | ~Q(why=""), name="kept_because"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None, settled_by=None)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="a_take_down_is_settled_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "due_at", "id"], condition=Q(state="open"), name="take_down_to_do")
        ]
