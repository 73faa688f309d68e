"""The sections of the story, each from its own rows of the report."""

from datetime import datetime

from toonbank.audit.report import Report
from toonbank.audit.telling.story import (
    Row,
    Section,
    chart_of,
    claim_word,
    label_word,
    rows_of,
    share_chart,
    subject_word,
)
from toonbank.audit.telling.words import Speech


def claims(report: Report, say: Speech) -> Section:
    """What was claimed, and how much of it can be proven."""
    proven = sum(one.proven for one in report.claims)
    denied = sum(one.contradicted for one in report.claims)
    if not report.claims:
        lead = say.of(
            "Er werd niets beweerd dat waar of onwaar kan zijn.",
            "Nothing was claimed that can be true or false.",
        )
    elif not report.has_facts:
        lead = say.of(
            "Wat er stond, kon niet worden nagekeken: er waren geen gegevens van de winkel bij. Dat is geen verwijt.",
            "What was said could not be looked up: no facts of the shop were given. That is no reproach.",
        )
    else:
        lead = say.of(
            f"{say.many(proven, ('is', 'zijn'), ('', ''))} te bewijzen, {say.many(denied, ('klopt', 'kloppen'), ('', ''))} niet; "
            "van de rest is er geen bewijs van dat moment.",
            f"{say.number(proven)} can be proven, {say.many(denied, ('', ''), ('disagrees', 'disagree'))} with the facts; "
            "for the others there is no evidence of that moment.",
        )
    counts = [(claim_word(one.kind, say), one.count) for one in report.claims]
    chart = chart_of(
        report,
        say,
        (lambda one: one.proven, lambda one: one.unknown, lambda one: one.contradicted),
        title=say.of("Beweringen door de tijd", "Claims over time"),
        saying=say.of("Hoeveel er in elke periode beweerd werd", "How much was claimed in each period"),
        names=(
            say.of("te bewijzen", "proven"),
            say.of("onbekend", "unknown"),
            say.of("klopt niet", "disagrees"),
        ),
        looks=("right", "pale", "wrong"),
    )
    examples = [one for row in report.rules if row.rule.startswith(_CLAIM_RULES) for one in row.examples[:2]]
    title = say.of("Wat er beweerd werd", "What was claimed")
    return Section(
        "claims",
        title,
        lead,
        rows_of(counts, say),
        tuple(examples[:MOST_SHOWN]),
        chart if report.claims else None,
    )


MOST_SHOWN = 4  # examples in a section; the rules show more
_CLAIM_RULES = (
    "scarcity-false", "scarcity-unproven", "urgency-false", "urgency-unproven", "price-", "discount-", "social-proof",
    "review-quote", "endorsement-unproven", "superlative", "green-",
)  # fmt: skip


def pressure(report: Report, say: Speech) -> Section:
    """How hard it pushed."""
    pressure = report.pressure
    levers = [
        (say.of("weinig over", "little left"), pressure.scarcity),
        (say.of("weinig tijd", "little time"), pressure.urgency),
        (say.of("anderen deden het ook", "others did so too"), pressure.social_proof),
        (say.of("meer tegelijk", "several at once"), pressure.stacked),
    ]
    lead = say.of(
        f"{say.number(pressure.pressing)} van de {say.number(pressure.posts)} berichten gaan over bijna op of bijna voorbij. "
        "Ook wat waar is, jaagt op als het zich herhaalt.",
        f"{say.number(pressure.pressing)} of {say.number(pressure.posts)} posts are about nearly gone or nearly over. "
        "Even what is true harasses when it is repeated.",
    )
    chart = share_chart(
        report,
        say,
        lambda one: one.pressing,
        title=say.of("Hoe vaak er geduwd werd", "How often there was pushing"),
        saying=say.of(
            "Deel van de berichten over weinig voorraad of weinig tijd",
            "Part of the posts on little stock or little time",
        ),
        names=(say.of("deel van de berichten", "part of the posts"),),
        looks=("now",),
        aim=pressure.limit,
        aim_saying=say.of(f"grens {say.share(pressure.limit)}", f"limit {say.share(pressure.limit)}"),
    )
    title = say.of("Hoe hard er geduwd werd", "How hard it pushed")
    return Section(
        "pressure",
        title,
        lead,
        rows_of(levers, say),
        pressure.examples[:MOST_SHOWN],
        chart if pressure.pressing else None,
    )


