"""Six pieces of example news, September to November 2026. No real people: positions, or a letter at most."""

from dataclasses import dataclass
from datetime import date

from home.example.village import Picture

CATEGORIES = {
    "pembangunan": "Pembangunan",
    "musyawarah": "Musyawarah",
    "pelatihan": "Pelatihan",
    "kesehatan": "Kesehatan",
    "kegiatan": "Kegiatan warga",
    "pertanian": "Pertanian",
}


@dataclass(frozen=True)
class News:
    """One piece of news. ``body`` is HTML; ``category`` a key of CATEGORIES."""

    slug: str
    title: str
    date: date
    category: str
    intro: str
    picture: Picture
    body: str


NEWS = (
    News(
        slug="musyawarah-rencana-kerja-2027",
        title="Musyawarah desa menyepakati rencana kerja 2027",
        date=date(2026, 9, 28),
        category="musyawarah",
        intro=(
            "Wakil tujuh RT duduk bersama di balai desa. Saluran air RT 02 dan lampu jalan Dusun Darat menjadi "
            "yang pertama."
        ),
        picture=Picture(
            "meeting",
            "Musyawarah di balai desa (contoh)",
            "Gambar warga duduk di balai desa, melihat papan rencana kerja yang dijelaskan perangkat desa.",
        ),
        body=(
            "<p>Kamis, 17 September 2026, balai desa penuh sejak pukul 08.30 WIB. Sebanyak 64 orang hadir: wakil "
            "tujuh RT, BPD, kader posyandu, kelompok tani, karang taruna, dan lembaga adat. Dua puluh sembilan "
            "di antaranya perempuan.</p>"
            "<p>Ada 41 usulan dari musyawarah dusun. Setiap usulan dibacakan, lalu ditimbang: berapa keluarga yang "
            "terbantu, seberapa mendesak, dan cukupkah uangnya. Warga memberi tanda pada papan dengan stiker, "
            "sehingga yang jarang berbicara pun ikut memilih.</p>"
            "<p>Lima pekerjaan disepakati untuk didahulukan pada 2027:</p>"
            "<ol><li>Saluran air RT 02 sepanjang 310 meter</li><li>Dua puluh lampu jalan tenaga surya di RT 06 dan "
            "RT 07</li><li>Kelas ibu hamil dan makanan tambahan balita</li><li>Bibit dan pelatihan untuk tiga "
            "kelompok tani</li><li>Lanjutan pelatihan internet bagi warga</li></ol>"
            "<p>Usulan yang belum masuk tidak dibuang. Semuanya dicatat dalam daftar usulan dan disampaikan ke "
            "kabupaten lewat camat. Berita acara musyawarah dapat dibaca di kantor desa.</p>"
            "<p>Hasil ini sudah ditetapkan menjadi Peraturan Desa Nomor 3 Tahun 2026 tentang Rencana Kerja "
            "Pemerintah Desa Tahun 2027. Berkasnya ada di halaman Peraturan.</p>"
        ),
    ),
    News(
        slug="bibit-untuk-tiga-kelompok-tani",
        title="Tiga kelompok tani menerima 2.400 bibit",
        date=date(2026, 10, 6),
        category="pertanian",
        intro=(
            "Bibit durian, jengkol, dan pinang dibagikan di RT 07. Satu keluarga anggota mendapat paling banyak "
            "dua puluh batang."
        ),
        picture=Picture(
            "seedlings",
            "Bibit siap dibagikan (contoh)",
            "Gambar deretan bibit muda dalam kantong tanam di bawah atap peneduh, siap dibagikan.",
        ),
        body=(
            "<p>Selasa, 6 Oktober 2026, sebanyak 2.400 bibit diserahkan kepada tiga kelompok tani di tempat "
            "pembibitan RT 07. Bibit dibeli dengan Dana Desa, sesuai APB Desa 2026.</p>"
            "<p>Jenisnya dipilih sendiri oleh kelompok: 800 batang durian, 900 batang pinang, dan 700 batang "
            "jengkol. Ketiganya dapat ditanam di sela karet yang mulai tua, sehingga kebun tetap menghasilkan.</p>"
            "<p>Penyuluh pertanian kecamatan mengingatkan tiga hal. Tanamlah setelah hujan turun dua kali "
            "berturut-turut. Buat lubang seminggu sebelumnya. Beri naungan daun kelapa selama sebulan pertama.</p>"
            "<p>“Tahun lalu saya tanam kemarau, separuh mati,” kata Ibu S., anggota kelompok dari Dusun Darat. "
            "“Sekarang lubangnya sudah saya siapkan dari minggu lalu.”</p>"
            "<p>Anggota kelompok yang belum mengambil bibit ditunggu sampai 16 Oktober 2026 di kantor desa, loket 2. "
            "Sisa bibit setelah itu diberikan kepada warga lain menurut urutan pendaftaran.</p>"
        ),
    ),
    News(
        slug="gotong-royong-sebelum-air-naik",
        title="Gotong royong membersihkan saluran sebelum air naik",
        date=date(2026, 10, 25),
        category="kegiatan",
        intro="Lebih dari seratus warga turun ke saluran RT 01 sampai RT 04. Minggu depan RT 05 sampai RT 07.",
        picture=Picture(
            "communal_work",
            "Gotong royong di saluran air (contoh)",
            "Gambar tiga warga mencangkul di tepi saluran air, dengan rumah panggung di belakang mereka.",
        ),
        body=(
            "<p>Minggu pagi, 25 Oktober 2026, warga RT 01 sampai RT 04 membersihkan saluran air sepanjang kira-kira "
            "satu kilometer. Lumpur diangkat, semak ditebas, dan sampah dikumpulkan dalam 43 karung.</p>"
            "<p>Kerja bakti ini dilakukan setiap tahun sebelum Batanghari naik. Tahun lalu air tertahan dua hari di "
            "RT 02 karena saluran tersumbat plastik.</p>"
            "<p>Ibu-ibu PKK menyiapkan ubi rebus dan kopi. Anak-anak karang taruna memilah sampah: botol dan kardus "
            "dijual ke bank sampah, uangnya masuk kas RT.</p>"
            "<p>Giliran RT 05 sampai RT 07 pada Minggu, 1 November 2026, mulai pukul 07.00 WIB. Bawalah cangkul, "
            "parang, atau karung. Sarung tangan disediakan desa.</p>"
        ),
    ),
    News(
        slug="jalan-usaha-tani-rt-05-selesai",
        title="Jalan usaha tani RT 05 selesai dirabat beton",
        date=date(2026, 11, 9),
        category="pembangunan",
        intro="Sepanjang 420 meter, lebar 2,5 meter. Hasil panen kini dapat diangkut walaupun hujan.",
        picture=Picture(
            "road",
            "Jalan usaha tani RT 05 (contoh)",
            "Gambar jalan beton lurus di tengah sawah hijau, dengan seorang petani bersepeda membawa hasil panen.",
        ),
        body=(
            "<p>Jalan usaha tani di RT 05 sudah dapat dipakai. Panjangnya 420 meter dan lebarnya 2,5 meter, dari "
            "mushala sampai ke petak sawah paling ujung.</p>"
            "<p>Pekerjaan dimulai 21 September dan selesai 6 November 2026. Biayanya Rp236.400.000 dari Dana Desa. "
            "Tiga puluh satu warga bekerja dengan upah harian; dua belas dari keluarga penerima bantuan.</p>"
            "<p>Sebelumnya, hasil panen dipikul atau didorong dengan gerobak. Bila hujan, jalan tanah berlumpur dan "
            "gabah harus menunggu. Kini sepeda motor roda tiga dapat masuk sampai ke tepi sawah.</p>"
            "<p>Supaya awet, warga menyepakati dua aturan. Kendaraan bermuatan di atas dua ton tidak masuk. Air dari "
            "sawah dialirkan lewat gorong-gorong, tidak dengan membelah bahu jalan.</p>"
            "<p>Ada retak atau lubang? Beri tahu ketua RT 05 atau kantor desa. Perbaikan selama enam bulan pertama "
            "menjadi tanggungan pelaksana.</p>"
        ),
    ),
    News(
        slug="posyandu-melayani-semua-umur",
        title="Posyandu kini melayani semua umur, dari bayi sampai lansia",
        date=date(2026, 11, 16),
        category="kesehatan",
        intro="Tiga posyandu desa buka bergiliran setiap bulan. Tensi dan gula darah juga diperiksa, gratis.",
        picture=Picture(
            "posyandu",
            "Hari timbang di posyandu (contoh)",
            "Gambar bayi ditimbang dengan timbangan gantung di posyandu, didampingi ibu dan kader.",
        ),
        body=(
            "<p>Mulai bulan ini, tiga posyandu desa melayani semua umur. Balita tetap ditimbang dan diimunisasi. "
            "Remaja mendapat tablet tambah darah. Orang dewasa dan lansia diperiksa tensi dan gula darahnya.</p>"
            "<p>Jadwalnya tetap setiap bulan, pukul 08.00 sampai 11.00 WIB:</p>"
            "<ul><li>Posyandu Kenanga, mushala RT 05: Selasa pekan kedua</li><li>Posyandu Mawar, balai RT 07: Rabu "
            "pekan ketiga</li><li>Posyandu Melati, balai RT 03: Kamis pekan keempat</li></ul>"
            "<p>Warga boleh datang ke posyandu mana saja. Bawalah buku KIA untuk ibu dan balita. Warga yang sedang "
            "minum obat darah tinggi atau gula, bawalah obatnya.</p>"
            "<p>Bulan lalu 118 dari 126 balita datang menimbang. Delapan yang belum datang dikunjungi kader di rumah, "
            "supaya tidak ada anak yang terlewat.</p>"
        ),
    ),
    News(
        slug="dua-puluh-empat-warga-belajar-internet",
        title="Dua puluh empat warga dari tujuh RT belajar memakai situs desa",
        date=date(2026, 11, 23),
        category="pelatihan",
        intro="Petani, kader, pedagang, dan ketua RT belajar mencari syarat surat dan mengenali pesan palsu.",
        picture=Picture(
            "training",
            "Pelatihan internet warga (contoh)",
            "Gambar tiga warga belajar dengan laptop di meja panjang, dibimbing seorang pelatih.",
        ),
        body=(
            "<p>Sabtu dan Minggu, 21 dan 22 November 2026, balai desa menjadi ruang belajar. Dua puluh empat warga "
            "dari tujuh RT ikut: 15 perempuan dan 9 laki-laki. Yang termuda 19 tahun, yang tertua 67 tahun.</p>"
            "<p>Caranya langsung praktik. Satu pelatih mendampingi delapan orang. Peserta mencari syarat kartu "
            "keluarga, mencentang berkas yang sudah ada, lalu mencetak daftar itu untuk tetangga.</p>"
            "<p>“Saya kira harus pandai komputer,” kata Ibu S., pedagang di RT 04. “Rupanya cukup menulis ‘kk hilang’, "
            "keluar semua yang perlu dibawa.”</p>"
            "<p>Pada hari kedua, peserta belajar mengenali penipuan: undangan berbentuk aplikasi, hadiah palsu, dan "
            "permintaan kode OTP. Dari delapan pesan contoh, rata-rata tujuh ditebak dengan benar.</p>"
            "<p>Bahan pelatihannya ada di halaman Belajar dan boleh dibaca siapa saja tanpa masuk. Kelas berikutnya "
            "direncanakan Januari 2027. Daftar lewat ketua RT atau kantor desa.</p>"
        ),
    ),
)
