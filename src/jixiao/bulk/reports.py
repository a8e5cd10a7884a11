"""Which document of a folder is the report of which return; passages that reports share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from jixiao.bulk.departments import Roster
from jixiao.bulk.walk import FileSort, FoundFile, sort_of
from jixiao.finding import Finding

REPORT_SUFFIXES: Final = frozenset(
    {".docx", ".txt", ".html", ".htm", ".pdf", ".doc", ".wps", ".rtf"}
)
_NAMED: Final = re.compile("报告|总结|自评")
_WORDS: Final = re.compile(
    r"部门整体支出|整体支出|绩效|自评|评价|评分|指标体系|报告|总结|情况|表|附件|定稿|终稿|盖章|年度|"
    r"20\d\d年?|[^\u4e00-\u9fffA-Za-z]"
)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The narrative report of a return: its path, as the folder lists it, and its hash.

    ``member`` is its name inside the archive ``path``, or None. ``copy`` is where the report with
    comments goes, or None; ``recorded`` is the hash of what an earlier run wrote there.
    """

    path: str
    relative: str
    sha256: str
    member: str | None = None
    copy: str | None = None
    recorded: str | None = None


def pair_reports(entries: Iterable[FoundFile], roster: Roster | None) -> dict[str, FoundFile]:
    """Give the report of each return, by the return's relative path.

    A report has the name of its workbook, or of its department on the roster, or is alone with it
    in a folder; where several fit, none is taken.
    """
    listed = list(entries)
    books = [entry for entry in listed if entry.sort is FileSort.WORKBOOK]
    in_folder = Counter(_folder(book) for book in books)
    places: dict[Hashable, list[FoundFile]] = defaultdict(list)
    for document in listed:
        if document.sort is FileSort.STRAY and _suffix(document) in REPORT_SUFFIXES:
            for key in _keys(document, roster):
                places[key].append(document)
    found: dict[str, FoundFile] = {}
    for book in books:
        for key in _keys(book, roster):
            is_alone = key[0] != "folder" or in_folder[_folder(book)] == 1
            if is_alone and len(places.get(key, ())) == 1:
                found[book.relative] = places[key][0]
                break
    return found


def report_of(book: str) -> str | None:
    """The report that lies with a workbook in its folder; None where none or several fit."""
    folder = Path(book).parent
    with suppress(OSError):
        names = sorted(each.name for each in folder.iterdir() if each.is_file())
        entries = [FoundFile(name, folder / name, sort_of(name)) for name in names]
        found = pair_reports(entries, None).get(Path(book).name)
        return str(found.path) if found is not None else None
    return None


def _keys(entry: FoundFile, roster: Roster | None) -> list[tuple[str, Hashable]]:
    """What ties a report to its return, the surest first."""
    keys: list[tuple[str, Hashable]] = []
    core = _WORDS.sub("", PurePosixPath(entry.relative).stem)
    if core:
        keys.append(("name", (_folder(entry), core)))
    is_book = entry.sort is FileSort.WORKBOOK
    if not is_book and not _NAMED.search(PurePosixPath(entry.relative).name):
        return keys
    department = roster.in_path(entry.relative) if roster is not None else None
    if department is not None:
        keys.append(("department", department.line))
    return [*keys, ("folder", _folder(entry))]


def _folder(entry: FoundFile) -> str:
    return str(PurePosixPath(entry.relative).parent)


def _suffix(entry: FoundFile) -> str:
    return PurePosixPath(entry.relative.casefold()).suffix


def copied_reports(
    reports: Mapping[str, ReportFile],
    names: Mapping[str, str],
    content_of: Callable[[ReportFile], bytes | None],
) -> dict[str, tuple[Finding, ...]]:
    """Find passages that reports of different departments share, by return.

    ``reports`` gives the report of each return, ``names`` whose return it is, ``content_of`` the
    bytes of one that is in an archive.
    """
    if len({report.relative for report in reports.values()}) < 2:
        return {}
    from jixiao.narrative import NarrativeReport, copied_passages, read_report

    known: dict[str, NarrativeReport] = {}
    owners: dict[str, str] = {}
    for relative, report in reports.items():
        name = names.get(relative, relative)
        read = read_report(report.path, content_of(report)) if name not in known else None
        if isinstance(read, NarrativeReport):
            known[name] = read
            owners[name] = relative
    return {owners[name]: found for name, found in copied_passages(known).items()}
