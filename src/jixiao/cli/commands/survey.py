"""``jixiao survey``: questionnaires become satisfaction and score, and counts in a copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jixiao.cli.commands import targets
from jixiao.cli.commands.report import refuse_report
from jixiao.cli.commands.rulebooks import library_at, load_named, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    fail_on_option,
    force_option,
    give_result,
    lang_option,
    language_of,
    limits_option,
    option,
    output_option,
    print_notice,
    rulebook_option,
    rulebooks_option,
)
from jixiao.finding import Lang, Severity, text_in

if TYPE_CHECKING:
    from jixiao.finding import Finding
    from jixiao.rulebook import Library, Rulebook
    from jixiao.scoresheet import Scoresheet
    from jixiao.survey import SurveyWish
    from jixiao.workbook import Height


@bilingual_command("survey", says="cli.survey.help")
@click.argument("forms", nargs=-1, required=True, metavar="FORMS…")
@rulebook_option(says="cli.survey.rulebook")
@rulebooks_option()
@option("--issued", metavar="N", multiple=True, says="cli.survey.issued")
@option("--deadline", metavar="DATE", says="cli.survey.deadline")
@option("--question", metavar="N", default="", says="cli.survey.question")
@option("--answers", metavar="TEXT", default="", says="cli.survey.answers")
@option("--group", metavar="NAME", default="", says="cli.survey.group")
@option("--population", type=click.IntRange(1), metavar="N", says="cli.survey.population")
@option("--into", metavar="WORKBOOK", says="cli.survey.into")
@option("--report", metavar="PATH", says="cli.survey.report")
@output_option(says="cli.survey.output")
@option("--replace", is_flag=True, says="cli.survey.replace")
@option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    says="cli.survey.format",
)
@force_option()
@limits_option()
@fail_on_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    forms: tuple[str, ...],
    rulebook: str | None,
    rulebooks: str | None,
    issued: tuple[str, ...],
    deadline: str | None,
    question: str,
    answers: str,
    *,
    group: str,
    population: int | None,
    into: str | None,
    report: str | None,
    output: str | None,
    replace: bool,
    format_: str,
    force: bool,
    limits: Height,
    fail_on: str,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Count ``forms`` and give the exit code."""
    from jixiao.rulebook import RulebookError
    from jixiao.workbook import within_limits

    said = language_of(ctx)
    ctx.with_resource(within_limits(limits))
    refuse_report(report, 1, said)
    _refuse_clashes((*forms, *([report] if report else [])), into, output, said, force=force)
    if rulebook is None and into is None:
        raise UsageProblem(text_in("cli.survey.which", said))
    if replace and output is None:
        raise UsageProblem(text_in("cli.survey.replace-alone", said))
    try:
        known = library_at(rulebooks, said)
        book = None if rulebook is None else load_named(rulebook, said, known)
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    sheet = None if into is None else _located(into, book, known, said)
    if into is not None and sheet is None:
        return Exit.FAILED
    if sheet is not None:
        book = sheet.rulebook
    if book is None or book.abstract:
        raise UsageProblem(text_in("cli.template.abstract", said, id=rulebook))
    wish = _wish(book, issued, deadline, question, answers, group, population, said)
    return _count(
        forms,
        book,
        wish,
        sheet,
        known=known,
        report=report,
        output=output,
        format_=format_,
        fail_on=fail_on,
        lang=said,
        replace=replace,
    )


def _count(
    forms: Sequence[str],
    book: Rulebook,
    wish: SurveyWish,
    sheet: Scoresheet | None,
    *,
    known: Library,
    report: str | None,
    output: str | None,
    format_: str,
    fail_on: str,
    lang: Lang,
    replace: bool,
) -> int:
    from dataclasses import replace as changed

    from jixiao.reporting import render_survey, survey_to_json_text
    from jixiao.survey import compare_survey, count_survey

    result = count_survey(forms, book, wish)
    compared = compare_survey(result, sheet) if sheet is not None and result.is_counted else None
    written = None
    if compared is not None and sheet is not None:
        from jixiao.cli.commands.survey_filling import filled_lines

        written = filled_lines(compared, sheet, output, known, lang, replaces=replace)
        kept = [f for f in compared.findings if f.code != "E215" or not (replace and output)]
        result = changed(result, findings=(*result.findings, *kept))
    if report is not None and result.is_counted:
        from jixiao.narrative import survey_report_findings

        said = survey_report_findings(result, report)
        result = changed(result, findings=(*result.findings, *said))
    if format_ == "json":
        give_result(survey_to_json_text(result, lang))
    else:
        give_result(render_survey(result, lang))
    for line in written or ():
        print_notice(line)
    if not result.groups:
        if output:
            print_notice(text_in("cli.validate.nothing-written", lang))
        return Exit.FAILED
    return _exit(result.findings, fail_on)


