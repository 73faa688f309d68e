"""The practice square in the browser: posts with the talk below them, and what was said elsewhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from toonbank.channels.base import AnswerTo, Outgoing
from toonbank.channels.board import Said
from toonbank.shops.opening import open_account, square_of

QUESTION = Said("Mevrouw De Wit", "Valt die jas ruim?", kind="question")


@pytest.fixture
def noors_page(noor, client, jas_shop, square):
    client.force_login(noor.person)
    square_of(jas_shop).open_account(square.handle)
    return lambda: client.get("/s/jas/shop/square/").content.decode()


def test_an_answer_stands_below_the_question_as_ours(noors_page, jas_shop, square):
    earlier = timezone.now() - timedelta(minutes=5)
    said = square_of(jas_shop).let_say(square.handle, QUESTION, at=earlier)
    answer = Outgoing(
        "k", "Ja, neem gerust een maat kleiner. Bas", "nl", timezone.now(), (), AnswerTo(said, "", "")
    )
    receipt = open_account(square).send(answer)

    page = noors_page()

    assert page.index("Valt die jas ruim?") < page.index("neem gerust een maat kleiner")
    assert f'class="utterance ours" id="post-{receipt.remote_id}"' in page
    assert receipt.url.endswith(f"#post-{receipt.remote_id}")


def test_a_private_word_says_that_it_is_one(noors_page, jas_shop, square):
    said = Said("Marloes Kramer", "Mijn bonnummer is 771.", is_private=True)
    square_of(jas_shop).let_say(square.handle, said, at=timezone.now() - timedelta(minutes=5))

    assert "privé" in noors_page()
