"""Forms in published layouts with planted slips: these are told, and nothing else."""

from __future__ import annotations

import openpyxl
import pytest

import jixiao
from jixiao.drafting.sheet.grades import grades_of

HUBEI = """\
2022年度某某局部门整体绩效自评表
填报日期：2023年3月1日 | | | | | | | 总分：95.5
单位名称 | 某某局
预算执行情况（万元）（20分） | | 预算数（A） | | 执行数（B） | | 执行率（B/A） | 得分（20分×执行率）
 | 部门整体支出总额 | 1234.5 | | 1180.2 | | 95.60% | 19.5
年度目标1：（40分） | 完成政务公开和便民服务
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | | 年初目标值（A） | 实际完成值（B） | 得分
 | 产出指标 | 数量指标 | 公开信息条数（10分） | | ≥100条 | 120条 | 10
 | | 质量指标 | 信息准确率（10分） | | 100% | 96% | 10
 | | 时效指标 | 及时率（10分） | | ≥95% | 95% | 10
 | 效益指标 | 社会效益指标 | 群众知晓率（10分） | | ≥90% | 92% | 10
年度目标2：（40分） | 加强队伍建设
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | | 年初目标值（A） | 实际完成值（B） | 得分
 | 产出指标 | 数量指标 | 培训人次（20分） | | ≥200人次 | 210人次 | 18
 | 满意度指标 | 满意度指标 | 干部满意度（20分） | | ≥90% | 95% | 18
"""
FUJIAN = """\
2022年度部门整体支出绩效自评表
一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 权重 | 评分标准 | 自评得分 | 未完成原因
产出指标 | 数量指标 | 水库座数 | ≥10座 | 8座 | 20 | 达到目标值得满分，每少1座扣2分 | 18 | 资金不足
 | 质量指标 | 验收合格率 | 100% | 100% | 20 | 达到100%得满分，每低1个百分点扣1分，扣完为止 | 18 |
 | 时效指标 | 按时完成率 | ≥95% | 90% | 20 | ≥95%得20分，90%（含）-95%得15分，90%以下不得分 | 20 |
效益指标 | 社会效益 | 问题整改数 | ≥3个 | 3个 | 20 | 每发现1个问题扣1分，扣完为止 | 20 |
满意度 | 满意度 | 群众满意度 | ≥90% | 92% | 20 | ≥90%得20分，90%以下不得分 | 20 |
合计 | | | | | 100 | | 96 |
"""
GUIZHOU = """\
部门整体支出绩效评价自评表
一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重 | 评分标准 | 得分 | 扣分原因
投入 | 20 | 目标设定 | 10 | 绩效目标合理性 | 5 | 符合要求得5分，否则不得分 | 5 |
 | | | | 绩效指标明确性 | 5 | 清晰、可衡量得5分，每缺一项扣1分 | 4.5 | 未量化
 | | 预算配置 | 10 | 在职人员控制率 | 10 | ≤100%得10分，每超过一个百分点扣1分，扣完为止 | 10 |
过程 | 40 | 预算执行 | 40 | 预算完成率 | 20 | ≥95%得20分，每低1个百分点扣1分。本部门93% | 20 |
 | | | | 公用经费控制率 | 20 | ≤100%得满分，超过不得分 | 20 |
产出 | 40 | 职责履行 | 40 | 实际完成率 | 40 | 得分=实际完成率×40 | 38 | 完成95%
合计 | 100 | | 100 | | 100 | | 97.5 |
"""
FOURTH = """\
2023年度专项资金绩效评价打分表
一级 | 二级 | 三级 | 四级（评价要素） | 评价标准 | 实际情况 | 评价得分 | 满分 | 扣分说明
决策 | 项目立项 | 立项规范性 | 立项程序 | 程序规范得2分，否则不得分 | 规范 | 2 | 2 |
 | | | 立项材料 | 材料齐全得2分，缺1项扣1分，扣完为止 | 缺1项 | 2 | 2 |
 | | | 分配办法 | 有办法得3分，否则0分 | 有 | 3 | 3 |
 | 小计 | | | | | 7 | 7 |
管理 | 资金管理 | 到位率 | 资金到位率 | ≥100%得8分，每低1%扣0.5分 | 96% | 6 | 8 | 晚到
 | | 执行率 | 资金执行率 | 执行率×12分 | 90% | 11 | 12 | 尾款
产出 | 数量 | 完成量 | 道路里程 | ≥100%得20分，每低5%扣2分（不足5%按5%计） | 88% | 14 | 20 | 天气
 | 质量 | 合格率 | 验收合格率 | 100%得20分，每降低1%扣2分，低于95%不得分 | 97% | 14 | 20 | 返工
效益 | 社会效益 | 受益 | 受益村数 | ≥12个得13分，每少1个扣2分 | 11个 | 13 | 13 |
 | 满意度 | 满意度 | 群众满意度 | ≥90%得20分；80%≤x＜90%得15分；＜80%不得分 | 88% | 15 | 20 | 宣传
总分 | | | | | | 80 | 98 |
"""
SAID = """\
市直部门整体支出绩效自评评分表
指标 | 评分标准 | 标准分 | 自评说明 | 自评得分 | 主管部门评分 | 财政评分 | 备注
一、预算编制（15分）
1.绩效目标编制 | 目标完整得15分，每缺一项要素扣1分。 | 15 | 目标完整 | 15 | 15 | 14 |
二、预算执行（45分）
2.预算执行率 | 执行率×20分 | 20 | 执行率91.5% | 18.5 | 18.3 | 18.3 |
3.结转结余率 | 结转结余率≤5%得25分，每超1个百分点扣1分，扣完为止。 | 25 | 8.5% | 22 | 22 | 21 |
三、绩效结果（40分）
4.免费开放天数 | ≥300天得40分，每少10天扣1分。 | 40 | 实际开放280天 | 40 | 38 | 38 |
总计 | | 100 | | 95.5 | 93.3 | 91.3 |
"""
SCORELESS = """\
2023年度项目绩效目标完成情况表
一级指标 | 二级指标 | 三级指标 | 计量单位 | 计划完成值 | 实际完成值 | 是否完成 | 未完成原因
产出 | 数量 | 选派人数 | 人 | 60 | 58 | 是 |
产出 | 质量 | 考核合格率 | % | 95 | 97 | 是 |
效益 | 经济效益 | 带动农户增收 | 元/户 | ≥2000 | 2100 | 是 |
满意度 | 满意度 | 农户满意度 | % | 90 | 89 | 是 |
"""


