"""The readings of a return as a table: one row a cell, with what the rulebook accepts there.

The table is what the pandera schema validates and what ``Check.to_frame`` gives to those who
analyse. Nothing in it decides a score: figures are doubles here, exact everywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from jixiao.figures import ReadingState

if TYPE_CHECKING:
    import polars as pl

    from jixiao.scoresheet import Reading

ReadingSort: TypeAlias = Literal["input", "claimed", "rate", "reviewed", "weight"]


class Accepted(NamedTuple):
    """One cell and what it may hold; ``label`` is what a person calls it.

    A named tuple like the reading itself, because every return has hundreds.
    """

    reading: Reading
    sort: ReadingSort
    label: str
    indicator: str | None = None
    is_required: bool = False
    is_figure: bool = True
    is_whole: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    answers: tuple[str, ...] = ()


def frame_types() -> dict[str, Any]:
    """Give the columns of the table with their polars types.

    ``file``, ``sheet``, ``cell`` say where the reading is; ``id`` which indicator it belongs to
    (null for inputs), ``label`` what a person calls it, ``kind`` what is read there (input,
    claimed, rate, reviewed, weight). ``state`` and ``text`` are what is in the cell, ``value``
    its figure (a share for percentages; null where there is none). ``low`` and ``high`` bound it,
    both included; ``required``, ``figure`` and ``whole`` say what is asked of it; ``answer`` is
    what was typed where one of ``answers`` is asked for.
    """
    import polars as pl

    words = ("file", "sheet", "cell", "id", "label", "kind", "state", "text")
    return {
        **dict.fromkeys(words, pl.String),
        **dict.fromkeys(("value", "low", "high"), pl.Float64),
        **dict.fromkeys(("required", "figure", "whole"), pl.Boolean),
        **dict.fromkeys(("answer", "answers"), pl.String),
    }


def readings_frame(files: Sequence[str], cells: Sequence[Accepted]) -> pl.DataFrame:
    """Lay cells out as one table, a row each, in their order; ``files`` names the file of each."""
    import polars as pl

    figures = [a.reading.figure if a.is_figure else None for a in cells]
    ends = {id(end): _double(end) for a in cells for end in (a.low, a.high)}
    choices = {answers: "|".join(["", *answers, ""]) for answers in {a.answers for a in cells}}
    columns: dict[str, list[Any]] = {
        "file": list(files),
        "sheet": [a.reading.sheet for a in cells],
        "cell": [a.reading.cell for a in cells],
        "id": [a.indicator for a in cells],
        "label": [a.label for a in cells],
        "kind": [a.sort for a in cells],
        "state": [a.reading.state.value for a in cells],
        "text": [a.reading.text for a in cells],
        "value": [None if q is None else _double(q.value) for q in figures],
        "low": [ends[id(a.low)] for a in cells],
        "high": [ends[id(a.high)] for a in cells],
        "required": [a.is_required for a in cells],
        "figure": [a.is_figure for a in cells],
        "whole": [a.is_whole for a in cells],
        "answer": [_answer(a) for a in cells],
        "answers": [choices[a.answers] for a in cells],
    }
    return pl.DataFrame(columns, schema=frame_types())


def _double(value: Fraction | None) -> float | None:
    if value is None:
        return None
    above, below = value.as_integer_ratio()
    return above / below


def _answer(asked: Accepted) -> str | None:
    """The answer typed where one of several is asked for, wrapped as in the list of answers.

    An answer already understood (有 for 是) is no longer asked about.
    """
    is_open = asked.answers and asked.reading.state is ReadingState.TEXT
    return f"|{asked.reading.text.strip().replace('|', '/')}|" if is_open else None
