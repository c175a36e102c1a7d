"""Guides on letters of the village office: domicile, poverty, business, marriage, police record.

Some are made by the village itself, some only introduce a person to the office that
issues the final paper; ``made_by`` says which, since people lose days over the difference.
"""

from datetime import date

from layanan.example.guides.common import (
    COMPLAINTS,
    COUNTER_1,
    COUNTER_2,
    COUNTER_STANDARD,
    FREE_VILLAGE,
    HELP_AT_HOME,
    MARRIAGE_LAW,
    OFFICE_HOURS,
    OWN_CARD,
    OWN_FAMILY_CARD,
    POVERTY_LAW,
    RT_LETTER,
    SERVICE_LAW,
    SOCIAL_DATA,
    SOCIAL_STANDARD,
    VILLAGE_LAW,
    VILLAGE_RECORDS,
    ask_first,
)
from layanan.example.shapes import Basis, Guide, Pitfall, Requirement, Step

DOMICILE = Guide(
    slug="keterangan-domisili",
    title="Surat keterangan domisili",
    intro=(
        "Menerangkan bahwa Anda, atau lembaga Anda, benar bertempat di desa ini. Dipakai misalnya "
        "untuk membuka rekening, mendaftar sekolah, atau melamar kerja."
    ),
    search_description="Syarat dan langkah membuat surat keterangan domisili. Gratis, selesai hari itu juga.",
    for_whom=(
        "Warga yang tinggal di desa ini, termasuk yang KTP-nya masih beralamat lain, serta kelompok tani, "
        "yayasan, dan lembaga yang berkantor di sini."
    ),
    life_event="pindah",
    made_by="desa",
    final_issuer="Kantor Desa Tebing Tinggi Pemayung",
    requirements=(
        RT_LETTER,
        OWN_CARD,
        OWN_FAMILY_CARD,
        Requirement("Keperluan surat", "Sebutkan untuk apa dan ditujukan ke mana"),
        Requirement(
            "Akta pendirian dan susunan pengurus", "Hanya untuk domisili lembaga", "Notaris atau lembaga"
        ),
    ),
    steps_office=(
        Step("Minta pengantar RT", "Ketua RT memastikan Anda benar tinggal di rumah itu."),
        Step("Datang ke loket 1", "Sebutkan keperluan surat. Petugas memeriksa berkas."),
        Step("Baca surat sebelum ditandatangani", "Cocokkan nama, tanggal lahir, alamat, dan keperluan."),
        Step(
            "Terima surat", "Ditandatangani Kepala Desa atau Sekretaris Desa, lengkap dengan nomor dan cap."
        ),
    ),
    duration_value=30,
    duration_unit="menit",
    duration_note="Bila Kepala Desa dan Sekretaris Desa sedang di luar, paling lama 1 hari kerja.",
    cost_note=FREE_VILLAGE,
    result="Surat keterangan domisili. Masa berlakunya tertulis di surat",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Meminta domisili untuk usaha",
            "Untuk usaha pakai surat keterangan usaha. Perizinan berusaha diurus lewat OSS.",
        ),
        Pitfall(
            "Sudah lama menetap, tetapi KTP masih alamat lama",
            "Lebih baik urus pindah datang. Domisili hanya untuk sementara.",
        ),
        Pitfall("Keperluan tidak disebut", "Banyak kantor menolak surat tanpa keperluan yang jelas."),
    ),
    legal_basis=(VILLAGE_LAW, VILLAGE_RECORDS, SERVICE_LAW),
    other_ways=ask_first("surat domisili"),
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "surat domisili, surat tempat tinggal, keterangan tinggal, surat keterangan penduduk, numpang "
        "tinggal, "
        "buka rekening, domisili yayasan, domisili kelompok tani, bukti alamat"
    ),
    checked_on=date(2026, 11, 18),
)

