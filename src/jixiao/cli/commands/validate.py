"""``jixiao validate``: check returns, show the result, write annotated copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.commands.previous import compare_with_last, refuse_previous
from jixiao.cli.commands.report import (
    compare_with_report,
    copy_of_report,
    refuse_report,
    write_report_copy,
)
from jixiao.cli.commands.validate_result import FORMATS, ResultStyle, result_of
from jixiao.cli.commands.waiving import append_waiver, today, waivers_of, wish_of
from jixiao.cli.commands.workings import refuse_alone, workings_by_file
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    fail_on_option,
    force_option,
    give_result,
    lang_option,
    language_of,
    limits_option,
    option,
    output_option,
    print_notice,
    rulebook_option,
    rulebooks_option,
)
from jixiao.finding import Lang, Severity, text_in

if TYPE_CHECKING:
    from jixiao.checking import Check, Working
    from jixiao.workbook import Height


@bilingual_command(
    "validate",
    says="cli.validate.help",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@rulebook_option(says="cli.validate.rulebook")
@rulebooks_option()
@option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    says="cli.validate.format",
)
@output_option(says="cli.validate.output")
@option(
    "--annotate",
    metavar="PATH",
    says="cli.validate.annotate",
)
@option("--workings", is_flag=True, says="cli.validate.workings")
@option("--fix", metavar="PATH", says="cli.validate.fix")
@option("--previous", metavar="PATH", says="cli.validate.previous")
@option("--report", metavar="PATH", says="cli.validate.report")
@option("--select", metavar="CODES", multiple=True, says="cli.validate.select")
@option("--ignore", metavar="CODES", multiple=True, says="cli.validate.ignore")
@option("--quiet", is_flag=True, says="cli.validate.quiet")
@option("--statistics", is_flag=True, says="cli.validate.statistics")
@option("--waivers", metavar="FILE", says="cli.validate.waivers")
@option("--write-waiver", metavar="CODE@CELL", says="cli.validate.write-waiver")
@option("--reason", metavar="TEXT", says="cli.validate.reason")
@option("--who", metavar="NAME", says="cli.validate.who")
@option("--until", metavar="DATE", says="cli.validate.until")
@force_option()
@limits_option()
@fail_on_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    rulebook: str | None,
    rulebooks: str | None,
    format_: str,
    output: str | None,
    annotate: str | None,
    *,
    workings: bool,
    fix: str | None,
    previous: str | None,
    report: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    quiet: bool,
    statistics: bool,
    waivers: str | None,
    write_waiver: str | None,
    reason: str | None,
    who: str | None,
    until: str | None,
    force: bool,
    limits: Height,
    fail_on: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Check ``files`` and give the exit code."""
    from jixiao.cli.commands.check_files import exit_code
    from jixiao.cli.commands.selection import selection_of
    from jixiao.workbook import within_limits

    said = language_of(ctx)
    ctx.with_resource(within_limits(limits))
    if statistics and format_ != "text":
        raise UsageProblem(text_in("cli.validate.statistics-text", said, format=format_))
    refuse_alone(annotate if workings else "", said)
    refuse_previous(previous, len(files), said)
    refuse_report(report, len(files), said)
    selection = selection_of(select, ignore, said)
    marked = targets.copies(files, Path(annotate), said) if annotate else []
    mended = targets.copies(files, Path(fix), said) if fix else []
    commented = copy_of_report(report, annotate)
    wanted = [*marked, *mended, *(Path(one) for one in (output, commented) if one)]
    targets.refuse_clashes(wanted, files, force=force, lang=said)
    if output:
        targets.refuse_missing_folder(Path(output), said)

    wish = wish_of(write_waiver, waivers, reason, who, until, files=len(files), lang=said)
    excused = waivers_of(waivers, said, may_lack=wish is not None) if waivers else ()
    for other in filter(None, (waivers, report)):
        targets.refuse_clashes(wanted, [other], force=True, lang=said)
    checks = _check(files, rulebook, rulebooks, said)
    checks = compare_with_last(checks, previous, rulebook, rulebooks, said, report)
    checks = compare_with_report(checks, report, rulebook, rulebooks, said)
    if fix:
        from jixiao.cli.commands.mending import write_fixes

        write_fixes(checks, mended, rulebook, rulebooks, said, force=force)
    if wish is not None:
        excused = append_waiver(checks[0], excused, wish, said)
    if waivers:
        from jixiao.checking import apply_waivers

        checks = [apply_waivers(check, excused, today()) for check in checks]
    if selection is not None:
        from jixiao.checking import select_findings

        checks = [select_findings(check, selection) for check in checks]
    code = exit_code(checks, fail_on)
    by_file = workings_by_file(checks, rulebook, rulebooks, said) if workings else {}
    copies = _annotate(checks, marked, code, said, by_file, force=force)
    write_report_copy(checks, report if annotate else None, commented, said, force=force)
    style = ResultStyle(
        format=format_,
        lang=said,
        bar=Severity.ERROR if fail_on == "never" else Severity(fail_on),
        is_quiet=quiet,
        is_counted=statistics,
        is_selected=selection is not None,
        is_marked=bool(annotate),
        is_shown=not output,
    )
    result = result_of(checks, style)
    if output and code is not Exit.FAILED:
        _write(result, Path(output))
        print_notice(text_in("cli.written", said, target=output))
        return code
    if output or len(marked) > copies:
        print_notice(text_in("cli.validate.nothing-written", said))
    give_result(result)
    return code


def _check(
    files: Sequence[str], rulebook: str | None, folder: str | None, lang: Lang
) -> list[Check]:
    from jixiao.cli.commands import check_files as checks
    from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
    from jixiao.rulebook import RulebookError

    try:
        known = library_at(folder, lang)
        if rulebook is not None:
            load_named(rulebook, lang, known)
    except RulebookError as broken:
        print_notice(problems_text(broken, lang))
        return [checks.rulebook_unusable(file, broken) for file in files]
    return checks.check_all(files, rulebook, known, lang)


def _annotate(
    checks: Sequence[Check],
    marked: Sequence[Path],
    code: Exit,
    lang: Lang,
    workings: Mapping[str, Sequence[Working]],
    *,
    force: bool,
) -> int:
    """Write annotated copies and give their number: where a file could not be checked, only those
    of readable workbooks without a scoresheet.
    """
    count = 0
    if not marked:
        return count
    for check, target in zip(checks, marked, strict=True):
        if code is not Exit.FAILED or check.outcome == "no-scoresheet":
            from jixiao.finding import message
            from jixiao.writing import deliver

            target.parent.mkdir(parents=True, exist_ok=True)
            by_file = workings.get(check.file, ())
            patched = deliver(check, target, replace=force, lang=lang, workings=by_file)
            print_notice(text_in("cli.written", lang, target=target))
            for found in patched.findings if patched.is_alone else ():
                print_notice(message(found, lang))
            count += 1
    return count


def _write(result: str, target: Path) -> None:
    from jixiao.writing import replacing

    with replacing(target) as temporary:
        temporary.write_text(result, encoding="utf-8", errors="backslashreplace", newline="")
