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
from jixiao.finding import chinese_text


@bilingual_command(
    "show",
    says="cli.rulebook-show.help",
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
            rulebook_page(book)
            + (chinese_text("cli.rulebook-show.origins") if origins else "")
            + "".join(origins)
        )
    except RulebookError as broken:
        tell_user(tell_problems(broken, said))
        return Exit.FAILED
    return Exit.CLEAN
