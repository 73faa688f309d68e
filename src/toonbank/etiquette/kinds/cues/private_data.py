"""What belongs to a customer alone: the names of private data, and health or money told to their face."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    (
        "noun",
        r"(?:bestel|order|factuur|klant|klanten|bon|retour|rekening|bankrekening|telefoon|mobiele|gsm|huis|burgerservice|rijksregister|polis|dossier|verzend|paspoort|rijbewijs)[ -]?nummers?",
    ),
    ("noun", r"(?:vast|mobiel|06)[ -]nummer"),
    ("noun", r"(?:\+31 6|\+32 4)[\d ]*"),
    ("noun", r"(?:e-?)?mail-?adres(?:sen)?"),
    ("noun", r"(?:(?:thuis|woon|aflever|bezorg)?adresgegevens|bankgegevens|inloggegevens|woonadres|thuisadres|afleveradres)"),
    ("noun", r"geboorte(?:datum|dag|jaar)"),
    ("noun", r"(?:kenteken|nummerplaat|wachtwoord|pincode|bsn|iban|postcode)"),
    ("noun", r"(?:track|t) ?(?:&|en|and|\+) ?trace(?:[ -]?(?:code|nummer))?"),
    ("noun", r"(?:order|invoice|customer|receipt|account|phone|telephone|mobile|national|national insurance|passport|membership|tracking|house|cell|cellphone) (?:number|no\.)"),
    ("noun", r"tracking code"),
    ("noun", r"(?:date of birth|birth ?date|licen[cs]e plate|number ?plate|landline|postal code|zip code|pin code|bank details|account details)"),
    ("noun", r"e-?mail address(?:es)?"),
    ("noun", r"(?:home|delivery|postal) address"),
    ("noun", r"(?:your|the|a) passwords?"),
    (
        "weak",
        r"(?:je|jouw|uw|jullie|your|u) (?:(?:volledige|nieuwe|juiste|huidige|exacte|full|new|correct|current|exact) )?(?:nummer|06|adres|straat|telefoon|telefoontje|mobiel|mobieltje|mail|mail|achternaam|gegevens|rekening|number|address|phone|mobile|cell|e-?mail|surname|last name|full name|details)",
    ),
    ("told", r"(?:vanwege|wegens|door|gezien|met|over|ondanks|na|sinds|tijdens|bij) (?:je|jouw|uw) \w*(?:allergie\w*|ziekte|zwangerschap|operatie|diabetes|medicatie|medicijn\w*|depressie|handicap|epilepsie|astma|kanker|intolerantie|aandoening|blessure|chemo|rolstoel|burn-?out)"),
    ("told", r"(?:because of|due to|given|owing to|with|about|on account of|despite|after|since|during) your (?:\w+ )?(?:allergy|allergies|illness|pregnancy|surgery|operation|diabetes|medication|medicines?|asthma|condition|depression|disability|injury|treatment|epilepsy|cancer|wheelchair|intolerance)"),
    ("health", r"(?:je|jouw|uw) (?:medicijn(?:en)?|medicatie|allergie|diagnose)"),
    ("health", r"your (?:medicines?|medication|allergy|diagnosis)"),
    ("told", r"(?:je|jij|u) (?:had|hebt|heeft|heb) (?:nog )?(?:een |de )?(?:\w+ )?(?:betalings)?(?:achterstand|schuld)"),
    ("told", r"(?:betalingsachterstand|openstaande (?:bedrag|rekening|factuur) van)"),
    ("told", r"(?:jouw|je|uw) (?:bank)?rekening eindigend op"),
    ("told", r"account ending (?:in|with)"),
    ("told", r"you (?:were|are|had been) (?:\w+ ){0,3}behind (?:on|with|in)"),
    ("told", r"you (?:were|are) (?:\w+ ){1,2}(?:instal+ments?|payments?|months?|weeks?) (?:behind|overdue|in arrears|late)"),
    ("told", r"your (?:card|payment) (?:was|is|got) (?:declined|refused|overdue)"),
    ("told", r"(?:je|jouw|uw) (?:betaling|pas|kaart|incasso) (?:is|was|werd) (?:geweigerd|mislukt|gestorneerd|te laat)"),
    ("surname", r"(?:je|jouw|uw) achternaam (?:was|is|luidt) (?:toch)?"),
    ("surname", r"your (?:surname|last name) (?:was|is)"),
    ("delivered", r"(?:we|wij|ik) (?:bezorgden|leverden|brachten)(?: (?:het|hem|haar|die))? (?:bij|af bij|naar)"),
    ("delivered", r"we delivered (?:it )?to"),
)  # fmt: skip
