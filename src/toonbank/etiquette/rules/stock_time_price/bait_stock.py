"""A price draws people in for something of which there are hardly any, and the post does not say so."""

from collections.abc import Iterator
from decimal import Decimal

from toonbank.etiquette.facts import Campaign, Product
from toonbank.etiquette.finding import Mend, Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.kinds.promotions import in_force
from toonbank.etiquette.kinds.stock import known_stock
from toonbank.etiquette.late import late
from toonbank.etiquette.mends.cutting import put
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about
from toonbank.etiquette.shelf import words_of
from toonbank.etiquette.wording import say_number

ADVERTISED = ("price", "price_reduction", "offer")
SINGLE = late(  # how many there are, or that there is one
    r"(?<!\w)(?:(?:een|één|1|a single|one|the only|enige|laatste|last|twee|drie|vier|two|three|four|\d+) (?:\w+ )?(?:stuks?|exemplaar|"
    r"exemplaren|pieces?|copy|copies)|"
    r"(?:er is er|er staat er|er ligt er|er hangt er|we hebben er|er zijn er|er staan er|er liggen er) (?:\w+ )?(?:\w+)|showmodel|"
    r"uniek|unieke|one of a kind|one-off|"
    r"display model|we have (?:just |only )?(?:one|two|three|four|\d)|maat (?:\d+|x{0,2}[sml](?!\w))|size (?:\d+|x{0,2}[sml](?!\w)))(?!\w)"
)
LATER = late(
    r"(?<!\w)(?:nabestel\w*|na te bestellen|op bestelling|bijbestel\w*|bestellen kan|levertijd|voorbestel\w*|uitverkocht|"
    r"back-?orders?|pre-?orders?|"
    r"made to order|sold out|on order|order one|can order)(?!\w)"
)
LIMITED = late(r"(?<!\w)(?:alleen|enkel|uitsluitend|slechts|nog maar|only|just|een enkele|op=op)(?!\w)")
GOODS = late(
    r"(?<!\w)(?:maat|maten|size|sizes|kleur|kleuren|colour|colours|color|stuks?|exemplaar|exemplaren|pieces?|model|paar|"
    r"pairs?|\d+)(?!\w)"
)
ALL = late(r"(?<!\w)(?:alle|al onze|elke|ieder|iedere|all|every|any)(?!\w)")
KEY = late(r"(?<!\w)(?:\d+|x{0,3}[sml]|rood|blauw|groen|zwart|wit|red|blue|green|black|white)(?!\w)")


def advertises_what_is_hardly_there(hearing: Hearing) -> Iterator[Trouble]:
    """A price or offer with fewer pieces than people will come for; once for each product."""
    facts, text = hearing.look.facts, hearing.look.reading.folded
    if not facts.products and not facts.campaigns:
        return
    if any(one.number is not None or one.state == "proven" for one in hearing.of("scarcity")):
        return
    troubles = list(_troubles(hearing))
    if troubles and not SINGLE.search(text) and not LATER.search(text):
        yield from troubles


def _troubles(hearing: Hearing) -> Iterator[Trouble]:
    told = set()
    for claim in hearing.of(*ADVERTISED):
        if claim.sense == "rrp":
            continue
        product = _advertised(hearing, claim)
        name = product.ref or product.label if product else ""
        trouble = (
            _few(hearing, claim, product) or _one_size(hearing, claim, product) or _part_only(hearing, claim)
        )
        if trouble is not None and name not in told:
            told.add(name)
            yield trouble


def _advertised(hearing: Hearing, claim: Noticed) -> Product | None:
    """The product that a price or offer is about: named in the text, or the only one that can be meant."""
    product = claim.product or (
        None if claim.kind == "price" else hearing.look.product(claim.sentence, (claim.start, claim.end))[0]
    )
    if product is None or not product.names:
        return product
    said = words_of(hearing.look.reading.text)
    is_named = any(word in said for name in product.names for word in words_of(name))
    return product if is_named or len(hearing.look.reading.sentences) == 1 else None


def _few(hearing: Hearing, claim: Noticed, product: Product | None) -> Trouble | None:
    if product is None or product.availability in ("preorder", "backorder"):
        return None
    stock = known_stock(hearing.look, claim.sentence, (claim.start, claim.end))
    if stock.pieces is None or not _is_too_little(hearing, stock.pieces, product):
        return None
    nl, en = say_number(stock.pieces, "nl"), say_number(stock.pieces, "en")
    if stock.pieces <= 0:
        message = hearing.say("Hiervan is er geen een.", "There is not one of these.")
        fix = hearing.say(
            "Bied een nabestelling of wacht met dit bericht.", "Offer a back-order, or wait with this post."
        )
        return about(claim, message, fix=fix)
    message = hearing.say(
        f"Er {'is er' if stock.pieces == 1 else 'zijn er'} {nl}, en dat staat er niet bij.",
        f"There {'is' if stock.pieces == 1 else 'are'} {en}, and the post does not say so.",
    )
    return Trouble(
        message, claim.start, claim.end, evidence=stock.evidence, mends=(_how_many(hearing, claim, nl, en),)
    )


