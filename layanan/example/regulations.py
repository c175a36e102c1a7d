"""The twelve example regulations, 2022 to 2026, and the texts of their sheets.

Invented for the example village; every sheet and page says so. Order of dates: agreement with
the BPD, enactment, promulgation. A decision (kepkades) is not promulgated.
"""

from datetime import date

from layanan.example.budgets import BUDGETS, Budget
from layanan.example.shapes import Chapter, Regulation
from layanan.example.waste import WASTE
from project.lib.rupiah import format_rupiah

VILLAGE = "Tebing Tinggi Pemayung"

VILLAGE_LAW = (
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa, sebagaimana telah diubah terakhir dengan Undang-Undang "
    "Nomor 3 Tahun 2024;"
)
VILLAGE_LAW_BEFORE_2024 = "Undang-Undang Nomor 6 Tahun 2014 tentang Desa;"
REGULATION_RULES = (
    "Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa;"
)
PLANNING_RULES = "Peraturan Menteri Dalam Negeri Nomor 114 Tahun 2014 tentang Pedoman Pembangunan Desa;"
FINANCE_RULES = "Peraturan Menteri Dalam Negeri Nomor 20 Tahun 2018 tentang Pengelolaan Keuangan Desa;"

IN_FORCE_PERDES = (
    "Peraturan Desa ini mulai berlaku pada tanggal diundangkan.",
    "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini dengan penempatannya "
    f"dalam Lembaran Desa {VILLAGE}.",
)
IN_FORCE_PERKADES = (
    "Peraturan Kepala Desa ini mulai berlaku pada tanggal diundangkan.",
    "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Kepala Desa ini dengan "
    f"penempatannya dalam Berita Desa {VILLAGE}.",
)


def whole(amount: int) -> str:
    """Rupiah without sen, as budgets are read aloud: Rp1.284.488.000."""
    return format_rupiah(amount).removesuffix(",00")


def budget_regulation(
    budget: Budget, number: str, agreed: date, enacted: date, law: str, plain: str
) -> Regulation:
    return Regulation(
        kind="perdes",
        number=number,
        subject=f"Anggaran Pendapatan dan Belanja Desa Tahun Anggaran {budget.year}",
        agreed_on=agreed,
        enacted_on=enacted,
        promulgated_on=enacted,
        summary=plain,
        considering=(
            "bahwa anggaran pendapatan dan belanja Desa wujud pengelolaan keuangan Desa yang terbuka, "
            "tertib, dan "
            "bertanggung jawab untuk kesejahteraan warga;",
            f"bahwa Rancangan Peraturan Desa tentang APB Desa Tahun Anggaran {budget.year} telah dibahas dan "
            "disepakati bersama Badan Permusyawaratan Desa serta dievaluasi oleh Camat atas nama Bupati;",
        ),
        recalling=(law, REGULATION_RULES, FINANCE_RULES),
        body=(
            Chapter(
                "Pasal 1",
                (
                    f"(1) Pendapatan Desa berjumlah {whole(budget.income)}.",
                    f"(2) Belanja Desa berjumlah {whole(budget.total_spending)}.",
                    "(3) Penerimaan pembiayaan dari sisa lebih tahun lalu berjumlah "
                    f"{whole(budget.brought_forward)}.",
                ),
            ),
            Chapter(
                "Pasal 2",
                (
                    "(1) Ringkasan APB Desa tercantum dalam Lampiran yang tidak terpisahkan dari Peraturan "
                    "Desa ini.",
                    "(2) Penjabaran APB Desa ditetapkan dengan Peraturan Kepala Desa.",
                ),
            ),
            Chapter(
                "Pasal 3",
                (
                    "(1) Keadaan darurat dan mendesak dibiayai dari belanja tak terduga.",
                    "(2) Kepala Desa melaporkan pemakaiannya kepada Badan Permusyawaratan Desa dan "
                    "mengumumkannya "
                    "kepada warga.",
                ),
            ),
            Chapter("Pasal 4", IN_FORCE_PERDES),
        ),
        budget=budget,
    )


