"""Who the village is and who works for it. Identity is data: no line of code names a village."""

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from home.identity.forms import VillageSettingsForm
from home.identity.rules import (
    DISTRICT_WORDS,
    PROVINCE_CODES,
    PROVINCE_WORDS,
    REGENCY_WORDS,
    WEEKDAYS,
    Closure,
    Hours,
    with_kind,
    without_kind,
)
from project.lib import colour, phone


class User(AbstractUser):
    """Someone with an account: staff of the village office, later also facilitators and trainees."""

    position = models.CharField("jabatan", max_length=100, blank=True)

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    @property
    def shown_name(self) -> str:
        """The name by which others know this person; that of the account where no other was written."""
        return self.get_full_name() or self.get_username()


# PP.KK.CC.VVVV; the fourth block begins with 1 (kelurahan), 2 (desa) or 3 (desa adat). Kepmendagri 300.2.2-2138/2025.
VILLAGE_CODE = RegexValidator(
    r"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[123][0-9]{3}\Z",
    "Tulis kode wilayah Kemendagri lengkap dengan titik, misalnya 15.04.05.2001. "
    "Bagian terakhir diawali 1 (kelurahan), 2 (desa), atau 3 (desa adat).",
)


@register_setting(icon="home", order=10)
class VillageSettings(ClusterableModel, BaseSiteSetting):
    """The identity that every page shows: name, place, hours, contact, colour."""

    designation = models.CharField(
        "sebutan",
        max_length=30,
        default="Desa",
        help_text="Desa, Nagari, Gampong, atau sebutan lain yang berlaku.",
    )
    name = models.CharField(
        "nama", max_length=100, blank=True, help_text="Tanpa kata “Desa”, misalnya Tebing Tinggi."
    )
    code = models.CharField(
        "kode wilayah",
        max_length=13,
        blank=True,
        validators=[VILLAGE_CODE],
        help_text="Kode Kemendagri, misalnya 15.04.05.2001. Bukan kode BPS.",
    )
    district = models.CharField("kecamatan", max_length=100, blank=True)
    regency = models.CharField(
        "kabupaten",
        max_length=100,
        blank=True,
        help_text="Tanpa kata “Kabupaten”, dengan ejaan resmi setempat.",
    )
    province = models.CharField("provinsi", max_length=100, blank=True)
    address = models.CharField("alamat kantor", max_length=250, blank=True)
    postal_code = models.CharField(
        "kode pos",
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{5}\Z", "Kode pos terdiri dari 5 angka.")],
    )
    map_url = models.URLField(
        "tautan peta",
        max_length=1000,  # full addresses of map applications are long
        blank=True,
        help_text="Tempel alamat dari aplikasi peta. Peta dibuka di aplikasi itu; halaman desa tidak memuatnya.",
    )
    phone = models.CharField("telepon kantor", max_length=30, blank=True, help_text="Misalnya 0743-21234.")
    whatsapp = models.CharField(
        "WhatsApp kantor", max_length=30, blank=True, help_text="Nomor HP kantor, misalnya 0812-3456-7890."
    )
    email = models.EmailField("surel kantor", blank=True)
    logo = models.ForeignKey(
        "home.VillageImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="logo",
    )
    main_colour = models.CharField(
        "warna utama",
        max_length=7,
        default="#7a1d2e",
        help_text="Kode seperti #7a1d2e. Harus cukup gelap supaya tulisan putih di atasnya terbaca jelas.",
    )
    is_example = models.BooleanField(
        "isi contoh",
        default=False,
        help_text="Dicentang selama situs masih memakai desa contoh; setiap halaman lalu menampilkan keterangannya.",
    )

    base_form_class = VillageSettingsForm

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("designation"), FieldPanel("name")]),
                FieldPanel("code"),
                FieldRowPanel(
                    [
                        FieldPanel("district", help_text="Nama kecamatan saja, tanpa kata “Kecamatan”."),
                        FieldPanel("regency"),
                    ]
                ),
                FieldPanel("province", help_text="Nama provinsi saja, misalnya Jambi."),
                FieldPanel("is_example"),
            ],
            "Nama dan wilayah",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "address", help_text="Jalan, nomor, RT dan RW, misalnya “Jalan Poros Desa 1, RT 02”."
                ),
                FieldPanel("postal_code", help_text="Lima angka, misalnya 36552."),
                FieldPanel("map_url"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("whatsapp")]),
                FieldPanel("email", help_text="Misalnya kantor@namadesa.desa.id. Boleh dikosongkan."),
            ],
            "Alamat dan kontak",
        ),
        InlinePanel(
            "office_hours",
            heading="Jam layanan",
            label="hari",
            help_text="Satu baris untuk satu hari. Hari yang tidak ditulis berarti kantor tutup.",
        ),
        InlinePanel(
            "closed_days",
            heading="Hari tutup khusus",
            label="hari tutup",
            help_text="Libur atau cuti bersama di luar hari tutup mingguan.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("logo", help_text="Lambang desa atau kabupaten. Tampil di kepala setiap halaman."),
                FieldPanel(
                    "main_colour",
                    widget=forms.ColorInput,
                    help_text="Tekan untuk memilih. Harus cukup gelap supaya tulisan putih di atasnya terbaca jelas.",
                ),
            ],
            "Tampilan",
        ),
    ]

    class Meta:
        verbose_name = "identitas desa"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(main_colour__regex=r"^#[0-9a-f]{6}$"),
                name="village_main_colour_is_hex",
                violation_error_message="Tulis warna sebagai # dan enam angka atau huruf a–f, misalnya #7a1d2e.",
            )
        ]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self) -> str:
        """ "Desa Tebing Tinggi", or a neutral word while the village has not written its name yet."""
        return f"{self.designation} {self.name}" if self.name else "Situs desa"

    @property
    def place_line(self) -> str:
        parts = [with_kind("Kecamatan", self.district), with_kind("Kabupaten", self.regency)]
        return ", ".join(filter(None, parts))

    def clean(self):
        super().clean()
        errors = {}
        for field, kinds in (
            ("name", [self.designation]),
            ("district", DISTRICT_WORDS),
            ("regency", REGENCY_WORDS),
            ("province", PROVINCE_WORDS),
        ):
            setattr(self, field, without_kind(getattr(self, field), kinds))
        if self.code and VILLAGE_CODE.regex.search(self.code) and self.code[:2] not in PROVINCE_CODES:
            errors["code"] = (
                f"Tidak ada provinsi dengan kode {self.code[:2]}. Periksa dua angka pertama; Jambi, misalnya, 15."
            )
        for field, normalise in (("phone", phone.normalise), ("whatsapp", phone.normalise_mobile)):
            try:
                if value := getattr(self, field):
                    setattr(self, field, normalise(value))
            except ValueError as error:
                errors[field] = str(error)
        try:
            self.main_colour = self.main_colour.strip().lower()
            colour.check_main_colour(self.main_colour)
        except ValueError as error:
            errors["main_colour"] = str(error)
        if errors:
            raise ValidationError(errors)


