"""What a page means for its photos and documents: who may read a document, and who may change what all can see.

A file is as public as the pages that show it. Wagtail gives every document an address at once and lets everyone who may
upload exchange the file behind it: a clerk could put other words into a regulation that has been approved, and anybody
could guess the address of one that is still a draft.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE, ManyToOneRel, Model
from django.dispatch import receiver
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet
from wagtail.signals import page_published, task_submitted

from home.identity.media import VillageDocument, VillageImage
from home.pages import references

APPROVED = (
    "Berkas ini sudah dipakai di halaman yang diajukan atau terbit, jadi hanya Penerbit yang dapat mengubahnya. "
    "Unggah sebagai berkas baru, pilih berkas baru itu di halamannya, lalu ajukan."
)


def _live_pages_with(thing: Model) -> PageQuerySet:
    found = ReferenceIndex.get_references_to(thing).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return Page.objects.live().filter(pk__in=[int(pk) for pk in found.values_list("object_id", flat=True)])


def _stands_elsewhere(thing: Model) -> bool:
    """Whether something that is no page shows it, at once and without approval: the logo, the photo of an official.
    What goes when it goes (its sizes, its text) is a part of it."""
    relations = (
        field for field in thing._meta.get_fields(include_hidden=True) if isinstance(field, ManyToOneRel)
    )
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: thing}).exists()
        for relation in relations
        if relation.on_delete is not CASCADE and not issubclass(relation.related_model, Page)
    )


def may_publish(user) -> bool:
    """Whether this person publishes pages; whoever does answers for what they show."""
    return PagePermissionPolicy().user_has_permission(user, "publish")


def may_change(user, thing: Model) -> bool:
    """Whether this person may change or delete a photo or document, as far as its pages are concerned."""
    if may_publish(user):
        return True
    return not (thing.relied_on or _live_pages_with(thing).exists() or _stands_elsewhere(thing))


# An approval names a file and not what is in it. So what somebody was asked to approve stays as it was looked at, also
# when it is withdrawn and submitted again, waits for its hour, or is taken from the site for a while.


@receiver(task_submitted)
def rely_on_what_is_submitted(instance, **_signal) -> None:
    _rely_on_files_of(instance.revision.as_object())


@receiver(page_published)
def rely_on_what_is_published(instance, **_signal) -> None:
    _rely_on_files_of(instance)


@hooks.register("after_publish_page")
def rely_on_what_is_scheduled(request, page) -> None:
    """Wagtail's hook for the button, also when it only sets the hour."""
    _rely_on_files_of(page.get_latest_revision_as_object())


def _rely_on_files_of(thing: Model) -> None:
    if not isinstance(thing, Page):
        return
    found = set(references.of(thing.specific))
    for model in (VillageImage, VillageDocument):
        pks = [pk for kind, pk in found if kind is model]
        model.objects.filter(pk__in=pks, relied_on=False).update(relied_on=True)


class ApprovedFilesPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's, but what the public sees is deleted by those who may publish. All of Wagtail's doors ask it: the page
    of a file, the uploader, many at once. Changes are refused by the form (`home.identity.uploads`), with words."""

    def user_has_any_permission_for_instance(self, user, actions, instance):
        actions = set(actions)
        if "delete" in actions and not may_change(user, instance):
            actions.discard("delete")
        return bool(actions) and super().user_has_any_permission_for_instance(user, actions, instance)


# The views hold these two objects since their import, so they get another class instead of a successor.
for _policy in (image_policy, document_policy):
    _policy.__class__ = ApprovedFilesPolicy


@hooks.register("before_serve_document")
def refuse_unpublished(document, request: HttpRequest) -> None:
    """A document on no published page is not there, but for those who work on it."""
    pages = _live_pages_with(document)
    # Whoever may choose the document works with it; being in the admin alone opens the documents of nobody else.
    works_with_it = document_policy.user_has_any_permission_for_instance(
        request.user, ["choose", "change"], document
    )
    if works_with_it or pages.public().exists():
        return
    if not any(_opens_to(page, request) for page in pages):
        raise Http404


def _opens_to(page: Page, request: HttpRequest) -> bool:
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())
