"""Whoever takes a mend gets a clean text: no double blanks, no lonely marks, a capital where a sentence begins."""

import re

import pytest

from etiquette.corpus import KNOWN, POSTS
from toonbank.etiquette import Checkup, Draft, Facts, Severity, check
from toonbank.etiquette.mends.holding import mended
from toonbank.etiquette.registry import all_rules

CASES = [
    *(
        (Draft(one.text, one.kind, one.network, one.lang), one.facts)
        for rule in all_rules()
        for one in rule.wrong
    ),
    *((Draft(post.text), KNOWN if post.facts == "jas" else None) for post in POSTS),
    # The same words inside a longer post, where what is left must close up.
    *(
        (Draft(f"Goedemorgen allemaal. {one.text} Tot straks in de winkel.", one.kind, None, "nl"), one.facts)
        for rule in all_rules()
        for one in rule.wrong
        if one.lang == "nl"
    ),
    *(
        (Draft(f"Good morning all.\n\n{one.text}\n\nSee you in the shop.", one.kind, None, "en"), one.facts)
        for rule in all_rules()
        for one in rule.wrong
        if one.lang == "en"
    ),
]
CRUMBS = {
    "two blanks": re.compile(r"[ \t]{2,}"),
    "a blank before a mark": re.compile(r"[ \t][.,;:!?](?!\d)"),
    "a blank at the edge of a line": re.compile(r"(?m)^[ \t]|[ \t]$"),
    "a lonely mark": re.compile(r"(?:^|[.!?,;:\n])\s*[,;:–—](?=\s|$)|(?:^|\s)[.,;:!?](?=\s|$)"),
    "two marks": re.compile(r"[,;:]\s*[.!?,;:]"),
    "empty lines": re.compile(r"\n{3,}"),
    "a small letter where a sentence begins": re.compile(r"(?:\A|[.!?]\s+|\n)[a-zà-ÿ]"),
}


def crumbs(text: str) -> set[str]:
    return {name for name, crumb in CRUMBS.items() if crumb.search(text)}


@pytest.mark.parametrize(("draft", "facts"), CASES, ids=[draft.text[:60] for draft, _ in CASES])
def test_every_mend_leaves_a_clean_text(draft, facts):
    text = draft.text
    for finding in check(draft, Facts.from_json(facts) if facts else None).findings:
        for mend in finding.mends:
            mended = text[: mend.start] + mend.text + text[mend.end :]
            assert crumbs(mended) <= crumbs(text), (finding.rule, mended)


# The law of mends: who takes one has that finding less, no block or warning more, and still a post.

PANNIER = {
    "now": "2026-11-21T10:00:00+01:00",
    "products": [
        {
            "ref": "n",
            "names": ["fietstas Nova", "Nova pannier"],
            "stock": 58,
            "stock_at": "2026-11-21T09:12:00+01:00",
            "price": 39.95,
            "price_history": [{"from": "2026-06-01", "price": 39.95}],
        }
    ],
    "campaigns": [{"ref": "c", "offer": "fietstas Nova", "percent": 20, "ends": "2026-11-29"}],
    "counts": {"customers": 4300, "at": "2026-11-20"},
}
OWN = [
    "Was €39,95 nu €29,95",
    "Was 59,95 nu 39,95 euro. De fietstas Nova is waterdicht.",
    "20% off: was 39.95, now 29.95",
    "De fietstas Nova is nu met 30% korting te koop.",
    "The Nova pannier now with 10 euro off.",
    "Fietstas Nova, normaal 60 euro, vandaag maar 39,95.",
    "Only 3 Nova panniers left. They are waterproof.",
    "Ruim 80 fietstassen Nova op voorraad.",
    "Over 80 Nova panniers in stock.",
    "Meer dan 5.000 klanten gingen je voor.",
    "Kom langs! De fietstas Nova kost 29,95. Wij zijn open tot zes uur.",
    "More than 5,000 customers ride with us.",
    "Mis het niet: de actie eindigt vrijdag, de fietstas Nova voor de helft!",
]
OWN_CASES = [
    (Draft(text + tail, kind), facts)
    for text in OWN
    for kind, tail in (("post", ""), ("reply", " ^JD"), ("reply", " Groet, Noor"))
    for facts in (PANNIER, None)
]


def weighed(checkup: Checkup, least: Severity) -> list[str]:
    return sorted(one.rule for one in checkup.findings if one.severity >= least)


def is_no_more(after: list[str], before: list[str]) -> bool:
    return all(after.count(rule) <= before.count(rule) for rule in after)


@pytest.mark.parametrize(
    ("draft", "facts"), CASES + OWN_CASES, ids=[draft.text[:60] for draft, _ in CASES + OWN_CASES]
)
def test_every_mend_that_is_offered_holds(draft, facts):
    known = Facts.from_json(facts) if facts else None
    before = check(draft, known)
    for finding in before.findings:
        for mend in finding.mends:
            text = mended(draft.text, mend)
            after = check(Draft(text, draft.kind, draft.network, draft.lang), known)
            rules = [[one.rule for one in checkup.findings] for checkup in (after, before)]
            assert rules[0].count(finding.rule) < rules[1].count(finding.rule), text
            for least in (Severity.WARN, Severity.BLOCK):
                assert is_no_more(weighed(after, least), weighed(before, least)), text
            said = re.sub(r"\^\w+|Groet, \w+", "", text)
            assert len(re.findall(r"\w{2,}", said)) >= 1, text


def offered(text: str, facts: dict[str, object], kind: str = "post") -> list[str]:
    checkup = check(Draft(text, kind), Facts.from_json(facts))
    assert checkup.findings
    assert all(finding.fix for finding in checkup.findings)
    return [mended(text, mend) for finding in checkup.findings for mend in finding.mends]


OPEN_COMPLAINT = {"thread": {"label": "complaint-disapproval"}, "case": {"solved": False}}


@pytest.mark.parametrize(
    "text",
    [
        "Kijk intussen naar onze nieuwe collectie. ^JD",
        "Hoi Anna, kijk intussen naar onze nieuwe collectie. Groet, Jan",
        "Meanwhile see our new range. ^JD",
        "Hi Anna, here is 10% off your next order. Kind regards, Jane",
    ],
)
def test_a_name_alone_is_no_answer_and_then_the_advice_stands_in_words(text):
    assert offered(text, OPEN_COMPLAINT, "reply") == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Je krijgt morgen een nieuwe jas. Kijk intussen naar onze nieuwe collectie. ^JD",
            "Je krijgt morgen een nieuwe jas. ^JD",
        ),
        (
            "You get a new coat tomorrow. Meanwhile see our new range. ^JD",
            "You get a new coat tomorrow. ^JD",
        ),
    ],
)
def test_an_answer_from_which_the_selling_is_cut_is_offered(text, left):
    assert offered(text, OPEN_COMPLAINT, "reply") == [left]


def test_a_mend_is_worked_out_only_when_it_is_asked_for():
    (finding,) = check(Draft("Was 89, nu 59 euro.")).findings
    assert "mends" not in vars(finding)
    assert finding.proposed
    assert finding == check(Draft("Was 89, nu 59 euro.")).findings[0]
