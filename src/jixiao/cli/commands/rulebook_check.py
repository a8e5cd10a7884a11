"""``jixiao rulebook check``: what is wrong with a rulebook file."""

from __future__ import annotations

import click

from jixiao.cli.commands.rulebooks import refuse_unknown, tell_problems
from jixiao.cli.shell import Exit, bilingual_command, give_result, lang_option, language_of
from jixiao.finding import text_in


@bilingual_command(
    "check",
    says="cli.rulebook-check.help",
)
@click.argument("rulebook", metavar="PATH")
@lang_option()
@click.pass_context
def command(ctx: click.Context, rulebook: str, lang: str | None) -> int:  # noqa: ARG001 - as above
    """Print the problems, or that there are none."""
    from jixiao.rulebook import RulebookError, check_rulebook

    said = language_of(ctx)
    refuse_unknown(rulebook, said)
    try:
        book = check_rulebook(rulebook)
    except RulebookError as broken:
        give_result(tell_problems(broken, said) + "\n")
        return Exit.FAILED
    cases = sum(len(indicator.cases) for indicator in book.indicators)
    cases += sum(len(block.cases) for block in book.blocks)
    give_result(
        text_in(
            "cli.rulebook-check.good",
            said,
            name=book.name,
            id=book.id,
            count=len(book.indicators),
            inputs=len(book.inputs),
            cases=cases,
        )
        + "\n"
    )
    return Exit.CLEAN
