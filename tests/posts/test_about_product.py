"""What the shop said of a product stands on that product's page."""

import pytest

from conftest import NOW
from toonbank.posts.drafting import Words, start_post
from toonbank.shops.desk import at


@pytest.fixture
def posts(jas_shop, noor, hats):
    said = start_post(jas_shop, noor, Words(text="Muts Kleine Beer past onder een helm."), now=NOW)
    linked = start_post(jas_shop, noor, Words(text="Deze is er weer.", product_ids=(hats.pk,)), now=NOW)
    other = start_post(jas_shop, noor, Words(text="Zo was je een wollen jas."), now=NOW)
    return said, linked, other


def test_posts_that_name_or_link_a_product_stand_on_its_page(jas_shop, noor, hats, posts, door_of):
    address = at(jas_shop, "posts:about-product", hats.pk)
    part = door_of(noor).get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Muts Kleine Beer past onder een helm." in part
    assert "Deze is er weer." in part
    assert "Zo was je" not in part


def test_without_script_the_list_of_posts_is_searched(jas_shop, noor, hats, posts, door_of):
    answer = door_of(noor).get(at(jas_shop, "posts:about-product", hats.pk))
    assert answer.url == at(jas_shop, "posts:list") + "?words=Muts+Kleine+Beer"


def test_a_product_of_which_nothing_was_said_says_so(jas_shop, noor, hats, door_of):
    part = door_of(noor).get(at(jas_shop, "posts:about-product", hats.pk), headers={"HX-Request": "true"})
    assert "Nog geen bericht" in part.content.decode()
