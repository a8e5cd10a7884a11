"""Sections that a report must have, present and filled; problems named where points were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jixiao.figures import format_points
from jixiao.finding import Finding, Severity, finding, text_of
from jixiao.narrative.claims import plain_name, plain_text
from jixiao.narrative.comparison.facts import SheetFacts
from jixiao.narrative.model import NarrativeReport, Passage
from jixiao.rulebook import ReportOutline, ReportSection
from jixiao.scoresheet import plain_label

_FIRST: Final = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.．])"
)
_LONGEST: Final = 40  # characters of a heading
_LEAST: Final = 12  # characters below which a section says nothing
_FILLER: Final = re.compile(r"待补充|待完善|此处填写|[×xX]{2,}|_{3,}|（略）")
_PROBLEMS: Final = re.compile(r"存在.{0,6}问题|主要问题|问题(?:及|和|与)|问题$")
_NONE: Final = re.compile(
    r"^(?:暂?无|没有|未发现|不存在|基本没有)|(?:未发现|不存在|没有).{0,8}问题"
)
_NONE_LENGTH: Final = 40
_SHORT: Final = re.compile(
    r"部门|整体支出|绩效|评价|工作|情况|主要|存在的?|有关|方面|的|及|和|与|或|、"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A first-level section as found: its heading and what is below it."""

    heading: Passage
    body: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return "".join(passage.text for passage in self.body)


def section_findings(report: NarrativeReport, facts: SheetFacts) -> Iterator[Finding]:
    """Yield sections that are missing or empty, and problems left unsaid."""
    parts = _parts(report.passages)
    outline = facts.rulebook.report
    if outline is not None and parts:
        yield from _required(outline, parts)
    yield from _problems(parts, facts)


def _parts(passages: Sequence[Passage]) -> list[_Part]:
    starts = [n for n, passage in enumerate(passages) if _is_first_level(passage)]
    ends = [*starts[1:], len(passages)][: len(starts)]
    return [
        _Part(passages[start], tuple(passages[start + 1 : end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def _is_first_level(passage: Passage) -> bool:
    if passage.table or len(passage.text) > _LONGEST or passage.text.endswith(("。", "；", "，")):
        return False
    return passage.level == 1 or _FIRST.match(passage.text) is not None


def _required(outline: ReportOutline, parts: Sequence[_Part]) -> Iterator[Finding]:
    """Required sections of the first level, by the outline of the rulebook (N301, N302)."""
    is_sure = outline.provenance is None or outline.provenance.status == "confirmed"
    severity = None if is_sure else Severity.NOTICE
    missing: list[str] = []
    for section in outline.sections:
        if section.level != 1 or not section.required:
            continue
        part = next((part for part in parts if is_named(part.heading.text, section)), None)
        if part is None:
            missing.append(section.title)
        elif _is_empty(part):
            place = part.heading.place
            yield finding(
                "N302",
                severity=severity,
                found=part.text[:20],
                expected=section.title,
                paragraph=place,
                place=place,
                name=section.title,
            )
    if missing:
        yield finding(
            "N301",
            severity=severity,
            expected="、".join(missing),
            listed="、".join(missing),
            clause=outline.clause or "—",
        )


def is_named(heading: str, section: ReportSection) -> bool:
    """Whether a heading is that of a section: its title or an alias, with or without small words.

    >>> is_named("四、存在的主要问题", ReportSection(title="存在的问题"))
    True
    """
    said = plain_label(heading)
    for title in (section.title, *section.aliases):
        wanted = plain_label(title)
        if wanted in said or (len(said) >= 4 and said in wanted):
            return True
        core, short = _SHORT.sub("", wanted), _SHORT.sub("", said)
        if core and short and (core in short or (len(short) >= 2 and short in core)):
            return True
    return False


def _is_empty(part: _Part) -> bool:
    bare = _FILLER.sub("", "".join(part.text.split()))
    return len(bare) < _LEAST


def _problems(parts: Sequence[_Part], facts: SheetFacts) -> Iterator[Finding]:
    """Points lost on the sheet where the report says that there is no problem (N303)."""
    lost = [
        row
        for row in facts.results.values()
        if row.weight is not None
        and row.claimed_score is not None
        and row.claimed_score < row.weight
    ]
    part = next((p for p in parts if _PROBLEMS.search(plain_name(p.heading.text))), None)
    if not lost or part is None:
        return
    text = plain_text(part.text)
    if len(text) > _NONE_LENGTH or not (text == "" or _NONE.search(text)):
        return
    gaps = ((row.weight or Fraction(0)) - (row.claimed_score or Fraction(0)) for row in lost)
    points = sum(gaps, Fraction(0))
    yield finding(
        "N303",
        found=text or None,
        paragraph=part.heading.place,
        place=part.heading.place,
        said=text or text_of("narrative.blank"),
        lost=format_points(points),
        listed="、".join(row.name for row in lost),
    )
