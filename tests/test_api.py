"""The five functions of the package, as a program would use them."""

from __future__ import annotations

import inspect
import io
import subprocess
import sys
from pathlib import Path

import pytest

import jixiao


def test_names() -> None:
    assert {"annotate", "check", "check_many", "load_rulebook", "write_template"} <= set(
        jixiao.__all__
    )
    assert set(jixiao.__all__) <= set(dir(jixiao))
    with pytest.raises(AttributeError, match="nothing"):
        jixiao.nothing  # noqa: B018 - the access is the test


def test_importing_has_no_effects() -> None:
    program = (
        "import sys; before = set(sys.modules); import jixiao;"
        "print(sorted(m for m in set(sys.modules) - before"
        " if m.partition('.')[0] in ('pandera', 'polars', 'pydantic', 'openpyxl', 'lxml')))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.decode().strip() == "[]"


def test_check(samples: Path) -> None:
    found = jixiao.check(samples / "nanchang-2017-waiqiao.xlsx")
    assert found.total is not None
    assert float(found.total.computed or 0) == 80.71


def test_bytes_have_no_extension_that_could_be_wrong(samples: Path) -> None:
    content = (samples / "nanchang-2017-sum-wrong.xlsx").read_bytes()
    for source in (content, io.BytesIO(content)):
        assert [f.code for f in jixiao.check(source).findings] == ["X101", "T101"]


def test_check_many(samples: Path) -> None:
    paths = sorted(samples.glob("nanchang-2017-s*.xlsx"))
    rulebook = jixiao.load_rulebook("nanchang-2017")
    found = list(jixiao.check_many(paths, rulebook))
    assert [Path(one.file) for one in found] == paths


def test_template_checks_as_blank(tmp_path: Path) -> None:
    rulebook = jixiao.load_rulebook("nanchang-2017")
    jixiao.write_template(rulebook, tmp_path / "blank.xlsx")
    found = jixiao.check(tmp_path / "blank.xlsx")
    assert found.checked
    assert {f.code for f in found.findings if f.severity == "error"} == {"D011"}
    assert found.verdicts["missing"] == 28


def test_annotate(samples: Path, tmp_path: Path) -> None:
    source = samples / "nanchang-2017-score-too-high.xlsx"
    before = source.read_bytes()
    jixiao.annotate(jixiao.check(source), tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").stat().st_size > len(before) / 2
    assert source.read_bytes() == before


def test_every_function_has_an_example() -> None:
    for name in jixiao.__all__:
        public = getattr(jixiao, name)
        if inspect.isfunction(public):
            assert ">>> " in (public.__doc__ or ""), name
