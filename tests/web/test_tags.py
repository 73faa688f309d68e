"""The tags that every page uses: words in the language of the page, and icons."""

import pytest
from django.template import Context, Engine
from django.utils.translation import override

ENGINE = Engine(
    builtins=["django.templatetags.i18n", "toonbank.web.templatetags.counter"],
)


def drawn(words, **known):
    return ENGINE.from_string(words).render(Context(known))


def test_a_text_is_in_the_language_of_each_page_in_turn():
    page = ENGINE.from_string('{% translate "Counter" %}')
    for _again in range(2):
        with override("nl"):
            assert page.render(Context()) == "Toonbank"
        with override("en"):
            assert page.render(Context()) == "Counter"


def test_a_text_that_is_known_only_on_the_page_is_looked_up_there():
    page = ENGINE.from_string("{% translate word %}")
    with override("nl"):
        assert [page.render(Context({"word": word})) for word in ("Counter", "Posts")] == [
            "Toonbank",
            "Berichten",
        ]


def test_a_text_can_be_kept_under_a_name():
    with override("nl"):
        assert drawn('{% translate "Counter" as said %}<b>{{ said }}</b>') == "<b>Toonbank</b>"


@pytest.mark.parametrize("name", ["sun", "trash"])
def test_an_icon_is_the_same_whether_its_name_stands_in_the_template_or_comes_with_the_page(name):
    known = drawn(f'{{% heroicon_outline "{name}" size=20 class="icon" %}}')
    assert known == drawn('{% heroicon_outline name size=20 class="icon" %}', name=name)
    assert known.startswith("<svg")
    assert 'class="icon"' in known


def test_what_comes_with_the_page_is_made_harmless_in_an_icon():
    assert "<script>" not in drawn('{% heroicon_outline "sun" class=odd %}', odd='"><script>')
    assert 'class="calm"' in drawn('{% heroicon_outline "sun" class=odd %}', odd="calm")
