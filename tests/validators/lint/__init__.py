"""What the schema and the spreadsheet programs ask of a package, checked without code of ours.

Whoever breaks one of these rules makes Excel offer a repair, which is not here to be asked. Most
of them no schema can say: what a number elsewhere must be the number of, what may not be there
twice, what must be in order.
"""

from __future__ import annotations

from collections import Counter

from validators.lint.book import book_rules
from validators.lint.container import container_rules
from validators.lint.package import Package


def broken_rules(content: bytes) -> Counter[str]:
    """Name every rule that a package breaks, with the place; empty for a sound one."""
    package = Package(content)
    return Counter((*container_rules(package), *book_rules(package)))
