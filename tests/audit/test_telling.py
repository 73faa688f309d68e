"""The report as it is shown: on screen, and as a page that stands by itself."""

import re
import shutil
from html.parser import HTMLParser

import pytest

from audit.archives import FACTS, ROWS, SCARCE, audited, write_list
from toonbank.audit.telling import as_page, as_text
from toonbank.audit.telling.charts import beside
from toonbank.audit.telling.page import is_safe
from toonbank.audit.telling.screen import spark
from toonbank.audit.telling.story import Chart, bars_of
from toonbank.audit.telling.words import Speech

HOSTILE = (
    (
        "2026-11-02T10:00",
        "<script>alert(1)</script> Nog maar 3 mutsen & \x1b[31mop=op\x07!",
        "post",
        "h1",
        "",
        "out",
    ),
    ("2026-11-03T10:00", "</style><img src=x onerror=alert(2)> \u202e Koop nu", "post", "h2", "", "out"),
)


class Tags(HTMLParser):
    """The tags of a page with their attributes, and whether every one that opens is closed."""

    VOID = ("meta", "link", "br", "img", "input")
    SHAPES = ("rect", "line", "path", "circle")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return write_list(tmp_path_factory.mktemp("audit") / "jas.csv", (*ROWS, *HOSTILE))


@pytest.fixture(scope="module")
def report(path):
    return audited(path, FACTS)


def test_what_matters_stands_first_on_the_screen(report):
    text = as_text(report)
    first, _, rest = text.partition("Wat er beweerd werd")

    assert "! 1 klacht kreeg geen antwoord." in first
    assert "niet met wat de winkel weet." in first
    assert "https://jas.example/6" in rest
    assert max(map(len, text.splitlines())) <= 120


def test_the_other_language_is_spoken_throughout_when_it_is_asked_for(path):
    text = as_text(audited(path, FACTS, lang="en"))

    assert "1 complaint got no answer." in text
    assert "How this account behaved" in text
    assert "There are more (Block) [scarcity-false]" in text
    assert "klacht" not in text


def test_notes_speak_the_language_of_the_report_and_not_of_the_post(path):
    dutch, english = as_text(audited(path, FACTS, lang="nl")), as_text(audited(path, FACTS, lang="en"))

    assert SCARCE in english
    assert "There are more: 41" in english
    assert "There are more" not in dutch


def test_a_report_in_another_language_counts_the_posts_alike(path):
    ours, theirs = audited(path, FACTS, lang="nl"), audited(path, FACTS, lang="en")

    assert [(one.rule, one.count) for one in ours.rules] == [(one.rule, one.count) for one in theirs.rules]
    assert ours.claims == theirs.claims or len(ours.claims) == len(theirs.claims)


@pytest.mark.parametrize(
    ("broken", "lang", "said"),
    [
        (1, "nl", "1 onderdeel was onleesbaar en telt niet mee:"),
        (2, "nl", "2 onderdelen waren onleesbaar en tellen niet mee:"),
        (1, "en", "1 item could not be read and is left out:"),
    ],
)
def test_what_could_not_be_read_is_counted_in_whole_sentences(tmp_path, broken, lang, said):
    rows = [*ROWS, *[("gisteren", "Een bericht", "post", f"x{one}", "", "out") for one in range(broken)]]
    text = as_text(audited(write_list(tmp_path / "jas.csv", rows), FACTS, lang=lang))

    assert said in text
    assert f"jas.csv, {'regel' if lang == 'nl' else 'line'} {len(ROWS) + 2}: " in text


def test_what_the_account_rules_said_of_a_month_stands_on_the_screen(report):
    text = as_text(report)

    assert report.account
    assert "Hoe het account er per maand bij stond" in text
    assert f"[{report.account[-1].rule}]" in text


