"""``jixiao bulk``: check every return below a folder, write the summary, resume where stopped."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.bulk_progress import progress
from jixiao.cli.commands.bulk_summary import give_counts, tell_of_outputs
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    lang_option,
    language_of,
    option,
    tell_user,
)
from jixiao.finding import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.bulk import BulkRequest, Report, Roster, Workers
    from jixiao.rulebook import Rulebook

SAME = Bilingual(
    "报送文件夹和输出文件夹不能是同一个：{folder}。请用 --output 指定另一个文件夹。",
    "The folder of returns and the output folder are the same: {folder}. Name another with"
    " --output.",
)
AMONG_COPIES = Bilingual(
    "报送文件夹在输出文件夹的 annotated 里面：{folder}，核对结果会写到报送的文件上。请用 --output"
    " 指定另一个文件夹。",
    "The folder of returns lies in annotated of the output folder: {folder}. Copies would be"
    " written onto the returns; name another folder with --output.",
)
A_FILE = Bilingual(
    "“{folder}”是文件，不是文件夹。单个工作簿请用 jixiao validate 核对；"
    "压缩包请放进一个文件夹，再指定那个文件夹。",
    "“{folder}” is a file, no folder. Check a single workbook with jixiao validate; put an archive"
    " into a folder and name that.",
)
NO_FOLDER = Bilingual("没有这个文件夹：{folder}。", "There is no such folder: {folder}.")
NOT_A_FOLDER = Bilingual("输出的位置不是文件夹：{folder}。", "The output is no folder: {folder}.")
BAD_LEDGER = Bilingual(
    "输出文件夹里的 ledger.sqlite 用不了：{text}。请换一个输出文件夹；"
    "账本损坏或版本不同时，也可以把它移走，重新核对。",
    "ledger.sqlite in the output folder cannot be used: {text}. Use another output folder; where"
    " the ledger is damaged or of another version, you may move it away and check anew.",
)
STOPPED = Bilingual(
    "已停止。核对过的都已记下；再运行同一条命令，从这里接着做。",
    "Stopped. What was checked is kept; run the same command again to go on from here.",
)


@bilingual_command(
    "bulk",
    zh="核对一个文件夹里（含下级文件夹和 zip 压缩包）所有单位报送的评分表，写出汇总表、问题清单和"
    "批注副本。中途停下后再运行，从停下的地方接着做；没有变动的文件不重复核对。\n\n"
    "退出码：0 没有达到 --fail-on 的问题；1 有；2 命令用法不对；3 未能运行。",
    en="Check every return below a folder (folders and .zip archives included); write the summary,"
    " the findings and annotated copies. A run that was stopped goes on where it stopped, and"
    " unchanged files are not checked again.\n\n"
    "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong use; 3 could not run.",
)
@click.argument("folder", metavar="FOLDER")
@option(
    "--output",
    metavar="DIR",
    required=True,
    zh="写出结果的文件夹，没有就新建。",
    en="Folder for the results; made where it does not exist.",
)
@option(
    "--rulebook",
    metavar="ID-or-PATH",
    zh="按哪个指标体系核对：编号或文件。默认逐个自动识别。",
    en="Rulebook to check against: an id or a file. Found for each file by default.",
)
@option(
    "--roster",
    metavar="FILE",
    zh="应报送单位的名册（xlsx 或 csv，列：编码、单位名称、别名、主管科室）。",
    en="Roster of departments (xlsx or csv; columns 编码, 单位名称, 别名, 主管科室).",
)
@option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    zh="同时用几个进程，默认与处理器核数相同。",
    en="Number of worker processes; as many as processors by default.",
)
@option(
    "--scheduler",
    metavar="ADDRESS",
    zh="在 Dask 集群上运行：调度器地址，如 tcp://主机:8786（需安装 jixiao[cluster]）。",
    en="Run on a Dask cluster: the scheduler's address (needs jixiao[cluster]).",
)
@option(
    "--annotate/--no-annotate",
    "annotates",
    default=True,
    zh="是否写出批注副本，默认写出。",
    en="Whether to write annotated copies; they are by default.",
)
@option(
    "--recheck",
    is_flag=True,
    zh="不沿用以前的结果，全部重新核对。",
    en="Check everything anew.",
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
    folder: str,
    output: str,
    rulebook: str | None,
    roster: str | None,
    jobs: int | None,
    scheduler: str | None,
    *,
    annotates: bool,
    recheck: bool,
    fail_on: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Check what is below ``folder`` and give the exit code."""
    said = language_of(ctx)
    source, target = Path(folder), Path(output)
    if source.is_file():
        tell_user(A_FILE.text(said).format(folder=folder))
        return Exit.FAILED
    if not source.is_dir():
        tell_user(NO_FOLDER.text(said).format(folder=folder))
        return Exit.FAILED
    if target.exists() and not target.is_dir():
        raise UsageProblem(NOT_A_FOLDER.text(said).format(folder=output))
    if target.exists() and target.samefile(source):
        raise UsageProblem(SAME.text(said).format(folder=folder))
    if (target / "annotated").resolve() in (source.resolve(), *source.resolve().parents):
        raise UsageProblem(AMONG_COPIES.text(said).format(folder=folder))
    order = _order(source, target, rulebook, roster, said, annotates=annotates, rechecks=recheck)
    if order is None:
        return Exit.FAILED
    return _carry_out(order, _workers(jobs, scheduler), fail_on)


