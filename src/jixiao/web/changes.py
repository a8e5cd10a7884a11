"""What has become of the findings of a return that was checked before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.reporting import CheckRecord, FindingRecord


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings that are mended, left and new; notices are left out.

    ``others`` are the two departments, where the return is of another than the one before.
    """

    mended: tuple[FindingRecord, ...]
    left: tuple[FindingRecord, ...]
    new: tuple[FindingRecord, ...]
    others: tuple[str, str] | None


def changes_between(before: CheckRecord | None, after: CheckRecord) -> Changes | None:
    """Compare two checks of a return by code and cell; None where there is none before."""
    if before is None:
        return None
    old, now = _found(before), _found(after)
    return Changes(
        tuple(found for key, found in old.items() if key not in now),
        tuple(found for key, found in now.items() if key in old),
        tuple(found for key, found in now.items() if key not in old),
        _others(before, after),
    )


def _others(before: CheckRecord, after: CheckRecord) -> tuple[str, str] | None:
    one, other = before.department, after.department
    return (one, other) if one and other and one != other else None


def _found(record: CheckRecord) -> dict[tuple[str, str | None, str | None], FindingRecord]:
    return {
        (found.code, found.sheet, found.cell): found
        for found in record.findings
        if found.severity != "notice"
    }
