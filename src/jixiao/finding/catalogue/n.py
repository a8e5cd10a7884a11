"""Codes N: Narrative report."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

_MEND = "请核对两处，把写错的一处改过来。"
_MEND_EN = "Compare the two and mend whichever is wrong."
_WHY = (
    "自评报告和评分表是一套材料，同一个数应当一样。报告里的数按所写的位数四舍五入后比较，"
    "“约”“近”“余”“超过”按其通常的意思取一个范围；意思不止一种的说法不比较。"
)
_WHY_EN = (
    "Report and scoresheet are handed in together and must state the same. A figure is compared at "
    "the digits written, words such as 约 or 余 as the range that they mean; what can mean two "
    "things is not compared."
)

ENTRIES: tuple[CodeEntry, ...] = (
    error(
        "N001",
        (
            "自评报告没有读成",
            "自评报告“{found}”没有核对：{reason}。",
            "{what}",
            "能读的是 Word 文件（.docx）、纯文本（.txt）、网页（.html）和带文字的 PDF。"
            "旧版 Word（.doc）、扫描件和加密文件读不出文字。评分表本身照常检查。",
        ),
        (
            "The report could not be read",
            "The report “{found}” was not compared: {reason}.",
            "{what}",
            "Reports are read as .docx, .txt, .html and PDF with text. Older Word files, scans and "
            "encrypted files give no text. The scoresheet itself is checked all the same.",
        ),
    ),
    notice(
        "N002",
        (
            "报告里没有可以和评分表比较的数",
            "自评报告“{found}”读到{passages}段，没有一处写明总分、指标或基础数据，无法与评分表比较。",
            "请核对是不是选错了文件；报告中应写明自评总分、档次和主要指标的完成情况。",
            _WHY,
        ),
        (
            "Nothing in the report to compare",
            "The report “{found}” has {passages} passages, none of which states a total, an "
            "indicator or a basic figure.",
            "See whether this is the right file; a report should state total, grade and the main "
            "indicators.",
            _WHY_EN,
        ),
    ),
    warning(
        "N003",
        (
            "报告写的单位与评分表不同",
            "报告{place}的标题写的是“{found}”，评分表的填报单位是“{expected}”。",
            "请核对是不是拿错了报告；同一单位的，请统一写单位全称。",
            "标题里的单位名称与评分表填报单位既不相同，也不是简称。",
        ),
        (
            "Report and sheet name different departments",
            "The title of the report ({place}) names “{found}”, the scoresheet “{expected}”.",
            "See whether the report is that of another department; if not, use the full name in "
            "both.",
            "The name in the title is neither that on the sheet nor short for it.",
        ),
    ),
    warning(
        "N004",
        (
            "报告写的年度与评分表不同",
            "报告{place}的标题写的是{found}年度，评分表是{expected}年度。",
            "请核对是不是拿了别的年度的报告；只是标题没有改的，请改正标题。",
            "常见的情形是沿用上年的报告，标题没有改，或者整份报告没有换。",
        ),
        (
            "Report and sheet are of different years",
            "The title of the report ({place}) says {found}, the scoresheet is of {expected}.",
            "See whether this is the report of another year; if only the title is out of date, "
            "mend the title.",
            "Often last year's report was taken over and its title, or all of it, left as it was.",
        ),
    ),
    notice(
        "N005",
        (
            "没有写出带批注的报告",
            "{reason}",
            "问题已按段落列出，可以照着改。要带批注的副本，用 Word 打开“{found}”另存一次，再核对。",
            "批注写进副本后要与原件逐字节比较，除了批注什么都不能变；对不上就不写。"
            "读不了的报告另有说明（N001）。",
        ),
        (
            "The report with comments was not written",
            "{reason}",
            "What was found is listed by paragraph. For a copy with comments, save “{found}” once "
            "with Word and check again.",
            "A copy is compared with the original byte by byte: nothing but comments may differ, "
            "or it is not written.",
        ),
    ),
    error(
        "N101",
        (
            "报告的总分与评分表不同",
            "报告{place}写“{text}”，总分是{found}{allowed}；评分表（{at}）自评总分是{expected}。",
            _MEND,
            _WHY,
        ),
        (
            "The report's total is not the sheet's",
            "The report ({place}) says “{text}”: a total of {found}{allowed}; the sheet ({at}) "
            "has {expected}.",
            _MEND_EN,
            _WHY_EN,
        ),
    ),
    error(
        "N102",
        (
            "报告的档次与评分表不同",
            "报告{place}写“{text}”，档次是“{found}”；评分表（{at}）的档次是“{expected}”。",
            _MEND,
            _WHY,
        ),
        (
            "The report's grade is not the sheet's",
            "The report ({place}) says “{text}”: grade {found}; the sheet ({at}) has {expected}.",
            _MEND_EN,
            _WHY_EN,
        ),
    ),
    error(
        "N103",
        (
            "报告中一级或二级指标的得分与评分表不同",
            "报告{place}写“{text}”，“{name}”得{found}{allowed}；评分表（{at}）是{expected}。",
            _MEND,
            _WHY,
        ),
        (
            "A section's score in the report is not the sheet's",
            "The report ({place}) says “{text}”: {found}{allowed} for “{name}”; the sheet ({at}) "
            "has {expected}.",
            _MEND_EN,
            _WHY_EN,
        ),
    ),
    error(
        "N104",
        (
            "报告中指标的得分与评分表不同",
            "报告{place}写“{text}”，“{name}”的{what}是{found}{allowed}；"
            "评分表（{at}）是{expected}。",
            _MEND,
            _WHY,
        ),
        (
            "An indicator's score in the report is not the sheet's",
            "The report ({place}) says “{text}”: {what} of “{name}” is {found}{allowed}; the sheet "
            "({at}) has {expected}.",
            _MEND_EN,
            _WHY_EN,
        ),
    ),
    warning(
        "N105",
        (
            "报告中指标的实际值与评分表不同",
            "报告{place}写“{text}”，“{name}”是{found}{allowed}；评分表（{at}）是{expected}。",
            _MEND,
            _WHY,
        ),
        (
            "An indicator's rate in the report is not the sheet's",
            "The report ({place}) says “{text}”: “{name}” is {found}{allowed}; the sheet ({at}) "
            "has {expected}.",
            _MEND_EN,
            _WHY_EN,
        ),
    ),
    warning(
        "N106",
        (
            "报告中的基础数据与评分表不同",
            "报告{place}写“{text}”，“{name}”是{found}{allowed}；评分表（{at}）是{expected}。",
            "请核对两处，把写错的一处改过来；口径不同的，请在报告中写明口径。",
            _WHY,
        ),
        (
            "A basic figure in the report is not the sheet's",
            "The report ({place}) says “{text}”: “{name}” is {found}{allowed}; the sheet ({at}) "
            "has {expected}.",
            "Compare the two and mend whichever is wrong; where they measure different things, say "
            "so in the report.",
            _WHY_EN,
        ),
    ),
    warning(
        "N107",
        (
            "报告说的得分、扣分与评分表不符",
            "报告{place}写“{text}”，说“{name}”{said}；评分表（{at}）上它得{expected}"
            "（分值{weight}）。",
            _MEND,
            _WHY,
        ),
        (
            "What the report says of points lost is not so on the sheet",
            "The report ({place}) says “{text}”, that “{name}” {said}; on the sheet ({at}) it "
            "has {expected} of {weight}.",
            _MEND_EN,
            _WHY_EN,
        ),
    ),
    notice(
        "N108",
        (
            "报告列的扣分指标不全",
            "报告{place}写“{text}”；评分表上还有扣了分的指标没有列出：{listed}。",
            "请把没有列出的扣分指标及原因补上；不打算逐一列出的，请在后面加“等”字。",
            "这一句是按“扣分的指标有……”列出的，读的人会以为只有这些。",
        ),
        (
            "The report's list of points lost is not complete",
            "The report ({place}) says “{text}”; the sheet has further rows that lost points: "
            "{listed}.",
            "Add the rows left out and their reasons; if the list is not meant to be complete, end "
            "it with 等.",
            "The sentence lists the rows that lost points, so readers take it to be complete.",
        ),
    ),
    warning(
        "N109",
        (
            "报告写的调查结果与问卷不同",
            "报告{place}写“{text}”，“{name}”是{found}{allowed}；按问卷统计是{expected}。",
            "请先核对问卷文件是否齐全；以问卷为准的，改报告和评分表。",
            "份数、满意度和得分按 jixiao survey 从问卷算出的结果比较，"
            "报告里的数按所写的位数四舍五入后比较。",
        ),
        (
            "The report and the forms of the survey differ",
            "The report ({place}) says “{text}”: “{name}” is {found}{allowed}; by the forms it is "
            "{expected}.",
            "See first whether all forms are in the file; where the forms hold, mend report and "
            "scoresheet.",
            "Counts, satisfaction and score are compared with what jixiao survey counts from the "
            "forms, at the digits written.",
        ),
    ),
    warning(
        "N201",
        (
            "报告中的分项加起来不等于合计",
            "报告{place}写“{text}”：{parts}，合计{expected}，比{found}{way}{gap}。",
            "请核对合计和各分项，改正写错的一处；还有没有列出的分项，请补上。",
            "“其中”后面的各项按同一单位相加，与前面的合计比较，金额允许四舍五入的差。",
        ),
        (
            "Parts in the report don't add up to their sum",
            "The report ({place}) says “{text}”: {parts} make {expected}, {gap} "
            "{way} than {found}.",
            "Check the sum and its parts and mend whichever is wrong; add what was left out.",
            "What follows 其中 is added up in one unit and compared with the sum before it, within "
            "what rounding allows.",
        ),
    ),
    warning(
        "N202",
        (
            "报告中的比率与所列的数不符",
            "报告{place}写“{text}”，比率是{found}；按同一句的{top}和{bottom}计算，应是{expected}。",
            "请核对三个数，改正写错的一处；比率另有算法的，请写明怎么算的。",
            "比率与同一句里的分子、分母按所写的位数比较；分不清哪个是分子、哪个是分母的不比较。",
        ),
        (
            "A rate in the report does not fit its figures",
            "The report ({place}) says “{text}”: {found}; {top} and {bottom} of the same sentence "
            "give {expected}.",
            "Check the three and mend whichever is wrong; where the rate is reckoned otherwise, "
            "say how.",
            "A rate is compared with the two figures of its sentence at the digits written; where "
            "it is not clear which is which it is not.",
        ),
    ),
    warning(
        "N203",
        (
            "报告前后说法不一",
            "报告{place}写“{name}”是{found}，{before}写的却是{expected}。",
            _MEND,
            "同一个数在报告里出现两次，两处按所写的位数都对不上。",
        ),
        (
            "The report says two things",
            "The report ({place}) gives {found} for “{name}”, and {expected} in {before}.",
            _MEND_EN,
            "One figure is stated twice, and no rounding makes the two the same.",
        ),
    ),
    error(
        "N204",
        (
            "报告写的档次与所写的总分不符",
            "报告{before}写总分{total}，按指标体系的档次划分应为“{expected}”，{place}写的却是“{found}”。",
            "请核对总分和档次，改正写错的一处。",
            "档次按指标体系规定的分数线，由报告自己写的总分得出。",
        ),
        (
            "The report's grade does not fit its total",
            "The report gives a total of {total} ({before}), which is grade {expected}; it says "
            "{found} ({place}).",
            "Check total and grade and mend whichever is wrong.",
            "The grade follows from the total that the report itself gives, by the rulebook.",
        ),
    ),
    warning(
        "N205",
        (
            "报告说偏低（偏高），数却相反",
            "报告{place}写“{text}”，说“{name}”{said}；它{better}，评分表（{at}）上是{rate}，"
            "得{score}（分值{weight}），扣分是因为{meant}。",
            "请把“{name}”从这一句里分出来，改写为{meant}，并写明原因。",
            "有的指标越高越好，有的越低越好。扣了分的指标，偏在哪一边由评分标准决定。",
        ),
        (
            "A word that says the opposite of the number",
            "The report ({place}) says “{text}”: “{name}” is {said}. For it, {better}; the sheet "
            "({at}) has {rate} and {score} of {weight}: points were lost because it is {meant}.",
            "Take “{name}” out of this sentence, say that it is {meant}, and give the reason.",
            "For some rates more is better, for others less. A rate that lost points lies on the "
            "wrong side of its standard.",
        ),
    ),
    warning(
        "N206",
        (
            "报告对预算增加的原因说法不一",
            "报告{place}写“{text}”，把预算偏高归于上年结转；{before}却写“{other}”，原因是{expected}。",
            "请核对预算调整文件，两处按实际原因写一致；两个原因都有的，请写明各占多少。",
            "扣分原因要与预算收支部分的说明一致，否则复核时两处都站不住。",
        ),
        (
            "Two causes for a larger budget",
            "The report ({place}) says “{text}”: the budget is large for last year's carry-over; "
            "yet {before} says “{other}”: {expected}.",
            "Look into the papers that adjusted the budget and give the same cause in both places; "
            "where there are two, say how much each came to.",
            "The reason for points lost must agree with what the report says of the budget.",
        ),
    ),
    warning(
        "N207",
        (
            "同一个完成率用了两种算法",
            "报告{place}写“{text}”，{name}{found}是按数量算的（{done}中的{planned}）；"
            "按金额算，{top}比{bottom}是{expected}{other}。",
            "请统一口径：按金额的写{expected}，按任务数的改称“任务完成率”，并各写明算法。",
            "同一个名称前后用两种算法，读的人无法比较，复核时也会被问到。",
        ),
        (
            "One name for two measures",
            "The report ({place}) says “{text}”: {name} {found} counts things ({planned} of "
            "{done}); by "
            "amount, {top} to {bottom} is {expected}{other}.",
            "Use one measure: by amount it is {expected}; what counts tasks should be called so, "
            "and both should say how they are reckoned.",
            "With one name for two measures nothing can be compared.",
        ),
    ),
    notice(
        "N208",
        (
            "报告没有写全各部分的得分",
            "报告{place}写了{listed}的得分，合计{found}，总分是{expected}；其余{rest}"
            "（满分{most}，得分率{rate}）没有写出来自“{left}”{satisfied}。",
            "请把{left}的得分也写上，使各部分之和等于总分。",
            "读报告的人会把写出的各部分相加；加不到总分，就看不出其余的分从哪里来。",
        ),
        (
            "The report does not give the scores of all sections",
            "The report ({place}) gives the scores of {listed}, {found} together, of a total of "
            "{expected}; the other {rest} (of {most}, {rate}) are not said to come from "
            "{left}{satisfied}.",
            "Give the scores of {left} too, so that the sections add up to the total.",
            "Readers add up the sections that they are given.",
        ),
    ),
    warning(
        "N209",
        (
            "报告中的增减与前后两个数不符",
            "报告{place}写“{text}”，{found}；由{before}到{after}，应是{way}{expected}。",
            "请核对变化前、变化后的数和增减幅度，改正写错的一处；与别的数比较的，请写明与哪个数比。",
            "增减幅度按（变化后－变化前）÷变化前计算，与所写的数按所写的位数比较；没有写明前后两个数的不比较。",
        ),
        (
            "A change in the report does not fit its two figures",
            "The report ({place}) says “{text}”: {found}; from {before} to {after} is {way} "
            "{expected}.",
            "Check the figure before, the one after and the change, and mend whichever is wrong; "
            "where it is compared with something else, say with what.",
            "A change is (after - before) / before, compared at the digits written; where the two "
            "figures are not given it is not.",
        ),
    ),
    warning(
        "N301",
        (
            "报告缺少必需的部分",
            "报告里没有找到这些部分的标题：{listed}（依据：{clause}）。",
            "请对照通知所附的提纲补上；已经写了但标题不同的，请按提纲改标题。",
            "报告按通知规定的提纲编写，各部分以“一、”“二、”这样的标题为准。提纲登记在指标体系里。",
        ),
        (
            "Required sections are missing from the report",
            "No heading of these sections was found in the report: {listed} (by {clause}).",
            "Add them after the outline of the notice; if they are there under other headings, use "
            "those of the outline.",
            "A report follows the outline of its notice; its sections are found by headings such "
            "as 一、 and 二、. The outline is kept in the rulebook.",
        ),
    ),
    warning(
        "N302",
        (
            "报告有一部分只有标题",
            "报告{place}的“{name}”只有标题，或者内容待补充。",
            "请写上这一部分的内容。",
            "标题下面没有文字，或者只有“待补充”“××”一类的占位。",
        ),
        (
            "A section of the report is empty",
            "“{name}” ({place}) of the report has a heading only, or a placeholder.",
            "Write what belongs there.",
            "Below the heading there is no text, or only a placeholder.",
        ),
    ),
    warning(
        "N303",
        (
            "扣了分，报告却说没有问题",
            "报告{place}“存在的问题”写的是“{said}”，评分表上却扣了{lost}分：{listed}。",
            "请在“存在的问题”里写明这些指标为什么扣分，并在整改措施里写明怎么办。",
            "评分表扣了分的地方就是问题所在，报告要与评分表一致。",
        ),
        (
            "Points lost, yet the report names no problem",
            "Under problems the report ({place}) says “{said}”, while the sheet lost {lost} "
            "points: {listed}.",
            "Say in the report why these rows lost points and what will be done.",
            "Where the sheet loses points there is a problem; report and sheet must agree.",
        ),
    ),
    warning(
        "N401",
        (
            "报告有段落与别的单位相同",
            "报告{place}起有{count}段、约{length}字与“{other}”的报告（{there}起）几乎一样。",
            "请核对是谁抄了谁；照搬的段落请按本单位实际情况重写。",
            "比较时去掉了单位名称、地名和数字；许多单位都有的文字（通知原文、模板）不算。",
        ),
        (
            "Passages shared with another department's report",
            "{count} passages of the report, about {length} characters from {place} on, are nearly "
            "those of the report of “{other}” (from {there} on).",
            "Find out who copied from whom; passages taken over should be written anew.",
            "Names, places and digits are left out of the comparison; what many reports share (the "
            "notice, a template) counts for none.",
        ),
    ),
    warning(
        "N402",
        (
            "报告与上年的几乎一样",
            "报告的{of}个段落里有{same}个与本单位上年的报告几乎一样。",
            "请核对是不是误交了上年的报告；沿用的段落请按本年情况改写。",
            "长的段落去掉年份和数字比较；报告短的，连数字一起比较，只去掉年份。"
            "职责等不变的内容可以沿用，通篇不变则不是本年的报告。",
        ),
        (
            "The report is nearly last year's",
            "{same} of {of} passages of the report are nearly those of last year's.",
            "See whether last year's report was handed in by mistake; rewrite what was taken over.",
            "Long passages are compared without years and digits, those of a short report with "
            "their digits. Duties may stay the same; where all does, it is not this year's report.",
        ),
    ),
)
