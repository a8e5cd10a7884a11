"""D014: figures that the form's own formulas pass over, and what is to be typed instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.checking import check
from jixiao.finding import remedy
from jixiao.rulebook import load_rulebook
from jixiao.writing import write_template
from strategies.typing_over import typed_over


@pytest.mark.parametrize(
    ("cell", "typed", "wanted"),
    [
        ("基础数据!C14", "26人", "26"),
        ("基础数据!C19", "1,288.4", "1288.4"),
        ("基础数据!C19", "１２８８．４", "1288.4"),
        ("基础数据!C6", "√", "是"),
        ("重点项目!D5", "303.04万元", "303.04"),
    ],
)
def test_a_text_is_told_with_what_to_type(
    samples: Path, cell: str, typed: str, wanted: str
) -> None:
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    spoilt = check(typed_over(content, {cell: typed}))
    (found,) = [each for each in spoilt.findings if each.code == "D014"]
    assert (found.place, found.found, found.expected) == (cell, typed, wanted)
    assert remedy(found) == f"请改填“{wanted}”，不带单位和千位逗号。"
    obeyed = check(typed_over(content, {cell: wanted})) if wanted == "是" else None
    assert obeyed is None or "D014" not in {each.code for each in obeyed.findings}


def test_numbers_answers_and_a_blank_form_are_not_told(samples: Path, tmp_path: Path) -> None:
    for path in sorted(samples.glob("*.xlsx")):
        assert "D014" not in {found.code for found in check(path).findings}
    write_template(load_rulebook("nanchang-2017"), tmp_path / "blank.xlsx")
    assert "D014" not in {found.code for found in check(tmp_path / "blank.xlsx").findings}


def test_a_figure_among_words_is_not_told_what_to_type(samples: Path) -> None:
    """About 1288.4 may not be 1288.4."""
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    found = check(typed_over(content, {"基础数据!C19": "约1288.4"})).findings
    assert "D014" not in {each.code for each in found}
