"""The marks of an annotated copy: one for each finding that has a cell, with its comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checking import SEVERITIES, Check, IndicatorResult
from jixiao.finding import Finding, Lang, Severity, entry, message, remedy, text_in
from jixiao.reporting import waived_text
from jixiao.workbook import Mark


def marks_of(check: Check, lang: Lang = "zh") -> tuple[Mark, ...]:
    """Give the marks, most serious first."""
    results = {result.id: result for result in check.indicators}
    return tuple(
        Mark(
            found.sheet,
            found.cell.partition(":")[0],
            found.severity if found.waived is None else Severity.NOTICE,
            comment(found, results.get(found.indicator or ""), lang),
        )
        for found in ranked_findings(check.findings)
        if found.sheet and found.cell
    )


def ranked_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Order findings by severity, waived ones last, otherwise as they come."""
    return sorted(findings, key=lambda found: (found.waived is not None, found.severity.rank))


def severity_word(found: Finding, lang: Lang) -> str:
    """Name the severity of a finding, or that it is waived."""
    waived = text_in("words.waived", lang)
    return SEVERITIES[found.severity].text(lang) if found.waived is None else waived


def comment(found: Finding, result: IndicatorResult | None, lang: Lang) -> str:
    """Say in a comment what is wrong, what is expected, how it is computed and what to do."""
    return "\n".join(_lines(found, result, lang))


def _lines(found: Finding, result: IndicatorResult | None, lang: Lang) -> Iterator[str]:
    said = message(found, lang)
    yield text_in(
        "annotation.headline",
        lang,
        severity=severity_word(found, lang),
        title=entry(found.code).title.text(lang),
        code=found.code,
    )
    yield said
    if found.expected and found.expected not in said:
        yield text_in("words.comment.expected", lang, text=found.expected)
    if result is not None and found.code.startswith("R"):
        trace = result.trace.text(lang) if result.trace else ""
        if trace and trace not in said:
            yield text_in("words.comment.arithmetic", lang, text=trace)
        if result.standard:
            yield text_in("words.comment.standard", lang, text=result.standard)
            yield text_in("words.comment.computed", lang, text=result.computed_standard)
        for cause in result.causes:
            yield text_in("words.comment.likely", lang, text=cause.text(lang))
    if found.waived is not None:
        yield waived_text(found.waived, lang)
    else:
        yield text_in("words.comment.remedy", lang, text=remedy(found, lang))
