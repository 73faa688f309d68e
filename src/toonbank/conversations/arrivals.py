"""What came in, raw, before anybody looks at it; how far we listened to each account; doors for other systems."""

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from toonbank.shops.encryption import EncryptedTextField
from toonbank.shops.models import Account, Shop


class Arrival(models.Model):
    """One event as it was delivered, stored before it is acknowledged. `key` tells the same event from another.

    What is done keeps its key, so that a repeat is known, and loses its body; the key goes when words of that age do.
    """

    class State(models.TextChoices):
        """How far it got."""

        WAITING = "waiting"
        DONE = "done"
        REFUSED = "refused"  # we could not make sense of it; kept whole, for a person to look at

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    key = models.CharField(max_length=64, help_text="sha256 over where it came from and what it says")
    body = models.JSONField(default=dict, blank=True)
    came_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    trouble = models.CharField(max_length=500, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="an_event_is_stored_once")]
        indexes = [
            models.Index(fields=["shop", "id"], condition=Q(state="waiting"), name="arrival_waiting_in_shop"),
            models.Index(fields=["shop", "-id"], condition=Q(state="refused"), name="arrival_refused"),
            models.Index(fields=["shop", "came_at"], condition=Q(state="done"), name="arrival_done_by_age"),
        ]


class Early(models.Model):
    """An event that came before what it is about: a deletion before its message, our answer before what it answers.

    It is taken in as soon as `awaits` is heard.
    """

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+", db_index=False)
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    awaits = models.CharField(max_length=500, help_text="remote id of the message it waits for")
    body = models.JSONField()
    came_at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        indexes = [models.Index(fields=["shop", "awaits"], name="early_by_what_it_awaits")]


class Forgotten(models.Model):
    """A message that was erased: its mark alone, so that the network cannot bring it back. See `forgotten`."""

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+", db_index=False)
    mark = models.CharField(max_length=64, help_text="sha256 over the account and the network's own name")
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "mark"], name="a_message_is_forgotten_once")]


class Ear(models.Model):
    """How far we listened to one account, and when to listen again."""

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+")
    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="ear")
    cursor = models.CharField(max_length=500, blank=True, default="")
    next_at = models.DateTimeField(db_index=True)
    heard_at = models.DateTimeField(null=True, blank=True, help_text="when it last went well")
    failures = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=500, blank=True, default="")

    objects = ScopedManager(shop="shop")


class Inlet(models.Model):
    """A door for another system that brings what people say: each has its own address and secret."""

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    slug = models.CharField(max_length=40, unique=True, help_text="in its address; drawn by chance")
    secret = EncryptedTextField()
    made_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(shop="shop")

    def __str__(self) -> str:
        return self.name


class Knock(models.Model):
    """One delivery at an inlet, kept for as long as its signature would be believed: the same one again is refused."""

    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="+", db_index=False)
    inlet = models.ForeignKey(Inlet, on_delete=models.CASCADE, related_name="knocks", db_index=False)
    signature = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inlet", "signature"], name="a_delivery_is_taken_once")
        ]
