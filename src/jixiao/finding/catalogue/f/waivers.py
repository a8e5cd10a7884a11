"""Codes F810–F812: waivers that excuse nothing, too much, or no longer."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import notice, warning
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    notice(
        "F810",
        (
            "豁免没有用上",
            "豁免文件第{found}条（{waived}，{reason}）没有对应的问题。",
            "问题已经解决的，请从豁免文件里删去这一条；写错了单位、文件或单元格的，请改正。",
            "这一条所说的单位或文件里，现在没有这个代码的问题，或者问题不在所写的单元格、指标上。留着不"
            "用的豁免，以后可能盖住新的问题。",
        ),
        (
            "A waiver is not used",
            "Waiver {found} of the file ({waived}, {reason}) matches no finding.",
            "Where the matter is settled, delete it from the file; else mend its department, file, "
            "cell or indicator.",
            "What it names has no such finding now. A waiver left behind may cover something new "
            "later.",
        ),
    ),
    warning(
        "F811",
        (
            "豁免已经过期",
            "豁免文件第{found}条（{waived}，{reason}）的期限是{until}，已经过期，不再起作用。",
            "请按问题本身的说明处理；仍要豁免的，由负责人写上新的期限。",
            "豁免到期后，原来的问题重新计入结论。期限当天仍然有效。",
        ),
        (
            "A waiver has expired",
            "Waiver {found} of the file ({waived}, {reason}) held until {until}, no longer.",
            "See to the finding itself; if it is to be excused further, whoever is in charge "
            "writes a new day.",
            "After its last day a waiver excuses nothing; on that day it still does.",
        ),
    ),
    warning(
        "F812",
        (
            "豁免的范围太宽",
            "豁免文件第{found}条（{waived}，{reason}）没有限定到一个单位的一个问题（对应{count}个"
            "问题），没有起作用。",
            "请写明单位（department）或文件（file），以及单元格（cell）或指标（indicator），每个问题写"
            "一条。",
            "一条豁免只免一个单位的一个问题，这样每一处都有人看过、说得出理由。没有写单位或文件的、"
            "一次对应几个问题的，一律不起作用。",
        ),
        (
            "A waiver is too broad",
            "Waiver {found} of the file ({waived}, {reason}) is not about one finding of one "
            "return (it matches {count}) and was not applied.",
            "Name the department or the file, and the cell or the indicator; write one waiver for "
            "each finding.",
            "A waiver excuses one finding of one return, so that somebody has looked at each. "
            "One without department and file, or with several findings, excuses nothing.",
        ),
    ),
    warning(
        "F813",
        (
            "两条豁免说的是同一个问题",
            "豁免文件第{found}条（{waived}，{reason}）说的问题，第{count}条已经豁免了；按第{count}条"
            "的理由，这一条没有起作用。",
            "请留下一条：核对两条的理由、批准人和日期，删去多余的一条。",
            "一个问题只要一条豁免。两条并存，理由、批准人或者日期不一样，就说不清是谁按什么豁免的。",
        ),
        (
            "Two waivers excuse one finding",
            "Waiver {found} of the file ({waived}, {reason}) is about a finding that waiver "
            "{count} excuses already; that one's reason stands and this one was not applied.",
            "Keep one: compare their reasons, who granted them and until when, and take the other "
            "out.",
            "A finding needs one waiver. With two, whose reasons, names or days differ, nobody can "
            "tell who excused it and why.",
        ),
    ),
)
