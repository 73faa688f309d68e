"""Measure how fast and in how much memory a feed or list is read, without storing anything.

python benchmarks/make_feed.py --products 100000 --out feed.xml
python benchmarks/read_feed.py feed.xml
"""

import resource
import sys
import time
from pathlib import Path

from toonbank.sources.opening import open_source
from toonbank.sources.seen import Row


def peak_megabytes() -> float:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path) -> None:
    """Read the whole file once and say what that took."""
    before, began = peak_megabytes(), time.process_time()
    rows = bad = 0
    with open_source(path) as opened:
        for row in opened.rows():
            rows += isinstance(row, Row)
            bad += not isinstance(row, Row)
        kind, size = opened.kind, opened.position
    took = time.process_time() - began
    print(f"{path.name}: {kind}, {size / 1e6:.1f} MB, {rows} products, {bad} bad rows")
    print(
        f"  {(rows + bad) / took:,.0f} a CPU second, {took:.2f} s; memory grew {peak_megabytes() - before:.1f} MB"
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        measure(Path(name))
