"""Claims out of Chinese prose: totals, grades, rows, basic figures, sums, rates, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.narrative.claims.causes import CARRIED as CARRIED
    from jixiao.narrative.claims.extract import claims_of as claims_of
    from jixiao.narrative.claims.figures import WrittenFigure as WrittenFigure
    from jixiao.narrative.claims.figures import find_figures as find_figures
    from jixiao.narrative.claims.model import Claim as Claim
    from jixiao.narrative.claims.model import ClaimKind as ClaimKind
    from jixiao.narrative.claims.model import Claims as Claims
    from jixiao.narrative.claims.names import NameIndex as NameIndex
    from jixiao.narrative.claims.names import Subject as Subject
    from jixiao.narrative.claims.plain import plain_name as plain_name
    from jixiao.narrative.claims.plain import plain_text as plain_text
    from jixiao.narrative.claims.plain import sentences as sentences
    from jixiao.narrative.claims.ratios import is_completion as is_completion
    from jixiao.narrative.claims.title import title_year as title_year
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "CARRIED": "causes",  # the cause that is a carry-over from last year
            "claims_of": "extract",  # the claims of a report
            "WrittenFigure": "figures",  # a figure with all values that its words allow
            "find_figures": "figures",  # the figures of a plain sentence
            "Claim": "model",  # one statement with its place
            "ClaimKind": "model",  # what sort of statement it is
            "Claims": "model",  # several claims
            "NameIndex": "names",  # what figures may be called
            "Subject": "names",  # what a figure is stated of
            "plain_name": "plain",  # a name as it is found in a plain passage
            "plain_text": "plain",  # the plain form of a passage
            "sentences": "plain",  # the sentences of a plain passage
            "title_year": "title",  # the year of a report, by its title
            "is_completion": "ratios",  # whether a rate says how much was done or spent
        },
    )
