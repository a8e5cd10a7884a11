"""What words before a figure narrow it to: 培训费：年初预算5万元 is no budget of the department.

Reports go through the kinds of spending one by one, each with its own budget and spending, as the
published final accounts do. A name that says nothing of its own kind (年初预算, 实际支出, 预算完成率)
is then the budget of that kind.
"""

from __future__ import annotations

import enum
import re
from typing import Final

from jixiao.narrative.claims.masked import FIGURE, YEAR

_GENERIC: Final = re.compile(
    r"(?:形成|年初|年中|年末|年底|全年|当年|本年|上年|去年|年度|末|度|部门|整体|预算|决算|调整|批复|安排|下达|追加|"
    r"完成|执行|(?<!项目)支出|支付|实际|进度|结转|结余|变动|资金|总|额|数|率|后|的|上半年|下半年|累计|到位)+"
)
_KIND: Final = re.compile(
    r"(?:费用?|经费|支出|专项|项目|采购|工程|补助|补贴|课题|资金|（[类款项]）)"
    r"(?:的?(?:收支|使用|执行|支出|预算|决算|开支|安排|管理)*(?:情况|方面))?(?:上|中|来看|看)?$"
)
_WHOLE: Final = re.compile(
    rf"(?:{YEAR}|[上下]半年|[一二三四]季度|某月|半年末|截[至止]|到|末|累计|完成|实现|[我本全该](?:[局办委院校市县区单部厅中会处所站]|单位|部门|年度?|系统)*|部门|单位|机关|整体|财政|拨款|"
    r"一般公共|政府性基金|公共|预算|决算|收入|收支|[总合共]计?|全部|当年|年度?|支出|资金|使用|管理|执行|情况|绩效|自评|"
    r"方面|从|上|看|来|及|和|与|的|、|实际|各项|组成|构成|安排|结转|结余|到位|概况|分析|基本情况)*"
)
_DOING: Final = re.compile(
    rf"(?:{YEAR})?(?:进一步|切实|严格|认真|不断|积极)?(?:强化|加强|严控|严格|规范|加快|统筹|压减|压缩|控制|优化|推进|完善|保障|提高|调整|合理|减少|"
    r"落实|执行|按照?|根据|由于|因|受|通过|对|为|除|将|主要用于|用于|包括|剔除|扣除|没有|无|从)"
)
_FIRST_FIGURE: Final = re.compile(  # of any budget, with its name
    rf"(?:{_GENERIC.pattern.removesuffix('+')}){{2,}}(?:为|是|共|约)*{FIGURE}.*$"
)
_PROJECT: Final = re.compile(r"专项|(?<!个)项目(?!支出|情况|资金)|工程|课题")
_REST: Final = re.compile(f"(?:其他|其余)[^，；]{{0,8}}(?={FIGURE})")
_OF_ANY: Final = re.compile(f"{_GENERIC.pattern}$")
_MOVED: Final = re.compile("追加|调增|调减|新增|增拨|划转|收回|核减|补充下达|实际采购")
_FIGURED: Final = re.compile(rf"(?:为|是|共计?|约|：)*(?:{FIGURE}|\d)")
_HEADING: Final = 40  # characters of the heading of a paragraph


class Topic(enum.Enum):
    """What a heading makes of the words below it."""

    WHOLE = "whole"  # the department
    KIND = "kind"  # one kind of spending: budgets and spending are of that kind
    PROJECT = "project"  # one project: rates of work and satisfaction are, too


def is_generic(name: str) -> bool:
    """Whether a name is that of any budget: it names no kind of spending of its own.

    >>> is_generic("年初预算数"), is_generic("三公经费预算")
    (True, False)
    """
    return _GENERIC.fullmatch(name) is not None


def is_narrower_topic(words: str) -> bool:
    """Whether words without a figure are the name of a kind of spending or of a project.

    >>> is_narrower_topic("培训费"), is_narrower_topic("部门整体支出"), is_narrower_topic("行政运行（项）")
    (True, False, True)
    """
    return bool(_KIND.search(words) and not _WHOLE.fullmatch(words) and not _DOING.match(words))


def heading_topic(sentence: str) -> Topic | None:
    """What a sentence without a figure heads what follows as; None where it heads nothing."""
    words = sentence.strip("，：；。、")
    if not words or len(words) > _HEADING or "，" in words or re.search(f"{FIGURE}|\\d", words):
        return None
    if is_narrower_topic(words):
        return _kind_of(words)
    return Topic.WHOLE if _WHOLE.fullmatch(words) else None


def topic_before(clauses: str) -> Topic:
    """What the clauses before a name speak of: 培训费方面，年初…

    >>> [topic_before(each).value for each in ("培训费：", "我局，", "项目支出年初预算380万元，", "培训项目：")]
    ['kind', 'whole', 'kind', 'project']
    """
    clauses = _REST.split(clauses)[-1]  # 其中改制经费496.1万元，其他16.7万元: all are spoken of
    parts = [part.removeprefix("其中") for part in re.split("[，：；]", clauses)[:-1]]
    said = [words for part in parts for words in (_FIRST_FIGURE.sub("", part), _named(part))]
    found = {_kind_of(words) for words in said if is_narrower_topic(words)}
    return max(found, key=list(Topic).index, default=Topic.WHOLE)


def _kind_of(words: str) -> Topic:
    return Topic.PROJECT if _PROJECT.search(words) else Topic.KIND


def _named(clause: str) -> str:
    """What a clause names before its figure, unless of any budget: 培训费支出 of 培训费支出4万元."""
    found = _FIGURED.search(clause)
    said = clause[: found.start()] if found else clause
    if _GENERIC.fullmatch(said) or _MOVED.search(said):
        return ""
    return said if is_narrower_topic(said) else _OF_ANY.sub("", said)
