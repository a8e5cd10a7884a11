"""Departments of a bulk run: the roster, which return is whose, what repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.bulk.departments.attribution import Standing as Standing
    from jixiao.bulk.departments.attribution import Standings as Standings
    from jixiao.bulk.departments.attribution import judge_standings as judge_standings
    from jixiao.bulk.departments.roster import Roster as Roster
    from jixiao.bulk.departments.roster_file import RosterError as RosterError
    from jixiao.bulk.departments.roster_file import read_roster as read_roster
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Standing": "attribution",  # One return among the others
            "Standings": "attribution",  # All returns in order of relative path
            "judge_standings": "attribution",  # Match, compare and rank what was handed in
            # Departments in roster order, with an index of every name they go by
            "Roster": "roster",
            "RosterError": "roster_file",  # The roster cannot be used
            "read_roster": "roster_file",  # Read a roster
        },
    )
