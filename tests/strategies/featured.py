"""A workbook with as many features as the writing library has, to be annotated without loss."""

from __future__ import annotations

import io
import struct
import zlib

import xlsxwriter


def picture() -> io.BytesIO:
    """A grey PNG of two by two pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)

    header = struct.pack(">2I5B", 2, 2, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x80\x80" * 2)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + body)


def featured(*, commented: tuple[str, ...] = ("B3",), macro: bool = False) -> bytes:
    """A scoresheet of ten rows on ``评分表``, a second sheet, and every feature there is."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    bold = book.add_format({"bold": True})
    percent = book.add_format({"num_format": "0.00%", "border": 1, "font_color": "red"})
    grey = book.add_format({"bg_color": "#EEEEEE", "locked": False})
    page = book.add_worksheet("评分表")
    page.set_column("F:F", 30, grey)
    page.set_row(20, 40, percent)
    page.merge_range("A1:E1", "部门整体支出绩效评分表", bold)
    page.write_rich_string("A2", "指标", bold, "名称", " 说明")
    for row in range(2, 12):
        page.write(row, 0, f"指标{row}")
        page.write_number(row, 1, row / 16, percent)
        page.write_formula(row, 2, f"=B{row + 1}*2", percent, row / 8)
    page.write_array_formula("D3:D5", "{=B3:B5*3}", percent, 0.375)
    page.write_url("A14", "https://example.org/", string="依据")
    page.write_boolean("B14", boolean=True)
    for cell in commented:
        page.write_comment(cell, "请核实这个数", {"author": "科长", "x_scale": 0.5})
    page.insert_button("H2", {"caption": "保存", "macro": "Save"})
    page.insert_textbox("H6", "填表说明")
    page.insert_image("H12", "p.png", {"image_data": picture()})
    page.set_header("&C&G", {"image_center": "p.png", "image_data_center": picture()})
    page.data_validation("B3:B12", {"validate": "decimal", "criteria": "<=", "value": 1})
    page.conditional_format("B3:B12", {"type": "data_bar", "data_bar_2010": True})
    page.conditional_format("C3:C12", {"type": "cell", "criteria": ">", "value": 1, "format": bold})
    page.add_sparkline("G3", {"range": "评分表!B3:D3"})
    page.freeze_panes(2, 1)
    page.autofilter("A2:D12")
    page.protect("", {"format_columns": True})
    page.ignore_errors({"number_stored_as_text": "A3:A12"})
    other = book.add_worksheet("明细")
    other.add_table("A1:B4", {"data": [["甲", 1], ["乙", 2], ["丙", 3]]})
    other.write_comment("B2", "另一张表")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=明细!$B$2:$B$4"})
    other.insert_chart("D2", chart)
    hidden = book.add_worksheet("隐藏")
    hidden.very_hidden()
    drawn = book.add_chart({"type": "line"})
    drawn.add_series({"values": "=明细!$B$2:$B$4"})
    book.add_chartsheet("图").set_chart(drawn)
    book.define_name("合计", "=评分表!$B$12")
    book.set_custom_property("密级", "公开")
    if macro:
        book.add_vba_project(io.BytesIO(b"not really"), is_stream=True)
    book.close()
    return stream.getvalue()
