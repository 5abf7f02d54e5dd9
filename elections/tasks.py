"""Doorway for Celery's discovery, which looks at `<app>.tasks` alone."""