POVERTY = Guide(
    slug="sktm",
    title="Surat keterangan tidak mampu (SKTM)",
    intro=(
        "Dipakai untuk meminta keringanan biaya sekolah, kuliah, berobat, atau bantuan hukum. "
        "Tidak perlu malu: surat ini hak warga yang memerlukan."
    ),
    search_description=(
        "Syarat membuat SKTM atau surat miskin untuk sekolah, kuliah, berobat, dan bantuan. Gratis."
    ),
    for_whom="Warga desa dari keluarga kurang mampu, sesuai keadaan sebenarnya di rumah.",
    life_event="bantuan",
    made_by="desa",
    final_issuer="Kantor Desa Tebing Tinggi Pemayung",
    requirements=(
        RT_LETTER,
        OWN_CARD,
        OWN_FAMILY_CARD,
        Requirement(
            "Surat pernyataan tidak mampu",
            "Formulir tersedia di loket 2, ditandatangani sendiri. Meterai hanya bila diminta kantor tujuan",
            "Kantor desa",
        ),
        Requirement("Keperluan surat", "Misalnya nama sekolah, kampus, rumah sakit, atau pengadilan"),
        Requirement(
            "Surat dari kantor tujuan",
            "Jika ada: surat rawat inap, syarat beasiswa, atau surat sekolah",
            "Sekolah, kampus, atau rumah sakit",
        ),
    ),
    steps_office=(
        Step("Minta pengantar RT", "Ceritakan keadaan dengan jujur. Ketua RT mengenal keadaan rumah Anda."),
        Step("Datang ke loket 2", "Bicara dengan petugas boleh di ruang tertutup."),
        Step(
            "Petugas memeriksa data",
            "Petugas melihat peringkat keluarga Anda dalam data sosial nasional (DTSEN). Belum terdata "
            "bukan berarti ditolak.",
        ),
        Step(
            "Baca dan terima surat",
            "Cocokkan nama anak atau pasien dan keperluan. Surat ditandatangani Kepala Desa.",
        ),
    ),
    duration_value=1,
    duration_unit="jam",
    duration_note="Bila perlu kunjungan ke rumah, paling lama 2 hari kerja. Untuk pasien gawat, didahulukan.",
    cost_note=FREE_VILLAGE,
    result="Surat keterangan tidak mampu untuk satu keperluan. Masa berlakunya tertulis di surat",
    place=COUNTER_2,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Kesejahteraan",
    pitfalls=(
        Pitfall(
            "Satu surat dipakai untuk banyak keperluan",
            "Tiap keperluan satu surat. Minta sekaligus supaya tidak bolak-balik.",
        ),
        Pitfall(
            "Mengira SKTM otomatis memberi bantuan",
            "SKTM hanya keterangan. Kantor tujuan yang memutuskan keringanan atau bantuan.",
        ),
        Pitfall(
            "Untuk berobat, padahal JKN-PBI masih aktif",
            "Periksa dulu kartu JKN. Bila aktif, SKTM tidak diperlukan.",
        ),
    ),
    legal_basis=(VILLAGE_LAW, POVERTY_LAW, SOCIAL_DATA, SERVICE_LAW),
    other_ways=ask_first("SKTM")
    + "<p>Keluarga pasien yang menunggu di rumah sakit boleh mewakilkan pengurusan kepada ketua RT.</p>",
    complaints=COMPLAINTS,
    standard=SOCIAL_STANDARD,
    everyday_words=(
        "surat miskin, surat kurang mampu, surat tidak mampu, surat tak mampu, keringanan sekolah, beasiswa, "
        "kip kuliah, biaya rumah sakit, keringanan berobat, orang susah, surat untuk kuliah"
    ),
    checked_on=date(2026, 11, 19),
)

