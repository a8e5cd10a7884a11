"""``jixiao rulebook list``: what rulebooks there are, one's own first."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import library_at, own_folder, problems_text
from jixiao.cli.shell import (
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    print_notice,
    rulebooks_option,
)
from jixiao.finding import Lang, text_in, text_of

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook

HEADER = (
    text_of("cli.rulebook-list.header.id"),
    text_of("cli.rulebook-list.header.year"),
    text_of("cli.rulebook-list.header.rows"),
    text_of("cli.rulebook-list.header.total"),
    text_of("cli.rulebook-list.header.name"),
)


@bilingual_command("list", says="cli.rulebook-list.help")
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    rulebooks: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Print one line a rulebook."""
    from jixiao.rulebook import Library, RulebookError

    said = language_of(ctx)
    try:
        own = library_at(rulebooks, said).own
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    if own:
        heading = text_in("cli.rulebook-list.own", said, folder=own_folder(rulebooks, said))
        give_result(f"{heading}\n{_table(own, said)}\n")
        give_result(text_in("cli.rulebook-list.shipped", said) + "\n")
    give_result(_table(Library().books, said))
    return Exit.CLEAN


def _table(books: Sequence[Rulebook], lang: Lang) -> str:
    from jixiao.figures import format_points
    from jixiao.reporting import draw_table

    rows = [[heading.text(lang) for heading in HEADER]]
    for book in books:
        count = str(len(book.indicators))
        rows.append(
            [
                book.id,
                str(book.year or "—"),
                text_in("cli.rulebook-list.free", lang, count=count) if book.blocks else count,
                "—" if book.abstract else format_points(Fraction(book.total)),
                book.name,
            ]
        )
    laid = draw_table(rows, ("left", "right", "right", "right", "left"), 200)
    return "\n".join(line for lines in laid for line in lines) + "\n"
