"""Figures as people type them, understood or told to be ambiguous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.figures.parsing.characters import plain_characters as plain_characters
    from jixiao.figures.parsing.parse import parse_number as parse_number
    from jixiao.figures.parsing.parse import parse_text as parse_text
    from jixiao.figures.parsing.scan import is_plain as is_plain
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "plain_characters": "characters",  # Fold a text and trim it
            # Read a number as XML writes it (ASCII digits, point, exponent)
            "parse_number": "parse",
            "parse_text": "parse",  # Understand the text of a cell
            # Say whether a folded text is a number with its unit and nothing else
            "is_plain": "scan",
        },
    )
