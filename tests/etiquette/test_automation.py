"""Replies from a drawer, machines that do not say so, and contact nobody asked for: the line from both sides."""

from typing import Any

import pytest

from toonbank.etiquette import Draft, Facts, Finding, check

WORDS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"


def found(rule: str, text: str, facts: dict[str, Any] | None = None, kind: Any = "reply") -> list[Finding]:
    checkup = check(Draft(text, kind), Facts.from_json(facts) if facts else None)
    return [one for one in checkup.findings if one.rule == rule]


def alike(earlier: str, limit: float = 0.8) -> bool:
    facts = {"reply_archive": [earlier], "thresholds": {"similar_replies_share": limit}}
    return bool(found("canned-reply", WORDS, facts))


def test_a_reply_may_share_less_than_four_fifths_of_its_runs_with_another():
    words = WORDS.split()
    sixteen_of_twenty = " ".join([*words[:18], "negen", "tien"])  # 16 runs shared, 20 together
    fifteen_of_twenty_one = " ".join([*words[:17], "acht", "negen", "tien"])
    assert alike(sixteen_of_twenty)
    assert not alike(fifteen_of_twenty_one)
    assert alike(fifteen_of_twenty_one, limit=0.7)


def test_another_name_does_not_make_it_another_reply():
    earlier = "Hoi Ilse, de groene muts komt vrijdag weer binnen, zal ik er een opzij leggen? ^NB"
    facts = {"reply_archive": [earlier]}
    assert found(
        "canned-reply",
        "Hoi Omar, de groene muts komt vrijdag weer binnen, zal ik er een opzij leggen? ^BV",
        facts,
    )
    assert not found("canned-reply", "Dank je wel!", {"reply_archive": ["Dank je wel!"]})


def test_one_word_on_the_matter_takes_it_out_of_the_drawer():
    assert found("canned-reply", "Bedankt voor je bericht, we nemen zo snel mogelijk contact op.")
    assert not found("canned-reply", "Bedankt voor je bericht, de rits ligt klaar.")


def test_thanks_are_enough_for_a_compliment():
    text = "Dank voor je reactie, fijne dag verder!"
    assert found("canned-reply", text, {"thread": {"label": "question"}})
    assert not found("canned-reply", text, {"thread": {"label": "compliment"}})


def test_an_open_hole_is_filled_with_the_name_of_the_thread():
    facts = {
        "thread": {"messages": [{"from": "customer", "name": "Mirjam de Wit", "text": "Is hij er nog?"}]}
    }
    text = "Beste {voornaam}, hij hangt achter de kassa."
    (one,) = found("canned-reply", text, facts)
    (mend,) = one.mends
    assert text[: mend.start] + mend.text + text[mend.end :] == "Beste Mirjam, hij hangt achter de kassa."


@pytest.mark.parametrize(
    ("automation", "is_found"),
    [
        ({"generated": True, "human_reviewed": False}, True),
        ({"generated": True}, True),
        ({"auto_send": True, "human_reviewed": False}, True),
        ({"generated": True, "human_reviewed": True}, False),
        ({"generated": False, "human_reviewed": False}, False),
        ({}, False),
    ],
)
def test_only_an_answer_that_no_person_wrote_or_read_must_say_so(automation, is_found):
    assert bool(found("bot-undisclosed", "Hoi, ik ben Lisa!", {"automation": automation})) is is_found


def test_saying_so_clears_it_and_denying_it_does_not():
    facts = {"automation": {"generated": True, "human_reviewed": False}}
    assert not found("bot-undisclosed", "Je praat met onze chatbot.", facts)
    assert found("bot-undisclosed", "Ik ben geen chatbot, vraag maar raak.", facts)


@pytest.mark.parametrize(
    ("media", "is_found"),
    [
        ({"synthetic": True, "people": "recognisable"}, True),
        ({"synthetic": True, "people": "recognisable", "labelled": True}, False),
        ({"synthetic": False, "people": "none"}, False),
        ({"people": "none"}, False),
    ],
)
def test_a_made_up_likeness_has_a_label(media, is_found):
    facts = {"media": [{"rights": "own", **media}]}
    assert bool(found("bot-undisclosed", "Zo blij kan een klant zijn.", facts, "post")) is is_found


def test_the_label_can_be_added_with_one_click():
    facts = {"media": [{"rights": "own", "synthetic": True, "people": "unrecognisable"}]}
    text = "Zo blij kan een klant zijn."
    (one,) = found("bot-undisclosed", text, facts, "post")
    (mend,) = one.mends
    mended = text[: mend.start] + mend.text + text[mend.end :]
    assert mended == "Zo blij kan een klant zijn. Beeld gemaakt met AI."
    assert not found("bot-undisclosed", mended, facts, "post")


def test_who_began_is_what_counts():
    text = "@wandelaar zag dat je een jas zoekt, kijk bij ons!"
    assert found("unsolicited-contact", text)
    assert found("unsolicited-contact", text, {"thread": {"addressed_us": False}})
    assert not found("unsolicited-contact", text, {"thread": {"addressed_us": True}})
    assert found("unsolicited-contact", "Wat een mooie foto!", {"thread": {"addressed_us": False}})


def test_messages_to_everybody_are_refused_and_those_who_asked_get_theirs():
    assert found("unsolicited-contact", "We sturen alle volgers een DM met de korting.", kind="post")
    assert not found("unsolicited-contact", "Wie zich opgaf, krijgt van ons een DM.", kind="post")
    assert not found("unsolicited-contact", "We sturen nooit zomaar een DM aan alle volgers.", kind="post")


def test_an_automatic_message_that_tells_something_is_no_machine_talk():
    assert found("automated-voice", "Dit is een automatisch bericht.")
    assert not found("automated-voice", "Dit is een automatisch bericht: we zijn er morgen om 9 uur weer.")


AUTOMATIC = {"automation": {"generated": True, "auto_send": True, "human_reviewed": False}}


@pytest.mark.parametrize(
    "said",
    [
        "Dit is een geautomatiseerd antwoord: maandag lezen we je bericht.",
        "Maandag zijn we er weer. Dit bericht is automatisch verstuurd.",
        "This is an automated message: open again Monday.",
        "Back at ten. This reply was sent automatically.",
    ],
)
def test_who_says_that_it_is_automatic_as_asked_is_not_told_to_sound_like_it(said):
    assert not found("automated-voice", said)
    assert not found("automated-voice", said, AUTOMATIC)
    assert not found("bot-undisclosed", said, AUTOMATIC)


def test_what_is_known_to_be_automatic_must_say_so_whatever_else_it_tells():
    said = "Dit is een automatisch antwoord: de sjaal ligt klaar."
    assert found("automated-voice", said)
    assert not found("automated-voice", said, AUTOMATIC)


@pytest.mark.parametrize(
    "said",
    [
        "Dit is een automatisch bericht, niet beantwoorden.",
        "This is an automated message. Do not reply to this email.",
        "Dit is een automatisch antwoord. Uw verzoek is geregistreerd onder ticket 812.",
    ],
)
def test_a_system_that_wants_no_answer_sounds_like_one(said):
    assert found("automated-voice", said, AUTOMATIC)


def test_one_stopgap_is_human_and_two_are_not():
    assert not found("automated-voice", "Een scala aan kleuren, van mos tot roest.", kind="post")
    assert found(
        "automated-voice", "Een scala aan kleuren, de perfecte balans tussen mos en roest.", kind="post"
    )
    generated = {"automation": {"generated": True, "human_reviewed": True}}
    assert found("automated-voice", "Een scala aan kleuren, van mos tot roest.", generated, "post")
