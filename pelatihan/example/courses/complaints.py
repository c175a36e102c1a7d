"""B4: complaining politely and clearly. Told and asked here; the village's form comes later."""

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
    several,
    statement,
)

COMPLAINTS = Lesson(
    slug="menyampaikan-pengaduan",
    title="Menyampaikan pengaduan dengan sopan dan jelas",
    intro="Pengaduan yang jelas lebih cepat ditangani: apa, di mana, kapan.",
    goal="Menulis pengaduan singkat yang langsung dimengerti petugas",
    minutes=10,
    steps=(
        Step(
            title="Tulis apa yang terjadi",
            text="<p>Satu kalimat, misalnya <b>Lampu jalan padam</b>. Tanpa menuduh siapa pun.</p>",
            expected="Kalimat pendek yang menyebut masalahnya.",
        ),
        Step(
            title="Tulis tempatnya",
            text="<p>Sebut RT dan patokannya: <b>RT 03, depan masjid</b>.</p>",
            expected="Petugas dapat pergi ke sana tanpa bertanya lagi.",
        ),
        Step(
            title="Tulis waktunya",
            text="<p>Sejak kapan: <b>sejak Senin malam</b>.</p>",
            expected="Petugas tahu sudah berapa lama.",
        ),
        Step(
            title="Sertakan foto bila ada",
            text="<p>Foto bendanya, bukan orangnya.</p>",
            expected="Foto yang menunjukkan masalahnya.",
            tip="Jangan mengirim foto KTP atau KK.",
        ),
        Step(
            title="Sampaikan ke kantor desa",
            text="<p>Telepon, WhatsApp, atau datang. Nomornya ada di bawah setiap halaman situs desa.</p>",
            expected="Petugas menjawab dan mencatat.",
            picture="aduan-nomor",
            picture_alt="Bagian bawah situs desa di layar HP. Nomor telepon kantor diberi bingkai.",
            link_label="Lihat nomor kantor desa",
            link_url="/",
        ),
    ),
    questions=(
        Question(
            "Mana pengaduan yang jelas?",
            (
                Option("Pemerintah tidak becus!", "Petugas tidak tahu apa yang harus diperbaiki."),
                Option("Lampu jalan RT 03 depan masjid padam sejak Senin", "Ya. Apa, di mana, kapan.", True),
            ),
        ),
    ),
    quiz=(
        several(
            "Apa yang harus ada di sebuah pengaduan?",
            ("Apa yang terjadi", "Di mana", "Sejak kapan"),
            ("Siapa yang harus dihukum",),
            "Apa, di mana, kapan. Sebabnya dicari petugas.",
        ),
        statement(
            "Foto KTP perlu disertakan dalam pengaduan.", False, "KTP memuat data pribadi. Tidak perlu."
        ),
        one(
            "Kalimat mana yang sopan dan jelas?",
            "Mohon diperiksa, jembatan RT 05 papannya lepas.",
            "Jembatan rusak terus, malas semua!",
            "Tolong.",
            why="Sopan dan jelas lebih cepat ditangani.",
        ),
        in_order(
            "Urutkan isi pengaduan.", "Apa", "Di mana", "Sejak kapan", why="Urutan ini mudah dibaca petugas."
        ),
    ),
    exercises=(
        Exercise(
            "Tulis satu pengaduan di kertas",
            "Ini latihan: jangan dikirim. Tulis pengaduan tentang sesuatu di sekitar rumah: apa, di mana, sejak kapan. "
            "Bacakan kepada teman di sebelah Anda.",
            (
                done(
                    "Pengaduan ditulis dan dibacakan",
                    "Saya sudah menulisnya, dan teman saya mengerti tanpa bertanya.",
                    "/",
                ),
            ),
        ),
    ),
)

COURSE = Course(
    slug="menyampaikan-pengaduan",
    title="Menyampaikan pengaduan",
    audience="warga",
    intro="Menulis pengaduan yang sopan, jelas, dan langsung dapat ditangani.",
    pillar="etika",
    digcomp="2.5",
    needs="Kertas dan pena, atau HP. Tidak perlu akun.",
    lessons=(COMPLAINTS,),
)
