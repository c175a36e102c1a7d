"""B2: finding what one needs on the village's site."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    found,
    in_order,
    one,
    statement,
)

FIND = Lesson(
    slug="mencari-informasi",
    title="Mencari informasi di situs desa",
    intro="Cukup tulis keperluan Anda dengan kata sehari-hari. Situs desa yang mencarikan.",
    goal="Menemukan syarat surat yang Anda perlukan dalam satu menit",
    minutes=10,
    steps=(
        Step(
            title="Buka situs desa",
            text="<p>Buka peramban di HP, tulis alamat situs desa, lalu tekan tanda panah atau Enter.</p>",
            expected="Beranda dengan pertanyaan “Apa yang Anda perlukan hari ini?”.",
            tip="Di papan pengumuman kantor desa ada kode QR. Arahkan kamera HP ke sana.",
            picture="cari-beranda",
            picture_alt="Beranda situs desa di layar HP. Pertanyaan pembukanya diberi bingkai.",
            link_label="Buka beranda",
            link_url="/",
        ),
        Step(
            title="Tulis keperluan Anda",
            text="<p>Tekan kotak pencarian, lalu tulis dengan kata sehari-hari, misalnya <b>kk "
            "hilang</b>.</p>",
            expected="Kata Anda terlihat di kotak.",
            tip="Tidak perlu huruf besar dan tidak perlu kalimat lengkap.",
            picture="cari-tulis",
            picture_alt="Kotak pencarian di beranda berisi “kk hilang” dan diberi bingkai.",
        ),
        Step(
            title="Tekan “Cari”",
            text="<p>Tekan tombol “Cari” di samping kotak.</p>",
            expected="Daftar hasil, dikelompokkan: layanan, peraturan, berita, dan lainnya.",
            picture="cari-hasil",
            picture_alt="Hasil pencarian “kk hilang” di layar HP. Hasil pertama diberi bingkai.",
            link_label="Coba cari “kk hilang”",
            link_url="/cari/?q=kk+hilang",
        ),
        Step(
            title="Buka hasil yang cocok",
            text="<p>Baca judul dan kalimat di bawahnya, lalu tekan judul yang paling cocok.</p>",
            expected="Halaman panduan dengan biaya, lama, tempat, dan hasil.",
            tip="Salah pilih? Tekan panah kembali pada peramban.",
            picture="cari-panduan",
            picture_alt="Panduan kartu keluarga di layar HP. Pita berisi biaya dan lama diberi bingkai.",
        ),
        Step(
            title="Tidak ketemu? Ganti katanya",
            text="<p>Pakai kata lain yang artinya sama. Contoh: “surat miskin”, “surat tidak mampu”, atau "
            "“SKTM”.</p>",
            expected="Ketiganya membawa Anda ke panduan yang sama.",
            link_label="Coba cari “surat miskin”",
            link_url="/cari/?q=surat+miskin",
        ),
        Step(
            title="Masih bingung? Hubungi kantor desa",
            text=(
                "<p>Di bagian bawah setiap halaman ada nomor telepon, WhatsApp, dan jam buka kantor desa. "
                "Tekan nomornya "
                "untuk menelepon.</p>"
            ),
            expected="Nomor telepon, WhatsApp, dan jam layanan kantor desa.",
            tip="Bertanya itu gratis. Petugas senang membantu.",
            picture="cari-bantuan",
            picture_alt="Bagian bawah halaman di layar HP. Nomor telepon dan WhatsApp kantor desa diberi "
            "bingkai.",
        ),
    ),
    questions=(
        Question(
            "KK Anda hilang. Kata apa yang ditulis di kotak cari?",
            (
                Option("kk hilang", "Ya. Kata sehari-hari sudah cukup.", True),
                Option(
                    "Permohonan Penerbitan Kembali Kartu Keluarga",
                    "Dua kata sudah cukup.",
                ),
            ),
        ),
    ),
    quiz=(
        one(
            "Anda perlu surat tidak mampu. Apa yang ditulis di kotak cari?",
            "surat miskin",
            "Permohonan surat yang terhormat",
            "tolong",
            why="Kata sehari-hari sudah cukup; situs mengenal sebutan lainnya.",
        ),
        statement("Mencari di situs desa perlu masuk dulu.", False, "Membaca dan mencari tidak perlu akun."),
        in_order(
            "Urutkan cara mencari.",
            "Buka beranda",
            "Tulis keperluan",
            "Tekan “Cari”",
            "Buka judul yang cocok",
            why="Empat tekan, lalu panduannya terbuka.",
        ),
    ),
    exercises=(
        Exercise(
            "Temukan tiga jawaban di situs ini",
            "Cari sendiri di situs desa, lalu tulis jawabannya di sini. Boleh dibantu, boleh diulang.",
            (
                found(
                    "Biaya kartu keluarga",
                    "Berapa biaya mengurus kartu keluarga?",
                    ("gratis", "tidak dipungut biaya", "nol rupiah"),
                    "/layanan/kartu-keluarga/",
                ),
                found(
                    "Tempat mengurus domisili",
                    "Di loket berapa surat keterangan domisili diurus?",
                    ("1", "loket 1", "satu"),
                    "/layanan/keterangan-domisili/",
                ),
                found(
                    "Nomor WhatsApp kantor",
                    "Berapa nomor WhatsApp kantor desa?",
                    ("0812-0000-0000", "+62 812-0000-0000"),
                    "/",
                ),
            ),
        ),
    ),
)

COURSE = Course(
    slug="mencari-di-situs-desa",
    title="Mencari informasi di situs desa",
    audience="warga",
    intro="Menemukan syarat surat, berita, dan nomor kantor desa sendiri, dengan kata sehari-hari.",
    pillar="kecakapan",
    digcomp="1.1",
    needs="HP dengan paket data atau Wi-Fi balai desa. Tidak perlu akun.",
    lessons=(FIND,),
)
