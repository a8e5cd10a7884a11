"""A form as offices issue them, built for the tests: as a workbook, and as a document."""

from __future__ import annotations

from pathlib import Path

import openpyxl

HEADER = ("一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "自评得分")
ROWS = (
    (
        "投入", "预算配置", "在职人员控制率", 5, "在职人员控制率=（在职人员数/编制数）×100%",
        "以100%为标准。在职人员控制率≦100%,计5分;每超过一个百分点扣0.5分,扣完为止。",
    ),
    (
        "过程", "预算执行", "预算完成率", 10, "预算完成率=（预算完成数÷预算数）×100%",
        "完成率≥95%得10分；每低1个百分点扣1分，扣完为止。",
    ),
    (
        "", "", "预算调整率", 3, "",
        "预算调整率=0,计3分;0-10%(含),计2分;10-20%(含),计1分;20-30%(含),计0.5分;大于30%不得分。",
    ),
    (
        "", "预算管理", "管理制度健全性", 3, "",
        "①已制定资金管理办法,1分;②相关制度合法、合规、完整,1分;③相关制度得到有效执行,1分。",
    ),
    ("效果", "社会效益", "职责履行", 9, "", "由评价组酌情评分。"),
)  # fmt: skip
NOTE = (
    "注：得分保留一位小数。综合得分27分及以上为优，24（含）-27分为良，18（含）-24分为中，"
    "18分以下为差。"
)
SCORES = (5, 8, 2, 3, 9)


def indicator_sheet(path: Path, scores: tuple[float, ...] = (), office: str = "示例局") -> Path:
    """Write the indicator sheet, filled with ``scores`` where they are given."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "自评表"
    sheet.append(["示例市部门整体支出绩效评价评分表"])
    sheet.append(["（2026年度）  示财绩〔2026〕1号"])
    sheet.append([f"填报单位：{office}"])
    sheet.append(HEADER)
    for n, row in enumerate(ROWS):
        sheet.append([*row, scores[n] if scores else None])
    sheet.append(["合计", None, None, 30, None, None, sum(scores) if scores else None])
    sheet.append([NOTE])
    sheet.merge_cells("A6:A8")
    sheet.merge_cells("B6:B7")
    sheet.column_dimensions["F"].width = 44
    book.save(path)
    return path


def word_document(path: Path) -> Path:
    """Write the same form as a table of a Word document."""
    import docx

    document = docx.Document()
    document.add_paragraph("附件1")
    document.add_paragraph("示例市部门整体支出绩效评价评分表")
    document.add_paragraph("（2026年度）  示财绩〔2026〕1号")
    rows = (HEADER, *((*row, "") for row in ROWS), ("合计", "", "", 30, "", "", ""))
    table = document.add_table(rows=len(rows), cols=len(HEADER))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            table.cell(r, c).text = str(value)
    table.cell(2, 0).merge(table.cell(4, 0)).text = "过程"
    table.cell(2, 1).merge(table.cell(3, 1)).text = "预算执行"
    document.add_paragraph(NOTE)
    document.save(str(path))
    return path
