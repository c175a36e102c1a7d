"""The example never mixes with a village of its own."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from home.models import VillageSettings
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
