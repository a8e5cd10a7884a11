"""One finding is said in the same words wherever it is said."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest

from jixiao import check
from jixiao.finding import Lang
from jixiao.finding.registry import message, remedy
from jixiao.reporting import to_html_text, to_json_text
from jixiao.reporting.text import render_text
from jixiao.writing.annotation.marks import marks_of
from jixiao.writing.annotation.sheet import compose_results


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_screen_comment_sheet_json_and_page_say_the_same(samples: Path, lang: Lang) -> None:
    result = check(samples / "nanchang-2017-amount-in-yuan.xlsx")
    assert len(result.findings) > 1
    screen = render_text(result, lang, limit=10_000)
    comments = "\n".join(mark.comment for mark in marks_of(result, lang))
    lines = compose_results(result, lang=lang).lines
    sheet = "\n".join(str(cell.value) for line in lines for cell in line.entries if cell)
    page = html.unescape(to_html_text([result], lang))
    [*listed] = json.loads(to_json_text([result], lang))["findings"]
    for found, one in zip(result.findings, listed, strict=True):
        for said in (message(found, lang), remedy(found, lang)):
            assert said in screen
            assert said in comments
            assert said in sheet
            assert said in page
            assert said in (one["message"], one["remedy"])
