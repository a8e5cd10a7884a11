"""What the columns of a form hold, by the words of its header and by their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import Header
from jixiao.scoresheet.model import FundsColumn
from jixiao.scoresheet.outline.funds import funds_column
from jixiao.scoresheet.words import (
    ROLE_OF,
    label_forms,
    plain_label,
    points_in_label,
    role_of_header,
)

_OF_A_TABLE = frozenset((Role.WEIGHT, Role.CLAIMED, Role.TARGET, Role.ACTUAL))
_ENDINGS: tuple[tuple[tuple[str, ...], Role], ...] = (
    (("目标值", "指标值", "预期值", "计划值"), Role.TARGET),
    (("完成值", "实际值", "实现值", "完成情况", "完成结果"), Role.ACTUAL),
    (("评价情况", "落实情况", "考核情况"), Role.ACTUAL),
    (("评估标准", "考评标准", "考核标准", "打分标准", "评分说明"), Role.STANDARD),
    (("评估内容", "评估指标", "评审内容", "检查内容", "评价要素"), Role.NAME),
    (("评估要点", "考核要点", "考评要点", "评审要点"), Role.STANDARD),
    (("得分", "评分", "打分"), Role.CLAIMED),
    (("理由",), Role.REASON),
    (("系数",), Role.COEFFICIENT),
)
_BARE = {
    "目标": Role.TARGET,
    "年初目标": Role.TARGET,
    "年度目标": Role.TARGET,
    "预期目标": Role.TARGET,
    "计划": Role.TARGET,
    "完成": Role.ACTUAL,
    "实际": Role.ACTUAL,
    "项目": Role.NAME,
    "内容": Role.NAME,
    "绩效目标": Role.NAME,
    "评分项目": Role.NAME,
    "评分内容": Role.NAME,
    "考核事项": Role.NAME,
}  # words that are a column's only where nothing else is next to them
LEVELS = (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3)
_LEVEL_WEIGHTS = (Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT, Role.LEVEL3_WEIGHT)
_OF_FUNDS = frozenset((FundsColumn.SPENT, FundsColumn.RATE))
_NAMING = frozenset((Role.NAME, Role.LEVEL1, Role.LEVEL2))
_POINTS = frozenset((Role.WEIGHT, Role.CLAIMED))
_SCORES = frozenset((Role.CLAIMED, Role.REVIEWED, Role.SUGGESTED))
_SENTENCE = re.compile(
    r"[。；;≥≤=＝]|[，,].*得分|\d+(?:\.\d+)?%|^[^(（]*[×*＊÷]|[得扣计]\d|不得分|扣相应|扣完"
)
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、]")


@lru_cache(maxsize=4096)
def header_role(text: str) -> Role | None:
    """What a column holds, by words in general use, else by how its label ends."""
    if _SENTENCE.search(text):
        return None  # 低于90%的按比例得分。, 得分=完成率×分值 are standards
    if "百分制" in text:
        return Role.ITEM_SCORE
    role = role_of_header(text, _known)
    if role is not None:
        return role
    keys = label_forms(text)
    bare = keys[-1] if keys else ""
    if bare in _BARE:
        return _BARE[bare]
    return next((r for ends, r in _ENDINGS if len(bare) <= 12 and bare.endswith(ends)), None)


def _known(text: str) -> Role | None:
    return next((ROLE_OF[key] for key in label_forms(text) if key in ROLE_OF), None)


def is_table(header: Header) -> bool:
    roles = {r for texts in header.labels.values() for t in texts if (r := header_role(t))}
    if {funds_column(texts[-1]) for texts in header.labels.values()} >= _OF_FUNDS:
        roles -= {Role.NAME}  # 项目 over amounts heads the block of funds
    if roles & _NAMING:
        return bool(roles & _OF_A_TABLE)
    return roles >= _POINTS and heading_column(header) is not None


def heading_column(header: Header) -> int | None:
    """The column of names that is headed by a section itself: 一、投入（20分）, 分值, 得分."""
    column = min(header.labels)
    text = header.labels[column][-1].strip()
    is_heading = bool(_NUMBERED.match(text)) or points_in_label(text) is not None
    return column if is_heading and header_role(text) is None else None


def column_label(texts: Sequence[str], role: Role) -> str:
    """What a column is called: of a header in two rows the words that tell it from its siblings."""
    own = [text for text in texts if header_role(text) is role]
    if own and role in (*LEVELS, Role.NAME):
        return own[0]
    if role is Role.NAME:
        return texts[0]
    if not own and role in _LEVEL_WEIGHTS:
        return "".join(plain_label(text) for text in texts)
    return _informative(texts)


def _informative(texts: Sequence[str]) -> str:
    return next((t for t in reversed(texts) if header_role(t) is not None), texts[-1])


def _role_of(texts: Sequence[str]) -> Role | None:
    """What a column holds by all texts of its header: 一级指标 over 指标, 二级指标 over 分值."""
    roles = [role for text in texts if (role := header_role(text)) is not None]
    level = next((role for role in roles if role in LEVELS), None)
    if level is not None and roles[-1] is Role.NAME:
        return level
    if level is not None and roles[-1] is Role.WEIGHT:
        return _LEVEL_WEIGHTS[LEVELS.index(level)]
    return roles[-1] if roles else None


def header_columns(header: Header) -> Mapping[Role, int]:
    """Give each role one column; several weights belong to the level that they stand behind."""
    by_role: dict[Role, list[int]] = {}
    for column, texts in sorted(header.labels.items()):
        role = _role_of(texts)
        if role is not None:
            by_role.setdefault(role, []).append(column)
    if Role.NAME not in by_role:  # a form of two levels names its rows by the second
        named = by_role.pop(Role.LEVEL2, None) or by_role.pop(Role.LEVEL1, None)
        by_role[Role.NAME] = named or [min(header.labels)]
    first = min(by_role[Role.NAME])
    for role in (Role.TARGET, Role.ACTUAL):  # 年度绩效指标完成情况 at the left names the block
        kept = [c for c in by_role.get(role, ()) if c > first]
        by_role[role] = kept
    by_role = {role: columns for role, columns in by_role.items() if columns}
    return _settled(header, by_role)


def _settled(header: Header, by_role: dict[Role, list[int]]) -> Mapping[Role, int]:
    """One column for each role, of several the one that its neighbours speak for."""
    found = {role: columns[0] for role, columns in by_role.items()}
    found |= _names_of(header, by_role.get(Role.NAME, []), found)
    levels = [found[r] for r in LEVELS if r in found]
    for role in _SCORES:
        if len(by_role.get(role, ())) > 1:
            found[role] = by_role[role][-1]
    weights = by_role.get(Role.WEIGHT, [])
    if Role.WEIGHT not in by_role and len(by_role.get(Role.CLAIMED, ())) > 1:
        weights = [c for c in by_role[Role.CLAIMED][:-1] if c - 1 in (*levels, found[Role.NAME])]
    for role, level in zip(_LEVEL_WEIGHTS, LEVELS, strict=True):
        if len(weights) > 1 and level in found and found[level] + 1 in weights:
            found[role] = found[level] + 1
            weights.remove(found[level] + 1)
    if weights:
        after = [c for c in weights if c > found[Role.NAME]]
        found[Role.WEIGHT] = (after or weights)[0]
    return found


def _names_of(
    header: Header, names: Sequence[int], found: Mapping[Role, int]
) -> Mapping[Role, int]:
    """The column of the names of rows, and that of the third level where there is a fourth."""
    third = [c for c in names if any("三级" in t for t in header.labels[c])]
    fourth = [c for c in names if any("四级" in t for t in header.labels[c])]
    if third and fourth and third[0] < fourth[0]:
        return {Role.LEVEL3: third[0], Role.NAME: fourth[0]}
    levels = [found[r] for r in LEVELS if r in found]
    if not levels and len(names) == 2 and not (third or fourth):
        return {Role.LEVEL1: names[0], Role.NAME: names[1]}  # 考核内容, 考核指标
    behind = [c for c in names if not levels or c > max(levels)]
    return {Role.NAME: (third or fourth or behind or names)[0]}
