"""Every field that the office fills in says in plain words what belongs there.

The real forms are made, as the admin makes them, and walked through down to the blocks within blocks: a new field
without a help text turns this red.
"""

from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.forms import Form
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.forms.account import NameEmailForm, NotificationPreferencesForm, ThemePreferencesForm
from wagtail.admin.forms.auth import PasswordChangeForm
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.blocks import BlockField
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import get_page_models
from wagtail.users.models import UserProfile

from home.models import HomePage
from tests.factories.home import ContentPageFactory, UserFactory

pytestmark = pytest.mark.django_db

OURS = ("home.", "layanan.", "pelatihan.")

Texts = Iterator[tuple[str, str]]  # where a field stands, and its help text


def ours(model) -> bool:
    return model.__module__.startswith(OURS)


def of_block(block: blocks.Block, where: str) -> Texts:
    """The blocks that a person fills in. A list of single things says at the list what they are; a table likewise."""
    if isinstance(block, blocks.FieldBlock):
        yield where, block.field.help_text
    elif isinstance(block, TypedTableBlock):
        yield where, block.meta.help_text
    elif isinstance(block, blocks.ListBlock):
        yield where, getattr(block.meta, "help_text", "")
        if not isinstance(block.child_block, blocks.FieldBlock):
            yield from of_block(block.child_block, where)
    else:
        for name, child in block.child_blocks.items():
            yield from of_block(child, f"{where}.{name}")


def of_panel(panel: Panel.BoundPanel, where: str) -> Texts:
    if not panel.is_shown():
        return
    if isinstance(panel.panel, FieldPanel):
        where = f"{where}.{panel.field_name}"
        yield where, panel.help_text
        if panel.bound_field and isinstance(panel.bound_field.field, BlockField):  # none where only shown
            yield from of_block(panel.bound_field.field.block, where)
    elif isinstance(panel.panel, InlinePanel):
        where = f"{where}.{panel.panel.relation_name}"
        yield where, panel.help_text
        yield from of_panel(panel.empty_child, where)
    else:
        for child in getattr(panel, "children", []):
            yield from of_panel(child, where)


def of_form(edit_handler: Panel, instance, request, **words) -> Texts:
    form = edit_handler.get_form_class()(instance=instance, for_user=request.user, **words)
    bound = edit_handler.get_bound_panel(instance=instance, request=request, form=form)
    yield from of_panel(bound, type(instance).__name__)


def all_texts(request) -> Texts:
    home = HomePage.objects.first()
    for model in filter(ours, get_page_models()):
        page = model(content_type=ContentType.objects.get_for_model(model))
        yield from of_form(model.get_edit_handler(), page, request, parent_page=home)
    for model in filter(ours, settings_registry):
        yield from of_form(get_setting_edit_handler(model), model(), request)
    for viewset in viewsets.viewsets:
        if isinstance(viewset, ModelViewSet) and ours(viewset.model) and viewset._edit_handler:
            yield from of_form(viewset._edit_handler, viewset.model(), request)
    for form in wagtails_forms(request.user):
        for field in form.visible_fields():
            yield f"{type(form).__name__}.{field.name}", field.help_text


def wagtails_forms(user) -> list[Form]:
    """Forms without panels: files, one's own account, the copy of a page."""
    profile = UserProfile.get_for_user(user)
    page = ContentPageFactory()
    ContentPageFactory(parent=page)
    return [
        get_image_form(get_image_model())(user=user),
        get_document_form(get_document_model())(user=user),
        NameEmailForm(instance=user),
        ThemePreferencesForm(instance=profile),
        NotificationPreferencesForm(instance=profile),
        PasswordChangeForm(user),
        page.copy_form_class(page=page, user=user),
    ]


def test_every_field_says_what_belongs_there(rf):
    reverse("wagtailadmin_home")  # the admin's lists are known once its addresses are
    request = rf.get("/admin/")
    request.user = UserFactory(is_superuser=True)
    texts = dict(all_texts(request))
    # Should the walk lose its way, it would find nothing wrong: it has been in the deepest corners.
    assert {
        "NewsPage.body.accordion.items.title",
        "ServiceGuidePage.steps_office.step.text",
        "LessonPage.steps.step.tip",
        "VillageSettings.office_hours.opens",
        "Notice.hazard",
        "VillageImageForm.tags",
        "PasswordChangeForm.new_password1",
        "NewsPage.go_live_at",
    } <= texts.keys()
    assert [where for where, text in texts.items() if not (text or "").strip()] == []
