"""A whole bulk run over the invented departments, through the command line."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest

import jixiao
from jixiao.bulk.ledger import Ledger
from jixiao.reporting.record import CheckBrief
from jixiao.writing.summary.book import Summary
from jixiao.writing.summary.model import ReturnRow, SummaryScope
from jixiao.writing.summary.table import ReturnList

BULK = Path(__file__).parents[2] / "samples" / "bulk"
SECOND = BULK.with_name("bulk-second-round")
ROSTER = "市直部门名册.csv"


def run(folder: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jixiao", "bulk", folder, "--output", output, *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def lines(output: Path) -> list[dict[str, object]]:
    text = (output / "results.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("bulk") / "审核"
    told = run(BULK, output, "--roster", str(BULK / ROSTER), "--jobs", "2")
    assert told.returncode == 1, told.stderr
    assert "本次核对 19 份" in told.stdout
    return output


@pytest.fixture
def few(tmp_path: Path) -> Path:
    folder = tmp_path / "报送"
    folder.mkdir()
    for name in ("企业科/示例市商务局.xlsx", "经济建设科/示例市交通运输局.xlsx"):
        shutil.copy(BULK / name, folder)
    return folder


def test_every_return_is_a_line_in_a_fixed_order(done: Path) -> None:
    files = [str(line["file"]) for line in lines(done)]
    assert files == sorted(files)
    assert len(files) == 19
    assert "农业科.zip/示例市供销合作社联合社.xlsx" in files
    assert {line["format"] for line in lines(done)} == {"jixiao.check/1"}


def test_the_faults_of_the_sample_are_found(done: Path) -> None:
    found = {
        str(line["file"]).rsplit("/", 1)[-1]: {f["code"] for f in line["findings"]}  # type: ignore[attr-defined]
        for line in lines(done)
    }
    expected = {
        "示例市交通运输局.xlsx": "R101",
        "市环保局2017年度评分表.xlsx": "T102",
        "示例市住房和城乡建设局.xlsx": "D216",
        "示例市商务局.xlsx": "R105",
        "示例市卫生健康局.xlsx": "E101",
        "示例市应急管理局.xlsx": "C101",
        "示例市市场监督管理局.xlsx": "B102",
        "示例市残疾人联合会.xlsx": "B108",
        "示例市妇女联合会.xlsx": "B106",
        "示例市地方金融监督管理局.xlsx": "S101",
        "示例市供销合作社联合社.xlsx": "X101",
        "示例市统计局.xlsx": "D011",
        "示例市文化广电旅游局.xlsx": "B103",
        "样板市水务局.xlsx": "B123",
    }
    assert {name: code for name, code in expected.items() if code not in found[name]} == {}
    clean = {code for code in found["示例市教育局.xlsx"] if code[0] in "RTSE"}
    assert clean == set()


def test_the_sample_has_faults_of_every_family(done: Path) -> None:
    rows = csv.DictReader((done / "findings.csv").read_text("utf-8-sig").splitlines())
    assert {row["代码"][0] for row in rows} == set("BCDEFRSTX")


def test_findings_csv_names_the_missing_department(done: Path) -> None:
    raw = (done / "findings.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    missing = [line for line in raw.decode("utf-8-sig").splitlines() if ",B101," in line]
    assert len(missing) == 2
    assert missing[0].startswith("示例市机关事务管理局,行政政法科,,错误,B101,")
    listed = openpyxl.load_workbook(done / "summary.xlsx")["问题清单"]
    named = [row[1:3] for row in listed.iter_rows(values_only=True) if row[4] == "B101"]
    assert named == [("示例市机关事务管理局", "行政政法科"), ("示例市文化旅游局", "教科文科")]


@pytest.mark.parametrize(("alias", "letters"), [("", ["示例市水务局"]), (";示例市审计局", [])])
def test_no_letter_goes_to_a_department_whose_own_return_counts(
    tmp_path: Path, alias: str, letters: list[str]
) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    for name in ("行政政法科/示例市审计局.xlsx", "经济建设科/样板市水务局.xlsx"):
        shutil.copy(BULK / name, folder)
    roster = tmp_path / "名册.csv"
    roster.write_text(f"编码,单位名称,别名\n001,示例市水务局,市水务局{alias}\n", "utf-8")
    told = run(folder, tmp_path / "审核", "--roster", str(roster), "--notices", "--jobs", "1")
    assert told.returncode == 1, told.stderr
    written = (tmp_path / "审核/notices").glob("*.txt")
    assert [path.stem.partition("-")[2] for path in written] == letters


def test_the_summary_has_its_sheets_and_links(done: Path) -> None:
    book = openpyxl.load_workbook(done / "summary.xlsx")
    assert book.sheetnames == ["汇总", "排名", "问题清单", "未报送", "指标分析", "说明"]
    ranking = book["排名"]
    assert [cell.value for cell in ranking[1]][:6] == [
        "名次", "单位", "主管科室", "自评总分", "复算总分", "复核总分",
    ]  # fmt: skip
    links = [cell.hyperlink.target for (cell,) in ranking["P2:P14"] if cell.hyperlink]
    assert links
    for link in links:
        assert (done / link.split("#")[0].replace("\\", "/")).is_file()
    told = {row[1].value: (row[12].value, row[17].value) for row in ranking.iter_rows(min_row=2)}
    assert told["示例市残疾人联合会"][0] is None  # of another year: listed, not ranked
    absent = {row[2].value: row[4].value for row in book["未报送"].iter_rows(min_row=2)}
    assert absent == {
        "示例市机关事务管理局": "未报送",
        "示例市文化旅游局": "未报送",
        "示例市统计局": "报送的表没有填写，需填好后报送",
        "示例市档案馆": "报送的文件不能核对，需重新报送",
        "示例市残疾人联合会": "报送的是2016年度的表，需重新报送",
    }
    assert len(book["汇总"]._charts) == 3  # type: ignore[attr-defined]


def test_the_page_says_what_the_command_says_and_links_to_the_copies(
    done: Path, tmp_path: Path
) -> None:
    page = (done / "report.html").read_text("utf-8")
    said = run(BULK, done, "--roster", str(BULK / ROSTER)).stdout.splitlines()
    assert f"网页（双击打开）：{done / 'report.html'}" in said
    assert f"<span>{said[-1]}</span>" in page
    links = {unquote(link) for link in re.findall(r'href="(annotated/[^"]+)"', page)}
    assert len(links) == 18
    assert {link for link in links if not (done / link).is_file()} == set()


@pytest.mark.slow
def test_a_page_that_somebody_changed_is_kept(few: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    (output / "report.html").write_text("我的", "utf-8")
    (few / "示例市商务局.xlsx").unlink()
    told = run(few, output, "--jobs", "1")
    assert "report.html 不是上次运行写出时的样子" in told.stderr
    assert (output / "report.html").read_text("utf-8") == "我的"


def test_annotated_copies_keep_their_paths(done: Path) -> None:
    assert (done / "annotated/行政政法科/示例市信访局.xls.xlsx").is_file()
    assert (done / "annotated/农业科.zip/示例市供销合作社联合社.xlsx").is_file()
    assert not (done / "annotated/教科文科/示例市档案馆.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")
def test_annotated_copies_can_be_read_by_whoever_may_read_the_summary(done: Path) -> None:
    wanted = (done / "summary.xlsx").stat().st_mode
    copies = [path for path in (done / "annotated").rglob("*") if path.is_file()]
    assert copies
    assert {path.stat().st_mode for path in copies} == {wanted}


@pytest.mark.slow
def test_results_do_not_depend_on_the_number_of_workers(done: Path, tmp_path: Path) -> None:
    one = tmp_path / "one"
    run(BULK, one, "--roster", str(BULK / ROSTER), "--jobs", "1")
    assert written(one) == written(done)


def written(output: Path) -> dict[str, bytes]:
    """Everything in an output folder but the ledger."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != "ledger.sqlite"
    }


