"""Texts of the page of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "folder.skip": ("跳到各单位情况", "Skip to the departments"),
    "folder.whole": ("整个文件夹", "The folder as a whole"),
    "folder.listed": ("应报（家）", "due"),
    "folder.received": ("收到", "received"),
    "folder.passed": ("通过", "passed"),
    "folder.returned": ("需退回修改", "to be returned"),
    "folder.missing": ("未报送", "missing"),
    "folder.unread": ("打不开或不能采用", "cannot be used"),
    "folder.over": ("多报", "too much"),
    "folder.under": ("少报", "too little"),
    "folder.gaps": (
        "自评与复算相差最多的{count}个单位（分）",
        "The {count} departments whose own total differs most (points)",
    ),
    "folder.progress": ("进度", "Progress"),
    "folder.search": ("查找", "Search"),
    "folder.search-hint": ("单位、指标、问题……", "department, indicator, finding …"),
    "folder.all": ("全部", "all"),
    "folder.state": ("状态", "State"),
    "folder.state-passed": ("通过", "passed"),
    "folder.option-passed": ("通过（含请核对）", "passed (please look included)"),
    "folder.state-look": ("请核对", "please look"),
    "folder.state-mend": ("需修改", "to be mended"),
    "folder.state-unused": ("未采用", "not used"),
    "folder.state-missing": ("未报送", "missing"),
    "folder.reset": ("全部显示", "Show all"),
    "folder.unfold": ("展开／收起问题", "Unfold / fold findings"),
    "folder.shown": ("符合条件的单位：#（共%）", "Departments shown: # of %"),
    "folder.none": ("没有符合条件的。", "None of these."),
    "folder.contact": ("联系方式", "Contact"),
    "folder.missing-heading": (
        "未报送和需重新报送的单位（{count}）",
        "Departments without a return that can be used ({count})",
    ),
    "folder.returns": ("各单位情况（{count}）", "Departments ({count})"),
    "folder.findings": ("各单位的问题", "Findings by department"),
    "folder.section-mend": ("有错误的（{count}）", "With errors ({count})"),
    "folder.section-look": ("只有警告的（{count}）", "With warnings only ({count})"),
    "folder.section-notes": (
        "只有提示的、其他文件（{count}）",
        "Notices only, and other files ({count})",
    ),
    "folder.open-copy": ("打开批注副本", "Open the annotated copy"),
    "folder.open-copy-of": ("打开{name}的批注副本", "Open the annotated copy of {name}"),
    "folder.more-findings": (
        "另有{count}处，见批注副本和 findings.csv。",
        "{count} more: see the annotated copy and findings.csv.",
    ),
    "folder.rows-left": (
        "另有{count}家，见 summary.xlsx。",
        "{count} more: see summary.xlsx.",
    ),
    "folder.groups-left": (
        "另有{count}个文件的问题这里没有列出，见 summary.xlsx 和 findings.csv。",
        "The findings of {count} more files are in summary.xlsx and findings.csv.",
    ),
    "folder.since": (
        "与上一轮相比（错误和警告）：改好{mended}处，仍未改{left}处，新出现{new}处，只是豁免"
        "{only_waived}处。",
        "Since the last round (errors and warnings): {mended} mended, {left} left, {new} new,"
        " {only_waived} only waived.",
    ),
    "folder.footer": (
        "本页不联网。批注副本的链接在本页与 annotated 文件夹放在一起时可用。",
        "This page loads nothing. Links to annotated copies work next to the folder annotated.",
    ),
}
