"""The few tags that every page uses."""

from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.base import FilterExpression, Node, Parser, TextNode, Token, Variable
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.translation import get_language
from heroicons.templatetags import heroicons

from toonbank.shops import desk
from toonbank.shops.models import Member

register = template.Library()


@register.simple_tag(takes_context=True)
def at(context: Context, page: str, *args: object) -> str:
    """The address of a page inside the shop of this page: `{% at 'posts:read' post.pk %}`."""
    return desk.at(context["request"].shop, page, *args)


class Phrase(TranslateNode):
    """`{% translate "..." %}` of a text that stands in the template: looked up once in each language, not on every page."""

    def __init__(self, *args: Any) -> None:  # as Django's own
        super().__init__(*args)
        is_plain = (
            self.asvar is None and self.message_context is None and _is_constant(self.filter_expression)
        )
        self.known: dict[tuple[str | None, bool], str] | None = {} if is_plain else None

    def render(self, context: Context) -> str:
        """The text in the language of this page."""
        if self.known is None:
            return super().render(context)
        key = (get_language(), context.autoescape)
        if key not in self.known:
            self.known[key] = super().render(context)
        return self.known[key]


@register.tag
def translate(parser: Parser, token: Token) -> Phrase:
    """Django's own tag, written the same, which takes a twentieth of the time of a page."""
    node = do_translate(parser, token)
    return Phrase(node.filter_expression, node.noop, node.asvar, node.message_context)


@register.tag
def heroicon_outline(parser: Parser, token: Token) -> Node:
    """The icon of the package; one whose name stands in the template is drawn when that is read."""
    node = _late(parser, token)
    if all(map(_is_constant, [*node.args, *node.kwargs.values()])):
        return TextNode(node.render(Context()))
    return node


_library = template.Library()


@_library.simple_tag
def _icon(name: str, *, size: int = 24, **attrs: str) -> str:
    return _drawn(name, size, tuple(attrs.items()))


_late = _library.tags["_icon"]


def _is_constant(written: FilterExpression) -> bool:
    is_open = isinstance(written.var, Variable) and written.var.lookups is not None
    return not is_open and not written.filters


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, attrs: tuple[tuple[str, str], ...]) -> str:
    """Drawn once: a long page shows the same few a hundred times, and each takes a parse."""
    drawn: str = heroicons.heroicon_outline(name, size=size, **dict(attrs))
    return drawn


@register.filter
def may(member: Member, deed: str) -> bool:
    """Whether this member may do it: `{% if member|may:"keep_evidence" %}`."""
    return member.may(deed)
