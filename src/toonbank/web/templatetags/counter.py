"""The few tags that every page uses."""

from functools import lru_cache

from django import template
from django.template import Context
from heroicons.templatetags import heroicons

from toonbank.shops import desk
from toonbank.shops.models import Member

register = template.Library()


@register.simple_tag(takes_context=True)
def at(context: Context, page: str, *args: object) -> str:
    """The address of a page inside the shop of this page: `{% at 'posts:read' post.pk %}`."""
    return desk.at(context["request"].shop, page, *args)


@register.simple_tag
def heroicon_outline(name: str, *, size: int = 24, **attrs: str) -> str:
    """The icon of the package, drawn once: a long page shows the same few a hundred times, and each takes a parse."""
    return _drawn(name, size, tuple(attrs.items()))


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, attrs: tuple[tuple[str, str], ...]) -> str:
    drawn: str = heroicons.heroicon_outline(name, size=size, **dict(attrs))
    return drawn


@register.filter
def may(member: Member, deed: str) -> bool:
    """Whether this member may do it: `{% if member|may:"keep_evidence" %}`."""
    return member.may(deed)
