"""B3: preparing the papers for a letter, with the checklist."""

from pelatihan.example.shapes import (
    Course,
    Exercise,
    Lesson,
    Option,
    Question,
    Step,
    done,
    found,
    one,
    statement,
)

PREPARE = Lesson(
    slug="menyiapkan-berkas",
    title="Menyiapkan berkas dengan daftar centang",
    intro="Supaya tidak bolak-balik: centang berkas di rumah, berangkat ketika lengkap.",
    goal="Datang ke kantor desa dengan berkas lengkap, sekali jalan",
    minutes=10,
    steps=(
        Step(
            title="Buka panduan kartu keluarga",
            text="<p>Di beranda, tekan <b>Kartu keluarga</b>. Panduan lain bentuknya sama.</p>",
            expected="Halaman “Mengurus kartu keluarga (KK)”.",
            picture="berkas-pilih",
            picture_alt="Beranda di layar HP. Pilihan kartu keluarga diberi bingkai.",
            link_label="Buka panduan kartu keluarga",
            link_url="/layanan/kartu-keluarga/",
        ),
        Step(
            title="Baca empat hal penting",
            text="<p>Lihat biaya, lama, tempat, dan hasil. Keempatnya ada di bagian atas.</p>",
            expected="Tulisan “Gratis” pada baris Biaya.",
            tip="Kalau ada yang meminta bayaran lain, sampaikan kepada Sekretaris Desa.",
            picture="berkas-fakta",
            picture_alt="Panduan kartu keluarga di layar HP. Empat hal: biaya, lama, tempat, hasil, diberi "
            "bingkai.",
        ),
        Step(
            title="Centang berkas yang sudah ada",
            text="<p>Ambil berkas dari lemari satu per satu. Setiap ada, tekan kotak di sampingnya.</p>",
            expected="Tanda centang di samping berkas yang sudah Anda pegang.",
            tip="Centang tersimpan di HP ini saja. Tidak ada data yang dikirim ke mana pun.",
            picture="berkas-centang",
            picture_alt="Daftar yang dibawa di layar HP. Berkas pertama sudah dicentang dan diberi bingkai.",
        ),
        Step(
            title="Cari tahu asal berkas yang kurang",
            text="<p>Baca tulisan kecil di bawah berkas yang belum dicentang. Di situ tertulis asalnya.</p>",
            expected="Keterangan seperti “Dari: Polsek Pemayung”.",
            picture="berkas-asal",
            picture_alt="Daftar yang dibawa di layar HP. Keterangan asal berkas KK lama diberi bingkai.",
        ),
        Step(
            title="Baca bagian “Sering keliru”",
            text="<p>Gulir ke bawah. Pastikan tidak ada kekeliruan yang juga terjadi pada berkas Anda.</p>",
            expected="Beberapa kekeliruan beserta jalan keluarnya.",
        ),
        Step(
            title="Cetak atau kirim daftarnya",
            text="<p>Tekan “Cetak satu lembar” untuk kertas, atau “Kirim lewat WhatsApp” untuk keluarga.</p>",
            expected="Halaman cetak satu lembar, atau WhatsApp terbuka dengan daftar berkas.",
            tip="Tidak punya pencetak? Minta dicetakkan di kantor desa, gratis.",
            picture="berkas-bagikan",
            picture_alt="Bagian bawah panduan di layar HP. Tombol cetak dan WhatsApp diberi bingkai.",
        ),
        Step(
            title="Berangkat saat semua tercentang",
            text="<p>Lihat jam layanan, lalu datang paling lambat setengah jam sebelum tutup.</p>",
            expected="Anda pulang membawa tanda bukti, sekali jalan.",
            tip="Lansia dan orang sakit boleh meminta petugas datang ke rumah lewat ketua RT.",
        ),
    ),
    questions=(
        Question(
            "Satu berkas di daftar belum dicentang. Apa yang sebaiknya dilakukan?",
            (
                Option("Berangkat saja", "Bisa jadi Anda harus pulang lagi untuk mengambilnya."),
                Option(
                    "Membaca asalnya dan menyiapkannya dulu",
                    "Ya. Di bawahnya tertulis asal tiap berkas.",
                    True,
                ),
            ),
        ),
    ),
    quiz=(
        one(
            "Di mana centang berkas Anda tersimpan?",
            "Di HP ini saja",
            "Di kantor desa",
            "Di internet",
            why="Tidak ada yang dikirim ke mana pun.",
        ),
        statement(
            "Petugas boleh meminta uang untuk surat desa.", False, "Desa tidak memungut biaya untuk surat."
        ),
        one(
            "Kapan sebaiknya berangkat ke kantor desa?",
            "Saat semua berkas sudah tercentang",
            "Sebelum membaca panduan",
            "Lima menit sebelum tutup",
            why="Berkas yang lengkap berarti sekali jalan.",
        ),
    ),
    exercises=(
        Exercise(
            "Siapkan berkas untuk satu surat",
            "Pilih panduan yang Anda perlukan. Ini latihan: tidak ada permohonan yang dikirim.",
            (
                done(
                    "Berkas dicentang",
                    "Saya sudah mencentang berkas yang saya punya.",
                    "/layanan/kartu-keluarga/",
                ),
                done(
                    "Panduan dicetak atau dikirim",
                    "Saya sudah mencetak atau mengirim daftarnya.",
                    "/layanan/",
                ),
                found(
                    "Tempat mengurus",
                    "Di loket berapa surat keterangan domisili diurus?",
                    ("1", "loket 1", "satu"),
                    "/layanan/keterangan-domisili/",
                ),
            ),
        ),
    ),
)

COURSE = Course(
    slug="menyiapkan-berkas",
    title="Menyiapkan surat dengan daftar centang",
    audience="warga",
    intro="Datang ke kantor desa sekali jalan, dengan berkas yang lengkap.",
    pillar="kecakapan",
    digcomp="2.3",
    needs="HP dengan paket data atau Wi-Fi balai desa. Tidak perlu akun.",
    lessons=(PREPARE,),
    after=("mencari-di-situs-desa",),
)
