"""The record of a check as one line of text and back, without loss.

The text is compact JSON, each record an array of its fields in their order: a field with a default
that is added at the end leaves older texts readable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from json import dumps, loads
from operator import attrgetter
from typing import Any, Final

from jixiao.finding import Waived
from jixiao.reporting.record import (
    CheckRecord,
    ClaimRecord,
    FindingRecord,
    FixRecord,
    IndicatorRecord,
    MendedRecord,
    MendedScoreRecord,
    PartRecord,
    ReportRecord,
    RulebookRecord,
    SectionRecord,
    TotalRecord,
)

_VALUES: Final[dict[type, Callable[[Any], Any]]] = {
    kind: attrgetter(*(one.name for one in fields(kind)))
    for kind in (
        CheckRecord,
        ClaimRecord,
        FindingRecord,
        FixRecord,
        IndicatorRecord,
        MendedRecord,
        MendedScoreRecord,
        PartRecord,
        ReportRecord,
        RulebookRecord,
        SectionRecord,
        TotalRecord,
        Waived,
    )
}


def _places(kind: type, *names: str) -> tuple[int, ...]:
    listed = [one.name for one in fields(kind)]
    return tuple(listed.index(name) for name in names)


_RULEBOOK, _TOTAL, _SECTIONS, _INDICATORS, _FINDINGS = _places(
    CheckRecord, "rulebook", "total", "sections", "indicators", "findings"
)
(_REPORT,) = _places(CheckRecord, "report")
_PATH, _BOUNDS, _CAUSES, _PARTS = _places(IndicatorRecord, "path", "bounds", "causes", "parts")
_FIX, _CHOICES, _OUTCOME, _WAIVED = _places(FindingRecord, "fix", "choices", "outcome", "waived")


def record_to_text(record: CheckRecord) -> str:
    """Write a record on one line."""
    return dumps(record, default=_fields, ensure_ascii=False, separators=(",", ":"))


def finding_to_text(found: FindingRecord) -> str:
    """Write one finding as it is in the text of a record."""
    return dumps(found, default=_fields, ensure_ascii=False, separators=(",", ":"))


def findings_record_text(findings: Iterable[str]) -> str:
    """Write a record of nothing but findings, each as ``finding_to_text`` wrote it.

    >>> one = FindingRecord("R101", "error", "a", "b")
    >>> alone = record_to_text(CheckRecord("", "", "", findings=(one, one)))
    >>> findings_record_text([finding_to_text(one)] * 2) == alone
    True
    """
    head, tail = _around_findings()
    return f"{head}{','.join(findings)}{tail}"


@cache
def _around_findings() -> tuple[str, str]:
    plain = [*_VALUES[CheckRecord](CheckRecord("", "", ""))]
    before, after = plain[:_FINDINGS], plain[_FINDINGS + 1 :]
    written = [dumps(each, separators=(",", ":"))[1:-1] for each in (before, after)]
    return f"[{written[0]},[", f"],{written[1]}]"


def record_from_text(text: str | bytes) -> CheckRecord:
    """Read a record; ``ValueError`` or ``TypeError`` where ``text`` is none."""
    plain = loads(text)
    if not isinstance(plain, list):
        raise TypeError("no record of a check")
    if plain[_RULEBOOK] is not None:
        plain[_RULEBOOK] = RulebookRecord(*plain[_RULEBOOK])
    if plain[_TOTAL] is not None:
        plain[_TOTAL] = TotalRecord(*plain[_TOTAL])
    plain[_SECTIONS] = tuple(SectionRecord(*one) for one in plain[_SECTIONS])
    plain[_INDICATORS] = tuple(_indicator(one) for one in plain[_INDICATORS])
    plain[_FINDINGS] = tuple(_finding(one) for one in plain[_FINDINGS])
    if len(plain) > _REPORT and plain[_REPORT] is not None:
        *head, claims = plain[_REPORT]
        read = tuple(ClaimRecord(*one) for one in claims)
        plain[_REPORT] = ReportRecord(head[0], head[1], head[2], read)
    return CheckRecord(*plain)


def _fields(record: object) -> Any:
    return _VALUES[type(record)](record)


def _indicator(plain: list[Any]) -> IndicatorRecord:
    for place in (_PATH, _BOUNDS, _CAUSES):
        plain[place] = tuple(plain[place])
    plain[_PARTS] = tuple(PartRecord(*part) for part in plain[_PARTS])
    return IndicatorRecord(*plain)


def _finding(plain: list[Any]) -> FindingRecord:
    if plain[_FIX] is not None:
        plain[_FIX] = FixRecord(*plain[_FIX])
    plain[_CHOICES] = tuple(FixRecord(*one) for one in plain[_CHOICES])
    if plain[_OUTCOME] is not None:
        total, grade, sections, scores = plain[_OUTCOME]
        plain[_OUTCOME] = MendedRecord(
            total,
            grade,
            tuple((name, score) for name, score in sections),
            tuple(MendedScoreRecord(*one) for one in scores),
        )
    if len(plain) > _WAIVED and plain[_WAIVED] is not None:
        plain[_WAIVED] = Waived(*plain[_WAIVED])
    return FindingRecord(*plain)
