"""``jixiao template``: write the blank workbook of a rulebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.commands.rulebooks import load_named, tell_problems
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    lang_option,
    language_of,
    option,
    tell_user,
)
from jixiao.finding import Bilingual, Lang

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook

WRITTEN = Bilingual("已写出：{target}", "written: {target}")
WHICH = Bilingual(
    "请写明要生成哪个指标体系的空白表，或用 --all 生成全部。",
    "Name the rulebook whose blank workbook is wanted, or use --all for every one.",
)
NOT_BOTH = Bilingual(
    "--all 生成全部空白表，不能同时写编号、单位或年度。",
    "--all writes every blank workbook; give no id, department or year with it.",
)
ABSTRACT = Bilingual(
    "“{id}”是参考框架，没有分值，不能生成空白表。请选用以它为基础的指标体系。",
    "“{id}” is a framework without weights and has no blank workbook. Choose a rulebook laid "
    "over it.",
)
FOLDER = Bilingual(
    "使用 --all 时，--output 后面要写一个文件夹，“{target}”是文件。",
    "With --all, --output takes a folder; “{target}” is a file.",
)


@bilingual_command(
    "template",
    zh="生成要下发给各单位填写的空白表：带公式、填写提示和锁定的单元格。",
    en="Write the blank workbook that departments fill in: live formulas, prompts, locked cells.",
)
@click.argument("rulebook", required=False, metavar="ID-or-PATH")
@option(
    "--all",
    "all_",
    is_flag=True,
    zh="生成全部自带指标体系的空白表，写到 --output 所说的文件夹。",
    en="Write the blank workbooks of every shipped rulebook into the folder --output.",
)
@option(
    "--output",
    metavar="PATH",
    zh="写到这里；默认写在当前文件夹，文件名为“编号.xlsx”。",
    en="Where to write; by default ID.xlsx in this folder.",
)
@option(
    "--department", metavar="NAME", zh="预先填好单位名称。", en="Fill in the department's name."
)
@option(
    "--year",
    type=click.IntRange(1990, 2100),
    metavar="YEAR",
    zh="预先填好年度；默认用指标体系的年度。",
    en="Fill in the year; the rulebook's own by default.",
)
@option(
    "--force", is_flag=True, zh="要写的文件已存在时替换它。", en="Replace files that exist already."
)
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    rulebook: str | None,
    output: str | None,
    department: str | None,
    year: int | None,
    *,
    all_: bool,
    force: bool,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Write one blank workbook, or all."""
    from jixiao.rulebook import RulebookError

    said = language_of(ctx)
    if all_ and (rulebook or department or year):
        raise UsageProblem(NOT_BOTH.text(said), ctx)
    if not all_ and not rulebook:
        raise UsageProblem(WHICH.text(said), ctx)
    try:
        books = _shipped() if all_ else [load_named(rulebook or "", said)]
    except RulebookError as broken:
        tell_user(tell_problems(broken, said))
        return Exit.FAILED
    if not all_ and books[0].abstract:
        raise UsageProblem(ABSTRACT.text(said).format(id=books[0].id))
    wanted = _targets(books, output, said, is_folder=all_)
    targets.refuse_clashes(wanted, _files(rulebook), force=force, lang=said)

    from jixiao.writing import write_template

    for book, target in zip(books, wanted, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_template(book, target, department=department, year=year)
        tell_user(WRITTEN.text(said).format(target=target))
    return Exit.CLEAN


def _shipped() -> list[Rulebook]:
    from jixiao.rulebook import load_rulebook, shipped

    books = (load_rulebook(name) for name in shipped())
    return [book for book in books if not book.abstract]


def _targets(
    books: list[Rulebook], output: str | None, lang: Lang, *, is_folder: bool
) -> list[Path]:
    if is_folder:
        folder = Path(output or ".")
        if folder.exists() and not folder.is_dir():
            raise UsageProblem(FOLDER.text(lang).format(target=folder))
        return [folder / f"{book.id}.xlsx" for book in books]
    target = Path(output or f"{books[0].id}.xlsx")
    if target.is_dir():
        target /= f"{books[0].id}.xlsx"
    if target.suffix.lower() != ".xlsx":
        raise UsageProblem(targets.ENDING.text(lang).format(target=target, ending=".xlsx"))
    targets.refuse_missing_folder(target, lang)
    return [target]


def _files(rulebook: str | None) -> tuple[str, ...]:
    return (rulebook,) if rulebook and Path(rulebook).is_file() else ()
