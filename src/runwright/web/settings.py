"""Django's settings: a laptop needs none; a clinic names its hosts, its database, its sign-in.

Rule for the next author: every variable read here stands in docs/how-to/run-the-app.md.
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from runwright.web.accounts.own_sign_in import openid_connect
from runwright.web.places import data_dir, secret_key

DATA_DIR = data_dir()
HOSTS = tuple(filter(None, os.environ.get("RUNWRIGHT_HOSTS", "").split(",")))
IS_LAPTOP = not HOSTS  # one runner, no account to invent, nobody else's request answered

SECRET_KEY = os.environ.get("RUNWRIGHT_SECRET_KEY") or secret_key(DATA_DIR)
DEBUG = False
PHONE_HOSTS = tuple(filter(None, os.environ.get("RUNWRIGHT_PHONE_HOSTS", "").split(",")))
ALLOWED_HOSTS = list(HOSTS) if HOSTS else ["127.0.0.1", "localhost", "[::1]", *PHONE_HOSTS]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]

OIDC_ISSUER = os.environ.get("RUNWRIGHT_OIDC_ISSUER", "")  # a clinic's own sign-in, if it has one

INSTALLED_APPS = [
    "runwright.web.accounts",  # before allauth, whose pages it lays out
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "runwright.web.runner",
    "runwright.web.season",
    "runwright.web.diary",
    "runwright.web.coach",
    "runwright.web.api",
]
if OIDC_ISSUER:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # with a random length, so that it gives nothing away
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "runwright.web.frame.page_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "runwright.web.frame.signed_in",
    "runwright.web.frame.reader",
    "runwright.web.no_room.NoRoom",
]
ROOT_URLCONF = "runwright.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [],
        "OPTIONS": {"environment": "runwright.web.frame.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,  # allauth's own pages, and ours that lay them out
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "runwright.web.accounts.page.page",
            ]
        },
    },
]


def _database() -> dict[str, object]:
    """Return SQLite in the data folder, or what ``RUNWRIGHT_DATABASE_URL`` names."""
    url = os.environ.get("RUNWRIGHT_DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "runwright.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": dict(parse_qsl(parts.query)).get("host") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # no mail is sent by anything here
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nothing here can send the mail that would verify it
SOCIALACCOUNT_LOGIN_ON_GET = False  # a page asks first, so that no other site can sign you in
SOCIALACCOUNT_PROVIDERS = {"openid_connect": openid_connect(OIDC_ISSUER)} if OIDC_ISSUER else {}

# Cookies: not for scripts, not sent along by other sites, only over HTTPS where there is one.
SESSION_COOKIE_NAME = "runwright"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90  # seconds; a runner on a phone signs in once a season
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "runwright.web.sorry.from_elsewhere"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not IS_LAPTOP
SECURE_PROXY_SSL_HEADER = None if IS_LAPTOP else ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

STATIC_URL = "/static/"
STATICFILES_DIRS = [str(Path(__file__).parent / "static")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
FILE_UPLOAD_TEMP_DIR = str(DATA_DIR)
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "runwright.web.no_room.UploadToDisk",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 5_000  # a folder of single runs

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True  # for allauth's pages and forms; ours speak through runwright.domain.words

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
