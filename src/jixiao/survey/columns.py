"""The columns of an export: number, time, address, group of respondents, questions asked.

A sheet is one of forms where a column holds answers on satisfaction; its header is the row that
names columns which exports have, or the row above the answers. Matrix questions may take two rows.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.survey.answers import (
    AnswerScale,
    best_number,
    is_blank_answer,
    is_no_opinion,
    plain,
)
from jixiao.survey.model import SurveyQuestion
from jixiao.survey.tables import FormTable
from jixiao.survey.words import (
    ABOUT,
    ADDRESS,
    DURATION,
    GROUP,
    IGNORED,
    NUMBER,
    OVERALL,
    POINTS_GIVEN,
    QUESTION,
    SATISFIED,
    TIME,
)
from jixiao.workbook import column_letters

_SEARCHED: Final = 15  # rows within which a header begins
_HALF: Final = 2
TableRow = tuple[int, tuple[str, ...]]


class ColumnKind(enum.StrEnum):
    """What a column that is no question holds."""

    NUMBER = "number"
    TIME = "time"
    DURATION = "duration"
    ADDRESS = "address"
    IGNORED = "ignored"
    GROUP = "group"


_KINDS: Final = {
    ColumnKind.NUMBER: NUMBER,
    ColumnKind.TIME: TIME,
    ColumnKind.DURATION: DURATION,
    ColumnKind.ADDRESS: ADDRESS,
    ColumnKind.IGNORED: IGNORED,
}


@dataclass(frozen=True, slots=True)
class FormColumns:
    """A sheet of forms: its columns, its questions on satisfaction, the rows below the header.

    ``numeric`` are questions that are answered by numbers of which nobody says which is best.
    """

    table: FormTable
    kinds: Mapping[ColumnKind, int]
    questions: tuple[SurveyQuestion, ...]
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    scale: AnswerScale
    numeric: tuple[SurveyQuestion, ...] = ()


def find_columns(table: FormTable, scale: AnswerScale) -> FormColumns | None:
    """Find header and columns; None where the sheet holds no forms."""
    at = _header(table.rows, scale)
    if at is None:
        return None
    headings, rows = list(table.rows[at][1]), table.rows[at + 1 :]
    kinds = exported_columns(headings)
    if rows and _is_second_header(rows[0][1], headings, kinds, scale):
        headings, rows = _joined(headings, rows[0][1]), rows[1:]
    best = next((b for h in headings if (b := best_number(h)) is not None), None)
    known = scale if best is None else scale.with_numbers(best)
    questions: list[SurveyQuestion] = []
    numeric: list[SurveyQuestion] = []
    for column, heading in enumerate(headings):
        if column in kinds.values():
            continue
        given = [row[column] for _, row in rows if column < len(row)]
        kind = _answered(given, heading, known)
        if kind is None:
            continue
        text = _distinct(heading.strip(), [q.text for q in (*questions, *numeric)], column)
        number = QUESTION.match(plain(heading))
        question = SurveyQuestion(
            column, text, number[1] if number else "", OVERALL.search(heading) is not None
        )
        (numeric if kind == "numeric" else questions).append(question)
    group = _group(headings, {*kinds.values(), *(q.column for q in (*questions, *numeric))})
    if group is not None:
        kinds = {**kinds, ColumnKind.GROUP: group}
    if not questions and not numeric and ColumnKind.TIME not in kinds:
        return None
    return FormColumns(table, kinds, tuple(questions), tuple(headings), rows, known, tuple(numeric))


def _distinct(text: str, taken: Sequence[str], column: int) -> str:
    """The heading of a question; two with the same are kept apart by their column."""
    text = " ".join(text.split())
    return f"{text}（{column_letters(column + 1)}）" if text in taken or not text else text


def _header(rows: Sequence[TableRow], scale: AnswerScale) -> int | None:
    """The place of the header row."""
    for at, (_, row) in enumerate(rows[:_SEARCHED]):
        if len(exported_columns(row)) >= _HALF:
            return at
    for at, (_, row) in enumerate(rows[:_SEARCHED]):
        if any(scale.place(cell) is not None and SATISFIED.search(cell) for cell in row):
            return at - 1 if at else None
        if at + 1 < len(rows) and any(ABOUT.search(cell) for cell in row) and len(row) > 1:
            below = rows[at + 1][1]
            if any(cell.strip() in "12345" and cell.strip() for cell in below):
                return at
    return None


def exported_columns(row: Sequence[str]) -> dict[ColumnKind, int]:
    """Find the columns that exports have besides the questions, by their headings."""
    found: dict[ColumnKind, int] = {}
    for column, cell in enumerate(row):
        heading = plain(cell)
        for kind, names in _KINDS.items():
            if heading in names and kind not in found:
                found[kind] = column
    return found


def _is_second_header(
    row: Sequence[str],
    headings: Sequence[str],
    kinds: Mapping[ColumnKind, int],
    scale: AnswerScale,
) -> bool:
    """Whether a row names the parts of matrix questions: no number, no time, no answer in it."""
    first = [row[column] for column in kinds.values() if column < len(row)]
    rest = [cell for column, cell in enumerate(row) if column not in kinds.values()]
    is_named = all(not cell.strip() or cell in headings for cell in first) and bool(first)
    texts = [cell for cell in rest if cell.strip()]
    return (
        is_named
        and bool(texts)
        and not any(scale.place(cell) is not None or cell.strip().isdigit() for cell in texts)
    )


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Headings over two rows as one; the upper one of a matrix holds until the next."""
    joined, last = [], ""
    for column, head in enumerate(upper):
        part = lower[column] if column < len(lower) else ""
        last = head if head.strip() else last
        repeats = not part.strip() or part == last
        joined.append(head if repeats else f"{last.strip()}—{part.strip()}")
    return joined


def _answered(given: Sequence[str], heading: str, scale: AnswerScale) -> str | None:
    """Whether a column holds answers on satisfaction: ``words``, ``numeric`` or None."""
    texts = [text for text in given if not is_blank_answer(text) and not is_no_opinion(text)]
    if not texts:
        return None
    if plain(heading) in IGNORED:
        return None
    understood = sum(scale.place(text) is not None for text in texts)
    is_about = ABOUT.search(heading) is not None
    has_words = any(SATISFIED.search(text) for text in texts)
    if understood * _HALF >= len(texts) and (has_words or is_about):
        return "words"
    if is_about and all(text.strip() in POINTS_GIVEN for text in texts):
        return "numeric"
    return "words" if has_words and is_about else None


def _group(headings: Sequence[str], taken: set[int]) -> int | None:
    """The column that says who answers, where there is one."""
    return next(
        (
            column
            for column, heading in enumerate(headings)
            if column not in taken and GROUP.search(heading) and plain(heading) not in IGNORED
        ),
        None,
    )
