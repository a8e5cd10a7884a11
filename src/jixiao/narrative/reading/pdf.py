"""Read a PDF that holds text: its lines joined to paragraphs; a scan is refused."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from jixiao.narrative.model import Passage, ReportRefused
from jixiao.narrative.reading.passages import PassageCollector

_SECONDS: Final = 30
_BYTES: Final = 1024 * 1024 * 1024
_LEAST: Final = 20  # Chinese characters below which a file is a scan
_ENDS: Final = tuple("。！？：；:;!?")
_NUMBERED: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章节部])"
)
_PAGE_NUMBER: Final = re.compile(r"\s*[-—–\s]*\d{1,3}[-—–\s]*")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


def read_pdf(content: bytes) -> tuple[Passage, ...]:
    """Give the passages of a PDF; refused where it has no text or cannot be read."""
    pages = _lines(content)
    if len(_CHINESE.findall("".join(line for page in pages for line in page))) < _LEAST:
        raise ReportRefused("pdf-scan")
    found = PassageCollector()
    for paragraph in _joined(pages):
        found.paragraph(paragraph)
    return tuple(found.passages)


def _lines(content: bytes) -> list[list[str]]:
    if importlib.util.find_spec("pypdf") is None:
        raise ReportRefused("pdf-missing")
    child = Path(__file__).with_name("pdf_child.py")
    try:
        done = subprocess.run(  # noqa: S603 - our own program, its argument is a number
            [sys.executable, "-I", "-X", "utf8", str(child), str(_BYTES)],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReportRefused("pdf-slow") from None
    if done.returncode != 0:
        raise ReportRefused("pdf-broken")
    answer = json.loads(done.stdout)
    if "failed" in answer:
        raise ReportRefused(f"pdf-{answer['failed']}")
    pages: list[list[str]] = answer["pages"]
    return pages


def _joined(pages: list[list[str]]) -> list[str]:
    """Join lines that one paragraph was broken into: those that run to the right edge."""
    lines = [
        line.strip()
        for page in pages
        for line in page
        if line.strip() and not _PAGE_NUMBER.fullmatch(line)
    ]
    width = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    runs_on = False
    for line in lines:
        if runs_on and not _NUMBERED.match(line):
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
        runs_on = len(line) > 0.6 * width and not line.endswith(_ENDS)
    return paragraphs
