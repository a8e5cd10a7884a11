"""All that an issued template says; a form is Chinese whatever the language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHINESE: Final[Mapping[str, str]] = {
    "template.guide.money": "金额单位为{unit}，保留两位小数",
    "template.guide.rounding": "每项得分四舍五入保留{digits}位小数后再加总",
    "template.legend.entry": "填报单元格",
    "template.legend.entry-meaning": "由填报单位填写，其余单元格已锁定。",
    "template.legend.live": "自动计算",
    "template.legend.live-meaning": "由公式自动计算，请勿改动；如需调整，请修改基础数据。",
    "template.legend.differs": "与测算不同",
    "template.legend.differs-meaning": "自评得分与测算得分不一致时变色，请核对基础数据和评分标准。",
    "template.legend.bureau": "复核单元格",
    "template.legend.bureau-meaning": "由财政部门复核时填写，填报单位不填。",
    "template.guide.title": "填报说明",
    "template.guide.counts": "{money}；人数、份数、项数等填整数，数字后不要带单位。",
    "template.guide.rates": "比率按未取整的数值计分，显示两位小数；{kept}。",
    "template.guide.steps": (
        "评分标准中“每”若干个百分点扣分的，按评分标准写明的整数、进位或比例方式计算，扣完为止。"
    ),
    "template.guide.method": "填报方法",
    "template.guide.basis": "依据",
    "template.guide.conventions": "数据口径",
    "template.guide.checks": "报送前核对",
    "template.guide.clause": "文件依据：{clause}。",
    "template.guide.figures-first": "先填写{named}，每项数据注明来源；没有发生的填0，不要留空。",
    "template.guide.then-scores": "再到“{sheet}”逐项填写自评得分、扣分原因和佐证材料名称。",
    "template.guide.one-sheet": "在“{sheet}”中先填写资金情况，再逐项填写指标、完成值和得分。",
    "template.guide.free-rows": (
        "指标行可按实际需要填写，不用的行留空；每行写明指标值、实际完成值、分值和得分，"
        "各部分分值之和应与表中规定一致。"
    ),
    "template.unfilled": '[Color10][=0]"已填齐";[Red]"还有"0"项未填"',
    "template.guide.unfilled": (
        "每张表右上角显示还有几项未填，全部填完显示“已填齐”；打印、报送前先看一眼。"
    ),
    "template.guide.grade-rest": "，其余为{name}",
    "template.guide.grades": "档次按总分划分：{bounds}{rest}。",
    "template.guide.check-scores": (
        "每个指标都有自评得分，且不超过本行分值；得分低于分值的，已写明扣分原因。"
    ),
    "template.guide.check-figures": (
        "各项数据与部门决算、预算批复和绩效评价报告一致，佐证材料齐全。"
    ),
    "template.guide.check-sign": (
        "打印后由单位负责人签章；电子表与纸质表一并报送，电子表请勿增删行列、改动表名。"
    ),
    "template.guide.grade": "{name}{least:f}分（含）以上",
    "template.guide.check-suggested": (
        "自评得分与测算得分不一致的，请核对基础数据和评分标准，确有特殊情况的在“扣分原因”栏说明。"
    ),
    "template.guide.check-standard": "自评得分与评分标准一致，确有特殊情况的在说明栏写明。",
    "template.prompt.score": "请填写{least}至{most}之间的分数。",
    "template.error.score": "得分应为{least}至{most}之间的数字，本行分值为{most}分。",
    "template.error.title": "填写有误",
    "template.prompt.unit": "，单位为{unit}",
    "template.prompt.flag": "请从下拉列表中选择“是”或“否”。",
    "template.prompt.choice": "请从下拉列表中选择。",
    "template.error.count": "应填写不小于0的整数，不要带单位或文字。",
    "template.prompt.rate": "请填写百分数，如60.2%。",
    "template.error.rate": "应填写百分数，如60.2%，不要带文字。",
    "template.error.signed": "应填写数字，不要带单位或文字。",
    "template.error.choice": "请从下拉列表中选择，不要自行填写。",
    "template.masthead.date": "填报日期：\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日",
    "template.masthead.signatures": (
        "填报人：\u3000\u3000\u3000\u3000\u3000\u3000\u3000联系电话：\u3000\u3000\u3000\u3000\u3000\u3000\u3000财务负责人：\u3000\u3000\u3000\u3000\u3000\u3000\u3000单位负"
        "责人（签章）："
    ),
    "template.masthead.department": "填报单位（盖章）：",
    "template.masthead.no-year": "（\u3000\u3000\u3000\u3000年度）",
    "template.masthead.year": "（{year}年度）",
    "template.money.title": "资金情况{unit}",
    "template.money.goal": "年度总体目标",
    "template.money.source": "资金来源",
    "template.money.rate": "执行率",
    "template.prompt.money-reason": "执行率偏低的，请写明原因。",
    "template.money.expected": "预期目标",
    "template.money.reached": "实际完成情况",
    "template.money.weight": "分值",
    "template.money.score": "得分",
    "template.money.suggested": "测算得分",
    "template.money.reviewed": "复核得分",
    "template.money.reason": "偏差原因",
    "template.prompt.goal": "请简要填写年度总体目标的{heading}。",
    "template.note.veto": "一票否决：{text}。",
    "template.note.reasons": "得分低于分值的，应写明原因。",
    "template.unit": "单位：{unit}",
    "template.unit-points": "单位：分",
    "template.standard.computed": "测算得分的算法（由评分标准整理，请对照核实）：\n{text}",
    "template.sum.stated": "{text}\n（{points}分）",
    "template.sum.total": "合计",
    "template.sum.grade": "档次",
    "template.note.free-suggested": (
        "定量指标的测算得分由表内公式自动计算；定性指标不测算，合计时按自评得分计入。"
    ),
    "template.note.weights": (
        "各部分分值之和应与一级指标所列分值一致，合计应为{total}分，填齐后显示档次。"
    ),
    "template.note.reviewed": "“{label}”栏由财政部门填写，填报单位不填。",
    "template.sum.section": "{name}小计",
    "template.note.suggested": "灰色栏由表内公式按基础数据和评分标准自动计算，数据未填全时为空白。",
    "template.note.judged": (
        "测算得分为“—”的指标由人工评定，在测算得分的小计、合计中按自评得分计入。"
    ),
    "template.prompt.reason": "得分低于分值的，请写明原因。",
    "template.prompt.tier": "请按实际情况选择档次。",
    "template.prompt.actual": "请简要填写实际情况。",
    "template.prompt.figure": "定量指标只填数字，百分数连同“%”填写；定性指标可填文字。",
    "template.prompt.name": "请填写指标名称，不用的行留空。",
    "template.prompt.free-reason": "未完成或偏离指标值较多的，请写明原因和改进措施。",
    "template.prompt.operator": "请选择完成值与指标值的关系，如不少于选“≥”。",
    "template.prompt.nature": "能用数值衡量的选“定量”，否则选“定性”。",
    "template.prompt.direction": "越高越好选“正向”，越低越好选“反向”。",
    "template.prompt.unit-list": "请选择计量单位，列表中没有的可直接填写。",
    "template.figures.numerals": "一二三四五六七八九十",
    "template.figures.number": "序号",
    "template.figures.item": "项目",
    "template.figures.value": "数值",
    "template.figures.unit": "单位",
    "template.figures.convention": "填报口径说明",
    "template.figures.source": "数据来源",
    "template.unit-see-table": "单位：见表",
    "template.figures.title": "{place}部门整体支出绩效评价{name}表",
    "template.figures.flag": "符合填“是”，不符合填“否”",
    "template.figures.optional": "没有的填0",
    "template.prompt.source": "请写明数据出自哪张报表、哪份文件。",
    "template.figures.table-title": "{place}部门整体支出绩效评价{name}情况表",
    "template.footer": "&C&9第 &P 页 共 &N 页",
    "template.prompt.evidence": "请写明佐证材料的名称。",
    "template.prompt.evidence-example": "如：{evidence}。",
    "template.guide.numerals": "一二三四五六七八",
    "template.guide.heading": "{numeral}、{heading}",
    "template.note.first": "注：",
    "template.prompt.count": "请填写不小于0的整数{unit}。",
    "template.prompt.signed": "请填写数字{unit}；追减、减少填负数。",
    "template.prompt.number": "请填写不小于0的数字{unit}。",
    "template.error.number": "应填写不小于0的数字{unit}，不要带单位或文字。",
}
