"""The rounds of a season as the ledger keeps them: which one a run is, what the last one found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from jixiao.bulk.departments import (
    MarkedFinding,
    Round,
    Snapshot,
    compare_rounds,
    next_round,
    snapshot_from_text,
    snapshot_of,
    snapshot_to_text,
)
from jixiao.bulk.ledger import Ledger
from jixiao.finding import Lang, text_in


class Season:
    """The round of this run; takes what is found of each department and compares it."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger = ledger
        stored = ledger.last_round()
        last = None if stored is None else Round(*stored)
        self.round = next_round(last, name, _digest(ledger))
        self._before = ledger.snapshots(self.round.previous)
        self._taken: dict[str, str] = {}

    def since(
        self, department: str, findings: Iterable[MarkedFinding]
    ) -> tuple[int, int, int, int] | None:
        """Keep what is found of a department; give what became of the findings of last time.

        None where the department had no return in the round before.
        """
        now = snapshot_of(findings)
        self._taken[department] = snapshot_to_text(now)
        before = self._before.get(department)
        return None if before is None else compare_rounds(snapshot_from_text(before), now)

    def before(self, department: str) -> Snapshot | None:
        """What the round before found of a department."""
        text = self._before.get(department)
        return None if text is None else snapshot_from_text(text)

    def close(self) -> None:
        """Keep the round, in the place of an earlier run of the same round."""
        one = self.round
        plain = (one.number, one.name, one.previous, one.previous_name, one.digest)
        self._ledger.keep_round(plain, self._taken.items())

    def labels(self, lang: Lang) -> tuple[str, str]:
        """What this round and the one before are called; the latter empty where there is none."""
        one = self.round
        return (
            _label(one.number, one.name, lang),
            _label(one.previous, one.previous_name, lang) if one.previous else "",
        )


def _label(number: int, name: str, lang: Lang) -> str:
    return name or text_in("bulk.round.numbered", lang, number=number)


def _digest(ledger: Ledger) -> str:
    """Which returns there are, and what is in them."""
    digest = hashlib.sha256()
    for relative, known in sorted(ledger.keys().items()):
        digest.update(f"{relative}\0{known.sha256}\n".encode())
    return digest.hexdigest()[:32]
