"""Digests of what a department typed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.checking.model import Fingerprint
from jixiao.checking.run import check
from jixiao.rulebook.load import load_rulebook
from strategies.grid import WORKBOOKS, build

Of = Callable[[str], Fingerprint]


@pytest.fixture
def likeness(tmp_path: Path) -> Of:
    book = load_rulebook(WORKBOOKS / "story.toml")

    def of(changes: str) -> Fingerprint:
        story = tmp_path / "story"
        shutil.rmtree(story, ignore_errors=True)
        story.mkdir()
        (story / "grid.txt").write_text(changes, encoding="utf-8")
        found = check(build(story, tmp_path / "return.xlsx"), book).likeness
        assert found is not None
        return found

    return of


def test_department_and_year_do_not_count(likeness: Of) -> None:
    one, other = likeness(""), likeness("评分表!A2 = 单位：示例市教育局\n评分表!D2 = 2023年度")
    assert one == other
    assert one.figures
    assert one.words


def test_a_figure_and_a_word_count(likeness: Of) -> None:
    one = likeness("")
    figure = likeness("基础数据!C3 = 951")
    word = likeness("评分表!G10 = 宣传覆盖面不够广")
    assert figure.figures != one.figures
    assert figure.words == one.words
    assert word.figures == one.figures
    assert word.words != one.words


def test_hardly_any_words_say_nothing(likeness: Of) -> None:
    blank = "评分表!G6 =\n评分表!G10 =\n评分表!G12 =\n重点项目!A2 = 甲\n重点项目!A3 = 乙"
    assert likeness(blank).words is None
