"""Doorway: Django looks for admin classes here."""

import elections.results.admin  # noqa: F401
