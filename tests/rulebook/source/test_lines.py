from __future__ import annotations

import pytest

from jixiao.rulebook.source.lines import line_of

TEXT = """\
id = "x"
total = 100
columns = [
  { role = "name", label = "三级指标" },
  { role = "weight", label = "分值" },
]

[provenance]
source = "甲"

[[indicators]]
id = "one"
score = { kind = "ladder", steps = [
  { when = ">= 90%", score = 4 },
  { when = "< 90%", score = 0 },
] }

[[indicators]] # second
id = "two"

[[indicators.parts]]
id = "a"

[[indicators.parts]]
id = "b"
weight = 3
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("total",), 2),
        (("columns", 1, "label"), 5),
        (("provenance", "source"), 9),
        (("indicators", 0), 11),
        (("indicators", 0, "id"), 12),
        (("indicators", 0, "score", "steps", 1, "when"), 15),
        (("indicators", 1), 18),
        (("indicators", 1, "parts", 0, "id"), 22),
        (("indicators", 1, "parts", 1, "weight"), 26),
        (("indicators", 1, "parts", 1, "nothing"), 24),
        (("nothing",), None),
    ],
)
def test_line(key: tuple[str | int, ...], line: int | None) -> None:
    assert line_of(TEXT, key) == line
