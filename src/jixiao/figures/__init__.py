"""Read written figures into exact quantities with unit, digits and interval; write them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.figures.exact import Exact as Exact
    from jixiao.figures.format import format_decimals as format_decimals
    from jixiao.figures.format import format_number as format_number
    from jixiao.figures.format import format_percent as format_percent
    from jixiao.figures.format import format_points as format_points
    from jixiao.figures.format import written_number as written_number
    from jixiao.figures.interval import Interval as Interval
    from jixiao.figures.interval import IntervalSet as IntervalSet
    from jixiao.figures.parsing import NUMERAL as NUMERAL
    from jixiao.figures.parsing import is_blank_marker as is_blank_marker
    from jixiao.figures.parsing import is_plain as is_plain
    from jixiao.figures.parsing import numeral as numeral
    from jixiao.figures.parsing import parse_number as parse_number
    from jixiao.figures.parsing import parse_text as parse_text
    from jixiao.figures.parsing import plain_characters as plain_characters
    from jixiao.figures.parsing import typed_operator as typed_operator
    from jixiao.figures.precision import as_shown as as_shown
    from jixiao.figures.precision import meant_digits as meant_digits
    from jixiao.figures.quantity import Operator as Operator
    from jixiao.figures.quantity import Quantity as Quantity
    from jixiao.figures.rounding import GUARD_DIGITS as GUARD_DIGITS
    from jixiao.figures.rounding import round_half_up as round_half_up
    from jixiao.figures.rounding import round_once as round_once
    from jixiao.figures.rounding import round_ratio as round_ratio
    from jixiao.figures.rounding import whole as whole
    from jixiao.figures.state import ReadingState as ReadingState
    from jixiao.figures.units import UNITS as UNITS
    from jixiao.figures.units import UNITS_OF_MONEY as UNITS_OF_MONEY
    from jixiao.figures.units import convert as convert
    from jixiao.figures.units import counts_things as counts_things
    from jixiao.figures.units import factor as factor
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Exact": "exact",  # a fraction with quick arithmetic
            "format_decimals": "format",  # how many decimals write a number exactly
            "written_number": "format",  # the same, of a number that hardly comes again
            "format_number": "format",  # a number with given decimals, or as many as it has
            "format_percent": "format",  # a fraction as a percentage
            "format_points": "format",  # a score without idle zeros
            "Interval": "interval",  # all numbers between two exact ends, each in or out
            "IntervalSet": "interval",  # a small union of disjoint intervals
            "NUMERAL": "parsing",  # a pattern for Chinese numerals
            "numeral": "parsing",  # the value of a Chinese numeral
            "is_blank_marker": "parsing",  # whether a text says that there is nothing to fill in
            "is_plain": "parsing",  # whether a text is a number with its unit and nothing else
            "parse_number": "parsing",  # read a number as XML writes it
            "parse_text": "parsing",  # read a figure as people type it
            "plain_characters": "parsing",  # full-width forms folded, blanks trimmed
            "typed_operator": "parsing",  # the bound that a text states and nothing else
            "as_shown": "precision",  # the interval of what rounds to a shown figure
            "meant_digits": "precision",  # decimals meant where binary arithmetic left a residue
            "Operator": "quantity",  # a bound or equality typed before a figure (≥95%)
            "Quantity": "quantity",  # one reading of a written figure
            "GUARD_DIGITS": "rounding",  # digits of the rounding before the rounding
            "round_half_up": "rounding",  # round as ROUND(ROUND(x,digits+8),digits)
            "round_once": "rounding",  # round half away from zero, without pre-rounding
            "round_ratio": "rounding",  # round a ratio of two integers once
            "whole": "rounding",  # the whole part, as INT(ROUND(x,8))
            "ReadingState": "state",  # how a cell or a typed text was understood
            "UNITS_OF_MONEY": "units",  # the units that amounts are counted in, longest first
            "UNITS": "units",  # every spelling that may follow a figure, longest first
            "convert": "units",  # a quantity in another unit of the same measure
            "counts_things": "units",  # whether a whole number of a unit is exact
            "factor": "units",  # what a unit measures, and its size in base units
        },
    )
