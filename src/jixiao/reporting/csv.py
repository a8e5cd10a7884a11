"""Findings as CSV, one finding a line; text that a spreadsheet would run stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from operator import attrgetter

from jixiao.checking import Check
from jixiao.finding import Lang
from jixiao.reporting.record import FindingRecord, finding_record

COLUMNS = (
    "file",
    "severity",
    "code",
    "sheet",
    "cell",
    "indicator",
    "message",
    "found",
    "expected",
    "remedy",
    "because",
)
BOM = "\ufeff"
_VALUES = attrgetter(*COLUMNS[1:])
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n")


def stay_text(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    >>> stay_text("=1+1"), stay_text("预算完成率"), stay_text("-0.5")
    ("'=1+1", '预算完成率', "'-0.5")
    """
    return f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) else text


def csv_row(relative: str, found: FindingRecord) -> list[str]:
    """Give the row of one finding of the file ``relative``."""
    values = (relative, *_VALUES(found))
    return [stay_text("" if value is None else str(value)) for value in values]


def csv_rows(check: Check, lang: Lang = "zh") -> Iterable[list[str]]:
    """Give the rows of one check, most serious first, without the header."""
    for found in sorted(check.findings, key=lambda f: f.severity.rank):
        yield csv_row(check.file, finding_record(found, lang))


def to_csv(checks: Sequence[Check], lang: Lang = "zh") -> str:
    """Write all findings of ``checks`` with the byte order mark that spreadsheets look for."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for check in checks:
        writer.writerows(csv_rows(check, lang))
    return BOM + out.getvalue()
