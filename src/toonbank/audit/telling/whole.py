"""The story as a whole: its beginning, the numbers that are the message, and the sections in their order."""

from toonbank.audit.report import Report
from toonbank.audit.telling import sections
from toonbank.audit.telling.story import Story
from toonbank.audit.telling.verdicts import verdicts
from toonbank.audit.telling.words import Speech


def tell(report: Report) -> Story:
    """The whole story, in the language of the report."""
    say = Speech(report.lang, report.zone)
    urgent, right = verdicts(report, say)
    every = (
        *(sections.claims, sections.pressure, sections.balance, sections.rhythm),
        *(sections.subjects, sections.self_regard, sections.repetition, sections.answering),
    )
    return Story(
        title=say.of("Hoe dit account zich gedroeg", "How this account behaved"),
        lead=_lead(report, say),
        figures=_figures(report, say),
        urgent=urgent,
        right=right,
        sections=tuple(section(report, say) for section in every),
    )


def _lead(report: Report, say: Speech) -> str:
    parts = [say.many(report.posts, ("bericht", "berichten"), ("post", "posts"))]
    parts.append(say.many(report.replies, ("antwoord", "antwoorden"), ("reply", "replies")))
    if report.reposts:
        parts.append(
            say.many(
                report.reposts, ("doorgeplaatst bericht", "doorgeplaatste berichten"), ("repost", "reposts")
            )
        )
    if report.answering.heard:
        parts.append(
            say.many(
                report.answering.heard,
                ("bericht van klanten", "berichten van klanten"),
                ("message of customers", "messages of customers"),
            )
        )
    where = say.listed([say.network(one) for one in report.networks])
    on = say.of(f" op {where}", f" on {where}") if where else ""
    begins, ends = say.day(report.begins), say.day(report.ends)
    return say.of(
        f"{say.listed(parts)}{on}, van {begins} tot en met {ends}.",
        f"{say.listed(parts)}{on}, from {begins} up to {ends}.",
    )


def _figures(report: Report, say: Speech) -> tuple[tuple[str, str, str], ...]:
    """At most four numbers that are the message."""
    proven = sum(one.proven for one in report.claims)
    claims, answers = report.claim_count, report.answering
    per_ask = report.balance.per_ask
    shown = [
        (
            say.of("Beweringen", "Claims"),
            say.number(claims),
            say.of(f"{say.number(proven)} te bewijzen", f"{say.number(proven)} can be proven")
            if report.has_facts
            else say.of("zonder gegevens om ze mee te vergelijken", "without facts to compare them with"),
        ),
        (
            say.of("Gedrang", "Pressure"),
            say.share(report.pressure.share),
            say.of(
                f"van de berichten; {say.share(report.pressure.limit)} mag",
                f"of the posts; {say.share(report.pressure.limit)} may",
            ),
        ),
        (
            say.of("Geven en vertellen", "Giving and telling"),
            "–"
            if per_ask is None
            else say.of(f"{say.number(per_ask, 1)} op 1", f"{say.number(per_ask, 1)} to 1"),
            say.of(
                f"tegenover vragen; gewoon is {say.number(report.balance.aim)}",
                f"beside asking; usual is {say.number(report.balance.aim)}",
            ),
        ),
    ]
    if answers.heard and answers.knows_answers:
        shown.append(
            (
                say.of("Klachten zonder antwoord", "Complaints unanswered"),
                say.number(answers.unanswered),
                say.of(f"van {say.number(answers.complaints)}", f"of {say.number(answers.complaints)}"),
            )
        )
    return tuple(shown)
