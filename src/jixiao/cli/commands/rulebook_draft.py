"""``jixiao rulebook draft``: the file of a rulebook out of a form's own table and standards."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    force_option,
    give_result,
    lang_option,
    language_of,
    option,
    output_option,
    print_notice,
)
from jixiao.finding import Lang, text_in

if TYPE_CHECKING:
    from jixiao.drafting import DraftedForm
    from jixiao.workbook import Unreadable

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ENDING = ".toml"


@bilingual_command("draft", says="cli.rulebook-draft.help")
@click.argument("form", metavar="FORM")
@output_option(says="cli.rulebook-draft.output")
@option("--id", "ident", metavar="ID", says="cli.rulebook-draft.id")
@force_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    form: str,
    output: str | None,
    ident: str | None,
    *,
    force: bool,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Write the draft, or print it."""
    said = language_of(ctx)
    if ident is not None and not _ID.fullmatch(ident):
        raise UsageProblem(text_in("cli.rulebook-draft.bad-id", said, id=ident))
    if output is not None:
        _refuse(Path(output), form, said, force=force)
    drafted = _drafted(form, ident, said)
    if drafted is None:
        return Exit.FAILED
    from jixiao.drafting import draft_text
    from jixiao.writing import write_bytes

    text = draft_text(drafted)
    if output is None:
        give_result(text)
        print_notice(_summary(drafted, said))
        return Exit.CLEAN
    write_bytes(Path(output), text.encode("utf-8"))
    print_notice(text_in("cli.written", said, target=output))
    give_result(
        _summary(drafted, said) + "\n" + text_in("cli.rulebook-draft.next", said, file=output)
    )
    return Exit.CLEAN


def _refuse(target: Path, form: str, lang: Lang, *, force: bool) -> None:
    if target.suffix.lower() != _ENDING:
        raise UsageProblem(text_in("cli.targets.ending", lang, target=target, ending=_ENDING))
    targets.refuse_clashes([target], (form,), force=force, lang=lang)
    targets.refuse_missing_folder(target, lang)


def _drafted(form: str, ident: str | None, lang: Lang) -> DraftedForm | None:
    """The draft; None where the file cannot be read or holds no form (reported)."""
    from jixiao.drafting import DocxMissing, draft_form, read_form
    from jixiao.scoresheet import outline_of
    from jixiao.workbook import Unreadable

    try:
        workbook = read_form(form)
    except DocxMissing:
        print_notice(text_in("cli.rulebook-draft.no-docx", lang, file=form))
        return None
    if isinstance(workbook, Unreadable):
        print_notice(_why(workbook, lang))
        return None
    outline = outline_of(workbook)
    if outline is None:
        print_notice(text_in("cli.rulebook-draft.no-form", lang, file=form))
        return None
    return draft_form(outline, form, ident)


def _why(unreadable: Unreadable, lang: Lang) -> str:
    from jixiao.finding import message, remedy

    found = unreadable.findings[0]
    label = text_in("words.remedy", lang) + text_in("words.colon", lang)
    return f"{message(found, lang)}\n{label}{remedy(found, lang)}"


def _summary(drafted: DraftedForm, lang: Lang) -> str:
    """How many rows were read, and what must be decided, once a class."""
    from jixiao.drafting import topics_of

    read = sum(1 for row in drafted.rows if row.is_read)
    book = drafted.rulebook
    lines = [
        text_in(
            "cli.rulebook-draft.done",
            lang,
            name=book.name,
            id=book.id,
            rows=len(drafted.rows),
            stated=sum(1 for row in drafted.rows if row.is_stated),
            read=read,
            judged=len(drafted.rows) - read,
        )
    ]
    topics = topics_of(drafted.questions)
    if topics:
        lines.append(text_in("cli.rulebook-draft.asks", lang, count=len(topics)))
    for n, (text, rows) in enumerate(topics, 1):
        lines.append(f"  {n}. {text.text(lang)}{_rows(rows, lang)}")
    return "\n".join(lines)


def _rows(rows: tuple[str, ...], lang: Lang) -> str:
    named = tuple(dict.fromkeys(rows))
    if not named:
        return ""
    shown = text_in("words.separator", lang).join(named[:3])
    id_ = "cli.rulebook-draft.rows-more" if len(named) > 3 else "cli.rulebook-draft.rows"
    return text_in(id_, lang, names=shown, count=len(named))
