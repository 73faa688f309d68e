"""An account as a whole: giving and asking, how often, the same again, and being one shop everywhere."""

import pytest

from toonbank.etiquette import Draft, Facts, Finding, check

NOW = "2026-11-21T10:00:00+01:00"


def found(rule: str, facts: dict, text: str = "November", **draft: object) -> list[Finding]:
    draft.setdefault("kind", "account")
    checkup = check(Draft(text, **draft), Facts.from_json({"now": NOW} | facts))
    return [finding for finding in checkup.findings if finding.rule == rule]


def words_of(findings: list[Finding]) -> list[str]:
    return [finding.severity.word for finding in findings]


def posts(*kinds: str, network: str = "facebook", **more: object) -> list[dict]:
    """One post every two days up to 20 November, the oldest first."""
    days = [20 - place for place in range(len(kinds))][::-1]
    return [
        {"text": "", "at": f"2026-11-{day:02d}T09:00:00+01:00", "network": network, "kind": kind} | more
        for day, kind in zip(days, kinds, strict=True)
    ]


# Giving and asking.


@pytest.mark.parametrize(
    ("asks", "gives", "count"), [(3, 9, 0), (3, 8, 1), (2, 6, 0), (0, 12, 0), (12, 0, 1)]
)
def test_three_gifts_to_one_question(asks, gives, count):
    archive = posts(*["ask"] * asks, *["give"] * gives)
    assert len(found("give-ask-balance", {"archive": archive})) == count


def test_a_purpose_that_nobody_noted_is_read_from_the_words():
    asking = [{"text": "Bestel nu: 20% korting op alle jassen!", "at": "2026-11-10", "network": "x"}] * 9
    telling = [{"text": "Zo haal je kaarsvet uit linnen.", "at": "2026-11-11", "network": "x"}] * 2
    assert found("give-ask-balance", {"archive": asking + telling})
    assert found("give-ask-balance", {"archive": telling * 6}) == []


def test_what_is_older_than_four_weeks_does_not_count():
    old = [{"text": "", "kind": "ask", "at": "2026-09-01", "network": "x"}] * 20
    assert found("give-ask-balance", {"archive": old + posts(*["give"] * 9, network="x")}) == []


def test_the_balance_is_a_setting():
    archive = posts("ask", "ask", "ask", *["give"] * 9)
    assert found("give-ask-balance", {"archive": archive, "thresholds": {"give_per_ask": 4}})


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        (("ask",), 1),
        (("give", "give", "give", "give", "ask"), 1),
        (("ask", "talk", "talk", "talk"), 0),
        (("give",) * 10 + ("ask",), 0),
        (("give", "talk"), 0),
    ],
)
def test_a_new_channel_gives_first(kinds, count):
    assert len(found("give-ask-balance", {"archive": posts(*kinds)})) == count


# How often.


def on_clocks(network: str | None, *clocks: str, **more: object) -> dict:
    posts = [
        {"text": f"Bericht {number}", "at": f"2026-11-20T{clock}:00+01:00"}
        | ({"network": network} if network else {})
        | more
        for number, clock in enumerate(clocks)
    ]
    return {"archive": posts}


@pytest.mark.parametrize(
    ("network", "clocks", "severities"),
    [
        ("linkedin", ("09:00",), []),
        ("linkedin", ("09:00", "15:00"), ["warn"]),
        ("facebook", ("09:00", "11:00"), []),
        ("facebook", ("09:00", "10:59"), ["warn"]),
        ("mastodon", ("09:00", "09:30", "10:00", "10:30"), []),
        ("mastodon", ("09:00", "09:29"), ["warn"]),
        ("mastodon", ("07:00", "09:00", "11:00", "13:00", "15:00"), ["warn"]),
        ("linkedin", ("08:00", "12:00", "16:00"), ["warn"]),
        ("linkedin", ("08:00", "11:00", "14:00", "17:00"), ["block"]),
        (None, ("10:00", "10:04", "10:09"), ["warn"]),
    ],
)
def test_each_network_has_its_rhythm(network, clocks, severities):
    assert words_of(found("spam-frequency", on_clocks(network, *clocks))) == severities


def test_a_day_is_a_day_on_the_clock_of_the_shop():
    late = [{"text": "a", "at": "2026-11-20T20:30:00Z", "network": "linkedin"}]
    early = [{"text": "b", "at": "2026-11-20T23:30:00Z", "network": "linkedin"}]
    assert [one.message[:2] for one in found("spam-frequency", {"archive": late + early})] == []
    elsewhere = {"archive": late + early, "shop": {"zone": "UTC"}}
    assert len(found("spam-frequency", elsewhere)) == 1


