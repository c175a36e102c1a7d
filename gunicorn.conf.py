"""How gunicorn runs the site: read by `make serve` and by the container, which both start in this folder."""

import os
import signal
from pathlib import Path

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
# Two processes use two cores; the threads wait for slow readers and the disk. A third process brought nothing. Half of
# the threads may be busy with people who sign in (home/identity/signin.py).
workers = int(os.environ.get("BALAI_WORKERS", "2"))
worker_class = "gthread"
threads = 4
# Loaded once before the processes part, which saves memory and start-up time.
preload_app = True
# Without it gunicorn 27 opens a socket in the home folder, where a container user may not write.
control_socket_disable = True
# The heartbeat file must not wait for a slow disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (a folder, no file name to guess)
# Gunicorn believes these headers from any program on this machine, so also from a visitor behind a proxy that passes
# them on: SCRIPT_NAME would put another path before every link and into the kept menu, X-Forwarded-Proto claim HTTPS.
# BALAI_BEHIND_PROXY alone says whether a proxy is to be believed.
forwarder_headers = ""
secure_scheme_headers = {}
timeout = 60
graceful_timeout = 20
loglevel = "warning"


def when_ready(server):
    """Close what loading the site opened, so that no process inherits a database connection of another."""
    from django.db import connections  # Django is set up only once the site is loaded

    connections.close_all()


def post_worker_init(worker):
    # Leave Ctrl-C to the master. A terminal sends it to every process, and a worker that gets it from there and
    # from the master at once can wait for its own lock until it is killed (seen with gunicorn 27).
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    # What is scheduled appears and ends while the site runs: one worker sees to it, the others stand by.
    from home.pages import schedule  # Django is set up only once the site is loaded

    schedule.start()
