"""What each sign says by itself, set by hand. With a file of weights this table rests; without one it decides.

`a+b` holds when both signs occur. Danger and law come first: they outweigh whatever else is said.
"""

from collections.abc import Mapping

from toonbank.triage.labels import Kind

_Says = Mapping[Kind, float]

_DANGER: _Says = {"danger": 2.0, "complaint-accusation": 0.2, "complaint-implicit": 0.2}

RULES: Mapping[str, _Says] = {
    "harm": {"danger": 2.0},
    "fire": {"danger": 1.6},
    "ill": {"danger": 1.4, "question": 0.3},
    "peril": {"danger": 1.6},
    "threat": {"danger": 3.0},
    "dear+harm": _DANGER,
    "dear+ill": _DANGER,
    "dear+peril": _DANGER,
    "dear+fire": _DANGER,
    "fire+harm": _DANGER,
    "ill+only": {"question": 1.5, "danger": -1.0},
    "plain-danger": {"danger": 4.0},
    "plain-law": {"legal-press": 4.0},
    "law": {"legal-press": 2.6},
    "authority": {"legal-press": 2.2},
    "press": {"legal-press": 2.0},
    "rights": {"legal-press": 2.4},
    "law+authority": {"legal-press": 1.5},
    "rights+own": {"legal-press": 0.6},
    "blame": {"complaint-blame": 2.0, "complaint-accusation": 0.4},
    "blame+you": {"complaint-blame": 0.8},
    "fault": {"complaint-accusation": 1.4, "complaint-blame": 0.3},
    "fault+you": {"complaint-accusation": 0.8},
    "fault+staff": {"complaint-accusation": 0.6},
    "annoy": {"complaint-disapproval": 1.6, "complaint-blame": 0.3},
    "praise~": {"complaint-disapproval": 1.2},
    "problem": {"complaint-implicit": 1.2, "complaint-accusation": 0.4, "complaint-disapproval": 0.2},
    "problem+own": {"complaint-implicit": 0.8},
    "doubt": {"doubt": 1.2},
    "doubt+only": {"doubt": 0.8},
    "ask": {"question": 0.9},
    "only": {"question": 1.6, "doubt": 1.0},
    "last": {"question": 0.8, "doubt": 0.6},
    "advice": {"criticism": 1.3},
    "praise": {"compliment": 1.4},
    "pos": {"compliment": 0.5, "chat": 0.2},
    "neg": {"complaint-disapproval": 0.5, "complaint-blame": 0.3},
    "annoy~": {"compliment": 0.8},
    "problem~": {"compliment": 0.5},
    "chat": {"chat": 1.2},
    "none": {"chat": 0.4},
    "spam": {"spam-abuse": 2.4},
    "abuse": {"spam-abuse": 1.8, "complaint-blame": 0.4},
    "repeat": {"complaint-accusation": 0.6, "complaint-disapproval": 0.4},
}
