"""Words that advertise without a figure: "aanbieding van de week", "superdeal", "stunt"."""

CUES = (
    ("offer", r"(?:\w*aanbieding|aanbiedingen|weekaanbieding|dagaanbieding)"),
    ("offer", r"\w*deals?"),
    ("offer", r"(?:\w*stunt|stunten|stuntprijs|stuntprijzen|\w*knaller|actieprijs|\w*koopje|\w*koopjes)"),
    ("offer", r"(?:special offer|on offer|offer of the (?:day|week|month)|bargains?|special price)"),
)
