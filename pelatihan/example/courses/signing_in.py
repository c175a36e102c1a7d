"""A1: signing in safely, and knowing one's way about the first screen."""

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
    quiz=(
        one(
            "Bagaimana membuka halaman masuk situs desa?",
            "Mengetik sendiri alamatnya",
            "Lewat tautan kiriman orang",
            "Lewat iklan di mesin pencari",
            why="Tautan kiriman dapat menuju halaman tiruan yang mencuri sandi.",
        ),
        statement(
            "Satu akun boleh dipakai bersama dua orang.",
            False,
            "Satu orang satu akun: apa yang diubah tercatat atas nama pemiliknya.",
        ),
        one(
            "Sandi mana yang paling baik?",
            "Tiga kata yang tidak berhubungan",
            "Tanggal lahir",
            "123456",
            why="Kalimat pendek mudah diingat dan sukar ditebak.",
        ),
        in_order(
            "Urutkan cara meninggalkan komputer bersama.",
            "Simpan pekerjaan",
            "Tekan nama Anda di kiri bawah",
            "Tekan “Keluar”",
            why="Menutup jendela saja belum berarti keluar.",
        ),
    ),
    exercises=(
        Exercise(
            "Masuk, lihat tugas hari ini, lalu keluar",
            "Lakukan di ruang kerja situs desa, bersama fasilitator bila perlu.",
            (
                done("Tugas hari ini dibaca", "Saya sudah menemukan “Tugas hari ini” di dasbor.", "/admin/"),
                done("Keluar dengan benar", "Saya sudah keluar dan melihat halaman masuk lagi.", "/admin/"),
            ),
        ),
    ),
)

COURSE = Course(
    slug="masuk-dengan-aman",
    title="Masuk dengan aman dan mengenal dasbor",
    audience="perangkat",
    intro="Masuk dengan sandi sendiri, mengenal layar pertama, dan keluar tanpa meninggalkan jejak.",
    pillar="keamanan",
    digcomp="0.1, 4.1",
    needs="Komputer atau HP dengan internet, dan akun dari administrator situs desa.",
    lessons=(SIGN_IN,),
)
