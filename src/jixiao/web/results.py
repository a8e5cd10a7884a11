"""What a run says of each return, read from its results.jsonl, and the bytes of that return."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jixiao.checking import Check

LISTED: Final = 500  # returns on the page of a run; the report of the folder has all
STATUSES: Final = ("mend", "look", "passed", "unchecked")


@dataclass(frozen=True, slots=True)
class CheckedReturn:
    """One return of a folder; ``file`` is its relative path, ``copy`` its copy among the outputs.

    Scores are written as in the results, empty where there is none.
    """

    number: int
    file: str
    department: str
    status: str
    claimed: str
    computed: str
    errors: int
    warnings: int
    sha256: str | None
    copy: str | None
    report: tuple[str, str] | None = None  # its narrative report: relative path, hash


def status_of_check(check: Check) -> str:
    """What became of a return: one of ``STATUSES``."""
    worst = check.worst()
    return _status(check.checked, {worst.value} if worst is not None else set())


def _status(is_checked: bool, severities: set[str]) -> str:  # noqa: FBT001 - private
    if not is_checked:
        return "unchecked"
    return "mend" if "error" in severities else "look" if "warning" in severities else "passed"


def read_lines(outputs: dict[str, Path], limit: int = LISTED) -> list[CheckedReturn]:
    """List the returns of a run, as many as fit on a page; none where there are no results."""
    path = outputs.get("results.jsonl")
    if path is None:
        return []
    with path.open(encoding="utf-8") as lines:
        return [_line(number, text, outputs) for number, text in enumerate(islice(lines, limit))]


def count_statuses(lines: list[CheckedReturn]) -> dict[str, int]:
    """How many returns have each status, worst first, those with none left out."""
    counts = Counter(line.status for line in lines)
    return {status: counts[status] for status in STATUSES if counts[status]}


def _line(number: int, text: str, outputs: dict[str, Path]) -> CheckedReturn:
    known: dict[str, Any] = json.loads(text, parse_float=str, parse_int=str)
    total = known.get("total") or {}
    report = known.get("report") or {}
    found = [one["severity"] for one in known["findings"] if not one.get("waived")]
    file = str(known["file"])
    return CheckedReturn(
        number=number,
        file=file,
        department=known.get("department") or "",
        status=_status(known.get("rulebook") is not None, set(found)),
        claimed=total.get("claimed") or "",
        computed=total.get("computed") or "",
        errors=found.count("error"),
        warnings=found.count("warning"),
        sha256=known.get("sha256"),
        copy=next((name for name in _copies(file) if name in outputs), None),
        report=(str(report["file"]), str(report["sha256"])) if report.get("sha256") else None,
    )


def _copies(file: str) -> Iterator[str]:
    yield f"annotated/{file}"
    yield f"annotated/{file}.xlsx"


def return_content(source: Path, line: CheckedReturn) -> bytes | None:
    """The bytes of a return below ``source``; None where it is gone or has changed since."""
    return _unchanged(source, line.file, line.sha256)


def report_content(source: Path, line: CheckedReturn) -> bytes | None:
    """The bytes of the report of a return; None as well where it has none."""
    return _unchanged(source, *line.report) if line.report is not None else None


def _unchanged(source: Path, file: str, sha256: str | None) -> bytes | None:
    from jixiao.workbook import content_hash

    content = _content(source.resolve(), file)
    return content if content is not None and content_hash(content) == sha256 else None


def _content(source: Path, file: str) -> bytes | None:
    from jixiao.bulk import ArchiveRefused
    from jixiao.workbook import Refused, load_file

    parts = [part for part in file.split("/") if part not in ("", ".", "..")]
    for end in range(len(parts), 0, -1):
        path = source.joinpath(*parts[:end])
        if path.is_file() and path.resolve().is_relative_to(source):
            try:
                inner = "/".join(parts[end:])
                return load_file(str(path)) if not inner else _member(path, inner)
            except (Refused, ArchiveRefused, OSError, KeyError):
                return None
    return None


def _member(archive: Path, inner: str) -> bytes:
    from jixiao.bulk import open_returns

    with open_returns(archive) as returns:
        names = {member.relative: member.name for member in returns.members}
        return returns.read(names[inner])
