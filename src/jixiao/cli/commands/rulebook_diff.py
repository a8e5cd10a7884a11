"""``jixiao rulebook diff``: what changed between two rulebooks, and what that does to returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import library_at, load_named, tell_problems
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    option,
    rulebooks_option,
    screen_width,
    tell_user,
)
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Library, Rulebook

_LONGEST = 24  # characters of a cell in the table


@bilingual_command(
    "diff",
    says="cli.rulebook-diff.help",
)
@click.argument("older", metavar="A")
@click.argument("newer", metavar="B")
@option(
    "--on",
    metavar="FOLDER",
    says="cli.rulebook-diff.on",
)
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    older: str,
    newer: str,
    on: str | None,
    rulebooks: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Print the difference and its effect."""
    from jixiao.rulebook import RulebookError

    said = language_of(ctx)
    if on and not Path(on).is_dir():
        raise UsageProblem(text_in("cli.rulebook-diff.no-folder", said, folder=on))
    try:
        known = library_at(rulebooks, said)
        told = _difference(load_named(older, said, known), load_named(newer, said, known))
    except RulebookError as broken:
        tell_user(tell_problems(broken, said))
        return Exit.FAILED
    if on:
        heading = text_in("cli.rulebook-diff.effect", said, folder=on)
        told += f"\n{heading}\n\n{_effect(older, newer, on, known, said)}"
    give_result(told)
    return Exit.CLEAN


def _difference(older: Rulebook, newer: Rulebook) -> str:
    from jixiao.reporting import draw_grid, wrap_text
    from jixiao.rulebook import compare_rulebooks, diff_prose, diff_table

    found = compare_rulebooks(older, newer)
    limit = screen_width()
    lines = [part for line in diff_prose(found).split("\n") for part in wrap_text(line, limit)]
    if found.changes:
        rows = [[_brief(cell) for cell in row] for row in diff_table(found)]
        lines += ["", *draw_grid(rows, limit)]
    return "\n".join(lines) + "\n"


def _brief(text: str) -> str:
    """The first sentence, cut where it is long: the prose above has the whole."""
    first = text.split("。", maxsplit=1)[0]
    return first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"


def _effect(older: str, newer: str, folder: str, known: Library, lang: Lang) -> str:
    from jixiao.bulk import FileSort, walk_folder
    from jixiao.cli.commands.check_files import check_all
    from jixiao.reporting import effect_text

    files = [
        str(entry.path) for entry in walk_folder(Path(folder)) if entry.sort is FileSort.WORKBOOK
    ]
    before, after = (check_all(files, rulebook, known, lang) for rulebook in (older, newer))
    return effect_text(list(zip(before, after, strict=True)), lang, screen_width())
