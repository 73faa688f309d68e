"""Sizes hang in the order of a rail."""

import random

import pytest

from toonbank.evidence.models import Product
from toonbank.evidence.sizing import by_size, size_key


@pytest.mark.parametrize(
    "rail",
    [
        ["XXS", "XS", "S", "M", "L", "XL", "XXL", "3XL"],
        ["34", "36", "38", "40"],
        ["9", "10", "11"],
        ["92", "104", "116"],
        ["23-26", "35-38", "39-42"],
        ["2 jaar", "4 jaar", "10 jaar"],
        ["37,5", "38"],
        ["S/M", "L/XL"],
    ],
)
def test_sizes_hang_in_the_order_of_a_rail(rail):
    mixed = random.Random(7).sample(rail, len(rail))

    assert sorted(mixed, key=size_key) == rail


def test_only_what_is_one_article_changes_places():
    def hang(pk, group, size, color=""):
        return Product(pk=pk, group_ref=group, size=size, color=color)

    rail = [hang(1, "", "L"), hang(2, "", "S"), hang(3, "J-5", "L"), hang(4, "J-5", "S"), hang(5, "J-6", "S")]

    assert [product.pk for product in by_size(rail)] == [1, 2, 4, 3, 5]


def test_sizes_of_one_colour_stay_together():
    rail = [
        Product(pk=pk, group_ref="T-1", size=size, color=color)
        for pk, (size, color) in enumerate([("L", "rood"), ("L", "blauw"), ("S", "rood"), ("S", "blauw")])
    ]

    assert [(one.color, one.size) for one in by_size(rail)] == [
        ("blauw", "S"),
        ("blauw", "L"),
        ("rood", "S"),
        ("rood", "L"),
    ]
