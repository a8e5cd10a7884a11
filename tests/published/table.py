"""What is found in each published sheet, what cannot be seen from its columns, and why.

``found`` maps the beginning of a discrepancy line of the sheet's header to the findings that say
it: a code and the cell. ``unseen`` maps one to the reason why the columns do not show it.
``differs`` are the cells of self-scores that no value behind the figures gives; a cell that no
discrepancy line names stands in ``unnamed`` with the reason. ``sums`` are controls: a top section
and what its self-scores add up to; the arithmetic of the control lines
is proven in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from openpyxl import Workbook

from published import layouts
from published.filled import Filled, Line

Finds = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Published:
    """One workbook made from a published sheet and what a check of it says."""

    name: str
    build: Callable[[Filled], Workbook]
    rulebook: str | None  # None: no shipped rulebook fits, and the check says so
    ordered: bool = False  # too little of the sheet is known for its labels to tell the rulebook
    found: Mapping[str, Finds] = field(default_factory=dict)
    unseen: Mapping[str, str] = field(default_factory=dict)
    differs: tuple[str, ...] = ()
    unnamed: Mapping[str, str] = field(default_factory=dict)
    sums: Mapping[str, int] = field(default_factory=dict)
    computed: Mapping[str, str] = field(default_factory=dict)  # a cell of a score, what is computed
    total: tuple[str, str] | None = None  # claimed and computed
    basis: Mapping[str, str] = field(default_factory=dict)  # a cell of a score and what it rests on
    note: str = ""


def _first(filled: Filled) -> Workbook:
    return layouts.form(filled, tuple(line for line in filled.lines if not _is_second(line)))


def _second(filled: Filled) -> Workbook:
    return layouts.form(filled, tuple(line for line in filled.lines if _is_second(line)))


def _is_second(line: Line) -> bool:
    return line.is_on_second_sheet


_UNEVEN = "打分宽严不一的一类：应得分与自评相差不止四舍五入，说明行只举了其中四行"
_OTHER_FORM = "该单位用的是另一套分值（每行8分），未附指标体系；行上另有S105"

FORM = "form-10-50-30-10"

SHEETS: tuple[Published, ...] = (
    Published(
        "p02",
        layouts.hebei,
        "hebei-weighted",
        unseen={"none found": "没有问题"},
        basis={"I6": "rate", "I13": "rate"},
        total=("100", "100"),
    ),
    Published(
        "p03",
        layouts.hebei,
        "hebei-weighted",
        found={
            "weights applied twice": (
                ("C108", "G6"),
                ("C108", "G7"),
                ("C108", "G8"),
                ("C108", "G9"),
            )
        },
    ),
    Published(
        "p05",
        layouts.form,
        FORM,
        found={
            "特困人员救助供养人数": (("R101", "H15"),),
            "扶贫临时救助标准": (("R101", "H19"),),
            "weight 10 and score 10": (("C109", "I8"),),
        },
        differs=("H15", "H19"),
        sums={"产出指标": 50},
        basis={"I7": "inputs", "I8": "inputs", "H13": "target", "H15": "target", "H21": "range"},
    ),
    Published(
        "p07",
        layouts.form,
        FORM,
        ordered=True,
        note="产出40、效益40、满意度20，执行率不计分：没有现成的指标体系，按最接近的表式检查",
        unseen={
            "时效 row claims": "时效行的资金支付与资金情况是两处文字，程序不按名称猜它们指同一笔钱",
            "a 2022 sheet": "指标名称里的日期不参与计算",
        },
        computed={"I7": "8.65"},
        basis={"H16": "range", "H14": "target", "H21": "range"},
    ),
    Published(
        "p10",
        layouts.form,
        FORM,
        found={"37.24/43.2": (("R101", "I7"), ("R101", "H11"))},
        unseen={
            "the same money": "两行的名称不同，是否重复计分由人判断",
            "rows add to 98": "没有总分一格，各行自评合计98分，表内没有与之矛盾的数",
        },
        differs=("I7", "H11"),
        sums={"产出指标": 49, "效益指标": 30},
        computed={"I7": "8.62", "H11": "8.62"},
        total=("98", "97.24"),
        basis={"I7": "inputs", "H11": "target"},
    ),
    Published(
        "p12",
        layouts.form,
        FORM,
        found={
            "the total row is 0/0/0": (
                ("C101", "E8"),
                ("C101", "F8"),
                ("D223", "E7"),
                ("R107", "I7"),
            )
        },
        unseen={
            "text details": "明细只在说明文字里，不在表格的栏内",
            "项目总成本 actual": "成本指标按自己的指标值≤90核对，与资金情况的口径由人判断",
        },
        basis={"I7": "inputs", "H14": "range", "H16": "target", "H18": "range"},
    ),
    Published(
        "p13",
        layouts.form,
        FORM,
        found={"total row 0/0/0": (("C101", "E8"), ("C101", "F8"), ("D223", "E7"), ("R107", "I7"))},
        unseen={
            "the budget was cut": "执行率以调整后预算为分母，年初预算数只作参考",
            "initial details": "明细只在说明文字里，不在表格的栏内",
        },
    ),
    Published(
        "p15",
        layouts.form,
        FORM,
        ordered=True,
        found={
            "same inputs": (("R101", "H26"), ("R101", "H33"), ("R101", "H24"), ("R101", "H30")),
            "居民健康档案": (("R101", "H11"),),
        },
        unseen={"the initial budget is 0": "分母是全年预算数，不用年初预算数"},
        differs=("H11", "H24", "H26", "H30", "H33"),
        unnamed={
            "H22": _UNEVEN,
            "H23": _UNEVEN,
            "H27": _UNEVEN,
            "H28": _UNEVEN,
            "H29": _UNEVEN,
            "H35": _UNEVEN,
        },
        basis={"I7": "inputs", "H11": "target"},
    ),
    Published(
        "p18",
        layouts.form,
        FORM,
        found={"weight/score 10 repeated": (("C109", "I8"),)},
        sums={"产出指标": 50, "效益指标": 30},
        basis={"I8": "inputs"},
    ),
    Published(
        "p20",
        layouts.form_with_direction,
        FORM,
        ordered=True,
        found={
            "其他资金 1.8": (("R105", "H8"),),
            "an indicator marked 正向": (("C107", "E11"),),
        },
        unseen={"the initial budget is 0": "分母是全年预算数，不用年初预算数"},
    ),
    Published(
        "p21",
        _first,
        FORM,
        ordered=True,
        note="四川10/90表没有现成的指标体系，按最接近的表式检查；只见最后一行",
        found={"90 of 100 points": (("R103", "H9"),)},
    ),
    Published(
        "p21",
        _second,
        FORM,
        ordered=True,
        note="另一张表的表头和资金情况，不得与上一张相加",
        unseen={"90 of 100 points": "在另一张表上"},
    ),
    Published(
        "p23",
        layouts.funds_only,
        None,
        note="只有资金情况，没有评分的行",
        unseen={"优抚: spending 179.6": "不是评分表，按没有评分表处理"},
    ),
    Published(
        "w02",
        layouts.chongqing,
        "chongqing-10-90",
        found={"政府采购执行率": (("R101", "J15"),)},
        unseen={"execution rate 76%": "结转结余率是单位自填的指标值和实际值，表内没有它的分子分母"},
        differs=("J15",),
        computed={"J6": "7.6", "J15": "1.45"},
        basis={"J6": "rate", "J15": "target", "J16": "range"},
    ),
    Published(
        "w04",
        layouts.hunan,
        "hunan-2017",
        ordered=True,
        note="投入16、过程58的分值与湖南2017年样式不同，按最接近的检查",
        unseen={"the 2017 三公 budget": "基础数据表只有2017年决算数，没有公式所用的32"},
        unnamed={"I6": _OTHER_FORM, "I8": _OTHER_FORM},
        computed={"I7": "0", "I9": "0"},
        basis={"I6": "rate", "I7": "rate"},
    ),
    Published(
        "w05",
        layouts.indicator_sheet,
        "yueyang-2018",
        found={"reason column empty": (("E101", "G11"),)},
    ),
    Published("w06", layouts.indicator_sheet, "yueyang-2018", unseen={"none found": "没有问题"}),
    Published(
        "w07",
        layouts.weights_in_labels,
        "nanchang-2017",
        ordered=True,
        note="投入20的表式没有现成的指标体系，按行名相同的检查",
        unseen={"none found": "没有问题"},
    ),
    Published(
        "w08",
        layouts.sichuan,
        None,
        note="部门预算管理80的表式没有现成的指标体系",
        unseen={"9.8 implies": "表内没有调剂数和年初预算数"},
    ),
    Published(
        "w09",
        layouts.sichuan,
        None,
        note="县级得分表没有现成的指标体系",
        unseen={"none found": "没有问题"},
    ),
    Published(
        "w10",
        layouts.sichuan,
        "dazhou-2017",
        ordered=True,
        unseen={"none found": "没有问题"},
        sums={"部门决策": 21},
    ),
)
