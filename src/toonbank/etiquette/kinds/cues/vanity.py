"""The shop's own numbers on the networks: followers, likes, views, reach."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

COUNTED = r"(?:volgers|followers|fans op facebook|abonnees|subscribers|vind-ik-leuks|likes|views|weergaven|hartjes|page likes|paginalikes)"

CUES = (
    (
        "brag",
        rf"{{n}} (?:trouwe |lieve |amazing |lovely |loyal |new |nieuwe )?{COUNTED}",
    ),
    (
        "brag",
        rf"(?:mijlpaal|record(?: ?aantal)?|milestone|number of|aantal|meer|more)(?: van| of| \w+)? ?{COUNTED}",
    ),
    ("brag", r"(?:follower|volgers|like|likes)[- ]?(?:milestone|mijlpaal|record)"),
    ("brag", r"(?:meest|best) (?:gelikete?|gevolgde?|gedeelde?|bekeken)"),
    ("brag", r"most (?:liked|followed|shared|viewed|watched)"),
    (
        "brag",
        r"(?:onze |our )(?:populairste|best bekeken|most popular|biggest|best) (?:post|bericht|foto|video|reel)",
    ),
    (
        "brag",
        r"(?:grootste|biggest|largest) (?:facebook ?|instagram ?|linkedin ?|insta ?)?(?:pagina|page|account|kanaal|channel)",
    ),
    ("brag", r"{n} (?:k )?strong"),
    ("brag", r"{n} (?:k )?fam"),
    ("brag", r"\d+ ?k"),
    ("brag", r"swipe[- ]?up (?:bereikt|behaald|reached|unlocked)"),
    (
        "brag",
        r"(?:we |wij )?(?:groeien|growing|grow|grew|groeiden) (?:als kool|like mad|hard|fast|enorm|like crazy) (?:online|op (?:facebook|instagram|insta|social)|on (?:facebook|instagram|social))",
    ),
    (
        "brag",
        r"(?:bereik|reach) (?:is |was |has |ging |went )?(?:verdubbeld|doubled|verdrievoudigd|tripled|omhoog|up)",
    ),
    ("brag", r"(?:doubled|tripled|verdubbelden) (?:our|ons) (?:reach|bereik|following|followers|volgers)"),
    (
        "brag",
        r"(?:een )?(?:reach|bereik) (?:of|van) (?:over |ruim |meer dan |more than )?{n}(?! (?:m|meter|metre|meters|km|kilometer|cm))",
    ),
    ("brag", r"(?:het |the )?algorit(?:me|hm) (?:houdt van|loves|likes|is dol op)"),
    ("brag", r"(?:viraal|viral) (?:gegaan|went|gone|ging)?"),
    ("brag", r"top ?\d+ (?:accounts|pagina['’]?s|pages|shops on)"),
    ("brag", r"(?:blauw vinkje|blue tick|blue check(?:mark)?|verified account|account geverifieerd)"),
    ("brag", r"verified"),
    ("brag", r"influencer (?:van het jaar|of the year)"),
    ("goal", r"(?:op naar|on to|up to|onderweg naar|on our way to) (?:de |the )?{n}"),
    ("goal", rf"(?:doel|goal|target|streefgetal)(?: \w+)?: {{n}} (?:nieuwe |new )?(?:{COUNTED})"),
    (
        "goal",
        r"(?:wie wordt|who will be|who is|wie is) (?:onze |our )?(?:volger |follower )?(?:nummer|number|no\.|nr\.?|volger|follower) {n}",
    ),
    (
        "goal",
        r"(?:zet hem op|get us to|help(?:en)? (?:ons|us|je mee|jij mee|mee) (?:naar|to|aan)) (?:de |the )?{n}",
    ),
    ("goal", rf"{{n}} {COUNTED} ?= ?(?:korting|discount|\w+)"),
)
