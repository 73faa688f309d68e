"""Who stands in the register is seen in a post of the desk, whatever the words around the name."""

from datetime import timedelta

import pytest

from conftest import NOW
from posts.sending import Fence, Watch, only_delivery, say_yes
from toonbank.evidence.dossier import Quote
from toonbank.evidence.filing import put_on_file
from toonbank.posts.checking import Setting, judge
from toonbank.posts.delivering import deliver
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact, withdraw_consent

DAY = timedelta(days=1)
SAID = "zei het aan de toonbank, 3 november"
WARM = "Marloes Kramer zocht een warme jas. Ze paste er vijf, en de dunste won."


@pytest.fixture
def marloes(jas_shop, noor):
    return keep_contact(jas_shop, noor, Who("Marloes Kramer", "@marloes.k"), now=NOW)


def findings(shop, text, lang="nl"):
    return [one.rule for one in judge(Setting(shop, NOW, lang), text)[None].unanswered]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (WARM, "nl"),
        ("Deze jas hing al klaar voor mevrouw Kramer.", "nl"),
        ("Zo draagt marloes.k haar jas.", "nl"),
        ("Een mooie middag. #MarloesKramer", "nl"),
        ("We had tea with Marloes Kramer, and the rain stopped.", "en"),
    ],
)
def test_a_customer_without_a_yes_is_seen(jas_shop, noor, marloes, text, lang):
    assert findings(jas_shop, text, lang) == ["consent-missing"]
    give_consent(marloes, noor, Yes(SAID, name=True, tag=True), now=NOW - DAY)
    assert findings(jas_shop, text, lang) == []


def test_the_yes_of_somebody_with_the_same_first_name_is_not_hers(jas_shop, noor, marloes):
    other = keep_contact(jas_shop, noor, Who("Marloes Bakker"), now=NOW)
    give_consent(other, noor, Yes(SAID, name=True), now=NOW - DAY)
    assert findings(jas_shop, WARM) == ["consent-missing"]


def test_the_last_look_holds_a_post_on_her_when_she_took_her_yes_back(jas_shop, bas, noor, square, marloes):
    watch, fence = Watch(NOW), Fence()
    consent = give_consent(marloes, noor, Yes(SAID, name=True), now=NOW)
    delivery = only_delivery(say_yes(jas_shop, bas, noor, [square], now=NOW, text=WARM))
    withdraw_consent(consent, noor, now=watch.ahead(minutes=1))

    assert deliver(delivery.pk, clock=watch, opener=fence.opened_by) is None

    delivery.refresh_from_db()
    assert (delivery.state, fence.posts) == ("held", [])
    assert [finding["rule"] for finding in delivery.held_why["findings"]] == ["consent-missing"]


QUOTED = "Een klant schreef: “Na drie winters nog geen pluisje.” Daar zijn we blij mee."


def filed(shop, noor, author, agreed=""):
    words = Quote(text="Na drie winters nog geen pluisje.", source="het plein", author=author, agreed=agreed)
    return put_on_file(shop, noor, words, now=NOW)


@pytest.mark.parametrize("agreed", ["", SAID])
def test_who_takes_a_yes_back_is_not_quoted_without_a_name_either(jas_shop, noor, marloes, agreed):
    filed(jas_shop, noor, "Marloes Kramer", agreed)
    consent = give_consent(marloes, noor, Yes(SAID, quote=True), now=NOW - DAY)
    assert findings(jas_shop, QUOTED) == []

    withdraw_consent(consent, noor, now=NOW - DAY)
    assert findings(jas_shop, QUOTED) == ["consent-missing"]


def test_words_on_file_that_nobody_agreed_to_are_not_used(jas_shop, noor):
    filed(jas_shop, noor, "Anouk")
    assert findings(jas_shop, QUOTED) == ["consent-missing"]
    assert findings(jas_shop, "Iemand vertelde: na drie winters nog geen pluisje.") == ["consent-missing"]


def test_words_on_file_with_a_yes_may_be_used(jas_shop, noor, marloes):
    filed(jas_shop, noor, "Anouk", SAID)
    assert findings(jas_shop, QUOTED) == []
