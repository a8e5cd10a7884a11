"""Findings on how figures were typed and on the layout of a scoresheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.findings.figures import figure_findings as figure_findings
    from jixiao.scoresheet.findings.figures import hidden as hidden
    from jixiao.scoresheet.findings.figures import hidden_rows as hidden_rows
    from jixiao.scoresheet.findings.figures import is_untouched as is_untouched
    from jixiao.scoresheet.findings.figures import row_findings as row_findings
    from jixiao.scoresheet.findings.layout import layout_findings as layout_findings
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "figure_findings": "figures",  # Say what is doubtful about one reading
            "hidden": "figures",  # Say that a figure stands where nobody sees it
            "hidden_rows": "figures",  # Say of each row with hidden figures that it has some, once
            "is_untouched": "figures",  # Whether nothing at all was filled in
            "row_findings": "figures",  # Doubts about the figures of scored rows, sums and totals
            # Say what is missing, double or unclear in the chosen sheet
            "layout_findings": "layout",
        },
    )
