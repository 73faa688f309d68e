"""What is said about a picture counts: who can be seen, whose it is, and whether a machine made it."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from conftest import NOW
from toonbank.posts.checking import judge_post
from toonbank.posts.drafting import add_picture_to, edit_post
from toonbank.posts.models import Picture
from toonbank.posts.pictures import PictureWords
from toonbank.relations.consenting import Who, Yes, give_consent, keep_contact, withdraw_consent

SCENE = "Zo borstel je een jas: elke zondag, met de draad mee."


@pytest.fixture(autouse=True)
def own_pictures(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def henk(jas_shop, noor):
    """A customer who likes being in the picture."""
    contact = keep_contact(jas_shop, noor, Who("Henk", handle="@henk"), now=NOW)
    give_consent(contact, noor, Yes("per e-mail", photo=True), now=NOW)
    return contact


@pytest.fixture
def with_picture(write, bas):
    packed = io.BytesIO()
    Image.new("RGB", (30, 20), (90, 20, 30)).save(packed, "PNG")
    post = write(bas, SCENE)
    add_picture_to(post, bas, packed.getvalue(), now=NOW)
    return post


@pytest.fixture
def rules(with_picture, words_of, bas):
    """Which rules object when this is said about the picture."""

    def judge(**answers):
        words = PictureWords("Een jas", **answers)
        pictures = {with_picture.pictures.get().pk: words}
        edit_post(
            with_picture,
            bas,
            words_of(with_picture, pictures=pictures),
            version=with_picture.version,
            now=NOW,
        )
        ((_variant, judged),) = judge_post(with_picture, now=NOW)
        return {finding.rule for finding in judged.checkup.findings}

    return judge


def test_a_picture_of_which_only_the_people_are_said_is_judged_as_before(rules):
    assert rules() == {"portrait-consent"}
    assert rules(people="none") == set()


def test_who_said_yes_to_a_picture_may_be_recognised_and_who_took_it_back_may_not(rules, henk, noor):
    assert rules(people="recognisable") == {"portrait-consent"}
    assert rules(people="recognisable", person_ids=(henk.pk,)) == set()
    withdraw_consent(henk.consents.get(), noor, now=NOW)
    assert rules(people="recognisable", person_ids=(henk.pk,)) == {"portrait-consent"}


def test_a_colleague_who_is_a_contact_is_known_by_the_yes_that_was_written_down(rules, jas_shop, noor):
    bas = keep_contact(jas_shop, noor, Who("Bas", role="staff"), now=NOW)
    give_consent(bas, noor, Yes("afgesproken", name=True, photo=True), now=NOW)
    assert rules(people="recognisable", person_ids=(bas.pk,)) == set()


@pytest.mark.parametrize(
    ("rights", "found"),
    [
        ("", set()),
        ("own", set()),
        ("credited", set()),
        ("third-party", {"third-party-content"}),
        ("unknown", {"third-party-content"}),
    ],
)
def test_whose_it_is_warns_only_when_it_is_not_free(rights, found, rules):
    assert rules(people="none", rights=rights) == found


@pytest.mark.parametrize(
    ("making", "found"),
    [("", set()), ("person", set()), ("machine-labelled", set()), ("machine", {"bot-undisclosed"})],
)
def test_a_machines_picture_of_people_says_so(making, found, rules):
    assert rules(people="unrecognisable", making=making) == found


def test_somebody_of_another_shop_is_nobody_here(rules, henk, with_picture, bas):
    assert rules(people="recognisable", person_ids=(henk.pk + 1000,)) == {"portrait-consent"}
    assert list(with_picture.pictures.get().persons.all()) == []


def asked(page, name):
    return f'name="{name}"' in page


def test_the_questions_stand_open_until_somebody_answered(with_picture, henk, bas, door_of, square):
    client, pk = door_of(bas), Picture.objects.get().pk
    address = reverse("posts:edit", args=["jas", with_picture.pk])
    page = client.get(address).content.decode()
    assert "<details open>" in page
    assert all(asked(page, f"{name}-{pk}") for name in ("people", "persons", "rights", "making"))

    said = {"text": SCENE, "lang": "nl", "reader_gets": "x", "accounts": square.pk, "day": "", "time": ""}
    said |= {"version": with_picture.version, f"people-{pk}": "recognisable", f"persons-{pk}": henk.pk}
    said |= {f"rights-{pk}": "own", f"making-{pk}": "person", f"alt-{pk}": "Henk past een jas"}
    client.post(address, said)
    picture = Picture.objects.get()
    assert (picture.people, picture.rights, picture.making) == ("recognisable", "own", "person")
    assert list(picture.persons.all()) == [henk]
    page = client.get(address).content.decode()
    assert "<details open>" not in page
    assert "eigen" in page


def test_the_check_while_typing_hears_the_answers_before_they_are_saved(
    with_picture, henk, bas, door_of, square
):
    client, pk = door_of(bas), Picture.objects.get().pk
    typed = {"text": SCENE, "lang": "nl", "reader_gets": "x", "accounts": square.pk, "post": with_picture.pk}
    address, blocked = reverse("posts:check", args=["jas"]), "Herkenbaar op de foto"
    assert blocked in client.post(address, typed | {f"people-{pk}": "recognisable"}).content.decode()
    answered = typed | {f"people-{pk}": "recognisable", f"persons-{pk}": henk.pk}
    with CaptureQueriesContext(connection) as queries:
        assert blocked not in client.post(address, answered).content.decode()
    assert len(queries) <= 10


def test_a_post_with_pictures_asks_no_more_than_ten(with_picture, henk, bas, door_of):
    client, address = door_of(bas), reverse("posts:edit", args=["jas", with_picture.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) <= 10
