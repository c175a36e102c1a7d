"""The way from a draft to the public, in the words of the page editor.

Wagtail says "has been updated" of a draft that nobody sees, lets a text be sent back without a reason, and takes the
typing of an Operator on a page that waits for approval and keeps nothing. Here each of these is said where it happens.
Imported by `home.wagtail_hooks`.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from wagtail import hooks
from wagtail.admin.views.pages.edit import EditView
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, Page, WorkflowState

from project.lib.localdates import format_moment

REASON_MISSING = "Tulis dulu apa yang perlu diperbaiki. Penulisnya membaca catatan ini."


class SendBackForm(TaskStateCommentForm):
    """Asks why a text is sent back; without a reason its author would not know what to do."""

    comment = forms.CharField(
        label="Apa yang perlu diperbaiki?",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": REASON_MISSING},
    )


# Wagtail has no setting and no hook for what follows.
_act = AbstractGroupApprovalTask.on_action
_say_restored = EditView.add_save_confirmation_message


def _on_action(task, task_state, user, action_name, **data):
    if action_name == "reject" and not data.get("comment", "").strip():
        raise ValidationError(REASON_MISSING)
    return _act(task, task_state, user, action_name, **data)


def _form_for_action(task, action):
    return SendBackForm if action == "reject" else TaskStateCommentForm


def _say_what_was_saved(view):
    if view.is_reverting:
        _say_restored(view)
        return
    action = view.workflow_action if view.action_name == "perform_workflow_action" else "save"
    messages.success(view.request, saved_words(view.page, action))


AbstractGroupApprovalTask.on_action = _on_action
AbstractGroupApprovalTask.get_form_for_action = _form_for_action
EditView.add_save_confirmation_message = _say_what_was_saved


def saved_words(page: Page, action: str) -> str:
    """What has just happened to a page, and who sees it."""
    name = f"“{page.get_admin_display_title()}”"
    if action == "reject":
        return f"{name} dikembalikan kepada penulisnya, dengan catatan Anda."
    if action == "approve":
        live = Page.objects.filter(pk=page.pk, live=True, has_unpublished_changes=False).exists()
        return f"{name} disetujui" + (" dan sudah dapat dibaca warga." if live else ".")
    return (
        f"Draf {name} tersimpan. Warga belum melihat perubahan ini; "
        "itu terjadi setelah halaman diajukan dan diterbitkan."
    )


@hooks.register("before_edit_page")
def show_why_it_came_back(request, page):
    """The reason, by whom and when, above the form for as long as the text waits to be corrected."""
    state = page.current_workflow_state
    if request.method != "GET" or not state or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    sent_back = state.current_task_state
    by = sent_back.finished_by
    who = by.shown_name if by else "Penerbit"
    messages.warning(
        request,
        f"Dikembalikan oleh {who}, {format_moment(sent_back.finished_at)}: “{sent_back.comment}” "
        "Perbaiki, lalu ajukan lagi.",
    )