BUSINESS = Guide(
    slug="keterangan-usaha",
    title="Surat keterangan usaha",
    intro=(
        "Menerangkan bahwa Anda benar menjalankan usaha di desa ini. Biasanya diminta bank untuk "
        "kredit usaha rakyat (KUR)."
    ),
    search_description="Syarat surat keterangan usaha (SKU) untuk KUR dan bantuan, dan cara mendapat NIB. "
    "Gratis.",
    for_whom="Warga yang berdagang, bertani, beternak, menangkap ikan, atau membuka jasa di desa ini.",
    life_event="usaha",
    made_by="desa",
    final_issuer="Kantor Desa Tebing Tinggi Pemayung",
    requirements=(
        RT_LETTER,
        OWN_CARD,
        Requirement("Nama, jenis, dan alamat usaha", "Sebutkan sejak tahun berapa usaha berjalan"),
        Requirement("Foto tempat usaha", "Bila ada. Satu foto di HP cukup; untuk kebun: foto lahannya"),
        Requirement("Nama bank atau kantor yang meminta", "Supaya isi surat sesuai permintaan"),
    ),
    steps_office=(
        Step("Minta pengantar RT", "Ketua RT di tempat usaha, bukan hanya di tempat tinggal."),
        Step("Datang ke loket 1", "Ceritakan usaha Anda dan sebutkan untuk apa suratnya."),
        Step("Baca surat sebelum ditandatangani", "Cocokkan nama usaha, alamat, dan tahun mulai."),
        Step("Terima surat", "Minta dua lembar asli bila bank memerlukannya."),
    ),
    steps_online=(
        Step(
            "Buka oss.go.id",
            "Di sini Anda mendapat nomor induk berusaha (NIB). Gratis untuk usaha mikro dan kecil.",
        ),
        Step(
            "Daftar dengan NIK dan nomor HP",
            "Pilih skala usaha mikro atau kecil, lalu buat kata sandi sendiri.",
        ),
        Step(
            "Isi jenis dan tempat usaha",
            "Perlu bantuan? Bawa HP ke kantor desa, petugas menemani Anda mengisi.",
        ),
        Step("Unduh NIB", "Simpan berkasnya. Sekarang banyak bank lebih suka NIB daripada surat desa."),
    ),
    duration_value=30,
    duration_unit="menit",
    duration_note="Bila petugas perlu melihat tempat usaha, paling lama 2 hari kerja.",
    cost_note=FREE_VILLAGE + " NIB di OSS juga gratis.",
    result="Surat keterangan usaha. Masa berlakunya tertulis di surat",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Mengira surat desa sama dengan izin",
            "Surat ini hanya keterangan. Izin berusaha (NIB) diterbitkan lewat OSS.",
        ),
        Pitfall(
            "Usaha makanan belum bersertifikat halal atau P-IRT",
            "Urus NIB dulu, lalu tanyakan P-IRT kepada Dinas Kesehatan dan sertifikat halal kepada BPJPH.",
        ),
        Pitfall("Alamat usaha di desa lain", "Mintalah surat di desa tempat usaha berada."),
    ),
    legal_basis=(
        VILLAGE_LAW,
        Basis(
            "Peraturan Pemerintah Nomor 28 Tahun 2025 tentang Penyelenggaraan Perizinan Berusaha Berbasis "
            "Risiko",
            "https://peraturan.go.id/id/pp-no-28-tahun-2025",
        ),
        VILLAGE_RECORDS,
    ),
    other_ways=ask_first("surat usaha"),
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "sku, surat usaha, izin usaha, surat dagang, buka warung, jualan, modal usaha, kur, pinjaman bank, "
        "kredit, nib, oss, kebun karet, sawit, ternak, usaha kecil, umkm"
    ),
    checked_on=date(2026, 11, 19),
)

