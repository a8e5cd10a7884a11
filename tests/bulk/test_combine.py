"""Several output folders put together: rows, totals, ranks and figures of all of them."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from tests.cli.calls import Caller

from jixiao.bulk import combine
from jixiao.bulk.ledger import Ledger
from jixiao.bulk.rows import row_from_text, row_to_text
from jixiao.reporting.record import CheckBrief
from jixiao.writing.summary.model import ReturnRow
from jixiao.writing.summary.statistics import (
    IndicatorFigures,
    add_figures,
    figures_to_text,
)

BULK = Path(__file__).parents[2] / "samples" / "bulk"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two finished runs, 甲县 of two returns with a roster of three, 乙县 of one."""
    home = tmp_path_factory.mktemp("counties")
    for county, names in (
        ("甲", ("企业科/示例市商务局.xlsx", "经济建设科/示例市交通运输局.xlsx")),
        ("乙", ("企业科/示例市商务局.xlsx",)),
    ):
        (home / county).mkdir()
        for name in names:
            shutil.copy(BULK / name, home / county)
    roster = home / "名册.csv"
    roster.write_text("单位\n示例市商务局\n示例市交通运输局\n示例市财政局\n", "utf-8")
    first = ["甲", "--output", "甲县", "--roster", "名册.csv", "--jobs", "1"]
    for arguments in (first, ["乙", "--output", "乙县", "--no-annotate", "--jobs", "1"]):
        command = [sys.executable, "-m", "jixiao", "bulk", *arguments]
        subprocess.run(command, cwd=home, capture_output=True, check=False, timeout=300)
    return home


