"""Pages for people without an account stand open to everybody: who knocks too often waits.

A link that is ours always opens: many people may come from one address, and one of them may guess.
"""

from django.core.cache import cache
from django.http import HttpRequest

AN_HOUR = 3600
MOST_GUESSES = 30
"""Wrong links from one address in an hour."""
MOST_ANSWERS = 20
"""Answers to one question, or withdrawals by one link, in an hour."""


def guessed_too_often(request: HttpRequest) -> bool:
    """Count a link that is none of ours; whether this address has tried too many."""
    return _count(f"guess:{request.META.get('REMOTE_ADDR', '')}") > MOST_GUESSES


def answers_too_often(subject: str) -> bool:
    """Count an answer about `subject` ("question:3"); whether there were too many."""
    return _count(f"answer:{subject}") > MOST_ANSWERS


def _count(key: str) -> int:
    cache.add(key, 0, AN_HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out this very moment
        return 1
