"""The rulebook's formula language: one tree, evaluated, written for Excel and for people."""
