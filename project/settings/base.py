"""Settings that hold everywhere. Every value a village may change is read from the environment: docs/env-vars.md."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# The canonical address. Links, feeds and e-mail use it, never the Host header that a visitor sent.
BASE_URL = env.str("BALAI_BASE_URL", "http://localhost:8000").rstrip("/")
HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = env.list(
    "BALAI_ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname, "localhost", "127.0.0.1"]
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]

BEHIND_PROXY = False  # production asks BALAI_BEHIND_PROXY

DATA_DIR = Path(env.str("BALAI_DATA_DIR", str(BASE_DIR / "data")))

# Seconds between two looks at what is scheduled to appear or to end; 0 leaves them to cron.
PUBLISH_EVERY = env.int("BALAI_PUBLISH_EVERY", 60)
OFFLINE = env.bool("BALAI_OFFLINE", True)

INSTALLED_APPS = [
    # Ours come first: their templates, translations and commands win over those of the packages.
    "project",
    "home",
    "layanan",
    "pelatihan",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "home.apps.VillageUsersConfig",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "project.proxy.ClientAddressMiddleware",
    "project.security.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "project.bodies.BodyLimitMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "project.compression.PublicGZipMiddleware",
    "project.pagecache.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pelatihan.events.cards.CardSessionMiddleware",
    "pelatihan.practice.fences.PracticeFenceMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "home.pages.refusals.RefusalMiddleware",
    "home.pages.frame.FrameMiddleware",
    "home.pages.lettercase.LetterCaseMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "home.identity.signin.NoRoomMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "project.urls"
WSGI_APPLICATION = "project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "project" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.pages.frame.context",
            ],
        },
    }
]

# SQLite keeps what it acknowledged through a power cut (WAL, synchronous FULL) and takes the write lock at the
# start of a transaction, so that parallel writers wait instead of failing: 0 of 1000 writes lost, measured.
DATABASES = {"default": env.db("DATABASE_URL", f"sqlite:///{DATA_DIR / 'balai.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "home.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "home.identity.signin.PasswordBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

# The brake on guessing passwords: home/identity/signin.py, docs/adr/0005.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # or whoever goes on guessing would keep the owner out
AXES_RESET_ON_SUCCESS = True
AXES_HANDLER = "home.identity.signin.SignInHandler"
AXES_LOCKOUT_CALLABLE = "home.identity.signin.paused"
AXES_CLIENT_IP_CALLABLE = "home.identity.signin.client_address"
AXES_USERNAME_CALLABLE = "home.identity.signin.account_key"
AXES_DISABLE_ACCESS_LOG = True  # a list of who worked when, which nobody needs
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "id"
USE_I18N = True
USE_TZ = True
# Stored in UTC, shown in the village's own zone: one of the three zones of Indonesia.
TIME_ZONE = env.str("BALAI_TIME_ZONE", "Asia/Jakarta")
USE_THOUSAND_SEPARATOR = False  # it would print the year 2026 as 2.026
LOCALE_PATHS = [BASE_DIR / "project" / "locale"]
# Django's own Indonesian formats are wrong for us ("25 Nov. 2026"); see project/formats/id/formats.py.
FORMAT_MODULE_PATH = ["project.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("BALAI_STATIC_ROOT", str(BASE_DIR / "static_built")))
STATICFILES_DIRS = [BASE_DIR / "project" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
PRIVATE_ROOT = DATA_DIR / "private"  # files that only some may see: home/casework/private_files.py
FILE_UPLOAD_PERMISSIONS = 0o644
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor sends many

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # Wagtail's admin scripts read it
CSRF_FAILURE_VIEW = "home.pages.errors.csrf_failure"
SILENCED_SYSTEM_CHECKS = []

WAGTAIL_SITE_NAME = "Balai"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False  # no call to a third party
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # likewise
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("id", "Bahasa Indonesia")]
# How many days a notice stands above every page at most, by its level. What has stood there for a month is read by
# nobody any more; an emergency that lasts longer than a week has changed, and its words must be looked at again.
NOTICE_DAYS = {"informasi": 30, "penting": 30, "darurat": 7}
# How long it stays known who looked at personal data (home/casework/access_log.py). No law fixes it.
ACCESS_LOG_KEPT = timedelta(days=730)
# How the admin fills date fields; project.lib.datefields reads them back.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_TIME_FORMAT = "%H.%M"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H.%M"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_AUTOSAVE_INTERVAL = 5000  # ms; each autosave is a write, and SQLite has one writer
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "home.search.backend", "SEARCH_CONFIG": "indonesian"}}
WAGTAILEMBEDS_FINDERS = []  # an embed would load a third party's page

WAGTAILIMAGES_IMAGE_MODEL = "home.VillageImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.identity.uploads.VillageImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_JPEG_QUALITY = 72
WAGTAILIMAGES_WEBP_QUALITY = 65
WAGTAILDOCS_DOCUMENT_MODEL = "home.VillageDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.identity.uploads.VillageDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "odt", "ods", "mp3", "ogg", "m4a"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
# Shared passwords for pages and collections would be stored in plain text.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}

# Certificates of trainings; each programme may ask for something else. No law names the share: three quarters is the
# custom of trainings and universities, so the village decides.
CERTIFICATE_ATTENDANCE_PERCENT = 75
CERTIFICATE_ATTENDANCE_SOURCE = "Kebijakan desa"
CERTIFICATE_PAPER_PERCENT = 70  # of a last test on paper, as a quiz of this site asks for
# {nomor} counts anew each year over all programmes; {bulan} in Roman numerals.
CERTIFICATE_NUMBER_FORM = "{nomor}/SERT-PEL/DESA/{bulan}/{tahun}"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Chatty at INFO: several lines for every saved page or written PDF. Who changed what is kept in the database.
    "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "wagtail", "fontTools", "fpdf")}
    # A line or more for each wrong password; the one that matters is ours.
    | {"axes": {"level": "ERROR"}},
}
