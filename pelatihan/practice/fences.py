"""What a trainee sees of the admin and of the practice room: his own folder and collection, and nothing else.

Wagtail gives everybody who may enter the admin the titles of all pages, drafts too, in the chooser, in search and in
reports. So whoever is in the admin by his practice folder alone passes a list of addresses, and each page, picture and
document that an address names has to be his own.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from pelatihan.events.queries import LEAD
from pelatihan.events.trainees import PERSONAL_GROUP
from pelatihan.practice.models import PracticeRoom, PracticeRootPage
from project.security import ADMIN_PREFIX

_ACCESS = {"permissions__codename": "access_admin", "permissions__content_type__app_label": "wagtailadmin"}

# Without a page, a picture or a document in the address.
ROOMS = {
    "session",
    "help_for_type",
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_dismissibles",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_editing_sessions:release",
    *(
        f"{app}:{what}"
        for app in ("wagtailimages", "wagtaildocs")
        for what in ("index", "index_results", "add", "add_multiple")
    ),
    *(
        f"{app}:{what}"
        for app in ("wagtailimages_chooser", "wagtaildocs_chooser")
        for what in ("choose", "choose_results", "create")
    ),
}
# With one; it has to be his own.
OWN = {
    "help_for_page",
    "wagtailadmin_explore",
    "wagtailadmin_explore_results",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_editing_sessions:ping",
    *(
        f"wagtailadmin_pages:{what}"
        for what in (
            "add",
            "add_subpage",
            "preview_on_add",
            "edit",
            "preview_on_edit",
            "view_draft",
            "delete",
            "unpublish",
            "copy",
            "set_privacy",
            "confirm_workflow_cancellation",
            "workflow_preview",
            "workflow_history",
            "workflow_history_detail",
            "revisions_index",
            "revisions_view",
            "revisions_revert",
            "revisions_unschedule",
            "revisions_compare",
            "history",
            "history_results",
        )
    ),
    *(f"wagtailimages:{what}" for what in ("edit", "delete", "preview")),
    *(f"wagtaildocs:{what}" for what in ("edit", "delete")),
    "wagtailimages_chooser:chosen",
    "wagtailimages_chooser:select_format",
    "wagtaildocs_chooser:chosen",
}
ALWAYS = {"session", "wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite"}
# What is done in the folder; all else is done to the pages in it, and the folder itself stays as it was made.
IN_FOLDER = {
    "wagtailadmin_explore",
    "wagtailadmin_explore_results",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:add_subpage",
    "wagtailadmin_pages:preview_on_add",
}
# Where everybody else begins at the top of the tree, he begins in his folder.
TO_FOLDER = {
    "wagtailadmin_explore_root": "wagtailadmin_explore",
    "wagtailadmin_choose_page": "wagtailadmin_choose_page_child",
    # What he searches for he finds among his own pages.
    "wagtailadmin_pages:search": "wagtailadmin_explore",
    "wagtailadmin_pages:search_results": "wagtailadmin_explore_results",
}
# What the parameters of addresses stand for.
_PAGES = {"page_id", "parent_page_id"}
_IMAGES = {"image_id"}
_DOCUMENTS = {"document_id", "doc_id"}


def is_fenced(user) -> bool:
    """Whether somebody is in the admin by his practice folder alone. Staff who practise keep their own rights."""
    if not user.is_authenticated or user.is_superuser:
        return False
    known = getattr(user, "_practice_fence", None)
    if known is None:
        others = user.groups.exclude(name__startswith=PERSONAL_GROUP)
        elsewhere = others.filter(**_ACCESS).exists() or user.user_permissions.filter(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
        known = user._practice_fence = not elsewhere
    return known


def own_room(user) -> PracticeRoom | None:
    """The open room of whoever has this account."""
    room = PracticeRoom.objects.select_related("folder").filter(participant__user=user).first()
    return room if room and room.is_open else None


def is_within(page: Page, folder: Page) -> bool:
    return page.path.startswith(folder.path)


class PracticeFenceMiddleware:
    """Refuses whatever of the admin is not a trainee's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith(ADMIN_PREFIX) or not is_fenced(request.user):
            return None
        room = own_room(request.user)
        name = request.resolver_match.view_name
        if room is None:
            # Without a room there is no way into the admin; of one that somebody took apart by hand the group may be
            # left, which opens nothing by itself.
            if request.user.has_perm("wagtailadmin.access_admin") and name not in ALWAYS:
                raise PermissionDenied
            return None
        if name in TO_FOLDER:
            address = reverse(TO_FOLDER[name], args=[room.folder_id])
            query = request.GET.urlencode()
            return redirect(f"{address}?{query}" if query else address)
        if name in ROOMS or (name in OWN and _is_own(request, name, args, kwargs, room)):
            return None
        raise PermissionDenied


