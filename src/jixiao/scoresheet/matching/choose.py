"""Which sheet is the scoresheet and of which rulebook: order, then stamp, then names, then labels.

A choice is made only where it is clear; several sheets that fit, or none, are said, not guessed.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from jixiao.rulebook import Role, Rulebook, claimed_name, input_name
from jixiao.scoresheet.grid import NamedCell, View, bare_number, header_parts
from jixiao.scoresheet.matching.candidate import Candidate, SheetPart, try_sheet
from jixiao.scoresheet.matching.sections import join_sections
from jixiao.scoresheet.stamp import Stamp
from jixiao.scoresheet.words import ROLE_OF, Index, index_of, label_forms, role_of_header
from jixiao.workbook import Visibility

BAR = 0.5  # confidence from which a sheet counts as a rulebook's scoresheet
HINTED_BAR = 0.3  # the same where stamp or names name the rulebook
ASKED_BAR = 0.05  # the same where the user orders it: a part is checked as it goes
LEAD = 0.03  # by how much the best rulebook must beat the next
_TRUSTED = 0.2  # by how much a rulebook that is hinted at may fit worse than another
_PLAIN = 0.9  # confidence in a hinted rulebook from which no other is tried
_EQUAL = 0.3  # by how much a sheet may fit worse than the best and still rival it
_SHORTLIST = 4
_LONGEST = 60  # characters of a label
Headed = Mapping[str, tuple[View, Sequence[SheetPart]]]  # the sheets with headers, by name
_REMEMBERED = 4_096
_MOST_HEADERS = 40  # of a sheet; one repeated on every printed page comes to ten


class ChoiceProblem(enum.StrEnum):
    """Why no sheet was chosen."""

    NONE = "none"  # no sheet has a table like a scoresheet
    WEAK = "weak"  # none fits well enough
    SHEETS = "sheets"  # several sheets do
    RULEBOOKS = "rulebooks"  # the sheet fits several rulebooks


@dataclass(frozen=True)
class ChosenSheet:
    """The candidate chosen and how its rulebook was found.

    ``rivals`` are the other readings of the chosen sheet, or those among which ``doubt`` allows no
    choice, best first. ``tables`` are the sheets that have a table like a scoresheet, with the rows
    of its headers; ``is_crowded`` says that a sheet was left out that has too many of these.
    """

    candidate: Candidate | None
    by: str
    rivals: tuple[Candidate, ...] = ()
    problem: ChoiceProblem = ChoiceProblem.NONE
    tables: Mapping[str, frozenset[int]] = field(default_factory=dict)
    is_crowded: bool = False
    tried: tuple[Candidate, ...] = ()  # all that the choice was made among


class Lexicon:
    """The header words of several rulebooks together; what a text means is remembered.

    ``listed`` are the labels by which the rulebooks are ranked.
    """

    def __init__(self, indexes: Sequence[Index]) -> None:
        self.listed = frozenset[str]().union(
            *(index.names.keys() | index.section_keys | index.own_labels for index in indexes)
        )
        self._words = {
            key: role for index in reversed(indexes) for key, role in index.roles.items()
        }
        self._words.update(ROLE_OF)
        self._seen: dict[str, Role | None] = {}

    def role(self, text: str) -> Role | None:
        """What a column headed by ``text`` holds, if the words are known."""
        if text not in self._seen:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            self._seen[text] = role_of_header(text, self._known)
        return self._seen[text]

    def _known(self, text: str) -> Role | None:
        return next((self._words[key] for key in label_forms(text) if key in self._words), None)


@lru_cache(maxsize=32)
def lexicon_of(indexes: tuple[Index, ...]) -> Lexicon:
    """The header words of these indexes, put together once."""
    return Lexicon(indexes)


def choose_sheet(
    views: Sequence[View],
    rulebooks: Sequence[Rulebook],
    asked: Rulebook | None,
    stamp: Stamp | None,
    places: Mapping[str, NamedCell],
) -> ChosenSheet:
    """Choose the sheet and the rulebook."""
    indexes = indexes_of(rulebooks, asked)
    found = _with_headers(views, indexes)
    headed = {name: parts for name, parts in found.items() if _headers(parts) <= _MOST_HEADERS}
    tried = _tried(headed, indexes, asked, stamp)
    heads = {name: frozenset(_header_rows(parts)) for name, (_, parts) in headed.items()}
    choice = _choice(tried, asked, stamp, places)
    is_crowded = len(headed) < len(found)
    return replace(choice, tables=heads, tried=tuple(tried), is_crowded=is_crowded)


def _header_rows(parts: Sequence[SheetPart]) -> Iterator[int]:
    for _, headers in parts:
        for header in headers:
            yield from range(header.top, header.bottom + 1)


def indexes_of(rulebooks: Sequence[Rulebook], asked: Rulebook | None) -> tuple[Index, ...]:
    """The indexes of the rulebooks that a sheet may be of; abstract ones only where asked for."""
    return tuple(index_of(book) for book in rulebooks if not book.abstract or book is asked)


def _with_headers(views: Sequence[View], indexes: tuple[Index, ...]) -> Headed:
    """The sheets with headers of scoresheet tables, by name."""
    lexicon = lexicon_of(indexes)
    found = {view.name: (view, tuple(header_parts(view, lexicon.role))) for view in views}
    return {name: headed for name, headed in found.items() if _headers(headed)}


def _headers(headed: tuple[View, Sequence[SheetPart]]) -> int:
    return sum(len(headers) for _, headers in headed[1])


def _tried(
    headed: Headed, indexes: Sequence[Index], asked: Rulebook | None, stamp: Stamp | None
) -> Sequence[Candidate]:
    """The candidates, best first: of a rulebook hinted at, else of those whose labels occur."""
    hinted = [i for i in indexes if i.rulebook is asked or _is_stamped(i, stamp)]
    candidates = _attempts(headed, hinted)
    if not candidates or candidates[0].confidence < _PLAIN:
        others = [i for i in _shortlist(headed, indexes) if i not in hinted]
        candidates = _sorted((*candidates, *_attempts(headed, others)))
    return candidates


def _choice(
    candidates: Sequence[Candidate],
    asked: Rulebook | None,
    stamp: Stamp | None,
    places: Mapping[str, NamedCell],
) -> ChosenSheet:
    if asked is not None:
        ordered = [t for t in candidates if t.index.rulebook is asked and _has_rows(t)]
        return _among(ordered, "option", ASKED_BAR, candidates)
    if not candidates:
        return ChosenSheet(None, "labels")
    stamped = [t for t in candidates if _is_stamped(t.index, stamp)]
    for by, mine in (("stamp", stamped), ("names", _most_named(candidates, places))):
        if mine and mine[0].confidence >= max(HINTED_BAR, candidates[0].confidence - _TRUSTED):
            return _among(mine, by, HINTED_BAR, candidates)
    choice = _among(candidates, "labels", BAR, candidates)
    if choice.candidate is not None and stamped and choice.candidate.confidence < _PLAIN:
        return ChosenSheet(None, "labels", (choice.candidate, stamped[0]), ChoiceProblem.RULEBOOKS)
    return choice


def _is_stamped(index: Index, stamp: Stamp | None) -> bool:
    return stamp is not None and index.rulebook.id == stamp.rulebook


def _attempts(headed: Headed, indexes: Sequence[Index]) -> Sequence[Candidate]:
    candidates = [
        try_sheet(view, found, index) for view, found in headed.values() for index in indexes
    ]
    return _sorted(join_sections([t for t in candidates if t.blocks]))


def _sorted(candidates: Iterable[Candidate]) -> Sequence[Candidate]:
    return sorted(candidates, key=lambda t: -t.confidence)


def _among(
    fits: Sequence[Candidate], by: str, bar: float, all_candidates: Sequence[Candidate]
) -> ChosenSheet:
    """The one clear candidate among those that fit, or none with its rivals and the reason."""
    over = [t for t in fits if t.confidence >= bar]
    if not over:
        return ChosenSheet(None, by, tuple(all_candidates[:3]), ChoiceProblem.WEAK)
    sheets = _rival_sheets(over, fits)
    if len(sheets) > 1:
        return ChosenSheet(None, by, sheets, ChoiceProblem.SHEETS)
    best = sheets[0]
    others = [t for t in all_candidates if t.view is best.view and t.index is not best.index]
    equals = [t for t in others if t.confidence > best.confidence - LEAD]
    if by == "labels" and equals:
        return ChosenSheet(None, by, (best, *equals), ChoiceProblem.RULEBOOKS)
    return ChosenSheet(best, by, tuple(others))


def _rival_sheets(over: Sequence[Candidate], fits: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The sheets that may each be the scoresheet.

    One that is shown beats a hidden one, one with a score column a list of standards, one that is
    filled in a blank form. A hidden sheet is not taken where one that is shown fits in part.
    """
    best_per_sheet: dict[str, Candidate] = {}
    for candidate in over:
        if _is_shown(candidate) or candidate.confidence >= over[0].confidence - _EQUAL:
            best_per_sheet.setdefault(candidate.view.name, candidate)
    sheets = tuple(best_per_sheet.values())
    if not any(_is_shown(t) for t in sheets):
        partly = [t for t in fits if _is_shown(t) and t.confidence >= HINTED_BAR]
        return (*sheets, *partly)
    for better in (_is_shown, _has_scores, is_filled):
        kept = tuple(t for t in sheets if better(t)) or sheets
        if better is _is_shown and any(map(is_filled, sheets)) and not any(map(is_filled, kept)):
            return sheets  # the form that is shown is blank, the one that is hidden filled in
        sheets = kept
    return sheets


