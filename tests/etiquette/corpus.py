"""Posts as shops write them, with what the checker should say. Written before the checker saw them.

`KNOWN` is what Jas knows on Saturday 21 November 2026 at ten o'clock. A post says which facts it is judged with:
`jas` those, `nothing` none at all. `expects` are the slugs of all findings, in no order.
"""

from typing import NamedTuple

KNOWN = {
    "now": "2026-11-21T10:00:00+01:00",
    "shop": {"name": "Jas", "country": "NL", "aliases": ["@jas_zutphen"], "contacts": ["0575-555010"]},
    "products": [
        {
            "ref": "M-001",
            "names": ["muts Kleine Beer", "Little Bear hat"],
            "stock": 41,
            "stock_at": "2026-11-21T09:12:00+01:00",
            "restock_on": "2026-12-04",
            "restock": 50,
            "price": 24.95,
            "price_history": [{"from": "2026-08-13", "price": 24.95}],
            "sales_rank": 1,
        },
        {
            "ref": "J-010",
            "names": ["regenjas Berkel", "Berkel rain coat"],
            "stock": 3,
            "stock_at": "2026-11-21T09:12:00+01:00",
            "discontinued": True,
            "price": 59,
            "price_history": [
                {"from": "2026-06-01", "to": "2026-11-05", "price": 89},
                {"from": "2026-11-05", "to": "2026-11-09", "price": 69},
                {"from": "2026-11-09", "to": "2026-11-20", "price": 89},
                {"from": "2026-11-20", "price": 59},
            ],
            "sales_rank": 25,
        },
        {
            "ref": "S-007",
            "names": ["sjaal Mos", "Moss scarf"],
            "availability": "in_stock",
            "stock_at": "2026-11-21T09:12:00+01:00",
            "price": 30,
            "price_history": [
                {"from": "2026-06-01", "to": "2026-11-14", "price": 40},
                {"from": "2026-11-14", "price": 30},
            ],
        },
        {
            "ref": "L-003",
            "names": ["laarzen IJssel", "IJssel boots"],
            "stock": 7,
            "stock_at": "2026-11-17T09:00:00+01:00",
            "price": 129,
        },
    ],
    "campaigns": [
        {"ref": "C-1", "offer": "sjaals", "percent": 25, "starts": "2026-11-14", "ends": "2026-11-29"}
    ],
    "counts": {"orders": 3950, "customers": 2100, "at": "2026-11-20"},
    "reviews": {"source": "Kiyoh", "count": 213, "average": 8.7, "scale": 10, "at": "2026-11-18"},
    "people": [
        {"name": "Mirjam", "role": "customer", "consent": {"name": True, "until": "2027-12-31"}},
        {"name": "Bas", "role": "staff"},
        {"name": "Els", "role": "customer", "consent": {"name": True, "withdrawn": "2026-11-01"}},
    ],
}


class Post(NamedTuple):
    """One post, the facts it is judged with, and the findings that it should get."""

    lang: str
    facts: str
    text: str
    expects: tuple[str, ...] = ()


FALSE, UNPROVEN = "scarcity-false", "scarcity-unproven"
DEADLINE, HASTE, STACK = "urgency-false-deadline", "urgency-unproven", "pressure-stacking"
PRICE, FIGURES, FEW = "price-was-not-lowest-30-days", "discount-mismatch", "bait-stock"
LOUD = "shouting"
CROWD, BAIT, BRAG, CONSENT = (
    "social-proof-unverified",
    "engagement-bait",
    "follower-bragging",
    "consent-missing",
)

