"""Takes the pictures of the example lessons and of the README anew, so that they show the site as it is.

Needs what a village's server has not: Chromium and the development packages. See docs/env-vars.md for BALAI_CHROMIUM.
"""

import getpass
import tempfile
import urllib.request
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from pelatihan.example.builder import PICTURES
from pelatihan.example.screenshots import lessons, readme
from pelatihan.example.screenshots.browser import Missing, chromium
from pelatihan.example.screenshots.throwaway import running_site

PEOPLE = ("operator", "penerbit")  # who the tour of the lessons signs in as
EXAMPLE = '<p class="example">'  # what every page of an example site says above all


class Command(BaseCommand):
    help = (
        "Takes the pictures of the example lessons and of the README anew, with Chromium, from an example site that is "
        "made for it and gone afterwards. What has changed is then to be looked at and committed."
    )
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("--only", choices=["lessons", "readme"], help="take only these")
        parser.add_argument(
            "--into", type=Path, help="a folder for the pictures, instead of their places here"
        )
        parser.add_argument(
            "--address",
            help="of a running example site to use instead. For the lessons it asks for the passwords of operator and "
            "penerbit, and leaves a piece of news that waits for approval",
        )

    def handle(self, *, only: str | None, into: Path | None, address: str | None, **options) -> None:
        self.kinds = [only] if only else ["lessons", "readme"]
        self.places = {
            "lessons": into / "lessons" if into else PICTURES,
            "readme": into / "readme" if into else readme.PICTURES,
        }
        if address:
            need_example(address)
        try:
            with chromium() as browser:
                if address:
                    self.from_running_site(browser, address.rstrip("/"))
                else:
                    self.from_own_sites(browser)
        except (Missing, RuntimeError) as error:
            raise CommandError(str(error)) from error
        self.say("Look at what has changed before you commit it.")

    def from_running_site(self, browser, address: str) -> None:
        passwords = {}
        if "lessons" in self.kinds:
            passwords = {name: getpass.getpass(f"Password of {name}: ") for name in PEOPLE}
        for kind in self.kinds:
            self.take(kind, browser, address, passwords)

    def from_own_sites(self, browser) -> None:
        """One for each kind: the README shows a lesson, and there the pictures that were just taken."""
        with tempfile.TemporaryDirectory(prefix="balai-pictures-") as work:
            for kind in self.kinds:
                self.say(f"== Preparing an example site for the pictures: {kind} (about a minute)")
                with running_site(Path(work) / kind, Path(work) / "static") as site:
                    self.take(kind, browser, site.address, site.passwords)

    def take(self, kind: str, browser, address: str, passwords: dict[str, str]) -> None:
        self.say(f"== Taking the pictures: {kind}")
        if kind == "lessons":
            lessons.take(browser, address, passwords, self.places[kind], self.step)
        else:
            readme.take(browser, address, self.places[kind], self.step)

    def step(self, words: str) -> None:
        self.say(f"   {words}")

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def need_example(address: str) -> None:
    """CommandError unless an example site answers: in a village's own the tour would write news that is none."""
    if not address.startswith(("http://", "https://")):
        raise CommandError(f"--address must begin with http:// or https://: {address}")
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 (http or https, see above)
            page = answer.read().decode(errors="replace")
    except OSError as error:
        raise CommandError(f"No site answers at {address}: {error}") from error
    if EXAMPLE not in page:
        raise CommandError(
            f"The site at {address} is a village's own. Pictures are taken of an example site only."
        )
