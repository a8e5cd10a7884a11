"""A fixed row of the scoresheet: one indicator of the rulebook with its live rate and score."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures import format_number
from jixiao.finding import chinese_text
from jixiao.rulebook import (
    NA_TEXT,
    Indicator,
    Judged,
    Role,
    answer_word,
    claimed_name,
    computed_standard,
    plan_indicator,
    printed_standard,
    rate_formula,
    rate_name,
    score_formula,
    suggested_name,
)
from jixiao.workbook import cell_address
from jixiao.writing.template.formats import rate_format
from jixiao.writing.template.grid import NO_FIGURE, Grid, least
from jixiao.writing.template.page import STANDARD
from jixiao.writing.template.prompts import note, options, restrict
from jixiao.writing.template.sums import SumCells

_ROW_HEIGHT = 30
_OF_FREE_ROWS = (
    Role.NATURE,
    Role.DIRECTION,
    Role.OPERATOR,
    Role.TARGET,
    Role.ADJUSTED_TARGET,
    Role.UNIT,
    Role.COEFFICIENT,
    Role.ITEM_SCORE,
)


def write_indicator(grid: Grid, indicator: Indicator) -> SumCells:
    """Write the next row; give the cells that sums take."""
    grid.row += 1
    page, row = grid.page, grid.row
    page.height(row, _ROW_HEIGHT)
    page.label(row, grid.at[Role.NAME], indicator.name, "centre")
    texts = {
        Role.MEANING: (indicator.meaning, "text"),
        Role.STANDARD: (printed_standard(grid.rulebook, indicator), "text"),
        Role.CORE: (answer_word(indicator.core), "centre"),
    }
    keys = {Role.STANDARD: f"{STANDARD}{indicator.id}"}
    for role, (text, look) in texts.items():
        if grid.has(role):
            page.label(row, grid.at[role], text, look, keys.get(role, ""))
    if computed := computed_standard(grid.rulebook, indicator):
        grid.comment_standard(computed)
    for role in _OF_FREE_ROWS:
        if grid.has(role):
            page.label(row, grid.at[role], "", "live")
    page.constant(row, grid.at[Role.WEIGHT], grid.weight(indicator), "weight")
    write_rate(grid, indicator)
    cells = write_scores_of(grid, indicator)
    filling = grid.filling
    prompt = chinese_text("template.prompt.reason")
    grid.words_entry(
        Role.REASON, f"reason:{indicator.id}", filling.reasons.get(indicator.id), prompt
    )
    prompt = chinese_text("template.prompt.evidence")
    if indicator.evidence:
        prompt += chinese_text("template.prompt.evidence-example", evidence=indicator.evidence)
    named = filling.evidence.get(indicator.id)
    grid.words_entry(Role.EVIDENCE, f"evidence:{indicator.id}", named, prompt)
    return cells


def write_rate(grid: Grid, indicator: Indicator, to: int | None = None) -> None:
    """Write the 实际值 cell, merged up to column ``to``: a live rate, a judgement or nothing."""
    if not grid.has(Role.ACTUAL):
        return
    page, row, column = grid.page, grid.row, grid.at[Role.ACTUAL]
    end = (row, to or column)
    formula = rate_formula(grid.rulebook, indicator)
    if formula is not None:
        look = f"live|{rate_format(plan_indicator(grid.rulebook, indicator).shown.unit)}"
        page.formula(row, column, formula, look, rate_name(indicator.id), to=end)
    elif isinstance(indicator.score, Judged):
        value = grid.filling.actuals.get(indicator.id)
        page.entry(row, column, value, "entry-centre", f"actual:{indicator.id}", to=end)
        tiers = [tier.name for tier in indicator.score.tiers]
        rule = (
            options(indicator.name, tiers, chinese_text("template.prompt.tier"))
            if tiers
            else note(indicator.name, chinese_text("template.prompt.actual"))
        )
        restrict(page, (row, column), (row, column), rule)
    else:
        page.label(row, column, NO_FIGURE, "live", to=end)


def write_scores_of(grid: Grid, indicator: Indicator) -> SumCells:
    """Write claimed, suggested and reviewed score; a judged row has no suggested one."""
    most, floor = grid.weight(indicator), least(indicator)
    claim = grid.filling.claimed.get(indicator.id)
    found = {
        Role.CLAIMED: grid.score_entry(
            Role.CLAIMED, claimed_name(indicator.id), claim, most, floor
        ),
        Role.SUGGESTED: _suggested(grid, indicator),
        Role.REVIEWED: grid.score_entry(
            Role.REVIEWED,
            f"reviewed:{indicator.id}",
            grid.filling.reviewed.get(indicator.id),
            most,
            floor,
        ),
    }
    if indicator.not_applicable is None and grid.has(Role.CLAIMED):
        grid.page.ask(grid.row, grid.at[Role.CLAIMED], claim)
    weight = grid.cell(Role.WEIGHT) if grid.rulebook.blocks else None
    known = {role: cell for role, cell in found.items() if cell is not None}
    grid.tell_apart(known)
    unless = left_out_when(indicator, known.get(Role.SUGGESTED))
    if unless:
        grid.left_out.append(left_out_points(unless, Fraction(most)))
    return SumCells(known, weight=weight, adjusts=indicator.adjusts, unless=unless)


def left_out_when(indicator: Indicator, suggested: str | None) -> str:
    """The condition, over its suggested score, under which a row is left out; blank for never."""
    return f'{suggested}="{NA_TEXT}"' if suggested and may_be_left_out(indicator) else ""


def left_out_points(unless: str, weight: Fraction) -> str:
    """The points of a row that go with it where it is left out, as a formula."""
    return f"IF({unless},{format_number(weight)},0)"


def may_be_left_out(indicator: Indicator) -> bool:
    """Whether a row that does not apply is left out of the total, and the others count for more."""
    policy = indicator.not_applicable
    if policy is not None:
        return policy.then == "drop"
    return indicator.if_zero == "na" or any(part.if_zero == "na" for part in indicator.parts)


def _suggested(grid: Grid, indicator: Indicator) -> str | None:
    if not grid.has(Role.SUGGESTED):
        return None
    at = (grid.row, grid.at[Role.SUGGESTED])
    formula = score_formula(grid.rulebook, indicator, grid.cell(Role.ACTUAL))
    if formula is None:
        grid.page.label(*at, NO_FIGURE, "live")
        return None
    grid.page.formula(*at, formula, f"live|{grid.points}", suggested_name(indicator.id))
    return cell_address(*at)
