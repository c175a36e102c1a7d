"""What is on the schedule appears and ends while the site runs, and nothing of the server outlives it."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser.site import PROJECT, free_port

WAIT_SECONDS = 60  # a busy machine; the schedule of this site is looked at every 2 s
HOUR = 3600

SCHEDULE = """
import sys
from datetime import timedelta
from django.utils import timezone
from home.models import NewsIndexPage, NewsPage
slug, appears = sys.stdin.read().split()
page = NewsPage(title=f"Berita {slug}", slug=slug, live=False, intro="Uji jadwal.")
NewsIndexPage.objects.get().add_child(instance=page)
page.go_live_at = timezone.now() + timedelta(seconds=float(appears))
page.save_revision().publish()
"""
LIMIT = """
import sys
from datetime import timedelta
from django.utils import timezone
from home.models import NewsPage
slug, ends = sys.stdin.read().split()
page = NewsPage.objects.get(slug=slug)
page.expire_at = timezone.now() + timedelta(seconds=float(ends))
page.save_revision().publish()
"""


def appears(site, slug: str, seconds: float) -> str:
    """A news page that a Penerbit has put on the schedule for so many seconds from now; returns its address."""
    site.python(SCHEDULE, stdin=f"{slug} {seconds}")
    return f"{site.url}/berita/{slug}/"


def ends(site, slug: str, seconds: float) -> None:
    """The published page is to be taken down so many seconds from now."""
    site.python(LIMIT, stdin=f"{slug} {seconds}")


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 (our own address)
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def wait_for(wanted, look) -> float:
    """Seconds until `look()` gives this; AssertionError when it does not come."""
    start = time.monotonic()
    while (seen := look()) != wanted:
        assert time.monotonic() - start < WAIT_SECONDS, f"{seen!r} instead of {wanted!r}"
        time.sleep(0.25)
    return time.monotonic() - start


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def runs(pid: int) -> bool:
    """A zombie, which nobody has waited for yet, runs no more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.smoke
def test_a_scheduled_page_appears_and_ends_at_its_time_while_the_site_runs(site, page):
    later = appears(site, "nanti", HOUR)
    soon = appears(site, "segera", 2)
    wait_for(200, lambda: status(soon))
    assert status(later) == 404
    page.goto("/berita/")
    assert [page.get_by_text(f"Berita {slug}").count() for slug in ("segera", "nanti")] == [1, 0]

    other = appears(site, "tetap", 0)
    wait_for(200, lambda: status(other))
    ends(site, "tetap", HOUR)
    ends(site, "segera", 2)
    wait_for(404, lambda: status(soon))
    assert status(other) == 200
    page.reload()
    assert [page.get_by_text(f"Berita {slug}").count() for slug in ("segera", "tetap")] == [0, 1]


def test_the_schedule_goes_on_when_the_process_that_kept_it_is_killed(site):
    """All workers at once, so that the one is among them; new ones take over."""
    for worker in children(site.pid):
        os.kill(worker, signal.SIGKILL)
    wait_for(2, lambda: len(children(site.pid)))
    wait_for(200, lambda: status(f"{site.url}/healthz"))
    address = appears(site, "sesudah-mati", 1)
    wait_for(200, lambda: status(address))


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL], ids=["ended", "killed"])
@pytest.mark.parametrize(
    ("words", "mode", "processes"),
    [
        (("-m", "gunicorn", "project.wsgi:application"), "project.settings.production", 2),
        (("manage.py", "runserver", "{port}"), "project.settings.dev", 1),
    ],
    ids=["serve", "dev"],
)
def test_a_server_that_ends_leaves_no_process_behind(site, words, mode, processes, end, tmp_path):
    """A second server on the same data, started as `make serve` and `make dev` start it; it stands by."""
    port = str(free_port())
    environment = site.environment | {"PORT": port, "DJANGO_SETTINGS_MODULE": mode}
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, *(word.format(port=port) for word in words)],
            cwd=PROJECT,
            env=environment,
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(True, lambda: _answers(f"http://127.0.0.1:{port}/healthz"))
        of_it = children(server.pid)
        assert len(of_it) == processes
        server.send_signal(end)
        server.wait(30)
        wait_for([], lambda: [pid for pid in of_it if runs(pid)])
    finally:
        server.kill()
    assert "Traceback" not in (tmp_path / "log").read_text()


def _answers(url: str) -> bool:
    try:
        return status(url) == 200
    except OSError:
        return False
