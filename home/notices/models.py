"""A notice: what everybody should know now, above every page until it ends."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from home.notices.rules import (
    DARURAT,
    EMERGENCY_FIELDS,
    ICONS,
    LEVELS,
    OWN_WORDS_LIMIT,
    own_words_size,
    plain_text,
    term_problem,
)
from home.pages.addresses import absolute
from home.pages.base import BasePage
from home.pages.models import ContentVersion
from project.lib.localdates import format_moment, now


def _emergency_field(name: str, help_text: str) -> models.CharField:
    label = dict(EMERGENCY_FIELDS)[name]
    return models.CharField(label[0].lower() + label[1:], max_length=250, blank=True, help_text=help_text)


class NoticeQuerySet(models.QuerySet):
    """Decided by the clock when asked, so that nothing has to run at the minute a notice begins or ends."""

    def begun(self):
        return self.filter(begins_at__lte=now())

    def unfinished(self):
        """Shown now, or later."""
        return self.filter(ended_at__isnull=True, ends_at__gt=now())

    def current(self):
        return self.begun().unfinished()

    def past(self):
        """What was shown and no longer is. One that was called off before it began was never public."""
        return self.begun().exclude(ended_at__lte=F("begins_at")).exclude(ended_at=None, ends_at__gt=now())


class Notice(models.Model):
    """Shown from `begins_at` until `ends_at`, or until somebody ends it. The past stays readable in the list."""

    level = models.CharField(
        "tingkat",
        max_length=10,
        choices=LEVELS,
        default=LEVELS[0][0],
        help_text=(
            "Informasi: baik diketahui. Penting: warga perlu bersiap. "
            "Darurat: ada bahaya sekarang; delapan keterangan di bawah wajib diisi."
        ),
    )
    title = models.CharField(
        "judul",
        max_length=100,
        help_text="Inti kabarnya dalam satu baris, misalnya “Air PAM mati sampai sore”.",
    )
    text = models.TextField(
        "isi",
        max_length=800,
        help_text="Apa, di mana, kapan, dan apa yang perlu dilakukan warga. Singkat saja.",
    )
    begins_at = models.DateTimeField(
        "mulai", default=now, help_text="Sejak kapan tampil. Isi waktu sekarang supaya langsung tampil."
    )
    ends_at = models.DateTimeField(
        "berakhir",
        help_text=(
            "Wajib diisi: pengumuman hilang sendiri pada waktu ini. "
            "Paling lama 30 hari; pengumuman darurat paling lama 7 hari."
        ),
    )
    hazard = _emergency_field("hazard", "Bahaya apa, seberapa besar, sampai mana.")
    affected = _emergency_field("affected", "RT, dusun, atau kelompok warga yang terkena.")
    evacuation = _emergency_field("evacuation", "Kapan harus pergi, lewat mana, dan ke mana.")
    avoidance = _emergency_field("avoidance", "Yang harus dan yang jangan dilakukan.")
    getting_help = _emergency_field("getting_help", "Nomor telepon kantor atau posko, dan tempatnya.")
    announcer = _emergency_field("announcer", "Jabatan atau lembaga, misalnya “Kepala Desa bersama BPBD”.")
    channels = _emergency_field("channels", "Misalnya “Situs desa, pengeras suara masjid, ketua RT”.")
    response = _emergency_field("response", "Apa yang sedang dikerjakan, dan oleh siapa.")
    page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="halaman terkait",
        help_text="Boleh dikosongkan. Halaman di situs ini yang memuat keterangan lebih lengkap.",
    )
    ended_at = models.DateTimeField("diakhiri pada", null=True, blank=True, editable=False)
    ended_by = models.CharField("diakhiri oleh", max_length=150, blank=True, editable=False)
    # Put into the form by the server: a second tap brings the same key and makes no second notice.
    once_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="dibuat oleh",
    )
    created_by_name = models.CharField("nama pembuat", max_length=150, blank=True, editable=False)
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    # Who wrote what stands there now, when that is not who made it.
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="diubah oleh",
    )
    changed_by_name = models.CharField("nama pengubah", max_length=150, blank=True, editable=False)
    changed_at = models.DateTimeField("diubah pada", null=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "pengumuman"
        verbose_name_plural = "pengumuman"
        ordering = ["-begins_at", "-pk"]
        indexes = [models.Index(fields=["ends_at"], name="notice_by_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__in=[value for value, _ in LEVELS]),
                name="notice_level_is_known",
                violation_error_message="Pilih tingkat informasi, penting, atau darurat.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")),
                name="notice_ends_after_it_begins",
                violation_error_message="Waktu berakhir harus sesudah waktu mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(level=DARURAT)
                | ~Q(*((name, "") for name, _ in EMERGENCY_FIELDS), _connector=Q.OR),
                name="notice_emergency_says_all",
                violation_error_message="Pengumuman darurat harus memuat delapan keterangannya.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("notice", args=[self.pk])

    @property
    def text_url(self) -> str:
        return reverse("notice_text", args=[self.pk])

    @property
    def canonical_url(self) -> str:
        return absolute(self.get_absolute_url())

    @property
    def icon(self) -> str:
        return ICONS[self.level]

    @property
    def last_moment(self):
        """When it ended, or will."""
        return self.ended_at or self.ends_at

    @property
    def written_by(self) -> str:
        """Whose words these are: of the last who changed them, or of who made the notice."""
        return self.changed_by_name or self.created_by_name

    @property
    def is_current(self) -> bool:
        return self.ended_at is None and self.begins_at <= now() < self.ends_at

    @property
    def is_public(self) -> bool:
        """Whether it was ever shown; one that waits, or was called off before its time, has no address yet."""
        return self.begins_at <= now() and (self.ended_at is None or self.ended_at > self.begins_at)

    @property
    def state(self) -> str:
        """For the list of the office."""
        if self.is_current:
            return "Sedang tampil"
        if self.ended_at is not None:
            return "Diakhiri"
        return "Menunggu waktunya" if self.begins_at > now() else "Sudah berakhir"

    @property
    def emergency(self) -> list[tuple[str, str]]:
        """The eight statements of an emergency with their headings."""
        if self.level != DARURAT:
            return []
        return [(label, getattr(self, name)) for name, label in EMERGENCY_FIELDS]

    def end(self, by) -> bool:
        """Ends it at this moment; whether it was this call that did. Safe to repeat."""
        name = by.shown_name
        ended = Notice.objects.unfinished().filter(pk=self.pk).update(ended_at=now(), ended_by=name[:150])
        if ended:
            ContentVersion.increase()
        return bool(ended)

    def as_plain_text(self, sender: str) -> str:
        return plain_text(
            level=self.level,
            title=self.title,
            text=self.text,
            emergency=self.emergency,
            times=f"Berlaku {format_moment(self.begins_at)} sampai {format_moment(self.last_moment)}",
            sender=sender,
            url=self.canonical_url,
        )

    def clean(self):
        super().clean()
        # A stray line end from Windows counts twice in the plain text and means nothing.
        self.text = self.text.replace("\r\n", "\n").strip()
        errors = {}
        if self.level == DARURAT:
            for name, _ in EMERGENCY_FIELDS:
                if not getattr(self, name).strip():
                    errors[name] = "Wajib diisi untuk pengumuman darurat."
        else:
            for name, _ in EMERGENCY_FIELDS:  # what another level does not show is not kept either
                setattr(self, name, "")
        if self.begins_at and self.ends_at and (problem := self._time_problem()):
            errors["ends_at"] = problem
        if problem := self._beginning_problem():
            errors["begins_at"] = problem
        size = own_words_size(self.title, self.text, self.emergency)
        if size > OWN_WORDS_LIMIT:
            errors["text"] = (
                f"Seluruh pengumuman {size - OWN_WORDS_LIMIT} huruf terlalu panjang untuk sinyal lemah. Ringkas isinya."
            )
        if errors:
            raise ValidationError(errors)

    def _beginning_problem(self) -> str:
        """What was announced stays known: it can't be moved into the future, where it has no address and no place in
        the list. A form gives minutes only, so the seconds that were kept count as the same."""
        kept = (
            Notice.objects.filter(pk=self.pk).values_list("begins_at", flat=True).first() if self.pk else None
        )
        if kept is None or not self.begins_at or kept > now():
            return ""
        if self.begins_at.replace(second=0, microsecond=0) != kept.replace(second=0, microsecond=0):
            return (
                f"Pengumuman ini sudah tampil sejak {format_moment(kept)}; waktu mulainya tidak diubah lagi."
            )
        self.begins_at = kept
        return ""

    def _time_problem(self) -> str:
        if problem := term_problem(self.level, self.begins_at, self.ends_at, settings.NOTICE_DAYS):
            return problem
        kept = Notice.objects.filter(pk=self.pk).values_list("ends_at", flat=True).first()
        if self.ends_at <= now() and kept != self.ends_at:  # a word of a past notice may still be put right
            return "Waktu berakhir ini sudah lewat. Pilih waktu yang akan datang."
        return ""


class NoticeIndexPage(BasePage):
    """All notices: those that are shown now first, then the past."""

    intro = models.TextField(
        "ringkasan", max_length=400, blank=True, help_text="Satu kalimat di bawah judul daftar pengumuman."
    )

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "home/notices/notice_index_page.html"
    searched_fields = ("intro",)
    content_panels = Page.content_panels + [FieldPanel("intro")]

    class Meta:
        verbose_name = "daftar pengumuman"

    def get_context(self, request, *args, **kwargs):
        from home.notices.queries import past_notices  # the reads of this model are made of it

        context = super().get_context(request, *args, **kwargs)
        context["current"] = request.frame.notices
        context["items"] = past_notices(request.GET.get("halaman", "1"))
        context["breadcrumbs"] = self.breadcrumbs()
        return context

    def get_sitemap_urls(self, request=None):
        """With the notices of now: what a search engine shows of them should be true."""
        current = [
            {"location": notice.canonical_url, "lastmod": notice.begins_at}
            for notice in Notice.objects.current()
        ]
        return [*super().get_sitemap_urls(request), *current]
