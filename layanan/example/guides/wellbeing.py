"""Guides on health and social aid: posyandu, JKN-PBI, referral and ambulance, aid programmes."""

from datetime import date

from layanan.example.guides.common import (
    COMPLAINTS,
    COUNTER_2,
    FREE_VILLAGE,
    HEALTH_INSURANCE,
    HEALTH_LAW,
    HEALTH_STANDARD,
    INSURANCE_LAW,
    OFFICE_HOURS,
    OWN_CARD,
    OWN_FAMILY_CARD,
    POVERTY_LAW,
    SOCIAL_DATA,
    SOCIAL_STANDARD,
    VILLAGE_LAW,
    ask_first,
)
from layanan.example.shapes import Basis, Guide, Pitfall, Requirement, Step

POSYANDU = Guide(
    slug="posyandu",
    title="Posyandu: timbang, imunisasi, dan periksa kesehatan",
    intro=(
        "Setiap bulan di dekat rumah Anda, untuk bayi, balita, ibu hamil, remaja, orang dewasa, dan "
        "lansia. Tanpa mendaftar, tanpa biaya."
    ),
    search_description="Jadwal posyandu, apa yang dibawa, dan apa yang diperiksa. Gratis untuk semua umur.",
    for_whom="Semua warga: ibu hamil dan menyusui, bayi dan balita, anak sekolah, remaja, orang dewasa, dan "
    "lansia.",
    life_event="sehat",
    made_by="desa",
    final_issuer="Posyandu desa bersama Puskesmas Pemayung",
    requirements=(
        Requirement(
            "Buku KIA (buku merah muda)",
            "Untuk ibu hamil, bayi, dan balita. Belum punya: diberikan di posyandu",
            "Bidan desa",
        ),
        Requirement("KTP-el atau KK", "Hanya pada kunjungan pertama, untuk pendataan"),
        Requirement("Kartu atau nomor JKN", "Bila ada, untuk rujukan ke puskesmas", "BPJS Kesehatan"),
        Requirement("Obat yang sedang diminum", "Untuk lansia dan warga dengan darah tinggi atau gula"),
    ),
    steps_office=(
        Step("Datang ke posyandu terdekat", "Boleh di RT mana saja. Tidak perlu mengambil nomor lebih dulu."),
        Step("Mendaftar", "Kader mencatat nama. Perlihatkan buku KIA."),
        Step(
            "Menimbang dan mengukur",
            "Berat, tinggi, dan lingkar lengan. Orang dewasa: tekanan darah dan lingkar perut.",
        ),
        Step("Pencatatan", "Kader menulis hasilnya di buku Anda dan menjelaskan artinya."),
        Step(
            "Pelayanan kesehatan",
            "Imunisasi, vitamin A, tablet tambah darah, dan periksa kehamilan oleh bidan.",
        ),
        Step(
            "Penyuluhan dan makanan tambahan",
            "Tanyakan apa saja. Anak yang perlu perhatian dikunjungi kader di rumah.",
        ),
    ),
    duration_value=60,
    duration_unit="menit",
    duration_note="Paling ramai pukul 08.00–09.00. Datang sesudahnya lebih lengang.",
    cost_note="Semua pelayanan posyandu gratis, termasuk imunisasi dan vitamin.",
    result="Hasil timbang dan periksa tercatat di buku KIA atau kartu kesehatan Anda",
    place="Balai RT 03 (Melati), Mushala RT 05 (Kenanga), Balai RT 07 (Mawar)",
    service_hours="Melati: Kamis pekan keempat. Kenanga: Selasa pekan kedua. Mawar: Rabu pekan ketiga. "
    "Pukul 08.00–11.00 WIB.",
    officer="Bidan desa dan kader posyandu",
    pitfalls=(
        Pitfall(
            "Anak demam, lalu tidak datang",
            "Tetap beri tahu kader. Imunisasi dijadwalkan ulang supaya tidak tertinggal.",
        ),
        Pitfall(
            "Berhenti setelah imunisasi lengkap",
            "Teruskan menimbang sampai umur 5 tahun supaya gizi terpantau.",
        ),
        Pitfall("Buku KIA hilang", "Minta buku baru. Kader menyalin catatan dari register posyandu."),
    ),
    legal_basis=(
        HEALTH_LAW,
        Basis("Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2024 tentang Pos Pelayanan Terpadu"),
        VILLAGE_LAW,
    ),
    other_ways=ask_first("posyandu")
    + "<p>Ibu nifas dan lansia yang sulit berjalan dapat meminta kunjungan rumah kepada kader RT.</p>",
    complaints=COMPLAINTS,
    standard=HEALTH_STANDARD,
    everyday_words=(
        "timbang bayi, nimbang anak, imunisasi, suntik bayi, vaksin anak, vitamin a, periksa hamil, ibu "
        "hamil, "
        "stunting, gizi buruk, buku pink, lansia periksa, tensi, kader, jadwal posyandu, bidan"
    ),
    checked_on=date(2026, 11, 21),
)