def _exit(findings: Sequence[Finding], fail_on: str) -> Exit:
    if fail_on == "never":
        return Exit.CLEAN
    bar = Severity(fail_on).rank
    return Exit.FOUND if any(found.severity.rank <= bar for found in findings) else Exit.CLEAN


def _refuse_clashes(
    forms: Sequence[str], into: str | None, output: str | None, lang: Lang, *, force: bool
) -> None:
    if output is None:
        return
    if into is None:
        raise UsageProblem(text_in("cli.survey.output-alone", lang))
    target = targets.copies([into], Path(output), lang)[0]
    targets.refuse_clashes([target], (*forms, into), force=force, lang=lang)


def _located(into: str, book: Rulebook | None, known: Library, lang: Lang) -> Scoresheet | None:
    """The scoresheet that the counts go into; None where there is none (reported)."""
    from jixiao.reporting import render_survey_findings
    from jixiao.scoresheet import Unlocated, locate_scoresheet
    from jixiao.workbook import Unreadable, read_workbook

    workbook = read_workbook(into)
    if not isinstance(workbook, Unreadable):
        books = [book] if book is not None else list(known.books)
        found = locate_scoresheet(workbook, books, asked=book)
        if not isinstance(found, Unlocated):
            return found
        workbook_findings = found.findings
    else:
        workbook_findings = workbook.findings
    print_notice("\n".join(render_survey_findings(workbook_findings[:1], lang)))
    return None


def _wish(
    book: Rulebook,
    issued: Sequence[str],
    deadline: str | None,
    question: str,
    answers: str,
    group: str,
    population: int | None,
    lang: Lang,
) -> SurveyWish:
    from jixiao.rulebook import questionnaires
    from jixiao.survey import SurveyWish, group_named, meanings_of

    asked = questionnaires(book)
    names = [one.name for one in asked.groups]
    if group and (len(names) == 1 or group_named(group, asked.groups) is None):
        raise UsageProblem(_no_group(group, names, lang))
    try:
        meant = meanings_of(answers) if answers else {}
    except ValueError:
        raise UsageProblem(text_in("cli.survey.bad-answers", lang, text=answers)) from None
    known = [word for answer in asked.answers for word in (answer.label, *answer.aliases)]
    unknown = [word for word in meant.values() if word not in known]
    if unknown:
        labels = text_in("words.separator", lang).join(answer.label for answer in asked.answers)
        said = text_in("cli.survey.unknown-answer", lang, word=unknown[0], labels=labels)
        raise UsageProblem(said)
    return SurveyWish(
        issued=_issued(issued, names, lang),
        deadline=None if deadline is None else _day(deadline, lang),
        question=question,
        answers=meant,
        group=group,
        population=population,
    )


def _issued(given: Sequence[str], names: Sequence[str], lang: Lang) -> dict[str, int]:
    """Numbers by group: ``300``, or ``协作部门=30``."""
    found: dict[str, int] = {}
    for text in given:
        name, sign, number = text.rpartition("=")
        name, number = name.strip(), number.strip()
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            raise UsageProblem(text_in("cli.survey.bad-issued", lang, text=text))
        if (sign and name not in names) or (not sign and len(names) > 1):
            raise UsageProblem(_no_group(name, names, lang))
        found[name] = int(number)
    return found


def _no_group(name: str, names: Sequence[str], lang: Lang) -> str:
    if len(names) == 1:
        return text_in("cli.survey.one-group", lang)
    listed = text_in("words.separator", lang).join(names)
    return text_in("cli.survey.no-group", lang, name=name or "—", names=listed)


def _day(text: str, lang: Lang) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageProblem(text_in("cli.bulk.bad-deadline", lang, date=text)) from None
