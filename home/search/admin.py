"""Synonyms in the Wagtail admin, under "Kata pencarian"."""

from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from home.search.models import Synonym


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
    list_display = ["words"]
    search_fields = ["words"]
    panels = [FieldPanel("words")]


viewsets = [SynonymViewSet()]
