"""The command finds its way through the admin and the pages as they are, and takes every picture."""

import subprocess
import sys

from PIL import Image

from pelatihan.example.screenshots import lessons, readme
from tests.browser.site import PROJECT

PASSWORD = "sandi-untuk-foto"
GIVE_PASSWORDS = f"""
from django.contrib.auth import get_user_model
for user in get_user_model().objects.filter(username__in=["operator", "penerbit"]):
    user.set_password("{PASSWORD}")
    user.save()
"""
REMOVE_NEWS = f"""
from home.models import NewsPage
NewsPage.objects.get(title="{lessons.TITLE}").delete()
"""


def test_it_takes_every_picture_of_a_running_site(site, tmp_path):
    site.python(GIVE_PASSWORDS)
    # Without a terminal the passwords are read from its input.
    done = subprocess.run(
        [sys.executable, "manage.py", "make_pictures", "--address", site.url, "--into", str(tmp_path)],
        cwd=PROJECT,
        env=site.environment,
        input=f"{PASSWORD}\n{PASSWORD}\n",
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site.python(REMOVE_NEWS)
    taken = {path.stem: Image.open(path).size for path in (tmp_path / "lessons").iterdir()}
    assert set(taken) == lessons.wanted()
    assert {width for width, _ in taken.values()} == {lessons.WIDTH * lessons.SHARPNESS}
    taken = {path.stem: Image.open(path).size for path in (tmp_path / "readme").iterdir()}
    assert taken == {name + suffix: size for suffix, size in readme.SCREENS.items() for name in readme.PAGES}
    assert f"{len(lessons.wanted())} of {len(lessons.wanted())}" in done.stdout  # told as it goes on
