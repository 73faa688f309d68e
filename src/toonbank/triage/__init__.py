"""Judges what the shop hears: kind, level of complaint, tone, personal data, and the words that made us say so.

    from toonbank.triage import triage

    triage("Jullie hebben de verkeerde maat gestuurd.").kind  # "complaint-accusation"

Pure: a text in, a `Triage` out. Every answer is a suggestion that a person can change.
"""

from toonbank.triage.judging import triage
from toonbank.triage.labels import GRAVE, KINDS, LEVELS, TONES, Kind, Modifier, Span, Tone, Triage

__all__ = ["GRAVE", "KINDS", "LEVELS", "TONES", "Kind", "Modifier", "Span", "Tone", "Triage", "triage"]
