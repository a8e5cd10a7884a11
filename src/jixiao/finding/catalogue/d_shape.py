"""Codes D200 to D399: presence, type and range of readings."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

SHAPE: tuple[CodeEntry, ...] = (
    notice(
        "D201",
        (
            "基础数据没有填写",
            "“{name}”没有填写。",
            "请填写；没有发生的填0。",
            "空着与0不同：空着的数据不参加计算，用到它的指标无法复算；确实没有的请填0。",
        ),
        (
            "A basic figure is blank",
            "“{name}” is blank.",
            "Fill it in; type 0 where there was nothing.",
            "A blank is no zero: indicators that need the figure cannot be computed. Type "
            "0 where there was nothing.",
        ),
    ),
    error(
        "D202",
        (
            "应填数字的地方填了文字",
            "“{name}”应填数字，填的是“{found}”。",
            "请只填数字，说明写到备注或扣分原因栏。",
            "这一格要参加计算，只能填数字。文字说明请写到旁边的说明栏。",
        ),
        (
            "Words where a figure is needed",
            "“{name}” needs a figure, it says “{found}”.",
            "Type the figure alone; put explanations in the remarks or reason column.",
            "The cell is computed with, so it must hold a figure. Words belong in the "
            "column beside it.",
        ),
    ),
    error(
        "D203",
        (
            "答案不在可选范围内",
            "“{name}”填的是“{found}”，只能填：{expected}。",
            "请从下拉列表中选择：{expected}。",
            "这一项只有规定的几个答案。“基本”“部分”之类的说法不能计分，请选定一个，情况写到"
            "说明栏。",
        ),
        (
            "An answer that is not on the list",
            "“{name}” says “{found}”, not {expected}.",
            "Choose from the list: {expected}.",
            "Only the answers listed can be scored. “Mostly” or “partly” cannot; choose "
            "one and explain beside it.",
        ),
    ),
    error(
        "D211",
        (
            "得分低于下限",
            "“{name}”填{found}，应在{expected}之间。",
            "请改正得分；扣完的填0。",
            "得分最低为0分（评分标准另有规定的除外），扣完为止，不能为负。",
        ),
        (
            "A score below its minimum",
            "“{name}” is {found}, it must be {expected}.",
            "Mend the score; where everything is lost it is 0.",
            "A score is at least 0 unless the rule says otherwise: deductions end there.",
        ),
    ),
    error(
        "D212",
        (
            "得分超过分值",
            "“{name}”填{found}，应在{expected}之间。",
            "请改正得分，最高为分值。",
            "得分不能超过本项分值，超额完成的也按满分计。",
        ),
        (
            "A score above its weight",
            "“{name}” is {found}, it must be {expected}.",
            "Mend the score; it is at most the weight.",
            "A score is at most the weight of its row, however far the target was passed.",
        ),
    ),
    error(
        "D213",
        (
            "应填整数",
            "“{name}”应为整数，填的是{found}。",
            "请按实际数量填写整数。",
            "人数、份数、项数等只能是整数。出现小数，常是把比率填到了数量一栏。",
        ),
        (
            "A whole number is needed",
            "“{name}” must be a whole number, it is {found}.",
            "Type the whole count.",
            "People, forms and items are counted in whole numbers. A fraction usually "
            "means that a rate stands where a count should.",
        ),
    ),
    error(
        "D214",
        (
            "不应为负数",
            "“{name}”不能为负数，填的是{found}。",
            "请改正；减少额填在可填负数的项目中。",
            "除注明可填负数的项目（如预算调整数）外，金额和数量都不小于零。",
        ),
        (
            "A negative figure",
            "“{name}” cannot be negative, it is {found}.",
            "Mend it; decreases belong where a minus sign is allowed.",
            "Amounts and counts are never below zero, except where the form allows a minus sign.",
        ),
    ),
    warning(
        "D215",
        (
            "比率大得不合理",
            "“{name}”为{found}，超出合理范围（{expected}）。",
            "请核对是否漏写百分号或小数点，如60.2%写成了60.2。",
            "比率超过1000%极少见，多半是单位不对：百分数没有带百分号，或者分子、分母一个用"
            "元、一个用万元。",
        ),
        (
            "An implausible rate",
            "“{name}” is {found}, which is not plausible ({expected}).",
            "See whether a percent sign or a point is missing: 60.2 for 60.2%.",
            "Rates beyond 1000% hardly occur; usually the percent sign is missing, or one "
            "amount is in 元 and the other in 万元.",
        ),
    ),
    warning(
        "D216",
        (
            "金额可能是按元填的",
            "“{label}”填的是{found}；折成{expected}后，“{name}”的得分与自评一致，可能是按元填的。",
            "请核对单位，按{unit}填写。",
            "按填写的数计算，比率大得或小得不合理；把这个数除以一万以后，恰好得出自评得分。表中金额"
            "以万元为单位，元、万元混用是常见的差错。",
        ),
        (
            "An amount was probably typed in 元",
            "“{label}” is {found}; as {expected} the score of “{name}” agrees, so it was "
            "probably typed in 元.",
            "Check the unit and type the amount in {unit}.",
            "As typed, the figure gives an absurd rate; divided by ten thousand it gives exactly "
            "the self-score. Amounts in the form are in 万元, and mixing the two is a common slip.",
        ),
    ),
    warning(
        "D218",
        (
            "分值不合理",
            "“{name}”填{found}，应在{expected}之间。",
            "请核对分值。",
            "分值不小于0，不大于总分。",
        ),
        (
            "An implausible weight",
            "“{name}” is {found}, it must be {expected}.",
            "Check the weight.",
            "A weight is neither below 0 nor above the total.",
        ),
    ),
)
