"""What a run says of each return, as its outputs list it, and the bytes of that return."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.figures import format_points
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.reporting import CheckRecord
    from jixiao.writing import ReturnRow

LISTED: Final = 500  # returns on the page of a run; the report of the folder has all
UNUSED: Final = "unused"  # the status of a return that was checked but does not count
_ORDER: Final = ("mend", "look", "passed", UNUSED, "unchecked")


@dataclass(frozen=True, slots=True)
class CheckedReturn:
    """One return of a folder; ``file`` is its relative path, ``copy`` its copy among the outputs.

    Scores are texts, empty where there is none; ``remark`` says why it does not count, and what
    only the whole folder shows.
    """

    file: str
    department: str
    status: str
    claimed: str
    computed: str
    remark: str
    copy: str


def read_lines(results: Path, lang: Lang, limit: int = LISTED) -> list[CheckedReturn]:
    """List the returns of a run, as many as fit on a page; none where there are no results."""
    return [_line(row, lang) for row in islice(_rows(results), limit)]


def count_statuses(results: Path) -> dict[str, int]:
    """How many returns have each status, worst first, those with none left out."""
    counts = Counter(_status(row) for row in _rows(results))
    return {status: counts[status] for status in _ORDER if counts[status]}


def _rows(results: Path) -> Iterator[ReturnRow]:
    from jixiao.bulk import FinishedError, open_finished

    try:
        with open_finished(results) as run:
            yield from run.rows()
    except (FinishedError, OSError):
        return


def _status(row: ReturnRow) -> str:
    from jixiao.reporting import status_by_counts

    is_checked = row.brief.outcome == "checked"
    status = status_by_counts(is_checked=is_checked, errors=row.errors, warnings=row.warnings)
    return status if row.counts or not is_checked else UNUSED


def _line(row: ReturnRow, lang: Lang) -> CheckedReturn:
    return CheckedReturn(
        file=row.relative,
        department=row.brief.department or "",
        status=_status(row),
        claimed=_points(row.claimed),
        computed=_points(row.computed),
        remark=text_in("words.semicolon", lang).join(_remarks(row, lang)),
        copy=row.copy or "",
    )


def _remarks(row: ReturnRow, lang: Lang) -> Iterable[str]:
    why = row.uncounted or row.brief.outcome
    is_said = not row.counts and why != "no-scoresheet"  # its status says it
    said = (text_in(f"summary.ranking.{why}", lang),) if is_said else ()
    return dict.fromkeys((*said, *row.remarks))


def _points(value: Fraction | None) -> str:
    return "" if value is None else format_points(value)


def round_at(results: Path) -> str:
    """What the round of a run is called; empty where it has no results."""
    from jixiao.bulk import FinishedError, open_finished

    try:
        with open_finished(results) as run:
            return run.scope.round
    except (FinishedError, OSError):
        return ""


def record_at(results: Path, file: str) -> CheckRecord | None:
    """All that was found of a return; None where that is not kept."""
    from jixiao.bulk import FinishedError, open_finished

    try:
        with open_finished(results) as run:
            return run.record(file)
    except (FinishedError, OSError):
        return None


def return_content(source: Path, record: CheckRecord) -> bytes | None:
    """The bytes of a return below ``source``; None where it is gone or has changed since."""
    from jixiao.workbook import content_hash

    content = _content(source.resolve(), record.file)
    return content if content is not None and content_hash(content) == record.sha256 else None


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