HEALTH_CARD = Guide(
    slug="jkn-pbi",
    title="JKN gratis dari pemerintah (PBI)",
    intro=(
        "Iuran JKN keluarga tidak mampu dibayar pemerintah. Desa membantu memeriksa data, mengusulkan, "
        "dan mengaktifkan lagi kartu yang dinonaktifkan."
    ),
    search_description="Cara mendaftar, memeriksa, dan mengaktifkan lagi JKN-PBI (KIS gratis) lewat desa.",
    for_whom="Keluarga tidak mampu menurut data sosial nasional (DTSEN), dan peserta PBI yang kartunya "
    "tidak aktif.",
    life_event="sehat",
    made_by="pengantar",
    final_issuer="Dinas Sosial Kabupaten Batanghari dan BPJS Kesehatan",
    requirements=(
        OWN_FAMILY_CARD,
        Requirement("KTP-el semua anggota keluarga dewasa", "Fotokopi 1 lembar"),
        Requirement("Kartu JKN atau KIS", "Bila pernah punya, walaupun tidak aktif", "BPJS Kesehatan"),
        Requirement(
            "Surat keterangan berobat",
            "Hanya untuk mengaktifkan lagi: surat bahwa Anda perlu layanan kesehatan",
            "Puskesmas atau rumah sakit",
        ),
        Requirement(
            "Foto rumah: depan, ruang tamu, dapur", "Hanya untuk usulan baru. Petugas dapat mengambilkan foto"
        ),
    ),
    steps_office=(
        Step("Datang ke loket 2", "Petugas memeriksa status kartu dan data keluarga bersama Anda."),
        Step(
            "Betulkan data yang tidak cocok",
            "NIK atau nama yang berbeda membuat kartu tidak aktif. Perbaiki dulu di loket 1.",
        ),
        Step("Usulan dibahas di musyawarah desa", "Nama keluarga yang diusulkan dibahas bersama RT dan BPD."),
        Step("Desa mengirim usulan", "Usulan masuk ke Dinas Sosial, lalu ditetapkan Kementerian Sosial."),
        Step(
            "Tunggu kabar",
            "Petugas memberi tahu Anda bila sudah terdaftar. Kartu cukup ditunjukkan dengan KTP.",
        ),
    ),
    steps_online=(
        Step("Periksa status di Mobile JKN", "Buka aplikasi Mobile JKN, pilih info peserta."),
        Step("Atau kirim pesan ke PANDAWA", "WhatsApp resmi BPJS Kesehatan 0811-8165-165, atau telepon 165."),
        Step(
            "Usulkan lewat aplikasi Cek Bansos",
            "Buat akun, pilih Usul. Aplikasi resmi dari Kementerian Sosial.",
        ),
    ),
    duration_value=1,
    duration_unit="hari kerja",
    duration_note="Itu pemeriksaan dan pengiriman usulan di desa. Penetapan pusat mengikuti jadwal Kementerian "
    "Sosial; pasien yang sedang berobat didahulukan.",
    cost_note=FREE_VILLAGE + " Iuran peserta PBI dibayar pemerintah.",
    result="Data terkirim sebagai usulan, atau kartu JKN-PBI aktif lagi",
    place=COUNTER_2,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Kesejahteraan",
    pitfalls=(
        Pitfall("Baru memeriksa kartu ketika sakit", "Periksa sekarang. Cukup dengan NIK di Mobile JKN."),
        Pitfall(
            "Kartu dinonaktifkan tanpa tahu sebabnya",
            "Tanyakan di loket 2. Sering karena data kependudukan atau peringkat kesejahteraan berubah.",
        ),
        Pitfall(
            "Anggota keluarga baru belum terdaftar", "Bayi peserta PBI didaftarkan segera setelah punya NIK."
        ),
        Pitfall(
            "Pesan berisi tautan “bantuan BPJS”", "Jangan dibuka. BPJS Kesehatan tidak meminta kode OTP."
        ),
    ),
    legal_basis=(
        INSURANCE_LAW,
        HEALTH_INSURANCE,
        Basis(
            "Peraturan Pemerintah Nomor 101 Tahun 2012 tentang Penerima Bantuan Iuran Jaminan Kesehatan, "
            "sebagaimana diubah dengan Peraturan Pemerintah Nomor 76 Tahun 2015",
            "https://peraturan.go.id/id/pp-no-76-tahun-2015",
        ),
        SOCIAL_DATA,
    ),
    other_ways=ask_first("JKN-PBI"),
    complaints=COMPLAINTS,
    standard=SOCIAL_STANDARD,
    everyday_words=(
        "kis, bpjs gratis, kartu sehat, bpjs mati, bpjs tidak aktif, kis tidak aktif, jkn, kartu indonesia "
        "sehat, "
        "bpjs pemerintah, berobat gratis, pbi, bpjs nonaktif, daftar bpjs"
    ),
    checked_on=date(2026, 11, 21),
)

