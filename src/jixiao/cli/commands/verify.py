"""``jixiao verify``: say whether a workbook is the one that results speak of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.shell import (
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    tell_user,
)
from jixiao.finding import Bilingual, Lang
from jixiao.version import __version__

if TYPE_CHECKING:
    from jixiao.bulk import Recorded

NO_FILE = Bilingual("没有这个文件：{file}。", "There is no such file: {file}.")
NO_RESULTS = Bilingual(
    "“{file}”不是核对结果（results.jsonl 或 validate --format json 的输出）。",
    "“{file}” holds no results (results.jsonl, or what validate --format json gives).",
)
NOT_THERE = Bilingual(
    "不是：{file} 与结果中的任何一份都不相同，可能在核对之后被改过，或不在这批里。\n",
    "No: {file} is none of the workbooks in the results; it may have been changed since.\n",
)
CHANGED = Bilingual(
    "不是：结果中的 {name} 与 {file} 同名，但内容不同：核对之后被改过，或者这是批注副本。\n",
    "No: {name} in the results has the same name, but other content: it was changed since,"
    " or this is the annotated copy.\n",
)
SAME = Bilingual(
    "是：{file} 就是结果中核对的 {name}。\n"
    "文件 SHA-256：{sha256}\n"
    "指标体系：{rulebook}\n"
    "核对程序：{program}\n",
    "Yes: {file} is the workbook checked as {name}.\n"
    "SHA-256 of the file: {sha256}\n"
    "Rulebook: {rulebook}\n"
    "Checked by: {program}\n",
)
NOT_CHECKED = Bilingual(
    "注意：这个文件当时没有核对成，结果里只有原因。\n",
    "Note: this file could not be checked then; the results only say why.\n",
)
RULES_ELSEWHERE = Bilingual(
    "注意：指标体系 {id} 不是程序自带的，没有与现有的比较。\n",
    "Note: the rulebook {id} does not come with the program and was not compared.\n",
)
RULES_CHANGED = Bilingual(
    "注意：现有的指标体系 {id} 与核对时用的不同，重新核对结果可能不同。\n",
    "Note: the rulebook {id} at hand is not the one used then; a new check may differ.\n",
)
PROGRAM_CHANGED = Bilingual(
    "注意：现在的程序是 {now}，与核对时的版本不同。\n",
    "Note: the program at hand is {now}, another version than then.\n",
)


@bilingual_command(
    "verify",
    zh="判断一个工作簿是不是某份核对结果所说的那一个：比较文件、指标体系和程序版本。\n\n"
    "退出码：0 是；1 不是；2 命令用法不对；3 读不了文件或结果。",
    en="Say whether a workbook is the one that results speak of: file, rulebook and program are"
    " compared.\n\nExit codes: 0 yes; 1 no; 2 wrong use; 3 file or results cannot be read.",
)
@click.argument("file", metavar="FILE")
@click.argument("results", metavar="RESULTS")
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    results: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Compare ``file`` with ``results`` and give the exit code."""
    from jixiao.bulk import ResultsError, read_results, sha256_of

    said = language_of(ctx)
    path = Path(file)
    for needed in (path, Path(results)):
        if not needed.is_file():
            tell_user(NO_FILE.text(said).format(file=needed))
            return Exit.FAILED
    digest = sha256_of(path)
    namesake: Recorded | None = None
    try:
        for recorded in read_results(Path(results)):
            if recorded.sha256 == digest:
                _give_same(file, recorded, said)
                return Exit.CLEAN
            if recorded.file.rsplit("/", 1)[-1] == path.name:
                namesake = recorded
    except ResultsError:
        tell_user(NO_RESULTS.text(said).format(file=results))
        return Exit.FAILED
    text = CHANGED if namesake else NOT_THERE
    give_result(text.text(said).format(file=file, name=namesake.file if namesake else ""))
    return Exit.FOUND


def _give_same(file: str, recorded: Recorded, lang: Lang) -> None:
    from jixiao.rulebook import load_rulebook, shipped

    rulebook = recorded.rulebook
    shown = f"{rulebook}，SHA-256：{recorded.rulebook_sha256}" if rulebook else "—"
    if lang == "en":
        shown = shown.replace("，SHA-256：", ", SHA-256: ")
    give_result(
        SAME.text(lang).format(
            file=file,
            name=recorded.file,
            sha256=recorded.sha256,
            rulebook=shown,
            program=recorded.program,
        )
    )
    if rulebook is None:
        give_result(NOT_CHECKED.text(lang))
    elif rulebook not in shipped():
        give_result(RULES_ELSEWHERE.text(lang).format(id=rulebook))
    elif load_rulebook(rulebook).sha256 != recorded.rulebook_sha256:
        give_result(RULES_CHANGED.text(lang).format(id=rulebook))
    now = f"jixiao {__version__}"
    if recorded.program != now:
        give_result(PROGRAM_CHANGED.text(lang).format(now=now))
