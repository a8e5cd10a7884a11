"""Written figures become exact quantities with their unit, digits and interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.figures.format import format_decimals as format_decimals
    from jixiao.figures.format import format_number as format_number
    from jixiao.figures.format import format_percent as format_percent
    from jixiao.figures.format import format_points as format_points
    from jixiao.figures.interval import Interval as Interval
    from jixiao.figures.interval import IntervalSet as IntervalSet
    from jixiao.figures.parsing import is_plain as is_plain
    from jixiao.figures.parsing import parse_number as parse_number
    from jixiao.figures.parsing import parse_text as parse_text
    from jixiao.figures.parsing import plain_characters as plain_characters
    from jixiao.figures.precision import as_shown as as_shown
    from jixiao.figures.precision import meant_digits as meant_digits
    from jixiao.figures.quantity import Operator as Operator
    from jixiao.figures.quantity import Quantity as Quantity
    from jixiao.figures.rounding import GUARD_DIGITS as GUARD_DIGITS
    from jixiao.figures.rounding import round_half_up as round_half_up
    from jixiao.figures.rounding import round_once as round_once
    from jixiao.figures.rounding import round_ratio as round_ratio
    from jixiao.figures.rounding import whole as whole
    from jixiao.figures.units import convert as convert
    from jixiao.figures.units import factor as factor
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "format_decimals": "format",  # Count the decimals that write ``x`` exactly
            # Show a number with ``digits`` decimals, or with as many as it has
            "format_number": "format",
            "format_percent": "format",  # Show a fraction as a percentage
            # Show a score with at most two decimals unless it has more of its own, no idle zeros
            "format_points": "format",
            "Interval": "interval",  # All numbers between two exact ends, each end in or out
            "IntervalSet": "interval",  # A small union of disjoint intervals, ascending
            # Say whether a folded text is a number with its unit and nothing else
            "is_plain": "parsing",
            # Read a number as XML writes it (ASCII digits, point, exponent)
            "parse_number": "parsing",
            "parse_text": "parsing",  # Understand the text of a cell
            "plain_characters": "parsing",  # Fold a text and trim it
            # Give what rounds to ``value`` at ``digits`` decimals in its unit
            "as_shown": "precision",
            # Find the decimals meant where a computed single or double left a residue
            "meant_digits": "precision",
            "Operator": "quantity",  # A bound or equality typed before a figure (≥95%)
            "Quantity": "quantity",  # One reading of a written figure
            "GUARD_DIGITS": "rounding",
            "round_half_up": "rounding",  # Round as ``ROUND(ROUND(x,digits+8),digits)`` does
            # Round to ``digits`` decimals, half away from zero, without pre-rounding
            "round_once": "rounding",
            "round_ratio": "rounding",  # Round ``numerator/denominator`` once, half away from zero
            "whole": "rounding",  # Take the whole part as ``INT(ROUND(x,8))`` does
            "convert": "units",  # Express a quantity in another unit of the same measure
            "factor": "units",  # Say what a unit measures and how many base units it is
        },
    )
