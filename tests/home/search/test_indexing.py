"""A saved or deleted group of synonyms changes what is found, in the same request."""

import pytest

from home.models import Synonym
from home.search.indexing import index_pages_with
from home.search.queries import search
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db


def titles(query):
    return [hit.title for hit in search(query).hits]


@pytest.fixture
def guide():
    return GuideFactory(title="Surat Keterangan Tidak Mampu", everyday_words="")


@pytest.fixture
def other_guide():
    return GuideFactory(title="Akta Kelahiran")


def test_a_new_group_is_found_at_once(guide, other_guide):
    assert titles("gakin") == []
    Synonym.objects.create(words="gakin, surat keterangan tidak mampu")
    assert titles("gakin") == [guide.title]


def test_a_changed_group_is_found_by_its_new_words_only(guide, other_guide):
    group = Synonym.objects.create(words="gakin, surat keterangan tidak mampu")
    group.words = "prasejahtera, surat keterangan tidak mampu"
    group.save()
    assert (titles("prasejahtera"), titles("gakin")) == ([guide.title], [])


def test_a_group_moved_to_another_page_leaves_the_first(guide, other_guide):
    """Also when it was read before another clerk changed it: what counts is what stands in the database."""
    group = Synonym.objects.create(words="gakin, surat keterangan tidak mampu")
    stale = Synonym.objects.get(pk=group.pk)
    group.words = "gakin, prasejahtera, surat keterangan tidak mampu"
    group.save()
    assert titles("prasejahtera") == [guide.title]
    stale.words = "akte bayi, akta kelahiran"
    stale.save()
    assert (titles("akte bayi"), titles("gakin"), titles("prasejahtera")) == ([other_guide.title], [], [])


def test_a_deleted_group_is_no_longer_found(guide):
    Synonym.objects.create(words="gakin, surat keterangan tidak mampu")
    assert titles("gakin") == [guide.title]
    Synonym.objects.all().delete()
    assert titles("gakin") == []


def test_a_page_published_later_has_the_words_of_the_group(guide):
    guide.unpublish()
    Synonym.objects.create(words="gakin, surat keterangan tidak mampu")
    guide.save_revision().publish()
    assert titles("gakin") == [guide.title]


def test_everyday_words_of_a_page_bring_in_the_group(other_guide):
    other_guide.everyday_words = "surat lahir"
    other_guide.save_revision().publish()
    Synonym.objects.create(words="surat lahir, akte bayi")
    assert titles("akte bayi") == [other_guide.title]


def test_only_pages_with_all_words_of_a_term_are_indexed_anew(guide, other_guide):
    assert index_pages_with(["surat keterangan tidak mampu", "pesawat lahir"]) == 1
    assert index_pages_with(["akta kelahiran", "surat keterangan tidak mampu"]) == 2
    assert index_pages_with(["mengurus pesawat"]) == 0
    assert index_pages_with([]) == 0
