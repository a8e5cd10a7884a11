"""Codes C: Consistency between figures."""

from __future__ import annotations

from jixiao.finding.catalogue.c_previous import PREVIOUS
from jixiao.finding.catalogue.entry import notice, warning
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    warning(
        "C101",
        (
            "基础数据相互矛盾",
            "{says}；所填为：{figures}。",
            "请对照原始资料核对这几项数据，改正有误的一项；改好前不要改用到它们的自评得分。{excuse}",
            "有些数据之间有固定关系，例如上半年支出不会超过全年支出，收回的问卷不会多于发出"
            "的。已考虑四舍五入的影响，仍不成立的才报。有的关系因口径不同可以不成立：在这几项数据的“数据"
            "来源”栏写明原因（如“差额60万元为政策性追加，不计入预算调整数”），再核对时不再报。",
        ),
        (
            "Basic figures contradict each other",
            "{says}; given: {figures}.",
            "Check these figures and mend the one that is wrong, before any self-score that "
            "rests on them.{excuse}",
            "Some figures are bound to each other: spending by June cannot exceed that of "
            "the year, nor questionnaires returned those issued. Rounding has been allowed "
            "for. Some may honestly not hold: write the reason in the column 数据来源 of one of "
            "the figures, and nothing is said of it any more.",
        ),
    ),
    notice(
        "C102",
        (
            "比率超过100%，按满分计",
            "“{name}”的实际值为{found}，超过100%，得分以分值为限。",
            "请核对是否超预算支出；确属正常的不必修改。",
            "支出超过预算时完成率超过100%，得分不超过分值。这不是错误，但常说明预算数没有按"
            "调整后的填。",
        ),
        (
            "A rate above 100% counts as full marks",
            "“{name}” comes to {found}; the score is capped at the weight.",
            "See whether spending exceeded the budget; if that is in order, leave it.",
            "Spending above the budget gives a rate above 100%, capped at the weight. That "
            "is no error, yet often the budget given is not the adjusted one.",
        ),
    ),
    warning(
        "C104",
        (
            "各项分值之和超过总分",
            "表中各项分值之和为{found}分，应为{expected}分。",
            "请核对分值；“其中”行不应重复填写分值。",
            "分值合计应等于指标体系的总分。多出来的常是“其中”行重复填写，或者调整分值时没有"
            "同时减少其他行。",
        ),
        (
            "The weights add to more than the total",
            "The weights in the sheet add to {found}, they should add to {expected}.",
            "Check the weights; of-which rows should not repeat them.",
            "The weights must add to the rulebook's total. Usually of-which rows repeat a "
            "weight, or a weight was raised without lowering another.",
        ),
    ),
    warning(
        "C105",
        (
            "比率对应的份数不是整数",
            "“{name}”填{found}，“{label}”为{count}，两者相乘是{product}，不可能是整数份。",
            "请核对问卷份数和满意率，按实际份数重新计算。",
            "满意率由份数相除得出，乘以总份数应当是整数；例如30份问卷不可能得出98%。按填写"
            "的小数位四舍五入后仍不是整数的才报。",
        ),
        (
            "No whole count gives this rate",
            "“{name}” is {found} of {count} (“{label}”): {product}, which is no whole number.",
            "Check the count and the rate and compute it again from the answers.",
            "A share of answers times their number must be whole: 30 forms cannot give "
            "98%. The decimals of the rate have been allowed for.",
        ),
    ),
    notice(
        "C107",
        (
            "指标方向与符号相反",
            "“{name}”的指标方向与指标值的符号相反：{found}。",
            "正向指标用≥，反向指标用≤，请改正其中一处。",
            "方向说明数值越大越好还是越小越好，符号说明达到指标值的条件，两者应当一致。复算"
            "按符号进行。",
        ),
        (
            "Direction and operator contradict each other",
            "“{name}”: direction and operator contradict each other ({found}).",
            "A rising indicator takes ≥, a falling one ≤; mend one of them.",
            "The direction says whether more or less is better, the operator when the "
            "target is met; they must fit. The score is computed by the operator.",
        ),
    ),
    warning(
        "C108",
        (
            "单项得分像是已经乘过权重",
            "“{name}”的单项得分填{found}，与权重相同，折算时又乘了一次权重，只得{score}分。",
            "单项得分按0–{out_of}分打，完成的填{out_of}；折算得分等于单项得分乘以权重。",
            "单项得分按百分制填写，折算得分由单项得分乘以权重得出。表中各行的单项得分都恰好等"
            "于本行的权重时，多半是把折算后的分数填到了单项得分一栏，权重被乘了两次，总分会明"
            "显偏低。",
        ),
        (
            "The item score seems to hold the weight already",
            "“{name}” has an item score of {found}, its own weight, which is weighted once more: "
            "{score} points.",
            "Give item scores out of {out_of}; the weighted score is the item score times the "
            "weight.",
            "Item scores run from 0 to 100 and are then weighted. Where every row's item score "
            "is exactly its weight, the weighted points were probably entered there and the "
            "weight was applied twice; the total then comes out far too low.",
        ),
    ),
    notice(
        "C109",
        (
            "“其中”行重复了分值和得分",
            "“{name}”是上一行的一部分，又填了分值{weight}分、自评{found}分；没有计入合计。",
            "“其中”行不单独计分的，分值和得分留空；单独计分的，请核对分值合计。",
            "“其中”行只说明上一行的一部分。填了分值和得分的，仍按本行的数据核对，但不计入小"
            "计和合计，否则会多出分来。加上它分值才满的，按单独计分的行处理，不报本条。",
        ),
        (
            "An of-which row repeats weight and score",
            "“{name}” is part of the row above and has {weight} points with a self-score of "
            "{found}; no sum counts it.",
            "Leave weight and score blank in of-which rows; where the row is scored on its own, "
            "check what the weights add to.",
            "An of-which row says a part of the row above. Where it has weight and score it is "
            "checked against its own figures but left out of sums, which would come out too "
            "high. Where the weights are full only with it, it is a row like any other.",
        ),
    ),
    warning(
        "C110",
        (
            "各项资金之和与总额不符",
            "“{name}”填{found}，其下各项之和为{expected}，相差{gap}{arithmetic}。",
            "请核对总额和各项来源，改正有误的一项；漏列的来源请补上。",
            "总额应等于其下各项来源之和。已考虑各数最后一位四舍五入可能带来的差额。",
        ),
        (
            "Sources do not add up to the whole",
            "“{name}” is {found}; the rows below it come to {expected}, a difference of {gap}"
            "{arithmetic}.",
            "Check the whole and its sources and mend the one that is wrong; add a source that is "
            "missing.",
            "The whole is the sum of the sources below it. What rounding of the last digits may "
            "hide has been allowed for.",
        ),
    ),
    warning(
        "C111",
        (
            "执行率没有填写",
            "“{name}”的执行率没有填写，按所填金额为{rate}。",
            "请核对金额后填写执行率。",
            "表中有预算数和执行数，执行率一栏空着。",
        ),
        (
            "The rate of spending was left blank",
            "The rate of “{name}” is blank; by the amounts it is {rate}.",
            "Check the amounts and enter the rate.",
            "Budget and spending are given and the column for the rate is empty.",
        ),
    ),
    warning(
        "C112",
        (
            "写明的分值与下面各行分值之和不符",
            "“{name}”写明{found}分，其下各行分值之和为{expected}分{arithmetic}。",
            "请对照印发的表式核对：写明的分值有误的改成{expected}分，某行分值有误的改那一行。",
            "一级、二级指标写明的分值，小计、合计行的分值，应等于其下各行分值之和。各行分值"
            "合计正好是总分，所以不是漏读了行；不符的，或者写明的分值没有随调整更新，或者两行"
            "的分值互相挪动过。",
        ),
        (
            "The points stated are not those of the rows below",
            "“{name}” says {found} points, its rows come to {expected}{arithmetic}.",
            "Check against the issued form: change what is stated to {expected}, or the row "
            "whose weight is wrong.",
            "What a level, a subtotal or the total row says must be the sum of the weights of "
            "its rows. All rows together carry the points of the form, so none was passed over; "
            "either what is stated was not updated, or points were moved between rows.",
        ),
    ),
    warning(
        "C113",
        (
            "分值、扣分和得分对不上",
            "“{name}”分值{weight}分，扣分一栏填{found}分，得分却是{score}分。",
            "请核对扣分和得分：得分无误的，扣分应为{expected}分；扣分无误的，改得分。",
            "表中有扣分一栏时，分值减扣分应等于得分。",
        ),
        (
            "Weight, points lost and score do not fit",
            "“{name}” carries {weight} points and {found} are lost, yet its score is {score}.",
            "Check both: if the score is right, {expected} points are lost; if the loss is right, "
            "change the score.",
            "Where a form has a column of points lost, weight less loss must be the score.",
        ),
    ),
    *PREVIOUS,
)