REFERRAL = Guide(
    slug="rujukan-dan-ambulans",
    title="Rujukan berobat dan ambulans desa",
    intro=(
        "Gawat darurat? Langsung ke IGD terdekat atau telepon 119, tidak perlu surat apa pun. Halaman ini "
        "menjelaskan rujukan biasa dan ambulans desa."
    ),
    search_description="Cara mendapat rujukan puskesmas dan memakai ambulans desa, siang dan malam. Gratis.",
    for_whom="Warga yang perlu berobat ke rumah sakit, dan keluarga yang memerlukan kendaraan untuk orang "
    "sakit.",
    life_event="sehat",
    made_by="pengantar",
    final_issuer="Puskesmas Pemayung",
    requirements=(
        Requirement("KTP-el atau KK pasien", "Kartu JKN fisik tidak wajib"),
        Requirement("Nomor JKN aktif", "Bila peserta. Bukan peserta tetap dilayani", "BPJS Kesehatan"),
        Requirement(
            "Hasil periksa atau resep terakhir",
            "Bila ada, supaya tidak diulang",
            "Puskesmas atau rumah sakit",
        ),
        Requirement("Satu orang pendamping", "Untuk ambulans. Orang yang tahu keadaan pasien"),
    ),
    steps_office=(
        Step(
            "Gawat darurat: telepon 119 atau ambulans desa",
            "Sebut nama, RT, patokan rumah, dan keadaan pasien. Jangan menutup telepon lebih dulu.",
        ),
        Step(
            "Tidak gawat: periksa di puskesmas", "Bawa KTP. Dokter yang memutuskan perlu dirujuk atau tidak."
        ),
        Step(
            "Terima rujukan",
            "Rujukan dibuat dokter di puskesmas, berlaku sampai 90 hari. Desa tidak membuat surat rujukan.",
        ),
        Step(
            "Pesan ambulans desa bila perlu",
            "Untuk kontrol atau pulang rawat, pesan sehari sebelumnya lewat loket 2 atau ketua RT.",
        ),
        Step(
            "Datang ke rumah sakit",
            "Bawa KTP dan nomor rujukan. Ambil antrean lewat Mobile JKN supaya tidak lama menunggu.",
        ),
    ),
    duration_value=15,
    duration_unit="menit",
    duration_note="Itu waktu ambulans berangkat setelah telepon darurat diterima. Perjalanan ke RSUD di "
    "Muara Bulian sekitar 45 menit.",
    cost_note="Ambulans desa gratis, bahan bakar ditanggung APB Desa. Pengobatan peserta JKN mengikuti "
    "aturan JKN.",
    result="Pasien diantar, atau mendapat rujukan dari dokter puskesmas",
    place="Puskesmas Pemayung. Ambulans siaga di halaman kantor desa",
    service_hours="Ambulans desa 24 jam setiap hari. Pesanan tidak darurat pada jam kerja kantor desa.",
    officer="Kepala Seksi Kesejahteraan dan petugas ambulans desa",
    pitfalls=(
        Pitfall(
            "Menunggu surat dulu saat gawat darurat",
            "Keadaan gawat tidak memerlukan rujukan. IGD wajib melayani.",
        ),
        Pitfall(
            "Langsung ke rumah sakit tanpa rujukan untuk penyakit biasa",
            "Biayanya tidak ditanggung JKN. Periksa di puskesmas lebih dulu.",
        ),
        Pitfall(
            "Rujukan habis masa berlakunya",
            "Periksa lagi di puskesmas sebelum jadwal kontrol. Dokter memutuskan perlu rujukan baru atau tidak.",
        ),
    ),
    legal_basis=(HEALTH_LAW, HEALTH_INSURANCE, VILLAGE_LAW),
    other_ways=(
        "<p><b>Darurat: telepon 119</b> (gratis, 24 jam).</p>"
        "<p>Ambulans desa: telepon atau WhatsApp 0812-0000-0000 (nomor contoh).</p>"
        "<p>HP tidak ada sinyal? Datangi ketua RT atau pos ronda. Ketua RT memegang nomor sopir ambulans.</p>"
    ),
    complaints=COMPLAINTS,
    standard=HEALTH_STANDARD,
    everyday_words=(
        "ambulan, ambulance, mobil jenazah, orang sakit, gawat darurat, kecelakaan, igd, rumah sakit, "
        "rujukan bpjs, "
        "surat rujukan, berobat, puskesmas, melahirkan malam, kontrol, antar pasien"
    ),
    checked_on=date(2026, 11, 23),
)

