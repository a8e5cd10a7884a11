"""Texts of the reports on the screen: result lines, tables, pages of the codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # headings of the CSV output in languages other than English
    "reporting.csv.department": ("单位", "department"),
    "reporting.csv.file": ("文件", "file"),
    "reporting.csv.severity": ("级别", "severity"),
    "reporting.csv.code": ("代码", "code"),
    "reporting.csv.sheet": ("工作表", "sheet"),
    "reporting.csv.cell": ("单元格", "cell"),
    "reporting.csv.indicator": ("指标", "indicator"),
    "reporting.csv.message": ("问题", "message"),
    "reporting.csv.found": ("表内", "found"),
    "reporting.csv.expected": ("应为", "expected"),
    "reporting.csv.remedy": ("怎么改", "remedy"),
    "reporting.csv.because": ("起因", "because"),
    "reporting.csv.waived": ("豁免", "waived"),
    "reporting.roots": (
        "共{roots}个根本原因，影响{cells}个格子。",
        "{roots} root cause(s), {cells} cell(s) affected.",
    ),
    "reporting.passed": ("【通过】", "[passed] "),
    "reporting.look": ("【请核对】", "[please look] "),
    "reporting.mend": ("【需修改】", "[needs mending] "),
    "reporting.unchecked": ("【未能检查】", "[not checked] "),
    "reporting.within": ("{name}（{place}）", "{name} ({place})"),
    "reporting.subtotal": ("小计：{name}", "subtotal: {name}"),
    "reporting.total": ("合计", "total"),
    "reporting.over": ("{verdict}，多计{gap}分", "{verdict}, {gap} too many"),
    "reporting.under": ("{verdict}，少计{gap}分", "{verdict}, {gap} too few"),
    "reporting.between": ("{verdict}，{low}至{high}分", "{verdict}, {low} to {high}"),
    "reporting.totals": (
        "自评总分{claimed}，复算总分{computed}",
        "self-score {claimed}, computed {computed}",
    ),
    "reporting.too-many": ("，多计{gap}分", ", {gap} too many"),
    "reporting.too-few": ("，少计{gap}分", ", {gap} too few"),
    "reporting.grade": ("，档次{grade}", ", grade {grade}"),
    "reporting.grades": (
        "，档次自评“{claimed}”、复算“{computed}”",
        ", grade claimed {claimed}, computed {computed}",
    ),
    "reporting.counts": ("{count}个{severity}", "{count} {severity}(s)"),
    "reporting.verdict-count": ("{count}项{verdict}", "{count} {verdict}"),
    "reporting.department": ("单位：{name}", "department: {name}"),
    "reporting.year": ("年度：{year}", "year: {year}"),
    "reporting.rulebook": ("指标体系：{id}（{how}）", "rulebook: {id} ({how})"),
    "reporting.several": (
        "共检查{count}个文件：{passed}个通过，{look}个请核对，{mend}个需修改，"
        "{unchecked}个未能检查。",
        "{count} files: {passed} passed, {look} to look at, {mend} to mend, "
        "{unchecked} not checked.",
    ),
    "reporting.by-itself": (
        "没有对应的指标体系，按表内自身的分值、金额和评分标准核对",
        "no rulebook fits; checked by the sheet's own points, amounts and standards",
    ),
    "reporting.covered": ("已核对 {known} / {total} 分", "{known} / {total} points checked"),
    "reporting.found-by.option": ("按命令指定", "as asked"),
    "reporting.found-by.stamp": ("按空白表标记识别", "by the template's stamp"),
    "reporting.found-by.names": ("按单元格名称识别", "by cell names"),
    "reporting.found-by.labels": ("按表内指标识别", "by the labels in the sheet"),
    "reporting.header.indicator": ("指标", "indicator"),
    "reporting.header.weight": ("分值", "weight"),
    "reporting.header.self": ("自评", "self"),
    "reporting.header.computed": ("复算", "computed"),
    "reporting.header.verdict": ("结论", "verdict"),
    "reporting.page.severity": ("级别：{severity}", "Severity: {severity}"),
    "reporting.page.says": ("提示的写法", "What it says"),
    "reporting.effect.total": ("合计", "total"),
    "reporting.effect.count": (
        "{count}份报送中，{moved}份的复算得分有变动，{unknown}份不能按两个指标体系都核对。",
        "Of {count} returns, the computed score of {moved} moves; {unknown} cannot be "
        "checked by both.",
    ),
    "reporting.effect.header.department": ("单位", "department"),
    "reporting.effect.header.indicator": ("指标", "indicator"),
    "reporting.effect.header.before": ("原复算", "before"),
    "reporting.effect.header.after": ("新复算", "after"),
    "reporting.effect.header.change": ("变动", "change"),
    "reporting.statistics.none": ("没有问题。", "No findings."),
    "reporting.statistics.count": ("个数", "count"),
    "reporting.statistics.code": ("代码", "code"),
    "reporting.statistics.severity": ("级别", "severity"),
    "reporting.statistics.title": ("问题", "finding"),
    "reporting.page.slot.found": ("〔填报〕", "[found]"),
    "reporting.page.slot.expected": ("〔应为〕", "[expected]"),
    "reporting.page.slot.other": ("〔…〕", "[…]"),
}
