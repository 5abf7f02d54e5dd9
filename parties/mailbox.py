"""Mail of the demonstration: written to files under var/ instead of being sent."""

from __future__ import annotations

import email
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format

from portal.base import numerals

NEWEST = 30


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as it would have been sent."""

    to: str
    subject: str
    text: str
    date: str


def newest() -> list[Letter]:
    """Return the newest messages, newest first; none where mail really goes out."""
    if not settings.EMAIL_FILE_PATH:
        return []
    directory = Path(settings.EMAIL_FILE_PATH)
    files = sorted(directory.glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
    letters = [letter for path in files[-NEWEST:] for letter in _letters(path)]
    return letters[::-1][:NEWEST]


def _letters(path: Path) -> list[Letter]:
    parts = path.read_bytes().split(b"\n" + b"-" * 79 + b"\n")
    return [_letter(part) for part in parts if part.strip()]


def _letter(text: bytes) -> Letter:
    message = email.message_from_bytes(text.lstrip(), policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 (what the policy promises)
    body = message.get_body(preferencelist=("plain",))
    return Letter(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=body.get_content() if body else "",
        date=_moment(message["Date"].datetime),
    )


def _moment(at: datetime) -> str:
    """Write the time of a letter's head as it stands there, with its zone, in words."""
    written = date_format(at.replace(tzinfo=None), "DATETIME_FORMAT")
    return f"{written} ({numerals.utc_offset(at)})"
