"""Who is nothing but a trainee, and the account of somebody who has none."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from home.identity.roles import TRAINEE
from pelatihan.events.models import Participant

# Each trainee's practice folder has a group of its own, so that its rights end at that folder.
PERSONAL_GROUP = "latihan:"


def is_only_trainee(user) -> bool:
    """Whether an account opens nothing but lessons and a practice folder of its own."""
    if user.is_superuser or user.is_staff or user.user_permissions.exists():
        return False
    names = list(user.groups.values_list("name", flat=True))
    return bool(names) and all(name == TRAINEE or name.startswith(PERSONAL_GROUP) for name in names)


def account_of(participant: Participant):
    """The account of a participant, made for whoever has none: without a password, so a card alone opens it."""
    if participant.user is not None:
        return participant.user
    with transaction.atomic():
        user, made = get_user_model().objects.get_or_create(
            username=f"peserta-{participant.pk}",
            defaults={"first_name": participant.name[:150], "password": "!"},
        )
        if made:
            user.set_unusable_password()
            user.save()
            user.groups.add(Group.objects.get(name=TRAINEE))
        Participant.objects.filter(pk=participant.pk, user=None).update(user=user)
    participant.refresh_from_db()
    return participant.user
