"""Codes T: Totals and grade."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import error, notice, warning
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    error(
        "T101",
        (
            "小计与各项得分之和不符",
            "“{name}”小计填{found}分，所属各项自评得分之和为{expected}分，{direction}{gap}"
            "分{arithmetic}。",
            "请把小计改为{expected}，或改正有误的自评得分。",
            "小计与下一级所填的得分相比较：下级有小计的用小计，没有的用各行，都按表里所填的算。"
            "某一行自评得分与复算不一致，不会使小计也报错；小计与所填的得分加不到一起才报。小计"
            "下发时是公式的，不是改数，而是按提示放回公式；公式还在的，改好各行后会自动更新。",
        ),
        (
            "A section sum is not the sum of its rows",
            "The sum of “{name}” is given as {found}, its rows add up to {expected}, {gap} "
            "{direction}{arithmetic}.",
            "Set the sum to {expected}, or mend the row that is wrong.",
            "A sum is compared with what is claimed one level below: sums where there are "
            "sums, rows elsewhere, all as they are typed. A row that differs from its computed "
            "score does not make the sum wrong as well; only a sum that does not add up is "
            "named. Where the sum was issued as a formula, the formula is put back, no number is "
            "typed; a formula that is still there follows the rows.",
        ),
    ),
    error(
        "T102",
        (
            "合计与各部分得分之和不符",
            "合计填{found}分，各部分之和为{expected}分，{direction}{gap}分{arithmetic}。",
            "请把合计改为{expected}，并核对档次。",
            "合计与所填的各部分小计相比较，没有小计的与各行相比较。“其中”行不重复计算，合并"
            "单元格的得分只计一次。",
        ),
        (
            "The total is not the sum of its parts",
            "The total is given as {found}, its parts add up to {expected}, {gap} "
            "{direction}{arithmetic}.",
            "Set the total to {expected} and look at the grade again.",
            "The total is compared with the section sums as given, or with the rows where "
            "there are none. Of-which rows are not counted twice, a merged score counts "
            "once.",
        ),
    ),
    error(
        "T103",
        (
            "档次与自评总分不符",
            "自评总分{total}分，档次应为“{expected}”，填的是“{found}”（{bounds}）。",
            "请把档次改为“{expected}”。",
            "档次按指标体系规定的分数线确定，分数线含本数。",
        ),
        (
            "The grade does not fit the total",
            "A total of {total} makes grade {expected}, given is {found} ({bounds}).",
            "Change the grade to {expected}.",
            "The grade follows from the bounds of the rulebook, each bound included.",
        ),
    ),
    error(
        "T104",
        (
            "按复算总分，档次不同",
            "复算总分{total}分，档次为“{expected}”，自评档次为“{found}”（{bounds}）。",
            "请先改正得分有误的指标，再按改正后的总分填写档次。",
            "自评档次与自评总分相符，但有的自评得分与复算不一致，或者小计、合计加错了，改正后总分"
            "落入另一档次。各行、小计、合计都对的，不报本条。是由别处引起的，列在起因下面，不用"
            "另改。",
        ),
        (
            "By the computed total the grade is another",
            "The computed total of {total} makes grade {expected}, claimed is {found} ({bounds}).",
            "Mend the scores that differ first, then enter the grade of the mended total.",
            "The grade fits the total as claimed, but some scores differ from the computed ones, "
            "or a sum was added up wrong, and once that is mended the total falls into another "
            "grade. It is never said where rows, sums and total are right. Where it comes of "
            "something else it is listed below that and needs no mending of its own.",
        ),
    ),
    error(
        "T105",
        (
            "合计超过满分",
            "合计填{found}分，满分只有{most}分。",
            "请核对各项得分和小计。",
            "合计按各行加起来没有错，也没有哪一行超过自己的分值，总数却超过了满分：多半是有的行"
            "不该计分（“其中”行、重复的行），或者各行分值加起来本来就超过满分。小计不报本条；设有"
            "加分项的指标体系也不报。",
        ),
        (
            "The total is above its maximum",
            "The total is {found}, its maximum is {most}.",
            "Check the rows and the sum.",
            "The total adds up and no row is above its weight, yet the whole is above the "
            "maximum: rows are scored that should not be (of-which rows, a row entered twice), or "
            "the weights of the rows come to more than the maximum. It is said of the total "
            "alone, and not where a rulebook gives bonus points.",
        ),
    ),
    warning(
        "T106",
        (
            "没有填写合计",
            "合计没有填写，各项得分之和为{expected}分。",
            "请填写合计。",
            "评分表要有合计，档次据此确定。",
        ),
        (
            "The total is missing",
            "The total is blank; the rows add to {expected}.",
            "Enter the total.",
            "The grade rests on the total, so the sheet needs one.",
        ),
    ),
    notice(
        "T107",
        (
            "没有填写档次",
            "档次没有填写，按自评总分应为“{expected}”。",
            "请填写档次。",
            "档次按自评总分和分数线填写。",
        ),
        (
            "The grade is missing",
            "The grade is blank; the total makes {expected}.",
            "Enter the grade.",
            "The grade follows from the total and the bounds.",
        ),
    ),
    notice(
        "T108",
        (
            "指标不齐，没有核对合计",
            "{why}，因此没有核对合计和档次。",
            "请补齐缺少的指标或分值。",
            "表中只有一部分指标时，合计与看得到的各行之和本来就会不同，不能据此说合计有误。",
        ),
        (
            "Rows are missing, the total was not checked",
            "The total and the grade were not checked: {why}.",
            "Add the rows or weights that are missing.",
            "Where only part of the rows is there, the total differs from their sum "
            "anyway, so nothing can be said of it.",
        ),
    ),
    notice(
        "T109",
        (
            "档次读不出来",
            "档次一格读出来是{found}，不是档次：这种格式的文件往往不保存公式算出的文字，没有核对档次。",
            "请在 WPS 或 Excel 里打开，另存为 .xlsx 后再核对；打开后档次显示正常的，不用改。",
            "旧格式（.xls、.et）的文件里，公式算出的文字有时只存成0。程序看不到表里显示的是什么，所以"
            "不说它对，也不说它错。",
        ),
        (
            "The grade cannot be read",
            "The cell of the grade reads {found}, which is no grade: files of this format often do "
            "not keep a text that a formula gave. The grade was not checked.",
            "Open the file in Excel or WPS, save it as .xlsx and check that; where the grade shows "
            "as it should, leave it.",
            "In old formats (.xls, .et) a text that a formula gave is sometimes stored as 0. What "
            "the sheet shows cannot be seen, so the grade is called neither right nor wrong.",
        ),
    ),
    error(
        "T110",
        (
            "没有填写小计，合计因此少计",
            "“{name}”小计没有填写，所属各项自评得分之和为{expected}分，合计正好少了这些分。",
            "请填写小计{expected}；其他小计是公式的，照样填公式。合计是公式的，不用改。",
            "合计由各部分小计相加。某一小计空着，合计就少这一部分；补上小计，合计即对。",
        ),
        (
            "A section sum is blank, so the total is too small",
            "The sum of “{name}” is blank; its rows add up to {expected}, just what the total "
            "lacks.",
            "Enter {expected}, or a formula like those of the other sums. A total that is a "
            "formula stays as it is.",
            "The total adds up the section sums. Where one is blank the total lacks that part; "
            "once it is there the total is right.",
        ),
    ),
)
