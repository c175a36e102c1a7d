"""Guides on population documents: family card, identity card, birth, death, moving.

Requirements follow Perpres 96/2018 and Permendagri 108/2019 and 109/2019; the final
documents come from the regency's civil registry (Disdukcapil), free of charge.
"""

from datetime import date

from layanan.example.guides.common import (
    CIVIL_DECREE,
    CIVIL_FORMS,
    CIVIL_LAW,
    CIVIL_REGISTRY,
    CIVIL_RULES,
    COMPLAINTS,
    COUNTER_1,
    COUNTER_STANDARD,
    FREE_CIVIL,
    OFFICE_HOURS,
    ask_first,
)
from layanan.example.shapes import Answer, Basis, Guide, Pitfall, Question, Requirement, Step

FAMILY_CARD = Guide(
    slug="kartu-keluarga",
    title="Mengurus kartu keluarga (KK)",
    intro=(
        "Untuk keluarga baru, KK hilang atau rusak, atau isi KK yang berubah. Desa memeriksa "
        "berkas Anda dan meneruskannya ke Disdukcapil."
    ),
    search_description=(
        "Berkas, langkah, dan lama mengurus kartu keluarga baru, hilang, rusak, atau berubah. Gratis."
    ),
    for_whom=(
        "Warga Desa Tebing Tinggi Pemayung yang baru menikah, baru pindah datang, kehilangan KK, "
        "atau perlu menambah, mengurangi, atau membetulkan data anggota keluarga."
    ),
    life_event="keluarga",
    made_by="pengantar",
    final_issuer=CIVIL_REGISTRY,
    requirements=(
        Requirement(
            "Formulir F-1.02, sudah diisi",
            "Tersedia di loket 1, boleh diisi dengan bantuan petugas",
            "Kantor desa",
        ),
        Requirement("KK lama", "Jika rusak: bawa KK yang rusak", only_for="rusak, berubah, menikah, dalam"),
        Requirement("Surat keterangan hilang", "Hanya jika KK hilang", "Polsek Pemayung", only_for="hilang"),
        Requirement(
            "KTP-el kepala keluarga dan 1 lembar fotokopi",
            "Asli hanya diperlihatkan. Untuk KK hilang atau rusak boleh KTP-el anggota lain",
        ),
        Requirement(
            "Fotokopi buku nikah atau kutipan akta perkawinan",
            "Hanya untuk keluarga baru. Belum tercatat: isi surat pernyataan F-1.05",
            "KUA atau Disdukcapil",
            only_for="menikah",
        ),
        Requirement(
            "Surat keterangan pindah (SKPWNI)",
            "Hanya jika pindah dari kabupaten atau kota lain",
            "Disdukcapil daerah asal",
            only_for="luar",
        ),
        Requirement(
            "Bukti perubahan",
            "Hanya jika data berubah: surat lahir, akta kematian, ijazah, atau akta cerai. Isi juga F-1.06",
            "Kantor yang mengeluarkan bukti",
            only_for="berubah",
        ),
    ),
    checker=(
        Question(
            "KK baru, hilang, rusak, atau ubah data?",
            "keperluan",
            (
                Answer("KK hilang", "hilang"),
                Answer("KK rusak", "rusak"),
                Answer("Data di KK berubah atau salah", "berubah"),
                Answer("Membuat KK baru", "baru", "sebab"),
            ),
            "Pilih satu. Bila ragu, pilih yang paling dekat.",
        ),
        Question(
            "Mengapa perlu KK baru?",
            "sebab",
            (Answer("Baru menikah", "menikah"), Answer("Baru pindah ke desa ini", "pindah", "asal")),
        ),
        Question(
            "Pindah dari mana?",
            "asal",
            (
                Answer("Dari kabupaten atau kota lain", "luar"),
                Answer("Dari dalam kabupaten", "dalam"),
            ),
        ),
    ),
    steps_office=(
        Step("Siapkan berkas", "Centang daftar di halaman ini. Bawa yang asli dan fotokopinya."),
        Step(
            "Datang ke loket 1",
            "Petugas memeriksa berkas di depan Anda. Yang kurang langsung diberi tahu, ditulis di kertas.",
        ),
        Step(
            "Isi dan tanda tangani F-1.02", "Kepala keluarga yang menandatangani. Bila sakit, boleh di rumah."
        ),
        Step("Terima tanda bukti", "Simpan tanda bukti. Di situ ada tanggal perkiraan selesai."),
        Step(
            "Terima KK",
            "KK dikirim Disdukcapil sebagai berkas PDF ke surel Anda dan boleh dicetak sendiri di kertas "
            "HVS A4 putih. Tidak punya surel: ambil cetakannya di kantor desa.",
        ),
        Step(
            "Periksa isinya",
            "Cocokkan nama, tanggal lahir, dan nama orang tua. Bila salah, lapor hari itu juga.",
        ),
    ),
    duration_value=1,
    duration_unit="hari kerja",
    duration_note="Itu waktu di desa. Tanggal perkiraan dari Disdukcapil tertulis di tanda bukti.",
    cost_note=FREE_CIVIL,
    result="Kartu keluarga dengan tanda tangan elektronik (kode QR)",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Nama di buku nikah berbeda dengan KTP",
            "Urus pembetulan nama lebih dulu supaya tidak bolak-balik.",
        ),
        Pitfall(
            "KK hilang, tetapi belum melapor ke polisi",
            "Minta surat keterangan hilang di Polsek Pemayung. Gratis dan selesai hari itu.",
        ),
        Pitfall(
            "Bayi belum dimasukkan ke KK", "Urus akta kelahiran dan KK sekaligus. Berkasnya hampir sama."
        ),
        Pitfall("KK dilaminating", "Tidak perlu. KK bertanda QR boleh dicetak ulang kapan saja."),
    ),
    legal_basis=(CIVIL_LAW, CIVIL_DECREE, CIVIL_RULES, CIVIL_FORMS),
    other_ways=ask_first("kartu keluarga")
    + "<p>Anda juga boleh datang langsung ke Disdukcapil di Muara Bulian. Surat pengantar desa tidak "
    "wajib.</p>",
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "kk hilang, kk rusak, kk basah, bikin kk, buat kk baru, pecah kk, pisah kk, tambah anak di kk, "
        "ganti kepala keluarga, kartu keluarga, kk salah nama, pengantin baru, kartu rumah tangga"
    ),
    checked_on=date(2026, 11, 16),
)

