"""Words recognised in questionnaires as they are exported: headings, blanks, scales.

The headings are those of 问卷星 and 腾讯问卷 and of sheets that people make themselves.
"""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = frozenset({"序号", "编号", "答卷编号", "问卷编号", "答题序号", "答卷序号", "id"})
TIME: Final = frozenset(
    {
        "提交答卷时间", "提交时间", "结束答题时间", "答卷提交时间", "填写时间", "答题时间",
        "答卷时间", "完成时间", "结束时间", "填表时间", "填表日期", "收回时间", "收回日期",
    }
)  # fmt: skip
DURATION: Final = frozenset({"所用时间", "答题时长", "作答时长", "填写时长", "用时", "答题用时"})
ADDRESS: Final = frozenset({"来自ip", "ip", "ip地址", "答题ip"})
IGNORED: Final = frozenset(
    {
        "来源", "来源详情", "总分", "开始答题时间", "开始时间", "地理位置", "语言", "用户类型",
        "清洗数据结果", "智能清洗数据结果", "自定义字段", "省份", "城市", "国家", "渠道", "备注",
        "昵称", "openid", "是否有效", "状态", "得分",
    }
)  # fmt: skip
GROUP: Final = re.compile(r"身份|对象|类别|类型|属于|您是|群体|单位性质")
ABOUT: Final = re.compile(r"满意|评价|评分|打分")
OVERALL: Final = re.compile(r"总体|整体|综合|总的|总评|总满意")
SATISFIED: Final = re.compile(r"满意|一般|中立")
BLANK: Final = frozenset(
    {"", "(空)", "(跳过)", "空", "跳过", "-2", "-3", "-", "—", "/", "未填", "未答", "未选"}
)
NO_OPINION: Final = frozenset({"不了解", "不清楚", "说不清", "不好说", "无法评价", "弃权"})

FIVE: Final = ("非常满意", "满意", "一般", "不满意", "非常不满意")
"""A scale of five, best first, where its answers are numbers."""

POINTS_GIVEN: Final = frozenset(map(str, range(11)))
"""Answers that are points, of a scale of five or of ten."""

MARKED: Final = re.compile(r"^(?:[a-zA-Z]|\d{1,2})\s*[.、．:：)）]\s*(?=\S)")
"""What exports put before an answer: ``A.`` or ``1、``."""

POINTS: Final = re.compile(r"[(（]\s*\d+\s*分?\s*[)）]$")
"""What exports put behind an answer: ``（5分）``."""

NUMBERED: Final = re.compile(r"\d{1,2}\s*分?\s*[-—–:：]?\s*[(（]?\s*([^\d()（）]{2,12})[)）]?")
"""An answer with its number before it: ``5（非常满意）``, ``5分-非常满意``."""

BEST: Final = re.compile(
    r"(\d)\s*分?\s*(?:[=＝:：]|为|是|表示|代表)\s*(?:最|非常|很|十分)满意|(?:最|非常|很|十分)满意\s*"
    r"(?:[=＝:：(（]|为|是)\s*(\d)"
)
"""A heading that says which number is best: ``5分为非常满意``."""

ISSUED: Final = ("发放", "发出")
RETURNED: Final = ("收回", "回收")
VALID: Final = ("有效",)
SUBJECT: Final = ("调查对象", "对象", "类别", "群体")
QUESTION: Final = re.compile(r"^\s*(?:第|q|Q)?\s*(\d{1,3})\s*(?:题)?\s*(?:[、.．:：_\-—(（]|\s)")