def test_answers_do_not_count():
    assert found("spam-frequency", on_clocks("facebook", "10:00", "10:01", "10:02", kind="reply")) == []


def test_two_accounts_on_one_network_each_have_their_own_day():
    first = on_clocks("linkedin", "09:00", account="@jas")["archive"]
    second = on_clocks("linkedin", "09:10", account="@jas_zwolle")["archive"]
    assert found("spam-frequency", {"archive": first + second}) == []


def test_the_fix_names_the_moment_to_move_to():
    (full,) = found("spam-frequency", on_clocks("linkedin", "09:00", "15:00"))
    assert full.fix == "Verplaats naar 21 november om 09:00."
    (close,) = found("spam-frequency", on_clocks("mastodon", "09:00", "09:10"))
    assert close.fix == "Verplaats naar 20 november om 09:40."


def at(*moments: str, network: str = "facebook") -> dict:
    return {"archive": [{"text": one, "at": f"{one}:00+01:00", "network": network} for one in moments]}


def test_midnight_makes_no_time_between_two_posts():
    (close,) = found("spam-frequency", at("2026-11-20T23:50", "2026-11-21T00:30"))
    assert "20 november 23:50" in close.message
    assert "21 november 00:30" in close.message
    assert found("spam-frequency", at("2026-11-20T23:00", "2026-11-21T01:00")) == []
    (planned,) = found(
        "spam-frequency",
        at("2026-11-20T23:55", network="x") | {"publish_at": "2026-11-21T00:05:00+01:00"},
        "My mending desk is open on Thursdays.",
        kind="post",
        network="x",
    )
    assert "23:55 on 20 November" in planned.message
    assert planned.fix == "Move to 21 November at 09:00."


def test_the_fix_names_a_moment_that_the_queue_leaves_free():
    full = at(
        "2026-11-20T09:00", "2026-11-20T12:00", "2026-11-20T15:00", "2026-11-21T09:00", "2026-11-21T12:00"
    )
    (crowded,) = found("spam-frequency", full)
    assert crowded.fix == "Verplaats naar 22 november om 09:00."
    one_each = at("2026-11-20T09:00", "2026-11-20T12:00", "2026-11-20T15:00", "2026-11-21T09:30")
    (crowded,) = found("spam-frequency", one_each)
    assert crowded.fix == "Verplaats naar 21 november om 11:30."


def test_a_plan_is_counted_with_its_day():
    facts = on_clocks("facebook", "09:00", "14:00") | {"publish_at": "2026-11-20T18:00:00+01:00"}
    text = "Zo haal je kaarsvet uit linnen."
    assert len(found("spam-frequency", facts, text, kind="post", network="facebook")) == 1
    assert found("spam-frequency", facts, text, kind="post", network="mastodon") == []
    tomorrow = facts | {"publish_at": "2026-11-21T18:00:00+01:00"}
    assert found("spam-frequency", tomorrow, text, kind="post", network="facebook") == []


# The same again.

PANNIER = "De fietstas van waxdoek is er weer, met een vak voor je laptop en een riem voor de trein."


def seen(text: str, **more: object) -> dict:
    return {"archive": [{"text": text, "at": "2026-11-10T09:00:00+01:00", "network": "x"} | more]}


def again(facts: dict, text: str = PANNIER, network: str | None = "x") -> list[str]:
    return words_of(found("duplicate-content", facts, text, kind="post", network=network))


@pytest.mark.parametrize(
    ("more", "severities"),
    [
        ({}, ["warn"]),
        ({"network": "facebook"}, []),
        ({"at": "2026-09-23"}, ["warn"]),
        ({"at": "2026-09-21"}, []),
        ({"at": "2026-11-21T09:59:00+01:00"}, ["block"]),
    ],
)
def test_the_same_text_is_judged_by_network_and_age(more, severities):
    assert again(seen(PANNIER, **more)) == severities


def test_on_a_network_unknown_everything_is_compared():
    assert again(seen(PANNIER), network=None) == ["warn"]


def test_the_same_on_two_accounts_of_x_blocks_and_elsewhere_warns():
    two = [seen(PANNIER, account=name)["archive"][0] for name in ("@jas", "@jas_zwolle")]
    assert again({"archive": two}) == ["block"]
    elsewhere = [one | {"network": "facebook"} for one in two]
    assert again({"archive": elsewhere}, network="facebook") == ["warn"]


