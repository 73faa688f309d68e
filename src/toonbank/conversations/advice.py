"""Free advice: what one month taught the shop."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from toonbank.conversations.casebook import Cause, Improvement
from toonbank.conversations.causes import (
    ORDER,
    CauseBar,
    Month,
    MonthBar,
    cause_bars,
    causes_by_month,
    month_bars,
)
from toonbank.conversations.models import Conversation
from toonbank.shops.models import Shop

MOST_CRITICISM = 20
NOT_SAID = gettext_lazy("not said yet")


def cause_word(cause: str) -> str | Promise:
    """A cause on the screen."""
    return Cause(cause).label if cause else NOT_SAID


@dataclass(frozen=True)
class MonthPage:
    """All that the page of a month shows."""

    first: date
    months: list[Month]
    causes: list[tuple[str | Promise, CauseBar]]
    bars: list[MonthBar]
    criticism: list[Conversation]
    improvements: list[Improvement]
    previous: date
    following: date | None

    @property
    def now(self) -> Month:
        """This month."""
        return self.months[-1]

    @property
    def before(self) -> Month:
        """The month before."""
        return self.months[-2]

    @property
    def listed(self) -> list[Month]:
        """The months of the table, the newest first: from the first complaint on, and this one in any case."""
        begin = next((place for place, month in enumerate(self.months) if month.total), len(self.months) - 1)
        return self.months[begin:][::-1]

    @property
    def head(self) -> list[str | Promise]:
        """The head of the table."""
        return [cause_word(cause) for cause in ORDER]

    @property
    def message(self) -> str:
        """What the drawing says, in a sentence."""
        total = self.now.total
        if not total:
            return _("No complaints in this month.")
        said = ngettext("%(n)d complaint", "%(n)d complaints", total) % {"n": total}
        named = Counter({cause: n for cause, n in self.now.by_cause.items() if cause})
        if not named:
            return _("%(said)s; nobody wrote down yet what they came from.") % {"said": said}
        unsaid = self.now.by_cause[""]
        if unsaid >= named.total():
            return _("%(said)s; of %(unsaid)d nobody wrote down yet what they came from.") % {
                "said": said,
                "unsaid": unsaid,
            }
        (cause, most), *others = named.most_common(2)
        if others and others[0][1] == most:
            return _("%(said)s, from several causes.") % {"said": said}
        return _("%(said)s, most of them from: %(cause)s.") % {"said": said, "cause": cause_word(cause)}

    @property
    def spoken(self) -> str:
        """The drawing for who cannot see it."""
        parts = [
            _("%(cause)s %(now)d, the month before %(before)d")
            % {"cause": word, "now": bar.now, "before": bar.before}
            for word, bar in self.causes
        ]
        return _("Complaints by cause: %(parts)s.") % {"parts": "; ".join(parts)}


def month_page(shop: Shop, first: date, begin: datetime, today: date) -> MonthPage:
    """The page of the month that begins on `first`; `begin` is that moment on the shop's clock. Four queries."""
    following = (first + timedelta(days=32)).replace(day=1)
    end = datetime.combine(following, time(), shop.clock)
    months = causes_by_month(shop, first)
    bars = cause_bars(months[-1], months[-2])
    return MonthPage(
        first,
        months,
        [(cause_word(bar.cause), bar) for bar in bars],
        month_bars(months),
        _criticism(begin, end),
        _improvements(begin, end),
        (first - timedelta(days=1)).replace(day=1),
        following if following <= today else None,
    )


def _criticism(begin: datetime, end: datetime) -> list[Conversation]:
    """Conversations of criticism that went on in that month."""
    found = Conversation.objects.filter(label="criticism", last_at__gte=begin, began_at__lt=end)
    return list(found.prefetch_related("improvements").order_by("-last_at", "-pk")[:MOST_CRITICISM])


def _improvements(begin: datetime, end: datetime) -> list[Improvement]:
    made = Q(made_at__gte=begin, made_at__lt=end)
    done = Q(done_at__gte=begin, done_at__lt=end)
    return list(
        Improvement.objects.filter(made | done).select_related("owner__person").order_by("due_on", "pk")[:30]
    )
