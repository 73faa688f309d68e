"""Amounts and moments as the pages of the evidence write them."""

from datetime import datetime

from django import template

from toonbank.evidence import wording

register = template.Library()


@register.filter
def money(cents: int | None) -> str:
    """2495 -> "24,95"; nothing when it is not known."""
    return "" if cents is None else wording.money(cents)


@register.filter
def number(value: int) -> str:
    """12400 -> "12.400" in Dutch."""
    return wording.number(value)


@register.filter
def moment(at: datetime | None) -> str:
    """ "09:12" today, "9 Nov 11:40" earlier this year, with the year before that."""
    return "" if at is None else wording.moment(at)


@register.filter
def said(words: dict[str, str]) -> str:
    """What was kept in both languages, in the reader's."""
    return wording.said(words)
