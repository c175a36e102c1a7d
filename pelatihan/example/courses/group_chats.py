"""B9: manners in the residents' chat group."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    done,
    one,
    several,
    statement,
)

GROUP_CHATS = Lesson(
    slug="grup-warga",
    title="Grup WhatsApp warga: sopan, izin, dan jejak",
    intro="Yang sudah terkirim sukar ditarik. Pikir dulu, kirim kemudian.",
    goal="Memilih mana yang diteruskan dan mana yang tidak",
    minutes=10,
    steps=(
        Step(
            title="Baca sampai selesai",
            text="<p>Jangan meneruskan pesan yang baru dibaca judulnya.</p>",
            expected="Anda tahu seluruh isinya.",
        ),
        Step(
            title="Tanya: benar, perlu, baik?",
            text="<p>Benarkah? Perlukah bagi grup ini? Baikkah bagi orang yang disebut?</p>",
            expected="Tiga kali ya, barulah diteruskan.",
        ),
        Step(
            title="Minta izin sebelum mengirim foto orang",
            text="<p>Apalagi foto anak, orang sakit, dan kecelakaan.</p>",
            expected="Orangnya setuju, atau fotonya tidak dikirim.",
        ),
        Step(
            title="Jangan kirim data pribadi",
            text="<p>KTP, KK, nomor rekening tidak dikirim ke grup. Kirim langsung kepada yang memerlukan.</p>",
            expected="Tidak ada data pribadi di grup.",
        ),
        Step(
            title="Salah kirim? Hapus dan minta maaf",
            text="<p>Tekan lama pesannya, pilih hapus untuk semua orang, lalu minta maaf.</p>",
            expected="Pesannya hilang dari grup.",
            tip="Orang lain mungkin sudah menyimpannya. Itulah jejak digital.",
        ),
    ),
    questions=(
        Question(
            "Ada foto kecelakaan di grup. Apa yang dilakukan?",
            (
                Option("Meneruskannya", "Keluarga korban dapat melihatnya lebih dulu dari HP."),
                Option("Tidak meneruskannya", "Ya.", True),
            ),
        ),
    ),
    quiz=(
        several(
            "Mana yang boleh diteruskan ke grup warga?",
            ("Jadwal posyandu dari kader", "Undangan kerja bakti dari ketua RT"),
            ("Foto KTP tetangga", "Kabar tanpa sumber"),
            "Yang berguna dan jelas sumbernya boleh; data pribadi dan kabar tanpa sumber tidak.",
        ),
        statement(
            "Pesan yang dihapus pasti hilang dari semua HP.", False, "Orang lain mungkin sudah menyimpannya."
        ),
        one(
            "Sebelum mengirim foto anak tetangga, apa yang dilakukan?",
            "Meminta izin orang tuanya",
            "Mengirim saja",
            "Menutup wajahnya dengan hiasan",
            why="Izin dulu, juga untuk foto yang lucu.",
        ),
    ),
    exercises=(
        Exercise(
            "Periksa satu pesan",
            "Pilih satu pesan terusan di HP Anda. Tanyakan: benar, perlu, baik? Ini latihan: tidak ada yang dikirim.",
            (done("Satu pesan diperiksa", "Saya sudah memeriksa satu pesan dengan tiga pertanyaan.", "/"),),
        ),
    ),
)

COURSE = Course(
    slug="grup-warga",
    title="Grup WhatsApp warga",
    audience="warga",
    intro="Sopan, dengan izin, dan tanpa menyesal kemudian.",
    pillar="etika",
    digcomp="2.5",
    needs="HP dengan WhatsApp, bila ada.",
    lessons=(GROUP_CHATS,),
)
