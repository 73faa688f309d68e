"""Jas gives a hammock away: what the post must tell, and where the borders of the law run."""

from typing import Any

import pytest

from toonbank.etiquette import Draft, Facts, Finding, check

NOW = "2026-11-21T10:00:00+01:00"
CALL = "Win een hangmat! Reageer voor zondag."


def findings(text: str, network: str | None = None, **facts: Any) -> dict[str, Finding]:
    checkup = check(Draft(text, network=network), Facts.from_json({"now": NOW, **facts}))
    return {one.rule: one for one in checkup.findings if one.rule.startswith("giveaway")}


def limits(text: str = CALL, **giveaway: Any) -> list[str]:
    """The severities of what is said of the limits."""
    given = {"terms_url": "https://jas.example/actie", **giveaway}
    checkup = check(Draft(text), Facts.from_json({"now": NOW, "giveaway": given}))
    return [one.severity.word for one in checkup.findings if one.rule == "giveaway-limits"]


# terms


def test_terms_may_stand_in_the_post_or_in_the_form():
    assert "giveaway-terms-missing" in findings(CALL)
    assert findings(f"{CALL} Voorwaarden: jas.example/actie") == {}
    assert findings(f"{CALL} De spelregels liggen bij de kassa.") == {}
    assert findings(CALL, giveaway={"terms_url": "https://jas.example/actie"}) == {}


@pytest.mark.parametrize(
    "said",
    [
        "Reageer onder de foto en win.",
        "Tag je zus en win!",
        "Raad hoe zwaar deze pompoen is; wie het dichtst zit, wint hem.",
        "Raad het aantal bonen en neem de zak mee naar huis.",
        "Wie raadt hoeveel kralen er in de vaas zitten? De winnaar krijgt de vaas.",
        "Comment below and win.",
        "Guess the weight of this pumpkin and it's yours.",
        "Guess how many beads are in the vase. The closest gets it.",
    ],
)
def test_an_invitation_to_win_in_few_words_needs_terms_as_well(said: str):
    assert "giveaway-terms-missing" in findings(said, "facebook")
    assert "giveaway-terms-missing" not in findings(f"{said} Voorwaarden: jas.example/actie", "facebook")


@pytest.mark.parametrize(
    "said",
    [
        "Raad eens wie er zaterdag op de markt staat!",
        "Raad het materiaal: het is katoen.",
        "Zaterdag spelen we, en win of verlies, er is koffie.",
        "Guess how we made it: with felt.",
        "Play fair and win friends.",
        "Whoever guesses right knows their wool.",
    ],
)
def test_guessing_for_nothing_is_no_game(said: str):
    assert findings(said, "facebook") == {}


def test_terms_that_follow_later_are_no_terms():
    assert "giveaway-terms-missing" in findings(f"{CALL} Voorwaarden volgen later.")


def test_on_facebook_the_terms_must_release_facebook():
    given = {"terms_url": "https://jas.example/actie", "network_release": False}
    assert "giveaway-terms-missing" in findings(CALL, "facebook", giveaway=given)
    assert "giveaway-terms-missing" in findings(CALL, "instagram", giveaway=given)
    assert findings(CALL, "mastodon", giveaway=given) == {}
    assert findings(CALL, "facebook", giveaway={**given, "network_release": True}) == {}


def test_a_contest_with_a_jury_is_no_game_of_chance():
    assert findings("Win een hangmat: stuur je mooiste tuinfoto, een jury van drie kiest.") == {}
    assert "giveaway-terms-missing" in findings("Win een hangmat! De jury doet de loting.")


def test_adding_the_terms_never_adds_a_finding():
    for text in (CALL, "We verloten iets leuks onder de reacties.", "Enter our raffle!"):
        assert set(findings(text, giveaway={"terms_url": "https://jas.example/actie"})) <= set(findings(text))


# limits


@pytest.mark.parametrize(
    ("total", "expected"), [(100_000, []), (100_000.01, ["block"]), (4_500, []), (4_500.01, [])]
)
def test_a_hundred_thousand_euro_is_the_most(total, expected):
    assert limits(prize_total=total, prizes=1000) == expected


@pytest.mark.parametrize(
    ("total", "earlier", "expected"),
    [(4_500, 1, []), (4_500.01, 1, ["block"]), (4_500.01, 0, []), (None, 1, ["block"])],
)
def test_a_large_game_comes_once_a_year(total, earlier, expected):
    assert limits(prize_total=total, prizes=100, large_this_year=earlier) == expected


