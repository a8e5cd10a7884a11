"""What is dropped is checked as by the commands; what is taken away is theirs to the byte."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, unquote

import docx
import openpyxl
import pytest
from tests.cli.calls import Caller
from tests.narrative.documents import word_text
from tests.web.visitor import Visitor

from hostile.packages import bomb

SCORE = "nanchang-2017-score-too-high.xlsx"
RIGHT = "nanchang-2017-waiqiao.xlsx"
BULK = ("企业科/示例市商务局.xlsx", "教科文科/示例市教育局.xlsx")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    monkeypatch.delenv("JIXIAO_LANG", raising=False)
    return Caller(capsys)


def sent(samples: Path, *names: str) -> list[tuple[str, bytes]]:
    return [(name, (samples / name).read_bytes()) for name in names]


def taken(visitor: Visitor, page: str, ending: str) -> bytes:
    (address,) = [one for one in visitor.outputs(page) if unquote(one).endswith(ending)]
    return visitor.get(address, params={"save": "1"}).content


def test_one_return_is_shown_and_its_copy_is_that_of_the_command(
    visitor: Visitor, samples: Path, tmp_path: Path, call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visitor.send(sent(samples, SCORE))
    text = visitor.get(page).text
    assert "R101" in text
    assert "评分表!H" in text
    monkeypatch.chdir(samples)
    copy, report = tmp_path / "copy.xlsx", tmp_path / "report.html"
    call("validate", SCORE, "--annotate", copy)
    call("validate", SCORE, "--format", "html", "--output", report)
    assert taken(visitor, page, ".xlsx") == copy.read_bytes()
    assert taken(visitor, page, ".html") == report.read_bytes()
    states = visitor.states(page)
    assert [one["state"] for one in states][-1] == "done"


def test_a_report_sent_with_its_return_is_compared_with_it(
    visitor: Visitor, samples: Path, call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, report = "bulk/企业科/示例市商务局.xlsx", "示例市商务局自评报告.txt"
    page = visitor.send(sent(samples, report, book))
    monkeypatch.chdir(samples)
    said = call("validate", book, "--report", report).out
    codes = set(re.findall(r"\bN\d{3}\b", said))
    assert {"N102", "N105", "N201", "N303"} <= codes
    assert set(re.findall(r"\bN\d{3}\b", visitor.get(page).text)) == codes
    alone = visitor.send(sent(samples, book))
    assert not re.search(r"\bN\d{3}\b", visitor.get(alone).text)


def test_a_report_comes_back_with_comments_and_is_kept_for_the_next_check(
    visitor: Visitor, samples: Path
) -> None:
    book = "bulk/企业科/示例市商务局.xlsx"
    lines = (samples / "示例市商务局自评报告.txt").read_text("utf-8").splitlines()
    report = word_text(lines)
    page = visitor.send([*sent(samples, book), ("自评报告.docx", report)])
    comments = list(docx.Document(io.BytesIO(taken(visitor, page, ".docx"))).comments)
    assert any("N102" in one.text for one in comments)
    packed = zipfile.ZipFile(io.BytesIO(visitor.get(f"{page}/all.zip").content))
    assert "批注-自评报告.docx" in packed.namelist()
    again = {"again": page.rpartition("/")[2]}
    mended = word_text([line.replace("评价档次为“优”", "评价档次为“良”") for line in lines])
    second = visitor.send([("自评报告.docx", mended)], data=again)
    shown = visitor.get(second).text.partition("changes-left")[0]
    assert "N102" not in re.findall(r"N\d{3}", shown)
    third = visitor.send(sent(samples, book), data=again)
    assert "N102" in visitor.get(third).text


def test_a_return_of_a_folder_is_shown_with_what_its_report_says(
    visitor: Visitor, samples: Path
) -> None:
    book = (samples / "bulk/企业科/示例市商务局.xlsx").read_bytes()
    report = (samples / "示例市商务局自评报告.txt").read_bytes()
    files = [("商务局/表.xlsx", book), ("商务局/自评报告.txt", report), ("水利局/表.xlsx", b"x")]
    page = visitor.send(files)
    assert "N102" in visitor.get(f"{page}/returns/0").text
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    zipped = visitor.send([("报送.zip", packed.getvalue())])
    assert "N102" in visitor.get(f"{zipped}/returns/0").text


def test_a_report_that_takes_no_comments_says_so_on_the_page(
    visitor: Visitor, samples: Path
) -> None:
    names = ("示例市商务局自评报告.txt", "bulk/企业科/示例市商务局.xlsx")
    page = visitor.send(sent(samples, *names))
    assert "是纯文本，加不了批注" in visitor.get(page).text


def test_the_results_of_a_folder_are_those_of_the_command(
    visitor: Visitor, samples: Path, tmp_path: Path, call: Caller
) -> None:
    files = [(name, (samples / "bulk" / name).read_bytes()) for name in BULK]
    page = visitor.send([*files, ("../报送说明.txt", b"x")])
    for name, content in files:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "in" / "报送说明.txt").write_bytes(b"x")
    out = tmp_path / "out"
    assert call("bulk", tmp_path / "in", "--output", out).code == 0
    for name in ("findings.csv", "results.jsonl"):
        assert taken(visitor, page, f"/{name}") == (out / name).read_bytes(), name
    copies = {
        p.relative_to(out).as_posix(): p.read_bytes() for p in out.glob("annotated/**/*.xlsx")
    }
    packed = zipfile.ZipFile(io.BytesIO(visitor.get(f"{page}/all.zip").content))
    assert copies
    assert {name: packed.read(name) for name in packed.namelist() if name in copies} == copies
    assert "ledger.sqlite" not in packed.namelist()
    assert {"summary.xlsx", "report.html"} <= set(packed.namelist())


def test_a_return_that_does_not_count_is_said_as_in_the_report(
    visitor: Visitor, samples: Path
) -> None:
    twice = (samples / SCORE).read_bytes()
    files = [("甲/表.xlsx", twice), ("乙/表.xlsx", twice), ("丙.xlsx", b"PK nothing")]
    page = visitor.send(files)
    text = visitor.get(page).text
    chips = re.findall(r'<td><span class="chip \w+">(.*?)</span>', text)
    report = visitor.get(f"{page}/out/report.html").text
    assert sorted(chips) == ["未能检查", "未采用", "需修改"]
    for chip in ("未采用 1", "需修改 1", "未能检查 1"):
        assert chip in text
    assert "未采用" in report
    assert "未采用 1" in visitor.get("/").text


def test_what_only_the_folder_shows_is_on_the_page_of_a_return(
    visitor: Visitor, samples: Path
) -> None:
    twice = (samples / RIGHT).read_bytes()
    page = visitor.send([("甲/表.xlsx", twice), ("乙/表.xlsx", twice)])
    lines = [json.loads(line) for line in taken(visitor, page, "/results.jsonl").splitlines()]
    for number, line in enumerate(lines):
        codes = {one["code"] for one in line["findings"]}
        assert [code for code in codes if code.startswith("B")]
        text = visitor.get(f"{page}/returns/{number}").text
        shown = set(re.findall(r'<span class="code">([A-Z]\d{3})</span>', text))
        assert codes == shown, line["file"]


def test_what_a_command_waived_and_compared_is_on_the_page_of_a_return(
    tmp_path: Path, samples: Path, call: Caller
) -> None:
    folder, home = tmp_path / "报送", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    shutil.copy(samples / SCORE, folder)
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waiver]]\ndepartment = "示例市文化旅游局"\ncode = "R101"\ncell = "评分表!H11"\n'
        'reason = "经核实"\nwho = "张三"\nuntil = 2099-12-31\n',
        encoding="utf-8",
    )
    done = call("bulk", folder, "--output", folder / "审核", "--waivers", waivers)
    assert done.code == 0, done.err
    visitor = Visitor(home, folder)
    assert "通过 1" in visitor.get("/runs/f1").text
    text = visitor.get("/runs/f1/returns/0").text
    assert "经核实" in text
    assert "需修改" not in text
    visitor.app.close()


def test_an_archive_with_a_roster_says_who_is_missing(visitor: Visitor, samples: Path) -> None:
    archive = samples / "bulk" / "农业科.zip"
    roster = samples / "bulk" / "市直部门名册.csv"
    answer = visitor.post(
        "/runs",
        files=[
            ("files", (archive.name, archive.read_bytes())),
            ("roster", (roster.name, roster.read_bytes())),
        ],
    )
    page = answer.headers["location"]
    assert visitor.states(page)[-1]["state"] == "done"
    assert "B101" in taken(visitor, page, "/findings.csv").decode()


def test_an_archive_that_is_refused_is_said_and_nothing_leaves_it(
    visitor: Visitor, tmp_path: Path
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.xlsx", b"x")
        archive.writestr("a.xlsx", bytes(30 << 20))
    page = visitor.send([("b.zip", stream.getvalue())])
    assert "没有可以核对的评分表" in visitor.get(page).text
    assert list(tmp_path.rglob("evil*")) == []
    assert "b.zip" in visitor.get(f"{page}/out/report.html").text


def test_the_bytes_of_returns_are_not_kept_in_memory(visitor: Visitor, samples: Path) -> None:
    page = visitor.send(sent(samples, SCORE))
    (run,) = visitor.app._app.state.site.runs.listed()
    assert type(run.record).__name__ == "CheckRecord"  # which holds no bytes
    assert visitor.get(page).status_code == 200


def test_a_script_is_told_where_to_go(visitor: Visitor, samples: Path) -> None:
    answer = visitor.post(
        "/runs",
        files=[("files", (RIGHT, (samples / RIGHT).read_bytes()))],
        headers={"accept": "application/json"},
    )
    assert (answer.status_code, answer.json()) == (200, {"page": "/runs/1"})
    assert visitor.states("/runs/1")[-1]["over"]


def test_nothing_chosen_is_said(visitor: Visitor) -> None:
    answer = visitor.post("/runs", files=[("files", ("", b""))])
    assert (answer.status_code, answer.headers["location"]) == (303, "/?nothing=1")
    assert "没有选文件" in visitor.get("/?nothing=1").text


def test_checking_again_shows_what_is_mended(visitor: Visitor, samples: Path) -> None:
    before = visitor.send(sent(samples, SCORE))
    right = [(SCORE, (samples / RIGHT).read_bytes())]
    after = visitor.send(right, data={"again": before.rpartition("/")[2]})
    text = visitor.get(after).text
    assert "与上一次相比" in text
    assert re.search(r"已改好[1-9]\d*处", text)
    assert "没改" not in text
    back = visitor.send(sent(samples, SCORE), data={"again": after.rpartition("/")[2]})
    assert re.search(r"新出现[1-9]\d*处", visitor.get(back).text)


HOSTILE_NAMES = (
    "../../../etc/passwd.xlsx",
    "..\\..\\windows\\win.xlsx",
    "/etc/cron.d/x.xlsx",
    "C:\\boot.xlsx",
    "<script>alert(1)</script>.xlsx",
    '"><img src=x onerror=alert(1)>.xlsx',
    "a\u202excod.xlsx",
    "con.xlsx",
    ".hidden.xlsx",
    "~$lock.xlsx",
    "名" * 300 + ".xlsx",
    "{{ 7*7 }}.xlsx",
    "javascript:alert(1).xlsx",
    "a\nb.xlsx",
)


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def test_a_name_is_a_text_and_no_way(
    visitor: Visitor, samples: Path, tmp_path: Path, name: str
) -> None:
    page = visitor.send([(name, (samples / SCORE).read_bytes())])
    text = visitor.get(page).text
    assert "R101" in text
    assert "<script>alert" not in text
    assert "<img" not in text
    assert {path.parent for path in tmp_path.rglob("*.xlsx")} <= {
        visitor.home / "1" / "in",
        visitor.home / "1" / "out",
        *(visitor.home / "1" / "in").rglob("*"),
    }
    for address in visitor.outputs(page):
        answer = visitor.get(address, params={"save": "1"})
        assert answer.status_code == 200
        given = answer.headers["content-disposition"]
        assert re.fullmatch(r"attachment; filename\*=UTF-8''[\w.~%()-]+", given)


def test_a_workbook_full_of_markup_is_shown_as_text(visitor: Visitor, samples: Path) -> None:
    attack = "</td><script>alert(1)</script><img src=x onerror=alert(2)>"
    workbook = openpyxl.load_workbook(samples / SCORE)
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and not cell.value.startswith("="):
                    cell.value += attack
    workbook["填报说明"].title = "<script>alert(3)"
    stream = io.BytesIO()
    workbook.save(stream)
    content = stream.getvalue()
    for files in ([("x.xlsx", content)], [("a.xlsx", content), ("b.xlsx", b"y")]):
        page = visitor.send(files)
        seen = [visitor.get(page)]
        seen += [visitor.get(one) for one in visitor.outputs(page) if one.endswith(".html")]
        seen += [visitor.get(f"{page}/returns/0")]
        for answer in seen:
            assert "<script>alert" not in answer.text
            assert "<img" not in answer.text
        assert any("&lt;script&gt;alert" in answer.text for answer in seen)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "F"),
        (b"PK\x03\x04 nothing", "F"),
        (b"<html><script>alert(1)</script></html>", "F"),
        (bomb(300 << 20), "F"),
        (b"MZ" + bytes(2_000), "F"),
    ],
    ids=["empty", "broken", "html", "bomb", "program"],
)
def test_what_cannot_be_read_is_said_as_the_command_says_it(
    visitor: Visitor, tmp_path: Path, call: Caller, content: bytes, code: str
) -> None:
    page = visitor.send([("x.xlsx", content)])
    (tmp_path / "x.xlsx").write_bytes(content)
    told = json.loads(call("validate", tmp_path / "x.xlsx", "--format", "json").out)
    expected = told["findings"][0]
    assert expected["code"].startswith(code)
    answer = visitor.get(page)
    assert answer.status_code == 200
    assert expected["code"] in answer.text
    assert visitor.states(page)[-1]["state"] == "done"


def test_a_report_alone_is_asked_for_with_its_scoresheet(visitor: Visitor, samples: Path) -> None:
    report = (samples / "示例市商务局自评报告.txt").read_bytes()
    for name, is_asked in (("自评报告.txt", True), ("自评报告.png", False)):
        page = visitor.send([(name, report)])
        assert ("请把它和评分表一起拖到首页" in visitor.get(page).text) is is_asked
    both = visitor.send([("自评报告.txt", report), *sent(samples, RIGHT)])
    assert "请把它和评分表一起拖到首页" not in visitor.get(both).text


def test_other_files_are_refused_in_plain_words(visitor: Visitor) -> None:
    page = visitor.send([("扫描件.pdf", b"%PDF-1.7\n...")])
    text = visitor.get(page).text
    assert re.search(r"\bF\d{3}\b", text)
    assert "怎么改" in text or "办法" in text


@pytest.mark.slow
def test_fifty_at_once_do_not_get_in_each_others_way(visitor: Visitor, samples: Path) -> None:
    kinds = [SCORE, RIGHT]
    contents = {name: (samples / name).read_bytes() for name in kinds}

    def one(number: int) -> str:
        return visitor.send([(f"单位{number}.xlsx", contents[kinds[number % 2]])])

    with ThreadPoolExecutor(50) as pool:
        pages = list(pool.map(one, range(50)))
    assert len(set(pages)) == 50
    for number, page in enumerate(pages):
        text = visitor.get(page).text
        assert f"单位{number}.xlsx" in text
        assert ("R101" in text) == (kinds[number % 2] == SCORE)


def test_a_run_can_be_stopped_and_the_next_one_goes_on(visitor: Visitor, samples: Path) -> None:
    files = [
        (f"科/{path.name}", path.read_bytes())
        for path in sorted((samples / "bulk" / "企业科").iterdir())
    ]
    answer = visitor.post("/runs", files=[("files", one) for one in files])
    page = answer.headers["location"]
    assert visitor.post(f"{page}/stop").status_code == 303
    assert visitor.states(page)[-1]["state"] in ("stopped", "done")
    assert visitor.get(page).status_code == 200
    after = visitor.send(sent(samples, RIGHT))
    assert visitor.states(after)[-1]["state"] == "done"


def test_a_run_that_is_not_there_is_said(visitor: Visitor) -> None:
    for path in ("/runs/99", "/runs/x"):
        answer = visitor.get(path)
        assert answer.status_code == 404
        assert "没有这次核对的结果" in answer.text
    for path in ("/runs/99/events", "/runs/99/all.zip", "/runs/99/out/x", "/runs/99/returns/0"):
        assert visitor.get(path).status_code == 404
    assert visitor.post("/runs/99/stop").status_code == 404


def test_the_results_of_two_tabs_are_both_listed(visitor: Visitor, samples: Path) -> None:
    first = visitor.send([("甲局.xlsx", (samples / SCORE).read_bytes())])
    second = visitor.send([("乙局.xlsx", (samples / RIGHT).read_bytes())])
    home = visitor.get("/").text
    assert f'href="{first}">甲局.xlsx' in home
    assert f'href="{second}">乙局.xlsx' in home


def test_the_folder_of_the_server_is_checked_and_kept(tmp_path: Path, samples: Path) -> None:
    folder, home = tmp_path / "报送", tmp_path / "home"
    (folder / "企业科").mkdir(parents=True)
    home.mkdir()
    shutil.copy(samples / SCORE, folder / "企业科")
    visitor = Visitor(home, folder)
    assert "报送" in visitor.get("/").text
    page = visitor.post("/folder").headers["location"]
    assert visitor.states(page)[-1]["state"] == "done"
    visitor.app.close()
    assert (folder / "审核" / "summary.xlsx").is_file()
    again = Visitor(tmp_path / "home", folder)  # a new start finds what was finished
    assert 'href="/runs/f1">审核' in again.get("/").text
    summary = (folder / "审核" / "summary.xlsx").read_bytes()
    assert taken(again, "/runs/f1", "/summary.xlsx") == summary
    again.app.close()


def test_a_check_of_the_folder_that_was_killed_goes_on(tmp_path: Path, samples: Path) -> None:
    folder, home = tmp_path / "报送", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    shutil.copy(samples / SCORE, folder / "甲局.xlsx")
    first = Visitor(home, folder)
    assert first.states(first.post("/folder").headers["location"])[-1]["state"] == "done"
    first.app.close()
    for name in ("results.jsonl", "summary.xlsx", "report.html"):
        (folder / "审核" / name).unlink()  # as after a kill before they were written
    second = Visitor(home, folder)
    assert "这一次没有做完" in second.get("/runs/f1").text
    assert "已停止" in second.get("/").text
    assert second.post("/runs/f1/go-on").status_code == 404  # by the button for the folder
    page = second.post("/folder").headers["location"]
    assert second.states(page)[-1]["state"] == "done"
    assert "需修改" in second.get(page).text
    second.app.close()


def test_rounds_of_the_folder_are_those_of_the_command(
    tmp_path: Path, samples: Path, call: Caller
) -> None:
    folder, home = tmp_path / "报送", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    shutil.copy(samples / SCORE, folder / "局.xlsx")
    visitor = Visitor(home, folder)
    wish = {"round": "初审", "deadline": "2099-03-31"}
    page = visitor.post("/folder", data=wish).headers["location"]
    assert visitor.states(page)[-1]["state"] == "done"
    assert "轮次：初审" in visitor.get(page).text
    letters = [path for path in (folder / "审核").rglob("*.docx") if "notices" in path.parts]
    assert letters
    text = "".join(one.text for one in docx.Document(str(letters[0])).paragraphs)
    assert "2099年3月31日" in text
    shutil.copy(samples / RIGHT, folder / "局.xlsx")
    page = visitor.post("/folder", data={"round": "复审"}).headers["location"]
    assert visitor.states(page)[-1]["state"] == "done"
    visitor.app.close()
    shown = openpyxl.load_workbook(folder / "审核" / "summary.xlsx")
    words = {str(cell.value) for row in shown["排名"].iter_rows() for cell in row}
    assert any("初审" in word for word in words), words
    again = Visitor(home, folder)
    assert "轮次：复审" in again.get("/").text
    again.app.close()
    assert call("bulk", folder, "--output", folder / "审核", "--round", "复审").code == 0


@pytest.mark.parametrize(
    ("day", "said"), [("31.3.2099", "不是日期"), ("2020-01-01", "已经过去"), ("<b>", "&lt;b&gt;")]
)
def test_a_day_that_cannot_be_one_to_mend_by_is_said(
    tmp_path: Path, samples: Path, day: str, said: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    visitor = Visitor(home, tmp_path)
    answer = visitor.post("/folder", data={"deadline": day})
    assert (answer.status_code, said in answer.text) == (400, True)
    files = [("files", (SCORE, (samples / SCORE).read_bytes()))]
    answer = visitor.post("/runs", files=files, data={"deadline": day})
    assert (answer.status_code, said in answer.text) == (400, True)
    assert not [path for path in home.rglob("*") if path.is_file()]
    visitor.app.close()


def test_without_a_folder_there_is_none_to_check(visitor: Visitor) -> None:
    assert visitor.post("/folder").status_code == 404


def test_names_of_outputs_are_quoted_for_the_address(visitor: Visitor, samples: Path) -> None:
    page = visitor.send([("问?号#井 空.xlsx", (samples / SCORE).read_bytes())])
    for address in visitor.outputs(page):
        assert visitor.get(address, params={"save": "1"}).status_code == 200
        assert quote("井 空") in address or quote("批注") in address
