"""The page of a rule in the desk: from a finding to why it is one, and what it rests on."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from toonbank.etiquette.laws import laws_of
from toonbank.etiquette.registry import rule_named

pytestmark = pytest.mark.django_db
FALSE = "Nog maar 3 mutsen Kleine Beer op de plank."


def words_of(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def desk(noor, door_of):
    return door_of(noor)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_tells_why_what_is_wrong_and_what_it_rests_on(desk, noor, lang):
    desk.post("/language/", {"language": lang, "next": "/"})
    page = words_of(desk.get("/s/jas/rules/scarcity-false/"))
    rule = rule_named("scarcity-false")
    assert rule.title[lang] in page
    assert rule.why[lang] in page
    assert [one.text for one in (*rule.wrong, *rule.right) if one.lang == lang and one.text not in page] == []
    for law in laws_of(rule.slug):
        assert law.says[lang] in page
        assert law.known(lang) in page


def test_a_finding_leads_to_its_rule_and_does_not_take_the_words_away(desk):
    page = desk.get("/s/jas/posts/new/", {"text": FALSE}).content.decode()
    answer = desk.post("/s/jas/posts/check/", {"text": FALSE, "lang": "nl"}, headers={"HX-Request": "true"})
    panel = answer.content.decode()
    link = re.search(r'<a href="(/s/jas/rules/scarcity-unproven/)"([^>]*)>', panel)
    assert "textarea" in page
    assert link
    assert 'target="_blank"' in link[2]
    assert desk.get(link[1]).status_code == 200


def test_a_rule_that_does_not_exist_has_no_page(desk):
    assert desk.get("/s/jas/rules/scarcity-fals/").status_code == 404


def test_it_asks_the_database_for_who_looks_and_nothing_else(desk):
    desk.get("/s/jas/rules/scarcity-false/")
    with CaptureQueriesContext(connection) as queries:
        desk.get("/s/jas/rules/price-was-not-lowest-30-days/")
    assert len(queries) <= 4
