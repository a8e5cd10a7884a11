"""A short way to write a catalogue entry: the Chinese texts together, then the English ones."""

from __future__ import annotations

from jixiao.finding.bilingual import Bilingual
from jixiao.finding.registry import CodeEntry
from jixiao.finding.value import Severity

EntryTexts = tuple[str, str, str, str]  # title, message, remedy, page


def error(code: str, zh: EntryTexts, en: EntryTexts) -> CodeEntry:
    """Make an entry whose findings are errors."""
    return _entry(code, Severity.ERROR, zh, en)


def warning(code: str, zh: EntryTexts, en: EntryTexts) -> CodeEntry:
    """Make an entry whose findings are warnings."""
    return _entry(code, Severity.WARNING, zh, en)


def notice(code: str, zh: EntryTexts, en: EntryTexts) -> CodeEntry:
    """Make an entry whose findings are notices."""
    return _entry(code, Severity.NOTICE, zh, en)


def _entry(code: str, severity: Severity, zh: EntryTexts, en: EntryTexts) -> CodeEntry:
    title, message, remedy, page = (Bilingual(*pair) for pair in zip(zh, en, strict=True))
    return CodeEntry(code, severity, title, message, remedy, page)
