"""Many complaints at once: noticed when they are a storm, not when they are a busy day; a person chooses what waits."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW
from conversations.cast import met, waiting
from toonbank.conversations.casebook import Storm
from toonbank.conversations.storming import WINDOW, Heard, find_storms, telling_words
from toonbank.conversations.storms import about_in_words, complaints_of, planned_posts, settle, watch
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.evidence.models import Promotion
from toonbank.evidence.promoting import Offer, make_promotion
from toonbank.ledger.models import Entry
from toonbank.posts.approving import approve
from toonbank.posts.drafting import Words, start_post, submit
from toonbank.posts.models import Delivery

_numbers = count(100)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ZIPS = (
    "De rits van de Wad is na een week kapot.",
    "Rits kapot, wat een rommel.",
    "Mijn Wad kwam met een kapotte rits.",
    "De ritsen van deze jas gaan niet dicht.",
    "Weer een rits stuk bij ons.",
    "Rits van de jas van mijn dochter stuk.",
)
CALM = "Muts Kleine Beer wassen? Op 30 graden in een kussensloop, dan vilt hij niet."
OTHERS = (
    "Mijn pakket is nog niet bezorgd.",
    "Jullie rekenden te veel verzendkosten.",
    "De verkoopster was onvriendelijk tegen mijn moeder.",
    "Ik kreeg twee linkerschoenen.",
    "Op de website stond een verkeerde prijs.",
    "Niemand neemt de telefoon op.",
    "De paskamer was vies.",
    "De kleur is anders dan op de foto.",
)


def heard(texts, *, at=NOW, every=5 * MINUTE, who=None, post=None):
    """Complaints, one every few minutes, each by somebody else unless `who` is given."""
    return [
        Heard(at + n * every, who or f"klant {n} {text[:4]}", telling_words(text), post)
        for n, text in enumerate(texts)
    ]


def test_six_broken_zips_in_half_an_hour_are_a_storm():
    (storm,) = find_storms(heard(ZIPS), [])
    assert "rits" in storm.about.split()
    assert len(storm.heard) == 6


def test_a_busy_monday_is_no_storm():
    assert find_storms(heard(OTHERS), []) == []


def test_one_angry_customer_is_no_storm():
    assert find_storms(heard(ZIPS * 3, who="mevrouw De Wit"), []) == []


def test_four_complaints_may_be_chance():
    assert find_storms(heard(ZIPS[:4]), []) == []


def test_what_this_shop_hears_every_week_is_no_storm():
    late = ["Mijn pakket is er nog niet."] * 6
    used_to = [one for week in range(1, 4) for one in heard(late, at=NOW - week * 7 * DAY)]
    assert find_storms(heard(late), used_to) == []
    assert find_storms(heard(late * 2), used_to) != []  # twice the busiest afternoon is one after all


def test_a_storm_of_earlier_weeks_about_something_else_hides_nothing():
    used_to = heard(["Pakket weer te laat."] * 40, at=NOW - 7 * DAY)
    assert len(find_storms(heard(ZIPS), used_to)) == 1


def test_two_storms_at_once_are_two():
    late = [f"Pakket {n} niet bezorgd." for n in ("een", "twee", "drie", "vier", "vijf", "zes")]
    storms = find_storms(heard(ZIPS) + heard(late), [])
    assert {"rits", "pakket"} <= {word for one in storms for word in one.about.split()}


def test_many_below_one_post_are_a_storm_whatever_their_words():
    (storm,) = find_storms(heard(OTHERS, post=12), [])
    assert storm.about == "post:12"


def test_words_that_say_nothing_make_no_storm():
    empty = [
        "Ik vind dit echt heel slecht van jullie winkel.",
        "Jullie hebben weer niets gedaan voor klanten.",
        "Wat een slechte winkel, echt nooit meer.",
        "Nooit meer deze winkel voor mij, jammer.",
        "Heel jammer, maar ik kom nooit meer terug.",
        "Slechte winkel, jammer dat het zo gaat.",
    ]
    assert find_storms(heard(empty), []) == []


@given(
    st.lists(
        st.tuples(
            st.integers(0, 359),
            st.sampled_from("abcdef"),
            st.sets(st.sampled_from(["rits", "pakket", "kleur"])),
        ),
        max_size=30,
    )
)
def test_every_storm_has_enough_complaints_by_enough_people(rows):
    recent = [Heard(NOW + at * MINUTE, who, frozenset(words)) for at, who, words in rows]
    storms = find_storms(recent, [])
    for storm in storms:
        assert len(storm.heard) >= 5
        assert len({one.who for one in storm.heard}) >= 4
    assert sum(len(one.heard) for one in storms) <= len(recent)


@given(st.lists(st.sampled_from(OTHERS), max_size=12), st.lists(st.sampled_from(ZIPS), max_size=12))
def test_more_of_it_before_never_makes_a_storm_of_it_now(before, now):
    recent, earlier = heard(now), heard(before + now, at=NOW - 10 * DAY)
    assert len(find_storms(recent, earlier)) <= len(find_storms(recent, []))


def storm_breaks(shop, account, texts=ZIPS, at=NOW):
    """These complaints come in, by as many people."""
    for n, text in enumerate(texts):
        somebody = met(shop, f"Klant {next(_numbers)}", at=at)
        waiting(shop, account, text, at=at + n * MINUTE, contact=somebody, label="complaint-implicit")


@pytest.fixture
def storm(jas_shop, square):
    """Six broken zips."""
    storm_breaks(jas_shop, square)
    (row,) = watch(jas_shop, now=NOW + 10 * MINUTE)
    return row


@pytest.fixture
def plan(jas_shop, square, noor, bas):
    """A post of Bas that goes out on Monday, with Noor's yes."""

    def say(text):
        words = {"plan_at": NOW + 2 * DAY, "reader_gets": "iets", "variants": {square.pk: ""}}
        post = submit(start_post(jas_shop, bas, Words(text=text, **words), now=NOW), bas, now=NOW)
        approve(post, noor, version=post.version, now=NOW)
        return post

    return say


