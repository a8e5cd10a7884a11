"""Codes X100 to X299: what was changed in the workbook since it was issued."""

from __future__ import annotations

from jixiao.finding.catalogue.entry import notice, warning
from jixiao.finding.registry import CodeEntry

CHANGES: tuple[CodeEntry, ...] = (
    warning(
        "X101",
        (
            "空白表的公式被改成了数值",
            "“{name}”下发时是公式，现在是{what}{found}。",
            "请恢复公式：{formula}。单元格锁定的，先在“审阅”中点“撤销工作表保护”（没有密码），"
            "粘贴公式后再保护。",
            "空白表中的比率、测算得分和合计由公式自动计算。改成数值后，数据再变动也不会更新"
            "，容易与基础数据脱节。复算不受影响，仍按基础数据进行。",
        ),
        (
            "A formula of the template was replaced by a value",
            "“{name}” was issued as a formula and is now {what} {found}.",
            "Restore the formula: {formula}. Where the cell is locked, lift the protection of "
            "the sheet first (Review, Unprotect Sheet; there is no password).",
            "Rates, suggested scores and sums of the form are formulas. As values they no "
            "longer follow the figures. Recomputing does not rely on them.",
        ),
    ),
    warning(
        "X102",
        (
            "空白表的公式被改动",
            "“{name}”的公式与下发时不同，现为 {found}。",
            "请恢复原公式：{formula}。单元格锁定的，先在“审阅”中点“撤销工作表保护”（没有密码）"
            "；对公式有疑问的，请向下发单位反映。",
            "与下发时的公式比较，行的移动不算改动。公式改动后，测算结果可能与评分标准不一致。",
        ),
        (
            "A formula of the template was altered",
            "The formula of “{name}” is not the one issued: {found}.",
            "Restore the formula: {formula}. Where the cell is locked, lift the protection of "
            "the sheet first (Review, Unprotect Sheet; there is no password). Tell the issuing "
            "office if it seems wrong.",
            "Compared with the formulas as issued; moved rows do not count. An altered "
            "formula may no longer follow the rule.",
        ),
    ),
    notice(
        "X103",
        (
            "测算得分不是最新结果",
            "“{name}”的测算得分存为{found}分，按现有数据应为{expected}分。",
            "请在表格软件中重新计算（按F9）后保存。",
            "单元格里保存的是上次计算的结果。关闭了自动计算，或用其他软件改过数据，就会与现"
            "有数据不符。",
        ),
        (
            "A suggested score is out of date",
            "The suggested score of “{name}” is stored as {found}; the figures give {expected}.",
            "Let the spreadsheet recalculate (F9) and save again.",
            "A cell keeps the result of its last calculation. With automatic calculation "
            "off, or after another program changed the figures, it is out of date.",
        ),
    ),
    warning(
        "X104",
        (
            "评分标准的文字被改动",
            "“{name}”的评分标准与下发的空白表不同，现为“{found}”。",
            "{back}对标准有意见的，请向下发单位反映。",
            "评分标准由下发单位规定，填报单位不能改。检查一律按指标体系的评分标准进行，不看表"
            "中改动后的文字。",
        ),
        (
            "The words of a scoring standard were altered",
            "The standard of “{name}” is not the one issued; it now reads “{found}”.",
            "{back} Tell the issuing office if it seems wrong.",
            "Standards are the issuing office's. Scores are recomputed by the rulebook, "
            "whatever the altered cell says.",
        ),
    ),
    notice(
        "X105",
        (
            "数据取自其他工作簿",
            "“{name}”的公式引用了其他工作簿：{found}。",
            "请改为直接填写数值。",
            "报送后对方打不开所引用的工作簿，数据无法核对，也可能显示为错误。",
        ),
        (
            "A figure comes from another workbook",
            "“{name}” refers to another workbook: {found}.",
            "Type the value instead.",
            "Whoever receives the workbook cannot open the other one, so the figure cannot "
            "be followed and may turn into an error.",
        ),
    ),
    warning(
        "X106",
        (
            "空白表的公式全部变成了数值",
            "表中一个公式也没有了，下发时的{found}处公式现在都是数值。",
            "请在下发的空白表里重新填报；不要整表复制后“粘贴为数值”，也不要用别的软件转存。",
            "整表粘贴为数值、由别的软件转存，都会丢掉公式。数据再变动，比率、测算得分和合计不"
            "会更新。复算不受影响，仍按基础数据进行。",
        ),
        (
            "All formulas of the template became values",
            "No formula is left in the sheet; the {found} formulas issued are now values.",
            "Fill in the blank form anew; do not paste the whole sheet as values or convert it.",
            "Pasting as values or converting with another program loses the formulas; rates, "
            "suggested scores and sums no longer follow. Recomputing does not rely on them.",
        ),
    ),
    warning(
        "X107",
        (
            "空白表的公式被删掉了",
            "“{name}”下发时是公式，现在是空的。",
            "请恢复公式：{formula}。单元格锁定的，先在“审阅”中点“撤销工作表保护”（没有密码），"
            "粘贴公式后再保护。",
            "空白表中的比率、测算得分和小计由公式自动计算。公式删掉后这一格空着，用到它的小计、合计和"
            "档次也会跟着出错，所以不用改合计，恢复公式即可。复算不受影响，仍按基础数据进行。",
        ),
        (
            "A formula of the template was deleted",
            "“{name}” was issued as a formula and is blank now.",
            "Restore the formula: {formula}. Where the cell is locked, lift the protection of "
            "the sheet first (Review, Unprotect Sheet; there is no password).",
            "Rates, suggested scores and sums of the form are formulas. Without them the cell is "
            "blank, and sums, total and grade that use it come out wrong as well: restore the "
            "formula and leave the total alone. Recomputing does not rely on them.",
        ),
    ),
)
