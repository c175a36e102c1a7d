"""The example courses: two lessons for village officials, two for residents.

The officials' lessons describe this site's own admin and name its buttons in quotation marks exactly as they read
(``BUTTONS``; a test compares them with the admin's translation).
"""

from pelatihan.example.shapes import Course, Lesson, Option, Question, Step

# What the lessons call a button or heading -> the English message of Wagtail or Django behind it.
BUTTONS = {
    "Masuk": "Sign in",
    "Akun": "Account",
    "Sandi lama": "Old password",
    "Sandi baru": "New password",
    "Simpan": "Save",
    "Keluar": "Log out",
    "Ingat saya": "Remember me",
    "Pengaturan akun Anda berhasil diubah.": "Your account settings have been changed successfully!",
    "Tersimpan": "Saved",
    "Kembalikan untuk diperbaiki": "Request changes",
    "Halaman": "Pages",
    "Simpan draf": "Save draft",
    "Ajukan ke Persetujuan Penerbit": "Submit to %(workflow_name)s",
    "Setujui dan terbitkan": "%(label)s and Publish",
}

SIGN_IN = Lesson(
    slug="masuk-dengan-aman",
    title="Masuk dengan aman",
    intro="Masuk ke ruang kerja situs desa, mengganti sandi pemberian, dan keluar lagi dengan benar.",
    goal="Masuk dengan sandi sendiri dan keluar tanpa meninggalkan jejak di komputer bersama",
    minutes=12,
    steps=(
        Step(
            title="Buka halaman masuk",
            text=(
                "<p>Ketik alamat situs desa di bagian atas peramban, tambahkan <b>/admin/</b>, lalu tekan "
                "Enter. "
                "Jangan lewat tautan kiriman orang.</p>"
            ),
            expected="Kotak putih dengan tulisan “Masuk ke Desa Tebing Tinggi Pemayung”.",
            tip="Simpan alamat ini sebagai penanda (bookmark) supaya tidak salah ketik.",
            picture="masuk-halaman",
            picture_alt="Halaman masuk: kotak putih dengan kolom nama pengguna dan sandi. Judulnya diberi "
            "bingkai.",
        ),
        Step(
            title="Tulis nama pengguna",
            text="<p>Tekan kolom pertama, lalu tulis nama pengguna Anda dengan huruf kecil, tanpa spasi.</p>",
            expected="Nama pengguna Anda terlihat di kolom pertama.",
            tip="Satu orang satu akun. Jangan meminjamkan akun kepada siapa pun.",
            picture="masuk-nama",
            picture_alt="Halaman masuk. Kolom nama pengguna berisi “operator” dan diberi bingkai.",
        ),
        Step(
            title="Tulis sandi",
            text="<p>Tekan kolom kedua, lalu tulis sandi. Huruf besar dan kecil dibedakan.</p>",
            expected="Sandi tampil sebagai titik-titik. Itu supaya tidak terbaca orang di sebelah Anda.",
            trouble="Ditolak terus? Periksa apakah tombol Caps Lock menyala, lalu tulis lagi pelan-pelan. Masih "
            "ditolak: minta administrator membuatkan sandi baru.",
            picture="masuk-sandi",
            picture_alt="Halaman masuk. Kolom sandi berisi titik-titik dan diberi bingkai.",
        ),
        Step(
            title="Tekan “Masuk”",
            text="<p>Tekan tombol “Masuk”. Di komputer bersama, “Ingat saya” jangan dicentang.</p>",
            expected="Ruang kerja terbuka: menu di kiri, nama desa di tengah, nama Anda di kanan.",
            picture="masuk-tekan",
            picture_alt="Halaman masuk. Tombol “Masuk” diberi bingkai.",
        ),
        Step(
            title="Buka “Akun”",
            text="<p>Tekan tulisan “Akun” di bawah nama Anda, di sebelah kanan.</p>",
            expected="Halaman berjudul “Akun” dengan isian nama, surel, dan sandi.",
            tip="Nama dan surel wajib diisi sekali. Pakai surel kantor bila ada.",
            picture="masuk-akun",
            picture_alt="Ruang kerja setelah masuk. Tautan “Akun” di bawah nama pengguna diberi bingkai.",
        ),
        Step(
            title="Tulis sandi baru",
            text=(
                "<p>Gulir ke bawah. Isi “Sandi lama” dengan sandi pemberian. Isi “Sandi baru” dua kali "
                "dengan "
                "kalimat pendek yang mudah Anda ingat, paling sedikit 10 huruf.</p>"
            ),
            expected="Tiga kolom sandi berisi titik-titik.",
            tip="Contoh pola: tiga kata yang tidak berhubungan, seperti dayung-kopi-senja. Jangan pakai "
            "contoh ini.",
            picture="masuk-sandi-baru",
            picture_alt="Halaman akun bagian sandi. Kolom sandi lama, sandi baru, dan ulangannya diberi "
            "bingkai.",
        ),
        Step(
            title="Tekan “Simpan”",
            text="<p>Tekan tombol “Simpan” di bagian bawah halaman.</p>",
            expected="Tulisan hijau di atas: “Pengaturan akun Anda berhasil diubah.”",
            tip="Tulisan merah berarti ada kolom yang kurang. Baca kata di bawah kolom itu.",
            picture="masuk-simpan",
            picture_alt="Halaman akun. Tombol “Simpan” di bawah diberi bingkai.",
        ),
        Step(
            title="Keluar setelah selesai",
            text="<p>Tekan nama Anda di kiri bawah, lalu tekan “Keluar”. Lakukan setiap kali meninggalkan "
            "meja.</p>",
            expected="Halaman masuk muncul lagi.",
            tip="Menutup jendela saja belum berarti keluar.",
            picture="masuk-keluar",
            picture_alt="Menu di kiri bawah terbuka. Tulisan “Keluar” diberi bingkai.",
        ),
    ),
    questions=(
        Question(
            "Anda memakai komputer bersama di kantor. Apa yang dilakukan sebelum meninggalkan meja?",
            (
                Option(
                    "Menutup jendela peramban",
                    "Itu belum keluar: orang berikutnya masih masuk sebagai Anda.",
                ),
                Option("Menekan “Keluar”", "Ya. Sesudah itu halaman masuk muncul lagi.", True),
                Option("Mematikan layar", "Layar padam saja; akun Anda tetap terbuka."),
            ),
        ),
        Question(
            "Rekan kerja meminjam sandi Anda sebentar. Apa jawaban yang benar?",
            (
                Option("Meminjamkan, asal cepat", "Apa pun yang ia ubah tercatat atas nama Anda."),
                Option("Menolak dan mengantarnya ke administrator", "Ya. Satu orang satu akun.", True),
            ),
        ),
    ),
)

