"""Put the outputs of several folders together: one summary, from their records alone.

Takes output folders of ``jixiao bulk``, or of an earlier combination; reads no workbook. Files are
taken one at a time, so memory does not grow with their number; of many, the results are put
together in a second process, while this one counts returns and writes summary and page.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from jixiao.bulk.combine_results import LINES, ResultsOrder, combine_results
from jixiao.bulk.finished import TABLE, FinishedError, FinishedRun, open_finished
from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger, ListedFile
from jixiao.bulk.open_outputs import NAMES, OpenOutputs, open_outputs
from jixiao.bulk.pool import one_worker
from jixiao.bulk.rows import LedgerRows, findings_from_text, moved
from jixiao.finding import Lang
from jixiao.version import __version__
from jixiao.writing import (
    DueDepartment,
    IndicatorFigures,
    ReturnRow,
    SummaryScope,
    add_figures,
    figures_to_text,
    replacing,
)

_STEP = 500  # returns between two reports of progress
_MANY = 2_000  # returns that are worth a second process


@dataclass(frozen=True)
class Combined:
    """What a combination gave: folders and returns put together, findings by severity.

    ``kept`` are outputs left alone: somebody changed them since they were written.
    """

    folders: int
    returns: int
    severities: Mapping[str, int]
    kept: tuple[str, ...]


def combine_folders(
    folders: Sequence[Path], output: Path, lang: Lang, notify: Callable[[int, int], None]
) -> Combined:
    """Write one summary of several output folders; ``show`` learns returns done and their number.

    ``FinishedError`` where a folder holds no records that can be used.
    """
    with ExitStack() as stack:
        labelled = sorted(zip(label_folders(folders), folders, strict=True))
        runs = {label: stack.enter_context(open_finished(folder)) for label, folder in labelled}
        total = sum(run.count() for run in runs.values())
        output.mkdir(parents=True, exist_ok=True)
        ledger = stack.enter_context(Ledger(output / "ledger.sqlite"))
        recorded = ledger.outputs()
        kept = tuple(
            name
            for name in NAMES
            if (output / name).exists() and sha256_of(output / name) != recorded.get(name)
        )
        scope = _scope(runs, lang)
        due = _due(runs, scope.extra_headings)
        figures: dict[tuple[str, str], IndicatorFigures] = {}
        for run in runs.values():
            add_figures(figures, run.figures)
            run.figures = ""  # they take memory, and are taken over
        with ExitStack() as files:
            paths = {n: files.enter_context(replacing(output / n)) for n in NAMES if n not in kept}
            sources = tuple((label, run.folder) for label, run in runs.items())
            orders = [  # the table first: it is waited for
                ResultsOrder(sources, name, paths.pop(name))
                for name in (TABLE, LINES)
                if name in paths
            ]
            hashes = files.enter_context(_combined_meanwhile(orders, total))
            with open_outputs(paths, LedgerRows(ledger), figures, due, scope) as outputs:
                listed = _list(outputs, runs, output, scope)
                ledger.list_files(_counted(listed, total, notify))
            fresh = {name: sha256_of(path) for name, path in paths.items()}
            fresh |= _awaited(hashes, ledger)
        ledger.record_outputs(fresh.items())
        ledger.note("figures", figures_to_text(figures))
        ledger.note("due", json.dumps([asdict(one) for one in due], ensure_ascii=False))
        ledger.note("scope", json.dumps(asdict(scope), ensure_ascii=False))
    return Combined(len(runs), total, dict(outputs.severities), kept)


def label_folders(folders: Iterable[Path]) -> list[str]:
    """Call each folder by its name; those of one name get a number.

    >>> label_folders([Path("甲县"), Path("旧/甲县"), Path("乙县/")])
    ['甲县', '甲县(2)', '乙县']
    """
    taken: Counter[str] = Counter()
    labels = []
    for folder in folders:
        name = folder.resolve().name
        taken[name] += 1
        labels.append(name if taken[name] == 1 else f"{name}({taken[name]})")
    return labels


@contextmanager
def _combined_meanwhile(
    orders: Iterable[ResultsOrder], total: int
) -> Iterator[Callable[[], dict[str, str]]]:
    """Put results together: of many returns in a second process, of few in this one.

    Gives what waits for the hashes of the outputs.
    """
    if total >= _MANY:
        with one_worker(combine_results, orders) as hashes:
            for one in hashes[:-1]:
                one.result()  # the table takes most memory: it is done before more is taken here
            yield lambda: {name: x for one in hashes for name, x in one.result().items()}
        return
    known = {name: x for order in orders for name, x in combine_results(order).items()}
    yield lambda: known


def _awaited(hashes: Callable[[], dict[str, str]], ledger: Ledger) -> dict[str, str]:
    try:
        return hashes()
    except FinishedError:
        ledger.list_files(())  # no output is written that would list them
        raise


def _list(
    outputs: OpenOutputs, runs: Mapping[str, FinishedRun], output: Path, scope: SummaryScope
) -> Iterator[ListedFile]:
    """Write every file to the outputs, folder after folder, and give what the ledger lists."""
    for label, run in runs.items():
        way = _next_to(run.folder, output)
        extra = partial(_extra, run=run, headings=scope.extra_headings)
        for one in run.listed():
            relative = f"{label}/{one.relative}"
            text, row = one.row, None
            if text is not None:
                text, row = moved(text, relative, way, label, extra)
                outputs.add_row(row)
            if one.findings is not None:
                _add_findings(outputs, relative, one.findings, row, label)
            yield one._replace(relative=relative, row=text)


def _add_findings(
    outputs: OpenOutputs, relative: str, text: str, row: ReturnRow | None, label: str
) -> None:
    findings, names, departments = findings_from_text(text)
    if row is not None or not departments:
        outputs.add_findings(relative, findings, names, row)
        return
    for found, department in zip(findings, departments, strict=True):
        outputs.add_findings(relative, (found,), names, None, department, label)


def _next_to(folder: Path, output: Path) -> str | None:
    """The way from the output to a folder, with ``/``; None where there is none (other drive)."""
    try:
        return Path(os.path.relpath(folder, output)).as_posix()
    except ValueError:
        return None


def _counted(
    files: Iterable[ListedFile], total: int, notify: Callable[[int, int], None]
) -> Iterator[ListedFile]:
    done = 0
    notify(done, total)
    for one in files:
        if one.row is not None:
            done += 1
            if done % _STEP == 0 or done == total:
                notify(done, total)
        yield one


def _due(runs: Mapping[str, FinishedRun], headings: Sequence[str]) -> list[DueDepartment]:
    return [
        replace(one, office=label, extra=_extra(one.extra, run, headings))
        for label, run in runs.items()
        for one in run.due
    ]


def _extra(values: Sequence[str], run: FinishedRun, headings: Sequence[str]) -> tuple[str, ...]:
    """Put the further columns of one roster in the order of those of all."""
    known = dict(zip(run.scope.extra_headings, values, strict=False))
    return tuple(known.get(heading, "") for heading in headings)


def _scope(runs: Mapping[str, FinishedRun], lang: Lang) -> SummaryScope:
    scopes = [run.scope for run in runs.values()]
    years = {scope.year for scope in scopes}
    listed = [scope.listed for scope in scopes if scope.listed is not None]
    used: Counter[str] = Counter()
    for scope in scopes:
        used.update(scope.used)
    return SummaryScope(
        program=f"jixiao {__version__}",
        year=years.pop() if len(years) == 1 else None,
        listed=sum(listed) if listed else None,
        skipped=sum(scope.skipped for scope in scopes),
        grades=tuple(dict.fromkeys(name for scope in scopes for name in scope.grades)),
        rulebooks={key: name for scope in scopes for key, name in scope.rulebooks.items()},
        used=dict(sorted(used.items())),
        lang=lang,
        extra_headings=tuple(
            dict.fromkeys(name for scope in scopes for name in scope.extra_headings)
        ),
        round=_shared(scope.round for scope in scopes),
        previous=_shared(scope.previous for scope in scopes),
    )


def _shared(names: Iterable[str]) -> str:
    """The name that all of them have; empty where they differ."""
    found = set(names)
    return found.pop() if len(found) == 1 else ""