def _is_too_little(hearing: Hearing, pieces: Decimal, product: Product) -> bool:
    """Below the limit, or below a share of what earlier offers of it sold on average."""
    limits = hearing.look.facts.thresholds
    sold = [
        one.sold
        for one in hearing.look.facts.campaigns or ()
        if one.sold is not None and _was_for(one, product)
    ]
    expected = Decimal(sum(sold)) / len(sold) if sold else Decimal(0)
    return pieces < limits.bait_stock_pieces or pieces < expected * Decimal(str(limits.bait_stock_share))


def _was_for(campaign: Campaign, product: Product) -> bool:
    return product.ref in campaign.products if campaign.products else True


def _how_many(hearing: Hearing, claim: Noticed, nl: str, en: str) -> Mend:
    """The number at the end of the sentence, before its mark."""
    text, end = hearing.look.reading.text, claim.sentence.end
    while end > claim.end and text[end - 1] in ".!?…":
        end -= 1
    return put(hearing.look.reading, end, end, hearing.say(f", we hebben er {nl}", f", we have {en}"))


def _one_size(hearing: Hearing, claim: Noticed, product: Product | None) -> Trouble | None:
    """Called an offer on all of them, while the only product that is on file is one size or colour."""
    text, products = hearing.look.reading.folded, hearing.look.facts.products or ()
    if product is None or len(products) != 1 or not ALL.search(text):
        return None
    keys = {one[0] for name in product.names for one in KEY.finditer(name.casefold())}
    if not keys or keys & {one[0] for one in KEY.finditer(text)}:
        return None
    message = hearing.say(
        f"Er is alleen {product.label}, en dat staat er niet bij.",
        f"There is only {product.label}, and the post does not say so.",
    )
    return about(claim, message)


def _part_only(hearing: Hearing, claim: Noticed) -> Trouble | None:
    """A promotion for one size or a few pieces that the post shows as if it were for all."""
    for campaign in in_force(hearing.look, claim.sentence, claim.product):
        conditions = campaign.conditions.casefold()
        if not LIMITED.search(conditions) or not GOODS.search(conditions):
            continue
        keys = {one[0] for one in KEY.finditer(conditions)}
        said = {one[0] for one in KEY.finditer(hearing.look.reading.folded)}
        if keys and not keys & said:
            shown = campaign.conditions.strip(" .")
            message = hearing.say(
                f"De actie geldt niet voor alles: {shown}. Dat staat er niet bij.",
                f"The offer is not for all: {shown}. The post does not say so.",
            )
            return about(claim, message)
    return None


def _there_are(stock: int, name: str, price: float | None = None) -> dict[str, object]:
    product = {"ref": "p1", "names": [name], "stock": stock, "price": price}
    return {"now": "2026-11-21T10:00:00+01:00", "products": [product]}


def _only(conditions: str) -> dict[str, object]:
    campaign = {"ref": "c1", "offer": "laarzen, boots", "percent": 50, "conditions": conditions}
    return {"now": "2026-11-21T10:00:00+01:00", "campaigns": [campaign]}


RULE = Rule(
    slug="bait-stock",
    title={"nl": "Lokken met wat er nauwelijks is", "en": "Bait of which there is hardly any"},
    why={
        "nl": "Wie voor niets naar de winkel komt, komt niet nog eens. Zet erbij hoeveel er zijn.",
        "en": "Who comes to the shop for nothing does not come again. Say how many there are.",
    },
    source=("S1.1.5", "S2.2.2"),
    base="UCPD Annex I nos. 5 and 6; BW 6:193g under e and f; ACM 2024 on availability",
    severity=Severity.WARN,
    fix={
        "nl": "Zet het aantal erbij of bied een nabestelling.",
        "en": "State the quantity or offer a back-order.",
    },
    wrong=(
        Example("Espressomachine voor 99 euro!", _there_are(2, "espressomachine", 99)),
        Example("Alle laarzen half geld.", _only("alleen maat 36")),
        Example("Superdeal tv, kom langs!", _there_are(1, "tv")),
        Example("Espresso machine for 99 euro!", _there_are(2, "espresso machine", 99), "en"),
        Example("All boots half price.", _only("size 36 only"), "en"),
        Example("Super TV deal, come by!", _there_are(1, "TV"), "en"),
    ),
    right=(
        Example("Espressomachine voor 99 euro, we hebben er 2.", _there_are(2, "espressomachine", 99)),
        Example("Laarzen maat 36 voor de helft."),
        Example("Showmodel tv, een stuk.", _there_are(1, "tv")),
        Example("Espresso machine for 99 euro, we have 2.", _there_are(2, "espresso machine", 99), "en"),
        Example("Boots in size 36 at half price.", lang="en"),
        Example("One display TV.", _there_are(1, "TV"), "en"),
    ),
    check=advertises_what_is_hardly_there,
    hears=frozenset(ADVERTISED),
    applies_to=("post",),
    misses={
        "nl": "Een aanbod zonder bedrag of korting: “Theepot Saar is vandaag lekker goedkoop.” "
        "Hoeveel mensen er zullen komen, weet de regel alleen uit wat eerdere acties "
        "verkochten.",
        "en": "An offer without an amount or a discount: “The Saar teapot is nice and cheap today.” "
        "How many people will come is known only from what earlier offers sold.",
    },
)
