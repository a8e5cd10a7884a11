"""``jixiao template --survey``: the questionnaire and the counting sheet, in a folder."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.commands import targets
from jixiao.cli.shell import Exit, UsageProblem, print_notice
from jixiao.finding import Lang, chinese_text, text_in

if TYPE_CHECKING:
    from jixiao.rulebook import Rulebook


def write_survey_forms(
    book: Rulebook,
    output: str | None,
    department: str | None,
    year: int | None,
    lang: Lang,
    *,
    force: bool,
) -> int:
    """Write both files and say what comes next."""
    folder = Path(output or ".")
    if folder.exists() and not folder.is_dir():
        raise UsageProblem(text_in("cli.template.folder", lang, target=folder))
    if importlib.util.find_spec("docx") is None:
        raise UsageProblem(text_in("cli.draft-report.no-docx", lang))
    form = folder / chinese_text("questionnaire.file")
    sheet = folder / chinese_text("questionnaire.sheet-file")
    targets.refuse_clashes([form, sheet], (), force=force, lang=lang)
    from jixiao.rulebook import questionnaires
    from jixiao.writing import counting_book_of, questionnaire_of, write_bytes

    asked, when = questionnaires(book), year or book.year
    folder.mkdir(parents=True, exist_ok=True)
    for target, content in (
        (form, questionnaire_of(asked, department=department, year=when)),
        (sheet, counting_book_of(asked, department=department, year=when)),
    ):
        write_bytes(target, content)
        print_notice(text_in("cli.written", lang, target=target))
    print_notice(text_in("cli.template.survey-next", lang))
    return Exit.CLEAN
