"""What lies on the counter for colleagues only: notes, who is writing, and replies kept for another time."""

from django.db import models
from django.db.models import Q
from django_scopes import ScopedManager

from toonbank.shops.models import Member, Shop


class Note(models.Model):
    """Something for colleagues only; `for_members` are those who were called with an @."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    conversation = models.ForeignKey(
        "conversations.Conversation", on_delete=models.CASCADE, related_name="notes"
    )
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    text = models.TextField()
    at = models.DateTimeField()
    for_members = models.ManyToManyField(Member, blank=True, related_name="notes_for")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something")]
        indexes = [models.Index(fields=["shop", "-at"], name="note_newest_first")]


class Writing(models.Model):
    """Somebody is writing an answer. Until `until_at` the conversation is theirs; their words are kept as they type."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    conversation = models.ForeignKey(
        "conversations.Conversation", on_delete=models.CASCADE, related_name="writings"
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    text = models.TextField(blank=True, default="")
    is_private = models.BooleanField(default=False)
    at = models.DateTimeField()
    until_at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "member"], name="a_member_writes_one_answer_at_a_time"
            )
        ]


class SavedReply(models.Model):
    """Words kept to begin an answer with. They are a beginning: the rules for replies still apply."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    text = models.TextField(help_text="{name}, {author} and {shop} are filled in")
    lang = models.CharField(max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl")
    made_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    used = models.PositiveIntegerField(default=0)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["shop", "lang", "title"], name="a_saved_reply_has_its_own_title")
        ]

    def __str__(self) -> str:
        return self.title
