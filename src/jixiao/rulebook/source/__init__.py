"""Read the text of a rulebook: files, overlays, validation, problems with their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.source.defaults import complete_whole as complete_whole
    from jixiao.rulebook.source.positions import locate_key as locate_key
    from jixiao.rulebook.source.problems import Problem as Problem
    from jixiao.rulebook.source.problems import RulebookError as RulebookError
    from jixiao.rulebook.source.read import RulebookSource as RulebookSource
    from jixiao.rulebook.source.read import read_source as read_source
    from jixiao.rulebook.source.read import shipped_text as shipped_text
    from jixiao.rulebook.source.recover import Recovered as Recovered
    from jixiao.rulebook.source.validate import UnfitContent as UnfitContent
    from jixiao.rulebook.source.validate import fit_rulebook as fit_rulebook
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "complete_whole": "defaults",  # what a rulebook means where it says nothing
            "locate_key": "positions",  # line and readable key of a value in the file
            "Problem": "problems",  # one thing wrong in a rulebook, with its remedy
            "RulebookError": "problems",  # a rulebook that cannot be used: file, line, key, remedy
            "RulebookSource": "read",  # a rulebook file and everything it extends
            "shipped_text": "read",  # the text of a shipped rulebook
            "read_source": "read",  # read a rulebook with everything it extends
            "Recovered": "recover",  # a rulebook built from repaired content, to check further
            "UnfitContent": "validate",  # all values of a rulebook that do not fit
            "fit_rulebook": "validate",  # build a rulebook from content, or list what does not fit
        },
    )
