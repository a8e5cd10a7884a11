"""What attribution gives: whose each return is, whether it counts, what the whole folder shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.bulk.departments.roster import Department
from jixiao.finding import Finding
from jixiao.reporting import CheckBrief


@dataclass(frozen=True, slots=True)
class Attribution:
    """The department that one return belongs to, and whether it counts for it.

    ``department`` is the roster's entry where one was matched, ``name`` what to call the return's
    department in tables; ``counts`` is False for all but one return of a department and for what
    could not be checked; ``is_sure`` is False where the name in the sheet is not the department's.
    ``modified`` is the file's time stamp in nanoseconds. ``uncounted`` says why what was checked
    does not count: it is of another ``year``, ``place`` or ``form``, or ``blank``.
    """

    brief: CheckBrief
    name: str
    department: Department | None = None
    matched_by: str | None = None
    is_sure: bool = True
    modified: int = 0
    counts: bool = True
    uncounted: str = ""

    @property
    def listed(self) -> str | None:
        """The name that the roster has for its department."""
        return self.department.name if self.department is not None else None

    @property
    def relative(self) -> str:
        """The return's path below the folder, with ``/``."""
        return self.brief.file


@dataclass(frozen=True, slots=True)
class FolderAttribution:
    """All returns in order of relative path; ``findings`` are B findings by return.

    ``missing`` are departments without a return, ``broken`` those none of whose returns can be
    checked; ``general`` are findings about no single return.
    """

    returns: tuple[Attribution, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    missing: tuple[Department, ...]
    broken: tuple[Department, ...]
    general: tuple[Finding, ...]
    year: int | None
