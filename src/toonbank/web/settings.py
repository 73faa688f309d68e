"""Everything the desk reads from its surroundings: a few environment variables, all optional, all `TOONBANK_*`.

TOONBANK_HOME       folder for the database, pictures and keys (default: ~/.local/share/toonbank)
TOONBANK_ADDRESS    the address in the browser (default: http://127.0.0.1:8321); https switches on secure cookies
TOONBANK_DATABASE   postgresql://user:password@host:port/name (default: an SQLite file in the home folder)
TOONBANK_SECRET     key that signs cookies (default: made once, kept in the home folder)
TOONBANK_FIELD_KEYS keys that encrypt tokens, newest first, separated by commas (default: made once, kept in the home folder)
TOONBANK_ALLOW_PRIVATE_ADDRESSES  "yes" lets feeds and servers lie on a private network (default: no)
TOONBANK_LOG_LEVEL  DEBUG, INFO, WARNING or ERROR (default: INFO)
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from toonbank.web.keys import field_keys, signing_key
from toonbank.web.storage import database_from

HOME = Path(os.environ.get("TOONBANK_HOME") or "~/.local/share/toonbank").expanduser()
ADDRESS = os.environ.get("TOONBANK_ADDRESS", "http://127.0.0.1:8321").rstrip("/")
ALLOW_PRIVATE_ADDRESSES = os.environ.get("TOONBANK_ALLOW_PRIVATE_ADDRESSES", "no") == "yes"
IS_HTTPS = ADDRESS.startswith("https://")
HERE = Path(__file__).resolve().parent

SECRET_KEY = signing_key(HOME, os.environ.get("TOONBANK_SECRET"))
FIELD_KEYS = field_keys(HOME, os.environ.get("TOONBANK_FIELD_KEYS"))
DEBUG = False

_host = urlsplit(ADDRESS).hostname or "127.0.0.1"
ALLOWED_HOSTS = [_host, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "heroicons",
    "toonbank.shops",
    "toonbank.ledger",
    "toonbank.evidence",
    "toonbank.relations",
    "toonbank.posts",
    "toonbank.conversations",
    "toonbank.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "toonbank.web.middleware.SafetyHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "toonbank.web.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "toonbank.web.middleware.ShopMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "toonbank.web.urls"
WSGI_APPLICATION = "toonbank.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "toonbank.web.context.front",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "heroicons.templatetags.heroicons",
                "toonbank.web.templatetags.counter",
            ],
        },
    }
]

DATABASES = {"default": database_from(os.environ.get("TOONBANK_DATABASE"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "shops.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "door"
LOGOUT_REDIRECT_URL = "sign-in"

# Five wrong passwords for one name from one address close that door for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_USERNAME_FORM_FIELD = "username"  # as `authenticate` is called, not as the column is named
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page said when to come back; that is a promise
AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_CALLABLE = "toonbank.web.doors.closed_for_a_while"
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "email", "password"]

SESSION_COOKIE_NAME = "toonbank"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "toonbank.web.errors.form_expired"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = HOME / "pictures"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576

# A send may last 30 seconds (channels.wire); who is silent for longer than this is taken for dead.
SEND_LEASE = timedelta(seconds=120)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "toonbank.web.logs.LineFormatter"}},
    "filters": {"visitors": {"()": "toonbank.web.logs.QuietAboutVisitors"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["visitors"]}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("TOONBANK_LOG_LEVEL", "INFO")},
    "loggers": {"axes": {"level": "WARNING"}, "httpx": {"level": "WARNING"}},
}
