"""What the shop can show: products with stock and price as observed over time, promotions, counts, reviews, attestations.

The big tables have no index on the shop alone: with one shop in the file it holds every row, and SQLite would choose it.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Proof, Quote
from toonbank.evidence.naming import search_words
from toonbank.shops.models import Member, Shop

PAPERS = (Endorsement, Comparison, Mark, Proof, Quote)
"""What is on file, by kind; these models stand in `dossier.py`."""


class Availability(models.TextChoices):
    """What a feed says when it gives no number."""

    UNKNOWN = "", _("unknown")
    IN_STOCK = "in_stock", _("in stock")
    OUT_OF_STOCK = "out_of_stock", _("out of stock")
    PREORDER = "preorder", _("can be ordered ahead")
    BACKORDER = "backorder", _("can be ordered")


class ProductSet(models.QuerySet["Product"]):
    """Products, as pages ask for them."""

    def named(self, words: str) -> "ProductSet":
        """Those whose title, ref, brand, GTIN, colour or size holds all these words, or their beginnings."""
        found = self
        for word in search_words(words).split()[:6]:
            found = found.filter(words__contains=word)
        return found


class Product(models.Model):
    """One line of the catalogue. The current stock and price stand here too, copied from the last observation."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="products", db_index=False)
    ref = models.CharField(max_length=200)
    group_ref = models.CharField(max_length=200, blank=True, default="")
    title = models.CharField(max_length=300)
    brand = models.CharField(max_length=120, blank=True, default="")
    gtin = models.CharField(max_length=20, blank=True, default="")
    link = models.CharField(max_length=2000, blank=True, default="")
    image_link = models.CharField(max_length=2000, blank=True, default="")
    category = models.CharField(max_length=300, blank=True, default="")
    size = models.CharField(max_length=60, blank=True, default="")
    color = models.CharField(max_length=60, blank=True, default="")
    availability = models.CharField(max_length=15, choices=Availability.choices, blank=True, default="")
    stock = models.PositiveIntegerField(null=True, blank=True)
    stock_seen_at = models.DateTimeField(null=True, blank=True)
    stock_source = models.CharField(max_length=120, blank=True, default="")
    price_cents = models.PositiveIntegerField(null=True, blank=True)
    price_seen_at = models.DateTimeField(null=True, blank=True)
    price_source = models.CharField(max_length=120, blank=True, default="")
    restock_on = models.DateField(null=True, blank=True)
    restock_amount = models.PositiveIntegerField(null=True, blank=True)
    is_order_noted = models.BooleanField(
        default=False,
        help_text="the shop itself said what is on order; no source takes it away before its day",
    )
    is_discontinued = models.BooleanField(default=False)
    is_last_batch = models.BooleanField(
        default=False, help_text="the shop itself said that it does not come back; no source takes that away"
    )
    is_perishable = models.BooleanField(default=False)
    first_offered_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(
        default=timezone.now, help_text="when its stock or price last became another one"
    )
    words = models.CharField(
        max_length=300, blank=True, default="", help_text="what it is searched and sorted by"
    )

    objects = ScopedManager(_manager_class=models.Manager.from_queryset(ProductSet), shop="shop")

    class Meta:
        ordering = ["words", "pk"]
        constraints = [models.UniqueConstraint(fields=["shop", "ref"], name="a_ref_is_used_once_in_a_shop")]
        indexes = [
            models.Index(fields=["shop", "group_ref"], name="product_by_group"),
            models.Index(fields=["shop", "words", "id"], name="product_by_words"),
            models.Index(fields=["shop", "stock", "id"], name="product_by_stock"),
            models.Index(fields=["shop", "-changed_at", "-id"], name="product_by_change"),
            models.Index(fields=["shop", "last_seen_at", "id"], name="product_by_last_sight"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:  # as Django's own
        """Keep the words to search by in step with what they are made of."""
        self.words = self.words_now()
        super().save(*args, **kwargs)

    def words_now(self) -> str:
        """The title first, so that sorting by these words is sorting by title."""
        return search_words(self.title, self.ref, self.brand, self.gtin, self.color, self.size)


class ProductName(models.Model):
    """A name that a post may use for a product, as the key of `language.names.name_key`."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="names", db_index=False)
    key = models.CharField(max_length=300)
    words = models.CharField(max_length=300, blank=True, default="", help_text="what the key was made of")
    is_given = models.BooleanField(default=False, help_text="a person gave it; no import takes it away")

    objects = ScopedManager(shop="shop")

    def __str__(self) -> str:
        return self.words or self.key

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "key"], name="a_product_has_a_name_once")]
        # The key first: asked by product, SQLite would else walk all names of the shop.
        indexes = [models.Index(fields=["key", "shop"], name="product_name_by_its_key")]


class StockSeen(models.Model):
    """The stock of one product while it was the same: since when, and when it was last seen so."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="stock_seen", db_index=False)
    amount = models.PositiveIntegerField(null=True, blank=True)
    availability = models.CharField(max_length=15, choices=Availability.choices, blank=True, default="")
    seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    source = models.CharField(max_length=120)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["seen_at"]
        constraints = [
            models.UniqueConstraint(fields=["product", "seen_at"], name="one_stock_at_one_moment"),
            models.CheckConstraint(
                condition=Q(last_seen_at__gte=F("seen_at")), name="stock_is_last_seen_after_first"
            ),
        ]


class PriceSeen(models.Model):
    """The price that customers paid while it was the same, in cents."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+", db_index=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="price_seen", db_index=False)
    price_cents = models.PositiveIntegerField()
    seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    source = models.CharField(max_length=120)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["seen_at"]
        constraints = [
            models.UniqueConstraint(fields=["product", "seen_at"], name="one_price_at_one_moment"),
            models.CheckConstraint(
                condition=Q(last_seen_at__gte=F("seen_at")), name="price_is_last_seen_after_first"
            ),
        ]


class Promotion(models.Model):
    """An offer with its begin, end and conditions; no products means the whole shop."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="promotions")
    name = models.CharField(max_length=200)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    first_step_at = models.DateTimeField(null=True, blank=True)
    conditions = models.CharField(max_length=500, blank=True, default="")
    costs_cents = models.PositiveIntegerField(default=0)
    times_extended = models.PositiveSmallIntegerField(default=0)
    products = models.ManyToManyField(Product, blank=True, related_name="promotions")
    made_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="promotion_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__lte=100), name="promotion_takes_off_a_hundred_at_most"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Attestation(models.Model):
    """ "I counted seven, today 10:05", by whom. It is never edited; a new count is a new row."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="attestations")
    claim = models.CharField(max_length=30, default="scarcity")
    product = models.ForeignKey(
        Product, null=True, blank=True, on_delete=models.PROTECT, related_name="attestations"
    )
    value = models.PositiveIntegerField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True, default="")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="attestations")
    at = models.DateTimeField()

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["shop", "-at"], name="attestation_newest_first")]


class ReviewSource(models.Model):
    """A place where customers review the shop, and how it makes sure that they are customers."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="review_sources")
    name = models.CharField(max_length=120)
    address = models.URLField(max_length=500, blank=True, default="")
    scale = models.PositiveSmallIntegerField(default=10)
    how_checked = models.CharField(max_length=300, blank=True, default="")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["shop", "name"], name="a_review_source_is_named_once")]

    def __str__(self) -> str:
        return self.name


