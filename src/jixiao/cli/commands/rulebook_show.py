"""``jixiao rulebook show``: one rulebook in prose."""

from __future__ import annotations

import click

from jixiao.cli.commands.rulebooks import load_named, tell_problems
from jixiao.cli.shell import (
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    tell_user,
)


@bilingual_command(
    "show",
    zh="用文字写出一个指标体系：每个指标的分值、公式、评分标准、依据和来源；在别的体系上修改的，"
    "写明每项规定出自哪里。",
    en="Write one rulebook out in (Chinese) prose: weight, formula, rule, clause and source of each"
    " indicator, and for an overlay where each value comes from.",
)
@click.argument("rulebook", metavar="ID-or-PATH")
@lang_option()
@click.pass_context
def command(ctx: click.Context, rulebook: str, lang: str | None) -> int:  # noqa: ARG001 - as above
    """Print the rule page."""
    from jixiao.rulebook import RulebookError, origin_lines, rulebook_page

    said = language_of(ctx)
    try:
        book = load_named(rulebook, said)
        origins = [f"- {line}\n" for line in origin_lines(book)]
        give_result(
            rulebook_page(book) + ("\n## 各项规定的出处\n\n" if origins else "") + "".join(origins)
        )
    except RulebookError as broken:
        tell_user(tell_problems(broken, said))
        return Exit.FAILED
    return Exit.CLEAN
