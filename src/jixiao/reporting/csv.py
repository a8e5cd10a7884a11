"""Findings as CSV, one finding a line; text that a spreadsheet would run stays text.

Columns, headings and severities are ids in English and words in Chinese. Of a folder's findings the
department and the office in charge have columns of their own: in Chinese the first, in English the
last, so that the others stay where they were.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from jixiao.checking import Check
from jixiao.finding import Lang, text_in
from jixiao.reporting.record import FindingRecord, finding_record

COLUMNS: Final = (
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
    "waived",
)
_ABOUT: Final = ("department", "office")
BOM = "\ufeff"
_VALUES = attrgetter(*COLUMNS[1:-1])
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n")


def stay_text(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    >>> stay_text("=1+1"), stay_text("预算完成率"), stay_text("-0.5")
    ("'=1+1", '预算完成率', "'-0.5")
    """
    return f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) else text


def csv_headings(lang: Lang, *, has_office: bool = False) -> list[str]:
    """Give the headings: ids in English; in Chinese words, whom it is about first.

    With ``has_office`` there is a column of the office in charge (科室) too, and both in English.
    """
    about = _ABOUT if has_office else _ABOUT[:1]
    if lang == "en":
        return [*COLUMNS, *(_ABOUT if has_office else ())]
    names = (*about, *COLUMNS)
    return [text_in(f"reporting.csv.{name}", lang) for name in names]


def csv_row(
    relative: str,
    found: FindingRecord,
    lang: Lang,
    *,
    department: str | None = None,
    office: str | None = None,
    indicator: str | None = None,
) -> list[str]:
    """Give the row of one finding of the file ``relative``.

    Without an ``office`` (None) there is no column for it, nor in English for the department: those
    are of a folder's findings. The name of the ``indicator`` is for
    readers of Chinese: English keeps ids. ``waived`` has reason, name and last day of the waiver.
    """
    values = _values(relative, found, lang, indicator)
    about = [department] if office is None else [department, office]
    whole = [*about, *values] if lang != "en" else [*values, *(() if office is None else about)]
    return _stay_texts(whole)


def csv_line(relative: str, found: FindingRecord, lang: Lang, indicator: str | None = None) -> str:
    """Write the line of one finding of a folder, whom it is about left out, without a line end."""
    return _line(_stay_texts(_values(relative, found, lang, indicator)))


@lru_cache(maxsize=1024)
def csv_about(department: str, office: str) -> str:
    """Write the two columns of a folder's findings that say whom one is about."""
    return _line(_stay_texts([department, office]))


def whole_csv_line(about: str, line: str, lang: Lang) -> str:
    """Join what ``csv_about`` and ``csv_line`` wrote, with a line end."""
    return f"{about},{line}\r\n" if lang != "en" else f"{line},{about}\r\n"


def _line(texts: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(texts)
    return out.getvalue()


def _values(
    relative: str, found: FindingRecord, lang: Lang, indicator: str | None
) -> list[str | None]:
    excuse = found.waived
    waived = f"{excuse.reason} ({excuse.who}, {excuse.until})" if excuse else None
    values = [relative, *_VALUES(found), waived]
    if lang != "en":
        level = "words.waived" if excuse else f"words.severity.{found.severity}"
        values[1] = text_in(level, lang)
        values[5] = indicator or values[5]
    return values


def _stay_texts(values: Iterable[str | None]) -> list[str]:
    return [stay_text("" if value is None else str(value)) for value in values]


def csv_rows(check: Check, lang: Lang = "zh") -> Iterable[list[str]]:
    """Give the rows of one check, most serious first, without the header."""
    names = {one.id: one.name for one in check.indicators}
    for found in sorted(check.findings, key=lambda f: f.severity.rank):
        yield csv_row(
            check.file,
            finding_record(found, lang),
            lang,
            department=check.department,
            indicator=names.get(found.indicator or ""),
        )


def to_csv(checks: Sequence[Check], lang: Lang = "zh") -> str:
    """Write all findings of ``checks`` with the byte order mark that spreadsheets look for."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(csv_headings(lang))
    for check in checks:
        writer.writerows(csv_rows(check, lang))
    return BOM + out.getvalue()
