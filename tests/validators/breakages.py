"""A sound workbook with everything in it, and deliberate breakages of it, one rule each.

``seen_by`` names, of ``lint``, ``sdk`` (Open XML SDK) and ``audit`` (openxml-audit), those that
say more of the broken workbook than of the sound one; ``nobody`` is a breakage that none sees.
"""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from jixiao.finding import Severity
from jixiao.workbook import AddedCell, AddedLine, AddedSheet, Mark, mark_workbook
from strategies.census import part, rebuilt
from strategies.featured import featured

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RECENT = "http://schemas.microsoft.com/office"
TYPES = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
BOOK_LINKS = "xl/_rels/workbook.xml.rels"
PAGE = "xl/worksheets/sheet1.xml"
OTHER = "xl/worksheets/sheet2.xml"
PAGE_LINKS = "xl/worksheets/_rels/sheet1.xml.rels"
STYLES = "xl/styles.xml"
TEXTS = "xl/sharedStrings.xml"
COMMENTS = "xl/comments1.xml"
BOXES = "xl/drawings/vmlDrawing1.vml"
DRAWING = "xl/drawings/drawing1.xml"
TABLE = "xl/tables/table1.xml"
CHAIN = "xl/calcChain.xml"
THREADS = "xl/threadedComments/threadedComment1.xml"
PEOPLE = "xl/persons/person.xml"
PERSON = "{6B9C6E1A-0000-4000-8000-000000000001}"
TALK = "{6B9C6E1A-0000-4000-8000-000000000002}"
LONG = "长" * 32_768


class Breakage(NamedTuple):
    """One replacement in one part; the old text stands there at least once, the first is taken."""

    name: str
    part: str
    old: str
    new: str
    seen_by: str


def sound() -> bytes:
    """A workbook with a calculation chain and a conversation, annotated."""
    chain = "".join(f'<c r="C{row}" i="1"/>' for row in range(3, 13)) + '<c r="D3" i="1" a="1"/>'
    before = _with_parts(
        featured(commented=("B3", "B5")),
        {
            CHAIN: f'<calcChain xmlns="{MAIN}">{chain}</calcChain>',
            PEOPLE: f'<personList xmlns="{RECENT}/spreadsheetml/2018/threadedcomments">'
            f'<person displayName="科长" id="{PERSON}" userId="科长" providerId="None"/>'
            "</personList>",
            THREADS: f'<ThreadedComments xmlns="{RECENT}/spreadsheetml/2018/threadedcomments">'
            f'<threadedComment ref="B5" dT="2024-01-05T08:00:00.00" personId="{PERSON}" '
            f'id="{TALK}"><text>请核实</text></threadedComment></ThreadedComments>',
        },
    )
    marks = [
        Mark("评分表", cell, severity, f"应为 {cell}。")
        for cell, severity in zip(("B3", "C4", "B6"), Severity, strict=True)
    ]
    lines = (AddedLine((AddedCell("审核结果", span=2),)), AddedLine((AddedCell("一"),)))
    patched = mark_workbook(before, marks, AddedSheet("审核结果", lines, (20, 20), 1))
    assert not patched.is_alone
    return patched.content


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _with_parts(content: bytes, parts: dict[str, str]) -> bytes:
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = {
        CHAIN: f"{sheet}.calcChain+xml",
        PEOPLE: "application/vnd.ms-excel.person+xml",
        THREADS: "application/vnd.ms-excel.threadedcomments+xml",
    }
    declared = "".join(
        f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in types.items()
    )
    book = (
        f'<Relationship Id="rId51" Type="{OFFICE}/calcChain" Target="calcChain.xml"/>'
        f'<Relationship Id="rId52" Type="{RECENT}/2017/10/relationships/person" '
        'Target="persons/person.xml"/>'
    )
    page = (
        f'<Relationship Id="rId53" Type="{RECENT}/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/>'
    )
    changed = {
        TYPES: part(content, TYPES).replace("</Types>", f"{declared}</Types>"),
        BOOK_LINKS: part(content, BOOK_LINKS).replace(
            "</Relationships>", f"{book}</Relationships>"
        ),
        PAGE_LINKS: part(content, PAGE_LINKS).replace(
            "</Relationships>", f"{page}</Relationships>"
        ),
    }
    whole = parts | changed
    return rebuilt(content, {name: text.encode() for name, text in whole.items()})


