"""What is heard only faintly is told, and stops nothing; what is heard surely still does."""

from toonbank.etiquette import Draft, Facts, check
from toonbank.etiquette.checking import hear
from toonbank.etiquette.claimlike import HEARD, KINDS, SURE
from toonbank.etiquette.facts import NOTHING_KNOWN
from toonbank.etiquette.finding import Severity
from toonbank.etiquette.kinds.base import Noticed
from toonbank.etiquette.rule import about

POSTS = (
    "Noor kijkt in de la en ziet de bodem van de doos met roze knopen.",
    "The pile of blue scarves by the till is not what it was this morning.",
    "Half the street walks past our window in that coat by now.",
    "Zondag trekken we het zeil over de kraam en dan is het uit met die prijs.",
    "Bas heeft de rest van de mutsen in één mandje kunnen leggen.",
    "Nobody I know has gone home without one of these mugs lately.",
)


def severities(text: str) -> set[Severity]:
    return {one.severity for one in check(Draft(text)).findings}


def faint_ones(text: str) -> list[Noticed]:
    return [one for one in hear(Draft(text), NOTHING_KNOWN).noticed if not one.is_sure]


def test_a_hint_is_never_surer_than_what_stops_a_post():
    assert set(HEARD) == set(KINDS)
    assert max(HEARD.values()) < SURE


def test_a_pattern_among_words_of_something_else_stops_nothing():
    assert severities("The best cure for moss on a path is a stiff brush and a dry day.") <= {Severity.ADVISE}
    assert Severity.WARN in severities("The best bakery in the whole of Zutphen, and you know it.")


def test_what_the_facts_contradict_stops_a_post_whatever_it_sounds_like():
    facts = Facts.from_json(
        {
            "now": "2026-11-21T10:00:00+01:00",
            "products": [
                {"ref": "p1", "names": ["theepot Saar"], "stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}
            ],
        }
    )
    odd = "Na het kaarten zijn er nog maar 3 theepotten Saar van de oude club bij oma op zolder over."
    assert Severity.BLOCK in {one.severity for one in check(Draft(odd), facts).findings}


def test_some_posts_are_heard_only_faintly():
    assert any(faint_ones(text) for text in POSTS)


def test_what_is_heard_faintly_is_at_most_advised_on():
    for text in POSTS:
        for one in faint_ones(text):
            assert not one.is_pressing
            assert about(one, "hint").severity is Severity.ADVISE
            heard = [
                finding
                for finding in check(Draft(text)).findings
                if (finding.start, finding.end) == (one.start, one.end)
            ]
            assert all(finding.severity is Severity.ADVISE for finding in heard)


def test_a_plain_count_still_stops_the_post():
    findings = check(Draft("Nog maar 3 jassen op het rek!")).findings
    assert any(one.rule == "scarcity-unproven" and one.severity is Severity.BLOCK for one in findings)


def test_plenty_in_stock_makes_a_calm_sentence_no_lie():
    facts = Facts.from_json(
        {
            "now": "2026-11-21T10:00:00+01:00",
            "products": [
                {"ref": "p1", "names": ["theepot Saar"], "stock": 41, "stock_at": "2026-11-21T09:12:00+01:00"}
            ],
        }
    )
    found = check(Draft("Er liggen theepotten Saar op de plank!"), facts).findings
    assert [one.rule for one in found if one.severity is Severity.BLOCK] == []


def test_who_speaks_in_a_post_is_heard_as_a_quote():
    for text in (
        'Mevrouw De Wit mailde: "Ik heb er de hele winter in gelopen, ook op de dijk."',
        'A regular told us over the counter: "I came in for thread and left with a coat."',
    ):
        assert "quote" in {one.kind for one in check(Draft(text)).claims}


def test_what_the_shop_itself_says_is_no_quote():
    for text in (
        '"Meten is weten, en dan nog eens meten," zei mijn vader altijd.',
        'I said: "We open the door at nine then."',
    ):
        assert "quote" not in {one.kind for one in check(Draft(text)).claims}


def test_a_price_in_pounds_is_a_price_and_an_amount_off_is_none():
    assert [one.kind for one in check(Draft("Hemming a coat is £12 while you wait.")).claims] == ["price"]
    assert "price" not in {one.kind for one in check(Draft("There is a fiver off every scarf.")).claims}
