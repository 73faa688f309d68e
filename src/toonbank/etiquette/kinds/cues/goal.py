"""Wishes in followers, likes or reach: as a goal of the shop, or as a call to help reach a number."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

HARVEST = r"(?:volgers?|followers?|likes?|duimpjes|duimen|thumbs|hartjes|hearts|views|weergaven|abonnees|subscribers|fans|vind-ik-leuks|retweets|shares)"

CUES = (
    (
        "next",
        r"\d[\d.,]{0,15}(?:e|de|ste|th|st|nd|rd) (?:volger|follower|like|abonnee|subscriber|fan|hartje)",
    ),
    ("number", rf"{HARVEST}"),
    ("reach", r"(?:bereik|reach|impressies|impressions|engagement|interactie|volgersaantal|follower count)"),
    (
        "help",
        r"(?:help\w*|helpt|wie|samen|who|together|let['’]?s|join|breng|bring|get us|push us|duw ons) (?:\w+ ){0,6}(?:naar|to|tot|aan|at|past|over) (?:de |the |een |a )?\d+(?:[.,]\d+){0,4}(?: ?k)?",
    ),
    (
        "help",
        r"(?:op naar|op weg naar|onderweg naar|on to|on our way to|heading for|bijna bij|almost at) (?:de |the )?\d+(?:[.,]\d+){0,4}(?: ?k)?",
    ),
    (
        "help",
        r"(?:wie|who) (?:zorgt voor|wordt|is|will be|becomes|gets to be|makes) (?:onze |our |de |the )?(?:\d+e |\d+(?:st|nd|rd|th) )?(?:volger|follower|fan|liker|abonnee|subscriber)",
    ),
    ("help", r"(?:wie|who) (?:wordt|will be|becomes|is) (?:onze |our )?(?:nummer|number|no\.?|nr\.?) \d+"),
)
