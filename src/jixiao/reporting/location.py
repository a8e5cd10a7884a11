"""Where a finding is, in words: a cell, or a paragraph of the report."""

from __future__ import annotations

from jixiao.finding import Bilingual, Finding, Lang, text_in
from jixiao.reporting.record import FindingRecord


def location_text(found: Finding | FindingRecord, lang: Lang) -> str:
    """Give ``评分表!H11``, else ``报告第7段``; empty where the finding is about the file."""
    if found.place or found.paragraph is None:
        return found.place
    paragraph = found.paragraph
    said = paragraph.text(lang) if isinstance(paragraph, Bilingual) else paragraph
    return text_in("reporting.in-report", lang, paragraph=said)
