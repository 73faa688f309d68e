"""The report as one page that stands by itself: no script, nothing fetched, fit to print and to read aloud."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from toonbank.audit.report import Broken, Month, Report
from toonbank.audit.rows import Example
from toonbank.audit.telling.charts import bar, drawn, weighed
from toonbank.audit.telling.story import Section, Story, Verdict
from toonbank.audit.telling.whole import tell
from toonbank.audit.telling.words import Speech, Tone
from toonbank.etiquette import Severity

# Heroicons outline, 20 px beside a word: no-symbol, exclamation-triangle, light-bulb, check.
_ICONS: dict[Tone, str] = {
    "block": "M18.364 18.364A9 9 0 0 0 5.636 5.636m12.728 12.728A9 9 0 0 1 5.636 5.636m12.728 12.728L5.636 5.636",
    "warn": "M12 9v3.75m-9.303 3.376c-.866 1.5.217 3.374 1.948 3.374h14.71c1.73 0 2.813-1.874 1.948-3.374L13.949 3.378"
    "c-.866-1.5-3.032-1.5-3.898 0L2.697 16.126ZM12 15.75h.007v.008H12v-.008Z",
    "advise": "M12 18v-5.25m0 0a6.01 6.01 0 0 0 1.5-.189m-1.5.189a6.01 6.01 0 0 1-1.5-.189m3.75 7.478a12.06 12.06 0 0 1-4.5 0"
    "m3.75 2.383a14.406 14.406 0 0 1-3 0M14.25 18v-.192c0-.983.658-1.823 1.508-2.316a7.5 7.5 0 1 0-7.517 0"
    "c.85.493 1.509 1.333 1.509 2.316V18",
    "right": "m4.5 12.75 6 6 9-13.5",
}
_TONE_OF: dict[Severity, Tone] = {Severity.BLOCK: "block", Severity.WARN: "warn", Severity.ADVISE: "advise"}


def as_page(report: Report) -> str:
    """The whole page as HTML, in the language of the report."""
    say = Speech(report.lang, report.zone)
    story = tell(report)
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    fingerprint = b64encode(sha256(style.encode()).digest()).decode()
    name, kind = escape(report.name), say.of("etiquette-rapport", "etiquette report")
    parts = [_head(report, story, say), *(_section(one, report, say) for one in story.sections)]
    parts += [_rules(report, say), _account(report, say), _left_out(report, say), _numbers(report, say)]
    return f"""<!doctype html>
