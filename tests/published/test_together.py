"""Several returns at once: those of one form are held against one drafted rulebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao import drafting
from jixiao.checking import check_together
from published.test_planted import GUIZHOU, _book

ALTERED = GUIZHOU.replace("每超过一个百分点扣1分", "每超过一个百分点扣0.5分")


def saved(folder: Path, **grids: str) -> list[str]:
    for name, grid in grids.items():
        _book(grid).save(folder / f"{name}.xlsx")
    return [str(folder / f"{name}.xlsx") for name in grids]


def test_a_standard_that_one_of_several_altered_shows(tmp_path: Path) -> None:
    files = saved(tmp_path, one=GUIZHOU, two=GUIZHOU, three=ALTERED)
    checks = check_together(files)
    told = [{(f.code, f.cell) for f in check.findings} for check in checks]
    assert told[0] == told[1]
    assert told[2] - told[0] == {("S125", "G5")}
    assert len({check.rulebook.form for check in checks if check.rulebook}) == 1


def test_a_form_is_drafted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafted: list[str] = []
    own = drafting.draft_of

    def counted(outline: object, key: str) -> object:
        drafted.append(key)
        return own(outline, key)  # type: ignore[arg-type]

    monkeypatch.setattr("jixiao.drafting.draft_of", counted)
    checks = check_together(saved(tmp_path, one=GUIZHOU, two=GUIZHOU, three=GUIZHOU))
    assert len(drafted) == 1
    assert [check.outcome for check in checks] == ["checked"] * 3


def test_one_alone_is_read_by_a_rulebook_of_its_own(tmp_path: Path) -> None:
    alone, lost = check_together([*saved(tmp_path, one=GUIZHOU), str(tmp_path / "none.xlsx")])
    assert alone.rulebook is not None
    assert (alone.outcome, alone.rulebook.form, lost.outcome) == ("checked", None, "unreadable")
