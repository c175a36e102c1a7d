"""B1: getting to know one's phone."""

from pelatihan.example import screens
from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Screen,
    Step,
    done,
    matching,
    one,
    statement,
)

PHONE = Lesson(
    slug="mengenal-hp",
    title="Mengenal HP: huruf besar, suara, Wi-Fi, dan kuota",
    intro="HP yang tulisannya terbaca dan suaranya terdengar lebih enak dipakai.",
    goal="Membesarkan tulisan, mengatur suara, dan memeriksa kuota sendiri",
    minutes=15,
    steps=(
        Step(
            title="Nyalakan dan buka kunci",
            text="<p>Tekan tombol samping, lalu usap layar ke atas.</p>",
            expected="Layar dengan gambar-gambar kecil.",
            trouble="Layar tetap gelap? Isi daya HP selama lima belas menit, lalu coba lagi.",
        ),
        Step(
            title="Besarkan tulisan di HP",
            text="<p>Buka <b>Setelan</b>, cari <b>Tampilan</b>, lalu <b>Ukuran huruf</b>. Geser ke kanan.</p>",
            expected="Tulisan di HP menjadi lebih besar.",
            tip="Nama menunya dapat sedikit berbeda di tiap merek.",
        ),
        Step(
            title="Besarkan tulisan di situs desa",
            text="<p>Buka situs desa, gulir ke paling bawah, lalu tekan huruf <b>A</b> yang besar.</p>",
            expected="Semua tulisan di situs desa menjadi besar.",
            picture="hp-huruf",
            picture_alt="Bagian bawah situs desa di layar HP. Huruf A yang paling besar diberi bingkai.",
            link_label="Buka situs desa",
            link_url="/",
        ),
        Step(
            title="Atur suara",
            text="<p>Tekan tombol suara di samping HP, ke atas untuk keras, ke bawah untuk pelan.</p>",
            expected="Garis suara di layar naik atau turun.",
        ),
        Step(
            title="Sambungkan ke Wi-Fi balai desa",
            text="<p>Buka <b>Setelan</b>, lalu <b>Wi-Fi</b>. Pilih nama Wi-Fi balai desa, tulis sandinya.</p>",
            expected="Tanda kipas kecil di atas layar.",
            trouble="Tanyakan sandinya kepada petugas.",
        ),
        Step(
            title="Periksa kuota",
            text="<p>Buka aplikasi kartu Anda, atau tanyakan kepada keluarga cara memeriksanya.</p>",
            expected="Anda tahu berapa sisa kuota.",
            tip="Situs desa ringan: satu halaman hanya beberapa puluh kilobita.",
        ),
    ),
    questions=(
        Question(
            "Tulisan di situs desa terlalu kecil. Apa yang ditekan?",
            (
                Option("Huruf A yang besar di bawah halaman", "Ya. Pilihannya diingat di HP ini.", True),
                Option("Tombol suara", "Itu untuk keras dan pelannya suara."),
            ),
        ),
    ),
    quiz=(
        matching(
            "Cocokkan gambar dengan artinya.",
            (Screen("Tanda Wi-Fi", "Tiga garis lengkung di atas sebuah titik", screens.wifi), "Wi-Fi"),
            (
                Screen("Tanda daya", "Kotak yang hanya terisi sedikit di kiri", screens.battery),
                "Daya hampir habis",
            ),
            (Screen("Tanda suara", "Pengeras dengan dua garis lengkung", screens.sound), "Suara"),
            why="Tanda-tanda itu ada di bagian atas layar.",
        ),
        one(
            "Tanda kipas kecil di atas layar berarti apa?",
            "HP tersambung Wi-Fi",
            "HP panas",
            "Ada pesan baru",
            why="Kipas kecil adalah tanda Wi-Fi.",
        ),
        one(
            "Untuk apa tombol di samping HP ditekan ke atas?",
            "Mengeraskan suara",
            "Mematikan HP",
            "Memotret",
            why="Ke atas keras, ke bawah pelan.",
        ),
        statement("Wi-Fi balai desa memakai kuota Anda.", False, "Lewat Wi-Fi, kuota Anda tidak terpakai."),
    ),
    exercises=(
        Exercise(
            "Atur HP Anda",
            "Kerjakan di HP sendiri atau pinjaman. Fasilitator boleh membantu dan mencatatnya.",
            (
                done("Tulisan dibesarkan", "Saya sudah membesarkan tulisan di situs desa.", "/"),
                done("Suara diatur", "Saya sudah mengatur keras suara HP.", "/"),
            ),
        ),
    ),
)

COURSE = Course(
    slug="mengenal-hp",
    title="Mengenal HP",
    audience="warga",
    intro="Untuk yang baru memegang HP: tulisan besar, suara jelas, Wi-Fi, dan kuota.",
    pillar="kecakapan",
    digcomp="0.1",
    needs="HP sendiri atau pinjaman. Tidak perlu akun.",
    lessons=(PHONE,),
)
