"""B7: IKD, Mobile JKN and social aid from official sources."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    done,
    in_order,
    one,
    statement,
)

OFFICIAL = Lesson(
    slug="aplikasi-resmi",
    title="KTP digital, Mobile JKN, dan cek bansos yang resmi",
    intro="Layanan pemerintah di HP, dari sumber yang benar.",
    goal="Mengetahui cara mengaktifkan KTP digital dan mengenali alamat resmi",
    minutes=15,
    steps=(
        Step(
            title="Pasang dari toko resmi saja",
            text="<p>Buka <b>Play Store</b> atau <b>App Store</b>, lalu cari nama aplikasinya. Jangan lewat tautan "
            "WhatsApp.</p>",
            expected="Aplikasi dengan nama lembaga pemerintah sebagai pembuatnya.",
        ),
        Step(
            title="KTP digital (IKD): datang ke petugas",
            text="<p>Aktivasi IKD perlu petugas Dukcapil: wajah diperiksa, lalu kode QR petugas dipindai.</p>",
            expected="Anda tahu ke mana harus datang.",
            trouble="Ada yang menawarkan aktivasi lewat telepon? Itu penipuan.",
            tip="Dasarnya Permendagri Nomor 72 Tahun 2022.",
        ),
        Step(
            title="Mobile JKN: masuk dengan nomor sendiri",
            text="<p>Daftar dengan nomor kartu dan nomor HP sendiri. Kode OTP tidak dibagikan.</p>",
            expected="Kartu JKN terlihat di HP.",
            picture="jkn-panduan",
            picture_alt="Panduan JKN di layar HP. Judulnya diberi bingkai.",
            link_label="Baca panduan JKN",
            link_url="/layanan/jkn-pbi/",
        ),
        Step(
            title="Cek bansos: lihat alamatnya",
            text="<p>Alamat resmi berakhiran <b>.go.id</b>. Yang lain tiruan, walaupun gambarnya sama.</p>",
            expected="Anda memeriksa alamat sebelum mengisi apa pun.",
            picture="bansos-panduan",
            picture_alt="Panduan bantuan sosial di layar HP. Judulnya diberi bingkai.",
            link_label="Baca panduan bantuan sosial",
            link_url="/layanan/bantuan-sosial/",
        ),
        Step(
            title="Ragu? Tanyakan ke kantor desa",
            text="<p>Bawa HP ke kantor desa. Petugas membantu tanpa biaya.</p>",
            expected="Aplikasinya terpasang dengan benar.",
        ),
    ),
    questions=(
        Question(
            "Seseorang menelepon, mau mengaktifkan KTP digital Anda. Apa jawabannya?",
            (
                Option("Menyebutkan NIK dan OTP", "Jangan. Aktivasi hanya bertatap muka dengan petugas."),
                Option("Menolak dan datang ke petugas Dukcapil", "Ya.", True),
            ),
        ),
    ),
    quiz=(
        one(
            "Alamat mana yang resmi?",
            "yang berakhiran .go.id",
            "yang berakhiran .xyz",
            "yang dikirim di grup",
            why="Situs pemerintah berakhiran .go.id.",
        ),
        statement(
            "KTP digital dapat diaktifkan lewat telepon.",
            False,
            "Perlu bertemu petugas: wajah dan kode QR petugas.",
        ),
        in_order(
            "Urutkan cara mendapatkan KTP digital.",
            "Pasang aplikasi dari toko resmi",
            "Datang ke petugas Dukcapil",
            "Wajah diperiksa",
            "Pindai kode QR petugas",
            why="Petugas memastikan bahwa itu benar Anda.",
        ),
    ),
    exercises=(
        Exercise(
            "Baca dua panduan",
            "Buka panduan JKN dan panduan bantuan sosial di situs desa. Ini latihan: tidak ada data yang diisi.",
            (
                done("Panduan JKN dibaca", "Saya sudah membaca panduan JKN.", "/layanan/jkn-pbi/"),
                done(
                    "Panduan bansos dibaca",
                    "Saya sudah membaca panduan bantuan sosial.",
                    "/layanan/bantuan-sosial/",
                ),
            ),
        ),
    ),
)

COURSE = Course(
    slug="aplikasi-resmi",
    title="KTP digital, JKN, dan bansos yang resmi",
    audience="warga",
    intro="Memakai layanan pemerintah di HP tanpa tertipu situs tiruan.",
    pillar="kecakapan",
    digcomp="2.3",
    needs="HP dengan paket data atau Wi-Fi balai desa.",
    lessons=(OFFICIAL,),
    after=("mengenali-penipuan",),
)
