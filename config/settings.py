"""Every setting of the project; whatever differs between installations comes from the environment.

docs/settings.md and .env.example list the variables. Nonsense is refused at the start, with a sentence
that says what to set: a server without a secret key, or with DEBUG before the public, never comes up.
"""

from pathlib import Path

import pgtrigger
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config import environment

BASE_DIR = Path(__file__).resolve().parent.parent

environment.read_file(BASE_DIR / ".env")

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}

# --- Safety first -------------------------------------------------------------------------------------
SECRET_KEY = environment.required(
    "SECRET_KEY",
    "It signs sessions and must be long, random and secret. Make one with: "
    "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
)
DEBUG = environment.switch("DEBUG", default=False)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS") or (sorted(LOCAL_HOSTS) if DEBUG else [])
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set. Name the host names this server answers to.")
if DEBUG and set(ALLOWED_HOSTS) - LOCAL_HOSTS:
    raise ImproperlyConfigured(
        "DEBUG is on and ALLOWED_HOSTS names a public host. DEBUG shows secrets in its error pages: "
        "switch it off (DEBUG=0), or keep ALLOWED_HOSTS to localhost."
    )
SECURE_SSL_REDIRECT = environment.switch("SECURE_SSL_REDIRECT", default=not DEBUG)
# A browser that was told remembers it: a first installation may want a short time until TLS is sure to stay.
SECURE_HSTS_SECONDS = environment.seconds("SECURE_HSTS_SECONDS", default=0 if DEBUG else 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
SECURE_HSTS_PRELOAD = not DEBUG
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_TLS_PROXY = environment.switch("BEHIND_TLS_PROXY", default=False)
if BEHIND_TLS_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
X_FRAME_OPTIONS = "DENY"
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
    }
}

# --- Applications -------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "tracker",
    "resolutions",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "pghistory",
    "pgtrigger",
    "rest_framework",
    "rest_framework.authtoken",
]
MIDDLEWARE = [
    "config.health.answer_probes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.addresses.refuse_null",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data ---------------------------------------------------------------------------------------------
DATABASES = {
    "default": {**environment.postgresql("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Row history: one trigger a statement (bulk writes stay cheap), and nobody edits the past.
PGHISTORY_LEVEL = pgtrigger.Statement
PGHISTORY_APPEND_ONLY = True
# Forms and API requests; the API refuses a larger one, files included, before it is read. A page first takes
# a file in, so that its form can say that it is too large; the proxy in front ends what is larger by far.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- People -------------------------------------------------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "overview"
LOGOUT_REDIRECT_URL = "login"

# --- Language, time, files ----------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = environment.text("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
DATE_FORMAT = "j F Y"
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# In development the files are served from where they lie, so no collectstatic is needed.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- E-mail -------------------------------------------------------------------------------------------
# What links in e-mails begin with.
SITE_URL = environment.web_address("SITE_URL", default="http://localhost:8000" if DEBUG else "")
vars().update(environment.mail("EMAIL_URL"))
# A mail server that does not answer must not hold a worker until its task is killed.
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "obligations-tracker@localhost")

# --- Background work ----------------------------------------------------------------------------------
CELERY_BROKER_URL = environment.required("CELERY_BROKER_URL", "For instance redis://host:6379/0")
# What must count across processes: guesses at pass phrases, and the API's limits. It may be lost at any time.
CACHES = {"default": environment.cache("CACHE_URL", beside=CELERY_BROKER_URL)}
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
# A task is acknowledged when it is done, and given out again when its worker dies.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# Longest task < visibility time-out, or the broker would hand a running task to a second worker.
CELERY_TASK_TIME_LIMIT = 120
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- API ----------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "tracker.api.authentication.TokenAsPassword",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_SCHEMA_CLASS": "tracker.api.schema.APISchema",
    "DEFAULT_FILTER_BACKENDS": ["tracker.api.narrowing.Narrowing"],
    "DEFAULT_PAGINATION_CLASS": "tracker.api.pagination.KeysetPagination",
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "tracker.api.negotiation.Negotiation",
    "DEFAULT_PARSER_CLASSES": ["tracker.api.negotiation.StrictJSONParser"],
    # JSON only: people read the description at /api/docs/ and the pages, not raw rows.
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_THROTTLE_RATES": {"token": "10/min", "login": "10/min"},
    # Only a proxy of ours is believed where a request says it comes from; anyone could write such a header.
    "NUM_PROXIES": 1 if BEHIND_TLS_PROXY else 0,
    "EXCEPTION_HANDLER": "tracker.api.problems.answer",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Obligations tracker",
    "DESCRIPTION": "Who was asked to do what by United Nations resolutions, by when, and what was done.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# --- Log ----------------------------------------------------------------------------------------------
LOG_LEVEL = environment.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), default="INFO")
# Everything goes to standard error, a line a message; whatever runs the process keeps and rotates it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.WithoutSecrets",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
            "secrets": [SECRET_KEY, DATABASES["default"].get("PASSWORD"), vars().get("EMAIL_HOST_PASSWORD")],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # Django's own handlers would say each line twice, and mail requests with all that was typed into them.
    "loggers": {"django": {"handlers": [], "level": LOG_LEVEL}},
}
