"""A survey as text for people: forms, answers, satisfaction, score, what to note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.figures import format_number, format_percent, format_points
from jixiao.finding import Finding, Lang, message, remedy, text_in
from jixiao.reporting.columns import Side, draw_table, printable, wrap_text
from jixiao.rulebook import OutcomeState
from jixiao.survey import GroupResult, SurveyResult, percentage_points

_LIMIT = 100
_SIDES: tuple[Side, ...] = ("left", "right", "right", "right")


def render_survey(result: SurveyResult, lang: Lang, limit: int = _LIMIT) -> str:
    """Say what the questionnaires come to."""
    return "\n".join(_lines(result, lang, limit)) + "\n"


def render_survey_findings(
    findings: Sequence[Finding], lang: Lang, limit: int = _LIMIT
) -> Iterator[str]:
    """The lines of findings, each with its code, its cell and what to do."""
    for found in findings:
        word = text_in(f"words.severity.{found.severity.value}", lang)
        yield "  ".join(filter(None, (word, found.code, printable(found.place))))
        said = (
            message(found, lang),
            text_in("words.line.remedy", lang, text=remedy(found, lang)),
        )
        for text in said:
            yield from ("  " + line for line in wrap_text(printable(text), limit - 2))


def _lines(result: SurveyResult, lang: Lang, limit: int) -> Iterator[str]:
    yield text_in("survey.title", lang, rulebook=f"{result.rulebook.name}（{result.rulebook.id}）")
    yield text_in("survey.file", lang, files=printable("、".join(result.files)))
    if result.question:
        yield text_in("survey.question", lang, question=printable(result.question))
    elif any(one.questions for one in result.groups) and not _is_open(result):
        count = max(len(one.questions) for one in result.groups)
        yield text_in("survey.questions", lang, count=count)
    for one in result.groups:
        yield ""
        if len(result.groups) > 1:
            yield text_in("survey.group", lang, name=one.group.name)
        yield from _group(one, result, lang, limit)
    yield ""
    if not result.findings:
        yield text_in("survey.clean", lang)
        return
    yield text_in("survey.findings", lang, count=len(result.findings))
    yield from render_survey_findings(result.findings, lang, limit)


def _is_open(result: SurveyResult) -> bool:
    """Whether a person must still say which question counts."""
    return any(found.code in ("E204", "E219") for found in result.findings)


def _group(one: GroupResult, result: SurveyResult, lang: Lang, limit: int) -> Iterator[str]:
    yield _forms(one, lang)
    if one.left_out:
        parts = text_in("words.separator", lang).join(
            text_in(f"survey.left.{state.value}", lang, count=count)
            for state, count in one.left_out.items()
        )
        yield text_in("survey.left", lang, parts=parts)
    if one.counts is not None and one.valid:
        yield from _answers(one, one.counts, result, lang, limit)
    if len(one.questions) > 1:
        yield from _questions(one, lang, limit)
    if one.rate is None:
        return
    yield from _rate(one, result, lang)
    yield from wrap_text(_score(one, lang), limit)
    yield from _error(one, lang)


def _forms(one: GroupResult, lang: Lang) -> str:
    if one.issued is None:
        return text_in("survey.forms-open", lang, returned=one.returned, valid=one.valid)
    rate = format_percent(Fraction(one.returned, one.issued)) if one.issued else "—"
    return text_in(
        "survey.forms",
        lang,
        issued=one.issued,
        returned=one.returned,
        rate=rate,
        valid=one.valid,
    )


def _answers(
    one: GroupResult, counts: Sequence[int], result: SurveyResult, lang: Lang, limit: int
) -> Iterator[str]:
    header = [text_in(f"survey.column.{n}", lang) for n in ("answer", "forms", "share", "counts")]
    rows = [header]
    for place, (answer, count) in enumerate(zip(result.answers, counts, strict=True)):
        share = format_percent(Fraction(count, one.valid))
        given = [(word, n) for at, word, n in one.words if at == place]
        label = answer.label
        if given and given != [(label, count)]:
            joined = text_in("words.separator", lang).join(
                text_in("survey.given.word", lang, word=word, count=n) for word, n in given
            )
            label = text_in("survey.given", lang, label=label, words=printable(joined))
        rows.append([label, str(count), share, format_percent(Fraction(answer.share), 0)])
    for lines in draw_table(rows, _SIDES, limit - 2):
        yield from ("  " + line for line in lines)


def _questions(one: GroupResult, lang: Lang, limit: int) -> Iterator[str]:
    header = [text_in(f"survey.column.{name}", lang) for name in ("question", "answered", "rate")]
    rows = [header]
    for tally in one.questions:
        rate = "—" if tally.rate is None else format_percent(tally.rate)
        rows.append([printable(tally.text), str(tally.answered), rate])
    for lines in draw_table(rows, _SIDES[:3], limit - 2):
        yield from ("  " + line for line in lines)


def _rate(one: GroupResult, result: SurveyResult, lang: Lang) -> Iterator[str]:
    rate = format_percent(one.rate or Fraction(0))
    if one.counts is None:
        yield text_in("survey.rate-all", lang, rate=rate)
        return
    counted = [
        (Fraction(answer.share), count)
        for answer, count in zip(result.answers, one.counts, strict=True)
        if answer.share and count
    ]
    parts = [str(n) if share == 1 else f"{n}×{format_percent(share, 0)}" for share, n in counted]
    total = sum((share * n for share, n in counted), Fraction(0))
    joined = " + ".join(parts) or "0"
    working = f"{joined} = {format_number(total)}，" if len(parts) > 1 else ""
    working += f"{format_number(total)} ÷ {one.valid}"
    yield text_in("survey.rate", lang, rate=rate, working=working)


def _score(one: GroupResult, lang: Lang) -> str:
    if not one.indicator or one.weight is None:
        return text_in("survey.score-target", lang)
    weight, outcome = format_points(one.weight), one.outcome
    if outcome is not None and outcome.state is OutcomeState.COMPUTED and outcome.score is not None:
        trace = "" if outcome.trace is None else outcome.trace.text(lang)
        score = format_points(outcome.score)
        return text_in(
            "survey.score", lang, score=score, name=one.indicator, weight=weight, trace=trace
        )
    is_judged = outcome is not None and outcome.state is OutcomeState.JUDGED
    id_ = "survey.score-judged" if is_judged else "survey.score-open"
    return text_in(id_, lang, name=one.indicator, weight=weight)


def _error(one: GroupResult, lang: Lang) -> Iterator[str]:
    if one.interval is not None:
        low, high = (format_percent(end) for end in one.interval)
        yield text_in("survey.interval", lang, low=low, high=high)
    elif one.margin is not None:
        yield text_in("survey.margin", lang, margin=percentage_points(one.margin))
