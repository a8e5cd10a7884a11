"""Turn a check into the JSON object ``jixiao.check/1`` of the contract: plain dicts, no timestamps.

Scores and rates become JSON numbers here and nowhere else; what is not known is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from json import dumps
from typing import Any

from jixiao.checking import Check, IndicatorResult, RulebookUsed, SectionResult, TotalResult
from jixiao.finding import Finding, Fix, Lang, Mended, message, remedy
from jixiao.version import __version__

FORMAT = "jixiao.check/1"
PLACES = ("score", "rate", "suggested", "reason", "evidence", "review")


def to_number(x: Fraction | None) -> int | float | None:
    """Give the JSON number of an exact number: whole ones as integers, the rest nearest float.

    >>> to_number(Fraction(6)), to_number(Fraction("2.46")), to_number(None)
    (6, 2.46, None)
    >>> to_number(Fraction("775.6") / Fraction("1288.4"))
    0.6019869605712511
    """
    if x is None:
        return None
    return x.numerator if x.denominator == 1 else x.numerator / x.denominator


def finding_to_json(found: Finding, lang: Lang = "zh") -> dict[str, Any]:
    """Give one finding as the contract's object, its texts in ``lang``."""
    told: dict[str, Any] = {
        "code": found.code,
        "severity": found.severity.value,
        "sheet": found.sheet,
        "cell": found.cell,
        "indicator": found.indicator,
        "message": message(found, lang),
        "found": found.found,
        "expected": found.expected,
        "remedy": remedy(found, lang),
        "because": found.because,
        "because_cell": found.because_cell,
    }
    if found.fix is not None:
        told["fix"] = fix_to_json(found.fix, lang)
    if found.choices:
        told["choices"] = [fix_to_json(each, lang) for each in found.choices]
    if found.outcome is not None:
        told["outcome"] = mended_to_json(found.outcome)
    return told


def fix_to_json(fix: Fix, lang: Lang = "zh") -> dict[str, Any]:
    """Give the change of one cell as the contract's object."""
    why = fix.why.text(lang)
    return {"cell": fix.cell, "from": fix.before, "to": fix.after, "why": why}


def mended_to_json(mended: Mended) -> dict[str, Any]:
    """Give what a return comes to once a cause is mended."""
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
    return {
        "format": FORMAT,
        "program": f"jixiao {__version__}",
        "file": check.file,
        "sha256": check.sha256,
        "rulebook": _rulebook(check.rulebook),
        "department": check.department,
        "year": check.year,
        "total": _total(check.total),
        "sections": [_section(section) for section in check.sections],
        "verdicts": {verdict.value: count for verdict, count in check.verdicts.items()},
        "indicators": [_indicator(result, lang) for result in check.indicators],
        "findings": [finding_to_json(found, lang) for found in check.findings],
    }


def to_json_text(checks: Sequence[Check], lang: Lang = "zh") -> str:
    """Write one check as an object and several as an array, indented, with a closing line end."""
    documents = [to_json(check, lang) for check in checks]
    whole = documents[0] if len(documents) == 1 else documents
    return dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rulebook(used: RulebookUsed | None) -> dict[str, Any] | None:
    if used is None:
        return None
    return {
        "id": used.id,
        "version": used.version,
        "sha256": used.sha256,
        "found_by": used.found_by,
        "confidence": used.confidence,
    }


def _total(total: TotalResult | None) -> dict[str, Any] | None:
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


def _section(section: SectionResult) -> dict[str, Any]:
    return {
        "name": section.name,
        "max": to_number(section.max),
        "claimed": to_number(section.claimed),
        "computed": to_number(section.computed),
        "cell": section.cell,
    }


def _indicator(result: IndicatorResult, lang: Lang) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": result.id,
        "name": result.name,
        "path": list(result.path),
        "weight": to_number(result.weight),
        "claimed_rate": to_number(result.claimed_rate),
        "computed_rate": to_number(result.computed_rate),
        "claimed_score": to_number(result.claimed_score),
        "computed_score": to_number(result.computed_score),
        "reviewed_score": to_number(result.reviewed_score),
        "bounds": [to_number(bound) for bound in result.bounds] if result.bounds else None,
        "verdict": result.verdict.value,
        "basis": result.basis,
        "causes": [cause.text(lang) for cause in result.causes],
    }
    if result.parts:
        told["parts"] = [
            {
                "id": part.id,
                "name": part.name,
                "rate": to_number(part.rate),
                "score": to_number(part.score),
                "max": to_number(part.max),
            }
            for part in result.parts
        ]
    told["cells"] = {place: result.cells[place] for place in PLACES if place in result.cells}
    told["trace"] = result.trace
    return told
