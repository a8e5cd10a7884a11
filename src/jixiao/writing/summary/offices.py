"""The table of offices (科室) on 汇总: due, received, to be mended, missing; it adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, text_in
from jixiao.writing.summary.counts import NAMED, OfficeCounts, Tally
from jixiao.writing.summary.formats import write_headings
from jixiao.writing.summary.model import SummaryScope
from jixiao.writing.text_width import text_height

WIDTHS = (8, 8, 8, 10, 8, 21, 21)  # of the columns from ``_RIGHT`` on
_LEFT, _GAP, _RIGHT = (1, 2), 3, 4  # columns of figures, the last with the narrow one after it
_LAST = _RIGHT + len(WIDTHS) - 1
_LINE, _HEADINGS = 15.0, 32.0  # heights in points: of a row that is left as it is, of the headings


def write_offices(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    offices: Mapping[str, OfficeCounts],
    tally: Tally,
    scope: SummaryScope,
) -> tuple[int, float]:
    """Write the table below a heading at ``row``, with a last row of sums.

    Give that row, and how high all of it is in points. Without a roster nobody knows what is due
    or missing: only what came is counted.
    """
    lang = scope.lang
    sheet.write_string(row, 0, text_in("summary.overview.offices", lang), formats["block"])
    names = office_columns(tally)
    places = (*_LEFT, *range(_RIGHT, _LAST))[: len(names)]
    waiting = max(places[-1] + 1, _RIGHT)
    headings = ("office", *(f"office-{name}" for name in names))
    write_headings(sheet, formats, headings, lang, row + 1, (0, *places))
    over_gap = text_in(f"summary.column.{headings[len(_LEFT)]}", lang)
    sheet.merge_range(row + 1, _LEFT[-1], row + 1, _GAP, over_gap, formats["heading"])
    title = text_in("summary.column.office-waiting", lang)
    sheet.merge_range(row + 1, waiting, row + 1, _LAST, title, formats["heading"])
    sheet.set_row(row + 1, _HEADINGS)
    width = float(sum(WIDTHS[waiting - _RIGHT :]))
    at, high = row + 1, 2 * _LINE + _HEADINGS
    for at, (name, counts) in enumerate(ordered_offices(offices), row + 2):
        label = name or text_in("summary.overview.no-office", lang)
        _write_counts(sheet, formats, at, label, places, office_figures(counts, names))
        text = _waiting(counts, scope.extra_headings, lang)
        sheet.merge_range(at, waiting, at, _LAST, text, formats["text"])
        height = text_height(text, width)
        high += height
        sheet.set_row(at, height)
    whole = text_in("summary.overview.offices-whole", lang)
    _write_counts(sheet, formats, at + 1, whole, places, office_sums(tally, names))
    sheet.merge_range(at + 1, waiting, at + 1, _LAST, "", formats["text"])
    return at + 1, high


def ordered_offices(offices: Mapping[str, OfficeCounts]) -> list[tuple[str, OfficeCounts]]:
    """Order offices by name, that without one last."""
    return sorted(offices.items(), key=lambda pair: (not pair[0], pair[0]))


def office_columns(tally: Tally) -> tuple[str, ...]:
    """Say which counts the table of offices has, as names of ``office_figures``."""
    if tally.listed is None:
        return ("received", "passed", "wrong")
    unlisted = ("unlisted",) if tally.unlisted else ()
    return ("due", "received", "passed", "wrong", "missing", "unread", *unlisted)


def office_figures(counts: OfficeCounts, names: Sequence[str]) -> tuple[int, ...]:
    """The figures of an office in the columns ``names``."""
    return tuple(getattr(counts, name) for name in names)


def office_sums(tally: Tally, names: Sequence[str]) -> tuple[int, ...]:
    """What the columns ``names`` add up to: the numbers that are reported upwards."""
    whole = {"due": tally.listed or 0, "wrong": tally.returned}
    return tuple(whole[name] if name in whole else getattr(tally, name) for name in names)


def _write_counts(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    label: str,
    places: Sequence[int],
    figures: Sequence[int],
) -> None:
    sheet.write_string(row, 0, label, formats["text"])
    sheet.merge_range(row, _LEFT[-1], row, _GAP, "", formats["count"])
    for place, figure in zip(places, figures, strict=True):
        sheet.write_number(row, place, figure, formats["count"])


def _waiting(counts: OfficeCounts, headings: Sequence[str], lang: Lang) -> str:
    """Name departments from which something is still to come; of many the first."""
    named = text_in("summary.list", lang).join(counts.waiting_texts(headings))
    more = counts.waited - NAMED
    return named + text_in("summary.overview.more", lang, count=more) if more > 0 else named
