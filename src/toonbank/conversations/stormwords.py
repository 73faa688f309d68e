"""Words that say nothing of what a complaint is about, or not enough by themselves: Dutch and English, from four letters on."""

from toonbank.language.wordlist import wordlist

EMPTY = wordlist(
    """
    aan alle alleen alles alsjeblieft altijd alweer andere anders april augustus avond bedankt been beetje beide bent best beste
    beter beloofd bericht binnen blijft blij boos daar daarna daarom dacht dagen dank dankjewel december deze dezelfde dinsdag doen
    doet door donderdag dus echt eens eerst eerste eigenlijk elke enig enige erg ergens februari flink gaan gaat gauw geen geeft
    gedaan gekregen gehad gemaakt geven gewoon gister gisteren goed goede graag groet groeten haar had hadden hebben hebt heeft heel
    hele helaas helemaal help hier hoelang hoop hoor iedereen iemand iets inmiddels jaar jammer januari jouw juli jullie juni kan
    keer klacht klachten klant klanten komen komt kopen krijg krijgen kunnen kunt laat laatste lang langer langs later laten leuk
    maand maandag maar maart maken maakt meer meest meteen middag mijn mijne minder misschien moet moeten mocht mogelijk morgen
    naar nadat niemand niet niets nieuw nieuwe nodig noemen nogal nogmaals nooit november oktober omdat onze ooit open opnieuw over
    paar precies raar reactie samen schandalig september slecht slechte snel soms steeds straks super tegen terug teleurgesteld
    toch toen tot twee tweede uren vaak vanaf vandaag veel vele verder vervelend vindt vinden volgens volgende voor vooral vorige
    vraag vragen vreemd vrijdag waar waarom wachten wacht want wanneer waren week weken weer weet weken welke wel werd werkt wilde
    willen winkel woensdag worden wordt zaterdag zeer zeggen zegt zelf zelfs zeker zien ziet zijn zitten zoals zodat zomaar zonder
    zondag zulke zullen even maal stuk bezig probleem problemen antwoord horen hallo beste mevrouw meneer vind ding dingen zoveel
    hoeveel oplossing zaak shop store
    about actually after again also always another anyone anything april august back because been before being best better both
    came cannot come coming complain complaint could customer customers december does doesn doing done down during each else
    enough even ever every everyone february first from gave getting give goes going gone good great have having hello help here
    hope into itself january july june just keep know last late later least less like little long longer look made make many
    march maybe message monday month months more morning most much must myself need never next nice nobody none nothing november
    october often once only other otherwise over people please problem really received reply right said same saturday second seems
    september several should since some someone something soon sorry still such sunday sure take tell than thank thanks that their
    them then there these they thing things think third this those though thought through thursday time times today told tomorrow
    took truly tuesday twice under unfortunately until upset using very wait waiting want wanted wednesday week weeks well went were
    what when where which while whole will with within without wonder work would wrong year years yesterday your yours friday answer
    """
)

BROAD = wordlist(
    """
    pakket pakketje bestelling levering bezorging retour product artikel maat kleur prijs betaling factuur rekening website webshop
    klantenservice medewerker kassa aankoop geld
    parcel package order delivery shipment shipping return product item size colour color price payment invoice bill website
    customer service staff purchase money refund
    """
)
"""Of these anything may be wrong: late, broken, lost, too dear. Only with a further word in common they tell of one cause."""
