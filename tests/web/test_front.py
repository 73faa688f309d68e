"""The shop front above every page."""


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
