"""What changes an evaluation. All of it may be done twice."""

import uuid
from collections.abc import Mapping
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from home.casework import codes
from pelatihan.evaluation.models import Assessment, Reaction, ReactionSheet, Score
from pelatihan.events.programmes.models import Programme, Session
from project.lib import localdates

CODE_LETTERS = 9  # and the one that checks them; 45 bits that nobody guesses within a day


def save_assessment(assessment: Assessment, seen: int | None) -> bool:
    """Writes down how a programme measures. False where a colleague changed it since it was seen; then nothing is
    written."""
    if assessment.pk is None:
        try:
            with transaction.atomic():
                assessment.save()
        except IntegrityError:
            return False
        return True
    with transaction.atomic():
        current = Assessment.objects.filter(pk=assessment.pk, version=seen or 0)
        if not current.update(version=F("version") + 1):
            return False
        assessment.version = (seen or 0) + 1
        assessment.save()
    return True


def save_scores(
    programme: Programme, person: int, points: Mapping[str, Decimal | None], out_of: Mapping[str, Decimal], by
) -> None:
    """The scores of one person on paper, by their moment. None: he did not take that test. What stays the same keeps
    the name of whoever typed it."""
    name = by.shown_name
    with transaction.atomic():
        for moment, value in points.items():
            rows = Score.objects.filter(programme=programme, moment=moment)
            if value is None:  # also of a record that was put together with his
                rows.filter(Q(participant=person) | Q(participant__merged_into=person)).delete()
                continue
            if rows.filter(participant=person, points=value, out_of=out_of[moment]).exists():
                continue
            facts = {
                "points": value,
                "out_of": out_of[moment],
                "typed_by": by,
                "typed_by_name": name,
                "typed_at": timezone.now(),
            }
            Score.objects.update_or_create(
                programme=programme, participant_id=person, moment=moment, defaults=facts
            )


def make_sheet(session: Session) -> ReactionSheet:
    """The address for what people think of a session; asked for again, it is the same."""
    return ReactionSheet.objects.get_or_create(
        session=session, defaults={"code": codes.random(CODE_LETTERS)}
    )[0]


def react(session: Session, key: uuid.UUID, face: str, line: str) -> Reaction:
    """Keeps what somebody said, with the day and no hour. Sent again, the first one stands."""
    facts = {"session": session, "face": face, "line": line, "day": localdates.today()}
    return Reaction.objects.get_or_create(key=key, defaults=facts)[0]
