"""What goes with a scoresheet by its rulebook, in Chinese: the report's outline, the survey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from jixiao.figures import format_number
from jixiao.finding import chinese_text
from jixiao.rulebook.explain.provenance import provenance_text
from jixiao.rulebook.schema import (
    Provenance,
    Questionnaires,
    ReportOutline,
    ReportSection,
    Rulebook,
    SurveyAnswer,
    SurveyGroup,
)


def attached_lines(rulebook: Rulebook) -> Iterator[str]:
    """The sections of a rule page on report and survey, in Markdown."""
    yield from (f"## {_text('report')}", "")
    if rulebook.report is None:
        yield _text("report-usual")
    else:
        yield from _outline_lines(rulebook.report)
    yield from ("", f"## {_text('survey')}", "")
    if rulebook.survey is None:
        yield _text("survey-usual")
    else:
        yield from _survey_lines(rulebook, rulebook.survey)
    yield ""


def _outline_lines(outline: ReportOutline) -> Iterator[str]:
    yield _text("report-title", title=outline.title)
    required = [one.title for one in outline.sections if one.level == 1 and one.required]
    if required:
        yield _text("report-required", names=_listed(required))
    yield from _source(outline.clause, outline.provenance)
    yield from ("", _text("report-order"), "")
    counts = [0, 0, 0]
    for section in outline.sections:
        level = min(max(section.level, 1), 3)
        counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (3 - level)]
        yield "  " * (level - 1) + f"- {_heading(section, level, counts[level - 1])}"


def _heading(section: ReportSection, level: int, number: int) -> str:
    """A section with its number, what belongs there and other wordings of its title."""
    order = str(number) if level == 3 else _chinese(number)
    said = _text(f"heading-{level}", number=order, title=section.title)
    if level == 1 and not section.required:
        said += _text("report-optional")
    if section.about:
        said += _text("report-about", text=section.about)
    if section.aliases:
        said += _text("report-aliases", names=_listed(section.aliases))
    return said


def _survey_lines(rulebook: Rulebook, survey: Questionnaires) -> Iterator[str]:
    yield _text("survey-rate", text=_definition(survey.answers))
    yield _text("survey-answers", text=_text("survey-next").join(map(_answer, survey.answers)))
    yield _text("survey-groups", text=_text("survey-next").join(_groups(rulebook, survey.groups)))
    yield _text(f"survey-{survey.several}")
    if survey.questions:
        yield _text("survey-questions", text=_text("survey-next").join(survey.questions))
    if survey.issued is not None:
        yield _text("survey-issued", count=survey.issued)
    if survey.return_rate is not None:
        yield _text("survey-returned", rate=_percent(survey.return_rate))
    yield from _source(survey.clause, survey.provenance)


def _definition(answers: Iterable[SurveyAnswer]) -> str:
    """How satisfaction comes of the answers: a share of the forms, or a weighted sum."""
    counted = [one for one in answers if one.share]
    if all(one.share == 1 for one in counted):
        return _text("survey-share", names=_quoted(counted))
    weighed = (
        _text("survey-weighed", name=one.label, share=_percent(one.share)) for one in counted
    )
    return _text("survey-weights", names=_text("survey-plus").join(weighed))


def _percent(share: Decimal) -> str:
    return f"{format_number(Fraction(share) * 100)}%"


def _quoted(answers: Iterable[SurveyAnswer]) -> str:
    return "".join(_text("survey-quoted", name=one.label) for one in answers)


def _answer(answer: SurveyAnswer) -> str:
    said = _text("survey-quoted", name=answer.label)
    return said + (_text("survey-as", names=_listed(answer.aliases)) if answer.aliases else "")


def _groups(rulebook: Rulebook, groups: Iterable[SurveyGroup]) -> Iterator[str]:
    """The groups, each with the row that its satisfaction belongs to and its points."""
    for group in groups:
        row = rulebook.by_id.get(group.indicator or "")
        name = group.name or _text("survey-everybody")
        if row is not None and row.weight is not None:
            points = f"{row.weight.normalize():f}"
            yield _text("survey-group-row", name=name, row=row.name, points=points)
        elif row is not None:
            yield _text("survey-group-name", name=name, row=row.name)
        else:
            yield name


def _source(clause: str, provenance: Provenance | None) -> Iterator[str]:
    if clause:
        yield chinese_text("rules.page.clause", text=clause)
    if source := provenance_text(provenance):
        yield chinese_text("rules.page.source", text=source)


def _chinese(number: int) -> str:
    """The number of a heading, 1 to 99.

    >>> _chinese(3), _chinese(10), _chinese(21)
    ('三', '十', '二十一')
    """
    digits, ten = f" {_text('digits')}", _text("ten")
    tens, ones = divmod(number, 10)
    head = f"{digits[tens] if tens > 1 else ''}{ten}" if tens else ""
    return head + (digits[ones] if ones else "")


def _text(page_id: str, /, **slots: object) -> str:
    return chinese_text(f"rules.attached.{page_id}", **slots)


def _listed(names: Iterable[str]) -> str:
    return chinese_text("rules.page.names").join(names)
