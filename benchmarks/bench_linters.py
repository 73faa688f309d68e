"""The check beside three linters, on the same texts in the same run: texts per CPU second, p50 and p99, cold start.

write-good and alex (npm) and proselint (PyPI) look at style or tone, not at truth, and read English only: this compares
speed, nothing else.
They are installed once into a cache folder ($TOONBANK_PEERS, default ~/.cache/toonbank-peers).
    python benchmarks/bench_linters.py [TEXTS]
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_check import make_facts, make_posts

PEERS = Path(os.environ.get("TOONBANK_PEERS") or "~/.cache/toonbank-peers").expanduser() / "linters"
COLD_RUNS = 10

OURS = """
import json, sys, time
{switch}
from toonbank.etiquette import Draft, Facts, check
texts = json.load(open(sys.argv[1]))
facts = Facts.from_json(json.load(open(sys.argv[2])))
count = lambda text: len(check(Draft(text), facts).findings)
"""
PROSELINT = """
import json, sys, time
from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
texts = json.load(open(sys.argv[1]))
count = lambda text: len(list(LintFile(content=text, source="a").lint(DEFAULT)))
"""
TIMED = """
for text in texts[:50]:
    count(text)
took, found, cpu = [], 0, time.process_time()
for text in texts:
    began = time.perf_counter()
    found += count(text)
    took.append((time.perf_counter() - began) * 1000)
cpu = time.process_time() - cpu
took.sort()
print(json.dumps({"per_cpu_s": round(len(texts) / cpu), "p50": round(took[len(took) // 2], 3),
                  "p99": round(took[int(len(took) * 0.99)], 3), "found": found}))
"""
WRITE_GOOD = """
const writeGood = require('write-good'), fs = require('fs')
const count = text => writeGood(text).length
"""
ALEX = """
import fs from 'node:fs'
import { text as look } from 'alex'
const count = text => look(text).messages.length
"""
TIMED_IN_NODE = """
const texts = JSON.parse(fs.readFileSync(process.argv[2]))
for (const text of texts.slice(0, 50)) count(text)
let found = 0
const took = [], before = process.cpuUsage()
for (const text of texts) {
  const began = process.hrtime.bigint()
  found += count(text)
  took.push(Number(process.hrtime.bigint() - began) / 1e6)
}
const used = process.cpuUsage(before)
took.sort((a, b) => a - b)
console.log(JSON.stringify({ per_cpu_s: Math.round(texts.length / ((used.user + used.system) / 1e6)),
  p50: +took[texts.length >> 1].toFixed(3), p99: +took[Math.floor(texts.length * 0.99)].toFixed(3), found }))
"""


def install() -> None:
    """All three, once."""
    if not all((PEERS / "node_modules" / name).is_dir() for name in ("write-good", "alex")):
        PEERS.mkdir(parents=True, exist_ok=True)
        wanted = ["write-good@1.0.8", "alex@11.0.1"]
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(PEERS), *wanted], check=True
        )
    if not (PEERS / "py/bin/proselint").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS / "py")], check=True)
        subprocess.run([str(PEERS / "py/bin/pip"), "install", "-q", "proselint==0.16.0"], check=True)


def warm(name: str, command: list[str]) -> None:
    """One process that reads all texts; its own figures."""
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PEERS).stdout.strip()
    print(f"{name:28s} {answer.splitlines()[-1]}")


def cold(name: str, command: list[str]) -> None:
    """The whole command on one text, from nothing."""
    took = []
    for _ in range(COLD_RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True, cwd=PEERS)
        took.append(time.perf_counter() - began)
    print(f"{name:28s} cold: min {min(took):.3f} s, median {statistics.median(took):.3f} s")


def main() -> None:
    """Install, write the texts, measure each in turn."""
    install()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, facts = make_posts(count), make_facts()
        (folder / "texts.json").write_text(json.dumps(texts))
        (folder / "facts.json").write_text(json.dumps(facts))
        (folder / "one.md").write_text(texts[0])
        (folder / "write_good.cjs").write_text(
            WRITE_GOOD.replace("'write-good'", f"'{PEERS}/node_modules/write-good'") + TIMED_IN_NODE
        )
        (folder / "alex.mjs").write_text(
            ALEX.replace("'alex'", f"'{PEERS}/node_modules/alex/index.js'") + TIMED_IN_NODE
        )
        paths = [str(folder / "texts.json"), str(folder / "facts.json")]
        without = "sys.modules['ahocorasick'] = None"
        print(f"{count} texts, mean length {statistics.mean(map(len, texts)):.0f}")
        warm("toonbank, with the wheel", [sys.executable, "-c", OURS.format(switch="") + TIMED, *paths])
        warm("toonbank, pure Python", [sys.executable, "-c", OURS.format(switch=without) + TIMED, *paths])
        warm("write-good", ["node", str(folder / "write_good.cjs"), paths[0]])
        warm("alex", ["node", str(folder / "alex.mjs"), paths[0]])
        warm("proselint", [str(PEERS / "py/bin/python"), "-c", PROSELINT + TIMED, paths[0]])
        one = str(folder / "one.md")
        cold(
            "toonbank check",
            [str(Path(sys.executable).with_name("toonbank")), "check", "--file", one, "--facts", paths[1]],
        )
        cold("write-good", [str(PEERS / "node_modules/.bin/write-good"), one])
        cold("alex", [str(PEERS / "node_modules/.bin/alex"), one])
        cold("proselint", [str(PEERS / "py/bin/proselint"), "check", one])


if __name__ == "__main__":
    main()
