"""What the name of a file says of its stage: a draft, or the mended or final version."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_FINAL = re.compile(r"修改后|修改版|修订|改后|更正|订正|定稿|终稿|最终|最新|正式")
_DRAFT = re.compile(r"初稿|草稿|征求意见|旧版|作废|未改|修改前")


def stage_of(relative: str) -> int:
    """Give 1 for a final or mended version, -1 for a draft, else 0.

    >>> [stage_of(name) for name in ("水利局/自评表（修改后）.xlsx", "自评表初稿.xlsx", "表.xlsx")]
    [1, -1, 0]
    """
    name = PurePosixPath(relative).stem
    return bool(_FINAL.search(name)) - bool(_DRAFT.search(name))
