"""What the summary is made from: one row per return, one per missing department, and the scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.finding import Lang, text_in, text_of
from jixiao.reporting import CheckBrief, exact_value


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One return. ``copy`` is its annotated copy, relative to the summary.

    ``counts`` is False for all but one return of a department and for what was not checked;
    ``errors`` and ``warnings`` count findings, those of the whole folder included; ``remarks`` are
    titles of what only the whole folder shows; ``extra`` are the roster's further columns. Totals
    are in points, exact. ``uncounted`` says why a checked return does not count (year, blank).
    ``since`` counts findings that were mended, are left, are new, were only waived since the round
    before; None where there was none. ``is_listed`` is False for a department that is not on the
    roster there is.
    """

    brief: CheckBrief
    name: str
    office: str
    counts: bool
    copy: str | None = None
    errors: int = 0
    warnings: int = 0
    remarks: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    uncounted: str = ""
    since: tuple[int, int, int, int] | None = None
    is_listed: bool = True

    @property
    def relative(self) -> str:
        """The return's path below the folder, with ``/``."""
        return self.brief.file

    @property
    def claimed(self) -> Fraction | None:
        """The self-scored total."""
        return _number(self.brief.claimed)

    @property
    def computed(self) -> Fraction | None:
        """The recomputed total."""
        return _number(self.brief.computed)

    @property
    def reviewed(self) -> Fraction | None:
        """The reviewed total."""
        return _number(self.brief.reviewed)

    @property
    def gap(self) -> Fraction | None:
        """Claimed minus recomputed total; positive where too much was claimed."""
        claimed, computed = self.claimed, self.computed
        return None if claimed is None or computed is None else claimed - computed

    @property
    def ranking_total(self) -> Fraction | None:
        """The total that ranks: the reviewed one where there is one, else the recomputed."""
        reviewed = self.reviewed
        return self.computed if reviewed is None else reviewed


def _number(exact: str | None) -> Fraction | None:
    return None if exact is None else exact_value(exact)


@dataclass(frozen=True, slots=True)
class DueDepartment:
    """A department on the roster without a return that counts; ``note`` says more."""

    name: str
    code: str
    office: str
    note: str = ""
    extra: tuple[str, ...] = ()

    @property
    def is_absent(self) -> bool:
        """Whether nothing came of it at all."""
        return self.note in ("", *text_of("summary.missing.absent"))


@dataclass(frozen=True, slots=True)
class SummaryScope:
    """What the run covered: for 汇总 and 说明.

    ``listed`` is how many departments the roster has (None without a roster), ``skipped`` how many
    files were not checked; ``grades`` are the grade names best first; ``rulebooks`` maps id to name
    and version, ``used`` id to the number of returns that follow it; ``lang`` is the language of
    the texts; ``extra_headings`` are the roster's further columns (联系人, 联系电话); ``round`` and
    ``previous`` are what this round and the one before are called, the latter empty where there
    is none.
    """

    program: str
    year: int | None
    listed: int | None
    skipped: int
    grades: tuple[str, ...]
    rulebooks: Mapping[str, str]
    used: Mapping[str, int]
    lang: Lang = "zh"
    extra_headings: tuple[str, ...] = ()
    round: str = ""
    previous: str = ""

    @property
    def title(self) -> str:
        """What the summary is called."""
        if self.year is None:
            return text_in("summary.title", self.lang)
        return text_in("summary.title-of-year", self.lang, year=self.year)

    @property
    def followed(self) -> str:
        """Which rulebooks the returns follow, and that totals of several do not compare well."""
        if len(self.rulebooks) > 1:
            listed = text_in("summary.list", self.lang).join(
                text_in("summary.followed-count", self.lang, id=key, count=self.used[key])
                for key in self.rulebooks
            )
            return text_in("summary.followed-several", self.lang, listed=listed)
        return "".join(
            text_in("summary.followed", self.lang, name=name, id=key)
            for key, name in self.rulebooks.items()
        )
