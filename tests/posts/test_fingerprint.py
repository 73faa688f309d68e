"""Any edit of text, language, picture or alt text of what was approved voids the approval."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import NOW
from toonbank.posts.approving import approve
from toonbank.posts.drafting import Words, add_picture_to, edit_post, start_post, submit
from toonbank.posts.fingerprint import fingerprint
from toonbank.posts.pictures import PictureWords

VALUE = "hoe je wol wast"
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


def photo(shade):
    packed = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, 20, 30)).save(packed, "PNG")
    return packed.getvalue()


@pytest.fixture
def with_photos(jas_shop, square, noor, bas, settings, tmp_path):
    """A post with two pictures, approved again for every example."""
    settings.MEDIA_ROOT = tmp_path

    def make():
        words = Words(text="Wol wassen.", reader_gets=VALUE, variants={square.pk: "Wol was je lauw."})
        post = start_post(jas_shop, bas, words, now=NOW)
        pictures = [
            add_picture_to(post, bas, photo(shade), now=NOW, alt="Een muts", people="none")
            for shade in (1, 2)
        ]
        submit(post, bas, now=NOW)
        approve(post, noor, version=post.version, now=NOW)
        return post, pictures

    return make


CHANGES = st.one_of(
    st.tuples(st.just("own"), LINES),
    st.tuples(st.just("lang"), st.just("en")),
    st.tuples(st.just("alt"), LINES),
    st.tuples(st.just("fewer"), st.just("")),
    st.tuples(st.just("order"), st.just("")),
    st.tuples(st.just("more"), st.integers(3, 200)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_any_edit_of_an_approved_variant_voids_its_approval(with_photos, square, bas, change):
    what, value = change
    post, (first, second) = with_photos()
    if what == "more":
        add_picture_to(post, bas, photo(value), now=NOW)
    else:
        own = value if what == "own" else "Wol was je lauw."
        alt = value if what == "alt" else "Een muts"
        stay = {first.pk: PictureWords(alt, "none"), second.pk: PictureWords("Een muts", "none")}
        if what == "fewer":
            del stay[first.pk]
        if what == "order":
            stay = dict(reversed(stay.items()))
        lang = "en" if what == "lang" else "nl"
        words = Words(
            text="Wol wassen.", lang=lang, reader_gets=VALUE, variants={square.pk: own}, pictures=stay
        )
        edit_post(post, bas, words, version=post.version, now=NOW)
    is_same = (what, value) in {("own", "Wol was je lauw."), ("alt", "Een muts")}

    assert post.approvals.filter(voided_at=None).exists() is is_same
    assert (post.deliveries.get().state == "planned") is is_same


def test_two_accounts_never_share_a_fingerprint(write, bas, square, jas_shop):
    from toonbank.shops.models import Account

    other = Account.objects.create(shop=jas_shop, kind="square", name="Ander plein", handle="jas2")
    post = write(bas, variants={square.pk: "", other.pk: ""})
    marks = {fingerprint(post, variant) for variant in post.variants.all()}

    assert len(marks) == 2
