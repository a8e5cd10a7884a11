"""Collect what a reader notices, at most so many findings of one kind for one sheet."""

from __future__ import annotations

from collections import Counter
from typing import Final

from jixiao.finding import Bilingual, Finding, entry, finding

LISTED: Final = 20


class Notices:
    """A growing list of findings; beyond ``LISTED`` of one code and sheet they are only counted."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._counts: Counter[tuple[str, str | None]] = Counter()

    def add(
        self,
        code: str,
        *,
        sheet: str | None = None,
        cell: str | None = None,
        found: str | None = None,
        **values: str | Bilingual,
    ) -> None:
        """Note a finding."""
        self._counts[code, sheet] += 1
        if self._counts[code, sheet] <= LISTED:
            severity = entry(code).severity
            self._findings.append(
                Finding(code, severity, sheet=sheet, cell=cell, found=found, values=values)
            )

    def findings(self) -> tuple[Finding, ...]:
        """All findings, and for each kind cut short one (F229) with the number of the others."""
        rest = (
            finding("F229", sheet=sheet, kind=code, count=str(count - LISTED))
            for (code, sheet), count in self._counts.items()
            if count > LISTED
        )
        return (*self._findings, *rest)
