"""``jixiao rulebook``: list, show, check and compare rulebooks."""

from __future__ import annotations

import click

from jixiao.cli.shell import LazyGroup, SubCommand, lang_option
from jixiao.finding import Bilingual


@click.group(
    "rulebook",
    cls=LazyGroup,
    texts=Bilingual(
        "查看、检查、比较指标体系。一个指标体系是一个文本文件，写明指标、分值、公式和评分标准。",
        "List, show, check and compare rulebooks. A rulebook is one text file with indicators, "
        "weights,"
        " formulas and scoring rules.",
    ),
    subcommands={
        "list": SubCommand(
            "jixiao.cli.commands.rulebook_list",
            Bilingual("列出自带的指标体系。", "List the rulebooks that come with the program."),
        ),
        "show": SubCommand(
            "jixiao.cli.commands.rulebook_show",
            Bilingual("用文字写出一个指标体系。", "Write one rulebook out in prose."),
        ),
        "check": SubCommand(
            "jixiao.cli.commands.rulebook_check",
            Bilingual("检查正在编写的指标体系文件。", "Check a rulebook file while writing it."),
        ),
        "diff": SubCommand(
            "jixiao.cli.commands.rulebook_diff",
            Bilingual(
                "比较两个指标体系，看对报送的影响。",
                "Compare two rulebooks and their effect on returns.",
            ),
        ),
    },
)
@lang_option()
def command(lang: str | None) -> None:
    """Hold the commands together."""
