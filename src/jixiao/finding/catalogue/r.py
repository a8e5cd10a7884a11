"""Codes R: Recomputed scores and rates."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    error(
        "R101",
        (
            "自评得分与复算得分不一致",
            "“{name}”自评{found}分，按{basis}复算应为{expected}分，{direction}{gap}分"
            "{arithmetic}{clause}。",
            "先核对基础数据和实际值；数据无误的，把自评得分改为{expected}分{reason}。小计、合计和"
            "档次是公式的会自动更新，不用改；不是公式的，相应修改。",
            "自评得分按评分标准重新计算，先用基础数据算出比率再算得分；没有基础数据的，用填"
            "报的比率或指标值、实际值。考虑了数据四舍五入可能带来的全部结果，自评得分仍不在"
            "其中，才报本条。常见原因有：比率放大或缩小了100倍，金额的元与万元混用，不足一"
            "档的部分也扣了分，没有封顶或保底，分母用错。能恰好得出自评得分的原因会列出来；"
            "列出几个的，都有可能；没有列出的，请按计算过程逐步核对。",
        ),
        (
            "The self-score is not the computed score",
            "“{name}” claims {found} points; by {basis} it is {expected}, {gap} {direction}"
            "{arithmetic}{clause}.",
            "Check the figures first; if they are right, set the self-score to {expected}{reason}. "
            "Sums and grade that are formulas follow by themselves; mend those that are not.",
            "The score is computed again by the rule, from the basic figures where they "
            "are there, else from the rate given or from target and actual. All results "
            "that rounding of the figures leaves open are considered; the self-score is "
            "none of them. Usual causes: a rate a hundredfold, 元 for 万元, started steps "
            "counted, no cap or floor, a wrong denominator. Causes that give exactly the "
            "self-score are listed; where several are, each is possible; where none is, "
            "follow the arithmetic.",
        ),
    ),
    error(
        "R102",
        (
            "没有填写自评得分",
            "“{name}”的自评得分没有填写。{computed}",
            "请填写自评得分；本指标确实不适用的，按评分标准关于不适用的规定填写并说明原因。",
            "每项指标都要有自评得分，得0分的也要填0。空着、填“/”或“—”的都算没有填写。",
        ),
        (
            "The self-score is missing",
            "“{name}” has no self-score.{computed}",
            "Enter the self-score; where the indicator does not apply, follow what the "
            "rule says of that and give the reason.",
            "Every indicator needs a self-score, a zero is typed as 0. A blank, “/” or “—” "
            "counts as missing.",
        ),
    ),
    warning(
        "R103",
        (
            "自评得分无法核对",
            "“{name}”自评{claim}，无法复算：{why}。",
            "请补齐或改正所缺的数据；需人工判定的，在扣分原因栏写明判定的依据。",
            "复算所需的数据没有填、看不懂，或者分母为零而评分标准没有规定怎么办时，程序不猜"
            "测，只核对自评得分是否在分值范围内。",
        ),
        (
            "The self-score cannot be checked",
            "“{name}” claims {claim}, which cannot be checked: {why}.",
            "Fill in or mend what is lacking; where a person must decide, say why in the "
            "reason column.",
            "Where a figure is blank or unreadable, or a denominator is zero and the rule "
            "does not say what then, nothing is guessed: only the range of points is "
            "checked.",
        ),
    ),
    notice(
        "R104",
        (
            "自评得分与显示的数据相符，但不是精确结果",
            "“{name}”自评{found}分，精确计算为{expected}分；考虑数据四舍五入，自评得分成立。",
            "不必修改；能提供更精确数据的，建议按精确数据填报。",
            "表中数据是四舍五入后的数，背后的精确数可以是一个范围。自评得分可由这个范围内的"
            "数得出，因此视为一致。",
        ),
        (
            "The self-score agrees only as shown",
            "“{name}” claims {found} points, exactly it is {expected}; given the rounding "
            "of the figures the claim holds.",
            "Nothing must be changed; more exact figures would settle it.",
            "Figures in a sheet are rounded; what stands behind them is a range. Some "
            "value in it gives the self-score, so it agrees.",
        ),
    ),
    warning(
        "R105",
        (
            "填报的比率与基础数据不符",
            "“{name}”的实际值填{found}，按基础数据计算为{expected}（{formula}）。{likely}",
            "请核对基础数据和计算口径，改正实际值或基础数据中有误的一方。",
            "填报的比率按所写的小数位与基础数据算出的比率比较，四舍五入后相同的不报。常见原"
            "因：分母用了年初预算数而不是调整后预算数，少写百分号，或者改了基础数据没有更新"
            "比率。得分以基础数据为准。",
        ),
        (
            "The rate given does not follow from the figures",
            "“{name}” gives {found}; the basic figures give {expected} ({formula}).{likely}",
            "Check the figures and which of them the rate is made of, and mend the side "
            "that is wrong.",
            "The rate is compared at the decimals it is written with. Usual causes: the "
            "initial budget as denominator instead of the adjusted one, a missing percent "
            "sign, figures changed without the rate. The score rests on the basic figures.",
        ),
    ),
    error(
        "R106",
        (
            "两项的自评得分填串了",
            "“{name}”自评{found}分，复算为{expected}分；与“{other}”的自评得分正好互换。",
            "请把这一格改为{expected}，“{other}”的一格也换过来。",
            "两项的自评得分都与复算不一致，互换后都一致，多半是填到了对方的格子里。",
        ),
        (
            "Two self-scores stand in each other's place",
            "“{name}” claims {found}, computed {expected}; exchanged with “{other}”.",
            "Set this cell to {expected}, and exchange that of “{other}” too.",
            "Neither self-score is the computed one, but exchanged both are: they were probably "
            "typed into each other's cells.",
        ),
    ),
    warning(
        "R107",
        (
            "数据有疑问，自评得分暂不能核对",
            "“{name}”自评{claim}，暂不能核对：{why}。",
            "先核实、改正所说的数据，再核对一次；在此之前不要改自评得分。",
            "计算这项得分用到的数很可能填错了，按它算出的得分不能作数，因此不判一致、不一致，复算"
            "总分里这一项按自评得分计。数据改正后再核对。",
        ),
        (
            "A doubtful figure, so the self-score cannot be checked yet",
            "“{name}” claims {claim}, which cannot be checked yet: {why}.",
            "Look the figure up and mend it, then check again; leave the self-score until then.",
            "A figure that this score rests on is very probably wrong, so nothing is computed from "
            "it; the computed total takes the self-score here. Check again once it is mended.",
        ),
    ),
    warning(
        "R110",
        (
            "得分不是分值乘执行率",
            "“{name}”分值{weight}分，执行率{rate}，自评{found}分；按执行率计为{expected}分。",
            "请对照本表的评分办法核对；按执行率计分的，改为{expected}分。",
            "这张表没有写明资金如何计分。多数表式按分值乘执行率计分、不超过分值，自评得分与此不同，"
            "请核对；表式另有规定的，不必修改。",
        ),
        (
            "The score is not weight times rate",
            "“{name}” weighs {weight}, the rate is {rate}, {found} is claimed; by the rate it is "
            "{expected}.",
            "Compare with the rules of this form; where the rate counts, enter {expected}.",
            "The sheet does not say how funds are scored. Most forms take weight times rate, "
            "capped at the weight; this one is another. Where the form says otherwise leave it.",
        ),
    ),
    warning(
        "R111",
        (
            "没有完成指标值却得满分",
            "“{name}”指标值{target}，完成{actual}，没有完成，自评满分{found}分。",
            "请对照本表的评分办法核对完成值和得分；应当扣分的，改正得分并写明原因。",
            "这张表没有写明没有完成时怎样扣分，因此不判断应得多少分，只提请核对。",
        ),
        (
            "Full marks for a target that was missed",
            "“{name}”: the target is {target}, {actual} was reached, and full marks ({found}) are "
            "claimed.",
            "Check what was reached and the score against the rules of this form; where points are "
            "lost, mend the score and give the reason.",
            "The sheet does not say what a missed target is worth, so no score is computed.",
        ),
    ),
    warning(
        "R114",
        (
            "完成了指标值却扣了分",
            "“{name}”指标值{target}，完成{actual}，已经完成，分值{weight}分，自评{found}分。",
            "请核对完成值和得分；确有其他原因扣分的，在自评报告中说明。",
            "这张表没有写明怎样扣分，也没有写原因的一栏，因此不判断应得多少分，只提请核对。",
        ),
        (
            "Points lost for a target that was met",
            "“{name}”: the target is {target}, {actual} was reached, and of {weight} points "
            "{found} are claimed.",
            "Check what was reached and the score; where points are lost for another reason, say "
            "so in the report.",
            "The form neither says how points are lost nor has a column for the reason, so no "
            "score is computed.",
        ),
    ),
    warning(
        "R112",
        (
            "按评分标准得不出这个分数",
            "“{name}”按“{standard}”只可能得{scores}分，填的是{found}分。",
            "请对照评分标准核对这一项的得分；标准另有说明的，在扣分原因栏写明。",
            "有的评分标准只能得出几个分数：每出现一处扣0.5分的，得分是分值减去0.5的倍数；分档的，"
            "得分是某一档的分数；逐项给分的，得分是其中几项之和。填的分数不在其中，多半是打分时用了"
            "别的办法，或者写错了一位。标准写明可以按比例计算的不报；不判断应得多少分。",
        ),
        (
            "A score that the standard cannot give",
            "“{name}”: by “{standard}” only {scores} are possible, {found} is claimed.",
            "Compare this score with the standard; where something else was agreed, say so in the "
            "reason column.",
            "Some standards can give few scores only: with 0.5 off for each fault the weight less "
            "a multiple of 0.5, with steps the points of a step, with a list the sum of some of "
            "its points. The score claimed is none of them: it was given in another way, or a "
            "digit is wrong. Nothing is said where points in proportion are allowed, nor what "
            "the score should be.",
        ),
    ),
    warning(
        "R113",
        (
            "评分标准里的分数与分值不一致",
            "“{name}”的评分标准写的满分是{said}分，分值是{weight}分。",
            "请核对评分标准和分值，以下发的表为准；两处都是下发时就有的，请告知出表单位。",
            "评分标准里写着满分是几分，或者各要点的分数相加是几分，应当等于分值。两处不一致，多半"
            "是调整了分值而没有改标准，得分也就说不清按哪一处算。",
        ),
        (
            "Points in the standard and the weight differ",
            "The standard of “{name}” gives {said} points in full, its weight is {weight}.",
            "Compare both with the form as issued; where it was issued so, tell its author.",
            "A standard says what full marks are, or its points add up to them; that is the "
            "weight. Where they differ the weight was probably changed without the standard, and "
            "nobody can say which of them counts.",
        ),
    ),
)
