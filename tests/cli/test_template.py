"""``jixiao template``: where the blank workbook goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import Caller

import jixiao
from jixiao.rulebook.load import load_rulebook, shipped


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_is_written_here_under_its_id(call: Caller, tmp_path: Path) -> None:
    answer = call("template", "nanchang-2017")
    assert answer == (0, "", "已写出：nanchang-2017.xlsx\n")
    assert (tmp_path / "nanchang-2017.xlsx").read_bytes()[:2] == b"PK"


def test_an_existing_file_is_kept_without_force(call: Caller, tmp_path: Path) -> None:
    target = tmp_path / "空白表.xlsx"
    target.write_bytes(b"mine")
    assert call("template", "nanchang-2017", "--output", target).code == 2
    assert target.read_bytes() == b"mine"
    assert call("template", "nanchang-2017", "--output", target, "--force").code == 0
    assert target.read_bytes()[:2] == b"PK"


def test_a_folder_takes_it_under_its_id(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert call("template", "nanchang-2017", "--output", "out").code == 0
    assert (tmp_path / "out" / "nanchang-2017.xlsx").exists()


def test_department_and_year_are_filled_in(call: Caller, tmp_path: Path) -> None:
    assert call("template", "nanchang-2017", "--output", "a.xlsx").code == 0
    answer = call("template", "nanchang-2017", "--output", "b.xlsx", "--department", "示例市林业局")
    assert answer.code == 0
    assert (tmp_path / "a.xlsx").read_bytes() != (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.slow
def test_all_writes_one_for_every_rulebook_that_has_weights(call: Caller, tmp_path: Path) -> None:
    assert call("template", "--all", "--output", "out").code == 0
    expected = {f"{name}.xlsx" for name in shipped() if not load_rulebook(name).abstract}
    assert {path.name for path in (tmp_path / "out").iterdir()} == expected


def test_a_framework_without_weights_has_none(call: Caller, tmp_path: Path) -> None:
    answer = call("template", "mof-2013")
    assert answer.code == 2
    assert answer.err.startswith("“mof-2013”是参考框架")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "args",
    [
        ("nanchang-2017", "--all"),
        ("--all", "--year", "2020"),
        ("nanchang-2017", "--output", "a.xls"),
        ("nanchang-2017", "--output", "no/a.xlsx"),
        ("nonsense",),
        ("nanchang-2017", "--year", "17"),
    ],
)
def test_wrong_use_writes_nothing(call: Caller, tmp_path: Path, args: tuple[str, ...]) -> None:
    answer = call("template", *args)
    assert (answer.code, answer.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_a_roster_gives_each_department_a_blank_with_a_stamp_of_its_own(
    call: Caller, tmp_path: Path
) -> None:
    Path("名册.csv").write_text("单位\n示例市水务局\n示例市财政局\n示例市“三办/中心”\n", "utf-8")
    answer = call("template", "nanchang-2017", "--roster", "名册.csv", "--output", "下发")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.splitlines()[-2:] == [
        "已写出 3/3", "已给 3 个单位各写出一份空白表，在 下发。"
    ]  # fmt: skip
    written = sorted(path.name for path in (tmp_path / "下发").iterdir())
    assert written == ["示例市“三办_中心”.xlsx", "示例市水务局.xlsx", "示例市财政局.xlsx"]
    alone = tmp_path / "单独.xlsx"
    call("template", "nanchang-2017", "--department", "示例市水务局", "--output", alone)
    assert (tmp_path / "下发/示例市水务局.xlsx").read_bytes() == alone.read_bytes()
    check = jixiao.check(tmp_path / "下发/示例市财政局.xlsx")
    assert (check.department, check.stamped_department) == ("示例市财政局", "示例市财政局")


def test_blanks_of_a_roster_replace_nothing_without_force(call: Caller, tmp_path: Path) -> None:
    Path("名册.csv").write_text("单位\n示例市水务局\n示例市财政局\n", "utf-8")
    (tmp_path / "下发").mkdir()
    mine = tmp_path / "下发/示例市财政局.xlsx"
    mine.write_bytes(b"mine")
    order = ("template", "nanchang-2017", "--roster", "名册.csv", "--output", "下发")
    assert call(*order).code == 2
    assert [path.name for path in (tmp_path / "下发").iterdir()] == [mine.name]
    assert call(*order, "--force").code == 0
    assert mine.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("nanchang-2017", "--roster", "名册.csv"), 2, "还要用 --output 指定写到哪个文件夹"),
        (
            ("--all", "--roster", "名册.csv", "--output", "a"),
            2,
            "不能与 --all 或 --department 同用",
        ),
        (("nanchang-2017", "--roster", "名册.csv", "--output", "名册.csv"), 2, "是一个文件"),
        (("nanchang-2017", "--roster", "没有.csv", "--output", "a"), 3, "没有.csv"),
    ],
)
def test_a_roster_that_cannot_be_used_writes_nothing(
    call: Caller, tmp_path: Path, args: tuple[str, ...], code: int, says: str
) -> None:
    Path("名册.csv").write_text("单位\n示例市水务局\n", "utf-8")
    answer = call("template", *args)
    assert answer.code == code
    assert says in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["名册.csv"]
