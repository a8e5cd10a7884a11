"""A check with what last year's return says of it; whose return each file of a folder is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from jixiao.checking.model import Check, ordered_findings
from jixiao.checking.previous.compare_years import compare_years
from jixiao.checking.run import RulebookLike, loaded_rulebook, locate_in
from jixiao.checking.source import SourceLike, source_of
from jixiao.finding import Bilingual, Finding, finding, message, text_of
from jixiao.rulebook import Library, LibraryLike, Rulebook, library_of
from jixiao.scoresheet import Scoresheet, plain_label
from jixiao.workbook import Unreadable, read_workbook


@dataclass(frozen=True, slots=True)
class LastReturns:
    """Last year's returns by department; departments with several are left out of ``paths``."""

    paths: Mapping[str, str] = field(default_factory=dict)
    several: frozenset[str] = frozenset()

    def of(self, check: Check) -> str | None:
        """The file of a return's department, by the name in it or the one it was issued to."""
        names = (check.department, check.stamped_department)
        found = (self.paths.get(plain_label(name)) for name in names if name)
        return next((path for path in found if path is not None), None)

    def missing(self, check: Check) -> Finding:
        """Say that last year's return of a department is not there, or that there are several."""
        keys = {plain_label(name) for name in (check.department, check.stamped_department) if name}
        id_ = "checking.previous.several" if keys & self.several else "checking.previous.none"
        return finding("C206", reason=text_of(id_))


def last_returns(paths: Iterable[str], *, rulebooks: LibraryLike = None) -> LastReturns:
    """Read whose return each file is; files that are no return are passed over."""
    known = library_of(rulebooks)
    found: dict[str, list[str]] = {}
    for path in paths:
        sheet = _located(path, None, None, known)
        if isinstance(sheet, Scoresheet):
            names = {sheet.department, sheet.stamp.department if sheet.stamp else None} - {None, ""}
            for key in {plain_label(name or "") for name in names}:
                found.setdefault(key, []).append(path)
    single = {key: each[0] for key, each in found.items() if len(each) == 1}
    return LastReturns(single, frozenset(found.keys() - single.keys()))


def with_previous(
    source: SourceLike,
    check: Check,
    previous: SourceLike,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
) -> Check:
    """Give ``check`` with findings from comparing its file, ``source``, with last year's return.

    ``rulebook`` is the one that was asked for; last year's return is read by its own.
    """
    if not check.checked:
        return check
    known = library_of(rulebooks)
    named, before = source_of(source), source_of(previous)
    now = _located(named.name, named.content, loaded_rulebook(rulebook, known), known)
    last = _located(before.name, before.content, None, known)
    if not isinstance(now, Scoresheet):
        return check
    if isinstance(last, Scoresheet):
        return with_findings(check, compare_years(now, last), now)
    return with_findings(check, (_unusable(before.name, last),), now)


def last_return_of(
    check: Check,
    returns: LastReturns,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
) -> Check:
    """Give a check of a file with findings from comparing it with its department's last return."""
    if not check.checked:
        return check
    path = returns.of(check)
    if path is None:
        return with_findings(check, (returns.missing(check),), None)
    return with_previous(check.file, check, path, rulebook, rulebooks=rulebooks)


def _unusable(name: str, trouble: Finding | None) -> Finding:
    said = text_of("checking.previous.unusable")
    texts = Bilingual("", "")
    if trouble is not None:
        texts = Bilingual(message(trouble, "zh"), message(trouble, "en"))
    return finding("C205", reason=said.fill(file=name, text=texts))


def with_findings(check: Check, findings: Iterable[Finding], sheet: Scoresheet | None) -> Check:
    """Add findings to a check, in its order."""
    more = tuple(findings)
    if not more:
        return check
    severities = sheet.rulebook.severities if sheet is not None else {}
    ordered = ordered_findings(more, severities, sheet.workbook if sheet is not None else None)
    wording = sorted((*check.findings, *ordered), key=lambda found: found.severity.rank)
    return replace(check, findings=tuple(wording))


def _located(
    path: str, content: bytes | None, asked: Rulebook | None, known: Library
) -> Scoresheet | Finding | None:
    """The scoresheet of a file, or why there is none."""
    workbook = read_workbook(path, content)
    if isinstance(workbook, Unreadable):
        return next(iter(workbook.findings), None)
    found = locate_in(workbook, asked, known)
    if isinstance(found, Scoresheet):
        return found
    return next(iter(found.findings), None)
