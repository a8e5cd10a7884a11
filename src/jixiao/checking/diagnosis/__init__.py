"""Find what may have led to a wrong figure: candidate changes and the causes they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.diagnosis.assessment import Assessment as Assessment
    from jixiao.checking.diagnosis.assessment import Assessor as Assessor
    from jixiao.checking.diagnosis.causes import causes_of as causes_of
    from jixiao.checking.diagnosis.causes import rate_causes as rate_causes
    from jixiao.checking.diagnosis.cells import amount_to_type as amount_to_type
    from jixiao.checking.diagnosis.cells import figure_cells as figure_cells
    from jixiao.checking.diagnosis.codes import is_explainable as is_explainable
    from jixiao.checking.diagnosis.explain import explain_findings as explain_findings
    from jixiao.checking.diagnosis.hypotheses import shown_part as shown_part
    from jixiao.checking.diagnosis.oddity import times_apart as times_apart
    from jixiao.checking.diagnosis.oddity import usual_amount as usual_amount
    from jixiao.checking.diagnosis.relations import holds as holds
    from jixiao.checking.diagnosis.relations import says_of as says_of
    from jixiao.checking.diagnosis.unfilled import merged_findings as merged_findings
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Assessment": "assessment",  # everything there is to say of a scoresheet
            "Assessor": "assessment",  # whoever runs the checks again of a changed scoresheet
            "is_explainable": "codes",  # whether there is anything whose root could be searched
            "explain_findings": "explain",  # roots first, what they cause folded under them
            "causes_of": "causes",  # the changes that reproduce a self-score exactly
            "rate_causes": "causes",  # the changes that reproduce a claimed rate
            "holds": "relations",  # whether figures fit together as an identity says
            "merged_findings": "unfilled",  # once what is one thing: a form not filled in
            "says_of": "relations",  # the sentence of an identity
            "amount_to_type": "cells",  # an amount in the unit that bare numbers of a cell have
            "figure_cells": "cells",  # the cells with a clear figure or answer
            "times_apart": "oddity",  # how many times one amount is another
            "usual_amount": "oddity",  # the middle one of the amounts of a return
            "shown_part": "hypotheses",  # the part whose rate the 实际值 column shows
        },
    )
