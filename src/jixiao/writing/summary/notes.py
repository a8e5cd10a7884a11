"""The sheet 说明: what was checked with what, how verdicts come about, what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.writing.summary.formats import lay_out
from jixiao.writing.summary.model import ReturnRow, SummaryScope
from jixiao.writing.text_width import text_height

_WIDTH = 110
_VERDICTS = (
    "一致：自评得分就是按评分标准复算的得分。",
    "按显示值一致：不完全相等，但在所填数字的小数位允许的范围内可以得到自评得分。",
    "不一致：所填数字无论怎样取舍都得不出自评得分。",
    "无法判定：数字有歧义、分母为零或缺少基础数据，需要人工核实。",
    "人工评判：评分标准要靠人判断，只核对分值范围、合计和扣分原因。",
    "未填自评：没有自评得分。",
)
_RULES = (
    "复算总分：能复算的指标用复算得分，其余用自评得分。差额：自评总分减复算总分，正数为多报。",
    "多报分、少报分：汇总表按各单位总分的差额合计；指标分析表只计结论为“不一致”的指标。",
    "排名按复核得分；没有复核得分的按复算总分。总分相同的名次并列，下一名次相应顺延。",
    "各指标体系的评分标准不同：报送用了不止一个指标体系时，放在一起的排名仅供参考。",
    "复核得分取自报送的工作簿。填在批注副本里的，把副本放回报送文件夹替换原件，再运行一次才进入排名。",
    "同一单位多份报送只有一份进入汇总和排名，问题清单里说明采用哪一份、为什么。",
    "本表只核对数字和填报是否完整，不评价工作实绩；佐证材料的真实性未核对。",
    "“批注副本”和“位置”两列的链接指向 annotated 文件夹，本文件要与它放在一起才点得开。",
    "文件名含 # 的，表格软件打不开链接，请到 annotated 文件夹里找。",
)


def write_notes(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    returns: Sequence[ReturnRow],
    scope: SummaryScope,
) -> None:
    """Write the sheet, one sentence a row under four headings."""
    lay_out(sheet, (4, _WIDTH), header_row=None)
    row = 0
    for heading, lines in (
        ("核对依据", _basis(scope)),
        ("结论的含义", _VERDICTS),
        ("计算和排名", _RULES),
        ("未核对的文件", _unchecked(returns, scope)),
    ):
        sheet.write_string(row, 0, heading, formats["block"])
        for offset, line in enumerate(lines, 1):
            sheet.set_row(row + offset, text_height(line, _WIDTH))
            sheet.write_string(row + offset, 1, line, formats["plain"])
        row += len(lines) + 2


def _basis(scope: SummaryScope) -> list[str]:
    lines = [f"程序：{scope.program}"]
    lines += [
        f"指标体系：{key}（{name}），{scope.used[key]} 份" for key, name in scope.rulebooks.items()
    ]
    if scope.year is not None:
        lines.append(f"年度：{scope.year} 年")
    listed = "未提供" if scope.listed is None else f"{scope.listed} 个单位"
    return [*lines, f"名册：{listed}"]


def _unchecked(returns: Sequence[ReturnRow], scope: SummaryScope) -> list[str]:
    outcomes = Counter(one.brief.outcome for one in returns)
    return [
        f"打不开或不能核对的工作簿 {outcomes['unreadable'] + outcomes['several-scoresheets']} 份。",
        f"没有评分表的工作簿 {outcomes['no-scoresheet']} 份，按附件列出。",
        f"其他文件（报告、图片、临时文件等）{scope.skipped} 个，见问题清单的提示。",
    ]
