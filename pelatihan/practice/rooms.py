"""Makes practice rooms, puts them away and clears them. All of it may be done twice."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
)

from home.identity.roles import FACILITATOR
from home.models import HomePage
from pelatihan.events.models import Participant
from pelatihan.events.trainees import PERSONAL_GROUP, account_of
from pelatihan.practice.models import PracticeFolderPage, PracticeRoom, PracticeRootPage

SLUG = "ruang-latihan"
COLLECTION = "Latihan"
PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
FILE_RIGHTS = [
    f"{app}.{action}_{kind}"
    for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for action in ("add", "change", "choose")
]


def root() -> PracticeRootPage:
    """The page of all folders, made on first need. It is restricted to whoever leads, so that every list of what
    everybody may read leaves it out; its owner's pages are served by pelatihan.practice.fences."""
    found = PracticeRootPage.objects.first()
    if found is None:
        found = PracticeRootPage(title="Ruang Latihan", slug=SLUG, show_in_menus=False)
        HomePage.objects.get().add_child(instance=found)
    if not found.view_restrictions.exists():
        restriction = PageViewRestriction.objects.create(
            page=found, restriction_type=PageViewRestriction.GROUPS
        )
        restriction.groups.set([Group.objects.get(name=FACILITATOR)])
    return found


def keep_restricted(**_signal) -> None:
    """Somebody may lift the restriction by mistake; it comes back with the same breath."""
    transaction.on_commit(lambda: root() if PracticeRootPage.objects.exists() else None)


def _collections() -> Collection:
    top = Collection.get_first_root_node()
    found = top.get_children().filter(name=COLLECTION).first()
    return found or top.add_child(name=COLLECTION)


@transaction.atomic
def make_room(participant: Participant) -> PracticeRoom:
    """The room of a participant with all that belongs to it; what is missing of it is made again."""
    user = account_of(participant)
    room, _ = PracticeRoom.objects.get_or_create(participant=participant)
    name = f"{participant.name} {participant.pk}"
    if room.folder is None:
        folder = PracticeFolderPage(
            title=f"Latihan {participant.name}"[:255], slug=f"latihan-{participant.pk}"
        )
        room.folder = Page.objects.get(pk=root().add_child(instance=folder).pk)
    if room.collection is None:
        room.collection = _collections().add_child(name=f"Latihan {name}"[:255])
    if room.group is None:
        room.group = _group(participant, room)
    room.archived_at = None
    room.save()
    user.groups.add(room.group)
    return room


def _group(participant: Participant, room: PracticeRoom) -> Group:
    """A group of its own: in a shared folder the right to publish would reach the pages of others."""
    group, _ = Group.objects.get_or_create(name=f"{PERSONAL_GROUP}{participant.pk}")
    group.permissions.set([_right("wagtailadmin.access_admin")])
    for codename in PAGE_RIGHTS:
        GroupPagePermission.objects.get_or_create(
            group=group, page=room.folder, permission=_right(f"wagtailcore.{codename}")
        )
    for label in FILE_RIGHTS:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=room.collection, permission=_right(label)
        )
    return group


def _right(label: str) -> Permission:
    app_label, codename = label.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


@transaction.atomic
def archive_room(room: PracticeRoom) -> None:
    """Takes the rights away; what was written stays to be looked at."""
    group = room.group
    room.group, room.archived_at = None, room.archived_at or timezone.now()
    room.save()
    if group is not None:
        group.delete()


@transaction.atomic
def remove_room(room: PracticeRoom) -> None:
    """Deletes folder, pages, pictures and documents. What was passed stays with the participant."""
    archive_room(room)
    folder, collection = room.folder, room.collection
    room.delete()
    if folder is not None:
        folder.specific.delete()
    if collection is not None:
        for model in (get_image_model(), get_document_model()):
            for file in model.objects.filter(collection=collection):
                file.delete()
        collection.delete()


def room_of(participant: Participant) -> PracticeRoom | None:
    """The room in which a participant may write now, or None."""
    room = PracticeRoom.objects.select_related("folder", "collection", "group").filter(
        participant=participant
    )
    found = room.first()
    return found if found and found.is_open else None
