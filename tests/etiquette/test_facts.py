"""Facts from JSON and back: every wrong field is named, with its value and what was expected."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.errors import BadInput
from toonbank.etiquette import Facts

EVERYTHING = {
    "now": "2026-11-21T10:00:00+01:00",
    "publish_at": "2026-11-21T12:00:00+01:00",
    "shop": {
        "name": "Jas",
        "country": "NL",
        "contacts": ["0575-555010"],
        "authors": 2,
        "promise": ["jassen"],
    },
    "products": [
        {
            "ref": "M-001",
            "names": ["muts Kleine Beer"],
            "stock": 41,
            "stock_at": "2026-11-21T09:12:00+01:00",
            "restock_on": "2026-12-04",
            "discontinued": False,
            "low_limit": 10,
            "price": 24.95,
            "price_history": [{"from": "2026-08-13", "to": None, "price": 24.95}],
            "perishable": False,
            "rrp": None,
            "sales_rank": 1,
        }
    ],
    "campaigns": [
        {
            "ref": "C-1",
            "offer": "sjaals",
            "percent": 25,
            "starts": "2026-11-14",
            "ends": "2026-11-29",
            "costs": 0.0,
        }
    ],
    "reviews": {
        "source": "Kiyoh",
        "count": 213,
        "average": 8.7,
        "scale": 10,
        "at": "2026-11-18",
        "quotes": [{"id": "118"}],
    },
    "counts": {"customers": None, "orders": 3950, "at": "2026-11-20"},
    "endorsements": [{"who": "krant", "paid": False, "until": "2027-01-01"}],
    "tests": [{"name": "wintertest", "licence_until": "2027-01-01"}],
    "marks": [{"name": "keurmerk", "valid_until": "2027-01-01"}],
    "proofs": [{"claim": "levertijd", "basis": "afspraak", "valid_until": "2027-01-01"}],
    "people": [
        {
            "name": "Mirjam",
            "role": "customer",
            "consent": {"name": True, "networks": ["mastodon"], "until": "2027-12-31"},
        }
    ],
    "media": [{"kind": "image", "people": "none", "rights": "own"}],
    "giveaway": {"prize_total": 50.0, "prizes": 1, "entry": ["comment"], "ends": "2026-12-05"},
    "thread": {"public": True, "messages": [{"from": "customer", "text": "Past hij?", "at": "2026-11-21"}]},
    "case": {"verdict": None, "solved": False},
    "attestations": [
        {"claim": "scarcity", "product": "", "value": 5, "who": "Noor", "at": "2026-11-21T09:10:00+01:00"}
    ],
    "archive": [{"text": "Hallo", "at": "2026-11-20", "kind": "give", "levers": ["scarcity"]}],
    "reply_archive": ["Dank je"],
    "automation": {"generated": False, "human_reviewed": True},
    "approval": {"by": "Noor", "at": "2026-11-21T09:00:00+01:00", "version_matches": True},
    "author": {"name": "Bas", "initials": "B"},
    "reader_gets": "",
    "threads": [{"label": "question", "received": "2026-11-20", "answered": None}],
    "giveaways": [{"draw_date": "2026-11-01", "winners_told": True}],
    "thresholds": {"stock_fresh_hours": 4, "posts_per_day": {"x": 2}},
}


def test_what_is_written_reads_as_the_same_facts():
    facts = Facts.from_json(EVERYTHING)
    assert Facts.from_json(facts.as_json()) == facts


def test_absent_is_unknown_and_empty_is_empty():
    assert Facts.from_json({}).products is None
    assert Facts.from_json({"products": []}).products == ()
    assert Facts.from_json({}).reader_gets is None
    assert Facts.from_json({"reader_gets": ""}).reader_gets == ""


def test_a_time_without_an_offset_is_on_the_shops_clock():
    assert Facts.from_json({"now": "2026-11-21T10:00:00"}).now == datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert Facts.from_json({"now": "2026-07-21T10:00:00"}).now == datetime(2026, 7, 21, 8, 0, tzinfo=UTC)


def test_a_shop_elsewhere_has_its_own_clock():
    facts = Facts.from_json({"now": "2026-11-21T10:00:00", "shop": {"zone": "Europe/Lisbon"}})
    assert facts.now == datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def test_until_a_day_means_until_its_end():
    (campaign,) = Facts.from_json({"campaigns": [{"ends": "2026-11-29"}]}).campaigns or ()
    assert campaign.ends_at is not None
    assert campaign.ends_at + timedelta(seconds=1) == datetime(2026, 11, 29, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("price", "cents"), [(49.95, 4995), (0.29, 29), (1250, 125000), (19.9, 1990), (1.005, 100)]
)
def test_prices_become_whole_cents(price, cents):
    (product,) = Facts.from_json({"products": [{"price": price}]}).products or ()
    assert product.price_cents == cents


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ({"prodcts": []}, 'Did you mean "products"?'),
        ({"products": {}}, "facts.products is {}"),
        ({"products": [{"stock": "41"}]}, "facts.products[0].stock is '41'"),
        ({"products": [{"stock": True}]}, "facts.products[0].stock is True"),
        ({"products": [{"stock": 1.5}]}, "facts.products[0].stock is 1.5"),
        ({"products": [{"price": -1}]}, "facts.products[0].price is -1"),
        ({"products": [{"price": float("nan")}]}, "facts.products[0].price is nan"),
        ({"products": [{"price": 10**400}]}, "facts.products[0].price is larger"),
        ({"products": [{"price_history": [{"price": 3}]}]}, 'a price with "price" and "from"'),
        (
            {"products": [{"price_history": [{"price": 3, "from": "gisteren"}]}]},
            "facts.products[0].price_history[0].from",
        ),
        ({"now": "0000-01-01"}, "facts.now is '0000-01-01'"),
        ({"now": 20261121}, "facts.now is 20261121"),
        ({"people": [{"role": "baas"}]}, "must be one of customer, staff"),
        ({"shop": {"zone": "Zutphen"}}, "facts.shop.zone is 'Zutphen'"),
        ({"shop": []}, "facts.shop is []"),
        ([], "facts is []"),
        (None, "facts is None"),
        ({"products": [None]}, "facts.products[0] is None"),
        ({"thread": {"messages": [{"frm": ""}]}}, 'facts.thread.messages[0] has no field "frm"'),
    ],
)
def test_a_wrong_field_is_named(content, path):
    with pytest.raises(BadInput) as trouble:
        Facts.from_json(content)
    assert path in str(trouble.value)
    assert "\n" not in str(trouble.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*EVERYTHING, "ref", "at", "price"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(json_values)
def test_anything_else_is_refused_in_one_line(content):
    try:
        facts = Facts.from_json(content)
    except BadInput as trouble:
        said = str(trouble)
    else:
        said = ""
        assert Facts.from_json(facts.as_json()) == facts
    assert "\n" not in said
