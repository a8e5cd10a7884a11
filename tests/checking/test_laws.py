"""Laws: no verdict that figures behind those shown refute, no remedy that adds a finding."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jixiao.rulebook.schema.model import Role
from slips.every_kind import KINDS
from slips.excel import Address, Content
from slips.form import Return
from slips.honest import RULEBOOKS, honest_return
from slips.judge import Report, Trial, serious
from slips.kinds import Kind
from slips.run import obeyed, reports

FEW = settings(max_examples=12, derandomize=True, deadline=None)
MANY = settings(max_examples=250, derandomize=True, deadline=None)

honest = st.builds(honest_return, st.sampled_from(RULEBOOKS), st.integers(0, 11))
hidden = st.lists(st.integers(-49, 49), min_size=1, max_size=7)  # hundredths of the last digit


def amounts(found: Return) -> dict[Address, Decimal]:
    """The amounts of a return, which show two decimals."""
    kinds = {name: found.form.rulebook.input_by_id[name].kind for name in found.form.inputs}
    contents = {
        at: found.content(at) for name, at in found.form.inputs.items() if kinds[name] == "money"
    }
    return {at: content for at, content in contents.items() if isinstance(content, Decimal)}


def claimed_from(found: Return, behind: list[int]) -> Return:
    """The return with the self-scores that its form works out from figures behind those shown."""
    finer: dict[Address, Content] = {
        at: value + Decimal(behind[nth % len(behind)]) / 10_000
        for nth, (at, value) in enumerate(amounts(found).items())
    }
    shown = found.typing(finer).shown
    claims: dict[Address, Content] = {}
    for cells in found.form.rows.values():
        score = shown.value(*cells[Role.SUGGESTED]) if Role.SUGGESTED in cells else None
        if isinstance(score, float):
            claims[cells[Role.CLAIMED]] = Decimal(f"{score:.15g}")
    return found.typing(claims)


def holds_for_figures_behind(found: Return, behind: list[int]) -> None:
    made = claimed_from(found, behind)
    (report,) = reports([("behind", made.file())])
    fixed = set(made.form.rows)
    verdicts = {one["id"]: one["verdict"] for one in report["indicators"] if one["id"] in fixed}
    assert [name for name, verdict in verdicts.items() if verdict == "differs"] == []
    assert verdicts.keys() == fixed


with_fixed_rows = honest.filter(lambda found: bool(found.form.rows))


@FEW
@given(with_fixed_rows, hidden)
def test_no_score_differs_that_figures_behind_those_shown_give(
    found: Return, behind: list[int]
) -> None:
    holds_for_figures_behind(found, behind)


@pytest.mark.slow
@MANY
@given(with_fixed_rows, hidden)
def test_no_score_of_many_differs_that_figures_behind_those_shown_give(
    found: Return, behind: list[int]
) -> None:
    holds_for_figures_behind(found, behind)


def places(findings: list[Report]) -> set[tuple[str, str]]:
    return {(one["code"], one["cell"]) for one in findings}


def adds_nothing(found: Return, kind: Kind, seed: int) -> None:
    slip = kind(found, Random(seed))
    assume(slip is not None and slip.deleted is None)
    assert slip is not None
    trial = Trial(kind.__name__, "law", found, found.typing(slip.typed), slip)
    (before,) = reports([("slip", trial.faulty.file())])
    mended = obeyed(trial, before)
    if mended is None:
        return
    (after,) = reports([("mended", mended.file())])
    assert places(serious(after)) - places(before["findings"]) == set()


@FEW
@given(honest, st.sampled_from(KINDS), st.integers(0, 999))
def test_a_fix_adds_no_finding(found: Return, kind: Kind, seed: int) -> None:
    adds_nothing(found, kind, seed)


@pytest.mark.slow
@MANY
@given(honest, st.sampled_from(KINDS), st.integers(0, 999))
def test_no_fix_of_many_adds_a_finding(found: Return, kind: Kind, seed: int) -> None:
    adds_nothing(found, kind, seed)
