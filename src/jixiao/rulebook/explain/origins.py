"""Tell which rulebook each value of an overlay comes from."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.rulebook.schema import Rulebook

_KEYS = {
    "name": "名称",
    "path": "层级",
    "weight": "分值",
    "meaning": "指标解释",
    "rate": "指标公式",
    "if_zero": "分母为零的处理",
    "score": "评分规则",
    "parts": "分部分评分",
    "not_applicable": "不适用的处理",
    "clause": "依据条款",
}
_WHOLE = {
    "title": "表名",
    "total": "总分",
    "digits": "得分位数",
    "grades": "档次",
    "columns": "栏目",
    "sections": "分值合计",
    "clause": "依据文件",
}


def origin_lines(rulebook: Rulebook) -> Iterator[str]:
    """One line for the whole and one a row: ``预算完成率：名称、指标公式来自 mof-2013；…``.

    Nothing where the rulebook extends no other.
    """
    if rulebook.extends is None:
        return
    yield f"整体：{_told(rulebook, (), _WHOLE)}"
    for indicator in rulebook.indicators:
        yield f"{indicator.name}：{_told(rulebook, ('indicators', indicator.id), _KEYS)}"
    for block in rulebook.blocks:
        yield f"{'·'.join(block.path)}：{_told(rulebook, ('blocks', block.id), _KEYS)}"


def _told(rulebook: Rulebook, at: tuple[str, ...], keys: dict[str, str]) -> str:
    by_book: dict[str, list[str]] = {}
    for key, word in keys.items():
        book = rulebook.origins.get(".".join((*at, key)))
        if book is not None:
            by_book.setdefault(book, []).append(word)
    return "；".join(f"{'、'.join(words)}来自 {book}" for book, words in by_book.items())