WRITE_NEWS = Lesson(
    slug="menulis-dan-menerbitkan-berita",
    title="Menulis dan menerbitkan berita desa",
    intro="Operator menulis dan mengajukan, Penerbit memeriksa dan menerbitkan. Dua orang, satu berita yang "
    "benar.",
    goal="Membuat satu berita, mengajukannya, dan menerbitkannya lewat persetujuan Penerbit",
    minutes=15,
    steps=(
        Step(
            title="Buka daftar berita",
            text="<p>Di menu kiri tekan “Halaman”, lalu tanda panah di samping Beranda, lalu tekan "
            "<b>Berita</b>.</p>",
            expected="Daftar berita desa, yang terbaru di atas.",
            picture="berita-daftar",
            picture_alt="Menu “Halaman” terbuka dengan daftar bagian situs. Tulisan Berita diberi bingkai.",
        ),
        Step(
            title="Tekan tanda tambah",
            text="<p>Di samping judul Berita ada tanda tambah dalam lingkaran. Tekan sekali.</p>",
            expected="Halaman kosong berjudul “Baru: Berita”.",
            picture="berita-tambah",
            picture_alt="Bagian atas daftar berita. Tanda tambah di samping judul Berita diberi bingkai.",
        ),
        Step(
            title="Tulis judul",
            text="<p>Tulis judul yang langsung menyebut apa dan di mana, misalnya “Kerja bakti di dermaga "
            "RT 01”.</p>",
            expected="Judul tampil besar di bagian atas.",
            tip="Paling baik 5 sampai 10 kata. Hindari huruf besar semua.",
            picture="berita-judul",
            picture_alt="Halaman berita baru. Kolom judul berisi “Kerja bakti di dermaga RT 01” dan diberi "
            "bingkai.",
        ),
        Step(
            title="Tulis ringkasan",
            text="<p>Satu atau dua kalimat: apa, di mana, kapan. Inilah yang terbaca di beranda.</p>",
            expected="Ringkasan terisi. Sebentar kemudian tulisan “Tersimpan” muncul di atas.",
            tip="Tulis hari, tanggal, dan jam lengkap: Minggu, 29 November 2026, pukul 07.00 WIB.",
            picture="berita-ringkasan",
            picture_alt="Halaman berita baru. Kolom ringkasan yang sudah terisi diberi bingkai.",
        ),
        Step(
            title="Pilih “Tulisan” untuk isi",
            text="<p>Di bawah Isi, tekan tanda tambah, lalu pilih <b>Tulisan</b>.</p>",
            expected="Kotak kosong untuk menulis isi berita.",
            tip="Perlu foto? Dengan cara yang sama pilih Gambar, dan tulis apa yang terlihat di foto itu.",
            picture="berita-blok",
            picture_alt="Daftar bagian isi terbuka: judul, tulisan, gambar, dan lainnya. “Tulisan” diberi "
            "bingkai.",
        ),
        Step(
            title="Tulis isi berita",
            text=(
                "<p>Tulis dua atau tiga alinea pendek. Jangan menulis NIK, alamat lengkap, atau penyakit "
                "seseorang.</p>"
            ),
            expected="Isi berita terlihat di kotak Tulisan.",
            tip="Baca pelan-pelan sekali lagi. Tanyakan: apakah warga tahu harus berbuat apa?",
            picture="berita-isi",
            picture_alt="Kotak Tulisan berisi satu alinea berita dan diberi bingkai.",
        ),
        Step(
            title="Ajukan kepada Penerbit",
            text="<p>Di bawah halaman, di samping “Simpan draf”, tekan “Ajukan ke Persetujuan Penerbit”.</p>",
            expected="Tulisan hijau: halaman telah diajukan. Di daftar, statusnya menunggu persetujuan.",
            tip="Operator tidak bisa menerbitkan sendiri. Itu pengaman, bukan kesalahan.",
            picture="berita-ajukan",
            picture_alt="Tombol di bawah halaman. “Ajukan ke Persetujuan Penerbit” diberi bingkai.",
        ),
        Step(
            title="Penerbit: periksa lalu setujui",
            text=(
                "<p>Penerbit masuk dengan akunnya sendiri, membuka berita di bawah <b>Tugas hari ini</b>, membacanya, "
                "lalu di bawah halaman menekan “Setujui dan terbitkan”.</p>"
            ),
            expected="Tulisan hijau di atas, dan berita tampil di halaman Berita situs desa.",
            tip="Ada yang keliru? Penerbit menekan “Kembalikan untuk diperbaiki” dan menulis catatannya.",
            picture="berita-setujui",
            picture_alt="Tombol Penerbit di bawah halaman. “Setujui dan terbitkan” diberi bingkai.",
            link_label="Lihat halaman Berita",
            link_url="/berita/",
        ),
    ),
    questions=(
        Question(
            "Berita sudah disimpan sebagai draf. Apakah warga sudah dapat membacanya?",
            (
                Option("Sudah", "Draf hanya terlihat oleh kantor. Warga membacanya setelah diterbitkan."),
                Option("Belum", "Ya. Berita terbit setelah Penerbit menyetujuinya.", True),
            ),
        ),
    ),
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
)

COURSES = (
    Course(
        slug="mengelola-situs-desa",
        title="Mengelola situs desa",
        audience="perangkat",
        intro=(
            "Untuk Operator dan Penerbit. Sesudah dua pelajaran ini Anda dapat masuk dengan aman dan "
            "menerbitkan berita "
            "yang benar."
        ),
        pillar="kecakapan",
        digcomp="3.1, 4.1",
        needs="Komputer atau HP dengan internet, dan akun dari administrator situs desa.",
        lessons=(SIGN_IN, WRITE_NEWS),
    ),
    Course(
        slug="memakai-situs-desa",
        title="Memakai situs desa",
        audience="warga",
        intro=(
            "Untuk semua warga, juga yang baru memegang HP. Sesudahnya Anda dapat mencari syarat surat dan "
            "menyiapkan "
            "berkas sendiri."
        ),
        pillar="kecakapan",
        digcomp="1.1, 2.3",
        needs="HP dengan paket data atau Wi-Fi balai desa. Tidak perlu akun.",
        lessons=(FIND, PREPARE),
    ),
)
