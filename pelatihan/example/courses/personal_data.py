"""A6: what of people may be shown, and what may not."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    one,
    several,
    statement,
)

PERSONAL_DATA = Lesson(
    slug="data-warga",
    title="Data warga: apa yang boleh dan tidak boleh tampil",
    intro="Situs desa dibaca semua orang. Nomor dan alamat pribadi warga tidak boleh ada di sana.",
    goal="Menemukan dan menghapus data pribadi di sebuah halaman",
    minutes=15,
    steps=(
        Step(
            title="Kenali data pribadi",
            text="<p>NIK, nomor KK, nomor HP, alamat rumah, penyakit, dan foto KTP adalah data pribadi.</p>",
            expected="Anda dapat menyebut tiga contohnya.",
            tip="Dasarnya Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.",
        ),
        Step(
            title="Baca halaman pelan-pelan",
            text="<p>Cari deretan angka: 16 angka mungkin NIK; yang mulai 08 mungkin nomor HP.</p>",
            expected="Anda tahu di baris mana angkanya.",
        ),
        Step(
            title="Hapus nomornya saja",
            text="<p>Hapus nomor itu. Kalimat yang lain tetap berguna, jadi biarkan.</p>",
            expected="Halaman tetap bercerita, tanpa nomor pribadi.",
        ),
        Step(
            title="Terbitkan perbaikannya",
            text="<p>Tekan “Terbitkan”. Selama masih draf, warga masih membaca nomornya.</p>",
            expected="Halaman terbit tanpa data pribadi.",
        ),
        Step(
            title="Batasi halaman untuk orang tertentu",
            text="<p>Untuk daftar yang hanya perlu dibaca pengurus: tekan “Status”, lalu “Ubah privasi”, dan pilih "
            "yang terbatas.</p>",
            expected="Tulisan “Terbatas” di panel status.",
            picture="data-privasi",
            picture_alt="Panel status terbuka. Tombol “Ubah privasi” diberi bingkai.",
            trouble="Masih “Terlihat oleh semua”? Tekan “Simpan” di jendela privasi.",
        ),
    ),
    questions=(
        Question(
            "Daftar penerima bantuan mau ditampilkan. Mana yang boleh?",
            (
                Option("Nama dan NIK", "NIK tidak boleh tampil."),
                Option("Jumlah penerima tiap RT", "Ya. Jumlah tidak menyebut siapa.", True),
            ),
        ),
    ),
    quiz=(
        several(
            "Mana yang termasuk data pribadi?",
            ("NIK", "Nomor HP warga", "Riwayat penyakit"),
            ("Jadwal posyandu", "Nomor telepon kantor desa"),
            "Data pribadi menunjuk satu orang; jadwal dan nomor kantor untuk umum.",
        ),
        statement(
            "NIK boleh tampil asal warganya tidak keberatan.",
            False,
            "NIK tidak pernah ditampilkan di situs desa.",
        ),
        one(
            "Halaman memuat nomor HP warga. Apa yang dilakukan?",
            "Menghapus nomornya, lalu menerbitkan",
            "Menghapus seluruh halaman",
            "Menunggu ada yang protes",
            why="Yang dihapus nomornya; isi yang berguna tetap ada.",
        ),
    ),
    exercises=(
        Exercise(
            "Hapus data pribadi dari notulen",
            "Di folder latihan Anda ada halaman “Hasil rapat RT 02 (latihan)”. Ada dua NIK dan satu nomor HP di "
            "dalamnya. Semuanya karangan. Hapus ketiganya, lalu terbitkan.",
            (("data_warga", {"title": "Tidak ada lagi data pribadi"}),),
        ),
        Exercise(
            "Batasi sebuah halaman",
            "Di folder latihan Anda ada halaman “Daftar hadir rapat (latihan)”. Ubah privasinya supaya tidak terbuka "
            "untuk semua.",
            (("privasi", {"title": "Halaman itu terbatas"}),),
        ),
    ),
)

COURSE = Course(
    slug="data-warga",
    title="Data warga: apa yang boleh tampil",
    audience="perangkat",
    intro="Melindungi warga: mengenali data pribadi, menghapusnya, dan membatasi halaman.",
    pillar="keamanan",
    digcomp="4.2",
    needs="Akun atau kartu peserta, dan ruang latihan.",
    lessons=(PERSONAL_DATA,),
    after=("menulis-berita",),
)
