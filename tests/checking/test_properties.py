"""Whatever the cells hold, a check comes to an end and says everything in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from jixiao.checking.batch import check_scoresheets
from jixiao.checking.model import Verdict
from jixiao.figures import ReadingState
from jixiao.figures.interval import IntervalSet
from jixiao.figures.quantity import Quantity
from jixiao.finding.registry import message, remedy
from jixiao.rulebook.load import load_rulebook
from jixiao.scoresheet.locate import locate_scoresheet
from jixiao.scoresheet.model import Reading, Scoresheet
from jixiao.workbook.model import Workbook
from jixiao.workbook.read import read_workbook
from strategies.grid import WORKBOOKS, build

STATES = [s for s in ReadingState if s not in (ReadingState.FIGURE, ReadingState.AMBIGUOUS)]


def sheet_of(story: str, book_id: str, folder: Path) -> Scoresheet:
    book = load_rulebook(book_id)
    workbook = read_workbook(build(WORKBOOKS / story, folder / "return.xlsx"))
    assert isinstance(workbook, Workbook)
    found = locate_scoresheet(workbook, [book], asked=book)
    assert isinstance(found, Scoresheet)
    return found


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scoresheet, ...]:
    folder = tmp_path_factory.mktemp("books")
    return (
        sheet_of("pass/R101-as-computed", str(WORKBOOKS / "story.toml"), folder),
        sheet_of("pass/T105-target-form-as-computed", "form-10-50-30-10", folder),
    )


VALUES = [Fraction(n) for n in (0, 1, 10, 20, 30, 100, 10**12, -3)]
VALUES += [Fraction(n, 7) for n in (1, 50, 6_543)] + [Fraction(n, 100) for n in (95, 1_234)]


def contents(dice: Random) -> tuple[ReadingState, tuple[Quantity, ...], str]:
    """What a cell may hold: a figure of any size and unit, or anything else."""
    if dice.random() < 0.6:
        value = dice.choice(VALUES)
        half = dice.choice([None, Fraction(1, 2), Fraction(1, 200)])
        spread = None if half is None else IntervalSet.of(value - half, value + half)
        unit, digits = dice.choice(["", "%", "万元", "人次"]), dice.choice([None, 0, 2])
        figure = Quantity(value, unit=unit, digits=digits, spread=spread)
        return ReadingState.FIGURE, (figure,), str(float(value))
    state = dice.choice(STATES)
    text = "" if state is ReadingState.BLANK else dice.choice(["是", "显著", "{x}", "—", "≥"])
    return state, (), text


def changed(readings: Mapping[str, Reading], dice: Random, share: float) -> dict[str, Reading]:
    """Readings with some of their contents drawn anew."""

    def maybe(reading: Reading) -> Reading:
        if dice.random() > share:
            return reading
        state, figures, text = contents(dice)
        return reading._replace(state=state, figures=figures, text=text)

    return {key: maybe(reading) for key, reading in readings.items()}


@pytest.mark.parametrize("seed", [*range(40), 264, 408])  # the last two: a weight below zero
def test_any_contents(sheets: tuple[Scoresheet, ...], seed: int) -> None:
    dice = Random(seed)
    share = dice.choice([0.05, 0.3])
    drawn = [
        replace(
            sheet,
            inputs=changed(sheet.inputs, dice, share),
            rows=tuple(
                replace(row, readings=changed(row.readings, dice, share)) for row in sheet.rows
            ),
        )
        for sheet in sheets
    ]
    for check in check_scoresheets(drawn):
        for found in check.findings:
            for lang in ("zh", "en"):
                assert message(found, lang)
                assert remedy(found, lang)
        for result in check.indicators:
            if result.verdict is Verdict.AGREES and result.computed_score is not None:
                assert result.gap in (0, None)
            if result.verdict is Verdict.DIFFERS:
                assert result.bounds is not None
                assert result.claimed_score is not None
            if result.verdict in (Verdict.AGREES_SHOWN, Verdict.DIFFERS):
                codes = {f.code for f in check.findings if f.indicator == result.id}
                assert codes & {"R101", "R104", "R106"}
        assert list(check.findings) == sorted(check.findings, key=lambda f: f.severity.rank)