IDENTITY_CARD = Guide(
    slug="ktp-el",
    title="Membuat atau mengganti KTP-el",
    intro=(
        "Untuk yang baru berumur 17 tahun, KTP hilang atau rusak, atau data yang berubah. "
        "KTP-el berlaku seumur hidup, jadi tidak perlu diperpanjang."
    ),
    search_description="Cara membuat KTP-el pertama, mengganti KTP hilang atau rusak, dan KTP digital. "
    "Gratis.",
    for_whom="Warga berumur 17 tahun ke atas, atau yang sudah atau pernah menikah.",
    life_event="keluarga",
    made_by="pengantar",
    final_issuer=CIVIL_REGISTRY,
    requirements=(
        Requirement("Fotokopi kartu keluarga (KK)", "Pastikan nama Anda sudah ada dan benar di KK"),
        Requirement(
            "Formulir F-1.02, sudah diisi",
            "Untuk KTP hilang, rusak, atau berubah data",
            "Kantor desa",
            only_for="hilang, rusak, berubah",
        ),
        Requirement("KTP-el lama", "Hanya jika rusak atau datanya berubah", only_for="rusak, berubah"),
        Requirement("Surat keterangan hilang", "Hanya jika KTP hilang", "Polsek Pemayung", only_for="hilang"),
        Requirement(
            "Bukti perubahan data",
            "Hanya jika data berubah, misalnya buku nikah atau ijazah",
            only_for="berubah",
        ),
    ),
    checker=(
        Question(
            "Sudah pernah punya KTP-el?",
            "pernah",
            (Answer("Belum, ini yang pertama", "pertama"), Answer("Sudah", "sudah", "sebab")),
        ),
        Question(
            "Mengapa perlu diganti?",
            "sebab",
            (
                Answer("KTP-el hilang", "hilang"),
                Answer("KTP-el rusak", "rusak"),
                Answer("Datanya berubah", "berubah"),
            ),
        ),
    ),
    steps_office=(
        Step("Periksa KK", "Datang ke loket 1. Petugas mencocokkan nama dan tanggal lahir Anda."),
        Step(
            "Tanyakan jadwal perekaman",
            "Perekaman hanya untuk KTP pertama: foto, sidik jari, dan mata. Tempatnya di kantor camat atau "
            "di Disdukcapil.",
        ),
        Step("Datang merekam", "Bawa fotokopi KK. Pakai baju berkerah dan jangan memakai lensa kontak."),
        Step(
            "Serahkan berkas",
            "Untuk KTP hilang atau rusak tidak perlu merekam lagi. Serahkan F-1.02, fotokopi KK, dan KTP "
            "rusak atau surat hilang.",
        ),
        Step(
            "Ambil KTP-el", "Di Disdukcapil, atau di kantor desa bila dititipkan. Tidak boleh diambil calo."
        ),
    ),
    steps_online=(
        Step(
            "Pasang aplikasi Identitas Kependudukan Digital",
            "Ini KTP di HP, pendamping kartu. Ambil hanya dari Play Store atau App Store.",
        ),
        Step("Isi data dan foto wajah", "Siapkan NIK, surel, dan nomor HP yang aktif."),
        Step(
            "Pindai kode QR di depan petugas",
            "Aktivasi harus tatap muka dengan petugas Disdukcapil. Tidak ada petugas yang menelepon untuk "
            "meminta kode.",
        ),
    ),
    duration_value=1,
    duration_unit="hari kerja",
    duration_note="Itu pemeriksaan berkas di desa. Lama pencetakan di Disdukcapil bergantung persediaan "
    "blangko.",
    cost_note=FREE_CIVIL,
    result="KTP-el, dan KTP digital di HP bila Anda mau",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Nama di KK salah, tetapi langsung merekam", "Betulkan KK dulu. KTP selalu mengikuti data KK."
        ),
        Pitfall(
            "Ada yang menelepon dan menawarkan aktivasi KTP digital",
            "Itu penipuan. Matikan telepon, jangan beri kode apa pun.",
        ),
        Pitfall(
            "KTP distaples atau dilaminating", "Cip di dalamnya bisa rusak. Simpan di dompet apa adanya."
        ),
    ),
    legal_basis=(
        CIVIL_LAW,
        CIVIL_DECREE,
        CIVIL_RULES,
        Basis(
            "Peraturan Menteri Dalam Negeri Nomor 72 Tahun 2022 tentang Standar dan Spesifikasi Perangkat "
            "Keras, Perangkat Lunak, dan Blangko Kartu Tanda Penduduk Elektronik serta Penyelenggaraan "
            "Identitas Kependudukan Digital"
        ),
    ),
    other_ways=ask_first("KTP-el")
    + "<p>Warga yang tidak dapat bepergian boleh meminta perekaman di rumah. Desa meneruskan permintaan ke "
    "Disdukcapil.</p>",
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "bikin ktp, buat ktp, ktp hilang, ktp rusak, ktp patah, ktp pertama, rekam ktp, foto ktp, e-ktp, "
        "ktp elektronik, ktp digital, ikd, umur 17, ganti alamat ktp, kartu tanda penduduk"
    ),
    checked_on=date(2026, 11, 16),
)

