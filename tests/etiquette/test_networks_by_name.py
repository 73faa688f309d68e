"""A network is called by its own name, a product as the shop does, wherever a finding names them."""

import pytest

from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.wording import say_network

NOW = "2026-11-20T18:00:00+01:00"


def said_of(archive: list[dict], lang: str = "nl", **facts) -> str:
    found = check(Draft("", "account", lang=lang), Facts.from_json({"now": NOW, "archive": archive, **facts}))
    return " ".join(one.message for one in found.findings)


def post(text: str, at: str = "2026-11-20T12:00:00+01:00", network: str = "facebook", **more) -> dict:
    return {"text": text, "at": at, "network": network, **more}


@pytest.mark.parametrize(
    ("name", "shown"),
    [("x", "X"), ("facebook", "Facebook"), ("linkedin", "LinkedIn"), ("google_business", "Google")],
)
def test_a_network_by_its_own_name(name, shown):
    assert say_network(name) == say_network(shown) == shown


@pytest.mark.parametrize(("lang", "place"), [("nl", "op Facebook"), ("en", "on Facebook")])
def test_a_repeated_post_names_the_network(lang, place):
    twice = [
        post("Tip: was wol op dertig graden in een kussensloop.", f"2026-11-{day}T12:00:00+01:00")
        for day in ("10", "18")
    ]
    assert place in said_of(twice, lang)


def test_two_posts_at_one_moment_are_said_to_go_out_at_once():
    said = said_of([post("De koffie staat klaar.", network="x"), post("De thee ook.", network="x")])
    assert "Op X op" in said
    assert "twee berichten tegelijk" in said
    assert "12:00 en 12:00" not in said


def test_a_product_keeps_its_capitals():
    pushes = [
        post("Nog maar 3 stuks!", f"2026-11-{day}T12:00:00+01:00", product="V 12") for day in ("12", "18")
    ]
    assert "“V 12”" in said_of(pushes)
