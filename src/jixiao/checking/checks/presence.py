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

from jixiao.checking.checks.register import raises
from jixiao.checking.score import Accepted, ReadingSort
from jixiao.figures import ReadingState, format_number, format_percent
from jixiao.finding import Bilingual, Finding, finding, text_of

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl

_TOLERANCE = 1e-9  # of a double: 0.1 + 0.2 is no breach of 0.3
_NOUNS: dict[ReadingSort, Bilingual] = {
    "input": Bilingual("", ""),
    "claimed": text_of("checking.suffix.claimed"),
    "rate": text_of("checking.suffix.rate"),
    "reviewed": text_of("checking.suffix.reviewed"),
    "weight": text_of("checking.suffix.weight"),
}


@raises("D201", "D202", "D203", "D211", "D212", "D213", "D214", "D215", "D218")
def presence_findings(batch: Sequence[Sequence[Accepted]]) -> list[list[Finding]]:
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


def _failures(cells: Sequence[Accepted]) -> Iterator[tuple[int, str]]:
    """Validate; yield the row number and the code of every failure."""
    with _lean_pandera():
        import pandera.errors

        table = _table(cells)
        try:
            _schema().validate(table, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            for error in errors.schema_errors:
                yield from _rows_of(error, table)


def _rows_of(error: pa.errors.SchemaError, table: pl.DataFrame) -> Iterator[tuple[int, str]]:
    """Name, for the rows that failed, the rules that they break."""
    if error.check_output is None:
        raise TypeError(f"the table of readings does not fit its schema: {error.reason_code}")
    failed = [i for i, passed in enumerate(error.check_output["check_output"]) if not passed]
    for index, kept in zip(failed, table[failed].select(**_rules()).iter_rows(), strict=True):
        for code, holds in zip(_rules(), kept, strict=True):
            if holds is False:
                yield index, code


def _table(cells: Sequence[Accepted]) -> pl.DataFrame:
    import polars as pl

    figures = [a.reading.figure if a.is_figure else None for a in cells]
    columns: dict[str, list[Any]] = {
        "sort": [a.sort for a in cells],
        "state": [a.reading.state.value for a in cells],
        "value": [None if q is None else float(q.value) for q in figures],
        "low": [None if a.low is None else float(a.low) for a in cells],
        "high": [None if a.high is None else float(a.high) for a in cells],
        "required": [a.is_required for a in cells],
        "figure": [a.is_figure for a in cells],
        "whole": [a.is_whole for a in cells],
        "answer": [_answer(a) for a in cells],
        "answers": ["|".join(["", *a.answers, ""]) for a in cells],
    }
    return pl.DataFrame(columns, schema=_types())


def _types() -> dict[str, Any]:
    import polars as pl

    return {
        **dict.fromkeys(("sort", "state"), pl.String),
        **dict.fromkeys(("value", "low", "high"), pl.Float64),
        **dict.fromkeys(("required", "figure", "whole"), pl.Boolean),
        **dict.fromkeys(("answer", "answers"), pl.String),
    }


def _answer(asked: Accepted) -> str | None:
    """The answer typed where one of several is asked for, wrapped as in the list of answers.

    An answer already understood (有 for 是) is no longer asked about.
    """
    is_open = asked.answers and asked.reading.state is ReadingState.TEXT
    return f"|{asked.reading.text.strip().replace('|', '/')}|" if is_open else None


@functools.cache
def _rules() -> dict[str, pl.Expr]:
    """What every row must fulfil, by the code of its breach; null where nothing is asked."""
    import polars as pl

    sort, state, value = pl.col("sort"), pl.col("state"), pl.col("value")
    is_blank = state.is_in([ReadingState.BLANK.value, ReadingState.MARKER.value])
    is_above = value > pl.col("high") + _TOLERANCE
    is_below = value < pl.col("low") - _TOLERANCE
    is_score, is_rate, is_input = (
        sort.is_in(["claimed", "reviewed"]),
        sort == "rate",
        sort == "input",
    )
    return {
        "D201": ~(pl.col("required") & is_blank),
        "D202": ~(pl.col("figure") & (state == ReadingState.TEXT.value)),
        "D203": pl.col("answers").str.contains(pl.col("answer"), literal=True),
        "D211": ~(is_score & is_below),
        "D212": ~(is_score & is_above),
        "D213": ~(pl.col("whole") & ((value - value.round(0)).abs() > _TOLERANCE)),
        "D214": ~(is_input & is_below),
        "D215": ~((is_input & is_above) | (is_rate & (is_above | is_below))),
        "D218": ~((sort == "weight") & (is_above | is_below)),
    }


@functools.cache
def _schema() -> pa.DataFrameSchema:
    """All columns with their types, and all rules as one check: checks are what takes time."""
    import pandera.polars as pa

    def holds(held: Any) -> pl.LazyFrame:
        frame: pl.LazyFrame = held.lazyframe
        return frame.select(**_rules())

    columns = {name: pa.Column(kind, nullable=True) for name, kind in _types().items()}
    check = pa.Check(holds, name="rules", n_failure_cases=1)
    return pa.DataFrameSchema(columns, checks=[check], strict=True, coerce=False)


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


def _finding(code: str, asked: Accepted) -> Finding:
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
        name=Bilingual(asked.label + noun.zh, asked.label + noun.en),
    )


def _whole_percent(rate: Fraction) -> str:
    return format_percent(rate, 0)


def _expected(code: str, asked: Accepted, *, is_percentage: bool) -> str | None:
    if code == "D203":
        return "／".join(asked.answers)
    if code not in ("D211", "D212", "D214", "D215", "D218"):
        return None
    show: Callable[[Fraction], str] = _whole_percent if is_percentage else format_number
    if code == "D215" and asked.high is not None:
        return f"≤ {show(asked.high)}"
    if asked.low is not None and asked.high is not None:
        return f"{show(asked.low)}–{show(asked.high)}"
    if asked.low is not None:
        return f"≥ {show(asked.low)}"
    return None if asked.high is None else f"≤ {show(asked.high)}"