def broken(content: bytes, breakage: Breakage) -> bytes:
    """Break one rule of a sound workbook."""
    text = part(content, breakage.part)
    assert breakage.old in text, breakage.name
    new = text.replace(breakage.old, breakage.new, 1)
    return _rewritten(content, breakage.part, new.encode())


def _rewritten(content: bytes, name: str, body: bytes) -> bytes:
    """Replace a part where it stands: the order of members is no matter of the breakages."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as package,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in package.infolist():
            new.writestr(info, body if info.filename == name else package.read(info))
    return stream.getvalue()


BREAKAGES = (
    Breakage("part cut off", PAGE, "</worksheet>", "", "lint sdk"),
    Breakage(
        "type twice",
        TYPES,
        "</Types>",
        f'<Override PartName="/{CHAIN}" ContentType="x/y"/></Types>',
        "lint sdk",
    ),
    Breakage(
        "type missing",
        TYPES,
        f'<Override PartName="/{STYLES}"',
        '<Override PartName="/xl/s.xml"',
        "lint sdk audit",
    ),
    Breakage("type of another part", TYPES, ".worksheet+xml", ".styles+xml", "lint sdk"),
    Breakage(
        "relationship to nothing",
        BOOK_LINKS,
        "theme/theme1.xml",
        "theme/theme9.xml",
        "lint sdk audit",
    ),
    Breakage("relationship id twice", BOOK_LINKS, 'Id="rId2"', 'Id="rId1"', "lint sdk audit"),
    Breakage(
        "relationship id unknown",
        PAGE,
        'drawing r:id="rId2"',
        'drawing r:id="rId99"',
        "lint sdk audit",
    ),
    Breakage(
        "styles related twice",
        BOOK_LINKS,
        "</Relationships>",
        f'<Relationship Id="rId70" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "lint sdk",
    ),
    Breakage(
        "comments related twice",
        PAGE_LINKS,
        "</Relationships>",
        f'<Relationship Id="rId70" Type="{OFFICE}/comments" Target="../comments2.xml"/>'
        "</Relationships>",
        "lint sdk",
    ),
    Breakage("sheet name twice", BOOK, 'name="明细"', 'name="评分表"', "lint sdk audit"),
    Breakage("sheet name too long", BOOK, 'name="明细"', f'name="{"长" * 32}"', "lint sdk"),
    Breakage("sheet name with a colon", BOOK, 'name="明细"', 'name="明:细"', "lint sdk"),
    Breakage("sheet number twice", BOOK, 'sheetId="2"', 'sheetId="1"', "lint sdk audit"),
    Breakage("sheet number 0", BOOK, 'sheetId="2"', 'sheetId="0"', "lint sdk"),
    Breakage("one part for two sheets", BOOK, 'r:id="rId2"', 'r:id="rId1"', "lint"),
    Breakage(
        "active sheet beyond the last", BOOK, 'xWindow="240"', 'xWindow="240" activeTab="9"', "lint"
    ),
    Breakage(
        "name twice",
        BOOK,
        "</definedNames>",
        '<definedName name="合计">1</definedName></definedNames>',
        "lint",
    ),
    Breakage(
        "name of a sheet that is not there", BOOK, 'localSheetId="0"', 'localSheetId="12"', "lint"
    ),
    Breakage("name like a cell", BOOK, 'name="合计"', 'name="AB12"', "lint"),
    Breakage("name with a blank", BOOK, 'name="合计"', 'name="合 计"', "lint"),
    Breakage(
        "names before sheets",
        BOOK,
        "<sheets>",
        '<definedNames><definedName name="甲">1</definedName></definedNames><sheets>',
        "lint sdk audit",
    ),
    Breakage("shared text beyond the last", PAGE, 't="s"><v>12<', 't="s"><v>999<', "lint audit"),
    Breakage("shared text too long", TEXTS, "<t>指标2</t>", f"<t>{LONG}</t>", "lint"),
    Breakage(
        "shared text beside runs", TEXTS, "<t>指标2</t>", "<t>指标2</t><r><t>二</t></r>", "lint"
    ),
    Breakage("cell format beyond the last", PAGE, 's="3"><v>0.25<', 's="999"><v>0.25<', "lint sdk"),
    Breakage(
        "row format beyond the last", PAGE, '<row r="21" s="3"', '<row r="21" s="999"', "lint"
    ),
    Breakage(
        "column format beyond the last",
        PAGE,
        'style="1" customWidth',
        'style="999" customWidth',
        "lint sdk",
    ),
    Breakage(
        "cells out of order", PAGE, '<c r="A3" t="s"><v>2</v></c>', '<c r="E3"><v>2</v></c>', "lint"
    ),
    Breakage("cell of another row", PAGE, '<c r="A3"', '<c r="A4"', "lint"),
    Breakage("rows out of order", PAGE, '<row r="4"', '<row r="14"', "lint"),
    Breakage("row twice", PAGE, '<row r="4"', '<row r="3"', "lint"),
    Breakage("cell beyond the last column", PAGE, '<c r="D4" s="3">', '<c r="XFE4" s="3">', "lint"),
    Breakage("row too tall", PAGE, 'ht="39.75"', 'ht="500"', "lint"),
    Breakage("column too wide", PAGE, 'width="30.7109375"', 'width="400"', "lint sdk"),
    Breakage(
        "columns the wrong way", PAGE, '<col min="6" max="6"', '<col min="6" max="5"', "lint sdk"
    ),
    Breakage("word as a number", PAGE, "<v>0.125</v>", "<v>12%</v>", "lint"),
    Breakage("truth value of 2", PAGE, 't="b"><v>1<', 't="b"><v>2<', "lint sdk"),
    Breakage("cell of an unknown type", PAGE, 't="b"><v>1<', 't="x"><v>1<', "lint sdk audit"),
    Breakage("text of a cell too long", PAGE, 't="b"><v>1</v>', f't="str"><v>{LONG}</v>', "lint"),
    Breakage("formula with an equals sign", PAGE, "<f>B3*2</f>", "<f>=B3*2</f>", "lint"),
    Breakage("formula too long", PAGE, "<f>B3*2</f>", f"<f>{'1+' * 5000}1</f>", "lint"),
    Breakage("formula shared with nobody", PAGE, "<f>B3*2</f>", '<f t="shared" si="7"/>', "lint"),
    Breakage("formula with an open bracket", PAGE, "<f>B3*2</f>", "<f>SUM(B3*2</f>", "lint"),
    Breakage("array elsewhere", PAGE, 'ref="D3:D5"', 'ref="D8:D9"', "lint"),
    Breakage(
        "merges overlap",
        PAGE,
        '<mergeCells count="1">',
        '<mergeCells count="2"><mergeCell ref="E1:F2"/>',
        "lint",
    ),
    Breakage("merge of one cell", PAGE, 'mergeCell ref="A1:E1"', 'mergeCell ref="A1"', "lint"),
    Breakage("merge the wrong way", PAGE, 'mergeCell ref="A1:E1"', 'mergeCell ref="E1:A1"', "lint"),
    Breakage(
        "no merge in the list",
        PAGE,
        '<mergeCells count="1"><mergeCell ref="A1:E1"/>',
        '<mergeCells count="0">',
        "lint sdk audit",
    ),
    Breakage(
        "merges before rows",
        PAGE,
        "<sheetData>",
        '<mergeCells><mergeCell ref="A20:B20"/></mergeCells><sheetData>',
        "lint sdk audit",
    ),
    Breakage(
        "filter of no area", PAGE, '<autoFilter ref="A2:D12"', '<autoFilter ref="A2:?"', "lint"
    ),
    Breakage(
        "link twice",
        PAGE,
        "</hyperlinks>",
        '<hyperlink ref="A14" location="A1"/></hyperlinks>',
        "lint",
    ),
    Breakage("conditional format unknown", PAGE, 'dxfId="0"', 'dxfId="9"', "lint"),
    Breakage(
        "conditional format of no area",
        PAGE,
        'sqref="C3:C12"><cfRule',
        'sqref="C3:C0"><cfRule',
        "lint",
    ),
    Breakage(
        "list of choices too long", PAGE, "<formula1>1<", f'<formula1>"{"长" * 256}"<', "lint"
    ),
    Breakage("formula that none can read", PAGE, "<f>B3*2</f>", "<f>B3**2</f>", "nobody"),
    Breakage("function of no such name", PAGE, "<f>B3*2</f>", "<f>求和(B3)</f>", "nobody"),
    Breakage(
        "prompt too long",
        PAGE,
        'showInputMessage="1"',
        f'prompt="{"长" * 256}" showInputMessage="1"',
        "lint",
    ),
    Breakage(
        "validation of no area",
        PAGE,
        'sqref="B3:B12"><formula1>',
        'sqref=""><formula1>',
        "lint sdk audit",
    ),
    Breakage("header too long", PAGE, "&amp;C&amp;G", "&amp;C" + "长" * 260, "lint"),
    Breakage("view of no window", PAGE, 'workbookViewId="0"', 'workbookViewId="3"', "lint"),
    Breakage(
        "unknown element", PAGE, "<pageMargins", "<pageMargin/><pageMargins", "lint sdk audit"
    ),
    Breakage("font beyond the last", STYLES, 'fontId="1"', 'fontId="99"', "lint"),
    Breakage(
        "number format unknown",
        STYLES,
        'xf numFmtId="0" fontId="1"',
        'xf numFmtId="199" fontId="1"',
        "lint",
    ),
    Breakage(
        "count of formats", STYLES, "<cellXfs count=", '<cellXfs count="1" x=', "lint sdk audit"
    ),
    Breakage("colour of five digits", STYLES, 'rgb="FFEEEEEE"', 'rgb="EEEEE"', "lint sdk audit"),
    Breakage("chain of a cell without formula", CHAIN, 'r="C3"', 'r="A3"', "lint"),
    Breakage(
        "chain of a sheet that is not there", CHAIN, 'r="C3" i="1"', 'r="C3" i="9"', "lint sdk"
    ),
    Breakage("chain names a cell twice", CHAIN, 'r="C3"', 'r="C4"', "lint"),
    Breakage("comment of no author", COMMENTS, 'authorId="0"', 'authorId="9"', "lint"),
    Breakage("comment twice", COMMENTS, 'ref="B5"', 'ref="B3"', "lint"),
    Breakage("comment too long", COMMENTS, "请核实这个数", LONG, "lint"),
    Breakage("comment without its box", COMMENTS, 'ref="B5"', 'ref="K9"', "lint"),
    Breakage("box of another cell", BOXES, "<x:Row>2</x:Row>", "<x:Row>30</x:Row>", "lint"),
    Breakage("box with seven numbers", BOXES, "<x:Anchor>7, 0, ", "<x:Anchor>7, ", "lint"),
    Breakage("shape number twice", BOXES, 'id="_x0000_s1026"', 'id="_x0000_s1025"', "lint audit"),
    Breakage("shape of no block", BOXES, 'data="1"', 'data="7"', "lint"),
    Breakage(
        "shape of an unknown type",
        BOXES,
        '<v:shapetype id="_x0000_t202"',
        '<v:shapetype id="_x0000_t999"',
        "lint",
    ),
    Breakage("old-style drawing cut off", BOXES, "</xml>", "", "lint"),
    Breakage("conversation of nobody", THREADS, PERSON, TALK, "lint"),
    Breakage("conversation without comment", THREADS, 'ref="B5"', 'ref="K9"', "lint"),
    Breakage("answer to nothing", THREADS, 'id="{', f'parentId="{PERSON}" id="{{', "lint"),
    Breakage(
        "anchor upside down",
        DRAWING,
        "<xdr:from><xdr:col>7</xdr:col>",
        "<xdr:from><xdr:col>70</xdr:col>",
        "lint",
    ),
    Breakage("drawn shape twice", DRAWING, 'cNvPr id="3"', 'cNvPr id="2"', "lint sdk"),
    Breakage("table of one column more", TABLE, 'ref="A1:B4" totals', 'ref="A1:C4" totals', "lint"),
    Breakage("table column twice", TABLE, 'name="Column2"', 'name="Column1"', "lint"),
    Breakage("table name of a name", TABLE, 'displayName="Table1"', 'displayName="合计"', "lint"),
    Breakage(
        "table and merge overlap",
        OTHER,
        "<pageMargins",
        '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells><pageMargins',
        "lint",
    ),
    Breakage(
        "header of a table is another word", TEXTS, "<t>Column1</t>", "<t>Column9</t>", "lint"
    ),
)