<html lang="{say.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{fingerprint}'">
<title>{escape(story.title)} – {name}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">{say.of("Naar de inhoud", "To the content")}</a>
<header class="front"><p class="sign"><b>{_account_name(report, say)}</b><span>{kind}</span></p></header>
<main id="main" class="page">
{"".join(parts)}
</main>
<footer class="foot">{_foot(report, say)}</footer>
</body>
</html>
"""


def _account_name(report: Report, say: Speech) -> str:
    names = [say.network(one) for one in report.networks] or [report.kind.upper()]
    return escape(say.listed(names[:3]))


def _head(report: Report, story: Story, say: Speech) -> str:
    figures = "".join(
        f'<div><dt>{escape(name)}</dt><dd class="big">{escape(value)}</dd><dd>{escape(beside)}</dd></div>'
        for name, value, beside in story.figures
    )
    urgent = _verdicts("first", say.of("Eerst", "First"), story.urgent, say)
    right = _verdicts("right", say.of("Dit gaat goed", "This goes well"), story.right, say)
    return (
        f'<div class="head"><h1>{escape(story.title)}</h1><p class="lead">{escape(story.lead)}</p></div>'
        f'<dl class="figures">{figures}</dl>{urgent}{right}'
    )


def _verdicts(slug: str, title: str, found: tuple[Verdict, ...], say: Speech) -> str:
    if not found:
        return ""
    lines = "".join(
        f'<li><span class="when">{_tone(one.tone, say.tone(one.tone))}</span>'
        f'<span class="what"><a href="#{one.where}">{escape(one.sentence)}</a></span></li>'
        for one in found
    )
    return f'<section aria-labelledby="{slug}"><h2 id="{slug}">{escape(title)}</h2><ul class="book">{lines}</ul></section>'


def _tone(tone: Tone, word: str) -> str:
    icon = (
        '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" '
        f'stroke-linejoin="round" aria-hidden="true"><path d="{_ICONS[tone]}"/></svg>'
    )
    return f'<span class="tone" data-tone="{tone}">{icon}{escape(word)}</span>'


def _section(section: Section, report: Report, say: Speech) -> str:
    rows = "".join(
        f"<div><dt>{escape(row.name)}</dt><dd>{escape(row.value)}</dd>{bar(row.part) if row.part else ''}</div>"
        for row in section.rows
    )
    beside = [f'<dl class="bars">{rows}</dl>' if rows else ""]
    if section.chart is not None:
        beside.insert(0, drawn(section.chart, say))
    if section.scale is not None:
        beside.insert(0, weighed(*section.scale, say))
    drawing = "".join(beside)
    return (
        f'<section class="part" aria-labelledby="{section.slug}"><div><h2 id="{section.slug}">{escape(section.title)}</h2>'
        f'<p class="lead">{escape(section.lead)}</p></div>'
        f"{f'<div class=beside>{drawing}</div>' if drawing else ''}{_examples(section.examples, say)}</section>"
    )


def _examples(examples: tuple[Example, ...], say: Speech, severity: Severity = Severity.WARN) -> str:
    if not examples:
        return ""
    shown = "".join(_example(one, say, severity) for one in examples)
    return f'<ul class="examples">{shown}</ul>'


def _example(example: Example, say: Speech, severity: Severity) -> str:
    about = [f'<time datetime="{example.at.isoformat()}">{escape(say.moment(example.at))}</time>']
    if example.network:
        about.append(f"<span>{escape(say.network(example.network))}</span>")
    if example.note:
        about.append(f"<span>{escape(example.note)}</span>")
    if is_safe(example.url):
        where = say.of("bekijk het bericht", "see the post")
        about.append(f'<a href="{escape(example.url)}" rel="noopener noreferrer">{where}</a>')
    words = _marked(example, severity)
    return f'<li class="example"><p class="words">{words}</p><p class="meta">{" ".join(about)}</p></li>'


def _marked(example: Example, severity: Severity) -> str:
    text, start, end = example.text, example.start, example.end
    if start is None or end is None:
        return escape(text)
    mark = f'<mark class="found" data-severity="{severity.word}">{escape(text[start:end])}</mark>'
    return f"{escape(text[:start])}{mark}{escape(text[end:])}"


def is_safe(url: str) -> bool:
    """Whether it leads to the web, and nowhere else: an export may hold anything."""
    return url.startswith(("https://", "http://")) and not any(char in url for char in " \"'<>\\\n\r\t")


def _rules(report: Report, say: Speech) -> str:
    if not report.rules:
        return ""
    title = say.of("Regels die berichten braken", "Rules that posts broke")
    lead = say.of("Elk bericht telt per regel één keer.", "Each post counts once for a rule.")
    rules = "".join(_rule(one, say) for one in report.rules)
    return (
        f'<section class="part" aria-labelledby="rules"><div><h2 id="rules">{title}</h2><p class="lead">{lead}</p></div>'
        f"<div>{rules}</div></section>"
    )


def _rule(one: Broken, say: Speech) -> str:
    tone = _tone(_TONE_OF[one.severity], say.severity(one.severity))
    return (
        f'<details class="rule"><summary><span class="count number">{say.number(one.count)}</span>'
        f"<span>{escape(one.title)}</span>{tone}</summary>"
        f'<div class="inside"><p class="soft">{escape(one.why)} {escape(one.fix)}</p>'
        f"{_examples(one.examples, say, one.severity)}</div></details>"
    )


MOST_MONTHS = 24


def _account(report: Report, say: Speech) -> str:
    """What the rules on the account as a whole said at the end of each month, the latest first."""
    if not report.account:
        return ""
    title = say.of("Hoe het account er per maand bij stond", "How the account stood each month")
    lead = say.of(
        "Aan het eind van elke maand keken de regels terug over de weken ervoor.",
        "At the end of each month the rules looked back over the weeks before.",
    )
    latest = report.account[::-1][:MOST_MONTHS]
    lines = "".join(
        f'<li><span class="when">{escape(say.month(one.month))}</span><span class="what">{escape(one.message)}</span></li>'
        for one in latest
    )
    more = len(report.account) - len(latest)
    note = say.of(f"En nog {more} eerder.", f"And {more} more before.") if more else ""
    return (
        f'<section class="part" aria-labelledby="account"><div><h2 id="account">{title}</h2><p class="lead">{lead}</p></div>'
        f'<ul class="book">{lines}</ul>{f"<p class=hint>{note}</p>" if note else ""}</section>'
    )


def _left_out(report: Report, say: Speech) -> str:
    if not report.left_out and not report.cut_months:
        return ""
    lines = "".join(f"<li>{escape(one.place)}: {escape(one.reason)}</li>" for one in report.left_out_first)
    more = report.left_out - len(report.left_out_first)
    lines += f"<li>{say.of(f'en nog {more}', f'and {more} more')}</li>" if more > 0 else ""
    if report.cut_months:
        months = say.listed([say.month(one) for one in report.cut_months])
        lines += "<li>" + escape(
            say.of(
                f"In {months} waren er meer berichten dan de accountregels bekijken; zij zagen de laatste.",
                f"In {months} there were more posts than the account rules look at; they saw the last ones.",
            )
        )
        lines += "</li>"
    title = say.of("Wat niet meetelt", "What is left out")
    return f'<section class="part" aria-labelledby="left-out"><h2 id="left-out">{title}</h2><ul class="soft">{lines}</ul></section>'


def _numbers(report: Report, say: Speech) -> str:
    """The numbers of all charts, folded away."""
    columns: tuple[tuple[str, str], ...] = (
        ("posts", say.of("Berichten", "Posts")), ("replies", say.of("Antwoorden", "Replies")),
        ("heard", say.of("Van klanten", "Of customers")), ("claims", say.of("Beweringen", "Claims")),
        ("proven", say.of("Te bewijzen", "Proven")), ("contradicted", say.of("Klopt niet", "Disagree")),
        ("pressing", say.of("Gedrang", "Pressure")), ("give", say.of("Gegeven", "Given")), ("talk", say.of("Verteld", "Told")),
        ("ask", say.of("Gevraagd", "Asked")), ("strays", say.of("Ander onderwerp", "Off subject")),
        ("about_itself", say.of("Over zichzelf", "About itself")), ("repeats", say.of("Herhaald", "Repeated")),
        ("crowded_days", say.of("Volle dagen", "Full days")),
    )  # fmt: skip
    heads = "".join(f'<th scope="col" class="number">{name}</th>' for _, name in columns)
    rows = "".join(_number_row(one, columns, say) for one in report.months)
    title = say.of("De cijfers per maand", "The numbers by month")
    return (
        f"<details><summary>{title}</summary>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}"><table class="table">'
        f'<thead><tr><th scope="col">{say.of("Maand", "Month")}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _number_row(month: Month, columns: tuple[tuple[str, str], ...], say: Speech) -> str:
    cells = "".join(f'<td class="number">{say.number(getattr(month, name))}</td>' for name, _ in columns)
    return f'<tr><th scope="row">{escape(say.month(month.month))}</th>{cells}</tr>'


def _foot(report: Report, say: Speech) -> str:
    made = say.of(
        f"Gemaakt op {say.moment(report.made_at)} met toonbank audit, uit {report.name}. Niets hiervan verliet deze computer.",
        f"Made on {say.moment(report.made_at)} by toonbank audit, from {report.name}. None of it left this computer.",
    )
    law = say.of(
        "Dit is geen juridisch advies. Voorbeelden zijn door het lot gekozen.",
        "This is no legal advice. Examples were chosen by lot.",
    )
    return f"<p>{escape(made)}</p><p>{escape(law)}</p>"
