"""Texts of an annotated copy that are not findings: the sheet of results, the comments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "annotation.findings.response": ("单位整改说明", "What the department did"),
    "annotation.signed": (
        "填报人：____________　　单位负责人：____________　　（单位盖章）　　____年__月__日",
        "Filled in by: ____________    Head: ____________    (seal)    ____-__-__",
    ),
    "annotation.workings.title": ("计算底稿", "Workings"),
    "annotation.workings.no": ("序号", "No."),
    "annotation.workings.item": ("指标和它所用的数据", "Indicator, and the figures it rests on"),
    "annotation.workings.place": ("单元格", "Cell"),
    "annotation.workings.claimed": ("自评", "Claimed"),
    "annotation.workings.computed": ("复算", "Computed"),
    "annotation.workings.verdict": ("结论", "Verdict"),
    "annotation.workings.told": (
        "计算过程、公式、评分标准和依据",
        "Arithmetic, formula, standard and clause",
    ),
    "annotation.workings.from": ("　← {label}", "　← {label}"),
    "annotation.workings.section": ("小计：{name}", "Sum: {name}"),
    "annotation.workings.total": ("合计", "Total"),
    "annotation.workings.sum": ("本部分各指标得分之和", "The sum of its scores"),
    "annotation.workings.sum-of-all": ("各部分之和", "The sum of all"),
    "annotation.workings.grade": ("各部分之和；档次{grade}", "The sum of all; grade {grade}"),
    "annotation.workings.origin": (
        "依据文件：{file}　指标体系：{rulebook}　程序：{program}　人工评判的指标没有复算得分。",
        "File: {file}　rulebook: {rulebook}　program: {program}　Scores that a person judges are "
        "not computed.",
    ),
    "annotation.title": ("部门整体支出绩效自评审核结果", "Check of the performance self-scores"),
    "annotation.copied": ("（由 {kind} 转存的数值副本）", " (values copied from {kind})"),
    "annotation.no-scoresheet": (
        "这个工作簿里没有找到可以核对的评分表，因此没有核对任何得分。",
        "No scoresheet that could be checked was found in this workbook; no score was checked.",
    ),
    "annotation.several": (
        "这个工作簿里有不止一张像评分表的工作表，不能确定核对哪一张，因此没有核对任何得分。",
        "More than one sheet looks like the scoresheet; no score was checked.",
    ),
    "annotation.department": ("单位", "Department"),
    "annotation.file": ("文件", "File"),
    "annotation.rulebook": ("指标体系", "Rulebook"),
    "annotation.claimed-total": ("自评总分", "Self-score"),
    "annotation.computed-total": ("复算总分", "Computed"),
    "annotation.finding-counts": ("问题", "Findings"),
    "annotation.program": ("核对程序", "Program"),
    "annotation.unchecked": ("没有核对", "Not checked"),
    "annotation.unchecked-text": (
        "基础数据本身是否属实、佐证材料的内容没有核对；结论为“人工评判”的指标只核对得分"
        "是否在分值以内、合计是否正确、扣分是否写明原因。",
        "Whether the basic figures are true and what the evidence says; indicators "
        "that are judged were checked only for range, sums and a reason for lost "
        "points.",
    ),
    "annotation.unknown": ("未识别", "unknown"),
    "annotation.version": ("{id}（第{version}版）", "{id} (version {version})"),
    "annotation.of-grade": ("{points}分，档次“{grade}”", "{points}, grade {grade}"),
    "annotation.of-points": ("{points}分", "{points}"),
    "annotation.too-many": ("，自评多计{gap}分", ", claimed {gap} too many"),
    "annotation.too-few": ("，自评少计{gap}分", ", claimed {gap} too few"),
    "annotation.count": ("{word}{count}项", "{word}: {count}"),
    "annotation.none-found": ("没有发现问题。", "Nothing was found."),
    "annotation.in-copy": (
        "有问题的单元格加了底色和批注：橙色为错误，黄色为警告，蓝色带点为提示。",
        "Cells with findings are coloured and commented: orange errors, yellow "
        "warnings, dotted blue notices.",
    ),
    "annotation.indicators": ("二、逐项复算", "2. Indicators"),
    "annotation.findings": ("一、问题清单", "1. Findings"),
    "annotation.findings-alone": ("问题清单", "Findings"),
    "annotation.bounds": ("按所填数据可得{low}至{high}分", "the figures give {low} to {high}"),
    "annotation.caused-by": ("起因见{place}（{code}）", "caused by {code} at {place}"),
    "annotation.headline": ("{severity}：{title}（{code}）", "{severity}: {title} ({code})"),
    "annotation.unreadable": (
        "原文件读不出来，没有可以标注的内容，“{target}”没有写。",
        "The file cannot be read, so there is nothing to annotate; “{target}” was not written.",
    ),
    "annotation.report.no-copy": (
        "自评报告“{report}”是{kind}，加不了批注，没有另存带批注的报告；问题连同段落都列在结果里。"
        "要带批注的副本，请用 Word 文件（.docx）。",
        "The report “{report}” is {kind}, which holds no comments: no commented copy was written. "
        "The result lists what was found, by paragraph. For a commented copy, use a .docx.",
    ),
    "annotation.report.format.txt": ("纯文本", "a plain text"),
    "annotation.report.format.html": ("网页", "a web page"),
    "annotation.report.format.pdf": ("PDF", "a PDF"),
    "annotation.report.unmade": (
        "自评报告“{report}”加了批注后与原文件对不上（{what}），为免改动原文，没有另存；"
        "问题连同段落都列在结果里。用 Word 打开报告另存一次，再核对一遍，一般就能加上。",
        "The report “{report}” with comments did not match the original ({what}) and was not "
        "written. The result lists what was found, by paragraph. Saving the report once with Word "
        "and checking again usually helps.",
    ),
    "annotation.report.signed": (
        "自评报告“{report}”有数字签名；带批注的副本里签名不再有效，原文件没有动。",
        "The report “{report}” is signed; in the commented copy the signature is no longer valid. "
        "The original is untouched.",
    ),
    "annotation.changed": (
        "原文件在核对之后被改动过，“{target}”没有写。请重新核对。",
        "The file was changed after it was checked; “{target}” was not written. Check it again.",
    ),
    "annotation.is-input": (
        "“{target}”就是要核对的文件，不能写在它上面。请换一个文件名。",
        "“{target}” is the input, which is never written to. Choose another name.",
    ),
    "annotation.exists": (
        "“{target}”已经存在，没有替换。请换一个文件名，或者指明要替换。",
        "“{target}” exists and was not replaced. Choose another name, or ask for it to "
        "be replaced.",
    ),
    "annotation.header.no": ("序号", "No."),
    "annotation.header.level-1": ("一级指标", "Level 1"),
    "annotation.header.level-2": ("二级指标", "Level 2"),
    "annotation.header.indicator": ("三级指标", "Indicator"),
    "annotation.header.weight": ("分值", "Weight"),
    "annotation.header.self-score": ("自评得分", "Self-score"),
    "annotation.header.computed": ("复算得分", "Computed"),
    "annotation.header.gap": ("差额", "Gap"),
    "annotation.header.verdict": ("结论", "Verdict"),
    "annotation.header.cause": ("原因", "Cause"),
    "annotation.header.arithmetic": ("计算过程", "Arithmetic"),
    "annotation.findings.code": ("编号", "Code"),
    "annotation.findings.severity": ("严重程度", "Severity"),
    "annotation.findings.place": ("位置", "Place"),
    "annotation.findings.indicator": ("指标", "Indicator"),
    "annotation.findings.finding": ("问题", "Finding"),
    "annotation.findings.expected": ("应为", "Expected"),
    "annotation.findings.remedy": ("处理办法", "What to do"),
}

CHINESE: Final[Mapping[str, str]] = {
    "annotation.sheet": "审核结果",
    "annotation.workings-sheet": "计算底稿",
}
