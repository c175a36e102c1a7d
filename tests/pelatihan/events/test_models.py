"""What the database keeps, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from pelatihan.events.models import Membership, Observation, Participant, TrainingClass
from pelatihan.events.queries import led_by, participant_of
from tests.factories.home import UserFactory
from tests.factories.pelatihan import LessonFactory, ParticipantFactory, TrainingClassFactory

pytestmark = pytest.mark.django_db


def refuses(make) -> bool:
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


def test_nobody_is_in_a_class_twice():
    somebody = ParticipantFactory()
    one = TrainingClassFactory(members=[somebody])
    assert refuses(lambda: Membership.objects.create(training_class=one, participant=somebody))


def test_an_account_is_one_participant():
    user = UserFactory()
    assert participant_of(user) == participant_of(user)
    assert refuses(lambda: ParticipantFactory(user=user))


def test_nobody_is_without_a_name():
    assert refuses(lambda: Participant.objects.create(name=""))


def test_an_archived_class_is_closed():
    one = TrainingClassFactory(opened_at=timezone.now())
    assert refuses(lambda: TrainingClass.objects.filter(pk=one.pk).update(archived_at=timezone.now()))


def test_a_skill_is_observed_in_three_levels_once_each():
    somebody, lesson = ParticipantFactory(), LessonFactory()
    seen = {"participant": somebody, "lesson": lesson, "noted_by_name": "Fasilitator"}
    assert refuses(lambda: Observation.objects.create(level=3, **seen))
    Observation.objects.create(level=1, **seen)
    assert refuses(lambda: Observation.objects.create(level=2, **seen))


def test_a_facilitator_leads_his_own_classes_and_the_administrator_all():
    ani, budi = UserFactory(roles=["Fasilitator"]), UserFactory(roles=["Fasilitator"])
    first, second = TrainingClassFactory(facilitators=[ani]), TrainingClassFactory(facilitators=[budi])
    no_longer = UserFactory(roles=[])
    first.facilitators.add(no_longer)
    assert list(led_by(ani)) == [first]
    assert set(led_by(UserFactory(is_superuser=True))) == {first, second}
    assert list(led_by(no_longer)) == []