@pytest.mark.slow
def test_a_second_run_does_only_what_changed(few: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*.xlsx")}
    again = run(few, output, "--jobs", "1")
    assert "本次核对 0 份，未变动沿用 2 份" in again.stdout
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*.xlsx")} == before
    shutil.copy(BULK / "教科文科/示例市教育局.xlsx", few)
    third = run(few, output, "--jobs", "1")
    assert "本次核对 1 份，未变动沿用 2 份" in third.stdout
    forced = run(few, output, "--jobs", "1", "--recheck")
    assert "本次核对 3 份，未变动沿用 0 份" in forced.stdout


@pytest.mark.slow
def test_a_changed_rulebook_or_program_has_everything_checked_again(
    few: Path, tmp_path: Path
) -> None:
    output, rules = tmp_path / "out", tmp_path / "规则.toml"
    shipped = Path(jixiao.__file__).parent / "rulebooks" / "nanchang-2017.toml"
    text = shipped.read_text("utf-8")
    rules.write_text(text, "utf-8")
    options = ("--jobs", "1", "--rulebook", str(rules), "--no-annotate")
    assert "本次核对 2 份" in run(few, output, *options).stdout
    assert "本次核对 0 份" in run(few, output, *options).stdout
    rules.write_text(text.replace('version = "1"', 'version = "2"', 1), "utf-8")
    assert "本次核对 2 份" in run(few, output, *options).stdout
    with Ledger(output / "ledger.sqlite") as ledger:
        ledger._base.execute("UPDATE returns SET program = '0.0.1' WHERE relative LIKE '%商务%'")
    assert "本次核对 1 份，未变动沿用 1 份" in run(few, output, *options).stdout


@pytest.mark.slow
def test_a_copy_somebody_typed_into_is_kept_and_told(few: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    copy = output / "annotated/示例市商务局.xlsx"
    book = openpyxl.load_workbook(copy)
    book["评分表"]["L11"] = 5
    book.save(copy)
    typed = copy.read_bytes()
    again = run(few, output, "--jobs", "1", "--recheck")
    assert copy.read_bytes() == typed
    assert "本次核对 2 份" in again.stdout
    kept = [str(line["file"]) for line in lines(output) if _has(line, "B114")]
    assert kept == ["示例市商务局.xlsx"]
    assert "读到1项复核得分" in again.stderr
    third = run(few, output, "--jobs", "1")
    assert copy.read_bytes() == typed
    assert "有人改过" not in third.stderr  # said once
    assert not any(_has(line, "B114") for line in lines(output))


@pytest.mark.slow
def test_reviewed_scores_are_read_from_the_annotated_copy_where_it_lies(
    few: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    before = {str(line["file"]): line for line in lines(output)}
    copy = output / "annotated/示例市商务局.xlsx"
    book = openpyxl.load_workbook(copy)
    own = before["示例市商务局.xlsx"]["total"]
    assert isinstance(own, dict)
    first = next(one for one in _indicators(before["示例市商务局.xlsx"]) if one["computed_score"])
    cell = first["cells"]["score"].split("!")[1]
    book["评分表"][f"L{cell[1:]}"] = first["computed_score"] - 1
    book.save(copy)
    told = run(few, output, "--jobs", "1")
    assert "本次核对 0 份，未变动沿用 2 份" in told.stdout
    after = {str(line["file"]): line for line in lines(output)}["示例市商务局.xlsx"]
    total = after["total"]
    assert isinstance(total, dict)
    assert total["reviewed"] == pytest.approx(own["computed"] - 1)
    scores = {one["id"]: one["reviewed_score"] for one in _indicators(after)}
    assert scores[first["id"]] == first["computed_score"] - 1
    assert sum(score is not None for score in scores.values()) == 1
    sheet = openpyxl.load_workbook(output / "summary.xlsx")["排名"]
    heads = [cell.value for cell in sheet[1]]
    row = next(
        row for row in sheet.iter_rows(min_row=2, values_only=True) if row[1] == "示例市商务局"
    )
    one = dict(zip(heads, row, strict=False))
    assert one["复核总分"] == pytest.approx(own["computed"] - 1)
    assert one["复算减复核"] == pytest.approx(1)
    assert one["自评减复核"] == pytest.approx(own["claimed"] - own["computed"] + 1)
    assert one["复核档次"] in ("优", "良", "中", "差")
    # a new return of the department: what was reviewed stays, and is of the old one
    shutil.copy(BULK / "行政政法科/示例市应急管理局.xlsx", few / "示例市商务局.xlsx")
    told = run(few, output, "--jobs", "1")
    assert "annotated/示例市商务局.xlsx 对应的报送已不在报送文件夹里" in told.stderr
    assert (output / "annotated/示例市商务局(2).xlsx").exists()
    assert openpyxl.load_workbook(copy)["评分表"][f"L{cell[1:]}"].value is not None
    after = {str(line["file"]): line for line in lines(output)}["示例市商务局.xlsx"]
    assert after["total"]["reviewed"] is None  # type: ignore[index]
    told = run(few, output, "--jobs", "1")
    assert told.stderr == "文件夹里有 2 份工作簿，正在准备核对。\n"
    assert "本次核对 0 份" in told.stdout


def _indicators(line: dict[str, object]) -> list[dict[str, Any]]:
    found = line["indicators"]
    assert isinstance(found, list)
    return found


def _has(line: dict[str, object], code: str) -> bool:
    return any(found["code"] == code for found in line["findings"])  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    for number in range(30):
        shutil.copy(BULK / "企业科/示例市商务局.xlsx", folder / f"{number:02d}.xlsx")
    for number in range(10):
        shutil.copy(BULK / "农业科.zip", folder / f"{number}.zip")
    output = tmp_path / "out"
    started = subprocess.Popen(
        [sys.executable, "-m", "jixiao", "bulk", folder, "--output", output, "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stderr is not None
    for line in started.stderr:  # the first report of progress: something is kept
        if "已核对" in line:
            break
    started.kill()
    started.wait()
    started.stderr.read()  # ends when the last worker has: none stays behind
    started.stderr.close()
    assert not (output / "summary.xlsx").exists()
    again = run(folder, output, "--jobs", "1")
    checked = int(again.stdout.split("本次核对 ")[1].split(" ")[0])
    assert 0 < checked < 40
    run(folder, tmp_path / "undisturbed", "--jobs", "2")
    assert written(output) == written(tmp_path / "undisturbed")


@pytest.mark.slow
def test_a_copy_of_a_return_that_is_gone_does_not_stay(few: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    (few / "示例市商务局.xlsx").rename(few / "商务.xlsx")
    (few / "示例市交通运输局.xlsx").unlink()
    typed = output / "annotated/示例市交通运输局.xlsx"
    typed.write_bytes(typed.read_bytes() + b" ")
    again = run(few, output, "--jobs", "1")
    names = [path.name for path in (output / "annotated").iterdir()]
    assert sorted(names) == ["商务.xlsx", "示例市交通运输局.xlsx"]
    assert "删除了 1 份过时的批注副本" in again.stderr
    assert "annotated/示例市交通运输局.xlsx 对应的报送已不在报送文件夹里" in again.stderr
    assert [line["file"] for line in lines(output)] == ["商务.xlsx"]


@pytest.mark.slow
def test_copies_are_not_linked_where_none_are_asked_for(few: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    shutil.copy(BULK / "教科文科/示例市教育局.xlsx", few / "示例市商务局.xlsx")
    again = run(few, output, "--jobs", "1", "--no-annotate")
    assert "本次核对 1 份，未变动沿用 1 份" in again.stdout
    assert [path.name for path in (output / "annotated").iterdir()] == ["示例市交通运输局.xlsx"]
    sheet = openpyxl.load_workbook(output / "summary.xlsx")["排名"]
    linked = {file.value: link.hyperlink is not None for file, link in sheet["O2:P3"]}
    assert linked == {"示例市交通运输局.xlsx": True, "示例市商务局.xlsx": False}


@pytest.mark.slow
def test_an_xls_and_an_xlsx_of_the_same_name_get_a_copy_each(few: Path, tmp_path: Path) -> None:
    shutil.copy(BULK / "行政政法科/示例市信访局.xls", few / "a.xls")
    shutil.copy(BULK / "企业科/示例市商务局.xlsx", few / "a.xls.xlsx")
    output = tmp_path / "out"
    run(few, output, "--jobs", "2")
    copies = {
        path.name: openpyxl.load_workbook(path)["审核结果"]["A1"].value
        for path in (output / "annotated").glob("a.*")
    }
    assert sorted(copies) == ["a.xls(2).xlsx", "a.xls.xlsx"]
    assert str(copies["a.xls(2).xlsx"]).startswith("示例市信访局")
    assert str(copies["a.xls.xlsx"]).startswith("示例市商务局")


@pytest.mark.slow
def test_a_copy_with_too_long_a_name_is_told_and_the_rest_goes_on(
    few: Path, tmp_path: Path
) -> None:
    name = "长" * 83 + ".xls"
    shutil.copy(BULK / "行政政法科/示例市信访局.xls", few / name)
    output = tmp_path / "out"
    told = run(few, output, "--jobs", "1")
    assert "本次核对 3 份" in told.stdout
    (line,) = [line for line in lines(output) if _has(line, "B121")]
    assert line["file"] == name
    assert "本次核对 1 份，未变动沿用 2 份" in run(few, output, "--jobs", "1").stdout


def test_a_workbook_named_zip_is_checked(few: Path, tmp_path: Path) -> None:
    (few / "示例市商务局.xlsx").rename(few / "商务.zip")
    output = tmp_path / "out"
    assert "本次核对 2 份，未变动沿用 0 份，其他文件 0 个" in run(few, output).stdout
    assert [line["department"] for line in lines(output)] == ["示例市商务局", "示例市交通运输局"]


def test_what_is_wrong_with_a_member_is_told_under_its_own_name(tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("甲/空.xlsx", b"")
    output = tmp_path / "out"
    assert run(folder, output).returncode == 1
    (line,) = lines(output)
    (found,) = line["findings"]  # type: ignore[misc]
    assert found["code"] == "F005"
    assert found["message"] == "文件 空.xlsx 没有任何内容（0 字节）。"


def test_two_runs_into_one_folder_are_kept_apart(few: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    with Ledger(output / "ledger.sqlite"):
        told = run(few, output)
    assert (told.returncode, told.stdout) == (3, "")
    assert "另一个 jixiao bulk 正在用这个输出文件夹" in told.stderr


def test_returns_among_the_copies_are_refused(few: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out/annotated/甲"
    shutil.copytree(few, folder)
    before = written(tmp_path / "out")
    told = run(folder, tmp_path / "out")
    assert told.returncode == 2
    assert told.stderr.startswith("报送文件夹在输出文件夹的 annotated 里面")
    assert written(tmp_path / "out") == before


def test_the_folder_itself_is_refused_as_output(few: Path) -> None:
    told = run(few, few)
    assert told.returncode == 2
    assert "不能是同一个" in told.stderr


def test_a_roster_without_names_is_told(few: Path, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("甲,乙\n1,2\n", "utf-8")
    told = run(few, tmp_path / "out", "--roster", str(tmp_path / "r.csv"))
    assert told.returncode == 3
    assert "名册里没有“单位名称”一列" in told.stderr
    assert told.stdout == ""


def test_verify_tells_the_checked_file_from_a_changed_one(done: Path, tmp_path: Path) -> None:
    def verify(file: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "jixiao", "verify", file, done / "results.jsonl"],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    same = verify(BULK / "企业科/示例市商务局.xlsx")
    assert (same.returncode, same.stdout[:2]) == (0, "是：")
    changed = tmp_path / "示例市商务局.xlsx"
    changed.write_bytes((BULK / "企业科/示例市商务局.xlsx").read_bytes() + b" ")
    other = verify(changed)
    assert other.returncode == 1
    assert "同名，但内容不同" in other.stdout
    assert verify(tmp_path / "none.xlsx").returncode == 3


def test_of_many_departments_the_twenty_largest_differences_are_charted(tmp_path: Path) -> None:
    returns = [
        ReturnRow(
            CheckBrief(f"{n}.xlsx", "checked", year=2017, rulebook="a" if n % 2 else "b",
                       claimed=str(Fraction(70 + n, 1)), computed="70"),
            f"示例市第{n}局{'及' * 20}", "", counts=True,
        )
        for n in range(62)
    ]  # fmt: skip
    scope = SummaryScope("jixiao", 2017, 61, 0, ("优",), {"a": "甲", "b": "乙"}, {"a": 31, "b": 30})
    with Summary(tmp_path / "s.xlsx", ReturnList(returns), {}, [], scope):
        pass
    book = openpyxl.load_workbook(tmp_path / "s.xlsx")
    charts = book["汇总"]._charts  # type: ignore[attr-defined]
    drawn = [[series.cat.strRef.f, series.val.numRef.f] for series in charts[1].series]
    assert len(charts) == 2
    assert drawn == [
        ["排名!$S$2:$S$21", "排名!$T$2:$T$21"],
        ["排名!$S$2:$S$21", "排名!$U$2:$U$21"],
    ]
    assert charts[0].series[0].cat.strRef.strCache.pt[0].v == "优"
    with zipfile.ZipFile(tmp_path / "s.xlsx") as package:  # bars named in a hidden column show
        assert b"plotVisOnly" not in package.read("xl/charts/chart2.xml")
    ranking = book["排名"]
    assert ranking.column_dimensions["S"].hidden
    assert ranking["S2"].value == "示例市第61局及及及及及及及及及及…"
    assert [ranking[f"T{row}"].value for row in (2, 21, 22)] == [131, 112, None]
    assert str(book["汇总"]["A2"].value).startswith(
        "指标体系：a 31 份、b 30 份。各指标体系的评分标准不同，总分放在一起排名仅供参考"
    )


def test_the_offices_are_counted_on_the_overview(done: Path) -> None:
    overview = openpyxl.load_workbook(done / "summary.xlsx")["汇总"]
    rows = list(overview.iter_rows(values_only=True))
    top = next(at for at, row in enumerate(rows) if row[0] == "各科室情况")
    assert rows[top + 1][:10] == (
        "主管科室", "应报", "收到", None, "通过", "需退回", "未报", "打不开或不能采用", "不在名册",
        "待报送、待修改的单位和联系方式",
    )  # fmt: skip
    merged = {str(one) for one in overview.merged_cells.ranges}
    assert {f"C{at}:D{at}" for at in range(top + 2, top + 10)} <= merged  # no column without a head
    offices = {row[0]: (row[1:3] + row[4:9]) for row in rows[top + 2 :] if row[0]}
    assert offices["企业科"] == (2, 2, 1, 1, 0, 0, 0)
    assert offices["社会保障科"] == (3, 2, 2, 0, 0, 1, 0)
    assert offices["教科文科"] == (3, 1, 1, 0, 1, 1, 1)
    reported = (18, 13, 9, 4, 2, 3, 1)  # 应报18家，收到13家，通过9家，需退回4家，未报2家，…
    assert offices.pop("合计") == reported
    assert tuple(map(sum, zip(*offices.values(), strict=True))) == reported
    above = {row[0]: row[1] for row in rows[:top]}
    assert reported == tuple(
        above[name]
        for name in (
            "应报（单位）", "收到（单位）", "通过（单位）", "需退回（单位）", "未报（单位）",
            "打不开或不能采用（单位）", "不在名册的单位（份）",
        )
    )  # fmt: skip


def test_the_offices_of_the_page_add_up_to_its_sentence(done: Path) -> None:
    page = (done / "report.html").read_text("utf-8")
    assert "应报18家，收到13家，通过9家，需退回4家，未报2家，打不开或不能采用3家。" in page
    table = page[page.index('<h2 id="offices">') :].partition("</table>")[0]
    lines = [
        tuple(map(int, re.findall(r'<td class="r">(\d+)</td>', line)))
        for line in re.findall("<tr>.*?</tr>", table)
    ]
    assert lines[-1] == (18, 13, 9, 4, 2, 3, 1)
    assert tuple(map(sum, zip(*lines[1:-1], strict=True))) == lines[-1]


@pytest.mark.slow
def test_reviewed_scores_reach_the_ranking_with_the_copy_handed_back(
    few: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    run(few, output, "--jobs", "1")
    copy = output / "annotated/示例市商务局.xlsx"
    book = openpyxl.load_workbook(copy)
    total = 0
    for row in range(5, 36):
        cell = book["评分表"][f"L{row}"]
        if cell.value is None:
            cell.value = 1
            total += 1
    book["评分表"]["L37"] = total
    book.save(few / "示例市商务局.xlsx")
    run(few, output, "--jobs", "1")
    sheet = openpyxl.load_workbook(output / "summary.xlsx")["排名"]
    reviewed = {
        row[1].value: (row[0].value, row[5].value) for row in sheet.iter_rows(min_row=2, max_row=3)
    }
    assert total == 28
    assert reviewed == {"示例市交通运输局": (1, None), "示例市商务局": (2, 28)}


def test_the_sample_shows_who_is_counted_and_how(done: Path) -> None:
    book = openpyxl.load_workbook(done / "summary.xlsx")
    headings = [cell.value for cell in book["未报送"][1]]
    assert headings[5:7] == ["联系人", "联系电话"]
    contacts = {row[2].value: row[5].value for row in book["未报送"].iter_rows(min_row=2)}
    assert contacts["示例市机关事务管理局"] == "综合科"
    assert "18个" not in contacts  # the row 合计 of the roster
    ranking = {row[1].value: row for row in book["排名"].iter_rows(min_row=2)}
    assert [ranking["示例市教育局"][column].value for column in (4, 5, 8)] == [99.62, 99.12, 0.5]
    assert ranking["样板市水务局"][3].value == "外地的表"
    near = [line["findings"] for line in lines(done) if "广电" in str(line["file"])]
    assert "可能是名册上还没有报送的“示例市文化旅游局”" in str(near)


@pytest.mark.slow
def test_the_sample_has_a_second_round(tmp_path: Path) -> None:
    folder, output = tmp_path / "报送", tmp_path / "审核"
    for part in ("社会保障科", "经济建设科"):
        shutil.copytree(BULK / part, folder / part)
    options = ["--roster", str(BULK / ROSTER), "--no-annotate", "--fail-on", "never", "--jobs", "2"]
    assert run(folder, output, *options, "--round", "第一轮").returncode == 0
    shutil.copytree(SECOND, folder, dirs_exist_ok=True)
    assert run(folder, output, *options, "--round", "第二轮").returncode == 0
    book = openpyxl.load_workbook(output / "summary.xlsx")
    ranking = book["排名"]
    headings = [cell.value for cell in ranking[1]]
    first = headings.index("第一轮后改好")
    told = {
        row[1].value: tuple(cell.value for cell in row[first : first + 3])
        for row in ranking.iter_rows(min_row=2)
        if row[0].value is not None  # ranked
    }
    assert told["示例市交通运输局"] == (1, 0, 2)  # mended the score, lost a reason, sent two files
    assert told["示例市卫生健康局"] == (1, 0, 1)
    assert told["示例市生态环境局"] == (0, 1, 0)


def test_the_readme_of_the_samples_says_what_is_found(done: Path) -> None:
    text = BULK.with_name("README.md").read_text("utf-8").partition("## 一个文件夹")[2]
    text = text.partition("\n## ")[0]
    rows = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    found: dict[str, set[str]] = {}
    for line in lines(done):
        codes = {f["code"] for f in line["findings"]}  # type: ignore[attr-defined]
        found.setdefault(str(line["file"]), set()).update(codes)
    missing = {
        name: code
        for file, _, says in rows
        for name in [file.strip(" `")]
        for code in re.findall(r"[A-Z]\d{3}", says)
        if code != "B101" and code not in {c for f, cs in found.items() if name in f for c in cs}
    }
    assert missing == {}
    assert len(rows) == 17
