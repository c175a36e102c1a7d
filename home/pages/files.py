"""What a page means for its photos and documents: who may read a document, and who may change what all can see.

A file is as public as the pages that show it. Wagtail gives every document an address at once and lets everyone who may
upload exchange the file behind it: a clerk could put other words into a regulation that has been approved, and anybody
could guess the address of one that is still a draft.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page, ReferenceIndex, TaskState
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from home.identity.media import VillageImage
from home.identity.models import VillageSettings
from home.pages import references

APPROVED = (
    "Berkas ini tampil di halaman yang sudah terbit atau sedang diperiksa, jadi hanya Penerbit yang dapat mengubahnya. "
    "Unggah sebagai berkas baru, pilih berkas baru itu di halamannya, lalu ajukan."
)


def _live_pages_with(thing: Model) -> PageQuerySet:
    found = ReferenceIndex.get_references_to(thing).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return Page.objects.live().filter(pk__in=[int(pk) for pk in found.values_list("object_id", flat=True)])


def _is_logo(thing: Model) -> bool:
    return isinstance(thing, VillageImage) and VillageSettings.objects.filter(logo=thing).exists()


def _awaits_approval(thing: Model) -> bool:
    """Whether it stands in a text that somebody is about to approve; what was looked at must be what appears."""
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).select_related("revision")
    for state in waiting:
        page = state.revision.as_object()
        if isinstance(page, Page) and (type(thing), thing.pk) in set(references.of(page)):
            return True
    return False


def may_change(user, thing: Model) -> bool:
    """Whether this person may change or delete a photo or document, as far as its pages are concerned."""
    if PagePermissionPolicy().user_has_permission(user, "publish"):
        return True
    return not (_live_pages_with(thing).exists() or _is_logo(thing) or _awaits_approval(thing))


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
    if pages.public().exists() or request.user.has_perm("wagtailadmin.access_admin"):
        return
    if not any(_opens_to(page, request) for page in pages):
        raise Http404


def _opens_to(page: Page, request: HttpRequest) -> bool:
    return all(restriction.accept_request(request) for restriction in page.get_view_restrictions())
