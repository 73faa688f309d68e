"""A small archive of Jas, of which every number can be counted by hand, and ways to audit it."""

import csv
from datetime import UTC, datetime
from pathlib import Path

from toonbank.audit import Report, audit
from toonbank.etiquette import Facts
from toonbank.sources.archives import open_archive

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
HEADER = ("at", "text", "network", "kind", "url", "id", "in_reply_to", "direction", "author")
ASKS = "Koop nu je winterjas in onze webshop."
GIVES = "Tip: was wol op dertig graden in een kussensloop."
TALKS = "Vanmiddag scheen de zon recht op de etalage."
SCARCE = "Nog maar 3 mutsen Kleine Beer op de plank!"
# at, text, kind, id, in_reply_to, direction
ROWS = (
    ("2026-10-05T10:00", GIVES, "post", "1", "", "out"),
    ("2026-10-07T10:00", TALKS, "post", "2", "", "out"),
    ("2026-10-09T10:00", ASKS, "post", "3", "", "out"),
    ("2026-10-12T10:00", "Hoe houd je leer soepel? Smeer het twee keer per jaar in.", "post", "4", "", "out"),
    ("2026-10-20T09:00", "Mijn jas kwam met een kapotte rits. Belachelijk, dit is al de tweede keer!", "", "k1", "", "in"),
    ("2026-10-20T10:30", "Wat vervelend van die rits. Breng de jas langs, dan zet Bas er een nieuwe in.", "reply", "5", "k1", "out"),
    ("2026-11-02T10:00", SCARCE, "post", "6", "", "out"),
    ("2026-11-03T10:00", "De etalage is klaar: kijk naar de hoek met de fietstassen.", "post", "7", "", "out"),
    ("2026-11-06T10:00", GIVES, "post", "8", "", "out"),
    ("2026-11-10T09:00", "Ik wacht nu drie weken op mijn bestelling. Jullie liegen gewoon, oplichters.", "", "k2", "", "in"),
    ("2026-11-10T09:05", "Hebben jullie de groene ook in maat M?", "", "k3", "", "in"),
    ("2026-11-10T11:00", "De groene in maat M ligt er vrijdag, ik leg er een voor je apart.", "reply", "9", "k3", "out"),
    ("2026-11-20T10:00", "Bedankt dat jullie in de regen naar de markt kwamen.", "post", "10", "", "out"),
)  # fmt: skip
FACTS = {
    "now": "2026-11-21T10:00:00+01:00",
    "shop": {"name": "Jas", "promise": ["jassen", "kleding", "onderhoud"]},
    "products": [
        {
            "ref": "M-1",
            "names": ["muts Kleine Beer"],
            "stock": 41,
            "stock_at": "2026-11-02T09:12:00+01:00",
            "price": 24.95,
        }
    ],
}


def write_list(path: Path, rows=ROWS, network: str = "mastodon") -> Path:
    """The rows as a CSV; clocks are those of Zutphen."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for at, text, kind, number, to, direction in rows:
            url = f"https://jas.example/{number}" if direction == "out" else ""
            writer.writerow((f"{at}:00+01:00", text, network, kind, url, number, to, direction, ""))
    return path


def audited(path: Path, facts: dict | None = None, **more) -> Report:
    """The report of that list."""
    with open_archive(path) as archive:
        return audit(archive, Facts.from_json(facts or {}), now=NOW, **more)
