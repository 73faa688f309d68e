"""A triage as a person reads it on a terminal, in the language of the message: what, how soon, and the words underlined."""

from collections.abc import Sequence

from toonbank.cli.showing import printable, uses_colour
from toonbank.triage import Span, Triage
from toonbank.triage.clock import clock

__all__ = ["as_text", "uses_colour"]

KIND = {
    "danger": ("Gevaar", "Danger"),
    "legal-press": ("Recht of pers", "Law or press"),
    "complaint-blame": ("Klacht: de winkel deugt niet", "Complaint: the shop is to blame"),
    "complaint-accusation": ("Klacht: de winkel deed iets fout", "Complaint: the shop did something wrong"),
    "complaint-disapproval": ("Klacht: ergernis", "Complaint: annoyance"),
    "complaint-implicit": ("Klacht: er is iets mis", "Complaint: something is wrong"),
    "doubt": ("Twijfel aan een bewering", "Doubt about a claim"),
    "question": ("Vraag", "Question"),
    "criticism": ("Idee of opmerking", "Idea or remark"),
    "compliment": ("Compliment", "Compliment"),
    "chat": ("Praatje", "Chat"),
    "spam-abuse": ("Spam of schelden", "Spam or abuse"),
}
TONE = {"neg": ("negatief", "negative"), "neu": ("neutraal", "neutral"), "pos": ("positief", "positive")}
STEP = {
    "30 min": ("binnen een half uur", "within half an hour"),
    "1 h": ("binnen een uur", "within an hour"),
    "2 h": ("binnen twee uur", "within two hours"),
    "4 h": ("binnen vier uur", "within four hours"),
    "1 day": ("binnen een werkdag", "within a working day"),
    "2 days": ("binnen twee werkdagen", "within two working days"),
    "never": ("geen antwoord nodig", "no answer needed"),
}
MODIFIER = {
    "repeat": ("schreef er al eerder over", "wrote about it before"),
    "date-passes-today": ("het moment gaat vandaag voorbij", "the moment passes today"),
    "others-agree": ("anderen vallen bij", "others agree"),
    "open-case": ("er loopt al een zaak", "a case is open"),
}
PERSONAL = {
    "order": ("een bestel- of klantnummer", "an order or customer number"),
    "email": ("een mailadres", "a mail address"),
    "phone": ("een telefoonnummer", "a phone number"),
    "address": ("een adres", "an address"),
    "postcode": ("een postcode", "a postcode"),
    "iban": ("een rekeningnummer", "an account number"),
    "birth_date": ("een geboortedatum", "a date of birth"),
    "plate": ("een kenteken", "a number plate"),
    "card": ("een kaartnummer", "a card number"),
    "citizen": ("een burgerservicenummer", "a citizen service number"),
}
WIDEST = 100


def as_text(text: str, answer: Triage, *, colour: bool = False) -> str:
    """The whole triage; the words it hangs on are marked ^, words that calm it are marked ~."""
    place = 0 if answer.language == "nl" else 1
    score = f"{answer.score:.2f}".replace(".", "," if place == 0 else ".")
    level = f"{('ernst', 'severity')[place]} {answer.severity}/4, " if answer.severity else ""
    head = KIND[answer.kind][place]
    chance = ("kans op klacht", "chance of a complaint")[place]
    said = f"{level}{TONE[answer.sentiment][place]}, {chance} {score}"
    lines = [f"{_bold(head) if colour else head} ({said})"]
    lines += _underlined(text, [*answer.because, *answer.against])
    soon = STEP[clock(answer.kind, answer.modifiers)][place]
    why = [MODIFIER[one][place] for one in answer.modifiers]
    lines.append(f"  {('antwoord', 'answer')[place]}: {soon}{' (' + ', '.join(why) + ')' if why else ''}")
    kinds = dict.fromkeys(one.kind for one in answer.personal)
    if kinds:
        said = ", ".join(PERSONAL[kind][place] for kind in kinds)
        lines.append(f"  {('let op, persoonsgegevens', 'mind, personal data')[place]}: {said}")
    return "\n".join(lines)


def _underlined(text: str, spans: Sequence[Span]) -> list[str]:
    """The lines of the text that hold these spans, with marks beneath; a long line is cut around them."""
    shown: list[str] = []
    begin = 0
    for line in text.splitlines(keepends=True) or [""]:
        here = [span for span in spans if begin <= span.start < begin + len(line)]
        if here or (not spans and not shown):
            shown += _marked(text, begin, begin + len(line.rstrip("\r\n")), here)
        begin += len(line)
    return shown


def _marked(text: str, begin: int, end: int, spans: Sequence[Span]) -> list[str]:
    first = min((span.start for span in spans), default=begin)
    begin = max(begin, first - WIDEST // 3) if end - begin > WIDEST else begin
    end = min(end, begin + WIDEST)
    marks = [" "] * (end - begin)
    for span in spans:
        for place in range(span.start, min(span.end, end)):
            marks[place - begin] = "^" if span.weight > 0 else "~"
    line = "".join(marks).rstrip()
    return [f"  | {printable(text[begin:end])}", *([f"  | {line}"] if line else [])]


def _bold(words: str) -> str:
    return f"\x1b[1m{words}\x1b[0m"