@pytest.mark.parametrize(
    ("bars", "look", "x", "above"),
    [
        ((0.1, 0.1, 0.1, 0.1), "aim-say end", "100%", False),
        ((0.0, 0.0, 0.1, 0.6), "aim-say", "0", False),
        ((0.6, 0.0, 0.1, 0.6), "aim-say end", "100%", True),
    ],
)
def test_the_words_of_an_aim_stand_on_no_bar(bars, look, x, above):
    chart = Chart(
        "t", "s", tuple((str(one), (part,)) for one, part in enumerate(bars)), ("a",), ("now",), aim=0.3
    )

    assert beside(chart) == (look, x, above)


def test_nothing_in_a_post_can_reach_the_terminal(report):
    shown = as_text(report)

    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\x1b[1m" in as_text(report, colour=True)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_stands_by_itself_and_runs_nothing(path, lang):
    page = as_page(audited(path, FACTS, lang=lang))
    tags = Tags(page)
    names = {tag for tag, _ in tags.seen}

    assert tags.faults == []
    assert tags.open == []
    assert f'<html lang="{lang}">' in page
    assert names.isdisjoint({"script", "img", "link", "iframe", "object", "form", "base"})
    assert not [
        one
        for _, one in tags.seen
        if "style" in one or "src" in one or any(key.startswith("on") for key in one)
    ]
    assert not re.search(r"url\(|@import", page)
    assert "default-src 'none'" in page
    identities = [one["id"] for _, one in tags.seen if "id" in one]
    assert len(identities) == len(set(identities))


def test_every_link_inside_the_page_leads_somewhere(report):
    tags = Tags(as_page(report))
    identities = {one.get("id") for _, one in tags.seen}
    inside = [one["href"][1:] for tag, one in tags.seen if tag == "a" and one["href"].startswith("#")]

    assert len(inside) > 3
    assert set(inside) <= identities


def test_words_of_a_post_stay_words(report):
    page = as_page(report)

    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "<img" not in page


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://jas.example/1", True),
        ("http://jas.example/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//jas.example", False),
        ('https://a.example/" onclick="x', False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url, expected):
    assert is_safe(url) is expected


def test_every_chart_says_in_a_sentence_what_it_shows(report):
    drawn = [one for tag, one in Tags(as_page(report)).seen if tag == "svg" and one.get("role") == "img"]

    assert len(drawn) >= 3
    assert all(one["aria-label"] for one in drawn)


def test_many_months_become_quarters_and_then_years(tmp_path):
    def bars(months: int) -> list[str]:
        days = [(2006 + number // 12, number % 12 + 1) for number in range(months)]
        rows = [
            (f"{year}-{month:02}-10T10:00", "Goedemorgen Zutphen", "post", f"{year}{month}", "", "out")
            for year, month in days
        ]
        months_of = audited(write_list(tmp_path / "jas.csv", rows)).months
        return [name for name, _ in bars_of(months_of, Speech("nl", "Europe/Amsterdam"))]

    assert bars(3) == ["jan 2006", "feb 2006", "mrt 2006"]
    assert bars(40)[:2] == ["kw1 2006", "kw2 2006"]
    assert bars(120) == [str(2006 + number) for number in range(10)]


def test_small_bars_are_as_high_as_their_numbers():
    assert spark([0, 1, 4, 8]) == "·▂▅█"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("light", ["light", "dark"])
def test_a_browser_finds_nothing_wrong_with_the_page(report, tmp_path, width, light):
    binary = shutil.which("chromium")
    if binary is None:
        pytest.skip("No chromium was found.")
    playwright = pytest.importorskip("playwright.sync_api")
    from browser.looking import axe_faults, too_small, too_wide

    (tmp_path / "report.html").write_text(as_page(report), encoding="utf-8")
    with playwright.sync_playwright() as start:
        chromium = start.chromium.launch(executable_path=binary, args=["--no-sandbox", "--disable-gpu"])
        # axe is a script, which the page itself forbids.
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=light, bypass_csp=True
        )
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "report.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")

        assert axe_faults(page) == []
        assert too_wide(page) == []
        assert too_small(page) == []
        assert [url for url in asked if not url.startswith("file:")] == []
        chromium.close()