REGULATIONS = (
    Regulation(
        kind="perdes",
        number="1",
        subject="Rencana Pembangunan Jangka Menengah Desa Tahun 2022–2027",
        agreed_on=date(2022, 3, 14),
        enacted_on=date(2022, 3, 18),
        promulgated_on=date(2022, 3, 21),
        summary=(
            "Rencana enam tahun pembangunan desa. Tiga hal didahulukan: jalan dan saluran di kebun dan "
            "sawah, "
            "kesehatan ibu dan anak, serta usaha warga. Semua rencana kerja tahunan harus mengacu ke sini."
        ),
        considering=(
            "bahwa pembangunan Desa perlu arah yang disepakati bersama warga selama enam tahun;",
            "bahwa usulan warga dari tujuh rukun tetangga telah dibahas dalam musyawarah Desa;",
        ),
        recalling=(VILLAGE_LAW_BEFORE_2024, REGULATION_RULES, PLANNING_RULES),
        body=(
            Chapter(
                "Pasal 1",
                (
                    "Rencana Pembangunan Jangka Menengah Desa, selanjutnya disingkat RPJM Desa, adalah "
                    "rencana kegiatan "
                    "pembangunan Desa untuk enam tahun.",
                ),
            ),
            Chapter(
                "Pasal 2",
                (
                    "Arah pembangunan Desa meliputi:",
                    "a. jalan usaha tani, jembatan kecil, dan saluran air;",
                    "b. posyandu, air bersih, dan pencegahan tengkes pada anak;",
                    "c. usaha warga, kelompok tani, dan badan usaha milik Desa; dan",
                    "d. pelayanan kantor Desa yang cepat dan terbuka.",
                ),
            ),
            Chapter(
                "Pasal 3",
                (
                    "(1) RPJM Desa dijabarkan setiap tahun dalam Rencana Kerja Pemerintah Desa.",
                    "(2) Kegiatan yang tidak tercantum dalam RPJM Desa hanya dapat dilaksanakan dalam "
                    "keadaan darurat.",
                ),
            ),
            Chapter("Pasal 4", IN_FORCE_PERDES),
        ),
    ),
    budget_regulation(
        BUDGETS[2023],
        "5",
        date(2022, 12, 20),
        date(2022, 12, 29),
        VILLAGE_LAW_BEFORE_2024,
        "Uang masuk dan uang keluar desa tahun 2023. Bagian terbesar untuk jembatan kecil RT 02, lampu "
        "jalan, dan "
        "perbaikan gedung posyandu.",
    ),
    Regulation(
        kind="perdes",
        number="3",
        subject="Pengelolaan Sampah",
        agreed_on=date(2023, 8, 8),
        enacted_on=date(2023, 8, 14),
        promulgated_on=date(2023, 8, 15),
        summary=(
            "Warga memilah sampah di rumah, tidak membuang sampah ke sungai, dan tidak membakar plastik. "
            "Sampah diambil "
            "dua kali seminggu. Yang melanggar ditegur dulu, lalu ikut kerja bakti."
        ),
        considering=(
            "bahwa Sungai Batanghari menjadi sumber hidup warga dan harus bebas dari sampah;",
            "bahwa sampah yang dipilah di rumah dapat dijual atau dijadikan pupuk;",
        ),
        recalling=(
            "Undang-Undang Nomor 18 Tahun 2008 tentang Pengelolaan Sampah;",
            VILLAGE_LAW_BEFORE_2024,
            REGULATION_RULES,
        ),
        body=(*WASTE, Chapter("Pasal 12", IN_FORCE_PERDES)),
        has_text=True,
    ),
    budget_regulation(
        BUDGETS[2024],
        "6",
        date(2023, 12, 19),
        date(2023, 12, 28),
        VILLAGE_LAW_BEFORE_2024,
        "Uang masuk dan uang keluar desa tahun 2024. Yang terbesar untuk saluran air RT 04 dan RT 06, "
        "makanan tambahan "
        "balita, dan sambungan internet kantor desa.",
    ),
    Regulation(
        kind="perdes",
        number="2",
        subject=(
            "Perubahan atas Peraturan Desa Tebing Tinggi Pemayung Nomor 1 Tahun 2022 tentang Rencana "
            "Pembangunan "
            "Jangka Menengah Desa Tahun 2022–2027"
        ),
        agreed_on=date(2024, 9, 2),
        enacted_on=date(2024, 9, 9),
        promulgated_on=date(2024, 9, 10),
        relations=(("mengubah", "Peraturan Desa Tebing Tinggi Pemayung Nomor 1 Tahun 2022"),),
        summary=(
            "Masa rencana pembangunan diperpanjang menjadi delapan tahun, sampai 2029, mengikuti perubahan "
            "masa jabatan "
            "Kepala Desa. Ditambah satu arah baru: pelatihan komputer dan internet bagi warga."
        ),
        considering=(
            "bahwa masa jabatan Kepala Desa berubah menjadi delapan tahun sehingga RPJM Desa perlu "
            "disesuaikan;",
            "bahwa warga mengusulkan pelatihan komputer dan internet dalam musyawarah Desa;",
        ),
        recalling=(VILLAGE_LAW, REGULATION_RULES, PLANNING_RULES),
        body=(
            Chapter(
                "Pasal I",
                (
                    "Beberapa ketentuan dalam Peraturan Desa Nomor 1 Tahun 2022 diubah sebagai berikut:",
                    "1. Jangka waktu RPJM Desa diubah menjadi tahun 2022 sampai dengan tahun 2029.",
                    "2. Pasal 2 ditambah huruf e: e. kecakapan warga memakai komputer dan internet.",
                ),
            ),
            Chapter("Pasal II", IN_FORCE_PERDES),
        ),
    ),
    budget_regulation(
        BUDGETS[2025],
        "7",
        date(2024, 12, 18),
        date(2024, 12, 30),
        VILLAGE_LAW,
        "Uang masuk dan uang keluar desa tahun 2025. Yang terbesar untuk jalan RT 07, air bersih Dusun "
        "Darat, dan modal "
        "bibit kelompok tani.",
    ),
    Regulation(
        kind="perdes",
        number="1",
        subject="Keterbukaan Informasi Publik Desa",
        agreed_on=date(2025, 2, 10),
        enacted_on=date(2025, 2, 17),
        promulgated_on=date(2025, 2, 18),
        summary=(
            "Setiap warga berhak tahu rencana, uang, dan keputusan desa. Informasi diumumkan di papan "
            "pengumuman dan situs "
            "desa paling sedikit enam bulan sekali. Permintaan informasi dijawab tertulis dan gratis. Data "
            "pribadi warga "
            "tidak dibuka."
        ),
        considering=(
            "bahwa keterbukaan informasi memperkuat kepercayaan dan peran serta warga;",
            "bahwa hak warga atas informasi dan pelindungan data pribadi harus dijaga bersama;",
        ),
        recalling=(
            "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
            VILLAGE_LAW,
            "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi;",
            "Peraturan Komisi Informasi Nomor 1 Tahun 2018 tentang Standar Layanan Informasi Publik Desa;",
        ),
        body=(
            Chapter(
                "Pasal 1",
                (
                    "(1) Pemerintah Desa mengumumkan secara berkala: profil Desa, rencana kerja, APB Desa "
                    "beserta laporannya, "
                    "daftar peraturan, dan tata cara meminta informasi.",
                    "(2) Pengumuman dilakukan di papan pengumuman dan situs Desa paling sedikit enam bulan "
                    "sekali.",
                ),
            ),
            Chapter(
                "Pasal 2",
                (
                    "Informasi tentang bencana, wabah, dan bahaya lain diumumkan seketika dengan cara yang "
                    "paling cepat sampai.",
                ),
            ),
            Chapter(
                "Pasal 3",
                (
                    "(1) Setiap orang dapat meminta informasi dengan lisan atau tertulis.",
                    "(2) Permintaan dijawab paling lama sepuluh hari kerja dan tidak dipungut biaya.",
                    "(3) Salinan di atas sepuluh lembar dapat digandakan sendiri oleh pemohon.",
                ),
            ),
            Chapter(
                "Pasal 4",
                (
                    "Nomor induk kependudukan, alamat lengkap, riwayat kesehatan, dan penghasilan seseorang "
                    "tidak diumumkan.",
                ),
            ),
            Chapter("Pasal 5", IN_FORCE_PERDES),
        ),
    ),
    Regulation(
        kind="kepkades",
        number="188.4/04/2025",
        subject="Penunjukan Pejabat Pengelola Informasi dan Dokumentasi Desa",
        enacted_on=date(2025, 3, 3),
        summary=(
            "Sekretaris Desa ditunjuk melayani permintaan informasi warga. Kepala Desa menjawab bila ada "
            "keberatan."
        ),
        considering=(
            "bahwa untuk melaksanakan Peraturan Desa tentang Keterbukaan Informasi Publik Desa perlu "
            "menunjuk pejabat "
            "pengelola informasi dan dokumentasi;",
        ),
        recalling=(
            "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
            f"Peraturan Desa {VILLAGE} Nomor 1 Tahun 2025 tentang Keterbukaan Informasi Publik Desa;",
        ),
        body=(
            Chapter(
                "KESATU",
                ("Menunjuk Sekretaris Desa sebagai Pejabat Pengelola Informasi dan Dokumentasi Desa.",),
            ),
            Chapter(
                "KEDUA",
                (
                    "Pejabat sebagaimana dimaksud dalam diktum KESATU bertugas menyusun daftar informasi "
                    "publik, melayani "
                    "permintaan informasi, dan memutakhirkan situs Desa.",
                ),
            ),
            Chapter("KETIGA", ("Keputusan ini mulai berlaku pada tanggal ditetapkan.",)),
        ),
        has_text=True,
    ),
    budget_regulation(
        BUDGETS[2026],
        "4",
        date(2025, 12, 15),
        date(2025, 12, 29),
        VILLAGE_LAW,
        "Uang masuk dan uang keluar desa tahun 2026. Dari setiap Rp100.000 belanja, kira-kira Rp42.000 "
        "untuk pembangunan: "
        "jalan usaha tani RT 05, air bersih, dan perbaikan posyandu.",
    ),
    Regulation(
        kind="perkades",
        number="3",
        subject="Penjabaran Anggaran Pendapatan dan Belanja Desa Tahun Anggaran 2026",
        enacted_on=date(2025, 12, 29),
        promulgated_on=date(2025, 12, 29),
        summary=(
            "Rincian APB Desa 2026 sampai kegiatan dan tempatnya. Di sini warga dapat melihat kegiatan apa "
            "yang dibiayai di "
            "RT mana, dan siapa pelaksananya."
        ),
        considering=(
            f"bahwa untuk melaksanakan Peraturan Desa {VILLAGE} Nomor 4 Tahun 2025 tentang APB Desa Tahun "
            "Anggaran 2026 "
            "perlu menetapkan penjabarannya;",
        ),
        recalling=(VILLAGE_LAW, REGULATION_RULES, FINANCE_RULES),
        body=(
            Chapter(
                "Pasal 1",
                (
                    "Penjabaran APB Desa Tahun Anggaran 2026 memuat kegiatan, tempat, keluaran, anggaran, "
                    "dan sumber dana.",
                ),
            ),
            Chapter(
                "Pasal 2",
                (
                    "Kegiatan pokok meliputi:",
                    "a. jalan usaha tani RT 05, rabat beton sepanjang 420 meter, Rp236.400.000, Dana Desa;",
                    "b. sumur bor dan pipa air bersih RT 06, Rp118.750.000, Dana Desa;",
                    "c. perbaikan dua tempat posyandu, RT 03 dan RT 07, Rp64.300.000, Dana Desa;",
                    "d. bantuan bibit untuk tiga kelompok tani, Rp58.600.000, Dana Desa; dan",
                    "e. pelatihan komputer dan internet bagi warga tujuh RT, Rp24.000.000, Alokasi Dana Desa.",
                ),
            ),
            Chapter("Pasal 3", IN_FORCE_PERKADES),
        ),
    ),
    Regulation(
        kind="perkades",
        number="1",
        subject="Standar Pelayanan Kantor Desa",
        enacted_on=date(2026, 1, 19),
        promulgated_on=date(2026, 1, 20),
        summary=(
            "Janji pelayanan kantor desa: syarat, lama, dan biaya diumumkan, pelayanan gratis, dan petugas tidak "
            "meminta berkas di luar syarat. Lansia, ibu hamil, orang sakit, dan penyandang disabilitas didahulukan "
            "dan dapat dilayani di rumah. Keluhan dijawab paling lama lima hari kerja."
        ),
        considering=(
            "bahwa warga berhak mengetahui syarat, lama, dan biaya setiap pelayanan sebelum datang;",
            "bahwa penyelenggara pelayanan wajib menyusun dan mengumumkan standar pelayanan;",
        ),
        recalling=(
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
            VILLAGE_LAW,
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 "
            "tentang Pedoman "
            "Standar Pelayanan;",
        ),
        body=(
            Chapter(
                "Pasal 1",
                (
                    "(1) Kantor Desa melayani Senin sampai dengan Kamis pukul 08.00 sampai dengan pukul "
                    "15.30 WIB dan Jumat "
                    "pukul 08.00 sampai dengan pukul 11.30 WIB.",
                    "(2) Istirahat Senin sampai dengan Kamis pukul 12.00 sampai dengan pukul 13.00 WIB.",
                ),
            ),
            Chapter(
                "Pasal 2",
                (
                    "(1) Syarat, langkah, lama, biaya, dan hasil setiap pelayanan diumumkan di ruang tunggu "
                    "dan situs Desa.",
                    "(2) Petugas tidak meminta berkas di luar syarat yang diumumkan.",
                    "(3) Pelayanan administrasi Desa tidak dipungut biaya.",
                ),
            ),
            Chapter(
                "Pasal 3",
                (
                    "Lansia, ibu hamil, orang sakit, dan penyandang disabilitas didahulukan dan dapat dilayani "
                    "di rumah.",
                ),
            ),
            Chapter(
                "Pasal 4",
                ("Keluhan dijawab paling lama lima hari kerja oleh Sekretaris Desa.",),
            ),
            Chapter("Pasal 5", IN_FORCE_PERKADES),
        ),
    ),
    Regulation(
        kind="perdes",
        number="3",
        subject="Rencana Kerja Pemerintah Desa Tahun 2027",
        agreed_on=date(2026, 9, 17),
        enacted_on=date(2026, 9, 24),
        promulgated_on=date(2026, 9, 25),
        summary=(
            "Daftar pekerjaan desa tahun 2027 yang disepakati dalam musyawarah: saluran air RT 02, lampu "
            "jalan Dusun Darat, "
            "kelas ibu hamil, dan kelanjutan pelatihan internet. Anggarannya dibahas dalam APB Desa 2027."
        ),
        considering=(
            "bahwa Rencana Kerja Pemerintah Desa menjadi dasar penyusunan APB Desa tahun berikutnya;",
            "bahwa rencana kerja tahun 2027 telah disepakati dalam musyawarah Desa yang dihadiri wakil "
            "tujuh rukun tetangga;",
        ),
        recalling=(VILLAGE_LAW, REGULATION_RULES, PLANNING_RULES),
        body=(
            Chapter(
                "Pasal 1",
                (
                    "Rencana Kerja Pemerintah Desa Tahun 2027 memuat kegiatan yang didahulukan:",
                    "a. saluran air RT 02 sepanjang 310 meter;",
                    "b. dua puluh lampu jalan tenaga surya di RT 06 dan RT 07;",
                    "c. kelas ibu hamil dan makanan tambahan balita di tiga posyandu;",
                    "d. bibit dan pelatihan untuk tiga kelompok tani; dan",
                    "e. lanjutan pelatihan internet bagi warga tujuh RT.",
                ),
            ),
            Chapter(
                "Pasal 2",
                (
                    "Usulan yang belum tertampung dicatat dalam Daftar Usulan Rencana Kerja Pemerintah Desa "
                    "dan disampaikan "
                    "kepada Bupati melalui Camat.",
                ),
            ),
            Chapter("Pasal 3", IN_FORCE_PERDES),
        ),
    ),
)
