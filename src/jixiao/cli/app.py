"""The program ``jixiao``: its commands, loaded when they are used."""

from __future__ import annotations

from typing import Any

import click

from jixiao.cli.shell import LazyGroup, SubCommand, give_result, lang_option, option
from jixiao.finding import text_of
from jixiao.version import __version__


def _version(ctx: click.Context, param: click.Parameter, value: Any) -> None:  # noqa: ARG001
    if value and not ctx.resilient_parsing:
        give_result(f"jixiao {__version__}\n")
        ctx.exit()


@click.group(
    "jixiao",
    cls=LazyGroup,
    texts=text_of("cli.help"),
    subcommands={
        "validate": SubCommand(
            "jixiao.cli.commands.validate",
            text_of("cli.short.validate"),
        ),
        "bulk": SubCommand(
            "jixiao.cli.commands.bulk",
            text_of("cli.short.bulk"),
        ),
        "combine": SubCommand(
            "jixiao.cli.commands.combine",
            text_of("cli.short.combine"),
        ),
        "serve": SubCommand(
            "jixiao.cli.commands.serve",
            text_of("cli.short.serve"),
        ),
        "verify": SubCommand(
            "jixiao.cli.commands.verify",
            text_of("cli.short.verify"),
        ),
        "template": SubCommand(
            "jixiao.cli.commands.template",
            text_of("cli.short.template"),
        ),
        "carry": SubCommand(
            "jixiao.cli.commands.carry",
            text_of("cli.short.carry"),
        ),
        "survey": SubCommand(
            "jixiao.cli.commands.survey",
            text_of("cli.short.survey"),
        ),
        "draft-report": SubCommand(
            "jixiao.cli.commands.draft_report",
            text_of("cli.short.draft-report"),
        ),
        "rulebook": SubCommand(
            "jixiao.cli.commands.rulebook",
            text_of("cli.short.rulebook"),
        ),
        "explain": SubCommand(
            "jixiao.cli.commands.explain",
            text_of("cli.short.explain"),
        ),
    },
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    says="cli.option.version",
)
@lang_option()
def app(lang: str | None) -> None:
    """Hold the commands together."""
