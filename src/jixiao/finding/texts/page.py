"""Texts of the HTML report of returns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "page.title": ("绩效评分表核对结果", "Scoresheet check"),
    "page.skip": ("跳到问题", "Skip to the findings"),
    "page.status-passed": ("通过", "Passed"),
    "page.status-look": ("请核对", "Please look"),
    "page.status-mend": ("需修改", "Needs mending"),
    "page.status-unchecked": ("未能检查", "Not checked"),
    "page.status-passed-more": (
        "已核对的内容里没有发现要改的地方。",
        "Nothing to mend in what was checked.",
    ),
    "page.status-look-more": (
        "有几处请对照原始资料看一看，再报送。",
        "Please compare a few places with your records before handing in.",
    ),
    "page.status-mend-more": (
        "请先改下面标为“错误”的地方，其余多半随之自行改正。",
        "Mend what is marked as an error first; most of the rest then mends itself.",
    ),
    "page.status-unchecked-more": (
        "这个文件没有核对成，原因和办法见下。",
        "This file was not checked; why, and what to do, is below.",
    ),
    "page.claimed": ("自评总分", "Claimed total"),
    "page.computed": ("复算总分", "Computed total"),
    "page.reviewed": ("复核总分", "Reviewed total"),
    "page.grade": ("档次", "Grade"),
    "page.covered": ("已核对分值", "Points checked"),
    "page.file": ("文件", "File"),
    "page.department": ("单位", "Department"),
    "page.year": ("年度", "Year"),
    "page.rulebook": ("指标体系", "Rulebook"),
    "page.by-itself": ("按表内自身的规定核对", "Checked by the sheet's own rules"),
    "page.program": ("核对程序", "Checked with"),
    "page.findings": ("要改的和要看的（{count}）", "What to mend and look at ({count})"),
    "page.no-findings": ("没有发现问题。", "Nothing was found."),
    "page.notices": ("提示（{count}）", "Notices ({count})"),
    "page.before": ("表内", "Now"),
    "page.after": ("应为", "Should be"),
    "page.likely": ("多半应为", "Probably"),
    "page.one-of": ("可能应为（其中之一）", "One of"),
    "page.why": ("依据", "Why"),
    "page.remedy": ("怎么改", "What to do"),
    "page.outcome": ("改好以后", "Once mended"),
    "page.outcome-total": ("总分{total}", "total {total}"),
    "page.outcome-grade": ("档次{grade}", "grade {grade}"),
    "page.outcome-holds": ("{name}：{score}分不变", "{name}: {score} holds"),
    "page.outcome-changes": (
        "{name}：自评{claimed}应改为{score}",
        "{name}: claimed {claimed} becomes {score}",
    ),
    "page.because": ("由此引起的（{count}），不必单独改", "What follows from it ({count})"),
    "page.waived": ("已豁免", "Waived"),
    "page.to-cell": ("看这个格子", "Show the cell"),
    "page.indicators": ("逐项核对", "Indicator by indicator"),
    "page.arithmetic": ("计算过程", "Arithmetic"),
    "page.gap": ("差", "Gap"),
    "page.bounds": ("{low}至{high}", "{low} to {high}"),
    "page.sheet": ("工作表“{name}”", "Sheet {name}"),
    "page.sheet-how": (
        "点带编号的格子看问题，点问题里的格子名回到这里。",
        "Click a numbered cell for its finding; click the cell's name there to come back.",
    ),
    "page.sheet-cut": (
        "表较大，这里只画前面的行和有问题的行；全表请看原文件。",
        "A large sheet: only its first rows and those with findings are drawn here.",
    ),
    "page.sheet-none": (
        "原文件读不到或核对后又改过，这里不画表。",
        "The file is gone or was changed since the check, so the sheet is not drawn.",
    ),
    "page.several": ("共{count}个文件", "{count} files"),
    "page.row": ("行", "row"),
    "page.footer": (
        "本页只含上述文件的核对结果，不联网；自评表以原文件为准。",
        "This page holds the result of the check and loads nothing; the return itself decides.",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "page.date": "年月日",  # the words of a date, in their order
}
