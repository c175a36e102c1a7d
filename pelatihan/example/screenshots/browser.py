"""Chromium as the pictures need it, found on this machine or asked for in words.

Playwright is a development package, and a village's server has neither it nor a browser. So it is imported only when
pictures are taken, and what is missing is a `Missing` with the way out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPEN_HOUR = "2026-11-25T09:30:00+07:00"  # the office is open in the pictures, whenever they are taken


class Missing(Exception):
    """Something that taking pictures needs is not on this machine; the words say what and how to get it."""


def find_chromium() -> str:
    """The program that BALAI_CHROMIUM names, or the first that is installed. `Missing` where there is none."""
    wanted = os.environ.get("BALAI_CHROMIUM")
    found = next(filter(None, map(shutil.which, [wanted] if wanted else NAMES)), None)
    if found is None:
        raise Missing(
            f"BALAI_CHROMIUM names no program: {wanted}"
            if wanted
            else "Chromium was not found. On Debian 12: apt install chromium. Elsewhere name it in BALAI_CHROMIUM."
        )
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium until the end of the block. `Missing` where it or Playwright is not installed; RuntimeError
    with Playwright's words where what is done in the block meets a page that is not as expected."""
    program = find_chromium()
    try:
        from playwright.sync_api import Error, sync_playwright  # see above: not there in production
    except ImportError as error:
        raise Missing(
            "The Python package Playwright is missing; it is a development package. In the project's folder: "
            ".venv/bin/pip install --require-hashes -r requirements.txt -r requirements-dev.txt"
        ) from error
    with ExitStack() as opened:
        try:
            playwright = opened.enter_context(sync_playwright())
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except (
            Exception
        ) as error:  # where the driver itself does not start, Playwright has no class of its own
            raise Missing(
                f"Chromium could not be started ({program}): {error}\n"
                "On Debian 12 the program that drives it needs a library more: apt install libatomic1"
            ) from error
        try:
            yield opened.enter_context(browser)
        except Error as error:
            raise RuntimeError(f"A page is not as the tour expects it: {error}") from error


def window(browser: Browser, address: str, size: tuple[int, int], *, sharpness: int = 1) -> Page:
    """A page of a person in the village: Indonesian, western time, without motion."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=sharpness,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.on("response", stop_at_faults)
    return page


def stop_at_faults(response: Response) -> None:
    """A picture of an error page would teach nobody."""
    if response.status >= 500:
        raise RuntimeError(f"{response.url} answered {response.status}")
