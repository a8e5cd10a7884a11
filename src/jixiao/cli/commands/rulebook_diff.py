"""``jixiao rulebook diff``: what changed between two rulebooks, and what that does to returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    option,
    print_notice,
    rulebooks_option,
    screen_width,
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
        wording = _difference(load_named(older, said, known), load_named(newer, said, known))
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    if on:
        heading = text_in("cli.rulebook-diff.effect", said, folder=on)
        wording += f"\n{heading}\n\n{_effect(older, newer, on, known, said)}"
    give_result(wording)
    return Exit.CLEAN


def _difference(older: Rulebook, newer: Rulebook) -> str:
    from jixiao.reporting import draw_grid, wrap_text
    from jixiao.rulebook import compare_rulebooks, diff_prose, diff_table

    found = compare_rulebooks(older, newer)
    limit = screen_width()
    lines = [part for line in diff_prose(found).split("\n") for part in wrap_text(line, limit)]
    if found.changes:
        rows = [_brief_row(*row) for row in diff_table(found)]
        lines += ["", *draw_grid(rows, limit)]
    return "\n".join(lines) + "\n"


def _brief_row(kind: str, name: str, before: str, after: str, clause: str) -> list[str]:
    """Cut the cells of a row where they are long; the prose above has the whole."""
    start = _first_difference(before, after)
    return [kind, name, _brief(before, start), _brief(after, start), _brief(clause, 0)]


def _first_difference(before: str, after: str) -> int:
    """How many characters two texts share at their beginning."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(before), len(after)))


def _brief(text: str, start: int) -> str:
    """About ``_LONGEST`` characters of a text with what is at ``start`` among them."""
    if len(text) <= _LONGEST:
        return text
    first = max(0, min(start - _LONGEST // 3, len(text) - _LONGEST))
    cut = text[first : first + _LONGEST]
    behind = "…" if first + _LONGEST < len(text) else ""
    return f"{'…' if first else ''}{cut}{behind}"


def _effect(older: str, newer: str, folder: str, known: Library, lang: Lang) -> str:
    from jixiao.bulk import FileSort, walk_folder
    from jixiao.cli.commands.check_files import check_all
    from jixiao.reporting import effect_text

    files = [
        str(entry.path) for entry in walk_folder(Path(folder)) if entry.sort is FileSort.WORKBOOK
    ]
    before, after = (check_all(files, rulebook, known, lang) for rulebook in (older, newer))
    return effect_text(list(zip(before, after, strict=True)), lang, screen_width())
