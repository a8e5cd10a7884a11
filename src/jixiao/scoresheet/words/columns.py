"""What a column headed by some words holds: by the whole label, else by a part of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from jixiao.rulebook import Role
from jixiao.scoresheet.words.labels import plain_label
from jixiao.scoresheet.words.vocabulary import ELSEWHEN, HEADER_PARTS, WEIGHT_PARTS

_OWN_SCORE = re.compile(
    r"(?:本年度?|当年|20\d\d年?度?|绩效|指标|本?单位|本?部门|(?:预算|填报|报送|项目)单位|\((?:单位|部门)\)|各项)*"
    r"(?:自我?评价?|自我评[价定]|自查(?:自评)?|实际?|最终|考评|评价)?(?:得分|打分|评分|计分|自评)(?:数|值|分|情况|结果)?"
)  # words put together in ever new ways: 本单位自评, 2017年得分, 自我评价得分
_ABOUT_REVIEW = re.compile(r"(?:说明|意见|理由|原因|情况|人员?|日期|时间|结论|依据)$")
_LONGEST = 24  # characters of a column label; longer texts are sentences


def role_of_header(text: str, known: Callable[[str], Role | None]) -> Role | None:
    """The role of a header text; ``known`` looks whole labels up."""
    if not text or len(text) > 4 * _LONGEST or len(plain_label(text)) > _LONGEST:
        return None
    role = known(text)
    if role is not None:
        return role
    key = plain_label(text)
    if any(word in key for word in ELSEWHEN):
        return None
    found = next((r for part, r in HEADER_PARTS if part in key), None)
    if found is Role.REVIEWED and _ABOUT_REVIEW.search(key):
        return None  # 复核说明 holds words, 复核人 a name
    if found is None and _OWN_SCORE.fullmatch(key):
        return Role.CLAIMED
    return found or next((Role.WEIGHT for part in WEIGHT_PARTS if part in key), None)
