"""Words that call something good for the environment without saying what, which part, or by what measure."""

# ruff: noqa: E501 - a pattern broken over several lines is harder to read and easier to get wrong

EARTH = r"(?:aarde|planeet|milieu|natuur|klimaat|wereld|bodem|oceaan|planet|earth|environment|nature|climate|world|ocean|oceans)"

CUES = (
    ("green", r"(?:groene?|groener|groenste|green|greener|greenest)"),
    ("sustainable", r"(?:duurza(?:am|me|amheid|amste|mer|mere|amer)|verduurza\w+|sustainab(?:le|ly|ility))"),
    ("eco", r"(?:eco|ecologische?|ecological(?:ly)?|ökologisch|écologique)"),
    (
        "eco",
        r"\w*(?:milieu|eco|klimaat|planeet|natuur|aard)[- ]?(?:vriendelijke?r?|bewuste?r?|verantwoorde?|sparende?)",
    ),
    (
        "eco",
        r"(?:environmentally|eco|planet|earth|climate|nature|ocean|carbon)[- ]?(?:friendly|conscious|safe|correct|kind)",
    ),
    (
        "neutral",
        r"(?:klimaat|co2|co₂|carbon|climate|emissie|broeikasgas|kooldioxide)[- ]?(?:neutra(?:al|le|l)|positie[fv]e?|positive|negatie[fv]e?|negative|gecompenseerde?|offset(?:ting)?|vrije?|free|compensatie|zero)",
    ),
    (
        "neutral",
        r"(?:carbon|emissions?|co2)[- ](?:offset|compensated)|net[- ]?zero|nul uitstoot|zero[- ]emissions?",
    ),
    (
        "kind",
        rf"(?:goed|beter|lief|zacht|vriendelijk|zuinig|kind(?:er)?|good|better|gentle|gentler|great|friendlier?|best|beste|fijn) (?:voor|op|to|for|on) (?:de |het |onze |the |our |mother )?{EARTH}",
    ),
    (
        "kind",
        rf"(?:red|redden|help|helpt|spaart?|ontlast|save|saving|saves|helps|protects?|bescherm\w*) (?:mee )?(?:de |het |onze |the |our )?{EARTH}",
    ),
    (
        "kind",
        rf"(?:goed|beter|good|better|kind|lief) (?:voor|for|to) (?:\w+ ){{0,3}}(?:en|and) (?:voor |for )?(?:de |the |onze |our )?{EARTH}",
    ),
    ("kind", rf"(?:loves?|loving|cares? for|houd\w* van|zorg\w* voor) (?:the |our |de |onze )?{EARTH}"),
    ("kind", r"(?:earth|planet|ocean|climate|nature)[- ](?:loving|saving|positive|kind|correct)"),
    ("neutral", r"(?:nul|zero|geen|no)[- ](?:impact|footprint|voetafdruk)"),
    ("conscious", r"(?:bewuste?|conscious(?:ly)?)"),
    (
        "decay",
        r"(?:biologisch |volledig |100% )?(?:afbreekba(?:ar|re)|composteerba(?:ar|re)|biodegradable|compostable|biobased|bio[- ]based)",
    ),
    ("circular", r"(?:circula(?:ir|ire|r))"),
    ("natural", r"(?:natuurlijke?|natural(?:ly)?|puur natuur|pure nature)"),
    ("clean", r"(?:schoo?ne?|clean)"),
    ("plastic", r"plastic[- ]?(?:vrije?|free)"),
    ("plastic", r"zonder plastic"),
    ("guilt", r"(?:zonder schuldgevoel|guilt[- ]free|schuldvrij)"),
    (
        "responsible",
        r"(?:(?:maatschappelijk )?verantwoorde?|responsib(?:le|ly)|ethical(?:ly)?|ethische?|fair|low[- ]impact|impactvol(?:le)?|impactful)",
    ),
    ("energy", r"(?:energie(?:zuinige?|efficiënte?|neutrale?)|energy[- ]efficient|energy[- ]neutral)"),
    ("emission", r"(?:uitstoot|emissie|emissions?)[- ]?(?:vrije?|free|loze?)"),
)
