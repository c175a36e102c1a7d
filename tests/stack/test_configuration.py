"""The shipped configuration by itself: it is accepted, agrees with the site, and has words of its own."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from project import bodies
from project.settings import base
from tests.stack import nginx
from tests.stack.conftest import values_for

PAGES = sorted((nginx.SHIPPED / "pages").glob("*.html"))
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@pytest.fixture
def values(tmp_path) -> dict[str, str]:
    return values_for(tmp_path, 8001, 8002, 8003)


def statements(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.mark.parametrize("tls", ["off", "on"])
def test_the_shipped_script_fills_in_what_is_tested_here(values, tls):
    done = subprocess.run(
        [nginx.SHIPPED / "start.sh", "fill"],
        env={"PATH": os.environ["PATH"], "BALAI_TLS": tls} | values,
        capture_output=True,
        text=True,
        check=True,
    )
    assert statements(done.stdout) == statements(nginx.filled(values, tls=tls == "on"))
    assert "${" not in "".join(statements(done.stdout))


@pytest.fixture
def installed(tmp_path) -> Path:
    """The folder of nginx in a project without an .env."""
    return shutil.copytree(nginx.SHIPPED, tmp_path / "balai" / "deploy" / "nginx")


def fill(folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [folder / "start.sh", "fill"],
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "${" not in "".join(statements(done.stdout))
    return done.stdout


def test_the_script_needs_no_variable(installed):
    text = fill(installed)
    assert "server 127.0.0.1:8000 max_fails=0;" in text
    assert "listen 80 default_server;" in text
    assert "    ssl_certificate" not in text


def test_the_script_reads_the_project_s_own_settings(installed):
    """Or an update, which fills in the file anew, would forget the HTTPS of the village."""
    (installed.parents[1] / ".env").write_text(
        "BALAI_SECRET_KEY=a+b/c=\n#BALAI_UPSTREAM=1\nBALAI_TLS=on\n"
        "BALAI_LISTEN='[::]:80 ipv6only=off'\nBALAI_CERTIFICATE=/etc/letsencrypt/live/desa.example/fullchain.pem\n"
    )
    text = fill(installed)
    assert "    ssl_certificate /etc/letsencrypt/live/desa.example/fullchain.pem;" in text
    assert "    listen [::]:80 ipv6only=off default_server;" in text
    assert "server 127.0.0.1:8000 max_fails=0;" in text
    assert "    ssl_certificate" not in fill(installed, BALAI_TLS="off")  # the environment wins


@pytest.mark.parametrize("tls", [False, True], ids=["http", "https"])
def test_nginx_takes_the_configuration_without_a_warning(tmp_path, values, tls):
    assert "test is successful" in nginx.check(nginx.write(tmp_path / "nginx", values, tls=tls))


def test_debian_s_own_configuration_takes_it_in(tmp_path, values):
    """The file lands in conf.d, among settings that Debian makes: a second one of the same kind would be an error."""
    nginx.write(tmp_path, values, tls=True)
    around = Path("/etc/nginx/nginx.conf").read_text()
    for pattern, ours in [
        (r"include /etc/nginx/conf\.d/\*\.conf;", f"include {tmp_path}/balai.conf;"),
        (r"include /etc/nginx/(sites|modules)-enabled/\*(\.conf)?;", ""),
        (r"/var/log/nginx/", f"{tmp_path}/"),
        (r"pid [^;]+;", f"pid {tmp_path}/nginx.pid;"),
        (r"user [^;]+;", ""),
    ]:
        around, count = re.subn(pattern, ours, around)
        assert count, pattern
    main = tmp_path / "debian.conf"
    main.write_text(around)
    assert "test is successful" in nginx.check(main)


@pytest.mark.parametrize("listen", ["80", "[::]:80 ipv6only=off", "127.0.0.1:80"])
def test_it_may_listen_as_the_documents_say(tmp_path, values, listen):
    main = nginx.write(tmp_path, values | {"BALAI_LISTEN": listen})
    done = subprocess.run([nginx.program(), "-T", "-e", "stderr", "-c", main], capture_output=True, text=True)
    # Where ordinary people run the tests, port 80 is not theirs; the words are understood all the same.
    assert (
        done.returncode == 0 or "Permission denied" in done.stderr or "Address already in use" in done.stderr
    )
    assert "invalid parameter" not in done.stderr


def test_the_limits_of_a_body_are_those_of_the_site():
    units = {"k": 1024, "m": 1024 * 1024}
    found = re.findall(r"client_max_body_size (\d+)([km]);", nginx.template())
    limits = [int(number) * units[unit] for number, unit in found]
    assert limits == [bodies.PUBLIC_BYTES, bodies.ADMIN_BYTES, bodies.PUBLIC_BYTES, bodies.FILES_BYTES]


def test_the_cookie_that_passes_the_cache_is_the_one_of_a_session():
    name = getattr(base, "SESSION_COOKIE_NAME", "sessionid")
    assert f"proxy_cache_bypass $cookie_{name};" in nginx.template()
    assert f"proxy_no_cache $cookie_{name};" in nginx.template()


def test_there_are_four_own_pages():
    assert [page.stem for page in PAGES] == ["413", "429", "502", "503"]
    for page in PAGES:
        assert f"/galat-nginx/{page.name};" in nginx.template()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_own_page_stands_alone_and_its_style_is_the_one_that_is_allowed(page):
    html = page.read_text()
    assert '<html lang="id">' in html
    assert re.findall(r"(?:src|href)=\"([^\"]*)\"", html) in ([], ["/"])
    style = STYLE.search(html)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in nginx.template()
