"""What takes photos away."""

from collections.abc import Iterable

from django.db import transaction

from pelatihan.events.photos.models import EventPhoto


def withdraw(photos: Iterable[EventPhoto]) -> int:
    """With their files, which go only when it is sure that the records are gone. Answers how many there were."""
    gone = 0
    for photo in photos:
        with transaction.atomic():
            gone += photo.delete()[0]
            transaction.on_commit(lambda file=photo.file: file.delete(save=False))
    return gone