@pytest.fixture
def counties(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the two runs, as the folder at hand."""
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(book: Path, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(book)[sheet].iter_rows(values_only=True))


def test_two_counties_make_one_summary(call: Caller, counties: Path) -> None:
    answer = call("combine", "甲县", "乙县", "--output", "市")
    assert answer.code == 0
    assert answer.out.startswith("合并完成：2 个文件夹，3 份。")
    results = [
        json.loads(line) for line in Path("市/results.jsonl").read_text("utf-8").splitlines()
    ]
    assert [one["file"] for one in results] == [
        "乙县/示例市商务局.xlsx", "甲县/示例市交通运输局.xlsx", "甲县/示例市商务局.xlsx",
    ]  # fmt: skip
    alone = [json.loads(x) for x in Path("甲县/results.jsonl").read_text("utf-8").splitlines()]
    assert [one | {"file": ""} for one in results[1:]] == [one | {"file": ""} for one in alone]
    ranking = rows(counties / "市/summary.xlsx", "排名")
    assert sorted((row[1], row[2]) for row in ranking[1:4]) == [
        ("示例市交通运输局", "甲县"), ("示例市商务局", "乙县"), ("示例市商务局", "甲县"),
    ]  # fmt: skip
    totals = [row[4] for row in ranking[1:4]]
    assert totals == sorted(totals, reverse=True)
    missing = rows(counties / "市/summary.xlsx", "未报送")
    assert [row[2:4] for row in missing[1:]] == [("示例市财政局", "甲县")]
    overview = {row[0]: row for row in rows(counties / "市/summary.xlsx", "汇总")}
    assert overview["甲县"][1:6] == (3, 2, None, 1, 1)


def test_indicators_are_counted_over_all_counties(call: Caller, counties: Path) -> None:
    call("combine", "甲县", "乙县", "--output", "市")
    alone = {row[3]: row for row in rows(counties / "甲县/summary.xlsx", "指标分析")}
    both = {row[3]: row for row in rows(counties / "市/summary.xlsx", "指标分析")}
    assert alone.keys() == both.keys()
    assert (alone["预算完成率"][5], both["预算完成率"][5]) == (2, 3)


def test_links_lead_to_the_copies_of_each_county(call: Caller, counties: Path) -> None:
    call("combine", "甲县", "--output", "市")
    ranking = openpyxl.load_workbook(counties / "市/summary.xlsx")["排名"]
    link = ranking["P2"].hyperlink.target.replace("\\", "/")
    assert (counties / "市" / link).resolve().is_relative_to(counties / "甲县/annotated")
    assert (counties / "市" / link).is_file()


def test_the_page_names_counties_as_offices_and_links_to_their_copies(
    call: Caller, counties: Path
) -> None:
    answer = call("combine", "甲县", "乙县", "--output", "市")
    assert "网页（双击打开）：市/report.html" in answer.out.replace("\\", "/")
    page = (counties / "市/report.html").read_text("utf-8")
    links = {unquote(link) for link in re.findall(r'href="([^"#]+\.xlsx)"', page)}
    assert links == {
        "../甲县/annotated/示例市交通运输局.xlsx",
        "../甲县/annotated/示例市商务局.xlsx",
    }
    assert {link for link in links if not (counties / "市" / link).is_file()} == set()
    assert '<option value="乙县">' in page
    assert "应报3家，收到3家，通过2家，需退回1家，未报1家，打不开或不能采用0家。" in page


def test_findings_bear_the_place_of_their_county(call: Caller, counties: Path) -> None:
    call("combine", "甲县", "乙县", "--output", "市")
    table = list(csv.reader(Path("市/findings.csv").read_text("utf-8-sig").splitlines()))
    alone = [
        [row[0], county, f"{county}/{row[2]}", *row[3:]]
        for county in ("乙县", "甲县")
        for row in list(
            csv.reader(Path(county, "findings.csv").read_text("utf-8-sig").splitlines())
        )[1:]
    ]
    assert sorted(table[1:]) == sorted(alone)


def test_what_was_combined_combines_further(call: Caller, counties: Path) -> None:
    call("combine", "甲县", "乙县", "--output", "市")
    answer = call("combine", "市", "--output", "省")
    assert answer.code == 0
    files = [
        json.loads(x)["file"] for x in Path("省/results.jsonl").read_text("utf-8").splitlines()
    ]
    assert files[0] == "市/乙县/示例市商务局.xlsx"
    before = rows(counties / "市/summary.xlsx", "指标分析")
    assert rows(counties / "省/summary.xlsx", "指标分析") == before


def test_a_summary_that_somebody_changed_is_kept(call: Caller, counties: Path) -> None:
    call("combine", "甲县", "--output", "市")
    changed = counties / "市/summary.xlsx"
    changed.write_bytes(changed.read_bytes() + b" ")
    before = changed.read_bytes()
    answer = call("combine", "甲县", "乙县", "--output", "市")
    assert answer.code == 0
    assert "summary.xlsx 不是上次运行写出时的样子" in answer.err
    assert changed.read_bytes() == before
    assert len(Path("市/results.jsonl").read_text("utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("甲县", "甲县", "--output", "市"), 2, "甲县 写了两次"),
        (("甲县", "--output", "甲县"), 2, "输出文件夹不能是要合并的文件夹 甲县"),
        (("甲", "--output", "市"), 3, "甲 不是 jixiao bulk 的输出文件夹"),
        (("--output", "市"), 2, "还缺少"),
    ],
)
def test_what_cannot_be_combined_is_refused(
    call: Caller, counties: Path, args: tuple[str, ...], code: int, says: str
) -> None:
    answer = call("combine", *args)
    assert (answer.code, answer.out) == (code, "")
    assert says in answer.err
    assert not (counties / "市").exists()


def test_results_that_are_not_those_of_the_ledger_are_refused(call: Caller, counties: Path) -> None:
    shutil.copy(counties / "乙县/results.jsonl", counties / "甲县/results.jsonl")
    answer = call("combine", "甲县", "--output", "市")
    assert (answer.code, answer.out) == (3, "")
    assert "对不上或已损坏" in answer.err
    assert not (counties / "市/summary.xlsx").exists()


def test_a_folder_of_an_earlier_version_is_refused(call: Caller, counties: Path) -> None:
    with Ledger(counties / "甲县/ledger.sqlite") as ledger:
        ledger._base.execute("DELETE FROM meta WHERE key = 'scope'")
    answer = call("combine", "甲县", "--output", "市")
    assert answer.code == 3
    assert "甲县 是以前版本写的" in answer.err


def test_a_row_comes_back_as_it_was() -> None:
    brief = CheckBrief("a/b.xlsx", "checked", "局", None, 2017, "x", "7/3", "2", errors=3)
    row = ReturnRow(brief, "局", "科", counts=True, errors=3, remarks=("甲", "乙"))
    assert row_from_text(row_to_text(row)) == row


def test_figures_put_together_are_those_of_all() -> None:
    def one(score: str) -> IndicatorFigures:
        figures = IndicatorFigures("率", ("过程",), Fraction(6), "x")
        figures.claimed[score] += 1
        figures.computed["2"] += 1
        figures.differing_scores[score, "2"] += 1
        figures.codes["R101"] += 1
        return figures

    together: dict[tuple[str, str], IndicatorFigures] = {}
    for score in ("6", "3", "6"):
        add_figures(together, figures_to_text({("x", "rate"): one(score)}))
    whole = together["x", "rate"]
    assert (whole.count, whole.mean, whole.share_full) == (3, 5, Fraction(2, 3))
    assert (whole.over, whole.codes["R101"]) == (9, 3)


def test_a_second_process_gives_the_same(
    call: Caller, counties: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("combine", "甲县", "乙县", "--output", "市")
    monkeypatch.setattr(combine, "_MANY", 0)
    assert call("combine", "甲县", "乙县", "--output", "又一市").code == 0
    for name in ("results.jsonl", "results.parquet", "findings.csv", "report.html"):
        assert Path("又一市", name).read_bytes() == Path("市", name).read_bytes(), name


def test_a_second_process_refuses_damaged_results(
    call: Caller, counties: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(combine, "_MANY", 0)
    shutil.copy(counties / "乙县/results.jsonl", counties / "甲县/results.jsonl")
    answer = call("combine", "甲县", "--output", "市")
    assert (answer.code, answer.out) == (3, "")
    assert "甲县" in answer.err
    assert "对不上或已损坏" in answer.err
    with Ledger(counties / "市/ledger.sqlite") as ledger:
        assert list(ledger.listed()) == []
