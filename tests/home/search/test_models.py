"""A group of synonyms has at least two different terms, in one shape, once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from home.models import Synonym

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["SKTM", "SKTM, sktm", "SKTM, , !", ",", "  "])
def test_a_group_of_fewer_than_two_terms_is_refused_in_words(typed):
    with pytest.raises(ValidationError) as refusal:
        Synonym(words=typed).full_clean()
    assert "words" in refusal.value.message_dict


def test_the_refusal_says_what_to_write():
    with pytest.raises(ValidationError) as refusal:
        Synonym(words="SKTM, sktm").full_clean()
    assert refusal.value.message_dict["words"] == [
        "Tulis sedikitnya dua kata atau istilah yang berbeda, dipisahkan koma."
    ]


def test_a_group_is_kept_in_one_shape():
    group = Synonym.objects.create(words=" SKTM ;surat  miskin\nSKTM")
    assert group.words == "SKTM, surat miskin"
    assert group.terms == ["SKTM", "surat miskin"]


def test_the_same_group_typed_otherwise_is_refused():
    Synonym.objects.create(words="SKTM, surat miskin")
    with pytest.raises(ValidationError) as refusal:
        Synonym(words="SKTM;  surat miskin").full_clean()
    assert refusal.value.message_dict["words"] == ["Kelompok kata ini sudah ada."]


def test_too_many_terms_are_refused_in_words():
    with pytest.raises(ValidationError) as refusal:
        Synonym(words=", ".join(f"kata {n}" for n in range(21))).full_clean()
    assert refusal.value.message_dict["words"] == ["Paling banyak 20 kata atau istilah dalam satu kelompok."]


@pytest.mark.parametrize("stored", ["SKTM", ""])
def test_the_database_itself_refuses_a_single_term(stored):
    with pytest.raises(IntegrityError, match="home_synonym_has_two_terms"), transaction.atomic():
        Synonym.objects.create(words=stored)
