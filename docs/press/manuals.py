"""The pages of `docs/using` and `docs/channels`, from Markdown to HTML, with links that stay inside the site."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path(__file__).resolve().parents[1]
SHELVES = ("using", "channels")


@dataclass(frozen=True)
class Manual:
    """One page: where it comes from, where it goes, its title and its HTML."""

    source: Path
    name: str
    title: str
    html: str


def manuals() -> list[Manual]:
    """Every page on the shelves: the table of contents, then in the order in which that names them."""
    contents = DOCS / "using" / "README.md"
    linked = [
        contents.parent / name for name in re.findall(r"\]\(([^)#]+\.md)\)", contents.read_text("utf-8"))
    ]
    found = [path for shelf in SHELVES for path in sorted((DOCS / shelf).glob("*.md"))]
    inside = [path.resolve() for path in linked if path.resolve() in found]
    return [_manual(path) for path in dict.fromkeys([contents, *inside, *found])]


def _manual(source: Path) -> Manual:
    text = source.read_text("utf-8")
    maker = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = maker.parse(text)
    _point_inside(tokens, source)
    _name_headings(tokens)
    html = maker.renderer.render(tokens, maker.options, {})
    html = html.replace("<table>", '<div class="scroll" tabindex="0" role="group"><table class="table">')
    html = html.replace("<th></th>", "<td></td>")  # an empty corner heads nothing
    html = html.replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    return Manual(source, place_of(source), title[1] if title else source.stem, _labelled(html))


def place_of(source: Path) -> str:
    """Where a page goes, seen from the top of the site."""
    shelf = source.parent.name
    return f"{shelf}/{'index' if source.stem == 'README' else source.stem}.html"


def _labelled(html: str) -> str:
    """Every box that scrolls has a name, for who hears the page: that of the heading above it."""
    heading = ""
    parts = re.split(r'(<h[1-6][^>]*>.*?</h[1-6]>|<div class="scroll" tabindex="0" role="group">)', html)
    for place, part in enumerate(parts):
        if part.startswith("<h"):
            heading = re.sub(r"<[^>]+>", "", part)
        elif part.startswith('<div class="scroll"'):
            parts[place] = part.replace('role="group"', f'role="group" aria-label="{heading}"')
    return "".join(parts)


def _point_inside(tokens: Sequence[Token], source: Path) -> None:
    """A link to another page leads to that page of the site; a link that leaves the shelves becomes plain words."""
    for token in tokens:
        children = token.children or []
        if children:
            token.children = list(_links(children, source))


def _links(children: Sequence[Token], source: Path) -> list[Token]:
    kept: list[Token] = []
    inside = True
    for token in children:
        if token.type == "link_open":
            target = _target(str(token.attrs["href"]), source)
            inside = target is not None
            if target is not None:
                token.attrs["href"] = target
        if token.type == "image":
            kept += [child for child in token.children or [] if child.type == "text"]
            continue
        if token.type in ("link_open", "link_close") and not inside:
            inside = inside or token.type == "link_close"
            continue
        kept.append(token)
    return kept


def _target(href: str, source: Path) -> str | None:
    name, _, part = href.partition("#")
    if not name:
        return href
    if re.match(r"[a-z]+:", name):
        return None
    path = (source.parent / name).resolve()
    if path.parent.parent != DOCS or path.parent.name not in SHELVES or path.suffix != ".md":
        return None
    return f"../{place_of(path)}" + (f"#{part}" if part else "")


def _name_headings(tokens: Sequence[Token]) -> None:
    """Headings can be linked to, by the name that Markdown gives them elsewhere."""
    for token, inner in pairwise(tokens):
        if token.type == "heading_open":
            words = re.sub(r"[^\w\- ]", "", inner.content.lower())
            attributes: dict[str, Any] = token.attrs
            attributes["id"] = words.replace(" ", "-")
