"""Bought and traded followers, likes and reviews, and the shop that speaks as its own customer."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

HARVEST = r"(?:volgers?|followers?|likes|duimpjes|hartjes|reviews?|recensies|beoordelingen|sterren|stars|views|weergaven|abonnees|subscribers|fans|ratings)"
OF_THEM = r"(?:{n} |fake |nep |echte |real |nieuwe |new |extra |more |wat |some |a few |een paar |instagram |facebook |google |tiktok |positieve |positive |five star |5 star ){0,3}"

CUES = (
    (
        "follow",
        r"(?:jij|you) (?:like|liket|volgt?|follow|een (?:hartje|like|duim\w*|volg))(?: \w+)?\W+(?:en |dan |and |then )?(?:ik|wij|we|i) (?:like|liken|volg|volgen|follow|een (?:hartje|like|duim\w*|volg))",
    ),
    (
        "follow",
        r"(?:we|wij|let['’]?s|laten we) (?:steunen|boosten|boost|pushen|push|liken|like) (?:elkaar|each other)(?:['’]s)?",
    ),
    (
        "price",
        rf"{HARVEST} (?:\w+ ){{0,3}}(?:voor|for|à) (?:maar |only |just |een |a )?(?:{{p}}|tientje|tenner|{{n}} (?:euro|pounds?|dollars?))",
    ),
    ("price", rf"(?:euro|pounds?|dollars?|tientje|tenner|€ ?\d+) (?:\w+ ){{0,5}}(?:\d[\d.,]* ){HARVEST}"),
    (
        "buy",
        rf"{HARVEST} (?:\w+ ){{0,2}}(?:from|via|through|bij|van) (?:an? |een |the |het )?(?:agency|bureau|provider|seller|reseller|verkoper|aanbieder)",
    ),
    (
        "follow",
        r"(?:volgen (?:we|wij) elkaar|we (?:all |can |will )?follow each other|elkaar (?:allemaal )?(?:gaan )?volgen)",
    ),
    (
        "follow",
        r"(?:volgvoorvolg|likevoorlike|volgtrein|followtrain|follow train|followforfollow|likeforlike)",
    ),
    (
        "buy",
        rf"{HARVEST} (?:\w+ ){{0,2}}(?:kopen|gekocht|koopt|inkopen|ingekocht|bestellen|besteld|aanschaffen|aangeschaft|bijkopen|bijgekocht|ingeslagen|bought|purchased)",
    ),
    (
        "buy",
        rf"(?:kopen|koop|kochten|kocht|bestelden|bestelde|inkopen|kopen we|buy|bought|buying|purchase|purchased|purchasing|ordered|paid for|betalen voor|betaalden voor) {OF_THEM}{HARVEST}",
    ),
    (
        "buy",
        rf"(?:took|take|namen|neem|get|got|gets|made|make|write|wrote|added|placed|regel|regelden|regelen|maak|maken|maakten|schrijf|schrijven|schreven|namen|neem|plaatsen|plaatsten|hebben|have|use|gebruiken) (?:\w+ ){{0,3}}(?:fake|nep|valse|bought|gekochte|betaalde) ?{HARVEST}",
    ),
    ("buy", r"(?:nepvolgers|neplikes|nepreviews|bought followers|gekochte (?:volgers|likes))"),
    ("trade", rf"(?:ruilen|ruil|swap|swapping|trade|trading|exchange|wisselen) {OF_THEM}{HARVEST}"),
    ("trade", rf"{HARVEST} (?:\w+ ){{0,2}}(?:ruilen|uitwisselen|swap|trade|exchange)"),
    (
        "follow",
        r"(?:follow|like) (?:us|me|our page|this page)(?: now| today)?,? (?:and|then|&) (?:we|i)(?:['’]ll)? (?:will |shall )?(?:follow|like) (?:you|yours|back)",
    ),
    ("follow", r"we (?:will |['’]ll )?follow (?:you|everyone) (?:back|who follows)"),
    (
        "follow",
        r"(?:volg|like) (?:ons|mij|onze pagina|deze pagina),? (?:en |dan |& )?(?:dan )?(?:wij |we |ik )?(?:volg|volgen|like|liken)(?: wij| we| ik)? (?:ook )?(?:jou|je|jullie|u|terug)",
    ),
    ("follow", r"(?:follow|like|sub)s?[- ]?(?:for|4)[- ]?(?:follow|like|sub)s?"),
    ("follow", r"(?:f4f|l4l|s4s|#?followback|#?follow4follow|#?like4like|#?teamfollowback)"),
    (
        "follow",
        r"follow(?:ing)? back (?:guaranteed|everyone|all|always|within)|(?:instant |guaranteed |always )follow ?back",
    ),
    (
        "follow",
        r"(?:volg|like) voor (?:volg|like)|volgen (?:wij|we|ik) (?:je |jou |jullie |altijd |meteen |gegarandeerd )*terug|gegarandeerd terugvolgen|wij volgen (?:iedereen |altijd |meteen )?terug",
    ),
    ("pose", r"(?:als|als een) (?:\w+ ){0,2}klant"),
    ("pose", r"as (?:a|an|one|your) (?:\w+ ){0,2}(?:customer|client|shopper|buyer)"),
    (
        "pose",
        r"(?:just )?an? (?:\w+ ){0,2}(?:customer|shopper|client|buyer) (?:here|of this (?:shop|store)|of theirs)",
    ),
    ("pose", r"(?:gewoon )?(?:een|hun) (?:\w+ ){0,2}klant (?:hier|van deze (?:winkel|zaak)|van hen)"),
)
