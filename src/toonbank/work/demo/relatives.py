"""Who may be named and quoted, and since when."""

from datetime import datetime

from toonbank.evidence.dossier import Quote
from toonbank.evidence.filing import put_on_file
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact, withdraw_consent
from toonbank.relations.models import Consent, Contact
from toonbank.work.demo.opening import Cast


def note_people(cast: Cast, *, now: datetime) -> None:
    """Those whom a post may be about: customers and who supplies the shop."""
    for who in (
        Who("Mevrouw De Wit"),
        Who("Breierij Haverkamp", role="supplier"),
        Who("Yusuf Demir", handle="@yusuf"),
        Who("Bas", role="staff"),
    ):
        keep_contact(cast.shop, cast.noor, who, now=now)


def anouk_says_yes(cast: Cast, *, now: datetime) -> None:
    """Anouk may be named and quoted, in the words that she wrote; her face is her own."""
    anouk = keep_contact(cast.shop, cast.noor, Who("Anouk", handle="@anouk"), now=now)
    proof = "Zei ja aan de toonbank, en schreef het onder haar bericht op het plein."
    give_consent(anouk, cast.noor, Yes(proof, name=True, quote=True), now=now)
    words = Quote(
        text="Na drie winters nog geen pluisje.", source="het oefenplein", author="Anouk", agreed=proof
    )
    put_on_file(cast.shop, cast.noor, words, now=now)


def bas_says_yes(cast: Cast, *, now: datetime) -> None:
    """Bas is happy to be named in his own shop."""
    bas = Contact.objects.get(shop=cast.shop, name="Bas", role="staff")
    give_consent(bas, cast.noor, Yes("Afgesproken toen hij kwam werken.", name=True, photo=True), now=now)


def henk_says_yes(cast: Cast, *, now: datetime) -> None:
    """Henk liked being in the picture."""
    henk = keep_contact(cast.shop, cast.samira, Who("Henk", handle="@henk"), now=now)
    give_consent(henk, cast.samira, Yes("Per e-mail.", name=True, photo=True), now=now)


def henk_thinks_again(cast: Cast, *, now: datetime) -> None:
    """And then he did not."""
    consent = Consent.objects.get(shop=cast.shop, contact__name="Henk")
    withdraw_consent(consent, cast.samira, now=now)
