"""Prizes to be won: invitations, draws, contests, what must be done to take part, and where the terms are.

`call` invites, `draw` says that chance decides, `lot` and `contest` name the game, `pool` those who may win, `guess` that
who is right or closest wins, `skill` that somebody judges. The other senses are no claims: they tell how one takes part.
"""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

_WHO = r"(?:winnaars?|winnares|winners?|deelnemers?|reageerders?|inzenders?|volgers?|klanten|klant|bezoekers?|entrants?|followers?|commenters?|customers?|visitors?|readers?|lezers?)"
_FRIENDS = r"(?:vriend\w*|iemand|maat|maatje|maten|moeder|zus|buur\w*|mensen|personen|persoon|collega\w*|bekenden?|friends?|mates?|someone|somebody|anyone|anybody|buddy|buddies|people|person|sister|mum|neighbours?)"
_ONE = r"(?:een|één|eentje|de|het|deze|dit|je|jouw|jullie|hem|ze|zo['’]n|twee|drie|vier|vijf|gratis|onze|kaartjes|tickets|prijzen|a|an|one|two|three|four|the|this|these|our|your|it|free|back|prizes)"
_ENTRIES = r"(?:reacties|reageerders|inzendingen|inzenders|antwoorden|deelnemers|volgers|bestellingen|klanten|bezoekers|comments|commenters|entries|entrants|answers|replies|followers|participants|customers|orders|visitors)"

