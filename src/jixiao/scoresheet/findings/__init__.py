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
            "figure_findings": "figures",  # what is unclear about one figure
            "hidden": "figures",  # the finding on a figure in a hidden row, column or sheet
            "hidden_rows": "figures",  # one finding for each row with hidden figures
            "is_untouched": "figures",  # whether nothing at all was filled in
            "row_findings": "figures",  # what is unclear in the figures of rows, sums and totals
            "layout_findings": "layout",  # what is missing, doubled or unclear in the sheet
        },
    )
