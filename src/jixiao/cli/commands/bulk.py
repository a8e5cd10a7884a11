"""``jixiao bulk``: check every return below a folder, write the summary, resume where stopped."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.bulk_progress import announce, progress
from jixiao.cli.commands.bulk_summary import give_counts, report_outputs
from jixiao.cli.commands.interrupt import interruptible
from jixiao.cli.commands.notices import notices_of, refuse_notices
from jixiao.cli.commands.previous import refuse_no_folder, returns_at
from jixiao.cli.commands.waiving import today, waivers_of
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    fail_on_option,
    lang_option,
    language_of,
    limits_option,
    option,
    output_option,
    print_notice,
    rulebook_option,
    rulebooks_option,
)
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.bulk import BulkRequest, Report, Roster, Workers
    from jixiao.checking import Waiver
    from jixiao.workbook import Height


@bilingual_command(
    "bulk",
    says="cli.bulk.help",
)
@click.argument("folder", metavar="FOLDER")
@output_option(says="cli.bulk.output", metavar="DIR", required=True)
@rulebook_option(says="cli.bulk.rulebook")
@rulebooks_option()
@option(
    "--roster",
    metavar="FILE",
    says="cli.bulk.roster",
)
@option("--waivers", metavar="FILE", says="cli.bulk.waivers")
@option("--round", "round_name", metavar="NAME", says="cli.bulk.round")
@option("--notices", is_flag=True, says="cli.bulk.notices")
@option("--deadline", metavar="DATE", says="cli.bulk.deadline")
@option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    says="cli.bulk.jobs",
)
@option(
    "--scheduler",
    metavar="ADDRESS",
    says="cli.bulk.scheduler",
)
@option(
    "--annotate/--no-annotate",
    "annotates",
    default=True,
    says="cli.bulk.annotate",
)
@option(
    "--recheck",
    is_flag=True,
    says="cli.bulk.recheck",
)
@option("--previous", metavar="DIR", says="cli.bulk.previous")
@limits_option()
@fail_on_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    folder: str,
    output: str,
    rulebook: str | None,
    rulebooks: str | None,
    roster: str | None,
    waivers: str | None,
    *,
    round_name: str | None,
    notices: bool,
    deadline: str | None,
    jobs: int | None,
    scheduler: str | None,
    annotates: bool,
    recheck: bool,
    previous: str | None,
    limits: Height,
    fail_on: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Check what is below ``folder`` and give the exit code."""
    from jixiao.workbook import within_limits
    from jixiao.writing import is_same_file

    said = language_of(ctx)
    ctx.with_resource(within_limits(limits))
    source, target = Path(folder), Path(output)
    if source.is_file():
        print_notice(text_in("cli.bulk.a-file", said, folder=folder))
        return Exit.FAILED
    if not source.is_dir():
        print_notice(text_in("cli.bulk.no-folder", said, folder=folder))
        return Exit.FAILED
    if target.exists() and not target.is_dir():
        raise UsageProblem(text_in("cli.bulk.not-a-folder", said, folder=output))
    if is_same_file(target, source):
        raise UsageProblem(text_in("cli.bulk.same", said, folder=folder))
    if (target / "annotated").resolve() in (source.resolve(), *source.resolve().parents):
        raise UsageProblem(text_in("cli.bulk.among-copies", said, folder=folder))
    refuse_no_folder(previous, said)
    refuse_notices(notices, deadline, said)
    others = (target, *(Path(name) for name in (roster, waivers, previous) if name))
    announce(source, others, said)
    letters = notices_of(notices, deadline, said)
    excused = waivers_of(waivers, said) if waivers else ()
    wish = (rulebook, rulebooks)
    order = _order(source, target, wish, roster, said, annotates=annotates, rechecks=recheck)
    if order is None:
        return Exit.FAILED
    if waivers:
        order = _with_waivers(order, excused, Path(waivers))
    if limits != "usual":
        order = replace(order, rules=f"{order.rules}+{limits}", limits=limits)
    if previous is not None:
        scratch = Path(ctx.with_resource(TemporaryDirectory()))
        order = _with_previous(order, Path(previous), scratch, said)
    order = replace(order, round=(round_name or "").strip(), notices=letters)
    return _carry_out(order, _workers(jobs, scheduler), fail_on)


