"""Check files: read, find the scoresheet, check in batches, whatever the files turn out to be.

``check_many`` keeps the order of its paths and never holds more than a few batches in memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from jixiao import drafting
from jixiao.checking.batch import check_scoresheets
from jixiao.checking.model import Check, RulebookUsed, ordered_findings
from jixiao.checking.self_check import by_itself, in_a_form, is_doubtful
from jixiao.checking.source import Source, SourceLike, source_of
from jixiao.drafting import FormSeen
from jixiao.rulebook import Library, LibraryLike, Rulebook, library_of
from jixiao.scoresheet import (
    Scoresheet,
    Unlocated,
    locate_funds,
    locate_scoresheet,
    outline_of,
    stamped_rulebook,
)
from jixiao.workbook import Unreadable, Workbook, read_workbook

RulebookLike: TypeAlias = "Rulebook | str | Path"

BATCH = 32  # returns per call of the schema
_WAITING = 4  # batches handed to an executor beyond the one being waited for
_SURE = 0.9  # confidence from which no other rulebook is tried
_SEVERAL = ("S002", "S003", "S006")


def check(
    source: SourceLike,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
) -> Check:
    """Check one return: a path, the bytes of a file, a binary file, an ``openpyxl.Workbook``.

    ``rulebook`` is an id, a path or a rulebook; without it the workbook says which one it follows,
    one of those shipped or of ``rulebooks``, a folder of one's own (``*.toml``).
    Scores are points, rates fractions of one, both exact (``Fraction``). Trouble with the file is
    reported in the result, trouble with the rulebook is raised as ``RulebookError``.

    >>> import jixiao, tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     blank = Path(folder, "blank.xlsx")
    ...     jixiao.write_template(jixiao.load_rulebook("yueyang-2018"), blank)
    ...     found = jixiao.check(blank)
    >>> found.checked, found.rulebook.id, len(found.indicators), str(found.worst())
    (True, 'yueyang-2018', 12, 'error')
    >>> {str(verdict): count for verdict, count in found.verdicts.items() if count}
    {'missing': 12}
    """
    return next(check_many([source], rulebook, rulebooks=rulebooks))


def check_many(
    paths: Iterable[SourceLike],
    rulebook: RulebookLike | None = None,
    executor: Executor | None = None,
    *,
    rulebooks: LibraryLike = None,
) -> Iterator[Check]:
    """Check files in batches and yield one result for each, in the order of ``paths``.

    Each may be anything that ``check`` takes.

    With an ``executor`` (any of ``concurrent.futures`` or one that speaks its interface) batches
    run there. ``RulebookError`` where ``rulebook`` or one of the folder ``rulebooks`` cannot be
    used, before the first file is read.

    >>> import jixiao
    >>> [(one.outcome, one.findings[0].code) for one in jixiao.check_many(["no such file.xlsx"])]
    [('unreadable', 'F001')]
    """
    known = library_of(rulebooks)
    asked = loaded_rulebook(rulebook, known)
    batches = _batches(paths)
    if executor is None:
        return (found for batch in batches for found in _check_batch(batch, asked, known))
    return _spread_out(batches, asked, known, executor)


def _spread_out(
    batches: Iterator[list[Source]], asked: Rulebook | None, known: Library, executor: Executor
) -> Iterator[Check]:
    """Keep a few batches running ahead of the one that is waited for."""
    running: deque[Future[list[Check]]] = deque()
    for batch in batches:
        running.append(executor.submit(_check_batch, batch, asked, known))
        if len(running) > _WAITING:
            yield from running.popleft().result()
    while running:
        yield from running.popleft().result()


def _batches(paths: Iterable[SourceLike]) -> Iterator[list[Source]]:
    remaining = iter(paths)
    while batch := [source_of(each) for each in islice(remaining, BATCH)]:
        yield batch


def loaded_rulebook(rulebook: RulebookLike | None, known: Library) -> Rulebook | None:
    """Load the rulebook that is asked for, unless it is one already; None where none is."""
    if rulebook is None or isinstance(rulebook, Rulebook):
        return rulebook
    return known.load(rulebook)


def check_in_forms(
    paths: Iterable[SourceLike],
    rulebook: RulebookLike | None,
    rulebooks: LibraryLike,
    forms: Mapping[str, Rulebook] | None,
) -> Iterator[Check]:
    """Check files of a folder; those without a rulebook by the drafted one of their form.

    The check of a file whose form has no rulebook in ``forms`` yet has the outcome ``waiting``,
    with the form and, as ``sha256`` of the rulebook, its variant. Without ``forms`` each of these
    is read by a rulebook of its own.
    """
    known = library_of(rulebooks)
    asked = loaded_rulebook(rulebook, known)
    for batch in _batches(paths):
        yield from _check_batch(batch, asked, known, forms)


def check_together(
    paths: Sequence[str],
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
    begin: Callable[[str], object] = str,
) -> list[Check]:
    """Check files that belong together, as in a folder: a form is drafted once for all its returns.

    Where several returns are of one form that no rulebook fits, a weight or standard that one of
    them altered shows against the others. ``begin`` is called with each path in turn.
    """
    known = library_of(rulebooks)
    asked = loaded_rulebook(rulebook, known)
    checks = []
    for one in check_in_forms(paths, asked, known, {}):
        begin(one.file)
        checks.append(one)
    waiting: dict[str, list[int]] = {}
    for place, one in enumerate(checks):
        if one.outcome == "waiting" and one.rulebook is not None:
            waiting.setdefault(one.rulebook.form or "", []).append(place)
    forms: dict[str, Rulebook] = {}
    for key, places in waiting.items():
        variants = [FormSeen(key, used.sha256) for p in places if (used := checks[p].rulebook)]
        usual = places[drafting.usual_of(variants)]
        book = form_draft(paths[usual], key) if len(places) > 1 else None
        forms |= {key: book} if book is not None else {}
    for shared in (True, False):
        left = [p for key, places in waiting.items() if (key in forms) is shared for p in places]
        again = check_in_forms([paths[p] for p in left], asked, known, forms if shared else None)
        for place, found in zip(left, again, strict=True):
            checks[place] = found
    return checks


def form_draft(path: SourceLike, key: str) -> Rulebook | None:
    """The rulebook that all returns of a form are read by, drafted from this one."""
    source = source_of(path)
    workbook = read_workbook(source.name, source.content)
    outline = outline_of(workbook) if isinstance(workbook, Workbook) else None
    return drafting.draft_of(outline, key) if outline is not None else None


def _check_batch(
    sources: Sequence[Source],
    asked: Rulebook | None,
    known: Library,
    forms: Mapping[str, Rulebook] | None = None,
) -> list[Check]:
    """Check one batch; files that cannot be checked keep their place among the others."""
    met = [_meet(source, asked, known, forms) for source in sources]
    checked = iter(check_scoresheets([one for one in met if isinstance(one, Scoresheet)]))
    found = [one if isinstance(one, Check) else next(checked) for one in met]
    return [
        one if source.content is None else replace(one, content=source.content)
        for one, source in zip(found, sources, strict=True)
    ]


def _meet(
    source: Source,
    asked: Rulebook | None,
    known: Library,
    forms: Mapping[str, Rulebook] | None,
) -> Scoresheet | Check:
    path = source.name
    workbook = read_workbook(path, source.content)
    if isinstance(workbook, Unreadable):
        return Check(
            file=path,
            sha256=workbook.sha256,
            findings=ordered_findings(workbook.findings, {}),
            outcome="unreadable",
        )
    found = _in_forms(workbook, asked, known, forms)
    if isinstance(found, FormSeen):
        used = RulebookUsed(None, "1", found.variant, "sheet", 0.0, found.key)
        return Check(path, workbook.sha256, findings=(), outcome="waiting", rulebook=used)
    return found if isinstance(found, Scoresheet) else _unlocated(path, found)


def scoresheet_in(
    source: SourceLike, rulebook: RulebookLike | None, rulebooks: LibraryLike = None
) -> Scoresheet | None:
    """Find the scoresheet of a file that is checked elsewhere; None where there is no one."""
    known, held = library_of(rulebooks), source_of(source)
    workbook = read_workbook(held.name, held.content)
    if isinstance(workbook, Unreadable):
        return None
    found = locate_in(workbook, loaded_rulebook(rulebook, known), known)
    return found if isinstance(found, Scoresheet) else None


def check_workbook(workbook: Workbook, asked: Rulebook | None, known: Library) -> Check:
    """Check a workbook that has been read, or one changed in memory."""
    found = locate_in(workbook, asked, known)
    if isinstance(found, Scoresheet):
        return check_scoresheets([found])[0]
    return _unlocated(workbook.path, found)


def locate_in(workbook: Workbook, asked: Rulebook | None, known: Library) -> Scoresheet | Unlocated:
    """Find the scoresheet of a workbook, read by itself where no rulebook fits."""
    found = _by_rulebook(workbook, asked, known)
    return found if _is_settled(found, asked) else by_itself(workbook, found)


def _in_forms(
    workbook: Workbook,
    asked: Rulebook | None,
    known: Library,
    forms: Mapping[str, Rulebook] | None,
) -> Scoresheet | Unlocated | FormSeen:
    """The same in a folder, where the returns of a form share the rulebook drafted from one."""
    if forms is None:
        return locate_in(workbook, asked, known)
    found = _by_rulebook(workbook, asked, known)
    return found if _is_settled(found, asked) else in_a_form(workbook, found, forms)


def _is_settled(found: Scoresheet | Unlocated, asked: Rulebook | None) -> bool:
    """Whether a rulebook was asked for, or one fits without a doubt."""
    return asked is not None or (isinstance(found, Scoresheet) and not is_doubtful(found))


def _by_rulebook(
    workbook: Workbook, asked: Rulebook | None, known: Library
) -> Scoresheet | Unlocated:
    """Try the rulebook asked for or stamped first; all others only where it does not fit."""
    hinted = asked if asked is not None else _stamped(workbook, known)
    if hinted is not None:
        found = locate_scoresheet(workbook, [hinted], asked=asked)
        if isinstance(found, Scoresheet) and found.found.confidence >= _SURE:
            return found
    found = locate_scoresheet(workbook, _with_asked(known.books, asked), asked=asked)
    if asked is None and known.own and isinstance(found, Unlocated) and _is_tied(found):
        found = locate_scoresheet(workbook, known.own)  # one's own counts before a shipped one
    if asked is not None and asked.draft and isinstance(found, Unlocated):
        return locate_funds(workbook, asked, "option") or found
    return found


def _with_asked(books: Sequence[Rulebook], asked: Rulebook | None) -> Sequence[Rulebook]:
    """The rulebooks known, the one asked for in place of a namesake."""
    if asked is None:
        return books
    return [*(book for book in books if book.id != asked.id), asked]


def _is_tied(found: Unlocated) -> bool:
    return any(one.code == "S003" for one in found.findings)


def _stamped(workbook: Workbook, known: Library) -> Rulebook | None:
    """The rulebook that the workbook's stamp names; a hint, looked up and never a path."""
    name = stamped_rulebook(workbook)
    return known.find(name) if name is not None else None


def _unlocated(path: str, found: Unlocated) -> Check:
    several = any(one.code in _SEVERAL for one in found.findings)
    return Check(
        file=path,
        sha256=found.workbook.sha256,
        findings=ordered_findings((*found.workbook.findings, *found.findings), {}, found.workbook),
        outcome="several-scoresheets" if several else "no-scoresheet",
    )
