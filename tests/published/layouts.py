"""Workbooks in the layouts in which scoresheets are published, one function for each family."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openpyxl import Workbook

from published.filled import SIGNS, Filled, Line
from published.page import Page

_ITEM = re.compile(r"item score ([0-9.]+)|单项指标得分 column ([0-9.]+)")


def _opened(filled: Filled, title: str, width: int, *, year: bool = True) -> tuple[Workbook, Page]:
    """A workbook with the title, the year, the office and the unit at the top right."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "自评表"
    page = Page(book.active, width)
    page.add(["附件2"])
    page.across(title, bold=True)
    if year and filled.year:
        page.across(f"（{filled.year}年度）")
    page.add([f"填报单位（盖章）：{filled.unit}", *[""] * (width - 2), "单位：万元"])
    return book, page


def _closed(page: Page, filled: Filled, cells: Sequence[object] | None) -> None:
    """The total where the sheet states one, and the line of signatures."""
    if filled.total and cells is not None:
        row = page.add(cells)
        page.merge(row, 1, row, 3)
    page.add(["填报人：", "", "联系电话：", "", "单位负责人（签字）："])
    page.add(["注：1.得分保留两位小数；2.得分一档最高不能超过该指标分值上限。"])


def form(filled: Filled, lines: Sequence[Line] = ()) -> Workbook:
    """The national self-evaluation form: funds at the top, a goal, the table of indicators."""
    lines = lines or filled.lines
    book, page = _opened(filled, "项目支出绩效自评表", 9)
    page.add(["项目名称", "", f"{filled.unit}项目"])
    money = [line for line in lines if line.is_money]
    if money:
        _funds(page, money)
    row = page.add(["年度总体目标", "预期目标", "", "", "", "实际完成情况"])
    page.add(["", "按计划完成全年工作。", "", "", "", "已按计划完成。"])
    page.merge(row, 1, row + 1, 1)
    others = [line for line in lines if not line.is_money]
    if others:
        page.add(
            [
                "绩效指标",
                "一级指标",
                "二级指标",
                "三级指标",
                "年度指标值",
                "实际完成值",
                "分值",
                "得分",
                "偏差原因分析及改进措施",
            ]
        )
        top = page.row
        for line in others:
            page.add(
                [
                    "",
                    line.level1,
                    line.level2,
                    line.indicator,
                    line.goal,
                    line.measured(line.actual),
                    line.weight,
                    line.self_score,
                    line.reason,
                ]
            )
        page.merge(top - 1, 1, page.row - 1, 1)
        page.merge_alike(2, top, [line.level1 for line in others])
        page.merge_alike(3, top, [(line.level1, line.level2) for line in others])
    _closed(page, filled, ["总分", "", "", "", "", "", 100, filled.total, ""] if others else None)
    return book


def _funds(page: Page, money: Sequence[Line]) -> None:
    """The block of funds, whose columns are not those of the table below."""
    top = page.add(
        [
            "项目资金\n（万元）",
            "",
            "",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
        ]
    )
    page.merge(top, 2, top, 3)
    for line in money:
        row = page.add(
            [
                "",
                line.indicator.replace("总额", "年度资金总额").replace("年度资金年度", "年度"),
                "",
                line.initial,
                line.target,
                line.actual,
                line.weight,
                line.rate,
                line.self_score,
            ]
        )
        page.merge(row, 2, row, 3)
    page.merge(top, 1, page.row - 1, 1)


def form_with_direction(filled: Filled) -> Workbook:
    """The form with columns for the sign, the direction and the unit."""
    book, page = _opened(filled, "项目支出绩效自评表", 11)
    _funds(page, [line for line in filled.lines if line.is_money])
    page.add(
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "指标性质",
            "指标方向",
            "年度指标值",
            "度量单位",
            "实际完成值",
            "分值",
            "得分",
            "偏差原因分析及改进措施",
        ]
    )
    names = {">=": "大于等于", "<=": "小于等于", "=": "等于"}
    others = [line for line in filled.lines if not line.is_money]
    top = page.row
    for line in others:
        page.add(
            [
                line.level1,
                line.level2,
                line.indicator,
                names.get(line.op, ""),
                "正向",
                line.target,
                line.unit,
                line.actual,
                line.weight,
                line.self_score,
                line.reason,
            ]
        )
    page.merge_alike(1, top, [line.level1 for line in others])
    page.merge_alike(2, top, [(line.level1, line.level2) for line in others])
    _closed(page, filled, None)
    return book


def hebei(filled: Filled) -> Workbook:
    """河北: item score × weight % = 折算得分."""
    book, page = _opened(filled, "预算项目绩效自评表", 10)
    page.add(
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "符号",
            "指标值",
            "实际完成值",
            "单项指标得分",
            "权重占比%",
            "折算得分",
            "备注",
        ]
    )
    top = page.row
    for line in filled.lines:
        item = _ITEM.search(line.note)
        page.add(
            [
                line.level1,
                line.level2,
                line.indicator,
                SIGNS.get(line.op, ""),
                line.measured(line.target),
                line.measured(line.actual),
                item[1] or item[2] if item else "100" if line.self_score else "",
                line.weight,
                line.self_score,
                "",
            ]
        )
    page.merge_alike(1, top, [line.level1 for line in filled.lines])
    _closed(page, filled, ["合计", "", "", "", "", "", "", 100, filled.total])
    return book