def balance(report: Report, say: Speech) -> Section:
    """What it gave beside what it asked."""
    balance = report.balance
    counts = [
        (say.of("geven: de lezer kan er iets mee", "giving: of use to the reader"), balance.give),
        (
            say.of("vertellen: een verhaal, een vraag, dank", "telling: a story, a question, thanks"),
            balance.talk,
        ),
        (say.of("vragen: koop, bestel, volg, like", "asking: buy, order, follow, like"), balance.ask),
    ]
    lead = say.of(
        f"{say.number(balance.give + balance.talk)} berichten gaven of vertelden iets, {say.number(balance.ask)} vroegen iets.",
        f"{say.number(balance.give + balance.talk)} posts gave or told something, {say.number(balance.ask)} asked something.",
    )
    scale = (balance.give + balance.talk, balance.ask)
    title = say.of("Gegeven tegen gevraagd", "Given against asked")
    return Section(
        "balance",
        title,
        lead,
        rows_of(counts, say),
        balance.examples[:3],
        scale=scale if any(scale) else None,
    )


def rhythm(report: Report, say: Speech) -> Section:
    """Which days were too full."""
    days = report.crowded_days
    lead = (
        say.of("Elke dag had genoeg lucht.", "Every day had room enough.")
        if not days
        else say.of(
            f"Op {say.many(len(days), ('dag', 'dagen'), ('day', 'days'))} stonden er te veel, of te kort op elkaar. Dit zijn de laatste.",
            f"On {say.many(len(days), ('dag', 'dagen'), ('day', 'days'))} there were too many, or too close. These are the last.",
        )
    )
    chart = chart_of(
        report,
        say,
        (lambda one: one.crowded_days,),
        title=say.of("Volle dagen", "Full days"),
        saying=say.of(
            "Dagen met te veel berichten, of te kort op elkaar",
            "Days with too many posts, or too close together",
        ),
        names=(say.of("dagen", "days"),),
        looks=("now",),
    )
    rows = tuple(Row(one.message.rstrip("."), say.month(one.month), None, "warn") for one in days[-5:])
    return Section(
        "rhythm",
        say.of("Te vaak, te kort op elkaar", "Too often, too close"),
        lead,
        rows,
        (),
        chart if days else None,
    )


def subjects(report: Report, say: Speech) -> Section:
    """What it was about, beside what was promised."""
    subjects = report.subjects
    title = say.of("Waarover het ging", "What it was about")
    if not subjects.promise and not subjects.posts:
        lead = say.of(
            "Wat volgers beloofd werd, weten we niet. Zet het in de gegevens onder shop.promise, dan leggen we de berichten ernaast.",
            "We do not know what followers were promised. Put it in the facts under shop.promise, and we compare.",
        )
        return Section("subjects", title, lead)
    promised = say.listed(list(subjects.promise)) or say.of(
        "wat de naam van de winkel zegt", "what the name of the shop says"
    )
    lead = say.of(
        f"Beloofd werd: {promised}. {say.number(subjects.strays)} van de {say.number(subjects.posts)} berichten gingen over iets anders.",
        f"Promised was: {promised}. {say.number(subjects.strays)} of {say.number(subjects.posts)} posts were about something else.",
    )
    counts = [(subject_word(name, say), count) for name, count in subjects.by_subject.items()]
    examples = tuple(one._replace(note=subject_word(one.note, say)) for one in subjects.examples[:MOST_SHOWN])
    return Section("subjects", title, lead, rows_of(counts, say), examples)


