"""What every channel must do, whatever network is behind it. Each test gets a bench of `benches.py`."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from toonbank.channels.pictures import clean_picture
from toonbank.core.errors import Refused, SignInAgain, TryLater, Uncertain

from .benches import outgoing

ODD_CHARACTERS = [
    "Familie 👩‍👩‍👧‍👦 past in maat M",
    "🇳🇱🇧🇪 ook in België, met 👍🏽 en 1️⃣",
    "Cafe\u0301 en Zoe\u0308: losse accenten",
    "מעיל גשם في المطر, en weer links naar rechts",
    "Regels\nonder\n\nelkaar, “aanhalingstekens” & <tekens>",
    "𝓢𝓬𝓱𝓸𝓸𝓷 𠮷 ﷽",
]


def coat(colour="red", *, alt="Een jas op een hanger"):
    target = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(target, "JPEG")
    return clean_picture(target.getvalue(), alt, name="jas.jpg")


def test_a_post_appears_once_and_can_be_found(bench):
    post = outgoing("Regenjassen drogen het best op een brede hanger.")
    receipt = bench.channel.send(post)
    assert bench.published() == [post.text]
    assert receipt.remote_id
    assert bench.channel.find(post) == receipt


def test_what_was_not_sent_is_not_found(bench):
    bench.channel.send(outgoing("Wol hoort koud te wassen."))
    assert bench.channel.find(outgoing("Wol hoort niet in de droger.")) is None


@pytest.mark.parametrize("text", ODD_CHARACTERS)
def test_odd_characters_arrive_as_they_were_written(bench, text):
    post = outgoing(text)
    receipt = bench.channel.send(post)
    assert bench.published() == [text]
    assert bench.channel.find(post) == receipt


def test_four_pictures_arrive_with_their_words_in_order(bench):
    alts = [f"Jas {number}: 'rood' & \"blauw\"" for number in range(1, 5)]
    bench.channel.send(outgoing("Vier jassen", pictures=tuple(coat(alt=alt) for alt in alts)))
    assert bench.alts() == alts


def test_a_text_of_exactly_the_limit_goes_out(bench):
    text = "é" * bench.channel.limits.characters
    assert bench.channel.length(text) == bench.channel.limits.characters
    bench.channel.send(outgoing(text))
    assert bench.published() == [text]


def test_a_text_over_the_limit_is_refused_before_anything_is_sent(bench):
    with pytest.raises(Refused, match=str(bench.channel.limits.characters)):
        bench.channel.send(outgoing("é" * (bench.channel.limits.characters + 1)))
    assert bench.published() == []


def test_a_picture_over_the_limit_is_refused_before_anything_is_sent(bench):
    fat = replace(coat(), content=b"x" * ((bench.channel.limits.picture_bytes or 0) + 1))
    with pytest.raises(Refused):
        bench.channel.send(outgoing("Te zwaar", pictures=(fat,)))
    assert bench.published() == []


def test_five_pictures_are_refused_before_anything_is_sent(bench):
    with pytest.raises(Refused, match="4 pictures"):
        bench.channel.send(outgoing("Vijf", pictures=(coat(),) * 5))
    assert bench.published() == []


def test_a_refusal_comes_with_the_words_of_the_network(bench):
    bench.goes_wrong("refuse")
    with pytest.raises(Refused, match="does not want this post"):
        bench.channel.send(outgoing("Dit mag hier niet."))
    assert bench.published() == []


def test_too_fast_means_later_and_says_when(bench):
    bench.goes_wrong("too_fast")
    with pytest.raises(TryLater) as trouble:
        bench.channel.send(outgoing("Al weer wij."))
    assert trouble.value.after == 30
    assert bench.published() == []


def test_signed_out_asks_to_sign_in_again(bench):
    bench.goes_wrong("signed_out")
    if bench.name == "bluesky":
        bench.rough.misbehave("answer", path="refreshSession", status=400, body={"error": "ExpiredToken"})
    with pytest.raises(SignInAgain):
        bench.channel.send(outgoing("Wie zijn wij ook weer?"))
    assert bench.published() == []


def test_an_unreachable_network_means_that_nothing_was_sent(bench):
    bench.goes_wrong("unreachable")
    with pytest.raises(TryLater):
        bench.channel.send(outgoing("Hallo?"))
    assert bench.published() == []


def test_a_hang_up_before_it_was_stored_is_uncertain_and_not_found(bench):
    post = outgoing("Is dit aangekomen?")
    bench.goes_wrong("hang_up_before")
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    assert bench.published() == []
    assert bench.channel.find(post) is None


def test_a_hang_up_after_it_was_stored_is_uncertain_and_found(bench):
    post = outgoing("Dit is aangekomen, maar dat hoorden we niet.")
    bench.goes_wrong("hang_up_after")
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    receipt = bench.channel.find(post)
    assert receipt is not None
    assert bench.published() == [post.text]
    bench.channel.withdraw(receipt.remote_id)
    assert bench.published() == []


def test_a_server_that_stumbles_over_a_send_leaves_it_uncertain(bench):
    post = outgoing("Struikelt de server?")
    bench.goes_wrong("server_error")
    with pytest.raises(Uncertain):
        bench.channel.send(post)
    assert bench.channel.find(post) is None


def test_a_slow_network_is_waited_for(bench):
    post = outgoing("Rustig aan.")
    bench.goes_wrong("slow")
    assert bench.channel.send(post) == bench.channel.find(post)


def test_the_same_attempt_twice_shows_it_once_where_the_channel_says_so(bench):
    if not bench.channel.limits.exact_retry:
        pytest.skip("this network does not promise it; `find` is what we have")
    post = outgoing("Eén keer is genoeg.")
    assert bench.channel.send(post) == bench.channel.send(post)
    assert bench.published() == [post.text]


def test_the_same_words_in_two_deliveries_are_two_posts(bench):
    first, second = outgoing("Morgen open tot vijf uur."), outgoing("Morgen open tot vijf uur.")
    assert bench.channel.send(first).remote_id != bench.channel.send(second).remote_id
    assert len(bench.published()) == 2


def test_withdrawing_twice_is_no_trouble(bench):
    post = outgoing("Foutje, dit klopt niet.")
    receipt = bench.channel.send(post)
    bench.channel.withdraw(receipt.remote_id)
    bench.channel.withdraw(receipt.remote_id)
    assert bench.published() == []
    assert bench.channel.find(post) is None


def test_what_was_deleted_at_the_network_is_gone_for_us_too(bench):
    post = outgoing("Daar weggehaald.")
    receipt = bench.channel.send(post)
    bench.delete_at_network(receipt.remote_id)
    assert bench.channel.find(post) is None
    bench.channel.withdraw(receipt.remote_id)


def test_no_key_is_ever_shown(bench):
    account = bench.account
    assert not [secret for secret in account.secrets.values() if secret in repr(account)]
