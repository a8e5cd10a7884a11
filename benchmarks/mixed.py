"""Returns of four different forms, mixed: three rulebooks' templates and a form of no rulebook.

Figures, words and names of each differ. Self-scores are those that the figures give, but for one
in ten; the form of no rulebook states its standards in its own column and has its claims typed.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import xlsxwriter

from returns import ROOT, make

sys.path.insert(0, str(ROOT / "tests"))  # what fills forms at random lives there

from jixiao.rulebook import Rulebook, evaluate_indicator, load_rulebook
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling, figures_of_filling
from strategies.fillings import random_filling

FORMS = ("yueyang-2018", "hunan-2017")
SEED = 20190315
WRONG = 0.1  # of all self-scores
_STANDARDS = (
    ("预算编制", "预算编制完整性", 4, "预算编制完整得4分，缺一项扣1分，扣完为止"),
    ("预算编制", "绩效目标合理性", 5, "绩效目标合理得5分，每有一项不合理扣1分，扣完为止"),
    ("预算执行", "预算执行率", 8, "预算执行率达到95%以上得8分，每低1个百分点扣0.5分，扣完为止"),
    ("预算执行", "三公经费控制率", 6, "三公经费控制率≤100%得6分，每超过1个百分点扣1分"),
    ("预算执行", "政府采购执行率", 6, "政府采购执行率100%得6分，每低1个百分点扣0.3分，扣完为止"),
    ("预算管理", "资金使用合规性", 8, "资金使用合规得8分，发现一处违规扣2分，扣完为止"),
    ("预算管理", "预决算信息公开", 5, "按规定公开得5分，未公开不得分"),
    ("资产管理", "固定资产利用率", 6, "固定资产利用率达到90%以上得6分，每低1个百分点扣0.2分"),
    ("职责履行", "重点工作完成率", 20, "重点工作完成率×20分"),
    ("职责履行", "项目质量达标率", 12, "项目质量达标率×12分"),
    ("履职效益", "服务对象满意度", 20, "满意度90%以上得20分，80%（含）-90%得15分，80%以下得10分"),
)


def make_mixed(folder: Path, count: int) -> list[Path]:
    """Write ``count`` returns, the four forms in turn."""
    each = (count + 3) // 4
    rows = [make(folder / "nanchang", each)]
    rows += [list(_of_rulebook(folder / name, load_rulebook(name), each)) for name in FORMS]
    rows.append(list(_of_none(folder / "own", each)))
    return [path for together in zip(*rows, strict=True) for path in together][:count]


def _of_rulebook(folder: Path, rulebook: Rulebook, count: int) -> Iterator[Path]:
    folder.mkdir(parents=True)
    random = Random(SEED)
    for number in range(count):
        filling = _claimed(rulebook, random_filling(rulebook, number), random)
        named = replace(filling, department=f"示例市第{number}局", year=2018)
        path = folder / f"{number:05d}.xlsx"
        path.write_bytes(compose_template(rulebook, named))
        yield path


def _claimed(rulebook: Rulebook, filling: Filling, random: Random) -> Filling:
    """Claim what the figures give, where they give anything, but for a few."""
    figures = figures_of_filling(rulebook, filling)
    claimed = dict(filling.claimed)
    for indicator in rulebook.indicators:
        if indicator.score is None and not indicator.parts:
            continue
        score = evaluate_indicator(rulebook, indicator, figures, traced=False).score
        if score is not None and random.random() >= WRONG:
            claimed[indicator.id] = Decimal(score.numerator) / Decimal(score.denominator)
    return replace(filling, claimed=claimed)


def _of_none(folder: Path, count: int) -> Iterator[Path]:
    folder.mkdir(parents=True)
    random = Random(SEED)
    for number in range(count):
        path = folder / f"{number:05d}.xlsx"
        path.write_bytes(_own_form(number, random))
        yield path


def _own_form(number: int, random: Random) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        frame = workbook.add_format({"border": 1, "text_wrap": True})
        sheet = workbook.add_worksheet("自评表")
        sheet.merge_range("A1:H1", "示例县部门整体支出绩效自评表（2018年度）", frame)
        sheet.write("A2", f"填报单位：示例县第{number}局")
        heads = ("一级指标", "三级指标", "分值", "评分标准", "目标值", "实际值", "自评得分", "说明")
        sheet.write_row(3, 0, heads, frame)
        total = Decimal(0)
        for row, (level, name, points, standard) in enumerate(_STANDARDS, 4):
            actual = Decimal(random.randint(7_000, 10_400)) / 10_000
            score = Decimal(random.randint(0, points * 10)) / 10
            total += score
            words = f"第{number}局{name}说明"
            sheet.write_row(row, 0, (level, name, points, standard, 1), frame)
            sheet.write_row(row, 5, (float(actual), float(score), words), frame)
        last = len(_STANDARDS) + 4
        sheet.write_row(last, 0, ("合计", "", 100, "", "", "", float(total)), frame)
    return target.getvalue()
