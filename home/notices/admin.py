"""Notices in the Wagtail admin, under "Pengumuman". An operator's notice is public at once."""

import json
import uuid

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.dispatch import Signal
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter, log

from home.casework.keys import key_in
from home.notices.models import Notice
from home.notices.rules import DARURAT, EMERGENCY_FIELDS
from project.lib.localdates import format_moment, now

# Sent after a notice was made, with `notice`: whoever tells Penerbit listens here.
notice_made = Signal()


class NoticeForm(WagtailAdminModelForm):
    """Carries the once-key from the server through the browser and back."""

    once_key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def save(self, commit=True):
        if self.instance.pk is None and self.cleaned_data.get("once_key"):
            self.instance.once_key = self.cleaned_data["once_key"]
        return super().save(commit=commit)


class CreateNotice(generic.CreateView):
    def post(self, request, *args, **kwargs):
        if self._already_made():
            return self._shown_once()
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except IntegrityError:
            if self._already_made():  # the other tap arrived while this one was checked
                return self._shown_once()
            raise

    def _already_made(self) -> bool:
        key = key_in(self.request, "once_key")
        return key is not None and Notice.objects.filter(once_key=key).exists()

    def _shown_once(self):
        messages.info(self.request, "Pengumuman ini sudah tersimpan.")
        return redirect(self.get_success_url())

    def save_instance(self):
        user = self.request.user
        self.form.instance.created_by = user
        self.form.instance.created_by_name = user.shown_name[:150]
        notice = super().save_instance()
        transaction.on_commit(lambda: notice_made.send(sender=Notice, notice=notice), robust=True)
        return notice


class EditNotice(generic.EditView):
    def save_instance(self):
        """Keeps who wrote these words and, in the history, what stood there before."""
        user = self.request.user
        before = Notice.objects.get(pk=self.object.pk)
        notice = self.form.instance
        if {"title", "text", *(name for name, _ in EMERGENCY_FIELDS)} & set(self.form.changed_data):
            notice.changed_by = user
            notice.changed_by_name = user.shown_name[:150]
            notice.changed_at = now()
        notice = self.form.save()
        words = [before.title, before.text, *(words for _, words in before.emergency)]
        log(instance=notice, action="home.notice.edit", data={"before": " · ".join(words)})
        return notice

    @property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.object.ended_at is None and self.object.state in ("Sedang tampil", "Menunggu waktunya"):
            buttons.append(_end_button(self.object))
        return buttons


class NoticeList(generic.IndexView):
    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if instance.ended_at is None and instance.state in ("Sedang tampil", "Menunggu waktunya"):
            buttons = [*buttons, _end_button(instance)]
        return buttons


def _end_button(notice: Notice) -> Button:
    return Button(
        "Akhiri sekarang", url=reverse("pengumuman:end", args=[notice.pk]), icon_name="cross", priority=20
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end_notice(request, pk):
    """Asks, then ends it. Ending twice is no fault."""
    if not request.user.has_perm("home.change_notice"):
        raise PermissionDenied
    notice = get_object_or_404(Notice, pk=pk)
    if request.method == "POST":
        if notice.end(request.user):
            log(instance=notice, action="home.notice.end")
            messages.success(request, f"Pengumuman “{notice.title}” sudah diakhiri.")
        else:
            messages.info(request, f"Pengumuman “{notice.title}” sudah berakhir sebelumnya.")
        return redirect("pengumuman:index")
    return render(request, "wagtailadmin/notices/end.html", {"notice": notice})


@hooks.register("register_log_actions")
def notice_actions(actions):
    actions.register_action("home.notice.end", "Akhiri pengumuman", "Diakhiri sebelum waktunya")

    @actions.register_action("home.notice.edit")
    class ChangedNotice(LogFormatter):
        label = "Ubah pengumuman"

        def format_message(self, log_entry):
            return f"Diubah. Sebelumnya: “{log_entry.data.get('before', '')}”"


class NoticeViewSet(ModelViewSet):
    model = Notice
    name = "pengumuman"
    url_prefix = "pengumuman"
    icon = "warning"
    menu_label = "Pengumuman"
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = NoticeList
    add_view_class = CreateNotice
    edit_view_class = EditNotice
    list_display = [
        "title",
        Column("get_level_display", label="Tingkat", sort_key="level"),
        Column("state", label="Keadaan"),
        # In full: Wagtail's own column says "just now" of every moment to come.
        Column(
            "begins_at", label="Mulai", sort_key="begins_at", accessor=lambda n: format_moment(n.begins_at)
        ),
        Column("last_moment", label="Berakhir", accessor=lambda n: format_moment(n.last_moment)),
        Column("written_by", label="Ditulis oleh"),
    ]
    list_filter = ["level"]
    search_fields = ["title", "text"]
    panels = [
        FieldPanel("level"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("begins_at"), FieldPanel("ends_at")]),
        MultiFieldPanel(
            [FieldPanel(name) for name, _ in EMERGENCY_FIELDS],
            "Hanya untuk pengumuman darurat",
            help_text=(
                "Delapan keterangan ini wajib untuk tingkat Darurat (Peraturan Komisi Informasi 1/2018 Pasal 3). "
                "Untuk tingkat lain biarkan kosong."
            ),
            attrs={"data-w-rules-target": "show", "data-w-rules": json.dumps({"level": DARURAT})},
        ),
        FieldPanel("page"),
    ]

    def get_edit_handler(self):
        # Wagtail's own script shows the eight statements where they are asked for; without it they all stand there.
        attrs = {"data-controller": "w-rules", "data-action": "change->w-rules#resolve"}
        return ObjectList(self.panels, base_form_class=NoticeForm, attrs=attrs).bind_to_model(self.model)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<int:pk>/akhiri/", end_notice, name="end")]


viewsets = [NoticeViewSet()]
