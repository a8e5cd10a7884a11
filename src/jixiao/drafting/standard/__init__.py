"""Scoring standards (评分标准) read: words to clauses to the rulebook's own kinds of rule."""

from __future__ import annotations
