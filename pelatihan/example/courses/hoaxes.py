"""B5: hoaxes and fraud: APK invitations, OTP, prizes."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    done,
    message,
    one,
    showing,
    statement,
)

MARKS = "Tandanya: terburu-buru, minta kode atau uang, dan tautan yang aneh."

HOAXES = Lesson(
    slug="mengenali-penipuan",
    title="Mengenali hoaks dan penipuan",
    intro="Penipu selalu terburu-buru. Kita tidak: berhenti, baca, tanya.",
    goal="Mengenali pesan penipuan dan tahu apa yang dilakukan",
    minutes=15,
    steps=(
        Step(
            title="Berhenti dulu",
            text="<p>Pesan yang menyuruh cepat-cepat hampir selalu penipuan. Taruh HP sebentar.</p>",
            expected="Anda belum menekan apa pun.",
        ),
        Step(
            title="Lihat siapa pengirimnya",
            text="<p>Nomor tidak dikenal yang mengaku bank, kurir, atau saudara: telepon dulu ke nomor yang Anda "
            "punya.</p>",
            expected="Anda tahu apakah pengirimnya benar.",
        ),
        Step(
            title="Jangan buka berkas APK",
            text="<p>Undangan, tagihan, dan foto paket bukan berkas <b>.apk</b>. Itu program pencuri.</p>",
            expected="Berkasnya tidak dibuka, pesannya dihapus.",
        ),
        Step(
            title="Jangan beri kode OTP",
            text="<p>Kode enam angka di SMS hanya untuk Anda. Bank dan petugas tidak pernah memintanya.</p>",
            expected="Kodenya tetap rahasia.",
        ),
        Step(
            title="Periksa beritanya",
            text="<p>Cari judulnya di situs resmi. Tidak ada di sana? Jangan diteruskan.</p>",
            expected="Anda tahu beritanya benar atau tidak.",
            tip="Situs pemerintah berakhiran .go.id, situs desa .desa.id.",
        ),
        Step(
            title="Sudah terlanjur? Bertindak cepat",
            text="<p>Matikan data, telepon bank, ganti sandi, dan beri tahu keluarga serta kantor desa.</p>",
            expected="Rekening dan akun Anda diamankan.",
            tip="Tidak perlu malu. Siapa pun dapat tertipu.",
        ),
    ),
    questions=(
        Question(
            "“Paket Anda tertahan. Buka foto.apk.” Apa yang dilakukan?",
            (
                Option("Membukanya", "Program itu mencuri isi HP."),
                Option("Menghapusnya", "Ya. Kurir tidak mengirim berkas APK.", True),
            ),
        ),
    ),
    quiz=(
        showing(
            one(
                "“Undangan pernikahan: undangan.apk”",
                "Penipuan, dihapus",
                "Aman, dibuka",
                why=f"Undangan bukan berkas APK. {MARKS}",
            ),
            message("Nomor tidak dikenal", "Undangan pernikahan kami. Mohon hadir ya.", "undangan.apk"),
        ),
        showing(
            one(
                "“Ini dari bank, sebutkan kode OTP Anda.”",
                "Penipuan, kode tidak diberikan",
                "Aman, kode disebutkan",
                why="OTP tidak pernah diminta siapa pun.",
            ),
            message("Nomor tidak dikenal", "Kami dari bank. Sebutkan kode OTP yang baru masuk."),
        ),
        showing(
            one(
                "“Selamat, Anda menang 50 juta. Bayar pajaknya dulu.”",
                "Penipuan, dihapus",
                "Aman, dibayar",
                why="Hadiah yang benar tidak meminta uang dulu.",
            ),
            message("Nomor tidak dikenal", "Selamat! Anda menang 50 juta. Bayar pajaknya dulu."),
        ),
        one(
            "“Posyandu besok pukul 08.00 di balai RT 03”, dari ketua RT yang nomornya Anda simpan.",
            "Boleh dipercaya",
            "Penipuan",
            why="Pengirimnya dikenal, tidak meminta apa-apa.",
        ),
        showing(
            one(
                "“Mama, ini nomor baruku. Kirim uang sekarang.”",
                "Menelepon nomor lama dulu",
                "Langsung mengirim",
                why="Penipu sering mengaku anak. Telepon dulu.",
            ),
            message("Nomor tidak dikenal", "Mama, ini nomor baruku. Kirim uang sekarang ya."),
        ),
        one(
            "“Minum air garam menyembuhkan semua penyakit. Sebarkan!”",
            "Tidak diteruskan",
            "Diteruskan ke semua grup",
            why="Kabar kesehatan diperiksa dulu di puskesmas.",
        ),
        showing(
            one(
                "“Cek bansos di bansos-cair-2026.xyz”",
                "Penipuan, tidak dibuka",
                "Aman, diisi datanya",
                why="Alamat resmi pemerintah berakhiran .go.id.",
            ),
            message("Grup warga", "Cek bansos di bansos-cair-2026.xyz, isi NIK Anda."),
        ),
        statement("Petugas bank boleh meminta kode OTP.", False, "Tidak seorang pun boleh memintanya."),
    ),
    exercises=(
        Exercise(
            "Ceritakan kepada satu orang",
            "Ceritakan tiga tanda penipuan kepada keluarga di rumah.",
            (done("Sudah diceritakan", "Saya sudah menceritakan tiga tandanya.", "/"),),
        ),
    ),
)

COURSE = Course(
    slug="mengenali-penipuan",
    title="Mengenali hoaks dan penipuan",
    audience="warga",
    intro="Undangan APK, kode OTP, hadiah palsu: mengenalinya sebelum terlambat.",
    pillar="keamanan",
    digcomp="1.2, 4.1",
    needs="Tidak perlu apa-apa. Boleh belajar berdua.",
    lessons=(HOAXES,),
)
