"""The settings of a village's own site, looked at the way an installation does: in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRET = "uji-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2
HTTPS_ONLY = [
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_PRELOAD",
]


def run(*arguments: str, cwd: Path, **variables: str):
    own = {name: value for name, value in os.environ.items() if not name.startswith("BALAI_")}
    # Named in full, so that a developer's .env does not decide about the tests.
    environment = own | {
        "DJANGO_SETTINGS_MODULE": "project.settings.production",
        "BALAI_SECRET_KEY": SECRET,
        "BALAI_BASE_URL": "http://localhost:8000",
        "BALAI_TIME_ZONE": "Asia/Jakarta",
        "BALAI_DATA_DIR": str(cwd),
        "DATABASE_URL": f"sqlite:///{cwd}/balai.sqlite3",
        **variables,
    }
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )


def settings_with(cwd: Path, names: list[str], **variables: str) -> dict:
    code = (
        "import json; from django.conf import settings;"
        f"print(json.dumps({{n: getattr(settings, n, None) for n in {names!r}}}, default=str))"
    )
    done = run("-c", code, cwd=cwd, **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_site_with_https_passes_django_s_check_for_deployment_without_a_warning(tmp_path):
    done = run(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        cwd=tmp_path,
        BALAI_BASE_URL="https://desa.example",
    )
    assert (done.returncode, done.stdout.strip()) == (
        0,
        "System check identified no issues (0 silenced).",
    ), done.stderr


def test_the_check_for_deployment_can_fail(tmp_path):
    done = run(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        cwd=tmp_path,
        BALAI_BASE_URL="https://desa.example",
        BALAI_SECRET_KEY="x" * 50,
    )
    assert done.returncode == 1
    assert "security.W009" in done.stderr


def test_a_zone_outside_indonesia_is_refused_at_the_start(tmp_path):
    done = run("manage.py", "check", cwd=tmp_path, BALAI_TIME_ZONE="Asia/Singapore")
    assert done.returncode == 1
    assert "balai.E003" in done.stderr


def test_https_only_protections_follow_the_base_url(tmp_path):
    assert settings_with(tmp_path, HTTPS_ONLY, BALAI_BASE_URL="https://desa.example") == {
        name: (31_536_000 if name == "SECURE_HSTS_SECONDS" else True) for name in HTTPS_ONLY
    }
    assert settings_with(tmp_path, HTTPS_ONLY, BALAI_BASE_URL="http://localhost:8000") == {
        name: (0 if name == "SECURE_HSTS_SECONDS" else False) for name in HTTPS_ONLY
    }


def test_the_address_gives_hosts_and_origins_without_a_slash_at_its_end(tmp_path):
    names = ["BASE_URL", "WAGTAILADMIN_BASE_URL", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DEBUG"]
    assert settings_with(tmp_path, names, BALAI_BASE_URL="https://desa.example/") == {
        "BASE_URL": "https://desa.example",
        "WAGTAILADMIN_BASE_URL": "https://desa.example",
        "ALLOWED_HOSTS": ["desa.example", "localhost", "127.0.0.1"],
        "CSRF_TRUSTED_ORIGINS": ["https://desa.example"],
        "DEBUG": False,
    }


@pytest.mark.parametrize(
    ("behind", "header"), [("true", ["HTTP_X_FORWARDED_PROTO", "https"]), ("false", None)]
)
def test_the_proxy_s_word_on_https_is_believed_only_when_told_so(tmp_path, behind, header):
    found = settings_with(
        tmp_path,
        ["SECURE_PROXY_SSL_HEADER"],
        BALAI_BASE_URL="https://desa.example",
        BALAI_BEHIND_PROXY=behind,
    )
    assert found == {"SECURE_PROXY_SSL_HEADER": header}


def test_one_zone_is_the_village_s_and_every_editor_s(tmp_path):
    names = ["TIME_ZONE", "WAGTAIL_USER_TIME_ZONES", "USE_TZ"]
    assert settings_with(tmp_path, names, BALAI_TIME_ZONE="Asia/Jayapura") == {
        "TIME_ZONE": "Asia/Jayapura",
        "WAGTAIL_USER_TIME_ZONES": ["Asia/Jayapura"],
        "USE_TZ": True,
    }


def test_sqlite_keeps_what_it_acknowledged_and_lets_writers_wait(tmp_path):
    options = settings_with(tmp_path, ["DATABASES"])["DATABASES"]["default"]["OPTIONS"]
    assert options == {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }


def test_a_lost_connection_to_postgresql_is_noticed_before_it_is_used(tmp_path):
    database = settings_with(tmp_path, ["DATABASES"], DATABASE_URL="postgres://a:b@db.example:5432/balai")[
        "DATABASES"
    ]["default"]
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"], database.get("OPTIONS", {})) == (
        60,
        True,
        {},
    )


def test_nothing_is_asked_of_third_parties(tmp_path):
    names = ["WAGTAIL_ENABLE_UPDATE_CHECK", "WAGTAIL_GRAVATAR_PROVIDER_URL", "WAGTAILEMBEDS_FINDERS"]
    assert settings_with(tmp_path, names) == {
        "WAGTAIL_ENABLE_UPDATE_CHECK": False,
        "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
        "WAGTAILEMBEDS_FINDERS": [],
    }


@pytest.mark.parametrize("before", [None, 0o644])
def test_no_other_account_of_the_machine_reads_the_database(tmp_path, before):
    """Sessions and password hashes are in it."""
    path = tmp_path / "balai.sqlite3"
    if before:
        path.touch(mode=before)
    code = (
        "import django; django.setup();"
        "from project.management.commands.prepare_site import keep_database_private;"
        "keep_database_private();"
        "from django.db import connection; connection.cursor().execute('create table t (n integer)')"
    )
    done = run("-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {file.stat().st_mode & 0o077 for file in tmp_path.glob("balai.sqlite3*")} == {0}


@pytest.mark.parametrize("secret", ["", "pendek", "x" * 49])
def test_no_server_starts_with_a_secret_that_can_be_guessed(tmp_path, secret):
    done = run("manage.py", "check", cwd=tmp_path, BALAI_SECRET_KEY=secret)
    assert done.returncode != 0
    assert "BALAI_SECRET_KEY is empty or shorter than 50 characters" in done.stderr


@pytest.mark.parametrize(
    ("address", "promised"),
    [("dummymail://", False), ("consolemail://", False), ("smtp+tls://desa:rahasia@mail.example:587", True)],
)
def test_a_new_password_comes_by_mail_only_where_mail_is_sent(tmp_path, address, promised):
    names = ["WAGTAIL_PASSWORD_RESET_ENABLED"]
    assert settings_with(tmp_path, names, EMAIL_URL=address) == {names[0]: promised}
