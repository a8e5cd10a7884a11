"""``jixiao draft-report``: the skeleton of the 自评报告 with the figures of a scoresheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    force_option,
    lang_option,
    language_of,
    limits_option,
    output_option,
    print_notice,
    rulebook_option,
    rulebooks_option,
)
from jixiao.finding import Lang, Severity, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check
    from jixiao.rulebook import Library
    from jixiao.workbook import Height


@bilingual_command("draft-report", says="cli.draft-report.help")
@click.argument("file", metavar="FILE")
@rulebook_option(says="cli.draft-report.rulebook")
@rulebooks_option()
@output_option(says="cli.draft-report.output", required=True)
@force_option()
@limits_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    rulebook: str | None,
    rulebooks: str | None,
    output: str,
    *,
    force: bool,
    limits: Height,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Write the draft and say what is left to write."""
    from jixiao.rulebook import RulebookError
    from jixiao.workbook import within_limits

    said, target = language_of(ctx), Path(output)
    ctx.with_resource(within_limits(limits))
    if target.suffix.lower() != ".docx":
        raise UsageProblem(text_in("cli.targets.ending", said, target=target, ending=".docx"))
    targets.refuse_clashes([target], (file,), force=force, lang=said)
    targets.refuse_missing_folder(target, said)
    _refuse_without_docx(said)
    try:
        known = library_at(rulebooks, said)
        if rulebook is not None:
            load_named(rulebook, said, known)
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    return _draft(file, rulebook, known, target, said)


def _refuse_without_docx(lang: Lang) -> None:
    import importlib.util

    if importlib.util.find_spec("docx") is None:
        raise UsageProblem(text_in("cli.draft-report.no-docx", lang))


def _draft(file: str, rulebook: str | None, known: Library, target: Path, lang: Lang) -> int:
    from jixiao.checking import check, scoresheet_in
    from jixiao.rulebook import report_outline
    from jixiao.scoresheet import Scoresheet
    from jixiao.writing import compose_report, report_document, write_bytes

    checked = check(file, rulebook, rulebooks=known)
    sheet = scoresheet_in(file, rulebook, rulebooks=known) if checked.checked else None
    if not isinstance(sheet, Scoresheet):
        _print_findings(checked, lang)
        return Exit.FAILED
    report = compose_report(sheet, checked, report_outline(sheet.rulebook))
    write_bytes(target, report_document(report))
    print_notice(text_in("cli.written", lang, target=target))
    print_notice(text_in("cli.draft-report.gaps", lang, count=report.gaps - 1))
    errors = sum(f.severity is Severity.ERROR and f.waived is None for f in checked.findings)
    if errors:
        print_notice(text_in("cli.draft-report.errors", lang, count=errors, file=file))
    return Exit.CLEAN


def _print_findings(checked: Check, lang: Lang) -> None:
    from jixiao.reporting import render_survey_findings

    print_notice("\n".join(render_survey_findings(checked.findings[:1], lang)))
