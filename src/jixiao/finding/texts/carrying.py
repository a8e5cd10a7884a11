"""Texts of a form carried into a template: why a value was left, the sheet 转入清单."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "carrying.no-place": (
        "空白表里没有放它的地方",
        "the template has no place for it",
    ),
    "carrying.computed": (
        "空白表里由公式算出或已写定，不用填",
        "the template computes or fixes it",
    ),
    "carrying.another-figure": (
        "放进空白表会读成另一个数（单位不同），请自己换算后填",
        "the template would read it as another figure (its unit is another); convert it yourself",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "carrying.sheet": "转入清单",
    "carrying.labelled": "{label}：{value}",
    "carrying.left": "没有放进去的{count}项（原单元格、内容、原因），请逐项处理",
    "carrying.carried": "已放进去的{count}项（原单元格、新单元格、内容）",
}
