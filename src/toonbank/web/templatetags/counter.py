"""The few tags that every page uses."""

from django import template
from django.template import Context

from toonbank.shops import desk
from toonbank.shops.models import Member

register = template.Library()


@register.simple_tag(takes_context=True)
def at(context: Context, page: str, *args: object) -> str:
    """The address of a page inside the shop of this page: `{% at 'posts:read' post.pk %}`."""
    return desk.at(context["request"].shop, page, *args)


@register.filter
def may(member: Member, deed: str) -> bool:
    """Whether this member may do it: `{% if member|may:"keep_evidence" %}`."""
    return member.may(deed)
