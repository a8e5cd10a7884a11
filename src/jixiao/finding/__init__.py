"""Findings: what is wrong in a user's workbook, as values; their texts live in the catalogue."""

from jixiao.finding.model import Bilingual, Finding, Lang, Severity
from jixiao.finding.registry import Entry, entries, entry, finding, message, remedy

__all__ = [
    "Bilingual",
    "Entry",
    "Finding",
    "Lang",
    "Severity",
    "entries",
    "entry",
    "finding",
    "message",
    "remedy",
]
