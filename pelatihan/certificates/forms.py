"""Forms of certificates: what a programme asks for, why one ends, and which one somebody holds in his hand."""

from django import forms

from home.casework.codes import shown
from pelatihan.certificates import rules
from pelatihan.certificates.models import CertificateSettings
from pelatihan.events.programmes.models import Event
from project.lib import nik

NIK_TYPED = "Ada nomor yang tampak seperti NIK. Hapus nomornya."


class _Plain(forms.Form):
    """Whatever is typed here stays for long, so it holds no NIK."""

    def clean(self):
        for name, value in list(super().clean().items()):
            if isinstance(value, str) and nik.find(value):
                self.add_error(name, NIK_TYPED)
        return self.cleaned_data


class SettingsForm(_Plain, forms.ModelForm):
    """`version` is that of the settings that were on the screen."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = CertificateSettings
        fields = [
            "events",
            "percent",
            "percent_source",
            "test",
            "paper_percent",
            "hours",
            "signatory",
            "office",
            "number_form",
        ]
        labels = {
            "events": "Kegiatan yang dihitung",
            "percent": "Kehadiran paling sedikit (persen)",
            "percent_source": "Dasar angka itu",
            "test": "Untuk sertifikat lulus",
            "paper_percent": "Nilai lulus tes di kertas (dari 100)",
            "hours": "Jam pelajaran (JP)",
            "signatory": "Nama penanda tangan",
            "office": "Jabatan penanda tangan",
            "number_form": "Bentuk nomor",
        }
        help_texts = {
            "events": "Sesi kegiatan ini yang dihitung kehadirannya. Tanpa centang, semua kegiatan dihitung.",
            "percent": "Dari sesi yang mengharapkan orangnya, misalnya 75: dari 4 sesi ia harus hadir di 3.",
            "percent_source": "Misalnya “Kebijakan desa” atau nomor surat keputusannya.",
            "test": "Latihan wajib di kursus program ini juga harus lulus.",
            "paper_percent": "Hanya untuk program yang tes akhirnya di kertas; kuis di situs punya nilai lulusnya "
            "sendiri.",
            "hours": "Tertulis di sertifikat, misalnya 12.",
            "signatory": "Dengan gelarnya. Bila kosong, dipakai nama pejabat yang sedang menjabat.",
            "office": "Misalnya “Sekretaris Desa”. Bila kosong, “Kepala Desa”.",
            "number_form": "{nomor} menjadi 001, 002, dan seterusnya, mulai lagi tiap tahun; {bulan} menjadi angka "
            "Romawi; {tahun} menjadi 2026.",
        }
        widgets = {
            "events": forms.CheckboxSelectMultiple,
            "percent": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "paper_percent": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "hours": forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "test": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["events"].queryset = Event.objects.filter(programme=self.instance.programme_id)
        self.fields["version"].initial = self.instance.version
        for name in ("percent", "paper_percent", "hours"):
            self.fields[name].error_messages["invalid"] = "Tulis angka bulat saja, misalnya 75."

    def clean_number_form(self):
        form = " ".join(self.cleaned_data["number_form"].split())
        if fault := rules.number_form_fault(form):
            raise forms.ValidationError(fault)
        return form


class ReasonForm(_Plain):
    """Why a certificate ends."""

    reason = forms.CharField(
        label="Alasan",
        max_length=rules.REASON_LETTERS,
        help_text="Tercatat bersama nama Anda, misalnya “Nama salah ketik”.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_reason(self):
        return " ".join(self.cleaned_data["reason"].split())


class CodeForm(forms.Form):
    """The code on a certificate, as somebody copies it."""

    kode = forms.CharField(
        label="Kode sertifikat",
        max_length=80,
        help_text="Dua puluh delapan huruf dan angka di kiri bawah sertifikat. Tanda hubung dan huruf kecil tidak jadi "
        "soal.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_kode(self):
        code = rules.read_code(self.cleaned_data["kode"])
        if code is None:
            raise forms.ValidationError(
                "Kode ini tidak mungkin benar: ada huruf yang kurang, lebih, atau salah. Bandingkan dengan lembarnya."
            )
        return shown(code)
