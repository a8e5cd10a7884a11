"""``jixiao carry``: what an older or home-made form holds, in the template of a rulebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    force_option,
    give_result,
    lang_option,
    language_of,
    output_option,
    print_notice,
    rulebooks_option,
)
from jixiao.finding import Lang, message, remedy, text_in

if TYPE_CHECKING:
    from jixiao.finding import Finding
    from jixiao.rulebook import Rulebook
    from jixiao.scoresheet import Scoresheet
    from jixiao.writing import Carried


@bilingual_command("carry", says="cli.carry.help")
@click.argument("old", metavar="OLD")
@click.argument("rulebook", metavar="ID-or-PATH")
@output_option(says="cli.carry.output", required=True)
@rulebooks_option()
@force_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    rulebook: str,
    output: str,
    rulebooks: str | None,
    *,
    force: bool,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Write the filled template and say what found no place."""
    from jixiao.rulebook import RulebookError

    said, target = language_of(ctx), Path(output)
    if target.suffix.lower() != ".xlsx":
        raise UsageProblem(text_in("cli.targets.ending", said, target=target, ending=".xlsx"))
    targets.refuse_clashes([target], (old, rulebook), force=force, lang=said)
    targets.refuse_missing_folder(target, said)
    try:
        book = load_named(rulebook, said, library_at(rulebooks, said))
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    if book.abstract:
        raise UsageProblem(text_in("cli.template.abstract", said, id=book.id))
    found = _located(old, book, said)
    if found is None:
        return Exit.FAILED
    from jixiao.writing import carried_copy, write_bytes

    carried = carried_copy(found, book)
    write_bytes(target, carried.content)
    print_notice(text_in("cli.written", said, target=target))
    give_result(_summary(carried, output, said))
    return Exit.CLEAN


def _located(old: str, book: Rulebook, lang: Lang) -> Scoresheet | None:
    """The older form read by the rulebook; None where it cannot be (reported)."""
    from jixiao.scoresheet import Unlocated, locate_scoresheet
    from jixiao.workbook import Unreadable, read_workbook

    workbook = read_workbook(old)
    if isinstance(workbook, Unreadable):
        print_notice(_why(workbook.findings[0], lang))
        return None
    found = locate_scoresheet(workbook, [book], asked=book)
    if isinstance(found, Unlocated):
        print_notice(_why(found.findings[0], lang))
        return None
    return found


def _why(found: Finding, lang: Lang) -> str:
    label = text_in("words.remedy", lang) + text_in("words.colon", lang)
    return f"{message(found, lang)}\n{label}{remedy(found, lang)}"


def _summary(carried: Carried, output: str, lang: Lang) -> str:
    lines = [
        text_in("cli.carry.done", lang, count=len(carried.cells), left=len(carried.left)),
    ]
    lines += [
        text_in("cli.carry.left", lang, place=one.place, text=one.text, why=one.why.text(lang))
        for one in carried.left
    ]
    lines.append(text_in("cli.carry.next", lang, file=output))
    return "\n".join(lines) + "\n"
