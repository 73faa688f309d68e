"""Pictures, clips, songs and stories of somebody else, as people tell that they took them."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

WHAT = r"(?:\w*foto(?:['’]?s|otje)?|fotootje|plaatjes?|\w*plaat|beeld|afbeelding|filmpjes?|\w*video['’]?s?|tekening|meme|tekst|recept|pictures?|pics?|photos?|images?|shots?|clips?|gif|drawing|text|recipe|snap|footage|beelden|artwork|illustratie|illustration)"
SITE = r"(?:internet|web|net|google|pinterest|instagram|facebook|tiktok|youtube|marktplaats|twitter|tumblr|vinted|reddit|etsy|pexels|shutterstock|getty|wikipedia|insta|linkedin)"
TAKEN = r"(?:geplukt|gejat|gepikt|gestolen|geleend|gekopieerd|geript|gerepost|overgenomen|gescreenshot|opgeslagen|gejatte|gesnaaid|stolen|stole|nicked|borrowed|grabbed|copied|ripped|snatched|lifted|swiped|pinched|saved|screenshotted|reposted)"

CUES = (
    ("web", rf"{WHAT}(?: \w+){{0,3}} (?:van|uit|from|off|via) (?:het |the )?{SITE}"),
    ("web", rf"{TAKEN}(?: \w+){{0,4}} (?:van|uit|from|off|via) (?:het |the )?{SITE}"),
    ("found", rf"(?:op|on|via) (?:het |the )?{SITE}(?: \w+){{0,2}} (?:tegen|tegengekomen|gevonden|gezien|gespot|geplukt|gejat|gepikt|geleend)"),
    ("found", rf"(?:gevonden|tegengekomen|gespot|found|spotted|came across|stumbled on|stumbled upon)(?: \w+){{0,4}} (?:op|on|via) (?:het |the )?{SITE}"),
    ("web", rf"{WHAT} (?:gejat|gepikt|gestolen|geleend|stolen|nicked|borrowed|pinched) (?:van|from|off|bij) \w+"),
    ("customer", r"(?:screenshots?|schermafdruk|screenprint|print ?screen|screengrab)(?: \w+){0,2} (?:van|of|from|uit) (?:een |a |the |het |de |onze |our |je |your |jullie )?(?:\w+ )?(?:klant\w*|review|recensie|verhaal|berichtje|dm|gesprek|app|appje|customer\w*|story|chat|message|conversation|follower|volger)"),
    ("customer", rf"{WHAT} (?:die|that|which)? ?(?:een|one|a|iemand|somebody|someone|one of you) ?(?:van jullie|of you|klant|volger|customer|follower)? (?:plaatste|postte|deelde|maakte|posted|shared|took|uploaded)"),
    ("customer", r"(?:plaatste|postte|posted|shared|uploaded)(?: \w+){0,4} (?:gejat|geleend|gepikt|borrowed|nicked|reused)"),
    ("other", rf"(?:andermans|iemand anders|(?:somebody|someone|anyone) else['’]s|another (?:shop|maker|photographer)['’]s) (?:\w+ )?(?:{WHAT}|pagina|page|account|site|feed|werk|work)"),
    ("other", rf"{WHAT} (?:\w+ )?(?:van|from) (?:een andere?|iemand anders|another|somebody else['’]s|someone else['’]s|de concurrent|a competitor)"),
    ("music", r"(?:hitmuziek|hitje|zomerhit|top ?40|chart (?:song|music|hit)|hit song|popliedje|charthit|radiohit)"),
    ("music", rf"(?:lied(?:je)?|nummer|song|track|muziek|music|tune) (?:van|by) (?:\w+ ){{1,3}}(?:onder|achter|bij|in|under|behind|over|to|on) (?:\w+ ){{0,2}}{WHAT}"),
)  # fmt: skip
