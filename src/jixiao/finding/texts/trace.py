"""The words of a trace (计算过程): numbers, labels and names go into the slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    # what every trace is made of
    "trace.equation": ("{left} = {right}", "{left} = {right}"),
    "trace.points-equation": ("{left} = {points}分", "{left} = {points} points"),
    "trace.points": ("得{points}分", "{points} points"),
    "trace.clauses": ("，", ", "),
    "trace.items": ("；", "; "),
    "trace.figures": ("、", ", "),
    "trace.and-more": ("{wording}等{count}个数", "{wording} and more, {count} figures in all"),
    # units
    "trace.percentage-points": ("{count}个百分点", "{count} percentage points"),
    "trace.whole-percentage-points": ("{count}个整百分点", "{count} whole percentage points"),
    "trace.steps-of": ("{count}个{step}", "{count} × {step}"),
    "trace.from": ("{end}（含）以上", "{end} or more"),
    "trace.above": ("超过{end}", "more than {end}"),
    "trace.up-to": ("{end}（含）以下", "{end} or less"),
    "trace.below": ("低于{end}", "less than {end}"),
    "trace.any-value": ("任何数值", "any value"),
    "trace.end-included": ("{end}（含）", "{end} (included)"),
    "trace.between": ("{low}至{high}", "{low} to {high}"),
    # why there is no number
    "trace.missing": ("数据未填全，不能测算", "figures are missing, nothing can be computed"),
    "trace.ask": (
        "评分标准未规定此种情形，需人工判定",
        "the standard does not provide for this case; a person must decide",
    ),
    "trace.asks": ("需人工判定", "a person must decide"),
    "trace.judged": ("由评价人评定", "left to the evaluator"),
    "trace.zero-full": (
        "分母为零，按规定得满分",
        "the denominator is zero, which earns full marks",
    ),
    "trace.zero-none": ("分母为零，按规定不得分", "the denominator is zero, which earns nothing"),
    "trace.zero-na": (
        "分母为零，本指标不适用",
        "the denominator is zero, the indicator does not apply",
    ),
    "trace.zero-ask": ("分母为零，需人工判定", "the denominator is zero; a person must decide"),
    "trace.zero-both": (
        "分子、分母都为零，按{rate}计",
        "numerator and denominator are zero, taken as {rate}",
    ),
    # parts put together, rows that do not apply
    "trace.part": ("{name}：{wording}", "{name}: {wording}"),
    "trace.total": ("合计得{points}分", "{points} points in all"),
    "trace.best": ("择优取{name}：{wording}", "the better is {name}: {wording}"),
    "trace.na": ("本指标不适用", "the indicator does not apply"),
    "trace.na-full": ("按规定得满分{points}分", "which earns the full {points} points"),
    "trace.na-give": ("分值并入其他指标，本行计0分", "its points go to another indicator, 0 here"),
    "trace.na-drop": ("不参与评分", "not scored"),
    "trace.gained": (
        "分值并入{gained}分，按{weight}分折算",
        "{gained} points are added to its weight, converted to {weight}",
    ),
    # deductions
    "trace.no-faults": ("没有{noun}", "none: {noun}"),
    "trace.faults": ("{noun}{count}", "{noun} {count}"),
    "trace.a-fault": ("扣分事项", "nothing to deduct for"),
    "trace.equal-to": ("等于{end}", "equal to {end}"),
    "trace.reaches": ("达到{end}", "reaches {end}"),
    "trace.within": ("不超过{end}", "not above {end}"),
    "trace.in-between": ("在{span}之间", "within {span}"),
    "trace.off-by": ("偏离{end} {distance}", "{distance} off {end}"),
    "trace.short-by": ("低于{end} {distance}", "{distance} below {end}"),
    "trace.vetoed": ("一票否决：{says}，得0分", "decided by a breach: {says}, 0 points"),
    "trace.over-by": ("超过{end} {distance}", "{distance} above {end}"),
    "trace.not-a-step": ("不足{step}，不扣分", "less than {step}, nothing deducted"),
    "trace.pro-rata": ("按比例计", "pro rata"),
    "trace.counted-as": ("按{steps}计", "counted as {steps}"),
    "trace.at-most": ("最多扣{points}分", "at most {points} points deducted"),
    "trace.exhausted": ("超过{weight}分，扣完为止", "more than {weight} points, down to 0"),
    "trace.deducted": ("扣{points}分", "{points} points deducted"),
    "trace.no-marks-in": ("{span}，不得分", "{span}, no points"),
    # ladders, cases, choices
    "trace.step": ("属于“{step}”", "falls under “{step}”"),
    "trace.no-step": ("属于其他情况", "falls under none of the steps"),
    "trace.checked": ("{all}项要点中符合{yes}项", "{yes} of {all} points fulfilled"),
    "trace.chosen": ("所选为“{option}”", "the option chosen is “{option}”"),
    # in proportion
    "trace.surpassed": ("超过{end}，按满分计", "above {end}, full marks"),
    "trace.not-above-zero": ("不高于0，不得分", "not above 0, no points"),
    "trace.by-formula": ("按评分公式得{points}分", "{points} points by the scoring formula"),
    # free rows
    "trace.against-target": (
        "实际值{actual}，指标值{sign}{target}",
        "actual {actual}, target {sign} {target}",
    ),
    "trace.sign-assumed": (
        "（表中没有写符号，按指标名称和类型判断）",
        " (no sign in the sheet, taken from the indicator's name and type)",
    ),
    "trace.met": ("已达到", "met"),
    "trace.missed": ("未达到，不得分", "missed, no points"),
    "trace.far-over": ("超过指标值{share}（含）以上", "{share} or more above the target"),
    "trace.far-over-none": (
        "超过指标值{share}以上，不得分",
        "more than {share} above the target, no points",
    ),
    "trace.row-missing": ("指标值或实际值未填写", "target or actual is blank"),
    "trace.row-units": (
        "指标值和实际值的单位不同，不能比较",
        "target and actual have different units",
    ),
    "trace.row-sign": (
        "指标值前没有≥、≤或＝，不能判断方向",
        "the target has no ≥, ≤ or ＝, its direction is unknown",
    ),
    "trace.either-way": (
        "{why}：按≥得{rising}分，按≤得{falling}分",
        "{why}: {rising} points as ≥, {falling} points as ≤",
    ),
    "trace.tiers": (
        "分为{names}{count}档，分别在分值的{spans}之间评分",
        "{count} tiers ({names}), within {spans} of the weight",
    ),
}
