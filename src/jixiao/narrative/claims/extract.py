"""Read the claims out of a report, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from jixiao.narrative.claims.causes import cause_claims
from jixiao.narrative.claims.context import NameContext
from jixiao.narrative.claims.lists import list_claims
from jixiao.narrative.claims.masked import MaskedSentence, mask
from jixiao.narrative.claims.model import Claim, ClaimKind, Claims
from jixiao.narrative.claims.names import NameIndex, Subject
from jixiao.narrative.claims.plain import plain_text, sentences
from jixiao.narrative.claims.ratios import ratio_claims
from jixiao.narrative.claims.rows import RowReader
from jixiao.narrative.claims.sums import sum_claims
from jixiao.narrative.claims.tables import table_claims
from jixiao.narrative.claims.title import title_claims
from jixiao.narrative.claims.totals import TotalPatterns, TotalReader
from jixiao.narrative.model import Passage

_WORTH: Final = re.compile(  # what a passage must hold to state anything, as typed
    r"[0-9０-９]|百分之|[一二三四五六七八九十]成|[〇零一二三四五六七八九十百千]\s*[余多]?\s*[名份人元分万亿个项家件%]|[得扣失丢]\s*分|满分|"
    r"[偏较过很太]\s*[低高大]|超标|不高|等级|等次|档次|评级|结果|结论|评定|评为|结转|结余"
)
_HEADING: Final = 24  # characters of a heading inside a paragraph
_HEADING_END: Final = re.compile(
    r"（[^（）]*）|(?:类|一级|二级|管理)?(?:指标|部分|方面|情况)$|^[，：]+|[，：]+$"
)
_RULE: Final = re.compile(  # what a rule says of any department, not what this one reached
    r"每(?:低|高|超|少|多|增|减|下降|上升|降低|超过|出现|发生|有|缺|差)|(?:的|，)得满分[；，].*(?:扣|否则)|否则不得分|扣完为止|"
    r"(?:^|[，；：。])(?:如果?|若|凡|一旦|假如|倘若)|分为优|计算公式[：为]|评分标准[：为]|评价标准[：为]|目标值|计划值|以上的?(?:得分)?[为评]?为?优|的为优"
)


def claims_of(passages: Sequence[Passage], names: NameIndex) -> Claims:
    """Give the claims of a report in their order."""
    found = list(title_claims(passages))
    patterns = TotalPatterns.of(names)
    for table, group in groupby(passages, key=lambda passage: passage.table):
        if table:
            rows = list(group)
            found += table_claims(rows, names)
            continue
        for passage in group:
            found += _paragraph(passage, names, patterns)
    return tuple(found)


def _paragraph(passage: Passage, names: NameIndex, patterns: TotalPatterns) -> Iterator[Claim]:
    carried: Subject | None = None
    section: Subject | None = None
    met: dict[str, Subject] = {}
    if not _WORTH.search(passage.text):
        return
    text = plain_text(passage.text)
    for sentence in sentences(text):
        if not _WORTH.search(sentence) and len(sentence) > _HEADING:
            continue
        masked = mask(sentence, names)
        yield from _sentence(masked, sentence, passage, names, patterns, (carried, section))
        section = _heading_section(sentence, names) or section
        for name in masked.names:
            for subject in name.subjects:
                if subject.kind in ("indicator", "part"):
                    met[subject.id] = subject
        carried = next(iter(met.values())) if len(met) == 1 else None


def _heading_section(sentence: str, names: NameIndex) -> Subject | None:
    """The section that a heading names and nothing else: 过程指标, 产出（13分）."""
    bare = _HEADING_END.sub("", sentence)
    return names.sections.get(bare)


def _sentence(
    masked: MaskedSentence,
    sentence: str,
    passage: Passage,
    names: NameIndex,
    patterns: TotalPatterns,
    carried: tuple[Subject | None, Subject | None],
) -> Iterator[Claim]:
    if not masked.figures and not masked.names and not _WORTH.search(sentence):
        return
    context = NameContext(masked, names)
    if not _RULE.search(sentence):
        row, section = carried
        totals = TotalReader(masked, context, passage, patterns, row is not None, section)
        stated = list(totals.claims())
        yield from stated
        if masked.names or row is not None:
            rows = RowReader(masked, context, passage, row, totals.used)
            row_claims = list(rows.claims())
            yield from row_claims
            yield from _unsaid(list(list_claims(masked, context, passage)), row_claims)
    if len(masked.figures) > 1:
        yield from sum_claims(masked, passage)
        yield from ratio_claims(masked, passage)
    yield from cause_claims(masked, passage)


def _unsaid(listed: Sequence[Claim], stated: Sequence[Claim]) -> Iterator[Claim]:
    """Lists that say more than what was read of single rows: 得0分 is both."""
    scores = {c.subjects[0].id for c in stated if c.kind is ClaimKind.SCORE}
    zero = {
        c.subjects[0].id for c in stated if c.kind in (ClaimKind.ZERO_ROWS, ClaimKind.FULL_ROWS)
    }
    for claim in listed:
        ids = {subject.id for subject in claim.subjects}
        if claim.kind is ClaimKind.ZERO_ROWS and ids <= scores:
            continue
        if claim.kind in (ClaimKind.ZERO_ROWS, ClaimKind.FULL_ROWS) and ids <= zero:
            continue
        yield claim
