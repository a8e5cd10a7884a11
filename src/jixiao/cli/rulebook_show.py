"""``jixiao rulebook show``: one rulebook in prose."""

from __future__ import annotations

import click

from jixiao.cli import console, frame
from jixiao.cli.exits import Exit
from jixiao.cli.language import language_of
from jixiao.cli.rulebooks import load, tell_problems


@frame.command(
    "show",
    zh="用文字写出一个指标体系：每个指标的分值、公式、评分标准、依据和来源。",
    en="Write one rulebook out in (Chinese) prose: weight, formula, rule, clause and source of each"
    " indicator.",
)
@click.argument("rulebook", metavar="ID-or-PATH")
@frame.lang_option()
@click.pass_context
def command(ctx: click.Context, rulebook: str, lang: str | None) -> int:  # noqa: ARG001 - as above
    """Print the rule page."""
    from jixiao.rulebook.errors import RulebookError
    from jixiao.rulebook.prose import page

    said = language_of(ctx)
    try:
        console.give(page(load(rulebook, said)))
    except RulebookError as broken:
        console.tell(tell_problems(broken, said))
        return Exit.FAILED
    return Exit.CLEAN
