"""A rulebook that was kept is the one that was validated; anything doubtful is made again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.rulebook import compiled
from jixiao.rulebook.compiled import FOLDER, keep_rulebook, kept_rulebook
from jixiao.rulebook.load import load_rulebook, shipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "rulebooks"
    shutil.copytree(FOLDER, copied, ignore=shutil.ignore_patterns("__pycache__"))
    return copied


def _only(folder: Path) -> Path:
    (file,) = (folder / "__pycache__").iterdir()
    return file


@pytest.mark.parametrize("name", shipped())
def test_what_is_kept_is_what_was_validated(name: str, folder: Path) -> None:
    book = load_rulebook(name)
    assert kept_rulebook(name, folder) is None
    keep_rulebook(name, book, folder)
    kept = kept_rulebook(name, folder)
    assert kept == book
    assert kept is not book
    assert kept is not None
    assert kept.content() == book.content()


def test_a_changed_file_makes_what_was_kept_worthless(folder: Path) -> None:
    keep_rulebook("nanchang-2017", load_rulebook("nanchang-2017"), folder)
    with (folder / "mof-2013.toml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    compiled._key.cache_clear()  # as in the next start
    assert kept_rulebook("nanchang-2017", folder) is None


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None])
def test_a_damaged_one_is_passed_over(damage: bytes | None, folder: Path) -> None:
    keep_rulebook("nanchang-2017", load_rulebook("nanchang-2017"), folder)
    file = _only(folder)
    file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)
    assert kept_rulebook("nanchang-2017", folder) is None


def test_where_nothing_may_be_written_nothing_is_kept_and_nothing_is_said(folder: Path) -> None:
    (folder / "__pycache__").write_text("in the way", encoding="utf-8")
    keep_rulebook("nanchang-2017", load_rulebook("nanchang-2017"), folder)
    assert kept_rulebook("nanchang-2017", folder) is None
    assert (folder / "__pycache__").read_text(encoding="utf-8") == "in the way"


def test_a_kept_rulebook_is_loaded_without_what_validates_it() -> None:
    load_rulebook("nanchang-2017")  # kept from now on, if it was not
    if kept_rulebook("nanchang-2017") is None:
        pytest.skip("nothing may be written beside the rulebooks")
    program = (
        "import sys; from jixiao.rulebook.load import load_rulebook;"
        " print(load_rulebook('nanchang-2017').id,"
        " 'pydantic' in sys.modules, 'tomllib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout == "nanchang-2017 False False\n"
