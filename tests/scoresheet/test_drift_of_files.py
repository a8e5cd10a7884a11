"""Drifts of issued templates and samples, some of them through real files."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from drift.issued import seed, write
from drift.judge import judge
from drift.kinds import KINDS, Drift
from drift.run import drifted, figures, name_of, trial
from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.scoresheet.locate import locate_scoresheet
from jixiao.workbook.model import Workbook
from jixiao.workbook.read import read_workbook

BOOKS = [load_rulebook(ident) for ident in shipped()]
CONCRETE = [book.id for book in BOOKS if not book.abstract]


@pytest.mark.parametrize("ident", CONCRETE)
def test_drifts_of_an_issued_template(root: Path, ident: str) -> None:
    book = load_rulebook(ident)
    random = Random(f"5/{ident}")
    start = seed(root / "workbook_templates" / f"{ident}.xlsx", book, random)
    for kind in KINDS:
        judgement, _ = trial(start, (kind,), random, BOOKS)
        assert judgement.outcome == "right", (kind.__name__, judgement)


@pytest.mark.parametrize("kind", KINDS[::3], ids=lambda k: k.__name__)
def test_drifts_of_the_reference_sample_as_files(
    samples: Path, tmp_path: Path, kind: Drift
) -> None:
    random = Random(f"6/{kind.__name__}")
    start = seed(samples / "nanchang-2017-waiqiao.xlsx", load_rulebook("nanchang-2017"), random)
    draft = drifted(start, (kind,), random)
    write(draft, tmp_path / "drift.xlsx", draft.names_that_moved_along(name_of))
    workbook = read_workbook(tmp_path / "drift.xlsx")
    assert isinstance(workbook, Workbook)
    judgement = judge(
        locate_scoresheet(workbook, BOOKS), draft.truth(), draft.rulebook, figures(start)
    )
    assert judgement.wrong == ()
    assert [mark for mark in judgement.refused if mark[0] != "table"] == []
