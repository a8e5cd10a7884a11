"""results.parquet: what was found as one table for those who analyse, one row an indicator.

A return without indicators (a file that could not be checked) is one row with nulls in the columns
of the indicator, so that no return is missing. Rows are in the order of results.jsonl, names of
columns are English ids, points and rates (shares of one) are doubles. A table is put together from
pieces on disk, so that memory does not grow with it.
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from jixiao.writing import ReturnRow

if TYPE_CHECKING:
    import polars as pl

_OF_RETURN: Final = {
    "file": "String",
    "department": "String",  # the one that the return was attributed to
    "office": "String",
    "year": "Int32",
    "rulebook": "String",
    "outcome": "String",
    "counts": "Boolean",  # whether the return is the one that counts for its department
    "errors": "Int32",  # findings of the whole return
    "warnings": "Int32",
    "total_max": "Float64",
    "claimed_total": "Float64",
    "computed_total": "Float64",
    "reviewed_total": "Float64",
    "claimed_grade": "String",
    "computed_grade": "String",
    "reviewed_grade": "String",
}
_OF_INDICATOR: Final = {
    "indicator": "String",
    "name": "String",
    "level_1": "String",
    "level_2": "String",
    "level_3": "String",
    "weight": "Float64",
    "claimed_rate": "Float64",
    "computed_rate": "Float64",
    "claimed_score": "Float64",
    "computed_score": "Float64",
    "reviewed_score": "Float64",
    "lowest_score": "Float64",  # that the figures as shown can give
    "highest_score": "Float64",
    "verdict": "String",
    "basis": "String",
    "cell": "String",  # of the self-score
    "codes": "List",  # of the findings about the indicator that no waiver excuses
}
COLUMNS: Final = {**_OF_RETURN, **_OF_INDICATOR}
_SCORES: Final = (
    "weight", "claimed_rate", "computed_rate", "claimed_score", "computed_score", "reviewed_score",
)  # fmt: skip
_LEVELS: Final = ("level_1", "level_2", "level_3")
_THREADS = "1"  # each more takes memory; the time is in reading and compressing anyway
_BETWEEN: Final = " "  # codes, until there are lists of them
_PIECE: Final = 50_000  # rows held in memory, and rows of a row group


class TablePart(NamedTuple):
    """What a check says for the table: its file, maximum and totals, columns of its indicators.

    Columns are those of ``COLUMNS`` from ``indicator`` on; codes are one text.
    """

    file: str
    totals: list[float | None]
    indicators: list[list[Any]]


class ResultTable:
    """The table being written to ``path``; use as a context manager."""

    def __init__(self, path: Path) -> None:
        os.environ.setdefault("POLARS_MAX_THREADS", _THREADS)  # before polars is loaded
        self._path = path
        self._scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._indicators: list[list[Any]] = [[] for _ in _OF_INDICATOR]
        self._returns: list[Sequence[Any]] = []
        self._heights: list[int] = []
        self._rows = 0
        self._pieces: list[pl.LazyFrame] = []

    def __enter__(self) -> Self:
        return self

    def add(self, part: TablePart, row: ReturnRow) -> None:
        """Add a return: what its check says, and what its folder says of it."""
        height = len(part.indicators[0])
        self._returns.append(_of_return(part, row))
        self._heights.append(height)
        for values, more in zip(self._indicators, part.indicators, strict=True):
            values.extend(more)
        self._rows += height
        if self._rows >= _PIECE:
            self._flush()

    def take_over(self, path: Path, label: str) -> None:
        """Add all rows of the table of another folder, called ``label``, which is their office."""
        import polars as pl

        self._flush()
        name, below = pl.lit(label), pl.lit(f"{label}/")
        rows = pl.scan_parquet(path)
        self._pieces.append(
            rows.with_columns(file=pl.concat_str([below, pl.col("file")]), office=name)
        )

    def _flush(self) -> None:
        """Put the rows in memory into a piece on disk."""
        if not self._returns:
            return
        import polars as pl

        schema = {**_schema(), "codes": pl.String()}
        of_return = {name: schema[name] for name in _OF_RETURN}
        of_indicator = {name: schema[name] for name in _OF_INDICATOR}
        returns = pl.DataFrame(self._returns, schema=of_return, orient="row")
        whose = pl.select(pl.int_range(len(returns)).repeat_by(pl.Series(self._heights)).explode())
        rows = pl.DataFrame(dict(zip(of_indicator, self._indicators, strict=True)), of_indicator)
        codes = pl.col("codes").str.split(_BETWEEN).list.filter(pl.element() != "")
        piece = Path(self._scratch.name, f"{len(self._pieces):06}.parquet")
        whole = pl.concat([returns[whose.to_series()], rows], how="horizontal")
        whole.with_columns(codes).write_parquet(piece, compression="uncompressed")
        self._pieces.append(pl.scan_parquet(piece))
        self._rows = 0
        self._returns.clear()
        self._heights.clear()
        for values in self._indicators:
            values.clear()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._scratch:
            if kind is None:
                self._flush()
                self._put_together()

    def _put_together(self) -> None:
        import polars as pl

        pieces = self._pieces or [pl.LazyFrame(schema=_schema())]
        pl.concat(pieces).sink_parquet(self._path, row_group_size=_PIECE, maintain_order=True)


def has_columns(path: Path) -> bool:
    """Whether a table has the columns that this version writes."""
    os.environ.setdefault("POLARS_MAX_THREADS", _THREADS)
    import polars as pl

    try:
        return dict(pl.read_parquet_schema(path)) == _schema()
    except (OSError, pl.exceptions.PolarsError):
        return False


def _schema() -> dict[str, Any]:
    import polars as pl

    types = {"List": pl.List(pl.String)}
    return {name: types.get(kind) or getattr(pl, kind) for name, kind in COLUMNS.items()}


def table_part(document: Mapping[str, Any]) -> TablePart:
    """Take out of the contract's object what the table has of it."""
    total = document["total"] or {}
    totals = [_double(total.get(name)) for name in ("max", "claimed", "computed", "reviewed")]
    codes = _codes(document["findings"])
    rows = [_of_indicator(one, codes[one["id"]]) for one in document["indicators"]]
    columns = [list(values) for values in zip(*rows, strict=True)]
    return TablePart(document["file"], totals, columns or [[None] for _ in _OF_INDICATOR])


