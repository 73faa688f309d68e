"""Numbers and moments in words, in the reader's language and on the shop's clock."""

from datetime import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language


def money(cents: int) -> str:
    """2495 -> "24,95" in Dutch, "24.95" in English; thousands apart."""
    return number_format(Decimal(cents) / 100, 2, use_l10n=True, force_grouping=True)


def number(value: int) -> str:
    """12400 -> "12.400" in Dutch."""
    return number_format(value, use_l10n=True, force_grouping=True)


def moment(at: datetime) -> str:
    """ "09:12" today, "9 nov 11:40" earlier this year, with the year before that."""
    here, now = timezone.localtime(at), timezone.localtime()
    if here.date() == now.date():
        return date_format(here, "H:i")
    told = date_format(here, "j M H:i" if here.year == now.year else "j M Y H:i")
    return told.lower() if get_language() == "nl" else told  # Dutch months are written small


def day(at: datetime) -> str:
    """ "23 augustus", with the year when it is another one."""
    here = timezone.localtime(at)
    return date_format(here, "j F" if here.year == timezone.localtime().year else "j F Y")


def said(words: dict[str, str]) -> str:
    """What was kept as {"nl": ..., "en": ...}, in the reader's language."""
    return words.get(get_language() or "nl") or words.get("en", "")
