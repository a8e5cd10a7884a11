"""What is wrong in a rulebook whose shape is right: weights, formulas, steps, labels, cases."""

from jixiao.rulebook.audit.audit import audit, prove

__all__ = ["audit", "prove"]
