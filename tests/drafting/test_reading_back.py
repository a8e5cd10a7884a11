"""A draft read back: form, file, blank form and draft again give the same rules and cases."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import jixiao
from drafting.test_form import drafted
from drafting.test_standard import rows
from jixiao.drafting import draft_text
from jixiao.rulebook import Indicator, Rulebook, load_rulebook

HEADER = ("一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评得分")
_TOGETHER = 12  # rows of a form


def phrasings() -> list[tuple[Decimal, str]]:
    """Standards that are read in full, with their weights."""
    pinned = [row for row in rows("phrasings.tsv") if row[2].startswith("whole") and row[0] != "-"]
    return [(Decimal(weight), text) for weight, text, _ in pinned]


def forms() -> list[list[tuple[Decimal, str]]]:
    said = phrasings()
    return [said[at : at + _TOGETHER] for at in range(0, len(said), _TOGETHER)]


def form_of(standards: list[tuple[Decimal, str]], file: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "评分表"
    sheet.append(["示例市部门整体支出绩效自评评分表"])
    sheet.append(HEADER)
    for place, (weight, text) in enumerate(standards, 1):
        sheet.append([f"一级{place % 2}", "二级", f"指标第{place}项", weight, text, None])
        sheet.cell(sheet.max_row, 5).data_type = "s"
    book.save(file)
    return file


def rules_of(book: Rulebook) -> list[tuple[object, ...]]:
    names = {item.id: f"{item.label}{item.unit}{item.kind}" for item in book.inputs}
    return [_rule(one, names) for one in book.indicators]


def _rule(one: Indicator, names: dict[str, str]) -> tuple[object, ...]:
    cases = [({names[i]: v for i, v in c.inputs.items()}, c.score) for c in one.cases]
    score = None if one.score is None else one.score.content()
    return (one.name, one.path, one.weight, one.standard, one.rate_unit, one.if_zero, score, cases)


def back_and_forth(standards: list[tuple[Decimal, str]], folder: Path) -> None:
    found = drafted(form_of(standards, folder / "form.xlsx"), "own").rulebook
    file = folder / "own.toml"
    file.write_text(draft_text(drafted(folder / "form.xlsx", "own")), encoding="utf-8")
    loaded = load_rulebook(file)
    assert loaded.indicators == found.indicators
    jixiao.write_template(loaded, folder / "blank.xlsx")
    again = drafted(folder / "blank.xlsx", "own").rulebook
    assert rules_of(again) == rules_of(loaded)


@pytest.mark.parametrize("nth", range(0, len(forms()), 12))
def test_a_draft_is_read_back(nth: int, tmp_path: Path) -> None:
    back_and_forth(forms()[nth], tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("nth", range(len(forms())))
def test_every_phrasing_is_read_back(nth: int, tmp_path: Path) -> None:
    back_and_forth(forms()[nth], tmp_path)
