"""``jixiao combine``: one summary of several output folders of bulk."""

from __future__ import annotations

from pathlib import Path

import click

from jixiao.cli.commands.bulk_progress import count_line
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    output_option,
    print_notice,
)
from jixiao.finding import Lang, text_in


@bilingual_command("combine", says="cli.combine.help")
@click.argument("folders", metavar="DIR…", nargs=-1, required=True)
@output_option(says="cli.combine.output", metavar="DIR", required=True)
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    folders: tuple[str, ...],
    output: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Combine ``folders`` and give the exit code."""
    from jixiao.bulk import FinishedError, LedgerError, combine_folders

    said = language_of(ctx)
    sources, target = [Path(folder) for folder in folders], Path(output)
    _refuse(sources, target, said)
    try:
        done = combine_folders(sources, target, said, count_line("cli.combine.done", said))
    except FinishedError as error:
        print_notice(error.reason.text(said))
        return Exit.FAILED
    except LedgerError as error:
        print_notice(text_in("cli.bulk.bad-ledger", said, text=error.reason.text(said)))
        return Exit.FAILED
    for name in done.kept:
        print_notice(text_in("cli.bulk.kept", said, name=name))
    give_result(
        text_in(
            "cli.combine.result",
            said,
            folders=done.folders,
            returns=done.returns,
            summary=target / "summary.xlsx",
            page=target / "report.html",
            **done.severities,
        )
    )
    return Exit.CLEAN


def _refuse(sources: list[Path], target: Path, lang: Lang) -> None:
    """Refuse an output that is a source or a file, and a folder that is named twice."""
    from jixiao.writing import is_same_file

    if target.exists() and not target.is_dir():
        raise UsageProblem(text_in("cli.bulk.not-a-folder", lang, folder=target))
    seen: set[Path] = set()
    for source in sources:
        if is_same_file(target, source):
            raise UsageProblem(text_in("cli.combine.same", lang, folder=source))
        if source.resolve() in seen:
            raise UsageProblem(text_in("cli.combine.twice", lang, folder=source))
        seen.add(source.resolve())
