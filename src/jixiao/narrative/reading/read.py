"""Read a report of any known format; what cannot be read is said with what to do (N001)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jixiao.finding import Bilingual, Finding, Severity, finding, message, text_of
from jixiao.narrative.model import NarrativeReport, Passage, ReportRefused, UnreadReport
from jixiao.narrative.reading.docx import read_docx
from jixiao.narrative.reading.html import read_html
from jixiao.narrative.reading.pdf import read_pdf
from jixiao.narrative.reading.text import read_text
from jixiao.workbook import (
    AdmittedDocument,
    FileKind,
    Refused,
    admit_document,
    content_hash,
    load_file,
)

_REFUSED: Final = {  # kinds that hold a report which cannot be read here
    FileKind.WORDS: "old-word",
    FileKind.ENCRYPTED: "encrypted",
    FileKind.RIGHTS: "encrypted",
    FileKind.IMAGE: "scan",
    FileKind.OFD: "ofd",
    FileKind.MHTML: "mhtml",
    FileKind.EMPTY: "empty",
}


def read_report(path: str, content: bytes | None = None) -> NarrativeReport | UnreadReport:
    """Read a report from ``path``, or from ``content`` where its bytes are at hand."""
    try:
        held = load_file(path) if content is None else content
    except Refused as refused:
        return UnreadReport(path, _refused(path, refused.finding))
    sha256 = content_hash(held)
    try:
        admitted = admit_document(held)
        known = _read(admitted)
    except Refused as refused:
        return UnreadReport(path, _refused(path, refused.finding), sha256)
    except ReportRefused as refused:
        return UnreadReport(path, _unread(path, refused.why), sha256)
    if known is None:
        why = _REFUSED.get(admitted.kind, "other")
        return UnreadReport(path, _unread(path, why), sha256)
    format_, passages = known
    if not passages:
        return UnreadReport(path, _unread(path, "empty"), sha256)
    return NarrativeReport(path, sha256, format_, passages)


def _read(admitted: AdmittedDocument) -> tuple[str, tuple[Passage, ...]] | None:
    if admitted.package is not None:
        return "docx", read_docx(admitted.package)
    match admitted.kind:
        case FileKind.HTML:
            return "html", read_html(admitted.content)
        case FileKind.TEXT:
            return "txt", read_text(admitted.content)
        case FileKind.PDF:
            return "pdf", read_pdf(admitted.content)
        case _:
            return None


def _unread(path: str, why: str) -> Finding:
    """Say why a report is not read, and what to do about it."""
    return finding(
        "N001",
        severity=Severity.ERROR,
        found=Path(path).name,
        reason=text_of(f"narrative.unread.{why}"),
        what=text_of(f"narrative.unread.{why}.remedy"),
    )


def _refused(path: str, why: Finding) -> Finding:
    said = Bilingual(message(why, "zh").rstrip("。"), message(why, "en").rstrip("."))
    return finding(
        "N001",
        severity=Severity.ERROR,
        found=Path(path).name,
        reason=said,
        what=text_of("narrative.unread.refused.remedy"),
    )
