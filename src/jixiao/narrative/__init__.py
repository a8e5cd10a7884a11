"""The narrative report that goes with a sheet: read, its claims compared with a checked sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.narrative.attach import compared_check as compared_check
    from jixiao.narrative.attach import report_claims as report_claims
    from jixiao.narrative.attach import survey_report_findings as survey_report_findings
    from jixiao.narrative.attach import with_last_report as with_last_report
    from jixiao.narrative.attach import with_report as with_report
    from jixiao.narrative.claims import Claim as Claim
    from jixiao.narrative.claims import ClaimKind as ClaimKind
    from jixiao.narrative.claims import NameIndex as NameIndex
    from jixiao.narrative.claims import claims_of as claims_of
    from jixiao.narrative.claims import find_figures as find_figures
    from jixiao.narrative.claims import plain_name as plain_name
    from jixiao.narrative.claims import plain_text as plain_text
    from jixiao.narrative.comparison import SheetFacts as SheetFacts
    from jixiao.narrative.comparison import change_holds as change_holds
    from jixiao.narrative.comparison import compare_claims as compare_claims
    from jixiao.narrative.comparison import copied_passages as copied_passages
    from jixiao.narrative.comparison import handed_in_again as handed_in_again
    from jixiao.narrative.comparison import ratio_holds as ratio_holds
    from jixiao.narrative.comparison import sum_holds as sum_holds
    from jixiao.narrative.model import NarrativeReport as NarrativeReport
    from jixiao.narrative.model import Passage as Passage
    from jixiao.narrative.model import UnreadReport as UnreadReport
    from jixiao.narrative.reading import read_report as read_report
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "compared_check": "attach",  # a check compared with a report that has been read
            "report_claims": "attach",  # the claims of a report
            "survey_report_findings": "attach",  # what a report says of its questionnaires
            "with_last_report": "attach",  # a check with what last year's report says
            "with_report": "attach",  # a check with what the report that goes with it says
            "Claim": "claims",  # one statement of a report
            "ClaimKind": "claims",  # what sort of statement it is
            "NameIndex": "claims",  # what figures may be called
            "claims_of": "claims",  # the claims of passages
            "find_figures": "claims",  # the figures of a plain sentence
            "plain_name": "claims",  # a name as it is found in a plain passage
            "plain_text": "claims",  # the plain form of a passage
            "SheetFacts": "comparison",  # what a sheet says of each thing
            "change_holds": "comparison",  # whether a change comes from its two figures
            "compare_claims": "comparison",  # claims held against a sheet
            "copied_passages": "comparison",  # passages that reports share
            "handed_in_again": "comparison",  # last year's report, hardly changed
            "ratio_holds": "comparison",  # whether a rate fits the figures of its sentence
            "sum_holds": "comparison",  # whether a sum is that of its parts
            "NarrativeReport": "model",  # a report as read
            "Passage": "model",  # a paragraph or a row of a table, with its place
            "UnreadReport": "model",  # a report that could not be read
            "read_report": "reading",  # read a report of any known format
        },
    )
