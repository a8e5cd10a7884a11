"""Pages of folders of any size, of invented departments; some of their names are hostile."""

from __future__ import annotations

from pathlib import Path

from jixiao.reporting import CheckBrief, FindingRecord
from jixiao.writing import DueDepartment, FolderPage, ReturnList, ReturnRow, SummaryScope

OFFICES = ("农业科", "教科文科", "社会保障科", "经济建设科")
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'
GRADES = ("优", "良", "中", "差")


def write_folder_page(path: Path, count: int) -> Path:
    """Write the page of ``count`` returns: every third has errors, every fifth warnings only.

    Two departments more are missing; the last return has a hostile name and hostile findings.
    """
    entries = [_entry(number, count) for number in range(count)]
    due = [
        DueDepartment("示例市档案馆", "901", OFFICES[1], "未报送", ("王五", "0791-0000001")),
        DueDepartment("示例市机关事务局", "902", OFFICES[0], "未报送", ("赵六", "")),
    ]
    scope = SummaryScope(
        program="jixiao",
        year=2017,
        listed=count + 2,
        skipped=0,
        grades=GRADES,
        rulebooks={"nanchang-2017": "南昌市部门整体支出绩效评价指标体系"},
        used={"nanchang-2017": count},
        extra_headings=("联系人", "联系电话"),
    )
    returns = ReturnList(row for row, _ in entries)
    with FolderPage(path, returns, {}, due, scope) as page:
        for row, findings in entries:
            page.add(row.relative, findings, row)
    return path


def _entry(number: int, count: int) -> tuple[ReturnRow, list[FindingRecord]]:
    is_last = number == count - 1
    name = HOSTILE if is_last else f"示例市第{number}局"
    office = OFFICES[number % len(OFFICES)]
    errors = 2 if number % 3 == 0 or is_last else 0
    warnings = 1 if number % 5 == 0 else 0
    over = 2 if errors else 0
    brief = CheckBrief(
        f"{office}/{number:03}.xlsx",
        "checked",
        claimed=str(96 - number % 30 + over),
        computed=str(96 - number % 30),
        claimed_grade=GRADES[number % 3],
        computed_grade=GRADES[number % 3],
    )
    row = ReturnRow(
        brief=brief,
        name=name,
        office=office,
        counts=True,
        copy=f"annotated/{brief.file}",
        errors=errors,
        warnings=warnings,
        extra=("张三", f"0791-{number:07}"),
    )
    return row, [*_errors(name, errors), *_warnings(warnings), *_notices(number)]


def _errors(name: str, count: int) -> list[FindingRecord]:
    message = (
        f"预算完成率：自评6分，按表内数据应为4.5分，多计1.5分。（{name}）实际值 0.75，低于 80% 的"
        "每低1个百分点扣0.3分，扣到0分为止。"
    )
    remedy = "核对基础数据和评分标准：数据无误的，把自评得分改为4.5分，并写明扣分原因。"
    return [
        FindingRecord("R101", "error", message, remedy, "评分表", f"H{11 + at}", None, "6", "4.5")
        for at in range(count)
    ]


def _warnings(count: int) -> list[FindingRecord]:
    message = "扣了分的指标没有写扣分原因：预算调整率、结转结余率。"
    return [FindingRecord("E101", "warning", message, "补写扣分原因。", "评分表", "K12")] * count


def _notices(number: int) -> list[FindingRecord]:
    message = f"第{number}项指标按显示的位数能得到自评得分。"
    return [FindingRecord("R103", "notice", message, "不用改。", "评分表", "H20")]
