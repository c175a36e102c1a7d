"""A3: photos that everybody can make out, also without seeing them."""

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

PHOTOS = Lesson(
    slug="foto-yang-baik",
    title="Foto yang baik: izin, ukuran, dan keterangan",
    intro="Foto yang jelas, dengan izin orangnya, dan dengan kata-kata bagi yang tidak dapat melihatnya.",
    goal="Memasang foto sendiri dengan keterangan yang menceritakan apa yang terlihat",
    minutes=15,
    steps=(
        Step(
            title="Minta izin dulu",
            text="<p>Tanyakan kepada orang yang terlihat di foto. Untuk anak, tanyakan orang tuanya.</p>",
            expected="Orangnya setuju fotonya tampil di situs desa.",
            trouble="Ada yang keberatan? Ambil foto dari belakang, atau foto kegiatannya tanpa wajah.",
        ),
        Step(
            title="Foto mendatar dan dekat",
            text="<p>Putar HP mendatar, dekati kegiatannya, dan pastikan cahaya dari belakang Anda.</p>",
            expected="Fotonya terang, dan kegiatannya langsung terlihat.",
            tip="Satu foto yang jelas lebih baik daripada sepuluh yang gelap.",
        ),
        Step(
            title="Pilih blok Gambar",
            text="<p>Di halaman Anda, di bawah Isi, tekan tanda tambah, lalu pilih <b>Gambar</b>.</p>",
            expected="Kotak gambar kosong dengan tombol “Pilih gambar”.",
            picture="foto-blok",
            picture_alt="Daftar bagian isi terbuka. “Gambar” diberi bingkai.",
        ),
        Step(
            title="Unggah foto",
            text="<p>Tekan “Pilih gambar”, buka bagian “Unggah”, lalu pilih foto dari HP atau komputer.</p>",
            expected="Foto terlihat di dalam kotak.",
            trouble="Foto terlalu besar? Kirim dulu ke diri sendiri lewat WhatsApp, lalu pakai kirimannya.",
            tip="Lokasi dan data HP di dalam foto dihapus sendiri oleh situs.",
        ),
        Step(
            title="Tulis apa yang terlihat",
            text="<p>Di isian keterangan, tulis apa yang terlihat, misalnya <b>Warga menyapu halaman balai "
            "desa</b>. Bukan “foto” dan bukan nama berkas.</p>",
            expected="Keterangan berisi sedikitnya tiga kata yang bercerita.",
            tip="Bayangkan Anda menceritakan foto itu lewat telepon.",
        ),
        Step(
            title="Terbitkan",
            text="<p>Tekan “Terbitkan”, lalu lihat hasilnya di folder latihan Anda.</p>",
            expected="Foto tampil di halaman, dan keterangannya terbaca oleh pembaca layar.",
        ),
    ),
    questions=(
        Question(
            "Keterangan mana yang baik untuk foto posyandu?",
            (
                Option("IMG_2023", "Itu nama berkas. Orang yang tidak melihat fotonya tidak tahu apa-apa."),
                Option("Kader menimbang bayi di posyandu", "Ya. Terbayang tanpa melihat.", True),
                Option("Gambar", "Semua gambar adalah gambar. Tulis isinya."),
            ),
        ),
    ),
    quiz=(
        one(
            "Siapa yang perlu memberi izin untuk foto anak?",
            "Orang tuanya",
            "Fotografernya",
            "Tidak perlu izin",
            why="Wajah adalah data pribadi; anak diwakili orang tuanya.",
        ),
        one(
            "Keterangan mana yang paling baik?",
            "Warga menyapu halaman balai desa",
            "foto kegiatan",
            "IMG_2023.jpg",
            why="Keterangan menceritakan apa yang terlihat.",
        ),
        several(
            "Foto mana yang baik untuk situs desa?",
            ("Terang dan dekat", "Dengan izin orangnya"),
            ("Foto KTP warga", "Foto dari internet tanpa izin"),
            "KTP memuat data pribadi, dan foto orang lain ada pemiliknya.",
        ),
        statement(
            "Keterangan foto dibaca juga oleh pembaca layar.", True, "Karena itu keterangannya penting."
        ),
    ),
    exercises=(
        Exercise(
            "Pasang dua foto dengan keterangan",
            "Buat halaman atau berita di folder latihan Anda dengan dua foto yang Anda unggah sendiri. Pakai foto "
            "benda atau pemandangan, bukan wajah warga.\n\nTulis keterangan yang menceritakan apa yang terlihat, lalu "
            "terbitkan.",
            (("foto", {"title": "Dua foto sendiri dengan keterangan", "pictures": 2}),),
        ),
    ),
)

COURSE = Course(
    slug="foto-yang-baik",
    title="Foto yang baik dan keterangannya",
    audience="perangkat",
    intro="Foto yang terang, dengan izin, dan dengan keterangan bagi yang tidak dapat melihatnya.",
    pillar="etika",
    digcomp="3.1, 3.3",
    needs="HP dengan kamera, dan akun atau kartu peserta.",
    lessons=(PHOTOS,),
    after=("menulis-berita",),
)
