"""The process manager asks whether the process lives, the proxy whether it can serve people."""

import shutil
from collections import namedtuple

import pytest
from django.db import InterfaceError, OperationalError, connection, connections
from django.test.utils import CaptureQueriesContext

from project import health

Usage = namedtuple("Usage", "total used free")


def break_database(monkeypatch, error):
    """As if the server had gone: every attempt to ask it fails."""

    def cursor(*args, **kwargs):
        raise error

    monkeypatch.setattr(connections["default"], "cursor", cursor)


def disk(monkeypatch, free=None, error=None):
    def usage(path):
        if error:
            raise error
        return Usage(10**12, 0, free)

    monkeypatch.setattr(shutil, "disk_usage", usage)


def test_healthz_answers_without_any_database(client):
    """No database is allowed in this test at all: touching one would fail it."""
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_readyz_says_each_part_in_one_query_of_its_own(client, monkeypatch):
    disk(monkeypatch, free=health.MINIMUM_FREE_BYTES + 1)
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        200,
        {"status": "ok", "database": "ok", "disk": "ok"},
    )
    assert [query["sql"] for query in queries] == ["SELECT 1"]


@pytest.mark.django_db
def test_readyz_is_503_when_the_database_does_not_answer(client, monkeypatch):
    disk(monkeypatch, free=health.MINIMUM_FREE_BYTES + 1)
    break_database(monkeypatch, OperationalError("secret-host: connection refused"))
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        503,
        {"status": "fault", "database": "fault", "disk": "ok"},
    )
    assert "secret-host" not in response.content.decode()


@pytest.mark.django_db
def test_readyz_is_503_when_the_connection_was_cut(client, monkeypatch):
    """PostgreSQL's driver calls this an interface error, which is no database error to Django."""

    disk(monkeypatch, free=health.MINIMUM_FREE_BYTES + 1)
    break_database(monkeypatch, InterfaceError("connection already closed"))
    assert client.get("/readyz").json()["database"] == "fault"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fault", [{"free": health.MINIMUM_FREE_BYTES}, {"free": 0}, {"error": FileNotFoundError("/secret")}]
)
def test_readyz_is_503_when_the_disk_is_full_or_gone(client, monkeypatch, fault):
    disk(monkeypatch, **fault)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        503,
        {"status": "fault", "database": "ok", "disk": "fault"},
    )


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_an_answer_about_health_is_never_kept(client, address):
    assert "no-store" in client.get(address)["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_only_read(client, address):
    assert client.post(address).status_code == 405