def _book(grid: str) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    for line in grid.splitlines():
        sheet.append([_typed(cell.strip()) for cell in line.split("|")])
    return book


def _typed(text: str) -> float | str | None:
    try:
        return float(text)
    except ValueError:
        return text or None


@pytest.mark.parametrize(
    ("grid", "told"),
    [
        (HUBEI, {("R101", "H5"), ("R111", "H9"), ("R114", "H14"), ("R114", "H15")}),
        (FUJIAN, {("R101", "H3"), ("R101", "H4"), ("R101", "H5")}),
        (GUIZHOU, {("R101", "H6"), ("R112", "H4")}),
        (FOURTH, {("R101", "G4"), ("R101", "G8"), ("R101", "G11")}),
        (SAID, {("R101", "E6"), ("R101", "E9")}),
        (SCORELESS, set()),
    ],
    ids=["hubei", "fujian", "guizhou", "fourth", "said", "scoreless"],
)
def test_planted_slips_are_told(grid: str, told: set[tuple[str, str]]) -> None:
    found = jixiao.check(_book(grid))
    assert {(f.code, f.cell) for f in found.findings if f.code.startswith("R")} == told


def test_sources_beside_their_sum_are_added_up() -> None:
    grid = """\
2022年部门整体支出绩效目标自评表
年度部门整体支出预算（万元） | 资金总额 | 财政拨款 | 其他资金
 | 1500 | 1200 | 200
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成指标值
 | 产出指标 | 数量指标 | 低保对象人数 | ≥5000人 | 5100人
 | 满意度指标 | 满意度指标 | 满意度 | ≥90% | 93%
"""
    found = jixiao.check(_book(grid))
    assert [(f.code, f.cell) for f in found.findings if f.code == "C110"] == [("C110", "B3")]


def test_a_grade_stands_beside_the_bounds_that_it_is_held_against() -> None:
    told = "评价等级：优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下） | | | | | | | 良"
    found = jixiao.check(_book(f"{GUIZHOU}{told}\n"))
    assert found.total is not None
    assert (found.total.claimed_grade, found.total.computed_grade) == ("良", "优")
    assert ("T103", "H10") in {(f.code, f.cell) for f in found.findings}


def test_what_was_not_reached_is_told_where_there_are_no_scores() -> None:
    found = jixiao.check(_book(SCORELESS))
    assert {(f.code, f.cell) for f in found.findings if f.cell} == {
        ("S121", "C3"),
        ("E103", "F3"),
        ("E103", "F6"),
    }


def test_nothing_else_is_told_of_words_and_headings() -> None:
    for grid in (FOURTH, SAID):
        found = jixiao.check(_book(grid))
        assert {f.code for f in found.findings} <= {"R101", "E101", "C112", "F050", "D009"}


def test_a_header_in_two_rows_names_levels_and_their_weights() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["一级指标", None, "二级指标", None, "三级指标", None, "评价标准", "得分"])
    sheet.append(["指标", "分值", "指标", "分值", "指标", "分值"])
    sheet.append(["投入", 60, "目标", 60, "目标合理性", 20, "合理得20分，否则不得分", 20])
    sheet.append([None, None, None, None, "控制率", 40, "≤100%得40分，每超1%扣2分", 40])
    sheet.append(["产出", 40, "完成", 40, "实际完成率", 40, "得分=实际完成率×40分", 38])
    sheet.append(["合计", 100, None, 100, None, 100, None, 98])
    for area in ("A1:B1", "C1:D1", "E1:F1", "A3:A4", "B3:B4", "C3:C4", "D3:D4"):
        sheet.merge_cells(area)
    found = jixiao.check(book)
    assert [(s.name, s.max, s.claimed) for s in found.sections] == [
        ("投入", 60, 60),
        ("产出", 40, 38),
    ]


def test_a_shortfall_counts_from_the_target_of_its_row() -> None:
    found = jixiao.check(_book(FUJIAN))
    row = next(i for i in found.indicators if i.name == "水库座数")
    assert row.computed_score == 16


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下）", [90, 80, 60, 0]),
        ("90分（含）以上为优，80分（含）-90分为良，60-80分为中，60分以下为差", [90, 80, 60, 0]),
        ("优秀：90≤得分≤100；良好：80≤得分＜90；不合格：得分＜80", [90, 80, 0]),
        ("优（90分）、良（80分）", []),
        ("绩效目标设定为优，90分", []),
    ],
)  # fmt: skip
def test_grades_that_a_form_lists(text: str, bounds: list[int]) -> None:
    assert [int(grade.min) for grade in grades_of([text])] == bounds
