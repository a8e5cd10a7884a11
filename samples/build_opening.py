"""Build the eight workbooks of docs/opening.md, each with its annotated copy beside it.

Run ``python samples/build_opening.py FOLDER``. They are one filled scoresheet with a wrong score,
in the forms in which other programs save such a thing; all parts are written here.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import jixiao

HERE = Path(__file__).parent
BASE = HERE / "nanchang-2017-score-too-high.xlsx"
BLANK = HERE.parent / "workbook_templates" / "nanchang-2017.xlsx"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RECENT = "http://schemas.microsoft.com/office"
TYPES = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
BOOK_LINKS = "xl/_rels/workbook.xml.rels"
PAGE = "xl/worksheets/sheet5.xml"
PAGE_LINKS = "xl/worksheets/_rels/sheet5.xml.rels"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PERSON = "{7A0C1D52-0000-4000-8000-000000000001}"
TALK = "{7A0C1D52-0000-4000-8000-000000000002}"
ANSWER = "{7A0C1D52-0000-4000-8000-000000000003}"

Parts = dict[str, bytes]


def build(folder: Path) -> list[Path]:
    """Write the workbooks and their copies; give the paths of the workbooks."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in prepared().items():
        path = folder / name
        path.write_bytes(content)
        copy = folder / f"{path.stem}-annotated{path.suffix}"
        jixiao.annotate(jixiao.check(path), copy, replace=True)
        written.append(path)
    return written


def prepared() -> Mapping[str, bytes]:
    """The eight workbooks by the names they have in docs/opening.md."""
    base = BASE.read_bytes()
    made = {
        f"{number}-{name}": packed(change(parts_of(base)))
        for number, (name, change) in enumerate(FORMS.items(), 1)
    }
    return made | {"8-blank-template.xlsx": BLANK.read_bytes()}


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), body)
    return stream.getvalue()


def plain(parts: Parts) -> Parts:
    """As the template was filled."""
    return parts


def with_controls(parts: Parts) -> Parts:
    """A check box and a button beside the table, as Excel's form controls."""
    shapes = _shape(1, "Checkbox", "0", "已核对", "<x:SizeWithCells/><x:NoThreeD/>") + _shape(
        2, "Button", "3", "打印", "<x:TextHAlign>Center</x:TextHAlign>"
    )
    add_part(parts, "xl/drawings/vmlDrawing9.vml", _vml(shapes), "", VML_TYPE)
    for number, kind in ((1, "CheckBox"), (2, "Button")):
        add_part(
            parts,
            f"xl/ctrlProps/ctrlProp{number}.xml",
            f'<formControlPr xmlns="{RECENT}/spreadsheetml/2009/9/main" objectType="{kind}" '
            'lockText="1"/>',
            "application/vnd.ms-excel.controlproperties+xml",
        )
    relate(parts, PAGE_LINKS, "rId91", f"{OFFICE}/vmlDrawing", "../drawings/vmlDrawing9.vml")
    relate(parts, PAGE_LINKS, "rId92", f"{OFFICE}/ctrlProp", "../ctrlProps/ctrlProp1.xml")
    relate(parts, PAGE_LINKS, "rId93", f"{OFFICE}/ctrlProp", "../ctrlProps/ctrlProp2.xml")
    controls = "".join(
        f'<control shapeId="{9 * 1024 + number}" r:id="rId{91 + number}" name="控件 {number}"/>'
        for number in (1, 2)
    )
    append(parts, PAGE, f'<legacyDrawing r:id="rId91"/><controls>{controls}</controls>')
    return parts


