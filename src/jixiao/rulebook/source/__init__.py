"""The text of a rulebook: files read, overlaid, validated, problems with their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.source.lines import ContentPath as ContentPath
    from jixiao.rulebook.source.positions import locate_key as locate_key
    from jixiao.rulebook.source.problems import Problem as Problem
    from jixiao.rulebook.source.problems import RulebookError as RulebookError
    from jixiao.rulebook.source.read import RulebookSource as RulebookSource
    from jixiao.rulebook.source.read import read_source as read_source
    from jixiao.rulebook.source.recover import Recovered as Recovered
    from jixiao.rulebook.source.validate import RulebookMisfit as RulebookMisfit
    from jixiao.rulebook.source.validate import UnfitContent as UnfitContent
    from jixiao.rulebook.source.validate import fit_rulebook as fit_rulebook
    from jixiao.rulebook.source.validate import nearest_name as nearest_name
    from jixiao.rulebook.source.validate import rulebook_misfit as rulebook_misfit
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "ContentPath": "lines",
            "locate_key": "positions",  # Give line and readable key of a place
            "Problem": "problems",  # One thing wrong
            "RulebookError": "problems",  # A rulebook that cannot be used
            "RulebookSource": "read",  # A rulebook file
            # Read a rulebook by shipped id or path, with everything it extends laid underneath
            "read_source": "read",
            "Recovered": "recover",  # A rulebook built from mended content
            "RulebookMisfit": "validate",
            # Everything that does not fit, and what could be built for further audits all the same
            "UnfitContent": "validate",
            # Build the rulebook, or list everything in the content that does not fit
            "fit_rulebook": "validate",
            "nearest_name": "validate",  # The known word that was probably meant
            "rulebook_misfit": "validate",  # Put a place, a message and a remedy together
        },
    )
