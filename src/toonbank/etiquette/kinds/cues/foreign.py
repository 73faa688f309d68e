"""German and French at the level of phrases: each says by itself which kind of claim it is.

`weak` lines hold words that Dutch or English has too, or that often say something else; they count in a German or French sentence only.
"""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    # little stock
    ("scarcity", r"nur noch {n}(?: (?:stück|exemplare?|paare?|plätze|stühle))?"),
    ("scarcity", r"nur noch (?:wenige|einige|ein paar)(?: (?:stücke?|exemplare|paare|plätze))?"),
    ("scarcity", r"(?:fast|bald|beinahe|nahezu|schnell) (?:ausverkauft|vergriffen)"),
    ("scarcity", r"solange (?:der |unser )?vorrat reicht"),
    ("scarcity", r"(?:die )?letzten? {n}?(?:exemplare|stücke?|plätze|reste)"),
    ("scarcity", r"(?:begrenzte|limitierte|geringe) (?:stückzahl|menge|anzahl|auflage)"),
    ("scarcity", r"restposten"),
    ("scarcity", r"(?:il )?(?:ne )?(?:nous |vous )?(?:en )?reste (?:plus )?que {n}"),
    ("scarcity", r"plus que {n}(?: (?:en stock|pièces|exemplaires|paires|places))?"),
    ("scarcity", r"(?:presque|bientôt|quasiment) (?:épuisée?s?|en rupture)"),
    ("scarcity", r"dans la limite des stocks(?: disponibles)?"),
    ("scarcity", r"jusqu['’]à épuisement (?:du|des) stocks?"),
    ("scarcity", r"derni(?:er|ère)s (?:exemplaires|pièces|places|articles|paires)"),
    ("scarcity", r"(?:édition|quantités?|stock|série) limitée?s?"),
    # time
    ("urgency", r"nur noch {n} (?:stunden?|tage?|minuten?)"),
    ("urgency", r"nur (?:noch )?(?:heute|morgen|dieses wochenende|diese woche)"),
    ("urgency", r"letzte (?:chance|gelegenheit)"),
    ("urgency", r"endet (?:heute|morgen|bald|um mitternacht)"),
    ("urgency", r"jetzt (?:zugreifen|zuschlagen|oder nie)"),
    ("urgency", r"nur für kurze zeit"),
    ("urgency", r"(?:beeilen sie sich|beeilt euch|beeil dich|nicht verpassen)"),
    ("urgency", r"(?:aujourd['’]hui (?:seulement|uniquement)|(?:seulement|uniquement) aujourd['’]hui)"),
    ("urgency", r"dernière (?:chance|occasion)"),
    ("urgency", r"derniers? jours?"),
    ("urgency", r"plus que {n} (?:heures?|jours?|minutes?)"),
    ("urgency", r"jusqu['’]à (?:minuit|demain|ce soir|dimanche)(?: seulement)?"),
    ("urgency", r"offre (?:limitée|à durée limitée|éclair)(?: dans le temps)?"),
    ("urgency", r"(?:dépêche[zr]?-(?:vous|toi)|(?:ne )?(?:manquez|ratez) pas|maintenant ou jamais)"),
    ("urgency", r"se termine (?:aujourd['’]hui|demain|ce soir|bientôt|dimanche)"),
    # prices
    ("price_reduction", r"statt {p}"),
    ("price_reduction", r"{pct} (?:rabatt|reduziert|nachlass|günstiger|billiger)"),
    ("price_reduction", r"(?:stark )?reduziert"),
    ("price_reduction", r"uvp {p}"),
    ("price_reduction", r"sie sparen {p}"),
    ("price_reduction", r"zum halben preis"),
    ("price_reduction", r"au lieu de {p}"),
    ("price_reduction", r"{pct} (?:de )?(?:réduction|remise|rabais)"),
    ("price_reduction", r"remise de (?:{pct}|{p})"),
    ("price_reduction", r"(?:à )?moitié prix"),
    ("price_reduction", r"prix conseillé {p}"),
    ("weak price_reduction", r"(?:en )?soldes?"),
    # free
    ("free", r"(?:kostenlos|kostenfrei|versandkostenfrei)(?:e[rnsm]?)?"),
    ("free", r"(?:zum nulltarif|gratisversand)"),
    ("free", r"(?:livraison|frais de port|retour|envoi|entrée) (?:gratuite?s?|offerte?s?)"),
    ("free", r"gratuit(?:e|es|s|ement)?"),
    ("free", r"sans frais(?: de port)?"),
    ("weak free", r"(?:geschenkt|offert|offerte|offerts|offertes)"),
    # others
    ("social_proof", r"(?:über|mehr als) {n} (?:\w+ )?kunden"),
    ("social_proof", r"{n} (?:zufriedene kunden|bewertungen|personen sehen)"),
    ("social_proof", r"(?:meistverkauft|meistgekauft)(?:e[rnsm]?)?"),
    ("social_proof", r"plus de {n} (?:\w+ )?client(?:e?s)"),
    ("social_proof", r"{n} clients (?:satisfaits|contents|heureux)"),
    ("social_proof", r"meilleures? ventes?"),
    ("social_proof", r"notée? {n} sur"),
    ("weak social_proof", r"{n} avis"),
    ("weak social_proof", r"le plus (?:choisi|vendu|acheté)"),
    # praise
    ("superlative", r"(?:günstigster?|niedrigster?|bester) preis(?:e|en)?"),
    ("superlative", r"(?:der|das|die) (?:beste[rn]?|größte[rn]?|schönste[rn]?) (?:\w+ )?(?:in )?(?:der stadt|der welt|deutschlands?|belgiens?|europas?|weltweit)"),
    ("superlative", r"größte auswahl"),
    ("superlative", r"(?:le moins cher|la moins chère|les moins chers)(?: (?:de|du) \w+)?"),
    ("superlative", r"(?:le plus grand choix|unique (?:en|au) (?:europe|belgique|france|monde))"),
    ("weak superlative", r"(?:einzigartig|der beste|das beste|le meilleur|la meilleure|les meilleure?s|numéro 1|nummer 1)"),
    ("endorsement", r"(?:bekannt aus|empfohlen von|testsieger|offizieller partner)"),
    ("endorsement", r"(?:vue?s? à la télé|recommandée?s? par|partenaire officiel|élue? (?:\w+ )?de l['’]année)"),
    ("weak endorsement", r"(?:getragen von|portée?s? par)"),
    ("green", r"(?:klimaneutral|umweltfreundlich|nachhaltig|ökologisch|biologisch abbaubar)(?:e[rnsm]?)?"),
    ("green", r"(?:neutre en carbone|respectueu(?:x|se|ses) de l['’]environnement|biodégradables?|écologiques?)"),
    ("weak green", r"durables?"),
    # draws
    ("giveaway", r"(?:gewinnspiel|verlosung|verlosen|verlost|der gewinner wird)"),
    ("giveaway", r"(?:tirage au sort|tentez de gagner|jeu[ -]concours)"),
    ("weak giveaway", r"(?:gewinne|gewinnen sie|à gagner|gagnez|concours)"),
)  # fmt: skip
_GERMAN = """
    der das und ist sind nicht für mit auf bei unser unsere unserer unserem wir ihr sie ich ein eine einen einem nur noch jetzt
    heute vom zum zur bis im dem den wird werden haben auch aus beim alles alle preis stück laden euch dich uns am
"""
_FRENCH = """
    le la les des du un une et est sont pour avec sur dans nos notre votre vos chez au aux dès plus tout tous toute ce cette ces
    qui que nous vous à en ici aujourd hui jour prix magasin boutique par sans notre mon ma mes son sa ses
"""
GERMAN = frozenset(_GERMAN.split())
FRENCH = frozenset(_FRENCH.split())
