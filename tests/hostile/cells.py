"""Kinds of odd cells, rows, texts and formats inside a sound package."""

from __future__ import annotations

from hostile.case import RELATIONS, Case, book, parts, refused, zipped


def row(*cells: str) -> str:
    """Row 1 with these cells."""
    return f'<row r="1">{"".join(cells)}</row>'


def number(name: str, written: str, *, code: str | None = None) -> Case:
    """A numeric cell that stores this; valid unless ``code`` says otherwise."""
    kind = "invalid" if code else "number"
    cells = {"A1": f"{kind}:{written.strip()}"}
    rows = row(f'<c r="A1"><v>{written}</v></c>')
    return Case(name, lambda: book(rows), (code,) if code else (), cells=cells)


def one(
    name: str, cell: str, expected: str | None, *codes: str, strings: tuple[str, ...] | None = None
) -> Case:
    """A1 written like this; with ``strings``, the texts it may refer to."""
    return Case(
        name, lambda: zipped(parts(row(cell), strings=strings)), codes, cells={"A1": expected}
    )


def rows(name: str, written: str, cells: dict[str, str | None], *codes: str) -> Case:
    """A sheet with these rows."""
    return Case(name, lambda: book(written), codes, cells=cells)


def text(name: str, item: str, expected: str, *codes: str) -> Case:
    """A shared text written like this."""
    return one(name, '<c r="A1" t="s"><v>0</v></c>', f"text:{expected}", *codes, strings=(item,))


def after(name: str, written: str, *codes: str) -> Case:
    """Something behind the cells; A1 stays what it is."""
    return Case(name, lambda: zipped(parts(after=written)), codes, cells={"A1": "number:1"})


def before(name: str, written: str, *codes: str) -> Case:
    """Something before the cells; A1 stays what it is."""
    return Case(name, lambda: zipped(parts(before=written)), codes, cells={"A1": "number:1"})


V1 = '<c r="A1"><v>1</v></c>'
MERGES = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 100_002))
LONG = "字" * 40_000
GIANT = "".join(f'<c r="A1"><v>{n}</v></c>' for n in range(30))

