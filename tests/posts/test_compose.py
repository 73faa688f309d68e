"""Writing without JavaScript, and the check while typing."""

import html
import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from conftest import NOW
from posts.conftest import FALSE
from toonbank.evidence.models import Attestation
from toonbank.posts.drafting import edit_post
from toonbank.posts.models import Picture, Post

BEG = "Muts Kleine Beer is er weer. Like en deel dit bericht!"


@pytest.fixture
def fresh_hats(hats):
    """The stock was seen a moment ago on the real clock: pages ask what time it is."""
    now = timezone.now()
    hats.stock_seen_at = hats.price_seen_at = hats.last_seen_at = now - timedelta(minutes=5)
    hats.save()
    hats.stock_seen.update(last_seen_at=now)
    hats.price_seen.update(last_seen_at=now)
    return hats


@pytest.fixture
def form(square):
    """What a browser sends: `form(text="...", do="save")`."""

    def fill(**said):
        return {
            "text": "",
            "lang": "nl",
            "reader_gets": "",
            "accounts": [square.pk],
            "day": "",
            "time": "",
        } | said

    return fill


@pytest.fixture
def desk(bas, door_of):
    """The desk as Bas sees it: `desk.post("posts:compose", {...})`."""

    class Desk:
        client = door_of(bas)

        def get(self, name, *args, **query):
            return self.client.get(reverse(name, args=["jas", *args]), query).content.decode()

        def post(self, name, said, *args):
            return self.client.post(reverse(name, args=["jas", *args]), said, follow=True).content.decode()

    return Desk()


def buttons(page, name):
    return [html.unescape(value) for value in re.findall(rf'name="{name}" value="([^"]*)"', page)]


def test_saving_a_false_claim_shows_the_block_and_the_mend_writes_the_truth(desk, form, fresh_hats):
    page = desk.post("posts:compose", form(text=FALSE, do="save"))
    post = Post.objects.get()
    assert "41" in page
    assert "Maak ervan:" in page

    mend = next(button for button in buttons(page, "mend") if "41" in button)
    page = desk.post("posts:edit", form(text=FALSE, mend=mend, version=post.version), post.pk)
    post.refresh_from_db()

    assert "41" in post.text
    assert "Herstel eerst de blokkade" not in page


def test_a_mend_of_an_older_text_replaces_nothing(desk, form, fresh_hats):
    page = desk.post("posts:compose", form(text=FALSE, do="save"))
    post = Post.objects.get()
    changed = "Voorin iets bij. " + FALSE
    page = desk.post(
        "posts:edit", form(text=changed, mend=buttons(page, "mend")[0], version=post.version), post.pk
    )

    assert "er is niets vervangen" in page
    assert changed in page
    post.refresh_from_db()
    assert post.text == FALSE


def test_a_reason_lets_a_warning_stand(desk, form, fresh_hats):
    page = desk.post("posts:compose", form(text=BEG, do="save"))
    post = Post.objects.get()
    for keep in buttons(page, "keep"):
        number = keep.partition("|")[0]
        said = form(text=BEG, keep=keep, version=post.version) | {
            f"reason-{number}": "Een grap van de buurt."
        }
        page = desk.post("posts:edit", said, post.pk)
        post.refresh_from_db()

    assert "Zo gelaten, want: Een grap van de buurt." in page
    assert "Ter akkoord aanbieden" in page


def test_counting_yourself_is_kept_as_evidence(desk, form, hats, bas):
    text = "Er liggen nog 3 mutsen Kleine Beer op de plank."
    page = desk.post("posts:compose", form(text=text, do="save"))
    post = Post.objects.get()
    count = buttons(page, "count")[0]
    said = form(text=text, count=count, version=post.version) | {f"counted-{count.partition('|')[0]}": "3"}
    desk.post("posts:edit", said, post.pk)
    counted = Attestation.objects.get()

    assert (counted.value, counted.member) == (3, bas)


def test_an_empty_text_keeps_everything_else_that_was_typed(desk, form):
    page = desk.post("posts:compose", form(reader_gets="hoe je wol wast", do="save"))

    assert "Er is nog geen tekst" in page
    assert "hoe je wol wast" in page
    assert not Post.objects.exists()


def test_who_saves_second_sees_both_texts(desk, form, write, bas, noor, words_of):
    post = write(bas)
    version = post.version
    edit_post(post, noor, words_of(post, text="Van Noor, die eerst was."), version=version, now=NOW)
    page = desk.post("posts:edit", form(text="Van Bas, die later was.", version=version), post.pk)

    assert "Noor was je voor" in page
    assert "Van Noor, die eerst was." in page
    assert "Van Bas, die later was." in page
    assert "bewaard als versie 3" in page

    again = form(text="Van Bas, die later was.", version=buttons(page, "version")[0])
    desk.post("posts:edit", again, post.pk)
    post.refresh_from_db()
    assert post.text == "Van Bas, die later was."