def chongqing(filled: Filled) -> Workbook:
    """重庆: a coefficient beside the target, weight and score, core indicators marked."""
    book, page = _opened(filled, "部门整体绩效自评表", 11)
    page.add(
        [
            "一级指标",
            "指标名称",
            "计量单位",
            "符号",
            "年初指标值",
            "调整指标值",
            "全年完成值",
            "得分系数（%）",
            "权重（分）",
            "得分",
            "是否核心指标",
        ]
    )
    top = page.row
    for line in filled.lines:
        coefficient = "100%" if "得分系数 printed as 100%" in line.note else ""
        page.add(
            [
                line.level1,
                line.indicator,
                line.unit,
                SIGNS.get(line.op, ""),
                line.target,
                "",
                line.actual,
                coefficient,
                line.weight,
                line.self_score,
                "是" if "core indicator" in line.note else "否",
            ]
        )
    page.merge_alike(1, top, [line.level1 for line in filled.lines])
    _closed(page, filled, ["总分", "", "", "", "", "", "", "", 100, filled.total])
    return book


def indicator_sheet(filled: Filled) -> Workbook:
    """岳阳 and its like: fixed rows, points of the levels written into their cells."""
    book, page = _opened(filled, "部门整体支出绩效评价评分表", 7)
    page.sheet.title = "评分表"
    page.add(["一级\n指标", "二级\n指标", "三级指标", "评分标准", "分值", "自评得分"])
    page.sheet.cell(page.row - 1, 7, "扣分原因和其他说明")
    weights = {"投入": 15, "过程": 40, "预算配置": 15, "预算执行": 15, "预算管理": 15}
    _fixed_rows(page, filled, weights)
    _closed(page, filled, ["总分", "", "", "", 100, filled.total])
    return book


def weights_in_labels(filled: Filled) -> Workbook:
    """新邵: the weight stands in the label, 绩效目标合理性（2分）; no column of weights."""
    book, page = _opened(filled, "部门整体支出绩效评价指标评分表", 5)
    page.sheet.title = "评分表"
    page.add(["一级指标", "二级指标", "三级指标", "评分标准", "自评得分"])
    top = page.row
    levels = {"投入": "投入（20分）", "目标设定": "目标设定（5分）", "预算配置": "预算配置（15分）"}
    for line in filled.lines:
        page.add(
            [
                levels[line.level1],
                levels[line.level2],
                f"{line.indicator}（{line.weight}分）",
                "按要求评分",
                line.self_score,
            ]
        )
    page.merge_alike(1, top, [line.level1 for line in filled.lines])
    page.merge_alike(2, top, [line.level2 for line in filled.lines])
    _closed(page, filled, None)
    return book


def sichuan(filled: Filled) -> Workbook:
    """四川: three levels, weight, score, remarks."""
    book, page = _opened(filled, "部门整体支出绩效评价得分表", 6)
    page.add(["一级指标", "二级指标", "三级指标", "指标分值", "自评得分", "扣分原因"])
    top = page.row
    for line in filled.lines:
        page.add([line.level1, line.level2, line.indicator, line.weight, line.self_score])
    page.merge_alike(1, top, [line.level1 for line in filled.lines])
    page.merge_alike(2, top, [(line.level1, line.level2) for line in filled.lines])
    _closed(page, filled, ["合计", "", "", 100, filled.total])
    return book


def _fixed_rows(page: Page, filled: Filled, weights: dict[str, int]) -> None:
    top = page.row
    for line in filled.lines:
        first, rest = line.level1[0], line.level1[1:]
        page.add(
            [
                f"{first} {rest}\n({weights[line.level1]}分)",
                f"{line.level2}\n({weights[line.level2]}分)",
                line.indicator,
                f"{line.indicator}{line.target}，计{line.weight}分",
                line.weight,
                line.self_score,
                line.reason,
            ]
        )
    page.merge_alike(1, top, [line.level1 for line in filled.lines])
    page.merge_alike(2, top, [(line.level1, line.level2) for line in filled.lines])


def hunan(filled: Filled) -> Workbook:
    """湖南: a sheet of basic figures, and a table whose weights are headed 得分 as well."""
    book, page = _opened(filled, "部门整体支出绩效评价指标表", 9)
    page.sheet.title = "评分表"
    page.add(["一级指标", "得分", "二级指标", "得分", "三级指标", "得分", "评价标准", "实际值"])
    page.sheet.cell(page.row - 1, 9, "得分")
    lines = [line for line in filled.lines if line.level1 != "基础数据"]
    top = page.row
    sections = {"投入": 16, "过程": 58, "预算配置": 16, "预算执行": 58}
    for line in lines:
        page.add(
            [
                line.level1,
                sections[line.level1],
                line.level2,
                sections[line.level2],
                line.indicator,
                line.weight,
                f"以{line.target}为标准",
                line.actual,
                line.self_score,
            ]
        )
    for column in (1, 2):
        page.merge_alike(column, top, [line.level1 for line in lines])
    for column in (3, 4):
        page.merge_alike(column, top, [line.level2 for line in lines])
    _closed(page, filled, None)
    _base_figures(book, filled)
    return book


def _base_figures(book: Workbook, filled: Filled) -> None:
    """附件3: one figure a row, or one for each of the years named in the label."""
    page = Page(book.create_sheet("基础数据表"), 5)
    page.across("部门整体支出绩效评价基础数据表", bold=True)
    page.add(["项目", "2017年决算数", "2018年预算数", "2018年决算数"])
    for line in filled.lines:
        if line.level1 == "基础数据":
            label = line.indicator.partition(" 20")[0].partition(" 年初")[0]
            page.add([label, *line.actual.split("|")])


def funds_only(filled: Filled) -> Workbook:
    """A report with blocks of funds and nothing scored."""
    book, page = _opened(filled, "财政支出项目绩效评价自评报告", 5)
    page.add(["项目", "计划安排资金", "实际到位资金", "实际支出", "备注"])
    for line in filled.lines:
        page.add([line.level1, line.target, line.target, line.actual, ""])
    _closed(page, filled, None)
    return book
