"""The words of an annotated copy that are not findings."""

from __future__ import annotations

from typing import Final

from jixiao.finding import Bilingual

SHEET: Final = "审核结果"

TITLE: Final = Bilingual("部门整体支出绩效自评审核结果", "Check of the performance self-scores")
COPIED: Final = Bilingual("（由 {kind} 转存的数值副本）", " (values copied from {kind})")
NO_SCORESHEET: Final = Bilingual(
    "这个工作簿里没有找到可以核对的评分表，因此没有核对任何得分。",
    "No scoresheet that could be checked was found in this workbook; no score was checked.",
)
SEVERAL: Final = Bilingual(
    "这个工作簿里有不止一张像评分表的工作表，不能确定核对哪一张，因此没有核对任何得分。",
    "More than one sheet looks like the scoresheet; no score was checked.",
)
DEPARTMENT: Final = Bilingual("单位", "Department")
FILE: Final = Bilingual("文件", "File")
RULEBOOK: Final = Bilingual("指标体系", "Rulebook")
YEAR: Final = Bilingual("年度", "Year")
CLAIMED_TOTAL: Final = Bilingual("自评总分", "Self-score")
COMPUTED_TOTAL: Final = Bilingual("复算总分", "Computed")
FINDING_COUNTS: Final = Bilingual("问题", "Findings")
PROGRAM: Final = Bilingual("核对程序", "Program")
UNCHECKED: Final = Bilingual("没有核对", "Not checked")
UNCHECKED_TEXT: Final = Bilingual(
    "基础数据本身是否属实、佐证材料的内容没有核对；结论为“人工评判”的指标只核对得分是否在分值以内、"
    "合计是否正确、扣分是否写明原因。",
    "Whether the basic figures are true and what the evidence says; indicators that are judged were"
    " checked only for range, sums and a reason for lost points.",
)
UNKNOWN: Final = Bilingual("未识别", "unknown")
VERSION: Final = Bilingual("{id}（第{version}版）", "{id} (version {version})")
OF_GRADE: Final = Bilingual("{points}分，档次“{grade}”", "{points}, grade {grade}")
OF_POINTS: Final = Bilingual("{points}分", "{points}")
TOO_MANY: Final = Bilingual("，自评多计{gap}分", ", claimed {gap} too many")
TOO_FEW: Final = Bilingual("，自评少计{gap}分", ", claimed {gap} too few")
COUNT: Final = Bilingual("{word}{count}项", "{word}: {count}")
NONE_FOUND: Final = Bilingual("没有发现问题。", "Nothing was found.")
IN_COPY: Final = Bilingual(
    "有问题的单元格加了底色和批注：橙色为错误，黄色为警告，蓝色带点为提示。",
    "Cells with findings are coloured and commented: orange errors, yellow warnings, dotted blue"
    " notices.",
)
INDICATORS: Final = Bilingual("一、逐项复算", "1. Indicators")
FINDINGS: Final = Bilingual("二、问题清单", "2. Findings")
FINDINGS_ALONE: Final = Bilingual("问题清单", "Findings")
BOUNDS: Final = Bilingual("按所填数据可得{low}至{high}分", "the figures give {low} to {high}")
CAUSED_BY: Final = Bilingual("起因见{place}（{code}）", "caused by {code} at {place}")

INDICATOR_HEADER: Final = (
    Bilingual("序号", "No."),
    Bilingual("一级指标", "Level 1"),
    Bilingual("二级指标", "Level 2"),
    Bilingual("三级指标", "Indicator"),
    Bilingual("分值", "Weight"),
    Bilingual("自评得分", "Self-score"),
    Bilingual("复算得分", "Computed"),
    Bilingual("差额", "Gap"),
    Bilingual("结论", "Verdict"),
    Bilingual("原因", "Cause"),
    Bilingual("计算过程", "Arithmetic"),
)
FINDING_HEADER: Final = (
    (Bilingual("编号", "Code"), 1),
    (Bilingual("严重程度", "Severity"), 1),
    (Bilingual("位置", "Place"), 1),
    (Bilingual("指标", "Indicator"), 1),
    (Bilingual("问题", "Finding"), 5),
    (Bilingual("应为", "Expected"), 1),
    (Bilingual("处理办法", "What to do"), 1),
)
LIKELY: Final = Bilingual("可能的原因：{text}", "Likely cause: {text}")
EXPECTED: Final = Bilingual("应为：{text}", "Expected: {text}")
ARITHMETIC: Final = Bilingual("计算过程：{text}", "Arithmetic: {text}")
REMEDY: Final = Bilingual("处理办法：{text}", "What to do: {text}")
HEADLINE: Final = Bilingual("{severity}：{title}（{code}）", "{severity}: {title} ({code})")
