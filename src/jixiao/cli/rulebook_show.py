"""``jixiao rulebook show``: one rulebook in prose."""

from __future__ import annotations

import click

from jixiao.cli import console, frame
from jixiao.cli.exits import Exit
from jixiao.cli.language import language_of
from jixiao.cli.rulebooks import load, tell_problems


@frame.command(
    "show",
    zh="用文字写出一个指标体系：每个指标的分值、公式、评分标准、依据和来源；在别的体系上修改的，"
    "写明每项规定出自哪里。",
    en="Write one rulebook out in (Chinese) prose: weight, formula, rule, clause and source of each"
    " indicator, and for an overlay where each value comes from.",
)
@click.argument("rulebook", metavar="ID-or-PATH")
@frame.lang_option()
@click.pass_context
def command(ctx: click.Context, rulebook: str, lang: str | None) -> int:  # noqa: ARG001 - as above
    """Print the rule page."""
    from jixiao.rulebook.errors import RulebookError
    from jixiao.rulebook.origins import origin_lines
    from jixiao.rulebook.prose import page

    said = language_of(ctx)
    try:
        book = load(rulebook, said)
        origins = [f"- {line}\n" for line in origin_lines(book)]
        console.give(page(book) + ("\n## 各项规定的出处\n\n" if origins else "") + "".join(origins))
    except RulebookError as broken:
        console.tell(tell_problems(broken, said))
        return Exit.FAILED
    return Exit.CLEAN
