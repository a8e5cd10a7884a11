"""From the clauses of a scoring standard to the rule of a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.drafting.standard.assemble import read_standard as read_standard
    from jixiao.drafting.standard.attainable import attainable_of as attainable_of
    from jixiao.drafting.standard.attainable import attainable_scores as attainable_scores
    from jixiao.drafting.standard.reading import Answer as Answer
    from jixiao.drafting.standard.reading import Completeness as Completeness
    from jixiao.drafting.standard.reading import OpenPoint as OpenPoint
    from jixiao.drafting.standard.reading import PartReading as PartReading
    from jixiao.drafting.standard.reading import StandardReading as StandardReading
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "attainable_of": "attainable",  # the scores that a standard can give
            "attainable_scores": "attainable",  # the scores that a rule can give
            "read_standard": "assemble",  # read a standard: its rule, and what it leaves open
            "Answer": "reading",  # a point of a list: what is asked and its points
            "Completeness": "reading",  # how much of a standard was understood
            "OpenPoint": "reading",  # what the words of a standard leave to a person
            "PartReading": "reading",  # one of several rules that are added up
            "StandardReading": "reading",  # a standard read
        },
    )
