"""Find the figures of a sentence with what they mean: 约, 近, 余, 超过, ranges, Chinese numerals.

Every figure has the interval of values that its words allow, in base units: shares of one, 元,
points, things counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jixiao.figures import NUMERAL, UNITS, IntervalSet, as_shown, counts_things, factor, numeral

_UNBOUNDED: Final = Fraction(10) ** 15
_LONGEST: Final = 24  # digits of a figure
_UNIT: Final = "|".join(map(re.escape, UNITS))
_DIGITS: Final = "[〇零一二三四五六七八九]{1,9}"
_NUMBER: Final = r"\d+(?:\.\d+)?"
_NEAR: Final = "大约|约为|约|大概|左右|上下|近似"
_BELOW: Final = "将近|接近|近|不足|(?<!达)不到|低于|少于|小于"
_ABOVE: Final = "超过|高于|大于|多于|逾|突破|超"
_AT_LEAST: Final = "未低于|未少于|没有低于|不低于|不少于|不小于|至少|≥|>="
_AT_MOST: Final = "未超过|未突破|未高于|没有超过|不超过|不高于|不大于|不多于|至多|≤|<="
_BEFORE: Final = f"{_AT_LEAST}|{_AT_MOST}|{_NEAR}|{_BELOW}|{_ABOVE}"
_FIGURE: Final = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<sign>(?<![\d%）])-|负)?"
    rf"(?:(?P<share>百分之|千分之)(?P<many>{NUMERAL}(?:点{_DIGITS})?|{_NUMBER})"
    rf"|(?P<number>(?<![\dA-Za-z.]){_NUMBER})(?![\dA-Za-z])"
    rf"(?:(?P<first>个百分点|{_UNIT})?(?P<range>-|~|至|到)(?P<second>{_NUMBER}))?"
    rf"|(?P<words>(?<!第){NUMERAL}(?:点{_DIGITS})?)(?=(?:余|多|来|几)?(?:{_UNIT})))"
    rf"(?P<inner>余|多|来)?(?P<scale>[万亿](?=(?:余|多)元))?(?P<inner2>余|多)?"
    rf"(?P<unit>个百分点|{_UNIT})?"
    r"(?P<after>左右|上下|及以上|以上|及以下|以下|以内|余|多(?=[，。；、）]|$))?"
)
_YEAR: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<to>[-~至])?(?:(?:19|20)\d\d)?年(?:度|末|底|初)?"
)
_IDIOMS: Final = re.compile(
    r"十分(?![，。；、）*+=]|$)|万分|一[系方致定样般直些旦并同起步道带路代]|千方百计|一个?[是月]|"
    r"[一二三四五六七八九十](?:是|要|级|类|方面|年|期|届|次会议)|一项|三公|双一流|两个(?:维护|确立)"
)
_FROM: Final = re.compile(
    rf"([由从][^，。；]{{0,10}}?{_NUMBER}(?:{_UNIT})?[^，。；\d]{{0,8}}?)[至到]"
)
_POINTS_BEFORE: Final = re.compile(r"(?:[得扣计为评失是满：分加减]|自评|共)$")
_TENTHS: Final = re.compile(
    r"(?:约|近|大约|超过|将近)?(?P<tens>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?P<above>以上)?(?![立为果员本功效就长熟])"
)


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure as written: ``values`` are what it may stand for, in base units of ``measure``.

    ``measure`` is ``share`` (fractions of one), ``money`` (元), ``points`` or the word that counts
    (份, 名). ``value`` is the number named, ``start`` and ``end`` its place in the sentence.
    ``is_bound`` where it states an end only (不低于95%); ``is_change`` for 百分点.
    """

    text: str
    value: Fraction
    values: IntervalSet
    measure: str
    start: int
    end: int
    unit: str = ""
    is_bound: bool = False
    is_difference: bool = False


def find_years(sentence: str) -> list[tuple[int, int, int]]:
    """List the years named: start, end and year; a span of years is none."""
    return [
        (match.start(), match.end(), int(match["year"]))
        for match in _YEAR.finditer(sentence)
        if not match["to"]
    ]


def find_figures(sentence: str) -> list[WrittenFigure]:
    """List the figures of a plain sentence in their order.

    >>> [(f.measure, str(f.values.low), str(f.values.high)) for f in find_figures("共400余人次")]
    [('人次', '400', '500')]
    """
    bare = _YEAR.sub(lambda match: "年" * len(match[0]), sentence)
    bare = _FROM.sub(r"\1．", _IDIOMS.sub(lambda match: "．" * len(match[0]), bare))
    found = [figure for figure in _figures(bare, sentence) if figure is not None]
    return sorted(found, key=lambda figure: figure.start)


def _figures(bare: str, sentence: str) -> Iterator[WrittenFigure | None]:
    for match in _FIGURE.finditer(bare):
        yield _figure(match, sentence)
    for match in _TENTHS.finditer(bare):
        digits = "一二三四五六七八九"
        half = match["half"]
        rest = 5 if half == "半" else digits.index(half) + 1 if half else 0
        value = Fraction(10 * (digits.index(match["tens"]) + 1) + rest, 100)
        above = match["above"] is not None
        reach = Fraction(1, 200 if half else 20)
        shown = IntervalSet.of(value - reach, value + reach)
        if above:
            shown = IntervalSet.of(value, _UNBOUNDED)
        yield WrittenFigure(
            match[0], value, shown, "share", match.start(), match.end(), "成", is_bound=above
        )


