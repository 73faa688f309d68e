"""What a report comes down to: the sentences that ask for a look, gravest first, and those that may be said with pleasure."""

from collections.abc import Iterator

from toonbank.audit.report import Report
from toonbank.audit.telling.story import FEWEST_POSTS, Verdict
from toonbank.audit.telling.words import Speech, Tone

ORDER: tuple[Tone, ...] = ("block", "warn", "advise", "right")


def verdicts(report: Report, speech: Speech) -> tuple[tuple[Verdict, ...], tuple[Verdict, ...]]:
    """What asks for a look, and what is right."""
    found = [
        *_answering(report, speech), *_claims(report, speech), *_pressure(report, speech), *_balance(report, speech),
        *_rhythm(report, speech), *_subjects(report, speech), *_self_regard(report, speech), *_repetition(report, speech),
    ]  # fmt: skip
    found.sort(key=lambda one: ORDER.index(one.tone))
    urgent = tuple(one for one in found if one.tone != "right")
    return urgent, tuple(one for one in found if one.tone == "right")


def _answering(report: Report, say: Speech) -> Iterator[Verdict]:
    answers = report.answering
    if not answers.heard:
        return
    if answers.unanswered:
        complaints = say.many(
            answers.unanswered, ("klacht kreeg", "klachten kregen"), ("complaint", "complaints")
        )
        yield Verdict(
            "block", say.of(f"{complaints} geen antwoord.", f"{complaints} got no answer."), "answering"
        )
    if answers.late:
        complaints = say.many(
            answers.late, ("klacht wachtte", "klachten wachtten"), ("complaint", "complaints")
        )
        yield Verdict(
            "warn",
            say.of(f"{complaints} te lang op antwoord.", f"{complaints} waited too long."),
            "answering",
        )
    if answers.complaints and answers.knows_answers and not answers.unanswered and not answers.late:
        yield Verdict(
            "right",
            say.of("Elke klacht kreeg op tijd antwoord.", "Every complaint was answered in time."),
            "answering",
        )


def _claims(report: Report, say: Speech) -> Iterator[Verdict]:
    denied = sum(one.contradicted for one in report.claims)
    unknown = sum(one.unknown for one in report.claims)
    every = report.claim_count
    if denied:
        claims = say.many(
            denied, ("bewering klopt", "beweringen kloppen"), ("claim disagrees", "claims disagree")
        )
        yield Verdict(
            "block",
            say.of(f"{claims} niet met wat de winkel weet.", f"{claims} with what the shop knows."),
            "claims",
        )
    if unknown and report.has_facts:
        yield Verdict(
            "warn",
            say.of(
                f"{say.number(unknown)} van de {say.number(every)} beweringen zijn niet te bewijzen.",
                f"{say.number(unknown)} of {say.number(every)} claims cannot be proven.",
            ),
            "claims",
        )
    elif unknown:
        claims = say.many(every, ("bewering", "beweringen"), ("claim", "claims"))
        yield Verdict(
            "advise",
            say.of(
                f"{claims} gevonden. Geef met --facts wat je weet, dan zeggen we hoeveel er te bewijzen zijn.",
                f"{claims} found. Give what you know with --facts, and we say how many can be proven.",
            ),
            "claims",
        )
    elif every:
        yield Verdict(
            "right", say.of("Elke bewering is te bewijzen.", "Every claim can be proven."), "claims"
        )


def _pressure(report: Report, say: Speech) -> Iterator[Verdict]:
    pressure = report.pressure
    if pressure.posts >= FEWEST_POSTS:
        share, limit = say.share(pressure.share), say.share(pressure.limit)
        is_much = pressure.share > pressure.limit
        nl = f"{share} van de berichten gaat over bijna op of bijna voorbij; {limit} is genoeg."
        en = f"{share} of the posts are about nearly gone or nearly over; {limit} is enough."
        if not is_much:
            nl, en = (
                f"Weinig gedrang: {share} van de berichten, {limit} mag.",
                f"Little pressure: {share} of the posts, {limit} may.",
            )
        yield Verdict("warn" if is_much else "right", say.of(nl, en), "pressure")
    if pressure.stacked:
        posts = say.many(pressure.stacked, ("bericht duwt", "berichten duwen"), ("post pushes", "posts push"))
        yield Verdict(
            "warn",
            say.of(f"{posts} van meer kanten tegelijk.", f"{posts} from several sides at once."),
            "pressure",
        )


def _balance(report: Report, say: Speech) -> Iterator[Verdict]:
    balance = report.balance
    per_ask = balance.per_ask
    if balance.give + balance.ask + balance.talk < FEWEST_POSTS:
        return
    if per_ask is None:
        yield Verdict(
            "right",
            say.of(
                "Er werd niets gevraagd, alleen gegeven en verteld.",
                "Nothing was asked, only given and told.",
            ),
            "balance",
        )
        return
    times, aim = say.number(per_ask, 1), say.number(balance.aim)
    nl = f"Tegenover elk bericht dat iets vraagt staan er {times} die geven of vertellen; gewoon is {aim}."
    en = f"For each post that asks there are {times} that give or tell; usual is {aim}."
    yield Verdict("warn" if per_ask < balance.aim else "right", say.of(nl, en), "balance")


def _rhythm(report: Report, say: Speech) -> Iterator[Verdict]:
    if report.crowded_days:
        days = say.many(len(report.crowded_days), ("dag", "dagen"), ("day", "days"))
        yield Verdict(
            "warn",
            say.of(
                f"Op {days} stonden er te veel berichten, of te kort op elkaar.",
                f"On {days} there were too many posts, or too close together.",
            ),
            "rhythm",
        )
    elif report.posts >= FEWEST_POSTS:
        yield Verdict("right", say.of("Geen dag was te vol.", "No day was too full."), "rhythm")


def _subjects(report: Report, say: Speech) -> Iterator[Verdict]:
    subjects = report.subjects
    if subjects.posts >= FEWEST_POSTS and subjects.strays > subjects.limit * subjects.posts:
        share = say.share(subjects.strays / subjects.posts)
        yield Verdict(
            "warn",
            say.of(
                f"{share} van de berichten gaat over iets anders dan beloofd.",
                f"{share} of the posts are about something else than promised.",
            ),
            "subjects",
        )


def _self_regard(report: Report, say: Speech) -> Iterator[Verdict]:
    regard = report.self_regard
    if regard.posts >= FEWEST_POSTS and regard.count > regard.limit * regard.posts:
        share = say.share(regard.count / regard.posts)
        yield Verdict(
            "warn",
            say.of(
                f"{share} van de berichten gaat alleen over de winkel zelf.",
                f"{share} of the posts are only about the shop itself.",
            ),
            "self",
        )


def _repetition(report: Report, say: Speech) -> Iterator[Verdict]:
    repetition = report.repetition
    if repetition.canned:
        replies = say.many(
            repetition.canned, ("antwoord komt", "antwoorden komen"), ("reply comes", "replies come")
        )
        yield Verdict(
            "warn",
            say.of(
                f"{replies} uit een la: ze passen op elke vraag.",
                f"{replies} out of a drawer, and would fit any question.",
            ),
            "repetition",
        )
    if repetition.repeats:
        posts = say.many(repetition.repeats, ("bericht was", "berichten waren"), ("post had", "posts had"))
        yield Verdict(
            "advise",
            say.of(f"{posts} woordelijk al eens geplaatst.", f"{posts} been posted before, word for word."),
            "repetition",
        )
