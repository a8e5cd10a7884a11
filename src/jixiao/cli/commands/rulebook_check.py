"""``jixiao rulebook check``: what is wrong with a rulebook file, or with all of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import library_at, problems_text, refuse_unknown
from jixiao.cli.shell import (
    Exit,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    rulebooks_option,
)
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook


@bilingual_command(
    "check",
    says="cli.rulebook-check.help",
)
@click.argument("rulebook", metavar="ID-or-PATH")
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    rulebook: str,
    rulebooks: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Print the problems, or that there are none."""
    from jixiao.rulebook import RulebookError, check_rulebook

    said = language_of(ctx)
    code = Exit.CLEAN
    try:
        files = _files(rulebook, rulebooks, said)
    except RulebookError as broken:
        give_result(problems_text(broken, said) + "\n")
        return Exit.FAILED
    for file in files:
        try:
            book = check_rulebook(file)
            wording = _draft(book, file, said) if book.draft else _good(book, said)
            give_result("\n".join([wording, *_hints(file, said)]) + "\n")
        except RulebookError as broken:
            give_result(problems_text(broken, said) + "\n")
            code = Exit.FAILED
    return code


def _files(name: str, folder: str | None, lang: Lang) -> list[str]:
    """The file or shipped rulebook of that name; of a folder every file, and what clashes."""
    from jixiao.rulebook import LibraryError, read_library, rulebook_files, shipped

    if Path(name).is_dir() and (files := [str(file) for file in rulebook_files(name)]):
        try:
            read_library(name)
        except LibraryError as broken:
            if all(problem.key == "id" for problem in broken.problems):
                raise
        return files
    if name in shipped() or Path(name).is_file():
        return [name]
    known = library_at(folder, lang)
    refuse_unknown(name, lang, known)
    return [known.load(name).path]


def _draft(book: Rulebook, file: str, lang: Lang) -> str:
    """A draft is no error; what it leaves to a person is listed with its line."""
    from jixiao.drafting import ASK_MARK

    scores = [row.score for row in book.indicators] + [row.score for row in book.blocks]
    judged = sum(1 for score in scores if score is not None and score.kind == "judged")
    text = Path(file).read_text(encoding="utf-8-sig") if Path(file).is_file() else ""
    asked = [
        (number, line.removeprefix(ASK_MARK))
        for number, line in enumerate(text.splitlines(), 1)
        if line.startswith(ASK_MARK)
    ]
    head = text_in(
        "cli.rulebook-check.draft",
        lang,
        name=book.name,
        id=book.id,
        count=len(scores),
        judged=judged,
        cases=_cases(book),
        asks=len(asked),
    )
    return "\n".join([head, *(f"{file}:{number}  {line}" for number, line in asked)])


def _hints(file: str, lang: Lang) -> list[str]:
    """What is no fault but hardly meant, a line each."""
    from jixiao.rulebook import rulebook_hints

    return [
        text_in("cli.rulebook-check.hint", lang, text=hint.text(lang))
        for hint in rulebook_hints(file)
    ]


def _good(book: Rulebook, lang: Lang) -> str:
    return text_in(
        "cli.rulebook-check.good",
        lang,
        name=book.name,
        id=book.id,
        count=len(book.indicators),
        inputs=len(book.inputs),
        cases=_cases(book),
    )


def _cases(book: Rulebook) -> int:
    of_rows = sum(len(indicator.cases) for indicator in book.indicators)
    return of_rows + sum(len(block.cases) for block in book.blocks)
