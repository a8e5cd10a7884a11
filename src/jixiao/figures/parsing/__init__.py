"""Read figures as people type them, or say that they are ambiguous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.figures.parsing.characters import plain_characters as plain_characters
    from jixiao.figures.parsing.markers import is_blank_marker as is_blank_marker
    from jixiao.figures.parsing.numerals import NUMERAL as NUMERAL
    from jixiao.figures.parsing.numerals import numeral as numeral
    from jixiao.figures.parsing.operators import typed_operator as typed_operator
    from jixiao.figures.parsing.parse import parse_number as parse_number
    from jixiao.figures.parsing.parse import parse_text as parse_text
    from jixiao.figures.parsing.scan import is_plain as is_plain
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "plain_characters": "characters",  # full-width forms folded, blanks trimmed
            "is_blank_marker": "markers",  # whether a text says that there is nothing to fill in
            "NUMERAL": "numerals",  # a pattern for Chinese numerals
            "numeral": "numerals",  # the value of a Chinese numeral
            "typed_operator": "operators",  # the bound that a text states and nothing else
            "parse_number": "parse",  # read a number as XML writes it
            "parse_text": "parse",  # read a figure as people type it
            "is_plain": "scan",  # whether a text is a number with its unit and nothing else
        },
    )
