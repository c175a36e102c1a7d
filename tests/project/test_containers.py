"""What Dockerfile, .dockerignore and compose.yml say, read without an engine; `tests/run image` runs them."""

import runpy
from pathlib import Path, PurePosixPath

import pytest

from tests.image import compose
from tests.image.dockerfile import Ignore, parse

PROJECT = Path(__file__).resolve().parents[2]
GIVEN = {"BALAI_SECRET_KEY": "x" * 50, "BALAI_DB_PASSWORD": "y"}


@pytest.fixture
def services() -> dict:
    return compose.read(PROJECT / "compose.yml", GIVEN)["services"]


@pytest.mark.parametrize(
    "path", [".env", "key.pem", "data/balai.sqlite3", ".git/config", "tests/run", "home/__pycache__/a.pyc"]
)
def test_what_is_the_machine_s_own_stays_out_of_the_image(path):
    ignore = Ignore((PROJECT / ".dockerignore").read_text())
    assert ignore.leaves_out(PurePosixPath(path))
    assert not ignore.leaves_out(PurePosixPath("home/models.py"))


def test_the_image_is_the_python_that_is_tested_and_not_root_s():
    packages, site = parse((PROJECT / "Dockerfile").read_text())
    assert packages.base == site.base == "python:3.11-slim-bookworm"
    assert [step.value for step in site.instructions if step.word == "USER"] == ["balai"]
    (nginx,) = parse((PROJECT / "deploy" / "nginx" / "Dockerfile").read_text())
    assert nginx.base == "debian:bookworm-slim"


def test_an_instruction_that_nobody_carries_out_is_an_error():
    with pytest.raises(ValueError, match="ADD"):
        parse("FROM debian\nADD a b\n")


def test_lines_that_go_on_and_comments_between_them_are_one_instruction():
    (stage,) = parse("FROM a AS b\nRUN one \\\n  # why\n  && two\nCOPY --from=x /a /b\n")
    assert (stage.base, stage.name) == ("a", "b")
    run, copy = stage.instructions
    assert run.value.split() == ["one", "&&", "two"]
    assert (copy.flags, copy.words) == ({"from": "x"}, ["/a", "/b"])


@pytest.mark.parametrize("missing", GIVEN)
def test_without_its_secrets_nothing_is_started(missing):
    with pytest.raises(KeyError, match=missing):
        compose.read(PROJECT / "compose.yml", GIVEN | {missing: ""})


def test_a_name_without_a_value_is_handed_over_where_it_is_given():
    def environment(**more):
        return compose.read(PROJECT / "compose.yml", GIVEN | more)["services"]["site"]["environment"]

    assert "BALAI_ALLOWED_HOSTS" not in environment()
    assert environment(BALAI_ALLOWED_HOSTS="a,b")["BALAI_ALLOWED_HOSTS"] == "a,b"


def test_nginx_sees_the_pictures_and_leaves_their_owner_alone(services):
    assert "pictures:/var/lib/balai/media/images:ro,nocopy" in services["nginx"]["volumes"]
    assert [
        name for name in services if any("data:" in words for words in services[name].get("volumes", []))
    ] == ["site"]


def test_a_stopped_site_has_the_time_that_its_server_takes(services):
    server = runpy.run_path(str(PROJECT / "gunicorn.conf.py"))
    assert compose.seconds(services["site"]["stop_grace_period"]) > server["graceful_timeout"]


def test_nginx_looks_for_the_site_where_it_is(services):
    address = services["site"]["networks"]["default"]["ipv4_address"]
    assert services["nginx"]["environment"]["BALAI_UPSTREAM"] == f"{address}:8000"


def test_https_adds_to_nginx_and_changes_nothing():
    added = compose.read(PROJECT / "compose.https.yml", {})["services"]
    assert set(added) == {"nginx"}
    assert added["nginx"]["environment"] == {"BALAI_TLS": "on"}
    assert added["nginx"]["ports"] == ["443:443"]
    assert [words.split(":")[1] for words in added["nginx"]["volumes"]] == [
        "/etc/balai/certificate.pem",
        "/etc/balai/key.pem",
    ]
