"""What happened, what it means, what to do: in both languages, and without what may have broken."""

import pytest
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.test import Client, RequestFactory

from toonbank.web import errors


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(("language", "said"), [("nl", "Hier is niets"), ("en", "There is nothing here")])
def test_a_missing_page_says_so_in_the_language_of_the_browser(db, language, said):
    answer = Client(headers={"accept-language": language}).get("/nergens/")

    assert answer.status_code == 404
    assert said in words(answer)
    assert f'<html lang="{language}">' in words(answer)


def test_a_form_without_its_token_says_that_nothing_is_lost(noor):
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "nl"})

    answer = browser.post("/sign-in/", {"username": "noor@jas.example", "password": "x"})
    assert answer.status_code == 403
    assert "Dit formulier lag te lang open" in words(answer)
    assert "wat je typte, staat er nog" in words(answer)


def test_a_form_that_is_too_large_says_what_to_do(noor, door_of, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    answer = door_of(noor).post("/s/jas/shop/", {"name": "x" * 500})
    assert answer.status_code == 413
    assert "Dat is te veel in een keer" in words(answer)


@pytest.mark.parametrize(("trouble", "status"), [(BadRequest("?"), 400), (RequestDataTooBig("?"), 413)])
def test_a_request_that_we_cannot_read(rf: RequestFactory, db, trouble, status):
    request = rf.get("/", headers={"accept-language": "en"})

    assert errors.bad_request(request, trouble).status_code == status


def test_an_unknown_host_gets_a_plain_no(db):
    answer = Client().get("/sign-in/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert "evil.example" not in words(answer)


def test_what_a_viewer_may_not_do_names_who_may(jas_shop, noor, bas, hire, door_of):
    viewer = door_of(hire(jas_shop, "Kijker", "viewer"))

    said = words(viewer.post("/s/jas/shop/more/"))
    assert "Dit hoort niet bij je rol" in said
    assert "Noor" in said


def test_a_broken_desk_says_so_without_database_session_or_request(rf):
    # No `db` fixture: a query would fail here.
    answer = errors.broken(rf.get("/"))

    assert answer.status_code == 500
    assert "Er ging hier iets stuk" in words(answer)
    assert "Something broke here" in words(answer)


def test_a_view_that_breaks_shows_that_page(noor, door_of, monkeypatch):
    browser = door_of(noor)
    browser.raise_request_exception = False
    monkeypatch.setattr("toonbank.shops.views.square.square_of", lambda shop: 1 / 0)

    answer = browser.get("/s/jas/shop/square/")
    assert answer.status_code == 500
    assert "Er ging hier iets stuk" in words(answer)
    assert "ZeroDivisionError" not in words(answer)
