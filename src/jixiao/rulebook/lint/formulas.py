"""Formulas: they parse, name only what exists, and say what a zero denominator means."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TypeAlias, assert_never

from jixiao.formula import (
    Compare,
    FormulaError,
    Tree,
    column_names,
    input_names,
    is_condition,
    parse_formula,
)
from jixiao.rulebook.kinds import AnswerUse, FormulaUse, Score
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, nearest_name, rulebook_misfit
from jixiao.rulebook.schema import Indicator, Part, Rulebook
from jixiao.rulebook.scoring import divisors

_Read: TypeAlias = Generator[RulebookMisfit, None, Tree | None]
"""What is wrong with a formula; in the end its tree, None where it is no formula."""


def lint_formulas(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check every formula of a rulebook."""
    scope = _Scope(rulebook)
    for n, table in enumerate(rulebook.tables):
        own = [c.id for c in table.columns if c.formula is None and c.kind != "text"]
        for c, column in enumerate(table.columns):
            if column.formula is not None:
                at: ContentPath = ("tables", n, "columns", c)
                tree = yield from _formula((*at, "formula"), column.formula, own, {})
                yield from _zero(at, column.formula, tree, column.if_zero)
    for n, indicator in enumerate(rulebook.indicators):
        at = ("indicators", n)
        yield from _row(scope, at, indicator)
        for p, part in enumerate(indicator.parts):
            yield from _row(scope, (*at, "parts", p), part)
            if part.if_zero == "na":
                yield rulebook_misfit((*at, "parts", p, "if_zero"), "rulebook.parts.not-applicable")
        policy = indicator.not_applicable
        if policy is not None and policy.when is not None:
            yield from scope.condition((*at, "not_applicable", "when"), policy.when)
    yield from _of_the_whole(scope, rulebook)


def _of_the_whole(scope: _Scope, rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check the conditions of vetoes and the identities."""
    for n, veto in enumerate(rulebook.veto):
        yield from scope.condition(("veto", n, "when"), veto.when)
    for n, identity in enumerate(rulebook.identities):
        at = ("identities", n, "holds")
        tree = yield from scope.formula(at, identity.holds)
        if tree is not None and not isinstance(tree, Compare):
            yield rulebook_misfit(at, "rulebook.identity.no-comparison")


class _Scope:
    """The names that a formula of the rulebook may use."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.inputs = [item.id for item in rulebook.inputs if item.kind != "text"]
        self.kinds = {item.id: item.kind for item in rulebook.inputs}
        self.columns = {
            t.id: [c.id for c in t.columns if c.kind != "text"] for t in rulebook.tables
        }

    def formula(self, at: ContentPath, text: str, *extra: str) -> _Read:
        return _formula(at, text, [*self.inputs, *extra], self.columns)

    def condition(self, at: ContentPath, text: str, *extra: str) -> Iterator[RulebookMisfit]:
        tree = yield from self.formula(at, text, *extra)
        if tree is not None and not is_condition(tree):
            yield rulebook_misfit(at, "rulebook.formula.no-condition", text=text)


def _formula(at: ContentPath, text: str, inputs: list[str], tables: dict[str, list[str]]) -> _Read:
    try:
        tree = parse_formula(text)
    except FormulaError as error:
        yield rulebook_misfit(
            at,
            "rulebook.formula.wrong",
            remedy=error.remedy,
            text=text,
            column=error.column,
            what=error.message,
        )
        return None
    for name in input_names(tree):
        if name not in inputs:
            yield _unknown(at, name, inputs)
    for column in column_names(tree):
        known = tables.get(column.table)
        if known is None:
            yield _unknown(at, column.table, list(tables))
        elif column.column not in known:
            yield _unknown(at, f"{column.table}.{column.column}", known)
    return tree


def _unknown(at: ContentPath, name: str, known: list[str]) -> RulebookMisfit:
    near = nearest_name(name.rpartition(".")[2], known)
    return rulebook_misfit(
        at,
        "rulebook.formula.unknown",
        remedy="rulebook.formula.unknown.near" if near else None,
        name=name,
        near=near,
    )


def _zero(
    at: ContentPath, text: str, tree: Tree | None, if_zero: str | None
) -> Iterator[RulebookMisfit]:
    if tree is not None and divisors(tree) and if_zero is None:
        yield rulebook_misfit(at, "rulebook.formula.denominator", text=text)


def _row(scope: _Scope, at: ContentPath, row: Indicator | Part) -> Iterator[RulebookMisfit]:
    if row.rate is not None:
        tree = yield from scope.formula((*at, "rate"), row.rate)
        yield from _zero(at, row.rate, tree, row.if_zero)
    if row.score is not None:
        yield from _score(scope, (*at, "score"), row.score)


def _score(scope: _Scope, at: ContentPath, score: Score) -> Iterator[RulebookMisfit]:
    for use in score.uses():
        match use:
            case FormulaUse(is_condition=True):
                yield from scope.condition((*at, *use.at), use.text, *use.names)
            case FormulaUse():
                yield from scope.formula((*at, *use.at), use.text, *use.names)
            case AnswerUse():
                yield from _input(scope, (*at, *use.at), use.input, use.kind)
            case _:
                assert_never(use)


def _input(scope: _Scope, at: ContentPath, name: str, kind: str) -> Iterator[RulebookMisfit]:
    known = [identifier for identifier, found in scope.kinds.items() if found == kind]
    if name not in known:
        near = nearest_name(name, known)
        yield rulebook_misfit(
            at,
            "rulebook.formula.no-answer",
            remedy="rulebook.formula.no-answer.near" if near else None,
            name=name,
            kind=kind,
            near=near,
        )
