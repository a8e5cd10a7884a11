"""The sizes beyond which a file is refused, set from measurements on 3,326 public workbooks."""

from __future__ import annotations

from typing import Final

MEBIBYTE: Final = 1024 * 1024

# The file and its package. In public workbooks the largest unpacked total was 60 MiB, the most
# members 1,033, the highest ratio of an honest member over 1 MiB 121.
FILE_BYTES: Final = 50 * MEBIBYTE
UNPACKED_BYTES: Final = 256 * MEBIBYTE
PART_BYTES: Final = 128 * MEBIBYTE
MEMBERS: Final = 5_000
RATIO: Final = 150
RATIO_FROM: Final = 1 * MEBIBYTE  # smaller contents cannot hurt, however well they are packed
MEMBER_RATIO: Final = 200
NESTING: Final = 10_000  # elements inside elements in one part, where it is a large one
TAG_BYTES: Final = 1 * MEBIBYTE  # one tag or comment
TAGS: Final = 6_000_000  # opening and closing ones, all parts together; time goes by them
ENTRIES: Final = 200_000  # references, declared types, comments or names

# What a worksheet may hold: the first two are the format's own, the others ours.
ROWS: Final = 1_048_576
COLUMNS: Final = 16_384
CELLS: Final = 500_000  # this, merges and formulas count for all sheets together
SHEETS: Final = 200
SHARED_STRINGS: Final = 1_000_000
STRING_CHARACTERS: Final = 64 * MEBIBYTE  # of shared texts; as much again in cells and formulas
CELL_FORMATS: Final = 65_000
MERGES: Final = 100_000
FORMULA_CHARACTERS: Final = 8 * MEBIBYTE
CELL_CHARACTERS: Final = 32_767

# The child process that reads xls, xlsb and et.
CHILD_BYTES: Final = 1024 * MEBIBYTE
CHILD_SECONDS: Final = 10
CHILD_CHARACTERS: Final = 32 * MEBIBYTE
RECTANGLE_CELLS: Final = 10_000_000
