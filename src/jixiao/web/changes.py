"""What has become of the findings of a return that was checked before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.finding import Lang

if TYPE_CHECKING:
    from jixiao.checking import Check
    from jixiao.reporting import FindingRecord


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings that are mended, left and new; notices are left out.

    ``others`` are the two departments, where the return is of another than the one before.
    """

    mended: tuple[FindingRecord, ...]
    left: tuple[FindingRecord, ...]
    new: tuple[FindingRecord, ...]
    others: tuple[str, str] | None


def changes_between(before: Check | None, after: Check, lang: Lang) -> Changes | None:
    """Compare two checks of a return by code and cell; None where there is none before."""
    if before is None:
        return None
    old, now = _found(before, lang), _found(after, lang)
    return Changes(
        tuple(found for key, found in old.items() if key not in now),
        tuple(found for key, found in now.items() if key in old),
        tuple(found for key, found in now.items() if key not in old),
        _others(before, after),
    )


def _others(before: Check, after: Check) -> tuple[str, str] | None:
    one, other = before.department, after.department
    return (one, other) if one and other and one != other else None


def _found(check: Check, lang: Lang) -> dict[tuple[str, str | None, str | None], FindingRecord]:
    from jixiao.reporting import record_of

    return {
        (found.code, found.sheet, found.cell): found
        for found in record_of(check, lang).findings
        if found.severity != "notice"
    }
