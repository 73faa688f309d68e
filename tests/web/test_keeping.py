"""Words that were sent by who was signed out come along through the door; nobody else's do."""

import pytest
from django.test import Client

from toonbank.web.keeping import Kept, pack, unpack

KEPT = Kept("/s/jas/posts/new/", (("text", "Wol wassen doe je op 30 graden."), ("lang", "nl")))
SECRET = "vier gewone woorden achtereen"


@pytest.fixture
def noor_signs_in(noor):
    noor.person.set_password(SECRET)
    noor.person.save()
    return {"username": noor.person.email, "password": SECRET}


def test_what_is_packed_comes_back():
    assert unpack(pack(KEPT)) == KEPT


@pytest.mark.parametrize("packed", ["", "x", pack(KEPT)[:-2], "ImEi:1abcde:x"])
def test_what_is_not_ours_is_not_unpacked(packed):
    assert unpack(packed) is None


def test_a_form_of_who_is_signed_out_waits_at_the_door(noor_signs_in, jas_shop):
    browser = Client()
    door = browser.post(KEPT.path, dict(KEPT.fields))
    assert door.status_code == 401
    answer = browser.post("/sign-in/", noor_signs_in | {"kept": door.context["kept"]})

    assert answer.context["kept"] == KEPT
    assert f'action="{KEPT.path}"' in answer.content.decode()


def test_a_part_of_a_page_does_not_become_the_door(jas_shop, noor):
    answer = Client().post("/s/jas/posts/check/", {"text": "Nog maar 3."}, headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert answer.content == b""


@pytest.mark.parametrize(("site", "shows"), [("same-origin", True), ("cross-site", False)])
def test_an_old_form_keeps_its_words_unless_they_come_from_elsewhere(noor, site, shows):
    browser = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": site})
    browser.force_login(noor.person, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.post(KEPT.path, dict(KEPT.fields))

    assert answer.status_code == 403
    assert ("Wol wassen" in answer.content.decode()) is shows
