"""Which way a measure counts, as far as its name says: more of it is better, or less."""

from __future__ import annotations

import re

from jixiao.figures import Operator

_ASIDE = re.compile("[（(][^（()）]*[)）]")
_LESS = re.compile(
    "时限|时长|用时|天数|耗时|成本|费用|单价|造价|能耗|事故|差错|投诉|超期|逾期|损失|死亡|伤亡|发病|违规"
)
_MORE = re.compile(
    "合格|达标|完成|办结|及时|准时|按期|满意|归档|覆盖|普及|参与|到位|优良|优秀|处理|处置|整改|解决"
    "|节约|节省|降低|减少|下降|压减"
)


def natural_operator(name: str) -> Operator | None:
    """The sign between actual value and target that a measure of this name has; None: either.

    >>> str(natural_operator("办件平均时限")), str(natural_operator("投诉办结率"))
    ('<=', '>=')
    >>> natural_operator("编制技术报告") is None
    True
    """
    name = _ASIDE.sub("", name)
    if _MORE.search(name):  # 投诉办结率, 节约成本: what is done about it counts
        return Operator.AT_LEAST
    return Operator.AT_MOST if _LESS.search(name) else None
