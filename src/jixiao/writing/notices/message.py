"""The message to a department: what to mend and by when, short enough to be sent as it is."""

from __future__ import annotations

from jixiao.writing.notices.model import Notice, NoticeHead

_LISTED = 12  # of the causes: the letter has them all


def message_of(notice: Notice, head: NoticeHead) -> str:
    """Write the message: one line for the opening, one for each thing to mend, one for the rest."""
    lines = [head.say("notices.to", name=notice.department) + head.opening(notice)]
    items = notice.items[:_LISTED]
    lines += [
        head.say(
            "notices.line-whole" if one.problem.startswith(one.place) else "notices.line",
            number=number,
            place=one.place,
            problem=one.problem,
            remedy=one.remedy,
        )
        for number, one in enumerate(items, 1)
    ]
    if left := len(notice.items) - len(items):
        lines.append(head.say("notices.more", count=left))
    closing = "notices.closing" if notice.copy else "notices.closing-bare"
    lines.append(head.say(closing, number=head.numbered))
    return "\n".join(lines) + "\n"
