"""The sheet 排名: departments by total, with grade, gap and a link to the annotated copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from xlsxwriter.format import Format

from jixiao.finding import Lang, chinese_text, text_in
from jixiao.writing.summary.formats import lay_out, shortened, write_headings
from jixiao.writing.summary.listing import HIGHEST_ROW, LINKS_AT_MOST, ROWS_AT_MOST, link_to
from jixiao.writing.summary.model import ReturnRow
from jixiao.writing.summary.plain_cells import BLANK_END, number_end, text_end
from jixiao.writing.summary.plain_rows import RowSheet
from jixiao.writing.summary.table import ReturnTable
from jixiao.writing.text_width import text_height

_COLUMNS = (
    "rank", "department", "office", "claimed-total", "computed-total", "reviewed", "gap",
    "reviewed-gap", "correction", "claimed-grade", "computed-grade", "reviewed-grade", "errors",
    "warnings", "file", "copy", "rulebook", "remarks",
)  # fmt: skip
RANKING_SHEET = chinese_text("summary.sheet.ranking")
LABELS, CLAIMED, COMPUTED = 18, 19, 20  # hidden columns that a chart draws on
_WIDTHS = (6, 24, 12, 8, 8, 8, 8, 8, 8, 7, 7, 7, 6, 6, 30, 9, 15, 22)
_FILE, _COPY, _RULEBOOK, _REMARKS = 14, 15, 16, 17
_ROUNDS = ("mended", "left", "new", "only-waived")
_ROUND_WIDTH = 8
_LABEL_LENGTH = 18
_EXTRA_WIDTH = 16
_Cell = tuple[int, Format | None, str]  # column, format, end


def ranked_returns(returns: Iterable[ReturnRow]) -> Iterator[tuple[int | None, ReturnRow]]:
    """Number returns that come by falling total; equal totals share a rank, none has none."""
    rank, last = None, None
    for place, one in enumerate(returns, 1):
        total = one.ranking_total
        if total is None:
            yield None, one
            continue
        rank = rank if total == last else place
        last = total
        yield rank, one


def write_ranking(
    sheet: RowSheet,
    formats: Mapping[str, Format],
    returns: ReturnTable,
    lang: Lang,
    extra_headings: Sequence[str] = (),
    previous: str = "",
) -> tuple[ReturnRow, ...]:
    """Write the sheet; give the departments with the largest differences, the largest first.

    Their names and totals are in hidden columns from row 2 on, to be charted. ``previous`` is what
    the round before is called, empty where there is none to compare with.
    """
    rounds = _ROUNDS if previous else ()
    hidden = (_WIDTHS[1],) * (COMPUTED + 1 - LABELS)
    widths = (
        *_WIDTHS,
        *hidden,
        *(_ROUND_WIDTH for _ in rounds),
        *(_EXTRA_WIDTH for _ in extra_headings),
    )
    lay_out(sheet, widths, lang, header_row=0)
    sheet.set_row(0, 24)
    write_headings(sheet, formats, _COLUMNS, lang)
    titles = (text_in(f"summary.column.{name}", lang, round=previous) for name in rounds)
    for column, heading in enumerate((*titles, *extra_headings), COMPUTED + 1):
        sheet.write_string(0, column, heading, formats["heading"])
    charted = returns.census.largest
    sheet.set_column(LABELS, COMPUTED, None, None, {"hidden": True})
    end = 0
    for row, (place, one) in enumerate(ranked_returns(returns.ranked()), 1):
        if row > ROWS_AT_MOST:
            sheet.write_string(row, 1, text_in("summary.ranking.full", lang))
            break
        cells = (
            *_ranked_cells(formats, place, one),
            *_file_cells(sheet, formats, row, one, lang),
            *(_charted_cells(charted[row - 1]) if row <= len(charted) else ()),
            *_further_cells(formats, one, is_compared=bool(rounds)),
        )
        sheet.write_cells(row, _height(one, lang), cells)
        end = row
    if end:
        sheet.autofilter(
            0, 0, end, len(widths) - 1 if extra_headings or rounds else len(_COLUMNS) - 1
        )
    listed = returns.census.uncounted[: max(ROWS_AT_MOST - end, 0)]
    for row, one in enumerate(listed, end + 2):
        why = text_in(f"summary.ranking.{one.uncounted or one.brief.outcome}", lang)
        cells = (
            (1, formats["text"], text_end(one.name)),
            (2, formats["text"], text_end(one.office)),
            (3, formats["uncounted"], text_end(why)),
            *((column, formats["uncounted"], BLANK_END) for column in range(4, _FILE)),
            *_file_cells(sheet, formats, row, one, lang),
        )
        sheet.write_cells(row, _height(one, lang), cells)
    return charted


def _charted_cells(one: ReturnRow) -> Iterator[_Cell]:
    yield LABELS, None, text_end(gap_label(one))
    for column, total in ((CLAIMED, one.claimed), (COMPUTED, one.computed)):
        yield column, None, number_end(float(total or 0))


def _ranked_cells(
    formats: Mapping[str, Format], place: int | None, one: ReturnRow
) -> Iterator[_Cell]:
    if place is None:
        yield 0, formats["centre"], text_end("—")
    else:
        yield 0, formats["count"], number_end(place)
    yield 1, formats["text"], text_end(one.name)
    yield 2, formats["text"], text_end(one.office)
    for column, number, look in (
        (3, one.claimed, "points"),
        (4, one.computed, "points"),
        (5, one.reviewed, "points"),
        (6, one.gap, "gap"),
        (7, _difference(one.claimed, one.reviewed), "gap"),
        (8, _difference(one.computed, one.reviewed), "gap"),
    ):
        yield column, formats[look], BLANK_END if number is None else number_end(float(number))
    brief = one.brief
    grades = (brief.claimed_grade, brief.computed_grade, brief.reviewed_grade)
    for column, grade in enumerate(grades, 9):
        yield column, formats["centre"], text_end(grade or "")
    yield 12, formats["count"], number_end(one.errors)
    yield 13, formats["count"], number_end(one.warnings)


def _further_cells(
    formats: Mapping[str, Format], one: ReturnRow, *, is_compared: bool
) -> Iterator[_Cell]:
    """Say what became of the findings of last round; then the roster's further columns."""
    column = COMPUTED + 1
    for place, _ in enumerate(_ROUNDS if is_compared else ()):
        end = BLANK_END if one.since is None else number_end(one.since[place])
        yield column, formats["count"], end
        column += 1
    for text in one.extra:
        yield column, formats["text"], text_end(text)
        column += 1


