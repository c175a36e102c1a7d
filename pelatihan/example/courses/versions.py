"""A5: going back to an older version."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    in_order,
    one,
    statement,
)

VERSIONS = Lesson(
    slug="memulihkan-versi-lama",
    title="Salah tulis? Memulihkan versi lama",
    intro="Tidak ada yang hilang: setiap versi halaman tersimpan dan dapat dipulihkan.",
    goal="Mengembalikan halaman ke versi yang benar dan menerbitkannya lagi",
    minutes=10,
    steps=(
        Step(
            title="Tenang, lalu buka halamannya",
            text="<p>Jangan mengetik ulang. Buka halaman yang salah di ruang kerja.</p>",
            expected="Formulir halaman dengan tulisan yang salah.",
        ),
        Step(
            title="Buka “Riwayat”",
            text="<p>Tekan “Riwayat”, gambar jam di bagian atas halaman.</p>",
            expected="Daftar versi: siapa mengubah, dan kapan.",
            picture="versi-riwayat",
            picture_alt="Bagian atas sebuah halaman di ruang kerja. Tombol “Riwayat” diberi bingkai.",
        ),
        Step(
            title="Cari versi yang benar",
            text="<p>Lihat tanggalnya. Pilih versi sebelum kesalahan terjadi.</p>",
            expected="Baris dengan versi yang benar.",
            tip="Ragu? Bandingkan dulu dua versi.",
        ),
        Step(
            title="Tekan “Pulihkan versi ini”",
            text="<p>Di baris itu tekan “Pulihkan versi ini”. Formulir terbuka dengan tulisan lama.</p>",
            expected="Tulisan yang benar terlihat di formulir.",
        ),
        Step(
            title="Simpan dan terbitkan",
            text="<p>Tekan “Terbitkan”. Sebelum itu warga masih membaca yang salah.</p>",
            expected="Tulisan hijau: halaman diterbitkan.",
            trouble="Hanya “Simpan draf” yang ditekan? Terbitkan sekarang; draf belum terlihat warga.",
        ),
    ),
    questions=(
        Question(
            "Versi lama sudah dipulihkan, tetapi warga masih membaca yang salah. Mengapa?",
            (
                Option("Situs rusak", "Tidak. Perubahan baru terlihat setelah diterbitkan."),
                Option("Belum diterbitkan", "Ya. Tekan “Terbitkan”.", True),
            ),
        ),
    ),
    quiz=(
        in_order(
            "Urutkan cara memulihkan.",
            "Buka halamannya",
            "Buka “Riwayat”",
            "Pilih versi yang benar",
            "Tekan “Pulihkan versi ini”",
            "Tekan “Terbitkan”",
            why="Riwayat menyimpan semua versi.",
        ),
        statement("Versi yang salah hilang setelah dipulihkan.", False, "Semua versi tetap ada di riwayat."),
        one(
            "Di mana versi lama tersimpan?",
            "Di riwayat halaman",
            "Di tempat sampah",
            "Tidak tersimpan",
            why="Setiap penyimpanan menambah satu versi.",
        ),
    ),
    exercises=(
        Exercise(
            "Pulihkan halaman yang rusak",
            "Di folder latihan Anda ada halaman “Jam layanan (latihan)”. Isinya rusak. Kembalikan ke versi sebelumnya "
            "lewat “Riwayat”, lalu terbitkan.",
            (("pulihkan", {"title": "Versi yang benar dipulihkan dan terbit"}),),
        ),
    ),
)

COURSE = Course(
    slug="memulihkan-versi",
    title="Salah tulis? Memulihkan versi lama",
    audience="perangkat",
    intro="Mengembalikan halaman seperti semula, tanpa mengetik ulang dan tanpa panik.",
    pillar="kecakapan",
    digcomp="5.1",
    needs="Akun atau kartu peserta, dan ruang latihan.",
    lessons=(VERSIONS,),
    after=("menulis-berita",),
)
