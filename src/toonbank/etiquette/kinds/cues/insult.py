"""Calling names in a reply."""

CUES = (
    (
        "name",
        r"zeur(?:kous|piet|der|zak|hoofd)|zeik(?:erd|snor|wijf)|sukkels?|idio(?:ot|ten)|randdebiel|debiel|dombo|domkop|kneus|achterlijke?|tokkies?|"
        r"mafkees|eikel|klootzak|hufter|gierigaard|krentenkakker|asociaal|asociale|wijsneus|klaagmuur|klager",
    ),
    (
        "name",
        r"whiners?|moaners?|idiots?|morons?|imbeciles?|cheapskates?|losers?|jerk|arsehole|asshole|crybaby|cry-baby|"
        r"snowflake|clowns?|dimwit|halfwit|fool|nitwit",
    ),
    ("stupid", r"(?:domme|stomme|lastige|rare) (?:klant|vraag|mens|vent)|wat een klant"),
    (
        "stupid",
        r"(?:stupid|dumb|silly|annoying) (?:customer|question|person|people|man|woman)|people like you",
    ),
    (
        "learn",
        r"leer (?:[\w ]{1,20} )?lezen|learn (?:how )?to read|(?:can|do) you even read",
    ),
    (
        "learn",
        r"(?:heb|hebt) (?:je|u) (?:soms )?(?:een bril nodig|geen ogen)|are you (?:blind|stupid|dumb|thick)",
    ),
    ("learn", r"(?:ben|bent) (?:je|u|jij) (?:[\w ]{1,20} )?(?:dom|blind|gek|niet goed wijs)"),
)
