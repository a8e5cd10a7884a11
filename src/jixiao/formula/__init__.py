"""The rulebook's formula language: one tree, read from text, evaluated, written for Excel and people."""
