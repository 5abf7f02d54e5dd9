"""All settings, read from the environment; docs/operate.md lists every variable.

Without any environment the portal is in demonstration mode: it finds the servers that
`make run` started in var/embedded.json, answers on this machine only, and keeps DEBUG off so
that the error pages are our own. TIZIM_MODE=production demands what portal/checks.py names.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from portal import embedded

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """Return the variable's value; refuse a word that is not among those allowed."""
    value = os.environ.get(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}={value!r}: use one of {', '.join(allowed)}.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes or no; "maybe" stops the start instead of meaning no."""
    return choice(name, ("0", "1", "true", "false"), "1" if default else "0") in ("1", "true")


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def address(name: str, scheme: str, *others: str) -> str:
    """Return a server's address or ""; refuse another kind without repeating its password."""
    value = os.environ.get(name, "")
    try:
        parts = urlsplit(value)
        fits = parts.scheme in (scheme, *others) and (parts.port or 0) >= 0
    except ValueError:
        fits = False
    if value and not fits:
        raise ImproperlyConfigured(f"{name}: write it as {scheme}://user:password@host:port/name.")
    return value


# --- what kind of installation -------------------------------------------------------------
MODE = choice("TIZIM_MODE", ("demonstration", "production"), "demonstration")
PRODUCTION = MODE == "production"
DEMONSTRATION = not PRODUCTION
DEBUG = flag("DEBUG")

# A missing secret stays this word, so that the checks can name the variable; nothing starts
# with it in production.
UNSET = "unset"
_demonstration_secret = "demonstration-only-not-a-secret-0000000000000000000000000000000000"  # noqa: S105
# 32 zero-like bytes that everybody can read here: they protect generated data alone.
_demonstration_key = "ZGVtb25zdHJhdGlvbi1vbmx5LW5vdC1hLXNlY3JldC0="

SECRET_KEY = os.environ.get("SECRET_KEY", UNSET if PRODUCTION else _demonstration_secret)
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1]")
# Newest first: "2026a:base64,2025a:base64". Older keys only decrypt.
ENCRYPTION_KEYS = [
    tuple(pair.split(":", 1))
    for pair in words("ENCRYPTION_KEYS", "" if PRODUCTION else f"demo:{_demonstration_key}")
]
BLIND_INDEX_KEY = os.environ.get("BLIND_INDEX_KEY", UNSET if PRODUCTION else _demonstration_key)
# Where TLS ends: at a proxy that sets X-Forwarded-Proto, or "none" for this machine alone.
TLS = choice("TLS", ("none", "proxy"), "none")

# --- servers -------------------------------------------------------------------------------
_running = embedded.read_state(BASE_DIR / "var" / "embedded.json") if DEMONSTRATION else None
DATABASE_URL = address("DATABASE_URL", "postgres", "postgresql") or (_running or {}).get(
    "database_url", ""
)
REDIS_URL = address("REDIS_URL", "redis", "rediss") or (_running or {}).get("redis_url", "")

DATABASES: dict[str, dict[str, Any]] = {
    "default": environ.Env.db_url_config(DATABASE_URL or "postgres://localhost:1/none")
    | {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
}
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 3)
DATABASES["default"]["OPTIONS"].setdefault(
    "options",
    "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s",
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The broker is a hint, the database is the truth. These limits are the worker's: with one second
# instead of ten it lost the acknowledgement of a finished task when Redis stalled for three.
# Whoever publishes is far less patient: portal.base.queue has its own limits.
CELERY_BROKER_URL = REDIS_URL or "redis://localhost:1/0"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 10,
    "socket_connect_timeout": 5,
    "visibility_timeout": 600,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"

# Counters of failed tries: in the database, so that they work with Redis stopped. The table is
# made by a migration.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
    }
}

# --- mail ----------------------------------------------------------------------------------
# smtp://user:password@host:587?tls=True in production; the demonstration writes letters to files
# that /party/mail/ shows.
EMAIL_URL = os.environ.get("EMAIL_URL", "")
EMAIL_FILE_PATH = "" if EMAIL_URL or PRODUCTION else str(BASE_DIR / "var" / "mail")
if EMAIL_URL:
    _mail = environ.Env.email_url_config(EMAIL_URL)
    EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
    EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS = bool(_mail.get("EMAIL_USE_TLS"))
    EMAIL_USE_SSL = bool(_mail.get("EMAIL_USE_SSL"))
elif DEMONSTRATION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_TIMEOUT = 10
# The head of a letter that belongs to no territory: the clock of TIME_ZONE, not UTC.
EMAIL_USE_LOCALTIME = True
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", "Tizim <noreply@localhost>")
# Where links in letters lead that no request wrote.
_here = f"http://127.0.0.1:{(_running or {}).get('port') or 8000}"
PUBLIC_URL = os.environ.get("PUBLIC_URL", "" if PRODUCTION else _here).rstrip("/")

# --- the site ------------------------------------------------------------------------------
INSTALLED_APPS = [
    "portal",
    "portal.base",
    "portal.base.audit",
    "parties",
    "elections",
    "portal.apps.TizimAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_linear_migrations",
    "pgtrigger",
    "pghistory",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "csp",
]
MIDDLEWARE = [
    # First, so that what the next one refuses (a hostile Host) bears the policy too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.LanguageMiddleware",
    "portal.middleware.error_pages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- people --------------------------------------------------------------------------------
AUTH_USER_MODEL = "parties.User"
AUTHENTICATION_BACKENDS = ["portal.auth.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "parties:sign-in"
LOGIN_REDIRECT_URL = "lists:start"
PASSWORD_RESET_TIMEOUT = 60 * 60
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# --- languages and time --------------------------------------------------------------------
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_CODE = "kk"
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "portal" / "locale", BASE_DIR / "portal" / "locale_upstream"]
FORMAT_MODULE_PATH = ["portal.formats"]
USE_THOUSAND_SEPARATOR = False
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

# --- files ---------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "var" / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Without a collected manifest (tests, DEBUG) files are served from where they lie.
WHITENOISE_USE_FINDERS = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# --- security ------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.views.csrf_failure"
_over_tls = TLS != "none"
SESSION_COOKIE_SECURE = _over_tls
CSRF_COOKIE_SECURE = _over_tls
SECURE_SSL_REDIRECT = _over_tls
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if _over_tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _over_tls
SECURE_HSTS_PRELOAD = _over_tls
if TLS == "proxy":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]

# --- audit ---------------------------------------------------------------------------------
# The context stands inside the event's own row: pghistory's separate table would need UPDATE
# rights for the web role.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGTRIGGER_MIGRATE = True
PGTRIGGER_INSTALL_ON_MIGRATE = False

# --- logs ----------------------------------------------------------------------------------
LOG_LEVEL = choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        # A hostile Host header is the sender's mistake, not an alarm of ours.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