CUES = (
    # an invitation
    ("call", r"win"),  # a sentence of one word
    ("call", rf"win(?: nu| ook)? {_ONE}"),
    ("call", r"(?:en|and|&|\+) win"),  # after something to do for it
    ("guess", r"(?:raad|guess) (?:het|de|hoe|hoeveel|the|how|its) \w+"),
    ("guess", r"(?:wie|die|who|whoever)(?: \w+){0,4} (?:raadt|guesses)"),
    (
        "call",
        r"(?:like|likes|deel|tag|volg|raad|reageer|kras|speel|doe mee|kom langs|schrijf je in|vertel|retweet|repost|share|follow|join|enter|guess|comment|scratch|play|sign up|scan|vote|stem)(?: en| and| to| om te)? win(?:nen)?",
    ),
    ("call", r"(?:kun|kan|kunt|wil|mag|zou)(?: je| jij| u)? (?:\w+ ){0,5}winnen"),
    ("call", r"te winnen(?! (?:bij|aan|op))"),
    ("call", r"(?:could|can|might|going to|want to|hoping to|get to|chances? to|about to) win"),
    ("call", r"(?:to be won|to win|up for grabs|wins? (?:a|our|the|this) prize)"),
    ("call", r"(?:maak|maakt|maken|maak je|maakt u)(?: je| jij| ook| zo| dan| dus){0,2} kans"),
    ("call", r"kans te maken"),
    ("call", r"kans (?:maakt|maken)"),
    ("call", r"kans op"),
    (
        "call",
        r"(?:chances? (?:at|of winning)|shot at|in with a chance|go in the running|in the running for)",
    ),
    ("call", r"could be (?:taking|going|walking|heading|yours|the lucky)"),
    ("call", r"(?:ding|dingt|dingen)(?: je| jij| ook){0,2} mee"),
    ("call", r"(?:wie (?:het )?eerst|first (?:\w+ )?to) (?:reageert|comment|reply|answer)"),
    ("call", r"(?:geven|geef|geeft) (?:\w+ ){0,4}weg aan (?:een|één|iemand|twee|drie|vier|vijf|de|\d+)"),
    ("call", rf"weggeven aan (?:\w+ ){{0,2}}{_WHO}"),
    (
        "call",
        r"giv(?:e|es|ing) (?:\w+ ){0,3}away (?:\w+ ){0,4}to (?:one|a|two|three|four|five|some|lucky|\d+)",
    ),
    ("call", r"giving away"),
    (
        "call",
        r"(?:de |een )?(?:winnaars?|winnares) (?:wordt|worden|krijgt|krijgen|kiezen|maken|hoort|horen|mag)",
    ),
    ("call", r"(?:the |a )?winners? (?:will|gets?|takes?|hears?|(?:is|are) (?:announced|told))"),
    ("call", r"(?:spin|draai)(?: aan)? (?:het|the|ons|our) (?:rad|wheel)"),
    (
        "call",
        r"elke (?:\d+e|\d+ste|\d+de|\w+ste|tiende|vijfde|zevende|achtste) (?:klant|bezoeker|bestelling|volger)",
    ),
    (
        "call",
        r"every (?:\d+(?:th|st|nd|rd)|tenth|hundredth|fifth|seventh) (?:customer|visitor|order|follower)",
    ),
    # chance decides
    ("draw", r"(?:verloten|verloot)"),
    ("draw", r"(?:raffling|raffled?(?: off)? (?:a|an|one|our|the|this|two|three|something))"),
    (
        "draw",
        r"(?:trek|trekt|trekken|loot|loten|halen|haalt) (?:[\w'’]+ ){0,6}(?:winnaars?|winnares|naam|namen|gelukkigen?|lot|lootjes?|briefjes?)",
    ),
    ("draw", r"uit (?:de|een|onze) (?:hoge )?(?:hoed|pot met namen|grabbelton)"),
    ("draw", r"out of (?:the|a|our) hat"),
    ("draw", r"(?:in|into) (?:the|a|our|de|een|onze) (?:hat|hoed)"),
    ("draw", r"(?:kiest|beslist|bepaalt|wijst) het (?:lot|toeval)(?: aan)?"),
    ("draw", r"het (?:lot|toeval) (?:kiest|beslist|bepaalt|wijst)"),
    ("draw", r"(?:chance|luck|fate) (?:decides|will decide|picks|chooses)"),
    (
        "draw",
        r"(?:namen|naam|names?|tickets?|loten|lootjes) (?:is|are|will be|wordt|worden) (?:\w+ ){0,2}(?:drawn|getrokken|geloot|picked)",
    ),
    ("draw", r"(?:blind|blindelings|geblinddoekt) (?:\w+ ){0,3}(?:uit|out)"),
    ("draw", r"(?:onschuldige|blinde|willekeurige) hand"),
    ("draw", rf"(?:willekeurige?|random|randomly|lucky|gelukkige) (?:\w+ )?{_WHO}"),
    ("draw", rf"{_WHO} (?:\w+ ){{0,5}}(?:willekeurig|geloot|getrokken|random|randomly|drawn|by lot)"),
    ("draw", r"(?:at random|willekeurig gekozen|door loting|door het lot|by lot)"),
    ("draw", r"(?:draw|draws|drawing|pick|picks|picking) (?:\w+ ){0,3}(?:winners?|names?)"),
    ("draw", rf"draw (?:\w+ ){{0,2}}(?:from|among|between) (?:\w+ ){{0,2}}{_ENTRIES}"),
    # the name of the game
    (
        "lot",
        r"(?:loting|lotingen|verloting|verlotingen|tombola|loterij|loterijen|raffles?|lottery|prize draws?)",
    ),
    ("lot", r"(?:trekking|trekkingen)"),
    (
        "lot",
        r"(?:the|our|this|a|one|each|every|in the|free|weekly|monthly|daily|large|big|small|second|third|fourth|final|{n}) draws?",
    ),
    ("contest", r"(?:\w*prijsvraag|prijsvragen|winactie|winacties|win-acties?|weggeefacties?|giveaways?)"),
    ("contest", r"(?:(?:foto|kleur|teken|bak|brei|haak|recepten|gedichten|raad)wedstrijd)"),
    ("contest", r"(?:competition|contest)"),
    ("contest", r"(?:prijzenpakket|prijzenpakketten|prijzenpot|prize (?:package|pack|pot)s?)"),
    ("contest", r"meedoen kan (?:tot|t/m|nog|vanaf|via)"),
    ("contest", r"enter (?:by|before|our|now|here|to win)"),
    ("pool", rf"(?:onder|uit) (?:alle|de|onze|iedere|goede|juiste)(?: \w+)? {_ENTRIES}"),
    ("pool", r"onder (?:iedereen|allen|wie) (?:die|wie)"),
    ("pool", rf"(?:among|from|between) (?:all |the |our |right |correct |your ){{0,3}}{_ENTRIES}"),
    ("value", r"(?:t\.w\.v\.|twv|ter waarde van|worth) {p}"),
    # somebody judges
    ("skill", r"(?:jury|vakjury|jurylid|juryleden|judges?|judged|panel)"),
    (
        "skill",
        r"(?:mooiste|leukste|lekkerste|beste|creatiefste|origineelste|grappigste|gekste|slimste) (?:[\w'’]+ ){0,5}(?:wint|krijgt|kiezen)",
    ),
    (
        "skill",
        r"(?:best|tastiest|nicest|funniest|prettiest|cleverest|loveliest|most \w+) (?:[\w'’]+ ){0,5}(?:wins|gets)",
    ),
    ("skill", r"(?:een|één|one) (?:van|of) (?:de|the|jullie|you|onze|our)(?: \w+){0,2} (?:wint|wins|win)"),
    ("skill", r"(?:our|onze) (?:favou?rite|favoriet) (?:gets|wins|krijgt|wint)"),
    ("guess", r"(?:closest|dichtst\w*)(?: \w+){0,4} (?:wins|gets|takes|wint|krijgt)"),
    (
        "skill",
        r"(?:wie weet|misschien|maybe|perhaps) (?:[\w'’]+ ){0,7}(?:mee naar huis|met jou mee|at your door|op onze kosten|win je|win jij|win)",
    ),
    (
        "guess",
        r"(?:raad|raadt|schat|guess) (?:hoe\w*|how|het|de|the|wat|what) [^.!?]{0,50}(?:win|wint|wins|van jou|yours|takes it|neemt hem|neem je|mee naar huis)",
    ),
    ("draw", r"trek(?:ken|t)? (?:we|wij|ik) er (?:een|één|twee|drie|vier|vijf|\d+)"),
    (
        "draw",
        r"(?:pull|picking|pick) (?:one|a|two|three|someone)(?: \w+){0,2} (?:on|at) (?:\w+day|random|the \d+)",
    ),
    ("draw", r"(?:lucky|gelukkige) (?:one|winner|newsletter|lezer|reader|winnaar)"),
    ("call", r"for a chance to \w+"),
    # how one takes part; no claims
    ("join", r"doe(?:t|n)?(?: je| jij| u| ze| we| ook| er| gezellig| gratis){0,2} mee"),
    ("join", r"(?:meedoen|meedingen|deelnemen|deelname)"),
    ("join", r"(?:take|takes|taking) part"),
    ("join", r"(?:inschrijven|inschrijving|je inzet|inleg|signing up)"),
    ("join", r"(?:to enter|to participate|entry|join in|you are in|you['’]re in)"),
    ("ticket", r"(?:lot|loten|lootje|lootjes|ticket|tickets)"),
    (
        "share",
        r"(?:deel|deelt|delen|share|shares|reshares?|reposts?|retweets?|retweet|rt|boost|doorplaatst|doorplaatsen)",
    ),
    (
        "share",
        r"(?:zet|plaats|plaatst|post|put) (?:[\w'’]+ ){1,5}(?:tijdlijn|timeline|pagina|verhaal|story|stories|wall|profiel|profile|page)",
    ),
    ("share", r"stuur(?:t)? (?:[\w'’]+ ){1,3}door"),
    ("share", r"forward (?:this|our|the) (?:post|message)"),
    ("tag", rf"(?:tag|tagt|taggen|tags|tagging) (?:\w+ ){{0,3}}{_FRIENDS}"),
    ("tag", r"(?:tag|tags)(?: en| and| to) win"),
    ("tag", rf"(?:noem|nodig|vermeld|markeer|name|mention|invite|bring) (?:\w+ ){{0,3}}{_FRIENDS}"),
    ("tagself", r"(?:tag|tagt|markeer|markeert) (?:jezelf|je zelf|uzelf|zichzelf|yourself|themselves)"),
    ("follow", r"(?:volg|volgt|volgen|follow|follows|following)"),
    ("follow", r"give (?:us|our page|our account) a follow"),
    ("terms", r"(?:\w*voorwaarden|spelregels|wedstrijdreglement|reglement|actiereglement)"),
    ("terms", r"(?:terms|conditions|t&cs?|rules)"),
)
