"""``jixiao rulebook show``: one rulebook in prose."""

from __future__ import annotations

import click

from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    print_notice,
    rulebooks_option,
)
from jixiao.finding import chinese_text


@bilingual_command(
    "show",
    says="cli.rulebook-show.help",
)
@click.argument("rulebook", metavar="ID-or-PATH")
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    rulebook: str,
    rulebooks: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Print the rule page."""
    from jixiao.rulebook import RulebookError, origin_lines, rulebook_page

    said = language_of(ctx)
    try:
        book = load_named(rulebook, said, library_at(rulebooks, said))
        origins = [f"- {line}\n" for line in origin_lines(book)]
        give_result(
            rulebook_page(book)
            + (chinese_text("cli.rulebook-show.origins") if origins else "")
            + "".join(origins)
        )
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    return Exit.CLEAN