BIRTH = Guide(
    slug="akta-kelahiran",
    title="Mengurus akta kelahiran",
    intro=(
        "Laporkan kelahiran paling lambat 60 hari. Sekali mengurus, anak langsung punya akta, "
        "masuk KK, dan dapat kartu identitas anak (KIA)."
    ),
    search_description="Berkas dan langkah mengurus akta kelahiran anak, juga yang terlambat. Gratis.",
    for_whom="Orang tua atau wali bayi, dan siapa pun yang belum punya akta kelahiran.",
    life_event="lahir",
    made_by="pengantar",
    final_issuer=CIVIL_REGISTRY,
    requirements=(
        Requirement(
            "Surat keterangan kelahiran",
            "Lahir di rumah tanpa bidan: surat dari Kepala Desa. Tidak ada sama sekali: isi surat "
            "pernyataan F-2.03",
            "Bidan, puskesmas, atau rumah sakit",
        ),
        Requirement(
            "Fotokopi buku nikah atau akta perkawinan orang tua",
            "Tidak ada: isi surat pernyataan F-2.04",
            "KUA atau Disdukcapil",
        ),
        Requirement("Kartu keluarga (KK)", "Asli, karena akan diperbarui"),
        Requirement("Fotokopi KTP-el ayah dan ibu", "Masing-masing 1 lembar"),
        Requirement("Formulir F-2.01, sudah diisi", "Tersedia di loket 1", "Kantor desa"),
        Requirement("Dua orang saksi dengan fotokopi KTP-el", "Boleh tetangga atau petugas desa"),
    ),
    steps_office=(
        Step(
            "Pilih nama anak",
            "Paling sedikit dua kata, paling banyak 60 huruf termasuk spasi, mudah dibaca, dan tidak "
            "disingkat.",
        ),
        Step("Datang ke loket 1", "Petugas membantu mengisi F-2.01 dan memeriksa berkas."),
        Step(
            "Periksa tulisan bersama petugas",
            "Baca pelan-pelan: nama anak, tanggal, jam, dan nama orang tua.",
        ),
        Step("Terima tanda bukti", "Berkas diteruskan ke Disdukcapil."),
        Step(
            "Terima akta, KK baru, dan KIA",
            "Akta dan KK dikirim sebagai PDF dan boleh dicetak di kertas A4. KIA diambil di Disdukcapil "
            "atau kantor desa.",
        ),
    ),
    duration_value=1,
    duration_unit="hari kerja",
    duration_note="Itu waktu di desa. Tanggal perkiraan dari Disdukcapil tertulis di tanda bukti.",
    cost_note=FREE_CIVIL + " Terlambat lapor pun tetap gratis.",
    result="Kutipan akta kelahiran, KK yang memuat anak, dan kartu identitas anak (KIA)",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Sudah lewat 60 hari",
            "Tetap bisa. Akta terbit setelah disetujui Kepala Disdukcapil, jadi perlu waktu lebih lama.",
        ),
        Pitfall(
            "Ejaan nama orang tua berbeda antara KTP dan buku nikah",
            "Sampaikan sejak awal. Petugas memilihkan surat pernyataan yang tepat.",
        ),
        Pitfall(
            "Surat lahir dari bidan hilang", "Minta salinan kepada bidan atau puskesmas tempat anak lahir."
        ),
    ),
    legal_basis=(
        CIVIL_LAW,
        CIVIL_DECREE,
        CIVIL_RULES,
        Basis(
            "Peraturan Menteri Dalam Negeri Nomor 73 Tahun 2022 tentang Pencatatan Nama pada Dokumen "
            "Kependudukan"
        ),
    ),
    other_ways=ask_first("akta kelahiran")
    + "<p>Kader posyandu dapat membawakan formulir ke rumah ibu yang baru melahirkan.</p>",
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "akte lahir, akta lahir, surat lahir, anak baru lahir, bayi, melahirkan, bikin akte anak, akte "
        "hilang, "
        "akte terlambat, kia, kartu anak, anak mau sekolah, punya adik"
    ),
    checked_on=date(2026, 11, 17),
)

