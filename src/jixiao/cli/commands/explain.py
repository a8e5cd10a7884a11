"""``jixiao explain``: a finding code, how an indicator is scored, a number of a return."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    print_notice,
    rulebook_option,
    rulebooks_option,
    screen_width,
)
from jixiao.finding import Lang, chinese_text, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Indicator, Library, Rulebook

_CODE = re.compile(r"[A-Za-z]\d{3}")


@bilingual_command(
    "explain",
    says="cli.explain.help",
)
@click.argument("subjects", nargs=-1, required=True, metavar="[FILE] CODE-or-INDICATOR")
@rulebook_option(says="cli.explain.rulebook")
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    subjects: tuple[str, ...],
    rulebook: str | None,
    rulebooks: str | None,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Explain a code or an indicator, or the number of an indicator in a return."""
    said = language_of(ctx)
    if len(subjects) > 1:
        return _of_return(subjects, rulebook, rulebooks, said)
    subject = subjects[0]
    if _CODE.fullmatch(subject):
        give_result(_wrapped(_code(subject.upper(), said)))
        return Exit.CLEAN
    from jixiao.rulebook import RulebookError

    try:
        wording = _indicator(subject, rulebook, library_at(rulebooks, said), said)
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    give_result(_wrapped(wording))
    return Exit.CLEAN


def _of_return(
    subjects: tuple[str, ...], rulebook: str | None, folder: str | None, lang: Lang
) -> int:
    from jixiao.cli.commands.workings import explain_return
    from jixiao.rulebook import RulebookError

    if len(subjects) != 2:
        raise UsageProblem(text_in("cli.explain.two", lang))
    try:
        return explain_return(*subjects, rulebook, folder, lang)
    except RulebookError as broken:
        print_notice(problems_text(broken, lang))
        return Exit.FAILED


def _wrapped(text: str) -> str:
    from jixiao.reporting import wrap_text

    lines = (part for line in text.split("\n") for part in wrap_text(line, screen_width()))
    return "\n".join(lines)


def _code(code: str, lang: Lang) -> str:
    from jixiao.finding import entries, entry
    from jixiao.reporting import finding_page

    try:
        return finding_page(entry(code), lang)
    except KeyError:
        near = difflib.get_close_matches(code, [e.code for e in entries()], cutoff=0.5)
        raise UsageProblem(
            text_in("cli.explain.no-code", lang, code=code) + _nearest(near, lang)
        ) from None


def _indicator(name: str, rulebook: str | None, known: Library, lang: Lang) -> str:
    books = [load_named(rulebook, lang, known)] if rulebook else known.books
    found = [(book, item) for book in books for item in _named(book, name)]
    if not found:
        where = f"“{rulebook}”" if rulebook else text_in("cli.explain.all-books", lang)
        names = {n for book in books for i in book.indicators for n in (i.name, i.id)}
        near = difflib.get_close_matches(name, sorted(names), cutoff=0.5)
        said = text_in("cli.explain.no-indicator", lang, books=where, name=name)
        raise UsageProblem(said + _nearest(near, lang))
    holders = list(dict.fromkeys(book.id for book, _ in found))
    if len(holders) > 1:
        listed = text_in("words.separator", lang).join(holders)
        raise UsageProblem(
            text_in(
                "cli.explain.which-book",
                lang,
                name=name,
                count=len(holders),
                books=listed,
                first=holders[0],
            )
        )
    return "\n".join(_show(book, item) for book, item in found)


def _named(book: Rulebook, name: str) -> Iterator[Indicator]:
    for indicator in book.indicators:
        if name in {indicator.id, indicator.name, *indicator.aliases}:
            yield indicator


def _show(book: Rulebook, indicator: Indicator) -> str:
    from jixiao.rulebook import indicator_lines, numbers_not_in_rule

    head, *lines = indicator_lines(book, indicator)
    place = " › ".join((*indicator.path, head.lstrip("# ")))
    where = chinese_text("cli.explain.place", name=book.name, book=book.id, indicator=indicator.id)
    missing = numbers_not_in_rule(book, indicator)
    if missing:
        lines.append(chinese_text("cli.explain.not-in-rule", numbers="、".join(missing)))
    body = "\n".join(line for line in lines if line)
    return f"{place}\n{where}\n{body}\n"


def _nearest(names: list[str], lang: Lang) -> str:
    if not names:
        return ""
    return text_in("cli.explain.nearest", lang, names=text_in("words.separator", lang).join(names))
