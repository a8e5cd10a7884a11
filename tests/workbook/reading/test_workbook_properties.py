"""The time of the last saving is read out of the package, whoever wrote it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest

from jixiao.workbook.model import Workbook
from jixiao.workbook.read import read_workbook


def written(**replaced: str) -> bytes:
    """A workbook of openpyxl with the time of its last saving, or a text in its place."""
    book = openpyxl.Workbook()
    book["Sheet"]["A1"] = 1
    whole = io.BytesIO()
    book.save(whole)
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "docProps/core.xml":
                time = replaced.get("time", "2018-04-09T08:00:00Z").encode()
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + time, content)
            new.writestr(item.filename, content)
    return out.getvalue()


def saved(content: bytes) -> str | None:
    workbook = read_workbook("a.xlsx", content)
    assert isinstance(workbook, Workbook)
    return workbook.saved


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2018-04-09T08:00:00Z", "2018-04-09T08:00:00"),
        ("2018-04-09T16:00:00+08:00", "2018-04-09T08:00:00"),
        ("2018-04-09T16:00:00.123Z", "2018-04-09T16:00:00"),
        ("2018-04-09", "2018-04-09T00:00:00"),
        ("1601-01-01T00:00:00Z", None),
        ("2018-13-09T08:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_the_time_is_brought_to_utc_and_nonsense_is_none(time: str, expected: str | None) -> None:
    assert saved(written(time=time)) == expected


def test_what_openpyxl_saves_now_is_of_now() -> None:
    book = openpyxl.Workbook()
    book.properties.modified = dt.datetime(2019, 1, 2, 3, 4, 5)  # noqa: DTZ001 - as openpyxl takes it
    out = io.BytesIO()
    book.save(out)
    assert saved(out.getvalue()) is not None
