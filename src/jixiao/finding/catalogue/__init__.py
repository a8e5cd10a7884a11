"""The texts of the finding codes, one module per letter."""
