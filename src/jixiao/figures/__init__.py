"""Figures: exact numbers, what they may stand for, how they are rounded, shown and read."""
