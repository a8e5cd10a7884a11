"""Check presence, type and range of every reading of a whole batch with one pandera schema.

Takes what the rulebooks ask of each cell, lays all cells of all returns out as one long polars
table, validates it once, and gives the failure cases back as D findings on their cells. Nothing is
coerced, and no text of the library reaches a user.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.checking.limits import Asked, Sort
from jixiao.figures.show import number, percent
from jixiao.finding import Bilingual, Finding, finding
from jixiao.scoresheet.model import ReadingState

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl

_TOLERANCE = 1e-9  # of a double: 0.1 + 0.2 is no breach of 0.3
_NOUNS: dict[Sort, Bilingual] = {
    "input": Bilingual("", ""),
    "claimed": Bilingual("自评得分", " (self-score)"),
    "rate": Bilingual("实际值", " (actual)"),
    "reviewed": Bilingual("复核得分", " (reviewed score)"),
    "weight": Bilingual("分值", " (weight)"),
}


def breaches(batch: Sequence[Sequence[Asked]]) -> list[list[Finding]]:
    """Give the findings of every return of a batch, in the order of its cells.

    ``batch`` holds one sequence of cells per return. The table is validated in one call however
    many returns there are.
    """
    cells = [(place, asked) for place, sheet in enumerate(batch) for asked in sheet]
    found: list[list[Finding]] = [[] for _ in batch]
    if cells:
        for index, code in sorted(_failures([asked for _, asked in cells])):
            place, asked = cells[index]
            found[place].append(_finding(code, asked))
    return found


def _failures(cells: Sequence[Asked]) -> Iterator[tuple[int, str]]:
    """Validate; yield the row number and the code of every failure."""
    with _lean_pandera():
        import pandera.errors

        table, schema = _table(cells), _schema()
        try:
            schema.validate(table, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            for error in errors.schema_errors:
                yield from _rows_of(error)


def _rows_of(error: pa.errors.SchemaError) -> Iterator[tuple[int, str]]:
    outcome, check = error.check_output, error.check
    if outcome is None or not hasattr(check, "name"):
        raise TypeError(f"the table of readings does not fit its schema: {error.reason_code}")
    for index, passed in enumerate(outcome["check_output"]):
        if not passed:
            yield index, str(check.name)


def _table(cells: Sequence[Asked]) -> pl.DataFrame:
    import polars as pl

    figures = [a.reading.figure if a.is_figure else None for a in cells]
    columns: dict[str, tuple[Any, list[Any]]] = {
        "sort": (pl.String, [a.sort for a in cells]),
        "state": (pl.String, [a.reading.state.value for a in cells]),
        "value": (pl.Float64, [None if q is None else float(q.value) for q in figures]),
        "low": (pl.Float64, [None if a.low is None else float(a.low) for a in cells]),
        "high": (pl.Float64, [None if a.high is None else float(a.high) for a in cells]),
        "required": (pl.Boolean, [a.is_required for a in cells]),
        "figure": (pl.Boolean, [a.is_figure for a in cells]),
        "whole": (pl.Boolean, [a.is_whole for a in cells]),
        "answer": (pl.String, [_answer(a) for a in cells]),
        "answers": (pl.String, ["|".join(["", *a.answers, ""]) for a in cells]),
    }
    return pl.DataFrame([pl.Series(n, values, dtype=d) for n, (d, values) in columns.items()])


def _answer(asked: Asked) -> str | None:
    """The answer typed where one of several is asked for, wrapped as in the list of answers.

    An answer already understood (有 for 是) is no longer asked about.
    """
    is_open = asked.answers and asked.reading.state is ReadingState.TEXT
    return f"|{asked.reading.text.strip()}|" if is_open else None


@functools.cache
def _schema() -> pa.DataFrameSchema:
    import pandera.polars as pa
    import polars as pl

    sort, state, value = pl.col("sort"), pl.col("state"), pl.col("value")
    is_blank = state.is_in([ReadingState.BLANK, ReadingState.MARKER])
    is_above = value > pl.col("high") + _TOLERANCE
    is_below = value < pl.col("low") - _TOLERANCE
    is_score = sort.is_in(["claimed", "reviewed"])
    rules: dict[str, pl.Expr] = {
        "D201": ~(pl.col("required") & is_blank),
        "D202": ~(pl.col("figure") & (state == ReadingState.TEXT)),
        "D203": pl.col("answers").str.contains(pl.col("answer"), literal=True),
        "D211": ~(is_score & is_below),
        "D212": ~(is_score & is_above),
        "D213": ~(pl.col("whole") & ((value - value.round(0)).abs() > _TOLERANCE)),
        "D214": ~((sort == "input") & is_below),
        "D215": ~(sort.is_in(["rate", "input"]) & (is_above | ((sort == "rate") & is_below))),
        "D218": ~((sort == "weight") & (is_above | is_below)),
    }
    columns = {
        **dict.fromkeys(("sort", "state", "answers"), pa.Column(pl.String)),
        **dict.fromkeys(("value", "low", "high"), pa.Column(pl.Float64, nullable=True)),
        **dict.fromkeys(("required", "figure", "whole"), pa.Column(pl.Boolean)),
        "answer": pa.Column(pl.String, nullable=True),
    }
    checks = [pa.Check(_over(rule), name=code, n_failure_cases=1) for code, rule in rules.items()]
    return pa.DataFrameSchema(columns, checks=checks, strict=True, coerce=False)


def _over(rule: pl.Expr) -> Callable[[Any], pl.LazyFrame]:
    def test(held: Any) -> pl.LazyFrame:
        frame: pl.LazyFrame = held.lazyframe
        return frame.select(rule)

    return test


@contextmanager
def _lean_pandera() -> Iterator[None]:
    """Keep pandera from loading its generator of test data, a third of a check's time."""
    name = "hypothesis"
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # how Python marks a module as absent
    try:
        yield
    finally:
        del sys.modules[name]


def _finding(code: str, asked: Asked) -> Finding:
    reading = asked.reading
    noun = _NOUNS[asked.sort]
    is_rate = asked.sort == "rate" or (reading.figure is not None and reading.figure.unit == "%")
    return finding(
        code,
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=asked.indicator,
        found=reading.text or None,
        expected=_expected(code, asked, is_percentage=is_rate),
        name=Bilingual(f"{asked.label}{noun.zh}", f"{asked.label}{noun.en}"),
    )


def _expected(code: str, asked: Asked, *, is_percentage: bool) -> str | None:
    if code == "D203":
        return "／".join(asked.answers)
    if code not in ("D211", "D212", "D214", "D215", "D218"):
        return None
    show: Callable[[Fraction], str] = percent if is_percentage else number
    if asked.low is not None and asked.high is not None:
        return f"{show(asked.low)}–{show(asked.high)}"
    if asked.low is not None:
        return f"≥ {show(asked.low)}"
    return None if asked.high is None else f"≤ {show(asked.high)}"
