"""``jixiao rulebook list``: what rulebooks come with the program."""

from __future__ import annotations

from fractions import Fraction

import click

from jixiao.cli.shell import Exit, bilingual_command, give_result, lang_option, language_of
from jixiao.finding import text_in, text_of

HEADER = (
    text_of("cli.rulebook-list.header.id"),
    text_of("cli.rulebook-list.header.year"),
    text_of("cli.rulebook-list.header.rows"),
    text_of("cli.rulebook-list.header.total"),
    text_of("cli.rulebook-list.header.name"),
)


@bilingual_command("list", says="cli.rulebook-list.help")
@lang_option()
@click.pass_context
def command(ctx: click.Context, lang: str | None) -> int:  # noqa: ARG001 - found before parsing
    """Print one line a rulebook."""
    from jixiao.figures import format_points
    from jixiao.reporting import draw_table
    from jixiao.rulebook import load_rulebook, shipped

    said = language_of(ctx)
    rows = [[heading.text(said) for heading in HEADER]]
    for name in shipped():
        book = load_rulebook(name)
        count = str(len(book.indicators))
        rows.append(
            [
                book.id,
                str(book.year or "—"),
                text_in("cli.rulebook-list.free", said, count=count) if book.blocks else count,
                "—" if book.abstract else format_points(Fraction(book.total)),
                book.name,
            ]
        )
    laid = draw_table(rows, ("left", "right", "right", "right", "left"), 200)
    give_result("\n".join(line for lines in laid for line in lines) + "\n")
    return Exit.CLEAN
