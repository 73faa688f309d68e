"""What every page says to the browser so that nothing foreign runs in it, and nothing of it is kept."""

import os
import re
import subprocess
import sys

import pytest

from toonbank.posts.models import Picture
from web.addresses import all_addresses, furnish

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def policy_of(answer):
    parts = [part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";")]
    return {name: value for name, _space, value in parts if name}


def check(answer):
    policy = policy_of(answer)
    assert policy | POLICY == policy
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize("address", all_addresses(), ids=lambda address: address.route or "door")
def test_every_page_carries_the_safety_headers(address, noor, jas_shop, door_of):
    own = furnish(jas_shop, noor)

    answer = door_of(noor).get(address.filled("jas", own))

    check(answer)
    kept = answer["Cache-Control"]
    assert "no-store" in kept or (address.row_kind == "pictures" and "private" in kept)


def test_a_page_outside_carries_them_too(client, jas_shop):
    for address in ("/sign-in/", "/no-such-page/", "/me/"):
        check(client.get(address))


def test_a_picture_is_served_inert(noor, jas_shop, door_of, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    own = furnish(jas_shop, noor)
    (tmp_path / "page.jpg").write_bytes(b"<html><script>alert(1)</script>")
    Picture.objects.filter(pk=own["pictures"]).update(file="page.jpg")

    answer = door_of(noor).get(f"/s/jas/posts/pictures/{own['pictures']}/")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "'none'" in policy_of(answer)["default-src"]


def test_no_page_has_a_script_a_handler_or_a_style_of_its_own(noor, jas_shop, door_of):
    own, browser = furnish(jas_shop, noor), door_of(noor)
    for address in all_addresses():
        answer = browser.get(address.filled("jas", own))
        if "html" not in answer.get("Content-Type", "") or answer.status_code != 200:
            continue
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), address
        assert not re.search(r"\s(on\w+|style|hx-on\S*)=", page), address
        assert "javascript:" not in page, address


def test_cookies_are_only_for_this_desk(client, noor):
    noor.person.set_password("lamp fiets brood zee")
    noor.person.save()
    answer = client.post("/sign-in/", {"username": "noor@jas.example", "password": "lamp fiets brood zee"})

    session = answer.cookies["toonbank"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


def test_over_https_cookies_are_secure_and_http_is_left():
    look = (
        "from toonbank.web import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0)"
    )
    env = os.environ | {"TOONBANK_ADDRESS": "https://toonbank.example"}
    said = subprocess.run([sys.executable, "-c", look], env=env, capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["True"] * 4
