"""B6: passwords, PINs and OTPs."""

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

PASSWORDS = Lesson(
    slug="sandi-pin-otp",
    title="Kata sandi, PIN, dan OTP: jangan dibagikan",
    intro="Tiga kunci yang hanya untuk Anda.",
    goal="Membuat sandi yang kuat dan mengunci HP",
    minutes=10,
    steps=(
        Step(
            title="Kenali ketiganya",
            text="<p><b>Sandi</b> untuk akun, <b>PIN</b> untuk HP dan ATM, <b>OTP</b> kode sekali pakai di SMS.</p>",
            expected="Anda dapat membedakan ketiganya.",
        ),
        Step(
            title="Buat sandi dari tiga kata",
            text="<p>Pilih tiga kata yang tidak berhubungan, lalu sambung dengan tanda hubung.</p>",
            expected="Sandi panjang yang mudah Anda ingat.",
            tip="Jangan pakai nama anak atau tanggal lahir.",
        ),
        Step(
            title="Catat di tempat aman",
            text="<p>Kalau mudah lupa, tulis di buku di rumah. Jangan di balik HP, jangan di dompet.</p>",
            expected="Catatan yang hanya Anda tahu tempatnya.",
        ),
        Step(
            title="Kunci HP Anda",
            text="<p>Buka <b>Setelan</b>, lalu <b>Kunci layar</b>. Pilih PIN atau sidik jari.</p>",
            expected="HP meminta PIN saat dinyalakan.",
            trouble="Menunya tidak ketemu? Minta fasilitator menunjukkan, tetapi ketik PIN sendiri.",
        ),
        Step(
            title="Tolak dengan sopan",
            text="<p>Ada yang meminta kode? Katakan: <b>Maaf, ini rahasia</b>, lalu tutup telepon.</p>",
            expected="Kode tidak keluar dari HP Anda.",
        ),
    ),
    questions=(
        Question(
            "Sandi mana yang paling kuat?",
            (
                Option("siti1965", "Nama dan tahun lahir mudah ditebak."),
                Option("tiga kata yang tidak berhubungan", "Ya. Panjang dan mudah diingat.", True),
            ),
        ),
    ),
    quiz=(
        several(
            "Siapa yang boleh tahu PIN ATM Anda?",
            ("Tidak ada",),
            ("Petugas bank", "Tetangga yang membantu", "Anak muda di konter"),
            "PIN hanya untuk Anda sendiri.",
        ),
        one(
            "OTP itu apa?",
            "Kode sekali pakai di SMS",
            "Nama bank",
            "Nomor antrean",
            why="OTP dipakai sekali, dan hanya oleh Anda.",
        ),
        statement(
            "Sandi boleh ditempel di belakang HP.", False, "Siapa pun yang memegang HP akan membacanya."
        ),
    ),
    exercises=(
        Exercise(
            "Kunci HP Anda",
            "Kerjakan di HP sendiri. Jangan perlihatkan PIN kepada siapa pun, juga fasilitator.",
            (done("HP terkunci", "HP saya sekarang meminta PIN atau sidik jari.", "/"),),
        ),
    ),
)

COURSE = Course(
    slug="sandi-pin-otp",
    title="Kata sandi, PIN, dan OTP",
    audience="warga",
    intro="Tiga kunci yang tidak pernah dibagikan, dan cara membuatnya kuat.",
    pillar="keamanan",
    digcomp="4.2",
    needs="HP sendiri. Tidak perlu akun.",
    lessons=(PASSWORDS,),
    after=("mengenal-hp",),
)
