"""The version of the program, written here and nowhere else; the package build reads it."""

__version__ = "0.2.0.dev0"
