"""Settings of the portal. Every difference between two portals is an environment variable
(table in the README). Without ALLOWED_HOSTS the portal is local: loopback hosts, plain http,
a secret made once. With it, the portal is in production and refuses to start half configured.
"""

import os
from functools import partial
from pathlib import Path

import fontpkg
from csp.constants import NONE, SELF

from loei_coop.environment import env, local_secret, read, required

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = read(env.path, "DATA_DIR", BASE_DIR / ".data")
PORT = read(env.int, "PORT", 8000)
BEHIND_PROXY = read(env.bool, "BEHIND_PROXY", False)
WORKERS = read(env.int, "WEB_WORKERS", 2)

# Local or production

ALLOWED_HOSTS = read(env.list, "ALLOWED_HOSTS", [])
LOCAL = not ALLOWED_HOSTS
DEBUG = read(env.bool, "DEBUG", False) and LOCAL
if LOCAL:
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
    SECRET_KEY = local_secret(DATA_DIR / "secret_key")
else:
    SECRET_KEY = required(
        "SECRET_KEY",
        why_thai="เพราะกำหนด ALLOWED_HOSTS ไว้ (ระบบใช้งานจริง) เช่น อักขระสุ่ม 50 ตัวขึ้นไป",
        why_english="ALLOWED_HOSTS is set (production); use 50 or more random characters.",
    )
    CSRF_TRUSTED_ORIGINS = [
        f"https://{'*' if host.startswith('.') else ''}{host}" for host in ALLOWED_HOSTS
    ]
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = read(env.int, "HSTS_SECONDS", 365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    # Browsers take these names from this very host and over https only.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    if BEHIND_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Former values of SECRET_KEY: what was signed or sealed under them is still read.
SECRET_KEY_FALLBACKS = read(env.list, "SECRET_KEY_FALLBACKS", [])

# Applications

INSTALLED_APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "loei_coop.site",
    "loei_coop.office.admin_config.OfficeAdminConfig",
    "loei_coop.office",
    "loei_coop.desk",
    "loei_coop.news",
    "governance",
    "networks",
    "loei_coop.accounts",
    "loei_coop.common",
    "loei_coop.thai.django",
    "import_export",
    "simple_history",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "loei_coop.urls"
WSGI_APPLICATION = "loei_coop.wsgi.application"

MIDDLEWARE = [
    # First what every answer gets, static files and refusals too.
    "loei_coop.common.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "loei_coop.site.middleware.PathLanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "loei_coop.site.middleware.UnreadableQueryMiddleware",
    "loei_coop.site.middleware.LargeRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "loei_coop.site.middleware.AnonymousFormsMiddleware",
    "loei_coop.accounts.middleware.SecondFactorMiddleware",
    "loei_coop.common.middleware.ChangeSetMiddleware",
]

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
                "loei_coop.site.context.portal",
            ],
        },
    },
]

# Database: SQLite with nothing to configure, PostgreSQL by DATABASE_URL

DATABASES = {
    "default": read(env.dj_db_url, "DATABASE_URL", f"sqlite:///{DATA_DIR / 'db.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A writer waits its turn from the beginning of its transaction, and what was
        # acknowledged survives a power cut.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        ),
    }
else:
    DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)

# Shared between server processes: counts of tries at the door lie here. The table is made by a
# migration; nothing in it has to survive.

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        # Above it, a third is thrown away: nobody may push the counts out by filling it.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Languages and time: Thai at the root, English under /en/

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
# The second folder holds Thai for strings that the libraries leave untranslated.
LOCALE_PATHS = [BASE_DIR / "loei_coop/locale", BASE_DIR / "loei_coop/locale/libraries"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "loei_coop/static",
    ("fonts", os.path.dirname(str(fontpkg.path("Sarabun")))),
]
MEDIA_ROOT = DATA_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Bytes of a form without its files: a million Thai letters, pasted by mistake, still get a sentence
# from the form, and are still in it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000

