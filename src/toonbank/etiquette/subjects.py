"""Telling words of subjects, Dutch and English: those of nobody's trade, and those of small shops.

A word that ends in - is the beginning of one; a word that begins with - may be the end of a compound ("-abonnement"); a ~ is
the gap between two words.
"""

# ruff: noqa: E501 - one line for one subject is easier to look over

# Subjects that no shop is expected to speak of, unless it promised to.
FAR = {
    "sport": """voetbal- -voetbalclub eredivisie elftal spits verdediger middenvelder doelman scheidsrechter kampioenschap- wedstrijd
        wereldkampioenschap olympisch- formule~1 verstappen grand~prix tour~de~france ajax feyenoord psv striker midfielder goalkeeper referee
        football- soccer premier~league champions~league world~cup formula~1 formula~one olympics olympic quarterback super~bowl
        goal~of~the transfer~window trainer~ontslagen penalty""",
    "politics": """verkiezing- -verkiezingen politiek- kabinet minister- kamerlid kamerdebat tweede~kamer coalitie wethouder gemeenteraad
        stemadvies premier partijleider election- politic- parliament- prime~minister senator congress president~trump trump biden
        government budget~cuts brexit referendum left-wing right-wing asielbeleid immigration""",
    "recipe": """recept- -recept stamppot appeltaart boerenkool rookworst ovenschotel soep- lasagne pannenkoek- cake- koekjes~bakken
        deeg gehakt curry recipe- apple~pie shepherd's~pie cottage~pie stew casserole pancake- frosting dough simmer roast~beef
        lasagna soup- bolognese quiche""",
    "telecom": """-abonnement abonnement- simkaart sim~only provider belbundel mobiele~data phone~plan sim~card mobile~plan
        data~bundle broadband glasvezel- roaming iphone- galaxy~s smartphone-""",
    "money": """hypotheek- beurs aandelen- crypto- bitcoin- rente- belegg- spaarrente verzekering- zorgverzekering- energiecontract
        mortgage- stock~market shares~in cryptocurrency ethereum interest~rate- invest~in investing insurance pension- loan~rates""",
    "celebrities": """roddel- bekende~nederlander- bn'er- songfestival realityserie temptation~island boer~zoekt~vrouw royals koningshuis
        celebrity celebrities gossip- eurovision kardashian- love~island reality~show taylor~swift netflix- oscaruitreiking oscars""",
    "cars": """autotest dieselauto elektrische~auto tesla- autoverzekering lease- horsepower electric~car test~drive car~review""",
    "stars": """horoscoop sterrenbeeld astrologie horoscope zodiac astrology mercury~retrograde""",
    "travel": """vliegticket- stedentrip all-inclusive vakantiepark cruise- city~break flight~tickets package~holiday airline-""",
}
# Subjects of shops: they tell what a promise stands for, and two words of one of them make a post another trade's.
TRADES = {
    "books": "-boek boek- lees- lezen lezer- roman- dichter- gedicht- schrijver- thriller- bookshop book- novel- read- poet- author- literatu-",
    "bikes": """fiets- -fiets wielren- ketting- kettingkast versnelling- zadel- velg- bandenplak- spaak spaken derailleur bike- bicycl- cycl-
        chain saddle- gears pannier- puncture inner~tube spokes""",
    "flowers": """bloem- -bloem -bloemen bloemist tulp- roos rozen boeket- vaas plant- -plant tuin- -tuin bollen snoei- florist flower- tulip-
        rose roses bouquet- vase- garden- bulb- prun- seedling- zaai- compost- potgrond""",
    "clothes": """jas jassen -jas kleding- kleren trui- -trui broek- jurk- rok rokken shirt- sjaal- muts- mode- textiel stof stoffen wol- -wol
        brei- naai- coat- clothes clothing jumper- sweater- dress dresses skirt- scarf scarves hat fashion- fabric- wool- knit- sew- yarn-""",
    "shoes": "schoen- laars laarzen sneaker- veter- zool zolen shoe- boot boots lace- sole soles",
    "jewels": "sieraad sieraden horloge- ring ringen ketting ketting- armband- goud- zilver- juwel- jewel- watch watches necklace- bracelet- gold- silver-",
    "drinks": "thee- -thee koffie- -koffie bonen espresso oolong tea teas coffee- brew- wijn- -wijn wine- bier- -bier beer- whisky-",
    "food": """kaas- -kaas brood- -brood bakker- slager- vlees groente- fruit- aardbei- chocola- koken kook- keuken- pan pannen eten food-
        cheese- bread- bak- butcher- meat vegetable- strawberr- chocolat- cook- kitchen- pans recept- recipe-""",
    "toys": "speelgoed- speel- spel spellen puzzel- pop poppen knuffel- trein blokken toy- toys puzzle- doll- game games train blocks lego",
    "pets": "hond- -hond kat katten kattenvoer dier- huisdier- konijn- vogel- dog- cat cats pet pets rabbit- bird- aquarium-",
    "home": """meubel- tafel- -tafel stoel- -stoel kast kasten lamp- -lamp bank banken interieur woon- -servies servies furniture- table-
        chair- cupboard- sofa- interior- lighting- crockery gordijn- curtain-""",
    "tools": "gereedschap- schroef- schroeven zaag- boor- hamer- verf- klus- tool- screw- saw saws drill- hammer- paint- hardware diy",
    "music": "muziek- gitaar- piano- viool- plaat platen vinyl music- guitar- violin- record records drum-",
    "beauty": "huid- haar- kapper- zeep- -zeep creme- parfum- skin- hair- soap- perfume- make-up barber-",
    "walking": "wandel- wandeling- rugzak- tent- kampeer- hike- hiking walk- rucksack- backpack- camp- outdoor-",
    "sport": "sport- -sport hardloop- voetbal- tennis- fitness- running football- gym-",
}
