"""A survey as the JSON object ``jixiao.survey/1``; numbers become JSON numbers only here."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from jixiao.finding import Lang, message, remedy
from jixiao.survey import GroupResult, SurveyResult

SURVEY_FORMAT = "jixiao.survey/1"


def survey_to_json_text(result: SurveyResult, lang: Lang = "zh") -> str:
    """Give the survey as JSON: what is not known is null, no timestamps."""
    document = {
        "format": SURVEY_FORMAT,
        "files": list(result.files),
        "rulebook": {
            "id": result.rulebook.id,
            "version": result.rulebook.version,
            "sha256": result.rulebook.sha256,
        },
        "question": result.question or None,
        "groups": [_group(one, result) for one in result.groups],
        "inputs": {id_: _number(value) for id_, value in result.inputs.items()},
        "findings": [
            {
                "code": found.code,
                "severity": found.severity.value,
                "sheet": found.sheet,
                "cell": found.cell,
                "indicator": found.indicator,
                "message": message(found, lang),
                "found": found.found,
                "expected": found.expected,
                "remedy": remedy(found, lang),
            }
            for found in result.findings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _group(one: GroupResult, result: SurveyResult) -> dict[str, Any]:
    outcome = one.outcome
    counts = one.counts or ()
    return {
        "name": one.group.name or None,
        "indicator": one.group.indicator,
        "issued": one.issued,
        "returned": one.returned,
        "valid": one.valid,
        "left_out": {state.value: count for state, count in one.left_out.items()},
        "answers": [
            {"answer": answer.label, "forms": count, "share": _number(Fraction(answer.share))}
            for answer, count in zip(result.answers, counts, strict=False)
        ],
        "questions": [
            {"text": tally.text, "answered": tally.answered, "rate": _number(tally.rate)}
            for tally in one.questions
        ],
        "rate": _number(one.rate),
        "score": None if outcome is None else _number(outcome.score),
        "max": _number(one.weight),
        "margin": _number(one.margin),
        "interval": None if one.interval is None else [_number(end) for end in one.interval],
    }


def _number(x: Fraction | None) -> int | float | None:
    if x is None:
        return None
    return x.numerator if x.denominator == 1 else x.numerator / x.denominator
