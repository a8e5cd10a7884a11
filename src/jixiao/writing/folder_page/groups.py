"""The findings of one file as the page shows them: folded up, the causes as cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from jixiao.finding import Lang, text_in
from jixiao.reporting import printable
from jixiao.writing.folder_page.ready_cards import FindingCard
from jixiao.writing.folder_page.rows import anchor_of, link_of, state_of
from jixiao.writing.summary import ReturnRow, contacts_of

SECTIONS: Final = ("mend", "look", "notes")
NAMED: Final = 3  # causes named of a file that is folded up
CARDS: Final = 40  # drawn of one file
_TONES: Final = ("error", "warning", "notice", "waived")
_SINCE: Final = ("mended", "left", "new", "only-waived")


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one file; ``section`` says where it goes, ``counts`` how many of which tone,
    ``titles`` what the first are.

    ``left_out`` counts findings that are not drawn; ``state`` is empty where it is no return.
    """

    anchor: str
    section: str
    title: str
    office: str
    state: str
    file: str
    link: str
    contact: str
    since: str
    counts: tuple[tuple[str, int], ...]
    titles: str
    codes: tuple[str, ...]
    cards: Sequence[FindingCard]
    left_out: int


class CountedFinding(Protocol):
    """What is counted of a finding: FindingRecord has it."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def severity(self) -> str:
        """error, warning or notice."""
        ...

    @property
    def waived(self) -> object:
        """True or a waiver where one excuses it."""
        ...


def group_of(
    relative: str,
    findings: Sequence[CountedFinding],
    cards: Sequence[FindingCard],
    row: ReturnRow | None,
    headings: Sequence[str],
    lang: Lang,
) -> FindingGroup:
    """Make the group of a file; ``headings`` are those of the roster's further columns."""
    anchor = anchor_of(relative)
    tones = Counter("waived" if one.waived else one.severity for one in findings)
    drawn = cards[:CARDS]
    shown = sum(card.drawn for card in drawn)
    whole = text_in("folder.whole", lang)
    return FindingGroup(
        anchor=anchor,
        section="mend" if tones["error"] else "look" if tones["warning"] else "notes",
        title=printable(row.name if row else relative) or whole,
        office=printable(row.office) if row else "",
        state=state_of(row) if row else "",
        file=printable(relative),
        link=link_of(row.copy) if row else "",
        contact=printable(contacts_of(headings, row.extra)) if row else "",
        since=_since(row, lang),
        counts=tuple((tone, tones[tone]) for tone in _TONES if tones[tone]),
        titles=_titles(cards, lang),
        codes=tuple(sorted({one.code for one in findings})),
        cards=drawn,
        left_out=len(findings) - shown,
    )


def _titles(cards: Sequence[FindingCard], lang: Lang) -> str:
    """Name the first causes, so that one sees without unfolding what it is about."""
    named = dict.fromkeys(card.title for card in cards if not card.is_notice)
    listed = text_in("summary.remarks", lang).join([*named][:NAMED])
    return f"{listed}……" if len(named) > NAMED else listed


def _since(row: ReturnRow | None, lang: Lang) -> str:
    """Say what became of the findings of the round before."""
    if row is None or row.since is None:
        return ""
    counts = dict(zip(_SINCE, row.since, strict=True))
    return text_in("folder.since", lang, **{k.replace("-", "_"): n for k, n in counts.items()})
