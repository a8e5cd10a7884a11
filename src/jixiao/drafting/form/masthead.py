"""What a form says above and below its table: title, year, place, documents, grades, digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.scoresheet import Outline
from jixiao.workbook import Cell

_TITLE = re.compile(r"(?:评分|自评|评价|绩效|指标|目标|考核).*(?:表|体系|标准)")
_YEAR = re.compile(r"(20[0-4]\d)\s*年")
_DOCUMENT = re.compile(r"[\u4e00-\u9fff]{2,8}[〔\[（(﹝]20\d\d[〕\]）)﹞]\s*第?\d{1,4}\s*号")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,5}?(?:自治区|省|市|自治州|州|盟)(?:[\u4e00-\u9fff]{1,6}?[县区旗市])?"
)
_NO_PLACE = re.compile(r"各|本|全|地市|县市|我")
_GRADE = re.compile(r"不合格|合格|优秀?|良好?|中等?|一般|较差|差")
_NUMBER = re.compile(r"\d{2,3}(?:\.\d+)?")
_BELOW = re.compile(r"以下|不足|低于|小于|[<＜≤]")
_CLAUSE = re.compile(r"[，,、；;。\n]|(?<![优良中差秀好等般格])[:：]")
_DIGITS = re.compile(r"保留([一两二三]|[0-4])位小数|精确到小数点后([一两二三]|[0-4])位")
_COUNT = {"一": 1, "两": 2, "二": 2, "三": 3}
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the cell that says it."""

    value: str
    cell: str


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """A grade, its lower bound and the cell that says it."""

    name: str
    least: Decimal
    cell: str


@dataclass(frozen=True)
class FormHead:
    """What is around the table; None for what the form does not say."""

    title: Stated | None
    year: Stated | None
    place: Stated | None
    document: Stated | None
    digits: Stated | None
    grades: tuple[StatedGrade, ...]
    notes: tuple[Stated, ...]  # counting notes, word for word


def masthead_of(outline: Outline, top: int, last: int) -> FormHead:
    """Read the texts above row ``top`` and below row ``last``."""
    cells = outline.view.texts
    above = [cell for cell in cells if cell.row < top]
    around = [*above, *(cell for cell in cells if cell.row > last)]
    title = next((c for c in above if _TITLE.search(c.raw) and len(c.raw) <= _LONGEST_TITLE), None)
    notes = [c for c in cells if c.row > last and len(c.raw) >= 8 and "分" in c.raw]
    return FormHead(
        title=_stated(outline, title, title.raw.strip()) if title is not None else None,
        year=_first(outline, above, _YEAR),
        place=_place(outline, above),
        document=_first(outline, around, _DOCUMENT),
        digits=_digits(outline, around),
        grades=_grades(outline, around),
        notes=tuple(_stated(outline, c, " ".join(c.raw.split())) for c in notes),
    )


def _stated(outline: Outline, cell: Cell, value: str) -> Stated:
    return Stated(value, f"{outline.view.name}!{cell.address}")


def _first(outline: Outline, cells: list[Cell], wanted: re.Pattern[str]) -> Stated | None:
    for cell in cells:
        if found := wanted.search(cell.raw):
            return _stated(outline, cell, found[1] if wanted.groups else found[0])
    return None


def _place(outline: Outline, cells: list[Cell]) -> Stated | None:
    for cell in cells:
        found = _PLACE.search(re.sub(r"^.*[:：]", "", cell.raw.strip()))
        if found and not _NO_PLACE.search(found[0]):
            return _stated(outline, cell, found[0])
    return None


def _digits(outline: Outline, cells: list[Cell]) -> Stated | None:
    for cell in cells:
        if found := _DIGITS.search(cell.raw):
            written = found[1] or found[2]
            return _stated(outline, cell, str(_COUNT.get(written) or int(written)))
    return None


def _grades(outline: Outline, cells: list[Cell]) -> tuple[StatedGrade, ...]:
    """The grades of the first cell that gives at least two, best first."""
    for cell in cells:
        found = dict(_bounds("".join(cell.raw.split())))
        bounds = sorted(found.items(), key=lambda one: -one[1])
        if len(bounds) >= 2 and len(set(found.values())) == len(bounds):
            at = f"{outline.view.name}!{cell.address}"
            return tuple(StatedGrade(name, least, at) for name, least in bounds)
    return ()


def _bounds(text: str) -> Iterator[tuple[str, Decimal]]:
    """Each grade with its lower bound, clause by clause: ``80（含）-90分为良``; ``差（<60）``."""
    for clause in _CLAUSE.split(text):
        grade, numbers = _GRADE.search(clause), _NUMBER.findall(clause)
        if grade is None or not numbers:
            continue
        is_below = len(numbers) == 1 and _BELOW.search(clause)
        yield grade[0], Decimal(0) if is_below else min(map(Decimal, numbers))
