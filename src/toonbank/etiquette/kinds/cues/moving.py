"""Moving to a private channel: a direct message, a mail, the customer service."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

BOX = r"(?:dm\w{0,5}|d\.m\.|pb|pm|\w*bericht(?:je)?|direct message|private message|message|inbox|messenger|\w*mail(?:tje)?|whatsapp|appje)"

CUES = (
    (
        "box",
        rf"(?:stuur|stuurt|sturen|send|drop|shoot|slide|doe|check|open|zie|see|kijk|schrijf|write|leave)[\w ,'’]{{0,35}} {BOX}",
    ),
    ("box", rf"{BOX} (?:te |kunnen |willen )?(?:sturen|doen|schrijven|achterlaten)"),
    ("box", r"(?:dm|pm|pb) (?:us|me|ons|mij|even|je|your|please|svp|maar|gerust)"),
    (
        "box",
        r"(?:in|via|per|by|over|naar|to|into|op) (?:de |je |jouw |uw |our |your |onze |the |een |a )?(?:dm['’]?s?|pb|pm|privé\w*|inbox|\w{0,2}mail|e-mail)",
    ),
    (
        "mail",
        r"(?<!royal\s)(?:\w{0,2}mailt?|app)(?: [\w ]{0,24})? (?:naar|ons|me|mij|to|us|our|onze|info\S*|support|klantenservice|customer)",
    ),
    ("mail", r"(?:\w{0,2}mail|app|whatsapp) (?:info|service|klant|support|hello|us|ons|me|even)\S*"),
    (
        "desk",
        r"neem[\w ,]{0,25} contact[\w ,]{0,25} op|contact opnemen met|contact (?:our|us|customer|the|support)[\w ]{0,25}|get in touch(?: with (?:us|our[\w ]{0,20}))?|reach out to[\w ]{0,20}",
    ),
    (
        "desk",
        r"(?:bel|call|ring)(?: [\w ]{1,16})? (?:ons|us|onze|our|de klantenservice|the|customer)[\w ]{0,25}|(?:just |please )(?:call|ring)(?: us)?",
    ),
    ("desk", r"(?:vul|fill in|use|gebruik)[\w ,'’]{0,20} (?:contactformulier|contact form|formulier|form)"),
    (
        "desk",
        r"terecht (?:bij|op)[\w ]{0,30}|(?:turn|go|refer)[\w ]{0,12} to (?:our|the) (?:help ?desk|support|customer|site|website|faq)[\w ]{0,12}|(?:zie|see|check) (?:de|onze|the|our) (?:site|website|faq|veelgestelde)",
    ),
)
