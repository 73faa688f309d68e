"""What counts as noticed, for each kind of the inventory of phrases."""

# Kind in the inventory: claim kinds that count as noticed, rules that do.
SENSES = {
    "scarcity": ({"scarcity"}, {"scarcity-false", "scarcity-unproven"}),
    "urgency": ({"urgency"}, {"urgency-unproven", "urgency-false-deadline"}),
    "price": ({"price_reduction"}, {"price-was-not-lowest-30-days", "discount-mismatch"}),
    "social-proof": ({"social_proof"}, {"social-proof-unverified"}),
    "engagement-bait": (set(), {"engagement-bait"}),
    "vanity": ({"vanity"}, {"follower-bragging"}),
    "free": ({"free"}, {"free-not-free"}),
    "giveaway": ({"giveaway"}, set()),
    "person-mention": ({"person"}, {"consent-missing"}),
    "self-important": (set(), {"self-important"}),
    "ask-back": (set(), {"ask-return-favour"}),
    "counter": (set(), {"counter-test"}),
    "review-ask": ({"quote"}, {"review-gating", "review-quote-unverified"}),
    "superlative": ({"superlative"}, {"superlative-unproven"}),
    "endorsement": ({"endorsement"}, {"endorsement-unproven"}),
    "green": ({"green"}, {"green-claim-generic"}),
    "private-data": ({"private_data"}, {"pii-in-public-reply"}),
    "flippant": (set(), {"flippant-to-complaint"}),
    "defensive": (set(), {"defensive-reply", "blame-the-customer"}),
    "canned": (set(), {"canned-reply", "automated-voice"}),
}

# Manners that are only heard in replies.
DRAFTS = {"flippant": "reply", "defensive": "reply", "canned": "reply"}