POSTS = (
    # stock, Dutch
    Post("nl", "jas", "Er hangen nog maar 5 mutsen Kleine Beer. De wol komt uit Drenthe.", (FALSE,)),
    Post(
        "nl",
        "jas",
        "Van de regenjas Berkel hangen er nog 3. Hij wordt niet meer gemaakt, dus pas hem gerust.",
    ),
    Post("nl", "jas", "De muts Kleine Beer is bijna uitverkocht.", (FALSE,)),
    Post("nl", "jas", "Bijna uitverkocht: de regenjas Berkel."),
    Post("nl", "jas", "We hebben nog 7 sjaals Mos liggen.", (UNPROVEN,)),
    Post("nl", "jas", "Nog 7 paar laarzen IJssel in de winkel.", (UNPROVEN,)),
    Post("nl", "jas", "Er liggen 41 mutsen Kleine Beer op de plank, in zes kleuren."),
    Post("nl", "jas", "Op 4 december komen er nieuwe mutsen Kleine Beer. Tot die tijd liggen er 41."),
    Post("nl", "jas", "Op is op voor de muts Kleine Beer!", (FALSE,)),
    Post("nl", "nothing", "Laatste maten van de waxjas, alleen nog S en M.", (UNPROVEN,)),
    Post("nl", "nothing", "De laatste jas die mijn opa droeg hangt nu in de etalage."),
    Post("nl", "nothing", "Ons gaas is op, dus de plantenbakken komen volgende week."),
    Post("nl", "nothing", "Is de groene al uitverkocht? Bel even, dan kijk ik."),
    Post(
        "nl", "nothing", "Nog drie tips voor wie zijn wol wil bewaren: lavendel, cederhout en frisse lucht."
    ),
    Post("nl", "nothing", "We zijn met twee mensen in de winkel, dus heb even geduld."),
    Post("nl", "nothing", "Nog twee weken en dan is het Sinterklaas."),
    # stock, English
    Post("en", "jas", "Only five Little Bear hats left!", (FALSE,)),
    Post("en", "jas", "We have three Berkel rain coats left and no more are coming."),
    Post("en", "jas", "The Little Bear hat is selling out fast.", (FALSE,)),
    Post("en", "jas", "There are 12 Little Bear hats left.", (FIGURES,)),
    Post("en", "nothing", "Low stock on the grey scarves, folks.", (UNPROVEN,)),
    Post("en", "nothing", "We ran out of coffee on Saturday. Sorry about that, there is tea."),
    Post("en", "nothing", "Just two steps to a clean zip: brush, then candle wax."),
    Post("en", "nothing", "Is your size gone? Ask us, we can order it."),
    # time
    Post("nl", "jas", "De actie op sjaals loopt tot en met zondag 29 november."),
    Post("nl", "jas", "Alleen vandaag: korting op sjaals!", (DEADLINE,)),
    Post("nl", "jas", "Laatste dag van de actie, morgen is het voorbij.", (DEADLINE, DEADLINE)),
    Post("nl", "nothing", "Zondag zijn we dicht, maandag staan we er weer vanaf negen uur."),
    Post("nl", "nothing", "Wacht niet langer en haal hem nu in huis.", (HASTE,)),
    Post("nl", "nothing", "De workshop begint om twee uur en duurt tot vier uur."),
    Post("nl", "nothing", "Je hoeft je niet te haasten, hij blijft in het assortiment."),
    Post("en", "jas", "The scarf offer runs until Sunday 29 November."),
    Post("en", "jas", "Scarf offer ends tonight!", (DEADLINE,)),
    Post("en", "nothing", "Hurry, this deal will not last.", (HASTE, HASTE)),
    Post("en", "nothing", "We are open until six and closed on Sunday."),
    Post("en", "nothing", "Let the wax dry for two hours before you go out in the rain."),
    Post("en", "jas", "It rains until Thursday, so do not hang your coat over the stove."),
    Post("nl", "jas", "We hebben 3 mutsen gerepareerd voor klanten."),
    Post("nl", "nothing", "Bijna weg, wie wil hem?", (UNPROVEN,)),
    # price
    Post("nl", "jas", "Regenjas Berkel: was 89, nu 59 euro.", (PRICE, FEW)),
    Post("nl", "jas", "Regenjas Berkel: was 69, nu 59 euro.", (FEW,)),
    Post("nl", "jas", "Regenjas Berkel: was 69, nu 59 euro, er hangen er nog 3."),
    Post("nl", "jas", "De sjaal Mos met 25% korting: van 40 voor 30 euro."),
    Post("nl", "jas", "De muts Kleine Beer kost 24,95."),
    Post("nl", "jas", "De muts Kleine Beer nu voor 19,95.", (FIGURES,)),
    Post("nl", "nothing", "20% korting op alle paraplu's.", (PRICE,)),
    Post("nl", "nothing", "80% wol, 20% nylon: daarom slijt hij niet op de hiel."),
    Post("nl", "nothing", "Van maat 36 tot 42 op voorraad, ook in breed."),
    Post("en", "jas", "Berkel rain coat: was 89, now 59 euro.", (PRICE, FEW)),
    Post("en", "jas", "Moss scarf, 40% off: from 40 to 30 euro.", (FIGURES,)),
    Post("en", "jas", "The Little Bear hat costs 24.95."),
    Post("en", "nothing", "Save 20 euro on every coat this week.", (PRICE,)),
    Post("en", "nothing", "The fleece is 70% recycled bottles, says the label."),
    # others
    Post("nl", "jas", "Al ruim 3.900 bestellingen de deur uit, met de fiets."),
    Post("nl", "jas", "Onze muts Kleine Beer is ons meest verkochte artikel."),
    Post("nl", "jas", "Meer dan 5.000 klanten gingen je voor.", (CROWD,)),
    Post("nl", "jas", "213 beoordelingen op Kiyoh, gemiddeld een 8,7."),
    Post("nl", "nothing", "Half Zutphen loopt er al in!", (CROWD,)),
    Post("nl", "nothing", "Twee klanten vroegen hoe je vet uit suède haalt."),
    Post("en", "jas", "Rated 9.5 by our customers.", (CROWD,)),
    Post("en", "jas", "The Berkel rain coat is our best-selling coat.", (CROWD,)),
    Post("en", "nothing", "Twelve people are looking at this coat right now.", (CROWD,)),
    Post("en", "nothing", "Most people wash wool too warm. Thirty degrees is enough."),
    # manners and people
    Post("nl", "nothing", "Deel dit bericht en tag een vriendin die het altijd koud heeft.", (BAIT, BAIT)),
    Post("nl", "nothing", "Welke kleur zullen we bijbestellen: mosgroen of roest, en waarom?"),
    Post("nl", "nothing", "Wauw, 2.000 volgers op Instagram!", (BRAG,)),
    Post("nl", "nothing", "Vermist: grijze kater Snor, omgeving Berkelkade. Delen helpt."),
    Post("en", "nothing", "Follow us for more tips like this.", (BAIT,)),
    Post("en", "nothing", "Our post reached 10,000 views, thank you all!", (BRAG,)),
    Post("nl", "jas", "Met dank aan Mirjam, die ons haar breipatroon gaf."),
    Post("nl", "jas", "Met dank aan Els, die ons haar breipatroon gaf.", (CONSENT,)),
    Post("nl", "jas", "Mevrouw Jansen uit Warnsveld haalde gisteren haar jas op.", (CONSENT,)),
    Post("nl", "jas", "Vraag het Bas aan de toonbank, hij repareert al twaalf jaar ritsen."),
    Post("en", "nothing", "Our customer Peter bought two pairs this morning.", (CONSENT,)),
    Post("en", "nothing", "A customer told us the hood fits over her helmet. We tried it: true."),
    # piled up
    Post(
        "nl",
        "nothing",
        "LAATSTE KANS!!! Nog 2 stuks, iedereen wil hem!",
        (STACK, HASTE, UNPROVEN, CROWD, LOUD, LOUD),
    ),
    Post("en", "nothing", "Hurry!!! Only 2 left, ends tonight!", (STACK, HASTE, HASTE, UNPROVEN, LOUD)),
)
