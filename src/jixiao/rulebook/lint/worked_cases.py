"""Cases: at least two for every rule that can be computed, and every one comes out.

Each is scored exactly and as an interval, and the row's Excel formula and sentence must render.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, text_of
from jixiao.formula import FormulaTooLong
from jixiao.rulebook.cases import blurred, case_value, figures_of_case, row_of, run_case
from jixiao.rulebook.excel import rate_formula, score_formula
from jixiao.rulebook.explain import standard_sentence
from jixiao.rulebook.misfits import (
    ContentPath,
    RulebookMisfit,
    listed_names,
    nearest_name,
    rulebook_misfit,
)
from jixiao.rulebook.outcome import Outcome, OutcomeState
from jixiao.rulebook.schema import Case, FreeBlock, Indicator, Rulebook
from jixiao.rulebook.scoring import evaluate_indicator, evaluate_row, plan_indicator

FEWEST = 2
_VALUE_REMEDIES = {
    "choice": "rulebook.cases.value.choices",
    "flag": "rulebook.cases.value.flag",
}


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
        if len(indicator.cases) < FEWEST and not is_judged and not rulebook.draft:
            yield rulebook_misfit(
                (*at, "cases") if indicator.cases else at,
                "rulebook.cases.too-few",
                name=indicator.name,
                fewest=FEWEST,
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
            "rulebook.cases.unknown",
            remedy="rulebook.cases.unknown.near" if near else None,
            name=name,
            near=near,
        )
    if unknown:
        return
    for name, written in case.inputs.items():
        item = rulebook.input_by_id[name]
        if case_value(item, written) is None:
            yield rulebook_misfit(
                (*at, "inputs", name),
                "rulebook.cases.value",
                remedy=_VALUE_REMEDIES.get(item.kind),
                label=item.label,
                written=written,
                choices=listed_names(item.choices),
            )
    if is_judged:
        weight = plan_indicator(rulebook, indicator).weight
        if case.score is not None and not 0 <= Fraction(case.score) <= weight:
            yield _fails(at, case, text_of("rulebook.cases.out-of-range").fill(weight=show(weight)))
        return
    outcome = run_case(rulebook, indicator, case)
    expected = None if case.score is None else Fraction(case.score)
    if outcome.score != expected:
        yield _fails(at, case, _found(outcome))
    elif expected is not None and not _is_within(rulebook, indicator, case, expected):
        yield _fails(at, case, text_of("rulebook.cases.outside-interval"))


def _block_case(
    rulebook: Rulebook, at: ContentPath, block: FreeBlock, case: Case
) -> Iterator[RulebookMisfit]:
    row = row_of(case)
    if row is None:
        yield rulebook_misfit((*at, "inputs"), "rulebook.cases.row")
        return
    outcome = evaluate_row(rulebook, block, row)
    if outcome.score != (None if case.score is None else Fraction(case.score)):
        yield _fails(at, case, _found(outcome))


def _is_within(rulebook: Rulebook, indicator: Indicator, case: Case, expected: Fraction) -> bool:
    """Whether the score is among those that the digits of the form leave open."""
    if case.rate is not None:
        return True
    figures = blurred(rulebook, figures_of_case(rulebook, case))
    outcome = evaluate_indicator(rulebook, indicator, figures, traced=False)
    return outcome.scores is None or outcome.scores.contains(expected)


_NO_SCORE = {
    OutcomeState.MISSING: "rulebook.cases.missing",
    OutcomeState.ASK: "rulebook.cases.ask",
}


def _found(outcome: Outcome) -> Bilingual:
    if outcome.score is None:
        why = text_of(_NO_SCORE.get(outcome.state, "rulebook.cases.no-score"))
        if not outcome.missing:
            return why
        missing = listed_names(outcome.missing)
        return text_of("rulebook.cases.lacking").fill(why=why, missing=missing)
    return text_of("rulebook.cases.trace").fill(trace=outcome.trace or "")


def _fails(at: ContentPath, case: Case, why: Bilingual) -> RulebookMisfit:
    return rulebook_misfit((*at, "score"), "rulebook.cases.score", score=case.score, why=why)


def _renders(rulebook: Rulebook, at: ContentPath, indicator: Indicator) -> Iterator[RulebookMisfit]:
    standard_sentence(rulebook, indicator)
    try:
        rate_formula(rulebook, indicator)
        score_formula(rulebook, indicator, "A1")
    except FormulaTooLong:
        yield rulebook_misfit(at, "rulebook.cases.excel-length", name=indicator.name)
