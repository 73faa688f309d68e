"""Whom a text is about: the shop itself, the reader, or somebody else."""

from collections.abc import Iterable
from typing import NamedTuple

from toonbank.etiquette.late import late
from toonbank.language.reading import fold
from toonbank.language.wordlist import wordlist

OURS = wordlist(
    """wij we ons onze onszelf ik mij me mijn mezelf
    our ours us ourselves i my mine myself we're we've we'll we'd i'm i've"""
)
READER = wordlist(
    """jij je jou jouw jullie u uw uzelf jezelf jijzelf iedereen
    you your yours yourself yourselves you're you've you'll you'd y'all everyone everybody"""
)
OTHERS = wordlist(
    """klant klanten klantje buurman buurvrouw buurmeisje buren buurt collega stagiair stagiaire vriend vriendin bezoeker bezoekers lezer
    lezers
    kind kinderen dochter zoon moeder vader oma opa zus broer maker makers boer boerin herder leverancier bakker juf meester school
    vrijwilliger vrijwilligers gast gasten iemand wie mensen vrouw man meneer mevrouw hij zij hem haar zijn hun hen
    customer customers neighbour neighbours neighbor neighbors colleague trainee apprentice intern friend friends visitor visitors
    reader
    readers child children kids daughter son mother father mum dad grandma grandpa sister brother maker makers farmer shepherd
    supplier
    baker teacher school volunteer volunteers guest guests somebody someone who people woman man he she him her his they them their"""
)
# Also "are", "that", "our people"
NO_OTHERS = wordlist("zij zijn haar hun wie man mensen people who them they")
CLAUSE_ENDS = late(r"[,;:.!?…\n–—]+|(?<!\w)(?:en|want|maar|dus|omdat|and|for|but|so|because)(?!\w)")
WORDS = late(r"[^\W_]+(?:['’][^\W_]+)*")
NAMED = late(r"@\w|(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{2,}")


class Regard(NamedTuple):
    """How many clauses a text has, in how many the shop speaks of itself, and whether it sees anybody else."""

    clauses: int
    ours: int
    sees_reader: bool
    sees_others: bool

    @property
    def share(self) -> float:
        """The part of the clauses in which the shop speaks of itself."""
        return self.ours / self.clauses if self.clauses else 0.0


def regard_of(text: str, names: Iterable[str] = ()) -> Regard:
    """Counts, per clause, the words for oneself; `names` are those of the shop, which count as "we" do.

    A name with a capital inside a sentence, or a handle, is somebody else unless it is in `names`.
    """
    own = frozenset(word for name in names for word in WORDS.findall(fold(name)))
    clauses = [words for part in CLAUSE_ENDS.split(fold(text)) if (words := WORDS.findall(part))]
    all_words = frozenset(word for words in clauses for word in words)
    named = (match[0].lower() for match in NAMED.finditer(text))
    return Regard(
        len(clauses),
        sum(1 for words in clauses if not (OURS | own).isdisjoint(words)),
        not READER.isdisjoint(all_words),
        not (OTHERS - NO_OTHERS).isdisjoint(all_words) or any(name not in own for name in named),
    )


def is_about_itself(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a post is only about the shop: itself in most clauses, no reader and nobody else in any.

    Pure and cheap: also meant for whole archives.
    """
    regard = regard_of(text, names)
    return regard.share > 0.5 and not regard.sees_reader and not regard.sees_others