def test_several_copies_of_which_nobody_knows_when_are_several_accounts():
    undated = {"text": PANNIER, "network": "x"}
    assert again({"archive": [undated]}) == ["warn"]
    assert again({"archive": [undated, undated]}) == ["block"]


def test_news_makes_it_another_post():
    assert again(seen(PANNIER), PANNIER + " Nu ook in 20 liter, op verzoek van wie ver fietst.") == []
    assert again(
        seen(PANNIER) | {"thresholds": {"similar_posts_share": 0.5}}, PANNIER + " Nu in 20 liter."
    ) == ["warn"]


def test_an_archive_is_held_against_itself():
    row = [seen(PANNIER, at=f"2026-11-{day}")["archive"][0] for day in (10, 14, 18)]
    (finding,) = found("duplicate-content", {"archive": row})
    assert (finding.severity.word, finding.message[:7]) == ("warn", "2 keer ")
    six = [row[0] | {"account": f"@jas_{number}"} for number in range(6)]
    assert words_of(found("duplicate-content", {"archive": six})) == ["block"]
    assert found("duplicate-content", {"archive": row[:1]}) == []


def test_answers_and_greetings_in_an_archive_are_no_repetition():
    row = [{"text": "Dank je wel!", "at": f"2026-11-{day}", "network": "x"} for day in (10, 12, 14)]
    row += [
        {"text": f"@mevrouw_de_wit {PANNIER}", "at": f"2026-11-{day}", "network": "x"} for day in (10, 12)
    ]
    assert found("duplicate-content", {"archive": row}) == []


# One shop everywhere.


def identity(*profiles: dict, **facts: object) -> list[str]:
    return [one.message for one in found("inconsistent-identity", {"profiles": list(profiles)} | facts)]


def test_a_number_written_otherwise_is_the_same_number():
    one, other = (
        {"network": "x", "phone": "030-5550100"},
        {"network": "facebook", "phone": "+31 30 555 01 00"},
    )
    assert identity(one, other) == []
    assert len(identity(one, other | {"phone": "030-5550199"})) == 1
    assert len(identity(one, shop={"contacts": ["030-5550199"]})) == 1


def test_the_record_of_the_shop_counts_as_a_place():
    assert len(identity({"network": "x", "name": "Jas & Co"}, shop={"name": "Jas"})) == 1
    assert identity({"network": "x", "name": "jas"}, shop={"name": "Jas"}) == []


def test_a_description_may_be_shorter_where_there_is_less_room():
    long = {
        "network": "facebook",
        "description": "Regenjassen, mutsen en sjaals uit Zutphen, ook om te ruilen.",
    }
    short = {"network": "x", "description": "Regenjassen en mutsen uit Zutphen"}
    assert identity(long, short) == []
    assert len(identity(long, {"network": "x", "description": "Wij verkopen fietsen"})) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("10-17", "10:00–17:00", True),
        ("ma-za 9.30 tot 18 uur", "Ma t/m za: 09:30 - 18.00", True),
        ("Mon-Sat 9am to 5pm", "mon-sat 09:00-17:00", True),
        ("12pm-5pm", "12:00-17:00", True),
        ("10-17", "10:00–17:30", False),
        ("ma-za 10-17", "di-za 10-17", False),
        ("9am-5pm", "9am-6pm", False),
    ],
)
def test_the_same_hours_may_be_written_in_another_way(one: str, other: str, is_same: bool):
    facts = {"profiles": [{"network": "facebook", "hours": one}, {"network": "x", "hours": other}]}
    assert (found("inconsistent-identity", facts) == []) is is_same


def test_each_part_is_told_once_and_the_fix_names_it():
    facts = {"profiles": [{"network": "facebook", "hours": "10-17"}, {"network": "x", "hours": "10-18"}]}
    (finding,) = found("inconsistent-identity", facts, "Facebook zegt open tot 17 uur, X tot 18.")
    assert finding.severity.word == "advise"
    assert finding.fix == "Werk de openingstijden bij op X."


def test_a_voice_that_drifts_is_heard_in_the_posts():
    formal = {"text": "Wilt u ruilen? Neem uw bon mee.", "network": "x", "at": "2026-11-10"}
    friendly = {"text": "Neem je bon mee, dan ruil ik hem.", "network": "instagram", "at": "2026-11-10"}
    assert found("inconsistent-identity", {"archive": [formal, friendly]})
    assert found("inconsistent-identity", {"archive": [friendly, friendly | {"network": "x"}]}) == []
