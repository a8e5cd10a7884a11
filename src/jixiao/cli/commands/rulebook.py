"""``jixiao rulebook``: list, show, check and compare rulebooks."""

from __future__ import annotations

import click

from jixiao.cli.shell import LazyGroup, SubCommand, lang_option
from jixiao.finding import text_of


@click.group(
    "rulebook",
    cls=LazyGroup,
    texts=text_of("cli.rulebook.help"),
    subcommands={
        "list": SubCommand(
            "jixiao.cli.commands.rulebook_list",
            text_of("cli.rulebook.short.list"),
        ),
        "show": SubCommand(
            "jixiao.cli.commands.rulebook_show",
            text_of("cli.rulebook.short.show"),
        ),
        "check": SubCommand(
            "jixiao.cli.commands.rulebook_check",
            text_of("cli.rulebook.short.check"),
        ),
        "draft": SubCommand(
            "jixiao.cli.commands.rulebook_draft",
            text_of("cli.rulebook.short.draft"),
        ),
        "diff": SubCommand(
            "jixiao.cli.commands.rulebook_diff",
            text_of("cli.rulebook.short.diff"),
        ),
    },
)
@lang_option()
def command(lang: str | None) -> None:
    """Hold the commands together."""
