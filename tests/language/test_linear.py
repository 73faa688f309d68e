"""The small linear model: the same bytes for the same weights, and sums that anybody can follow."""

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toonbank.core.errors import BadInput
from toonbank.language.features import features, pair_features, pair_halves, tokens, word_features, word_sums
from toonbank.language.linear import Fitted, Linear, check_sum, write

FITTED = Fitted(
    labels=("complaint", "compliment"),
    weights={"w:kapot": (2.0, -1.0), "w:blij": (-1.5, 2.5), "w:de": (0.0, 0.0)},
    slopes=(1.0, 1.0),
    shifts=(-0.5, 0.5),
    damping=0.0,
)


@pytest.fixture
def model() -> Linear:
    return Linear.read(write(FITTED))


def test_the_same_weights_are_the_same_bytes_whatever_their_order():
    turned = FITTED._replace(weights=dict(reversed(FITTED.weights.items())))
    assert write(FITTED) == write(turned)


def test_a_feature_without_weight_takes_no_room(model: Linear):
    assert len(model) == 2


def test_a_broken_coat_is_a_complaint_and_a_happy_customer_is_not(model: Linear):
    broken, happy = model.scores(["w:kapot"]), model.scores(["w:blij"])
    assert broken[0] > 0.8
    assert happy[0] < 0.2
    assert sum(broken) == pytest.approx(1)


def test_a_weight_can_be_asked_for(model: Linear):
    assert model.weight("w:kapot", "complaint") == pytest.approx(2.0, abs=0.02)
    assert model.weight("w:blij", "complaint") == pytest.approx(-1.5, abs=0.02)
    assert model.weight("w:nooit gezien", "complaint") == 0


def test_labels_that_stand_on_their_own_need_not_add_up():
    model = Linear.read(write(FITTED._replace(link="each", shifts=(3.0, 3.0))))
    assert sum(model.scores([])) > 1.8


def test_a_long_text_is_damped():
    model = Linear.read(write(FITTED._replace(damping=0.5, shifts=(0.0, 0.0))))
    alone = model.logits_of(model.total(["w:kapot"]))[0]
    among = model.logits_of(model.total(["w:kapot", *map(str, range(98))]))[0]
    assert among == pytest.approx(alone * (2 / 100) ** 0.5)


@given(st.lists(st.sampled_from(["w:kapot", "w:blij", "w:jas", "\ud800"]), max_size=400))
def test_the_sums_side_by_side_are_the_sums_one_by_one(given_features: list[str]):
    model = Linear.read(write(FITTED))
    for label, logit, shift in zip(
        model.labels, model.logits_of(model.total(given_features)), (-0.5, 0.5), strict=True
    ):
        assert logit == pytest.approx(
            sum(model.weight(one, label) for one in given_features) + shift, abs=1e-6
        )


@pytest.mark.parametrize("content", [b"", b"something else", write(FITTED)[:40], write(FITTED)[:-9]])
def test_a_damaged_file_is_refused_with_a_way_out(content: bytes):
    with pytest.raises(BadInput, match="anew"):
        Linear.read(content)


def test_a_model_of_nothing_reads_back():
    model = Linear.read(write(FITTED._replace(weights={})))
    assert len(model) == 0
    assert model.scores(["w:kapot"])[1] > 0.5


def test_a_typing_error_shares_parts_with_the_word_that_was_meant():
    right, wrong = set(features("teleurgesteld")), set(features("teleurgestelt"))
    assert len(right & wrong) > 0.7 * len(right)


def test_drawn_out_letters_numbers_links_and_names_are_made_plain():
    assert "w:zoo" in features("zooooooo")
    assert {"w:0", "w:url", "w:@", "w:!!"} <= set(features("@jas kijk https://example.org/a?b 49,95 !!!!!"))


@given(st.text(st.characters(), max_size=300))
def test_features_never_fail_on_any_text(text: str):
    assert features(text) == features(text)


@pytest.mark.parametrize(
    "word", ["a", "jas", "#jas", "één", "l'eau", "\ud800x", "0", "!!", "😡", "regenjassenwinkel"]
)
def test_the_check_sums_of_a_word_are_those_of_its_features(word: str):
    assert sorted(word_sums(word)) == sorted(map(check_sum, word_features(word)))


@given(st.text(st.characters(), max_size=60))
def test_two_halves_make_the_check_sum_of_a_pair(text: str):
    words = tokens(text)[:2]
    if len(words) == 2:
        second, first = pair_halves(words[1])[0], pair_halves(words[0])[1]
        assert crc32(second, first) == check_sum(pair_features(words)[0])


@pytest.mark.parametrize("labels", [1, 2, 3, 4, 25])
def test_many_features_at_once_weigh_what_they_weigh_one_by_one(labels: int):
    weights = {
        f"w:{one}": [(one * 37 + place * 91) % 255 - 127.0 for place in range(labels)] for one in range(6_000)
    }
    names = tuple(map(str, range(labels)))
    model = Linear.read(write(Fitted(names, weights, (1.0,) * labels, (0.0,) * labels, damping=0.0)))
    for size in (1, 255, 257, 6_000, 300):  # the first when cold, the last when all rows were made
        asked = list(weights)[-size:]
        total = size + model.total_of(map(check_sum, [*asked, "w:never seen"]))
        sums = [sum(weights[one][place] for one in asked) for place in range(labels)]
        assert model.logits_of(total) == pytest.approx(sums)
        assert model.logits_of(total, 1) == model.logits_of(total)[:1]


def test_no_number_of_features_breaks_the_sums(model: Linear):
    assert len(model.scores_of((1 << 40) * model.row("w:kapot"))) == 2
