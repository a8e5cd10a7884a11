"""Mark one worksheet: formats of its cells, comments, and the boxes they are shown in."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from jixiao.finding import Finding, Severity, finding
from jixiao.workbook.addresses import cell_address, read_place
from jixiao.workbook.calculation import CellEdit
from jixiao.workbook.editing import elements
from jixiao.workbook.editing import vml as boxes
from jixiao.workbook.editing.cells import restyle
from jixiao.workbook.editing.comments import CommentsPart, framed, new_part, others_text
from jixiao.workbook.editing.contents import edit_contents
from jixiao.workbook.editing.draft import Draft
from jixiao.workbook.editing.formats import FILLS, is_own_format
from jixiao.workbook.editing.history import NO_FILL, HistoryTrace
from jixiao.workbook.editing.layout import CellPosition, corners, read_layout
from jixiao.workbook.editing.model import Mark
from jixiao.workbook.editing.shapes import claim
from jixiao.workbook.editing.splice import apply_splices, insertion
from jixiao.workbook.editing.styles import Styles

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"


class SheetPatcher:
    """Marks the cells of one sheet in a draft."""

    def __init__(self, draft: Draft, name: str, part: str, styles: Styles) -> None:
        self._draft = draft
        self._name = name
        self._part = part
        self._styles = styles
        self._layout = read_layout(draft.original(part).text, part)
        self.findings: list[Finding] = []
        self.traces: list[HistoryTrace] = []

    @property
    def is_protected(self) -> bool:
        """Whether the sheet is protected."""
        return self._layout.is_protected

    def mark(self, marks: Sequence[Mark], earlier: Sequence[HistoryTrace]) -> None:
        """Replace what an earlier run did to this sheet by ``marks``."""
        places = self._places(marks)
        severities: dict[CellPosition, Severity] = {}
        texts: dict[CellPosition, list[str]] = {}
        for mark in sorted(marks, key=lambda m: m.severity.rank):
            place = places.get(mark.cell)
            if place is None:
                self.findings.append(finding("F906", sheet=self._name, found=mark.cell[:40]))
                continue
            severities.setdefault(place, mark.severity)
            if mark.comment:
                texts.setdefault(place, []).append(mark.comment)
        self._fill(severities, self._marked(earlier))
        self._comment({place: "\n\n".join(said) for place, said in texts.items()})

    def edit(self, edits: Sequence[CellEdit]) -> None:
        """Write into cells, after they were marked: changes of one tag keep their order."""
        self._draft.splice(self._part, edit_contents(self._layout, edits))

    def _marked(self, earlier: Iterable[HistoryTrace]) -> dict[CellPosition, HistoryTrace]:
        """Where an earlier run marked cells: as it noted down, and wherever its comments are now.

        The fill that a cell had is not known where the list is gone (somebody deleted the added
        sheet) or no longer right (somebody inserted a row or renamed the sheet): it gets none.
        """
        noted = {read_place(trace.cell): trace for trace in earlier}
        moved = self._comments.with_ours() if self._comments else set()
        traces = {
            place: HistoryTrace(self._name, cell_address(*place), NO_FILL, is_applied=False)
            for place in moved
        }
        return traces | {place: trace for place, trace in noted.items() if place is not None}

    @cached_property
    def _comments(self) -> CommentsPart | None:
        """The comments of the sheet, or None."""
        related = self._draft.package.related(self._part, "comments")
        return CommentsPart(self._draft.tree(related.target)) if related else None

    def _places(self, marks: Iterable[Mark]) -> dict[str, CellPosition]:
        """Where each mark goes: the top-left cell of a merged area, because only it is shown."""
        asked = {mark.cell: read_place(mark.cell) for mark in marks}
        known = {cell: place for cell, place in asked.items() if place is not None}
        moved = corners(self._layout, known.values())
        return {cell: moved[place] for cell, place in known.items()}

    def _fill(
        self,
        severities: Mapping[CellPosition, Severity],
        earlier: Mapping[CellPosition, HistoryTrace],
    ) -> None:
        is_full = self._styles.is_full
        if is_full and severities:
            self.findings.append(finding("F905", sheet=self._name))

        def wanted(place: CellPosition, style: int) -> int:
            present, is_applied = self._styles.fill_of(style)
            trace = HistoryTrace(self._name, cell_address(*place), present.decode(), is_applied)
            is_marked = place in earlier and is_own_format(present)
            if is_marked:
                trace = earlier[place]
            severity = severities.get(place)
            if severity is None:  # marked by an earlier run only
                if not is_marked:
                    return style
                fill = trace.fill.encode()
                return self._styles.restored(style, fill, is_applied=trace.is_applied)
            if is_full:
                return style
            self.traces.append(trace)
            return self._styles.filled(style, self._styles.add("fills", FILLS[severity]))

        places = earlier.keys() | severities.keys()
        self._draft.splice(self._part, restyle(self._layout, places, wanted))
        self.traces.sort(key=lambda trace: read_place(trace.cell) or (0, 0))

    def _comment(self, texts: dict[CellPosition, str]) -> None:
        package, draft = self._draft.package, self._draft
        threaded = self._threaded()
        for place in sorted(threaded & texts.keys()):
            cell = cell_address(*place)
            self.findings.append(finding("F904", sheet=self._name, cell=cell, found=cell))
            del texts[place]
        related = package.related(self._part, "comments")
        comments = self._comments
        if self._is_boxless:
            kept = comments.of_others() if comments else set()
            if not texts.keys() <= kept:
                self.findings.append(finding("F907", sheet=self._name))
            texts = {place: text for place, text in texts.items() if place in kept}
        if comments is None or related is None:
            if texts:
                self._add_comments(texts)
            return
        splices, gone, fresh = comments.change(texts)
        grown = {
            place: others_text(comments.by_place[place]) + "\n" + framed(texts[place])
            for place in texts.keys() - fresh
        }
        draft.splice(related.target, splices)
        shown = {place: framed(texts[place]) for place in fresh}
        if (
            fresh and self._layout.legacy is None
        ):  # nobody's comment has a box, which no program does
            others = {place: others_text(c) for place, c in comments.by_place.items()}
            shown = {p: text for p, text in others.items() if p not in gone} | shown | grown
        self._change_boxes(gone, shown, grown)

    def _threaded(self) -> set[CellPosition]:
        """The cells on which people hold a conversation, which we leave alone."""
        found: set[CellPosition] = set()
        for relationship in self._draft.package.relationships(self._part):
            if relationship.kind == "threadedComment" and self._draft.package.find(
                relationship.target
            ):
                for element in self._draft.tree(relationship.target):
                    place = read_place(element.attributes.get("ref", ""))
                    if place is not None:
                        found.add(place)
        return found

    def _add_comments(self, texts: Mapping[CellPosition, str]) -> None:
        draft = self._draft
        lost = draft.missing(self._part, "comments")
        path = lost or draft.unused(self._folder, "comments", "xml")
        draft.add(path, new_part(draft.space, texts), content_type=_COMMENTS)
        if lost is None:
            if draft.revive(self._part, "comments", path):
                self.findings.append(finding("F911", sheet=self._name, found=self._name))
            else:
                draft.relate(self._part, "comments", path)
        self._change_boxes(set(), {place: framed(text) for place, text in texts.items()}, {})

    @property
    def _folder(self) -> str:
        return posixpath.dirname(self._draft.book)

    @cached_property
    def _drawing_path(self) -> str | None:
        """The drawing that holds the comment boxes, or None."""
        relationships = self._draft.package.relationships(self._part)
        target = next((r.target for r in relationships if r.id == self._layout.legacy), None)
        member = self._draft.package.find(target) if target else None
        return member.path if member else None

    @property
    def _is_boxless(self) -> bool:
        """Whether boxes cannot be added: their drawing is missing or cut off."""
        path = self._drawing_path
        if path is None:
            return self._layout.legacy is not None
        return boxes.end_of_drawing(self._draft.original(path).text) is None

    def _change_boxes(
        self,
        gone: set[CellPosition],
        shown: Mapping[CellPosition, str],
        grown: Mapping[CellPosition, str],
    ) -> None:
        draft, layout, path = self._draft, self._layout, self._drawing_path
        if path is None:
            if shown:
                self._new_drawing(shown)
            return
        drawing = draft.original(path).text
        removed = boxes.remove_box(drawing, gone)
        kept = apply_splices(drawing, removed)
        # A comment that was deleted may have left its box: it becomes that of the new one.
        left = {place: shown[place] for place in boxes.box_places(kept) & shown.keys()}
        shown = {place: text for place, text in shown.items() if place not in left}
        numbers, blocks = draft.shapes.take(path, kept, len(shown))
        draft.splice(path, removed)
        draft.splice(path, boxes.enlarge_box(drawing, layout, {**grown, **left}))
        draft.splice(path, boxes.add_box(drawing, layout, shown, numbers))
        draft.splice(path, claim(drawing, blocks))

    def _new_drawing(self, shown: Mapping[CellPosition, str]) -> None:
        draft = self._draft
        path = draft.unused(posixpath.join(self._folder, "drawings"), "vmlDrawing", "vml")
        drawing = boxes.new_drawing(self._layout, shown, *draft.shapes.take(path, b"", len(shown)))
        draft.add(path, drawing, content_type=_DRAWING)
        identity = draft.relate(self._part, "vmlDrawing", path)
        related = elements.related(self._layout.root, draft.relation_space, identity)
        element = b"<%slegacyDrawing %s/>" % (self._layout.root.prefix, related)
        draft.splice(self._part, [insertion(self._layout.legacy_place, element)])
