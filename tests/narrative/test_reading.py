"""Reports are read as a person reads them, whatever their format; what is hostile is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.narrative.documents import paragraph, pdf_file, table, word_file, word_text

from jixiao.finding import message, remedy
from jixiao.narrative import NarrativeReport, UnreadReport, read_report

LINES = (
    "示例市水务局2017年度部门整体支出绩效自评报告",
    "一、基本情况",
    "经自评，得分为80.71分，评价档次为“良”。",
)


def texts(content: bytes) -> list[str]:
    read = read_report("报告", content)
    assert isinstance(read, NarrativeReport)
    return [passage.text for passage in read.passages]


def why(content: bytes, path: str = "报告.doc") -> str:
    read = read_report(path, content)
    assert isinstance(read, UnreadReport)
    assert read.finding.code == "N001"
    assert remedy(read.finding)
    return message(read.finding)


@pytest.mark.parametrize(
    "content",
    [
        word_text(LINES),
        "\n".join(LINES).encode(),
        "\r\n\r\n".join(LINES).encode("gb18030"),
        "\n".join(LINES).encode("utf-16"),
        ("<html><head><meta charset='gbk'><script>x=1</script></head><body>"
         + "".join(f"<p>&nbsp;{line}</p>" for line in LINES)).encode("gbk"),
    ],
    ids=["docx", "utf-8", "gb18030", "utf-16", "html"],
)  # fmt: skip
def test_every_format_gives_the_same_paragraphs(content: bytes) -> None:
    assert texts(content) == list(LINES)


def test_places_count_paragraphs_and_rows_for_themselves() -> None:
    rows = table([("指标", "得分"), ("预算完成率", "0")])
    read = read_report("报告.docx", word_file(paragraph("甲") + rows + paragraph("乙") + rows))
    assert isinstance(read, NarrativeReport)
    assert [passage.place.zh for passage in read.passages] == [
        "第1段", "表1第1行", "表1第2行", "第2段", "表2第1行", "表2第2行",
    ]  # fmt: skip
    assert read.passages[2].cells == ("预算完成率", "0")


def test_a_table_that_lays_out_a_page_is_paragraphs() -> None:
    assert texts(word_file(table([["甲乙丙"]]))) == ["甲乙丙"]


def test_deleted_text_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>得分</w:t></w:r><w:del><w:r><w:delText>79</w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>80分</w:t></w:r></w:p>"
    )
    assert texts(word_file(body)) == ["得分80分"]


def test_headings_keep_their_level() -> None:
    read = read_report("报告.docx", word_file(paragraph("存在的问题", "Heading1")))
    assert isinstance(read, NarrativeReport)
    assert read.passages[0].level == 1


def test_a_pdf_with_text_is_read_and_its_lines_are_joined() -> None:
    pytest.importorskip("pypdf")
    lines = [
        "一、基本情况",
        "我局认真开展了部门整体支出绩效自评工作并且得出了本年度的自",
        "评得分。",
    ]
    assert texts(pdf_file(lines)) == [lines[0], lines[1] + lines[2]]


def test_a_scan_is_refused_with_what_to_do() -> None:
    pytest.importorskip("pypdf")
    assert "扫描" in why(pdf_file([]), "报告.pdf")


def test_without_its_library_a_pdf_is_refused_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    read = read_report("报告.pdf", pdf_file(["得分"]))
    assert isinstance(read, UnreadReport)
    assert 'pip install "jixiao[pdf]"' in remedy(read.finding)
    assert 'pip install "jixiao[pdf]"' in remedy(read.finding, "en")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{\\rtf1 x}", "旧版 Word"),
        (b"\x89PNG\r\n", "扫描件或图片"),
        (b"", "没有文字"),
        (b"   \n \n", "没有文字"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04", "不是 Word"),
        (word_file(""), "没有文字"),
        (b"%PDF-1.7\nnonsense", "PDF"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, said: str) -> None:
    assert said in why(content)


@pytest.mark.parametrize(
    "content",
    [
        word_file(paragraph("得分"), before='<!DOCTYPE w [<!ENTITY a "b">]>'),
        word_file("<w:p><w:r><w:t>" + "得" * 30_000_000 + "</w:t></w:r></w:p>"),
        word_file("<w:tbl><w:tr><w:tc>" * 20_000 + paragraph("得") ),
        word_file(paragraph("得分"))[:-40],
        word_file("<w:p>"),
        ("得分" * 20_000_000).encode(),
        ("<html><body>" + "得分" * 9_000_000).encode(),
    ],
    ids=["doctype", "bomb", "nested", "cut", "ill-formed", "long-text", "long-page"],
)  # fmt: skip
def test_hostile_documents_are_refused(content: bytes) -> None:
    assert why(content)


def test_nested_tables_of_a_page_end() -> None:
    assert texts(("<html>" + "<table><tr><td>" * 5_000 + "得分80分").encode())


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    read = read_report(str(tmp_path / "没有.docx"))
    assert isinstance(read, UnreadReport)
    assert read.finding.code == "N001"