def _scaled(values: IntervalSet, size: Fraction) -> IntervalSet:
    """Values in base units: a positive factor keeps the order of the ends."""
    (only,) = values.pieces
    ends = only.low * size, only.high * size
    return IntervalSet.of(*ends, low_closed=only.low_closed, high_closed=only.high_closed)


def _number(match: re.Match[str]) -> tuple[Fraction, int] | None:
    """The number written and its decimals."""
    written = match["many"] or match["number"] or match["words"]
    if max(len(written), len(match["second"] or "")) > _LONGEST:
        return None
    if written[0].isascii():
        return Fraction(written), len(written.partition(".")[2])
    whole, _, rest = written.partition("点")
    read, after = numeral(whole), numeral(rest) if rest else None
    if read is None or (rest and after is None):
        return None
    if after is None:
        return read
    return read[0] + Fraction(after[0], 10 ** len(rest)), len(rest)


def _figure(match: re.Match[str], sentence: str) -> WrittenFigure | None:
    read = _number(match)
    if read is None or match["unit"] == "成":
        return None
    unit = "%" if match["share"] == "百分之" else "‰" if match["share"] else match["unit"] or ""
    unit = (match["scale"] or "") + unit
    number, digits = read
    if match["words"] and not _is_meant(match, number, unit, sentence):
        return None
    measure, size = _measure(unit)
    number = -number if match["sign"] else number
    values = _values(match, number, digits, unit) if not match["range"] else None
    if values is None:
        ends = sorted((number, Fraction(match["second"])))
        values = IntervalSet.of(*ends)
    return WrittenFigure(
        sentence[match.start() : match.end()],
        number * size,
        values if size == 1 else _scaled(values, size),
        measure,
        match.start(),
        match.end(),
        unit,
        is_bound=_is_bound(match),
        is_difference=unit in ("个百分点", "百分点"),
    )


def _is_meant(match: re.Match[str], number: Fraction, unit: str, sentence: str) -> bool:
    """Whether Chinese numerals state an amount and are no turn of phrase (十分, 一项)."""
    if unit == "分":
        return bool(_POINTS_BEFORE.search(sentence[: match.start()]))
    measure = _measure(unit)[0]
    return number >= 2 or measure in ("money", "share")


def _is_bound(match: re.Match[str]) -> bool:
    before, after = match["before"] or "", match["after"] or ""
    return bool(re.fullmatch(f"{_AT_LEAST}|{_AT_MOST}|低于|少于|小于|{_ABOVE}", before)) or (
        after in ("以上", "及以上", "以下", "及以下", "以内")
    )


def _measure(unit: str) -> tuple[str, Fraction]:
    if unit in ("分", "点"):
        return ("points" if unit == "分" else "点"), Fraction(1)
    known = factor(unit) if unit else None
    return known if known is not None else (unit, Fraction(1))


def _values(match: re.Match[str], x: Fraction, digits: int, unit: str) -> IntervalSet:
    """What the words around a figure allow it to be, in the unit written."""
    before, after = match["before"] or "", match["after"] or ""
    inner = match["inner"] or match["inner2"] or (after if after in ("余", "多") else "")
    step = last_place(x, digits)
    if re.fullmatch(_AT_LEAST, before) or after in ("以上", "及以上"):
        return IntervalSet.of(x, _UNBOUNDED)
    if re.fullmatch(_AT_MOST, before) or after in ("以下", "及以下", "以内"):
        return IntervalSet.of(-_UNBOUNDED, x)
    if re.fullmatch(_ABOVE, before):
        return IntervalSet.of(x, _UNBOUNDED, low_closed=False)
    if before in ("低于", "少于", "小于"):
        return IntervalSet.of(-_UNBOUNDED, x, high_closed=False)
    if inner:
        return IntervalSet.of(x, x + step)
    if re.fullmatch(_BELOW, before):
        return IntervalSet.of(x - step, x)
    if before or after in ("左右", "上下"):
        return IntervalSet.of(x - step / 2, x + step / 2)
    return _plain_values(match["words"] or "", x, digits, unit)


def _plain_values(words: str, x: Fraction, digits: int, unit: str) -> IntervalSet:
    """What a figure without a word around it may be: counts and whole points are exact."""
    scale = {"万": 10_000, "亿": 100_000_000}.get(words[-1:])
    if scale is not None:  # 一百二十万元 is good to half of 万元
        return IntervalSet.of(x - Fraction(scale, 2), x + Fraction(scale, 2), high_closed=False)
    if digits == 0 and unit and (unit == "分" or counts_things(unit)):
        return IntervalSet.point(x)
    return as_shown(x, digits)


def last_place(x: Fraction, digits: int) -> Fraction:
    """The size of the last place of a figure that is not zero: 10 of 60, 1 of 62, 0.1 of 62.5.

    >>> last_place(Fraction(400), 0), last_place(Fraction("62.5"), 1)
    (Fraction(100, 1), Fraction(1, 10))
    """
    scaled = abs(x) * 10**digits
    if scaled.denominator != 1 or not scaled:
        return Fraction(1, 10**digits)
    step = Fraction(1, 10**digits)
    whole = scaled.numerator
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return step
