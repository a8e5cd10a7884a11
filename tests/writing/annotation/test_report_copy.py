"""The report with comments: where they hang, and that nothing else in it has changed."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.narrative.documents import HEAD, WORD, paragraph, pdf_file, word_file, word_text
from tests.narrative.full_report import STAFF, TITLE, TOTAL, full_report, packed, word_part

from jixiao.checking import Check, check
from jixiao.narrative import NarrativeReport, read_report, with_report
from jixiao.workbook import NotCommented, ParagraphComment, comment_document
from jixiao.writing import OutputRefused, commented_report, deliver_report

SHEET = Path(__file__).parents[3] / "samples" / "nanchang-2017-waiqiao.xlsx"
W = f"{{{WORD}}}"
MARKS = ("commentRangeStart", "commentRangeEnd")


def checked(content: bytes, name: str = "报告.docx") -> Check:
    return with_report(str(SHEET), check(str(SHEET)), name, content=content)


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bare(part: bytes, but: frozenset[str] = frozenset()) -> bytes:
    """A main part without the marks of comments, but for those of the numbers given."""
    root = etree.fromstring(part)
    for one in [*root.iter(*(W + name for name in MARKS), W + "commentReference")]:
        if one.get(W + "id") not in but:
            gone = one.getparent() if one.tag == W + "commentReference" else one
            gone.getparent().remove(gone)
    return etree.tostring(root, method="c14n")


def anchors(content: bytes) -> list[tuple[str, str]]:
    """The text that each comment of ours spans, and the beginning of the comment."""
    document = docx.Document(io.BytesIO(content))
    listed = {str(one.comment_id): one for one in document.comments}
    found = []
    for start in document.element.iter(W + "commentRangeStart"):
        holder = start.getparent()
        said = listed[start.get(W + "id")]
        if said.author == "jixiao":
            text = "".join(each.text or "" for each in holder.iter(W + "t"))
            found.append((text, said.paragraphs[0].text))
    return found


def test_comments_hang_on_their_paragraphs_and_cells_in_the_order_of_what_they_quote() -> None:
    copy = commented_report(checked(full_report()), full_report()).content
    assert copy is not None
    assert anchors(copy) == [
        (TITLE, "提示：报告缺少必需的部分（N301）"),  # of the whole report
        (TITLE, "警告：报告写的单位与评分表不同（N003）"),
        (TOTAL, "错误：报告的总分与评分表不同（N101）"),
        (TOTAL, "错误：报告的档次与评分表不同（N102）"),
        (STAFF, "警告：报告中的分项加起来不等于合计（N201）"),
        (STAFF, "警告：报告中的基础数据与评分表不同（N106）"),
        ("5.5", "错误：报告中指标的得分与评分表不同（N104）"),
    ]


def test_all_else_is_as_it_was() -> None:
    content = full_report()
    copy = commented_report(checked(content), content).content
    assert copy is not None
    before, after = members(content), members(copy)
    touched = {"word/document.xml", "word/comments.xml"}
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == touched
    theirs = frozenset({"4"})
    assert bare(after["word/document.xml"], theirs) == bare(before["word/document.xml"], theirs)
    assert after["word/comments.xml"].startswith(
        before["word/comments.xml"][: -len("</w:comments>")]
    )
    read = read_report("报告.docx", copy)
    assert isinstance(read, NarrativeReport)
    assert read.passages == read_report("报告.docx", content).passages


def test_a_second_run_replaces_only_our_comments() -> None:
    content = full_report()
    first = commented_report(checked(content), content).content
    assert first is not None
    second = commented_report(checked(first), first).content
    assert second is not None
    assert anchors(second) == anchors(first)
    authors = [one.author for one in docx.Document(io.BytesIO(second)).comments]
    assert authors == ["李某", *["jixiao"] * 7]
    assert len(re.findall(b"<w:commentReference ", members(second)["word/document.xml"])) == 8


def test_a_report_without_comments_gets_a_part_for_them() -> None:
    content = word_text([TITLE, TOTAL])
    copy = commented_report(checked(content), content).content
    assert copy is not None
    new = set(members(copy)) - set(members(content))
    assert new == {"word/comments.xml", "word/_rels/document.xml.rels"}
    assert [text for text, _ in anchors(copy)] == [TITLE, TOTAL, TOTAL]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            word_text([TITLE]),
            id="usual",
        ),
        pytest.param(
            packed(
                f'{HEAD}<x:document xmlns:x="{WORD}"><x:body><x:p><x:pPr/><x:r><x:t>甲</x:t></x:r>'
                "</x:p></x:body></x:document>",
                {},
            ),
            id="another prefix",
        ),
        pytest.param(
            packed(
                f'{HEAD}<document xmlns="{WORD}"><body><p><r><t>甲</t></r></p></body></document>',
                {},
            ),
            id="no prefix",
        ),
        pytest.param(
            packed(
                ('<?xml version="1.0" encoding="UTF-16"?>' + word_part(paragraph("甲"))).encode(
                    "utf-16"
                ),
                {},
            ),
            id="utf-16",
        ),
        pytest.param(
            packed(
                HEAD + word_part(paragraph("甲")),
                {},
                "comments.xml",
            ),
            id="a dead relation",
        ),
        pytest.param(
            packed(
                HEAD + word_part(paragraph("甲")),
                {"word/comments.xml": ("comments", f'<w:comments xmlns:w="{WORD}"/>')},
            ),
            id="an empty list",
        ),
    ],
)
def test_every_way_of_writing_a_document_takes_a_comment(content: bytes) -> None:
    copy = comment_document(content, [ParagraphComment(0, ("甲<乙 & 丙", "_x0041_ \x01"))])
    (said,) = docx.Document(io.BytesIO(copy)).comments
    assert (said.author, said.initials, said.text) == ("jixiao", "jx", "甲<乙 & 丙\n_x0041_ �")
    relations = members(copy)["word/_rels/document.xml.rels"]
    assert relations.count(b"/comments") == 1
    (start,) = docx.Document(io.BytesIO(copy)).element.iter(W + "commentRangeStart")
    assert start.getparent().tag == W + "p"


def test_a_strict_document_keeps_its_namespace() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = packed(HEAD + word_part(paragraph("甲"), strict), {})
    copy = comment_document(content, [ParagraphComment(0, ("乙",))])
    assert strict.encode() in members(copy)["word/comments.xml"]
    assert WORD.encode() not in members(copy)["word/comments.xml"]


@pytest.mark.parametrize(
    "content",
    [
        word_file(paragraph("甲"), before="<!DOCTYPE w [<!ENTITY a 'b'>]>"),
        b"%PDF-1.4",
        packed(HEAD + word_part("<w:p/>"), {}),
        packed(HEAD + word_part(""), {}),
        packed(
            HEAD + word_part(paragraph("甲")),
            {"word/comments.xml": ("comments", "<list/>")},
        ),
    ],
    ids=["a document type", "no document", "a closed paragraph", "no paragraph", "no comments"],
)
def test_what_cannot_be_commented_safely_is_not(content: bytes) -> None:
    with pytest.raises(NotCommented):
        comment_document(content, [ParagraphComment(0, ("乙",))])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (TOTAL.encode(), "纯文本"),
        (f"<html><p>{TOTAL}</p></html>".encode(), "网页"),
        (pdf_file([TOTAL * 2]), "PDF"),
    ],
)
def test_other_formats_say_that_there_is_no_copy(content: bytes, kind: str) -> None:
    copy = commented_report(checked(content, "报告.x"), content)
    assert copy.content is None
    assert copy.why is not None
    assert copy.why.zh.startswith(f"自评报告“报告.x”是{kind}，加不了批注，没有另存带批注的报告")


def test_the_report_is_never_written_to(tmp_path: Path) -> None:
    report = tmp_path / "报告.docx"
    content = full_report()  # with the time of its making
    report.write_bytes(content)
    found = with_report(str(SHEET), check(str(SHEET)), str(report))
    with pytest.raises(OutputRefused):
        deliver_report(found, report, report, replace=True)
    deliver_report(found, report, tmp_path / "副本.docx", replace=False)
    assert report.read_bytes() == content
    report.write_bytes(word_text([TITLE]))
    with pytest.raises(OutputRefused, match="改动过"):
        deliver_report(found, report, tmp_path / "另一份.docx", replace=False)