MARRIAGE = Guide(
    slug="pengantar-nikah",
    title="Surat pengantar nikah",
    intro=(
        "Desa membuat surat pengantar nikah (N1). Akad dicatat oleh KUA. Daftarkan paling lambat "
        "10 hari kerja sebelum akad."
    ),
    search_description=(
        "Berkas nikah N1 sampai N6, biaya di KUA dan di luar KUA, serta batas waktu mendaftar."
    ),
    for_whom=(
        "Calon pengantin beragama Islam yang menjadi warga desa ini. Agama lain: nikah menurut agamanya, "
        "lalu "
        "dicatat di Disdukcapil."
    ),
    life_event="nikah",
    made_by="pengantar",
    final_issuer="KUA Kecamatan Pemayung",
    requirements=(
        RT_LETTER,
        Requirement("KTP-el dan KK kedua calon", "Fotokopi, aslinya diperlihatkan"),
        Requirement(
            "Fotokopi akta kelahiran kedua calon", "Tidak ada: fotokopi ijazah, tanyakan dulu ke KUA"
        ),
        Requirement("Fotokopi KTP-el orang tua atau wali", "Kedua pihak"),
        Requirement(
            "Surat keterangan sehat",
            "Sekalian imunisasi tetanus calon istri",
            "Puskesmas",
        ),
        Requirement(
            "Persetujuan calon pengantin (N4)",
            "Ditandatangani kedua calon, tanpa paksaan",
            "Formulir di kantor desa",
        ),
        Requirement("Izin orang tua (N5)", "Hanya bila berumur di bawah 21 tahun", "Formulir di kantor desa"),
        Requirement(
            "Dispensasi kawin",
            "Hanya bila pada hari akad berumur di bawah 19 tahun, laki-laki maupun perempuan",
            "Pengadilan Agama",
        ),
        Requirement(
            "Akta cerai, atau keterangan kematian pasangan (N6)",
            "Hanya bagi duda atau janda",
            "Pengadilan Agama atau kantor desa",
        ),
        Requirement("Rekomendasi nikah (N10)", "Hanya bila akad di kecamatan lain", "KUA tempat tinggal"),
        Requirement("Surat izin atasan", "Hanya bagi anggota TNI atau Polri", "Kesatuan"),
        Requirement("Pasfoto", "Ukuran, warna latar, dan jumlahnya tanyakan ke KUA"),
    ),
    steps_office=(
        Step(
            "Tentukan hari dan tempat akad",
            "Hitung mundur: pendaftaran paling lambat 10 hari kerja sebelumnya.",
        ),
        Step("Minta pengantar RT", "Calon pengantin atau orang tuanya yang meminta."),
        Step(
            "Datang ke loket 1", "Petugas membuat N1 dan membantu mengisi N2, N4, dan bila perlu N5 atau N6."
        ),
        Step(
            "Periksa ejaan nama",
            "Nama, tanggal lahir, dan nama ayah harus sama di semua surat. Betulkan dulu.",
        ),
        Step("Periksa kesehatan di puskesmas", "Bawa KTP. Datang berdua."),
        Step("Daftar di KUA", "Serahkan semua berkas. KUA memberi jadwal bimbingan perkawinan."),
        Step("Akad nikah", "Buku nikah diserahkan setelah akad. Sesudah itu uruslah KK baru."),
    ),
    steps_online=(
        Step(
            "Buka SIMKAH Kementerian Agama",
            "Alamatnya simkah4.kemenag.go.id. Buat akun dengan surel yang aktif.",
        ),
        Step("Pilih KUA, hari, dan tempat akad", "Isi data kedua calon, wali, dan orang tua."),
        Step("Cetak bukti pendaftaran", "Bawa ke KUA bersama berkas asli. N1 tetap dibuat di kantor desa."),
    ),
    duration_value=1,
    duration_unit="jam",
    duration_note="Itu untuk N1 di desa.",
    cost_note=(
        "Surat dari desa gratis. Akad di KUA pada jam kerja Rp0. Akad di luar KUA atau di luar jam kerja "
        "Rp600.000, disetor ke bank, bukan kepada orang."
    ),
    result="Surat pengantar nikah (N1). Buku nikah dari KUA setelah akad",
    place=COUNTER_1,
    service_hours="Pada jam layanan kantor",
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall(
            "Daftar kurang dari 10 hari kerja",
            "Minta dispensasi ke kantor camat dengan alasan yang jelas.",
        ),
        Pitfall(
            "Membayar lebih kepada perantara",
            "Biaya hanya Rp0 atau Rp600.000. Minta bukti setor.",
        ),
    ),
    legal_basis=(
        MARRIAGE_LAW,
        Basis("Peraturan Menteri Agama Nomor 30 Tahun 2024 tentang Pencatatan Pernikahan"),
        Basis("Keputusan Direktur Jenderal Bimbingan Masyarakat Islam Nomor 473 Tahun 2020"),
    ),
    other_ways=HELP_AT_HOME,
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "ngurus nikah, urus nikah, mau nikah, mau kawin, surat nikah, numpang nikah, n1, n2, n4, surat "
        "pengantar kua, "
        "kawin, akad, penghulu, nikah gratis, biaya nikah, izin orang tua, duda, janda"
    ),
    checked_on=date(2026, 11, 20),
)

