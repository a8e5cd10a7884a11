"""``jixiao rulebook list``: what rulebooks come with the program."""

from __future__ import annotations

from fractions import Fraction

import click

from jixiao.cli.shell import Exit, bilingual_command, give_result, lang_option, language_of
from jixiao.finding import Bilingual

HEADER = (
    Bilingual("编号", "id"),
    Bilingual("年度", "year"),
    Bilingual("指标", "rows"),
    Bilingual("总分", "total"),
    Bilingual("名称", "name"),
)
FREE = Bilingual("{count}＋自定", "{count}+free")


@bilingual_command(
    "list", zh="列出自带的指标体系。", en="List the rulebooks that come with the program."
)
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
                FREE.text(said).format(count=count) if book.blocks else count,
                "—" if book.abstract else format_points(Fraction(book.total)),
                book.name,
            ]
        )
    laid = draw_table(rows, ("left", "right", "right", "right", "left"), 200)
    give_result("\n".join(line for lines in laid for line in lines) + "\n")
    return Exit.CLEAN
