"""A whole bulk run over the invented departments, through the command line."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

BULK = Path(__file__).parents[2] / "samples" / "bulk"
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
    assert "本次核对 16 份" in told.stdout
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
    assert len(files) == 16
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
        "示例市住房和城乡建设局.xlsx": "R101",
        "示例市商务局.xlsx": "R105",
        "示例市卫生健康局.xlsx": "E101",
        "示例市应急管理局.xlsx": "C101",
        "示例市市场监督管理局.xlsx": "B102",
        "示例市残疾人联合会.xlsx": "B108",
        "示例市妇女联合会.xlsx": "B106",
        "示例市地方金融监督管理局.xlsx": "S101",
        "示例市供销合作社联合社.xlsx": "X101",
    }
    assert {name: code for name, code in expected.items() if code not in found[name]} == {}
    clean = {code for code in found["示例市教育局.xlsx"] if code[0] in "RTSE"}
    assert clean == set()


def test_findings_csv_names_the_missing_department(done: Path) -> None:
    raw = (done / "findings.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    missing = [line for line in raw.decode("utf-8-sig").splitlines() if ",B101," in line]
    assert len(missing) == 1
    assert "示例市机关事务管理局" in missing[0]


def test_the_summary_has_its_sheets_and_links(done: Path) -> None:
    book = openpyxl.load_workbook(done / "summary.xlsx")
    assert book.sheetnames == ["汇总", "排名", "问题清单", "未报送", "指标分析", "说明"]
    ranking = book["排名"]
    assert [cell.value for cell in ranking[1]][:6] == [
        "名次", "单位", "主管科室", "自评总分", "复算总分", "差额",
    ]  # fmt: skip
    links = [cell.hyperlink.target for (cell,) in ranking["L2:L14"] if cell.hyperlink]
    assert links
    for link in links:
        assert (done / link.split("#")[0].replace("\\", "/")).is_file()
    absent = {row[2].value: row[4].value for row in book["未报送"].iter_rows(min_row=2)}
    assert absent == {
        "示例市机关事务管理局": "未报送",
        "示例市档案馆": "报送的文件不能核对，需重新报送",
    }
    assert len(book["汇总"]._charts) == 3  # type: ignore[attr-defined]


def test_annotated_copies_keep_their_paths(done: Path) -> None:
    assert (done / "annotated/行政政法科/示例市信访局.xls.xlsx").is_file()
    assert (done / "annotated/农业科.zip/示例市供销合作社联合社.xlsx").is_file()
    assert not (done / "annotated/教科文科/示例市档案馆.xlsx").exists()


def test_results_do_not_depend_on_the_number_of_workers(done: Path, tmp_path: Path) -> None:
    one = tmp_path / "one"
    run(BULK, one, "--roster", str(BULK / ROSTER), "--jobs", "1")
    for name in ("results.jsonl", "findings.csv", "summary.xlsx"):
        assert (one / name).read_bytes() == (done / name).read_bytes(), name


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


def _has(line: dict[str, object], code: str) -> bool:
    return any(found["code"] == code for found in line["findings"])  # type: ignore[attr-defined]


def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    for number in range(40):
        shutil.copy(BULK / "企业科/示例市商务局.xlsx", folder / f"{number:02d}.xlsx")
    output = tmp_path / "out"
    started = subprocess.Popen(
        [sys.executable, "-m", "jixiao", "bulk", folder, "--output", output, "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stderr is not None
    for line in started.stderr:  # the first report of progress: something is kept
        if "已核对" in line:
            break
    os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    started.stderr.close()
    assert not (output / "summary.xlsx").exists()
    time.sleep(0.1)
    again = run(folder, output, "--jobs", "1")
    checked = int(again.stdout.split("本次核对 ")[1].split(" ")[0])
    assert 0 < checked < 40
    assert len(lines(output)) == 40


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
