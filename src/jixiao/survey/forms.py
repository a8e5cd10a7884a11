"""The forms of a sheet, one a row, and whether each of them counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from jixiao.survey.answers import AnswerScale, is_blank_answer, is_no_opinion, plain
from jixiao.survey.columns import ColumnKind, FormColumns
from jixiao.survey.model import FormState, SurveyForm, SurveyQuestion, SurveyWish

_WHEN: Final = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[T\s]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - times of exports have no zone
_UNITS: Final = ((re.compile(r"(\d+)\s*(?:小时|时)"), 3600), (re.compile(r"(\d+)\s*分"), 60))
_SECONDS: Final = re.compile(r"(\d+)\s*秒?$")


def forms_in(found: FormColumns, counted: Sequence[SurveyQuestion]) -> Iterator[SurveyForm]:
    """Yield the forms of a sheet in their order; ``counted`` are the questions that decide."""
    kinds, table = found.kinds, found.table

    for number, row in found.rows:

        def cell(kind: ColumnKind, row: Sequence[str] = row) -> str:
            column = kinds.get(kind)
            return row[column].strip() if column is not None and column < len(row) else ""

        passed = {kinds.get(ColumnKind.NUMBER)}
        content = tuple(text.strip() for n, text in enumerate(row) if n not in passed)
        if not any(content):
            continue
        yield SurveyForm(
            place=str(number) if table.sheet is None else f"{table.sheet}!{number}",
            answers={q.text: _at(row, q.column) for q in found.questions},
            counted=tuple(_at(row, q.column) for q in counted),
            content=content,
            has_traces=bool(cell(ColumnKind.TIME) or cell(ColumnKind.ADDRESS)),
            time=when(cell(ColumnKind.TIME)),
            seconds=seconds_of(cell(ColumnKind.DURATION)),
            address=cell(ColumnKind.ADDRESS).partition("(")[0].partition("（")[0],
            group=cell(ColumnKind.GROUP),
        )


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def when(text: str) -> dt.datetime | None:
    """Read a time as exports write it, or as a workbook stores it.

    >>> when("2018/3/5 10:21:33"), when("43164.5")
    (datetime.datetime(2018, 3, 5, 10, 21, 33), datetime.datetime(2018, 3, 5, 12, 0))
    """
    if _SERIAL.fullmatch(text):
        days, _, part = text.partition(".")
        seconds = round(int(part or 0) * 86_400 / 10 ** len(part)) if part else 0
        return _EPOCH + dt.timedelta(days=int(days), seconds=seconds)
    found = _WHEN.search(text)
    if found is None:
        return None
    try:
        return dt.datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def seconds_of(text: str) -> int | None:
    """Read how long somebody took.

    >>> seconds_of("95秒"), seconds_of("2分5秒"), seconds_of("00:01:35")
    (95, 125, 95)
    """
    clock = re.fullmatch(r"(\d+):(\d{2}):(\d{2})", text)
    if clock:
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3])
    total, is_known = 0, False
    for pattern, each in _UNITS:
        if found := pattern.search(text):
            total, is_known = total + int(found[1]) * each, True
    if found := _SECONDS.search(text):
        total, is_known = total + int(found[1]), True
    return total if is_known else None


def states_of(forms: Sequence[SurveyForm], scale: AnswerScale, wish: SurveyWish) -> list[FormState]:
    """Say of each form whether it counts; a form that is there twice counts once."""
    seen: set[tuple[str, ...]] = set()
    states = []
    for form in forms:
        states.append(_state(form, scale, wish, is_again=form.content in seen))
        if form.has_traces:
            seen.add(form.content)
    return states


def _state(form: SurveyForm, scale: AnswerScale, wish: SurveyWish, *, is_again: bool) -> FormState:
    given = form.counted
    if is_again and form.has_traces:
        return FormState.DUPLICATE
    if wish.deadline is not None and form.time is not None and form.time.date() > wish.deadline:
        return FormState.LATE
    if all(is_blank_answer(text) for text in given):
        return FormState.BLANK
    if any(scale.place(text) is not None for text in given):
        return FormState.VALID
    if all(is_blank_answer(text) or is_no_opinion(text) for text in given):
        return FormState.NO_OPINION
    return FormState.UNCLEAR


def has_one_answer_throughout(form: SurveyForm) -> bool:
    """Whether all questions, four at least, have the same answer."""
    given = [plain(text) for text in form.answers.values() if not is_blank_answer(text)]
    return len(given) >= 4 and len(set(given)) == 1
