"""Pressure that is neither scarcity nor haste nor the crowd: shaming, hidden cost, trick wording, hard demands."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    # a no that puts the reader to shame
    ("shame", r"no,? ?thank(?:s| you)[.,!]{0,2} ?i(?:['’](?:d|m|ll))? \w+(?: \w+){0,3}"),
    (
        "shame",
        r"no,? i(?:['’]d| would)? (?:rather|prefer|don['’]?t (?:want|like|feel|need|care)|do not (?:want|like|need))",
    ),
    ("shame", r"no thanks,? (?:free|saving|i)"),
    (
        "shame",
        r"i (?:don['’]?t|do not|hate|despise) (?:\w+ ){0,2}(?:free (?:gifts?|stuff|things)|discounts?|saving money|coupons?|deals|bargains?|lucky)",
    ),
    (
        "shame",
        r"nee(?: bedankt| dank je| dankje|,? dank u)?,? ik (?:betaal|hoef|wil|heb|zoek|hou|houd|geef) (?:liever|geen|niet|niks|nog|het)[^.!?]{0,30}",
    ),
    ("shame", r"laat maar,? ik (?:geef|hoef|wil|heb)"),
    ("shame", r"(?:dief|thief) (?:van|of) (?:je|uw|your) (?:eigen |own )?(?:portemonnee|purse|wallet)"),
    ("shame", r"robbing your own (?:purse|wallet)"),
    (
        "shame",
        r"(?:echte|true|real) (?:\w+ )?\w+ (?:laten dit|slaan dit|would never|never|weten wel)[^.!?]{0,30}",
    ),
    ("shame", r"(?:iedereen|everyone|everybody)[^.!?]{0,40}(?:behalve|except|but) (?:jij|you)"),
    ("shame", r"(?:de enige|the only one) (?:zijn )?(?:zonder|without)"),
    ("shame", r"(?:je|jij|ge|gij|u|wie) (?:[\w'’]+ ){1,5}toch (?:niet|geen|wel|nou|zeker)"),
    ("shame", r"(?:zonder|met) (?:\w+ ){1,4}(?:is|kom|ben) (?:\w+ ){0,4}toch (?:niet|geen)"),
    (
        "shame",
        r"(?:een|a) (?:echte|goede|real|proper|good) (?:man|vrouw|moeder|vader|mama|papa|oma|opa|vriend|mum|mom|dad|friend|woman|fan)",
    ),
    ("shame", r"wat voor (?:een )?\w+ ben je"),
    (
        "shame",
        r"(?:als|if) (?:je|ge|u|you) (?:niks|niets|cared?|really|loved?|hate|can['’]?t afford|don['’]?t care|echt van)",
    ),
    (
        "shame",
        r"(?:nee hoor|nee,? laat maar|nah|no ta|fine),? (?:\w+ )?(?:jij|ik|i|you|leave|blijf|carry|keep)",
    ),
    ("shame", r"blijf (?:gerust|maar|lekker|jij) "),
    ("shame", r"(?:surely|of course) (?:you|your|a good) [^.!?]{0,60}\?"),
    (
        "shame",
        r"(?:you['’]d|would you|do you|are you) (?:really|honestly|seriously) (?:want|let|go|give|going|rather|serve)",
    ),
    ("shame", r"you (?:don['’]t|wouldn['’]t) want (?:to be|your|them|her|him)"),
    ("shame", r"don['’]?t (?:be the|you (?:want|care|love))"),
    ("shame", r"(?:only a fool|skip this if|wil je (?:echt|soms|liever)|gun je)"),
    # what is hidden: in the price, or in the fine print
    ("hidden", r"(?:service|handling|booking|admin\w*|care & handling)[- ]?(?:charges?|fees?|costs?)"),
    ("hidden", r"(?:service|administratie|behandelings|reserverings)kosten"),
    (
        "hidden",
        r"(?:exclusief|does not include|excl\.|excluding) (?:toeslag|surcharge|kosten|costs?|fees?)\w*",
    ),
    (
        "hidden",
        r"(?:\w*kosten|\w*toeslag|surcharge|\w*geld|fees?|charges?)(?: van [\d.,]+ euro| of [\d.,]+)? (?:[\w'’]+ ){0,5}(?:pas|achteraf|aan het einde|bij het afrekenen|op de bon|checkout|at the till|the next page|last step|laatste stap|once you['’]ve|your check)",
    ),
    ("hidden", r"(?:auto|automatically|automatic)[- ]?(?:renews?|renewal|renewed|renewing|enrol\w*)"),
    ("hidden", r"(?:renews?|renewed) (?:automatically|by itself)"),
    ("hidden", r"recurring (?:billing|subscription|payments?|charges?)"),
    ("hidden", r"(?:stilzwijgend|automatisch|vanzelf) (?:verlengd|een abonnement|doorlopen|verlenging)"),
    (
        "hidden",
        r"(?:proefmaand|proefperiode|trial (?:month|period|membership))[^.!?]{0,40}(?:abonnement|subscription|membership|cancel)",
    ),
    ("hidden", r"(?:free|gratis) \d+ (?:day|dagen|dag)[^.!?]{0,20}(?:trial|proef)\w*"),
    # hard to leave
    (
        "leave",
        r"(?:to|wish to|want to|may|can|must|able to|elect to) cancel (?:a |an |any |your |their |the |this |it )?(?:\w+ )*?(?:memberships?|subscriptions?|orders?|plan|benefits)",
    ),
    ("leave", r"cancel (?:by (?:telephone|phone)|by contacting)"),
    (
        "leave",
        r"opzeggen (?:kan |mag |gaat )?(?:alleen|enkel|uitsluitend) (?:per |via )?(?:brief|telefo\w+|aangetekend\w*|schriftelijk)",
    ),
    # boxes and small tricks
    ("trick", r"(?:un)(?:check|tick) (?:the|this|that) (?:box|vakje)"),
    ("trick", r"(?:please )?(?:tick|check) (?:this|the) box"),
    ("trick", r"box is not checked"),
    ("trick", r"by (?:opting in|ticking here|continuing|going on|clicking)"),
    ("trick", r"i (?:agree|consent) to (?:receive|get)"),
    ("trick", r"vink (?:dit|het) vakje (?:aan|uit)"),
    ("trick", r"door (?:verder te gaan|te klikken|verder te winkelen) ga (?:je|u) akkoord"),
    ("trick", r"do not add this to (?:cart|my order)"),
    # pushed to take more
    (
        "push",
        r"(?:customers|people|klanten|anderen|others) (?:also|ook) (?:buy|bought|kochten|kopen)(?: this with)?",
    ),
    ("push", r"(?:want|wil je|would you like) to (?:add one|buy more)"),
    ("push", r"before you check ?out"),
    ("push", r"(?:you['’]?ve|you have|je hebt|you) (?:qualif\w+|unlocked|been selected)"),
    ("push", r"(?:spin|draai) (?:to|aan het rad|the wheel)"),
    ("push", r"(?:entitles you|geeft je recht) (?:to|op)"),
    ("push", r"upgrade my (?:purchase|order)"),
    ("push", r"missing out on"),
    (
        "push",
        r"(?:je moet|you (?:simply |just )?(?:must|have to|need to)) (?:hem |het |ze )?(?:gewoon )?(?:hebben|have (?:it|this|one))",
    ),
    ("push", r"op eigen risico(?: dan)?"),
    ("push", r"at your own risk(?: then)?"),
)
