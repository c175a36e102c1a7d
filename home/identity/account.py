"""What one's own account asks for, and in which words. Imported by `home.wagtail_hooks`."""

from wagtail.admin.forms.account import NameEmailForm, ThemePreferencesForm
from wagtail.admin.forms.auth import PasswordChangeForm

HELP = {
    NameEmailForm: {
        "first_name": "Tampil di riwayat halaman dan di catatan persetujuan, misalnya Siti.",
        "last_name": "Boleh dikosongkan bila nama hanya satu kata.",
        "email": "Untuk pemberitahuan, misalnya siti@namadesa.desa.id. Boleh dikosongkan.",
    },
    ThemePreferencesForm: {
        "theme": "Terang, gelap, atau mengikuti pengaturan HP atau komputer ini.",
        "contrast": "Pilih “Lebih tegas” bila tulisan kurang jelas terbaca.",
        "density": "“Rapat” memuat lebih banyak baris; “Bawaan” lebih mudah ditekan di HP.",
    },
    PasswordChangeForm: {
        "old_password": "Sandi yang dipakai sekarang. Kosongkan ketiganya bila sandi tidak diganti.",
        # In the place of four sentences by Django; what it refuses it explains by itself.
        "new_password1": "Sedikitnya 10 huruf dan angka yang tidak mudah ditebak, misalnya empat kata pilihan sendiri.",
        "new_password2": "Tulis sandi baru sekali lagi, supaya tidak ada salah ketik.",
    },
}

for form, texts in HELP.items():
    for name, text in texts.items():
        form.base_fields[name].help_text = text

# Many Indonesians have one name, and many clerks no e-mail: Wagtail's form would not let them change their password.
for name in ("last_name", "email"):
    NameEmailForm.base_fields[name].required = False
