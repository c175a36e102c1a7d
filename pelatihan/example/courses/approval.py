"""A8: by another's approval, at a later hour, and off the site again."""

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

APPROVAL = Lesson(
    slug="persetujuan",
    title="Mengajukan dan menyetujui",
    intro="Dua pasang mata: seorang menulis, seorang lain memeriksa.",
    goal="Mengajukan halaman dan mendapat persetujuan orang lain",
    minutes=10,
    steps=(
        Step(
            title="Selesaikan tulisannya",
            text="<p>Baca sekali lagi: judul, tanggal, nama, angka.</p>",
            expected="Tidak ada lagi yang perlu diubah.",
        ),
        Step(
            title="Ajukan",
            text="<p>Tekan panah di samping “Simpan draf”, lalu “Ajukan ke Persetujuan Penerbit”.</p>",
            expected="Tulisan hijau: halaman diajukan.",
        ),
        Step(
            title="Tunggu atau ingatkan",
            text="<p>Penerbit melihatnya di Tugas hari ini. Ingatkan bila perlu segera.</p>",
            expected="Statusnya menunggu persetujuan.",
        ),
        Step(
            title="Baca catatannya",
            text="<p>Dikembalikan? Baca catatannya di atas formulir, perbaiki, lalu ajukan lagi.</p>",
            expected="Halaman disetujui dan terbit.",
        ),
    ),
    questions=(
        Question(
            "Bolehkah menyetujui tulisan sendiri?",
            (
                Option("Boleh", "Kesalahan sendiri sukar terlihat. Minta orang lain."),
                Option("Sebaiknya orang lain", "Ya. Itu gunanya dua pasang mata.", True),
            ),
        ),
    ),
    exercises=(
        Exercise(
            "Ajukan, lalu minta persetujuan",
            "Tulis halaman di folder latihan Anda dan ajukan. Minta Penerbit menyetujuinya.",
            (("persetujuan", {"title": "Diajukan dan disetujui orang lain"}),),
        ),
    ),
)

SCHEDULE = Lesson(
    slug="jadwal-terbit",
    title="Jadwal terbit, dan menarik halaman",
    intro="Halaman dapat terbit sendiri pada waktunya, dan ditarik tanpa dihapus.",
    goal="Menjadwalkan satu halaman dan menarik satu halaman lama",
    minutes=12,
    steps=(
        Step(
            title="Buka panel status",
            text="<p>Di kanan atas tekan “Status”, gambar huruf i, lalu “Atur jadwal”.</p>",
            expected="Jendela dengan waktu terbit dan waktu berakhir.",
            picture="jadwal-status",
            picture_alt="Bagian atas sebuah halaman di ruang kerja. Tombol “Status” diberi bingkai.",
        ),
        Step(
            title="Isi waktu terbit",
            text="<p>Tulis tanggal dan jam yang akan datang, misalnya 01/12/2026 07.00, lalu tekan “Simpan "
            "jadwal”.</p>",
            expected="Waktunya terlihat di panel status.",
            picture="jadwal-atur",
            picture_alt="Panel status terbuka. Tombol “Atur jadwal” diberi bingkai.",
        ),
        Step(
            title="Sahkan jadwalnya",
            text="<p>Tekan “Terbitkan”. Halaman belum tampil; ia menunggu waktunya.</p>",
            expected="Tulisan hijau: halaman dijadwalkan.",
            trouble="Tampil sekarang? Waktunya sudah lewat. Periksa tanggalnya.",
        ),
        Step(
            title="Tarik halaman lama",
            text="<p>Buka halaman lama, tekan panah di samping tombol, lalu “Tarik dari situs”.</p>",
            expected="Halaman tidak tampil lagi, tetapi masih ada di ruang kerja.",
            tip="Jangan dihapus: halaman yang ditarik dapat diterbitkan lagi, yang dihapus tidak.",
        ),
    ),
    questions=(
        Question(
            "Acara sudah lewat dan halamannya membingungkan. Apa yang dilakukan?",
            (
                Option("Menghapusnya", "Yang dihapus tidak kembali."),
                Option("Menariknya dari situs", "Ya. Nanti dapat diterbitkan lagi.", True),
            ),
        ),
    ),
    quiz=(
        one(
            "Apa bedanya menarik dan menghapus?",
            "Yang ditarik dapat diterbitkan lagi",
            "Tidak ada bedanya",
            "Yang dihapus dapat dikembalikan",
            why="Tarik dulu; hapus hanya bila tidak mungkin diperlukan.",
        ),
        statement("Halaman yang dijadwalkan langsung tampil.", False, "Ia menunggu waktunya."),
        in_order(
            "Urutkan cara menjadwalkan.",
            "Tekan “Status”",
            "Tekan “Atur jadwal”",
            "Isi waktunya",
            "Tekan “Terbitkan”",
            why="Tanpa “Terbitkan” jadwalnya hanya catatan.",
        ),
    ),
    exercises=(
        Exercise(
            "Jadwalkan sebuah berita",
            "Tulis berita di folder latihan Anda, jadwalkan beberapa hari lagi, lalu tekan “Terbitkan”.",
            (("jadwal", {"title": "Terbit dijadwalkan"}),),
        ),
        Exercise(
            "Tarik halaman yang sudah lewat",
            "Di folder latihan Anda ada halaman “Pasar murah 2023 (latihan)”. Tarik dari situs; jangan dihapus.",
            (("tarik", {"title": "Ditarik, bukan dihapus"}),),
        ),
        Exercise(
            "Halaman sungguhan lewat persetujuan",
            "Bila Anda Operator: tulis di situs desa yang sebenarnya, lalu ajukan kepada Penerbit. Ini bukan "
            "latihan lagi; warga akan membacanya.",
            (("nyata", {"title": "Halaman sungguhan disetujui orang lain"}),),
            required=False,
        ),
    ),
)

COURSE = Course(
    slug="persetujuan-dan-jadwal",
    title="Alur persetujuan dan jadwal terbit",
    audience="perangkat",
    intro="Mengajukan dan menyetujui, menjadwalkan, dan menarik halaman tanpa menghapusnya.",
    pillar="budaya",
    digcomp="2.4",
    needs="Akun atau kartu peserta, ruang latihan, dan seorang Penerbit.",
    lessons=(APPROVAL, SCHEDULE),
    after=("menulis-berita",),
)
