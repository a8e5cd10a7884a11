"""Find what may have led to a wrong figure: candidate changes and the causes they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.diagnosis.causes import causes_of as causes_of
    from jixiao.checking.diagnosis.causes import misread_units as misread_units
    from jixiao.checking.diagnosis.causes import rate_causes as rate_causes
    from jixiao.checking.diagnosis.hypotheses import shown_part as shown_part
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "causes_of": "causes",  # the changes that reproduce a self-score exactly
            "misread_units": "causes",  # inputs that, taken in 元, give exactly the self-score
            "rate_causes": "causes",  # the changes that reproduce a claimed rate
            "shown_part": "hypotheses",  # the part whose rate the 实际值 column shows
        },
    )
