"""Frames of a price that is lower than before: from and to, so much off, a price that dropped, a sale."""

FRAMES = """
frame: PRICEW ~5 DROP
frame: DROP ~4 PRICEW
frame: PRICEW ~4 omlaag|down|lager|lower|beneden
frame: DROP ~2 PCT|EURO|NUM ~3 van|off|from|af|eraf|lower|prijs|price
frame: NUM ~1 PCT ~3 LESS
frame: PCT ~2 van|off|of ~3 PRICEW ~2
frame: min|minus NUM PCT
frame: NUM PCT ~5 af|eraf|off $
frame: LESS -by ~3 NUM PCT
frame: NUM ~1 EURO ~2 LESS -than|dan
frame: LESS ~3 NUM ~1 EURO -per|inleg
frame: EURO NUM ~2 LESS
frame: NOTE ~3 off|eraf|af|korting|minder|less|goedkoper|cheaper
frame: DROP ~3 NOTE ~3 off|af|eraf
frame: DROP ~2 NOTE|EURO ~1 af|off|eraf
frame: off|van ~2 NOTE ~3 PRICEW
frame: A PART ~2 LESS|goedkoper
frame: LESS ~2 A PART
frame: cheaper|lower|goedkoper|down|reduced|verlaagd|gezakt|lighter by|met ~1 A? PART|NUM|NOTE
frame: HALF ~2 price|prijs|prijzen|prices|geld|money|off|tarief
frame: HALF ~2 van|of ~2 what|wat|price|prijs ~3 WASP|price|prijs
frame: aan|voor|for|at ~1 HALF ~1 prijs|price|geld|money
frame: SALE -of
frame: SAVE ~3 NUM|NOTE|EURO|PCT
frame: MONEY ~3 instead|ipv ~1 of? MONEY|NUM
frame: INSTEAD ~1 van|of ~2 NUM|EURO
frame: ipv ~2 NUM|EURO
frame: NUM ~1 EURO ~2 wordt|worden|becomes|become ~2 NUM|EURO
frame: EURO NUM ~2 wordt|worden|becomes|become ~2 NUM|EURO
frame: WASP ~4 NUM ~1 EURO? ~~6 NOWP ~3 NUM -SPAN|graden|degrees|uur|people|mensen
frame: NOWP ~2 NUM ~1 EURO? ~~4 WASP ~3 NUM|MONEY -SPAN|graden|degrees|uur|people|mensen
frame: USED to ~1 be|cost ~3 NUM|EURO
frame: EURO|MONEY ARROW EURO|MONEY|NUM
frame: NUM ARROW NUM
frame: NUM ~1 EURO ~2 NEG ~3 NUM|EURO
frame: goedkoper|cheaper|voordeliger ~2 dan|than ~3 WASP|vorig|last|vorige|before|ooit|ever|NOWP|DAY
frame: minder|less ~1 dan|than ~2 vorige|vorig|last|normaal|usual|before|voorheen|anders
frame: GOODS|IT|STOCK|all|alle|alles|everything ~4 goedkoper|cheaper|voordeliger|afgeprijsd|reduced|discounted
frame: goedkoper|cheaper|voordeliger|afgeprijsd|afgeprijsde|discounted|reduced ~3 GOODS|STOCK|all|alle|alles|everything
frame: two|twee|three|drie|2|3 ~4 halen|kopen|for|voor|nemen|buy|take ~~4 one|één|1|two|twee|2 ~2 betalen|betaal|pay|price|gratis|free
frame: NUM ~4 for|voor ~1 the|de ~1 price|prijs of|van NUM
frame: price|prijs of|van one|één|two|twee
frame: second|tweede|2nd|2e ~3 half|halve|HALF|free|gratis
frame: mes|scissors|schaar|hakbijl|rode|red ~3 PRICEW
frame: mes|scissors|schaar ~4 PRICEW
frame: met|with ~2 korting|discount
frame: krijg|krijgt|get|gets|geven|give|pak|pakt ~3 korting|discount|reduction|reductie
frame: korting|discount ~2 op|on|van|of
frame: PRICEW|GOODS ~4 NUM PCT ~2 DROP|LESS
frame: NUM PCT ~3 DROP
frame: NUM PCT ~4 van|off|from het|the|de ~1 PRICEW|bedrag|total|totaal
frame: WASP ~3 NUM|MONEY ~1 EURO? ~~3 nu|now|this|deze|today|vandaag|is|kost ~3 NUM|MONEY
frame: down|terug|gezakt|verlaagd ~1 to|naar|tot EURO? NUM|MONEY EURO?
frame: kortingen|korting|discounts|reductions ~3 tot|to|of ~3 helft|half|NUM|PCT
frame: helft|half ~2 wat|what ~4 betaalde|paid|kostte|cost
frame: goes|gaat|gaan|go|komt|comes|mag|mogen|can|weg|weggaan ~3 from|van ~1 EURO? NUM ~2 to|naar|voor|for ~1 EURO? NUM ~1 EURO
frame: from|van EURO NUM ~2 to|naar|voor|for|nu|now ~1 EURO? NUM
frame: from|van MONEY ~2 to|naar|voor|for|nu|now ~1 EURO? NUM
frame: NUM PCT ~1 of|van ~2 price|prijs
frame: NUM PCT ~1 of|van ~2 FULL ~1 PRICEW
frame: NUM PCT ~1 of|van ~2 FULL $
frame: NUM ~1 PCT ~2 lighter|lichter
frame: tegen|at|voor|aan|under|onder ~1 inkoopprijs|kostprijs|inkoop|cost|inkoopsprijs
frame: USED to ~3 EURO|MONEY|NUM -SPAN
frame: WASP|vorig|vorige|last ~3 NEXTYEAR|month|week|maand ~3 NUM|MONEY ~~3 NOWP|vanaf|heden|today ~3 NUM|MONEY
frame: vorig|vorige|last ~1 NEXTYEAR|month|week|maand ~5 set|kostte|betaalde|cost|paid|was|kost ~4 EURO|MONEY|NUM -SPAN|mensen|people
frame: vroegen|vroeg|asked|charged|rekenden ~5 NUM|MONEY ~~6 nu|vragen|now|ask|voortaan|vandaag ~3 NUM|MONEY
frame: die|that|which ~1 NUM|MONEY EURO? kostten|kostte|cost|were ~~4 voor|nu|now|for ~1 EURO? NUM|MONEY
frame: DROP ~1 IT|the|de|het ~1 to|naar|tot ~1 EURO? NUM|MONEY
frame: rode|red potlood|pencil|pen|stickers|sticker|stickertje|dot|stip
frame: geen|no|zonder|without btw|vat|tax
frame: PART ~2 van|off|of ~1 het|the|de ~1 bedrag|price|prijs|total|totaal
frame: normaal|normally|usually|gewoonlijk|ordinarily ~5 MONEY|EURO
frame: NOTE ~2 vanaf|eraf|af|off $
frame: NUM PCT ~3 vanaf|eraf|af|off
frame: gaat|gaan|comes|come|knock|haal|halen|doen ~5 NUM|PART|NOTE|HALF ~2 PCT? ~3 af|off|vanaf|eraf
frame: voor|for minder ~1 dan
frame: opruimhoek|opruimhoekje|opruimtafel|opruimbak|opruimkrat|koopjesbak|kortingsbak|actiebak
frame: tag|sticker|kaartje|label|stond ~2 said|says|zei|zegt|erop ~2 NUM|MONEY ~~6 NUM|MONEY
frame: NUM|MONEY stond ~2 NUM|MONEY
frame: NUM|MONEY ~2 comes|komt|gaat ~2 off|af
frame: for|voor ~1 song|habbekrats|prikkie|spotprijs
frame: keep|hou|houdt|scheelt ~4 EURO ~3 compared|vergeleken|over
frame: minus|min ~1 A? PART|NUM ~3 on|op
frame: NUM ~1 PCT|cent ~2 DROP
frame: bite|hap|slice|chunk ~4 PRICEW
frame: PRICEW ~3 tumbling|tumble|tumbled|kelderen|keldert|falling|sinking
frame: WASP ~3 NUM|MONEY ~~6 make|give|geef|vraag|ask|maak|staat|doet ~3 NUM|MONEY
frame: kostte|cost ~1 NUM|MONEY
frame: ging|gaan|went|dropped|gezakt|zakte|daalde|came|goes|down ~2 from|van ~1 NUM ~1 NUM? ~1 to|naar ~1 NUM
frame: lost|verloor ~1 NUM|EURO ~2 of|from|van ~2 PRICEW
frame: dropped|gezakt|zakte|daalde|verlaagd|sank|slid|down ~1 to|naar|tot ~1 NUM
frame: usual|gebruikelijke|oorspronkelijke|original|gewone ~1 EURO? NUM|MONEY
frame: neem|neemt|take|koopt|koop|pak ~6 betaal|betaalt|pay|pays ~3 één|een|one|minder
frame: NUM ~2 for|voor ~1 what|wat ~5 one|één|1
frame: three|drie|two|twee for|voor two|twee|one|één ~1 on|op|bij
frame: second|tweede|third|derde|fourth|vierde ~4 for|voor|costs|kost|goes|krijg ~3 half|helft|penny|nop|euro|pound|nothing|niets
frame: reductie|reduction|prijsverlaging|prijsdaling|markdown ~2 op|on|$
frame: kreeg|krijgt|gets|got|got ~3 prijsverlaging|reductie|reduction|prijsdaling
frame: ^ discounted|afgeprijsd
frame: NUM|NOTE ~2 under|onder|below ~1 the|de ~1 list|winkelprijs|catalogus|tag
frame: NOTE|EURO ~3 in ~1 your|je ~1 pocket|zak|purse|portemonnee
frame: money off
frame: we ~2 take|nemen|doen ~1 NUM|NOTE ~1 away|off|eraf|af
frame: halved|gehalveerd|halveren|halveerden ~3 THE|IT|our|onze
frame: at|aan|op|tegen ~2 half|helft ~1 of|van ~2 PRICEW|ticket|price|prijs|wat|what
frame: verlaging|korting|voordeel|savings ~3 up|tot ~3 NUM|PCT
frame: take|neem|krijg|pak ~1 NUM ~1 PCT|cent ~1 off|van|af
"""