@pytest.fixture
def planned(plan):
    """An offer and a tip."""
    return plan(CALM), plan("Nieuwe mutsen te koop in de winkel, kom langs.")


def test_a_storm_is_kept_once_and_grows(jas_shop, square, storm):
    assert watch(jas_shop, now=NOW + 20 * MINUTE) == []
    storm_breaks(jas_shop, square, at=NOW + 30 * MINUTE)
    assert watch(jas_shop, now=NOW + 40 * MINUTE) == []
    assert Storm.objects.get().count == 12


def test_the_complaints_that_make_it_are_shown_and_no_others(jas_shop, square, storm):
    waiting(jas_shop, square, OTHERS[0], at=NOW + MINUTE, label="complaint-implicit")
    assert len(complaints_of(storm)) == 6


def test_praise_makes_no_storm(jas_shop, square):
    for n in range(8):
        somebody = met(jas_shop, f"Klant {n}")
        waiting(
            jas_shop, square, "Wat een fijne rits!", at=NOW + n * MINUTE, contact=somebody, label="compliment"
        )
    assert watch(jas_shop, now=NOW + 10 * MINUTE) == []


def test_what_was_settled_is_not_noticed_again_the_same_day(jas_shop, square, storm, noor):
    settle(storm, noor, pause=[], now=NOW + 11 * MINUTE)
    storm_breaks(jas_shop, square, ZIPS[:2], at=NOW + 30 * MINUTE)
    assert watch(jas_shop, now=NOW + 40 * MINUTE) == []
    storm_breaks(jas_shop, square, ZIPS, at=NOW + 60 * MINUTE)
    assert len(watch(jas_shop, now=NOW + 70 * MINUTE)) == 1  # but twice as large it is


def test_what_asks_something_is_proposed_and_stands_first(planned):
    tip, offer = planned
    found = planned_posts(NOW)
    assert [(one.post, one.is_proposed) for one in found] == [(offer, True), (tip, False)]


@pytest.fixture
def wool_week(jas_shop, noor):
    offer = Offer("Wolweek: 10 % op alle truien", starts_at=NOW - DAY, ends_at=NOW + 7 * DAY, percent=10)
    return make_promotion(jas_shop, noor, offer, now=NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Deze week twee sjaals halen, een betalen.",
        "All week: bring an old coat and a fifth comes off your new one.",
        "Het is Wolweek bij ons. Tot dan!",
        "It is wolweek at our place. See you then!",
    ],
)
def test_what_sells_in_other_words_is_proposed_too(plan, wool_week, text):
    plan(text)
    assert [one.is_proposed for one in planned_posts(NOW)] == [True]


