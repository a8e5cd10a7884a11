"""What figures are worth under a rulebook: rate, score, spread and trace."""

from jixiao.rulebook.scoring.evaluate import evaluate, evaluate_rate
from jixiao.rulebook.scoring.free import evaluate_row
from jixiao.rulebook.scoring.target import FreeRow

__all__ = ["FreeRow", "evaluate", "evaluate_rate", "evaluate_row"]
