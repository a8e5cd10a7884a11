"""Report a check to a person: the verdict in one line, the table of scores, then what to mend.

Gives plain lines; colours are put on by ``paint``, which the caller passes in for a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from jixiao.checking import (
    SEVERITIES,
    VERDICTS,
    Check,
    IndicatorResult,
    TotalResult,
    Verdict,
    findings_to_mend,
)
from jixiao.figures import format_points
from jixiao.finding import Bilingual, Finding, Lang, Severity, message, remedy, text_in
from jixiao.reporting.columns import draw_table, printable, wrap_text
from jixiao.reporting.location import location_text
from jixiao.reporting.record import waived_text
from jixiao.reporting.status import status_of

_COLUMNS = ("indicator", "weight", "self", "computed", "verdict")
_WAYS = ("option", "stamp", "names", "labels")  # how a rulebook is found
PARTLY = "S120"  # the finding that says how much of a sheet was checked
Paint = Callable[[str, str], str]
"""Takes a text and its tone (good, bad, doubtful, faint, strong); gives the text coloured."""

_TONES = {
    Verdict.AGREES: "good",
    Verdict.AGREES_SHOWN: "good",
    Verdict.DIFFERS: "bad",
    Verdict.UNDECIDABLE: "doubtful",
    Verdict.JUDGED: "faint",
    Verdict.MISSING: "bad",
}
_SEVERITY_TONES = {Severity.ERROR: "bad", Severity.WARNING: "doubtful", Severity.NOTICE: "faint"}
_HEADLINE_TONES = {
    "passed": "good",
    "look": "doubtful",
    "mend": "bad",
    "unchecked": "bad",
}


def plain_text(text: str, tone: str) -> str:  # noqa: ARG001 - the signature of Paint
    """Leave the text as it is."""
    return text


def render_text(
    check: Check, lang: Lang = "zh", *, limit: int = 88, paint: Paint = plain_text
) -> str:
    """Report one check on lines of at most ``limit`` places where that is possible."""
    return "\n".join(_lines(check, lang, limit, paint)) + "\n"


def render_several(
    checks: Sequence[Check], lang: Lang = "zh", *, limit: int = 88, paint: Paint = plain_text
) -> str:
    """Report several checks, a blank line between them, and their count at the end."""
    blocks = [render_text(check, lang, limit=limit, paint=paint) for check in checks]
    if len(checks) > 1:
        tally = Counter(status_of(check) for check in checks)
        said = text_in(
            "reporting.several",
            lang,
            count=len(checks),
            passed=tally["passed"],
            look=tally["look"],
            mend=tally["mend"],
            unchecked=tally["unchecked"],
        )
        blocks.append(paint(said, "strong") + "\n")
    return "\n".join(blocks)


def render_brief(
    checks: Sequence[Check],
    bar: Severity,
    lang: Lang = "zh",
    *,
    limit: int = 88,
    paint: Paint = plain_text,
) -> str:
    """Say of each check its verdict and what must be mended: the findings from ``bar`` on."""
    blocks = []
    for check in checks:
        lines = list(headline(check, lang, limit, paint))
        for found in findings_to_mend(check, bar).findings:
            lines += _finding(found, (), lang, limit, paint)
        blocks.append("\n".join(lines) + "\n")
    return "".join(blocks)


def render_ending(
    checks: Sequence[Check], lang: Lang = "zh", *, limit: int = 88, paint: Paint = plain_text
) -> str:
    """Repeat verdict and path, of several checks those that did not pass, for a long screen."""
    left = [check for check in checks if len(checks) == 1 or status_of(check) != "passed"]
    return "".join(f"{line}\n" for check in left for line in headline(check, lang, limit, paint))


def headline(check: Check, lang: Lang, limit: int, paint: Paint) -> Iterator[str]:
    """Say verdict and path."""
    word = status_of(check)
    lines = wrap_text(text_in(f"reporting.{word}", lang) + printable(check.file), limit)
    yield from (paint(line, _HEADLINE_TONES[word]) for line in lines)


def _lines(check: Check, lang: Lang, limit: int, paint: Paint) -> Iterator[str]:
    yield from headline(check, lang, limit, paint)
    if check.checked:
        if said := _roots(check, lang):
            yield from wrap_text(said, limit)
        yield from wrap_text(_summary(check, lang), limit)
    context = _context(check, lang)
    if context:
        yield from (paint(line, "faint") for line in wrap_text(context, limit))
    if check.indicators:
        yield ""
        yield from _table(check, lang, limit, paint)
    causes = {result.id: result.causes for result in check.indicators if result.causes}
    for found in sorted(check.findings, key=lambda f: (f.waived is not None, f.severity.rank)):
        yield ""
        yield from _finding(found, causes.get(found.indicator or "", ()), lang, limit, paint)


def _roots(check: Check, lang: Lang) -> str:
    """Count what is to be mended, and the cells that hang on it; empty where there is nothing."""
    counted = [f for f in check.findings if f.waived is None]
    roots = [f for f in counted if f.severity is not Severity.NOTICE and not f.because]
    wording = [*roots, *(f for f in counted if f.is_settled)]
    cells = {f.place for f in wording if f.cell}
    if not roots:
        return ""
    word = "reporting.roots" if cells else "reporting.roots-alone"
    return text_in(word, lang).format(roots=len(roots), cells=len(cells))


def _summary(check: Check, lang: Lang) -> str:
    comma, stop = text_in("words.semicolon", lang), text_in("words.stop", lang)
    listed = text_in("words.separator", lang)
    severities = Counter(found.severity for found in check.findings if found.waived is None)
    waived = sum(found.waived is not None for found in check.findings)
    parts = [_covered(found, lang) for found in check.findings if found.code == PARTLY]
    parts += [_totals(check.total, lang)] if check.total else []
    verdicts = [
        text_in("reporting.verdict-count", lang, count=count, verdict=VERDICTS[verdict].text(lang))
        for verdict, count in check.verdicts.items()
        if count
    ]
    if verdicts:
        parts.append(listed.join(verdicts))
    counts = [
        text_in(
            "reporting.counts",
            lang,
            count=severities[severity],
            severity=SEVERITIES[severity].text(lang),
        )
        for severity in Severity
        if severities[severity]
    ]
    if waived:
        word = text_in("words.waived", lang)
        counts.append(text_in("reporting.counts", lang, count=waived, severity=word))
    if counts:
        parts.append(listed.join(counts))
    return comma.join(parts) + stop if parts else ""


def _covered(found: Finding, lang: Lang) -> str:
    known, total = found.found or "", found.expected or ""
    return text_in("reporting.covered", lang, known=known, total=total)


def _totals(total: TotalResult, lang: Lang) -> str:
    said = text_in(
        "reporting.totals", lang, claimed=_points(total.claimed), computed=_points(total.computed)
    )
    if total.claimed is not None and total.computed is not None:
        gap = total.claimed - total.computed
        if gap:
            id_ = "reporting.too-many" if gap > 0 else "reporting.too-few"
            said += text_in(id_, lang, gap=format_points(abs(gap)))
    if total.claimed_grade == total.computed_grade and total.computed_grade:
        said += text_in("reporting.grade", lang, grade=printable(total.computed_grade))
    elif total.claimed_grade or total.computed_grade:
        said += text_in(
            "reporting.grades",
            lang,
            claimed=printable(total.claimed_grade or "—"),
            computed=total.computed_grade or "—",
        )
    return said


def _context(check: Check, lang: Lang) -> str:
    parts = []
    if check.department:
        parts.append(text_in("reporting.department", lang, name=printable(check.department)))
    if check.year:
        parts.append(text_in("reporting.year", lang, year=check.year))
    if check.rulebook:
        way = check.rulebook.found_by
        how = text_in(f"reporting.found-by.{way}", lang) if way in _WAYS else way
        if check.rulebook.id is None:
            parts.append(text_in("reporting.by-itself", lang))
        else:
            parts.append(text_in("reporting.rulebook", lang, id=check.rulebook.id, how=how))
    return "  ".join(parts)


def _table(check: Check, lang: Lang, limit: int, paint: Paint) -> Iterator[str]:
    rows = [[text_in(f"reporting.header.{column}", lang) for column in _COLUMNS]]
    tones = ["strong"]
    names = Counter(result.name for result in check.indicators)
    for result in check.indicators:
        name = printable(result.name).replace("\n", " ")
        if names[result.name] > 1 and result.path:  # 管理制度健全性 is in two places
            name = text_in("reporting.within", lang, name=name, place=printable(result.path[-1]))
        rows.append(
            [
                name,
                _points(result.weight),
                _points(result.claimed_score),
                _points(result.computed_score),
                _verdict(result, lang),
            ]
        )
        tones.append(_TONES[result.verdict])
    for section in check.sections:
        name = text_in("reporting.subtotal", lang, name=printable(section.name))
        figures = (section.max, section.claimed, section.computed)
        rows.append([name, *map(_points, figures), ""])
        tones.append("strong")
    if check.total:
        figures = (check.total.max, check.total.claimed, check.total.computed)
        rows.append([text_in("reporting.total", lang), *map(_points, figures), ""])
        tones.append("strong")
    laid = draw_table(rows, ("left", "right", "right", "right", "left"), limit)
    for lines, tone in zip(laid, tones, strict=True):
        yield from (paint(line, tone) for line in lines)


def _points(x: Fraction | None) -> str:
    return "—" if x is None else format_points(x)


def _verdict(result: IndicatorResult, lang: Lang) -> str:
    said = VERDICTS[result.verdict].text(lang)
    gap = result.gap
    if result.verdict is Verdict.DIFFERS and gap:
        id_ = "reporting.over" if gap > 0 else "reporting.under"
        return text_in(id_, lang, verdict=said, gap=format_points(abs(gap)))
    bounds = result.bounds
    if result.verdict is Verdict.UNDECIDABLE and bounds and bounds[0] != bounds[1]:
        return text_in(
            "reporting.between",
            lang,
            verdict=said,
            low=format_points(bounds[0]),
            high=format_points(bounds[1]),
        )
    return said


def _finding(
    found: Finding, causes: Sequence[Bilingual], lang: Lang, limit: int, paint: Paint
) -> Iterator[str]:
    word = SEVERITIES[found.severity].text(lang)
    tone = _SEVERITY_TONES[found.severity]
    if found.waived is not None:
        word, tone = text_in("words.waived", lang), "faint"
    yield paint(
        "  ".join(filter(None, (word, found.code, printable(location_text(found, lang))))),
        tone,
    )
    wording = printable(message(found, lang))
    said = [wording]
    if found.expected and found.expected not in wording:
        said.append(text_in("words.line.expected", lang, text=printable(found.expected)))
    if causes and found.code == "R101":
        listed = text_in("words.semicolon", lang).join(cause.text(lang) for cause in causes)
        if listed not in wording:
            said.append(text_in("words.line.likely", lang, text=printable(listed)))
    if found.because:
        place = " ".join(filter(None, (found.because, found.because_cell)))
        said.append(text_in("words.line.because", lang, text=printable(place)))
    if found.waived is None:
        said.append(text_in("words.line.remedy", lang, text=printable(remedy(found, lang))))
    else:
        said.append(printable(waived_text(found.waived, lang)))
    for text in said:
        yield from ("  " + line for line in wrap_text(text, limit - 2))
