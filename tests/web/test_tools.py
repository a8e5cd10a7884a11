"""What the page offers besides checking: blanks, explanations, the editor of rulebooks, drafts."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.web.visitor import Visitor

import jixiao
from jixiao.rulebook import Library

RULES = (Path(jixiao.__file__).parent / "rulebooks" / "nanchang-2017.toml").read_text("utf-8")


def checked(visitor: Visitor, text: str) -> dict[str, Any]:
    answer = visitor.post("/rulebook/check", content=text.encode())
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("name", [book.id for book in Library().books if not book.abstract])
def test_a_blank_with_a_department_is_the_command_s(
    visitor: Visitor, tmp_path: Path, name: str
) -> None:
    wish = {"rulebook": name, "department": "示例市水务局", "year": "2026"}
    answer = visitor.post("/blank", data=wish)
    assert answer.status_code == 200
    assert "%E6%B0%B4%E5%8A%A1" in answer.headers["content-disposition"]
    expected = tmp_path / "blank.xlsx"
    book = Library().load(name)
    jixiao.write_template(book, expected, department="示例市水务局", year=2026)
    assert answer.content == expected.read_bytes()
    assert not [path for path in visitor.home.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "wish",
    [
        {"rulebook": "no-such"},
        {"rulebook": "mof-2013"},
        {"rulebook": "nanchang-2017", "year": "26"},
        {"rulebook": "nanchang-2017", "year": "二〇二六"},
        {"rulebook": "../../etc/passwd"},
        {},
    ],
    ids=str,
)
def test_a_blank_that_cannot_be_made_says_what_to_write(
    visitor: Visitor, wish: dict[str, str]
) -> None:
    answer = visitor.post("/blank", data={"department": "<b>甲局", **wish})
    assert answer.status_code == 400
    assert "四位数字" in answer.text
    assert 'value="&lt;b&gt;甲局"' in answer.text  # what was typed is not lost


def test_a_code_and_an_indicator_are_explained(visitor: Visitor) -> None:
    code = visitor.get("/explain", params={"q": "r101"}).text
    assert "自评得分与复算得分不一致" in code
    assert "怎么改" in code
    indicator = visitor.get("/explain", params={"q": "预算完成率"}).text
    assert "（nanchang-2017）" in indicator
    assert "评分标准" in indicator
    assert "####" not in indicator
    near = visitor.get("/explain", params={"q": "预算完成"}).text
    assert re.search(r'href="/explain\?q=[^"]*">预算完成率<', near)
    assert visitor.get("/explain", params={"q": "Z999"}).status_code == 200
    attack = visitor.get("/explain", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in attack


@pytest.mark.parametrize("book", Library().books, ids=lambda book: book.id)
def test_every_rulebook_opens_without_errors(visitor: Visitor, book: Any) -> None:
    page = visitor.get("/rulebook", params={"of": book.id}).text
    assert f'id = "{book.id}"' in page.replace("&#34;", '"')
    folder = Path(jixiao.__file__).parent / "rulebooks"
    found = checked(visitor, (folder / f"{book.id}.toml").read_text("utf-8"))
    assert found["problems"] == []
    assert found["prose"][0]["text"] == book.name


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id = "nanchang-2017"', 'id = "nanchang-2017'),
        ('id = "nanchang-2017"', 'id = "nanchang-2017"\nidd = 1'),
        ("[[indicators]]", "[[indicators]"),
    ],
    ids=["quote", "key", "bracket"],
)
def test_an_error_is_told_with_its_line(visitor: Visitor, before: str, after: str) -> None:
    line = RULES[: RULES.index(before)].count("\n") + 1 + after.count("\n")
    text = RULES.replace(before, after, 1)
    found = checked(visitor, text)
    assert [one["line"] for one in found["problems"]] == [line]
    assert f"第{line}行" not in found["problems"][0]["text"]  # the page says it, and leads there
    assert (found["hints"], found["prose"]) == ([], [])
    assert visitor.post("/rulebook/blank", data={"text": text}).status_code == 400


def test_no_file_of_this_machine_is_read_by_a_rulebook(visitor: Visitor, tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("geheim = 1", encoding="utf-8")
    for named in (str(secret), "../secret.toml", "/etc/passwd"):
        text = f'id = "x"\nextends = "{named}"\n'
        (problem,) = checked(visitor, text)["problems"]
        assert problem["line"] == 2
        assert "自带的指标体系" in problem["text"]
        assert "geheim" not in problem["text"]
        for data in ({"text": text}, {"text": text, "look": "1"}):
            answer = visitor.post("/rulebook/blank", data=data)
            assert (answer.status_code, "geheim" in answer.text) == (400, False)
    assert visitor.get("/rulebook", params={"of": str(secret)}).text.count("geheim") == 0
    assert checked(visitor, 'extends = ["a"]')["problems"]
    assert checked(visitor, 'extends = "mof-2013"')["problems"]


def test_text_that_is_no_rulebook_is_answered(visitor: Visitor) -> None:
    for text in ("", "x", "\x00", "[[[", "id = 1", "a" * 10_000, "名 = 1"):
        assert checked(visitor, text)["problems"], text
    assert visitor.post("/rulebook/check", content=b"\xff\xfe").json()["problems"]
    assert visitor.post("/rulebook/check", content=b"a" * 1_000_001).status_code == 413


def test_the_blank_of_the_text_is_given_and_drawn(visitor: Visitor) -> None:
    given = visitor.post("/rulebook/blank", data={"text": RULES})
    assert (
        given.content
        == (
            Path(jixiao.__file__).parents[2] / "workbook_templates" / "nanchang-2017.xlsx"
        ).read_bytes()
    )
    drawn = visitor.post("/rulebook/blank", data={"text": RULES, "look": "1"})
    assert drawn.status_code == 200
    assert "预算完成率" in drawn.text
    assert "自评得分" in drawn.text
    assert "需修改" not in drawn.text  # a blank is looked at, not checked
    assert 'class="n ' not in drawn.text
    framework = (Path(jixiao.__file__).parent / "rulebooks" / "mof-2013.toml").read_text("utf-8")
    refused = visitor.post("/rulebook/blank", data={"text": framework})
    assert (refused.status_code, "只有框架" in refused.text) == (400, True)


def form() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["一级指标", "三级指标", "分值", "评分标准", "自评得分"])
    sheet.append(
        ["过程", "预算完成率", 10, "完成率100%得10分，每低1个百分点扣1分，扣完为止。", None]
    )
    sheet.append(["产出", "<script>alert(1)</script>", 90, "由专家评定，酌情给分。", None])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_a_form_becomes_a_draft_in_the_editor(visitor: Visitor) -> None:
    answer = visitor.post("/rulebook/draft", files={"form": ("../表.xlsx", form())})
    assert answer.status_code == 200
    assert "起草完成：2行指标" in answer.text
    assert "<script>alert" not in answer.text
    assert "[[indicators]]" in answer.text
    assert not [path for path in visitor.home.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("x.xlsx", b"", "空"), ("x.pdf", b"%PDF-1.7", "PDF"), ("x.docx", b"PK", "")],
)
def test_a_form_that_cannot_be_read_is_said(
    visitor: Visitor, name: str, content: bytes, said: str
) -> None:
    answer = visitor.post("/rulebook/draft", files={"form": (name, content)})
    assert answer.status_code == 200
    assert said in answer.text
    assert 'class="verdict look" role="status">' in answer.text
    nothing = visitor.post("/rulebook/draft", files={"form": ("", b"")})
    assert "没有选文件" in nothing.text
