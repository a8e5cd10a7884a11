"""``jixiao verify``: say whether a workbook is the one that results speak of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import library_at, problems_text
from jixiao.cli.shell import (
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    print_notice,
    rulebooks_option,
)
from jixiao.finding import Lang, text_in
from jixiao.version import __version__

if TYPE_CHECKING:
    from jixiao.bulk import Recorded
    from jixiao.rulebook import Library


@bilingual_command(
    "verify",
    says="cli.verify.help",
)
@click.argument("file", metavar="FILE")
@click.argument("results", metavar="RESULTS")
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    results: str,
    rulebooks: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Compare ``file`` with ``results`` and give the exit code."""
    from jixiao.bulk import ResultsError, read_results, sha256_of
    from jixiao.rulebook import RulebookError

    said = language_of(ctx)
    path = Path(file)
    for needed in (path, Path(results)):
        if not needed.is_file():
            print_notice(text_in("cli.verify.no-file", said, file=needed))
            return Exit.FAILED
    try:
        known = library_at(rulebooks, said)
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    digest = sha256_of(path)
    namesake: Recorded | None = None
    try:
        for recorded in read_results(Path(results)):
            if recorded.sha256 == digest:
                _give_same(file, recorded, known, said)
                return Exit.CLEAN
            if recorded.file.rsplit("/", 1)[-1] == path.name:
                namesake = recorded
    except ResultsError:
        print_notice(text_in("cli.verify.no-results", said, file=results))
        return Exit.FAILED
    id_ = "cli.verify.changed" if namesake else "cli.verify.not-there"
    give_result(text_in(id_, said, file=file, name=namesake.file if namesake else ""))
    return Exit.FOUND


def _give_same(file: str, recorded: Recorded, known: Library, lang: Lang) -> None:
    rulebook = recorded.rulebook
    shown = "—"
    if rulebook:
        sha256 = recorded.rulebook_sha256
        shown = text_in("cli.verify.rulebook", lang, id=rulebook, sha256=sha256)
    give_result(
        text_in(
            "cli.verify.same",
            lang,
            file=file,
            name=recorded.file,
            sha256=recorded.sha256,
            rulebook=shown,
            program=recorded.program,
        )
    )
    if rulebook is None:
        give_result(text_in("cli.verify.not-checked", lang))
    elif (now_known := known.find(rulebook)) is None:
        give_result(text_in("cli.verify.rules-elsewhere", lang, id=rulebook))
    elif now_known.sha256 != recorded.rulebook_sha256:
        give_result(text_in("cli.verify.rules-changed", lang, id=rulebook))
    now = f"jixiao {__version__}"
    if recorded.program != now:
        give_result(text_in("cli.verify.program-changed", lang, now=now))
