"""The shop front above every page."""

import re

import pytest

from conftest import NOW
from toonbank.posts.drafting import Words, start_post


def test_the_sign_bears_the_name_of_the_shop(noor, door_of):
    page = door_of(noor).get("/s/jas/shop/more/").content.decode()

    assert "<b>Jas</b><span>jassen, Zutphen</span>" in page
    assert 'lang="nl"' in page


def test_a_strangers_shop_is_not_there(noor, door_of):
    assert door_of(noor).get("/s/other/shop/more/").status_code == 404


def test_the_language_switch_is_remembered_with_the_person(noor, door_of):
    browser = door_of(noor)

    answer = browser.post("/language/", {"language": "en", "next": "/s/jas/shop/more/"})

    assert answer["Location"] == "/s/jas/shop/more/"
    assert 'lang="en"' in browser.get("/s/jas/shop/more/").content.decode()
    noor.person.refresh_from_db()
    assert noor.person.language == "en"


def test_the_language_switch_does_not_send_people_elsewhere(client, db):
    answer = client.post("/language/", {"language": "en", "next": "https://evil.example/"})

    assert answer["Location"] == "/"


def test_every_way_in_leads_to_a_page_that_opens(noor, door_of):
    browser = door_of(noor)
    page = browser.get("/s/jas/shop/more/").content.decode()
    ways = set(re.findall(r'<li[^>]*><a href="(/s/jas/[^"]*)"', page))

    assert len(ways) >= 9
    assert {way: browser.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


@pytest.mark.parametrize("role", ["editor", "webcare", "viewer"])
def test_nobody_sees_a_way_that_is_closed_to_them(jas_shop, noor, hire, door_of, role):
    browser = door_of(hire(jas_shop, "Samira", role))
    page = browser.get("/s/jas/shop/more/").content.decode()
    ways = set(re.findall(r'<li[^>]*><a href="(/s/jas/[^"]*)"', page))

    assert {way: browser.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


def test_the_way_that_you_are_on_is_marked(noor, door_of):
    page = door_of(noor).get("/s/jas/shop/accounts/").content.decode()

    assert re.search(r'href="/s/jas/shop/" aria-current="page"', page)
    assert len(re.findall('<li[^>]*><a href="[^"]*" aria-current="page"', page)) == 1


def test_who_changes_a_post_is_writing_also_on_a_telephone(jas_shop, noor, door_of):
    post = start_post(jas_shop, noor, Words(text="Ruilen zonder bon."), now=NOW)

    page = door_of(noor).get(f"/s/jas/posts/{post.pk}/edit/").content.decode()

    assert re.findall('<li[^>]*><a href="([^"]*)" aria-current="page"', page) == ["/s/jas/posts/new/"]
    assert not re.search('class="more"[^>]*aria-current', page)
