"""What a row means, whatever its ids and spelling: to distinguish whether two rulebooks differ.

Inputs count as what the form calls them, formulas as what they compute, ranges as their ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jixiao.formula import ColumnReference, Name, formula_prose, parse_formula
from jixiao.rulebook.explain.prose import readable_labels
from jixiao.rulebook.kinds import AnswerUse, Score
from jixiao.rulebook.misfits import ContentPath
from jixiao.rulebook.ranges import parse_range
from jixiao.rulebook.schema import FreeBlock, Indicator, Part, Rulebook

_SIGN = re.compile(r"[<>=≥≤＞＜＝\[(（]|\d")


def meaning_of_rate(rulebook: Rulebook, row: Indicator | FreeBlock) -> object:
    """How the rate of a row is computed, its parts included."""
    if isinstance(row, FreeBlock):
        return None
    own = (_rate(rulebook, row), row.rate_unit, row.if_zero, row.zero_over_zero)
    return own, [(_rate(rulebook, p), p.rate_unit, p.if_zero) for p in row.parts]


def meaning_of_rule(rulebook: Rulebook, row: Indicator | FreeBlock) -> object:
    """How the points of a row come about."""
    score = None if row.score is None else _score(rulebook, row.score)
    if isinstance(row, FreeBlock):
        return score, row.split, row.split_digits, row.goals
    parts = [(p.name, p.weight, _score(rulebook, p.score)) for p in row.parts]
    return score, parts, row.combine, _policy(rulebook, row), _group(rulebook, row), row.adjusts


def formulas_of(rulebook: Rulebook, row: Indicator | FreeBlock) -> Iterator[str]:
    """The formulas of a row's rules in words, for rules whose sentence is the designer's own."""
    holders = [row, *(row.parts if isinstance(row, Indicator) else ())]
    for score in (holder.score for holder in holders):
        for use in () if score is None else score.uses():
            if not isinstance(use, AnswerUse):
                yield _formula(rulebook, use.text)


def _rate(rulebook: Rulebook, row: Indicator | Part) -> str | None:
    return None if row.rate is None else _formula(rulebook, row.rate)


def _formula(rulebook: Rulebook, text: str) -> str:
    """A formula with the labels of inputs, spelt one way: ``实际支出 ÷ 预算数``."""
    labels = readable_labels(rulebook)

    def label(name: Name | ColumnReference) -> str:
        id_ = name.id if isinstance(name, Name) else f"{name.table}.{name.column}"
        return labels.get(id_, id_)

    return formula_prose(parse_formula(text), label)


def _score(rulebook: Rulebook, score: Score) -> object:
    content: Any = score.content()
    for use in score.uses():
        if isinstance(use, AnswerUse):
            _put(content, use.at, _label(rulebook, use.input))
        else:
            _put(content, use.at, _formula(rulebook, use.text))
    return _plain(content)


def _label(rulebook: Rulebook, input_id: str) -> str:
    found = rulebook.input_by_id.get(input_id)
    return input_id if found is None else found.label


def _put(content: Any, at: ContentPath, value: str) -> None:
    here = content
    for part in at[:-1]:
        here = here[part]
    if isinstance(here, dict):
        here[at[-1]] = value
    else:
        raise TypeError(f"no table at {at}")


def _plain(value: object) -> object:
    """Content with every range as its ends."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, str):
        return _range(value)
    if isinstance(value, Sequence):
        return [_plain(each) for each in value]
    return value


def _range(text: str) -> object:
    if not _SIGN.match(text.lstrip()):
        return text
    try:
        return parse_range(text)
    except ValueError:
        return text


def _policy(rulebook: Rulebook, row: Indicator) -> object:
    policy = row.not_applicable
    if policy is None:
        return None
    other = rulebook.by_id.get(policy.to or "")
    given = policy.to if other is None else (other.path, other.name)
    when = None if policy.when is None else _formula(rulebook, policy.when)
    return when, policy.then, given, policy.says


def _group(rulebook: Rulebook, row: Indicator) -> object:
    found = next((g for g in rulebook.groups if g.id == row.group), None)
    return None if found is None else (found.label, found.weight, found.split, found.digits)
