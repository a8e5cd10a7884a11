"""``jixiao validate``: exit codes, what is written and what is not."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from tests.cli.calls import Caller

from jixiao import checking

REFERENCE = "nanchang-2017-waiqiao.xlsx"
FAULTY = "nanchang-2017-score-too-high.xlsx"
WARNED = "nanchang-2017-rate-typed.xlsx"


@pytest.fixture
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with three samples, the working directory."""
    for name in (REFERENCE, FAULTY, WARNED):
        shutil.copy(samples / name, tmp_path / name)
    (tmp_path / "empty.xlsx").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_the_reference_return_passes(call: Caller, here: Path) -> None:
    answer = call("validate", REFERENCE)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == f"【通过】{REFERENCE}"
    assert lines[1].startswith("自评总分80.71，复算总分80.71，档次良；")
    assert "小计：过程" in answer.out
    assert "\x1b" not in answer.out


def test_a_score_too_high_is_code_1_with_cell_value_and_remedy(call: Caller, here: Path) -> None:
    answer = call("validate", FAULTY)
    assert answer.code == 1
    assert answer.out.startswith(f"【需修改】{FAULTY}\n")
    assert "错误  R101  评分表!H11\n" in answer.out
    assert "怎么改：" in answer.out


@pytest.mark.parametrize(
    ("name", "fail_on", "code"),
    [
        (FAULTY, "error", 1),
        (FAULTY, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (REFERENCE, "warning", 0),
    ],
)
def test_fail_on_sets_the_bar(call: Caller, here: Path, name: str, fail_on: str, code: int) -> None:
    assert call("validate", name, "--fail-on", fail_on).code == code


def test_json_is_one_object_or_an_array(call: Caller, here: Path) -> None:
    one = json.loads(call("validate", REFERENCE, "--format", "json").out)
    assert (one["format"], one["file"]) == ("jixiao.check/1", REFERENCE)
    assert (one["total"]["claimed"], one["total"]["computed_grade"]) == (80.71, "良")
    several = call("validate", REFERENCE, FAULTY, "--format", "json")
    assert [each["file"] for each in json.loads(several.out)] == [REFERENCE, FAULTY]
    assert several.code == 1


def test_csv_is_one_finding_a_line(call: Caller, here: Path) -> None:
    out = call("validate", FAULTY, "--format", "csv").out
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert ("R101", "评分表", "H11", FAULTY) in {
        (row["代码"], row["工作表"], row["单元格"], row["文件"]) for row in rows
    }


@pytest.mark.parametrize(
    ("name", "code"), [("nosuch.xlsx", "F001"), ("folder", "F002"), ("empty.xlsx", None)]
)
def test_what_cannot_be_checked_is_code_3_and_still_an_object(
    call: Caller, here: Path, name: str, code: str | None
) -> None:
    (here / "folder").mkdir()
    before = listing(here)
    answer = call("validate", name, "--format", "json", "--annotate", "out.xlsx")
    assert answer.code == 3
    told = json.loads(answer.out)
    assert (told["format"], told["file"]) == ("jixiao.check/1", name)
    assert told["findings"][0]["severity"] == "error"
    assert code in {None, told["findings"][0]["code"]}
    assert listing(here) == before


def test_the_highest_code_wins_and_code_3_writes_nothing(call: Caller, here: Path) -> None:
    before = listing(here)
    answer = call(
        "validate", REFERENCE, FAULTY, "nosuch.xlsx", "--output", "r.txt", "--annotate", "marked"
    )
    assert answer.code == 3
    assert listing(here) == before
    assert "所要的输出没有写" in answer.err
    assert "【需修改】" in answer.out  # what was found is not lost


def test_output_goes_to_the_file_and_nothing_to_the_screen(call: Caller, here: Path) -> None:
    answer = call("validate", FAULTY, "--format", "json", "--output", "结果.json")
    assert (answer.code, answer.out, answer.err) == (1, "", "已写出：结果.json\n")
    assert json.loads((here / "结果.json").read_text(encoding="utf-8"))["file"] == FAULTY


def test_an_existing_output_is_kept_without_force(call: Caller, here: Path) -> None:
    (here / "r.txt").write_text("mine", encoding="utf-8")
    answer = call("validate", FAULTY, "--output", "r.txt")
    assert answer.code == 2
    assert "加 --force" in answer.err
    assert (here / "r.txt").read_text(encoding="utf-8") == "mine"
    assert call("validate", FAULTY, "--output", "r.txt", "--force").code == 1
    assert (here / "r.txt").read_text(encoding="utf-8").startswith("【需修改】")


def _same(here: Path) -> Iterator[str]:
    yield FAULTY
    yield f"./{FAULTY}"
    yield FAULTY.replace("nanchang", "NANCHANG")
    os.link(here / FAULTY, here / "hard.xlsx")
    yield "hard.xlsx"
    (here / "soft.xlsx").symlink_to(FAULTY)
    yield "soft.xlsx"


def test_an_output_that_is_the_input_is_refused_even_with_force(call: Caller, here: Path) -> None:
    content = (here / FAULTY).read_bytes()
    for name in _same(here):
        for option in ("--output", "--annotate"):
            answer = call("validate", FAULTY, option, name, "--force")
            assert answer.code == 2, name
            assert "不能写在它上面" in answer.err
    assert (here / FAULTY).read_bytes() == content


def test_the_folder_of_the_inputs_is_no_place_for_their_copies(call: Caller, here: Path) -> None:
    before = listing(here)
    assert call("validate", FAULTY, REFERENCE, "--annotate", ".", "--force").code == 2
    assert listing(here) == before


def test_one_file_for_two_outputs_is_wrong_use(call: Caller, here: Path) -> None:
    assert call("validate", FAULTY, "--output", "x.xlsx", "--annotate", "./x.xlsx").code == 2


def test_an_output_in_a_folder_that_is_not_there_is_wrong_use(call: Caller, here: Path) -> None:
    answer = call("validate", FAULTY, "--output", "no/r.txt")
    assert (answer.code, "文件夹“no”不存在" in answer.err) == (2, True)


def test_annotate_writes_a_copy_and_leaves_the_input(call: Caller, here: Path) -> None:
    content = (here / FAULTY).read_bytes()
    answer = call("validate", FAULTY, "--annotate", "标注.xlsx")
    assert (answer.code, answer.err) == (1, "已写出：标注.xlsx\n")
    assert (here / "标注.xlsx").read_bytes()[:2] == b"PK"
    assert (here / FAULTY).read_bytes() == content


def test_same_named_inputs_get_copies_of_their_own(call: Caller, here: Path) -> None:
    for folder in ("甲", "乙"):
        (here / folder).mkdir()
        shutil.copy(here / FAULTY, here / folder / "表.xlsx")
    assert call("validate", "甲/表.xlsx", "乙/表.xlsx", "--annotate", "out").code == 1
    assert listing(here / "out") == ["表 (2).xlsx", "表.xlsx"]


def test_a_copy_that_fails_its_check_comes_as_the_findings_alone_and_that_is_said(
    call: Caller, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jixiao.workbook.editing import zip_writer as container

    pack = container._repack

    def damage(entry: bytes, content: bytes, offset: int) -> tuple[bytes, bytes]:
        return pack(entry, content.replace(b"<v>6</v>", b"<v>5</v>", 1), offset)

    monkeypatch.setattr(container, "_repack", damage)
    answer = call("validate", FAULTY, "--annotate", "标注.xlsx")
    assert answer.code == 1
    said = answer.err.splitlines()
    assert said[0] == "已写出：标注.xlsx"
    assert said[1].startswith("标注后的文件与原表复查不一致（xl/worksheets/sheet5.xml）")
    book = openpyxl.load_workbook("标注.xlsx")
    assert book.sheetnames == ["审核结果"]
    told = {row[0] for row in book["审核结果"].iter_rows(values_only=True)}
    assert {"R101", "F901"} <= told


def test_an_annotated_copy_needs_the_ending_of_a_workbook(call: Caller, here: Path) -> None:
    answer = call("validate", FAULTY, "--annotate", "标注.txt")
    assert (answer.code, "扩展名写成 .xlsx" in answer.err) == (2, True)


def test_an_unknown_rulebook_is_wrong_use_and_names_those_there_are(
    call: Caller, here: Path
) -> None:
    answer = call("validate", FAULTY, "--rulebook", "nanchan-2017")
    assert answer.code == 2
    assert "您要用的可能是：nanchang-2017" in answer.err


def test_a_broken_rulebook_is_code_3_with_every_problem(call: Caller, here: Path) -> None:
    (here / "mine.toml").write_text('format = "jixiao.rulebook/1"\nnonsense = 1\n', "utf-8")
    answer = call("validate", FAULTY, "--rulebook", "mine.toml", "--format", "json")
    assert answer.code == 3
    assert [f["code"] for f in json.loads(answer.out)["findings"]] == ["F801"]
    assert "mine.toml:2" in answer.err


def test_a_bug_is_one_line_and_code_3_and_spares_the_other_files(
    call: Caller, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = checking.check_many

    def failing(path: str, *args: object, **others: object) -> object:
        if path == FAULTY:
            raise ZeroDivisionError("by\nzero")
        assert others.keys() <= {"rulebooks", "begin"}
        return next(whole([path]))

    def failing_batch(paths: list[str], *args: object, **others: object) -> Iterator[object]:
        return (failing(path, **others) for path in paths)

    monkeypatch.setattr(checking, "check", failing)
    monkeypatch.setattr(checking, "check_many", failing_batch)
    monkeypatch.setattr(checking, "check_together", lambda *a, **o: list(failing_batch(*a, **o)))
    answer = call("validate", REFERENCE, FAULTY, WARNED, "--format", "json")
    assert answer.code == 3
    told = json.loads(answer.out)
    assert [[f["code"] for f in each["findings"]][:1] for each in told][1] == ["F899"]
    assert told[0]["total"]["computed"] == 80.71
    assert "Traceback" not in answer.out + answer.err


def test_progress_is_told_on_standard_error_for_several_files(call: Caller, here: Path) -> None:
    answer = call("validate", REFERENCE, WARNED)
    assert answer.err == f"正在检查 1/2 {REFERENCE}\n正在检查 2/2 {WARNED}\n"
    assert "\n共检查2个文件：1个通过，1个请核对，0个需修改，0个未能检查。\n" in answer.out


def test_english(call: Caller, here: Path) -> None:
    answer = call("validate", FAULTY, "--lang", "en")
    assert answer.out.startswith(f"[needs mending] {FAULTY}\n")
    assert "what to do: " in answer.out


@pytest.fixture
def stranger(here: Path) -> str:
    """A readable workbook without a scoresheet."""
    book = openpyxl.Workbook()
    book.active["A1"] = "会议签到表"
    book.save(here / "签到.xlsx")
    return "签到.xlsx"


def test_a_readable_workbook_without_scoresheet_is_returned_saying_so(
    call: Caller, here: Path, stranger: str
) -> None:
    answer = call("validate", stranger, "--annotate", "退回.xlsx", "--format", "json")
    assert (answer.code, answer.err) == (3, "已写出：退回.xlsx\n")
    assert json.loads(answer.out)["findings"][0]["code"] == "S001"
    assert openpyxl.load_workbook(here / "退回.xlsx").sheetnames == ["Sheet", "审核结果"]


def test_beside_it_no_other_copy_is_written(call: Caller, here: Path, stranger: str) -> None:
    answer = call("validate", stranger, FAULTY, "--annotate", "out")
    assert (answer.code, listing(here / "out")) == (3, [stranger])
    assert "所要的输出没有写" in answer.err


def test_force_replaces_an_annotated_copy(call: Caller, here: Path) -> None:
    (here / "标注.xlsx").write_bytes(b"mine")
    assert call("validate", FAULTY, "--annotate", "标注.xlsx").code == 2
    assert (here / "标注.xlsx").read_bytes() == b"mine"
    assert call("validate", FAULTY, "--annotate", "标注.xlsx", "--force").code == 1
    assert (here / "标注.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told_plainly(call: Caller, here: Path) -> None:
    (here / "closed").mkdir(mode=0o500)
    answer = call("validate", FAULTY, "--output", "closed/r.txt")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("无法写入或打开“closed/r.txt”：没有权限，或文件正在 WPS")


def test_a_file_open_in_a_spreadsheet_program_is_told_plainly(
    call: Caller, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", locked)
    answer = call("validate", FAULTY, "--annotate", "标注.xlsx")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(
        "无法写入或打开“标注.xlsx”：没有权限，或文件正在 WPS、Excel 中打开。"
    )
    assert "标注.xlsx" not in listing(here)


@pytest.mark.parametrize("format_", ["text", "json", "csv"])
def test_where_one_file_cannot_be_checked_nothing_is_written_of_the_others(
    call: Caller, here: Path, format_: str
) -> None:
    before = listing(here)
    answer = call(
        "validate", FAULTY, "empty.xlsx", REFERENCE,
        "--annotate", "out", "--output", "result.txt", "--format", format_,
    )  # fmt: skip
    assert answer.code == 3
    assert listing(here) == before
    assert FAULTY in answer.out
    assert "所要的输出没有写" in answer.err


def test_a_workbook_without_a_scoresheet_is_all_that_such_a_batch_writes(
    call: Caller, here: Path
) -> None:
    book = openpyxl.Workbook()
    book.save(here / "别的.xlsx")
    answer = call(
        "validate", FAULTY, "empty.xlsx", "别的.xlsx", "--annotate", "out", "--output", "result.txt"
    )
    assert answer.code == 3
    assert listing(here / "out") == ["别的.xlsx"]
    assert not (here / "result.txt").exists()
    assert openpyxl.load_workbook(here / "out" / "别的.xlsx").sheetnames[-1] == "审核结果"
