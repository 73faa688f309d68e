"""The shop speaks to people who did not speak to it, or has a machine like and follow."""

from collections.abc import Iterator

from toonbank.etiquette.finding import Severity
from toonbank.etiquette.rule import Example, Hearing, Rule, Trouble, about

SAID = {
    "overheard": (
        "Wie dit krijgt, sprak jullie niet aan en krijgt verkooppraat.",
        "Who gets this did not speak to you, and is being sold to.",
    ),
    "bulk": (
        "Een bericht aan iedereen tegelijk, waar niemand om vroeg.",
        "A message to everybody at once that nobody asked for.",
    ),
    "machine": (
        "Een like of volg door een machine is geen aandacht, en netwerken verbieden het.",
        "A like or follow by a machine is no attention, and networks forbid it.",
    ),
}
FIX = {
    "bulk": (
        "Zet het in je omschrijving of een gewone post, waar wie wil het leest.",
        "Put it in your bio or an ordinary post, where whoever wants reads it.",
    ),
    "machine": ("Doe het met de hand, bij wat je echt las.", "Do it by hand, for what you really read."),
}


def speaks_unasked(hearing: Hearing) -> Iterator[Trouble]:
    """What the thread says of who began comes first; without it the words themselves are judged."""
    thread = hearing.look.facts.thread
    addressed = thread.addressed_us if thread is not None else None
    if addressed is False and hearing.look.draft.kind in ("reply", "post"):
        yield Trouble(
            hearing.say(
                "Deze persoon sprak jullie niet aan.",
                "This person did not address you.",
            )
        )
        return
    for one in hearing.of("barging"):
        if one.sense != "overheard" or addressed is None:
            fix = FIX.get(one.sense)
            yield about(one, hearing.say(*SAID[one.sense]), fix=hearing.say(*fix) if fix else None)


_STRANGER = {
    "thread": {
        "public": True,
        "addressed_us": False,
        "messages": [{"from": "customer", "text": "Wie weet een fijne bank?", "handle": "@iemand"}],
    }
}
_ASKED_US = {
    "thread": {
        "public": True,
        "addressed_us": True,
        "messages": [{"from": "customer", "text": "Hebben jullie banken?", "handle": "@iemand"}],
    }
}

RULE = Rule(
    slug="unsolicited-contact",
    title={"nl": "Ongevraagd contact", "en": "Unsolicited contact"},
    why={
        "nl": "Een winkelier loopt niet op straat achter mensen aan die het over een bank hebben.",
        "en": "A shopkeeper does not follow people down the street because they mentioned a sofa.",
    },
    source=("S2.4.8", "S1.4.4", "S2.5.3"),
    base="X automation rules; Telecommunicatiewet art. 11.7; WER XII.13",
    severity=Severity.BLOCK,
    fix={
        "nl": "Wacht tot ze je aanspreken, of reageer als mens zonder verkooppraat.",
        "en": "Wait until addressed, or react as a person without selling.",
    },
    wrong=(
        Example("@iemand las dat je een bank zoekt, kijk bij ons!", kind="reply"),
        Example("DM aan alle nieuwe volgers."),
        Example("Automatisch hartje bij #woonidee."),
        Example("@someone saw you want a sofa, look here!", _STRANGER, "en", "reply"),
        Example("DM to every new follower.", lang="en"),
        Example("Automatic heart on #homeidea.", lang="en"),
    ),
    right=(
        Example("@iemand je vroeg ons naar banken: kom proefzitten.", _ASKED_US, kind="reply"),
        Example("Welkom in de omschrijving."),
        Example("Zelf een hartje gegeven."),
        Example("@someone you asked us about sofas: come and sit.", None, "en", "reply"),
        Example("Welcome line in the bio.", lang="en"),
        Example("A heart given by hand.", lang="en"),
    ),
    check=speaks_unasked,
    hears=frozenset({"barging"}),
    needs=("thread",),
    applies_to=("post", "reply", "repost", "goal", "moderation"),
    misses={
        "nl": "Inbreken in een gesprek zonder te zeggen wat er gelezen is, als niet bekend is wie begon.",
        "en": "Barging in without saying what was read, when it is not known who began.",
    },
)
