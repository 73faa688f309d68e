"""At the counter, in a real browser: two colleagues collide, and a day in one-minute mode by keyboard alone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from browser.looking import (
    COLOURS,
    axe_faults,
    in_the_other_language,
    lost_for_the_keyboard,
    too_small,
    too_wide,
)
from conversations.cast import ANGRY, ASKS, THANKS, answered, met, said, waiting
from toonbank.conversations.models import Conversation, Message, Wording
from toonbank.conversations.noting import write_note
from toonbank.conversations.papers import Note, Writing
from toonbank.conversations.saved import keep_reply
from toonbank.posts.models import Kind, Post
from toonbank.shops.models import Account

pytestmark = pytest.mark.django_db(transaction=True)

GOOD = "Dag Yusuf, de Merel valt normaal: tussen 38 en 40 in past 40 het best. Kom gerust passen. Noor"
OPEN_ALL = "all => all.forEach(one => { one.open = true })"


@pytest.fixture
def talk(jas_shop, square, bas):
    """Mevrouw De Wit, twice, with all that a message can have; a note of Bas between."""
    now = timezone.now()
    first = said(jas_shop, square, "De rits van de Wad loopt stroef.", at=now - timedelta(days=15))
    answered(first.conversation, bas, "Wat vervelend. Kom langs? Bas", at=now - timedelta(days=14))
    Conversation.objects.filter(pk=first.conversation_id).update(state="ours")
    first.conversation.refresh_from_db()
    text = f"{ANGRY} Bel 06-12345678."
    angry = said(
        jas_shop, square, text, conversation=first.conversation, at=now - timedelta(minutes=20), changed_at=now,
        url="https://plein.example/1",
    )  # fmt: skip
    Wording.objects.create(shop=jas_shop, message=angry, text="Bel 06-12345678!", until_at=now)
    said(jas_shop, square, "", conversation=first.conversation, at=now, deleted_at=now, label="chat")
    write_note(first.conversation, bas, "Vierde kapotte rits.", now=now)
    Conversation.objects.filter(pk=first.conversation_id).update(
        label=angry.label, severity=angry.severity, band=0, due_at=now + timedelta(minutes=18)
    )
    return first.conversation


def open_talk(page: Page, talk: Conversation) -> None:
    page.goto(f"/s/jas/counter/{talk.pk}/")
    expect(page.get_by_role("log", name="Het gesprek")).to_be_visible()


def test_every_page_of_a_talk_is_for_all(talk, jas_shop, square, bas, noor, window_of):
    keep_reply(
        jas_shop,
        bas,
        {"title": "Rits", "text": "Dag {name}, kom langs. {author}", "lang": "nl"},
        now=timezone.now(),
    )
    waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"), sort="direct")
    page, found = window_of(noor), []
    for address in (f"{talk.pk}/", "one-minute/", "saved/", f"{talk.pk}/saved/"):
        page.goto(f"/s/jas/counter/{address}")
        page.wait_for_load_state("networkidle")
        page.eval_on_selector_all("main details", OPEN_ALL)
        looks = axe_faults(page) + too_wide(page) + too_small(page) + lost_for_the_keyboard(page)
        for width in (768, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            looks += [f"at {width}: {fault}" for fault in too_wide(page) + too_small(page)]
            looks += [f"at {width}: {fault}" for fault in axe_faults(page)]
        page.emulate_media(color_scheme="dark")
        looks += [f"in the evening: {fault}" for fault in axe_faults(page, COLOURS)]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        found += [f"{address}: {fault}" for fault in looks]
    assert not found, "\n".join(found)


def test_the_counter_speaks_english_too(talk, jas_shop, square, bas, noor, window_of):
    noor.person.language = "en"
    noor.person.save()
    Account.objects.filter(pk=square.pk).update(name="Square")  # a name that the shop gave is not translated
    keep_reply(
        jas_shop, bas, {"title": "Zip", "text": "Hello {name}. {author}", "lang": "en"}, now=timezone.now()
    )
    waiting(jas_shop, square, ASKS, contact=met(jas_shop, "Yusuf"), sort="direct")
    waiting(jas_shop, square, "Koop nu volgers", contact=met(jas_shop, "Vlug"), label="spam-abuse")
    page, found = window_of(noor, width=320), []
    rows = (
        "",
        "?place=settled",
        "?place=theirs",
        "?place=aside",
        "?words=rits",
        "?words=xylophone",
        "?band=2",
    )
    for address in (*rows, f"{talk.pk}/", f"{talk.pk}/case/", f"{talk.pk}/saved/", "one-minute/", "saved/"):
        page.goto(f"/s/jas/counter/{address}")
        page.wait_for_load_state("networkidle")
        page.eval_on_selector_all("main details", OPEN_ALL)
        looks = axe_faults(page) + too_wide(page) + too_small(page) + in_the_other_language(page, "en")
        found += [f"{address or 'the row'}: {fault}" for fault in looks]
    assert not found, "\n".join(found)


def test_two_colleagues_collide_and_nothing_is_lost_or_said_twice(talk, noor, bas, window_of):
    of_bas, of_noor = window_of(bas), window_of(noor)
    open_talk(of_bas, talk)
    of_bas.get_by_label("Je antwoord").press_sequentially("Beste mevrouw De Wit, ")
    of_bas.wait_for_timeout(1500)
    expect(of_bas.locator("#watch")).not_to_contain_text("kijk eerst")
    open_talk(of_noor, talk)
    expect(of_noor.locator("#watch")).to_contain_text("Bas schrijft sinds")
    of_noor.get_by_label("Je antwoord").press_sequentially("Mevrouw De Wit, u heeft ")
    # Bas is told without pressing anything, within ten seconds.
    expect(of_bas.locator("#watch")).to_contain_text("Noor schrijft ook aan dit antwoord", timeout=15_000)
    of_noor.get_by_role("button", name="Overnemen").click()
    expect(of_noor.get_by_role("status").first).to_contain_text("Jij schrijft nu.")
    expect(of_noor.get_by_label("Je antwoord")).to_have_value("Mevrouw De Wit, u heeft ")
    expect(of_bas.locator("#watch")).to_contain_text("Noor schrijft sinds", timeout=15_000)
    # Each has their own words still, also after a reload.
    of_bas.reload()
    expect(of_bas.get_by_label("Je antwoord")).to_have_value("Beste mevrouw De Wit, ")
    assert {one.member: one.text.strip() for one in Writing.objects.all()} == {
        bas: "Beste mevrouw De Wit,",
        noor: "Mevrouw De Wit, u heeft",
    }
    # Bas presses send all the same: nothing goes, and he reads why.
    of_bas.get_by_role("button", name="Antwoord geven").click()
    expect(of_bas.locator("main")).to_contain_text("Noor")
    assert not Post.objects.filter(kind=Kind.REPLY).exists()


def test_words_typed_in_the_last_second_are_there_again(talk, noor, window_of):
    page = window_of(noor)
    open_talk(page, talk)
    page.get_by_label("Je antwoord").press_sequentially("Dit was ik nog aan het")
    page.get_by_role("link", name="Vandaag", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    open_talk(page, talk)
    expect(page.get_by_label("Je antwoord")).to_have_value("Dit was ik nog aan het")


def test_a_saved_reply_comes_where_the_words_are(talk, jas_shop, bas, noor, window_of):
    keep_reply(
        jas_shop,
        bas,
        {"title": "Rits", "text": "Dag {name}, kom langs. {author}", "lang": "nl"},
        now=timezone.now(),
    )
    page = window_of(noor)
    open_talk(page, talk)
    page.get_by_text("Begin met een bewaard antwoord").click()
    page.get_by_role("button", name="Rits").click()
    expect(page.get_by_label("Je antwoord")).to_have_value("Dag Mevrouw De Wit, kom langs. Noor")


def test_what_is_hidden_is_shown_by_one_deliberate_click(talk, noor, window_of):
    page = window_of(noor)
    open_talk(page, talk)
    expect(page.locator("main")).not_to_contain_text("12345678")
    page.get_by_role("button", name="Toon wat verborgen is, alleen aan mij").click()
    expect(page.locator("main")).to_contain_text("06-12345678")
    page.reload()
    expect(page.locator("main")).not_to_contain_text("12345678")


def test_on_a_telephone_the_talk_comes_first_and_the_rest_is_a_touch_away(talk, noor, window_of):
    page = window_of(noor, width=390)
    open_talk(page, talk)
    expect(page.locator("#about")).to_be_hidden()
    page.get_by_role("link", name="Klant", exact=True).click()
    expect(page.locator("#about")).to_be_visible()
    expect(page.get_by_role("log")).to_be_hidden()
    expect(page.locator(".desk-tabs [aria-current]")).to_have_text("Klant")
    page.get_by_role("link", name="Gesprek").click()
    expect(page.get_by_role("log")).to_be_visible()


def test_a_day_in_one_minute_mode_by_keyboard_alone(jas_shop, square, noor, bas, window_of):
    now = timezone.now()
    people = {name: met(jas_shop, name) for name in ("Yusuf", "Lies", "Henk", "Spam")}
    waiting(jas_shop, square, ASKS, contact=people["Yusuf"], at=now - timedelta(minutes=30))
    waiting(jas_shop, square, THANKS, contact=people["Lies"], at=now - timedelta(minutes=20))
    waiting(
        jas_shop, square, "Even neuzen bij jullie.", contact=people["Henk"], at=now - timedelta(minutes=10)
    )
    page = window_of(noor)
    page.goto("/s/jas/counter/one-minute/")
    head, keys = page.locator("#talk-head"), page.keyboard
    expect(head).to_have_text("Yusuf")
    # r to the answer, Ctrl+Enter sends it.
    keys.press("r")
    keys.type(GOOD)
    keys.press("Control+Enter")
    expect(head).not_to_have_text("Yusuf")
    reply = Post.objects.get(kind=Kind.REPLY)
    assert (reply.text, reply.author) == (GOOD, noor)
    expect(page.locator(".progress")).to_contain_text("1 gedaan, 2 te gaan")
    # n for a note to Bas, and e: settled.
    assert head.inner_text() == "Lies"
    keys.press("n")
    keys.type("@Bas wat lief van Lies.")
    keys.press("Control+Enter")
    expect(page.get_by_role("log")).to_contain_text("wat lief van Lies")
    assert list(Note.objects.get().for_members.all()) == [bas]
    keys.press("e")
    expect(head).to_have_text("Henk")
    assert Conversation.objects.get(contact=people["Lies"]).state == "settled"
    # s opens the moments, Enter takes the first: it comes back later.
    keys.press("s")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Er wacht niemand op je")).to_be_visible()
    expect(page.locator("main")).to_contain_text("mensen zijn geholpen")
    assert Conversation.objects.get(contact=people["Henk"]).snoozed_until > now
    assert Message.objects.filter(is_ours=True).count() == 1


def test_the_key_that_settles_leads_from_a_complaint_to_its_case(talk, noor, window_of):
    page = window_of(noor)
    page.goto("/s/jas/counter/one-minute/")
    expect(page.get_by_role("link", name="Voor je afrondt")).to_be_visible()
    expect(page.get_by_role("button", name="Afronden")).to_have_count(0)
    page.keyboard.press("e")
    expect(page).to_have_url(re.compile(rf"/counter/{talk.pk}/case/$"))


def test_the_keys_are_told_by_a_question_mark(talk, noor, window_of):
    page = window_of(noor)
    open_talk(page, talk)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("antwoorden")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
