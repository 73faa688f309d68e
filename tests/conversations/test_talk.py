"""The page of one conversation: what was said, on which words the label hangs, what stays hidden, how answers stand."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from conftest import NOW
from conversations.cast import ANGRY, ASKS, THANKS, answered, rob, said, waiting
from toonbank.conversations.models import Message, Turn, Wording
from toonbank.conversations.talking import for_talk, runs_of, talk_of
from toonbank.conversations.triagecard import card_of
from toonbank.conversations.wording import moment_in_words, short_span, span_in_words

WITH_PHONE = "Bel me op 06-12345678 over de jas, hij is kapot en jullie doen niets."


def page(door, talk, **asked):
    return door.get(f"/s/jas/counter/{talk.pk}/", asked)


def words_of(answer):
    return " ".join(answer.content.decode().split())


def test_what_was_said_stands_in_order_with_the_notes_between(jas_shop, square, noor, bas):
    from toonbank.conversations.noting import write_note

    talk = waiting(jas_shop, square, ANGRY, at=NOW)
    write_note(talk, bas, "Vierde kapotte rits.", now=NOW + timedelta(minutes=6))
    said(jas_shop, square, "Hallo?", conversation=talk, at=NOW + timedelta(minutes=9))
    shown = talk_of(talk, noor, NOW)
    assert [getattr(one, "text", "") or one.message.text for one in shown.in_order] == [
        ANGRY,
        "Vierde kapotte rits.",
        "Hallo?",
    ]


def test_the_words_that_told_are_marked_and_personal_data_is_not_there():
    runs = runs_of("jullie doen niets, bel 06-12345678", [[0, 17, 0.4]], [[23, 34, "phone"]], is_open=False)
    assert [one.words for one in runs if one.is_because] == ["jullie doen niets"]
    assert "".join(one.words for one in runs) == "jullie doen niets, bel "
    assert [one.hides for one in runs if one.hides] != []


def test_words_that_told_and_are_private_stay_private():
    runs = runs_of("ik ben 06-12345678", [[0, 18, 0.4]], [[7, 18, "phone"]], is_open=False)
    assert "06" not in "".join(one.words for one in runs)


def test_runs_joined_are_the_text_again():
    text = "Bel 06-12345678 of mail jan@jas.example, jullie doen niets"
    runs = runs_of(text, [[41, 58, 1]], [[4, 15, "phone"], [24, 39, "email"]], is_open=True)
    assert "".join(one.words for one in runs) == text


def test_a_public_message_hides_personal_data_on_the_page(jas_shop, square, noor, door_of):
    answer = page(door_of(noor), waiting(jas_shop, square, WITH_PHONE))
    assert "12345678" not in answer.content.decode()
    assert "telefoonnummer" in answer.content.decode()


def test_a_private_message_is_shown_as_it_is(jas_shop, square, noor, door_of):
    answer = page(door_of(noor), waiting(jas_shop, square, WITH_PHONE, sort="direct"))
    assert "06-12345678" in answer.content.decode()


def test_a_private_look_shows_it_once_and_is_written_down(jas_shop, square, noor, door_of):
    talk, door = waiting(jas_shop, square, WITH_PHONE), door_of(noor)
    message = talk.messages.get()
    looked = door.post(f"/s/jas/counter/messages/{message.pk}/look/")
    assert "06-12345678" in looked.content.decode()
    assert "12345678" not in page(door, talk).content.decode()
    turn = Turn.objects.get(event="look")
    assert (turn.member, turn.to_state) == (noor, talk.state)


def test_who_only_looks_cannot_lift_the_veil(jas_shop, square, hire, door_of):
    talk = waiting(jas_shop, square, WITH_PHONE)
    door = door_of(hire(jas_shop, "Piet", "viewer"))
    assert door.post(f"/s/jas/counter/messages/{talk.messages.get().pk}/look/").status_code == 403


def test_a_message_that_was_changed_shows_what_it_was_without_personal_data(jas_shop, square, noor, door_of):
    message = said(jas_shop, square, "De rits is stuk.", changed_at=NOW)
    Wording.objects.create(
        shop=jas_shop, message=message, text="De rits is stuk, bel 06-12345678.", until_at=NOW
    )
    body = words_of(page(door_of(noor), message.conversation))
    assert "De rits is stuk, bel" in body
    assert "12345678" not in body


def test_a_message_that_was_taken_away_says_so(jas_shop, square, noor, door_of):
    talk = said(jas_shop, square, "", deleted_at=NOW, changed_at=NOW).conversation
    assert "Weggehaald door wie het schreef." in words_of(page(door_of(noor), talk))


def test_the_stars_of_a_review_are_said_in_words(jas_shop, square, noor, door_of):
    talk = said(jas_shop, square, "Prima.", sort="review", rating=4).conversation
    assert "4 van 5 sterren" in words_of(page(door_of(noor), talk))


def test_an_answer_given_in_the_app_of_the_network_says_so(jas_shop, square, noor):
    talk = waiting(jas_shop, square)
    answered(talk, None, "Wat vervelend.")
    last = talk_of(talk, noor, NOW).said[-1]
    assert (last.who, last.standing.tone) in {("De winkel", ""), ("The shop", "")}


def test_the_card_names_the_heaviest_words_in_their_order(jas_shop, square, noor):
    message = said(jas_shop, square, ANGRY)
    card = card_of(talk_of(message.conversation, noor, NOW))
    heaviest = [ANGRY[start:end] for start, end, _weight in sorted(message.because)]
    assert ["".join(run.words for run in runs) for runs in card.said] == heaviest
    assert card.severity == message.severity


def test_the_card_is_about_the_gravest_not_about_the_last(jas_shop, square, noor):
    talk = waiting(jas_shop, square, ANGRY)
    label, severity = talk.label, talk.severity
    said(jas_shop, square, THANKS, conversation=talk, at=NOW + timedelta(minutes=1))
    talk.label, talk.severity = label, severity
    assert card_of(talk_of(talk, noor, NOW)).message.text == ANGRY


def test_old_messages_come_when_asked_for(jas_shop, square, noor, door_of):
    talk = waiting(jas_shop, square, "Bericht 0.")
    for number in range(1, 45):
        said(jas_shop, square, f"Bericht {number}.", conversation=talk, at=NOW + timedelta(minutes=number))
    first = talk_of(talk, noor, NOW)
    assert (len(first.said), first.has_older, first.said[0].message.text) == (30, True, "Bericht 15.")
    older = door_of(noor).get(
        f"/s/jas/counter/{talk.pk}/", {"before": first.oldest}, headers={"HX-Request": "true"}
    )
    body = older.content.decode()
    stood = [int(pk) for pk in re.findall(r'id="said-(\d+)"', body)]
    everything = list(talk.messages.order_by("at").values_list("pk", flat=True))
    assert stood == everything[:15]
    assert "<html" not in body


def test_messages_of_one_moment_are_neither_lost_nor_doubled(jas_shop, square, noor):
    talk = waiting(jas_shop, square, "Bericht 0.")
    for number in range(1, 35):
        said(jas_shop, square, f"Bericht {number}.", conversation=talk, at=NOW)
    first = talk_of(talk, noor, NOW)
    rest = talk_of(talk, noor, NOW, before=first.oldest)
    assert len({one.message.pk for one in [*first.said, *rest.said]}) == 35


def test_the_page_asks_as_much_with_thirty_messages_as_with_one(jas_shop, square, noor, bas, door_of):
    from toonbank.conversations.noting import write_note

    door = door_of(noor)
    short, long = waiting(jas_shop, square), waiting(jas_shop, square, contact=rob(jas_shop))
    write_note(short, bas, "Kijk hier eens naar.", [noor], now=NOW)
    for number in range(29):
        said(jas_shop, square, ANGRY, conversation=long, at=NOW + timedelta(minutes=number))
        write_note(long, bas, "En hier.", [noor], now=NOW + timedelta(minutes=number))
    counted = []
    for talk in (short, long):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert page(door, talk).status_code == 200
        counted.append(len(asked))
    assert counted[0] == counted[1]
    assert counted[1] <= 10


def test_another_shop_cannot_open_it(jas_shop, square, hire, door_of):
    from django_scopes import scopes_disabled

    from toonbank.shops.models import Shop

    talk = waiting(jas_shop, square)
    with scopes_disabled():
        other = Shop.objects.create(name="Bril", slug="bril")
    door = door_of(hire(other, "Iris", "owner"))
    for address in (f"{talk.pk}/", f"{talk.pk}/watch/", f"{talk.pk}/following/", f"{talk.pk}/saved/"):
        assert door.get(f"/s/bril/counter/{address}").status_code == 404
    assert door.post(f"/s/bril/counter/messages/{talk.messages.get().pk}/look/").status_code == 404
    assert Message.objects.count() == 1


def test_a_star_review_without_words_and_an_empty_comment_are_no_riddle(jas_shop, square, noor, door_of):
    door = door_of(noor)
    stars = said(jas_shop, square, "", sort="review", rating=5).conversation
    assert "Sterren, zonder woorden." in words_of(page(door, stars))


@pytest.mark.parametrize(
    ("minutes", "long", "short"),
    [(18, "18 minuten", "18 min"), (65, "1 uur 5 min", "1 uur 05"), (60 * 50, "2 dagen", "2 d")],
)
def test_time_is_said_as_people_say_it(minutes, long, short):
    with translation.override("nl"):
        assert (span_in_words(timedelta(minutes=minutes)), short_span(timedelta(minutes=minutes))) == (
            long,
            short,
        )


def test_a_moment_of_today_says_today():
    with translation.override("nl"):
        assert moment_in_words(NOW, NOW).startswith("vandaag, ")
        assert moment_in_words(NOW - timedelta(days=1), NOW).startswith("gisteren, ")
        assert "november" in moment_in_words(NOW - timedelta(days=5), NOW)


def test_what_it_is_about_is_one_click_away(jas_shop, square, noor, door_of):
    from toonbank.posts.models import Post

    post = Post.objects.create(shop=jas_shop, author=noor, edited_by=noor, text="Wol was je op 30 graden.")
    talk = waiting(jas_shop, square, "Klopt dat?")
    talk.about = post
    talk.save()
    assert f"/s/jas/posts/{post.pk}/" in page(door_of(noor), talk).content.decode()
    assert for_talk().get(pk=talk.pk).about == post


@pytest.fixture
def replied(jas_shop, square, noor):
    """A question that Noor answered from here, moments ago."""
    from toonbank.conversations.replying import ReplyWords, reply

    talk = waiting(jas_shop, square, ASKS)
    words = ReplyWords("Dag, de Merel valt normaal. Kom gerust passen. Noor", seen=talk.messages.get().pk)
    reply(for_talk().get(pk=talk.pk), noor, words, now=NOW + timedelta(minutes=1))
    return for_talk().get(pk=talk.pk)


def _stands(talk, noor, **changes):
    from toonbank.posts.models import Delivery

    Delivery.objects.filter(post__kind="reply").update(**changes)
    return talk_of(talk, noor, NOW).said[-1].standing


def test_an_answer_on_its_way_says_so(replied, noor):
    with translation.override("nl"):
        assert _stands(replied, noor).words == "Gaat nu weg."


def test_an_answer_that_is_there_is_one_click_away(replied, noor):
    changes = {"state": "sent", "remote_id": "9", "remote_url": "https://plein.example/9"}
    with translation.override("nl"):
        stands = _stands(replied, noor, **changes)
    assert (stands.words, stands.url, stands.tone) == ("Openbaar.", "https://plein.example/9", "right")


def test_an_answer_that_is_held_says_why_and_what_to_do(replied, noor):
    why = {"why": "signed_out"}
    with translation.override("nl"):
        stands = _stands(replied, noor, state="held", held_why=why)
    assert stands.words.startswith("Tegengehouden: ")
    assert stands.advice


def test_an_answer_that_may_be_there_is_not_called_sent(replied, noor):
    with translation.override("nl"):
        stands = _stands(replied, noor, state="uncertain")
    assert (stands.tone, "Openbaar" in stands.words) == ("warn", False)


def test_thirty_answers_take_as_many_questions_as_one(replied, noor, jas_shop, square, door_of):
    door, post = door_of(noor), replied.messages.get(is_ours=True).post
    counted = []
    for _ in range(2):
        page(door, replied)
        with CaptureQueriesContext(connection) as asked:
            page(door, replied)
        counted.append(len(asked))
        for minute in range(29):
            answered(replied, noor, "Kom gerust.", at=NOW + timedelta(minutes=minute), post=post)
    assert counted[0] == counted[1] <= 10


def test_who_speaks_comes_along_as_a_part(jas_shop, square, noor, door_of):
    talk = waiting(jas_shop, square)
    said(jas_shop, square, "Vroeg naar een langere voering.", at=NOW - timedelta(days=200))
    part = words_of(door_of(noor).get(f"/s/jas/counter/{talk.pk}/person/"))
    assert "langere voering" in part
    assert "<html" not in part


def test_another_label_follows_and_can_be_undone(jas_shop, square, noor, door_of):
    talk, door = waiting(jas_shop, square, ASKS), door_of(noor)
    message = talk.messages.get()
    door.post(f"/s/jas/counter/messages/{message.pk}/relabel/", {"label": "danger", "severity": "2"})
    message.refresh_from_db()
    assert (message.label, message.severity, message.labelled_by) == ("danger", 2, noor)
    shown = page(door, talk).content.decode()
    sealed = re.search(r'name="sealed" value="([^"]+)"', shown)[1]
    door.post("/s/jas/counter/undo/label/", {"sealed": sealed})
    message.refresh_from_db()
    assert (message.label, message.labelled_by) == ("question", None)


def test_a_label_that_is_none_is_refused_in_words(jas_shop, square, noor, door_of):
    talk, door = waiting(jas_shop, square, ASKS), door_of(noor)
    address = f"/s/jas/counter/messages/{talk.messages.get().pk}/relabel/"
    answer = door.post(address, {"label": "zomaar", "severity": "9"}, follow=True)
    assert 'data-severity="block"' in answer.content.decode()
    assert talk.messages.get().label == "question"


def test_danger_is_told_beside_the_words_where_a_telephone_shows_it(jas_shop, square, noor, bas, door_of):
    talk = waiting(jas_shop, square, "Mijn dochter sneed haar vinger aan de rits.", label="danger")
    of_bas, of_noor = (words_of(page(door_of(one), talk)).split('class="about')[0] for one in (bas, noor))
    assert "Bel nu de eigenaar. Vraag eerst of er iemand gewond is" in of_bas
    assert "Vraag eerst of er iemand gewond is" in of_noor
    assert "Bel nu de eigenaar" not in of_noor


def test_a_word_of_two_letters_is_not_shown_as_what_told():
    text = "Komt de jas ook in geel?"
    runs = runs_of(text, [(5, 7, 0.4), (19, 23, 0.9)], [], is_open=False)
    assert [one.words for one in runs if one.is_because] == ["geel"]