@pytest.mark.parametrize(
    ("day", "time", "said"),
    [
        ("2027-03-28", "02:30", "bestaat niet"),
        ("2026-10-25", "02:30", "komt twee keer"),
        ("2026-12-01", "", "een dag en een tijd"),
    ],
)
def test_an_hour_that_is_not_clear_is_asked_again(desk, form, day, time, said):
    page = desk.post("posts:compose", form(text="Wol wassen.", day=day, time=time))

    assert said in page
    assert "Wol wassen." in page
    assert not Post.objects.exists()


def test_the_second_of_two_hours_can_be_chosen(desk, form):
    desk.post("posts:compose", form(text="Wol wassen.", day="2026-10-25", time="02:30", which="second"))

    assert f"{Post.objects.get().plan_at:%H:%M}" == "01:30"


def test_pictures_come_go_and_change_places(desk, form, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    files = []
    for shade in (10, 200):
        packed = io.BytesIO()
        Image.new("RGB", (20, 10), (shade, 0, 0)).save(packed, "PNG")
        packed.seek(0)
        packed.name = f"muts{shade}.png"
        files.append(packed)
    desk.post("posts:compose", form(text="Twee mutsen.", pictures=files))
    post = Post.objects.get()
    first, second = post.pictures.all()

    said = {
        f"alt-{first.pk}": "Een rode muts",
        f"people-{first.pk}": "none",
        f"place-{first.pk}": "2",
        f"alt-{second.pk}": "Een lichte muts",
        f"people-{second.pk}": "none",
        f"place-{second.pk}": "1",
    }
    desk.post("posts:edit", form(text="Twee mutsen.", version=post.version) | said, post.pk)
    assert [picture.alt for picture in post.pictures.all()] == ["Een lichte muts", "Een rode muts"]

    post.refresh_from_db()
    gone = form(text="Twee mutsen.", version=post.version) | {f"remove-{first.pk}": "on"}
    desk.post("posts:edit", gone, post.pk)
    assert list(Picture.objects.all()) == [second]


def test_what_is_no_picture_is_named_and_the_words_are_saved(desk, form):
    fake = io.BytesIO(b"GIF89a<script>alert(1)</script>")
    fake.name = "muts.gif"
    page = desk.post("posts:compose", form(text="Een muts.", pictures=[fake]))

    assert "muts.gif: Dit bestand is geen foto" in page
    assert Post.objects.get().text == "Een muts."


def test_a_picture_is_served_inert_and_only_inside_the_shop(desk, write, bas, settings, tmp_path):
    from toonbank.posts.drafting import add_picture_to

    settings.MEDIA_ROOT = tmp_path
    packed = io.BytesIO()
    Image.new("RGB", (20, 10)).save(packed, "JPEG")
    picture = add_picture_to(write(bas), bas, packed.getvalue(), now=NOW)
    answer = desk.client.get(reverse("posts:picture", args=["jas", picture.pk]))

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"].startswith("private")
    assert answer["Content-Disposition"].startswith("inline")


def test_a_product_is_found_by_name_and_linked(desk, form, hats):
    assert "Muts Kleine Beer" in desk.get("posts:products", search="kleine")
    desk.post("posts:compose", form(text="Nieuw in de winkel.", products=[hats.pk]))

    assert list(Post.objects.get().products.all()) == [hats]


def test_the_check_while_typing_answers_with_findings_marks_and_counts(desk, form, fresh_hats, square):
    square.limits = {"characters": 40}
    square.save()
    page = desk.post("posts:check", form(text=FALSE))

    assert 'data-severity="block" data-no="1">Nog maar 3' in page
    assert 'id="copy-text"' in page
    assert f"{len(FALSE) - 40} te veel" in page
    assert "Herstel eerst de blokkade" in page
    assert not Post.objects.exists()


def test_the_same_findings_are_not_read_aloud_twice(desk, form, fresh_hats):
    address = reverse("posts:check", args=["jas"])
    first = desk.client.post(address, form(text=FALSE))
    mark = buttons(first.content.decode(), "panel")[0]
    again = desk.client.post(address, form(text=FALSE + " Ook op zaterdag.", panel=mark))

    assert first.get("HX-Reswap") is None
    assert again["HX-Reswap"] == "none"


def test_what_is_right_is_told_with_its_source(desk, form, fresh_hats):
    page = desk.post("posts:check", form(text="Muts Kleine Beer kost 24,95."))

    assert "Dit klopt" in page
    assert "24,95 euro" in page


def test_an_own_text_is_judged_and_counted_for_its_account(desk, form, fresh_hats, square):
    said = form(text="Wol wassen doe je op 30 graden.") | {f"own-{square.pk}": FALSE}
    page = desk.post("posts:check", said)

    assert f'id="copy-own-{square.pk}"' in page
    assert "Herstel eerst de blokkade" in page


def test_the_check_survives_whatever_is_typed(desk, form):
    for text in (
        "",
        "   \r\n ",
        "😀" * 400,
        "<script>alert(1)</script>",
        "Nog maar 3" + "!" * 9000,
        "x" * 20_000,
    ):
        page = desk.post("posts:check", form(text=text))
        assert "<script>alert" not in page
