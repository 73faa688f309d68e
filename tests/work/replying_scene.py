"""Answers for the kill drill: people who asked something, and a person who answered each of them just now."""

from toonbank.shops.models import Account, Member, Shop


def answer_each(shop: Shop, noor: Member, account: Account, count: int) -> None:
    """So many questions on this account, each with an answer that is due at once."""
    from django.utils import timezone

    from conversations.cast import met, said
    from toonbank.conversations.replying import ReplyWords, reply

    for number in range(count):
        now = timezone.now()
        who = met(shop, f"Klant {number:03}", kind=account.kind, at=now)
        asked = said(shop, account, f"Hoe lang is jas J{number:03}?", at=now, contact=who)
        words = ReplyWords(
            f"Jas J{number:03} is {80 + number % 30} cm lang, tot de knie. Groet, Noor", seen=asked.pk
        )
        reply(asked.conversation, noor, words, now=now)
