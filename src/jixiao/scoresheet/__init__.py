"""scoresheet."""