def _order(
    source: Path,
    target: Path,
    wish: tuple[str | None, str | None],
    roster: str | None,
    lang: Lang,
    *,
    annotates: bool,
    rechecks: bool,
) -> BulkRequest | None:
    """Gather what the run needs; None where roster or rulebook cannot be used (reported).

    ``wish`` is the rulebook that is ordered and the folder of one's own rulebooks.
    """
    from jixiao.bulk import make_request
    from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
    from jixiao.rulebook import RulebookError

    rulebook, folder = wish
    try:
        known = library_at(folder, lang)
        books = [load_named(rulebook, lang, known)] if rulebook else list(known.books)
    except RulebookError as broken:
        print_notice(problems_text(broken, lang))
        return None
    listed = _roster(roster, lang) if roster else None
    if roster and listed is None:
        return None
    request = make_request(
        source, target, known, asked=(rulebook, books[0]) if rulebook else None, lang=lang
    )
    return replace(
        request,
        roster=listed,
        roster_path=Path(roster) if roster else None,
        annotates=annotates,
        rechecks=rechecks,
    )


def _with_waivers(order: BulkRequest, waivers: tuple[Waiver, ...], path: Path) -> BulkRequest:
    """Apply waivers in a run; results rest on them, and on which of them still hold."""
    import hashlib

    day = today()
    waivers = tuple(_with_aliases(waiver, order.roster) for waiver in waivers)
    basis = repr((order.rules, waivers, [waiver.until < day for waiver in waivers]))
    rules = hashlib.sha256(basis.encode()).hexdigest()[:32]
    return replace(order, rules=rules, waivers=waivers, waivers_path=path, today=day)


def _with_aliases(waiver: Waiver, roster: Roster | None) -> Waiver:
    """Let a waiver of a department hold under every name that the roster gives it."""
    listed = roster.named(waiver.department) if roster is not None and waiver.department else None
    return waiver if listed is None else replace(waiver, aliases=(listed.name, *listed.aliases))


def _with_previous(order: BulkRequest, place: Path, scratch: Path, lang: Lang) -> BulkRequest:
    """Compare with last year's returns in a run; results rest on what those files hold."""
    import hashlib

    from jixiao.rulebook import Library

    returns = returns_at(place, scratch, order.library or Library(), lang)
    if order.roster is not None:
        returns = returns.renamed((one.name, *one.aliases) for one in order.roster.departments)
    files = sorted((*returns.paths.items(), *returns.unnamed.items()))
    held = [(key, hashlib.sha256(Path(path).read_bytes()).hexdigest()) for key, path in files]
    basis = repr((order.rules, held, sorted(returns.several), sorted(returns.aliases)))
    rules = hashlib.sha256(basis.encode()).hexdigest()[:32]
    return replace(order, rules=rules, previous=returns, previous_path=place)


def _roster(path: str, lang: Lang) -> Roster | None:
    from jixiao.bulk import RosterError, read_roster

    try:
        return read_roster(Path(path))
    except RosterError as error:
        print_notice(f"{error.reason.text(lang)}\n{error.remedy.text(lang)}")
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
        with (
            interruptible(order.lang) as is_stopping,
            progress(order.lang, is_stopping) as notify,
        ):
            report = run_bulk(order, workers, notify)
    except ClusterError as error:
        print_notice(error.reason.text(order.lang))
        if is_new:
            (order.output / "ledger.sqlite").unlink(missing_ok=True)
            order.output.rmdir()
        return Exit.FAILED
    except LedgerError as error:
        print_notice(text_in("cli.bulk.bad-ledger", order.lang, text=error.reason.text(order.lang)))
        return Exit.FAILED
    except KeyboardInterrupt:
        with contextlib.suppress(OSError):  # the window may be gone
            print_notice(text_in("cli.bulk.stopped", order.lang))
        return Exit.FAILED
    report_outputs(report, order.lang)
    give_counts(order, report)
    return _exit(report, fail_on)


def _exit(report: Report, fail_on: str) -> int:
    bars = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
    found = any(report.written.severities[level] for level in bars[fail_on])
    return Exit.FOUND if found else Exit.CLEAN