POLICE_RECORD = Guide(
    slug="pengantar-skck",
    title="Pengantar SKCK",
    intro=(
        "SKCK (surat keterangan catatan kepolisian) diterbitkan polisi, bukan desa. Pengantar desa kini umumnya "
        "tidak diminta lagi; kami membuatnya bila polisi memintanya."
    ),
    search_description="Syarat pengantar SKCK dari desa dan cara membuat SKCK di Polsek atau Polres. "
    "Pengantar gratis.",
    for_whom="Warga yang melamar kerja, melanjutkan sekolah, atau mengurus keperluan lain yang meminta SKCK.",
    life_event="usaha",
    made_by="pengantar",
    final_issuer="Polsek Pemayung atau Polres Batanghari",
    requirements=(
        Requirement("Surat pengantar dari ketua RT", "Hanya bila polisi meminta pengantar desa", "Ketua RT"),
        OWN_CARD,
        OWN_FAMILY_CARD,
        Requirement("Fotokopi akta kelahiran atau ijazah", "1 lembar, untuk polisi"),
        Requirement("Pasfoto berwarna 4×6 latar merah", "Siapkan 6 lembar, baju berkerah, untuk polisi"),
        Requirement("Bukti JKN aktif", "Tangkapan layar aplikasi Mobile JKN, untuk polisi", "BPJS Kesehatan"),
        Requirement("Sidik jari", "Diambil di kantor polisi bila belum pernah", "Kantor polisi"),
    ),
    steps_office=(
        Step(
            "Tanyakan dulu ke mana harus mengurus",
            "Umumnya Polsek untuk keperluan setempat, Polres untuk keperluan yang lebih luas. Tanyakan juga apakah "
            "pengantar desa diperlukan.",
        ),
        Step("Bila pengantar diperlukan: minta dari RT", "Sebutkan keperluannya, misalnya melamar kerja."),
        Step("Lalu datang ke loket 1", "Petugas membuat surat pengantar. Periksa nama dan keperluan."),
        Step(
            "Pergi ke kantor polisi", "Serahkan pengantar dan berkas, isi formulir, dan bayar di loket resmi."
        ),
        Step("Ambil SKCK", "Periksa keperluan yang tertulis. SKCK berlaku 6 bulan."),
    ),
    steps_online=(
        Step(
            "Pasang aplikasi resmi Polri",
            "Pilih layanan SKCK di aplikasi Super Apps Presisi. Ambil hanya dari Play Store atau App Store.",
        ),
        Step("Isi data dan unggah foto berkas", "Siapkan foto KTP, KK, akta kelahiran, dan pasfoto."),
        Step(
            "Bayar dan ambil di kantor polisi",
            "Bayar lewat kode yang muncul di aplikasi, lalu datang membawa berkas asli.",
        ),
    ),
    duration_value=30,
    duration_unit="menit",
    duration_note="Itu untuk pengantar di desa. Lama di kantor polisi bergantung antrean.",
    cost_note="Pengantar dari desa gratis. SKCK di kantor polisi Rp30.000 (penerimaan negara), minta bukti "
    "bayar.",
    result="Surat pengantar SKCK dari desa. SKCK dari kepolisian",
    place=COUNTER_1,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Pelayanan",
    pitfalls=(
        Pitfall("Salah kantor polisi", "Baca dulu syarat lowongan: minta SKCK Polsek atau Polres."),
        Pitfall("JKN menunggak", "Bereskan dulu lewat Mobile JKN atau tanya di loket 2 kantor desa."),
        Pitfall(
            "SKCK lama sudah lewat 6 bulan", "Bawa SKCK lama dan tanyakan apakah masih dapat diperpanjang."
        ),
    ),
    legal_basis=(
        Basis(
            "Peraturan Kepolisian Negara Republik Indonesia Nomor 6 Tahun 2023 tentang Penerbitan Surat "
            "Keterangan Catatan Kepolisian"
        ),
        Basis(
            "Peraturan Pemerintah Nomor 76 Tahun 2020 tentang Jenis dan Tarif atas Jenis Penerimaan Negara "
            "Bukan Pajak yang Berlaku pada Kepolisian Negara Republik Indonesia",
            "https://peraturan.go.id/id/pp-no-76-tahun-2020",
        ),
        VILLAGE_LAW,
    ),
    other_ways=ask_first("pengantar SKCK"),
    complaints=COMPLAINTS,
    standard=COUNTER_STANDARD,
    everyday_words=(
        "surat kelakuan baik, skck, skkb, kelakuan baik, surat polisi, catatan polisi, lamar kerja, melamar "
        "kerja, "
        "cari kerja, daftar pns, daftar tentara, surat bersih diri"
    ),
    checked_on=date(2026, 11, 20),
)

GUIDES = (DOMICILE, POVERTY, BUSINESS, MARRIAGE, POLICE_RECORD)
