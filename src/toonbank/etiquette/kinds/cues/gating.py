"""Where a review, a star or a mark is spoken of; whether it is asked for, and of whom, is read from the sentence."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    ("review", r"(?:[\w-]*reviews?|reviewers?|recensies?|beoordeling(?:en)?|testimonials?)"),
    ("review", r"(?:sterren|stars|sterrenreview|ster|star)"),
    ("review", r"(?:beoordeel|beoordelen|beoordeelt|rate us|rates us|rating us|rating|ratings|score)"),
    ("review", r"(?:google|trustpilot|kiyoh|tripadvisor|webwinkelkeur|yelp)"),
    ("ten", r"(?:geef|give|zet) (?:ons|us|hem|het|it) (?:op )?(?:een |an? )?(?:10|tien|ten)"),
    (
        "good",
        r"(?:deel|share|vertel|tell|schrijf|write|plaats|post) (?:\w+ ){0,2}(?:goede|fijne|leuke|mooie|positieve|good|great|happy|positive|nice) (?:ervaring(?:en)?|experiences?|opmerking|words)",
    ),
    (
        "happy_only",
        r"(?:alleen|enkel|only) (?:als|if|when) (?:je|u|jullie|you)(?: are|['’]re)? (?:echt |really )?(?:tevreden|blij|happy|satisfied)",
    ),
    (
        "away",
        r"(?:niet (?:zo )?(?:blij|tevreden)|minder (?:blij|tevreden)|ontevreden|not (?:so )?happy|unhappy|dissatisfied)\? (?:dan )?(?:mail|app|bel|stuur|meld|e-mail|email|call|message|write|contact|tell)",
    ),
)
