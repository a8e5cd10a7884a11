"""Free rows: the live score of a row, recalculated by LibreOffice, is the evaluator's."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from jixiao.figures.quantity import Operator
from jixiao.rulebook.excel.rows import row_formula
from jixiao.rulebook.excel.text import ASK_TEXT
from jixiao.rulebook.kinds.item import ItemScore
from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.rulebook.outcome import FigureValue, OutcomeState
from jixiao.rulebook.schema.model import FreeBlock, Role, Rulebook
from jixiao.rulebook.scoring.free_row import FreeRow, evaluate_row
from jixiao.writing.template.free_rows import target_cell
from libreoffice import recalculate

_ROWS = 500
_SIGNS = {
    "≥": Operator.AT_LEAST,
    "≤": Operator.AT_MOST,
    "＝": Operator.EQUAL,
    "＞": Operator.ABOVE,
    "＜": Operator.BELOW,
}
_AMOUNTS = ("0", "0.5", "0.95", "1", "2", "3", "12", "20", "80", "95", "100", "207.45", "5830")
_WEIGHTS = ("1", "2", "3", "5", "7.5", "10", "12.5", "25")
_COLUMNS = {
    Role.OPERATOR: "A", Role.TARGET: "B", Role.ADJUSTED_TARGET: "C", Role.ACTUAL: "D",
    Role.WEIGHT: "E", Role.NATURE: "F", Role.ITEM_SCORE: "G", Role.COEFFICIENT: "H",
}  # fmt: skip
_BOOKS = [name for name in shipped() if load_rulebook(name).blocks]
Typed = Mapping[Role, str]


def _random_row(dice: random.Random) -> Typed:
    row = {
        Role.OPERATOR: dice.choice(tuple(_SIGNS)),
        Role.TARGET: dice.choice(_AMOUNTS),
        Role.ACTUAL: dice.choice(_AMOUNTS),
        Role.WEIGHT: dice.choice(_WEIGHTS),
        Role.NATURE: dice.choice(("定量", "定量", "定量", "", "定性")),
        Role.ITEM_SCORE: dice.choice(("0", "60", "87.5", "100")),
        Role.COEFFICIENT: dice.choice(("0", "60", "87.5", "100")),
    }
    if dice.random() < 0.2:
        row[Role.ADJUSTED_TARGET] = dice.choice(_AMOUNTS)
    if dice.random() < 0.1:
        del row[dice.choice((Role.OPERATOR, Role.TARGET, Role.ACTUAL, Role.WEIGHT))]
    return row


def _expected(rulebook: Rulebook, block: FreeBlock, row: Typed) -> Fraction | str:
    def number(role: Role) -> FigureValue | None:
        return FigureValue(Fraction(row[role])) if role in row else None

    has_sign = Role.OPERATOR in row or isinstance(block.score, ItemScore)
    if Role.WEIGHT not in row or not has_sign:
        return ""  # the form waits for what is missing
    given = FreeRow(
        operator=_SIGNS.get(row.get(Role.OPERATOR, "")),
        target=number(Role.ADJUSTED_TARGET) or number(Role.TARGET),
        actual=number(Role.ACTUAL),
        weight=Fraction(row[Role.WEIGHT]),
        nature=row[Role.NATURE] or None,
        item_score=number(Role.ITEM_SCORE),
        coefficient=number(Role.COEFFICIENT),
    )
    outcome = evaluate_row(rulebook, block, given, traced=False)
    if outcome.score is not None:
        return outcome.score
    return ASK_TEXT if outcome.state is OutcomeState.ASK else ""


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", _BOOKS)
def test_live_scores_of_free_rows_agree(name: str, tmp_path: Path) -> None:
    rulebook = load_rulebook(name)
    dice = random.Random(name)
    rows = [_random_row(dice) for _ in range(_ROWS)]
    blocks = [dice.choice(rulebook.blocks) for _ in rows]
    path = tmp_path / f"{name}.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for nth, (row, block) in enumerate(zip(rows, blocks, strict=True), 1):
            for role, text in row.items():
                is_word = role in (Role.OPERATOR, Role.NATURE)
                write = sheet.write_string if is_word else sheet.write_number
                write(f"{_COLUMNS[role]}{nth}", text if is_word else float(text))
            cells = {role: f"{column}{nth}" for role, column in _COLUMNS.items()}
            cells[Role.TARGET] = target_cell(cells)
            formula = row_formula(rulebook, block, cells)
            assert formula is not None
            sheet.write_formula(f"Z{nth}", f"={formula}", None, 777.77)
    [recalculated] = recalculate([path], tmp_path / "out")
    grid = (
        CalamineWorkbook.from_path(recalculated)
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    wrong = []
    for nth, (row, block) in enumerate(zip(rows, blocks, strict=True)):
        found, expected = grid[nth][25], _expected(rulebook, block, row)
        agrees = (
            found == expected
            if isinstance(expected, str)
            else isinstance(found, float) and abs(Fraction(found) - expected) < Fraction(1, 10**9)
        )
        if not agrees:
            wrong.append((nth, dict(row), found, expected))
    assert wrong == []
