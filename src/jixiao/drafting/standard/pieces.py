"""Points by ranges, in some of them in proportion to the rate itself."""

from __future__ import annotations

from fractions import Fraction

from jixiao.drafting.grammar import Band, Proportional
from jixiao.drafting.standard.heard import Heard
from jixiao.drafting.standard.ladders import Coverage, coverage_of
from jixiao.drafting.standard.reading import PartReading, StandardReading, whole_if
from jixiao.drafting.standard.written import decimal_of, points_in
from jixiao.rulebook import Expression, RateRange


def piecewise_rule(heard: Heard) -> StandardReading | None:
    """``<50%得0分；50%≤x<80%得5分；80%≤x<100%按执行率×10计分；=100%得10分``.

    None where one range of full marks and one without marks say it all.
    """
    bands, shares = heard.of(Band), heard.of(Proportional)
    gains = [band for band in bands if band.points != 0]
    if len(gains) < 2 or heard.full is None:
        return None
    pieces = [(b.where, f"{_number(points_in(b.points, heard.full))}") for b in bands]
    is_whole = heard.only(Band, Proportional) and heard.is_of_one_rate()
    for share in shares:
        if share.beyond is None or not share.is_product:
            return None
        is_whole &= share.weight in (None, heard.full)
        over = "" if share.divisor is None else f" / {_number(share.divisor)}"
        pieces.append((share.beyond, f"x{over} * weight"))
    pieces.sort(key=lambda piece: (piece[0].low is not None, piece[0].low or 0))
    is_whole &= coverage_of([where for where, _ in pieces]) in (Coverage.ALL, Coverage.OPEN)
    is_whole &= not any(end for b in bands for end in b.unsaid)
    is_whole &= max(points_in(b.points, heard.full) for b in bands) == heard.full
    is_whole &= all(band.is_percent for band in bands)
    formula = pieces[-1][1]
    for where, points in reversed(pieces[:-1]):
        formula = f"if({_above(where)}, {formula}, {points})"
    rule = Expression(kind="expression", formula=formula, says=heard.text)
    return StandardReading(
        heard.text, whole_if(is_whole), heard.full, (PartReading(heard.full, rule),)
    )


def _above(where: RateRange) -> str:
    """Whether a rate lies above a range."""
    end = where.high if where.high is not None else where.low
    sign = ">" if where.high_closed else ">="
    return f"x {sign} {_number((end or Fraction(0)) * 100)}%"


def _number(value: Fraction) -> str:
    return f"{decimal_of(value).normalize():f}"