class OfficeHours(Orderable):
    """Opening hours of one weekday. One row a day, by constraint: hours that overlap cannot be stored."""

    village = ParentalKey(VillageSettings, on_delete=models.CASCADE, related_name="office_hours")
    weekday = models.PositiveSmallIntegerField("hari", choices=list(enumerate(WEEKDAYS)))
    opens = models.TimeField("buka")
    closes = models.TimeField("tutup")
    break_starts = models.TimeField("istirahat mulai", null=True, blank=True)
    break_ends = models.TimeField("istirahat selesai", null=True, blank=True)

    panels = [
        FieldPanel("weekday", help_text="Pilih harinya, satu baris untuk satu hari."),
        FieldRowPanel(
            [
                FieldPanel("opens", help_text="Misalnya 08.00."),
                FieldPanel("closes", help_text="Misalnya 15.00."),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("break_starts", help_text="Misalnya 12.00. Kosongkan bila tanpa istirahat."),
                FieldPanel("break_ends", help_text="Misalnya 13.00."),
            ]
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "jam layanan"
        verbose_name_plural = "jam layanan"
        constraints = [
            models.UniqueConstraint(
                fields=["village", "weekday"],
                name="office_hours_one_row_a_day",
                violation_error_message="Hari ini sudah ditulis di baris lain.",
            ),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="office_hours_close_after_opening",
                violation_error_message="Jam tutup harus sesudah jam buka.",
            ),
            models.CheckConstraint(
                condition=models.Q(break_starts__isnull=True, break_ends__isnull=True)
                | models.Q(
                    break_starts__isnull=False,
                    break_ends__isnull=False,
                    break_starts__gte=models.F("opens"),
                    break_ends__gt=models.F("break_starts"),
                    break_ends__lte=models.F("closes"),
                ),
                name="office_hours_break_within_hours",
                violation_error_message=(
                    "Istirahat diisi mulai dan selesainya, di antara jam buka dan jam tutup, atau dikosongkan keduanya."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.as_hours().times}"

    def as_hours(self) -> Hours:
        return Hours(self.weekday, self.opens, self.closes, self.break_starts, self.break_ends)


class ClosedDay(Orderable):
    """A day, or a run of days, on which the office is closed although the weekday has hours."""

    village = ParentalKey(VillageSettings, on_delete=models.CASCADE, related_name="closed_days")
    first_day = models.DateField("dari tanggal")
    last_day = models.DateField("sampai tanggal", help_text="Tanggal yang sama bila hanya satu hari.")
    reason = models.CharField("alasan", max_length=100, help_text="Misalnya “Cuti bersama Natal”.")

    panels = [
        FieldRowPanel(
            [FieldPanel("first_day", help_text="Hari pertama kantor tutup."), FieldPanel("last_day")]
        ),
        FieldPanel("reason"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "hari tutup"
        verbose_name_plural = "hari tutup"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="closed_day_ends_after_it_begins",
                violation_error_message="Tanggal akhir tidak boleh sebelum tanggal awal.",
            )
        ]

    def __str__(self):
        return self.as_closure().text

    def as_closure(self) -> Closure:
        return Closure(self.first_day, self.last_day, self.reason)
