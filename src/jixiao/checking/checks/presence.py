"""Check presence, type and range of every reading of a whole batch with one pandera schema.

Takes what the rulebooks ask of each cell, lays all cells of all returns that are not plainly what
is asked for out as one long polars table, validates it once, and gives the failure cases back as D
findings on their cells. Where every cell is plainly right no table is made, and the libraries that
take longest to load are not loaded. Nothing is coerced, and no text of a library reaches a user.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.checking.checks.register import raises
from jixiao.checking.readings import Accepted, ReadingSort, frame_types, readings_frame
from jixiao.figures import ReadingState, format_number, format_percent
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.rulebook import Rulebook

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
    cells = [
        (place, asked)
        for place, sheet in enumerate(batch)
        for asked in sheet
        if not is_plainly_right(asked)
    ]
    found: list[list[Finding]] = [[] for _ in batch]
    if cells:
        for index, code in sorted(_failures([asked for _, asked in cells])):
            place, asked = cells[index]
            found[place].append(_finding(code, asked))
    return found


def is_plainly_right(asked: Accepted) -> bool:
    """Whether no check of the schema can fail on a cell: seen from exact values, without a table.

    False says no more than that the schema has to be asked.
    """
    reading = asked.reading
    figure = reading.figure if asked.is_figure else None
    if reading.state in (ReadingState.BLANK, ReadingState.MARKER):
        return figure is None and not asked.is_required
    if reading.state is ReadingState.TEXT and (asked.is_figure or asked.answers):
        return False
    if figure is None:
        return True
    is_above = asked.high is not None and figure.value > asked.high
    is_below = asked.low is not None and figure.value < asked.low
    return not (is_above or is_below or (asked.is_whole and figure.value.denominator != 1))


def _failures(cells: Sequence[Accepted]) -> Iterator[tuple[int, str]]:
    """Validate; yield the row number and the code of every failure."""
    import pandera.errors

    table = readings_frame([""] * len(cells), cells)
    try:
        readings_schema().validate(table, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for error in errors.schema_errors:
            yield from _rows_of(error)


def _rows_of(error: pa.errors.SchemaError) -> Iterator[tuple[int, str]]:
    """Name the rows that fail one check of the schema: the check's name is the code."""
    if error.check_output is None or error.check is None or error.check.name is None:
        raise TypeError(f"the table of readings does not fit its schema: {error.reason_code}")
    passed = error.check_output["check_output"]
    for index in (~passed).arg_true():
        yield index, error.check.name


@functools.cache
def _rules() -> dict[str, pl.Expr]:
    """What every row must fulfil, by the code of its breach; null where nothing is asked."""
    import polars as pl

    sort, state, value = pl.col("kind"), pl.col("state"), pl.col("value")
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


def schema(rulebook: Rulebook) -> pa.DataFrameSchema:
    """Give the pandera schema of the readings of one rulebook's returns.

    It validates what ``Check.to_frame`` gives (see there for the columns): nothing is coerced,
    unknown columns are refused, ``id`` must be an indicator of the rulebook, and each check is
    named by the code of the finding that a failure means (D201 presence to D218 weights).

    >>> import jixiao
    >>> check = jixiao.check("samples/nanchang-2017-waiqiao.xlsx")
    >>> schema = jixiao.schema(jixiao.load_rulebook("nanchang-2017"))
    >>> schema.validate(check.to_frame()).height
    133
    """
    import pandera.polars as pa

    made = readings_schema()
    known = [one.id for one in rulebook.indicators] if not rulebook.blocks else None
    if known is None:
        return made
    return made.update_column("id", checks=[pa.Check.isin(known)])


@functools.cache
def readings_schema() -> pa.DataFrameSchema:
    """All columns with their types, and one check for each code."""
    import pandera.polars as pa

    def holds(rule: pl.Expr) -> Callable[[Any], pl.LazyFrame]:
        return lambda held: held.lazyframe.select(rule)

    columns = {name: pa.Column(kind, nullable=True) for name, kind in frame_types().items()}
    checks = [pa.Check(holds(rule), name=code) for code, rule in _rules().items()]
    return pa.DataFrameSchema(columns, checks=checks, strict=True, coerce=False)


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
