"""What is sent many times at the same moment is one."""

import uuid

import pytest

from pelatihan.evaluation.models import Reaction, ReactionSheet, Score
from pelatihan.evaluation.runs import make_sheet, react, save_scores
from tests.factories.home import UserFactory
from tests.factories.pelatihan import ParticipantFactory, ProgrammeFactory, SessionFactory
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reaction_that_arrives_twenty_times_is_one(tmp_path):
    session, key = SessionFactory(), uuid.uuid4()
    ended, count = at_once(
        tmp_path, [lambda: react(session, key, "senang", "").pk] * 20, lambda: Reaction.objects.count()
    )
    assert (set(ended), count) == ({key}, 1)


def test_two_facilitators_make_one_address(tmp_path):
    session = SessionFactory()
    ended, count = at_once(
        tmp_path, [lambda: make_sheet(session).code] * 20, lambda: ReactionSheet.objects.count()
    )
    assert (len(set(ended)), count) == (1, 1)


def test_two_facilitators_type_one_score(tmp_path):
    programme, person, ani = ProgrammeFactory(), ParticipantFactory(), UserFactory()

    def job():
        return save_scores(programme, person.pk, {"awal": 7}, {"awal": 10}, ani)

    ended, scores = at_once(
        tmp_path, [job] * 20, lambda: list(Score.objects.values_list("points", flat=True))
    )
    assert (set(ended), scores) == ({None}, [7])
