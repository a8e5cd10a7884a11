"""Codes S: Structure (where the scoresheet is, which rows and columns it has)."""

from __future__ import annotations

from jixiao.finding.bilingual import Bilingual
from jixiao.finding.catalogue.entry import warning
from jixiao.finding.registry import CodeEntry
from jixiao.finding.value import Severity

ENTRIES: tuple[CodeEntry, ...] = (
    CodeEntry(
        "S001",
        Severity.ERROR,
        Bilingual("没有找到评分表", "No scoresheet found"),
        Bilingual(
            "这个工作簿里没有评分表。已查看的工作表：{sheets}。",
            "This workbook holds no scoresheet. Sheets looked at: {sheets}.",
        ),
        Bilingual(
            "请确认报送的文件是否正确；评分表应有指标名称、分值和自评得分各列。",
            "Check that this is the right file; a scoresheet has columns for the indicator, its "
            "weight and the self-score.",
        ),
        Bilingual(
            "程序逐个工作表寻找表头（指标、分值、得分等）以及指标体系中的指标名称，都没有找到。"
            "常见原因是报错了文件，或者评分表以图片形式粘贴在表里。请改报评分表所在的工作簿。",
            "Each sheet was searched for a header (indicator, weight, score …) and for the names "
            "of the indicators; neither "
            "was found. Usually the wrong file was handed in, or the scoresheet was pasted as a "
            "picture. Hand in the workbook "
            "that holds the scoresheet as cells.",
        ),
    ),
    CodeEntry(
        "S002",
        Severity.ERROR,
        Bilingual("有几张工作表都像评分表", "Several sheets look like the scoresheet"),
        Bilingual(
            "这些工作表都像评分表：{sheets}，无法确定以哪一张为准。",
            "These sheets all look like the scoresheet: {sheets}. Which one counts cannot be told.",
        ),
        Bilingual(
            "请只保留正式报送的一张，删除或隐藏其余各张后重新报送。",
            "Keep the one that counts, delete or hide the others, and hand the workbook in again.",
        ),
        Bilingual(
            "一个工作簿里有两张以上填了数的评分表时，程序不替单位选择。隐藏的和没有填数的评分表不"
            "算在内。"
            "请删除多余的评分表；确需保留的，请把它隐藏。",
            "Where a workbook holds two or more filled scoresheets, none is chosen for the "
            "department. Hidden and unfilled "
            "ones do not count. Delete the surplus sheet, or hide it where it must be kept.",
        ),
    ),
    CodeEntry(
        "S003",
        Severity.ERROR,
        Bilingual(
            "无法确定是哪个指标体系的评分表", "Which rulebook the sheet follows cannot be told"
        ),
        Bilingual(
            "这张评分表同时符合几个指标体系：{rulebooks}。",
            "This scoresheet fits several rulebooks equally well: {rulebooks}.",
        ),
        Bilingual("请用 --rulebook 指明所用的指标体系。", "Name the rulebook with --rulebook."),
        Bilingual(
            "几个指标体系的指标名称和分值与表中的同样吻合，程序不猜。请用 --rulebook 加指标体系编"
            "号重新检查；"
            "可用的编号见 jixiao rulebook list。",
            "The names and weights in the sheet fit several rulebooks equally well, and none is "
            "guessed. Check again with "
            "--rulebook and an id; jixiao rulebook list shows the ids.",
        ),
    ),
    CodeEntry(
        "S004",
        Severity.ERROR,
        Bilingual("没有读出评分表的各栏", "The columns of the scoresheet were not recognised"),
        Bilingual(
            "工作表“{found}”像一张评分表，但没有读出指标、分值、得分或资金各栏，无法核对。",
            "Sheet “{found}” looks like a scoresheet, but no columns for indicators, weights, "
            "scores or funds were recognised, so nothing could be checked.",
        ),
        Bilingual(
            "请核对表头是否完整：指标名称、分值、自评得分或指标值、完成值各栏要写明。",
            "See that the header is complete and names the columns: indicator, weight, self-score, "
            "or target and what was reached.",
        ),
        Bilingual(
            "没有对应的指标体系时，程序按表内自身的分值、金额和评分标准核对；这张表连这些栏目也没有"
            "认出来。知道它属于哪一个指标体系的，可以用 --rulebook 指明。",
            "Where no rulebook fits, a sheet is checked by its own points, amounts and standards; "
            "here not even those columns were recognised. If its rulebook is known, name it with "
            "--rulebook.",
        ),
    ),
    CodeEntry(
        "S005",
        Severity.WARNING,
        Bilingual("评分表是隐藏的工作表", "The scoresheet is a hidden sheet"),
        Bilingual(
            "评分表在隐藏的工作表“{found}”中。", "The scoresheet is on the hidden sheet “{found}”."
        ),
        Bilingual("请取消隐藏后再报送。", "Unhide it before handing the workbook in."),
        Bilingual(
            "工作簿里看得见的工作表都不是评分表，只在隐藏的工作表里找到了它，检查以该表为准。"
            "在工作表标签上点右键，选“取消隐藏”。",
            "None of the visible sheets is a scoresheet; a hidden one is, and it was checked. "
            "Right-click a sheet tab and "
            "choose Unhide.",
        ),
    ),
    CodeEntry(
        "S006",
        Severity.ERROR,
        Bilingual("一张工作表里有几份评分表", "Several scoresheets in one sheet"),
        Bilingual(
            "同一张工作表里有不止一份评分表（表头在{rows}），无法确定以哪一份为准。",
            "One sheet holds more than one scoresheet (headers: {rows}). Which one counts cannot "
            "be told.",
        ),
        Bilingual("请每个工作簿只放一份评分表。", "Put only one scoresheet into a workbook."),
        Bilingual(
            "同一批指标在一张工作表里出现了两遍，通常是几个单位的评分表上下拼在一起。请按单位分开"
            "报送。",
            "The same indicators stand twice in one sheet, usually because the scoresheets of "
            "several units were put below "
            "one another. Hand them in one workbook each.",
        ),
    ),
    CodeEntry(
        "S007",
        Severity.ERROR,
        Bilingual("不是该指标体系的评分表", "A scoresheet of another rulebook"),
        Bilingual(
            "要求按“{asked}”检查，但这张表更像“{name}”（{found}）的评分表。",
            "A check against “{asked}” was asked for, but this sheet looks like one of “{name}” ("
            "{found}).",
        ),
        Bilingual(
            "请改用该指标体系的空白表填报；若 --rulebook 写错，请更正后重新检查。",
            "Fill in the blank form of the rulebook asked for; if --rulebook was wrong, correct "
            "it and check again.",
        ),
        Bilingual(
            "表中的指标名称、分值与另一个指标体系明显更吻合。可能是单位用错了空白表，也可能是检查"
            "时指标体系写错了。"
            "程序仍按所要求的体系列出了能对上的指标。",
            "Names and weights in the sheet fit another rulebook clearly better. Either the "
            "department used the wrong form or "
            "the wrong rulebook was named. The rows that do match are still reported.",
        ),
    ),
    CodeEntry(
        "S008",
        Severity.ERROR,
        Bilingual("与所要求的指标体系相差较大", "Far from the rulebook asked for"),
        Bilingual(
            "这张表与“{asked}”只有一部分相符（{found}）。",
            "This sheet fits “{asked}” only in part ({found}).",
        ),
        Bilingual(
            "请核对是否用了正确的空白表，缺少的指标见下列各条。",
            "Check that the right form was used; the missing indicators are listed below.",
        ),
        Bilingual(
            "能对上的指标和分值不到一半。可能用错了空白表，也可能大量指标被删除或改名。",
            "Less than half of the indicators and weights match. The wrong form may have been used"
            ", or many rows were deleted "
            "or renamed.",
        ),
    ),
    CodeEntry(
        "S101",
        Severity.ERROR,
        Bilingual("缺少指标", "An indicator is missing"),
        Bilingual(
            "评分表中没有指标“{path}”（{weight}分）。",
            "The sheet has no row for “{path}” ({weight} points).",
        ),
        Bilingual(
            "请按空白表补上这一行并填写自评得分。",
            "Put the row back as in the blank form and fill in the self-score.",
        ),
        Bilingual(
            "指标体系规定的这一行在表中找不到：可能被删除、被改名，或者名称并入了别的单元格。"
            "不适用的指标也不要删除，请保留该行并在扣分原因中说明。",
            "A row that the rulebook prescribes is not in the sheet: deleted, renamed, or its "
            "name merged into another cell. "
            "Keep rows that do not apply and say so in the reason column.",
        ),
    ),
    CodeEntry(
        "S102",
        Severity.ERROR,
        Bilingual("同一指标出现了几行", "An indicator stands in several rows"),
        Bilingual(
            "指标“{name}”出现在{found}，无法确定以哪一行为准。",
            "Indicator “{name}” stands at {found}; which row counts cannot be told.",
        ),
        Bilingual("请只保留一行。", "Keep one row."),
        Bilingual(
            "同一指标填了两行以上，程序不替单位选择，该指标按未找到处理。请删除多余的行；"
            "需要分列明细的，请在名称前写“其中：”。",
            "The same indicator was filled in more than once. None of the rows is chosen and the "
            "indicator counts as not "
            "found. Delete the surplus row; a row that gives a part of another should begin with "
            "其中：.",
        ),
    ),
    CodeEntry(
        "S103",
        Severity.ERROR,
        Bilingual("分不清是哪个指标", "Which indicator a row means cannot be told"),
        Bilingual(
            "这一行可能是：{name}。表中没有能分清它们的一级、二级指标。",
            "This row may be any of: {name}. The section names that would tell them apart are "
            "missing.",
        ),
        Bilingual("请填上这一行所属的一级、二级指标。", "Fill in the section names of the row."),
        Bilingual(
            "有的指标名称在指标体系中出现不止一次（如“管理制度健全性”），靠二级指标区分。表中缺少"
            "二级指标，"
            "或者几行写在了同一个二级指标下，程序不猜。",
            "Some names occur more than once in a rulebook (管理制度健全性, for one) and are told "
            "apart by their section. Where "
            "the section is missing, or several such rows stand under one section, none is "
            "guessed.",
        ),
    ),
    CodeEntry(
        "S104",
        Severity.NOTICE,
        Bilingual("指标体系中没有的指标", "A row that the rulebook does not have"),
        Bilingual(
            "“{found}”不是该指标体系的指标，未予检查。",
            "“{found}” is no indicator of this rulebook and was not checked.",
        ),
        Bilingual(
            "若是自行增加的行，请删除或并入相应指标；若是改了名，请恢复原名。",
            "Delete an added row or merge it into an indicator; restore a changed name.",
        ),
        Bilingual(
            "这一行有名称和分值，但与指标体系的任何指标都对不上。它不计入复算的合计。",
            "The row has a name and points but matches no indicator of the rulebook. It does not "
            "enter the computed total.",
        ),
    ),
    CodeEntry(
        "S105",
        Severity.WARNING,
        Bilingual("分值与指标体系不符", "The weight differs from the rulebook"),
        Bilingual(
            "“{name}”的分值写成{found}分，指标体系规定{expected}分。",
            "“{name}” shows a weight of {found} points; the rulebook says {expected}.",
        ),
        Bilingual("请改回{expected}分。", "Change it back to {expected}."),
        Bilingual(
            "分值由指标体系规定，填报时不得改动。复算按指标体系的分值进行。",
            "Weights are set by the rulebook and must not be changed when filling in. Scores are "
            "recomputed with the "
            "rulebook's weight.",
        ),
    ),
    CodeEntry(
        "S106",
        Severity.NOTICE,
        Bilingual("指标名称有出入", "An indicator's name was changed"),
        Bilingual("“{found}”按指标“{expected}”检查。", "“{found}” was checked as “{expected}”."),
        Bilingual("请核对并恢复原名。", "Check it and restore the name."),
        Bilingual(
            "名称与指标体系略有不同，但所属部分和分值相符，且没有别的指标可与之混淆，因此按该指标"
            "检查。",
            "The name differs slightly from the rulebook's, section or weight agree and no other "
            "indicator comes near, so the "
            "row was checked as that indicator.",
        ),
    ),
    CodeEntry(
        "S110",
        Severity.ERROR,
        Bilingual("没有自评得分列", "No self-score column"),
        Bilingual(
            "表头中没有自评得分列{columns}。",
            "The header has no column for the self-score{columns}.",
        ),
        Bilingual(
            "请把自评得分列的表头写成“自评得分”；列已删除的，恢复后填写。",
            "Head the self-score column 自评得分; where it was deleted, restore it and fill it in.",
        ),
        Bilingual(
            "没有一列的表头像自评得分。列可能被删除，或者表头被清空、改成了别的说法。"
            "程序列出填有数字而表头认不出的列，但不替单位认定。",
            "No column is headed like the self-score. It may have been deleted, or its header "
            "cleared or reworded. Columns of numbers under unknown headers are listed, none of "
            "them is taken.",
        ),
    ),
    CodeEntry(
        "S111",
        Severity.ERROR,
        Bilingual("有几列都像自评得分", "Several columns look like the self-score"),
        Bilingual(
            "第{found}列的表头都像自评得分，无法确定以哪一列为准。",
            "Columns {found} all look like the self-score; which one counts cannot be told.",
        ),
        Bilingual(
            "请把自评得分列的表头写成“自评得分”，其余各列写明含义。",
            "Head the self-score column 自评得分 and say what the others are.",
        ),
        Bilingual(
            "几列的表头都是“得分”之类，内容也分不清。程序不猜，自评得分按未找到处理。",
            "Several columns are headed “score” and their contents do not tell them apart. None "
            "is guessed; the self-scores "
            "count as not found.",
        ),
    ),
    CodeEntry(
        "S112",
        Severity.NOTICE,
        Bilingual("表头与内容不符", "A header that its column belies"),
        Bilingual(
            "“{found}”列按内容而不是按表头认定。",
            "Column “{found}” was understood by its contents, not by its header.",
        ),
        Bilingual("请更正表头。", "Correct the header."),
        Bilingual(
            "例如分值列的表头写成了“得分”：列中的数正好是指标体系规定的分值，因此按分值列处理。",
            "For example the column of weights is headed 得分: its numbers are exactly the "
            "rulebook's weights, so it was taken "
            "for the weights.",
        ),
    ),
    CodeEntry(
        "S113",
        Severity.WARNING,
        Bilingual("表格太大，只看了前面的部分", "The sheet is too large to look at all of it"),
        Bilingual(
            "这张表太大，只看了有内容的前{rows}行、前{columns}列。",
            "The sheet is very large; only the first {rows} rows with contents and the first "
            "{columns} columns were looked at.",
        ),
        Bilingual(
            "请删除评分表以外多余的行和列后重新报送。",
            "Delete the rows and columns that do not belong to the scoresheet.",
        ),
        Bilingual(
            "评分表一般不到两百行。表格下方或右方常有误填、误粘的内容，其中没有看到的部分不参与"
            "检查。",
            "A scoresheet has fewer than two hundred rows. What lies beyond was not looked at; it "
            "is mostly filled or pasted there by mistake.",
        ),
    ),
    CodeEntry(
        "S124",
        Severity.WARNING,
        Bilingual("分值与用同一张表的其他单位不同", "A weight unlike that of the other returns"),
        Bilingual(
            "“{name}”的分值写成{found}分，用这张表的其他单位写的是{expected}分。",
            "“{name}” has a weight of {found} points; the other returns of this form say"
            " {expected}.",
        ),
        Bilingual(
            "请与下发的表核对：改动过的，恢复原来的分值；下发给本单位的就是这样的，不用改，说明即可。",
            "Compare it with the form as it was issued: restore a weight that was changed; where"
            " yours was issued so, leave it and say so.",
        ),
        Bilingual(
            "这张表没有对应的指标体系。同一个文件夹里用同一张表的报送放在一起比，分值以多数单位写的为准，"
            "复算也按它进行。",
            "No rulebook is known for this form. Returns of the same form in a folder are held"
            " against each other; what most of them say is taken, for recomputing too.",
        ),
    ),
    CodeEntry(
        "S125",
        Severity.WARNING,
        Bilingual(
            "评分标准与用同一张表的其他单位不同", "A standard unlike that of the other returns"
        ),
        Bilingual(
            "“{name}”的评分标准是“{found}”，用这张表的其他单位写的是“{expected}”。",
            "The standard of “{name}” is “{found}”; the other returns of this form say"
            " “{expected}”.",
        ),
        Bilingual(
            "请与下发的表核对：改动过的，恢复原文；下发给本单位的就是这样的，不用改，说明即可。",
            "Compare it with the form as it was issued: restore words that were changed; where"
            " yours were issued so, leave them and say so.",
        ),
        Bilingual(
            "这张表没有对应的指标体系。同一个文件夹里用同一张表的报送放在一起比，评分标准以多数单位写的为准。",
            "No rulebook is known for this form. Returns of the same form in a folder are held"
            " against each other; what most of them say is taken.",
        ),
    ),
    CodeEntry(
        "S140",
        Severity.WARNING,
        Bilingual("基础数据项出现了几处", "A basic figure stands in several places"),
        Bilingual(
            "基础数据“{label}”出现在{found}，无法确定以哪一处为准。",
            "The figure “{label}” stands at {found}; which one counts cannot be told.",
        ),
        Bilingual(
            "请只保留一处；并列几栏的，把本年的一栏写成“数值”。",
            "Keep one of them; where columns stand side by side, head that of this year 数值.",
        ),
        Bilingual(
            "同一项基础数据在几处出现，或者同一行有几栏数而表头看不出用哪一栏，程序不替单位选择，"
            "该项按未填处理。",
            "A basic figure stands in several places, or its row has several columns of figures "
            "and no header says which. None is chosen and the figure counts as not filled in.",
        ),
    ),
    warning(
        "S120",
        (
            "只核对了表中一部分分值",
            "已核对{known} / {total}分：读出的各行分值合计{known}分，还有{lacking}分{why}。",
            "请核对是否漏了某一部分或某几行；确实不设的，请把分值分到其余各行，使合计为{total}分。",
            "表中读出的行只占全部分值的一部分，其余的没有核对，因此不能说可以报送。常见原因是整个"
            "部分没有填写、行被删除，或者分值写在程序没有读出的位置。",
        ),
        (
            "Only part of the points was checked",
            "{known} / {total} points were checked: the rows that were read weigh {known}; of the "
            "other {lacking} {why}.",
            "See whether a section or some rows are missing; where there are none, share the "
            "points out among the other rows so that they come to {total}.",
            "The rows that were read carry only part of all points, so the sheet cannot be called "
            "ready. Usually a section was left out, rows were deleted, or points stand where they "
            "were not found.",
        ),
    ),
    warning(
        "S121",
        (
            "这张表没有自评得分",
            "这张表没有自评得分一栏，没有可以核对的得分；已核对：{parts}。",
            "表式本来不设得分的，不必修改；应有得分的，请补上得分一栏。",
            "有的表式只填资金、指标值和完成值，不打分。程序核对其中能核对的：资金的合计和执行率，"
            "指标值与完成值，没有完成的是否写了原因。",
        ),
        (
            "The form has no self-scores",
            "The form has no column of self-scores, so there is none to check; checked: {parts}.",
            "If the form asks for no scores, nothing needs to be done; else add the column.",
            "Some forms give only funds, targets and what was reached. What can be checked in them "
            "is: sums and rates of the funds, targets against what was reached, reasons for what "
            "was not.",
        ),
    ),
    warning(
        "S122",
        (
            "只按所填的比率核对",
            "“{name}”没有读出{labels}，只按所填的{found}核对了得分，这个比率本身没有核对。",
            "请在表中填写{labels}；已填写的，请核对行和列的名称。",
            "比率应由金额算出。表中有比率而没有读到金额时，只能按所填的比率算得分。",
        ),
        (
            "Checked by the rate given only",
            "“{name}”: {labels} was not read; the score was checked by the rate given, {found}, "
            "and the rate itself was not.",
            "Enter {labels} in the sheet; where they are there, mend the labels of row and column.",
            "A rate follows from amounts. Where they were not found the score can only be held "
            "against the rate as typed.",
        ),
    ),
    warning(
        "S123",
        (
            "指标体系是按不多的几项认定的",
            "按“{name}”核对，但表中只有一部分与它相符（{found}）。",
            "请确认这张表是否按“{name}”填报；不是的，请用 --rulebook 指明，或者告知财政部门。",
            "表上没有标明指标体系，程序按表内的指标和分值认定，而相符的不多。认错指标体系时，逐行的"
            "结论都不可靠，因此只提请核对。",
        ),
        (
            "The rulebook rests on little evidence",
            "The sheet was checked by “{name}”, which it fits only in part ({found}).",
            "Make sure that the sheet follows “{name}”; else name its rulebook with --rulebook.",
            "Nothing in the sheet names its rulebook; it was told by labels and weights, of which "
            "few agree. By the wrong rulebook what is said of each row would be worthless.",
        ),
    ),
)
