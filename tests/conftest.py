"""What every test stands on: files and caches of its own, and property tests that repeat."""

import shutil

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from hypothesis import settings as hypothesis_settings

from home.pages import frame

# The same examples in every run: a red test is then due to a change, and a slow machine is no failure.
hypothesis_settings.register_profile("balai", deadline=None, derandomize=True)
hypothesis_settings.load_profile("balai")


@pytest.fixture(autouse=True)
def own_media_folder(settings, tmp_path):
    """Uploads of one test are never found by another."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"


@pytest.fixture(autouse=True)
def empty_cache():
    """What one test put in the cache (frame, site paths) would outlive its rolled-back rows."""
    cache.clear()
    frame.forget()
    yield
    cache.clear()
    frame.forget()


@pytest.fixture(scope="session", autouse=True)
def remove_session_media():
    """The folder that the test settings made for this process goes with it."""
    folder = django_settings.MEDIA_ROOT
    yield
    shutil.rmtree(folder, ignore_errors=True)
