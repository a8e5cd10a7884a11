"""Small scoresheets for tests: a rulebook of five rows and grids that bear it."""

from __future__ import annotations

from decimal import Decimal

from drift.draft import Content, Page, grid
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.schema.model import Role, Rulebook
from jixiao.scoresheet.locate import locate_scoresheet
from jixiao.scoresheet.model import RowKind, Scoresheet, Unlocated
from jixiao.workbook.model import Sheet, Visibility, Workbook

HEADER: list[Content] = ["一级指标", "二级指标", "三级指标", "分值", "自评得分", "扣分原因"]
ROWS: list[list[Content]] = [
    ["投入", "预算配置", "在职人员控制率", 10, 9, "超编"],
    ["", "", "“三公经费”变动率", 5, 5, ""],
    ["过程", "预算管理", "管理制度健全性", 20, 18, ""],
    ["", "资产管理", "管理制度健全性", 15, 12.5, "无制度"],
    ["", "", "固定资产利用率", 50, 40, ""],
]
CLAIMED = {
    "staff": "E3",
    "sangong": "E4",
    "budget-rules": "E5",
    "asset-rules": "E6",
    "asset-use": "E7",
}


def rulebook(**changes: object) -> Rulebook:
    """A rulebook of five judged rows, one name twice."""
    paths = [
        ("staff", ("投入", "预算配置"), "在职人员控制率", 10),
        ("sangong", ("投入", "预算配置"), "“三公经费”变动率", 5),
        ("budget-rules", ("过程", "预算管理"), "管理制度健全性", 20),
        ("asset-rules", ("过程", "资产管理"), "管理制度健全性", 15),
        ("asset-use", ("过程", "资产管理"), "固定资产利用率", 50),
    ]
    base = load_rulebook("nanchang-2017")
    sample = base.indicators[0]
    indicators = tuple(
        sample.changed(
            id=i,
            path=p,
            name=n,
            weight=Decimal(w),
            aliases=(),
            rate=None,
        )
        for i, p, n, w in paths
    )
    fresh = {"id": "small", "indicators": indicators, "inputs": (), "tables": (), "sections": ()}
    kept = {name: getattr(base, name) for name in Rulebook.key_names()}
    return Rulebook(**{**kept, **fresh, **changes})


def page(rows: list[list[Content]] | None = None, header: list[Content] | None = None) -> Page:
    """A sheet with title, header and rows, section cells merged as printed."""
    return grid("评分表", [["评分表（2017年度）"], header or HEADER, *(rows or ROWS)])


def workbook(*pages: Page, names: dict[str, str] | None = None) -> Workbook:
    """A workbook of pages."""
    sheets = tuple(
        Sheet(p.name, n, visibility=p.visibility, cells=p.cells, merges=tuple(p.merges))
        for n, p in enumerate(pages)
    )
    return Workbook("a.xlsx", "", "xlsx", sheets, names or {})


def hidden(shown: Page) -> Page:
    """The page, hidden."""
    shown.visibility = Visibility.HIDDEN
    return shown


def found(*pages: Page, book: Rulebook | None = None) -> Scoresheet:
    """The scoresheet located in pages; the test fails where there is none."""
    result = locate_scoresheet(workbook(*pages), [book or rulebook()])
    assert isinstance(result, Scoresheet), [f.code for f in result.findings]
    return result


def refused(*pages: Page, book: Rulebook | None = None) -> Unlocated:
    """The refusal; the test fails where a scoresheet is located."""
    result = locate_scoresheet(workbook(*pages), [book or rulebook()])
    assert isinstance(result, Unlocated), result
    return result


def claimed(sheet: Scoresheet) -> dict[str, str]:
    """Cells of the self-scores by indicator."""
    return {
        row.id: row.readings[Role.CLAIMED].cell
        for row in sheet.rows
        if row.kind is RowKind.INDICATOR and Role.CLAIMED in row.readings
    }


def codes(sheet: Scoresheet | Unlocated) -> list[str]:
    """Codes and cells of the findings."""
    return [f"{f.code} {f.cell or ''}".strip() for f in sheet.findings]