def _difference(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other


def gap_label(one: ReturnRow) -> str:
    """The department's name as charts write it next to its bars."""
    return shortened(one.name, _LABEL_LENGTH)


def _height(one: ReturnRow, lang: Lang) -> float:
    texts = (
        (one.name, 1),
        (one.office, 2),
        (one.relative, _FILE),
        (one.brief.rulebook or "", _RULEBOOK),
        (text_in("summary.remarks", lang).join(one.remarks), _REMARKS),
    )
    return min(max(text_height(t, _WIDTHS[column]) for t, column in texts), HIGHEST_ROW)


def _file_cells(
    sheet: RowSheet, formats: Mapping[str, Format], row: int, one: ReturnRow, lang: Lang
) -> Iterator[_Cell]:
    yield _FILE, formats["text"], text_end(one.relative)
    target = link_to(one.copy) if one.copy and row < LINKS_AT_MOST else None
    if target is None:
        see = text_in("summary.ranking.see-folder", lang) if one.copy else ""
        yield _COPY, formats["text"], text_end(see)
    else:
        shown = text_in("summary.ranking.open", lang)
        sheet.link_cell(row, _COPY, target, formats["link"], shown)
        yield _COPY, formats["link"], text_end(shown)
    yield _RULEBOOK, formats["text"], text_end(one.brief.rulebook or "")
    remarks = text_in("summary.remarks", lang).join(one.remarks)
    yield _REMARKS, formats["text"], text_end(remarks)
