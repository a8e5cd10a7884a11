"""The marks of an annotated copy: one for each finding that has a cell, with its comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checking import SEVERITIES, Check, IndicatorResult
from jixiao.finding import Finding, Lang, entry, message, remedy, text_in
from jixiao.workbook import Mark


def marks_of(check: Check, lang: Lang = "zh") -> tuple[Mark, ...]:
    """Give the marks, most serious first."""
    results = {result.id: result for result in check.indicators}
    return tuple(
        Mark(
            found.sheet,
            found.cell.partition(":")[0],
            found.severity,
            comment(found, results.get(found.indicator or ""), lang),
        )
        for found in ranked_findings(check.findings)
        if found.sheet and found.cell
    )


def ranked_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Order findings by severity, otherwise as they come."""
    return sorted(findings, key=lambda found: found.severity.rank)


def comment(found: Finding, result: IndicatorResult | None, lang: Lang) -> str:
    """Say in a comment what is wrong, what is expected, how it is computed and what to do."""
    return "\n".join(_lines(found, result, lang))


def _lines(found: Finding, result: IndicatorResult | None, lang: Lang) -> Iterator[str]:
    said = message(found, lang)
    yield text_in(
        "annotation.headline",
        lang,
        severity=SEVERITIES[found.severity].text(lang),
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
        for cause in result.causes:
            yield text_in("words.comment.likely", lang, text=cause.text(lang))
    yield text_in("words.comment.remedy", lang, text=remedy(found, lang))
