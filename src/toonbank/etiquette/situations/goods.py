"""What a shop has, asks and can show."""

from collections.abc import Iterator, Sequence

from toonbank.etiquette.situations.telling import Fields, Telling


def shop(shop: Fields, tell: Telling) -> Iterator[str]:
    """Promises, numbers of its own, and whom it would rather not name."""
    if shop.get("promise"):
        words = tell.list(shop["promise"])
        yield tell.say(
            f"{shop.get('name', 'de winkel')} belooft {words}",
            f"{shop.get('name', 'the shop')} promises {words}",
        )
    if shop.get("hold_back"):
        words = tell.list(shop["hold_back"])
        yield tell.say(f"{words} noemen we nu liever niet", f"{words} we would rather not name now")
    if shop.get("contacts"):
        yield tell.say("het nummer is van de winkel zelf", "the number is the shop’s own")


def products(products: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Stock, price and what will come."""
    for one in products:
        if one.get("stock") is not None:
            seen = (
                f", {tell.say('gezien', 'seen')} {tell.moment(one['stock_at'])}"
                if one.get("stock_at")
                else ""
            )
            count = tell.number(one["stock"])
            yield tell.say(f"er zijn er {count}{seen}", f"there are {count}{seen}")
        if one.get("discontinued"):
            yield tell.say("komt niet terug", "will not come back")
        if one.get("restock_on"):
            yield tell.say(
                f"nieuwe komen op {tell.day(one['restock_on'])}",
                f"new ones come on {tell.day(one['restock_on'])}",
            )
        yield from _prices(one, tell)
        if one.get("sales_rank"):
            yield tell.say(
                f"nummer {one['sales_rank']} op de verkooplijst",
                f"number {one['sales_rank']} on the sales list",
            )


def _prices(product: Fields, tell: Telling) -> Iterator[str]:
    steps = [
        f"{tell.amount(seen['price'])} {tell.say('vanaf', 'from')} {tell.day(seen['from'])}"
        for seen in product.get("price_history", ())
    ]
    if steps:
        yield tell.say("prijs: ", "price: ") + ", ".join(steps)
    elif product.get("price") is not None:
        yield tell.say(f"kost {tell.amount(product['price'])}", f"costs {tell.amount(product['price'])}")
    if product.get("rrp") is not None:
        advised = tell.amount(product["rrp"])
        yield tell.say(
            f"adviesprijs {advised} ({product['rrp_source']})",
            f"advised price {advised} ({product['rrp_source']})",
        )


def campaigns(campaigns: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Offers: from when, until when, on what condition."""
    for one in campaigns:
        until = one.get("ends")
        if one.get("starts") and until:
            yield tell.say(
                f"de actie loopt van {tell.day(one['starts'])} tot en met {tell.day(until)}",
                f"the offer runs from {tell.day(one['starts'])} to {tell.day(until)}",
            )
        if one.get("extended"):
            times = one["extended"]
            yield tell.say(
                f"{times} keer verlengd", "extended once" if times == 1 else f"extended {times} times"
            )
        if one.get("first_step"):
            yield tell.say(
                f"eerste stap op {tell.day(one['first_step'])}",
                f"first step on {tell.day(one['first_step'])}",
            )
        if one.get("conditions"):
            yield tell.say("voorwaarde: ", "condition: ") + one["conditions"]


def reviews(reviews: Fields, tell: Telling) -> Iterator[str]:
    """How many, how good, and what stands there."""
    if reviews.get("count") is not None:
        yield tell.say(
            f"{tell.number(reviews['count'])} beoordelingen, gemiddeld {tell.number(reviews['average'])}"
            f" ({reviews['source']}, {tell.day(reviews['at'])})",
            f"{tell.number(reviews['count'])} reviews, {tell.number(reviews['average'])} on average"
            f" ({reviews['source']}, {tell.day(reviews['at'])})",
        )
    if reviews.get("verified") is not None:
        yield (
            tell.say("wordt nagegaan bij de bestellingen", "checked against orders")
            if reviews["verified"]
            else tell.say("niemand ging na of het kopers zijn", "nobody checked that they are buyers")
        )
    if reviews.get("quotes") == []:
        yield tell.say("zo’n beoordeling is er niet", "there is no such review")
    for quote in reviews.get("quotes") or ():
        by = f" ({quote['author']})" if quote.get("author") else ""
        yield tell.say(f"er staat: ‘{quote['text']}’{by}", f"it says: ‘{quote['text']}’{by}")


def counts(counts: Fields, tell: Telling) -> Iterator[str]:
    """Orders."""
    if counts.get("orders") is not None:
        shown = f"{tell.number(counts['orders'])} {tell.say('bestellingen', 'orders')}"
        yield f"{shown}, {tell.say('geteld', 'counted')} {tell.day(counts['at'])}"


def attestations(counted: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """What somebody counted."""
    for one in counted:
        yield tell.say(
            f"{one['who']} telde er {one['value']}, {tell.moment(one['at'])}",
            f"{one['who']} counted {one['value']}, {tell.moment(one['at'])}",
        )


def endorsements(endorsements: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Who praises, and what was given for it."""
    for one in endorsements:
        who = one["who"]
        if one.get("paid"):
            yield tell.say(f"{who} is betaald", f"{who} was paid")
        if one.get("gift"):
            yield tell.say(f"{who} kreeg het van de winkel", f"{who} got it from the shop")
        if one.get("relation"):
            yield tell.say(f"{who} is {one['relation']}", f"{who} is {one['relation']}")
        if one.get("permission"):
            yield tell.say(f"{who} vindt het goed", f"{who} agrees")
        if one.get("quote"):
            yield tell.say(f"{who} schreef: ‘{one['quote']}’", f"{who} wrote: ‘{one['quote']}’")


def tests(tests: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Test results."""
    if not tests:
        yield tell.say("er is geen test vastgelegd", "no test is on file")
    for one in tests:
        until = tell.day(one["licence_until"])
        yield tell.say(
            f"{one['name']}: {one['result']}, te gebruiken tot {until}",
            f"{one['name']}: {one['result']}, to be used until {until}",
        )


def marks(marks: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Marks and how long they hold."""
    for one in marks:
        until = f"{tell.day(one['valid_until'])} {one['valid_until'][:4]}"
        yield tell.say(
            f"keurmerk ‘{one['name']}’, geldig tot {until}", f"mark ‘{one['name']}’, valid until {until}"
        )


def proofs(proofs: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Other claims with their proof."""
    for one in proofs:
        yield tell.say(
            f"vastgelegd: {one['claim']} ({one['basis']})", f"on file: {one['claim']} ({one['basis']})"
        )
