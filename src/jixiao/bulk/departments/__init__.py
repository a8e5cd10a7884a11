"""Whose returns they are: the roster, attribution to departments, duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.bulk.departments.attribution import FolderCounts as FolderCounts
    from jixiao.bulk.departments.attribution import attribute_returns as attribute_returns
    from jixiao.bulk.departments.attribution import count_returns as count_returns
    from jixiao.bulk.departments.model import Attribution as Attribution
    from jixiao.bulk.departments.model import FolderAttribution as FolderAttribution
    from jixiao.bulk.departments.review import Review as Review
    from jixiao.bulk.departments.review import review_from_text as review_from_text
    from jixiao.bulk.departments.review import review_of as review_of
    from jixiao.bulk.departments.review import review_to_text as review_to_text
    from jixiao.bulk.departments.review import reviewed_brief as reviewed_brief
    from jixiao.bulk.departments.review import reviewed_record as reviewed_record
    from jixiao.bulk.departments.roster import Roster as Roster
    from jixiao.bulk.departments.roster_file import RosterError as RosterError
    from jixiao.bulk.departments.roster_file import read_roster as read_roster
    from jixiao.bulk.departments.rounds import MarkedFinding as MarkedFinding
    from jixiao.bulk.departments.rounds import Round as Round
    from jixiao.bulk.departments.rounds import Snapshot as Snapshot
    from jixiao.bulk.departments.rounds import compare_rounds as compare_rounds
    from jixiao.bulk.departments.rounds import next_round as next_round
    from jixiao.bulk.departments.rounds import snapshot_from_text as snapshot_from_text
    from jixiao.bulk.departments.rounds import snapshot_of as snapshot_of
    from jixiao.bulk.departments.rounds import snapshot_to_text as snapshot_to_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "FolderCounts": "attribution",  # what is reported upwards of a folder
            "count_returns": "attribution",  # counts the returns of a folder
            "Attribution": "model",  # one return: whose it is, and whether it counts
            "FolderAttribution": "model",  # all returns of a run, in order of relative path
            # attribute returns to departments and find duplicates
            "attribute_returns": "attribution",
            "Review": "review",  # reviewed scores typed into an annotated copy
            "review_from_text": "review",  # read a review back
            "review_of": "review",  # the review that the record of a copy holds
            "review_to_text": "review",  # a review as one line
            "reviewed_brief": "review",  # a brief with its review
            "reviewed_record": "review",  # a record with its review
            "Roster": "roster",  # the departments that must report, with the names they go by
            "MarkedFinding": "rounds",  # a finding as rounds know it
            "Round": "rounds",  # one round of checking and sending back
            "Snapshot": "rounds",  # what a round found of one department
            "compare_rounds": "rounds",  # what became of findings since the round before
            "next_round": "rounds",  # which round a run belongs to
            "snapshot_from_text": "rounds",  # read a snapshot back
            "snapshot_of": "rounds",  # take a snapshot of findings
            "snapshot_to_text": "rounds",  # a snapshot as one line
            "RosterError": "roster_file",  # a roster that cannot be read
            "read_roster": "roster_file",  # read a roster from CSV, xlsx or any workbook
        },
    )