def with_conversation(parts: Parts) -> Parts:
    """A threaded comment with an answer on the cell that gets a mark, and the old comment below."""
    space = f"{RECENT}/spreadsheetml/2018/threadedcomments"
    old = "[线程批注]\n\n批注：\n    这个分数请再核对。\n答复：\n    已核对。"
    add_part(
        parts,
        "xl/comments9.xml",
        f'<comments xmlns="{MAIN}"><authors><author>tc={TALK}</author></authors><commentList>'
        f'<comment ref="H11" authorId="0"><text><t>{old}</t></text></comment>'
        "</commentList></comments>",
        f"{SHEET_TYPE}.comments+xml",
    )
    said = (
        f'<threadedComment ref="H11" dT="2024-01-05T08:00:00.00" personId="{PERSON}" id="{TALK}">'
        "<text>这个分数请再核对。</text></threadedComment>"
        f'<threadedComment ref="H11" dT="2024-01-05T09:00:00.00" personId="{PERSON}" id="{ANSWER}" '
        f'parentId="{TALK}"><text>已核对。</text></threadedComment>'
    )
    add_part(
        parts,
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments xmlns="{space}">{said}</ThreadedComments>',
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    add_part(
        parts,
        "xl/persons/person.xml",
        f'<personList xmlns="{space}"><person displayName="经办人" id="{PERSON}" userId="经办人" '
        'providerId="None"/></personList>',
        "application/vnd.ms-excel.person+xml",
    )
    box = _shape(1, "Note", "7", "", "<x:Row>10</x:Row><x:Column>7</x:Column>", kind=202)
    add_part(parts, "xl/drawings/vmlDrawing9.vml", _vml(box, kind=202), "", VML_TYPE)
    relate(parts, PAGE_LINKS, "rId91", f"{OFFICE}/vmlDrawing", "../drawings/vmlDrawing9.vml")
    relate(parts, PAGE_LINKS, "rId92", f"{OFFICE}/comments", "../comments9.xml")
    kinds = f"{RECENT}/2017/10/relationships"
    target = "../threadedComments/threadedComment1.xml"
    relate(parts, PAGE_LINKS, "rId93", f"{kinds}/threadedComment", target)
    relate(parts, BOOK_LINKS, "rId93", f"{kinds}/person", "persons/person.xml")
    append(parts, PAGE, '<legacyDrawing r:id="rId91"/>')
    return parts


def with_slicer(parts: Parts) -> Parts:
    """A sheet 项目分类 with a table and a slicer on its first column."""
    rows = (("类别", "项目数"), ("基本", 3), ("专项", 5))
    cells = "".join(
        f'<row r="{number}">{_text(f"A{number}", kind)}{_value(f"B{number}", count)}</row>'
        for number, (kind, count) in enumerate(rows, 1)
    )
    newer = f"{RECENT}/spreadsheetml/2009/9/main"
    newest = f"{RECENT}/spreadsheetml/2010/11/main"
    add_part(
        parts,
        "xl/worksheets/sheet9.xml",
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{cells}</sheetData>'
        '<drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
        f'<extLst><ext uri="{{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}}" xmlns:x14="{newer}">'
        '<x14:slicerList><x14:slicer r:id="rId3"/></x14:slicerList></ext></extLst></worksheet>',
        f"{SHEET_TYPE}.worksheet+xml",
    )
    add_part(
        parts,
        "xl/tables/table9.xml",
        f'<table xmlns="{MAIN}" id="9" name="项目表" displayName="项目表" ref="A1:B3" '
        'totalsRowShown="0"><autoFilter ref="A1:B3"/><tableColumns count="2">'
        '<tableColumn id="1" name="类别"/><tableColumn id="2" name="项目数"/></tableColumns>'
        '<tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>',
        f"{SHEET_TYPE}.table+xml",
    )
    add_part(
        parts,
        "xl/slicers/slicer1.xml",
        f'<slicers xmlns="{newer}"><slicer name="类别" cache="切片器_类别" caption="类别" '
        'rowHeight="241300"/></slicers>',
        "application/vnd.ms-excel.slicer+xml",
    )
    add_part(
        parts,
        "xl/slicerCaches/slicerCache1.xml",
        f'<slicerCacheDefinition xmlns="{newer}" xmlns:x="{MAIN}" name="切片器_类别" '
        f'sourceName="类别"><extLst><x:ext uri="{{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}}" '
        f'xmlns:x15="{newest}"><x15:tableSlicerCache tableId="9" column="1"/></x:ext></extLst>'
        "</slicerCacheDefinition>",
        "application/vnd.ms-excel.slicerCache+xml",
    )
    add_part(parts, "xl/drawings/drawing9.xml", _slicer_drawing(), DRAWING_TYPE)
    links = "xl/worksheets/_rels/sheet9.xml.rels"
    relate(parts, links, "rId1", f"{OFFICE}/table", "../tables/table9.xml")
    relate(parts, links, "rId2", f"{OFFICE}/drawing", "../drawings/drawing9.xml")
    slicers = f"{RECENT}/2007/relationships"
    relate(parts, links, "rId3", f"{slicers}/slicer", "../slicers/slicer1.xml")
    relate(parts, BOOK_LINKS, "rId91", f"{OFFICE}/worksheet", "worksheets/sheet9.xml")
    relate(parts, BOOK_LINKS, "rId92", f"{slicers}/slicerCache", "slicerCaches/slicerCache1.xml")
    replace(parts, BOOK, "</sheets>", '<sheet name="项目分类" sheetId="9" r:id="rId91"/></sheets>')
    name = '<definedName name="切片器_类别">#N/A</definedName></definedNames>'
    replace(parts, BOOK, "</definedNames>", name)
    append(
        parts,
        BOOK,
        f'<extLst><ext uri="{{46BE6895-7355-4a93-B00E-2C351335B9C9}}" xmlns:x15="{newest}">'
        f'<x15:slicerCaches xmlns:x14="{newer}"><x14:slicerCache r:id="rId92"/></x15:slicerCaches>'
        "</ext></extLst>",
    )
    return parts


def strict(parts: Parts) -> Parts:
    """As Excel saves "Strict Open XML"."""
    for name, body in parts.items():
        text = body.decode()
        for ours, theirs in STRICT.items():
            text = text.replace(ours, theirs)
        parts[name] = text.encode()
    replace(parts, BOOK, "<workbook ", '<workbook conformance="strict" ')
    return parts


def macro(parts: Parts) -> Parts:
    """As Excel saves an .xlsm without a macro in it."""
    replace(parts, TYPES, MAIN_TYPE, MACRO_TYPE)
    return parts


def by_wps(parts: Parts) -> Parts:
    """With what WPS adds: its version as a property, and a picture that lies in a cell."""
    add_part(parts, "xl/media/image9.png", _picture(), "", "image/png")
    shapes = "http://schemas.openxmlformats.org/drawingml/2006"
    add_part(
        parts,
        "xl/cellimages.xml",
        '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" '
        f'xmlns:xdr="{shapes}/spreadsheetDrawing" xmlns:a="{shapes}/main" xmlns:r="{OFFICE}">'
        '<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_0123456789ABCDEF"/>'
        '<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch>'
        '<a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="190500" cy="190500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</xdr:spPr></xdr:pic></etc:cellImage></etc:cellImages>",
        "application/vnd.wps-officedocument.cellimage+xml",
    )
    relate(parts, "xl/_rels/cellimages.xml.rels", "rId1", f"{OFFICE}/image", "media/image9.png")
    kind = "http://www.wps.cn/officeDocument/2020/cellImage"
    relate(parts, BOOK_LINKS, "rId91", kind, "cellimages.xml")
    values = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    properties = "".join(
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" '
        f'pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(
            (("ICV", "0123456789ABCDEF0123456789ABCDEF"), ("KSOProductBuildVer", "2052-12.1.0.1")),
            2,
        )
    )
    add_part(
        parts,
        "docProps/custom.xml",
        "<Properties xmlns="
        '"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{values}">{properties}</Properties>',
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
    relate(parts, "_rels/.rels", "rId91", f"{OFFICE}/custom-properties", "docProps/custom.xml")
    replace(
        parts,
        PAGE,
        "</sheetData>",
        '<row r="60"><c r="A60" t="str"><f>_xlfn.DISPIMG("ID_0123456789ABCDEF",1)</f>'
        '<v>=DISPIMG("ID_0123456789ABCDEF",1)</v></c></row></sheetData>',
    )
    return parts


FORMS: Mapping[str, Callable[[Parts], Parts]] = {
    "plain.xlsx": plain,
    "form-controls.xlsx": with_controls,
    "threaded-comments.xlsx": with_conversation,
    "slicers.xlsx": with_slicer,
    "strict.xlsx": strict,
    "macro-enabled.xlsm": macro,
    "by-wps.xlsx": by_wps,
}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PURE = "http://purl.oclc.org/ooxml"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006"
STRICT = {
    MAIN: f"{_PURE}/spreadsheetml/main",
    f"{_DOCUMENT}/relationships/metadata/core-properties": f"{_PURE}/never",
    f"{_DOCUMENT}/relationships": f"{_PURE}/officeDocument/relationships",
    f"{_DOCUMENT}/extended-properties": f"{_PURE}/officeDocument/extendedProperties",
    f"{_DOCUMENT}/docPropsVTypes": f"{_PURE}/officeDocument/docPropsVTypes",
    "http://schemas.openxmlformats.org/drawingml/2006/main": f"{_PURE}/drawingml/main",
    "relationships/extended-properties": "relationships/extendedProperties",
}


def add_part(parts: Parts, path: str, body: str | bytes, kind: str, default: str = "") -> None:
    """Add a part with its declared type; ``default`` is the type of its extension instead."""
    parts[path] = body if isinstance(body, bytes) else _with_head(path, body).encode()
    extension = path.rpartition(".")[2]
    declared = (
        f'<Default Extension="{extension}" ContentType="{default}"/>'
        if default
        else f'<Override PartName="/{path}" ContentType="{kind}"/>'
    )
    append(parts, TYPES, declared)


def _with_head(path: str, body: str) -> str:
    return body if path.endswith(".vml") else HEAD + body


def relate(parts: Parts, path: str, identity: str, kind: str, target: str) -> None:
    """Add a relationship, and the part that holds it where there is none."""
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts.setdefault(path, f'{HEAD}<Relationships xmlns="{package}"></Relationships>'.encode())
    append(parts, path, f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>')


def append(parts: Parts, path: str, text: str) -> None:
    """Put XML before the closing tag of a part."""
    before, opening, last = parts[path].decode().rpartition("</")
    parts[path] = f"{before}{text}{opening}{last}".encode()


def replace(parts: Parts, path: str, old: str, new: str) -> None:
    text = parts[path].decode()
    if old not in text:
        raise ValueError(f"{path}: {old}")
    parts[path] = text.replace(old, new, 1).encode()


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _value(place: str, value: str | int) -> str:
    if isinstance(value, str):
        return _text(place, value)
    return f'<c r="{place}"><v>{value}</v></c>'


def _vml(shapes: str, kind: int = 201) -> str:
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
        'office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
        f'<o:idmap v:ext="edit" data="9"/></o:shapelayout><v:shapetype id="_x0000_t{kind}" '
        f'coordsize="21600,21600" o:spt="{kind}" path="m,l,21600r21600,l21600,xe">'
        f'<v:stroke joinstyle="miter"/></v:shapetype>{shapes}</xml>'
    )


def _shape(number: int, object_: str, top: str, text: str, more: str, *, kind: int = 201) -> str:
    hidden = ";visibility:hidden" if object_ == "Note" else ""
    label = f'<v:textbox><div style="text-align:left">{text}</div></v:textbox>' if text else ""
    return (
        f'<v:shape id="_x0000_s{9 * 1024 + number}" type="#_x0000_t{kind}" style="'
        f"position:absolute;margin-left:800pt;margin-top:{20 * number}pt;width:72pt;height:18pt;"
        f'z-index:{number}{hidden}" '
        f'o:insetmode="auto">{label}<x:ClientData ObjectType="{object_}">'
        f"<x:Anchor>13, 4, {top}, 2, 15, 4, {int(top) + 2}, 2</x:Anchor>"
        f"<x:AutoFill>False</x:AutoFill>{more}</x:ClientData></v:shape>"
    )


def _slicer_drawing() -> str:
    shapes = "http://schemas.openxmlformats.org/drawingml/2006"
    corner = (
        "<xdr:col>{}</xdr:col><xdr:colOff>0</xdr:colOff>"
        "<xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    )
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<xdr:wsDr xmlns:xdr="{shapes}/spreadsheetDrawing" xmlns:a="{shapes}/main">'
        f"<xdr:twoCellAnchor><xdr:from>{corner.format(3, 1)}</xdr:from>"
        f"<xdr:to>{corner.format(6, 10)}</xdr:to>"
        f'<mc:AlternateContent xmlns:mc="{compatible}" '
        f'xmlns:sle15="{RECENT}/drawing/2012/slicer"><mc:Choice Requires="sle15">'
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="类别"/>'
        '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="{RECENT}/drawing/2010/slicer"><sle:slicer '
        f'xmlns:sle="{RECENT}/drawing/2010/slicer" name="类别"/></a:graphicData></a:graphic>'
        '</xdr:graphicFrame></mc:Choice><mc:Fallback><xdr:sp macro="" textlink="">'
        '<xdr:nvSpPr><xdr:cNvPr id="0" name=""/>'
        '<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>'
        "</mc:Fallback></mc:AlternateContent><xdr:clientData/>"
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )


def _picture() -> bytes:
    """A grey PNG of two by two pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)

    header = struct.pack(">2I5B", 2, 2, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00\x80\x80" * 2)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


if __name__ == "__main__":
    for each in build(Path(sys.argv[1])):
        sys.stdout.write(f"{each}\n")
