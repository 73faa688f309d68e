"""What a shopkeeper is told when a feed could not be fetched: what happened, and what to do. Only the host is ever named."""

from toonbank.core.errors import SourceTrouble


def bad_address() -> SourceTrouble:
    """The address is not one of the web."""
    return SourceTrouble(
        "This is not an address on the web; it should start with https:// and be copied whole.",
        nl="Dit is geen webadres; het hoort met https:// te beginnen en helemaal gekopieerd te zijn.",
    )


def unreachable(host: str) -> SourceTrouble:
    """Nobody answers."""
    return SourceTrouble(
        f"{host} does not answer. It may be out for a moment; try again later.",
        nl=f"{host} geeft geen gehoor. Misschien is er even een storing; probeer het later nog eens.",
    )


def no_safe_line(host: str) -> SourceTrouble:
    """The certificate does not hold."""
    return SourceTrouble(
        f"No safe line to {host} can be made: its certificate is wrong, has expired or is missing. "
        "Ask who looks after the web shop to renew it.",
        nl=f"Er is geen veilige verbinding met {host} te maken: het certificaat klopt niet, is verlopen of ontbreekt. "
        "Vraag de beheerder van de webwinkel om een nieuw.",
    )


def too_slow(host: str) -> SourceTrouble:
    """It took longer than it may."""
    return SourceTrouble(
        f"{host} took too long to give the feed; nothing was imported. Try again at a quieter hour.",
        nl=f"{host} deed er te lang over om de feed te geven; er is niets ingelezen. Probeer het op een rustiger uur.",
    )


def broken_off(host: str) -> SourceTrouble:
    """The line broke before the end."""
    return SourceTrouble(
        f"The line to {host} broke before the feed was complete; nothing was imported. Try again.",
        nl=f"De verbinding met {host} brak voordat de feed compleet was; er is niets ingelezen. Probeer het nog eens.",
    )


def too_big(host: str, most_bytes: int) -> SourceTrouble:
    """More than the limit."""
    megabytes = max(most_bytes // 1_000_000, 1)
    return SourceTrouble(
        f"What {host} gives is bigger than {megabytes} MB; that is no feed of a shop. Is the address right?",
        nl=f"Wat {host} geeft is groter dan {megabytes} MB; dat is geen feed van een winkel. Klopt het adres?",
    )


def too_many_turns(host: str) -> SourceTrouble:
    """Redirects without end."""
    return SourceTrouble(
        f"The address keeps sending us on to another one, lastly to {host}. Copy the address that a browser ends at.",
        nl=f"Het adres stuurt steeds door naar een ander, het laatst naar {host}. "
        "Kopieer het adres waar een browser uitkomt.",
    )


def unknown_packing(host: str) -> SourceTrouble:
    """Compressed in a way that was not asked for."""
    return SourceTrouble(
        f"{host} packs the feed in a way that we cannot unpack; ask for it unpacked or as gzip.",
        nl=f"{host} pakt de feed in op een manier die wij niet kunnen uitpakken; vraag hem onverpakt of als gzip.",
    )


def no_room() -> SourceTrouble:
    """The disk refuses."""
    return SourceTrouble(
        "The feed could not be stored on this computer; is its disk full?",
        nl="De feed kon op deze computer niet worden bewaard; is de schijf vol?",
    )


def refused_by_status(status: int, host: str) -> SourceTrouble:
    """The server answered, but with something else than a feed."""
    if status in (401, 403, 407):
        return SourceTrouble(
            f"{host} does not give this feed without the right user name and password (or key in the address).",
            nl=f"{host} geeft deze feed niet zonder de juiste gebruikersnaam en wachtwoord (of sleutel in het adres).",
        )
    if status in (404, 410):
        return SourceTrouble(
            f"There is no feed at this address of {host} (any more). Look up the address in the shop system.",
            nl=f"Op dit adres van {host} staat (nu) geen feed. Zoek het adres op in het winkelsysteem.",
        )
    if status == 429 or status >= 500:
        return SourceTrouble(
            f"{host} is too busy or out of order at the moment. Try again later.",
            nl=f"{host} heeft het te druk of heeft een storing. Probeer het later nog eens.",
        )
    return SourceTrouble(
        f"{host} answers, but does not give a feed. Look up the address in the shop system.",
        nl=f"{host} antwoordt, maar geeft geen feed. Zoek het adres op in het winkelsysteem.",
    )
