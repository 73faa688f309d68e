"""Words that are no reason by themselves: articles, pronouns, prepositions and the like, in Dutch and English."""

SMALL = frozenset(
    """
    de het een 'n n den nen ne 't t d' en of maar want dus als dan dat die dit deze daar er hier wat wie waar welke hoe wanneer waarom
    ik 'k k je jij gij ge jou jouw u uw hij zij ze we wij jullie hen hun haar hem zijn mijn m'n mn z'n ons onze mij me zich men elkaar
    in op aan bij van voor met naar uit om te tot door over onder tussen tegen na sinds per langs rond zonder binnen buiten achter
    is ben bent was waren wordt worden werd werden heeft hebben heb hebt had hadden kan kunnen kon konden zal zullen zou zouden
    moet moeten mag mogen wil willen wilde doe doet doen gaat gaan ging komt komen kwam laat
    ook al nog wel toch zo heel erg zeer even eens nu toen weer pas maar alleen al er meer niet geen ja nee hoor zeg hè toe af mee
    alle alles iets iemand niemand niets niks elke ieder iedere andere veel
    the a an and or but because so if than that this these those there here what who which how when where why as
    i you he she it we they me him her us them my your his its our their mine yours ours i'm i've i'd i'll you're it's that's
    isn't wasn't aren't weren't don't doesn't didn't won't can't cannot couldn't haven't hasn't hadn't wouldn't shouldn't nor
    in on at by of for with to from out up off into over under between after before since about around through per
    is am are was were be been being has have had do does did can could will would shall should may might must get got go goes went
    also too yet still just very even again now then only not no yes any some all each every more much many one ones own
    """.split()  # noqa: SIM905 - read as a page of words
)


def is_reason(word: str) -> bool:
    """Whether this word of `features.tokens` can be a reason by itself: no small word, number or lone mark."""
    return word not in SMALL and (word[0].isalpha() or word[0] in "#:;<" or ord(word[0]) > 0x2040)
