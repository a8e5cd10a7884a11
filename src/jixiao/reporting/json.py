"""Turn the record of a check into the JSON object ``jixiao.check/1`` of the contract: plain dicts,
no timestamps.

Scores and rates become JSON numbers here and nowhere else; what is not known is null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from json import dumps
from typing import Any, NamedTuple

from jixiao.checking import Check, Verdict
from jixiao.finding import Lang
from jixiao.reporting.record import (
    CheckRecord,
    FindingRecord,
    FixRecord,
    IndicatorRecord,
    MendedRecord,
    ReportRecord,
    RulebookRecord,
    SectionRecord,
    TotalRecord,
    exact_value,
    record_of,
)

FORMAT = "jixiao.check/1"
PLACES = ("score", "rate", "suggested", "reason", "evidence", "review")


@lru_cache(maxsize=16_384)
def to_number(exact: str | None) -> int | float | None:
    """Give the JSON number of an exact number: whole ones as integers, the rest nearest float.

    >>> to_number("6"), to_number("2.46"), to_number("1939/3221"), to_number(None)
    (6, 2.46, 0.6019869605712511, None)
    """
    if exact is None:
        return None
    x = exact_value(exact)
    return x.numerator if x.denominator == 1 else x.numerator / x.denominator


def finding_to_json(found: FindingRecord) -> dict[str, Any]:
    """Give one finding as the contract's object."""
    document: dict[str, Any] = {
        "code": found.code,
        "severity": found.severity,
        "sheet": found.sheet,
        "cell": found.cell,
        "indicator": found.indicator,
        "message": found.message,
        "found": found.found,
        "expected": found.expected,
        "remedy": found.remedy,
        "because": found.because,
        "because_cell": found.because_cell,
    }
    if found.paragraph is not None:
        document["paragraph"] = found.paragraph
    if found.fix is not None:
        document["fix"] = _fix(found.fix)
    if found.choices:
        document["choices"] = [_fix(each) for each in found.choices]
    if found.outcome is not None:
        document["outcome"] = _mended(found.outcome)
    if found.waived is not None:
        document["waived"] = {
            "waiver": found.waived.number,
            "reason": found.waived.reason,
            "who": found.waived.who,
            "until": found.waived.until,
        }
    return document


def _fix(fix: FixRecord) -> dict[str, Any]:
    return {"cell": fix.cell, "from": fix.before, "to": fix.after, "why": fix.why}


def _mended(mended: MendedRecord) -> dict[str, Any]:
    return {
        "total": to_number(mended.total),
        "grade": mended.grade,
        "sections": [{"name": name, "score": to_number(score)} for name, score in mended.sections],
        "scores": [
            {
                "indicator": one.indicator,
                "name": one.name,
                "cell": one.cell,
                "claimed": to_number(one.claimed),
                "score": to_number(one.score),
            }
            for one in mended.scores
        ],
    }


def to_json(check: Check, lang: Lang = "zh") -> dict[str, Any]:
    """Give a whole check as the contract's object, its texts in ``lang``."""
    return record_to_json(record_of(check, lang))


def record_to_json(record: CheckRecord) -> dict[str, Any]:
    """Give a record as the contract's object."""
    verdicts = Counter(one.verdict for one in record.indicators)
    document = {
        "format": FORMAT,
        "program": record.program,
        "file": record.file,
        "sha256": record.sha256,
        "rulebook": _rulebook(record.rulebook),
        "department": record.department,
        "year": record.year,
        "total": _total(record.total),
        "sections": [_section(section) for section in record.sections],
        "verdicts": {verdict.value: verdicts[verdict.value] for verdict in Verdict},
        "indicators": [_indicator(one) for one in record.indicators],
        "findings": [finding_to_json(found) for found in record.findings],
    }
    if record.report is not None:
        document["report"] = _report(record.report, record.findings)
    return document


