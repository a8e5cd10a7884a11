"""Waivers: what they excuse stays visible and decides nothing; the rest is said."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from tests.cli.calls import Answer, Caller

from jixiao.cli.commands import bulk, validate, waiving
from strategies.typing_over import typed_over

FAULTY = "nanchang-2017-score-too-high.xlsx"
DAY = dt.date(2026, 6, 30)
PLACE = "R101@评分表!H11"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(samples / FAULTY, tmp_path / FAULTY)
    monkeypatch.chdir(tmp_path)
    for module in (bulk, validate, waiving):
        monkeypatch.setattr(module, "today", lambda: DAY)
    return tmp_path


def waive(folder: Path, **values: object) -> None:
    known = {"code": "R101", "file": FAULTY, "reason": "同意", "who": "王"} | values
    lines = [f'{key} = "{value}"' for key, value in known.items() if key != "until" and value]
    lines.append(f"until = {known.get('until', '2026-12-31')}")
    with (folder / "w.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(("[[waiver]]", *lines)) + "\n")


def checked(call: Caller, *options: str) -> tuple[Answer, list[dict[str, object]]]:
    answer = call("validate", FAULTY, "--waivers", "w.toml", "--format", "json", *options)
    return answer, json.loads(answer.out)["findings"] if answer.out else []


def test_a_waived_finding_stays_visible_and_decides_nothing(call: Caller, here: Path) -> None:
    waive(here, cell="评分表!H11")
    answer, findings = checked(call)
    assert answer.code == 0
    assert [(f["code"], f.get("waived")) for f in findings if f["code"] == "R101"] == [
        ("R101", {"waiver": 1, "reason": "同意", "who": "王", "until": "2026-12-31"})
    ]
    text = call("validate", FAULTY, "--waivers", "w.toml").out
    assert "1个已豁免" in text.replace("\n", "")
    assert "已豁免  R101  评分表!H11\n" in text
    assert "  豁免：同意（王，至2026-12-31）\n" in text
    table = call("validate", FAULTY, "--waivers", "w.toml", "--format", "csv").out
    row = next(r for r in csv.DictReader(io.StringIO(table)) if r["代码"] == "R101")
    assert row["豁免"] == "同意 (王, 2026-12-31)"
    sarif = json.loads(call("validate", FAULTY, "--waivers", "w.toml", "--format", "sarif").out)
    result = next(r for r in sarif["runs"][0]["results"] if r["ruleId"] == "R101")
    assert result["suppressions"][0]["justification"] == "同意 (王, 2026-12-31)"


def test_the_annotated_copy_says_that_it_is_waived(call: Caller, here: Path) -> None:
    waive(here, cell="评分表!H11")
    assert call("validate", FAULTY, "--waivers", "w.toml", "--annotate", "a.xlsx").code == 0
    book = openpyxl.load_workbook(here / "a.xlsx")
    note = book["评分表"]["H11"].comment.text
    assert note.startswith("jixiao") or "已豁免" in note
    assert "豁免：同意（王，至2026-12-31）" in note
    cells = [cell.value for row in book["审核结果"].iter_rows() for cell in row if cell.value]
    assert "已豁免" in cells
    assert "豁免：同意（王，至2026-12-31）" in cells


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"until": "2026-06-29"}, "F811"),
        ({"code": "T101"}, "F810"),
        ({"cell": "评分表!H12"}, "F810"),
        ({"file": None}, "F812"),
    ],
)
def test_a_waiver_that_excuses_nothing_is_said(
    call: Caller, here: Path, values: dict[str, object], code: str
) -> None:
    waive(here, **values)
    answer, findings = checked(call)
    assert answer.code == 1
    assert [f["code"] for f in findings if str(f["code"]).startswith("F81")] == [code]
    assert not any("waived" in f for f in findings)


def test_the_last_day_still_counts_and_other_returns_are_nobodys_business(
    call: Caller, here: Path
) -> None:
    waive(here, until="2026-06-30")
    waive(here, file="other.xlsx")
    answer, findings = checked(call)
    assert answer.code == 0
    assert not [f for f in findings if str(f["code"]).startswith("F81")]


def test_a_waiver_is_appended_and_what_was_written_is_said(call: Caller, here: Path) -> None:
    (here / "w.toml").write_text("# ours\n", encoding="utf-8")
    answer, findings = checked(
        call, "--write-waiver", PLACE, "--reason", '甲"乙', "--who", "王", "--until", "2026-12-31"
    )
    assert answer.code == 0
    text = (here / "w.toml").read_text(encoding="utf-8")
    assert text.startswith('# ours\n\n[[waiver]]\ncode = "R101"\n')
    assert text.removeprefix("# ours\n\n").rstrip() in answer.err
    assert next(f for f in findings if "waived" in f)["waived"]["reason"] == '甲"乙'  # type: ignore[index]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--write-waiver", PLACE), "还要写"),
        (("--reason", "x"), "只和 --write-waiver 一起用"),
        (("--write-waiver", "R105", "--reason", "x", "--who", "x", "--until", "2027-01-01"), PLACE),
        (("--write-waiver", PLACE, "--reason", "x", "--who", "x", "--until", "2026-01-01"), "日期"),
    ],
)
def test_a_waiver_that_cannot_be_written_is_wrong_use(
    call: Caller, here: Path, options: tuple[str, ...], said: str
) -> None:
    (here / "w.toml").write_text("", encoding="utf-8")
    answer = call("validate", FAULTY, "--waivers", "w.toml", *options)
    assert answer.code == 2
    assert said in answer.err
    assert (here / "w.toml").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[waiver]\n", "写法不对"),
        ("[[waivers]]\n", "不认识“waivers”"),
        ('[[waiver]]\ncode = "R101"\n', "没有写“reason”"),
        ('[[waiver]]\nwhy = "x"\n', "不认识“why”"),
        ('[[waiver]]\ncode="R"\nreason="x"\nwho="x"\nuntil=2026-12-31\n', "代码“R”不存在"),
        ('[[waiver]]\ncode="R101"\nreason=""\nwho="x"\nuntil=2026-12-31\n', "不能空"),
        ('[[waiver]]\ncode="R101"\nreason="x"\nwho="x"\nuntil="2026"\n', "应是日期"),
    ],
)
def test_a_waiver_file_that_cannot_be_used_is_wrong_use(
    call: Caller, here: Path, text: str, said: str
) -> None:
    (here / "w.toml").write_text(text, encoding="utf-8")
    answer = call("validate", FAULTY, "--waivers", "w.toml")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_bulk_counts_waived_findings_apart(call: Caller, here: Path) -> None:
    (here / "in").mkdir()
    shutil.move(here / FAULTY, here / "in" / FAULTY)
    before = call("bulk", "in", "--output", "out", "--jobs", "1")
    assert before.code == 1
    waive(here, cell="评分表!H11")
    waive(here, file="gone.xlsx")
    answer = call("bulk", "in", "--output", "out", "--jobs", "1", "--waivers", "w.toml")
    assert answer.code == 0
    assert "另有1个问题已豁免" in answer.out
    table = (here / "out" / "findings.csv").read_text(encoding="utf-8-sig")
    rows = {row["代码"]: row for row in csv.DictReader(io.StringIO(table))}
    assert rows["R101"]["豁免"] == "同意 (王, 2026-12-31)"
    assert (rows["F810"]["文件"], rows["F810"]["表内"]) == ("", "2")
    listed = openpyxl.load_workbook(here / "out" / "summary.xlsx")["问题清单"]
    assert "已豁免" in {row[3].value for row in listed.iter_rows(min_row=2)}


def test_a_second_waiver_for_the_same_finding_is_told_and_not_applied(
    call: Caller, here: Path
) -> None:
    waive(here, cell="评分表!H11")
    waive(here, indicator="budget-completion", reason="另一个理由")
    answer, findings = checked(call)
    assert answer.code == 0
    (excused,) = [f["waived"] for f in findings if f["code"] == "R101"]
    assert isinstance(excused, dict)
    assert (excused["waiver"], excused["reason"]) == (1, "同意")
    (told,) = [f for f in findings if f["code"] == "F813"]
    assert "第2条（R101，另一个理由）说的问题，第1条已经豁免了" in str(told["message"])


def test_in_bulk_a_waiver_holds_under_the_name_of_the_roster(call: Caller, here: Path) -> None:
    name = json.loads(call("validate", FAULTY, "--format", "json").out)["department"]
    (here / "in").mkdir()
    shutil.move(here / FAULTY, here / "in" / FAULTY)
    roster = f"单位名称,别名\n示例市某某局,{name}\n"
    (here / "名册.csv").write_text(roster, encoding="utf-8")
    waive(here, file="", department="示例市某某局", cell="评分表!H11")
    options = ("--roster", "名册.csv", "--waivers", "w.toml", "--jobs", 1)
    call("bulk", "in", "--output", "out", *options)
    record = json.loads(Path("out/results.jsonl").read_text(encoding="utf-8"))
    (excused,) = [found for found in record["findings"] if found["code"] == "R101"]
    assert excused["waived"]["waiver"] == 1
    call("combine", "out", "--output", "all")
    text = Path("all/findings.csv").read_text(encoding="utf-8-sig")
    listed = list(csv.DictReader(io.StringIO(text)))
    (row,) = [row for row in listed if "R101" in row.values()]
    assert any("豁免" in str(value) for value in row.values())


_UNNAMED = {"基础数据!C3": "", "_jixiao!B5": ""}


@pytest.mark.parametrize(
    ("file", "is_excused"),
    [
        ("示例市文化旅游局2017年评分表.xlsx", True),
        ("2017年度示例市文化旅游局（定稿）.xlsx", True),
        ("示例市文化旅游局图书馆2017年评分表.xlsx", False),
        ("评分表.xlsx", False),
    ],
)
def test_a_return_that_names_no_department_goes_by_its_file(
    call: Caller, here: Path, file: str, *, is_excused: bool
) -> None:
    (here / file).write_bytes(typed_over((here / FAULTY).read_bytes(), _UNNAMED))
    waive(here, file="", department="示例市文化旅游局", cell="评分表!H11")
    answer = call("validate", file, "--waivers", "w.toml", "--format", "json")
    (found,) = [each for each in json.loads(answer.out)["findings"] if each["code"] == "R101"]
    assert ("waived" in found) is is_excused


def test_in_bulk_the_roster_says_whose_a_file_is(call: Caller, here: Path) -> None:
    (here / "in").mkdir()
    unnamed = typed_over((here / FAULTY).read_bytes(), _UNNAMED)
    (here / "in" / "文旅局.xlsx").write_bytes(unnamed)
    (here / "名册.csv").write_text("单位名称,别名\n示例市文化旅游局,文旅局\n", encoding="utf-8")
    waive(here, file="", department="示例市文化旅游局", cell="评分表!H11")
    call("bulk", "in", "--output", "o", "--roster", "名册.csv", "--waivers", "w.toml", "--jobs", 1)
    record = json.loads(Path("o/results.jsonl").read_text(encoding="utf-8"))
    (found,) = [each for each in record["findings"] if each["code"] == "R101"]
    assert found["waived"]["waiver"] == 1
    assert "F810" not in Path("o/findings.csv").read_text(encoding="utf-8-sig")