@pytest.mark.parametrize(
    ("total", "draws", "expected"),
    [(5_000, 20, []), (5_000, 21, ["block"]), (4_500, 52, []), (4_500.01, 52, ["block"])],
)
def test_a_large_game_has_twenty_draws_at_most(total, draws, expected):
    assert limits(prize_total=total, prizes=100, draws=draws) == expected


@pytest.mark.parametrize(("cost", "expected"), [(0, []), (0.45, []), (0.46, ["block"])])
def test_taking_part_costs_a_message_at_most(cost, expected):
    assert limits(entry_cost=cost) == expected


def test_the_cost_may_stand_in_the_text():
    assert limits(f"{CALL} Meedoen kost 50 cent.") == ["block"]
    assert limits(f"{CALL} Meedoen kost 0,45 euro.") == []
    assert limits(f"{CALL} Meedoen is gratis.") == []


def test_a_prize_over_449_euro_is_a_reminder_of_the_tax():
    assert limits(prize_total=449, prizes=1) == []
    assert limits(prize_total=449.01, prizes=1) == ["advise"]
    assert limits(prize_total=898, prizes=2) == []


def test_draws_in_the_text_are_multiplied():
    assert limits("20 trekkingen van 500 euro.") == []
    assert limits("21 trekkingen van 500 euro.") == ["block"]
    assert limits("52 trekkingen van 80 euro.") == []


def test_a_jury_has_no_limits_of_chance():
    assert limits(prize_total=200_000, decision="jury") == []


# entry


def test_facebook_forbids_what_the_others_frown_upon():
    text = "Deel dit bericht en maak kans op een hangmat."
    for network, severity in (
        ("facebook", "block"),
        ("Facebook", "block"),
        ("instagram", "warn"),
        (None, "warn"),
    ):
        assert findings(text, network)["giveaway-entry-not-allowed"].severity.word == severity


@pytest.mark.parametrize(
    "way", ["share", "tag", "follow", "repost", "tag friends", "delen", "volgen", "tag yourself"]
)
def test_what_the_form_asks_counts_too(way):
    given = {"terms_url": "https://jas.example", "entry": ["comment", way]}
    assert "giveaway-entry-not-allowed" in findings(CALL, giveaway=given)


def test_a_comment_a_message_and_a_like_are_fine():
    given = {"terms_url": "https://jas.example", "entry": ["comment", "message", "form", "like"]}
    assert findings(CALL, giveaway=given) == {}


def test_sharing_for_no_prize_is_another_matter():
    assert findings("Deel dit bericht met je buren.") == {}


# Belgium


@pytest.mark.parametrize("countries", [["BE"], ["be"], ["NL", "BE"], ["België"]])
def test_chance_may_not_choose_in_belgium(countries):
    assert "giveaway-belgium-chance" in findings(
        "We verloten een hangmat.", giveaway={"countries": countries}
    )


def test_a_belgian_shop_is_in_belgium_unless_the_game_is_not():
    belgian = {"shop": {"country": "BE"}}
    assert "giveaway-belgium-chance" in findings("We verloten een hangmat.", **belgian)
    elsewhere = findings("We verloten een hangmat.", **belgian, giveaway={"countries": ["NL"]})
    assert "giveaway-belgium-chance" not in elsewhere


def test_the_facts_say_who_chooses_when_the_text_does_not():
    given = {"countries": ["BE"], "terms_url": "https://jas.example"}
    assert "giveaway-belgium-chance" in findings(CALL, giveaway={**given, "decision": "chance"})
    assert findings(CALL, giveaway={**given, "decision": "jury"}) == {}
    assert findings(CALL, giveaway=given) == {}


# awarded


def owed(kind: str = "account", text: str = "Verslag", **game: Any) -> bool:
    facts = Facts.from_json({"now": NOW, "giveaways": [game]})
    return "giveaway-not-awarded" in {one.rule for one in check(Draft(text, kind), facts).findings}


def test_a_draw_is_late_the_day_after_its_day():
    assert not owed(draw_date="2026-11-21", winners_told=False)
    assert owed(draw_date="2026-11-20", winners_told=False)


def test_a_prize_may_take_six_weeks():
    assert not owed(draw_date="2026-10-10", winners_told=True, delivered_at=None)
    assert owed(draw_date="2026-10-09", winners_told=True, delivered_at=None)
    assert not owed(draw_date="2026-10-09", winners_told=True, delivered_at="2026-11-20")


def test_a_prize_that_is_owed_stops_a_new_game_and_nothing_else():
    old = {"draw_date": "2026-05-31", "winners_told": False}
    assert owed("post", CALL, **old)
    assert not owed("post", "De hangmatten zijn er weer.", **old)
