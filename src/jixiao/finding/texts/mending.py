"""Texts of the mended copy and its sheet 修改清单."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "mending.title": ("修改清单", "Changes made"),
    "mending.counts": (
        "修改{count}处；没有自动修改{left}处；改后核对还有{findings}个问题",
        "{count} changes made; {left} left as they are; {findings} findings remain",
    ),
    "mending.counts-clean": (
        "修改{count}处；没有自动修改{left}处；改后核对没有问题",
        "{count} changes made; {left} left as they are; nothing is found in the copy",
    ),
    "mending.source": ("原文件：{file}　程序：{program}", "File: {file}　program: {program}"),
    "mending.promise": (
        "只改了确定无疑的地方：放回下发时的公式，把以文本存放的数字改为数字（大小不变），√、×"
        "改为“是”“否”。自评得分和基础数据的数没有改动，其余内容与原文件相同。改过的格子有底色和"
        "批注。",
        "Only what is certain was changed: formulas as issued were put back, numbers stored as "
        "text became numbers of the same size, ticks and crosses the answers 是 and 否. No "
        "self-score and no basic figure has another value; all else is as in the file. Changed "
        "cells are highlighted and commented.",
    ),
    "mending.made": ("改了哪里", "What was changed"),
    "mending.left": ("没有自动修改的地方", "What was left as it is"),
    "mending.followed": ("随之更新的计算结果", "Results that follow"),
    "mending.header.number": ("序号", "No."),
    "mending.header.cell": ("单元格", "Cell"),
    "mending.header.before": ("改前", "Before"),
    "mending.header.after": ("改后", "After"),
    "mending.header.why": ("为什么改", "Why"),
    "mending.header.now": ("现在是", "Now"),
    "mending.header.might": ("可以改成", "Might be"),
    "mending.header.why-not": ("为什么没有改", "Why it was left"),
    "mending.blank": ("（空白）", "(blank)"),
    "mending.comment": (
        "已修改：原为 {before}，现为 {after}。\n{why}。",
        "Changed: it was {before} and is now {after}.\n{why}.",
    ),
    "mending.unpatchable": (
        "这个工作簿的结构特殊，不能在副本里改动单元格",
        "The workbook is built in a way that keeps its cells from being changed in a copy",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "mending.sheet": "修改清单",
}
