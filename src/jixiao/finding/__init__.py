"""Findings: what is wrong in a user's workbook, as values; their texts live in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.finding.quotes import nested as nested
    from jixiao.finding.registry import CodeEntry as CodeEntry
    from jixiao.finding.registry import entries as entries
    from jixiao.finding.registry import entry as entry
    from jixiao.finding.registry import finding as finding
    from jixiao.finding.registry import message as message
    from jixiao.finding.registry import remedy as remedy
    from jixiao.finding.value import Bilingual as Bilingual
    from jixiao.finding.value import Finding as Finding
    from jixiao.finding.value import Lang as Lang
    from jixiao.finding.value import Severity as Severity
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Turn “ ” inside “ ” into ‘ ’; marks that do not pair are left alone
            "nested": "quotes",
            "CodeEntry": "registry",  # One code of the catalogue
            "entries": "registry",  # All codes, ordered
            "entry": "registry",  # Look a code up
            # Build the finding ``code`` with the catalogue's severity unless ``severity`` is given
            "finding": "registry",
            "message": "registry",  # Say what was found, what was expected and why, in ``lang``
            "remedy": "registry",  # Say what to do about it, in ``lang``
            "Bilingual": "value",  # One text in the two languages of the program
            "Finding": "value",  # Something about a user's workbook that the user should know
            "Lang": "value",
            "Severity": "value",  # How serious a finding is
        },
    )
