"""Read 指标公式 out of a form: ``预算完成率=（预算完成数÷预算数）×100%`` as a rate over inputs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST = 36  # characters of the name of a figure
_SIGNS = str.maketrans("＋－×＊÷／（）［］【】[]〔〕：＝", "+-**//()()()()()" + ":=")
_HUNDRED = re.compile(r"\*\s*100\s*[%％]?$|\*\s*1\s*$")
_EQUATION = re.compile(r"[=＝]\s*([^。；;=＝\n]+)")
_TOKEN = re.compile(r"[-+*/()]|[^-+*/()]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NO_NAME = re.compile(r"[，,。；;≥≤<>＜＞%％]|得.*分|扣.*分")
_REMARK = re.compile(r"\((?:[^()+*/-]*(?:万元|元|人|个|次|天|项|单位)[^()+*/-]*)\)")


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula over figures: ``parts`` are signs, numbers and, as names, labels of figures."""

    parts: tuple[str, ...]
    labels: tuple[str, ...]
    text: str

    def over(self, ids: Sequence[str]) -> str:
        """Write the formula with the ids of its figures in place of their labels."""
        by_label = dict(zip(self.labels, ids, strict=True))
        return (
            " ".join(by_label.get(part, part) for part in self.parts)
            .replace("( ", "(")
            .replace(" )", ")")
        )


def find_equation(*texts: str) -> Equation | None:
    """The first formula of the texts that is a quotient of named figures; None where none is."""
    for text in texts:
        for found in _EQUATION.finditer(text.replace("\u3000", " ")):
            equation = read_equation(found[1])
            if equation is not None:
                return equation
    return None


def read_equation(text: str) -> Equation | None:
    """Read what is behind the sign of equality; None where it is no quotient of figures.

    >>> read_equation("（预算完成数÷预算数）×100%").over(["done", "planned"])
    'done / planned'
    >>> read_equation("[（本年数-上年数）/上年数]×100%").over(["this", "last"])
    '(this - last) / last'
    >>> read_equation("5分，每少一项扣1分") is None
    True
    """
    text = re.split(r"[，,]", text, maxsplit=1)[0]
    plain = _REMARK.sub("", "".join(text.translate(_SIGNS).split()))
    plain = _bare(_HUNDRED.sub("", plain))
    parts = tuple(_TOKEN.findall(plain))
    labels = tuple(dict.fromkeys(part for part in parts if _is_name(part)))
    is_quotient = parts.count("/") == 1 and len(labels) >= 2
    if not is_quotient or not _is_sound(parts):
        return None
    return Equation(parts, labels, text.strip())


def _bare(text: str) -> str:
    """Take off brackets around the whole."""
    while text.startswith("(") and text.endswith(")") and _closes_last(text):
        text = text[1:-1]
    return text


def _closes_last(text: str) -> bool:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def _is_name(part: str) -> bool:
    is_word = part not in set("-+*/()") and not _NUMBER.fullmatch(part)
    return is_word and len(part) <= _LONGEST and not _NO_NAME.search(part)


def _is_sound(parts: Sequence[str]) -> bool:
    """Whether figures and signs alternate as in a formula, and brackets fit."""
    depth, wants_figure = 0, True
    for kind in _kinds(parts):
        if kind == "?" or (kind in "x(") != wants_figure:
            return False
        depth += (kind == "(") - (kind == ")")
        wants_figure = kind in "(o"
        if depth < 0:
            return False
    return depth == 0 and not wants_figure


def _kinds(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if part in "()":
            yield part
        elif part in set("-+*/"):
            yield "o"
        else:
            yield "x" if _is_name(part) or _NUMBER.fullmatch(part) else "?"
