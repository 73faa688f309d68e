"""Frames of urgency: an offer that ends, a last chance, a call for haste, a price that goes up again."""

FRAMES = """
until: OFFER ~4 END ~3 DAY|SPAN|NUM
until: OFFER ~4 END ~2 af $
until: OFFER ~5 UNTIL ~3 DAY|SPAN
until: OFFER|EURO|PCT ~6 UNTIL ~2 NUM ~1 DAY|uur|u|am|pm
until: UNTIL ~2 DAY ~~6 OFFER|PCT|EURO|EURO
until: UNTIL ~3 DAY ~~6 ACT
until: ACT ~4 UNTIL ~2 DAY -YOU ~1
until: DAY ~5 END ~4 OFFER
until: DAY ~3 END ~2 THE ~1 OFFER
until: DAY|SPAN ~4 BE ~3 OVERDONE -open
until: DAY|NUM ~3 BE ~2 IT|THE ~2 OVERDONE
until: DAY ~2 gaat|gaan|goes|go|halen|haal|take|verdwijnt|verdwijnen|hangen ~5 weg|away|down|attic|achteren|slot|terug|back ~1
until: OFFER ~3 DAY ~2 OVERDONE|weg|END
until: OFFER ~4 OVERDONE ~2 DAY
until: DAY|NUM ~3 haal|halen|neem|nemen|take|taken|come|comes ~4 down|weg|away|off ~1
last: OFFER|LAST ~2 week|dag|day|weekend of|van ~2 OFFER|SALE|clear-out
until: OFFER ~4 wanneer|when|zodra|until|till|tot|as ~6 CLOCK|close|sluiten|dicht|strikes|slaat|lasts|duurt|doors|winter|spring
until: OFFER ~2 END ~1 wanneer|when|zodra|as|until|till|tot
until: DAY ~4 end|einde|finish|cut-off|afgelopen|slot ~3 OFFER|SALE
until: UNTIL ~3 NEXTDAY|DAY ~5 NUM|MONEY PCT|EURO
until: NUM PCT ~6 UNTIL ~3 DAY|NEXTDAY
until: OFFER ~5 gaat|goes|go|comes|come|verdwijnt|vervalt ~3 OVERDONE|off|weg|down|table
until: OFFER ~4 geldt|geldig|holds|hold|valid|loopt|runs|good|werkt|works|lasts|duurt ~4 DAY|SPAN|NUM|ONLY
until: geldt|geldig|valid|holds|only ~4 UNTIL ~2 DAY|NUM|SPAN
until: ONLY ~2 DAY
until: DAY ~1 ONLY
until: NOWDAY ~~2 en|and ~1 ONLY ~1 NOWDAY
until: ONLY ~2 THIS ~1 ENDING
until: THIS ~1 ENDING ~1 ONLY|alleen
until: THIS ~1 weekend|week|middag|avond ~~5 OFFER|PCT|EURO ~3 daarna|after|then
until: OFFER|PCT ~3 THIS ~1 weekend|week|ENDING
until: one|één|1 ~1 dag|day ~3 lang|only|alleen|long
until: hebt|have|got|heb|krijgt ~3 UNTIL ~2 DAY|NUM
left: LEFT|ONLY ~2 NUM|LITTLE ~1 SPAN ~~8 OFFER|PCT
left: OFFER|PCT ~~8 LEFT|ONLY ~2 NUM|LITTLE ~1 SPAN
left: NUM|LITTLE ~1 SPAN ~2 LEFT|go|gaan ~~6 OFFER|PCT
left: NUM|LITTLE ~1 MORE|nog SPAN ~~6 OFFER|PCT|close|sluiten|END
left: binnen|within|over|in ~1 NUM SPAN ~4 OFFER ~5 END|OVERDONE|RISE|up
left: eerste|first|volgende|next|komende ~1 NUM ~1 SPAN ~6 OFFER|PCT
left: OFFER|PCT|EURO ~6 eerste|first|volgende|next|komende ~1 NUM ~1 SPAN
left: OFFER ~4 NUM ~1 SPAN|ENDING $
left: end|einde|eind|slot ~4 OFFER ~4 nadert|near|nears|nigh|close|sight|zicht|nabij
left: OFFER ~4 nadert|nears|bijna|nearly|almost|nears|drawing|ten ~3 end|einde|eind|voorbij|over|af|course|close
left: OFFER ~4 NEAR ~3 END|OVERDONE|af|run
last: LAST ~1 CHANCE|ENDING ~5 OFFER|ACT|PCT
last: OFFER ~5 LAST ~1 CHANCE|ENDING
last: LAST CHANCE
last: LAST ~1 ENDING van|of ~2 OFFER
last: enige|one|only|single ~1 dag|day|moment|kans|chance ~6 OFFER|prijs|price
last: ONLY ~1 dag|day|chance|kans ~6 OFFER|ACT
vague: WAIT ~2 NEG -met|op
vague: NEG ~4 WAIT -met|with|on|op|for|at|behind|tight|to|om|tot|until
vague: stel|put ~2 NEG ~1 uit|off
vague: NEG ~1 put ~2 off
vague: NEG ~2 tijd|time ~3 verliezen|lose|waste|verspillen|treuzelen
vague: HASTE ~1 wezen|bij $
vague: wees|be|ben ~2 er ~2 HASTE|op ~1 tijd? bij
vague: wees|be|act|decide|beslis|move|moogt|reageer ~2 HASTE -weg|klaar|up|dry|food|release|of
vague: haast|rep je|u|jullie
vague: u|je haasten|reppen
vague: ^ HASTE $
vague: HASTE|vlug|snel want|because
vague: before|voor|voordat|anders|straks|otherwise|or|of|tomorrow|morgen|then|dan ~4 te|too LATE
vague: te|too LATE ~3 voor|for ~2 OFFER|IT
vague: MISS ~4 OFFER|CHANCE|kans
vague: NEG ~3 MISS ~3 OFFER|CHANCE|IT|boat|boot|out
vague: MISS ~3 NEG
vague: nu|now ~1 of|or ~2 nooit|never|next|volgend|volgende
vague: nu|now ~2 THE ~1 LEFT ~1 kan|kunt|can
vague: while|zolang|nu ~2 LEFT|you|je|ge ~3 kan|kunt|can
vague: zolang|while ~2 IT|THE|OFFER ~2 duurt|lasts|last|kan|kunt
vague: CLOCK ~2 TICK
vague: tik|tick ~1 tak|tock
vague: tijd|time ~3 dringt|dringen|short|running|out|raakt|op
vague: grijp|seize|pak|grab|take|sla|slaan ~3 CHANCE|slag
vague: NEG ~3 long|lang ~3 OFFER|here|blijft|duurt|meer|hier
vague: duurt|blijft|lasts|stays ~2 NEG ~2 lang|long|eeuwig|forever
vague: bestel|koop|boek|reserveer|beslis|order|buy|book|decide|reserve|haal|pak|bestellen ~2 vandaag|vanavond|deze|today nog|still
vague: ACT ~4 nu|now|NOWDAY ~~8 DAY ~4 FULL|OVERDONE|te|too
vague: grab|snag|snatch|pak|grijp|scoor ~2 today|vandaag|tonight|now|nu|vanavond -open|last
vague: vandaag|vanavond nog ~1 bestellen|kopen|halen|boeken|beslissen
vague: DAY ~4 weer|again|back|gewoon ~4 FULL|EURO|OFFER
vague: AFTER ~2 DAY|SPAN|THIS|NEXTDAY ~5 FULL
sale: AFTER ~2 DAY|SPAN|THIS|NEXTDAY ~5 UP
sale: na|daarna|after|vanaf|from ~2 DAY|NEXTDAY ~3 EURO
sale: na|daarna|after|vanaf|from ~2 DAY|NEXTDAY ~2 betaal|betaalt|kost|pay|costs|cost ~3 NUM
vague: AFTER ~2 DAY|NEXTDAY ~6 OFFER ~4 OVERDONE|RISE|weg|gone|back
vague: daarna|nadien|afterwards|hierna|erna|after|then ~5 FULL -to|naar
vague: dan ~5 FULL ~2 PRICEW|EURO|mep|pot|pond|betalen|betaal|reken|rekenen
sale: daarna|nadien|afterwards|hierna|erna ~5 UP|NUM
vague: daarna|nadien|afterwards|hierna ~4 OVERDONE|EURO
sale: NEXTDAY ~4 PRICEW|OFFER ~4 UP
vague: NEXTDAY ~4 FULL PRICEW
sale: PRICEW|OFFER ~4 UP ~3 NEXTDAY|SPAN
sale: PRICEW ~2 goes|gaat|gaan|go ~3 up|omhoog
vague: tijdelijk|tijdelijke|temporarily|temporary|kortstondig|short-lived ~4 OFFER|LESS|PCT|EURO
vague: OFFER ~5 tijdelijk|tijdelijke|temporarily|temporary
vague: beperkt|beperkte|korte|limited|short|brief ~1 tijd|time|periode|period|duur
vague: vroege|early|snelle ~2 beslissers|vogels|birds|bird|deciders|beslisser|vogel
vague: NEG ~1 NEXTDAY ~~4 nu|now $
vague: deadline ~3 DAY|OFFER
vague: DAY ~3 deadline|cut-off|cutoff|sluitingsdatum
vague: cut-off|cutoff|cut ~1 off? ~2 DAY
vague: schiet op
vague: get a move on
vague: haast ~2 YOU|geboden
vague: snap ~1 it|them|one|this ~1 up
vague: hop hop
until: WINDOW ~5 CLOSE ~5 DAY|SPAN|NUM|NIGHT
until: WINDOW ~3 CLOSE ~1 with|met|om|at|on|op
until: DAY|NUM|SPAN|NIGHT ~5 CLOSE ~4 WINDOW
until: DAY|NUM|SPAN|NIGHT ~5 WINDOW ~4 CLOSE
until: DAY|NUM ~4 WE ~4 WINDOW ~2 toe|dicht|down|af|uit|van|from|off
until: tot|until|till|by|before|voor|uiterlijk ~2 DAY ~~5 SIGNUP|WINDOW
until: SIGNUP|WINDOW ~5 tot|until|till|by|before|uiterlijk|through ~2 DAY|NIGHT
until: SIGNUP|WINDOW ~5 tot|until|till|by|before|uiterlijk|through ~2 NUM uur|u|am|pm|o'clock|sharp
until: kan|kun|kunt|can|may|mag|hebt|have|got ~6 tot|until|till ~3 DAY|NIGHT
until: kan|kun|kunt|can|may|mag|hebt|have|got ~6 tot|until|till ~3 NUM uur|u|am|pm|o'clock|sharp
until: DAY|SPAN|NIGHT ~5 names|namen|list|lijst|orders|bestellingen
until: geen|not|no|niet ~1 dag|minuut|day|minute|uur|hour ~1 langer|longer|later
until: sleeps|nachtjes|slaapjes ~2 till|until|tot|before|voor ~1 WE ~1
left: minus ~1 NUM SPAN
left: T minus ~1 NUM
left: over|in|within|binnen ~1 A|NUM|an|half ~1 SPAN|uur|hour|minuten|minutes ~4 CLOSE|WINDOW|OFFER
last: FINALE
last: nog|one ~1 één|more|NUM ~1 ronde|round|rondje|batch ~~6 NEXTYEAR|daarna|after|then
last: LEFT ~1 één|NUM ronde|rondje
last: LAST ~1 ronde|round|rondje|call|oproep|bestelronde|ritje|run
vague: wie|who|anyone|whoever ~4 daarna|later|after|afterwards|wacht|waits ~~5 PENALTY
vague: daarna|after|then|afterwards|otherwise|anders|of|or ~3 pas|wait|wachten|another ~3 NEXTYEAR|weken|weeks|jaar|year
vague: pas ~2 NEXTYEAR ~~3 weer|opnieuw|again|terug
vague: NEG ~2 before|voor|until|till|tot ~2 NEXTYEAR
vague: until|till|tot ~1 next|volgend|volgende NEXTYEAR
vague: of|or ~1 wait|wacht|wachten ~3 year|jaar|spring|voorjaar|months|maanden
vague: NEXTDAY ~2 week? lukt|kan|gaat|works ~2 NEG ~2 meer|any
vague: te|too LATE $
vague: you|je|u|ge ~2 MISS it|hem|'m|het|out|this $
vague: heeft|hebben|have|has|had ~1 pech|spijt
vague: out of luck
vague: is|now's|nu|now|dit|this ~3 THE moment|moment|tijd|time -van|of|dat
vague: make up ~2 mind
vague: hak|hakken ~3 knoop|knopen ~3 door
vague: better ~2 do|order|book|be|hurry ~3 today|quick|now|soon|fast
vague: speak|shout|act|move|decide|beslis|doorpakken|handel ~2 up|now|nu|vandaag|today|beforehand|snel|soon
vague: pronto|asap|illico
vague: quick sticks|smart
vague: chop chop
vague: no exceptions
vague: before|voordat|voor ~3 week|maand|month|weekend|dag|day ~1 is out|om|voorbij|over
vague: BE|is|are|zijn ~1 zo|bijna|almost|nearly ~1 om|voorbij|over|up $
vague: OFFER|WINDOW ~6 zo|bijna|almost|nearly|soon ~1 om|voorbij|over|history|dicht|vol
vague: OFFER|deal ~5 history|geschiedenis|verleden
vague: snooze ~3 lose
vague: sms|bel|mail|app|ring|call|text|reply ~3 today|vandaag|vanavond|tonight|nog|deze ~1 nog|week?
vague: call|bel ~2 deze|this week
vague: NIGHT ~2 is ~1 the|de ~1 night|avond|moment|kans ~1 to|om
vague: press order
vague: won't|wont|don't|not|niet ~3 hang|last|blijft|blijven|sit|wait ~1 around|long|lang|hangen|staan
until: pull|trekken|trek ~2 plug|stekker ~3
until: OFFER|WINDOW|subscriptions|abonnementen|inschrijving ~6 coming|loopt|running|lopen ~3 close|eind|end|einde|laatste
until: OFFER ~5 thing|verleden ~2 past|tijd
vague: vijf|five voor|to|before twaalf|twelve
until: OFFER|deal ~4 shelf|houdbaarheid ~3 life|van|of ~2
left: tellen|counting|tel ~1 af|down
until: must|moet|moeten|has|needs|need ~5 ordered|besteld|booked|doorgegeven|binnen|here|in|hebben|know|hear ~2 NOWDAY|DAY|week
until: uiterlijk|latest ~4 SIGNUP|DAY|NEXTDAY
until: by ~2 latest
last: last|laatste orders|bestellingen|aanvragen|inschrijvingen|kans|requests
vague: late|laat callers|bellers|beslissers|comers
until: WINDOW|shop|winkel|deur|door|luik|hatch ~3 locks|slot|shuts|sluit ~2 up|om|at|DAY
vague: laat|let|meld|tell|geef ~3 weten|know|door|us ~3 before|voor|deze|this|today|vandaag|vanavond|tonight
until: signature|handtekening ~5 DAY
until: name|naam ~4 THIS ~1 week|weekend
until: agenda|diary|boek|order-book ~4 open ~3 DAY|until|tot|till
vague: AFTER ~2 DAY|NEXTDAY|SPAN ~5 back|terug|weer|again ~4 PRICEW|FULL|EURO|normaal|normal|was|aan
vague: DAY|NEXTDAY ~5 PRICEW|prijzen|prices ~2 terug|back|omhoog|up|climb|climbs|rise|rises|stijgen
vague: DAY|NEXTDAY ~3 zet|put|draai|trek ~3 PRICEW ~1 terug|back|up|omhoog
vague: DAY|NEXTDAY ~5 go|gaan|gaat|goes|are|zijn ~2 back|terug|weer|again ~2 to|naar|on|op ~2 FULL|UP|NUM|MONEY|normaal|normal
vague: DAY|NEXTDAY ~4 weer|again|back ~2 FULL|UP|normaal|normal|duurder|gewoon ~2
vague: DAY|NEXTDAY ~3 verhogen|verhoog|raise|increase|rises|rise ~2 we|ik|i|by|$
vague: DAY|NEXTDAY ~2 BE ~2 NEG|not|too|te ~1 early|vroeg|laat|late
vague: or|of|otherwise|anders|dan ~3 betaal|betaalt|pay|pays ~4 FULL|UP
vague: WAIT ~4 betaalt|betaal|pays|pay|kost|costs|cost ~3 FULL|YOU|geld|money
until: doek|curtain|curtains|gong|bel|bell|shutters|luik ~4 OFFER|SALE|deal|event|koffieweken|weken
until: DAY ~6 doek|curtain ~3 OFFER|SALE
vague: OFFER|SALE ~4 laatste|last benen|legs|adem|gasp|breath|loodjes
vague: OFFER|deal ~4 kort|short|briefly|even|shorter|fleeting
vague: OFFER|deal ~3 NEG|geen ~1 stand|last|eeuwig|forever|long|lang
until: OFFER|WINDOW|bundle|bundel|deal ~5 DAY ~1 voorbij|over|weg|gone|away|dicht|slot
until: NUM|hours|uren|uur|days|dagen ~1 to ~1 go ~4 OFFER|deal|WINDOW
left: hours|uren|days|dagen|minutes|minuten NEG ~1 days|weeks|dagen|weken|hours
until: stand|staan|blijft|blijven|holding|hold|houden|honour|rekenen|keep ~4 OFFER|PRICEW ~4 UNTIL
until: OFFER|PRICEW ~4 UNTIL ~5 NEG|daarna|niet|langer|longer|further
until: UNTIL ~2 DAY ~~4 daarna|after|then|langer|longer|niet|further
until: DAY|SPAN ~1 OVERDONE ~2 OFFER
until: LEFT|rest ~1 NUM|één|one|een ~1 SPAN|DAY|ENDING ~2 om|to|for|voor ~4 OFFER|swap|mee
until: nog ~1 UNTIL|t ~2 DAY
until: deze|this week nog|still ~4 volgende|next
vague: NOWDAY NEG|niet|not ~3 NEXTDAY
vague: NEG|never|nooit ~2 again ~2 at|voor ~2 PRICEW|geld
vague: voor|at|for ~1 deze|this|dit|that PRICEW|geld|price ~4 NOWDAY|ONLY|alleen|today|vandaag|week
until: today|vandaag is ~1 the|de ~2 day|dag
vague: NEG ~2 nadenken|think|sleep|slapen|hang ~1 on|about|over|als|$
vague: sleep on it ~4 gone|over|late
vague: think|beslis|choose|kies|decide ~1 fast|snel|quick|quickly|vlug|before|voor
until: END ~2 when|als|wanneer|zodra|as ~5 klok|bel|bell|bells|rings|slaat|strikes|sun|zon
vague: tijd|time BE|is ~1 short|kort|krap
vague: one|één|nog ~1 nachtje|nachtjes|keer ~1 slapen ~~8
vague: make|made|maak ~3 mind up
vague: prijsverhoging|prijsstijging|tariefverhoging ~4 DAY|NUM
until: OFFER ~5 thirtieth|dertigste|fifteenth|vijftiende|first|eerste
"""