SOCIAL_AID = Guide(
    slug="bantuan-sosial",
    title="Bantuan sosial: PKH, sembako, dan BLT Desa",
    intro=(
        "Cara memeriksa apakah Anda terdaftar, mengusulkan keluarga yang memerlukan, dan menyanggah "
        "penerima yang tidak tepat."
    ),
    search_description="Cara cek dan mengusulkan bantuan sosial PKH, bantuan sembako, dan BLT Desa. Gratis.",
    for_whom="Keluarga miskin dan rentan, lansia sebatang kara, penyandang disabilitas, dan warga yang "
    "ingin mengusulkan tetangganya.",
    life_event="bantuan",
    made_by="pengantar",
    final_issuer="Kementerian Sosial lewat Dinas Sosial. BLT Desa ditetapkan Kepala Desa",
    requirements=(
        OWN_CARD,
        OWN_FAMILY_CARD,
        Requirement(
            "Foto rumah: depan, ruang tamu, dapur", "Hanya untuk usulan baru. Petugas dapat mengambilkan foto"
        ),
        Requirement("Keterangan pekerjaan dan penghasilan", "Ditanyakan petugas, tidak perlu surat"),
        Requirement("Keterangan sakit menahun atau disabilitas", "Bila ada", "Puskesmas atau rumah sakit"),
    ),
    steps_office=(
        Step("Datang ke loket 2", "Petugas memeriksa data keluarga Anda dalam data sosial nasional (DTSEN)."),
        Step(
            "Ceritakan keadaan keluarga",
            "Jawab apa adanya. Petugas mencatat pekerjaan, rumah, dan tanggungan.",
        ),
        Step(
            "Petugas berkunjung ke rumah", "Bersama ketua RT, paling lama 7 hari kerja setelah Anda melapor."
        ),
        Step(
            "Musyawarah desa membahas",
            "Usulan dan sanggahan dibahas terbuka. Berita acaranya boleh dibaca siapa saja.",
        ),
        Step(
            "Hasil diumumkan",
            "PKH dan sembako ditetapkan pemerintah pusat. BLT Desa ditetapkan Kepala Desa sesudah musyawarah.",
        ),
    ),
    steps_online=(
        Step("Buka cekbansos.kemensos.go.id", "Ketik alamatnya sendiri, jangan lewat tautan kiriman orang."),
        Step(
            "Isi data yang diminta",
            "Siapkan KTP. Hasilnya langsung terlihat.",
        ),
        Step(
            "Usul atau sanggah lewat aplikasi Cek Bansos",
            "Buat akun dengan KTP. Usulan Anda diperiksa petugas di desa.",
        ),
    ),
    duration_value=7,
    duration_unit="hari kerja",
    duration_note="Itu sampai kunjungan rumah. Penetapan bantuan pusat mengikuti jadwal Kementerian Sosial.",
    cost_note="Desa tidak memungut biaya. Tidak ada potongan bantuan untuk siapa pun dengan alasan apa pun.",
    result="Status penerimaan yang jelas, atau usulan tercatat dengan tanda bukti",
    place=COUNTER_2,
    service_hours=OFFICE_HOURS,
    officer="Kepala Seksi Kesejahteraan",
    pitfalls=(
        Pitfall(
            "Ada yang meminta uang supaya masuk daftar",
            "Itu pungutan liar. Laporkan kepada Sekretaris Desa atau BPD.",
        ),
        Pitfall("KTP dan KK tidak cocok", "Bantuan tidak dapat cair. Betulkan dulu di loket 1."),
        Pitfall(
            "Pindah alamat tanpa melapor",
            "Data bantuan tertinggal di tempat lama. Lapor setelah KK baru terbit.",
        ),
        Pitfall(
            "Tautan “cek bansos” di grup WhatsApp",
            "Banyak yang palsu dan mencuri data. Alamat resmi berakhiran kemensos.go.id.",
        ),
    ),
    legal_basis=(
        POVERTY_LAW,
        SOCIAL_DATA,
        Basis(
            "Peraturan Menteri Desa dan Pembangunan Daerah Tertinggal Nomor 16 Tahun 2025 tentang Petunjuk "
            "Operasional atas Fokus Penggunaan Dana Desa Tahun 2026"
        ),
        VILLAGE_LAW,
    ),
    other_ways=ask_first("bantuan sosial"),
    complaints=COMPLAINTS,
    standard=SOCIAL_STANDARD,
    everyday_words=(
        "bansos, pkh, blt, blt desa, bpnt, bantuan sembako, sembako, kks, bantuan pemerintah, cek bansos, "
        "bantuan lansia, bantuan disabilitas, dtks, dtsen, desil, uang bantuan, bantuan miskin"
    ),
    checked_on=date(2026, 11, 23),
)

GUIDES = (POSYANDU, HEALTH_CARD, REFERRAL, SOCIAL_AID)
