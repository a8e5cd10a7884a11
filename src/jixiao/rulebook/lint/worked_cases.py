"""Cases: at least two for every rule that can be computed, and every one comes out.

Each is scored exactly and as an interval, and the row's Excel formula and sentence must render.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.formula import FormulaTooLong
from jixiao.rulebook.cases import ROW_KEYS, blurred, case_value, figures_of_case, row_of, run_case
from jixiao.rulebook.excel import rate_formula, score_formula
from jixiao.rulebook.explain import standard_sentence
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name, rulebook_misfit
from jixiao.rulebook.outcome import Outcome, OutcomeState
from jixiao.rulebook.schema import Case, FreeBlock, Indicator, Rulebook
from jixiao.rulebook.scoring import evaluate_indicator, evaluate_row, plan_indicator

FEWEST = 2


def lint_cases(
    rulebook: Rulebook, *, skipped: Collection[ContentPath] = ()
) -> Iterator[RulebookMisfit]:
    """Run every case of a rulebook but those of the rows ``skipped``."""
    if rulebook.abstract:
        return
    for n, indicator in enumerate(rulebook.indicators):
        at: ContentPath = ("indicators", n)
        if at in skipped:
            continue
        made = plan_indicator(rulebook, indicator)
        is_judged = any(part.rule.tree is None for part in made.parts)
        if len(indicator.cases) < FEWEST and not is_judged:
            yield rulebook_misfit(
                (*at, "cases") if indicator.cases else at,
                f"“{indicator.name}”至少要有{FEWEST}个算例",
                f"{indicator.id} needs at least {FEWEST} cases",
                "补上 cases，至少一个取在分档或满分的端点上",
                "add cases, one of them at a boundary",
            )
        for c, case in enumerate(indicator.cases):
            yield from _case(rulebook, (*at, "cases", c), indicator, case, is_judged=is_judged)
        yield from _renders(rulebook, at, indicator)
    for n, block in enumerate(rulebook.blocks):
        for c, case in enumerate(() if ("blocks", n) in skipped else block.cases):
            yield from _block_case(rulebook, ("blocks", n, "cases", c), block, case)


def _case(
    rulebook: Rulebook, at: ContentPath, indicator: Indicator, case: Case, *, is_judged: bool
) -> Iterator[RulebookMisfit]:
    known = set(rulebook.input_by_id)
    for table in rulebook.tables:
        known |= {table.id} | {f"{table.id}.{column.id}" for column in table.columns}
    named = [*case.inputs, *case.tables]
    named += [f"{t}.{c}" for t, rows in case.tables.items() for row in rows for c in row]
    unknown = list(dict.fromkeys(name for name in named if name not in known))
    for name in unknown:
        near = nearest_name(name, known)
        yield rulebook_misfit(
            at,
            f"算例中的“{name}”不是基础数据项，也不是重复表的列",
            f"{name!r} in the case is no input and no column",
            f"改为“{near}”" if near else "改为已有的 id",
            f"did you mean {near!r}?" if near else "name an id that exists",
        )
    if unknown:
        return
    for name, written in case.inputs.items():
        item = rulebook.input_by_id[name]
        if case_value(item, written) is None:
            yield rulebook_misfit(
                (*at, "inputs", name),
                f"“{item.label}”写成了“{written}”，不是数字，也不是可选项",
                f"{written!r} is neither a number nor an option of {name}",
                f"可选项：{'、'.join(item.choices)}" if item.choices else "改写成数字",
                f"options: {', '.join(item.choices)}" if item.choices else "write a number",
            )
    if is_judged:
        weight = plan_indicator(rulebook, indicator).weight
        if case.score is not None and not 0 <= Fraction(case.score) <= weight:
            yield _fails(at, case, f"应在0至{show(weight)}之间", f"not within 0 and {show(weight)}")
        return
    outcome = run_case(rulebook, indicator, case)
    expected = None if case.score is None else Fraction(case.score)
    if outcome.score != expected:
        yield _fails(at, case, *_found(outcome))
    elif expected is not None and not _is_within(rulebook, indicator, case, expected):
        yield _fails(at, case, "不在按显示位数推算的范围之内", "outside its own interval")


def _block_case(
    rulebook: Rulebook, at: ContentPath, block: FreeBlock, case: Case
) -> Iterator[RulebookMisfit]:
    row = row_of(case)
    if row is None:
        yield rulebook_misfit(
            (*at, "inputs"),
            "自设指标的算例写法不对",
            "this case is no free row",
            'inputs 写成 { operator = "≥", target = 90, actual = 81, weight = 10 }',
            f"write inputs = {{ operator, target, actual, weight }}; keys: {', '.join(ROW_KEYS)}",
        )
        return
    outcome = evaluate_row(rulebook, block, row)
    if outcome.score != (None if case.score is None else Fraction(case.score)):
        yield _fails(at, case, *_found(outcome))


def _is_within(rulebook: Rulebook, indicator: Indicator, case: Case, expected: Fraction) -> bool:
    """Whether the score is among those that the digits of the form leave open."""
    if case.rate is not None:
        return True
    figures = blurred(rulebook, figures_of_case(rulebook, case))
    outcome = evaluate_indicator(rulebook, indicator, figures, traced=False)
    return outcome.scores is None or outcome.scores.contains(expected)


def _found(outcome: Outcome) -> tuple[str, str]:
    if outcome.score is None:
        state = {OutcomeState.MISSING: "缺少数据", OutcomeState.ASK: "需人工判定"}.get(
            outcome.state, "没有得分"
        )
        missing = f"：{'、'.join(outcome.missing)}" if outcome.missing else ""
        return f"按规则{state}{missing}", f"the rule gives no score ({outcome.state}{missing})"
    trace = outcome.trace.zh if outcome.trace else ""
    return f"按规则计算：{trace}", f"the rule gives {show(outcome.score)}"


def _fails(at: ContentPath, case: Case, zh: str, en: str) -> RulebookMisfit:
    return rulebook_misfit(
        (*at, "score"),
        f"算例写的得分是{case.score}，{zh}",
        f"the case says {case.score}, {en}",
        "改算例的 score 或 inputs，或改评分规则",
        "change the case or the rule",
    )


def _renders(rulebook: Rulebook, at: ContentPath, indicator: Indicator) -> Iterator[RulebookMisfit]:
    standard_sentence(rulebook, indicator)
    try:
        rate_formula(rulebook, indicator)
        score_formula(rulebook, indicator, "A1")
    except FormulaTooLong:
        yield rulebook_misfit(
            at,
            f"“{indicator.name}”的表格公式超过8192个字符",
            f"the Excel formula of {indicator.id} exceeds 8,192 characters",
            "减少档数，或把一部分移到重复表的计算列",
            "use fewer steps or a computed column of a table",
        )
