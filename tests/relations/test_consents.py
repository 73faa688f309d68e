"""Nobody is named without a yes that holds; a yes that is taken back ends at once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from toonbank.core.errors import BadInput, NotAllowed, Overtaken
from toonbank.etiquette import Draft, Facts, check
from toonbank.ledger.models import Entry
from toonbank.ledger.verifying import verify
from toonbank.relations.consenting import (
    NEW,
    WhichPerson,
    Who,
    Yes,
    give_consent,
    keep_contact,
    withdraw_consent,
)
from toonbank.relations.facts import people_for
from toonbank.relations.models import Consent, Contact

DAY = timedelta(days=1)
SAID = "zei het aan de toonbank, 3 november"
R = "/s/jas/people/"


@pytest.fixture
def de_wit(jas_shop, noor):
    return keep_contact(jas_shop, noor, Who("Mevrouw De Wit", "@De_Wit"), now=NOW)


def rules(shop, text):
    facts = Facts(now=NOW, people=people_for(shop, text, NOW).everybody)
    return {finding.rule for finding in check(Draft(text, kind="post", lang="nl"), facts).findings}


@pytest.mark.parametrize(
    "text", ["Mevrouw De Wit kocht hem vandaag.", "@de_wit had weer eens spijt van haar aankoop."]
)
def test_a_name_needs_a_yes(jas_shop, noor, de_wit, text):
    assert "consent-missing" in rules(jas_shop, text)
    give_consent(de_wit, noor, Yes(SAID, name=True, tag=True), now=NOW - DAY)
    assert "consent-missing" not in rules(jas_shop, text)


def test_a_yes_that_was_taken_back_is_a_no(jas_shop, noor, de_wit):
    consent = give_consent(de_wit, noor, Yes(SAID, name=True), now=NOW - DAY)
    withdraw_consent(consent, noor, now=NOW - timedelta(hours=1))
    assert "consent-missing" in rules(jas_shop, "Mevrouw De Wit kocht hem vandaag.")
    (person,) = people_for(jas_shop, "Mevrouw De Wit", NOW).everybody
    assert person.consent.withdrawn_at == NOW - timedelta(hours=1)
    with pytest.raises(Overtaken):
        withdraw_consent(consent, noor, now=NOW)


def test_the_newest_yes_that_holds_counts(jas_shop, noor, de_wit):
    give_consent(de_wit, noor, Yes(SAID, name=True), now=NOW - 3 * DAY)
    taken_back = give_consent(de_wit, noor, Yes(SAID, quote=True), now=NOW - 2 * DAY)
    withdraw_consent(taken_back, noor, now=NOW - DAY)
    (person,) = people_for(jas_shop, "Mevrouw De Wit", NOW).everybody
    assert (person.consent.name, person.consent.quote, person.consent.withdrawn_at) == (True, False, None)


@pytest.mark.parametrize(("late", "is_named"), [(timedelta(0), True), (timedelta(seconds=1), False)])
def test_a_yes_holds_through_its_last_moment_for_the_register_and_the_rule_alike(
    jas_shop, noor, de_wit, late, is_named
):
    given = give_consent(de_wit, noor, Yes(SAID, name=True, until_at=NOW - late), now=NOW - 3 * DAY)
    assert given.holds_at(NOW) is is_named
    assert ("consent-missing" not in rules(jas_shop, "Mevrouw De Wit kocht hem vandaag.")) is is_named


def test_a_yes_for_one_network_says_so(jas_shop, noor, de_wit):
    give_consent(de_wit, noor, Yes(SAID, name=True, kinds=("mastodon",)), now=NOW - DAY)
    (person,) = people_for(jas_shop, "Mevrouw De Wit", NOW).everybody
    assert person.consent.networks == ("mastodon",)


def test_only_those_whom_the_text_may_mean_are_looked_up(jas_shop, noor, de_wit):
    keep_contact(jas_shop, noor, Who("Mirjam"), now=NOW)
    assert {person.name for person in people_for(jas_shop, "Mirjam was hier", NOW).everybody} == {"Mirjam"}
    assert people_for(jas_shop, "Een jas van wol", NOW).everybody == ()


def test_a_colleague_may_be_named_at_work(jas_shop, noor):
    assert [(one.name, one.role) for one in people_for(jas_shop, "Noor helpt je passen", NOW).everybody] == [
        ("Noor", "staff")
    ]


def test_given_and_taken_back_stand_in_the_ledger(jas_shop, noor, de_wit):
    consent = give_consent(de_wit, noor, Yes(SAID, name=True), now=NOW)
    withdraw_consent(consent, noor, now=NOW)
    entries = Entry.objects.filter(subject=f"consent:{consent.pk}")
    assert [entry.kind for entry in entries] == ["consent_given", "consent_withdrawn"]
    assert "De Wit" not in str([entry.payload for entry in entries])  # the ledger cannot forget a name
    assert verify(jas_shop).closes


@pytest.mark.parametrize(
    "yes",
    [Yes(SAID), Yes("  ", name=True), Yes(SAID, name=True, until_at=NOW - DAY)],
    ids=["nothing", "no proof", "over"],
)
def test_a_yes_that_says_nothing_is_none(noor, de_wit, yes):
    with pytest.raises(BadInput):
        give_consent(de_wit, noor, yes, now=NOW)


def test_who_only_looks_writes_no_consents(jas_shop, hire, de_wit):
    with pytest.raises(NotAllowed):
        give_consent(de_wit, hire(jas_shop, "Kijker", "viewer"), Yes(SAID, name=True), now=NOW)


def test_one_handle_is_one_person(jas_shop, noor, de_wit):
    assert keep_contact(jas_shop, noor, Who("Anna de Wit", "de_wit"), now=NOW) == de_wit
    with pytest.raises(WhichPerson):
        keep_contact(jas_shop, noor, Who("Mevrouw De Wit"), now=NOW)
    assert keep_contact(jas_shop, noor, Who("Mevrouw De Wit", person=NEW), now=NOW) != de_wit


YES = {"role": "customer", "uses": ["name"], "kinds": [], "until_on": "", "proof": SAID}


def test_of_a_known_name_the_form_asks_who_it_is_before_anything_is_kept(jas_shop, noor, door_of):
    first, second = (
        Contact.objects.create(shop=jas_shop, name="Jan de Boer", made_at=NOW - days * DAY) for days in (9, 2)
    )
    said, door = YES | {"name": "jan de boer", "handle": ""}, door_of(noor)
    page = door.post(R + "new/", said)
    assert page.status_code == 400
    assert [one.pk for one in page.context["known"]] == [second.pk, first.pk]
    assert not Consent.objects.exists()
    door.post(R + "new/", said | {"person": str(second.pk)})
    assert Consent.objects.get().contact == second
    door.post(R + "new/", said | {"person": NEW})
    assert Contact.objects.count() == 3


def test_who_is_known_by_an_account_is_asked_for_too_and_no_double_is_made(jas_shop, noor, door_of):
    fatima, door = Contact.objects.create(shop=jas_shop, name="Fatima", handle="@fatima"), door_of(noor)
    for handle in ("", "@fatima_b"):
        page = door.post(R + "new/", YES | {"name": "Fatima", "handle": handle})
        assert page.context["known"] == [fatima]
    door.post(R + "new/", YES | {"name": "Fatima", "handle": "@Fatima"})
    assert Consent.objects.get().contact == fatima
    assert list(Contact.objects.all()) == [fatima]


def test_from_the_page_of_a_person_it_is_that_person(jas_shop, noor, door_of):
    first, second = (Contact.objects.create(shop=jas_shop, name="Jan de Boer") for _ in range(2))
    door = door_of(noor)
    assert f"person={second.pk}" in door.get(f"{R}{second.pk}/").content.decode()
    page = door.get(f"{R}new/?name=Jan+de+Boer&handle=&person={second.pk}").content.decode()
    assert f'name="person" value="{second.pk}"' in page
    # Another name typed there is somebody else.
    other = YES | {"name": "Piet", "handle": "", "person": str(second.pk)}
    assert door.post(R + "new/", other).status_code == 302
    assert Consent.objects.get().contact.name == "Piet"
    assert first.consents.count() == second.consents.count() == 0


def test_as_many_questions_for_a_crowd_as_for_one(jas_shop, noor):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            people_for(jas_shop, "Mirjam", NOW)
        return len(asked)

    give_consent(keep_contact(jas_shop, noor, Who("Mirjam"), now=NOW), noor, Yes(SAID, name=True), now=NOW)
    one = questions()
    for number in range(30):
        who = keep_contact(jas_shop, noor, Who(f"Mirjam {number}"), now=NOW)
        give_consent(who, noor, Yes(SAID, name=True), now=NOW)
    assert questions() == one <= 3


def test_the_register_is_kept_without_javascript(jas_shop, noor, door_of):
    door = door_of(noor)
    assert "Nog niemand" in door.get(R).content.decode()
    said = {
        "name": "Mirjam",
        "handle": "",
        "role": "customer",
        "uses": ["name"],
        "kinds": [],
        "until_on": "",
        "proof": "",
    }
    refused = door.post(R + "new/", said)
    assert refused.status_code == 400
    assert 'value="Mirjam"' in refused.content.decode()
    answer = door.post(R + "new/", said | {"proof": SAID, "until_on": "2100-12-31"}, follow=True)
    html = answer.content.decode()
    assert "bij naam noemen" in html
    assert "tot en met 31 december 2100" in html
    consent = Consent.objects.get()
    html = door.post(f"{R}consents/{consent.pk}/withdraw/", follow=True).content.decode()
    assert "ingetrokken" in html
    assert "genoteerd door Noor" in html
    assert "Mirjam" in door.get(R + "?words=mir").content.decode()
    assert "Niemand" in door.get(R + "?words=piet").content.decode()


def test_the_register_asks_as_often_for_one_as_for_thirty(jas_shop, noor, door_of):
    door = door_of(noor)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert door.get(R).status_code == 200
        return len(asked)

    give_consent(keep_contact(jas_shop, noor, Who("Mirjam"), now=NOW), noor, Yes(SAID, name=True), now=NOW)
    one = questions()
    for number in range(30):
        who = keep_contact(jas_shop, noor, Who(f"Klant {number}"), now=NOW)
        give_consent(who, noor, Yes(SAID, name=True), now=NOW)
    assert questions() == one <= 10


def test_a_viewer_sees_no_buttons(jas_shop, hire, door_of, de_wit):
    door = door_of(hire(jas_shop, "Kijker", "viewer"))
    assert "people/new/" not in door.get(R).content.decode()
    assert door.get(R + "new/").status_code == 403
    assert Contact.objects.count() == 1


def test_a_crowd_of_first_names_hides_nobody_who_is_named_in_full(jas_shop, noor):
    for number in range(40):
        keep_contact(jas_shop, noor, Who(f"Anna Achternaam{number}", f"@anna{number}"), now=NOW)
    bakker = keep_contact(jas_shop, noor, Who("Mirjam Bakker", "@mirjam"), now=NOW)
    taken_back = give_consent(bakker, noor, Yes(SAID, name=True), now=NOW - DAY)
    withdraw_consent(taken_back, noor, now=NOW)
    text = "Anna heeft Mirjam Bakker geholpen, kijk bij @mirjam"
    assert "Mirjam Bakker" in {person.name for person in people_for(jas_shop, text, NOW).everybody}
    assert "@mirjam" in {
        person.handle for person in people_for(jas_shop, "Met @mirjam en Anna", NOW).everybody
    }
