"""What there is to say of questionnaires as they came back: which don't count, which look odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from jixiao.finding import Finding, finding
from jixiao.rulebook import SurveyGroup
from jixiao.survey.answers import AnswerScale, is_blank_answer, is_no_opinion
from jixiao.survey.columns import FormColumns
from jixiao.survey.counting_sheet import CountRow
from jixiao.survey.forms import has_one_answer_throughout
from jixiao.survey.model import FormState, SurveyForm, SurveyQuestion, SurveyWish
from jixiao.survey.tables import unread
from jixiao.survey.words import POINTS_GIVEN

_LISTED: Final = 8
_FROM_ONE_ADDRESS: Final = 5  # forms
_HASTE: Final = 2  # seconds a question


def listed(places: Sequence[str]) -> str:
    """Some places by name, and how many more there are.

    >>> listed(["Sheet1!2", "Sheet1!3"])
    'Sheet1!2、3'
    """
    shown, last = [], None
    for place in places[:_LISTED]:
        sheet, _, row = place.rpartition("!")
        shown.append(row if sheet == last else place)
        last = sheet
    more = "…" if len(places) > _LISTED else ""
    return "、".join(shown) + more


def no_question(sheets: Sequence[FormColumns]) -> Finding:
    """No column holds answers on satisfaction, or there is not one form."""
    if not any(sheet.rows for sheet in sheets):
        return unread("survey.unread.headings-only")
    headings = [text for sheet in sheets for text in sheet.headings if text.strip()]
    return finding("E202", sheet=sheets[0].table.sheet, headings="、".join(headings[:_LISTED]))


def numbers_unexplained(sheets: Sequence[FormColumns]) -> Finding | None:
    """Answers are numbers, and nobody says which is best; what comes of either reading."""
    first = next((sheet for sheet in sheets if sheet.numeric and not sheet.questions), None)
    if first is None:
        return None
    asked = first.numeric[0]
    given = (row[asked.column].strip() for _, row in first.rows if asked.column < len(row))
    numbers = Counter(int(text) for text in given if text in POINTS_GIVEN)
    counted = "、".join(f"{number}（{numbers[number]}）" for number in sorted(numbers))
    code = "E203" if set(numbers) <= set(range(1, 6)) else "E225"
    return finding(code, sheet=first.table.sheet, question=asked.text, numbers=counted)


def which_question(questions: Sequence[SurveyQuestion]) -> Finding:
    """Several questions on satisfaction, none of them overall."""
    return finding("E204", count=str(len(questions)), questions=_titles(questions))


def no_such_question(wanted: str, questions: Sequence[SurveyQuestion]) -> Finding:
    """The question that was asked for is not there, or not the only one of that number."""
    return finding("E219", wanted=wanted, questions=_titles(questions))


def _titles(questions: Sequence[SurveyQuestion]) -> str:
    return "；".join(question.text for question in questions[:_LISTED])


def of_forms(
    forms: Sequence[SurveyForm],
    states: Sequence[FormState],
    scale: AnswerScale,
    wish: SurveyWish,
) -> Iterator[Finding]:
    """Forms that don't count, with the reason, and forms that look odd and count all the same."""
    for code, state in (("E205", FormState.UNCLEAR), ("E206", FormState.DUPLICATE)):
        found = [form for form, s in zip(forms, states, strict=True) if s is state]
        if found:
            yield finding(
                code, count=str(len(found)), places=_places(found), answers=_unknown(found, scale)
            )
    late = [form for form, state in zip(forms, states, strict=True) if state is FormState.LATE]
    if late:
        day = wish.deadline.isoformat() if wish.deadline else ""
        yield finding("E208", count=str(len(late)), places=_places(late), day=day)
    blank = [
        form
        for form, state in zip(forms, states, strict=True)
        if state in (FormState.BLANK, FormState.NO_OPINION)
    ]
    if blank:
        yield finding("E209", count=str(len(blank)), places=_places(blank))
    valid = [form for form, state in zip(forms, states, strict=True) if state is FormState.VALID]
    yield from _straight(valid)
    yield from _one_address(valid)


def _places(forms: Sequence[SurveyForm]) -> str:
    return listed([form.place for form in forms])


def _unknown(forms: Sequence[SurveyForm], scale: AnswerScale) -> str:
    """The answers that are not understood, each once."""
    texts = (text for form in forms for text in form.counted)
    unknown = (
        text.strip()
        for text in texts
        if scale.place(text) is None and not is_blank_answer(text) and not is_no_opinion(text)
    )
    return "、".join(list(dict.fromkeys(unknown))[:_LISTED])


def _straight(valid: Sequence[SurveyForm]) -> Iterator[Finding]:
    straight = [form for form in valid if has_one_answer_throughout(form)]
    if not straight:
        return
    hasty = [
        form
        for form in straight
        if form.seconds is not None and form.seconds < _HASTE * len(form.answers)
    ]
    yield finding(
        "E207",
        count=str(len(straight)),
        valid=str(len(valid)),
        hasty=str(len(hasty)),
        places=_places(hasty or straight),
    )


def _one_address(valid: Sequence[SurveyForm]) -> Iterator[Finding]:
    counts = Counter(form.address for form in valid if form.address)
    often = [(address, n) for address, n in counts.most_common() if n >= _FROM_ONE_ADDRESS]
    if often:
        shown = "、".join(f"{address}（{n}份）" for address, n in often[:_LISTED])
        yield finding("E218", count=str(sum(n for _, n in often)), addresses=shown)


def of_owners(
    owned: Sequence[tuple[SurveyForm, FormState, SurveyGroup | None]],
    groups: Sequence[SurveyGroup],
) -> Iterator[Finding]:
    """Forms of nobody knows whom, where several groups are asked."""
    lost = [form for form, _, owner in owned if owner is None]
    if lost:
        said = list(dict.fromkeys(form.group for form in lost if form.group))
        yield finding(
            "E214",
            count=str(len(lost)),
            places=_places(lost),
            said="、".join(said[:_LISTED]) or "—",
            groups="、".join(group.name for group in groups),
        )


def of_counts(rows: Sequence[CountRow]) -> Iterator[Finding]:
    """Counts that don't fit: answers and valid forms, valid forms and those that came back."""
    for row in rows:
        sheet, _, cell = row.place.rpartition("!")
        answered = sum(row.answers.values())
        if row.valid is not None and answered > row.valid:
            yield finding(
                "E220", sheet=sheet or None, row=cell, answered=str(answered), valid=str(row.valid)
            )
        if row.valid is not None and answered < row.valid:
            yield finding(
                "E224",
                sheet=sheet or None,
                row=cell,
                answered=str(answered),
                valid=str(row.valid),
                rest=str(row.valid - answered),
            )
        if row.returned is not None and row.valid is not None and row.valid > row.returned:
            yield finding(
                "E221",
                sheet=sheet or None,
                row=cell,
                valid=str(row.valid),
                returned=str(row.returned),
            )


def of_count_names(rows: Sequence[CountRow], groups: Sequence[SurveyGroup]) -> Iterator[Finding]:
    """Rows of groups that the rulebook does not ask."""
    if len(groups) == 1:
        return
    known = {name for group in groups for name in (group.name, *group.aliases)}
    lost = [row for row in rows if row.name not in known]
    if lost:
        yield finding(
            "E214",
            count=str(sum(sum(row.answers.values()) for row in lost)),
            places=listed([row.place for row in lost]),
            said="、".join(row.name or "—" for row in lost[:_LISTED]),
            groups="、".join(group.name for group in groups),
        )
