"""What the compose page knows besides the words typed: the accounts, what was kept, and how it all looks now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from toonbank.posts.archive import around
from toonbank.posts.checking import Judged, Setting, judge
from toonbank.posts.drafting import Words
from toonbank.posts.findings import Look, Piece, look_at, merged
from toonbank.posts.giving import GiveawayWords
from toonbank.posts.pictures import PictureWords
from toonbank.posts.places import own_field
from toonbank.posts.rooms import Room, room_on
from toonbank.posts.said import Said
from toonbank.shops.models import Account, Shop


@dataclass(frozen=True)
class Scene:
    """Where words are written: the shop, its accounts, the moment, what was said about findings, who can be seen on the pictures."""

    shop: Shop
    accounts: list[Account]
    now: datetime
    said: Said
    pictures: tuple[PictureWords, ...] = ()
    post_id: int | None = None

    def look(self, words: Words) -> Look:
        """Judge these words as they stand, on every chosen account."""
        setting = Setting(
            shop=self.shop,
            now=self.now,
            lang=words.lang,
            publish_at=words.plan_at,
            product_ids=words.product_ids,
            kept=frozenset(self.said.reasons),
            reader_gets=words.reader_gets,
            pictures=self.pictures,
            accounts=tuple(one for one in self.accounts if one.pk in words.variants) or tuple(self.accounts),
            around=around(self.shop, self.now, without=self.post_id),
            giveaway=words.giveaway or GiveawayWords(),
        )
        pieces = [
            Piece(field, name, _judged(setting, text, kinds))
            for field, name, text, kinds in self._texts(words)
        ]
        return look_at(pieces, self.said)

    def _texts(self, words: Words) -> Iterable[tuple[str, str, str, list[str]]]:
        """Every different text: its field, the account that it is for, the words, the networks that get it."""
        chosen = [account for account in self.accounts if account.pk in words.variants]
        shared = [account.kind for account in chosen if not words.variants[account.pk]]
        if words.text.strip() and (shared or not chosen):
            yield "text", "", words.text, shared
        for account in chosen:
            own = words.variants[account.pk]
            if own:
                yield own_field(account.pk), account.name, own, [account.kind]

    def rooms(self, words: Words) -> list[Room]:
        """How each account counts the text that it would get."""
        return [
            room_on(
                account, words.variants.get(account.pk) or words.text, is_chosen=account.pk in words.variants
            )
            for account in self.accounts
        ]


def _judged(setting: Setting, text: str, kinds: list[str]) -> Judged:
    return merged(list(judge(setting, text, kinds or [None]).values()))
