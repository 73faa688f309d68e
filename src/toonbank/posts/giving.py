"""What a form says of a giveaway, kept beside the post, and as the checker asks for it."""

from dataclasses import dataclass, fields
from datetime import date, datetime, time, tzinfo
from typing import Any

from toonbank.etiquette import facts
from toonbank.posts.giveaway import Giveaway
from toonbank.posts.models import Post

LARGE_CENTS = 450_000
"""A game of chance above this may be held once a year. Source: Gedragscode promotionele kansspelen, art. 2-4."""
NOT_TERMS = {"is_one"}


@dataclass(frozen=True)
class GiveawayWords:
    """The terms as they were filled in; `is_one` False says that the post gives nothing away."""

    is_one: bool = False
    prize: str = ""
    terms_url: str = ""
    prizes: int = 1
    total_cents: int | None = None
    draws: int = 1
    entry_cost_cents: int = 0
    entry: tuple[str, ...] = ()
    decision: str = Giveaway.Decision.CHANCE
    countries: tuple[str, ...] = ()
    ends_on: date | None = None
    draw_on: date | None = None
    network_release: bool = False

    @classmethod
    def of(cls, post: Post) -> "GiveawayWords":
        """As they were saved."""
        row = getattr(post, "giveaway", None)
        if row is None:
            return cls()
        return cls(is_one=True, **{name: _plain(getattr(row, name)) for name in TERMS})

    def as_facts(self, clock: tzinfo, large_this_year: int | None = None) -> facts.Giveaway | None:
        """As the checker asks for it; None when nothing is given away."""
        if not self.is_one:
            return None
        ends_at = datetime.combine(self.ends_on, time(23, 59, 59), clock) if self.ends_on else None
        return facts.Giveaway(
            terms_url=self.terms_url or None,
            prize_total_cents=self.total_cents,
            prizes=self.prizes,
            draws=self.draws,
            entry_cost_cents=self.entry_cost_cents,
            entry=self.entry,
            decision=self.decision,
            countries=self.countries,
            ends_at=ends_at,
            large_this_year=large_this_year,
            network_release=self.network_release,
        )


TERMS = tuple(one.name for one in fields(GiveawayWords) if one.name not in NOT_TERMS)


def set_giveaway(post: Post, words: GiveawayWords) -> None:
    """Keep these terms beside the post, or none when it gives nothing away."""
    if not words.is_one:
        Giveaway.objects.filter(post=post).delete()
    else:
        terms: dict[str, Any] = {name: _listed(getattr(words, name)) for name in TERMS}
        terms["draw_on"] = words.draw_on or words.ends_on
        Giveaway.objects.update_or_create(post=post, defaults={"shop_id": post.shop_id, **terms})
    post._state.fields_cache.pop("giveaway", None)  # what was known of it before


def _plain(value: Any) -> Any:  # of any field
    return tuple(value) if isinstance(value, list) else value


def _listed(value: Any) -> Any:  # of any field
    return list(value) if isinstance(value, tuple) else value
