"""A2: writing a piece of news and making it public."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    in_order,
    one,
    several,
    statement,
)

WRITE_NEWS = Lesson(
    slug="menulis-dan-menerbitkan-berita",
    title="Menulis dan menerbitkan berita desa",
    intro="Operator menulis dan mengajukan, Penerbit memeriksa dan menerbitkan. Dua orang, satu berita yang "
    "benar.",
    goal="Membuat satu berita, mengajukannya, dan menerbitkannya lewat persetujuan Penerbit",
    minutes=15,
    steps=(
        Step(
            title="Buka daftar berita",
            text="<p>Di menu kiri tekan “Halaman”, lalu tanda panah di samping Beranda, lalu tekan "
            "<b>Berita</b>.</p>",
            expected="Daftar berita desa, yang terbaru di atas.",
            picture="berita-daftar",
            picture_alt="Menu “Halaman” terbuka dengan daftar bagian situs. Tulisan Berita diberi bingkai.",
        ),
        Step(
            title="Tekan tanda tambah",
            text="<p>Di samping judul Berita ada tanda tambah dalam lingkaran. Tekan sekali.</p>",
            expected="Halaman kosong berjudul “Baru: Berita”.",
            picture="berita-tambah",
            picture_alt="Bagian atas daftar berita. Tanda tambah di samping judul Berita diberi bingkai.",
        ),
        Step(
            title="Tulis judul",
            text="<p>Tulis judul yang langsung menyebut apa dan di mana, misalnya “Kerja bakti di dermaga "
            "RT 01”.</p>",
            expected="Judul tampil besar di bagian atas.",
            tip="Paling baik 5 sampai 10 kata. Hindari huruf besar semua.",
            picture="berita-judul",
            picture_alt="Halaman berita baru. Kolom judul berisi “Kerja bakti di dermaga RT 01” dan diberi "
            "bingkai.",
        ),
        Step(
            title="Tulis ringkasan",
            text="<p>Satu atau dua kalimat: apa, di mana, kapan. Inilah yang terbaca di beranda.</p>",
            expected="Ringkasan terisi. Sebentar kemudian tulisan “Tersimpan” muncul di atas.",
            tip="Tulis hari, tanggal, dan jam lengkap: Minggu, 29 November 2026, pukul 07.00 WIB.",
            picture="berita-ringkasan",
            picture_alt="Halaman berita baru. Kolom ringkasan yang sudah terisi diberi bingkai.",
        ),
        Step(
            title="Pilih “Tulisan” untuk isi",
            text="<p>Di bawah Isi, tekan tanda tambah, lalu pilih <b>Tulisan</b>.</p>",
            expected="Kotak kosong untuk menulis isi berita.",
            tip="Perlu foto? Dengan cara yang sama pilih Gambar, dan tulis apa yang terlihat di foto itu.",
            picture="berita-blok",
            picture_alt="Daftar bagian isi terbuka: judul, tulisan, gambar, dan lainnya. “Tulisan” diberi "
            "bingkai.",
        ),
        Step(
            title="Tulis isi berita",
            text=(
                "<p>Tulis dua atau tiga alinea pendek. Jangan menulis NIK, alamat lengkap, atau penyakit "
                "seseorang.</p>"
            ),
            expected="Isi berita terlihat di kotak Tulisan.",
            tip="Baca pelan-pelan sekali lagi. Tanyakan: apakah warga tahu harus berbuat apa?",
            picture="berita-isi",
            picture_alt="Kotak Tulisan berisi satu alinea berita dan diberi bingkai.",
        ),
        Step(
            title="Ajukan kepada Penerbit",
            text="<p>Di bawah halaman, di samping “Simpan draf”, tekan “Ajukan ke Persetujuan Penerbit”.</p>",
            expected="Tulisan hijau: halaman telah diajukan. Di daftar, statusnya menunggu persetujuan.",
            tip="Operator tidak bisa menerbitkan sendiri. Itu pengaman, bukan kesalahan.",
            picture="berita-ajukan",
            picture_alt="Tombol di bawah halaman. “Ajukan ke Persetujuan Penerbit” diberi bingkai.",
        ),
        Step(
            title="Penerbit: periksa lalu setujui",
            text=(
                "<p>Penerbit masuk dengan akunnya sendiri, membuka berita di bawah <b>Tugas hari ini</b>, membacanya, "
                "lalu di bawah halaman menekan “Setujui dan terbitkan”.</p>"
            ),
            expected="Tulisan hijau di atas, dan berita tampil di halaman Berita situs desa.",
            tip="Ada yang keliru? Penerbit menekan “Kembalikan untuk diperbaiki” dan menulis catatannya.",
            picture="berita-setujui",
            picture_alt="Tombol Penerbit di bawah halaman. “Setujui dan terbitkan” diberi bingkai.",
            link_label="Lihat halaman Berita",
            link_url="/berita/",
        ),
    ),
    questions=(
        Question(
            "Berita sudah disimpan sebagai draf. Apakah warga sudah dapat membacanya?",
            (
                Option("Sudah", "Draf hanya terlihat oleh kantor. Warga membacanya setelah diterbitkan."),
                Option("Belum", "Ya. Berita terbit setelah Penerbit menyetujuinya.", True),
            ),
        ),
    ),
    quiz=(
        one(
            "Judul mana yang paling baik?",
            "Kerja bakti membersihkan dermaga RT 01",
            "BERITA TERBARU",
            "Kegiatan",
            why="Judul yang baik menyebut apa yang terjadi dan di mana.",
        ),
        several(
            "Apa yang harus ada di ringkasan berita kegiatan?",
            ("Apa kegiatannya", "Di mana", "Kapan"),
            ("Nomor HP semua peserta",),
            "Nomor HP adalah data pribadi; ringkasan cukup menyebut apa, di mana, kapan.",
        ),
        statement(
            "Draf yang tersimpan langsung terbaca oleh warga.",
            False,
            "Draf hanya terlihat oleh kantor sampai diterbitkan.",
        ),
        in_order(
            "Urutkan jalannya sebuah berita.",
            "Operator menulis",
            "Operator mengajukan",
            "Penerbit memeriksa",
            "Berita terbit",
            why="Dua orang membaca, sebelum semua orang membaca.",
        ),
    ),
    exercises=(
        Exercise(
            "Tulis dan terbitkan sebuah berita latihan",
            "Buka folder latihan Anda. Tekan “Tambah halaman di bawahnya”, lalu pilih Berita.\n\nTulis tentang "
            "kegiatan apa saja: judul yang bercerita, ringkasan, dan dua alinea isi. Lalu tekan “Terbitkan”.",
            (("berita", {"title": "Berita ditulis dan terbit", "paragraphs": 2}),),
        ),
        Exercise(
            "Berita sungguhan",
            "Bila Anda Operator: tulis di situs desa yang sebenarnya, lalu ajukan kepada Penerbit. Ini bukan "
            "latihan lagi; warga akan membacanya.",
            (("nyata", {"title": "Halaman sungguhan disetujui orang lain"}),),
            required=False,
        ),
    ),
)

COURSE = Course(
    slug="menulis-berita",
    title="Menulis dan menerbitkan berita desa",
    audience="perangkat",
    intro="Dari lembar kosong sampai terbaca warga: judul, ringkasan, isi, pengajuan, dan persetujuan.",
    pillar="kecakapan",
    digcomp="3.1",
    needs="Komputer atau HP dengan internet, dan akun atau kartu peserta.",
    lessons=(WRITE_NEWS,),
    after=("masuk-dengan-aman",),
)
