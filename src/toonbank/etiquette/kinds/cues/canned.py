"""Answers from a drawer: what points at them, the words that they are made of, and holes that nobody filled in."""

from toonbank.language.wordlist import wordlist

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

HOLE = (
    r"(?:voornaam|achternaam|naam|klantnaam|klant|aanhef|(?:first|last|full|customer|user|given|sur)[ _-]?name|firstname|lastname|name|customer"
    r"|ordernummer|bestelnummer|order[ _-]?(?:number|id|no)|product(?:naam|name)?|artikel|datum|date|tijd|time|bedrag|amount|initialen|initials"
    r"|handle|username|gebruikersnaam|onderwerp|subject|link|url|winkel(?:naam)?|shop(?:[ _-]?name)?|store|agent|medewerker|x{2,6}|invullen|vul in|insert \w+|tbd)"
)

CUES = (
    ("hole", r"\{\{?[ ]?[\w .-]{1,30}[ ]?\}?\}"),
    ("hole", rf"\[[ ]?{HOLE}[ ]?\]"),
    ("hole", rf"<[ ]?{HOLE}[ ]?>"),
    ("hole", r"%[ ]?(?:first|last|full|voor|achter)?[_ ]?(?:name|naam|customer|klant|order)\w*[ ]?%"),
    ("hole", r"\$\{\w{2,24}\}"),
    ("stock", r"(?:bedankt|dank|dankjewel|dankuwel|dankt|danken|thanks|thank you|thx)"),
    ("stock", r"(?:bericht|berichtje|message|klacht|complaint|concerns?|assistance|in touch|reactie|feedback|enquiry|query|behandeling|processing|processed|ongemak|inconvenience|excuses|apologi[sz]e|apologies)"),
    ("stock", r"(?:vervelend|sorry|spijtig|betreuren|regret|klantenservice|klantendienst|customer (?:service|care|support)|contact|dm)"),
    ("stock", r"(?:graag verder|happy to help|groet(?:en|jes)?|regards|ticketnummer|ticket number|informatie|information|aangegeven|stated|rest assured)"),
    ("stock", r"(?:begrijpen|opmerking(?:en)?|frustratie|understand|frustration|comments|internally|intern|suggestie|suggestion|hesitate|signaal)"),
    ("stock", r"(?:hiermee|value your|important to us|belangrijk voor ons|matters to us|streven|aim to|afdeling|department|aandacht|look into)"),
)  # fmt: skip


