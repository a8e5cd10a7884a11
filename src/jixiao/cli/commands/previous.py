"""``--previous``: last year's return of one file, or a folder or zip of last year's returns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jixiao.cli.commands.rulebooks import library_at
from jixiao.cli.shell import UsageProblem
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check, LastReturns
    from jixiao.rulebook import Library


def compare_with_last(
    checks: Sequence[Check],
    previous: str | None,
    rulebook: str | None,
    folder: str | None,
    lang: Lang,
    report: str | None = None,
) -> list[Check]:
    """Add what last year's returns say; ``previous`` is a file for one return, else a folder.

    A zip counts as a folder. ``report`` is compared with the report that lies with last year's.
    """
    if previous is None or not any(check.checked for check in checks):
        return list(checks)
    from jixiao.checking import last_return_of, with_previous

    known = library_at(folder, lang)
    if not _holds_several(Path(previous)):
        compared = [
            with_previous(check.file, check, previous, rulebook, rulebooks=known)
            for check in checks
        ]
        return [_with_last_report(check, report, previous) for check in compared]
    with TemporaryDirectory() as scratch:
        returns = returns_at(Path(previous), Path(scratch), known, lang)
        return [
            _with_last_report(
                last_return_of(check, returns, rulebook, rulebooks=known), report, returns.of(check)
            )
            for check in checks
        ]


def _with_last_report(check: Check, report: str | None, last: str | None) -> Check:
    """Add that the report is last year's handed in again, where it is."""
    if report is None or last is None or not check.checked:
        return check
    from jixiao.bulk import report_of

    before = report_of(last)
    if before is None:
        return check
    from jixiao.narrative import with_last_report

    return with_last_report(check, report, before)


def _holds_several(path: Path) -> bool:
    """Whether a path is a folder or an archive."""
    return path.is_dir() or path.suffix.casefold() == ".zip"


def refuse_previous(previous: str | None, files: int, lang: Lang) -> None:
    """Refuse what is neither a file nor a folder, and one file for several returns."""
    if previous is None:
        return
    path = Path(previous)
    if not path.exists():
        raise UsageProblem(text_in("cli.previous.missing", lang, path=previous))
    if files > 1 and not _holds_several(path):
        raise UsageProblem(text_in("cli.previous.needs-folder", lang))


def refuse_no_folder(previous: str | None, lang: Lang) -> None:
    """Refuse what is neither a folder nor a zip."""
    path = Path(previous or "")
    if previous is not None and not (path.exists() and _holds_several(path)):
        raise UsageProblem(text_in("cli.previous.not-a-folder", lang, path=previous))


def returns_at(place: Path, scratch: Path, known: Library, lang: Lang) -> LastReturns:
    """Read whose return each workbook of a folder or zip is; archives are unpacked in scratch."""
    from jixiao.bulk import ArchiveRefused, workbooks_at
    from jixiao.checking import last_returns

    try:
        return last_returns(workbooks_at(place, scratch), rulebooks=known)
    except ArchiveRefused as refused:
        why = refused.reason.text(lang)
        raise UsageProblem(text_in("cli.previous.refused", lang, path=place, why=why)) from None
