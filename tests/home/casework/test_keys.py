"""A form that arrives twice has been sent once; tried with the first record that uses it, a class."""

import uuid

import pytest
from django.db import IntegrityError
from django.forms import modelform_factory
from django.test import RequestFactory

from home.casework import keys
from home.casework.models import ThrottleCount
from pelatihan.events.models import TrainingClass
from tests.parallel import at_once

pytestmark = pytest.mark.django_db

ClassForm = modelform_factory(TrainingClass, form=keys.KeyedForm, fields=["name"])


def sent(key="", name: str = "Kelas Satu"):
    return RequestFactory().post("/uji/", {"key": key, "name": name})


def arrive(request) -> TrainingClass | str:
    """As a view does it."""
    if one := keys.earlier(request, TrainingClass.objects.all()):
        return one
    form = ClassForm(request.POST)
    if not form.is_valid():
        return str(form.errors)
    return keys.once(form.save, lambda: keys.earlier(request, TrainingClass.objects.all()))


def test_a_new_form_carries_a_hidden_key_of_its_own_and_a_known_record_none():
    html = {str(ClassForm()["key"]) for _ in range(2)}
    assert len(html) == 2
    assert all('type="hidden"' in field for field in html)
    assert "key" not in ClassForm(instance=TrainingClass.objects.create(name="Kelas")).fields


def test_the_second_arrival_is_the_first_one_s_result_whatever_else_it_says():
    key = str(uuid.uuid4())
    first = arrive(sent(key))
    assert str(first.key) == key
    assert arrive(sent(key, name="")) == first
    assert TrainingClass.objects.get().name == "Kelas Satu"


@pytest.mark.parametrize("key", ["", "x", "0" * 40, "\x00"])
def test_without_a_key_it_is_an_ordinary_form(key):
    assert keys.earlier(sent(key), TrainingClass.objects.all()) is None
    assert keys.key_in(sent(key)) is None
    assert keys.once(ClassForm({"name": "Kelas"}).save, lambda: None).key


def test_a_key_of_somebody_else_leads_to_nothing_and_is_refused_in_words():
    key = uuid.uuid4()
    TrainingClass.objects.create(name="Kelas lain", key=key)
    assert keys.earlier(sent(str(key)), TrainingClass.objects.none()) is None
    assert ClassForm(sent(str(key)).POST).non_field_errors() == [keys.TAKEN]


def test_of_what_the_database_refused_nothing_is_left_and_other_faults_are_told():
    def make():
        TrainingClass.objects.create(name="Setengah")
        row = {"purpose": "uji", "who": "x", "ends_at": "2026-11-27T00:00Z"}
        return [ThrottleCount.objects.create(**row) for _ in range(2)]

    assert keys.once(make, lambda: "yang pertama") == "yang pertama"
    with pytest.raises(IntegrityError):
        keys.once(make, lambda: None)
    assert not TrainingClass.objects.exists()


def test_what_another_form_took_a_moment_ago_is_chosen_anew():
    taken = TrainingClass.objects.create(name="Kelas lain")
    chosen = iter([taken.key, taken.key, uuid.uuid4()])
    made = keys.once(lambda: TrainingClass.objects.create(name="Kelas", key=next(chosen)), lambda: None)
    assert (made.name, TrainingClass.objects.count()) == ("Kelas", 2)


@pytest.mark.django_db(transaction=True)
def test_twenty_at_the_same_moment_are_one(tmp_path):
    request = sent(str(uuid.uuid4()))

    def job():
        one = TrainingClass(name="Kelas Satu", key=keys.key_in(request))
        return keys.once(
            lambda: one.save() or one, lambda: keys.earlier(request, TrainingClass.objects.all())
        ).pk

    ended, rows = at_once(
        tmp_path, [job] * 20, lambda: list(TrainingClass.objects.values_list("pk", flat=True))
    )
    assert len(rows) == 1
    assert set(ended) == set(rows)
