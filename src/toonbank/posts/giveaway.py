"""A post that gives something away: what there is to win, how, until when; and whether the prize was handed over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.shops.models import Member, Shop


class Giveaway(models.Model):
    """The terms of one giveaway, beside its post. `draw_on` is the day on which the winner is chosen."""

    class Decision(models.TextChoices):
        """Who wins."""

        CHANCE = "chance", _("whoever is drawn")
        JURY = "jury", _("whom a jury chooses")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    post = models.OneToOneField("posts.Post", on_delete=models.CASCADE, related_name="giveaway")
    prize = models.CharField(max_length=300, blank=True, default="")
    terms_url = models.CharField(max_length=1000, blank=True, default="")
    prizes = models.PositiveIntegerField(default=1)
    total_cents = models.PositiveBigIntegerField(null=True, blank=True, help_text="of all prizes together")
    draws = models.PositiveIntegerField(default=1)
    entry_cost_cents = models.PositiveIntegerField(default=0)
    entry = models.JSONField(default=list, blank=True, help_text="how one takes part")
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.CHANCE)
    countries = models.JSONField(default=list, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    draw_on = models.DateField(null=True, blank=True)
    network_release = models.BooleanField(
        default=False, help_text="the terms say that the network has no part in it"
    )
    told_at = models.DateTimeField(null=True, blank=True, help_text="when the winner was told")
    told_by = models.ForeignKey(Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    delivered_at = models.DateTimeField(null=True, blank=True)
    delivered_by = models.ForeignKey(
        Member, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ("-draw_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(told_at=None, told_by=None) | Q(told_at__isnull=False, told_by__isnull=False),
                name="who_told_the_winner_is_known",
            ),
            models.CheckConstraint(
                condition=Q(delivered_at=None, delivered_by=None)
                | Q(delivered_at__isnull=False, delivered_by__isnull=False),
                name="who_delivered_the_prize_is_known",
            ),
        )
        indexes = (models.Index(fields=["shop", "draw_on", "id"], name="giveaway_by_draw"),)

    def __str__(self) -> str:
        return self.prize or f"giveaway {self.pk}"
