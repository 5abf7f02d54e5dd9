"""Doorway: addresses of data, which bear no language."""

from elections.public.urls import data as urlpatterns

app_name = "data"

__all__ = ["app_name", "urlpatterns"]
