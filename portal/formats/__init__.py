"""Dates and numbers in the three languages; Django has no Kazakh formats of its own."""
