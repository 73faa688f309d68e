"""Begging: for a like, a share, a tag, a vote by symbol, one word, a follow; and boasting of the harvest."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

THING_NL = r"(?:dit|deze|die|onze|het|de) (?:bericht|post|foto|pagina|berichtje|reel|filmpje|video|actie)"
THING_EN = r"(?:this|the|our|my) (?:post|photo|page|reel|video|picture|pic|story)"
FRIEND_NL = r"(?:een |je |jouw |die ene |die |jullie )?(?:vriend(?:in)?(?:en)?|bestie|maat|collega|buurvrouw|buurman|moeder|iemand|vrienden|partner)"
FRIEND_EN = r"(?:a |your |that |the |one |two |three )?(?:friends?|bestie|mate|someone|somebody|mum|mom|partner|person|buddy|people)"
SYMBOL = r"(?:❤️?|♥️?|😂|👍|🙌|😍|🔥|👏|💛|💙|💚|🧡|😀|😃|😄)"
BEG = r"(?:like|liken|deel|delen|share|sharing|volg|volgen|follow|tag|taggen|reageer|reageren|comment|repost|retweet|bewaar|save)"
AND = r"(?:,(?: (?:en |and |dan |then )?)?| (?:en |and |dan |then |[&/] ?)?|[&/] ?)"

CUES = (
    # "like, deel en reageer": verbs that share one object are one request
    (
        "list",
        rf"{BEG}{AND}{BEG}(?:{AND}{BEG}){{0,6}}(?: (?:{THING_NL}|{THING_EN}|ons|us|dit|this|it|allemaal))?",
    ),
    ("like", r"like (?:als|en|jij|dan|if|and|this|deze|dit|onze|ons|our|us|for|je|your)"),
    ("like", r"(?:agree|eens)\? (?:like|deel|share|tag)"),
    (
        "like",
        r"(?:hit|smash|druk op|klik op|tik op|raak) (?:die|that|the|de) (?:like|volg|follow|share|deel)(?:[- ]?(?:knop|button))?",
    ),
    (
        "like",
        r"(?:geef|laat|leave|drop|give|gooi|doe)(?: ons| dit| deze| us| this| er| maar)? (?:eens )?(?:een |a |an )?(?:like(?:je)?|duim(?:pje)?s?|hart(?:je)?s?|thumbs? up|heart|emoji|❤️?|👍)(?: achter)?",
    ),
    ("like", r"thumbs up if"),
    (
        "like",
        r"(?:duimpje|hartje|lachje|thumb|heart|laugh|wow|like|love) (?:voor|for) (?:\w+),? (?:en |and )?(?:duimpje|hartje|lachje|thumb|heart|laugh|wow|like|love|share|deel) (?:voor|for)",
    ),
    ("like", r"(?:double|dubbel) ?tap(?: if)?|dubbeltik(?: als)?"),
    (
        "like",
        r"(?:wie het (?:\w+ )?(?:eens )?is|wie dit herkent|wie \w+ vindt),? (?:die )?(?:liket|like|deelt)",
    ),
    ("like", r"wie het eens is liket"),
    ("share", rf"deel (?:{THING_NL}|dit|hem|'m|even|massaal|als)(?! je ervaring)"),
    ("share", r"deel (?:het |dit |hem )?met (?:je|al je|jullie) (?:vrienden|vriendinnen|familie)"),
    ("share", r"(?:graag|even|massaal|svp) delen"),
    ("share", r"delen (?:mag|graag|wordt gewaardeerd)"),
    ("share", rf"(?:share|repost|retweet|rt) (?:{THING_EN}|if|this|it|with (?:a |your |all )?friends?)"),
    ("share", r"please (?:share|repost|rt|retweet)"),
    ("share", r"(?:repost|retweet|rt) als"),
    (
        "share",
        r"(?:stuur|send) (?:dit |deze |this |it )?(?:door )?(?:naar|to) (?:je |een |iemand|a |your |someone)?(?:\w+)?",
    ),
    ("share", r"stuur door naar"),
    ("share", r"send this to"),
    ("share", r"(?:kettingbericht|chain (?:message|letter|post))"),
    ("tag", rf"(?:tag|markeer|mention|noem) {FRIEND_NL}"),
    ("tag", rf"(?:tag|mention) {FRIEND_EN}"),
    ("tag", rf"(?:zet|put|drop) {FRIEND_NL} (?:onder|in|hieronder|below)"),
    ("tag", rf"(?:put|drop) {FRIEND_EN} (?:below|under|in the comments)"),
    ("tag", rf"(?:zet|put|drop) (?:de naam van |the name of )?{FRIEND_NL} (?:onder (?:dit|deze)|hieronder)"),
    (
        "vote",
        r"(?:vote|stem|kies|react|reageer) (?:met|with)(?: een| an)? (?:emoji|hartje|duim\w*|heart|like|smiley|symbol)",
    ),
    ("vote", rf"{SYMBOL}[^\w.!?]{{0,3}}(?:of|or|vs)[^\w.!?]{{0,3}}{SYMBOL}"),
    ("vote", rf"{SYMBOL}\s?(?:voor|for|=|als|if) [^.!?]{{1,30}}{SYMBOL}"),
    ("vote", r"steek (?:je|een) (?:hand|hart|vinger)[^.!?]{0,20}(?:emoji|op)"),
    ("vote", r"laat (?:van je|iets van je|je) horen met (?:een )?"),
    (
        "word",
        r"(?:reageer|antwoord|comment|reply|typ|type|zet|respond)(?: hieronder| below)? (?:met |with )?(?:een |an? )?(?:[\"'“‘]?(?:ja|yes|win|nee|no|me|ik|1|a|1-tje|amen|top|deal)[\"'”’]?)(?: (?:hieronder|below|in de reacties|in the comments))?",
    ),
    ("word", r"(?:comment|type|typ) (?:een |an? )?(?-i:[A-Z]{2,})"),
    ("word", r"(?:typ|type) (?:een|a|an)"),
    (
        "word",
        r"(?:zet|drop|leave|put) (?:een |an? |the )?(?:\d|hartje|emoji|vinkje|stip|dot|👇|🙋)[^.!?]{0,12}(?:in de (?:reacties|comments)|in the comments|below|hieronder)",
    ),
    ("word", r"drop (?:a \d|an emoji)"),
    (
        "follow",
        r"(?:volg|follow) (?:ons|us|me|mij|deze pagina|this page|onze pagina|our page|for more|voor meer)(?: voor meer| for more| nu| now)?",
    ),
    ("follow", r"volg je ons(?: al)?"),
    ("follow", r"(?:do you follow|are you following|following) us(?: yet| already)?"),
    ("follow", r"(?:vergeet (?:niet|ons niet)(?: te)? (?:te )?volgen|vergeet ons niet te volgen)"),
    ("follow", r"(?:do not|don['’]?t) forget to (?:follow|like|share|subscribe|save)"),
    (
        "save",
        r"(?:bewaar|save|sla) (?:deze|dit|this|the|onze|our) (?:post|bericht|reel|tip|foto|video|story)(?: op)?(?: voor later| for later)?",
    ),
    ("grow", r"(?:help|helpen)(?: jij| je| jullie)? (?:ons|us|mee) (?:te )?(?:groeien|grow)"),
    (
        "grow",
        r"(?:alleen|only) (?:slimme|smart|echte|real|clever|true) (?:mensen|people|\w+)(?: kunnen| can)?(?: zien| see)[^.!?]{0,10}",
    ),
    ("grow", r"{pct} (?:heeft|hebben|get|gets|of people get) (?:dit|this|it) (?:fout|wrong|niet goed)"),
    ("grow", r"link in (?:comments|the comments|de reacties) (?:when|zodra|als)"),
)