def self_regard(report: Report, say: Speech) -> Section:
    """How much of it was about the shop alone."""
    regard = report.self_regard
    verb = "ging" if regard.count == 1 else "gingen"
    lead = say.of(
        f"{say.number(regard.count)} van de {say.number(regard.posts)} berichten {verb} alleen over de winkel: "
        "geen lezer, geen klant, niemand anders.",
        f"{say.number(regard.count)} of {say.number(regard.posts)} posts were only about the shop: "
        "no reader, no customer, nobody else.",
    )
    chart = share_chart(
        report,
        say,
        lambda one: one.about_itself,
        title=say.of("Over zichzelf", "About itself"),
        saying=say.of(
            "Deel van de berichten dat alleen over de winkel gaat",
            "Part of the posts that are only about the shop",
        ),
        names=(say.of("deel van de berichten", "part of the posts"),),
        looks=("now",),
        aim=regard.limit,
        aim_saying=say.of(f"grens {say.share(regard.limit)}", f"limit {say.share(regard.limit)}"),
    )
    is_worth_drawing = regard.count > regard.posts / 100
    title = say.of("Voor de spiegel", "Before the mirror")
    return Section("self", title, lead, (), regard.examples[:MOST_SHOWN], chart if is_worth_drawing else None)


def repetition(report: Report, say: Speech) -> Section:
    """What was said twice."""
    repetition = report.repetition
    counts = [
        (
            say.of("berichten die er woordelijk al stonden", "posts that stood there before, word for word"),
            repetition.repeats,
        ),
        (say.of("antwoorden uit een la", "replies out of a drawer"), repetition.canned),
    ]
    if any(count for _, count in counts):
        lead = say.of(
            "Wie het al las, leest het niet weer; wie iets vraagt, wil een eigen antwoord.",
            "Who has read it does not read it again; who asks wants an answer of her own.",
        )
    else:
        lead = say.of("Er werd niets woordelijk herhaald.", "Nothing was repeated word for word.")
    again = (
        one._replace(
            note=say.of(f"stond er al op {_day(one.note, say)}", f"was there on {_day(one.note, say)}")
        )
        for one in repetition.repeat_examples[:2]
    )
    examples = (*repetition.canned_examples[:2], *again)
    return Section(
        "repetition", say.of("Nog eens hetzelfde", "The same again"), lead, rows_of(counts, say), examples
    )


def _day(written: str, say: Speech) -> str:
    return say.day(datetime.fromisoformat(written))


def answering(report: Report, say: Speech) -> Section:
    """Who got an answer."""
    answers = report.answering
    title = say.of("Wie er antwoord kreeg", "Who got an answer")
    if not answers.heard:
        lead = say.of(
            "In deze export staat niet wat klanten schreven. Een CSV met de kolom richting kan dat wel; zie de uitleg.",
            "This export does not hold what customers wrote. A CSV with a column direction can; see the manual.",
        )
        return Section("answering", title, lead)
    lead = _answered(report, say)
    counts = [(label_word(label, say), count) for label, count in answers.by_label.items()]
    examples = tuple(
        one._replace(note=label_word(one.note, say))
        for one in (*answers.silent_examples[:4], *answers.late_examples[:2])
    )
    return Section("answering", title, lead, rows_of(counts, say, most=12), examples)


def _answered(report: Report, say: Speech) -> str:
    answers = report.answering
    if not answers.knows_answers:
        return say.of(
            "De export zegt niet welk antwoord bij welk bericht hoort; alleen de soorten zijn geteld.",
            "The export does not say which reply belongs to which message; only the kinds were counted.",
        )
    many = say.many(answers.complaints, ("klacht", "klachten"), ("complaint", "complaints"))
    lead = say.of(
        f"{many}, waarvan {say.number(answers.unanswered)} zonder antwoord en {say.number(answers.late)} te laat.",
        f"{many}, of which {say.number(answers.unanswered)} without an answer and {say.number(answers.late)} too late.",
    )
    if answers.median_hours is not None:
        hours = say.number(answers.median_hours, 1)
        lead += say.of(
            f" De helft kreeg binnen {hours} open uur antwoord.",
            f" Half of them heard within {hours} opening hours.",
        )
    return lead
