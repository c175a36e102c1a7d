"""A7: tables and the figures in them."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    done,
    one,
    short,
    statement,
)

TABLES = Lesson(
    slug="tabel-dan-angka",
    title="Tabel yang benar dan data untuk Excel",
    intro="Angka desa dipercaya kalau jumlahnya benar. Periksa dulu, baru terbitkan.",
    goal="Membetulkan jumlah di sebuah tabel dan mengunduh data peraturan",
    minutes=12,
    steps=(
        Step(
            title="Buka halaman tabelnya",
            text="<p>Buka halamannya di ruang kerja, lalu gulir sampai blok Tabel.</p>",
            expected="Tabel dengan baris dan kolom yang dapat diketik.",
        ),
        Step(
            title="Jumlahkan dengan kalkulator",
            text="<p>Jumlahkan semua baris, kecuali baris terakhir. Pakai kalkulator di HP.</p>",
            expected="Satu angka: itulah jumlah yang benar.",
        ),
        Step(
            title="Bandingkan dengan baris “Jumlah”",
            text="<p>Kalau berbeda, betulkan hanya baris itu. Baris lain jangan diubah supaya cocok.</p>",
            expected="Baris terakhir sama dengan hitungan Anda.",
            tip="Tulis angka dengan titik ribuan, misalnya 12.500.000.",
        ),
        Step(
            title="Terbitkan",
            text="<p>Tekan “Terbitkan”.</p>",
            expected="Tabel dengan jumlah yang benar tampil di halaman.",
        ),
        Step(
            title="Unduh data untuk Excel",
            text="<p>Di daftar peraturan, gulir ke bagian Data terbuka, lalu tekan <b>Tabel CSV</b>.</p>",
            expected="Berkas yang terbuka di Excel dengan satu baris tiap peraturan.",
            picture="tabel-csv",
            picture_alt="Bagian Data terbuka di daftar peraturan. “Tabel CSV” diberi bingkai.",
            link_label="Buka daftar peraturan",
            link_url="/regulasi/",
        ),
    ),
    questions=(
        Question(
            "Jumlahnya salah. Mana yang dibetulkan?",
            (
                Option("Salah satu baris, supaya cocok", "Jangan. Barisnya benar; jumlahnya yang salah."),
                Option("Baris “Jumlah”", "Ya.", True),
            ),
        ),
    ),
    quiz=(
        short(
            "45.000.000 + 12.500.000 + 7.750.000 = ? Tulis angkanya.",
            "65.250.000",
            "65250000",
            "Rp65.250.000",
            why="Jumlah ketiganya 65.250.000.",
        ),
        statement("Angka boleh dibulatkan supaya cocok.", False, "Angka ditulis seperti di buktinya."),
        one(
            "Berkas mana yang terbuka di Excel?",
            "Tabel CSV",
            "Foto tabel",
            "Tangkapan layar",
            why="CSV berisi baris dan kolom.",
        ),
    ),
    exercises=(
        Exercise(
            "Betulkan jumlah di tabel",
            "Di folder latihan Anda ada halaman “Tabel belanja (latihan)”. Baris “Jumlah” salah. Betulkan, lalu "
            "terbitkan. Angkanya karangan, bukan anggaran desa.",
            (("tabel", {"title": "Jumlahnya benar"}),),
        ),
        Exercise(
            "Unduh tabel peraturan",
            "Unduh data peraturan desa sebagai CSV, lalu buka di Excel atau LibreOffice.",
            (done("Tabel diunduh", "Saya sudah mengunduh dan membuka tabelnya.", "/regulasi/"),),
        ),
    ),
)

COURSE = Course(
    slug="tabel-dan-data",
    title="Mengelola data: tabel dan unduhan",
    audience="perangkat",
    intro="Tabel yang jumlahnya benar, dan data yang dapat dibuka di Excel.",
    pillar="kecakapan",
    digcomp="1.3",
    needs="Kalkulator, akun atau kartu peserta, dan ruang latihan.",
    lessons=(TABLES,),
    after=("menulis-berita",),
)