@pytest.mark.parametrize("text", [CALM, "Mending wool: wash it cold and dry it flat."])
def test_what_only_helps_is_not_proposed(plan, wool_week, text):
    plan(text)
    assert [one.is_proposed for one in planned_posts(NOW)] == [False]


def test_an_offer_that_is_over_or_withdrawn_makes_no_post_of_its_name_an_offer(plan, wool_week):
    plan("Het was Wolweek bij ons. Fijn dat jullie er waren.")
    Promotion.objects.update(withdrawn_at=NOW)
    assert [one.is_proposed for one in planned_posts(NOW)] == [False]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "6 klachten binnen een minuut, 21 november, 10:00."),
        (50, "6 klachten tussen 21 november, 10:00 en 10:50."),
        (20 * 60, "6 klachten tussen 21 november, 10:00 en 22 november, 06:00."),
    ],
)
def test_the_page_names_a_minute_once_and_a_day_too(storm, noor, door_of, minutes, said):
    Storm.objects.update(began_at=NOW, last_at=NOW + minutes * MINUTE)
    assert said in door_of(noor).get(f"/s/jas/counter/storms/{storm.pk}/").content.decode()


def test_nothing_stops_by_itself(storm, planned):
    assert set(Delivery.objects.values_list("state", flat=True)) == {"planned"}


def test_noor_lets_the_offer_wait_and_the_tip_go(storm, planned, noor):
    tip, offer = planned
    settle(storm, noor, pause=[offer.pk], now=NOW)
    assert (tip.deliveries.get().state, offer.deliveries.get().state) == ("planned", "held")
    assert offer.deliveries.get().held_why == {"why": "paused"}
    assert Entry.objects.filter(kind="storm_settled").get().payload["posts"] == [offer.pk]


def test_what_is_not_planned_any_more_changes_nothing_at_all(storm, planned, noor):
    with pytest.raises(BadInput):
        settle(storm, noor, pause=[planned[1].pk, 999_999], now=NOW)
    assert Storm.objects.get().settled_at is None
    assert set(Delivery.objects.values_list("state", flat=True)) == {"planned"}


def test_two_people_settle_it_once(storm, noor, bas):
    settle(storm, noor, pause=[], now=NOW)
    with pytest.raises(Overtaken):
        settle(storm, bas, pause=[], now=NOW)


def test_who_only_looks_lets_nothing_wait(storm, hire, jas_shop):
    with pytest.raises(NotAllowed):
        settle(storm, hire(jas_shop, "Piet", "viewer"), pause=[], now=NOW)


def test_a_storm_of_another_shop_is_none_of_ours(storm, hire, door_of):
    from toonbank.shops.models import Shop

    other = Shop.objects.create(name="Pet", slug="pet")
    assert watch(other, now=NOW + 10 * MINUTE) == []
    assert door_of(hire(other, "Eva", "owner")).get(f"/s/pet/counter/storms/{storm.pk}/").status_code == 404


def test_the_page_wants_a_choice_and_keeps_it(storm, noor, door_of):
    door, address = door_of(noor), f"/s/jas/counter/storms/{storm.pk}/settle/"
    assert door.post(address, {"do": "pause"}).status_code == 400
    assert Storm.objects.get().settled_at is None
    door.post(address, {"do": "none"})
    assert Storm.objects.get().settled_as == "not needed"


def test_its_name_can_be_read():
    assert about_in_words("rits wad") == "‘rits’, ‘wad’"


@pytest.mark.parametrize("page", ["", "one"])
def test_pages_ask_as_little_however_many_complain(jas_shop, square, storm, noor, door_of, page):
    door, asked = door_of(noor), []
    address = f"/s/jas/counter/storms/{storm.pk}/" if page else "/s/jas/counter/storms/"
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            assert door.get(address).status_code == 200
        asked.append(len(seen))
        storm_breaks(jas_shop, square, ZIPS * 4, at=NOW + 30 * MINUTE)
        Storm.objects.bulk_create(
            Storm(
                shop=jas_shop,
                about=f"woord{next(_numbers)}",
                count=5,
                began_at=NOW - n * DAY,
                last_at=NOW - n * DAY,
            )
            for n in range(1, 20)
        )
    assert asked[0] == asked[1] <= 10


def test_looking_for_a_storm_costs_one_question_on_most_days(jas_shop, square, django_assert_num_queries):
    storm_breaks(jas_shop, square, OTHERS)
    with django_assert_num_queries(1):
        watch(jas_shop, now=NOW + WINDOW / 2)
