"""The portal's own settings with what only tests need."""

from portal.settings import *  # noqa: F403
from portal.settings import INSTALLED_APPS as PORTAL_APPS
from portal.settings import STATIC_ROOT

INSTALLED_APPS = [*PORTAL_APPS, "tests.lab"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# WhiteNoise warns of a directory that is not there yet, as in a fresh clone.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Else every client of a test would look through all static files before its first question.
WHITENOISE_AUTOREFRESH = True
