"""Which language the command line speaks: Chinese unless English is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jixiao.finding import Lang

VARIABLE = "JIXIAO_LANG"


def language_asked(args: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Find the language before anything is parsed, so that complaints about ``args`` speak it.

    >>> language_asked(["validate", "--lang", "en", "a.xlsx"], {})
    'en'
    >>> language_asked(["--lang=zh"], {"JIXIAO_LANG": "en"}), language_asked([], {})
    ('zh', 'zh')
    """
    asked = environment.get(VARIABLE, "")
    options = args[: args.index("--")] if "--" in args else args
    for option, after in zip(options, [*options, ""][1:], strict=True):
        if option == "--lang":
            asked = after
        elif option.startswith("--lang="):
            asked = option.removeprefix("--lang=")
    return "en" if asked == "en" else "zh"


def language_of(ctx: click.Context | None) -> Lang:
    """The language of a running command."""
    return "en" if ctx is not None and ctx.obj == "en" else "zh"
