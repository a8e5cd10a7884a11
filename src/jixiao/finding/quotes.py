"""Quotation marks inside quotation marks: names that bring their own are distinguished."""

from __future__ import annotations


def nested(text: str) -> str:
    """Turn “ ” inside “ ” into ‘ ’; marks that do not pair are left alone.

    >>> nested("““三公经费”变动率”没有填写")
    '“‘三公经费’变动率”没有填写'
    """
    if text.count("“") < 2 or text.count("“") != text.count("”"):
        return text
    depth = 0
    written = []
    for character in text:
        if character == "“":
            depth += 1
            written.append("“" if depth % 2 else "‘")
        elif character == "”":
            written.append("”" if depth % 2 else "’")
            depth = max(0, depth - 1)
        else:
            written.append(character)
    return "".join(written)
