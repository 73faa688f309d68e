"""Pictures, clips, songs and stories of somebody else, as people tell that they took them."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

WHAT = r"(?:\w*foto(?:['’]?s|otje)?|fotootje|plaatjes?|\w*plaat|beeld|afbeelding|filmpjes?|\w*video['’]?s?|tekening|meme|tekst|recept|pictures?|pics?|photos?|images?|shots?|clips?|gif|drawing|text|recipe|snap|footage|beelden|artwork|illustratie|illustration)"
SITE = r"(?:internet|web|net|google|pinterest|instagram|facebook|tiktok|youtube|marktplaats|twitter|tumblr|vinted|reddit|etsy|pexels|pixabay|shutterstock|getty|wikipedia|insta|linkedin|unsplash|flickr|snapchat|(?:\w+ )?\w{0,14}blogs?)"
TAKEN = r"(?:afgehaald|weggehaald|gevist|pulled|fished|scraped|overgetikt|overgeschreven|geknipt|meegepikt|retyped|copy-pasted|lent|geplukt|gejat|gepikt|gestolen|geleend|gekopieerd|geript|gerepost|overgenomen|gescreenshot|opgeslagen|gejatte|gesnaaid|stolen|stole|nicked|borrowed|grabbed|copied|ripped|snatched|lifted|swiped|pinched|saved|screenshotted|reposted)"
CLIP = r"(?:filmpjes?|\w*video['’]?s?|clips?|reels?|story|stories|tiktok|vlog)"
SONG = (
    r"(?:hit|hitje|hits|zomerhit|song|liedje|popsong|nummer 1|number one|chart song|radiohit|track|hitmuziek)"
)

CUES = (
    ("site", rf"(?:van|from|op|on|uit|off|via|(?:some|any)(?:body|one)['’]s|iemands) (?:het |the |een |a |some |someone['’]s |andermans )?{SITE}"),
    ("copied", r"(?:overgetikt|overgeschreven|letterlijk overgenomen|woord voor woord|gekopieerd uit|copied (?:word for word|straight)?|word for word|copy-pasted|retyped|knip-en-plak)"),
    ("unknown", r"(?:no idea whose|no idea who (?:made|took|wrote)|don['’]?t know (?:whose|who (?:made|took))|geen idee van wie|geen idee wie|weet niet (?:van )?wie|maker onbekend|photographer unknown|fotograaf onbekend|source unknown|bron onbekend)"),
    ("customer", r"(?:screenshot\w*|schermafdruk\w*|screenprint\w*|screengrab\w*|gescreenshot)"),
    ("clip", rf"{SONG}(?: \w+){{0,5}} (?:onder|achter|in|under|behind|over) (?:\w+ ){{0,2}}{CLIP}"),
    ("clip", rf"{CLIP}(?: \w+){{0,4}} (?:met|op|with|to|set to|using)(?: \w+){{0,3}} (?:\w*{SONG})"),
    ("web", rf"{WHAT}(?: \w+){{0,3}} (?:van|uit|from|off|via) (?:het |the |een |a |some )?{SITE}"),
    ("web", rf"{TAKEN}(?: \w+){{0,4}} (?:van|uit|from|off|via) (?:het |the |een |a |some )?{SITE}"),
    ("found", rf"(?:op|on|via) (?:het |the )?{SITE}(?: \w+){{0,2}} (?:tegen|tegengekomen|gevonden|gezien|gespot|geplukt|gejat|gepikt|geleend)"),
    ("found", rf"(?:gevonden|tegengekomen|gespot|found|spotted|came across|stumbled on|stumbled upon)(?: \w+){{0,4}} (?:op|on|via) (?:het |the )?{SITE}"),
    ("web", rf"{WHAT} (?:gejat|gepikt|gestolen|geleend|stolen|nicked|borrowed|pinched) (?:van|from|off|bij) \w+"),
    ("customer", rf"{WHAT} (?:die|that|which)? ?(?:een|one|a|iemand|somebody|someone|one of you) ?(?:van jullie|of you|klant|volger|customer|follower)? (?:plaatste|postte|deelde|maakte|posted|shared|took|uploaded)"),
    ("customer", r"(?:plaatste|postte|posted|shared|uploaded)(?: \w+){0,4} (?:gejat|geleend|gepikt|borrowed|nicked|reused)"),
    ("other", rf"(?:andermans|iemand anders|(?:somebody|someone|anyone) else['’]s|another (?:shop|maker|photographer)['’]s) (?:\w+ )?(?:{WHAT}|pagina|page|account|site|feed|werk|work)"),
    ("other", rf"{WHAT} (?:\w+ )?(?:van|from) (?:een andere?|iemand anders|another|somebody else['’]s|someone else['’]s|de concurrent|a competitor)"),
    ("music", r"(?:hitmuziek|hitje|zomerhit|top ?40|chart (?:song|music|hit)|hit song|popliedje|charthit|radiohit)"),
    ("music", rf"(?:lied(?:je)?|nummer|song|track|muziek|music|tune) (?:van|by) (?:\w+ ){{1,3}}(?:onder|achter|bij|in|under|behind|over|to|on) (?:\w+ ){{0,2}}{WHAT}"),
)  # fmt: skip
