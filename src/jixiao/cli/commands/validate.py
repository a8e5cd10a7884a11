"""``jixiao validate``: check returns, tell the result, write annotated copies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.shell import (
    WIDTH,
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    option,
    paint,
    screen_width,
    tell_user,
)
from jixiao.finding import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.checking import Check

FORMATS = ("text", "json", "csv")
WRITTEN = Bilingual("已写出：{target}", "written: {target}")
NOTHING_WRITTEN = Bilingual(
    "有文件未能检查，所要的输出没有写。请处理好下面所说的问题后再运行一次。",
    "Some files could not be checked, so no file was written. Mend what is said below and run "
    "again.",
)
NEXT_MEND = Bilingual(
    "接下来：按上面所说逐条改好，保存后再核对一次。加上 --annotate 新文件名.xlsx，可以得到在原表"
    "上标出这些问题的工作簿。",
    "Next: mend these one by one, save, and check again. With --annotate NEW.xlsx you get the "
    "workbook"
    " with these marks in it.",
)
NEXT_MARKED = Bilingual(
    "接下来：打开标注件，按批注逐条改好原表，再核对一次。",
    "Next: open the annotated copy, mend the original as its comments say, and check again.",
)
NEXT_CLEAN = Bilingual("自评得分站得住，可以报送。", "The self-scores hold; it can be handed in.")


@bilingual_command(
    "validate",
    zh="核对一个或几个评分表：逐项复算自评得分，列出不一致的单元格、应为多少、怎么改。\n\n"
    "退出码：0 没有达到 --fail-on 的问题；1 有；2 命令用法不对；3 有文件未能检查。",
    en="Check one or more scoresheets: recompute each self-score and list the cells that do not "
    "hold,"
    " the expected value and what to do.\n\n"
    "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong use; 3 could not check.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@option(
    "--rulebook",
    metavar="ID-or-PATH",
    zh="按哪个指标体系核对：编号（见 jixiao rulebook list）或文件。默认自动识别。",
    en="Rulebook to check against: an id (see jixiao rulebook list) or a file. Found by default.",
)
@option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    zh="结果的格式：text 文字（默认），json 供程序读取，csv 每行一个问题。",
    en="Format of the result: text (default), json, or csv with one finding a line.",
)
@option(
    "--output",
    metavar="PATH",
    zh="把结果写到这个文件，不显示在屏幕上。",
    en="Write the result to this file instead of showing it.",
)
@option(
    "--annotate",
    metavar="PATH",
    zh="另存一份带标注的工作簿；核对多个文件时写文件夹。原文件不动。",
    en="Write the annotated copy here; a folder for several files. The original is left alone.",
)
@option(
    "--force",
    is_flag=True,
    zh="要写的文件已存在时替换它。",
    en="Replace files that exist already.",
)
@option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    zh="问题达到哪一级时退出码为 1：error 错误（默认），warning 警告，never 从不。",
    en="Severity from which the exit code is 1: error (default), warning, or never.",
)
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    rulebook: str | None,
    format_: str,
    output: str | None,
    annotate: str | None,
    *,
    force: bool,
    fail_on: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Check ``files`` and give the exit code."""
    from jixiao.cli.commands.check_files import exit_code

    said = language_of(ctx)
    marked = targets.copies(files, Path(annotate), said) if annotate else []
    wanted = [*marked, *([Path(output)] if output else [])]
    targets.refuse_clashes(wanted, files, force=force, lang=said)
    if output:
        targets.refuse_missing_folder(Path(output), said)

    checks = _check(files, rulebook, said)
    code = exit_code(checks, fail_on)
    copies = _annotate(checks, marked, code, said, force=force) if annotate else 0
    result = _tell(checks, format_, said, is_marked=bool(annotate), is_shown=not output)
    if output and code is not Exit.FAILED:
        _write(result, Path(output))
        tell_user(WRITTEN.text(said).format(target=output))
        return code
    if output or len(marked) > copies:
        tell_user(NOTHING_WRITTEN.text(said))
    give_result(result)
    return code


def _check(files: Sequence[str], rulebook: str | None, lang: Lang) -> list[Check]:
    from jixiao.cli.commands import check_files as checks
    from jixiao.cli.commands.rulebooks import load_named, tell_problems

    if rulebook is not None:
        from jixiao.rulebook import RulebookError

        try:
            load_named(rulebook, lang)
        except RulebookError as broken:
            tell_user(tell_problems(broken, lang))
            first = broken.problems[0].message
            count = len(broken.problems)
            return [checks.rulebook_unusable(file, rulebook, first, count) for file in files]
    return checks.check_all(files, rulebook, lang)


def _annotate(
    checks: Sequence[Check], marked: Sequence[Path], code: Exit, lang: Lang, *, force: bool
) -> int:
    """Write annotated copies and give their number: where a file could not be checked, only those
    of readable workbooks without a scoresheet.
    """
    count = 0
    for check, target in zip(checks, marked, strict=True):
        if code is not Exit.FAILED or check.outcome == "no-scoresheet":
            from jixiao.finding import message
            from jixiao.writing import deliver

            target.parent.mkdir(parents=True, exist_ok=True)
            patched = deliver(check, target, replace=force, lang=lang)
            tell_user(WRITTEN.text(lang).format(target=target))
            for found in patched.findings if patched.is_alone else ():
                tell_user(message(found, lang))
            count += 1
    return count


def _tell(
    checks: Sequence[Check], format_: str, lang: Lang, *, is_marked: bool, is_shown: bool
) -> str:
    if format_ == "json":
        from jixiao.reporting import to_json_text

        return to_json_text(checks, lang)
    if format_ == "csv":
        from jixiao.reporting import to_csv

        return to_csv(checks, lang)
    from jixiao.reporting import plain_text, render_several

    limit = screen_width() if is_shown else WIDTH
    colour = paint if is_shown else plain_text
    told = render_several(checks, lang, limit=limit, paint=colour)
    closing = _closing(checks, lang, is_marked=is_marked)
    if closing:
        from jixiao.reporting import wrap_text

        told += "\n" + "\n".join(wrap_text(closing, limit)) + "\n"
    return told


def _closing(checks: Sequence[Check], lang: Lang, *, is_marked: bool) -> str:
    from jixiao.finding import Severity

    if not all(check.checked for check in checks):
        return ""
    worst = {check.worst() for check in checks}
    if worst & {Severity.ERROR, Severity.WARNING}:
        return (NEXT_MARKED if is_marked else NEXT_MEND).text(lang)
    return NEXT_CLEAN.text(lang)


def _write(result: str, target: Path) -> None:
    from jixiao.writing import replacing

    with replacing(target) as temporary:
        temporary.write_text(result, encoding="utf-8", errors="backslashreplace", newline="")
