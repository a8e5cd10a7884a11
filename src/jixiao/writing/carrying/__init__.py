"""Carry what an older or home-made form holds into the template of a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.carrying.carry import Carried as Carried
    from jixiao.writing.carrying.carry import carried_copy as carried_copy
    from jixiao.writing.carrying.model import CarriedCell as CarriedCell
    from jixiao.writing.carrying.model import LeftCell as LeftCell
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Carried": "carry",  # the filled template, what was carried and what was not
            "carried_copy": "carry",  # carry a form into the template of a rulebook
            "CarriedCell": "model",  # a value that was carried, from where to where
            "LeftCell": "model",  # a value that found no place
        },
    )