DEATH = Guide(
    slug="akta-kematian",
    title="Mengurus akta kematian",
    intro=(
        "Kami turut berduka. Akta kematian diperlukan untuk warisan, santunan, pensiun, dan "
        "menikah lagi. Keluarga boleh meminta ketua RT mengurusnya."
    ),
    search_description="Berkas dan langkah mengurus akta kematian. Laporkan paling lambat 30 hari. Gratis.",
    for_whom="Keluarga warga yang meninggal. Ketua RT boleh melapor untuk keluarga.",
    life_event="wafat",
    made_by="pengantar",
    final_issuer=CIVIL_REGISTRY,
    requirements=(
        Requirement(
            "Surat kematian",
            "Meninggal di rumah: surat dari Kepala Desa, dibuat di loket 1 hari itu juga",
            "Dokter, puskesmas, rumah sakit, atau kantor desa",
        ),
        Requirement("KK dan KTP-el almarhum", "Asli, karena KK akan diperbarui"),
        Requirement("Fotokopi KTP-el pelapor", "1 lembar"),
        Requirement("Formulir F-2.01, sudah diisi", "Tersedia di loket 1", "Kantor desa"),
        Requirement("Dua orang saksi dengan fotokopi KTP-el", "Boleh keluarga, tetangga, atau petugas desa"),
    ),
    steps_office=(
        Step(
            "Beri tahu ketua RT",
            "Kapan saja, juga malam hari. Ketua RT mencatat hari, jam, dan tempat meninggal. "
            "Laporan paling lambat 30 hari.",
        ),
        Step(
            "Datang ke loket 1", "Satu orang wakil keluarga sudah cukup. Petugas membantu mengisi formulir."
        ),
        Step(
            "Terima surat keterangan kematian desa",
            "Hari itu juga, bila belum ada surat dari rumah sakit atau puskesmas.",
        ),
        Step("Desa meneruskan berkas", "Anda mendapat tanda bukti dengan tanggal perkiraan selesai."),
        Step(
            "Terima akta dan KK baru",
            "Dikirim sebagai PDF, atau diambil di kantor desa. Status suami atau istri di KTP ikut diubah.",
        ),
    ),
    duration_value=1,
    duration_unit="hari kerja",
    duration_note="Itu waktu di desa. Tanggal perkiraan dari Disdukcapil tertulis di tanda bukti.",
    cost_note=FREE_CIVIL,
    result="Kutipan akta kematian, KK yang sudah diperbarui, dan KTP-el baru untuk suami atau istri",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Menunggu sampai perlu mengurus warisan",
            "Uruslah segera. Makin lama, makin sulit mencari saksi dan berkas.",
        ),
        Pitfall(
            "Almarhum masih menerima bantuan atau iuran JKN",
            "Laporkan sekalian di loket 2 supaya data dihentikan dengan benar.",
        ),
        Pitfall("Meninggal di luar daerah", "Mintalah surat kematian di tempat meninggal sebelum pulang."),
    ),
    legal_basis=(CIVIL_LAW, CIVIL_DECREE, CIVIL_RULES, CIVIL_FORMS),
    other_ways=ask_first("akta kematian"),
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "surat kematian, akte mati, akta wafat, meninggal, orang tua meninggal, suami meninggal, warisan, "
        "almarhum, pemakaman, santunan kematian, hapus nama dari kk, surat keterangan meninggal"
    ),
    checked_on=date(2026, 11, 17),
)

