"""The program ``jixiao``: its commands, loaded when they are used."""

from __future__ import annotations

from typing import Any

import click

from jixiao.cli.shell import LazyGroup, SubCommand, give_result, lang_option, option
from jixiao.finding import Bilingual
from jixiao.version import __version__


def _version(ctx: click.Context, param: click.Parameter, value: Any) -> None:  # noqa: ARG001
    if value and not ctx.resilient_parsing:
        give_result(f"jixiao {__version__}\n")
        ctx.exit()


@click.group(
    "jixiao",
    cls=LazyGroup,
    texts=Bilingual(
        "核对部门整体支出绩效评价指标体系评分表：逐项复算自评得分，指出哪一格不对、应为多少、怎么"
        "改，"
        "并把标注写回原来的工作簿。\n\n"
        "English: jixiao --lang en --help",
        "Checks the scoresheet workbooks of Chinese government departments"
        " (部门整体支出绩效评价指标体系评分表): recomputes every self-score, names the cells"
        " that do not hold, the expected value and what to do, and marks them in the workbook.",
    ),
    subcommands={
        "validate": SubCommand(
            "jixiao.cli.commands.validate",
            Bilingual("核对报送的评分表。", "Check returns."),
        ),
        "bulk": SubCommand(
            "jixiao.cli.commands.bulk",
            Bilingual(
                "核对一个文件夹里所有单位的报送，写出汇总表。",
                "Check every return in a folder; write a summary.",
            ),
        ),
        "verify": SubCommand(
            "jixiao.cli.commands.verify",
            Bilingual(
                "判断一个工作簿是不是核对过的那一个。",
                "Say whether a workbook is the one that was checked.",
            ),
        ),
        "template": SubCommand(
            "jixiao.cli.commands.template",
            Bilingual("生成要下发的空白表。", "Write a blank workbook to send out."),
        ),
        "rulebook": SubCommand(
            "jixiao.cli.commands.rulebook",
            Bilingual("查看、检查、比较指标体系。", "List, show, check and compare rulebooks."),
        ),
        "explain": SubCommand(
            "jixiao.cli.commands.explain",
            Bilingual(
                "解释一个问题代码，或一个指标怎样计分。",
                "Explain a finding code, or how an indicator is scored.",
            ),
        ),
    },
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    zh="显示程序名和版本。",
    en="Show name and version.",
)
@lang_option()
def app(lang: str | None) -> None:
    """Hold the commands together."""
