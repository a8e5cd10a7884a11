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
from jixiao.narrative.claims.totals import TotalReader, section_pattern
from jixiao.narrative.model import Passage

_WORTH: Final = re.compile(r"[\d〇零一二三四五六七八九十百]|分|优|良|中|差|偏|较|过")
_RULE: Final = re.compile(  # what a rule says of any department, not what this one reached
    r"每(?:低|高|超|少|多|增|减|下降|上升|降低|超过|出现|发生|有|缺|差)|(?:的|，)得满分[；，].*(?:扣|否则)|否则不得分|扣完为止|"
    r"(?:^|[，；：。])(?:如果?|若|凡|一旦|假如|倘若)|分为优|计算公式[：为]|评分标准[：为]|评价标准[：为]|目标值|计划值"
)


def claims_of(passages: Sequence[Passage], names: NameIndex) -> Claims:
    """Give the claims of a report in their order."""
    found = list(title_claims(passages))
    sections = section_pattern(names)
    for table, group in groupby(passages, key=lambda passage: passage.table):
        if table:
            rows = list(group)
            found += table_claims(rows, names)
            continue
        for passage in group:
            found += _paragraph(passage, names, sections)
    return tuple(found)


def _paragraph(
    passage: Passage, names: NameIndex, sections: re.Pattern[str] | None
) -> Iterator[Claim]:
    carried: Subject | None = None
    met: dict[str, Subject] = {}
    text = plain_text(passage.text)
    if not _WORTH.search(text):
        return
    for sentence in sentences(text):
        masked = mask(sentence, names)
        yield from _sentence(masked, sentence, passage, names, sections, carried)
        for name in masked.names:
            for subject in name.subjects:
                if subject.kind in ("indicator", "part"):
                    met[subject.id] = subject
        carried = next(iter(met.values())) if len(met) == 1 else None


def _sentence(
    masked: MaskedSentence,
    sentence: str,
    passage: Passage,
    names: NameIndex,
    sections: re.Pattern[str] | None,
    carried: Subject | None,
) -> Iterator[Claim]:
    if not masked.figures and not masked.names and not _WORTH.search(sentence):
        return
    context = NameContext(masked, names)
    if not _RULE.search(sentence):
        totals = TotalReader(masked, context, passage)
        stated = list(totals.claims(sections))
        yield from stated
        rows = RowReader(masked, context, passage, carried, totals.used)
        row_claims = list(rows.claims())
        yield from row_claims
        listed = list(list_claims(masked, context, passage))
        yield from _unsaid(listed, row_claims)
    if masked.figures:
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
