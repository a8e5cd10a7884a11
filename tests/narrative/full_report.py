"""A report with all that a Word file of an office may hold, for tests of its commented copy."""

from __future__ import annotations

import io
import zipfile

from tests.narrative.documents import HEAD, WORD, paragraph, table

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOX = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TITLE = "示例市商务局2017年度部门整体支出绩效自评报告"
TOTAL = "经自评，我局总分为88.22分，评价档次为“优”。"
STAFF = "在职人员40名，其中机关27名，下属中心12名，另有3名。"


def full_report() -> bytes:
    """Tracked changes, a text box, a footnote, a nested table, headers, somebody's comment."""
    boxed = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">'
        f'<wps:txbx xmlns:wps="{BOX}"><w:txbxContent>{paragraph("框里的话")}</w:txbxContent>'
        f"</wps:txbx></mc:Choice><mc:Fallback>{paragraph('框里的话')}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    tracked = (
        '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:del w:id="7" w:author="王某"><w:r>'
        '<w:delText>86.10分</w:delText></w:r></w:del><w:ins w:id="8" w:author="王某"><w:r><w:t>'
        f'{TOTAL}</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    commented = (
        '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>' + STAFF + "</w:t></w:r>"
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    inner = table([["甲", "乙"]])
    scores = table([["指标", "分值", "得分"], ["预算完成率", "6", "5.5"], ["", "", ""]])
    first, second = f"{inner}{paragraph('外')}", paragraph("丙")
    nested = f"<w:tbl><w:tr><w:tc>{first}</w:tc><w:tc>{second}</w:tc></w:tr></w:tbl>"
    body = paragraph(TITLE, "Heading1") + boxed + tracked + commented + scores + nested
    document = (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{LINK}"><w:body>{body}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:body></w:document>'
    )
    notes = f'<w:footnote w:id="2">{paragraph("脚注")}</w:footnote>'
    said = f'<w:comment w:id="4" w:author="李某" w:initials="李">{paragraph("请核")}</w:comment>'
    parts = {
        "word/header1.xml": ("header", f'<w:hdr xmlns:w="{WORD}">{paragraph("页眉")}</w:hdr>'),
        "word/footnotes.xml": ("footnotes", f'<w:footnotes xmlns:w="{WORD}">{notes}</w:footnotes>'),
        "word/comments.xml": ("comments", f'<w:comments xmlns:w="{WORD}">{said}</w:comments>'),
    }
    return packed(document, parts)


def word_part(body: str, space: str = WORD) -> str:
    """A main part with the usual prefix, without its declaration."""
    return f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'


def packed(document: str | bytes, parts: dict[str, tuple[str, str]], dead: str = "") -> bytes:
    """A Word file of its main part and others by path: their type, which is their relation too.

    ``dead`` is the target of a relation of comments that leads nowhere.
    """
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{TYPE}{kind}+xml"/>'
        for path, kind in [
            ("word/document.xml", "document.main"),
            *((p, k) for p, (k, _) in parts.items()),
        ]
    )
    related = [(kind, path.removeprefix("word/")) for path, (kind, _) in parts.items()]
    related += [("comments", dead)] if dead else []
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{LINK}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(related, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{space}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{overrides}</Types>',
        )
        made.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{space}/relationships"><Relationship Id="rId1" '
            f'Type="{LINK}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        made.writestr("word/document.xml", document)
        if relations:
            made.writestr(
                "word/_rels/document.xml.rels",
                f'{HEAD}<Relationships xmlns="{space}/relationships">{relations}</Relationships>',
            )
        for path, (_, text) in parts.items():
            made.writestr(path, HEAD + text)
    return out.getvalue()
