"""Kinds of sheets whose table of cells is not where or what it should be."""

from __future__ import annotations

from hostile.case import Case, book, parts, refused, zipped
from hostile.cells import V1, after, before, row, rows

ONE = {"A1": "number:1"}
FOREIGN = '<row r="2"><c r="A2"><v>9</v></c></row><c r="B9"><v>9</v></c>'
NOWHERE = {"A1": "number:1", "A2": None, "B9": None}


CASES: tuple[Case, ...] = (
    Case(
        "cells in an extension list",
        lambda: zipped(parts(after=f'<extLst><ext uri="x">{FOREIGN}</ext></extLst>')),
        cells=NOWHERE,
    ),
    Case("cells before the table", lambda: zipped(parts(before=FOREIGN)), cells=NOWHERE),
    refused(
        "two tables of cells",
        "F222",
        lambda: book(f'{row(V1)}</sheetData><sheetData><row r="2"><c r="A2"><v>2</v></c></row>'),
    ),
    refused("two values in a cell", "F222", lambda: book(row("<c><v>1</v><v>2</v></c>"))),
    refused("element inside a value", "F222", lambda: book(row("<c><v>1<x/>2</v></c>"))),
    refused("value inside a value", "F222", lambda: book(row("<c><v>1<v>5</v>2</v></c>"))),
    refused("two formulas in a cell", "F222", lambda: book(row("<c><f>1</f><f>2</f></c>"))),
    rows(
        "comment and instruction inside a value",
        row('<c r="A1"><v>1<!-- 9 -->2<?x 9?><![CDATA[3]]>&#52;</v></c>'),
        {"A1": "number:1234"},
    ),
    rows(
        "text in a cell that is no text",
        row('<c r="A1"><is><t>甲</t></is></c>'),
        {"A1": "invalid:甲"},
        "F213",
    ),
    rows(
        "cell without place behind an empty one",
        row('<c r="C1"/><c><v>1</v></c>'),
        {"A1": None, "D1": "number:1"},
    ),
    rows(
        "cell without place behind empty ones without place",
        row('<c r="C1"/><c/><c/><c><v>1</v></c>'),
        {"F1": "number:1"},
    ),
    rows(
        "row without number behind a numbered one",
        '<row r="5"><c><v>1</v></c></row><row><c><v>2</v></c></row>',
        {"A5": "number:1", "A6": "number:2"},
    ),
    rows(
        "both branches of an alternative",
        row(
            '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><c r="A1"><v>1</v></c></mc:Choice>'
            '<mc:Fallback><c r="A1"><v>2</v></c></mc:Fallback></mc:AlternateContent>'
        ),
        {"A1": "number:2"},
        "F208",
        "F209",
    ),
    after(
        "merges across each other",
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
        "F221",
    ),
    after(
        "merge twice",
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:B2"/></mergeCells>',
        "F221",
    ),
    refused(
        "two thousand merges on one place",
        "F222",
        lambda: zipped(parts(after='<mergeCell ref="A1:B2"/>' * 2_000)),
    ),
    before("column of no width", '<cols><col min="1" max="1" width="0.00"/></cols>'),
)