# Security

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "loei_coop.site.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

# Signing in

AUTHENTICATION_BACKENDS = ["loei_coop.accounts.backends.NameOrEmailBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
ACCOUNT_ADAPTER = "loei_coop.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "loei_coop.accounts.forms.SignInForm",
    "reauthenticate": "loei_coop.accounts.forms.ConfirmPasswordForm",
    "change_password": "loei_coop.accounts.forms.ChangePasswordForm",
}
# The backend knows e-mail addresses too; there is no list of them to be managed.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = None
SIGN_IN_TRIES = 5
SIGN_IN_MINUTES = 15
ANONYMOUS_FORMS_MINUTES = 15
ACCOUNT_RATE_LIMITS = {
    # All forms of one page from one line: a hall full of managers with their slips has room.
    "anonymous_form": f"200/{ANONYMOUS_FORMS_MINUTES}m/key",
    # One account from one address; everything from one address, which many telephones share.
    "sign_in_account": f"{SIGN_IN_TRIES}/{SIGN_IN_MINUTES}m/key",
    "sign_in_address": f"60/{SIGN_IN_MINUTES}m/key",
    "sign_in_noted": f"1/{SIGN_IN_MINUTES}m/key",
    # Codes of the second step, of one account.
    "login_failed": f"{SIGN_IN_TRIES}/{SIGN_IN_MINUTES}m/key",
    "login": "120/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": f"10/{SIGN_IN_MINUTES}m/user",
}
MFA_ADAPTER = "loei_coop.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "loei_coop.accounts.forms.CodeForm",
    "reauthenticate": "loei_coop.accounts.forms.ConfirmCodeForm",
    "activate_totp": "loei_coop.accounts.forms.SetUpForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Loei cooperatives"
MFA_ALLOW_UNVERIFIED_EMAIL = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Loading lists and taking them away have rights of their own.

IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "export"

# The three slogan lines of the office, as its releases of 2556 end with them.

SLOGAN = [
    "“ร้อยรวมใจ มอบให้...เลย”",
    "ริเริ่มสร้างสรรค์ มุ่งมั่นพัฒนา พัฒนาสหกรณ์",
    "Creative thinking Proactive working Develop Cooperatives",
]

# First-use codes: days until one expires, whether four digits are told apart from the slip, and how
# many wrong ones lock it.

ACTIVATION_DAYS = read(env.int, "ACTIVATION_DAYS", 14)
ACTIVATION_DIGITS = read(env.bool, "ACTIVATION_DIGITS", True)
ACTIVATION_TRIES = read(env.int, "ACTIVATION_TRIES", 5)

# Days after a person's last office until `remove_former_contacts` removes telephone and e-mail.

FORMER_CONTACT_DAYS = read(env.int, "FORMER_CONTACT_DAYS", 365)

# Papers: Thai digits where the office wishes so; on the web they are always Arabic.

PAPER_THAI_DIGITS = read(env.bool, "PAPER_THAI_DIGITS", False)

# What the open data may be used for. The office has not chosen a licence yet: while `provisional`
# is true, page and files say that this one is the portal's proposal.

OPEN_DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "provisional": True,
}

# Files of evidence are kept for so many years after their round has closed.

EVIDENCE_YEARS = read(env.int, "EVIDENCE_YEARS", 5)

# So many days before a round of assessment closes, those who have not submitted are reminded.

ASSESSMENT_REMINDER_DAYS = read(
    partial(env.list, subcast=int), "ASSESSMENT_REMINDER_DAYS", [30, 14, 7, 1]
)

# Mail: without a server nothing is mailed and nothing is missing.

EMAIL_HOST = read(env.str, "EMAIL_HOST", "")
EMAIL_PORT = read(env.int, "EMAIL_PORT", 587)
EMAIL_HOST_USER = read(env.str, "EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = read(env.str, "EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = read(env.bool, "EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = read(env.str, "DEFAULT_FROM_EMAIL", "webmaster@localhost")