def _is_shown(candidate: Candidate) -> bool:
    return candidate.view.sheet.visibility is Visibility.VISIBLE


def _has_rows(candidate: Candidate) -> bool:
    return any(block.matches.rows or candidate.free_lines(block) for block in candidate.blocks)


def _has_scores(candidate: Candidate) -> bool:
    return any(
        Role.CLAIMED in block.columns.roles or Role.CLAIMED in block.columns.tied
        for block in candidate.blocks
    )


def is_filled(candidate: Candidate) -> bool:
    """Whether any self-score is in the sheet."""
    for block in candidate.blocks:
        column = block.columns.roles.get(Role.CLAIMED)
        rows = [line.row for group in block.matches.rows.values() for line in group]
        rows += [line.row for line in candidate.free_lines(block)]
        if column is not None and any(
            bare_number(block.frame.view.sheet.cells.get((row, column))) is not None for row in rows
        ):
            return True
    return False


def _shortlist(headed: Headed, indexes: Sequence[Index]) -> Sequence[Index]:
    """The rulebooks worth a candidate: those whose labels occur most."""
    keys = {
        key
        for view, _ in headed.values()
        for cell in view.texts
        if len(cell.raw) <= _LONGEST
        for key in label_forms(cell.raw)
    }

    def share(index: Index) -> float:
        labels = index.names.keys() | index.section_keys
        wanted = 2 * len(index.indicators) + len(index.section_keys)
        columns = len(index.own_labels & keys) / (len(index.own_labels) or 1)
        return len(labels & keys) / (wanted or 1) + columns

    shares = sorted(((share(i), n, i) for n, i in enumerate(indexes)), key=lambda s: (-s[0], s[1]))
    return [index for worth, _, index in shares[:_SHORTLIST] if worth >= shares[0][0] / 2]


def _most_named(
    candidates: Sequence[Candidate], places: Mapping[str, NamedCell]
) -> Sequence[Candidate]:
    """Candidates of the rulebook most of whose defined names the workbook carries.

    Forms share names; the rulebook with more of them there is the one they were issued for.
    """
    best: tuple[int, Index] | None = None
    for index in {id(t.index): t.index for t in candidates}.values():
        wanted = _wanted_names(index.rulebook)
        count = sum(1 for name in wanted if name in places)
        if 2 * count >= len(wanted) > 0 and (best is None or count > best[0]):
            best = count, index
    return [t for t in candidates if best is not None and t.index is best[1]]


def _wanted_names(book: Rulebook) -> Sequence[str]:
    inputs = [input_name(item.id) for item in book.inputs]
    return inputs + [claimed_name(indicator.id) for indicator in book.indicators]
