"""``--report``: the narrative report that goes with one scoresheet, and its copy with comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.commands.rulebooks import library_at
from jixiao.cli.shell import UsageProblem, print_notice
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check


def refuse_report(report: str | None, files: int, lang: Lang) -> None:
    """Refuse a report that is not there, and one report for several scoresheets."""
    if report is None:
        return
    if not Path(report).exists():
        raise UsageProblem(text_in("cli.report.missing", lang, path=report))
    if files > 1:
        raise UsageProblem(text_in("cli.report.one-file", lang))


def compare_with_report(
    checks: Sequence[Check],
    report: str | None,
    rulebook: str | None,
    folder: str | None,
    lang: Lang,
) -> list[Check]:
    """Add what comes of comparing the scoresheet with its report."""
    if report is None or not any(check.checked for check in checks):
        return list(checks)
    from jixiao.narrative import with_report

    known = library_at(folder, lang)
    return [with_report(c.file, c, report, rulebook, rulebooks=known) for c in checks]


def copy_of_report(report: str | None, annotate: str | None) -> Path | None:
    """Where the report with comments goes: next to the annotated copy, called like it.

    In a folder it is called like the report. None where no copy is wanted, or the report is no Word
    file.
    """
    if report is None or annotate is None or not _is_package(Path(report)):
        return None
    target = Path(annotate)
    if target.is_dir():
        return target / Path(report).with_suffix(".docx").name
    return target.with_suffix(".docx")


def _is_package(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def write_report_copy(
    checks: Sequence[Check], report: str | None, target: Path | None, lang: Lang, *, force: bool
) -> None:
    """Write the report with comments, or say why there is none."""
    if report is None or not checks[0].checked:
        return
    from jixiao.writing import deliver_report

    copy = deliver_report(checks[0], Path(report), target or Path(), replace=force, lang=lang)
    if copy.content is not None:
        print_notice(text_in("cli.written", lang, target=target))
    if copy.why is not None:
        print_notice(copy.why.text(lang))
