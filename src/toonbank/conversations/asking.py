"""What somebody asked of the row: the filters in the address, and addresses with one of them changed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from django.http import QueryDict

from toonbank.conversations.finding import words_in
from toonbank.conversations.models import Band, Sort
from toonbank.triage.labels import KINDS

PLACES = ("waiting", "snoozed", "theirs", "settled", "aside", "all")
WHOSE = ("", "mine", "nobody")
LANGUAGES = ("nl", "en", "de", "fr")


@dataclass(frozen=True)
class Asked:
    """The filters; what is empty narrows nothing. With `words` it is a search, everywhere unless a place was chosen."""

    place: str = "waiting"
    whose: str = ""
    band: int | None = None
    label: str = ""
    account: int | None = None
    sort: str = ""
    language: str = ""
    words: str = ""
    mark: str = ""

    @property
    def sought(self) -> tuple[str, ...]:
        """The words as the index keeps them."""
        return words_in(self.words)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is on beside the place and the words."""
        return replace(self, place="waiting", words="", mark="") != Asked()

    def address(self, **changes: object) -> str:
        """The address of the same question with these changes, at its first page unless a mark is among them."""
        wanted = replace(self, **{"mark": ""} | changes)  # type: ignore[arg-type]  # names of our own fields
        query = QueryDict(mutable=True)
        usual = Asked(place="all" if wanted.words else "waiting")
        for one in fields(Asked):
            value = getattr(wanted, one.name)
            if value != getattr(usual, one.name) and value not in {None, ""}:
                query[one.name] = str(value)
        return "?" + query.urlencode()


def asked_in(query: Mapping[str, str]) -> Asked:
    """What the address asks; whatever it says that we do not know, it did not say."""

    def one_of(name: str, known: tuple[str, ...] | list[str], otherwise: str = "") -> str:
        value = query.get(name, otherwise)
        return value if value in known else otherwise

    words = query.get("words", "").strip()[:200]
    band, account = query.get("band", ""), query.get("account", "")
    return Asked(
        place=one_of("place", PLACES, "all" if words else "waiting"),
        whose=one_of("whose", WHOSE),
        band=int(band) if band in {str(one.value) for one in Band} else None,
        label=one_of("label", KINDS),
        account=int(account) if account.isascii() and account.isdecimal() and len(account) < 18 else None,
        sort=one_of("sort", Sort.values),
        language=one_of("language", LANGUAGES),
        words=words,
        mark=query.get("mark", "")[:80],
    )
