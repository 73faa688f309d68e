"""Company that a shop had better think about: a dispute, gossip, politics."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

CUES = (
    (
        "dispute",
        r"(?:een |het |lopend |lopende |in )?(?:geschil|conflict|rechtszaak|kort geding|onenigheid|ruzie)|(?:in |under |a )?(?:dispute|lawsuit|litigation)|legal (?:fight|row|battle)",
    ),
    (
        "gossip",
        r"roddel(?:account|pagina|blad|pers|kanaal|rubriek)s?|gossip (?:account|page|column|site|channel|mag)s?|juice ?kanaal|schandaalblad|scandal sheet|tabloids?",
    ),
    (
        "politics",
        r"politieke (?:partij|beweging|campagne)|political (?:party|movement|campaign)|partijleider|party leader|lijsttrekker|verkiezingscampagne|election campaign|(?:boze|omstreden|controversial) (?:actiegroep|influencer|activist|politicus|politician)",
    ),
)
