"""Words of a customer go out with a yes: of the record, or of the person who said them."""

import pytest

from toonbank.etiquette import Draft, Facts, check

NOW = "2026-11-21T10:00:00+01:00"
BEFORE = "2026-11-20T10:00:00+01:00"
SAID = {"nl": "Fijn geholpen en snel geleverd.", "en": "Kind people, and the coat came quickly."}
POSTS = [
    ("nl", "“Fijn geholpen en snel geleverd” – Kees Bos"),
    ("nl", "Een klant schreef: 'Fijn geholpen en snel geleverd.' Daar doen we het voor."),
    ("nl", "Zo hoorden we het gisteren: fijn geholpen en snel geleverd."),
    ("en", '"Kind people, and the coat came quickly" – Kees Bos'),
    ("en", 'A customer wrote: "Kind people, and the coat came quickly." That is what we do it for.'),
    ("en", "This is how we heard it: kind people, and the coat came quickly."),
]


def refused(text, lang="nl", *, yes=None, author="Kees Bos", kind="post", **facts):
    quote = {"id": "1", "text": SAID[lang], "author": author} | ({} if yes is None else {"consent": yes})
    known = Facts.from_json({"now": NOW, "reviews": {"quotes": [quote]}} | facts)
    found = check(Draft(text, kind, lang=lang), known).findings
    return [one.message for one in found if one.rule == "consent-missing"]


def kees(name="Kees Bos", **consent):
    return {"name": name, "role": "customer", "consent": {"name": True} | consent}


@pytest.mark.parametrize(("lang", "text"), POSTS)
def test_words_on_file_without_a_yes_are_found_with_marks_and_without(lang, text):
    assert len(refused(text, lang, yes=False)) == 1
    assert refused(text, lang, yes=True) == []


@pytest.mark.parametrize(("lang", "text"), POSTS)
def test_the_yes_of_the_person_counts_too(lang, text):
    assert refused(text, lang, yes=False, people=[kees(quote=True)]) == []
    assert len(refused(text, lang, yes=False, people=[kees(quote=False)])) == 1


@pytest.mark.parametrize(("lang", "text"), POSTS)
def test_who_takes_a_consent_back_takes_the_words_back_too(lang, text):
    assert len(refused(text, lang, yes=True, people=[kees(quote=True, withdrawn=BEFORE)])) >= 1
    assert len(refused(text, lang, yes=True, people=[kees(quote=True, until="2026-11-19")])) >= 1


def test_a_yes_to_these_words_stands_beside_a_yes_to_the_name_alone():
    assert refused(POSTS[0][1], yes=True, people=[kees(quote=False)]) == []


def test_a_yes_holds_on_its_networks():
    assert refused(POSTS[1][1], yes=False, people=[kees(quote=True, networks=["facebook"])]) == []
    known = Facts.from_json(
        {
            "now": NOW,
            "reviews": {"quotes": [{"id": "1", "text": SAID["nl"], "author": "Kees Bos"}]},
            "people": [kees(quote=True, networks=["facebook"])],
        }
    )
    found = check(Draft(POSTS[1][1], network="x"), known).findings
    assert [one.rule for one in found] == ["consent-missing"]


def test_where_nothing_is_known_of_a_yes_nobody_is_named_below_the_words():
    assert len(refused(POSTS[0][1])) == 1
    assert refused("“Fijn geholpen en snel geleverd” – review 1", author="") == []


def test_of_two_who_wrote_the_same_the_one_with_a_yes_may_be_quoted():
    both = [
        {"id": "1", "text": SAID["nl"], "author": "Anouk", "consent": False},
        {"id": "2", "text": SAID["nl"], "author": "Kees Bos", "consent": True},
    ]
    facts = {"reviews": {"quotes": both}}
    assert refused("“Fijn geholpen en snel geleverd” – Kees Bos", **facts) == []
    assert refused("Een klant schreef: “Fijn geholpen en snel geleverd”", **facts) == []
    assert len(refused("“Fijn geholpen en snel geleverd” – Anouk", **facts)) == 1


def test_namesakes_must_all_have_said_yes():
    two = [kees("Kees Bos", quote=True), kees("Kees Bos", quote=False)]
    assert "heten zo" in refused(POSTS[1][1], yes=False, people=two)[0]


def test_a_reply_may_repeat_the_words_it_answers_and_not_those_of_somebody_else():
    text = "Fijn geholpen en snel geleverd: dat lezen we graag."
    thread = {"public": True, "messages": [{"from": "customer", "text": "Fijn geholpen en snel geleverd!"}]}
    assert refused(text, yes=False, kind="reply", thread=thread) == []
    assert len(refused(text, yes=False, kind="reply")) == 1
