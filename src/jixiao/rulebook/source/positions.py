"""Find where in a designer's file a place of the merged content is."""

from __future__ import annotations

from jixiao.rulebook.misfits import ContentPath
from jixiao.rulebook.source.lines import line_of
from jixiao.rulebook.source.overlay import KEYED, Content
from jixiao.rulebook.source.read import RulebookSource


def locate_key(source: RulebookSource, at: ContentPath) -> tuple[int | None, str]:
    """Give line and readable key of a place; a place inherited whole has no line."""
    written = _own_place(source, at)
    key = _readable(source.laid.content, at)
    return (None if written is None else line_of(source.text, written)), key


def _own_place(source: RulebookSource, at: ContentPath) -> ContentPath | None:
    """The place in the file's own content: entries are numbered as the file writes them."""
    if len(at) < 2 or at[0] not in KEYED or not isinstance(at[1], int):
        return at
    section = str(at[0])
    entry = source.laid.content[section][at[1]]
    own = source.own.get(section, [])
    if at[1] < len(own) and own[at[1]] is entry:
        return at
    for number, candidate in enumerate(own):
        if candidate.get("id") == entry.get("id"):
            return (section, number, *at[2:])
    return None


def _readable(content: Content, at: ContentPath) -> str:
    """``indicators.budget-completion.score.steps[2]``: entries by id, other items by number."""
    words: list[str] = []
    here: object = content
    for part in at:
        if isinstance(part, int):
            here = here[part] if isinstance(here, list) and part < len(here) else None
            identifier = here.get("id") if isinstance(here, dict) else None
            if identifier is not None:
                words.append(str(identifier))
            elif words:
                words[-1] = f"{words[-1]}[{part + 1}]"
        else:
            here = here.get(part) if isinstance(here, dict) else None
            words.append(part)
    return ".".join(words)
