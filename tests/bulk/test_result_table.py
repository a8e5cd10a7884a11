"""results.parquet against results.jsonl, which says the same in another form."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.cli.calls import Caller

from jixiao.bulk import result_table
from jixiao.bulk.result_table import COLUMNS, ResultTable, has_columns, table_part
from jixiao.reporting import CheckBrief
from jixiao.writing import ReturnRow

BULK = Path(__file__).parents[2] / "samples" / "bulk"
DAMAGED = "教科文科/示例市档案馆.xlsx"
FILES = (
    "企业科/示例市商务局.xlsx",
    "经济建设科/示例市交通运输局.xlsx",
    "社会保障科/示例市残疾人联合会.xlsx",
    DAMAGED,
)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two finished runs: 甲县 by one worker, 乙县 of the same returns by two."""
    home = tmp_path_factory.mktemp("counties")
    for name in FILES:
        (home / "报送" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BULK / name, home / "报送" / name)
    for county, jobs in (("甲县", "1"), ("乙县", "2")):
        command = [sys.executable, "-m", "jixiao", "bulk", "报送", "--output", county]
        done = subprocess.run(
            [*command, "--no-annotate", "--jobs", jobs, "--fail-on", "never"],
            cwd=home, capture_output=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def counties(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(folder: str) -> pl.DataFrame:
    return pl.read_parquet(Path(folder, "results.parquet"))


def documents(folder: str) -> list[dict[str, Any]]:
    text = Path(folder, "results.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_the_table_is_the_same_for_any_number_of_workers(counties: Path) -> None:
    one, two = (counties / name / "results.parquet" for name in ("甲县", "乙县"))
    assert one.read_bytes() == two.read_bytes()


def test_each_indicator_is_a_row_and_says_what_the_json_says(counties: Path) -> None:
    frame = table("甲县")
    assert frame.columns == list(COLUMNS)
    indicators = frame.filter(pl.col("indicator").is_not_null())
    expected = [
        (document["file"], one["id"], one["name"], one["weight"], one["claimed_score"],
         one["computed_score"], one["claimed_rate"], one["verdict"], one["cells"]["score"])
        for document in documents("甲县")
        for one in document["indicators"]
    ]  # fmt: skip
    found = indicators.select(
        "file", "indicator", "name", "weight", "claimed_score", "computed_score", "claimed_rate",
        "verdict", "cell",
    ).rows()  # fmt: skip
    assert found == expected
    transport = indicators.filter(file=FILES[1], indicator="budget-completion")
    assert transport.select("level_1", "level_2", "level_3", "codes", "lowest_score").rows() == [
        ("过程", "预算执行", None, ["R101"], transport["computed_score"][0])
    ]
    assert transport.select("department", "office", "year", "counts", "errors").rows() == [
        ("示例市交通运输局", "经济建设科", 2017, True, 1)
    ]


def test_totals_are_with_each_row(counties: Path) -> None:
    found = table("甲县").group_by("file").agg(pl.col("claimed_total").unique())
    totals = {one["file"]: (one["total"] or {}).get("claimed") for one in documents("甲县")}
    assert dict(found.rows()) == {file: [total] for file, total in totals.items()}


def test_a_file_that_cannot_be_checked_is_one_row_without_an_indicator(counties: Path) -> None:
    rows = table("甲县").filter(file=DAMAGED)
    assert rows.height == 1
    assert rows.select("outcome", "counts", "indicator", "codes", "claimed_total").rows() == [
        ("unreadable", False, None, None, None)
    ]


def test_a_return_of_another_year_does_not_count(counties: Path) -> None:
    rows = table("甲县").filter(file=FILES[2])
    assert rows["counts"].unique().to_list() == [False]
    assert rows["year"].unique().to_list() == [2016]


def test_types_are_fit_to_reckon_with(counties: Path) -> None:
    schema = table("甲县").schema
    assert schema["claimed_score"] == schema["computed_rate"] == pl.Float64
    assert (schema["counts"], schema["year"], schema["codes"]) == (
        pl.Boolean, pl.Int32, pl.List(pl.String),
    )  # fmt: skip


def stacked() -> pl.DataFrame:
    return pl.concat(
        frame.with_columns(file=pl.lit(f"{name}/") + pl.col("file"), office=pl.lit(name))
        for name in ("乙县", "甲县")
        for frame in (table(name),)
    )


def test_combined_tables_are_those_of_the_folders_one_below_the_other(
    call: Caller, counties: Path
) -> None:
    assert call("combine", "甲县", "乙县", "--output", "市").code == 0
    assert table("市").equals(stacked())


@pytest.mark.parametrize("trouble", ["gone", "changed", "older"])
def test_a_table_that_cannot_be_taken_over_is_made_again_from_the_results(
    call: Caller, counties: Path, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = stacked()
    path = counties / "甲县" / "results.parquet"
    if trouble == "gone":
        path.unlink()
    elif trouble == "changed":
        table("甲县").with_columns(claimed_total=pl.lit(1.0)).write_parquet(path)
    else:
        monkeypatch.setattr("jixiao.bulk.finished.has_columns", lambda _: False)
    assert call("combine", "甲县", "乙县", "--output", "市").code == 0
    assert table("市").equals(expected)


def test_a_table_that_somebody_changed_is_kept(call: Caller, counties: Path) -> None:
    path = counties / "甲县" / "results.parquet"
    table("甲县").head(1).write_parquet(path)
    before = path.read_bytes()
    answer = call("bulk", "报送", "--output", "甲县", "--jobs", "1", "--recheck", "--no-annotate")
    assert "results.parquet 不是上次运行写出时的样子" in answer.err
    assert path.read_bytes() == before


def test_a_table_that_was_deleted_is_written_again(call: Caller, counties: Path) -> None:
    path = counties / "甲县" / "results.parquet"
    before = path.read_bytes()
    path.unlink()
    call("bulk", "报送", "--output", "甲县", "--jobs", "1", "--no-annotate")
    assert path.read_bytes() == before


def test_pieces_make_one_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = {"file": "a", "total": None, "indicators": [], "findings": []}
    frames = []
    for piece in (2, 1000):
        monkeypatch.setattr(result_table, "_PIECE", piece)
        path = tmp_path / f"{piece}.parquet"
        with ResultTable(path) as made:
            for number in range(5):
                row = ReturnRow(CheckBrief("a", "unreadable"), f"局{number}", "", counts=False)
                made.add(table_part(document), row)
        frames.append(pl.read_parquet(path))
    assert frames[0].equals(frames[1])
    assert frames[0]["department"].to_list() == [f"局{number}" for number in range(5)]
    assert frames[0]["office"].to_list() == [None] * 5


def test_a_folder_without_returns_has_an_empty_table(tmp_path: Path) -> None:
    with ResultTable(tmp_path / "a.parquet"):
        pass
    assert pl.read_parquet(tmp_path / "a.parquet").shape == (0, len(COLUMNS))
    assert has_columns(tmp_path / "a.parquet")


def test_another_table_is_told_from_ours(tmp_path: Path) -> None:
    pl.DataFrame({"file": ["a"]}).write_parquet(tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_text("no table")
    assert not has_columns(tmp_path / "a.parquet")
    assert not has_columns(tmp_path / "b.parquet")
