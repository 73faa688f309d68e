"""The measures that a shop may set for itself, with our own as default (`domain/rules.md` calls them thresholds)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

POSTS_PER_DAY = {
    "facebook": 2,
    "instagram": 2,
    "linkedin": 1,
    "x": 5,
    "mastodon": 4,
    "bluesky": 5,
    "threads": 4,
    "google_business": 1,
    "square": 50,  # the practice square is there to try things on: nobody tires of it
}
GAP_MINUTES = {"facebook": 120, "instagram": 120, "linkedin": 120, "square": 0}
COMPLAINT_MINUTES = {
    "danger": 30,
    "legal-press": 120,
    "complaint-blame": 60,
    "complaint-accusation": 120,
    "complaint-disapproval": 240,
    "complaint-implicit": 240,
}
HASHTAGS = {"instagram": 5, "tiktok": 5}


@dataclass(frozen=True)
class Thresholds:
    """How strict the rules are. Shares are parts of one; what the law fixes is marked so."""

    # stock
    stock_fresh_hours: float = 24
    low_stock_pieces: int = 10
    low_stock_share: float = 0.10
    stock_tolerance_share: float = 0.10
    scarcity_per_product_days: int = 14
    pressure_share: float = 0.10
    pressure_share_days: int = 28
    pressure_share_posts: int = 10
    # offers and prices
    extensions: int = 1
    restart_pause_days: int = 30
    price_window_days: int = 30  # law
    price_fresh_days: int = 7  # a price seen longer ago proves and denies nothing
    progressive_months: int = 3  # law, the Netherlands
    arithmetic_share: float = 0.01
    arithmetic_cents: int = 5
    rrp_fresh_days: int = 365
    bait_stock_pieces: int = 5
    bait_stock_share: float = 0.5  # of what earlier offers sold on average
    # what others do and say
    count_rounding_share: float = 0.05
    review_fresh_days: int = 7
    count_fresh_days: int = 30
    endorsement_uses: int = 3
    endorsement_days: int = 28
    # giving and asking
    give_per_ask: float = 3
    give_ask_days: int = 28
    give_ask_posts: int = 8
    give_only_posts: int = 10
    off_promise_share: float = 0.20
    off_promise_days: int = 28
    off_promise_posts: int = 5
    self_important_share: float = 0.60
    self_important_days: int = 28
    self_important_posts: int = 5
    # how much, how often
    posts_per_day: Mapping[str, int] = field(default_factory=lambda: dict(POSTS_PER_DAY))
    posts_per_day_elsewhere: int = 5
    hard_cap_times: float = 3
    gap_minutes: Mapping[str, int] = field(default_factory=lambda: dict(GAP_MINUTES))
    gap_minutes_elsewhere: int = 30
    similar_posts_share: float = 0.85
    similar_replies_share: float = 0.80
    hashtags: Mapping[str, int] = field(default_factory=lambda: dict(HASHTAGS))
    hashtags_elsewhere: int = 3
    # The network's own limit.
    hashtags_hard: Mapping[str, int] = field(default_factory=lambda: dict(HASHTAGS))
    duplicate_days: int = 60
    # answering
    first_answer_hours: float = 4
    first_answer_always_hours: float = 24
    first_answer_days: int = 7
    first_answer_items: int = 5
    complaint_clock_minutes: Mapping[str, int] = field(default_factory=lambda: dict(COMPLAINT_MINUTES))
    complaint_waits_hours: float = 24  # posts should stop while a complaint waits longer
    answering_from_hour: float = 9
    answering_until_hour: float = 19
    answering_weekdays: int = 6  # counted from Monday
    take_down_days: int = 3
    approval_days: int = 14
    # giving away
    prize_delivery_weeks: int = 6