class ReviewsSeen(models.Model):
    """How many reviews a source counted and what they averaged, at one moment."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(ReviewSource, on_delete=models.CASCADE, related_name="seen")
    count = models.PositiveIntegerField()
    average = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)
    at = models.DateTimeField()
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-at"]


class CountSeen(models.Model):
    """A number about the shop's customers, with its source, at one moment."""

    class What(models.TextChoices):
        """What was counted."""

        CUSTOMERS = "customers", _("customers")
        ORDERS = "orders", _("orders")
        FOLLOWERS = "followers", _("followers")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=10, choices=What.choices)
    value = models.PositiveIntegerField()
    source = models.CharField(max_length=120)
    at = models.DateTimeField()
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-at"]


class FactSource(models.Model):
    """A feed or stock list that is read again and again."""

    class Kind(models.TextChoices):
        """How it reaches us."""

        ADDRESS = "address", _("an address on the web")
        UPLOAD = "upload", _("a file")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="fact_sources")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    address = models.CharField(max_length=2000, blank=True, default="")
    file = models.CharField(
        max_length=200, blank=True, default="", help_text="path below the folder of uploaded lists"
    )
    mapping = models.JSONField(default=dict, blank=True)
    etag = models.CharField(max_length=300, blank=True, default="")
    last_modified = models.CharField(max_length=100, blank=True, default="")
    every_minutes = models.PositiveIntegerField(default=60)
    is_complete = models.BooleanField(default=False, help_text="what is missing from it is no longer sold")
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(
        null=True,
        blank=True,
        db_index=True,
        help_text="when the clock reads it next; never when there is none",
    )

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["shop", "name"], name="a_fact_source_is_named_once")]

    def __str__(self) -> str:
        return self.name


class ImportRun(models.Model):
    """One reading of a source: how far it came, and what it met."""

    class State(models.TextChoices):
        """How it stands."""

        RUNNING = "running", _("running")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped half-way")

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(FactSource, on_delete=models.CASCADE, related_name="runs")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    began_at = models.DateTimeField()
    beat_at = models.DateTimeField(null=True, blank=True, help_text="its last sign of life")
    ended_at = models.DateTimeField(null=True, blank=True)
    fingerprint = models.CharField(
        max_length=64, blank=True, default="", help_text="SHA-256 of the file that was read"
    )
    position = models.PositiveBigIntegerField(
        default=0, help_text="items read so far; the next run goes on there"
    )
    bytes_read = models.PositiveBigIntegerField(default=0)
    bytes_total = models.PositiveBigIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    vanished = models.PositiveIntegerField(
        default=0, help_text="no longer in a source that names all it sells"
    )
    trouble = models.JSONField(default=dict, blank=True, help_text="what stopped it, in both languages")

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["-began_at"]


class SkippedRow(models.Model):
    """A row that could not be used, and why. At most a thousand a run are kept; the run counts them all."""

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="skipped_rows")
    line = models.PositiveIntegerField()
    ref = models.CharField(max_length=200, blank=True, default="")
    reason = models.JSONField(help_text='{"nl": ..., "en": ...}')

    objects = ScopedManager(shop="shop")

    class Meta:
        ordering = ["line"]
