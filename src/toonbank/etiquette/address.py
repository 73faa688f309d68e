"""How a shop addresses its readers: with "u" or "je", formally or as a friend."""

# ruff: noqa: E501 - lists of words are easier to look over in long lines

from collections.abc import Iterable
from typing import Literal

from toonbank.etiquette.late import late
from toonbank.language.reading import fold

Form = Literal["formal", "informal"]

FORMAL = late(
    r"(?<!\w)(?:u|uw|uzelf|geachte|hoogachtend|met vriendelijke groet|beleefd\w*|dear (?:customers?|sir|madam)|kindly|yours (?:sincerely|faithfully)|"
    r"we regret to|please be advised|hereby|we wish to inform|at your earliest convenience)(?!\w)"
)
INFORMAL = late(
    r"(?<!\w)(?:je|jij|jou|jouw|joh|jonguh|jo|yo|hé|hee|hey|heey|hoi|doei|doeg|gast|toppers?|lekker hoor|cool|vet|chill|gonna|wanna|gotta|y['’]?all|lol|"
    r"omg|guys|folks|mates?|dude|hiya|ya|cheers|yeah|yep|nope|awesome|babes?)(?!\w)"
)
CLEARLY = 0.75


def form_of_address(texts: Iterable[str]) -> Form | None:
    """Whether these texts are formal or informal, None when they are neither or both. Plural "jullie" and "you" tell nothing."""
    formal = informal = 0
    for text in texts:
        folded = fold(text)
        formal += FORMAL.search(folded) is not None
        informal += INFORMAL.search(folded) is not None
    if formal + informal == 0:
        return None
    if formal >= CLEARLY * (formal + informal):
        return "formal"
    return "informal" if informal >= CLEARLY * (formal + informal) else None
