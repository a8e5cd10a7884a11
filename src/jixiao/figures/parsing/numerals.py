"""Read Chinese numerals: 六十, 十二点五, 壹佰贰拾, 百分之六十."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.figures.exact import Exact

_DIGITS = dict(
    zip(
        "〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖", [0, *range(10), 2, *range(1, 10)], strict=True
    )
)
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_PARTS = {"百分之": Exact(1, 100), "千分之": Exact(1, 1000), "万分之": Exact(1, 10000)}

NUMERAL = "[〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾百佰千仟万萬亿億]{1,24}"
_WRITTEN = re.compile(rf"(?P<whole>{NUMERAL})(?:点(?P<rest>[〇零一二三四五六七八九]{{1,12}}))?")
SHARE = re.compile(
    r"(?P<all>百分之?百(?![一二三四五六七八九十]))|"
    rf"(?P<part>百分之|千分之|万分之)(?P<many>{NUMERAL}(?:点[〇零一二三四五六七八九]{{1,12}})?|[0-9]{{1,15}}(?:\.[0-9]{{1,15}})?)"
    r"|(?P<tenths>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])"
)


def numeral(text: str) -> tuple[Fraction, int] | None:
    """Read a whole text as a numeral; give its value and decimals, None where it is none.

    >>> numeral("一百二十点五"), numeral("二〇二一"), numeral("十"), numeral("一十百")
    ((Fraction(241, 2), 1), (Fraction(2021, 1), 0), (Fraction(10, 1), 0), None)
    """
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    value = _whole(match["whole"])
    if value is None:
        return None
    rest = "".join(str(_DIGITS[c]) for c in match["rest"] or "")
    return Exact(value) + (Exact(int(rest), 10 ** len(rest)) if rest else 0), len(rest)


def part_of(match: re.Match[str]) -> tuple[Fraction, int] | None:
    """Read a match of ``SHARE``; give the fraction and its decimals as a percentage."""
    if match["all"]:
        return Exact(1), 0
    if match["tenths"]:
        rest = 5 if match["half"] == "半" else _DIGITS[match["half"]]
        return Exact(10 * _DIGITS[match["tenths"]] + rest, 100), 0
    many = match["many"]
    found = numeral(many)
    if found is None and many[0].isascii():
        found = Exact(many), len(many.partition(".")[2])
    if found is None:
        return None
    finer = {"百分之": 0, "千分之": 1, "万分之": 2}[match["part"]]
    return found[0] * _PARTS[match["part"]], found[1] + finer


def _whole(text: str) -> int | None:
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, section, digit = 0, 0, -1
    last_small, last_large = 10**4, 10**12
    for character in text:
        if character in _DIGITS:
            if digit > 0:
                return None
            digit = _DIGITS[character]
        elif character in _SMALL:
            worth = _SMALL[character]
            if worth >= last_small or (digit <= 0 and not (worth == 10 and section == 0)):
                return None
            section, digit, last_small = section + max(digit, 1) * worth, -1, worth
        else:
            worth = _LARGE[character]
            section += max(digit, 0)
            if worth >= last_large or section == 0:
                return None
            total, section, digit = total + section * worth, 0, -1
            last_small, last_large = 10**4, worth
    return total + section + max(digit, 0)
