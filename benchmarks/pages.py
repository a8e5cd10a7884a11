"""The pages against their floors: size, and the time that Chromium takes to draw them.

    python benchmarks/pages.py [--returns 400] [--rounds 5]

Writes the page of a sample return and that of a folder of RETURNS invented departments, opens each
in Chromium (Playwright) ROUNDS times and prints its size and the median time from opening until all
is laid out and painted and the script has run; and how much processor time the page's main thread
took of that, which others on the machine lengthen less. The exit code is 1 where a floor is missed:
300 kB for a return, 5 MB for the folder, 1 s.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.browser.chromium import WINDOW, Browser, started  # noqa: E402 (after the path)
from tests.browser.folders import write_folder_page  # noqa: E402

from jixiao import check  # noqa: E402
from jixiao.reporting import to_html_text  # noqa: E402

RETURN_AT_MOST, FOLDER_AT_MOST, SECONDS_AT_MOST = 300_000, 5_000_000, 1.0
# Until two frames after everything is loaded, scripts included, have been painted.
DRAWN = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  document.body.offsetHeight;
  done(performance.now());
})))
"""


def main() -> int:
    """Measure, print, and say by the exit code whether the floors are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--returns", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, started() as browser:
        one = Path(home) / "return.html"
        sample = ROOT / "samples" / "nanchang-2017-amount-in-yuan.xlsx"
        one.write_text(to_html_text([check(sample)]), "utf-8")
        folder = write_folder_page(Path(home) / "report.html", wish.returns)
        met = [
            report("a return", one, browser, wish.rounds, RETURN_AT_MOST),
            report(f"{wish.returns} returns", folder, browser, wish.rounds, FOLDER_AT_MOST),
        ]
    return 0 if all(met) else 1


def report(name: str, path: Path, browser: Browser, rounds: int, most: int) -> bool:
    """Print size and times of a page; say whether both are within their floors."""
    times = [drawing(path, browser) for _ in range(rounds)]
    drawn, busy = map(statistics.median, zip(*times, strict=True))
    size = path.stat().st_size
    print(f"{name}: {size / 1000:.0f} kB, drawn in {drawn:.2f} s, processor time {busy:.2f} s")
    return size < most and drawn < SECONDS_AT_MOST


def drawing(path: Path, browser: Browser) -> tuple[float, float]:
    """Open a page; give the seconds until it is drawn, and those the main thread worked."""
    context = browser.chromium.new_context(viewport=WINDOW)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(path.as_uri())
        drawn = float(page.evaluate(DRAWN)) / 1000
        metrics = session.send("Performance.getMetrics")["metrics"]
        busy = next(one["value"] for one in metrics if one["name"] == "TaskDuration")
        return drawn, float(busy)
    finally:
        context.close()


if __name__ == "__main__":
    sys.exit(main())
