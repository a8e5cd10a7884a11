"""Published sheets that no rulebook was made for: what is found in each, what cannot be seen.

``found`` maps the beginning of a discrepancy line of a sheet's header to the findings that say it,
``unseen`` one to the reason why the columns of the sheet do not show it. ``book`` is the rulebook
that the sheet is read by; None where it is checked by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "shared" / "fresh"
Finds = tuple[tuple[str, str], ...]
FORM = "form-10-50-30-10"
_PROSE = "总体目标的文字说明，不在分值、金额和指标各栏内"


@dataclass(frozen=True)
class Fresh:
    """One published sheet and what a check of it says."""

    name: str
    book: str | None = None
    found: Mapping[str, Finds] = field(default_factory=dict)
    unseen: Mapping[str, str] = field(default_factory=dict)
    covered: str | None = None  # the points that were read, where they are not all

    @property
    def path(self) -> Path:
        """The workbook."""
        (path,) = FOLDER.glob(f"{self.name}_*.xlsx")
        return path

    def lines(self) -> Iterator[str]:
        """The discrepancies that the header lists."""
        text = self.path.with_suffix(".tsv").read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.startswith("# discrepancy: "):
                yield line.removeprefix("# discrepancy: ")


FRESH: tuple[Fresh, ...] = (
    Fresh("s01", unseen={"none in what": "没有问题"}, covered="18"),
    Fresh(
        "s03",
        FORM,
        found={"执行率 typed": (("R105", "H6"),)},
        unseen={
            "lost 1.38": "资金情况没有原因一栏",
            "产出50 as": "没有问题",
        },
    ),
    Fresh("s04", FORM, unseen={"goal text": _PROSE}, covered="10"),
    Fresh("s06", FORM, unseen={"the six shown": "成本指标一行被截去，无法判断"}, covered="60"),
    Fresh(
        "s08",
        found={
            "政策性挂账": (("D021", "F22"),),
            "no score asked": (("S121", "D12"),),
        },
    ),
    Fresh(
        "s09",
        found={
            "budget parts": (("C110", "D7"),),
            "执行率 97.59%": (("C111", "F7"),),
        },
        unseen={"goal text": _PROSE},
    ),
    Fresh("s12", unseen={"none in what": "没有问题"}, covered="23"),
    Fresh(
        "s13",
        found={"154.74/310.2": (("R101", "H6"),)},
        unseen={"goal text": _PROSE},
        covered="22.5",
    ),
    Fresh("s14", unseen={"成本控制 filed": "指标归类和指标值是否恰当由人判断"}, covered="20"),
    Fresh(
        "s16",
        found={"actuals are written": (("D020", "F7"),)},
        unseen={
            "no 执行率 10": "这张表没有资金情况，分值由当地自定",
            "the title is": "报告的年份不在表内",
        },
    ),
    Fresh(
        "s19",
        found={"no score filled": (("D011", "J3"),)},
        covered="60",
    ),
    Fresh("s22", found={"published with no": (("R102", "I8"), ("R102", "J14"), ("R102", "J15"))}),
)
