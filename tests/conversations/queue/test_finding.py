"""Words find messages: within one shop, newest first, at once, and whatever was typed."""

import pytest
from django.db import connection
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.cast import said
from toonbank.conversations.finding import around, folded, marked, matching, words_in
from toonbank.conversations.models import Message
from toonbank.shops.models import Shop


def found(shop, asked, **more):
    return matching(shop, words_in(asked), **{"below": None, "most": 50} | more)


@pytest.fixture
def zip_broke(jas_shop, square):
    return said(jas_shop, square, "De rits van de Wad is na twee weken kapot.")


def test_all_words_must_stand_there_in_any_order(jas_shop, zip_broke):
    assert found(jas_shop, "kapot rits") == [zip_broke.pk]
    assert found(jas_shop, "kapot muts") == []


def test_the_last_word_may_be_a_beginning(jas_shop, zip_broke):
    assert found(jas_shop, "rits kapo") == [zip_broke.pk]


def test_the_first_words_are_whole(jas_shop, zip_broke):
    assert found(jas_shop, "kapo rits") == []


@pytest.mark.parametrize("asked", ["café", "CAFE", "cafe\u0301", "Cafe"])
def test_accents_and_capitals_make_no_difference(asked, jas_shop, square):
    one = said(jas_shop, square, "Tot zo in het Café naast jullie")
    other = said(jas_shop, square, "Tot zo in het cafe\u0301")
    assert found(jas_shop, asked) == [other.pk, one.pk]


def test_the_newest_come_first_and_one_can_go_on(jas_shop, square):
    first, second, third = (said(jas_shop, square, f"Bestelling {number}").pk for number in range(3))
    assert found(jas_shop, "bestelling", most=2) == [third, second]
    assert found(jas_shop, "bestelling", most=2, below=second) == [first]


def test_another_shop_finds_nothing_of_ours(jas_shop, zip_broke):
    other = Shop.objects.create(name="Muts", slug="muts")
    assert found(other, "rits") == []
    with scope(shop=other):
        own = said(other, None, "Mijn rits hapert")
    assert found(other, "rits") == [own.pk]
    assert found(jas_shop, "rits") == [zip_broke.pk]


def test_what_was_edited_is_found_by_its_new_words(jas_shop, zip_broke):
    Message.objects.filter(pk=zip_broke.pk).update(text="De knoop is eraf.")
    assert (found(jas_shop, "rits"), found(jas_shop, "knoop")) == ([], [zip_broke.pk])


def test_what_was_deleted_there_is_no_longer_found(jas_shop, zip_broke):
    Message.objects.filter(pk=zip_broke.pk).update(deleted_at=zip_broke.at)
    assert found(jas_shop, "rits") == []
    Message.objects.filter(pk=zip_broke.pk).update(deleted_at=None)
    assert found(jas_shop, "rits") == [zip_broke.pk]


def test_what_was_erased_leaves_no_word_in_the_index(jas_shop, zip_broke):
    zip_broke.delete()
    assert found(jas_shop, "rits") == []


def test_a_message_without_words_comes_goes_and_troubles_nobody(jas_shop, square):
    silent = said(jas_shop, square, "")
    Message.objects.filter(pk=silent.pk).update(text="toch iets")
    assert found(jas_shop, "toch") == [silent.pk]
    Message.objects.filter(pk=silent.pk).update(text="")
    silent.refresh_from_db()
    silent.delete()
    assert found(jas_shop, "toch") == []


def test_what_is_put_in_by_the_thousand_is_found(jas_shop, zip_broke):
    copies = Message.objects.bulk_create(
        Message(
            shop=jas_shop,
            conversation=zip_broke.conversation,
            remote_id=f"bulk-{number}",
            text=f"zeldzaam{number}",
            at=zip_broke.at,
            is_public=True,
        )
        for number in range(1000)
    )
    assert found(jas_shop, "zeldzaam777") == [copies[777].pk]


def test_addresses_numbers_and_hyphens_are_found_by_their_parts(jas_shop, square):
    one = said(
        jas_shop,
        square,
        "Zie https://jas.example/wad-128 of mail winkel@jas.example; 49,95 betaald via e-mail.",
    )
    for asked in ("wad", "128", "winkel@jas.example", "49,95", "e-mail", "jas.example/wad-128", "49 95"):
        assert found(jas_shop, asked) == [one.pk], asked


@pytest.mark.parametrize(
    "asked",
    [
        '"',
        "'",
        "*",
        "NEAR(a b)",
        "AND",
        "rits OR",
        "-rits",
        "a:b",
        "(",
        "\\",
        "%_",
        "\x00",
        "🧥",
        "^rits",
        "'; DROP TABLE x; --",
    ],
)
def test_odd_signs_are_no_commands(asked, jas_shop, zip_broke):
    assert found(jas_shop, asked) in ([], [zip_broke.pk])


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(asked=st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(asked, jas_shop):
    assert found(jas_shop, asked) == []


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60))
def test_what_was_said_is_found_by_each_of_its_words(text, jas_shop, square):
    letters = "".join(sign for sign in text if sign.isascii() or "à" <= sign <= "ž")
    message = said(jas_shop, square, letters or "leeg", label="chat", because=[], private=[])
    for word in words_in(letters):
        assert message.pk in found(jas_shop, word), word


def test_the_words_are_marked_as_they_were_typed():
    words = words_in("cafe rits")
    assert (
        marked("Een <b>Café</b> met ritsen", words)
        == "Een &lt;b&gt;<mark>Café</mark>&lt;/b&gt; met <mark>ritsen</mark>"
    )


def test_a_long_text_is_shown_around_its_word():
    shown = around("woord " * 100 + "rits " + "einde " * 50, words_in("rits"))
    assert "rits" in shown
    assert len(shown) < 200
    assert shown.startswith("…")


def test_folding_keeps_letters_and_drops_marks():
    assert folded("Één ÅNGSTRÖM") == "een angstrom"


def test_the_triggers_outlive_a_rebuilt_table(jas_shop, square, zip_broke):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has triggers here")
    from django.apps import apps

    from toonbank.conversations.indexing import keep_index

    with connection.cursor() as rows:
        rows.execute("DROP TRIGGER message_words_come")
    keep_index(sender=apps.get_app_config("conversations"), using="default")

    assert found(jas_shop, "knoop") == []
    button = said(jas_shop, square, "De knoop is eraf")
    assert found(jas_shop, "knoop") == [button.pk]
