"""What the parts of a scoresheet share while it is written: columns by role, the current row."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jixiao.finding import chinese_text
from jixiao.rulebook import Indicator, Judged, Role, Rulebook, weight_of
from jixiao.workbook import cell_address
from jixiao.writing.template.filling import Filling, TypedValue
from jixiao.writing.template.formats import decimal_format
from jixiao.writing.template.page import Page
from jixiao.writing.template.prompts import note, restrict, score_rule

NO_FIGURE = "—"
CUT = {Role.LEVEL1: 3.0, Role.LEVEL2: 6.0, Role.LEVEL3: 4.0}  # what a page break inside costs


class Grid:
    """A scoresheet being written from top to bottom; ``row`` is the last row used."""

    def __init__(self, page: Page, rulebook: Rulebook, filling: Filling, row: int) -> None:
        self.page = page
        self.rulebook = rulebook
        self.filling = filling
        self.row = row
        self.left_out: list[str] = []  # the weights of rows that do not apply, as formulas
        self.at = {column.role: nth for nth, column in enumerate(rulebook.columns, 1)}
        self.points = decimal_format(rulebook.digits)

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.rulebook.columns)

    def has(self, role: Role) -> bool:
        """Say whether the sheet has a column of that role."""
        return role in self.at

    def cell(self, role: Role, row: int | None = None) -> str | None:
        """The address of a role's cell in a row (the current one); None without the column."""
        return (
            cell_address(self.row if row is None else row, self.at[role])
            if role in self.at
            else None
        )

    def label_of(self, role: Role) -> str:
        """The heading of a role's column."""
        return self.rulebook.columns[self.at[role] - 1].label

    def fill(self, columns: range, look: str) -> None:
        """Give empty cells of the current row a look."""
        for column in columns:
            self.page.sheet.write_blank(self.row - 1, column - 1, None, self.page.styles[look])

    def score_entry(
        self, role: Role, key: str, value: TypedValue | None, most: Decimal, least: Decimal
    ) -> str | None:
        """Leave a score to the department or, in the reviewed column, to the bureau."""
        if role not in self.at:
            return None
        at = (self.row, self.at[role])
        look = "bureau" if role is Role.REVIEWED else "entry-centre"
        self.page.entry(*at, value, f"{look}|{self.points}", key)
        restrict(self.page, at, at, score_rule(self.label_of(role), most, least))
        return cell_address(*at)

    def words_entry(self, role: Role, key: str, value: str | None, prompt: str) -> None:
        """Leave a cell for words."""
        if role in self.at:
            at = (self.row, self.at[role])
            self.page.entry(*at, value, "entry-text", key)
            restrict(self.page, at, at, note(self.label_of(role), prompt))

    def comment_standard(self, computed: str) -> None:
        """Add to a published standard, in a comment, how the workbook computes it."""
        roles = (Role.STANDARD, Role.SUGGESTED, Role.CLAIMED)
        role = next((r for r in roles if self.has(r)), None)
        if role is not None:
            said = chinese_text("template.standard.computed", text=computed)
            self.page.comment(self.row, self.at[role], said)

    def tell_apart(self, cells: Mapping[Role, str]) -> None:
        """Colour the self-score where it is not the computed one."""
        if Role.CLAIMED in cells and Role.SUGGESTED in cells:
            self.page.tell_apart(cells[Role.CLAIMED], cells[Role.SUGGESTED], self.rulebook.digits)

    def weight(self, indicator: Indicator) -> Decimal:
        """The weight of an indicator in points."""
        weight = weight_of(self.rulebook, indicator)
        if weight is None:
            raise ValueError(f"{indicator.id} has no weight: no template for an abstract rulebook")
        return Decimal(weight.numerator) / Decimal(weight.denominator)


def least(indicator: Indicator) -> Decimal:
    """The least score that may be given."""
    return indicator.score.min if isinstance(indicator.score, Judged) else Decimal(0)
