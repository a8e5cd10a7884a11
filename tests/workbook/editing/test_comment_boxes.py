"""Comments as Excel and WPS show them: boxes that hold the whole text, colours that can be read."""

from __future__ import annotations

import re
import textwrap

import pytest

from jixiao.finding import Severity
from jixiao.workbook.editing.formats import FILLS
from jixiao.workbook.editing.model import AddedCell, AddedLine, AddedSheet, Mark
from strategies.census import part
from strategies.featured import featured
from strategies.marked import marked

DRAWING = "xl/drawings/vmlDrawing1.vml"
CHINESE, LATIN = 12, 6  # pixels of a character of 宋体 at 9 points and 96 dots an inch
LINE = 15  # pixels from line to line: 9 points and a quarter
ACROSS, DOWN = 20, 10  # the text's distance from both edges: a tenth, a twentieth of an inch each
COLUMN, ROW = 64, 20  # pixels of a column of 8.43 characters and of a row of 15 points
TEXTS = (
    "应为 0.25 分。",
    "按评分标准应得三分，填报为四分；" * 9,
    "\n".join(f"第{number}条：应为 1 分，填报为 2 分。" for number in range(1, 26)),
    "The score must be the weight of the indicator times the rate of completion. " * 6,
    "一个很长的说明，" * 120,
)


def _lines(text: str, room: int) -> int:
    """Lines of a text in so many pixels: English broken between words, Chinese anywhere."""
    if text.isascii():
        return len(textwrap.wrap(text, room // LATIN)) or 1
    pixels = sum(LATIN if character.isascii() else CHINESE for character in text)
    return -(-pixels // (room // CHINESE * CHINESE)) or 1


def _noted(text: str) -> bytes:
    sheet = AddedSheet("审核结果", (AddedLine((AddedCell("审核结果"),)),))
    return marked(featured(), [Mark("评分表", "H30", Severity.NOTICE, text)], sheet).content


def _our_box(text: str) -> str:
    """The shape of the note put on a cell, as it is written."""
    content = _noted(text)
    drawing = part(content, DRAWING)
    shapes: list[str] = re.findall(r"<v:shape .*?</v:shape>", drawing, re.DOTALL)
    (ours,) = (each for each in shapes if "<x:Row>29</x:Row>" in each)
    return ours


def _said(text: str) -> list[str]:
    return ["【jixiao 核对意见】", *text.split("\n"), "【意见完】"]


@pytest.mark.parametrize("text", TEXTS, ids=("short", "one", "many", "English", "long"))
def test_a_box_holds_every_line_of_its_text(text: str) -> None:
    ours = _our_box(text)
    found = re.search(r"width:(\d+)pt;height:(\d+)pt", ours)
    assert found is not None
    width, height = (int(points) * 96 // 72 for points in found.groups())
    lines = sum(_lines(line, width - ACROSS) for line in _said(text))
    assert height >= lines * LINE + DOWN
    assert height <= 2 * (lines * LINE + DOWN) + LINE  # and not much more than that


@pytest.mark.parametrize("text", TEXTS, ids=("short", "one", "many", "English", "long"))
def test_the_anchor_spans_what_the_style_says(text: str) -> None:
    """Excel takes the size from the anchor alone."""
    ours = _our_box(text)
    anchor = re.search("<x:Anchor>([^<]*)<", ours)
    style = re.search(r"width:(\d+)pt;height:(\d+)pt", ours)
    assert anchor is not None
    assert style is not None
    left, left_in, top, top_in, right, right_in, bottom, bottom_in = map(int, anchor[1].split(","))
    across = (right - left) * COLUMN - left_in + right_in
    down = (bottom - top) * ROW - top_in + bottom_in
    assert abs(across * 72 / 96 - int(style[1])) <= 1
    assert abs(down * 72 / 96 - int(style[2])) <= 1


def test_a_note_is_black_on_the_yellow_of_excel_in_a_chinese_font_of_nine_points() -> None:
    content = _noted("核对")
    run = part(content, "xl/comments1.xml").split('ref="H30"')[1]
    assert re.findall(r'<sz val="(\d+)"/>', run) == ["9"]
    assert re.findall(r'<rFont val="([^"]+)"/>', run) == ["宋体"]
    assert re.findall('<color indexed="([^"]+)"/>', run) == ["81"]  # text of tips, black
    assert re.findall('fillcolor="([^"]+)"', _our_box("核对")) == ["#ffffe1"]
    assert _contrast("FFFFE1", "000000") > 20


@pytest.mark.parametrize("severity", Severity)
def test_black_text_is_read_on_every_fill(severity: Severity) -> None:
    """The dots of a notice cover a sixteenth of it: its ground counts."""
    assert _contrast(_colours(severity)[-1], "000000") >= 4.5


def test_the_fills_are_told_apart_in_a_grey_print() -> None:
    greys = {severity: _grey(_colours(severity)[-1]) for severity in Severity}
    patterned = {each for each in Severity if b'"solid"' not in FILLS[each]}
    assert patterned == {Severity.NOTICE}  # dotted, whatever its lightness
    assert greys[Severity.WARNING] - greys[Severity.ERROR] > 40
    assert 255 - greys[Severity.WARNING] > 20  # and from white paper


def _colours(severity: Severity) -> list[str]:
    """The colours of a fill; the ground is the last."""
    return [c.decode() for c in re.findall(rb'rgb="FF(\w{6})"', FILLS[severity])]


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (0, 2, 4)]


def _grey(colour: str) -> float:
    """The lightness of a colour in a grey print, 0 to 255 (ITU-R BT.601)."""
    return sum(
        share * one for share, one in zip((0.299, 0.587, 0.114), _parts(colour), strict=True)
    )


def _contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1 between two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    shares = [one / 255 for one in _parts(colour)]
    linear = [x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in shares]
    return sum(share * x for share, x in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
