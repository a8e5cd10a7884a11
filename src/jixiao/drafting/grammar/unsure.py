"""Words that are more than a name: negations and conditions that bear on what follows."""

from __future__ import annotations

import re
from typing import Final

HEDGES: Final = (
    "酌", "原则上", "视", "除外", "例外", "特殊", "不可抗力", "客观", "确有困难", "轻微", "较轻",
    "合理范围", "政策性", "一般", "其中", "允许", "可", "适当", "左右", "大约", "大概", "大致",
    "经", "根据", "如有", "另行", "参照执行", "类推",
)  # fmt: skip  # one of these is in whatever HEDGED finds
HEDGED: Final = re.compile(
    r"酌情|酌量|原则上|视情况|视情节|视[^，。；]{0,6}情况|除外|例外|特殊情况|特殊原因|不可抗力|客观(?:原因|因素)|确有困难"
    r"|情节(?:轻微|较轻)|合理范围内|政策性(?:原因|因素)|一般(?=[应不可每按扣为在情])|其中(?!任?意?[一二两三1-3]\s*[项个条种])"
    r"|(?<![不未])允许|(?<![不许方即亦均都])可(?=[酌扣减加计得])|适当(?=[扣减加给放予])|左右(?=[，,得计的])|大约|大概|大致"
    r"|(?<!未)经[^，。；]{0,6}(?:批准|同意)[^，。；]{0,6}(?:除外|不扣|可以)|根据[^，。；\d]{0,6}情况|如有|另行|参照执行|[以依]此类推|依次类推"
)  # words by which a rule may not be taken at its word
TURNING: Final = frozenset("不未没无非")
_CONDITIONS: Final = (
    "当", "除", "如", "若", "按", "根据", "凡", "只", "仅", "且", "或", "但", "并", "同时",
    "经批准", "允许", "情况下", "原因", "分", "以及", "则",
)  # fmt: skip
_NAMES: Final = (
    "预算外", "对外", "海外", "境外", "如期", "如实", "按时", "按期", "并网",
    "合并", "分类", "当年", "当期", "当月", "分配", "分解", "部分", "分散", "充分", "电视", "视频",
    "重视", "消除", "解除", "拆除", "分管", "处分", "分期", "分包", "按揭", "只数", "外出", "外包",
    "得分率", "评价得分", "考核得分", "测评得分", "综合得分", "评审得分",
    "外部", "室外", "户外", "野外", "校外", "如数",
)  # fmt: skip
_NEGATIONS: Final = ("没有", "没", "未", "不", "非", "并未", "尚未", "无")


AS_SEEN: Final = r"(?<![巡电重监可忽轻注收近远])视(?![频力察觉听])"  # 视情况, not 巡视
_EXCEPT: Final = r"外(?=[的,，、]|$)|[以之]外"  # 除…外, not 编外人员
_CONDITION: Final = re.compile("|".join((*_CONDITIONS, AS_SEEN, _EXCEPT)))
_NAME: Final = re.compile("|".join(_NAMES))


def is_name(words: str) -> bool:
    """Whether words before a figure or behind it are a name, and say no condition of their own."""
    if words.rstrip('“”"的').endswith(_NEGATIONS):
        return False
    return not _CONDITION.search(words) or not _CONDITION.search(_NAME.sub("", words))
