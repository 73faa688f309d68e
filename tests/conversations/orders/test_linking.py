"""An order stands beside a customer who gave its number or said yes, and beside nobody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django_scopes import scope

from conftest import NOW
from conversations.cast import ANGRY, de_wit, met, waiting
from conversations.orders.cast import DELIVERED, NEW, SENT, STORY, told
from toonbank.conversations.casebook import Case
from toonbank.conversations.cases import follow
from toonbank.conversations.casesheet import FactLine, add_fact, add_order
from toonbank.conversations.keeping import keep_tidy
from toonbank.conversations.orders.linking import link, linked_to, purchases_of
from toonbank.conversations.orders.models import Order
from toonbank.conversations.people import person_panel_of
from toonbank.conversations.people.erasing import erase, preview_of
from toonbank.conversations.people.exporting import everything_of
from toonbank.core.errors import BadInput, NotAllowed
from toonbank.ledger.models import Entry
from toonbank.relations.keeping import months_before
from toonbank.relations.merging import merge, undo_merge
from toonbank.relations.models import Contact
from toonbank.relations.remembering import unlink_customer
from toonbank.shops.models import Shop

OTHER = NEW | {"order": "1008", "lines": [{"what": "Muts", "count": 2}], "at": "2026-11-10T09:00:00Z"}
FOREIGN = NEW | {"order": "2001", "customer": "K-12", "email": "rob@post.example"}


@pytest.fixture
def shop_system(jas_shop):
    """Two orders of Mevrouw De Wit are known, and one of Rob."""
    told(jas_shop, *STORY, OTHER, FOREIGN)


def linked(contact, member, number, ground="told"):
    link(contact, member, ground=ground, why="gaf het in haar bericht", number=number, now=NOW)
    contact.refresh_from_db()
    return contact


def numbers(contact):
    return [line.number for line in purchases_of(contact).lines]


def test_without_a_link_nothing_is_shown_or_even_asked(
    shop_system, jas_shop, square, django_assert_num_queries
):
    talk = waiting(jas_shop, square)
    assert purchases_of(None) is None
    person_panel_of(talk, NOW)  # the first time Django asks what the database can
    with django_assert_num_queries(1):
        assert person_panel_of(talk, NOW).purchases is None


def test_who_gave_an_order_number_has_that_order_beside_them_and_no_other(
    shop_system, jas_shop, noor, square
):
    linked(de_wit(jas_shop), noor, " #1007 ")
    panel = person_panel_of(waiting(jas_shop, square), NOW)
    assert [line.number for line in panel.purchases.lines] == ["1007"]
    assert panel.purchases.ground == "told"


@pytest.mark.parametrize("number", ["K-77", "k-77", "dewit@post.example", "DeWit@Post.example "])
def test_with_consent_all_orders_of_that_customer_stand_there_the_newest_first(
    shop_system, jas_shop, noor, number
):
    assert numbers(linked(de_wit(jas_shop), noor, number, "consent")) == ["1008", "1007"]


@pytest.mark.parametrize(
    ("number", "ground"),
    [
        ("K-77", "told"),  # a customer number opens nothing without consent
        ("dewit@post.example", "told"),
        ("1007", "consent"),  # and an order number is nobody's customer number
        ("Mevrouw De Wit", "told"),
        ("Mevrouw De Wit", "consent"),
        ("100", "told"),
        ("10070", "told"),
        ("%", "told"),
        ("K-7", "consent"),
    ],
)
def test_nothing_is_guessed(shop_system, jas_shop, noor, number, ground):
    found = purchases_of(linked(de_wit(jas_shop), noor, number, ground))
    assert (found.lines, found.why_none) == ((), "not known")


def test_a_customer_number_that_is_another_customers_order_number_opens_only_its_own(jas_shop, noor):
    told(jas_shop, NEW | {"order": "1007", "customer": "55"}, NEW | {"order": "55", "customer": "99"})
    assert numbers(linked(de_wit(jas_shop), noor, "55", "consent")) == ["1007"]
    assert numbers(linked(de_wit(jas_shop), noor, "55", "told")) == ["55"]


def test_an_order_without_customer_number_belongs_to_no_empty_one(jas_shop, noor):
    told(jas_shop, {"event": "order", "order": "1", "state": "new", "at": NEW["at"]})
    found = purchases_of(linked(de_wit(jas_shop), noor, " ", "consent"))
    assert (found.lines, found.why_none) == ((), "no number")


def test_where_nobody_brings_orders_that_is_said(jas_shop, noor):
    assert purchases_of(linked(de_wit(jas_shop), noor, "1007")).why_none == "nobody brings"


def test_an_order_of_another_shop_is_never_found(jas_shop, noor):
    other = Shop.objects.create(name="Hoedje", slug="hoedje")
    with scope(shop=other):
        told(other, *STORY)
    for number, ground in (("1007", "told"), ("K-77", "consent"), ("dewit@post.example", "consent")):
        assert purchases_of(linked(de_wit(jas_shop), noor, number, ground)).lines == ()


def test_the_link_is_taken_back_and_the_orders_vanish(shop_system, jas_shop, noor, square):
    contact = linked(de_wit(jas_shop), noor, "1007")
    unlink_customer(contact, noor, now=NOW)
    assert person_panel_of(waiting(jas_shop, square), NOW).purchases is None
    assert list(Entry.objects.order_by("pk").values_list("kind", flat=True)) == [
        "customer_linked",
        "customer_unlinked",
    ]


def test_who_only_looks_links_nobody(shop_system, jas_shop, hire):
    kim = hire(jas_shop, "Kim", "viewer")
    with pytest.raises(NotAllowed):
        link(de_wit(jas_shop), kim, ground="told", why="zomaar", number="1007", now=NOW)
    with pytest.raises(NotAllowed):
        unlink_customer(de_wit(jas_shop), kim, now=NOW)


def test_many_orders_are_counted_not_all_shown(jas_shop, noor):
    told(jas_shop, *[NEW | {"order": str(number)} for number in range(30)])
    found = purchases_of(linked(de_wit(jas_shop), noor, "K-77", "consent"))
    assert (len(found.lines), found.has_more) == (5, True)


def test_thirty_orders_cost_as_many_questions_as_one(jas_shop, noor, square, django_assert_num_queries):
    linked(de_wit(jas_shop), noor, "K-77", "consent")
    talk = waiting(jas_shop, square)
    for many in (1, 30):
        told(jas_shop, *[NEW | {"order": str(number)} for number in range(many)])
        with django_assert_num_queries(2):
            person_panel_of(talk, NOW)


def test_help_with_an_order_needs_its_number(shop_system, jas_shop, noor):
    with pytest.raises(BadInput):
        linked(de_wit(jas_shop), noor, " # ")
    assert purchases_of(de_wit(jas_shop)) is None


@pytest.fixture
def twice(shop_system, jas_shop, noor):
    """Mevrouw De Wit gave her number as A. de Wit on Mastodon; a colleague sees that the two are one."""
    kept, gone = de_wit(jas_shop), met(jas_shop, "A. de Wit", kind="mastodon")
    linked(gone, noor, "1007")
    return kept, gone, merge(kept, gone, noor, why="zei het zelf", now=NOW)


def again(contact):
    return purchases_of(Contact.objects.get(pk=contact.pk))


def test_the_link_goes_along_when_two_turn_out_to_be_one_and_comes_back(twice, noor):
    kept, gone, done = twice
    assert (again(kept).number, again(gone)) == ("1007", None)
    undo_merge(done, noor, now=NOW)
    assert (again(kept), again(gone).number) == (None, "1007")


def test_a_link_that_was_taken_back_does_not_return_when_the_two_are_parted(twice, noor):
    kept, gone, done = twice
    unlink_customer(kept, noor, now=NOW)
    undo_merge(done, noor, now=NOW)
    assert (again(kept), again(gone)) == (None, None)


def test_what_was_linked_since_stays_where_it_is(twice, noor):
    kept, gone, done = twice
    linked(kept, noor, "1008")
    undo_merge(done, noor, now=NOW)
    assert (again(kept).number, again(gone)) == ("1008", None)


def test_each_keeps_its_own_link_where_both_had_one_and_taking_back_takes_both(shop_system, jas_shop, noor):
    kept, gone = linked(de_wit(jas_shop), noor, "1008"), linked(met(jas_shop, "A. de Wit"), noor, "1007")
    done = merge(kept, gone, noor, why="zei het zelf", now=NOW)
    assert again(kept).number == "1008"
    unlink_customer(kept, noor, now=NOW)
    undo_merge(done, noor, now=NOW)
    assert (again(kept), again(gone)) == (None, None)


@pytest.fixture
def complaint(jas_shop, square):
    """Mevrouw De Wit is angry, and right."""
    conversation = waiting(jas_shop, square, ANGRY)
    follow([conversation], now=NOW)
    return Case.objects.select_related("conversation__contact").get()


def test_a_linked_order_goes_on_the_fact_sheet_with_its_source_and_moment(
    shop_system, jas_shop, noor, complaint
):
    linked(complaint.conversation.contact, noor, "1007")
    add_order(complaint, noor, "1007", now=NOW)
    (line,) = complaint.facts
    assert line["is"].startswith("1007: bezorgd op 6 november 2026. 1 × Wadloper, maat 98")
    assert (line["what"], line["ground"], line["source"]) == (
        "order",
        "gave",
        "een lijst, op 21 november 2026, 10:00",
    )


def test_a_newer_telling_takes_the_place_of_the_older_on_the_sheet(jas_shop, noor, complaint):
    told(jas_shop, NEW, SENT)
    linked(complaint.conversation.contact, noor, "1007")
    add_order(complaint, noor, "1007", now=NOW)
    told(jas_shop, DELIVERED, now=NOW + timedelta(hours=1))
    add_order(complaint, noor, "1007", now=NOW + timedelta(hours=1))
    (line,) = complaint.facts
    assert "bezorgd" in line["is"]
    assert "11:00" in line["source"]


def test_what_was_read_from_an_order_leaves_the_sheet_with_the_link_and_the_rest_stays(
    shop_system, jas_shop, noor, complaint
):
    contact = linked(complaint.conversation.contact, noor, "1007")
    add_order(complaint, noor, "1007", now=NOW)
    add_fact(complaint, noor, FactLine("goods", "De rits is kapot", "Bas"), now=NOW)
    unlink_customer(contact, noor, now=NOW)
    complaint.refresh_from_db()
    assert [line["is"] for line in complaint.facts] == ["De rits is kapot"]


def test_an_order_that_is_not_linked_goes_on_no_sheet(shop_system, jas_shop, noor, complaint):
    with pytest.raises(BadInput):
        add_order(complaint, noor, "1007", now=NOW)
    linked(complaint.conversation.contact, noor, "1007")
    complaint.conversation.contact.refresh_from_db()
    with pytest.raises(BadInput):
        add_order(complaint, noor, "2001", now=NOW)
    assert complaint.facts == []


def test_their_orders_are_in_the_file_of_a_person_and_nobody_elses(shop_system, jas_shop, noor):
    contact = linked(de_wit(jas_shop), noor, "K-77", "consent")
    book = everything_of(contact, NOW)
    assert [one["number"] for one in book["orders"]] == ["1007", "1008"]
    assert book["orders"][0]["lines"] == [[1, "Wadloper, maat 98"]]
    assert "mail_mark" not in str(book["orders"])
    assert everything_of(met(jas_shop, "Anke"), NOW)["orders"] == []


def test_who_is_erased_loses_the_link_and_the_copies_and_they_do_not_come_back(shop_system, jas_shop, noor):
    contact = linked(de_wit(jas_shop), noor, "1007")
    assert preview_of(contact).orders == 1
    erase(contact, noor, now=NOW)
    told(jas_shop, *STORY, now=NOW + timedelta(days=1))
    assert set(Order.objects.values_list("number", flat=True)) == {"1008", "2001"}


def test_erasing_one_person_leaves_the_order_beside_another(shop_system, jas_shop, noor):
    mistyped, hers = linked(met(jas_shop, "Anke"), noor, "#1007"), linked(de_wit(jas_shop), noor, "1007")
    preview = preview_of(mistyped)
    assert (preview.orders, preview.shared_orders) == (0, 1)
    erase(mistyped, noor, now=NOW)
    assert numbers(hers) == ["1007"]
    told(jas_shop, *STORY, now=NOW + timedelta(days=1))
    assert numbers(hers) == ["1007"]


@pytest.mark.parametrize("number", ["K-77", "dewit@post.example"])
def test_an_order_of_who_said_yes_is_spared_too(shop_system, jas_shop, noor, number):
    hers = linked(de_wit(jas_shop), noor, number, "consent")
    before = numbers(hers)
    erase(linked(met(jas_shop, "Anke"), noor, "1007"), noor, now=NOW)
    assert "1007" in before
    assert numbers(hers) == before


def test_when_both_are_erased_nothing_is_left_of_the_order(shop_system, jas_shop, noor):
    for contact in (linked(met(jas_shop, "Anke"), noor, "1007"), linked(de_wit(jas_shop), noor, "1007")):
        erase(contact, noor, now=NOW)
    assert not Order.objects.filter(number="1007").exists()


def test_linking_to_the_order_of_another_is_asked_once_more(shop_system, jas_shop, noor, door_of):
    hers, anke = linked(de_wit(jas_shop), noor, "K-77", "consent"), met(jas_shop, "Anke")
    door, address = door_of(noor), f"/s/jas/counter/people/{anke.pk}/known/"
    said = {"ground": "told", "why": "belde erover", "number": "1007"}
    page = door.post(address, said)
    assert (page.status_code, page.context["others"]) == (200, [hers])
    assert purchases_of(Contact.objects.get(pk=anke.pk)) is None
    door.post(address, said | {"sure": "yes"})
    assert numbers(Contact.objects.get(pk=anke.pk)) == ["1007"]


def test_linking_to_an_order_of_nobody_else_asks_nothing(shop_system, jas_shop, noor, door_of):
    linked(de_wit(jas_shop), noor, "1007")
    anke = met(jas_shop, "Anke")
    said = {"ground": "told", "why": "belde erover", "number": "1008"}
    assert door_of(noor).post(f"/s/jas/counter/people/{anke.pk}/known/", said).status_code == 302


def test_an_order_goes_when_the_shop_has_kept_it_long_enough(shop_system, jas_shop):
    assert "orders" not in keep_tidy(months_before(NOW, -23))
    assert keep_tidy(months_before(NOW, -25))["orders"] == 3
    assert not Order.objects.exists()


def test_a_number_given_for_help_is_forgotten_when_nothing_is_left_of_the_talk(jas_shop, square, noor):
    told_it, agreed = de_wit(jas_shop), met(jas_shop, "Anke")
    linked(told_it, noor, "1007")
    linked(agreed, noor, "K-5", "consent")
    waiting(jas_shop, square)
    keep_tidy(months_before(NOW, -23))
    assert Contact.objects.filter(known_ground="told").exists()
    keep_tidy(months_before(NOW, -25))
    assert list(Contact.objects.exclude(known_ground="").values_list("known_as", flat=True)) == ["K-5"]


@pytest.mark.parametrize(
    ("number", "ground", "index"),
    [
        ("1007", "told", "(shop_id=? AND number=?)"),
        ("K-77", "consent", "order_of_customer (shop_id=? AND customer=?)"),
        ("dewit@post.example", "consent", "order_by_mail (shop_id=? AND mail_mark=?)"),
    ],
)
def test_an_order_among_many_is_found_through_an_index(jas_shop, noor, number, ground, index):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by the size of the table")
    orders = linked_to([linked(de_wit(jas_shop), noor, number, ground)]).order_by("-last_at", "-pk")
    sql, params = orders.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        plan = [line[3] for line in cursor.fetchall()]
    assert index in plan[0], plan
    assert not any("TEMP B-TREE" in line for line in plan) or ground == "told"
