"""Value and manners: each measure from both sides, and what a shop may set for itself."""

import pytest

from toonbank.etiquette import Draft, Facts, Finding, check

NOW = "2026-11-21T10:00:00+01:00"


def found(rule: str, text: str, facts: dict | None = None, **draft: object) -> list[Finding]:
    checkup = check(Draft(text, **draft), Facts.from_json(facts) if facts else None)
    return [finding for finding in checkup.findings if finding.rule == rule]


def words_of(findings: list[Finding]) -> list[str]:
    return [finding.severity.word for finding in findings]


# No added value.


@pytest.mark.parametrize(
    "text",
    [
        "Goedemorgen! De koffie staat klaar en Bas heeft taart mee.",
        "Fijne dinsdag! Morgen zijn we dicht.",
        "Wat voor weer wordt het bij jullie?",
        "Happy Friday! The kettle is on and the new yarn is in.",
        "Sunny out. Sun cream for hands is on the counter.",
        "Check our site for the size chart.",
        "Deze is er weer.",
        "Nieuw in de winkel.",
        "Alleen op zaterdag.",
        "From Monday to Tuesday.",
    ],
)
def test_a_greeting_with_something_in_it_is_fine(text):
    assert found("no-added-value", text) == []


@pytest.mark.parametrize("text", ["Fijne zaterdag van Jas!", "Happy Saturday from Jas!"])
def test_the_name_of_the_shop_adds_nothing(text):
    assert words_of(found("no-added-value", text, {"shop": {"name": "Jas"}})) == ["warn"]


def test_a_link_to_the_site_adds_nothing():
    assert found("no-added-value", "Check onze site: https://jas.example/nieuw")


def test_an_empty_value_line_is_found_and_an_absent_one_is_unknown():
    text = "Zo haal je kaarsvet uit linnen: strijken tussen keukenpapier."
    assert found("no-added-value", text) == []
    assert found("no-added-value", text, {"reader_gets": "Een schoon tafelkleed zonder stomerij."}) == []
    assert found("no-added-value", text, {"reader_gets": "  "})


def test_a_value_line_that_repeats_the_text_is_none():
    text = "De regenjas Berkel is er in drie kleuren."
    assert found("no-added-value", text, {"reader_gets": "de regenjas Berkel is er in drie kleuren"})
    assert found("no-added-value", text, {"reader_gets": "is er in drie kleuren"})
    assert found("no-added-value", text, {"reader_gets": "Weet welke kleur bij haar fiets past."}) == []


def test_pure_self_praise_is_called_by_its_own_name_only():
    text = "Wij zijn trots op onszelf."
    assert found("self-important", text)
    assert found("no-added-value", text) == []


# Bare repost.


@pytest.mark.parametrize(("room", "severity"), [(19, "advise"), (20, "warn"), (None, "warn")])
def test_a_bare_repost_weighs_by_the_room_that_was_left(room, severity):
    facts = {"quoted": "Leesavond vrijdag"} | ({} if room is None else {"room_left": room})
    assert words_of(found("bare-repost", "Mooi! 👇", facts, kind="repost")) == [severity]


def test_the_room_is_told():
    (finding,) = found("bare-repost", "", {"room_left": 180}, kind="repost")
    assert finding.fix == "Voeg toe waarom jij dit deelt (180 tekens over)."


def test_saying_the_quoted_words_again_is_no_remark():
    facts = {"quoted": "Vrijdag leesavond in de grote zaal."}
    assert found("bare-repost", "Vrijdag leesavond in de grote zaal!", facts, kind="repost")
    assert found("bare-repost", "Wij nemen vrijdag de thee mee.", facts, kind="repost") == []


# Self-important.


def test_whoever_else_is_in_the_text_takes_the_mirror_away():
    assert found("self-important", "Wij zijn trots op ons nieuwe concept.")
    assert found("self-important", "Wij zijn trots op Lotte, die haar diploma haalde.") == []
    assert found("self-important", "Wij zijn trots dat jij ons vond.") == []