CASES: tuple[Case, ...] = (
    number("eighteen digits", "110101199003070011"),
    number("decimal with exponent", "-1.5E-3"),
    number("leading zeros", "007"),
    number("plus sign", "+5"),
    number("point first", ".5"),
    number("point last", "5."),
    number("float residue", "9.0000076293945313E-2"),
    number("largest number", "1.7976931348623157E308"),
    number("blanks around", " 12 "),
    number("underscore", "1_000", code="F212"),
    number("full-width digits", "１２", code="F212"),
    number("arabic-indic digits", "٣٤", code="F212"),
    number("not a number", "NaN", code="F212"),
    number("infinity", "INF", code="F212"),
    number("infinity in words", "Infinity", code="F212"),
    number("overflow", "1e999", code="F212"),
    number("absurd exponent", "1e-999999999", code="F212"),
    number("five thousand digits", "9" * 5_000, code="F212"),
    number("word", "abc", code="F212"),
    number("thousands mark", "1,234.5", code="F212"),
    number("percent", "12%", code="F212"),
    number("hexadecimal", "0x1F", code="F212"),
    number("two points", "1.2.3", code="F212"),
    number("inner blank", "1 2", code="F212"),
    number("minus only", "-", code="F212"),
    one(
        "text index -1",
        '<c r="A1" t="s"><v>-1</v></c>',
        "invalid:-1",
        "F210",
        strings=("<t>a</t>",),
    ),
    one(
        "text index too high",
        '<c r="A1" t="s"><v>5</v></c>',
        "invalid:5",
        "F210",
        strings=("<t>a</t>",),
    ),
    one(
        "text index a fraction",
        '<c r="A1" t="s"><v>0.0</v></c>',
        "invalid:0.0",
        "F210",
        strings=("<t>a</t>",),
    ),
    one(
        "text index full-width",
        '<c r="A1" t="s"><v>０</v></c>',
        "invalid:０",
        "F210",
        strings=("<t>a</t>",),
    ),
    one("text index without texts", '<c r="A1" t="s"><v>0</v></c>', "invalid:0", "F210"),
    one("text cell without index", '<c r="A1" t="s"><v/></c>', None),
    one("boolean 1", '<c r="A1" t="b"><v>1</v></c>', "boolean:1"),
    one("boolean true", '<c r="A1" t="b"><v>true</v></c>', "boolean:1"),
    one("boolean false", '<c r="A1" t="b"><v>false</v></c>', "boolean:0"),
    one("boolean 2", '<c r="A1" t="b"><v>2</v></c>', "invalid:2", "F214"),
    one("unknown type", '<c r="A1" t="zz"><v>2</v></c>', "invalid:2", "F213"),
    one("error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', "error:#DIV/0!"),
    one("new error", '<c r="A1" t="e"><v>#SPILL!</v></c>', "error:#SPILL!"),
    one("date cell", '<c r="A1" t="d"><v>2026-01-02</v></c>', "date:2026-01-02"),
    one("inline text", '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', "text:甲"),
    one(
        "inline rich text",
        '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>',
        "text:甲乙",
    ),
    one(
        "inline phonetic text",
        '<c r="A1" t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>',
        "text:甲",
    ),
    one("result text", '<c r="A1" t="str"><f>"甲"</f><v>甲</v></c>', "text:甲"),
    one("empty result text", '<c r="A1" t="str"><f>""</f><v></v></c>', "text:"),
    one("formula without value", '<c r="A1"><f>1+1</f></c>', "blank:"),
    one("formula with empty value", '<c r="A1"><f>1+1</f><v></v></c>', "blank:"),
    one("formula with value", '<c r="A1"><f>1+1</f><v>999</v></c>', "number:999"),
    one("style out of range", '<c r="A1" s="99"><v>1</v></c>', "number:1", "F211"),
    one("style negative", '<c r="A1" s="-1"><v>1</v></c>', "number:1", "F211"),
    one("style a word", '<c r="A1" s="x"><v>1</v></c>', "number:1", "F211"),
    one("styled empty cell", '<c r="A1" s="0"/>', None),
    one("cell without place", "<c><v>1</v></c>", "number:1"),
    one("pretty-printed cell", '\n <c r="A1">\n  <v>1</v>\n </c>\n', "number:1"),
    one(
        "formula that fetches",
        '<c r="A1"><f>WEBSERVICE("http://192.0.2.1/")</f><v>1</v></c>',
        "number:1",
    ),
    one(
        "formula of ten thousand terms",
        f'<c r="A1"><f>{"+".join(["1"] * 10_000)}</f><v>1</v></c>',
        "number:1",
    ),
    one(
        "shared formula without source",
        '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
        "number:1",
        "F215",
    ),
    text("text", "<t>预算完成率</t>", "预算完成率"),
    text("text with blanks", '<t xml:space="preserve">  a  </t>', "  a  "),
    text("rich text", "<r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r>", "甲乙"),
    text("phonetic text", '<t>东京</t><rPh sb="0" eb="2"><t>dongjing</t></rPh>', "东京"),
    text("text like a formula", "<t>=1+1</t>", "=1+1"),
    text("text like a percentage", "<t>１２．５％</t>", "１２．５％"),
    text("line break escape", "<t>a_x000D_b</t>", "a\rb"),
    text("escaped escape", "<t>_x005F_x0041_</t>", "_x0041_"),
    text("control escape", "<t>a_x0001_b</t>", "ab", "F216"),
    text("lone surrogate escape", "<t>a_xD800_b</t>", "a�b"),
    text("surrogate pair escape", "<t>_xD83D__xDE00_</t>", "😀"),
    text("emoji", "<t>😀</t>", "😀"),
    text("overlong text", f"<t>{LONG}</t>", LONG[:32_767], "F206"),
    text("entities", "<t>&lt;a&gt;&amp;&#20013;</t>", "<a>&中"),
    text("empty item", "", ""),
    text("direction marks", "<t>&#x202E;abc</t>", "\u202eabc"),
    rows(
        "row number huge",
        f'<row r="99999999999">{V1}</row><row r="2"><c r="A2"><v>2</v></c></row>',
        {"A1": "number:1", "A2": "number:2"},
        "F207",
        "F209",
    ),
    rows(
        "row number of 32 bits",
        '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>',
        {"A1": None},
        "F207",
    ),
    rows("row number zero", '<row r="0"><c r="A0"><v>1</v></c></row>', {"A1": None}, "F207"),
    rows("row number negative", '<row r="-1"><c r="A-1"><v>1</v></c></row>', {"A1": None}, "F207"),
    rows("row number a word", '<row r="x"><c><v>1</v></c></row>', {"A1": None}, "F207"),
    rows(
        "row beyond the last",
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        {"A1": None},
        "F207",
    ),
    rows("cell outside any row", "<c><v>1</v></c>", {"A1": None}, "F207"),
    rows("cell inside a cell", '<row r="1"><c><c><v>1</v></c></c></row>', {"A1": "number:1"}),
    rows(
        "last cell of a sheet",
        f'<row r="1">{V1}</row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        {"XFD1048576": "number:2", "A1": "number:1"},
    ),
    rows("column beyond the last", row('<c r="XFE1"><v>1</v></c>'), {"A1": None}, "F207"),
    rows("column of four letters", row('<c r="AAAA1"><v>1</v></c>'), {"A1": None}, "F207"),
    rows("cell name without row", row('<c r="A"><v>1</v></c>'), {"A1": None}, "F207"),
    rows("cell name with dollars", row('<c r="$A$1"><v>1</v></c>'), {"A1": None}, "F207"),
    rows("cell name in full-width", row('<c r="Ａ１"><v>1</v></c>'), {"A1": None}, "F207"),
    rows("cell name in lower case", row('<c r="a1"><v>1</v></c>'), {"A1": "number:1"}),
    rows(
        "rows out of order",
        f'<row r="3"><c r="A3"><v>3</v></c></row>{row(V1)}',
        {"A1": "number:1", "A3": "number:3"},
        "F209",
    ),
    rows(
        "cells out of order",
        row('<c r="B1"><v>2</v></c>', V1),
        {"A1": "number:1", "B1": "number:2"},
        "F209",
    ),
    rows(
        "cell in another row",
        '<row r="5"><c r="A1"><v>1</v></c></row>',
        {"A1": "number:1", "A5": None},
        "F209",
    ),
    rows("cell twice", row(V1, '<c r="A1"><v>2</v></c>'), {"A1": "number:2"}, "F208", "F209"),
    rows(
        "row twice",
        row(V1) + row('<c r="B1"><v>2</v></c>'),
        {"A1": "number:1", "B1": "number:2"},
        "F209",
    ),
    rows("cell thirty times", row(GIANT), {"A1": "number:29"}, *["F208"] * 20, "F209", "F229"),
    rows(
        "rows without numbers",
        "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        {"A1": "number:1", "A2": "number:2"},
    ),
    rows("no rows", "", {"A1": None}),
    rows(
        "shared formula",
        row(
            '<c r="A1"><f t="shared" si="0" ref="A1:B1">C1+$C$1</f><v>1</v></c>',
            '<c r="B1"><f t="shared" si="0"/><v>2</v></c>',
        ),
        {"B1": "number:2"},
    ),
    rows(
        "shared formula before its source",
        row(
            '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
            '<c r="B1"><f t="shared" si="0" ref="A1:B1">D1</f><v>2</v></c>',
        ),
        {"A1": "number:1"},
    ),
    rows(
        "array formula",
        row('<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c>'),
        {"A1": "number:1"},
    ),
    rows(
        "data table",
        row('<c r="A1"><f t="dataTable" ref="A1:A2" r1="B1"/><v>1</v></c>'),
        {"A1": "number:1"},
    ),
    after("giant merge", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    after("large merge", '<mergeCells><mergeCell ref="A1:Z40000"/></mergeCells>'),
    after("merge beyond the sheet", '<mergeCells><mergeCell ref="A1:XFE1"/></mergeCells>', "F221"),
    after("merge of nonsense", '<mergeCells><mergeCell ref="x:y"/></mergeCells>', "F221"),
    after("merge without range", "<mergeCells><mergeCell/></mergeCells>", "F221"),
    after(
        "extension list",
        '<extLst><ext uri="x"><x:c xmlns:x="urn:x" r="A1"><x:v>9</x:v></x:c></ext></extLst>',
    ),
    after(
        "hundred thousand conditional formats",
        "".join(f'<conditionalFormatting sqref="A{n}"/>' for n in range(100_000)),
    ),
    before("dimension of the whole sheet", '<dimension ref="A1:XFD1048576"/>'),
    before("dimension of nonsense", '<dimension ref="x"/>'),
    before("all columns hidden", '<cols><col min="1" max="16384" hidden="1"/></cols>'),
    before("column span of nonsense", '<cols><col min="9" max="x" hidden="1"/></cols>'),
    before(
        "column span beyond the sheet", '<cols><col min="1" max="99999999999" hidden="1"/></cols>'
    ),
    refused(
        "too many merges",
        "F205",
        lambda: zipped(parts(after="<mergeCells>" + MERGES + "</mergeCells>")),
    ),
    Case(
        "prefixed namespace",
        lambda: zipped(
            {
                path: content.replace(b"<worksheet xmlns=", b"<x:worksheet xmlns:x=")
                .replace(b"</worksheet", b"</x:worksheet")
                .replace(b"<sheetData", b"<x:sheetData")
                .replace(b"</sheetData", b"</x:sheetData")
                .replace(b"<row", b"<x:row")
                .replace(b"</row", b"</x:row")
                .replace(b"<c ", b"<x:c ")
                .replace(b"</c>", b"</x:c>")
                .replace(b"<v>", b"<x:v>")
                .replace(b"</v>", b"</x:v>")
                if path.endswith("sheet1.xml")
                else content
                for path, content in parts().items()
            }
        ),
        cells={"A1": "number:1"},
    ),
    Case(
        "two sheets of one name",
        lambda: zipped(
            parts(
                sheets='<sheet name="表" sheetId="1" r:id="rId1"/>'
                '<sheet name="表" sheetId="2" r:id="rId2"/>',
                more_sheets=1,
            )
        ),
        ("F220",),
        cells={"A1": "number:1"},
    ),
    Case(
        "texts missing",
        lambda: zipped(
            {
                p: c
                for p, c in parts(
                    row('<c r="A1" t="s"><v>0</v></c>'), strings=("<t>a</t>",)
                ).items()
                if p != "xl/sharedStrings.xml"
            }
        ),
        ("F210", "F217"),
        cells={"A1": "invalid:0"},
    ),
    Case(
        "hundred thousand names",
        lambda: zipped(
            parts(
                book="<definedNames>"
                + "".join(f'<definedName name="n{n}">1</definedName>' for n in range(100_000))
                + "</definedNames>"
            )
        ),
        cells={"A1": "number:1"},
    ),
    Case(
        "comments damaged",
        lambda: zipped(
            {
                **parts(
                    sheet_relations=f'<Relationship Id="rId1" Type="{RELATIONS}/comments"'
                    ' Target="../comments1.xml"/>'
                ),
                "xl/comments1.xml": b"<comments",
            }
        ),
        ("F223",),
        cells={"A1": "number:1"},
    ),
)