def _report(report: ReportRecord, findings: Sequence[FindingRecord]) -> dict[str, Any]:
    """Give the claims of a report and its findings, each with paragraph and cell."""
    return {
        "file": report.file,
        "sha256": report.sha256,
        "format": report.format,
        "claims": [
            {
                "kind": one.kind,
                "subject": one.subject,
                "name": one.name,
                "paragraph": one.paragraph,
                "text": one.text,
                "stated": one.stated,
                "measure": one.measure or None,
                "bounds": None if one.low is None else [to_number(one.low), to_number(one.high)],
                "cell": one.cell,
                "expected": one.expected,
                "holds": one.holds,
            }
            for one in report.claims
        ],
        "findings": [
            {
                "code": found.code,
                "severity": found.severity,
                "paragraph": found.paragraph,
                "cell": found.place or None,
                "message": found.message,
            }
            for found in findings
            if found.code.startswith("N")
        ],
    }


def to_json_text(checks: Sequence[Check], lang: Lang = "zh") -> str:
    """Write one check as an object and several as an array, indented, with a closing line end."""
    documents = [to_json(check, lang) for check in checks]
    whole = documents[0] if len(documents) == 1 else documents
    return dumps(whole, ensure_ascii=False, indent=2) + "\n"


def to_json_line(document: Mapping[str, Any]) -> str:
    """Write the contract's object on one line, without a line end."""
    return dumps(document, ensure_ascii=False, separators=(",", ":"))


class LineParts(NamedTuple):
    """The contract's object on one line, parted at its findings: they are joined by commas."""

    head: str
    findings: tuple[str, ...]
    tail: str


def part_json_line(document: Mapping[str, Any]) -> LineParts:
    """Write the contract's object on one line that takes further findings.

    >>> part_json_line({"file": "a", "findings": [{"code": "R101"}]})
    LineParts(head='{"file":"a","findings":[', findings=('{"code":"R101"}',), tail=']}')
    """
    names = [*document]
    after = names.index("findings") + 1
    head = to_json_line({name: document[name] for name in names[: after - 1]})
    tail = to_json_line({name: document[name] for name in names[after:]})
    return LineParts(
        f'{head[:-1]},"findings":[',
        tuple(to_json_line(found) for found in document["findings"]),
        f"],{tail[1:]}" if after < len(names) else "]}",
    )


def _rulebook(used: RulebookRecord | None) -> dict[str, Any] | None:
    if used is None:
        return None
    text = {
        "id": used.id,
        "version": used.version,
        "sha256": used.sha256,
        "found_by": used.found_by,
        "confidence": used.confidence,
    }
    return text if used.form is None else {**text, "form": used.form}


def _total(total: TotalRecord | None) -> dict[str, Any] | None:
    if total is None:
        return None
    return {
        "claimed": to_number(total.claimed),
        "computed": to_number(total.computed),
        "reviewed": to_number(total.reviewed),
        "max": to_number(total.max),
        "claimed_grade": total.claimed_grade,
        "computed_grade": total.computed_grade,
        "cell": total.cell,
    }


def _section(section: SectionRecord) -> dict[str, Any]:
    return {
        "name": section.name,
        "max": to_number(section.max),
        "claimed": to_number(section.claimed),
        "computed": to_number(section.computed),
        "cell": section.cell,
    }


def _indicator(one: IndicatorRecord) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": one.id,
        "name": one.name,
        "path": list(one.path),
        "weight": to_number(one.weight),
        "claimed_rate": to_number(one.claimed_rate),
        "computed_rate": to_number(one.computed_rate),
        "claimed_score": to_number(one.claimed_score),
        "computed_score": to_number(one.computed_score),
        "reviewed_score": to_number(one.reviewed_score),
        "bounds": [to_number(bound) for bound in one.bounds] if one.bounds else None,
        "verdict": one.verdict,
        "basis": one.basis,
        "causes": list(one.causes),
    }
    if one.parts:
        document["parts"] = [
            {
                "id": part.id,
                "name": part.name,
                "rate": to_number(part.rate),
                "score": to_number(part.score),
                "max": to_number(part.max),
            }
            for part in one.parts
        ]
    document["cells"] = {place: one.cells[place] for place in PLACES if place in one.cells}
    document["trace"] = one.trace
    return document
