"""Fear of missing out, said to the reader's face."""

CUES = (
    ("regret", r"(?:straks |anders )?(?:heb|krijg) (?:je|jij|u|jullie) (?:er )?spijt"),
    ("regret", r"(?:je|jij) (?:gaat|zult) (?:het|dit|hem) missen"),
    ("regret", r"(?:anders|of) (?:mis je|loop je)[^.!?]{0,20}mis"),
    ("regret", r"(?:you['’]?ll|you will|you['’]?re going to) regret"),
    ("regret", r"(?:you['’]?ll|you will) (?:kick yourself|miss out|be sorry)"),
    ("regret", r"left out"),
)
