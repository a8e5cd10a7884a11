"""Put results.jsonl and results.parquet of several folders together, line by line and as they are.

Nothing here makes objects of a check, and nothing has to be known of the other outputs, so that it
can be done in a process of its own.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jixiao.bulk.finished import TABLE, FinishedError, FinishedRun, open_finished
from jixiao.bulk.job import sha256_of
from jixiao.bulk.result_table import ResultTable, table_part
from jixiao.bulk.rows import moved
from jixiao.finding import text_of

LINES: Final = "results.jsonl"
_FILE: Final = re.compile(rb'"file":("(?:[^"\\]|\\.)*")')
_BUFFER: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class ResultsOrder:
    """Which folders, by label, and which output to write where; ``name`` is LINES or TABLE."""

    folders: tuple[tuple[str, Path], ...]
    name: str
    path: Path


def combine_results(order: ResultsOrder) -> dict[str, str]:
    """Write what is ordered; give its hash, by its name.

    ``FinishedError`` where the results of a folder are not those of its ledger.
    """
    if order.name == LINES:
        return {LINES: _write_lines(order)}
    with ResultTable(order.path) as table:
        _fill_table(order, table)
    return {TABLE: sha256_of(order.path)}


def _write_lines(order: ResultsOrder) -> str:
    digest = hashlib.sha256()
    with order.path.open("wb", buffering=_BUFFER) as lines:
        for label, folder in order.folders:
            with open_finished(folder) as run:
                for line, _, _ in _moved_lines(run, label):
                    lines.write(line)
                    digest.update(line)
    return digest.hexdigest()


def _fill_table(order: ResultsOrder, table: ResultTable) -> None:
    for label, folder in order.folders:
        with open_finished(folder) as run:
            if known := run.table():
                table.take_over(known, label)
                continue
            for line, relative, row in _moved_lines(run, label):
                _, there = moved(row, relative, None, label, tuple)
                table.add(table_part(json.loads(line)), there)


def _moved_lines(run: FinishedRun, label: str) -> Iterator[tuple[bytes, str, str]]:
    """Give each line with its file named anew, that name, and the row as it was."""
    lines = run.results()
    for one in run.listed():
        if one.row is not None:
            relative = f"{label}/{one.relative}"
            yield _moved_line(next(lines, b""), one.relative, relative, run), relative, one.row


def _moved_line(line: bytes, known: str, relative: str, run: FinishedRun) -> bytes:
    """Name the file of a line of results anew; the line must be that of the file ``known``."""
    found = _FILE.search(line)
    if found is None or json.loads(found[1]) != known:
        raise FinishedError(text_of("bulk.finished.damaged").fill(folder=run.folder))
    name = json.dumps(relative, ensure_ascii=False).encode()
    return b"%b%b%b\n" % (line[: found.start(1)], name, line[found.end(1) :].rstrip())
