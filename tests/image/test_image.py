"""What is in the built images, and that the site in them runs as compose.yml says."""

import json
import re
import shutil
import stat
import subprocess
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.image import compose, machine
from tests.image.conftest import PLANTED, PROJECT

DOCUMENT = (PROJECT / "docs" / "operations.md").read_text()
# What the document has root run in the container of the site.
PUT_BACK = re.search(r"site sh -c '\n(.*?)'\n", DOCUMENT, re.DOTALL)[1]
SPOIL = """
from home.models import ContentPage, NewsPage, User
ContentPage.objects.get(slug="profil").delete()
NewsPage.objects.all().delete()
User.objects.all().delete()
"""
TELL = """
from wagtail.models import Page, Revision
from home.models import User, VillageImage
print("says", list(Page.objects.order_by("pk").values_list("title", "url_path")), Revision.objects.count(),
      list(User.objects.order_by("pk").values_list("username", "password")), VillageImage.objects.count())
"""
SITE_SAYS = "First sign-ins at http://desa.example/admin/login/"
SIGN_IN = re.compile(r"^ +(operator) +(\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def running(village):
    """All three services, and the site as content as its own health check."""
    with machine.within(village.net):
        village.wait_until_healthy("site")
        yield village


def ask(running, path: str, **more):
    return running.visitor.ask(path, host="desa.example", **more)


def manage(running, *words: str) -> str:
    return running.containers["site"].exec("python", "manage.py", *words)


def state(running) -> tuple:
    """The pages, the people with their passwords, and whether every picture of the home page comes."""
    told = manage(running, "shell", "--no-imports", "-c", TELL).split("says ")[1]
    pictures = set(re.findall(r"/media/images/[^\" ]+", ask(running, "/").text))
    return told, {path: ask(running, path).status for path in pictures}


def test_the_image_holds_nothing_of_the_machine_it_was_built_on(images):
    tree = images["site"].tree
    assert found(PLANTED, tree / "app", tree / "data") == []
    own = {path.name for path in (tree / "app").iterdir()}
    assert own & {".git", ".env", ".venv", "data", "tests", "docs", "bin", "deploy", "compose.yml"} == set()
    assert own >= {"manage.py", "gunicorn.conf.py", "project", "home", "layanan", "pelatihan", "static_built"}


def found(words: str, *folders: Path) -> list[str]:
    """The files in which these words stand."""
    done = subprocess.run(["grep", "-r", "-l", words, *folders], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def test_the_secret_of_the_building_is_not_in_the_image(images):
    assert "BALAI_SECRET_KEY" not in images["site"].environment
    assert found("only-while-building", images["site"].tree / "app") == []


def test_only_root_writes_to_the_program(images):
    app = images["site"].tree / "app"
    paths = [app, *app.rglob("*")]
    assert {path.lstat().st_uid for path in paths} == {0}
    assert [path for path in paths if not path.is_symlink() and path.stat().st_mode & stat.S_IWOTH] == []
    assert [path for path in paths if not path.is_symlink() and not path.stat().st_mode & stat.S_IROTH] == []


def test_the_site_runs_as_an_account_of_its_own_without_any_right_of_root(running):
    site = running.containers["site"]
    status = Path(f"/proc/{site.pid}/status").read_text()
    assert re.search(r"^Uid:\t10001\t10001\t10001\t10001$", status, re.MULTILINE)
    assert re.search(r"^CapEff:\t0+$", status, re.MULTILINE)
    program = Path(f"/proc/{site.pid}/cmdline").read_text().split("\0")
    assert program[1:4] == ["-m", "gunicorn", "project.wsgi:application"]


def test_the_first_start_tells_the_sign_ins_and_builds_no_static_files(running):
    log = running.containers["site"].log
    assert SITE_SAYS in log
    assert "Building style sheets" not in log
    assert "Traceback" not in log


def test_the_volumes_belong_to_the_site(running):
    volumes = running.folder / "volumes"
    for folder in ("data", "data/media", "pictures"):
        assert (volumes / folder).stat().st_uid == 10001, folder
    assert any((volumes / "pictures").iterdir())


def test_visitors_get_pages_style_sheets_pictures_and_documents(running):
    page = ask(running, "/")
    assert (page.status, "Tebing Tinggi Pemayung" in page.text) == (200, True)
    style = re.search(r'"(/static/css/[^"]+)"', page.text)[1]
    picture = next((running.folder / "volumes" / "pictures").iterdir()).name
    for path in (style, f"/media/images/{picture}", "/healthz", "/readyz", "/regulasi/"):
        assert ask(running, path).status == 200, path


def test_the_database_is_the_one_of_compose(running):
    words = manage(
        running, "shell", "--no-imports", "-c",
        "from django.db import connection as c; k = c.cursor(); k.execute('select version(), current_database(), "
        "(select datcollate from pg_database where datname = current_database())'); print('says', k.fetchone())",
    )  # fmt: skip
    assert re.search(r"says \('PostgreSQL 15\.\d+ .*', 'balai', 'C\.UTF-8'\)", words), words


def test_the_kinds_of_documents_are_known_in_the_image(running):
    """Debian's Python learns them from a file that the Python image has not."""
    words = manage(
        running, "shell", "--no-imports", "-c",
        "from home.models import VillageDocument as D; from django.conf import settings; import json;"
        "print('says', json.dumps({e: D(file='a.' + e).content_type for e in settings.WAGTAILDOCS_EXTENSIONS}))",
    )  # fmt: skip
    kinds = json.loads(words.split("says ")[1])
    assert "application/octet-stream" not in kinds.values(), kinds


def test_the_command_for_pictures_says_what_it_needs(running):
    """In production it is there, and neither a browser nor the development packages are."""
    said = running.containers["site"].exec("python", "manage.py", "make_pictures", check=False)
    assert said.startswith("CommandError: Chromium was not found. On Debian 12: apt install chromium."), said


def test_a_backup_is_put_back_with_the_commands_of_the_documents(running, tmp_path):
    """docs/operations.md, "Putting a copy back"; as there, the copy belongs to root and nobody else reads it."""
    site = running.containers["site"]
    manage(running, "backup", "/data/backups")
    copy = tmp_path / "copy"
    shutil.copytree(next((running.folder / "volumes" / "data" / "backups").iterdir()), copy)
    before = state(running)
    assert set(before[1].values()) == {200}

    manage(running, "shell", "--no-imports", "-c", SPOIL)
    pictures = running.folder / "volumes" / "pictures"
    for picture in pictures.iterdir():
        picture.unlink()
    assert set(state(running)[1].values()) == {404}

    site.stop(30)
    running.database.client("dropdb", "balai")
    running.database.client(
        "createdb", "--encoding=UTF8", "--locale=C.UTF-8", "--template=template0", "balai"
    )
    site.mounts["/copy"] = copy
    site.read_only.add("/copy")
    assert "counted and equal" in site.run("sh", "-c", PUT_BACK, user="root")
    del site.mounts["/copy"]
    site.start()
    running.wait_until_healthy("site")
    manage(running, "make_renditions")

    assert state(running) == before
    assert {path.stat().st_uid for path in [pictures, *pictures.iterdir()]} == {10001}
    assert sign_in(running, *SIGN_IN.search(site.log).groups()) == (302, "/admin/")
    assert sign_in(running, "operator", "sandi-yang-salah") == (200, None)


def sign_in(running, name: str, password: str) -> tuple:
    page = ask(running, "/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
    cookie = page.get("Set-Cookie").split(";")[0]
    fields = {"csrfmiddlewaretoken": token, "username": name, "password": password, "next": "/admin/"}
    kind = "application/x-www-form-urlencoded"
    answer = ask(
        running, "/admin/login/", method="POST", body=urlencode(fields), content_type=kind, cookie=cookie
    )
    return answer.status, answer.get("Location")


def test_nginx_s_log_goes_to_the_container_s(running):
    ask(running, "/profil/?rahasia=1")
    time.sleep(0.5)
    log = running.containers["nginx"].log
    assert '"GET /profil/ HTTP/1.1" 200' in log
    assert "rahasia" not in log


def test_a_stop_lets_the_site_end_by_itself_and_kept_pages_still_answer(running):
    site = running.containers["site"]
    ask(running, "/layanan/")
    assert site.stop(compose.seconds(running.service("site")["stop_grace_period"])) < 10
    assert site.process.returncode == 0
    assert ask(running, "/layanan/").status == 200
    assert ask(running, "/tidak-pernah-diminta/").status == 502
    site.start()
    running.wait_until_healthy("site")
    assert ask(running, "/tidak-pernah-diminta/").status == 404
