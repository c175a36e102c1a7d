"""manage.py import_regulations does what the admin does, and nothing without being told to."""

import pytest
from django.core.management import CommandError, call_command

from home.models import ImportRun
from layanan.models import RegulationPage
from tests.factories.home import VillageFactory
from tests.factories.tables import csv_of, regulation

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    VillageFactory()
    path = tmp_path / "data.csv"
    path.write_bytes(csv_of([regulation(1), regulation(2)]))
    return path


def test_without_a_word_nothing_is_written(table, capsys):
    call_command("import_regulations", table)

    assert not RegulationPage.objects.exists()
    assert capsys.readouterr().out == "baru 2, total 2\n"
    assert ImportRun.objects.get().state == "dibatalkan"


@pytest.mark.parametrize(("option", "live"), [("--write", False), ("--publish", True)])
def test_it_writes_drafts_or_publishes(table, option, live):
    call_command("import_regulations", table, option)

    assert [page.live for page in RegulationPage.objects.all()] == [live, live]


def test_faulty_rows_are_named_and_end_it_with_1(table, capsys):
    table.write_bytes(csv_of([regulation(1), regulation(2) | {"nomor": ""}]))

    with pytest.raises(SystemExit) as ended:
        call_command("import_regulations", table, "--write")

    assert ended.value.code == 1
    assert "3: Nomornya kosong." in capsys.readouterr().out
    assert RegulationPage.objects.count() == 1


def test_what_cannot_be_read_is_said(table, tmp_path):
    table.write_bytes(b"x;y\n1;2")

    for arguments in ((table,), (tmp_path / "tidak-ada.csv",), (table, "--user", "nobody")):
        with pytest.raises(CommandError):
            call_command("import_regulations", *arguments)
