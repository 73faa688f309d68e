"""Posts as shops write them: exactly the findings that they should get, a false alarm being a bug like a miss."""

import pytest

from etiquette.corpus import KNOWN, POSTS, Post
from toonbank.etiquette import Draft, Facts, check

FACTS = {"jas": Facts.from_json(KNOWN), "nothing": None}


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.text[:50])
def test_a_post_gets_exactly_its_findings(post: Post):
    checkup = check(Draft(post.text), FACTS[post.facts])
    assert sorted(one.rule for one in checkup.findings) == sorted(post.expects)
    assert checkup.lang == post.lang


def test_the_corpus_is_large_and_speaks_both_languages():
    assert len(POSTS) >= 60
    assert min(sum(post.lang == lang for post in POSTS) for lang in ("nl", "en")) >= 20
