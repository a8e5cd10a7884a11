"""How often each finding code occurs, as lines for people: the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jixiao.checking import SEVERITIES, Check
from jixiao.finding import Lang, entry, text_in
from jixiao.reporting.columns import draw_table

_COLUMNS = ("count", "code", "severity", "title")


def render_statistics(checks: Sequence[Check], lang: Lang = "zh", *, limit: int = 88) -> str:
    """Draw the table of codes by count; equally frequent ones by code."""
    counts = Counter((f.code, f.severity) for check in checks for f in check.findings)
    if not counts:
        return text_in("reporting.statistics.none", lang) + "\n"
    rows = [[text_in(f"reporting.statistics.{column}", lang) for column in _COLUMNS]]
    rows += [
        [str(count), code, SEVERITIES[severity].text(lang), entry(code).title.text(lang)]
        for (code, severity), count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    ]
    laid = draw_table(rows, ("right", "left", "left", "left"), limit)
    return "".join(f"{line}\n" for lines in laid for line in lines)