def _is_own(request: HttpRequest, name: str, args, kwargs: dict, room: PracticeRoom) -> bool:
    pages = [kwargs[word] for word in _PAGES & kwargs.keys()]
    images = [kwargs[word] for word in _IMAGES & kwargs.keys()]
    documents = [kwargs[word] for word in _DOCUMENTS & kwargs.keys()]
    if name == "wagtailimages_chooser:chosen":
        images.append(kwargs["pk"])
    elif name == "wagtaildocs_chooser:chosen":
        documents.append(kwargs["pk"])
    elif name == "wagtailadmin_editing_sessions:ping":
        if not _is_page_model(kwargs):
            return False
        pages.append(kwargs["object_id"])
    elif name == "wagtailadmin_pages:revisions_compare":
        pages.append(args[0])
    if not (pages or images or documents):
        return False
    below = Page.objects.filter(path__startswith=room.folder.path)
    copied = name == "wagtailadmin_pages:copy" and request.method == "POST"
    if copied and not _all_in(below, [request.POST.get("new_parent_page", "")]):
        return False
    return (
        _all_in(below if name in IN_FOLDER else below.exclude(pk=room.folder_id), pages)
        and _all_in(get_image_model().objects.filter(collection=room.collection_id), images)
        and _all_in(get_document_model().objects.filter(collection=room.collection_id), documents)
    )


def _is_page_model(kwargs: dict) -> bool:
    try:
        return issubclass(apps.get_model(kwargs["app_label"], kwargs["model_name"]), Page)
    except LookupError:
        return False


def _all_in(rows, keys: list) -> bool:
    """Whether all these keys, as they stand in addresses, are of these rows."""
    wanted = {str(key) for key in keys}
    if not all(key.isdecimal() and len(key) < 19 for key in wanted):
        return False
    return rows.filter(pk__in=wanted).count() == len(wanted)


def serve_to_owner(page: Page, request: HttpRequest, serve_args, serve_kwargs):
    """Before a page is served: one of the practice room is there for its owner and for whoever leads, and for nobody
    else. Answered here, since Wagtail's own restriction knows no owners."""
    if not _in_practice(page):
        return None
    user = request.user
    if not user.is_authenticated:
        raise Http404
    room = own_room(user)
    if not (user.has_perm(LEAD) or (room and is_within(page, room.folder)) or _edits_all(page, user)):
        raise Http404
    return page.serve(request, *serve_args, **serve_kwargs)


def _in_practice(page: Page) -> bool:
    """Asked of every page that is served, so it looks at what the route has read already."""
    kind = ContentType.objects.get_for_model(PracticeRootPage).pk
    return any(one.content_type_id == kind for one in (*page.page_ancestors(), page))


def _edits_all(page: Page, user) -> bool:
    return not is_fenced(user) and page.permissions_for_user(user).can_edit()


def own_pages_only(pages, request: HttpRequest):
    """For the chooser and the explorer."""
    if not is_fenced(request.user):
        return pages
    room = own_room(request.user)
    return pages.filter(path__startswith=room.folder.path) if room else pages.none()


def set_apart(pages):
    """What is written to practise is no work of the village: it is asked about by nobody."""
    root = PracticeRootPage.objects.values_list("path", flat=True).first()
    return pages.exclude(path__startswith=root) if root else pages
