"""What the head of a report says of itself: whose it is and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jixiao.narrative.claims.model import Claim, ClaimKind
from jixiao.narrative.claims.plain import plain_text
from jixiao.narrative.model import Passage

_HEAD: Final = 8  # passages in which a title is looked for
_LONGEST: Final = 60
_TITLE: Final = re.compile(r"(?:绩效|自评|评价)[^，。；]{0,20}(?:报告|总结|说明|情况)|整体支出")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_NAME: Final = re.compile(
    r"^(?:关于)?(?P<name>[\u4e00-\u9fff]{2,30}?(?:局|办公室|办|委员会|委|厅|院|中心|处|队|所|站|馆|校|学院|大学|联合会|联|"
    r"协会|总工会|工会|团委|法院|检察院|部|会|社|公司|政府|街道|园))(?:关于)?(?=(?:19|20)\d\d|部门|整体|本级|$)"
)


def title_year(passages: Sequence[Passage]) -> int | None:
    """The year of the title; None where it has none, or several."""
    return next((int(c.word) for c in title_claims(passages) if c.kind is ClaimKind.YEAR), None)


def title_claims(passages: Sequence[Passage]) -> Iterator[Claim]:
    """Yield year and department of the title; nothing where there is no title."""
    title: list[Passage] = []
    for passage in passages[:_HEAD]:
        text = plain_text(passage.text)
        if passage.table or len(text) > _LONGEST or text.endswith(("。", "：", "；")):
            break
        title.append(passage)
        if "报告" in text or "总结" in text:
            break
    joined = "".join(plain_text(passage.text) for passage in title)
    if not title or not _TITLE.search(joined):
        return
    years = {int(year) for year in _YEAR.findall(joined)}
    if len(years) == 1:
        yield Claim(ClaimKind.YEAR, (), joined, title[0], word=str(years.pop()))
    name = _NAME.match(joined)
    if name is not None:
        yield Claim(ClaimKind.DEPARTMENT, (), joined, title[0], word=name["name"])
