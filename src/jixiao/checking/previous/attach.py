"""A check with what last year's return says of it; whose return each file of a folder is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from jixiao.checking.model import Check, ordered_findings
from jixiao.checking.previous.compare_years import compare_years
from jixiao.checking.run import RulebookLike, loaded_rulebook, locate_in
from jixiao.checking.source import SourceLike, source_of
from jixiao.finding import Bilingual, Finding, finding, message, text_of
from jixiao.rulebook import Library, LibraryLike, Rulebook, library_of
from jixiao.scoresheet import Scoresheet, department_key, is_same_department
from jixiao.workbook import Unreadable, read_workbook


@dataclass(frozen=True, slots=True)
class LastReturns:
    """Last year's returns by department; departments with several are left out of ``paths``.

    ``unnamed`` are those that name no department, by the names of their files. ``aliases`` are
    further names of departments, by any of their names.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    several: frozenset[str] = frozenset()
    unnamed: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, check: Check) -> str | None:
        """The file of a return's department: by its name, one like it, or the name of a file."""
        names = self._names_of(check)
        found = (self.paths.get(name) for name in names)
        exact = next((path for path in found if path is not None), None)
        if exact is not None or self.several.intersection(names):
            return exact
        like = {
            path
            for last, path in self.paths.items()
            if any(is_same_department(name, last) for name in names)
        }
        like = like or {
            path for file, path in self.unnamed.items() if any(name in file for name in names)
        }
        return like.pop() if len(like) == 1 else None

    def _names_of(self, check: Check) -> list[str]:
        """The keys of a department; where its return names none, those that its file bears."""
        stated = [n for n in (check.department, check.stamped_department) if n]
        names = dict.fromkeys(department_key(name) for name in stated)
        for name in tuple(names):
            names |= dict.fromkeys(self.aliases.get(name, ()))
        if not names:
            file = department_key(_stem(check.file))
            names = dict.fromkeys(name for name in self.paths if name in file)
        return list(names)

    def missing(self, check: Check) -> Finding:
        """Say that last year's return of a department is not there, or that there are several."""
        is_there = not self.several.isdisjoint(self._names_of(check))
        id_ = "checking.previous.several" if is_there else "checking.previous.none"
        return finding("C206", reason=text_of(id_))

    def renamed(self, departments: Iterable[Sequence[str]]) -> LastReturns:
        """The same, with the names that each department goes by."""
        aliases: dict[str, tuple[str, ...]] = {}
        for names in departments:
            keys = tuple(dict.fromkeys(department_key(name) for name in names))
            aliases |= dict.fromkeys(keys, keys)
        return replace(self, aliases=aliases)


def last_returns(paths: Iterable[str], *, rulebooks: LibraryLike = None) -> LastReturns:
    """Read whose return each file is; files that are no return are passed over."""
    known = library_of(rulebooks)
    found: dict[str, list[str]] = {}
    unnamed: dict[str, str] = {}
    for path in paths:
        sheet = _located(path, None, None, known)
        if isinstance(sheet, Scoresheet):
            stated = (sheet.department, sheet.stamp.department if sheet.stamp else None)
            keys = {department_key(name) for name in stated if name}
            for key in keys:
                found.setdefault(key, []).append(path)
            if not keys:
                unnamed[department_key(_stem(path))] = path
    single = {key: each[0] for key, each in found.items() if len(each) == 1}
    return LastReturns(single, frozenset(found.keys() - single.keys()), unnamed)


def _stem(path: str) -> str:
    return PurePath(path.replace("\\", "/")).stem


def with_previous(
    source: SourceLike,
    check: Check,
    previous: SourceLike,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
    is_same: bool = False,
) -> Check:
    """Give ``check`` with findings from comparing its file, ``source``, with last year's return.

    ``rulebook`` is the one that was asked for; last year's return is read by its own. ``is_same``:
    both are known to be of one department, whatever it was called.
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
        return with_findings(check, compare_years(now, last, is_same=is_same), now)
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
    return with_previous(check.file, check, path, rulebook, rulebooks=rulebooks, is_same=True)


def _name(path: str) -> str:
    return PurePath(path.replace("\\", "/")).name


def _unusable(name: str, trouble: Finding | None) -> Finding:
    said = text_of("checking.previous.unusable")
    texts = Bilingual("", "")
    if trouble is not None:
        texts = Bilingual(message(trouble, "zh"), message(trouble, "en"))
    return finding("C205", reason=said.fill(file=_name(name), text=texts))


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
