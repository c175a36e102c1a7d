"""Django's development server, which also keeps the schedule, as gunicorn does for a village."""

import os
import threading
import time

from django.contrib.staticfiles.management.commands.runserver import Command as RunserverCommand
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

from home.pages import schedule


class Command(RunserverCommand):
    def inner_run(self, *args, **options):
        # In the process that serves, not in the one that watches over it.
        schedule.start()
        if os.environ.get(DJANGO_AUTORELOAD_ENV) == "true":
            threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
        super().inner_run(*args, **options)


def end_with(parent: int) -> None:
    """When the watching process is killed, Django leaves the serving one behind; it would publish unseen."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
