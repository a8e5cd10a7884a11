"""After a mending only rows that rest on it are judged again: what is said stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import jixiao
from jixiao.checking import assess
from jixiao.rulebook import load_rulebook
from jixiao.writing.template.book import compose_template
from strategies.fillings import random_filling

BOOKS = ("yueyang-2018", "hunan-2017", "nanchang-2017")


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", BOOKS)
def test_rows_kept_are_judged_as_they_would_be_again(
    name: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = load_rulebook(name)
    path = tmp_path / "return.xlsx"
    path.write_bytes(compose_template(book, random_filling(book, seed)))
    found = jixiao.check(path)
    monkeypatch.setattr(assess.Before, "kept", lambda *_: {})
    again = jixiao.check(path)
    assert again.findings == found.findings
    assert again.indicators == found.indicators
    assert again.total == found.total