MOVING = Guide(
    slug="pindah-penduduk",
    title="Pindah datang dan pindah keluar",
    intro=(
        "Untuk warga yang pindah alamat: keluar dari desa, masuk ke desa, atau antar-RT. Setelah "
        "pindah, KK dan KTP-el ikut diganti."
    ),
    search_description="Cara mengurus surat pindah (SKPWNI) dan melapor sebagai warga baru. Gratis.",
    for_whom="Warga yang akan menetap di tempat lain, dan warga baru yang datang menetap di desa ini.",
    life_event="pindah",
    made_by="pengantar",
    final_issuer=CIVIL_REGISTRY,
    requirements=(
        Requirement("Kartu keluarga (KK)", "Fotokopi, aslinya diperlihatkan"),
        Requirement("Formulir F-1.03, sudah diisi", "Tersedia di loket 1", "Kantor desa"),
        Requirement("Alamat tujuan yang lengkap", "Nama jalan, RT, RW, desa, kecamatan, dan kabupaten"),
        Requirement(
            "KTP-el atau kartu identitas anak (KIA) semua yang pindah",
            "Diganti dengan yang beralamat baru di tempat tujuan",
        ),
        Requirement(
            "Surat keterangan pindah (SKPWNI)",
            "Hanya untuk yang datang dari kabupaten atau kota lain",
            "Disdukcapil daerah asal",
        ),
        Requirement(
            "Pernyataan tidak keberatan dari pemilik rumah",
            "Hanya bila menumpang, menyewa, atau ikut KK orang lain",
        ),
    ),
    steps_office=(
        Step("Beri tahu ketua RT", "Supaya data RT cocok dan iuran RT selesai dengan baik."),
        Step("Datang ke loket 1", "Petugas membantu mengisi F-1.03 dan memeriksa alamat tujuan."),
        Step(
            "Pindah ke kabupaten lain: terima SKPWNI",
            "Terbit dari Disdukcapil Batanghari. Simpan baik-baik dan perhatikan masa berlakunya. Pindah di dalam "
            "Batanghari tidak memerlukan SKPWNI.",
        ),
        Step(
            "Datang dari kabupaten lain: serahkan SKPWNI",
            "Serahkan segera setelah tiba. Petugas mencatat Anda sebagai warga RT yang baru.",
        ),
        Step("Terima KK dan KTP-el baru", "Alamat baru tercantum. KTP-el lama diserahkan kembali."),
    ),
    duration_value=1,
    duration_unit="hari kerja",
    duration_note="Itu waktu di desa. Tanggal perkiraan dari Disdukcapil tertulis di tanda bukti.",
    cost_note=FREE_CIVIL,
    result="Surat keterangan pindah (SKPWNI), atau KK dan KTP-el dengan alamat baru",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pemerintahan",
    pitfalls=(
        Pitfall(
            "Alamat tujuan tidak lengkap",
            "Tanyakan dulu RT dan RW di tempat baru. Tanpa itu surat pindah tidak terbit.",
        ),
        Pitfall(
            "Surat pindah disimpan terlalu lama",
            "Laporkan kedatangan secepatnya. Surat yang habis masa berlakunya harus diurus ulang di daerah "
            "asal.",
        ),
        Pitfall(
            "Anak sekolah ikut pindah, tetapi rapor belum diurus", "Urus surat pindah sekolah bersamaan."
        ),
    ),
    legal_basis=(CIVIL_LAW, CIVIL_DECREE, CIVIL_RULES, CIVIL_FORMS),
    other_ways=ask_first("pindah")
    + "<p>Sudah terlanjur di kabupaten lain? Tanyakan dulu kepada Disdukcapil di sana, sebelum pulang hanya "
    "untuk surat pindah.</p>",
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "pindah rumah, pindah alamat, surat pindah, warga baru, pendatang, ikut suami, ikut istri, pindah "
        "kk, "
        "skpwni, pindah desa, merantau, pulang kampung, ganti alamat, ngontrak"
    ),
    checked_on=date(2026, 11, 18),
)

GUIDES = (FAMILY_CARD, IDENTITY_CARD, BIRTH, DEATH, MOVING)