def own_archive(own: int, others: int) -> dict:
    posts = ["Wij bakken zelf, wij bouwen zelf."] * own + ["Jouw vraag over leer: vet eerst."] * others
    return {"now": NOW, "archive": [{"text": text, "at": "2026-11-10"} for text in posts]}


@pytest.mark.parametrize(
    ("own", "others", "severities"), [(6, 4, []), (7, 3, ["warn"]), (4, 0, []), (5, 0, ["warn"])]
)
def test_an_account_may_speak_of_itself_in_six_of_ten_posts(own, others, severities):
    assert (
        words_of(found("self-important", "Jaarverslag", own_archive(own, others), kind="account"))
        == severities
    )


def test_opening_hours_are_of_use_and_no_mirror():
    archive = [{"text": "Wij zijn open op zondag.", "at": "2026-11-10"}] * 10
    assert found("self-important", "Jaarverslag", {"now": NOW, "archive": archive}, kind="account") == []


def test_the_share_is_a_setting():
    facts = own_archive(6, 4) | {"thresholds": {"self_important_share": 0.5}}
    assert found("self-important", "Jaarverslag", facts, kind="account")


# Shouting.


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("GROTE OPRUIMING in de achterzaal.", 1),
        ("GROTE opruiming in de achterzaal.", 0),
        ("OP IS OP in de achterzaal.", 0),
        ("Nieuw: IKEA HEMA en meer.", 0),
        ("Ze zijn er!! Kom kijken.", 1),
        ("Ze zijn er! Kom kijken.", 0),
        ("Ze zijn er! " + "Warme wol uit de streek. " * 3 + "Kom!", 0),
        ("Ze zijn er!!! " + "Warme wol uit de streek. " * 20, 1),
        ("Taart 🎂🎂🎂", 0),
        ("Taart 🎂🎂🎂🎂", 1),
        ("🎂 een 🎂 twee 🎂 drie 🎂 vier 🎂 vijf 🎂 zes", 0),
        ("🎂 een 🎂 twee 🎂 drie 🎂 vier 🎂 vijf 🎂 zes 🎂", 1),
    ],
)
def test_shouting_begins_where_it_begins(text, count):
    assert len(found("shouting", text)) == count


def test_shouting_in_an_answer_is_worse():
    assert words_of(found("shouting", "Dat kan niet!!!", kind="reply")) == ["warn"]
    assert words_of(found("shouting", "Dat kan niet!!!")) == ["advise"]


def test_names_of_products_may_stand_in_capitals():
    facts = {"products": [{"names": ["Kleine Beer"]}]}
    assert found("shouting", "De KLEINE BEER is terug.")
    assert found("shouting", "De KLEINE BEER is terug.", facts) == []


def test_the_calm_text_is_offered():
    text = "NIEUW BINNEN: eiken tafels. KOM GAUW KIJKEN in de zaal."
    (finding,) = found("shouting", text)
    (mend,) = finding.mends
    calm = text[: mend.start] + mend.text + text[mend.end :]
    assert calm == "Nieuw binnen: eiken tafels. Kom gauw kijken in de zaal."


# Hashtags.


@pytest.mark.parametrize(
    ("network", "tags", "severities"),
    [
        ("mastodon", 3, []),
        ("mastodon", 4, ["advise"]),
        (None, 4, ["advise"]),
        ("instagram", 5, []),
        ("instagram", 6, ["block"]),
        ("tiktok", 6, ["block"]),
        ("Instagram", 6, ["block"]),
    ],
)
def test_each_network_has_its_number_of_tags(network, tags, severities):
    text = "Zo stop je een sok met een theelepel en een restje wol. " + " ".join(
        f"#tag{number}wol" for number in range(tags)
    )
    assert words_of(found("hashtag-stuffing", text, network=network)) == severities


def test_numbers_after_a_hash_are_no_tags():
    assert found("hashtag-stuffing", "Stap #1, stap #2, stap #3 en stap #4: klaar.") == []


