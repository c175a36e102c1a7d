"""Synonyms in the Wagtail admin, under "Kata pencarian", and what residents searched for in vain, under "Laporan"."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from home.casework.retention import Kind
from home.search import misses
from home.search.models import Synonym
from home.search.queries import finds
from home.search.records import all_records
from home.search.rules import MISS_LETTERS
from project.lib.words import clean_query, words

KEEP = ("home.add_synonym", "home.change_synonym")


class CreateSynonym(generic.CreateView):
    """May be opened with a word in it, from the report of searches without result."""

    def get_initial(self):
        word = _word(self.request.GET.get("kata", ""))
        return {"words": f"{word}, "} if word else {}


class SynonymViewSet(ModelViewSet):
    """Groups of words that mean the same. Plain records: nothing chooses them, so they need no chooser."""

    model = Synonym
    name = "kata-pencarian"
    icon = "search"
    menu_label = "Kata pencarian"
    menu_order = 700
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_view_class = CreateSynonym
    list_display = ["words"]
    search_fields = ["words"]
    panels = [FieldPanel("words")]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("tanpa-hasil/", report, name="misses"),
            path("tanpa-hasil/tambah/", adopt, name="adopt"),
        ]


@require_safe
def report(request):
    """What was searched for in vain, with the ways to make each word find something."""
    if not _keeps_synonyms(request.user):
        raise PermissionDenied
    context = {
        "misses": misses.unanswered(),
        "groups": Synonym.objects.all() if request.user.has_perm("home.change_synonym") else [],
        "shown_from": misses.SHOWN_FROM,
    }
    return render(request, "wagtailadmin/search/misses.html", context)


@require_POST
def adopt(request):
    """Adds a word to a group of synonyms, so that it finds the same pages."""
    if not request.user.has_perm("home.change_synonym"):
        raise PermissionDenied
    word = _word(request.POST.get("kata", ""))
    group = request.POST.get("kelompok", "")
    try:
        with transaction.atomic():
            synonym = _add(word, Synonym.objects.select_for_update().get(pk=int(group or 0)))
            log(instance=synonym, action="wagtail.edit", content_changed=True)
    except (Synonym.DoesNotExist, ValueError, OverflowError):
        messages.error(request, "Pilih dulu kelompok kata yang artinya sama.")
    except ValidationError as error:
        messages.error(request, f"“{word}” belum ditambahkan. {' '.join(error.messages)}")
    else:
        _tell(request, word, synonym)
    return redirect("kata-pencarian:misses")


def _add(word: str, synonym: Synonym) -> Synonym:
    synonym.words = f"{synonym.words}, {word}"
    synonym.full_clean()
    synonym.save()
    return synonym


def _tell(request, word: str, synonym: Synonym) -> None:
    if finds(word, all_records()):
        misses.forget(word)
        messages.success(request, f"“{word}” sekarang menemukan halaman. Terima kasih.")
    else:
        messages.warning(
            request,
            f"“{word}” sudah ditambahkan ke kelompok “{synonym}”, "
            "tetapi belum ada halaman yang memuat salah satu kata itu.",
        )


def _word(typed: str) -> str:
    """What the address or the form brought, in the form in which searches are counted."""
    return " ".join(words(clean_query(typed, MISS_LETTERS)))


def _keeps_synonyms(user) -> bool:
    return any(user.has_perm(right) for right in KEEP)


class MissesMenuItem(MenuItem):
    def is_shown(self, request):
        return _keeps_synonyms(request.user)


@hooks.register("register_reports_menu_item")
def misses_menu_item():
    return MissesMenuItem(
        "Pencarian tanpa hasil",
        reverse("kata-pencarian:misses"),
        name="pencarian-tanpa-hasil",
        icon_name="search",
        order=100,
    )


@hooks.register("register_retention")
def missed_searches() -> Kind:
    return Kind(
        "pencarian-tanpa-hasil",
        "pencarian tanpa hasil",
        "Kata yang dicari bisa menyebut orang; setelah dijawab atau setelah setahun tidak berguna lagi.",
        misses.KEPT,
        misses.over,
    )


viewsets = [SynonymViewSet()]
