"""Claims held against the sheet and against each other, as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.narrative.comparison.arithmetic import change_holds as change_holds
    from jixiao.narrative.comparison.arithmetic import ratio_holds as ratio_holds
    from jixiao.narrative.comparison.arithmetic import sum_holds as sum_holds
    from jixiao.narrative.comparison.consistency import inner_findings as inner_findings
    from jixiao.narrative.comparison.direction import direction_findings as direction_findings
    from jixiao.narrative.comparison.duplicates import copied_passages as copied_passages
    from jixiao.narrative.comparison.duplicates import handed_in_again as handed_in_again
    from jixiao.narrative.comparison.facts import SheetFacts as SheetFacts
    from jixiao.narrative.comparison.identity import identity_findings as identity_findings
    from jixiao.narrative.comparison.sections import section_findings as section_findings
    from jixiao.narrative.comparison.sheet import Compared as Compared
    from jixiao.narrative.comparison.sheet import compare_claims as compare_claims
    from jixiao.narrative.comparison.sheet import sheet_findings as sheet_findings
    from jixiao.narrative.comparison.survey import survey_findings as survey_findings
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "inner_findings": "consistency",  # what does not fit inside the report
            "change_holds": "arithmetic",  # whether a change comes from its two figures
            "ratio_holds": "arithmetic",  # whether a rate fits the figures of its sentence
            "sum_holds": "arithmetic",  # whether a sum is that of its parts
            "direction_findings": "direction",  # words that say the opposite of a number
            "copied_passages": "duplicates",  # passages that reports share
            "handed_in_again": "duplicates",  # last year's report, hardly changed
            "SheetFacts": "facts",  # what the sheet says of each thing
            "identity_findings": "identity",  # another department or year in the title
            "section_findings": "sections",  # sections missing or empty
            "Compared": "sheet",  # a claim with the fact that it was held against
            "compare_claims": "sheet",  # every claim that the sheet can speak to
            "sheet_findings": "sheet",  # where report and sheet differ
            "survey_findings": "survey",  # where report and questionnaires differ
        },
    )
