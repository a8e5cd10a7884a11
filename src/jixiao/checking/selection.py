"""Which findings are asked for: codes and beginnings of codes, as linters take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jixiao.checking.model import Check
from jixiao.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingSelection:
    """Codes (``T101``) or their beginnings (``T``, ``T1``); nothing selected means all."""

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def has(self, code: str) -> bool:
        """Whether findings with this code are wanted.

        >>> wanted = FindingSelection(("T", "R1"), ("T104",))
        >>> [code for code in ("T101", "T104", "R101", "D001") if wanted.has(code)]
        ['T101', 'R101']
        """
        if self.ignored and code.startswith(self.ignored):
            return False
        return not self.selected or code.startswith(self.selected)


def select_findings(check: Check, selection: FindingSelection) -> Check:
    """Keep the findings that are wanted; why a file could not be checked is always kept."""
    if not check.checked:
        return check
    return _keeping(check, [found for found in check.findings if selection.has(found.code)])


def findings_to_mend(check: Check, bar: Severity) -> Check:
    """Keep the findings at or above ``bar`` that no waiver excuses."""
    if not check.checked:
        return check
    return _keeping(check, [found for found in check.findings if is_counted(found, bar)])


def is_counted(found: Finding, bar: Severity) -> bool:
    """Whether a finding is at or above ``bar`` and not waived."""
    return found.waived is None and found.severity.rank <= bar.rank


def _keeping(check: Check, findings: Sequence[Finding]) -> Check:
    if len(findings) == len(check.findings):
        return check
    return replace(check, findings=tuple(findings))
