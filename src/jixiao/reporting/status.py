"""What became of a return, in a word: for the screen, the pages and the counts the same."""

from __future__ import annotations

from collections import Counter
from typing import Final

from jixiao.checking import Check
from jixiao.reporting.record import CheckRecord

STATUSES: Final = ("mend", "look", "passed", "unchecked")


def status_of(check: Check) -> str:
    """Give one of ``STATUSES``; findings that a waiver excuses do not count."""
    counts = Counter(one.severity.value for one in check.findings if one.waived is None)
    return status_by_counts(
        is_checked=check.checked, errors=counts["error"], warnings=counts["warning"]
    )


def status_of_record(record: CheckRecord) -> str:
    """Give the same of a record, with the findings that it has now."""
    counts = Counter(one.severity for one in record.findings if one.waived is None)
    is_checked = record.outcome == "checked"
    return status_by_counts(
        is_checked=is_checked, errors=counts["error"], warnings=counts["warning"]
    )


def status_by_counts(*, is_checked: bool, errors: int, warnings: int) -> str:
    """Give the same from numbers of findings; notices alone let a return pass.

    >>> status_by_counts(is_checked=True, errors=0, warnings=2)
    'look'
    """
    if not is_checked:
        return "unchecked"
    return "mend" if errors else "look" if warnings else "passed"
