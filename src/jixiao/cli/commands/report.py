"""``--report``: the narrative report that goes with one scoresheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.commands.rulebooks import library_at
from jixiao.cli.shell import UsageProblem
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
