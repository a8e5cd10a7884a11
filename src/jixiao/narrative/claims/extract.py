"""Read the claims out of a report, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from jixiao.narrative.claims.causes import cause_claims
from jixiao.narrative.claims.changes import change_claims
from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.grades import grade_claims, grade_pattern
from jixiao.narrative.claims.lists import list_claims
from jixiao.narrative.claims.masked import MaskedSentence, mask
from jixiao.narrative.claims.model import Claim, ClaimKind, Claims
from jixiao.narrative.claims.names import NameIndex, Subject
from jixiao.narrative.claims.plain import plain_text, sentences
from jixiao.narrative.claims.ratios import ratio_claims
from jixiao.narrative.claims.rows import RowReader
from jixiao.narrative.claims.rules import without_rules
from jixiao.narrative.claims.sections import SectionPatterns, SectionReader, section_mentions
from jixiao.narrative.claims.sums import formula_sums, sum_claims
from jixiao.narrative.claims.tables import table_claims
from jixiao.narrative.claims.title import title_claims
from jixiao.narrative.claims.topics import Topic, heading_topic
from jixiao.narrative.claims.totals import TotalReader
from jixiao.narrative.model import Passage

_WORTH: Final = re.compile(  # what a passage must hold to state anything, as typed
    r"[0-9０-９]|百分之|[一二三四五六七八九十]成|[〇零一二三四五六七八九十百千]\s*[余多]?\s*[名份人元分万亿个项家件%]|[得扣失丢]\s*分|满分|"
    r"[偏较过很太]\s*[低高大]|超标|不高|等级|等次|档次|评级|结果|结论|评定|评为|结转|结余"
)
_HEADING: Final = 24  # characters of a heading inside a paragraph
_TITLE: Final = 40  # characters of a paragraph that is a heading
_HEADING_END: Final = re.compile(
    r"（[^（）]*）|(?:类|一级|二级|管理)?(?:指标|部分|方面|情况)$|^[，：]+|[，：]+$"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is searched for, by the names of a rulebook: made once for a report."""

    names: NameIndex
    sections: SectionPatterns | None
    grades: re.Pattern[str] | None

    @classmethod
    def of(cls, names: NameIndex) -> Grammar:
        """Make the patterns."""
        return cls(names, SectionPatterns.of(names), grade_pattern(names))


@dataclass(slots=True)
class Spoken:
    """What a paragraph has spoken of so far: rows by id, the section that heads it."""

    rows: dict[str, Subject] = field(default_factory=dict)
    section: Subject | None = None
    is_scored: bool = False  # the total has been stated
    topic: Topic = Topic.WHOLE  # what heads it

    def head(self, sentence: str) -> None:
        """Take up what a plain sentence heads what follows as."""
        self.topic = heading_topic(sentence) or self.topic

    @property
    def row(self) -> Subject | None:
        """The one row spoken of; None where there are several or none."""
        return next(iter(self.rows.values())) if len(self.rows) == 1 else None

    def add(self, sentence: MaskedSentence, names: NameIndex) -> None:
        """Take up what a sentence names."""
        self.section = (
            names.sections.get(_HEADING_END.sub("", _HEADING_END.sub("", sentence.text)))
            or self.section
        )
        for name in sentence.names:
            self.rows |= {s.id: s for s in name.subjects if s.kind in ("indicator", "part")}


def claims_of(passages: Sequence[Passage], names: NameIndex) -> Claims:
    """Give the claims of a report in their order."""
    found = list(title_claims(passages))
    grammar = Grammar.of(names)
    for table, group in groupby(passages, key=lambda passage: passage.table):
        if table:
            found += table_claims(list(group), names)
            continue
        topic = Topic.WHOLE  # of the heading over a paragraph
        for passage in group:
            if len(passage.text) <= _TITLE and "。" not in passage.text:
                topic = heading_topic(plain_text(passage.text)) or Topic.WHOLE
            found += _paragraph(passage, grammar, topic)
    return tuple(found)


def _paragraph(passage: Passage, grammar: Grammar, topic: Topic) -> Iterator[Claim]:
    if not _WORTH.search(passage.text):
        return
    spoken = Spoken(topic=topic)
    for sentence in sentences(plain_text(passage.text)):
        spoken.head(sentence)
        if not _WORTH.search(sentence) and len(sentence) > _HEADING:
            continue
        masked = mask(sentence, grammar.names)
        if masked.figures or masked.names or _WORTH.search(sentence):
            yield from _sentence(masked, passage, grammar, spoken)
        if "+" in sentence and "=" in sentence:
            yield from formula_sums(mask(sentence, None), passage)
        spoken.add(masked, grammar.names)


def _sentence(
    masked: MaskedSentence, passage: Passage, grammar: Grammar, spoken: Spoken
) -> Iterator[Claim]:
    own = without_rules(masked)
    if own is not None:
        yield from _stated(own, passage, grammar, spoken)
    if len(masked.figures) > 1:
        yield from sum_claims(masked, passage)
        yield from ratio_claims(masked, passage)
        yield from change_claims(masked, passage)
    yield from cause_claims(masked, passage)


def _stated(
    sentence: MaskedSentence, passage: Passage, grammar: Grammar, spoken: Spoken
) -> Iterator[Claim]:
    """What a sentence states of the whole, its sections, its rows and the basic figures."""
    context = NameContext(sentence, grammar.names, spoken.topic)
    used = set[int]()
    is_scored, spoken.is_scored = spoken.is_scored, False
    mentions = section_mentions(sentence, context, grammar.sections)
    row = spoken.row
    sections = SectionReader(sentence, context, passage, grammar.sections, mentions, used)
    yield from sections.claims(follows_total=is_scored)
    total = TotalReader(sentence, context, passage, mentions, used, row is not None, spoken.section)
    for claim in total.claims():
        spoken.is_scored = spoken.is_scored or claim.kind is ClaimKind.TOTAL
        yield claim
    yield from grade_claims(sentence, context, passage, grammar.grades)
    is_worked = (
        len(sentence.figures) > 2 and "率" in sentence.marks
    )  # 在职26人、编制26人，控制率100%
    if sentence.names or row is not None or is_worked:
        heads = tuple(mention.start for mention in mentions)
        stated = list(RowReader(sentence, context, passage, row, used, heads).claims())
        yield from stated
        yield from _unsaid(list(list_claims(sentence, context, passage)), stated)


def _unsaid(listed: Sequence[Claim], stated: Sequence[Claim]) -> Iterator[Claim]:
    """Lists that say more than what was read of single rows: 得0分 is both."""
    scores = {c.subjects[0].id for c in stated if c.kind is ClaimKind.SCORE}
    lost = {c.subjects[0].id for c in stated if c.kind is ClaimKind.LOST}
    zero = {
        c.subjects[0].id for c in stated if c.kind in (ClaimKind.ZERO_ROWS, ClaimKind.FULL_ROWS)
    }
    for claim in listed:
        ids = {subject.id for subject in claim.subjects}
        if claim.kind is ClaimKind.ZERO_ROWS and ids <= scores:
            continue
        if claim.kind is ClaimKind.LOST_ROWS and ids <= lost:
            continue
        if claim.kind in (ClaimKind.ZERO_ROWS, ClaimKind.FULL_ROWS) and ids <= zero:
            continue
        yield claim
