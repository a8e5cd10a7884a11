"""Put a drafted report together in the order of the notice: figures filled in, gaps for the rest.

Only what the scoresheet claims is used, as a report repeats its sheet; whether the claims hold is
said by a check, not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from jixiao.checking import Check
from jixiao.figures import format_points
from jixiao.rulebook import ReportOutline, ReportSection, Role, Rulebook, provenance_text
from jixiao.scoresheet import Scoresheet
from jixiao.version import __version__
from jixiao.writing.draft_report.model import (
    DraftBars,
    DraftBlock,
    DraftGap,
    DraftHeading,
    DraftReport,
    DraftSentence,
)
from jixiao.writing.draft_report.sentences import (
    input_sentence,
    lost_rows,
    lost_sentence,
    project_sentences,
    row_sentence,
    say,
)

_SURVEY = "survey_"


def compose_report(sheet: Scoresheet, check: Check, outline: ReportOutline) -> DraftReport:
    """Draft the report of a checked scoresheet."""
    return _Draft(sheet, check, outline, sheet.rulebook).report()


@dataclass(frozen=True)
class _Draft:
    sheet: Scoresheet
    check: Check
    outline: ReportOutline
    rulebook: Rulebook

    def report(self) -> DraftReport:
        title = say("title", department=self.name, year=self.year, title=self.outline.title)
        return DraftReport(title, (*self._opening(), *self._ordered(), *self._closing()))

    @property
    def name(self) -> str:
        return self.check.department or say("department-open")

    @property
    def year(self) -> str:
        return str(self.check.year or say("year-open"))

    def _opening(self) -> Iterator[DraftBlock]:
        clause = self.outline.clause or self.rulebook.clause
        id_ = "opening" if clause else "opening-bare"
        yield DraftSentence(say(id_, department=self.name, year=self.year, clause=clause))

    def _ordered(self) -> Iterator[DraftBlock]:
        counts = [0, 0, 0]
        sections = self.outline.sections
        for place, section in enumerate(sections):
            level = min(max(section.level, 1), 3)
            counts[level - 1] += 1
            counts[level:] = [0] * (3 - level)
            number = counts[level - 1]
            yield DraftHeading(
                level, say(f"heading-{level}", number=_order(level, number), title=section.title)
            )
            yield from self._content(section)
            is_above = place + 1 < len(sections) and sections[place + 1].level > level
            if self._is_open(section) and (section.about or not is_above):
                about = section.about or say("gap-plain")
                yield DraftGap(say("gap", text=about))

    def _is_open(self, section: ReportSection) -> bool:
        """Whether a person has something to add to what the sheet gives."""
        if "result" in section.holds:
            return False
        by_row = {"problems", "measures"}.intersection(section.holds)
        return not by_row or next(lost_rows(self.sheet, self.check), None) is None

    def _content(self, section: ReportSection) -> Iterator[DraftBlock]:
        for held in section.holds:
            yield from getattr(self, f"_{held}")()
        inputs = [item for item in self.rulebook.inputs if item.group in section.groups]
        if section.groups and (text := input_sentence(self.sheet, inputs)):
            yield DraftSentence(text)
        for table in section.tables:
            for text in project_sentences(self.sheet, self.rulebook, table):
                yield DraftSentence(text)
        if section.paths:
            yield from self._rows(section.paths)

    def _rows(self, paths: tuple[str, ...]) -> Iterator[DraftBlock]:
        results = {result.id: result for result in self.check.indicators}
        parts = [
            row_sentence(row, results[row.id])
            for row in self.sheet.rows
            if row.id in results and set(paths).intersection(row.path)
        ]
        if parts:
            yield DraftSentence(say("sentence", text=say("semicolon").join(parts)))

    def _department(self) -> Iterator[DraftBlock]:
        yield DraftSentence(say("department", department=self.name, year=self.year))

    def _figures(self) -> Iterator[DraftBlock]:
        """Figures that no other section gives, a sentence for each group."""
        given = {group for section in self.outline.sections for group in section.groups}
        groups = dict.fromkeys(
            item.group for item in self.rulebook.inputs if not item.id.startswith(_SURVEY)
        )
        for group in groups:
            inputs = [item for item in self.rulebook.inputs if item.group == group]
            if group not in given and (text := input_sentence(self.sheet, inputs)):
                yield DraftSentence(text)
        elsewhere = {table for section in self.outline.sections for table in section.tables}
        for table in self.rulebook.tables:
            if table.id not in elsewhere:
                for text in project_sentences(self.sheet, self.rulebook, table.id):
                    yield DraftSentence(text)

    def _result(self) -> Iterator[DraftBlock]:
        total = self.check.total
        if total is None or total.claimed is None:
            yield DraftGap(say("gap", text=say("gap-total")))
            return
        id_ = "result" if total.claimed_grade else "result-bare"
        yield DraftSentence(
            say(
                id_,
                department=self.name,
                year=self.year,
                score=format_points(total.claimed),
                grade=total.claimed_grade,
            )
        )

    def _sections(self) -> Iterator[DraftBlock]:
        """Scores of the sections, in a sentence and as bars."""
        known = [
            (one.name, one.claimed, one.max)
            for one in self.check.sections
            if one.claimed is not None and one.max
        ]
        if not known:
            return
        parts = [
            say("section", name=name, max=format_points(most), score=format_points(claimed))
            for name, claimed, most in known
        ]
        yield DraftSentence(say("sentence", text=say("semicolon").join(parts)))
        bars = tuple(
            (
                name,
                claimed / most,
                f"{format_points(claimed)} / {format_points(most)}",
            )
            for name, claimed, most in known
        )
        yield DraftBars(say("bars"), bars)

    def _losses(self) -> Iterator[DraftBlock]:
        lost = list(lost_rows(self.sheet, self.check))
        if not lost:
            yield DraftSentence(say("nothing-lost"))
            return
        yield DraftSentence(say("losses"))
        for row, result in lost:
            said, reason = lost_sentence(row, result)
            if reason:
                yield DraftSentence(say("lost-reason", lost=said, reason=reason))
            else:
                yield DraftGap(say("lost-open", lost=said, gap=say("gap", text=say("gap-reason"))))

    def _survey(self) -> Iterator[DraftBlock]:
        inputs = [item for item in self.rulebook.inputs if item.id.startswith(_SURVEY)]
        if text := input_sentence(self.sheet, inputs):
            yield DraftSentence(say("survey", text=text))
        row = next((r for r in self.sheet.rows if r.id == "satisfaction"), None)
        result = next((r for r in self.check.indicators if r.id == "satisfaction"), None)
        if row is not None and result is not None and Role.ACTUAL in row.readings:
            yield DraftSentence(say("sentence", text=row_sentence(row, result)))

    def _problems(self) -> Iterator[DraftBlock]:
        for row, result in lost_rows(self.sheet, self.check):
            said, reason = lost_sentence(row, result)
            if reason:
                yield DraftSentence(say("problem", lost=said, reason=reason))
            else:
                yield DraftGap(say("lost-open", lost=said, gap=say("gap", text=say("gap-reason"))))

    def _measures(self) -> Iterator[DraftBlock]:
        for _, result in lost_rows(self.sheet, self.check):
            yield DraftGap(say("gap", text=say("gap-measure", name=result.name)))

    def _closing(self) -> Iterator[DraftBlock]:
        outline = provenance_text(self.outline.provenance) or self.outline.title
        yield DraftGap(
            say(
                "provenance",
                file=PurePath(self.check.file.replace("\\", "/")).name,
                sha256=(self.check.sha256 or "")[:16],
                rulebook=self.rulebook.name,
                outline=outline,
                program=f"jixiao {__version__}",
            )
        )


def _order(level: int, number: int) -> str:
    """The number of a heading: 一 to 二十 for the first two levels, 1, 2, 3 for the third."""
    if level == 3:
        return str(number)
    digits = say("digits")
    if number <= 10:
        return digits[number - 1]
    return digits[9] + (digits[number - 11] if number > 10 else "")
