"""What one workbook may hold in all its sheets together; spent while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from jixiao.workbook import limits
from jixiao.workbook.refusal import refuse_file


@dataclass(slots=True)
class Budget:
    """What is left; the reader of each sheet takes from it."""

    cells: int = field(default_factory=lambda: limits.now().cells)
    merges: int = field(default_factory=lambda: limits.now().merges)
    formula_characters: int = field(default_factory=lambda: limits.now().formula_characters)
    characters: int = field(default_factory=lambda: limits.now().string_characters)
    comments: int = field(default_factory=lambda: limits.now().entries)
    _taken: set[str] = field(default_factory=set)

    def take(self, part: str) -> None:
        """Refuse (F114) a part that two sheets claim: reading it for each could go on for hours."""
        if part in self._taken:
            raise refuse_file("F114", found=part)
        self._taken.add(part)
