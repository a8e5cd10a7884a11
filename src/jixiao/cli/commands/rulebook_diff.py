"""``jixiao rulebook diff``: what changed between two rulebooks, and what that does to returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import load_named, tell_problems
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    option,
    screen_width,
    tell_user,
)
from jixiao.finding import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook

_LONGEST = 24  # characters of a cell in the table
NO_FOLDER = Bilingual("没有文件夹“{folder}”。", "There is no folder “{folder}”.")
EFFECT = Bilingual("对“{folder}”里报送的影响：", "Effect on the returns in “{folder}”:")


@bilingual_command(
    "diff",
    zh="比较两个指标体系：新增、取消、改名、调整分值和评分标准的指标，先用文字写，再列成表。",
    en="Compare two rulebooks: indicators added, removed, renamed, re-weighted, re-scored; in "
    "Chinese"
    " prose, then as a table.",
)
@click.argument("older", metavar="A")
@click.argument("newer", metavar="B")
@option(
    "--on",
    metavar="FOLDER",
    zh="用这个文件夹里的报送算一遍：谁的复算得分有变动，变动多少。",
    en="Try both on the returns in this folder: whose computed score moves, and by how much.",
)
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    older: str,
    newer: str,
    on: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Print the difference and its effect."""
    from jixiao.rulebook import RulebookError

    said = language_of(ctx)
    if on and not Path(on).is_dir():
        raise UsageProblem(NO_FOLDER.text(said).format(folder=on))
    try:
        told = _difference(load_named(older, said), load_named(newer, said))
    except RulebookError as broken:
        tell_user(tell_problems(broken, said))
        return Exit.FAILED
    if on:
        told += f"\n{EFFECT.text(said).format(folder=on)}\n\n{_effect(older, newer, on, said)}"
    give_result(told)
    return Exit.CLEAN


def _difference(older: Rulebook, newer: Rulebook) -> str:
    from jixiao.reporting import draw_grid, wrap_text
    from jixiao.rulebook import HEADERS, compare_rulebooks, diff_prose, diff_table

    found = compare_rulebooks(older, newer)
    limit = screen_width()
    lines = [part for line in diff_prose(found).split("\n") for part in wrap_text(line, limit)]
    if found.changes:
        rows = [[_brief(cell) for cell in row] for row in diff_table(found)]
        lines += ["", *draw_grid([HEADERS, *rows], limit)]
    return "\n".join(lines) + "\n"


def _brief(text: str) -> str:
    """The first sentence, cut where it is long: the prose above has the whole."""
    first = text.split("。", maxsplit=1)[0]
    return first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"


def _effect(older: str, newer: str, folder: str, lang: Lang) -> str:
    from jixiao.bulk import FileSort, walk_folder
    from jixiao.cli.commands.check_files import check_all
    from jixiao.reporting import effect_text

    files = [
        str(entry.path) for entry in walk_folder(Path(folder)) if entry.sort is FileSort.WORKBOOK
    ]
    before, after = (check_all(files, rulebook, lang) for rulebook in (older, newer))
    return effect_text(list(zip(before, after, strict=True)), lang, screen_width())
