"""Frames of scarcity: what is left, what goes fast, what runs low, what does not come again."""

# ruff: noqa: E501 - a table whose lines are broken is harder to read and easier to get wrong

FRAMES = """
few: STAYS ~3 NUM|LITTLE ~1 -SPAN|YEARS
few: NUM|LITTLE ~3 STAYS
only: STAYS ~3 NUM
only: NUM ~3 STAYS
few: LEFT ONLY ~1 NUM|LITTLE ~2 GOODS|PIECE
few: LEFT ~2 ONLY ~1 LITTLE ~2 GOODS|PIECE|van|of
count: nog|still|left ~2 NUM ~2 GOODS|PIECE
count: NUM ~3 GOODS|PIECE ~1 over $
count: NUM ~3 GOODS|PIECE ~1 left|remaining|beschikbaar|available -GOODS
few: LITTLE ~3 GOODS|PIECE ~1 left|over $
only: NUM ~1 more? SEAT ~2 vrij|free|open|over|left|available|beschikbaar
only: LEFT ~2 NUM ~2 SEAT
few: ruimte|plaats|plek|room|space ~2 voor|for ~2 NUM|LITTLE
few: BE ~1 LEFT ~2 NUM -SPAN|YEARS|PCT|graden|degrees|jong|young|steeds|tot ~2 van|of
few: NEAR ~2 GONE -de|het|een|the|a|zijn|haar|tijd|vakantie|reis|weg
few: NEAR all|alles|alle|allemaal ~5 TAKEN|GONE
few: GONE ~1 NEAR $
few: through|door ~4 STOCK|GOODS ~2 heen
few: NEAR ~2 door|through|out ~3 GOODS|STOCK|IT|heen
few: NEAR out of ~2 -time|office|patience
few: IT|GOODS|STOCK ~3 GO ~2 FAST
few: FAST ~1 GO ~2 GOODS|STOCK|IT
few: GO ~2 FAST ~1 than|dan
few: GO ~3 deur|schap|schappen|rek|rekken|winkel|toonbank|toog|schap|plank ~1 uit|af
few: GO ~2 off|from|out ~2 STOCK|door|shop
few: vliegen|vliegt|vlogen ~2 eruit|ervandoor|weg|buiten|uit
few: GO ~2 eruit|ervandoor
few: not|won't|don't|nauwelijks|amper|hardly|never ~2 stay|stays|blijven|stays ~3 STOCK
few: can't|cannot|nauwelijks|hardly|amper|barely ~3 keep|bijhouden|aangesleept|bijbakken|aanvullen|bijvullen|aanslepen -in|the|your|calm|quiet
few: STOCK ~3 NEAR|half|driekwart|quarters|zogoed|nagenoeg|good ~2 GONE|evaporated|verdampt
few: STOCK ~3 all|goed but|als ~1 GONE|evaporated|leeg|op
few: STOCK ~5 SHRINK
few: SHRINK ~2 STOCK|GOODS
few: GOODS ~4 slinkt|slinken|dwindling|shrinking|dwindle|melting|evaporating|vanishing|thinning
few: STOCK ~4 looks|wordt|raakt|getting|gets|lijkt|looking|begint ~3 SMALL|SHRINK|GONE|light|licht|lighter
few: STOCK ~3 loopt|runs|running|raakt|raken ~3 GONE|SMALL|terug|out
few: STOCK|GOODS|IT|WE ~3 raakt|raken|running|runs ~2 leeg|op|empty|low|short|out -into|onto|naar|of
few: bodem|bottom ~4 STOCK ~5 zicht|sight|zien|see|reached|bereikt
few: COUNT ~7 NUM HANDS
few: NUM HANDS ~4 COUNT
few: COUNT ~6 your|je|mijn|my HANDS
few: beperkt|beperkte|gelimiteerde|limited|tiny|kleine|klein|krappe|small|modest ~1 voorraad|stock|partij|partijtje|oplage|reeks|batch|run|serie|edition|supply|hoeveelheid|quantity|quantities
few: voorraad|stock|oplage|inventory|supply ~2 is|was|zijn|are ~2 SMALL
few: SMALL aantal|number|hoeveelheid|numbers|aantallen
few: ONLY ~3 SMALL ~1 STOCK|partijtje|reeks|batch|aantal
few: CATCH ~4 ONLY ~1 NUM|LITTLE ~3 -SPAN|YEARS|EURO
only: ONLY ~2 NUM ~3 CATCH
only: CATCH ~3 ONLY ~1 NUM
few: ONLY ~1 NUM ~2 STOCK
few: managed|konden|wisten ~6 NUM ~4 more|meer|bemachtigen
final: what|wat ~2 LEFT|ligt|hangt|staat|here|hier|shelf ~3 is ~2 het|it|alles|all|there $
few: NUM|LITTLE ~~5 dat|that|en|and is|was ~2 alles|all|het|lot|it $
few: NUM|LITTLE ~~5 dat|that is alles|all|it ~1 wat|we|what|I|i
few: maat|maten|size|sizes ~4 ONLY|LEFT ~3 NUM|LITTLE|single|één
few: LEFT|ONLY ~4 maat|maten|size|sizes
few: maat|maten|size|sizes ~5 GONE|op|uitverkocht
few: LAST ~1 PIECE|LITTLE|NUM -SPAN|ENDING|CHANCE|back|stap|step
few: LAST ~2 GOODS ~3 staan|liggen|hangen|ligt|staat|hangt|waiting|wachten|sitting|winkel|shelf|rail|over|left|bestellen|kassa|till
few: LAST ~3 STOCK -SPAN|ENDING|CHANCE
few: LAST ~2 van ~2 IT|THE ~2 serie|reeks|lijn|collectie|lading|oogst|partij
few: LAST ~3 of|van ~1 the|het|dit|deze|de|this ~1 year|jaar|seizoen|season|oogst|batch|line|lijn|collectie|worp|lading -vakantie
few: allerlaatste ~2 !ENDING
few: eerst|first|eerste|wie ~3 komt|come|comes|served|maalt|kwam ~2 maalt|served|first|eerst
few: wie|who ~3 laatst|late|later|wacht ~3 mis|niks|naast|achter|leeg
few: IT|GOODS ~2 BE ~2 RARE
few: NEG ~2 veel|many ~4 LEFT|meer|more|any|over|about
few: NEG ~2 veel|many IT|van|of ~4 more|meer|left
few: veel|many ~2 BE ~2 er ~1 niet meer
few: LEFT ~3 eentje|één|one|enkele|enkel|single ~2 GOODS|PIECE|beschikbaar|liggen|staan|hangen
few: down|terug|back ~1 to|naar|tot ~3 NUM|LITTLE|LAST|single -euro|procent|percent|graden|degrees|EURO|earth|basics|£|$
few: al|already|half|helft|driekwart|quarters|merendeel|bulk|meeste|most ~4 vergeven|besproken|gereserveerd|claimed|spoken|reserved|snapped|weggekaapt|geclaimd|weg|gone|uitverkocht -van|of|te
few: gone|claimed|sold|weg|verkocht|vergeven|spoken already|al $
few: HAVE ~2 been ~1 spoken|snapped|claimed|reserved|taken
final: NEG ~5 MORE|AGAIN ~3 MAKE
final: NEG ~1 MORE ~4 MAKE|onderweg|way|planned|gepland|binnen
final: NEG ~1 more of|on THE|IT|their|way
final: NEG ~3 krijgen|maken|bakken|make|making|get|getting|bestellen|drukken|produceren|leveren|supply ~3 more|any|them|bij $
final: krijgen|krijg|maken|maak|bakken|bestellen|drukken|produceren|leveren|bij|binnen|get|make|produced|made|printed|gemaakt|gebakken|gedrukt|geverfd ~4 NEG ~2 meer|any|anymore|longer -leuk|mooi
final: NEG ~1 meer|longer|more ~3 gemaakt|geverfd|gedrukt|geproduceerd|geleverd|made|printed|produced|supplied|leverbaar|verkrijgbaar|available|binnen|bij
final: NEG|never|nooit ~2 gemaakt|made|mixed|gebakken|baked|gedrukt|printed|geverfd|dyed|produced ~1 again|meer|opnieuw|weer
final: NEG ~4 RESTOCK
final: RESTOCK ~3 NEG|laat|jaar|year|maanden|months ~3 wachten|away|weg|planned|gepland|voorzien $
final: IT|GOODS|STOCK ~2 komt|komen|come|coming|comes|keert|keren|return|returning ~2 NEG ~2 terug|back|meer|bij|binnen
final: NEG|never ~1 be? coming|come|komt|komen|returning ~1 back|terug $
final: UNIQUE ~2 STOCK|GOODS|PIECE|oplage|exemplaar
final: gone|weg|op|leeg ~1 is|means|betekent ~1 gone|weg|op|over|leeg
final: als|zodra|once|when|wanneer|soon ~4 GONE|op|leeg|weg|empty|finished ~~4 NEG|over|klaar|gedaan|it|voorbij|houdt|done
final: maker|uitgever|leverancier|fabriek|dyer|publisher|supplier|factory|drukker ~3 stopt|stopped|gestopt|dropped|discontinued|quit|retired
final: dropped|discontinued|uit ~3 range|assortiment|collectie|collection|productie|production|handel|print|druk
few: last|laatste|final ~2 op|on|in|bij ~2 STOCK
few: nog|still|only ~1 te|to ~1 krijgen|have|get|vinden|find|koop ~2 tot|zolang|while
few: zolang|while|as ~2 STOCK|GOODS|stocks|supplies ~2 strekt|lasts|last|reikt
few: zolang|while we|ze|er|they|there|wij er|ze|them|nog|still|they? hebben|zijn|have|are|liggen
few: zolang|while|tot ~1 we|ze|er|they|there|it|ze|hij|het GONE
few: nog|still ~2 NUM|LITTLE ~1 te|to ~1 gaan|go|sell|vergeven|koop
few: more|nog ~1 to|te sell|verkopen|gaan ~3 done|klaar|compleet
few: one|één|eentje|single|enkel|enkele ~3 remains|remain|left|rest|resteert
few: gone ~3 before ~2 you|know|noon|lunch|blink
few: weg|gone|op|uitverkocht ~1 voor|before|voordat ~2 je|you|ge|noon|lunch|middag
few: PIECE|GOODS ~3 running|getting|becoming|raken|worden|raakt|wordt ~2 RARE|op|low|short|schaars
few: NUM ~3 te|to krijgen|had|koop|vinden $
few: BE NUM ~2 van|of IT|THE
few: NUM GOODS ~2 vrij|resteren|remaining|remain
few: NUM GOODS ~1 over $
few: BE|are|zijn|daar|there ~2 ONLY ~1 NUM
few: THEY ~1 gone|weg ~2 before
few: LEFT ~1 NUM ~2 in|op|on|aan|bij ~2 STOCK
few: NUM ~4 BE|sitting|standing|standing|waiting ~2 LEFT|here|hier|still|nog $
few: van|of ~1 NUM|THE ~2 GOODS|PIECE ~3 NUM ~4 LEFT|here|hier|still
few: not|niet ~1 veel|many|much ~4 LEFT|any|meer|about
few: veel|many zijn|are er|there niet|not meer|left?
few: could|konden|kon ~2 ONLY ~2 NUM|LITTLE|pair
few: LEFT ONLY ~1 maat|size|maten|sizes
few: found|vond|vonden ~2 one|één|NUM ~1 more|nog|laatste|last|rol|bolt|doos
few: half|helft|quarters ~4 found|vonden ~2 a|een ~1 home|thuis|huis|baasje
few: NUM ~3 is|are all|alles ~1 we|I|i|ik|wat|what
few: STOCK ~5 evaporated|verdampt|verdwenen|vanished
few: ONLY ~1 NUM|LITTLE ~4 made|haalden|survived|overleefden ~2 weekend|morning|ochtend
few: hand|few|couple|paar|handvol ~3 te|to ~1 go|gaan
few: about NUM to be had
few: LAST ~1 GOODS ~5 till|kassa|counter|toonbank|toog|table|tafel|window|etalage
few: publisher|uitgever|maker|leverancier|supplier|boer|farmer ~3 ONLY ~4 NUM|LITTLE|pair
count: STOCK ~2 BE|says|zegt|staat|reads|toont|shows ~1 op|at|on? ~1 NUM
only: teller|tellertje|webshopteller|webshoptellertje ~5 NUM
only: webshop|website|site|shop ~2 counter|says|zegt|staat ~5 NUM
count: NUM ~3 in|on|op|aan ~1 THE? ~1 tray|stand|rol|roll|hook|haak|rek|rail|shelf|schap|plank|display|bak|krat|vitrine|koeling|fridge|vriezer|peg|bench|rack|counter|toog|mand|basket
few: genoeg|enough ~1 voor|for ~2 misschien|maybe|hooguit|perhaps|nog|zo'n|pakweg|about|barely ~2 NUM|LITTLE
few: genoeg|enough ~1 voor|for ~3 NUM|LITTLE ~3 nog|left|meer|more $
final: SUPPLIER ~5 QUIT -open|tot|until
final: SUPPLIER ~4 NEG ~4 MORE|meer|left
final: none ~3 at|in|from|bij ~2 SUPPLIER|pipeline|stock|sight
final: NEG ~2 in ~1 THE? pipeline|aantocht|sight|bestelling
final: NEG ~1 THE? tweede|second|another|nieuwe|volgende|more ~4 run|partij|lading|batch|oplage|serie|voor|komt|krijg|krijgen|elkaar|keer|druk
final: NEG ~3 source|krijg|krijgen|get|find|vinden ~5 again|opnieuw|meer|more|anymore
final: NEG ~2 opnieuw ~2 binnen
final: krijg|krijgen ~3 NEG opnieuw|meer ~1 binnen|bij
final: end|einde|eind ~1 of|van it|them|line|lijn|voorraad
final: one off
final: one-off
final: IT|GOODS|STOCK|vondst|partij|lading|that ~2 is|was|blijft|are ~1 A? ~1 eenmalig|eenmalige|uniek|unicum|oneoff
final: aflopend|uitlopend|aflopende|uitlopende
final: farewell|afscheid ~4 GOODS|season|seizoen|serie|lijn|our|onze
final: pas|until|not|niet ~3 volgend|volgende|next NEXTYEAR ~4 weer|again|opnieuw|more|terug|gemaakt
final: NEXTYEAR pas|not|only ~4 weer|again|opnieuw
few: LEFT|still ~3 alles|all ~1 wat|that|what|we|I|i ~4 LEFT|heb|hebben|have|got|rest
few: alles|all ~1 wat|that|we|I|i ~3 heb|hebben|have|got|rest|remains $
few: GOODS|STOCK|IT ~4 all|alles ~1 wat|that|we ~3 heb|hebben|have
few: scraping|schrapen|schraap ~3 barrel|bodem|bottom
few: bodem|bottom ~2 van|of ~2 STOCK
few: thin ~1 on ~1 ground
few: NEAR|nearing ~2 extinction|uitsterven
few: short supply
few: in ~1 short supply
few: schaars|scarce ~1 DAILY|this|dit|nu|now|at
few: disappearing|vanishing|verdwijnen|walking ~4 rate|tempo|hook|shelf|haak|plank
few: lone|eenzaam|eenzame|single|enkele ~1 PIECE|GOODS|exemplaar|survivor|overlever
few: single STOCK
few: ONLY ~2 NUM ~4 meer|more|left|staan|liggen
few: slotkwart|slotstuk|staartje|dregs
few: allotted|gave|gaf|toegewezen|kregen|got|shipped ~2 us|ons|we ~3 ONLY? ~1 NUM|LITTLE|derde|third|half|helft
few: half|helft|most|meeste ~2 BE|are|is|zijn ~2 vergeven|spoken|claimed|gereserveerd|reserved|weg|gone|op
few: sell|sells|verkocht|verkoopt through|door|out
few: NEG|not ~1 many|veel ~4 survive|over|blijven|remain
few: survive|survives|overleven|overleeft ~4 NUM|LITTLE
few: see|zie ~3 wood|bodem|bottom|plank ~3 again|weer|door
few: NUM left|over ~3 rest|others ~3
few: de|the rest|overige ~3 verorberd|gone|weg|sold|op|verkocht|vergeven|out
few: NEG ~2 halen|make|haal ~3 weekend|middag|avond|noon|evening|lunch
few: laatste|last|final ~1 handvol|handful|few|restje|resten|stuks|scheut|druppel|kruimels
final: pas|not|niet|never ~3 due|verwacht|expected ~2 again|weer|before|voor
few: op ~1 NUM|LITTLE ~1 na ~3 GONE|TAKEN|verkocht|verdwenen
few: gone|sold bar|except|but NUM|LITTLE|a
few: fall|komen|falling ~1 short|tekort
final: only|enige|single ~1 one? of|in|van ~1 its|zijn|haar kind|soort
few: part|missen ~2 with|nog ~1 one|NUM|eentje
few: NUM ~1 eentje|één|one missen
few: GOODS|STOCK ~3 countable|tellen|geteld
few: gaten|gaps ~5 STOCK
few: STOCK ~3 gaten|gaps
few: most|meeste|half|helft ~4 name|naam|briefje|slip ~3 on|erop|op
few: NUM ~2 SEAT ~~2 NUM ~2 names|namen
few: will|redden|halen|last|see ~3 week|weekend|noon|middag ~1 niet|not|out
few: display|show|showmodel|etalagemodel ~5 alleen|only|nog|left
few: NEAR ~1 gedaan|done ~1 met|for $
few: NEAR gedaan met
few: STOCK ~2 BE ~1 NEAR ~1 dry|droog|bare|finished
few: zo|as goed|good als|as GONE|verkocht|sold|done
few: such|zo'n ~1 beetje vergeven|op|weg
few: hardly|barely|amper|nauwelijks|scarcely ~1 any|a|een|iets|enige ~5 left|over|meer|staan|liggen|to|for
few: hardly|barely|amper|nauwelijks any -idea|thing|body
few: NEG ~1 veel|much|many left|over
few: all|alle|allemaal but|behalve|op NUM ~3 GOODS|PIECE|of|na
few: op ~1 een|één|NUM ~2 na ~3 weg|op|vol|dicht|verkocht|vergeven
few: NUM ~1 van|of ~2 NUM ~3 zoeken|zoekt|wachten|wacht|looking|waiting|seeking
few: NUM ~1 van|of ~2 NUM ~4 found|gone|vonden|thuis|home|gone|vertrokken
few: NUM ~4 have|hebben|heeft ~3 thuis|home|name|naam|baasje|muur ~~5 NUM|other|ander|andere|one|rest
only: squeeze|fit|kwijt|wring ~2 NUM ~2 PEOPLE|HUMANS|more|meer
only: kan|kunnen|can ~3 nog|still ~1 NUM ~3 kwijt|hebben|plaatsen|aannemen|take|fit
only: NUM ~3 need|needs|zoekt|zoeken ~2 a|een ~1 home|thuis|huis|baas|baasje|plekje
few: SMALL|slechte|poor|mislukt|mislukte ~1 oogst|harvest|crop|vangst|inkoop
few: slim pickings
few: richting|naar nul|zero
few: oogst|harvest|crop ~3 SMALL|mislukt|poor|failed
final: LAST of|van THE ~2 -ENDING|SPAN|YEARS|reeks|series|hoofdstuk|stap|step|class|bus|day|drops|druppels
final: that|dat ~1 is|was ~1 your|it|het|alles ~1 lot|$
final: houdt het op
final: end|einde ~1 of|van ~1 that|the|de|het ~2 GOODS|STOCK|line|tweed|partij|rol
final: out of print
final: only|enige ~2 LEFT ~2 HAVE
few: nog|still ~2 to|te ~1 wachten|waiting|have|krijgen $
few: LEFT|nog NUM|LITTLE|een|één|ene ~2 wacht|wachten|waiting|looks|zoekt|lonely|eenzame
few: single|lonely|eenzaam|eenzame|lone ~2 STOCK|GOODS|PIECE|SEAT
few: begint|beginnen|begin|starts|starting|getting|raakt|raken|wordt ~2 GONE|SHRINK|RARE ~2 $
few: wordt|worden|getting|gets|raakt ~2 kaler|leger|leeg|bare|barer|thinner|thin|emptier
few: down ~1 to ~1 crumbs|dregs|one|two|the|our
few: running|raken|raakt|raak ~1 door|through|out|op ~2 IT|STOCK|GOODS|THE|our|onze
few: ran|run|zijn ~1 door|through ~1 NEAR|most|bijna|al ~4
few: LEFT ~1 A NUM|LITTLE ~1 PIECE|GOODS
few: A LITTLE ~2 nog|still|left|over
few: scratching|scrabbling|zoeken ~3 LAST
few: count|teller|telling ~1 says|zegt ~1 NUM
few: choosing|kiezen|keuze ~1 from|uit|tussen ~1 NUM $
few: GOODS|STOCK|IT ~3 shrunk|slonk|gekrompen|geslonken|dwindled ~2 to|tot|naar|$
final: NEG|niets|nothing|none ~2 this|deze|dit|dat ~2 again|meer ~4 $
few: bring|brings|levering|delivery ~4 NEG ~4 STOCK|LAST
few: LAST ~2 NUM? GOODS ~3 mee|weg|gone|take|takes
"""
