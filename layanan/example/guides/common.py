"""Words and sources that several example guides share, so that they agree everywhere."""

from dataclasses import replace

from layanan.example.shapes import Basis, Requirement, Standard

OFFICE_HOURS = (
    "Senin–Kamis 08.00–15.30 WIB (istirahat 12.00–13.00), Jumat 08.00–11.30 WIB. "
    "Datang paling lambat setengah jam sebelum tutup."
)
COUNTER_1 = "Loket 1, kantor desa"
COUNTER_2 = "Loket 2, kantor desa"
PHONE = "0743-000-0000"
WHATSAPP = "0812-0000-0000"

FREE_VILLAGE = "Desa tidak memungut biaya untuk surat apa pun. Jangan memberi uang kepada petugas."
FREE_CIVIL = "Semua dokumen kependudukan gratis, di desa maupun di Disdukcapil."

CIVIL_REGISTRY = "Disdukcapil Kabupaten Batanghari"

CIVIL_LAW = Basis(
    "Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan, sebagaimana diubah "
    "dengan Undang-Undang Nomor 24 Tahun 2013",
    "https://peraturan.go.id/id/uu-no-24-tahun-2013",
)
CIVIL_DECREE = Basis(
    "Peraturan Presiden Nomor 96 Tahun 2018 tentang Persyaratan dan Tata Cara Pendaftaran "
    "Penduduk dan Pencatatan Sipil",
    "https://peraturan.go.id/id/perpres-no-96-tahun-2018",
)
CIVIL_RULES = Basis(
    "Peraturan Menteri Dalam Negeri Nomor 108 Tahun 2019 tentang Peraturan Pelaksanaan "
    "Peraturan Presiden Nomor 96 Tahun 2018"
)
CIVIL_FORMS = Basis(
    "Peraturan Menteri Dalam Negeri Nomor 109 Tahun 2019 tentang Formulir dan Buku yang "
    "Digunakan dalam Administrasi Kependudukan"
)
VILLAGE_LAW = Basis(
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa, sebagaimana diubah terakhir dengan "
    "Undang-Undang Nomor 3 Tahun 2024",
    "https://peraturan.go.id/id/uu-no-3-tahun-2024",
)
VILLAGE_RECORDS = Basis(
    "Peraturan Menteri Dalam Negeri Nomor 47 Tahun 2016 tentang Administrasi Pemerintahan Desa"
)
SERVICE_LAW = Basis(
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "https://peraturan.go.id/id/uu-no-25-tahun-2009",
)
POVERTY_LAW = Basis(
    "Undang-Undang Nomor 13 Tahun 2011 tentang Penanganan Fakir Miskin",
    "https://peraturan.go.id/id/uu-no-13-tahun-2011",
)
SOCIAL_DATA = Basis("Instruksi Presiden Nomor 4 Tahun 2025 tentang Data Tunggal Sosial dan Ekonomi Nasional")
HEALTH_LAW = Basis(
    "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan",
    "https://peraturan.go.id/id/uu-no-17-tahun-2023",
)
HEALTH_INSURANCE = Basis(
    "Peraturan Presiden Nomor 82 Tahun 2018 tentang Jaminan Kesehatan, beserta perubahannya",
    "https://peraturan.go.id/id/perpres-no-82-tahun-2018",
)
INSURANCE_LAW = Basis(
    "Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional",
    "https://peraturan.go.id/id/uu-no-40-tahun-2004",
)
MARRIAGE_LAW = Basis(
    "Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan, sebagaimana diubah dengan "
    "Undang-Undang Nomor 16 Tahun 2019",
    "https://peraturan.go.id/id/uu-no-16-tahun-2019",
)

RT_LETTER = Requirement("Surat pengantar dari ketua RT", "Sebutkan keperluannya", "Ketua RT")
OWN_CARD = Requirement("KTP-el asli dan 1 lembar fotokopi", "Asli hanya diperlihatkan")
OWN_FAMILY_CARD = Requirement("Kartu keluarga (KK) dan 1 lembar fotokopi", "Asli hanya diperlihatkan")


COMPLAINTS = (
    "Pelayanan kurang baik? Sampaikan kepada Sekretaris Desa, langsung, lewat telepon, atau lewat kotak saran "
    "di ruang tunggu. Kami menjawab paling lama 5 hari kerja."
)

_REVIEW = (
    "Sekretaris Desa menilai bersama petugas setiap akhir triwulan, dari buku tamu, kotak saran, dan pengaduan. "
    "Hasilnya dibicarakan dalam rapat perangkat desa."
)
_SUPERVISION = (
    "Sekretaris Desa memeriksa buku register setiap hari Jumat. Kepala Desa memeriksa secara acak dan menerima "
    "pengaduan langsung."
)
COUNTER_STANDARD = Standard(
    facilities="Ruang tunggu berkursi, loket yang dapat dicapai dengan kursi roda, komputer, pencetak, mesin fotokopi, "
    "papan informasi, dan kotak saran",
    staff_competence="Memahami administrasi pemerintahan desa dan kependudukan, terampil memakai komputer, sabar",
    supervision=_SUPERVISION,
    staff_number="Satu petugas loket dan satu penggantinya; satu penanda tangan dan satu penggantinya",
    service_guarantee="Dilayani menurut urutan datang; lansia, ibu hamil, dan penyandang disabilitas didahulukan. Bila "
    "terlambat, petugas memberi tahu sebabnya dan kapan selesai.",
    safety_guarantee="Berkas hanya dipakai untuk layanan ini dan disimpan di lemari terkunci. Surat bernomor, bercap, "
    "dan dapat diperiksa di buku register.",
    performance_review=_REVIEW,
)
SOCIAL_STANDARD = replace(
    COUNTER_STANDARD,
    facilities="Ruang bicara tertutup, loket yang dapat dicapai dengan kursi roda, komputer dengan jaringan internet, "
    "dan kotak saran",
    staff_competence="Memahami data sosial dan program bantuan, dapat menjaga rahasia keluarga, sabar menjelaskan",
)
HEALTH_STANDARD = Standard(
    facilities="Tempat teduh dengan kursi, timbangan, alat ukur tinggi dan tensi, mobil ambulans desa, dan obat "
    "pertolongan pertama",
    staff_competence="Kader terlatih yang didampingi bidan desa; sopir ambulans memiliki surat izin mengemudi dan "
    "terlatih menolong orang sakit",
    supervision="Bidan desa dan Kepala Seksi Kesejahteraan memeriksa catatan setiap bulan.",
    staff_number="Kader tiap posyandu, satu bidan desa, satu sopir dan satu penggantinya",
    service_guarantee="Keadaan gawat dilayani lebih dulu, siang dan malam. Tidak ada warga yang ditolak.",
    safety_guarantee="Alat dibersihkan sebelum dipakai, kendaraan diperiksa berkala, dan catatan kesehatan dijaga.",
    performance_review=_REVIEW,
)


HELP_AT_HOME = (
    "<p>Lansia, penyandang disabilitas, dan warga sakit boleh dibantu di rumah. Minta tolong "
    "ketua RT untuk menghubungi kantor desa.</p>"
)


def ask_first(topic: str) -> str:
    """HTML: the same way to ask in every guide, naming what to ask about."""
    return (
        f"<p>Ingin bertanya dulu soal {topic}? Telepon kantor desa {PHONE} atau kirim WhatsApp "
        f"ke {WHATSAPP} pada jam kerja. Jangan mengirim foto KTP atau KK lewat WhatsApp.</p>{HELP_AT_HOME}"
    )
