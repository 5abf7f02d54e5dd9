"""What production must have before anything serves; each error names the variable to set."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except (binascii.Error, ValueError):
        return False


def _has_encryption_keys() -> bool:
    pairs = settings.ENCRYPTION_KEYS
    return bool(pairs) and all(len(pair) == 2 and pair[0] and _is_key(pair[1]) for pair in pairs)


def _has_secret_key() -> bool:
    key: str = settings.SECRET_KEY
    return len(key) >= 50 and not key.startswith("demonstration")


_A_KEY = "32 random bytes in base64, for example from `openssl rand -base64 32`"
DEMANDS: list[tuple[str, str, Callable[[], bool], str]] = [
    ("portal.E001", "SECRET_KEY", _has_secret_key, "at least 50 random characters"),
    (
        "portal.E002",
        "ALLOWED_HOSTS",
        lambda: bool(settings.ALLOWED_HOSTS) and "*" not in settings.ALLOWED_HOSTS,
        "the names under which the portal is reached, separated by commas; * is refused",
    ),
    (
        "portal.E003",
        "ENCRYPTION_KEYS",
        _has_encryption_keys,
        f"NAME:KEY, newest first, separated by commas; KEY is {_A_KEY}",
    ),
    ("portal.E004", "BLIND_INDEX_KEY", lambda: _is_key(settings.BLIND_INDEX_KEY), _A_KEY),
    (
        "portal.E005",
        "TLS",
        lambda: settings.TLS == "proxy",
        "proxy, where nginx ends TLS and sets X-Forwarded-Proto",
    ),
    ("portal.E006", "DEBUG", lambda: not settings.DEBUG, "leave it out: it shows secrets"),
    (
        "portal.E007",
        "DATABASE_URL",
        lambda: bool(settings.DATABASE_URL),
        "postgres://user:password@host:5432/name",
    ),
    ("portal.E008", "REDIS_URL", lambda: bool(settings.REDIS_URL), "redis://host:6379/0"),
]


@register
def production_settings(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Name each variable that production lacks; demonstration mode demands nothing."""
    if not settings.PRODUCTION:
        return []
    return [
        Error(
            f"{variable} is missing or unfit for production.",
            hint=f"Set {variable}: {hint}.",
            id=code,
        )
        for code, variable, is_met, hint in DEMANDS
        if not is_met()
    ]


def refuse_to_start() -> None:
    """Raise ImproperlyConfigured with one line per failed demand; used by every server process."""
    errors = production_settings(None)
    if errors:
        raise ImproperlyConfigured(
            "\n".join(f"{error.id}: {error.msg} {error.hint}" for error in errors)
        )
