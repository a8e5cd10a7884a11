"""Whether the report is that of the sheet's department and year (N003, N004)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.checking import Check
from jixiao.finding import Finding, finding
from jixiao.narrative.claims import Claim, ClaimKind, plain_name
from jixiao.scoresheet import keys_without_place


def identity_findings(claims: Sequence[Claim], check: Check) -> Iterator[Finding]:
    """Yield what the title of a report says of another department or another year."""
    for claim in claims:
        if claim.kind is ClaimKind.DEPARTMENT and check.department:
            if not is_same_department(claim.word, check.department):
                yield finding(
                    "N003",
                    found=claim.word,
                    expected=check.department,
                    paragraph=claim.passage.place,
                    place=claim.passage.place,
                )
        elif claim.kind is ClaimKind.YEAR and check.year and int(claim.word) != check.year:
            yield finding(
                "N004",
                found=claim.word,
                expected=str(check.year),
                paragraph=claim.passage.place,
                place=claim.passage.place,
            )


def is_same_department(one: str, other: str) -> bool:
    """Whether two names may be of one department: one is the other's in short.

    >>> is_same_department("南昌市外事侨务办公室", "市外侨办")
    True
    >>> is_same_department("南昌市水务局", "南昌市林业局")
    False
    >>> is_same_department("南县城市管理局", "南县交通运输管理局")
    False
    """
    short, long = sorted((_bare(one), _bare(other)), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def _bare(name: str) -> str:
    """A name without the places that it begins with: 江西省南昌市外侨办 is 外侨办."""
    bare = plain_name(name)
    while shorter := list(keys_without_place(bare)):
        bare = shorter[-1]
    return bare.removeprefix("市").removeprefix("县").removeprefix("区")
