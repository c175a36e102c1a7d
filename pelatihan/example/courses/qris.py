"""B8: paying with QRIS and buying safely."""

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
    payment,
    showing,
    statement,
)

QRIS = Lesson(
    slug="qris-dan-belanja",
    title="QRIS dan belanja aman",
    intro="Baca nama dan jumlahnya dulu, baru bayar.",
    goal="Membayar dengan QRIS tanpa salah kirim",
    minutes=10,
    steps=(
        Step(
            title="Buka aplikasi bank atau dompet digital",
            text="<p>Buka sendiri, lalu pilih <b>QRIS</b> atau <b>Bayar</b>.</p>",
            expected="Kamera terbuka di dalam aplikasi.",
        ),
        Step(
            title="Pindai kode di meja penjual",
            text="<p>Arahkan kamera ke kode. Pastikan kodenya tidak ditempeli kertas lain.</p>",
            expected="Nama penjual muncul di layar.",
        ),
        Step(
            title="Baca nama penjual",
            text="<p>Cocokkan dengan nama warungnya. Berbeda? Batalkan dan tanyakan.</p>",
            expected="Namanya sama.",
        ),
        Step(
            title="Baca jumlahnya",
            text="<p>Hitung nolnya: Rp15.000 bukan Rp150.000.</p>",
            expected="Jumlahnya sama dengan harga barang.",
        ),
        Step(
            title="Bayar dan perlihatkan buktinya",
            text="<p>Ketik PIN, tutupi dengan tangan, lalu perlihatkan tanda berhasil kepada penjual.</p>",
            expected="Tulisan berhasil dengan nama dan jumlah.",
            trouble="Tidak ada tanda berhasil? Jangan bayar dua kali. Periksa saldo dulu.",
        ),
    ),
    questions=(
        Question(
            "Nama di layar berbeda dengan nama warung. Apa yang dilakukan?",
            (
                Option("Tetap membayar", "Uangnya masuk ke orang lain."),
                Option("Membatalkan dan bertanya", "Ya.", True),
            ),
        ),
    ),
    quiz=(
        in_order(
            "Urutkan cara membayar dengan QRIS.",
            "Pindai kode",
            "Baca nama penjual",
            "Baca jumlahnya",
            "Ketik PIN",
            why="Membaca dulu, membayar kemudian.",
        ),
        showing(
            one(
                "Harga Rp15.000, di layar Rp150.000. Apa yang dilakukan?",
                "Membatalkan",
                "Membayar saja",
                why="Nolnya kelebihan satu.",
            ),
            payment("Warung Contoh", "Rp150.000"),
        ),
        statement("Bukti bayar cukup dilihat sekilas.", False, "Baca nama, jumlah, dan tulisan berhasil."),
    ),
    exercises=(
        Exercise(
            "Membaca tanpa membayar",
            "Ini latihan: jangan membayar. Buka kode QRIS di sebuah warung, baca nama dan jumlahnya, lalu batalkan.",
            (done("Nama dan jumlah dibaca", "Saya sudah membaca nama penjual, lalu membatalkan.", "/"),),
        ),
    ),
)

COURSE = Course(
    slug="qris-dan-belanja",
    title="QRIS dan belanja aman",
    audience="warga",
    intro="Membayar dengan HP tanpa salah kirim dan tanpa tertipu.",
    pillar="keamanan",
    digcomp="4.1",
    needs="HP dengan aplikasi bank atau dompet digital, bila ada.",
    lessons=(QRIS,),
    after=("sandi-pin-otp",),
)
