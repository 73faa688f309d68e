"""Frames of social proof: how many others, what they did, how they judge, what is chosen most."""

# ruff: noqa: E501 - a table whose lines are broken is harder to read and easier to get wrong

FRAMES = """
mass: CROWD ~3 PEOPLE|HUMANS ~4 BUY|SOLD
mass: CROWD ~3 BUY|SOLD -van|jaren|years|kilometer
mass: BUY|SOLD ~3 CROWD ~2 PEOPLE|HUMANS|keren|times|keer
mass: ALL ~3 BUY|RAVE|DEMAND ~2 IT|THE|NUM|THIS|van|over|about|one $
mass: ALL ~1 wil|wants|loves|koopt|draagt|rijdt|wears|buys|uses|talks|praat|kiest|chooses|heeft|has ~2 IT|THE|THIS
mass: ALL ~2 BE ~3 RAVE|over|about
mass: HALFALL ~2 PLACE ~5 BUY|RAVE|talking|praat|erover|langs
mass: HALFALL ~2 PEOPLE|HUMANS ~2 BUY|RAVE -mogen|may|welcome|welkom|kunnen|can|back|terug
mass: PEOPLE|HUMANS ~2 BE ~3 RAVE ~1 van|op|about|in|on|with|er|it
mass: NEAR ~1 elke|every|alle|all|iedere|iedereen|everyone|everybody ~2 PEOPLE|HUMANS|BUY|SOLD
mass: de|the? meeste|meesten|most ~2 PEOPLE|HUMANS|jullie|you ~3 BUY|RAVE|gaan|go -kiest|wash|wassen|forget|vergeten|weten|know|vragen|ask|think|denken
mass: most|meeste|meesten ~1 of|van ~1 you|jullie ~2 BUY|gaan|go
mass: steeds|more|ever ~1 meer|more|and ~1 more? PEOPLE|HUMANS ~3 BUY|SOLD
mass: HALF|driekwart|quarters|thirds|merendeel|majority|meerderheid|PART ~1 van|of ~2 ONZE|onze|our|de|the|alle|all|jullie|you ~1 PEOPLE|HUMANS|jullie|you
mass: NUM ~1 PCT ~4 PEOPLE|HUMANS ~3 BUY|SOLD|GIVE
mass: NUM ~1 PCT ~2 kiest|kiezen|koopt|komt|picks|pick|chooses|choose|buy|comes|return|recommends|recommend|raadt|zou|would|keert
share: NUM ~1 van|op|out|in|of ~2 NUM ~2 PEOPLE|HUMANS
mass: NUM ~1 op|in|van|out|of ~2 NUM ~2 PEOPLE|HUMANS ~2 BUY|raadt|raden|recommend|recommends|returns|return|komt|comes
customers: NUM ~3 PEOPLE|HUMANS ~4 SOLD|gingen|trust|vertrouwen|love|own|joined|cast|gebruiken|recommend|zweren|swear
customers: NUM ~2 blije|tevreden|happy|satisfied|enthousiaste|trouwe|loyal|delighted ~2 PEOPLE|HUMANS
customers: over|ruim|meer|more|al|already ~1 dan|than? ~1 NUM ~2 PEOPLE|HUMANS ~3 BUY|SOLD|voor|before|op|met|with
mass: PEOPLE|HUMANS ~3 gingen|ging|went|zijn|gone ~2 je|you|u ~1 voor|al|before|ahead
mass: voorgegaan
mass: went before you
viewing: NUM ~2 PEOPLE|HUMANS|others|anderen ~6 LOOK
viewing: NUM ~1 PEOPLE|HUMANS|others|anderen ~3 LIVE ~3 LOOK
viewing: NUM ~2 LOOK ~4 LIVE
viewing: LOOK ~2 NUM ~1 PEOPLE|HUMANS|others|anderen
orders: NUM ~2 PIECE? SOLD ~4 DAILY
orders: NUM ~2 keer|times|x ~3 SOLD
orders: SOLD ~3 NUM ~1 keer|times|x
orders: SOLD|verkochten ~3 er? ~3 NUM ~4 DAILY
orders: DAILY ~5 NUM ~3 SOLD
orders: DAILY ~4 SOLD ~4 NUM -EURO|PCT|uur
orders: WE ~2 sold|verkochten|verkopen|sell|bakten|inpakten|packed ~3 NUM
orders: NUM ~4 over ~1 de|the toonbank|counter|toog
orders: NUM ~4 de|the deur|door ~1 uit|out
orders: NUM ~4 left|leave|leaving|went|verlieten|verlaten ~2 the|de|our|onze ~1 shop|winkel|zaak|store|bakery|bakkerij|oven
orders: get|gaan|gaat ~3 through|doorheen|door ~4 NUM ~5 DAILY
orders: NUM ~3 per|a|in|elke ~1 week|weekend|dag|day|maand|month ~1 de|over|deur|door|toonbank
mass: CROWD ~4 over ~1 de|the toonbank|counter|toog
mass: SOLD ~2 like ~2 hot|cakes
mass: als|like ~1 warme|hot ~1 broodjes|cakes|hotcakes|bollen
rating: GIVE ~4 NUM ~2 uit|van|out|of|op|from|/ ~1 NUM|STAR
rating: NUM ~1 op|uit|out ~1 van|of? ~1 NUM ~3 SITE|REVIEW|PEOPLE
rating: SITE ~5 GIVE? ~3 NUM
rating: GIVE ~3 NUM ~3 SITE
rating: NUM ~2 STAR ~4 PEOPLE|SITE|REVIEW|NUM|ALL|bijna|nearly
rating: REVIEW ~3 NUM ~2 -euro|jaar|year|years|woorden|words
rating: GIVE ~1 A|with|met ~1 NUM ~2 gemiddeld|average|bij|with|from|van|door|by ~3 PEOPLE|SITE|REVIEW|regulars
reviews: NUM ~3 REVIEW
rating: PEOPLE ~3 GIVE ~3 NUM
mass: STAR ~3 van|from|by ~3 PEOPLE|ALL|everybody
mass: REVIEW ~2 lovend|laaiend|glowing|raving|unanimous|unaniem
rank: BEST ~1 SOLD
rank: onze|our|de|dé|the|ons ~2 TOP ~3 van|of|bij|with|among|this|dit|deze|in|for|$
rank: onze|our|ons|absolute|runaway|certified|echte|grote|real|firm|grootste|biggest|dé|thé ~1 TOP
rank: TOP ~3 van|bij|of|among|with ~3 PEOPLE|HUMANS|ALL|jullie|publiek|public|jaar|year|zomer|summer|seizoen|season|winter|town|stad
rank: PEOPLE|HUMANS|publiek|public|crowd|crowd's|year's|summer's|season's|winter's ~1 TOP
rank: nummer|number|no ~1 één|een|one|1 ~4 SOLD|lijst|list|seller|keuze|choice|verkoop
rank: nr ~1 1
rank: op|at|on ~1 één|1|nummer|number|top ~3 verkooplijst|bestsellerlijst|sales|lijstje|hitlijst|list
rank: publiek|public|PEOPLE|crowd|jury ~2 koos|kozen|verkoos|voted|chose|picked ~4 TOP|tot|their|as
rank: choice|keuze|keus ~2 of|van|bij ~2 PEOPLE|HUMANS
rank: NEG|nergens|nowhere ~3 zo|as|so ~1 vaak|often|veel|many|populair|popular
rank: keep|keeps|blijft|blijven ~2 top|nummer|number ~1 seller|verkoper|één|one
mass: DEMAND ~5 HUGE
mass: HUGE ~2 DEMAND
mass: DEMAND ~3 outstrips|exceeds|overtreft|groter|bigger
mass: NEG ~4 DEMAND ~1 bijhouden|aan|meet|keep
mass: keep ~2 up ~3 DEMAND|orders
mass: ontzettend|vaak|veel|massaal|volop|gretig|often|droves|eagerly ~2 meegenomen|gekocht|gevraagd|gekozen|bought|taken|chosen|requested|picked
mass: take|buy|grab|pick ~5 in ~1 droves|hordes|numbers
mass: queue|queues|queuing|rij|rijen|wachtrij|file ~4 for|voor|around|om ~3 IT|THE|GOODS|block|hoek|corner
mass: you|je ~2 NEG ~2 the|de ~1 only|enige|first|eerste
bought: PEOPLE|someone|iemand|customer|klant|A ~5 net|zonet|zojuist|just|daarnet ~2 SOLD
bought: uit|in|from ~3 BE|HAVE|heeft|has ~3 net|zonet|zojuist|just|daarnet ~2 SOLD
bought: BUY|SOLD ~3 moment|minuut|minuten|minutes|uur|hours|seconds|seconden|hour|minute ~1 ago|geleden
mass: generations|generaties ~6 choice|keuze|keus|trust|vertrouwen|favourite
mass: talk|gesprek ~1 of|van ~1 the|de|het ~1 town|village|dag|dorp|stad
rank: BE|is|was ~2 a|een|dé|onze|our ~2 kassakraker|kaskraker|crowd-pleaser|crowdpleaser|bestseller|hardloper|verkooptopper|verkoopsucces|topseller|pleaser
rank: crowd|real|true pleaser
mass: alle|all ~1 PEOPLE|HUMANS|bakkers|bakers ~4 BUY
mass: HALFALL of? van? ~1 BE|is|are ~1 BUY|RAVE|walking|wearing|talking
mass: CROWD zelfs|even
mass: half|halve|heel|hele CAP ~3 BUY|RAVE|is|loopt
mass: half|halve|heel|hele|whole ~1 the|de? ~1 PLACE|klas|class|school|wijk|street|straat|family|familie|team|allotments|town|buurt ~4 BUY|wil|wants|grow|loves|are|is|zit|eet|praat
mass: hele|whole|entire klas|class|school|straat|street|buurt|dorp|village ~2 BUY
mass: ALL ~4 seems|lijkt|wears|wearing|gone|wild
mass: bij iedereen ~4 BE|ligt|staat|hangt
mass: can't|cannot|never|niet ~1 get ~1 enough
mass: krijgt|krijgen|krijg ~2 geen|niet genoeg|get ~1 van
mass: ask|vraag ~1 the|het|aan ~2 neighbours|buren|buurvrouw
mass: NEG ~3 kitchen|keuken|huis|house|home|tuin|garden|street|straat ~6 without|zonder
mass: most|meeste ~2 PEOPLE|HUMANS|parents ~5 with|met|buiten|leave|gaan|go
mass: majority|meerderheid|merendeel ~3 go|goes|gaat|kiest|kiezen|choose|chooses|for|voor
mass: NUM ~1 of you|jullie ~3 LOOK|have|hebben|bought|kochten|kozen|chose|asked|vroegen
mass: NUM ~2 PEOPLE|HUMANS|of ~4 vroegen|asked|after|achter|enquired|belden|called ~2 NOWDAY|today|naar|about|after|for
mass: NUM|CROWD ~1 PEOPLE|HUMANS ~3 after|wild|gek ~2 IT|THE
mass: NUM ~3 PEOPLE ~3 have|hebben|learned|leerden|bakken|bake|kregen|got|grow|kweken|drive|lopen|rijden|slapen -to|last|vandaag
mass: NUM ~1 PEOPLE ~2 our|onze|van ons|with|met
orders: NUM ~4 SOLD|moved ~3 naar|to|home|out|huis|with|deur|door|toog|toonbank|kinderkamer
orders: SOLD ~4 NUM ~4 home|huis|toog|toonbank|deur|door
orders: NUM ~6 over den|de|the toog|toonbank|counter
orders: NUM ~2 pairs|paar|stuks|pieces ~4 SOLD
orders: verkochten|sold ~5 NUM ~2 PIECE|GOODS|paar|pairs
orders: fitted|geholpen|hielpen|pasten|mended|repaired|maakten ~5 NUM ~1 PEOPLE|HUMANS
mass: one|één|1|NUM in|op|van NUM|three|drie|vier|four ~3 leaving|sold|verkochte|verkocht|that|die ~4
rank: topped|tops|leads|leidt|aanvoert|voert ~3 sales|verkoop|chart|lijst|list|hitlijst
rank: sales|verkoop chart|lijst|charts|list|hitparade|top
rank: in ~1 onze|our|de|the top NUM|three|drie|vijf|tien|ten|five
rank: outsells|outsell|outsold
rank: wint|wins|won ~2 ruim|easily|hands|landslide
rank: crowd|publiek|klanten|jullie|you ~3 spoken|gestemd|beslist|voted|gesproken|decided|gekozen
rank: more|meer ~6 than|dan ~1 any|alle|all|elke|every|welke ~3 other|andere|ander|samen
rank: NEG ander|andere|other ~5 zo|as|so vaak|often|veel|much
rank: het|most vaakst|often ~4 SOLD|huis|home|bestel|koop|mee
rank: vaakst ~1 SOLD|meegaat|mee|gekozen
rank: every|elke|telkens ~1 time|keer $
mass: come|komen|komt ~3 back|terug ~2 for|voor ~2 second|tweede|more|nog|meer
mass: PEOPLE ~3 come|komen|return ~2 back|terug ~2 for|voor
rating: PEOPLE|you|jullie ~4 NUM PCT ~4 REVIEW
rating: A? NUM ~3 jullie|you|PEOPLE ~4 REVIEW
rating: NUM uit|van|out ~1 of? NUM ~~4 NUM ~1 REVIEW
mass: word ~2 got|gets round|around|about
mass: hot item
mass: you|je ~3 NEG ~2 alone|alleen
mass: wereldwijd|worldwide|landelijk|nationwide ~6 NUM
mass: jullie|you|PEOPLE ~4 with|met ~1 your|de|je|their portemonnee|wallets|feet|voeten
rank: darling|lieveling|publiekslieveling|favourite|favoriet ~3 of|van|among|this|dit|geworden
rank: readers|klanten|lezers|customers|regulars|readers' ~1 darling|favourite|favoriet|lieveling|keuze|choice
rank: hardloper|hardlopers|voltreffer|kassakraker|publiekslieveling|bestseller|topper
mass: meegenomen|bought|meegaat|meegaan ~1 door|by ~2 PEOPLE|ALL
mass: queue|queueing|rij|wachtrij ~4 for|voor|ervoor
mass: staan ~1 ervoor ~2 rij
mass: stampede|storm|run ~3 for|voor|op|on
mass: niemand|nobody|hardly|bijna|amper ~4 weg|leaves|leave|out|buiten ~3 without|zonder
mass: every|elke|iedere second|tweede|third|derde|other ~1 PEOPLE|HUMANS
mass: household|begrip ~1 name|in
mass: won|zijn|gewonnen ~1 over|om|gewonnen $
mass: fight|vechten|gevochten|fighting ~2 over|om
mass: all|allemaal ~1 wear|dragen|have|hebben|use|gebruiken ~2 IT|them|ze
mass: NEG ~1 day|dag ~4 without|zonder|of|goes|gaat ~6 SOLD
mass: NUM keer|times ~1 out|van ~1 of|de ~1 NUM
mass: votes|stemmen ~3 in|geteld|binnen
mass: ziet|see|zien|seen|zie ~4 overal|everywhere -op|stof
mass: overal|everywhere ~3 ziet|see|zien|seen|turns|duikt
mass: niemand|nobody|no ~4 sent|bracht|returned|brought ~3 back|terug|$
mass: inbox|mailbox|berichten|brieven|letters|messages|mails ~5 blije|happy|tevreden|enthousiaste|lovende
rank: bovenaan|top ~3 verkoop|sales|bestellijst|lijst|charts ~2
mass: hit ~2 op|in|on|at|with|bij ~1 elk|every|elke|alle|all
customers: wachtlijst|waitlist|list ~3 NUM ~1 PEOPLE|names|namen|HUMANS
customers: NUM ~2 PEOPLE|HUMANS ~3 cannot|can't|kunnen|can ~3 wrong|ongelijk|mistaken|vergissen
customers: NUM ~1 NUM? PEOPLE|HUMANS ~1 already|al|inmiddels|intussen|hier ~3 BUY
customers: join|volg ~2 NUM ~1 NUM? who|die|others|anderen|PEOPLE|HUMANS
customers: NUM ~1 PEOPLE|HUMANS ~3 sing|read|lezen|cook|drink|leerden|learned|drinken|eten|bake|bakken ~2 our|onze|ons|with|met|from|hier|here|al
customers: gelezen|read|gevolgd|followed|gebruikt|used ~1 door|by ~2 NUM
orders: NUM ~3 have|hebben|zijn ~3 passed|langs|through|door ~5 hands|handen|deur|door
orders: SOLD|poured|washed|maakten|mended|served ~2 NUM ~2 -EURO|SPAN|PCT|of|van|uur|minuten|minutes ~3 DAILY
rating: REVIEW ~4 PEOPLE|guests|klanten|gasten ~3 NUM
rating: SITE|REVIEW ~4 we|wij ~3 NUM
mass: PEOPLE|HUMANS|brides|folk ~1 adore|adores|aanbidden ~2 $
mass: in good|goed company|gezelschap -of
mass: PEOPLE|HUMANS ~3 recommend|swear|zweren|aanraden|rave
mass: so|zo ~1 many|velen|veel ~1 of|van you|jullie
mass: velen|many of|van jullie|you
mass: duizendste|thousandth|honderdste|hundredth|tweeduizendste|miljoenste|millionth ~2 PEOPLE|HUMANS|lid|member|parcel|pakket|order|bestelling
mass: en masse
mass: ALL ~3 asking|vraagt|vragen|erover|about|pick|picks|kiest ~3 -what|wat
mass: wat|what ~1 does|kiest|koopt ~1 ALL
mass: can't|cannot|couldn't|could|niet ~3 NEG? ~1 get ~1 enough
mass: can't|cannot ~2 stop ~2 talking|buying|eating
mass: hele|heel|whole|half|halve ~2 office|kantoor|club|team|jeugdbeweging|choir|koor|brandweer ~4 BUY|koopt|draagt|RAVE
mass: PLACE|town|dorp ~2 has|is|heeft ~1 gone ~1 RAVE|mad|wild
mass: whole|hele streets|straten
mass: geen|no|NEG ~1 product|ding|thing|item|smaak ~4 vaker|sneller|more|better|oftener
mass: inquiries|aanvragen|orders|bestellingen|boekingen|bookings ~3 stromen|pour|pouring|flood|flooding|regenen ~1 binnen|in
mass: DEMAND ~6 off|charts|roof|dak|hoogtepunt
mass: in ~1 THE? rij|queue|line ~5 NUM ~1 PEOPLE|man|mensen
mass: queue|rij ~1 of|van NUM ~1 PEOPLE|HUMANS|man
mass: voted|stemden ~2 with|met ~2 feet|voeten
mass: komen|rijden|drive|travel|fietsen ~4 from|uit|van ~2 NUM|all|heel|verre|far ~2 counties|dorpen|villages|land|streek|vlaanderen|miles ~3 for|voor|ervoor
"""
