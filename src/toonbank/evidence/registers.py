"""The five registers of what is on file: what each is called, explains itself with, and asks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from toonbank.evidence.dossier import Comparison, Endorsement, Mark, Paper, Proof, Quote
from toonbank.evidence.filing import NEEDED
from toonbank.evidence.gathering import listed
from toonbank.shops.models import Shop

Words = str | Promise
MOST_ENDING = 10


@dataclass(frozen=True)
class Register:
    """One kind of paper. `main` is the field that words from a post fill in."""

    slug: str
    model: type[Paper]
    icon: str
    title: Words
    about: Words
    example: Words
    add: Words
    one: Words
    main: str
    counts: tuple[int, int] = field(default=(0, 0))

    @property
    def standing(self) -> int:
        """How many hold today."""
        return self.counts[0]

    @property
    def over(self) -> int:
        """How many ran out and were not taken out."""
        return self.counts[1] - self.counts[0]


REGISTERS = (
    Register(
        slug="endorsements",
        model=Endorsement,
        icon="megaphone",
        title=_("Praise with a name"),
        about=_("Who praised the shop or a product, in which words, what they got for it, and how they agreed."),
        example=_("For example: chef Ruben said ‘quite handy’ of the pan. He got it for nothing and agreed by mail."),
        add=_("Put praise on file"),
        one=_("praise"),
        main="quote",
    ),
    Register(
        slug="quotes",
        model=Quote,
        icon="chat-bubble-bottom-center-text",
        title=_("Words of customers"),
        about=_("What a customer wrote, to the letter, and whether it may be used."),
        example=_("For example: ‘No fluff after three winters’, Anouk, on the square. She said yes at the counter."),
        add=_("Put a customer's words on file"),
        one=_("words of a customer"),
        main="text",
    ),
    Register(
        slug="proofs",
        model=Proof,
        icon="document-check",
        title=_("Proofs"),
        about=_("What the shop says of itself or of a product, and the paper behind it. Superlatives and green claims need one."),
        example=_("For example: ‘80% recycled polyester’ rests on the GRS certificate of the weaver."),
        add=_("Put a proof on file"),
        one=_("a proof"),
        main="claim",
    ),
    Register(
        slug="tests",
        model=Comparison,
        icon="scale",
        title=_("Tests"),
        about=_("A test by others, its result, and until when you may refer to it."),
        example=_("For example: tested in issue 9 of the walkers' magazine, score 8.1, licence until June."),
        add=_("Put a test on file"),
        one=_("a test"),
        main="name",
    ),
    Register(
        slug="marks",
        model=Mark,
        icon="check-badge",
        title=_("Quality marks"),
        about=_("Which marks the shop holds, and until when."),
        example=_("For example: the web shop trust mark, valid until March 2027."),
        add=_("Put a quality mark on file"),
        one=_("a quality mark"),
        main="name",
    ),
)  # fmt: skip
_BY_SLUG = {one.slug: one for one in REGISTERS}


def register_of(slug: str) -> Register | None:
    """The register at this address."""
    return _BY_SLUG.get(slug)


@dataclass(frozen=True)
class Ending:
    """A paper that runs out soon, with its register."""

    register: Register
    pk: int
    name: str
    until_on: date


@dataclass(frozen=True)
class Dossier:
    """The whole file at a glance: the registers with their counts, and what ends first."""

    registers: list[Register]
    ending: list[Ending]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever put on file."""
        return not any(one.counts[1] for one in self.registers)


def dossier_of(shop: Shop, today: date, soon: date) -> Dossier:
    """One question, with the shop as its row."""
    asked: dict[str, Any] = {}
    for one in REGISTERS:
        kept = one.model._default_manager.filter(ended_at=None)
        asked[f"{one.slug}_all"] = _count(kept)
        asked[f"{one.slug}_now"] = _count(kept.exclude(until_on__lt=today))
        ids = kept.filter(until_on__gte=today, until_on__lte=soon).order_by("until_on", "pk")
        rows = kept.filter(shop=OuterRef("pk"), pk__in=ids.values("pk")[:MOST_ENDING])
        asked[f"{one.slug}_ending"] = listed(rows, "shop", "pk", "until_on", name=NEEDED[one.model][0])
    (row,) = Shop.objects.filter(pk=shop.pk).annotate(**asked).values(*asked)
    ending = sorted(_ending(row), key=lambda one: (one.until_on, one.name))
    registers = [
        Register(**{**vars(one), "counts": (row[f"{one.slug}_now"], row[f"{one.slug}_all"])})
        for one in REGISTERS
    ]
    return Dossier(registers, ending)


def _count(rows: QuerySet[Paper]) -> Coalesce:
    of_shop = rows.filter(shop=OuterRef("pk")).order_by().values("shop")
    return Coalesce(Subquery(of_shop.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


def _ending(row: dict[str, Any]) -> Iterator[Ending]:
    for one in REGISTERS:
        for paper in row[f"{one.slug}_ending"] or ():
            day = datetime.fromisoformat(paper["until_on"]).date()
            yield Ending(one, paper["pk"], paper["name"], day)