def _of_return(part: TablePart, row: ReturnRow) -> Sequence[Any]:
    brief = row.brief
    return (
        part.file,
        row.name or None,
        row.office or None,
        brief.year,
        brief.rulebook,
        brief.outcome,
        row.counts,
        row.errors,
        row.warnings,
        *part.totals,
        brief.claimed_grade,
        brief.computed_grade,
        brief.reviewed_grade,
    )


def _of_indicator(one: Mapping[str, Any], codes: Sequence[str]) -> Sequence[Any]:
    low, high = one["bounds"] or (None, None)
    path = [*one["path"], *(None for _ in _LEVELS)][: len(_LEVELS)]
    return (
        one["id"],
        one["name"],
        *path,
        *(_double(one[name]) for name in _SCORES),
        _double(low),
        _double(high),
        one["verdict"],
        one["basis"],
        one["cells"].get("score"),
        _BETWEEN.join(codes),
    )


def _codes(findings: Iterable[Mapping[str, Any]]) -> Mapping[str, list[str]]:
    """The codes of findings by indicator, each once, in their order."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in findings:
        if one["indicator"] and "waived" not in one:
            found[one["indicator"]][one["code"]] = None
    return defaultdict(list, {key: list(codes) for key, codes in found.items()})


def _double(value: Any) -> Any:
    """A number of the JSON as a double; all else as it is."""
    return float(value) if isinstance(value, int) else value
