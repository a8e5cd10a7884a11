"""The report with what was found in it as comments at its paragraphs; all else stays as it is.

Only a Word document can be given comments. The copy is verified against the report, and read again:
it must say the same, passage by passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from jixiao.checking import Check, CheckedReport
from jixiao.finding import Bilingual, Finding, Lang, text_of
from jixiao.narrative import NarrativeReport, Passage, plain_text, read_report
from jixiao.workbook import (
    NotCommented,
    ParagraphComment,
    comment_document,
    content_hash,
    is_signed_document,
)
from jixiao.writing.annotation.marks import comment
from jixiao.writing.atomic import OutputRefused, write_atomically


@dataclass(frozen=True, slots=True)
class ReportCopy:
    """The report with comments; ``content`` None where there is none, ``why`` says why not.

    With a content, ``why`` is what the user should know of it.
    """

    content: bytes | None
    why: Bilingual | None = None


def deliver_report(
    check: Check, report: Path, target: Path, *, replace: bool, lang: Lang = "zh"
) -> ReportCopy:
    """Write the report of ``check`` with comments to ``target``, where there can be such a copy."""
    content = report.read_bytes()
    if check.report is not None and check.report.sha256 not in (None, content_hash(content)):
        raise OutputRefused(text_of("annotation.changed"), target)
    copy = commented_report(check, content, lang)
    if copy.content is not None:
        write_atomically(target, copy.content, inputs=(report, Path(check.file)), replace=replace)
    return copy


def commented_report(check: Check, content: bytes, lang: Lang = "zh") -> ReportCopy:
    """Make the report with comments in memory; ``content`` is the report that was checked."""
    checked = check.report
    if checked is None or checked.format is None:
        return ReportCopy(None)  # N001 says why it could not be read
    if checked.format != "docx":
        return ReportCopy(None, _of_another_format(checked))
    read = read_report(checked.file, content)
    if not isinstance(read, NarrativeReport):
        return ReportCopy(None, _unmade(checked, read.finding.code))
    remarks = tuple(_remarks(check, read, lang))
    try:
        copy = comment_document(content, remarks)
    except NotCommented as trouble:
        return ReportCopy(None, _unmade(checked, str(trouble)))
    again = read_report(checked.file, copy)
    if not isinstance(again, NarrativeReport) or again.passages != read.passages:
        return ReportCopy(None, _unmade(checked, "passages"))
    signed = text_of("annotation.report.signed").fill(report=PurePath(checked.file).name)
    return ReportCopy(copy, signed if is_signed_document(content) else None)


def _remarks(check: Check, report: NarrativeReport, lang: Lang) -> Iterator[ParagraphComment]:
    """The comments, by paragraph; in one paragraph in the order of what they speak of."""
    passages = {passage.place: passage for passage in report.passages}
    placed = [
        (found, passages.get(found.paragraph or Bilingual("", ""), report.passages[0]))
        for found in check.findings
        if found.code.startswith("N")
    ]
    placed.sort(key=lambda pair: _rank(*pair))
    for found, passage in placed:
        yield ParagraphComment(
            _origin(found, passage), tuple(comment(found, None, lang).split("\n"))
        )


def _rank(found: Finding, passage: Passage) -> tuple[int, ...]:
    said = _said(found.values) or (found.found or "")
    at = plain_text(passage.text).find(plain_text(said)) if found.paragraph and said else -1
    return passage.origins[0], at, found.waived is not None, found.severity.rank


def _said(values: Mapping[str, str | Bilingual]) -> str:
    """The words of the report that a finding quotes."""
    text = values.get("text", "")
    return text if isinstance(text, str) else text.zh


def _origin(found: Finding, passage: Passage) -> int:
    """The paragraph that a comment hangs on; in a row that of the cell that holds the figure."""
    if not passage.cells:
        return passage.origins[0]
    figure = plain_text(found.found or "")
    worded = [place for place, origin in enumerate(passage.origins) if origin >= 0]
    plain = {place: plain_text(passage.cells[place]) for place in worded}
    same = [place for place in worded if figure and plain[place] == figure]
    holding = [place for place in worded if figure and figure in plain[place]]
    chosen = same[-1:] or (holding if len(holding) == 1 else []) or worded[:1]
    return passage.origins[chosen[0]]


def _of_another_format(checked: CheckedReport) -> Bilingual:
    kind = text_of(f"annotation.report.format.{checked.format}")
    return text_of("annotation.report.no-copy").fill(report=PurePath(checked.file).name, kind=kind)


def _unmade(checked: CheckedReport, what: str) -> Bilingual:
    return text_of("annotation.report.unmade").fill(report=PurePath(checked.file).name, what=what)
