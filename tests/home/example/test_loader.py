"""The example never mixes with a village of its own."""

import pytest
from django.core.management import CommandError, call_command
from wagtail import hooks
from wagtail.models import Page

from home.example.loader import HOOK
from home.models import Synonym, VillageImage, VillageSettings
from tests.factories.home import ContentPageFactory, VillageFactory

pytestmark = pytest.mark.django_db


def test_a_page_of_its_own_is_named_and_left_alone():
    ContentPageFactory(title="Profil desa kami")
    before = list(Page.objects.values_list("pk", "title", "latest_revision"))
    with pytest.raises(CommandError, match="Profil desa kami"):
        call_command("load_example")
    assert list(Page.objects.values_list("pk", "title", "latest_revision")) == before


def test_an_identity_of_its_own_is_named_and_left_alone():
    VillageFactory(name="Sungai Rengas")
    with pytest.raises(CommandError, match="Desa Sungai Rengas"):
        call_command("load_example")
    assert VillageSettings.objects.get().name == "Sungai Rengas"


def fail(loader):
    raise RuntimeError("the disk is full")


def test_a_run_that_fails_leaves_neither_rows_nor_files(settings):
    before = Page.objects.count()
    with (
        hooks.register_temporarily(HOOK, lambda: f"{__name__}.fail", order=15),
        pytest.raises(RuntimeError, match="disk is full"),
    ):
        call_command("load_example")
    assert (Page.objects.count(), VillageImage.objects.count(), Synonym.objects.count()) == (before, 0, 0)
    assert not VillageSettings.objects.filter(is_example=True).exists()
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()] == []


def test_force_puts_the_example_beside_an_own_identity_and_keeps_it(settings):
    VillageFactory(name="Sungai Rengas")
    ContentPageFactory(title="Profil desa kami", slug="profil")
    call_command("load_example", "--force")
    assert VillageSettings.objects.get().name == "Sungai Rengas"
    assert Page.objects.get(slug="profil").title == "Profil desa kami"
    assert Page.objects.filter(slug="sktm", live=True).count() == 1
