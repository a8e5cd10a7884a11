"""Options that several commands have, each written once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from jixiao.cli.shell.bilingual import option

F = TypeVar("F", bound=Callable[..., Any])


def lang_option() -> Callable[[F], F]:
    """Add ``--lang``; its value was found before parsing, the context knows it."""
    return option("--lang", type=click.Choice(["zh", "en"]), says="cli.option.lang")


def rulebook_option(*, says: str) -> Callable[[F], F]:
    """Add ``--rulebook``: the id of a rulebook, or a file."""
    return option("--rulebook", metavar="ID-or-PATH", says=says)


def rulebooks_option() -> Callable[[F], F]:
    """Add ``--rulebooks``: the folder of one's own rulebooks."""
    return option("--rulebooks", metavar="DIR", says="cli.option.rulebooks")


def output_option(*, says: str, metavar: str = "PATH", required: bool = False) -> Callable[[F], F]:
    """Add ``--output``: the file or folder to write to."""
    return option("--output", metavar=metavar, required=required, says=says)


def force_option() -> Callable[[F], F]:
    """Add ``--force``: replace files that exist already."""
    return option("--force", is_flag=True, says="cli.option.force")


def limits_option() -> Callable[[F], F]:
    """Add ``--limits``: how large a file may be."""
    return option(
        "--limits",
        type=click.Choice(["usual", "high"]),
        default="usual",
        says="cli.option.limits",
    )


def fail_on_option() -> Callable[[F], F]:
    """Add ``--fail-on``: the severity from which the exit code is 1."""
    return option(
        "--fail-on",
        type=click.Choice(["error", "warning", "never"]),
        default="error",
        says="cli.option.fail-on",
    )