SMALL = wordlist(
    """
    de het een en of maar dat die dit deze is was zijn wordt worden werd bent ben hebben heeft hebt had ik je jij jou jouw u uw we wij ons onze
    jullie zij ze er hier daar aan op in uit van voor met door bij naar om te tot als dan zo ook nog al wel niet heel erg zeer zal zullen
    meer minder kan kunnen mag wil willen gaan gaat ga hem hen hun wat om over hoe ernaar naartoe hiervoor ervoor eraan
    the a an and or but that this it is was are were be been has have had i you your yours u we us our they he she them to of in on for from
    with by at as so very much will would can could shall may do does did not if any all out there re ll ve m s t how what more also
    """
)
# What such answers are made of. A reply in which nothing else is said could stand under any message.
DRAWER = wordlist(
    """
    love loved looking asking asked always leuk interesse telt tellen werken voortdurend continu constant verbetering winkel shop store great
    meneer webcare zoeken zoek uitzoek erop hierop mening opinion opinions klant klanten bekend behandel behandeld moet moeten mocht vind vinden gevonden laat later lees leest hoop hopen mogelijke uitstekende best
    onderzoek onderzocht zorg zorgen zullen ontstaan ontstane reden aangenaam tevreden tevredenheid gehoord bespreken besproken
    begrijp begrepen begrip frustratie teleurstelling ongenoegen irritatie intern interne bespreken bespreek besproken meenemen meegenomen opmerkingen
    suggestie suggesties input bijdrage betrokkenheid vertrouwen interesse belangstelling aanvullende aanvullend vernemen bericht geven gegeven
    delen gedeeld signaal signalen punt punten aandachtspunt verbeteren verbetering verbeterpunt optimaliseren dienstverlening standpunt
    nader intussen inmiddels momenteel helaas uiteraard vanzelfsprekend absoluut zeker nogmaals bovenstaande desbetreffende juiste nodige
    stappen actie ondernemen ondernomen ernstig ernst grondig zorgvuldig uitzoeken gaarne terugkoppeling terugkoppelen bevestigen bevestiging
    melden meld gemeld blijf blijven verwachting verwachtingen voldaan voldoen teleurgesteld tijdens hartelijk geduldig drukte druk
    frustration disappointment disappointed dissatisfaction discuss discussed internal internally letting comments board suggestion suggestions
    input loyalty trust interest interested additional further meanwhile currently unfortunately course absolutely certainly above appropriate
    right necessary steps action actions taken thorough thoroughly careful carefully seriously serious confirm confirmation expectation
    expectations meet met fall fallen standard standards strive improve improvement learn opportunity patient bear high volume busy moment
    working hard take takes time we'll we've you've i'm we're it's that's hesitate reach don't free
    read note notice handl handle assist await awaiting concern concerns complaint complaints resolve resolved resolution satisfaction hope
    reason find found bring brought raised raising share sharing got receive process apologi one able doing make sure
    bedankt dank dankjewel dankuwel danken dankt hartelijk vriendelijk vriendelijke hartelijke bericht berichtje berichten reactie reacties
    reageren vraag vragen mail feedback melding klacht opmerking compliment ontvangen ontvangst goede orde nemen neem genomen behandeling behandelen
    verwerken verwerkt verwerking kennis contact opnemen opgenomen spoedig snel mogelijk binnenkort asap zsm kort korte tijd termijn streven
    beantwoorden antwoord antwoorden collega collega's medewerker medewerkers team klantenservice klantendienst afdeling betreffende relevante
    geven doorgeven doorgegeven door aandacht volle serieus belangrijk waarderen waardering gewaardeerd excuses excuus verontschuldigen ongemak
    eventueel eventuele overlast hinder vervelend spijtig spijt jammer betreuren horen lezen ervaart ervaren ervaring helpen geholpen helpt
    graag verder hulp groet groeten groetjes fijne prettige mooie dag avond middag ochtend weekend week nog toe terug komen kom stuur
    stuurt sturen dm pm privébericht even ticketnummer ticket informatie verwijzen eerder aangegeven genoemd vermeld zoals hopende hopelijk
    hopen hiermee voldoende informeren geïnformeerd gaan aan slag mee binnen werkdagen werkdag uur dagen direct meteen zien ermee begrip begrijpen geduld beste geachte heer
    mevrouw hoi hallo hi dag hey ha goedemiddag goedemorgen goedenavond welkom via onderzoeken bekijken pakken op houden hoogte gesteld stellen
    dit deze kwestie zaak situatie verzoek verzoeken laten weten blij altijd klaar staan staat beter service kwaliteit
    thank thanks thankyou reaching contacting getting touch message messages comment reply response query enquiry inquiry question feedback received
    processing process processed handle handling handled working back soon shortly possible asap get getting colleague colleagues agent team
    customer service support care department relevant passed pass passing forward forwarded attention important matters matter value valued
    business appreciate appreciated apologise apologize apologies apology sorry regret inconvenience caused cause any hear hearing feel feeling way
    help helping happy glad assist assistance please contact kind regards best wishes great nice lovely good day evening afternoon weekend
    week ahead previously stated mentioned information refer rest assured dear hello hey sir madam look looking into it experience
    experienced aim reply replying within hours days working dm pm direct number patience understanding understand issue case request keep
    posted informed update updated know let ensure always here shortly our utmost everything again once hi review noted note
    """
)
# Endings that a word of the drawer may have: "behandeld", "handled", "contacting".
ENDINGS = ("en", "de", "te", "d", "t", "e", "s", "n", "ed", "ing", "ly", "er", "ste", "est", "je", "jes")
# At least one of these must be there: without them short words of thanks are just that.
CORE = wordlist(
    """
    asking interesse telt verbetering improve erop hierop webcare opinion mening reactie feedback melding behandeling belangrijk important klantenservice klantendienst afdeling ongemak overlast excuses verontschuldigen betreuren
    vervelend spijtig aandacht klacht behandeld spoedig zsm ticketnummer verwijzen hiermee aangegeven streven groet groeten verder dm contact
    feedback reaching contacting touch processing department inconvenience apologies apologise apologize hear regret enquiry
    frustratie teleurstelling ongenoegen opmerking opmerkingen signaal meenemen intern aandachtspunt frustration comments internally suggestion
    disappointment hesitate experience complaint concern concerns handled assistance query inquiry regards matters value valued rest stated refer dm help assist number aim shortly received soon colleague
    """
)
# These two are in the drawer only with thanks, or as "your message"; "a message in the morning" is not.
MESSAGE = wordlist("bericht berichtje message messages")
ADDRESSED = wordlist("bedankt dank dankjewel dankuwel thank thanks ontvangen received your je jouw uw")
GREETING = r"(?:beste|geachte|hoi|hallo|hey|hé|ha|dag|goedemiddag|goedemorgen|goedenavond|dear|hi|hello|good (?:morning|afternoon|evening))"
