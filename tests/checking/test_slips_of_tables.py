"""Figures of a table beside a wrong digit: none of them is called wrong for certain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.checking import Check, check
from jixiao.finding import Severity
from slips.honest import honest_return


def _typed(number: int, column: str, row: int, value: str) -> tuple[Check, str, str]:
    """The check with a figure mistyped, the cell of it and the figure that was meant."""
    honest = honest_return("nanchang-2017", number)
    at = honest.form.tables["projects", column, row]
    meant = str(honest.content(at))
    return check(honest.typing({at: Decimal(value)}).file()), f"{at[0]}!{at[1]}", meant


@pytest.mark.parametrize(
    ("number", "column", "row", "wrong"),
    [
        (0, "budget", 3, "482.92"),
        (1, "budget", 2, "648.82"),
        (2, "spent", 1, "414.43"),
        (4, "budget", 2, "386.46"),
        (4, "spent", 1, "473.16"),
        (4, "budget", 2, "36.46"),
        (5, "budget", 1, "729.90"),
        (0, "spent", 1, "73.49"),
        (0, "budget", 1, "795.94"),
    ],
)
def test_no_right_cell_is_to_be_changed(number: int, column: str, row: int, wrong: str) -> None:
    found, cell, meant = _typed(number, column, row, wrong)
    errors = [each for each in found.findings if each.severity is Severity.ERROR]
    assert errors
    for fix in (each.fix for each in errors if each.fix is not None):
        assert (fix.cell, Decimal(fix.after)) == (cell, Decimal(meant))


def test_a_digit_typed_twice_is_named_where_the_share_shows_it() -> None:
    found, _, _ = _typed(0, "budget", 3, "4112.92")
    (root,) = (each for each in found.findings if each.severity is Severity.ERROR)
    assert root.fix is not None
    assert (root.fix.cell, root.fix.after) == ("重点项目!C7", "412.92")


def test_a_wrong_sign_hides_in_no_sum_that_happens_to_hold() -> None:
    honest = honest_return("nanchang-2017", 4)
    at = honest.form.inputs["carryover"]
    found = check(honest.typing({at: Decimal("-1066.52")}).file())
    (root,) = (each for each in found.findings if each.severity is Severity.ERROR)
    assert root.fix is not None
    assert (root.code, root.fix.after) == ("D220", "1066.52")


def test_a_weight_too_high_by_what_all_are_above_the_total_is_named() -> None:
    honest = honest_return("form-10-50-30-10", 4)
    row = next(one for one in honest.form.free if one.id == "benefit:1:经济效益指标:1")
    at = next(cell for role, cell in row.cells.items() if role.value == "weight")
    found = check(honest.typing({at: Decimal(7)}).file())
    serious = [each for each in found.findings if each.severity is not Severity.NOTICE]
    assert [each.code for each in serious] == ["C104"]
    assert serious[0].fix is not None
    assert (serious[0].fix.cell, serious[0].fix.after) == (f"{at[0]}!{at[1]}", "6")


def test_a_target_typed_tenfold_is_among_the_possible_causes() -> None:
    honest = honest_return("form-10-50-30-10", 3)
    row = next(one for one in honest.form.free if one.id == "output:1:时效指标:1")
    at = next(cell for role, cell in row.cells.items() if role.value == "target")
    found = check(honest.typing({at: Decimal(56000)}).file())
    (root,) = (each for each in found.findings if each.severity is Severity.ERROR)
    assert (f"{at[0]}!{at[1]}", "5600") in [(fix.cell, fix.after) for fix in root.choices]
