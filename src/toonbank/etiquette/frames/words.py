"""Which words are of which sort, in Dutch (also Flemish) and English. A word may be of several sorts."""

# ruff: noqa: E501 - a table whose lines are broken is harder to read and easier to get wrong

SORTS = {
    # words that are everywhere
    "A": "een a an 'n n",
    "THE": "de het 't the deze dit die dat this these that those onze ons our zijn haar mijn my jouw je your elke",
    "NEG": "niet geen nooit no not never none cannot zonder without nimmer niks nothing noch nor niet's nie gene geenen",
    "BE": "is zijn are was were ben bent be been zit zitten staat staan ligt liggen hangt hangen 's 're it's they're there's that's",
    "HAVE": "heb hebben heeft have has had got hebt hadden we've i've",
    "WE": "we wij ik i us ons onze our me mij",
    "YOU": "je jij jullie u ge gij you ye",
    "IT": "ze hij die deze dit dat het 't it they these this those them one ones that exemplaar exemplaren er ervan van hiervan daarvan",
    # what remains
    "ONLY": "maar slechts enkel alleen amper nauwelijks hooguit only just barely merely mere precies exact exactly luttele krap nipt hoogstens scarcely hardly",
    "LEFT": "nog over rest resten resteert resteren restten restant restanten restje restjes resterende overgebleven overblijft overblijven blijft blijven left "
    "remain remains remaining remainder leftover leftovers overschot overschotje still overblijvers ressen",
    "STAYS": "remnant remnants stragglers straggler survives survivors overlevers overlever dregs rest resten resteert resteren restten remain remains remaining overgebleven overblijft overblijven resterende restant restanten restje restjes remainder overschot",
    "LAST": "laatste allerlaatste last final voorlaatste penultimate ultieme",
    "LITTLE": "smattering trickle schamel schamele luttel enkeling enkelingen kliekje weinig handvol handjevol luttele paar paartje enkele few couple handful scant karig tweetal drietal viertal handje greintje beetje plukje scrap "
    "stukje smidge sliver pair",
    "NEAR": "bijna vrijwel haast nagenoeg zowat praktisch almost nearly practically virtually bijkans nearing straks weldra soon zogoed",
    "FAST": "hard snel rap vlug vlot gauw razendsnel rapper sneller harder fast faster quickly quick rapidly soon steadily swiftly speedily pijlsnel zienderogen "
    "gestaag sneltempo sneltreinvaart moordtempo straf speed quicker",
    "GONE": "vertrokken verhuisd gevlogen flown kaalgeplukt weggegaan kaler barer extinction extinct op weg leeg uitverkocht vergeven verdwenen uitgeput gone empty bare depleted finished kaal foetsie pleite ribbedebie volgeboekt volzet "
    "vol full leeggekocht uitgedund leger emptier weggekaapt doorheen",
    "TAKEN": "bezet ingenomen toegezegd collected verzegd reservé opgehaald vergeven besproken gereserveerd geclaimd claimed spoken reserved taken weggekaapt verkocht sold snapped gone weg op geboekt booked ingepikt",
    "GO": "disappearing verdwijnend wandelen wandelt uitvliegen gaat gaan vliegt vliegen verkoopt verkopen verdwijnt verdwijnen loopt lopen raakt raken smelt smelten going goes go flies fly "
    "flying flew disappear disappears disappearing vanish vanishes vanishing melts melting running runs run sell sells selling walking walk walks shifting leaving leave leaves "
    "stuiven racing",
    "SHRINK": "kaler leger leegraken uitdunt thinner barer inkrimpt kromp shrank shrunk waning ebbing slonk disappearing verdwijnen verdwijnt slinkend leeglopen slinkt slinken slinkende krimpt krimpen dwindles dwindling dwindle dwindled shrinks shrinking shrink thinning thins thin dunt uitgedund "
    "geslonken geslonke kleiner smaller smelt smelten melting evaporated verdampt verdampen opraken opdroogt minderen mindert lichter lager lower shorter",
    "STOCK": "jar sack sacks klos spool heap heaps hoop hoopje berg bergje collection verzameling kar karretje cabinet boekenkast kapstok kuip aanhanger trommel vooraad kelderrek biervoorraad crates hook haak haakje kratten emmers barrel ton vat tank tray trays bak bakken pallet rol rollen roll teller counter hanger pin haken bench stand plateau schaal bord koelvak kelder cellar tray webshopteller webshoptellertje voorraadteller stekbak voorraad voorraadje voorraden stock stocks stapel stapeltje stapels pile piles stack stacks rek rekje rekken schap schappen schapje plank planken "
    "shelf shelves rail rack racks bak bakje bakken mand mandje manden basket bin bins doos dozen box boxes vitrine display tray trays kist kistje krat crate counter "
    "toog toonbank kast koeling batch partij partijtje lading levering oplage reeks serie run edition delivery shipment drum drawer lade la magazijn inventory "
    "supply supplies hoeveelheid quantity quantities lot aantallen numbers etalage window hanger fridge freezer vriezer diepvries emmer bucket buffer",
    "SMALL": "klein kleine kleiner beperkt beperkte gelimiteerd gelimiteerde small tiny limited bescheiden krap krappe mager magere laag lage low short thin dun "
    "dunne schaars schaarse scarce mini piepklein piepkleine modest miniem minieme beperkter",
    "GOODS": "meter metre bos bosje bussel zak brood broden loaf loaves taart taarten cake cakes plekken plekjes places spots",
    "AGAIN": "terug terugkomen terugkomt terugkeren bijbestellen bijbesteld nabestellen nabesteld nabestelling bijmaken bijgemaakt bijdrukken herdruk herdrukt herdrukken "
    "aanvullen aangevuld aanvulling aanvoer bijgeleverd nageleverd restock restocked restocking reorder reordered reordering reprint reprinted repeat repeated return "
    "returning returns back again replenish replenished refill refilled nalevering naleveren opnieuw bij",
    "MORE": "meer nieuwe nieuw more another new andere anderen others extra tweede second",
    "MAKE": "maken gemaakt maakt bakken gebakken bakt drukken gedrukt breien gebreid produceren geproduceerd inkopen ingekocht bestellen krijgen krijg komen komt "
    "make making made bake baking baked print printed knit get getting order come comes coming leveren levert geleverd supply produce produced",
    "UNIQUE": "eenmalig eenmalige unieke uniek unicum unica one-off oneoff unique eenling enige",
    "RESTOCK": "bijbestellen bijbesteld nabestellen nabesteld nabestelling bijmaken bijgemaakt bijdrukken bijgedrukt herdruk herdrukt herdrukken aanvullen bijgeleverd nageleverd "
    "restock restocked restocking reorder reordered reordering reprint reprinted replenish replenished nalevering naleveren nabestelbaar nieuwdruk",
    "SEAT": "kruk krukken stool stools gaatje gaatjes slot slots pitch pitches plek plekken plekje plekjes plaats plaatsen stoel stoelen zitje zitjes seat seats spot spots place places chair chairs kaart kaarten kaartje kaartjes ticket tickets tafeltje tafeltjes deelnemers",
    "RARE": "schaars schaarse zeldzaam  scarce",
    "CATCH": "allotted toegewezen shipped gaf gave leverde kochten oogstten geoogst vonden vond zaagde gezaagd bemachtigen krijgen strikken wisten konden kregen kreeg kreegen managed could spare secured got received kochten maakten made bought baked bakten gemaakt vonden found",
    "PLENTY": "genoeg volop ruim zat plenty enough lots loads heaps voldoende massa's ruimschoots bergen tons alle all every weer opnieuw restocked again zeeën",
    "SUPPLIER": "maker kweker leverancier uitgever fabriek molen mill weaver wever supplier publisher factory grower importeur importer brouwer brewer boer farmer drukker printer spinnerij weverij "
    "pottenbakker potter atelier manufacturer fabrikant distillery imker beekeeper groothandel wholesaler warehouse artist kunstenaar boom tree",
    "QUIT": "gestopt stopt stopte stopped closed sloot dicht gesloten retired pensioen dropped discontinued quit geschrapt ended failliet broken gebroken over",
    "NEXTYEAR": "jaar year lente voorjaar zomer herfst najaar winter spring summer autumn seizoen season oogst harvest kerst christmas maanden months maart april mei juni september oktober january february march june october november december januari februari",
    "HANDS": "hand vingers fingers vinger",
    "COUNT": "tellen count telt counted",
    "GRASP": "mis achter net leeg",
    # time
    "DAY": "vandaag vanavond vannacht vanmiddag vanochtend morgen morgenavond morgenochtend morgenmiddag overmorgen weekend weekeinde today tonight tomorrow midnight middernacht "
    "noon maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "vrijdagavond zaterdagavond zondagavond woensdagavond donderdagavond maandagavond dinsdagavond zaterdagmiddag zondagmiddag vrijdagmiddag kerst kerstmis "
    "christmas pasen easter sinterklaas nieuwjaar januari februari maart april mei juni juli augustus september oktober november december january february march may "
    "june july august october maandeinde sluitingstijd closing sluiting 18u 17u 12u jan feb mrt apr aug sept okt oct nov dec bedtijd bedtime",
    "NOWDAY": "vandaag vanavond vannacht vanmiddag vanochtend today tonight weekend weekeinde morning afternoon evening ochtend middag avond",
    "NEXTDAY": "morgen overmorgen tomorrow maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday week maand "
    "month weekend januari februari maart april mei juni juli augustus september oktober november december january february march june july august october vakantie holidays",
    "SPAN": "uurtje uurtjes daagjes etmaal nachtje nachtjes sleeps nights dagje dagjes uren",
    "THIS": "deze dit this dees deez",
    "UNTIL": "tot tem t/m until till til through thru by voor vóór before uiterlijk before",
    "AFTER": "na vanaf daarna nadien hierna erna after from afterwards then dan since starting zodra once",
    "OFFER": "vouchers waardebon waardebonnen zegels spaarzegels punten tegoed credit points spaarkaart rates tariffs fee trade-in introductietarief zomerprijs swap swaps happy-hour membership voordeelbox feestprijs coupon vroegboek vroegboekweken vroegboekprijs kaasweek actieweek actieweken bundelprijs spaaractie inruilactie actie acties actietje actieprijs actieprijzen actieperiode aanbieding aanbiedingen aanbod korting kortingen kortingsactie kortingscode deal deals dealtje offer offers sale sales "
    "promo promos promotie promotion promotions discount discounts code solden soldes uitverkoop opruiming voordeel voordeeltje prijs prijzen prijsje price prices tarief rate voucher bon bundel bundle "
    "pakket pakketprijs setprijs kortinkje special specials reductie introprijs introductieprijs kennismakingsprijs openingsprijs intekenprijs launch early-bird vroegboekkorting stunt "
    "voorverkoop presale pre-order preorder koopje koopjes bargain bargains eraf off markdown clearance tariff dagprijs flitsverkoop inschrijving enrolment registration "
    "bestellijst orderlijst verkoop kans intekening koopjeskelder kortingsmand steal kado bonus lijst proefprijs startprijs vriendenprijs vriendenprijsje lenteprijs",
    "WINDOW": "inschrijving inschrijvingen bestelling bestellingen bestelronde bestelpagina bestelformulier bestellijst bestelboek bestelperiode orderbook orderlijst reserveringen reservatie reservaties reservering "
    "aanmelding aanmeldingen opgave opgaven lijst list orders order book books boek pre-orders preorders preorder voorinschrijving intekenlijst window venster luik loket page pagina form formulier "
    "coupon coupons code voucher bon bonnen club cursus cursusplekken class workshop workshops enrolment enrolments registration registrations sign-up sign-ups bookings booking names namen requests aanvragen verzoeken "
    "agenda diary calendar ronde round rondje opdrachten commissions spaaractie ruilactie inruilactie deal actie aanbieding offer verkoop sale stemming vote webshop counter box boxes doos dozen "
    "paasbestelling kerstbestelling sinterklaasbestelling feestbestelling taartbestelling kerstpakket kerstpakketten paasbrood kerstbrood hampers",
    "CLOSE": "sluit sluiten gesloten close closes closing closed shut shuts shutting dicht toe slot locked lock locks bolted bolt slams slam stops stop stopt stoppen eindigt ends end vol full volgeboekt dark dies die "
    "vervalt vervallen verloopt expires expire lapses toetrekken trekken dichtgooien dichtdraaien draaien draai weg away down off afgesloten voorbij afgelopen gedaan verlopen",
    "SIGNUP": "aanmelden aanmeldt opgeven opgeeft inschrijven inschrijft intekenen intekent aanvragen aanvraagt bestellen bestelt bestel reserveren reserveert reserveer boeken boekt doorgeven doorgeeft bellen bel belt "
    "mailen mail laten join sign enrol register reserve order orders book ring call speak shout claim get put name names tekenen melden meld geef inleveren inruilen binnen binnenbrengen ordering booking pre-order preorder aanvraag",
    "PENALTY": "pech bot net achteraan leeg jammer miss mis naast luck unlucky late laat wachten wait wachtlijst waitlist volgend volgende next februari january januari jaar year maanden months weken weeks spijt regret",
    "FINALE": "slotweekend slotdag slotweek slotdagen finale slotavond sloturen eindsprint slotakkoord laatste-kans lastcall",
    "FULL": "gewone normale volle oude full normal regular usual ordinary standard standaard origineel originele original volledige vaste catalogusprijs",
    "UP": "stijgt stijgen omhoog hoger up rises rise rising increases increase duurder dearer higher pricier",
    "NIGHT": "vanavond vannacht tonight tonight's avond evening donderdagnacht vrijdagnacht zaterdagnacht zondagnacht woensdagnacht dinsdagnacht maandagnacht middernacht midnight journaal zonsondergang sunset sundown",
    "END": "verstrijkt verstrijken sterft dies thaws vertrekt leaves packs sails waardeloos lapsed terminates uitloopt curtain doek pensioen dood ontploft wegvalt eindigt eindigen stopt stoppen sluit sluiten sluit vervalt vervallen verloopt verlopen afloopt ends end ending ended stops stop closes close closing expires expire expiring "
    "finishes finish einde eind schluss finito lapses lapse shuts shut vanishes verdwijnt verdwijnen disappears wraps runs loopt bows dooft",
    "OVERDONE": "over voorbij afgelopen gedaan klaar done finished weg afgesloten gone out voorbij passé geschiedenis history verleden slot dicht closed wrap fini historie voorgoed",
    "CHANCE": "kans kansje chance chances opportunity gelegenheid mogelijkheid shot call oproep ronde round rondje buitenkans buitenkansje",
    "ENDING": "dag dagen day days uren uur hours hour uurtjes weekend week weken weeks moment minuten minutes avond evening loodje nachtje call oproep ronde round ochtend morning middag afternoon",
    "HASTE": "haast spoed hurry rush snel snelle vlug gauw fast quick quickly rap rappe vliegensvlug speedy swift haasten reppen quick-quick sneller asap tempo rapkes",
    "WAIT": "broeden broed humming hemming umming stilstaan suffen lanterfanten tarry faff faffing wacht wachten wait waiting treuzel treuzelen getreuzel twijfel twijfelen dralen draal aarzel aarzelen hesitate dither dithering dawdle dawdling delay linger uitstellen uitstel talm "
    "talmen procrastinate dub getwijfel snooze loiter hesitating",
    "LATE": "laat late",
    "MISS": "mis missen mist miss misses misloopt misloop missing misgrijpt  ",
    "ACT": "bestel bestellen koop kopen boek boeken reserveer reserveren schrijf inschrijven haal halen pak pakken grijp grijpen scoor scoren order book buy grab snag reserve get claim bag "
    "snatch nab sign enroll enrol pick come kom spring beslis besluit decide kies choose profiteer profiteren profit profite enjoy benefit catch pop swing sla slaan claimen inslaan hamster "
    "regel regelen intekenen teken intekent inschrijft bestelt koopt boekt",
    "RISE": "stijgt stijgen omhoog hoger up rises rise rising increases increase duurder dearer higher gewone normale volle oude full normal regular usual ordinary standard gewoon standaard "
    "pricier origineel originele original",
    "CLOCK": "klok clock timer teller tijd time countdown aftellen",
    "TICK": "tikt tikken ticking ticks tick loopt running runs dringt dringen pressing     tik tak tock",
    "DELIVER": "huis bezorgd bezorgen verzonden verstuurd verzenden versturen geleverd leveren levertijd bezorging verzending post mail mat deur deurmat shipped ship ships shipping dispatch dispatched deliver delivered "
    "delivery arrive arrives arrival send sent out morgen brengen bracht postnl bpost ophalen klaarliggen klaar collect pickup pick afhalen afhaal oven bake bak",
    "SHUT": "dicht gesloten closed shut open opening geopend bereikbaar reach reachable vakantie holiday holidays verlof congé conge terug back weer",
    # money
    "PCT": "procent percent pct pct. percentage",
    "EURO": "euro euro's euros eur € pound pounds quid pond tientje tenner fiver piek",
    "NOTE": "hapje fiver vijfje geeltje euro pond pound tientje tenner fiver vijfje briefje twintigje hap slok flink stuk chunk bite slice",
    "LESS": "lighter minder goedkoper lager less cheaper lower eraf korting afgeprijsd voordeliger afgetrokken off discount reduction reductie voordeel reduced discounted af",
    "DROP": "lopped lop tumbling tumble tumbled verloor lost clipped kelderen keldert sank slid hap bite kortingsronde zakten kelderden trimmed trim getrimd come came shaved bijgesteld herzien zakte zakt zakken gezakt zakte daalt dalen gedaald daalde verlaagd verlaagden verlagen verlaag afgeprijsd afgeslagen gekelderd drop dropped drops dropping cut cuts slashed slash lowered lower lowering "
    "reduced reduce reducing trimmed shaved knocked knock marked gehalveerd halveren halveerden halved teruggebracht omlaag naarbeneden gesneden geknipt scissors schaar mes gestunt afgelaten halen haalden haal shave shaving knocking trim slashing slice sliced "
    "doen deden doe taken take taking laten laat zetten hakken gehakt hakken chopped fell fallen falls",
    "DOWN": "omlaag beneden down naarbeneden lager lower af off eraf zakken dalen",
    "PRICEW": "tariff tariffs fee fees bill rekening ticket prijs prijzen prijsje prijskaartje prijskaartjes price prices pricetag tag tags tarief tarieven prijzenkast rate rates bedrag total totaal kaartje sticker stickers",
    "WASP": "was waren kostte kostten betaalde betaalden eerst voorheen vroeger normaal normaliter gewoonlijk origineel anders ipv originally normally usually before previously formerly previous cost were "
    "oude vorige old nieuw gisteren yesterday eerder earlier regular regularly",
    "USED": "used",
    "INSTEAD": "plaats instead ipv i.p.v rather",
    "NOWP": "nu now kost costs wordt worden becomes betaal betaalt pay pays vandaag today momenteel reken rekent yours voor for is naar to",
    "HALF": "helft halve half halved halverwege",
    "PART": "derde kwart vijfde third quarter fifth tiende tenth helft half halve",
    "SALE": "solden uitverkoop opruiming sale clearance koopjes koopjesrek koopjeshoek koopjestafel koopjesmand koopje stuntprijs dumpprijs afprijzing afprijzingen leegverkoop outlet outletrek kortingsrek "
    "salerek sale-rek soldeur actieprijs actieprijzen voordeelprijs bargain bargains sales markdowns dealtje stuntprijzen bodemprijs kortingsactie bodemprijzen wegwezen-prijs kortingshoek actierek restjesprijs clear-out clearout opruimprijs opruimprijzen "
    "soldenprijs soldenprijzen uitverkoopprijs uitverkoopprijzen koopjeskelder opruimingsrek",
    "SAVE": "bespaar bespaart besparen scheelt save saves saving spaar uitspaart uitsparen save's pakt verdient scheelde",
    # others
    "PEOPLE": "patiënten patients choirs koren kantoren office offices club clubs zwemmers swimmers dancers dansers learners beginners pupils leerlingen hikers campers anglers vissers bewoners inwoners residents voorbijgangers eigenaars chauffeurs slapers rusthuizen fijnproevers bakker baker tuinier namen sleepers vrijwilligers folk noses neuzen keukens kitchens tuinen gardens kinderkamers woonkamers homes huizen households bruiden brides jongens meisjes kids klas school collega-bakkers kinderkamer allotments kookfans gebruikers toddlers peuters kleuters baby's babies huiskamers dogs honden katten cats knitters breiers klanten kopers mensen gebruikers gezinnen huishoudens bezoekers leden abonnees ouders dames heren mama's papa's moeders vaders koppels bruidsparen baasjes tuinders dorpsgenoten "
    "buren stamgasten lezers lezeressen fans leraren scholen juffen meesters renners kinderen kids customers buyers people users families households shoppers members visitors clients women men parents owners others readers "
    "regulars locals neighbours neighbors couples teachers cyclists knitters gardeners bakers schools restaurants teams klant customer koper buyer anderen wandelaars fietsers breisters tuiniers liefhebbers eters drinkers "
    "proevers tasters walkers runners riders kenners koks chefs chef-koks musicians muzikanten studenten students collega-ondernemers volk folk folks ladies gents dads mums moms bezoeker hondenbaasjes gasten guests jullie dorp village buurt "
    "neighbourhood straat street stad town nederland vlaanderen belgië gent antwerpen utrecht leuven brugge regio region wijk gemeente",
    "PLACE": "dorp village buurt neighbourhood neighborhood straat street stad town nederland vlaanderen belgië gent antwerpen utrecht leuven brugge regio streek wijk county country land provincie city school",
    "CROWD": "honderden duizenden tientallen tienduizenden hundreds thousands dozens miljoenen millions talloze ontelbare countless massaal drommen droves scores hordes tal",
    "MANY": "honderden duizenden tientallen hundreds thousands dozens miljoenen millions veel vele velen many countless talloze massaal meeste meesten most alle all elke every ieder iedere half halve heel hele whole entire meer more steeds allemaal "
    "merendeel majority driekwart tweederde meerderheid",
    "ALL": "iedereen everyone everybody allemaal elkeen iederéén",
    "HALFALL": "half halve heel hele whole entire ganse gans alle all",
    "BUY": "drinks drink drinkt drinken eten eet eats sing zingen leest lezen reads read leerden learned belden called phoned switched overstappen overgestapt cook adore adores volgen volgt overstapten swim queued kochten kopen koopt koos kozen kiezen kiest gingen vertrouwen vertrouwt dragen draagt rijden rijdt gebruiken gebruikt bestelden bestellen bestelde nemen neemt namen bought buy buys chose choose chooses picked pick picks trust trusts wear wears use uses used ordered "
    "order orders own owns swear swears love loves recommend recommends zweren zweert bevelen raden raadt slapen slaapt sleep sleeps ride rides fietst fietsen loopt lopen walk walks walking loves heeft hebben have has wil willen want wants kwamen komen komt come comes keerden keren return returns "
    "probeerden tried gaan go goes gaat went proefden proeft adoreert rave raves zijn are is stappen grijpen reach snoept lust lusten smullen smult verkozen stemden voted grabbed snagged joined deden doen",
    "SOLD": "besproken geknipte geknipt poured geschonken washed gewassen served geserveerd verhuisden verhuisd vertrokken meegegaan meegaat meegingen opgepakt afgerekend walked gingen ging went left vlogen flew verkocht verkochten verkochte verkopen gekocht gekozen gevraagd gevraagde gekochte besteld bestelde geliefd geliefde verkopende verkoopt meegenomen uitgeleend gekozen geplukt bekeken ingepakt verstuurd verzonden bezorgd geleverd sold chosen asked requested bought ordered "
    "loved wanted selling picked gifted borrowed recommended voted popular populair populaire populairste viewed packed posted shipped sent delivered worn gedragen geprezen gewaardeerd gewaardeerde rated beoordeeld beoordeelde aanbevolen played gespeelde gebakken",
    "TOP": "voltreffer schot-in-de-roos schlager winnaar winner uitblinker star-seller bestverkoper koploper bestseller bestsellers best-seller hardloper hardlopers topper toppers publiekslieveling publieksfavoriet lieveling lievelingen favoriet favorieten favoriete favourite favorite favourites favorites kassakraker kaskraker kassucces succesnummer successtory hit hits "
    "crowd-pleaser crowdpleaser meestgekozen meestverkochte bestverkochte bestverkocht topseller topsellers uitschieter verkooptopper verkoopsucces verkoopkanon publiekstrekker darling blockbuster smash success succes sensatie sensation hype rage craze",
    "BEST": "best meest vaakst most beste drukst grootste biggest hoogst highest",
    "STAR": "sterren stars ster star",
    "REVIEW": "mark marks grade grades meningen opinions survey enquête beoordelingssite klanttevredenheid reviews review recensies recensie beoordelingen beoordeling waarderingen ratings rating waardering score scores scoort scoren cijfer cijfers rapportcijfer",
    "SITE": "google kiyoh trustpilot webwinkelkeur tripadvisor facebook yelp thuiswinkel kiyo etsy bol feedbackcompany",
    "GIVE": "maken put puts geven geeft gaven gaf krijgen krijgt kregen kreeg staan staat scoren scoort score scores give gives gave got get gets stand stands rate rates rated beoordeelden waarderen waardeerden awarded gewaardeerd scored",
    "LOOK": "bekijken bekijkt kijken keken kijkt viewing watching looking browsing eyeing mandje mandjes winkelmand winkelmandje winkelwagen cart carts basket baskets verlanglijst wishlist wishlists gluren loeren",
    "LIVE": "nu now momenteel right moment mee op net zonet zojuist daarnet just currently moment geleden ago",
    "DAILY": "dag dagen week weken maand maanden jaar zomer winter seizoen day days week weeks month months year summer winter season sinds since vandaag today gisteren yesterday weekend uur hour hours",
    "DEMAND": "vraag demand belangstelling interest run aanloop",
    "HUGE": "gigantisch enorm groot grote enormous huge massive overweldigend hoog high overwhelming storm onwaarschijnlijk immens stijgt booming onstuimig waanzinnig ongekend insane crazy",
    "WITHUS": "ons us shop winkel zaak store collectie assortiment webshop webwinkel range kassa till toonbank deur door counter",
    "RAVE": "lyrical lovend weg dol gek zot fan lyrisch verliefd wild crazy mad obsessed hooked verslaafd verknocht enthousiast",
}

# Sorts by the end of a word that stands in no list.
TAILS = (
    (
        "OFFER",
        (
            "korting",
            "kortingen",
            "actie",
            "acties",
            "aanbieding",
            "aanbiedingen",
            "prijs",
            "prijzen",
            "deal",
            "deals",
            "solden",
            "verkoop",
        ),
    ),
    ("SALE", ("uitverkoop", "opruiming", "stuntprijs", "koopje", "koopjes", "solden")),
    ("PLACE", ("dorp",)),
)
