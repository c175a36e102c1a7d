"""B10: helping one's family: a digital friend for the elderly."""

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

FRIEND = Lesson(
    slug="teman-digital-lansia",
    title="Menjadi teman digital lansia",
    intro="Ajari pelan-pelan, biarkan jarinya sendiri yang menekan.",
    goal="Mengajari satu orang memakai HP dengan sabar",
    minutes=15,
    steps=(
        Step(
            title="Tanya apa yang ingin ia lakukan",
            text="<p>Menelepon cucu? Melihat foto? Mulai dari sana, bukan dari menu.</p>",
            expected="Satu hal yang ia inginkan.",
        ),
        Step(
            title="Siapkan HP-nya",
            text="<p>Besarkan tulisan, keraskan suara, dan taruh gambar yang dipakai di layar pertama.</p>",
            expected="Layar yang sederhana dan terbaca.",
        ),
        Step(
            title="Biarkan ia yang menekan",
            text="<p>Tangan Anda di pangkuan. Tunjukkan dengan kata: di kanan bawah, yang hijau.</p>",
            expected="Ia menekan sendiri.",
            trouble="Salah tekan? Tersenyum, tekan kembali, ulangi.",
        ),
        Step(
            title="Satu hal saja",
            text="<p>Ulangi hal yang sama tiga kali. Besok ulangi lagi.</p>",
            expected="Ia dapat melakukannya tanpa dibantu.",
        ),
        Step(
            title="Tinggalkan catatan",
            text="<p>Tulis langkahnya dengan huruf besar di kertas. Kartu pelajaran dapat dicetak dari situs ini.</p>",
            expected="Kertas di samping HP-nya.",
            link_label="Cetak kartu “Mengenal HP”",
            link_url="/pelatihan/mengenal-hp/mengenal-hp/",
        ),
    ),
    questions=(
        Question(
            "Nenek salah menekan. Apa yang dilakukan?",
            (
                Option("Mengambil HP-nya dan mengerjakannya", "Ia tidak belajar apa-apa, dan malu."),
                Option("Menunggu dan menunjukkan dengan kata", "Ya. Jarinya sendiri yang belajar.", True),
            ),
        ),
    ),
    quiz=(
        one(
            "Siapa yang memegang HP saat belajar?",
            "Yang belajar",
            "Yang mengajar",
            why="Jari sendiri yang mengingat.",
        ),
        in_order(
            "Urutkan cara mengajari.",
            "Tanya apa yang ia inginkan",
            "Siapkan HP-nya",
            "Biarkan ia menekan",
            "Ulangi tiga kali",
            "Tinggalkan catatan",
            why="Satu hal, pelan-pelan, sampai bisa sendiri.",
        ),
        statement(
            "Sebaiknya mengajarkan banyak hal sekaligus.", False, "Satu hal saja, sampai bisa sendiri."
        ),
    ),
    exercises=(
        Exercise(
            "Ajari satu orang",
            "Ajari satu orang pelajaran “Mengenal HP”. Fasilitator mencatat hasilnya di kartu orang itu.",
            (
                done(
                    "Satu orang diajari",
                    "Saya sudah mengajari satu orang membesarkan tulisan di HP-nya.",
                    "/pelatihan/",
                ),
            ),
        ),
    ),
)

COURSE = Course(
    slug="teman-digital-lansia",
    title="Menjadi teman digital lansia",
    audience="warga",
    intro="Mengajari orang tua dan tetangga memakai HP, dengan sabar.",
    pillar="budaya",
    digcomp="2.4",
    needs="Seseorang yang mau belajar, dan HP-nya.",
    lessons=(FRIEND,),
    after=("mengenal-hp",),
)
