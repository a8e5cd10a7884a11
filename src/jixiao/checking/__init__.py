"""Check a scoresheet: verdicts, totals and findings in one ``Check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.checks import schema as schema
    from jixiao.checking.fixing import CellFilling as CellFilling
    from jixiao.checking.fixing import FixPlan as FixPlan
    from jixiao.checking.fixing import UnfixedCell as UnfixedCell
    from jixiao.checking.fixing import plan_filling as plan_filling
    from jixiao.checking.fixing import plan_fixes as plan_fixes
    from jixiao.checking.model import SEVERITIES as SEVERITIES
    from jixiao.checking.model import VERDICTS as VERDICTS
    from jixiao.checking.model import Check as Check
    from jixiao.checking.model import CheckedReport as CheckedReport
    from jixiao.checking.model import IndicatorResult as IndicatorResult
    from jixiao.checking.model import ReportClaim as ReportClaim
    from jixiao.checking.model import RulebookUsed as RulebookUsed
    from jixiao.checking.model import SectionResult as SectionResult
    from jixiao.checking.model import TotalResult as TotalResult
    from jixiao.checking.model import Verdict as Verdict
    from jixiao.checking.previous import LastReturns as LastReturns
    from jixiao.checking.previous import last_return_of as last_return_of
    from jixiao.checking.previous import last_returns as last_returns
    from jixiao.checking.previous import with_findings as with_findings
    from jixiao.checking.previous import with_previous as with_previous
    from jixiao.checking.run import RulebookLike as RulebookLike
    from jixiao.checking.run import check as check
    from jixiao.checking.run import check_in_forms as check_in_forms
    from jixiao.checking.run import check_many as check_many
    from jixiao.checking.run import check_together as check_together
    from jixiao.checking.run import form_draft as form_draft
    from jixiao.checking.run import scoresheet_in as scoresheet_in
    from jixiao.checking.score import direction_of as direction_of
    from jixiao.checking.selection import FindingSelection as FindingSelection
    from jixiao.checking.selection import findings_to_mend as findings_to_mend
    from jixiao.checking.selection import select_findings as select_findings
    from jixiao.checking.source import SourceLike as SourceLike
    from jixiao.checking.waivers import Waiver as Waiver
    from jixiao.checking.waivers import WaiverError as WaiverError
    from jixiao.checking.waivers import apply_waivers as apply_waivers
    from jixiao.checking.waivers import read_waivers as read_waivers
    from jixiao.checking.waivers import unmatched_waivers as unmatched_waivers
    from jixiao.checking.waivers import waiver_text as waiver_text
    from jixiao.checking.workings import UsedCell as UsedCell
    from jixiao.checking.workings import Working as Working
    from jixiao.checking.workings import workings_of as workings_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "schema": "checks",  # the pandera schema of a rulebook's readings
            "SourceLike": "source",  # what a caller may hand in to be checked
            "Check": "model",  # everything jixiao says about one file
            "CheckedReport": "model",  # the narrative report beside a return, as compared
            "ReportClaim": "model",  # one statement of it
            "IndicatorResult": "model",  # one indicator: claimed, computed, verdict, trace
            "RulebookUsed": "model",  # the rulebook a check rests on, and how it was found
            "SEVERITIES": "model",  # names of severities, in both languages
            "SectionResult": "model",  # the sum of one section: typed and computed
            "TotalResult": "model",  # total and grade: typed and computed
            "VERDICTS": "model",  # names of verdicts, in both languages
            "Verdict": "model",  # the closed set of verdicts on a self-score
            "direction_of": "score",  # which way a rate points, by its name
            "FindingSelection": "selection",  # codes that are asked for, or not
            "findings_to_mend": "selection",  # a check with the findings from a severity on
            "select_findings": "selection",  # a check with the findings that are asked for
            "Waiver": "waivers",  # one finding that an officer has excused
            "WaiverError": "waivers",  # a waiver file that cannot be used
            "apply_waivers": "waivers",  # a check with its waived findings marked
            "read_waivers": "waivers",  # the waivers of a file
            "unmatched_waivers": "waivers",  # findings on waivers of which no return was there
            "waiver_text": "waivers",  # a waiver as it is written into a file
            "CellFilling": "fixing",  # a number for one cell of a scoresheet
            "plan_filling": "fixing",  # what filling cells of a return leads to
            "FixPlan": "fixing",  # what of a return is mended, and what is left
            "UnfixedCell": "fixing",  # a cell that is left as it is, with the reason
            "plan_fixes": "fixing",  # what of a return can be mended for certain
            "check": "run",  # check one return
            "check_in_forms": "run",  # check returns by the drafted rulebooks of their forms
            "check_together": "run",  # check returns of which several may be of one form
            "RulebookLike": "run",  # an id, a path or a rulebook
            "scoresheet_in": "run",  # the scoresheet of a file that is checked elsewhere
            "form_draft": "run",  # the rulebook for all returns of a form
            "check_many": "run",  # check returns in batches, one result after the other
            "UsedCell": "workings",  # a cell that a number rests on
            "Working": "workings",  # how the number of one indicator came about
            "workings_of": "workings",  # the full working of each number of a return
            "LastReturns": "previous",  # last year's returns by department
            "last_return_of": "previous",  # a check with what its department's last return says
            "last_returns": "previous",  # whose return each file of last year is
            "with_findings": "previous",  # a check with further findings, in its order
            "with_previous": "previous",  # a check with what last year's return says
        },
    )