def _order(
    source: Path,
    target: Path,
    rulebook: str | None,
    roster: str | None,
    lang: Lang,
    *,
    annotates: bool,
    rechecks: bool,
) -> BulkRequest | None:
    """Gather what the run needs; None where roster or rulebook cannot be used (told)."""
    from jixiao.bulk import BulkRequest
    from jixiao.cli.commands.rulebooks import load_named, tell_problems
    from jixiao.rulebook import RulebookError, shipped

    try:
        books = [load_named(name, lang) for name in ([rulebook] if rulebook else shipped())]
    except RulebookError as broken:
        tell_user(tell_problems(broken, lang))
        return None
    listed = _roster(roster, lang) if roster else None
    if roster and listed is None:
        return None
    return BulkRequest(
        folder=source,
        output=target,
        rulebook=rulebook,
        rules=_rules(books, lang),
        rulebook_years={book.id: book.year for book in books},
        rulebooks={book.id: f"{book.name}，版本 {book.version}" for book in books},
        grades=_grades(books),
        roster=listed,
        roster_path=Path(roster) if roster else None,
        annotates=annotates,
        rechecks=rechecks,
        lang=lang,
    )


def _rules(books: list[Rulebook], lang: Lang) -> str:
    """A short mark of what results rest on besides the file: the rulebooks and the language."""
    import hashlib

    told = "+".join((lang, *(f"{book.id}:{book.sha256}" for book in books)))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _grades(books: list[Rulebook]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(grade.name for book in books for grade in book.grades))


def _roster(path: str, lang: Lang) -> Roster | None:
    from jixiao.bulk import RosterError, read_roster

    try:
        return read_roster(Path(path))
    except RosterError as error:
        which = 0 if lang == "zh" else 1
        tell_user(f"{error.reason[which]}\n{error.remedy[which]}")
        return None


def _workers(
    jobs: int | None, scheduler: str | None
) -> Callable[[], contextlib.AbstractContextManager[Workers]]:
    if scheduler:
        from jixiao.bulk import cluster_workers

        return partial(cluster_workers, scheduler)
    from jixiao.bulk import local_workers

    return partial(local_workers, jobs or os.cpu_count() or 1)


def _carry_out(
    order: BulkRequest,
    workers: Callable[[], contextlib.AbstractContextManager[Workers]],
    fail_on: str,
) -> int:
    from jixiao.bulk import ClusterError, LedgerError, run_bulk

    is_new = not order.output.exists()
    try:
        with progress(order.lang) as tell:
            report = run_bulk(order, workers, tell)
    except ClusterError as error:
        tell_user(Bilingual(error.zh, error.en).text(order.lang))
        if is_new:
            (order.output / "ledger.sqlite").unlink(missing_ok=True)
            order.output.rmdir()
        return Exit.FAILED
    except LedgerError as error:
        tell_user(BAD_LEDGER.text(order.lang).format(text=error.reason.text(order.lang)))
        return Exit.FAILED
    except KeyboardInterrupt:
        tell_user(STOPPED.text(order.lang))
        return Exit.FAILED
    tell_of_outputs(report, order.lang)
    give_counts(order, report)
    return _exit(report, fail_on)


def _exit(report: Report, fail_on: str) -> int:
    bars = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
    found = any(report.written.severities[level] for level in bars[fail_on])
    return Exit.FOUND if found else Exit.CLEAN
