"""``jixiao bulk``: check every return below a folder, write the summary, resume where stopped."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli import console, frame
from jixiao.cli.exits import Exit
from jixiao.cli.language import language_of
from jixiao.finding.model import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.bulk.order import Order
    from jixiao.bulk.pool import Workers
    from jixiao.bulk.roster import Roster
    from jixiao.bulk.run import Progress, Report
    from jixiao.rulebook.model import Rulebook

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
KEPT = Bilingual(
    "{name} 不是上次运行写出时的样子（有人改过，或本来就在那里），没有覆盖。要得到新的，请先把它"
    "移走或改名，再运行一次。",
    "{name} is not as the last run wrote it (changed since, or there before) and is kept. Move or"
    " rename it and run again to get a new one.",
)
STALE = Bilingual(
    "{name} 对应的报送已不在报送文件夹里（或已换了内容、不能核对）；这份批注副本被人改过，或正在"
    "打开，没有删除。它与现在的汇总无关。",
    "{name}: its return is gone, changed or unreadable now; the copy was changed or is open and"
    " stays, but has nothing to do with the present summary.",
)
REMOVED = Bilingual(
    "删除了 {count} 份过时的批注副本：对应的报送已不在、已换了内容或不能核对（{names}）。",
    "Removed {count} outdated annotated copies, whose returns are gone, changed or unreadable"
    " ({names}).",
)
RESULT = Bilingual(
    "核对完成：本次核对 {checked} 份，未变动沿用 {unchanged} 份，其他文件 {aside} 个。\n"
    "问题：错误 {error} 条，警告 {warning} 条，提示 {notice} 条。\n"
    "汇总表：{summary}\n",
    "Done: {checked} checked, {unchanged} unchanged, {aside} other files.\n"
    "Findings: {error} errors, {warning} warnings, {notice} notices.\n"
    "Summary: {summary}\n",
)
NOTHING = Bilingual(
    "没有找到可以核对的工作簿：请检查文件夹是否指对，报送是不是 .rar 等需要先解开的格式。\n",
    "No workbook to check was found: see whether this is the right folder, and whether the returns"
    " are in archives (.rar, say) that have to be unpacked first.\n",
)
NEXT = Bilingual(
    "接下来：打开汇总表，从“{first}”和“排名”看起{copies}。\n",
    "Next: open the summary and begin with {first} and 排名{copies}.\n",
)
COPIES = Bilingual(
    "；退回单位的批注副本在 annotated 文件夹",
    "; the annotated copies to send back are in the folder annotated",
)
STOPPED = Bilingual(
    "已停止。核对过的都已记下；再运行同一条命令，从这里接着做。",
    "Stopped. What was checked is kept; run the same command again to go on from here.",
)
WORDS = Bilingual("已核对", "checked")


@frame.command(
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
@frame.option(
    "--output",
    metavar="DIR",
    required=True,
    zh="写出结果的文件夹，没有就新建。",
    en="Folder for the results; made where it does not exist.",
)
@frame.option(
    "--rulebook",
    metavar="ID-or-PATH",
    zh="按哪个指标体系核对：编号或文件。默认逐个自动识别。",
    en="Rulebook to check against: an id or a file. Found for each file by default.",
)
@frame.option(
    "--roster",
    metavar="FILE",
    zh="应报送单位的名册（xlsx 或 csv，列：编码、单位名称、别名、主管科室）。",
    en="Roster of departments (xlsx or csv; columns 编码, 单位名称, 别名, 主管科室).",
)
@frame.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    zh="同时用几个进程，默认与处理器核数相同。",
    en="Number of worker processes; as many as processors by default.",
)
@frame.option(
    "--scheduler",
    metavar="ADDRESS",
    zh="在 Dask 集群上运行：调度器地址，如 tcp://主机:8786（需安装 jixiao[cluster]）。",
    en="Run on a Dask cluster: the scheduler's address (needs jixiao[cluster]).",
)
@frame.option(
    "--annotate/--no-annotate",
    "annotates",
    default=True,
    zh="是否写出批注副本，默认写出。",
    en="Whether to write annotated copies; they are by default.",
)
@frame.option(
    "--recheck",
    is_flag=True,
    zh="不沿用以前的结果，全部重新核对。",
    en="Check everything anew.",
)
@frame.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    zh="问题达到哪一级时退出码为 1：error 错误（默认），warning 警告，never 从不。",
    en="Severity from which the exit code is 1: error (default), warning, or never.",
)
@frame.lang_option()
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
        console.tell(A_FILE.text(said).format(folder=folder))
        return Exit.FAILED
    if not source.is_dir():
        console.tell(NO_FOLDER.text(said).format(folder=folder))
        return Exit.FAILED
    if target.exists() and not target.is_dir():
        raise frame.Misuse(NOT_A_FOLDER.text(said).format(folder=output))
    if target.exists() and target.samefile(source):
        raise frame.Misuse(SAME.text(said).format(folder=folder))
    if (target / "annotated").resolve() in (source.resolve(), *source.resolve().parents):
        raise frame.Misuse(AMONG_COPIES.text(said).format(folder=folder))
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
) -> Order | None:
    """Gather what the run needs; None where roster or rulebook cannot be used (told)."""
    from jixiao.bulk.order import Order
    from jixiao.cli.rulebooks import load, tell_problems
    from jixiao.rulebook.errors import RulebookError
    from jixiao.rulebook.load import shipped

    try:
        books = [load(name, lang) for name in ([rulebook] if rulebook else shipped())]
    except RulebookError as broken:
        console.tell(tell_problems(broken, lang))
        return None
    listed = _roster(roster, lang) if roster else None
    if roster and listed is None:
        return None
    return Order(
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
    from jixiao.bulk.roster_file import RosterError, read_roster

    try:
        return read_roster(Path(path))
    except RosterError as error:
        which = 0 if lang == "zh" else 1
        console.tell(f"{error.reason[which]}\n{error.remedy[which]}")
        return None


def _workers(
    jobs: int | None, scheduler: str | None
) -> Callable[[], contextlib.AbstractContextManager[Workers]]:
    if scheduler:
        from jixiao.bulk.cluster import cluster_workers

        return partial(cluster_workers, scheduler)
    from jixiao.bulk.pool import local_workers

    return partial(local_workers, jobs or os.cpu_count() or 1)


def _carry_out(
    order: Order,
    workers: Callable[[], contextlib.AbstractContextManager[Workers]],
    fail_on: str,
) -> int:
    from jixiao.bulk.cluster import ClusterError
    from jixiao.bulk.ledger import LedgerError
    from jixiao.bulk.run import run

    is_new = not order.output.exists()
    try:
        with _progress(order.lang) as tell:
            report = run(order, workers, tell)
    except ClusterError as error:
        console.tell(Bilingual(error.zh, error.en).text(order.lang))
        if is_new:
            (order.output / "ledger.sqlite").unlink(missing_ok=True)
            order.output.rmdir()
        return Exit.FAILED
    except LedgerError as error:
        console.tell(BAD_LEDGER.text(order.lang).format(text=error.reason.text(order.lang)))
        return Exit.FAILED
    except KeyboardInterrupt:
        console.tell(STOPPED.text(order.lang))
        return Exit.FAILED
    _tell_of_outputs(report, order.lang)
    _give(order, report)
    return _exit(report, fail_on)


def _tell_of_outputs(report: Report, lang: Lang) -> None:
    """Say what in the output folder is not what the user might take it for."""
    for name in (*report.written.kept, *report.copies.kept):
        console.tell(KEPT.text(lang).format(name=name))
    for name in report.copies.stale:
        console.tell(STALE.text(lang).format(name=name))
    if removed := report.copies.removed:
        names = "、".join(removed[:3]) + ("……" if len(removed) > 3 else "")
        console.tell(REMOVED.text(lang).format(count=len(removed), names=names))


def _give(order: Order, report: Report) -> None:
    summary = order.output / "summary.xlsx"
    console.give(
        RESULT.text(order.lang).format(
            checked=report.checked,
            unchanged=report.unchanged,
            aside=report.set_aside,
            summary=summary,
            **report.written.severities,
        )
    )
    if not report.checked + report.unchanged:
        console.give(NOTHING.text(order.lang))
        return
    console.give(
        NEXT.text(order.lang).format(
            first="未报送" if order.roster else "问题清单",
            copies=COPIES.text(order.lang) if order.annotates else "",
        )
    )


def _exit(report: Report, fail_on: str) -> int:
    bars = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
    found = any(report.written.severities[level] for level in bars[fail_on])
    return Exit.FOUND if found else Exit.CLEAN


@contextlib.contextmanager
def _progress(lang: Lang) -> Iterator[Callable[[Progress], None]]:
    """A bar with rate and remaining time on a terminal, a plain line now and then otherwise."""
    import sys

    if not sys.stderr.isatty():
        yield _plain_lines(lang)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn(WORDS.text(lang)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None, name="", rate="")

        def tell(now: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 0.001
            bar.update(
                task,
                total=now.total,
                completed=now.done,
                name=now.relative[-40:],
                rate=f"{now.done / elapsed:.0f}/s",
            )

        yield tell


def _plain_lines(lang: Lang) -> Callable[[Progress], None]:
    """Tell every tenth of the way, so that a log stays short."""
    told = 0

    def tell(now: Progress) -> None:
        nonlocal told
        tenth = 10 * now.done // now.total
        if tenth > told:
            told = tenth
            console.tell(f"{WORDS.text(lang)} {now.done}/{now.total}")

    return tell
