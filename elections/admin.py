"""Doorway: Django looks for admin classes here."""

import elections.results.admin
import elections.review.admin  # noqa: F401
