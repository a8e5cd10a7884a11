"""Texts of checking that fill slots of findings: causes, directions, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "checking.previous.same-file": (
        "它与今年的表是同一个文件",
        "it is the very file of this year",
    ),
    "checking.previous.year": (
        "今年的表是{now}年度的，它是{last}年度的，不是前一年",
        "this return is of {now} and that one of {last}, which is not the year before",
    ),
    "checking.previous.department": (
        "今年的表是“{now}”的，它是“{last}”的",
        "this return is of “{now}” and that one of “{last}”",
    ),
    "checking.previous.unusable": ("{file}：{text}", "{file}: {text}"),
    "checking.previous.none": (
        "上年的文件夹里没有这个单位的表",
        "the folder of last year holds none of this department",
    ),
    "checking.previous.several": (
        "上年的文件夹里这个单位的表不止一份",
        "the folder of last year holds several of this department",
    ),
    "checking.workings.target": ("指标值", "Target"),
    "checking.workings.adjusted-target": ("调整后指标值", "Adjusted target"),
    "checking.workings.coefficient": ("系数", "Coefficient"),
    "checking.workings.item-score": ("单项得分", "Item score"),
    "checking.workings.weight": ("分值", "Weight"),
    "checking.fixing.typed-over": (
        "这一格下发时是公式，后来被数值盖住，放回原公式",
        "The cell was issued as a formula and a value was typed over it; the formula is put back",
    ),
    "checking.fixing.blank": (
        "这一格下发时是公式，后来被清空，放回原公式",
        "The cell was issued as a formula and was cleared; the formula is put back",
    ),
    "checking.fixing.altered": (
        "这一格的公式与下发时不同，放回原公式",
        "The formula of the cell is not the one issued, which is put back",
    ),
    "checking.fixing.stale": (
        "公式没有变，存下的结果不是最新的，重新算出结果",
        "The formula is as issued; its stored result was out of date and is worked out again",
    ),
    "checking.fixing.text": (
        "数字以文本存放，表中公式不会计入，改为数字，大小不变",
        "A number stored as text, which formulas pass over; it becomes a number of the same size",
    ),
    "checking.fixing.tick": (
        "打勾、打叉表中公式认不出来，改为“是”“否”，意思不变",
        "The form's formulas do not know ticks and crosses; the answer is written as 是 or 否",
    ),
    "checking.passed-over.as-text": (
        "这一格的格式是“文本”，先改为“常规”，再填“{after}”，不带单位和千位逗号。",
        "The cell is formatted as text: set it to General, then type “{after}”, without a unit or "
        "a thousands mark.",
    ),
    "checking.passed-over.unit": (
        "按所写的单位，这个数与其他金额相差上千倍",
        "with the unit as written, it is a thousand times away from the other amounts",
    ),
    "checking.passed-over.which-unit": (
        "按所写的单位，这个数与其他金额相差上千倍，请核对单位：是{after}{unit}的，填“{after}”；"
        "确是{found}的，填“{other}”。不带单位和千位逗号。",
        "With the unit as written it is a thousand times away from the other amounts. See which "
        "is meant: for {after}{unit} type “{after}”, for {found} type “{other}”, without a unit "
        "or a thousands mark.",
    ),
    "checking.fixing.left-blank": (
        "公式要用的数据没有填全，放回公式后这一格就没有数了",
        "The figures that the formula needs are not all there; with it the cell would show nothing",
    ),
    "checking.fixing.left-formula": (
        "{cell}的公式会跟着变，它的结果这里算不准",
        "The formula of {cell} follows it, and its result cannot be worked out here",
    ),
    "checking.fixing.left-new": (
        "改后会出现新的问题（{code}），要由人来判断",
        "With it something else would no longer fit ({code}); a person must decide",
    ),
    "checking.fixing.format": (
        "只有 xlsx、xlsm 格式能自动修改，这个文件是 {format} 格式；请先在 WPS 或 Excel 里另存为 "
        "xlsx",
        "Only xlsx and xlsm files are mended, and this one is of the format {format}; save it as "
        "xlsx in WPS or Excel first",
    ),
    "checking.fixing.unchecked": (
        "文件没能核对，不能自动修改",
        "The file could not be checked, so nothing is mended",
    ),
    "checking.waivers.unreadable": (
        "豁免文件的写法不对，不能读取：{text}",
        "The waiver file is not well formed: {text}",
    ),
    "checking.waivers.unknown-table": (
        "豁免文件里只能有 [[waiver]]，不认识“{key}”。",
        "A waiver file holds tables [[waiver]] only; “{key}” is not known.",
    ),
    "checking.waivers.unknown-key": (
        "第{number}条豁免里不认识“{key}”；可以写 code、department、file、indicator、cell、"
        "reason、who、until。",
        "Waiver {number} has the unknown key “{key}”; there are code, department, file, "
        "indicator, cell, reason, who, until.",
    ),
    "checking.waivers.missing": (
        "第{number}条豁免没有写“{key}”；code、reason、who、until 都要写。",
        "Waiver {number} lacks “{key}”; code, reason, who and until are needed.",
    ),
    "checking.waivers.no-text": (
        "第{number}条豁免的“{key}”应是引号里的文字，不能空。",
        "“{key}” of waiver {number} must be text in quotation marks, not empty.",
    ),
    "checking.waivers.no-date": (
        "第{number}条豁免的“{key}”应是日期，不加引号，如 2026-12-31。",
        "“{key}” of waiver {number} must be a date without quotation marks, as 2026-12-31.",
    ),
    "checking.waivers.no-code": (
        "第{number}条豁免的代码“{key}”不存在；要写完整的代码，如 R101。",
        "There is no code “{key}” (waiver {number}); write a whole code, as R101.",
    ),
    "checking.waivers.unwritable": (
        "理由或姓名中有不能写入豁免文件的字符。",
        "Reason or name hold characters that a waiver file cannot.",
    ),
    "checking.suffix.claimed": ("·自评得分", " (self-score)"),
    "checking.suffix.rate": ("·实际值", " (actual)"),
    "checking.suffix.reviewed": ("·复核得分", " (reviewed score)"),
    "checking.suffix.weight": ("·分值", " (weight)"),
    "checking.covered.funds": ("资金", "the funds"),
    "checking.covered.no-row": ("没有对应的行", "there is no row"),
    "checking.covered.unweighed": ("所在的行没有写明分值", "the rows have no weights"),
    "checking.covered.targets": ("指标值与完成值", "targets and what was reached"),
    "checking.sum.unfound": (
        "指标体系中有{count}项指标未在表中找到",
        "{count} indicators are not in the sheet",
    ),
    "checking.score.reason": (
        "，并在扣分原因栏（{cell}）写明扣分的原因",
        " and say in the reason column ({cell}) why points were lost",
    ),
    "checking.score.no-reason": (
        "，并删去扣分原因栏（{cell}）里写的扣分",
        " and take the points lost out of the reason column ({cell})",
    ),
    "checking.score.within": (
        "先核对基础数据和实际值；数据无误的，自评得分应在{low}分至{high}分之间，按未经四舍五入的数"
        "算出后填写。小计、合计和档次是公式的会自动更新，不用改；不是公式的，相应修改。",
        "Check the figures first; if they are right, the self-score lies between {low} and {high}: "
        "work it out from the figures before rounding. Sums and grade that are formulas follow by "
        "themselves; mend those that are not.",
    ),
    "checking.sum.once-whole": (
        "这里不用改：补齐缺少的指标后再核对即可。",
        "Nothing to do here: put the missing rows back and check again.",
    ),
    "checking.sum.unweighed": ("有指标未填分值", "rows without a weight"),
    "checking.sum.too-many": ("多", "too many"),
    "checking.sum.too-few": ("少", "too few"),
    "checking.score.too-many": ("多计", "too many"),
    "checking.score.too-few": ("少计", "too few"),
    "checking.basis.standard": ("表内的评分标准", "the standard in the sheet"),
    "checking.basis.inputs": ("基础数据", "the basic figures"),
    "checking.basis.rate": ("填报的比率", "the rate given"),
    "checking.basis.target": ("指标值和实际值", "target and actual"),
    "checking.basis.range": ("分值范围", "the range of points"),
    "checking.need.weight": ("分值", "weight"),
    "checking.need.target": ("指标值", "target"),
    "checking.need.actual": ("实际值", "actual"),
    "checking.score.computed": ("复算得分为{score}分。", " Computed: {score}."),
    "checking.score.clause": ("（依据：{clause}）", " ({clause})"),
    "checking.why.unreadable": (
        "自评得分一栏不能读成一个数",
        "the self-score cannot be read as one number",
    ),
    "checking.need.any": ("计算所需的数据", "figures to compute from"),
    "checking.cell.number": ("数值", "the value"),
    "checking.cell.text": ("文字", "the text"),
    "checking.cell.formula-text": (
        "不会计算的公式文字（单元格格式为“文本”的，先改为“常规”）",
        "the text of a formula that is not worked out (set the format from Text to General first):",
    ),
    "checking.cell.actual": ("实际值", "actual"),
    "checking.cell.suggested": ("测算得分", "suggested score"),
    "checking.cell.claimed": ("自评得分", "self-score"),
    "checking.cause.wrong-rate": (
        "得分是按填报的实际值算的，问题在实际值",
        "the score follows from a rate that is itself wrong",
    ),
    "checking.cause.full-marks": (
        "按满分填报，没有扣分",
        "full marks were claimed, nothing was deducted",
    ),
    "checking.cause.actual-as-share": (
        "把实际值直接当作得分系数",
        "the actual value was used as the coefficient",
    ),
    "checking.cause.direction": ("正向、反向弄反了", "the direction of the target was reversed"),
    "checking.cause.no-cap": ("超过满分的部分没有封顶", "the score was not capped at the weight"),
    "checking.cause.no-floor": ("扣完后没有保底到0分", "the deduction went below zero"),
    "checking.cause.rounded-0": ("得分四舍五入到了整数", "the score was rounded to whole points"),
    "checking.cause.weighed-twice": ("分值乘了两次", "the weight was applied twice"),
    "checking.cause.row-above": ("填成了上一行的得分", "the score of the row above was entered"),
    "checking.cause.step-above": ("按高一档计了分", "the step above was taken"),
    "checking.cause.step-below": ("按低一档计了分", "the step below was taken"),
    "checking.mode.whole": ("不足一档的部分没有扣分", "only whole steps were counted"),
    "checking.mode.started": (
        "不足一档的部分按一档扣分",
        "started steps were counted as whole ones",
    ),
    "checking.mode.prorata": ("不足一档的部分按比例扣分", "parts of a step were counted pro rata"),
    "checking.change.sign": ("“{label}”的正负号反了", "the sign of “{label}” was reversed"),
    "checking.change.rate-times-100": ("比率放大了100倍", "the rate was taken a hundredfold"),
    "checking.change.rate-by-100": ("比率缩小了100倍", "the rate was divided by a hundred"),
    "checking.change.rate-rounded": (
        "比率先四舍五入到整百分数",
        "the rate was rounded to whole percents first",
    ),
    "checking.change.rate-cut": (
        "比率先舍去了百分数的小数",
        "the decimals of the percentage were cut off first",
    ),
    "checking.change.rate-sign": ("比率的正负号反了", "the sign of the rate was reversed"),
    "checking.change.swapped": ("分子、分母颠倒", "numerator and denominator were swapped"),
    "checking.change.uncapped": ("没有按扣分上限封顶", "the deduction was not capped"),
    "checking.change.in-yuan": (
        "“{label}”可能是按元填的，应折成{unit}",
        "“{label}” was probably given in 元 instead of {unit}",
    ),
    "checking.change.denominator": (
        "分母用了“{other}”，应为“{label}”",
        "“{other}” was used as denominator instead of “{label}”",
    ),
    "checking.score.arithmetic": ("：{trace}", ": {trace}"),
    "checking.cause.rounded-1": (
        "得分四舍五入到了一位小数",
        "the score was rounded to one decimal",
    ),
    "checking.cause.row-below": ("填成了下一行的得分", "the score of the row below was entered"),
    "checking.need.named": ("“{label}”", "“{label}”"),
    "checking.need.more": ("等", " …"),
    "checking.why.missing": ("缺少{names}", "missing: {names}"),
    "checking.claim.points": ("{points}分", "{points} points"),
    "checking.claim.typed": ("“{typed}”", "“{typed}”"),
    "checking.score.likely": ("可能的原因：{causes}。", " Likely cause: {causes}."),
    "checking.sum.too-light": (
        "表中各行分值合计{known}分，不足{total}分",
        "the rows weigh {known} / {total}",
    ),
    "checking.standard.copy": (
        "请从空白表复制该单元格，恢复原来的文字；",
        "Copy the cell from the blank form.",
    ),
    "checking.standard.words": (
        "请恢复下发时的文字：“{words}”；",
        "Restore the words as issued: “{words}”.",
    ),
    "checking.standard.issued": ("这是下发时的文字", "these are the words as issued"),
    "checking.notes.unless": (
        "{reason}的，在“数据来源”栏写明原因和金额，不用改数。",
        " Where {reason}, write reason and amount in the column 数据来源 and change no figure.",
    ),
    "checking.notes.other": (
        "口径确有不同的，在“数据来源”栏写明口径有何不同、差额多少，不用改数。",
        " Where they are made up differently, write in the column 数据来源 how and by how much; "
        "change no figure.",
    ),
    "checking.grade.after-sum": (
        "先改好{place}；档次不是公式的，再填“{grade}”。",
        "Mend {place} first; where the grade is no formula, then enter {grade}.",
    ),
    "checking.issued.restore": (
        "这一格下发时是公式，不要填数。请恢复公式：{formula}。单元格锁定的，先在“审阅”中点“撤销工作表"
        "保护”（没有密码），粘贴公式后再保护。",
        "The cell was issued as a formula: type no value. Restore the formula: {formula}. Where "
        "the cell is locked, lift the sheet's protection first (Review, Unprotect Sheet; there "
        "is no password).",
    ),
    "checking.issued.live": (
        "这一格由公式自动计算，不用填：改好别处指出的问题后会自动更新；没有别的问题而结果不对的，"
        "按F9重新计算后保存。",
        "The cell is worked out by its formula; type nothing. It follows once what is named "
        "elsewhere is mended; where nothing else is named, recalculate (F9) and save.",
    ),
    "checking.issued.follows": (
        "这一格由公式自动计算，不用填：改正{place}后会自动更新。",
        "The cell is worked out by its formula; type nothing. It follows once {place} is mended.",
    ),
    "checking.issued.own": (
        "这一格是公式（{formula}），不要直接填数：请检查公式有没有漏掉、重复或多算某一格，改公式。",
        "The cell is a formula ({formula}): type no value over it. See whether it leaves out or "
        "repeats a cell, and mend the formula.",
    ),
    "checking.cell.of-row": ("{name}·{cell}", "{name} ({cell})"),
    "checking.cause.cut": ("得分只取到{kept}，其余舍去", "the score was cut to {kept}"),
    "checking.cause.cut-0": ("整数", "whole points"),
    "checking.cause.cut-1": ("一位小数", "one decimal"),
    "checking.change.times-100": ("“{label}”放大了100倍", "“{label}” was taken a hundredfold"),
    "checking.change.by-100": ("“{label}”缩小了100倍", "“{label}” was divided by a hundred"),
    "checking.change.answer": ("“{label}”按“{answer}”计了分", "“{label}” was counted as {answer}"),
    "checking.answer.yes": ("是", "yes"),
    "checking.answer.no": ("否", "no"),
}

CHINESE: Final[Mapping[str, str]] = {
    "checking.previous.last": "上年度 上一年度 上年 上一年 去年",
    "checking.previous.now": "本年度 本年 当年 年度",
    "checking.previous.carried-in": (
        "上年结转结余数 上年结转数 上年结转结余 上年结转 年初结转结余数 年初结转数 "
        "年初结转和结余 年初结转结余 年初结转"
    ),
    "checking.previous.carried-out": (
        "本年结转结余数 本年结转数 年末结转结余数 年末结转数 年末结余数 年末结转和结余 "
        "年末结转结余 年末结转 结转下年数 结转下年"
    ),
    "checking.sum.ceiling": "超过限额不计",
    "checking.notes.headers": "数据来源 资料来源 数据来源及说明 备注 说明 备注说明 差异说明",
    "checking.notes.reasons": "因 口径 差额 差异 不含 不计 不包括 未计 另有 政策 调剂 剔除 其中 含",
    "checking.fixing.points": "分",
    "checking.fixing.ticks.yes": "√ ✓ ✔ ☑",
    "checking.fixing.ticks.no": "× ✗ ✘ ✕",
    "checking.fixing.answer.yes": "是",
    "checking.fixing.answer.no": "否",
    "checking.waivers.before": "0123456789年度",
    "checking.waivers.after": (
        "年 度 本级 部门 整体 支出 绩效 评分 自评 评价 预算 项目 基础 报送 上报 填报 定稿 最终 "
        "终稿 修改 初稿 的"
    ),
    "checking.total": "合计",
}
