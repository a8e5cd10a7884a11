"""``jixiao template``: write the blank workbook of a rulebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.commands.bulk_progress import count_line
from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    force_option,
    lang_option,
    language_of,
    option,
    output_option,
    print_notice,
    rulebooks_option,
)
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Library, Rulebook


@bilingual_command(
    "template",
    says="cli.template.help",
)
@click.argument("rulebook", required=False, metavar="ID-or-PATH")
@option(
    "--all",
    "all_",
    is_flag=True,
    says="cli.template.all",
)
@output_option(says="cli.template.output")
@option("--department", metavar="NAME", says="cli.template.department")
@option(
    "--year",
    type=click.IntRange(1990, 2100),
    metavar="YEAR",
    says="cli.template.year",
)
@option("--roster", metavar="FILE", says="cli.template.roster")
@option("--survey", is_flag=True, says="cli.template.survey")
@rulebooks_option()
@force_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    rulebook: str | None,
    output: str | None,
    department: str | None,
    year: int | None,
    roster: str | None,
    rulebooks: str | None,
    *,
    survey: bool,
    all_: bool,
    force: bool,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Write one blank workbook, or all."""
    from jixiao.rulebook import RulebookError

    said = language_of(ctx)
    _refuse_mixed(ctx, rulebook, output, department, year, roster, survey=survey, all_=all_)
    try:
        known = library_at(rulebooks, said)
        books = _concrete(known) if all_ else [load_named(rulebook or "", said, known)]
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    if not all_ and books[0].abstract:
        raise UsageProblem(text_in("cli.template.abstract", said, id=books[0].id))
    if survey:
        from jixiao.cli.commands.survey_forms import write_survey_forms

        return write_survey_forms(books[0], output, department, year, said, force=force)
    if roster:
        return _issue(books[0], roster, Path(output or ""), year, said, force=force)
    wanted = _targets(books, output, said, is_folder=all_)
    targets.refuse_clashes(wanted, _files(rulebook), force=force, lang=said)

    from jixiao.writing import write_template

    for book, target in zip(books, wanted, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_template(book, target, department=department, year=year)
        print_notice(text_in("cli.written", said, target=target))
    return Exit.CLEAN


def _refuse_mixed(
    ctx: click.Context,
    rulebook: str | None,
    output: str | None,
    department: str | None,
    year: int | None,
    roster: str | None,
    *,
    survey: bool,
    all_: bool,
) -> None:
    """Refuse options that do not go together."""
    said = language_of(ctx)
    if all_ and (rulebook or department or year):
        raise UsageProblem(text_in("cli.template.not-both", said), ctx)
    if roster and (all_ or department):
        raise UsageProblem(text_in("cli.template.roster-alone", said), ctx)
    if roster and not output:
        raise UsageProblem(text_in("cli.template.roster-output", said), ctx)
    if survey and (all_ or roster):
        raise UsageProblem(text_in("cli.template.survey-alone", said), ctx)
    if not all_ and not rulebook:
        raise UsageProblem(text_in("cli.template.which", said), ctx)


def _issue(
    book: Rulebook, roster: str, folder: Path, year: int | None, lang: Lang, *, force: bool
) -> int:
    """Write a blank for each department of the roster into ``folder``."""
    from jixiao.bulk import RosterError, read_roster
    from jixiao.writing import write_templates

    if folder.exists() and not folder.is_dir():
        raise UsageProblem(text_in("cli.template.roster-folder", lang, target=folder))
    try:
        listed = read_roster(Path(roster))
    except RosterError as error:
        print_notice(f"{error.reason.text(lang)}\n{error.remedy.text(lang)}")
        return Exit.FAILED
    names = [one.name for one in listed.departments]
    wanted = [folder / f"{name}.xlsx" for name in targets.file_names(names)]
    targets.refuse_clashes(wanted, (roster,), force=force, lang=lang)
    folder.mkdir(parents=True, exist_ok=True)
    notify = count_line("cli.template.progress", lang)
    pairs = zip(names, wanted, strict=True)
    for done, _ in enumerate(write_templates(book, pairs, year=year), 1):
        notify(done, len(wanted))
    print_notice(text_in("cli.template.issued", lang, count=len(wanted), folder=folder))
    return Exit.CLEAN


def _concrete(known: Library) -> list[Rulebook]:
    return [book for book in known.books if not book.abstract]


def _targets(
    books: list[Rulebook], output: str | None, lang: Lang, *, is_folder: bool
) -> list[Path]:
    if is_folder:
        folder = Path(output or ".")
        if folder.exists() and not folder.is_dir():
            raise UsageProblem(text_in("cli.template.folder", lang, target=folder))
        return [folder / f"{book.id}.xlsx" for book in books]
    target = Path(output or f"{books[0].id}.xlsx")
    if target.is_dir():
        target /= f"{books[0].id}.xlsx"
    if target.suffix.lower() != ".xlsx":
        raise UsageProblem(text_in("cli.targets.ending", lang, target=target, ending=".xlsx"))
    targets.refuse_missing_folder(target, lang)
    return [target]


def _files(rulebook: str | None) -> tuple[str, ...]:
    return (rulebook,) if rulebook and Path(rulebook).is_file() else ()
