"""What can be wrong with a page that a browser shows: each look returns what it found, [] when all is well."""

import re
from functools import cache
from pathlib import Path

import polib
from axe_playwright_python.sync_playwright import Axe

SOURCE = Path(__file__).resolve().parents[2] / "src" / "toonbank"
TO_PRESS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
# WCAG 2.2 AA and the good habits; the size of targets is not among what axe looks at by itself.
AXE = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
# What is called so in every language: we, and each language by its own name.
OWN_NAMES = {"Toonbank", "English", "Nederlands"}
COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}

SMALL = """(toPress) => [...document.querySelectorAll(toPress)].map((one) => {
  // A label belongs to its field: pressing one is pressing the other.
  const boxes = [one, ...(one.labels || [])].map((part) => part.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  const isOnPage = one.checkVisibility() && one.tabIndex >= 0 && boxes[0].bottom > 0 && boxes[0].width > 1;
  const isInText = one.tagName === 'A' && getComputedStyle(one).display === 'inline';
  const least = one.matches('button, .button, select, summary, input, nav a') ? 43.5 : 23.5;
  const isSmall = isOnPage && !isInText && (width < 24 || height < least);
  return isSmall ? `${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}` : '';
}).filter(Boolean)"""

MARK = """(toPress) => {
  window.reached = new Set();
  const groups = new Set();
  window.toReach = [...document.querySelectorAll(toPress)].filter((one) => {
    if (!one.checkVisibility({visibilityProperty: true}) || one.tabIndex < 0 || one.disabled) return false;
    if (one.type !== 'radio') return true;
    // Of a group the arrows reach all, and Tab the one that is chosen, or else the first.
    const chosen = document.querySelector(`input[type=radio][name="${one.name}"]:checked`);
    const isFirst = !groups.has(one.name);
    groups.add(one.name);
    return chosen ? one === chosen : isFirst;
  });
  document.activeElement.blur();
}"""

STEP = """() => {
  const here = document.activeElement;
  if (here === document.body || !here) return 'end';
  const isNew = !window.reached.has(here);
  window.reached.add(here);
  const isSeen = (one) => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  if (isSeen(here) || isSeen(here.closest('.writing'))) return '';
  return isNew ? `focus does not show: ${here.outerHTML.slice(0, 120)}` : '';
}"""

LEFT = "() => window.toReach.filter((one) => !window.reached.has(one)).map((one) => `not reached: ${one.outerHTML.slice(0, 120)}`)"

TEXTS = """() => {
  const own = document.documentElement.lang;
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const speaks = (one) => (one.closest('[lang]')?.lang || own) === own && !one.closest('.words, script, style, textarea');
  while (walk.nextNode()) if (speaks(walk.currentNode.parentElement)) found.add(walk.currentNode.data);
  for (const one of document.querySelectorAll('*')) if (speaks(one))
    for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'value'])
      if (one.getAttribute(name) && (name !== 'value' || one.matches('[type=submit]'))) found.add(one.getAttribute(name));
  found.add(document.title);
  return [...found].map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""


def axe_faults(page, options: dict = AXE) -> list[str]:
    """What axe finds."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]


def too_wide(page) -> list[str]:
    """Whether the page scrolls sideways."""
    width, wide = page.viewport_size["width"], page.evaluate("document.documentElement.scrollWidth")
    return [f"{wide} px wide in a window of {width}"] if wide > width else []


def too_small(page) -> list[str]:
    """What is hard to hit: under 24 px, or under 44 px for what looks like a button. Links inside a sentence may be small."""
    return page.evaluate(SMALL, TO_PRESS)


def lost_for_the_keyboard(page) -> list[str]:
    """What Tab never reaches, or where the focus cannot be seen."""
    page.evaluate(MARK, TO_PRESS)
    found = []
    for _ in range(600):
        page.keyboard.press("Tab")
        said = page.evaluate(STEP)
        if said == "end":
            return found + page.evaluate(LEFT)
        if said:
            found.append(said)
    return [*found, "Tab never leaves the page"]


def in_the_other_language(page, language: str) -> list[str]:
    """Texts of ours that stand there in the language that was not asked for."""
    foreign = _pieces(other="en" if language == "nl" else "nl")
    said = page.evaluate(TEXTS)
    return [text for text in said if text in foreign or any(p in text for p in foreign if p.count(" ") > 3)]


@cache
def _pieces(other: str) -> frozenset[str]:
    """The texts of one language that say something else in the other, cut at their blanks."""
    ours, theirs = set(), set()
    for path in SOURCE.glob("*/locale/nl/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(path)):
            english = [entry.msgid, entry.msgid_plural]
            dutch = [entry.msgstr, *entry.msgstr_plural.values()]
            ours.update(english if other == "en" else dutch)
            theirs.update(dutch if other == "en" else english)
    cut = {piece.strip(" .,:;") for text in ours - theirs for piece in re.split(r"%\(\w+\)\w|\n", text)}
    shared = {text.strip(" .,:;") for text in theirs}
    return frozenset(piece for piece in cut - shared - OWN_NAMES if len(piece) > 3)
