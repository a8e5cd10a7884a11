"""How the reading of a file ends early: the finding that says why, carried by one exception."""

from __future__ import annotations

from jixiao.finding import Bilingual, Finding, entry


class Refused(Exception):
    """Reading cannot go on; ``finding`` says why to the user.

    Raised below ``read`` and ``patch`` only, and turned into a value there.
    """

    def __init__(self, found: Finding) -> None:
        super().__init__(found.code)
        self.finding = found

    def __reduce__(self) -> tuple[type[Refused], tuple[Finding]]:
        return (Refused, (self.finding,))


def refuse_file(
    code: str, *, sheet: str | None = None, found: str | None = None, **values: str | Bilingual
) -> Refused:
    """Build the refusal ``code``; the caller raises it."""
    return Refused(Finding(code, entry(code).severity, sheet=sheet, found=found, values=values))
