"""A4: documents and regulations of the village (JDIH)."""

import datetime as dt

from pelatihan.example.shapes import Course, Exercise, Lesson, Option, Question, Step, one, short, statement

DOCUMENTS = Lesson(
    slug="mengunggah-dokumen",
    title="Mengunggah dokumen dengan judul yang benar",
    intro="Dokumen yang mudah ditemukan: judul yang dimengerti warga, dan tautan dari halamannya.",
    goal="Mengunggah sebuah PDF dan menautkannya dari halaman",
    minutes=12,
    steps=(
        Step(
            title="Siapkan berkas PDF",
            text="<p>Pindai dokumennya menjadi satu berkas PDF. Pastikan semua halaman tegak dan terbaca.</p>",
            expected="Satu berkas PDF, paling besar 20 MB.",
            tip="Tidak boleh ada NIK di dalamnya. Situs menolaknya dan menyebut halamannya.",
        ),
        Step(
            title="Tambah blok Daftar dokumen",
            text="<p>Di halaman Anda, di bawah Isi, tekan tanda tambah, lalu pilih <b>Daftar dokumen</b>.</p>",
            expected="Kotak dengan tombol “Pilih dokumen”.",
            picture="dokumen-blok",
            picture_alt="Daftar bagian isi terbuka. “Daftar dokumen” diberi bingkai.",
        ),
        Step(
            title="Unggah berkasnya",
            text="<p>Tekan “Pilih dokumen”, buka bagian “Unggah”, lalu pilih berkas PDF itu.</p>",
            expected="Nama dokumen terlihat di dalam kotak.",
        ),
        Step(
            title="Ganti judulnya",
            text="<p>Jangan biarkan judul seperti scan001. Tulis apa isinya, misalnya <b>Jadwal ronda RT 02, "
            "Desember 2026</b>.</p>",
            expected="Judul yang dimengerti orang yang belum membukanya.",
        ),
        Step(
            title="Terbitkan",
            text="<p>Tekan “Terbitkan”, lalu buka dokumennya sekali dari halaman itu.</p>",
            expected="Dokumen terbuka. Di sampingnya tertulis ukurannya.",
        ),
    ),
    questions=(
        Question(
            "Judul dokumen mana yang baik?",
            (
                Option("scan001", "Warga tidak tahu apa isinya."),
                Option("Jadwal ronda RT 02, Desember 2026", "Ya. Isinya jelas sebelum dibuka.", True),
            ),
        ),
    ),
    exercises=(
        Exercise(
            "Bagikan sebuah dokumen",
            "Buat halaman di folder latihan Anda, unggah sebuah PDF, beri judul yang jelas, dan terbitkan.",
            (("dokumen", {"title": "Dokumen berjudul jelas dan ditautkan"}),),
        ),
    ),
)

REGULATIONS = Lesson(
    slug="memuat-peraturan",
    title="Memuat peraturan desa (JDIH)",
    intro="Nomor, tahun, dan tanggal dimasukkan persis seperti di naskahnya.",
    goal="Memuat satu peraturan desa dengan nomor dan tanggal yang benar",
    minutes=15,
    steps=(
        Step(
            title="Baca kepala naskahnya",
            text="<p>Cari jenis, nomor, tahun, dan judulnya di halaman pertama.</p>",
            expected="Empat hal itu Anda ketahui sebelum mulai mengetik.",
        ),
        Step(
            title="Baca bagian akhirnya",
            text="<p>Di halaman terakhir tertulis kapan <b>ditetapkan</b> dan kapan <b>diundangkan</b>.</p>",
            expected="Dua tanggal. Keputusan Kepala Desa tidak diundangkan, jadi hanya satu.",
        ),
        Step(
            title="Isi formulirnya",
            text="<p>Di tempatnya tekan “Tambah halaman di bawahnya”, pilih Peraturan, lalu isi jenis, nomor, tahun, "
            "tentang, dan kedua tanggal.</p>",
            expected="Judul lengkapnya tersusun sendiri.",
            trouble="Muncul tulisan merah tentang tahun? Tahun harus sama dengan tahun penetapannya.",
        ),
        Step(
            title="Lampirkan naskah PDF",
            text="<p>Pilih naskah yang sudah ditandatangani.</p>",
            expected="Nama naskah terlihat di formulir.",
        ),
        Step(
            title="Terbitkan",
            text="<p>Di kantor, Operator mengajukan dan Penerbit menyetujui. Di folder latihan, tekan "
            "“Terbitkan”.</p>",
            expected="Peraturan tampil dengan status “berlaku”.",
        ),
    ),
    questions=(
        Question(
            "Naskah ditetapkan 2 Februari 2026 dan diundangkan 3 Februari 2026. Tahun berapa yang diisi?",
            (
                Option("2026", "Ya. Tahunnya mengikuti penetapan.", True),
                Option("2025", "Itu bukan tahun penetapannya."),
            ),
        ),
    ),
    quiz=(
        short(
            "Di halaman mana tanggal ditetapkan biasanya tertulis?",
            "terakhir",
            "halaman terakhir",
            "akhir",
            why="Tanggalnya ada di atas tanda tangan, di halaman terakhir.",
        ),
        one(
            "Judul dokumen mana yang baik?",
            "Jadwal ronda RT 02",
            "scan001",
            "dokumen baru",
            why="Judul menyebut isinya.",
        ),
        statement("Keputusan Kepala Desa juga diundangkan.", False, "Yang diundangkan Perdes dan Perkades."),
        one(
            "Apa yang dilampirkan pada peraturan?",
            "Naskah PDF yang sudah ditandatangani",
            "Foto kepala desa",
            "Draf di Word",
            why="Warga membaca naskah yang sah.",
        ),
    ),
    exercises=(
        Exercise(
            "Muat peraturan dari lembar latihan",
            "Lembar latihan:\n\nPERATURAN DESA NOMOR 3 TAHUN 2026 tentang Pengelolaan Sampah.\nDitetapkan 2 Februari "
            "2026. Diundangkan 3 Februari 2026.\n\nBuat peraturannya di folder latihan Anda, lampirkan PDF apa "
            "saja, lalu terbitkan.",
            (
                (
                    "peraturan",
                    {
                        "title": "Peraturan seperti di lembar latihan",
                        "kind": "perdes",
                        "number": "3",
                        "enacted_on": dt.date(2026, 2, 2).isoformat(),
                        "promulgated_on": dt.date(2026, 2, 3).isoformat(),
                    },
                ),
            ),
        ),
    ),
)

COURSE = Course(
    slug="dokumen-dan-peraturan",
    title="Mengunggah dokumen dan peraturan desa",
    audience="perangkat",
    intro="Dokumen yang mudah ditemukan, dan peraturan yang cocok dengan naskahnya.",
    pillar="kecakapan",
    digcomp="1.3",
    needs="Sebuah berkas PDF, dan akun atau kartu peserta.",
    lessons=(DOCUMENTS, REGULATIONS),
    after=("menulis-berita",),
)
