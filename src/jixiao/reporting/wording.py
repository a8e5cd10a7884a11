"""The words of the text report that are not findings: verdicts, severities, headings."""

from __future__ import annotations

from jixiao.finding import Bilingual

FOUND_BY = {
    "option": Bilingual("按命令指定", "as asked"),
    "stamp": Bilingual("按空白表标记识别", "by the template's stamp"),
    "names": Bilingual("按单元格名称识别", "by cell names"),
    "labels": Bilingual("按表内指标识别", "by the labels in the sheet"),
}
PASSED = Bilingual("【通过】", "[passed] ")
LOOK = Bilingual("【请核对】", "[please look] ")
MEND = Bilingual("【需修改】", "[needs mending] ")
UNCHECKED = Bilingual("【未能检查】", "[not checked] ")
HEADER = (
    Bilingual("指标", "indicator"),
    Bilingual("分值", "weight"),
    Bilingual("自评", "self"),
    Bilingual("复算", "computed"),
    Bilingual("结论", "verdict"),
)
WITHIN = Bilingual("{name}（{place}）", "{name} ({place})")
SUBTOTAL = Bilingual("小计：{name}", "subtotal: {name}")
TOTAL = Bilingual("合计", "total")
OVER = Bilingual("{verdict}，多计{gap}分", "{verdict}, {gap} too many")
UNDER = Bilingual("{verdict}，少计{gap}分", "{verdict}, {gap} too few")
BETWEEN = Bilingual("{verdict}，{low}至{high}分", "{verdict}, {low} to {high}")
TOTALS = Bilingual(
    "自评总分{claimed}，复算总分{computed}", "self-score {claimed}, computed {computed}"
)
TOO_MANY = Bilingual("，多计{gap}分", ", {gap} too many")
TOO_FEW = Bilingual("，少计{gap}分", ", {gap} too few")
GRADE = Bilingual("，档次{grade}", ", grade {grade}")
GRADES = Bilingual(
    "，档次自评“{claimed}”、复算“{computed}”", ", grade claimed {claimed}, computed {computed}"
)
COUNTS = Bilingual("{count}个{severity}", "{count} {severity}(s)")
VERDICT_COUNT = Bilingual("{count}项{verdict}", "{count} {verdict}")
DEPARTMENT = Bilingual("单位：{name}", "department: {name}")
YEAR = Bilingual("年度：{year}", "year: {year}")
RULEBOOK = Bilingual("指标体系：{id}（{how}）", "rulebook: {id} ({how})")
EXPECTED = Bilingual("应为：{text}", "expected: {text}")
REMEDY = Bilingual("怎么改：{text}", "what to do: {text}")
BECAUSE = Bilingual("起因：{text}", "cause: {text}")
LIKELY = Bilingual("可能的原因：{text}", "likely cause: {text}")
SEVERAL = Bilingual(
    "共检查{count}个文件：{passed}个通过，{look}个请核对，{mend}个需修改，{unchecked}个未能检查。",
    "{count} files: {passed} passed, {look} to look at, {mend} to mend, {unchecked} not checked.",
)
