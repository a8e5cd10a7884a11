"""Kinds that are large rather than odd; each takes up to seconds to make and to read."""

from __future__ import annotations

import itertools
import random

from hostile.case import (
    HEAD,
    MAIN,
    RELATIONS,
    Case,
    entry,
    pack,
    parts,
    refused,
    relationships,
    sheet_list,
    zipped,
)

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def replaced(path: str, content: bytes, *, method: int = 8, **options: object) -> bytes:
    """A workbook one part of which is large, packed or (method 0) as it is."""
    files = {**parts(**options), path: content}  # type: ignore[arg-type]
    return pack([entry(p, c, method=method if p == path else 8) for p, c in files.items()])


def cells(count: int, write: str = '<c r="{c}{r}"><v>{n}</v></c>') -> bytes:
    """A sheet of so many cells in twenty columns, with numbers that don't compress away."""
    numbers = itertools.accumulate(itertools.repeat(7**10), lambda a, b: a * b % (10**9 + 7))
    rows = []
    for row in range(1, count // 20 + 1):
        line = "".join(
            write.format(c="ABCDEFGHIJKLMNOPQRST"[n], r=row, n=next(numbers)) for n in range(20)
        )
        rows.append(f'<row r="{row}">{line}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()


def shared_formulas() -> bytes:
    """A long shared formula that hundred thousand cells refer to."""
    source = "+".join(["A1"] * 2_000)
    rows = [f'<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B99999">{source}</f></c></row>']
    rows += [f'<row r="{n}"><c r="B{n}"><f t="shared" si="0"/></c></row>' for n in range(2, 99_999)]
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()


def columns() -> bytes:
    """A sheet with half a million column spans before its cell."""
    spans = '<col min="1" max="16384" hidden="1"/>' * 500_000
    text = f'<worksheet xmlns="{MAIN}"><cols>{spans}</cols><sheetData/></worksheet>'
    return text.encode()


def elsewhere() -> bytes:
    """A sheet whose one row has six hundred thousand cells that say they are in other rows."""
    inside = "".join(f'<c r="A{n}"><v>{n}</v></c>' for n in range(2, 600_002))
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{inside}</row></sheetData></worksheet>'
    ).encode()


def shown_often(text: str) -> bytes:
    """A workbook with a text that a hundred thousand cells show."""
    line = "<row>{}</row>".format('<c t="s"><v>0</v></c>' * 1_000)
    return replaced(
        SHEET,
        f'<worksheet xmlns="{MAIN}"><sheetData>{line * 100}</sheetData></worksheet>'.encode(),
        method=0,
        strings=(f"<t>{text}</t>",),
    )


def many_characters() -> bytes:
    """A workbook of 70 MB of formulas, with enough that does not compress."""
    formulas = itertools.cycle(f"<c><f>{n:04}{'b' * 1_996}</f></c>" for n in range(350))
    row = "<row>" + "".join(itertools.islice(formulas, 350)) + "</row>"
    draw = random.Random(1)
    noise = "".join(f"<!--{draw.randbytes(50_000).hex()}-->" for _ in range(14))
    text = f'<worksheet xmlns="{MAIN}">{noise}<sheetData>{row * 100}</sheetData></worksheet>'
    return replaced(SHEET, text.encode())


def in_sheets(count: int, rows: str = "", **options: str) -> bytes:
    """So many sheets that are all alike."""
    return pack(
        [
            entry(path, content, method=0)
            for path, content in parts(
                rows, sheets=sheet_list(count), more_sheets=count - 1, **options
            ).items()
        ]
    )


def commented(count: int) -> bytes:
    """A workbook with so many comments on one cell."""
    link = f'<Relationship Id="rId1" Type="{RELATIONS}/comments" Target="../comments1.xml"/>'
    comments = '<comment ref="A1"/>' * count
    written = f'{HEAD}<comments xmlns="{MAIN}">{comments}</comments>'
    return replaced("xl/comments1.xml", written.encode(), method=0, sheet_relations=link)


def in_runs(count: int) -> str:
    """A cell whose text comes in so many runs."""
    return f'<row r="1"><c r="A1" t="inlineStr"><is>{"<r><t>字</t></r>" * count}</is></c></row>'


def merged(count: int) -> str:
    """So many merged areas."""
    return "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, count + 1))


LINKS = "".join(f'<Relationship Id="{n}" Target="x"/>' for n in range(200_001))
NAMES = "".join(f'<definedName name="n{n}"/>' for n in range(200_001))
THOUSAND = "<row>" + "<c><v>1</v></c>" * 1_000 + "</row>"

CASES: tuple[Case, ...] = (
    refused("seven million tags", "F224", lambda: replaced(SHEET, b"<c/>" * 7_000_000, method=0)),
    refused(
        "seven million tags in the list of contents",
        "F224",
        lambda: replaced(
            "[Content_Types].xml",
            b"<Types><!-- spreadsheetml.sheet.main+xml -->" + b"<x/>" * 7_000_000,
            method=0,
        ),
    ),
    refused(
        "references without end",
        "F225",
        lambda: replaced(
            "xl/_rels/workbook.xml.rels", (HEAD + relationships(LINKS)).encode(), method=0
        ),
    ),
    refused("comments without end", "F225", lambda: commented(200_001)),
    refused(
        "names without end",
        "F225",
        lambda: zipped(parts(book=f"<definedNames>{NAMES}</definedNames>"), method=0),
    ),
    refused(
        "six hundred thousand cells in three sheets",
        "F201",
        lambda: in_sheets(3, THOUSAND * 200),
    ),
    refused(
        "six hundred thousand cells in one row",
        "F201",
        lambda: replaced(SHEET, elsewhere(), method=0),
    ),
    refused(
        "hundred twenty thousand merges in two sheets",
        "F205",
        lambda: in_sheets(2, after=merged(60_000)),
    ),
    Case(
        "text with an escape in many cells",
        lambda: shown_often("_x0041_" + "字" * 32_000),
        cells={"A1": "text:A" + "字" * 32_000},
    ),
    Case(
        "overlong text in many cells",
        lambda: shown_often("字" * 33_000),
        (*["F206"] * 20, "F229"),
        cells={"A1": "text:" + "字" * 32_767},
    ),
    refused("seventy million characters in cells", "F203", many_characters),
    Case(
        "shared formula of a million brackets",
        lambda: replaced(
            SHEET,
            f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><f t="shared" si="0">'
            f"{'[' * 1_000_000}</f><v>1</v></c></row></sheetData></worksheet>".encode(),
            method=0,
        ),
        cells={"A1": "number:1"},
    ),
    Case(
        "text in three hundred thousand runs",
        lambda: zipped(parts(in_runs(300_000)), method=0),
        ("F206",),
        cells={"A1": "text:" + "字" * 32_767},
    ),
    Case(
        "five million pieces of text between rows",
        lambda: replaced(
            SHEET,
            f'<worksheet xmlns="{MAIN}"><sheetData>{"ab<x/>" * 5_000_000}</sheetData>'
            "</worksheet>".encode(),
            method=0,
        ),
        cells={"A1": None},
    ),
    Case(
        "hundred thousand tall merges",
        lambda: zipped(
            parts(
                after="".join(
                    f'<mergeCell ref="A{n * 10 + 1}:B{n * 10 + 9}"/>' for n in range(100_000)
                )
            ),
            method=0,
        ),
        cells={"A1": "number:1"},
    ),
    refused("six hundred thousand cells", "F201", lambda: replaced(SHEET, cells(600_000))),
    Case(
        "million empty styled cells",
        lambda: replaced(SHEET, cells(1_000_000, '<c r="{c}{r}" s="0"/>'), method=0),
        cells={"A1": None},
    ),
    refused(
        "two million texts",
        "F202",
        lambda: replaced(
            STRINGS,
            f'<sst xmlns="{MAIN}">{"<si/>" * 2_000_000}</sst>'.encode(),
            method=0,
            strings=(),
        ),
    ),
    refused(
        "shared formula that multiplies",
        "F203",
        lambda: replaced(SHEET, shared_formulas(), method=0),
    ),
    refused("half a million column spans", "F225", lambda: replaced(SHEET, columns(), method=0)),
)
