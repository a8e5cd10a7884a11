"""Kinds that are large rather than odd; each takes up to seconds to make and to read."""

from __future__ import annotations

import itertools

from hostile.case import MAIN, Case, entry, pack, parts, refused

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


CASES: tuple[Case, ...] = (
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
    Case("half a million column spans", lambda: replaced(SHEET, columns(), method=0)),
)