def test_a_trend_is_fine_when_the_post_is_about_it():
    assert found("hashtag-stuffing", "Nieuwe thee #voetbal")
    assert found("hashtag-stuffing", "Drie boeken voor wie van voetbal houdt #voetbal") == []
    facts = {"shop": {"promise": ["voetbal"]}}
    assert found("hashtag-stuffing", "Nieuwe scheenbeschermers #voetbal", facts) == []


def test_the_first_two_tags_are_kept():
    text = "Vaas met de hand gedraaid in Makkum. #keramiek #makkum #wonen #deco #love"
    (finding,) = found("hashtag-stuffing", text)
    (mend,) = finding.mends
    assert text[: mend.start] + mend.text == "Vaas met de hand gedraaid in Makkum. #keramiek #makkum"


# Counter test.


def test_an_insult_blocks_and_a_sneer_warns():
    assert words_of(found("counter-test", "Wat een idioten aan de balie vandaag.")) == ["block"]
    assert words_of(found("counter-test", "Zeurkousen blijven thuis vandaag.")) == ["warn"]


def test_a_rival_by_name_is_not_run_down():
    facts = {"shop": {"rivals": ["Bakker Bos"]}}
    text = "Het brood van Bakker Bos is waardeloos."
    assert found("counter-test", text) == []
    assert words_of(found("counter-test", text, facts)) == ["warn"]


# Company.


def test_who_is_on_the_list_warns_and_who_seems_political_is_a_hint():
    facts = {"shop": {"hold_back": ["leverfix"]}}
    assert words_of(found("association-risk", "Dank aan @Leverfix!", facts)) == ["warn"]
    assert words_of(found("association-risk", "Dank aan @leverfix@mastodon.social!", facts)) == ["warn"]
    assert words_of(found("association-risk", "Dank aan @pvda_zutphen!", facts)) == ["advise"]
    assert found("association-risk", "Dank aan @bieb_zutphen!", facts) == []


def test_whose_words_are_passed_on_counts_as_well():
    facts = {"shop": {"hold_back": ["@leverfix"]}, "quoted": "Nieuwe pers", "quoted_author": "@leverfix"}
    assert words_of(found("association-risk", "Deze pers staat bij ons.", facts, kind="repost")) == ["warn"]


# Off the promise.


def test_without_a_promise_nobody_strays():
    assert found("off-promise-topic", "Recept voor appeltaart.") == []
    assert found("off-promise-topic", "Recept voor appeltaart.", {"shop": {"name": "Jansen"}}) == []


def test_the_name_of_the_trade_is_a_promise_too():
    assert found("off-promise-topic", "Recept voor appeltaart.", {"shop": {"name": "Fietsen Bas"}})


def test_hours_and_products_of_ones_own_never_stray():
    facts = {"shop": {"promise": ["fietsen"]}, "products": [{"names": ["appeltaartvorm"]}]}
    assert found("off-promise-topic", "Recept voor appeltaart.", facts)
    assert found("off-promise-topic", "Recept voor in de appeltaartvorm.", facts) == []
    assert found("off-promise-topic", "Vandaag om vijf uur dicht: wij kijken voetbal.", facts) == []


def straying(off: int, on: int) -> dict:
    texts = ["Recept voor stamppot met rookworst."] * off + ["Zo span je een fietsketting."] * on
    posts = [{"text": text, "at": "2026-11-12"} for text in texts]
    return {"now": NOW, "shop": {"promise": ["fietsen"]}, "archive": posts}


@pytest.mark.parametrize(("off", "on", "count"), [(2, 8, 0), (3, 7, 1), (4, 0, 0), (5, 0, 1)])
def test_one_in_five_may_be_about_something_else(off, on, count):
    assert len(found("off-promise-topic", "November", straying(off, on), kind="account")) == count


def test_short_words_between_two_shouts_are_said_once():
    shouted = "LIMITED TIME: FREE SHIPPING LOWERED TO ORDERS OVER 69 euro."
    [finding] = [one for one in check(Draft(shouted)).findings if one.rule == "shouting"]
    assert finding.mends[0].text == "Limited time: free shipping lowered to orders over"
