"""Texts of reading, refusing and marking workbooks, that fill slots of findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "workbook.reason.merges-overlap": ("合并区域互相重叠", "its merged areas overlap"),
    "workbook.sheet.chart-or-macro": ("图表页或宏表", "chart or macro sheet"),
    "workbook.sheet.macro": ("宏表", "macro sheet"),
    "workbook.sheet.chart": ("图表页", "chart sheet"),
    "workbook.sheet.dialog": ("对话框页", "dialog sheet"),
    "workbook.reason.two-tables": ("单元格表出现两次", "its table of cells occurs twice"),
    "workbook.reason.no-sheet": ("内容不是工作表", "its content is no worksheet"),
    "workbook.reason.cell": (
        "单元格 {place} 的内容不合格式",
        "the content of cell {place} is ill-formed",
    ),
    "workbook.largest-sheet": ("，内容最多的工作表是“{sheet}”", "; the largest sheet is “{sheet}”"),
    "workbook.file.special": ("特殊文件", "special file"),
    "workbook.file.pipe": ("管道", "pipe"),
    "workbook.file.device": ("设备", "device"),
    "workbook.file.socket": ("套接字", "socket"),
    "workbook.file.named": ("（扩展名是 {extension}）", " (named {extension})"),
}

CHINESE: Final[Mapping[str, str]] = {
    "workbook.comment.opening": "【jixiao 核对意见】",
    "workbook.comment.closing": "【意见完】",
}
