"""Codes D200 to D399: presence, type and range of readings."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

SHAPE: tuple[CodeEntry, ...] = (
    warning(
        "D010",
        (
            "工作簿保存时没有存下公式的结果",
            "文件里有{found}处公式没有存下结果，第一处是“{label}”。",
            "请用 WPS 或 Excel 打开，保存一次后再报送；不要把公式改成数字。",
            "由其他软件生成或转存的工作簿有时只存公式，不存结果，打开后才算出来。复算不受影响；小计"
            "、合计和档次的公式没有结果，没有核对。打开并保存一次即可。",
        ),
        (
            "The workbook was saved without the results of its formulas",
            "{found} formulas have no stored result, the first is “{label}”.",
            "Open the file in WPS or Excel, save it once, and hand it in again; leave the "
            "formulas.",
            "Workbooks made or converted by other programs sometimes hold formulas without "
            "results. "
            "Scores are computed all the same; sums and the grade, having no result, were not "
            "checked. Opening and saving mends it.",
        ),
    ),
    error(
        "D011",
        (
            "表没有填写",
            "这张表还没有填写：{count}项指标的自评得分和基础数据都是空的。",
            "请填写基础数据和自评得分后再报送。",
            "自评得分、基础数据全都空着，是一张空白表，因此没有逐项列出没有填写的格子。",
        ),
        (
            "The form was not filled in",
            "The form is blank: {count} indicators have neither self-scores nor figures.",
            "Fill in figures and self-scores, then hand it in.",
            "All self-scores and all figures are blank, so it is the form as issued; the blank "
            "cells are not listed one by one.",
        ),
    ),
    error(
        "D012",
        (
            "一个部分没有填写",
            "“{name}”部分的{count}项指标都没有填写自评得分。",
            "请填写这一部分各项的自评得分，得0分的填0。",
            "整个部分的自评得分都空着，因此只报一条，不逐项列出。",
        ),
        (
            "A section was not filled in",
            "None of the {count} indicators of “{name}” has a self-score.",
            "Enter the self-scores of this section; a zero is typed as 0.",
            "All self-scores of a section are blank, so this is said once and not for each.",
        ),
    ),
    notice(
        "D013",
        (
            "一组基础数据没有填写",
            "“{name}”的{count}项基础数据都没有填写，用到它们的得分无法核对。",
            "请填写这些基础数据；没有发生的填0。",
            "这一组数据全都空着，因此只报一条，不逐项列出；所填得分要靠它们核对的，作为错误。",
        ),
        (
            "A group of basic figures is blank",
            "None of the {count} figures of “{name}” is filled in; scores that rest on them cannot "
            "be checked.",
            "Fill them in; type 0 where there was nothing.",
            "All figures of a group are blank, so this is said once and not for each; an error "
            "where claimed scores rest on them.",
        ),
    ),
    notice(
        "D201",
        (
            "基础数据没有填写",
            "“{name}”没有填写。",
            "请填写；没有发生的填0。",
            "空着与0不同：空着的数据不参加计算，用到它的指标无法复算；所填得分要靠它核对的，作为错误。"
            "确实没有的请填0。",
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
    error(
        "D216",
        (
            "金额可能是按别的单位填的",
            "“{label}”填的是{found}，{slip}，折算后应为{meant}：{evidence}。{outcome}",
            "请对照原始资料核实，属实的把这一格改为{expected}。",
            "表中金额以万元为单位，元、千元、亿元混用是常见的差错：一个数差了十倍、一万倍，用到"
            "它的比率就都不合情理。折算后有关的得分、勾稽关系都对得上，才报本条；因此引起的其他"
            "问题都列在它下面，不必另改。",
        ),
        (
            "An amount was probably typed in another unit",
            "“{label}” is {found}, {slip}; converted it is {meant}: {evidence}.{outcome}",
            "Compare it with the accounts and, if so, set this cell to {expected}.",
            "Amounts in the form are in 万元; mixing 元, 千元 and 亿元 is a common slip that "
            "throws out every rate made of the figure. It is said only where the converted "
            "figure fits scores and sums; whatever else it causes is listed below it and needs "
            "no mending.",
        ),
    ),
    error(
        "D219",
        (
            "数字可能写错了",
            "“{label}”填的是{found}，{slip}，应为{meant}：{evidence}。{outcome}",
            "请对照原始资料核实，属实的把这一格改为{expected}。",
            "录入时漏打、多打一位数字，相邻两位写反，小数点错位，填成另一格的数，都会使用到它的"
            "几个结果同时不对。改这一格就能使它们都对上，才报本条；因此引起的其他问题都列在它下"
            "面，不必另改。两格的数互相填反的，两格各报一条，都要改过来才对得上。",
        ),
        (
            "A figure was probably mistyped",
            "“{label}” is {found}; {slip}, it should be {meant}: {evidence}.{outcome}",
            "Compare it with the accounts and, if so, set this cell to {expected}.",
            "A digit left out or typed twice, two digits exchanged, a misplaced point or the "
            "figure of another cell throws out several results at once. It is said only where "
            "changing this one cell makes them all fit; whatever else it causes is listed "
            "below it and needs no mending. Where the figures of two cells are exchanged, each "
            "cell is named; both must be changed.",
        ),
    ),
    error(
        "D220",
        (
            "正负号可能反了",
            "“{label}”填的是{found}，{slip}，应为{meant}：{evidence}。{outcome}",
            "请对照原始资料核实，属实的把这一格改为{expected}。",
            "追加填正数，追减填负数；本来不会小于零的数多了负号，也是常见的差错。改正负号后有关"
            "的得分、勾稽关系都对得上，才报本条。",
        ),
        (
            "A sign is probably reversed",
            "“{label}” is {found}; {slip}, it should be {meant}: {evidence}.{outcome}",
            "Compare it with the accounts and, if so, set this cell to {expected}.",
            "Increases are positive, cuts negative; a minus sign before a figure that is never "
            "below zero is a common slip. It is said only where the other sign makes scores "
            "and sums fit.",
        ),
    ),
    error(
        "D222",
        (
            "答案与得分、扣分原因对不上",
            "“{label}”选的是“{found}”，{slip}，应为“{expected}”：{evidence}。{outcome}",
            "请按实际情况核实，属实的把这一格改为“{expected}”。",
            "扣分原因写明了扣分，自评得分也扣了，答案却选了“是”，多半是答案选反了。改这一个答案"
            "就能使得分成立，才报本条。",
        ),
        (
            "An answer does not fit score and reason",
            "“{label}” says “{found}”; {slip}, it should be “{expected}”: {evidence}.{outcome}",
            "See what is true and, if so, set this cell to “{expected}”.",
            "The reason says why points were lost and the self-score loses them, yet the "
            "answer says all is well: the answer was probably mixed up. It is said only where "
            "this one answer makes the score hold.",
        ),
    ),
    error(
        "D223",
        (
            "几个数对不上，有一个可能填错",
            "“{label}”填的是{found}，{slip}。可能的改法：{choices}。",
            "请对照原始资料逐一核实，改正有误的一个；改好前不要改与它们有关的自评得分。",
            "几个数互相矛盾，改其中不止一个都能对上，程序不替单位选择，只把可能的改法都列出来。"
            "因此不能判定的得分列在它下面，改好数据后再核对。",
        ),
        (
            "Figures don't fit, one of them is probably wrong",
            "“{label}” is {found}; {slip}. Possible changes: {choices}.",
            "Compare them with the accounts and mend the one that is wrong; leave the "
            "self-scores that rest on them until then.",
            "Some figures contradict each other and changing any of several would mend it; all "
            "are listed and none is chosen. Scores that cannot be decided for it are listed "
            "below; check again once the figures are mended.",
        ),
    ),
    error(
        "D224",
        (
            "这个数很可能填错了",
            "“{label}”填的是{found}，{slip}：{evidence}。{choices}",
            "请对照原始资料核实后改正这一格；改好前不要改与它有关的自评得分。",
            "这个数使比率不合情理，或者与其他数据对不上，别的数都没有问题；但能对上的数不止一个"
            "，应填多少请查原始资料。因此不能判定的得分列在它下面。",
        ),
        (
            "This figure is very probably wrong",
            "“{label}” is {found}; {slip}: {evidence}. {choices}",
            "Compare it with the accounts and mend this cell; leave the self-scores that rest "
            "on it until then.",
            "The figure gives an impossible rate or contradicts others while those fit each "
            "other; more than one figure would fit, so look it up. Scores that cannot be "
            "decided for it are listed below.",
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
