"""What must not lie about in the tree: addresses of registries, paths of one machine, styles and scripts inside pages."""

import re
import tomllib

import pytest

from house.tree import ROOT, SOURCE, every_file, short

# Written in parts, so that this page does not find itself.
REGISTRIES = [
    "pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs", "npmjs" + ".org", "registry." + "yarnpkg",
    "proxy." + "golang", "crates" + ".io", "conda." + "anaconda",
]  # fmt: skip
MACHINE = re.compile(
    r"(?<![\w./<{}-])/(?:"
    + "|".join(["work", "root", "opt" + "/pypi", "Users" + r"/\w+"])
    + r")(?:/|\b(?![\w-]))"
)
LIVING = {
    ".py",
    ".sh",
    ".md",
    ".toml",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".po",
    ".json",
    ".cfg",
    ".yml",
    "",
}
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))


def texts():
    for path in every_file():
        if path.suffix in LIVING:
            yield path, path.read_text(encoding="utf-8", errors="replace")


def test_no_address_of_a_package_registry_stands_in_the_tree():
    assert [f"{short(path)}: {host}" for path, text in texts() for host in REGISTRIES if host in text] == []


def test_no_path_of_one_machine_stands_in_the_tree():
    found = [
        f"{short(path)}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE.search(line) and "<" not in line
    ]
    assert found == []


def test_every_locked_package_has_its_hash():
    for lock in (ROOT / "requirements").glob("*.txt"):
        lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        bare = [line for line in lines if "==" in line and "--hash=sha256:" not in line]
        assert bare == [], lock.name


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [name for group in project["project"]["optional-dependencies"].values() for name in group]
    names = {re.split(r"[\[<>=~; ]", name)[0].lower().replace("_", "-") for name in wanted} - {"toonbank"}
    for lock in ("desk.txt", "dev.txt"):
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").lower()
        assert {name for name in names if f"\n{name}==" not in f"\n{text}"} == set(), lock


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a style attribute", r"<[^>{%]*\sstyle\s*="),
        ("an inline script", r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")[^>]*>"),
        ("an inline handler", r"<[^>{%]*\son[a-z]+\s*="),
        ("htmx that needs eval", r"hx-on|js:"),
        ("an address of somebody else's server", r"(?:src|href)=\"https?://"),
    ],
)
def test_no_page_holds(what, pattern):
    assert TEMPLATES
    found = [
        f"{short(path)}: {hit.group(0)[:60]}"
        for path in TEMPLATES
        for hit in re.finditer(pattern, path.read_text(encoding="utf-8"))
    ]
    assert found == [], what
