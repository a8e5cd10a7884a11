"""Files that are set aside and not checked: what each is, told as a finding."""

from __future__ import annotations

from pathlib import Path

from jixiao.bulk.walk import Entry, Sort
from jixiao.finding import Bilingual, Finding, finding

_KINDS = {
    ".docx": Bilingual("Word 文档", "a Word document"),
    ".doc": Bilingual("Word 文档", "a Word document"),
    ".wps": Bilingual("文字文档", "a text document"),
    ".pdf": Bilingual("PDF 文件", "a PDF file"),
    ".ppt": Bilingual("演示文稿", "a presentation"),
    ".pptx": Bilingual("演示文稿", "a presentation"),
    ".txt": Bilingual("文本文件", "a text file"),
    ".csv": Bilingual("文本数据文件", "a data file"),
    ".rar": Bilingual("RAR 压缩包（请改用 zip 或解开）", "a RAR archive (use zip, or unpack it)"),
    ".7z": Bilingual("7z 压缩包（请改用 zip 或解开）", "a 7z archive (use zip, or unpack it)"),
    ".jpg": Bilingual("图片", "a picture"),
    ".jpeg": Bilingual("图片", "a picture"),
    ".png": Bilingual("图片", "a picture"),
}


def set_aside(entry: Entry) -> Finding:
    """Say what an entry is that is not checked, and why not."""
    if entry.sort is Sort.UNREADABLE:
        return finding("B112", reason=entry.detail or Bilingual("原因不明", "no reason given"))
    codes = {Sort.LOCK: "B110", Sort.HIDDEN: "B119", Sort.LOOP: "B111", Sort.RESULTS: "B122"}
    if entry.sort in codes:
        return finding(codes[entry.sort])
    return finding("B109", reason=_kind(entry.relative))


def _kind(relative: str) -> Bilingual:
    """Say what a stray file is, by its name."""
    suffix = Path(relative.casefold()).suffix
    return _KINDS.get(suffix, Bilingual("不是工作簿", "not a workbook"))
