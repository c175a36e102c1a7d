"""Who the example village is: identity, hours, front page, profile. Plain data, invented but for the place names.

Kode wilayah, kecamatan, kabupaten and provinsi are real (Kepmendagri 300.2.2-2138/2025). Everything else is made
up: phone numbers of zeros, an e-mail address nobody owns, figures marked as examples, positions instead of names.
"""

from dataclasses import dataclass
from datetime import date, time

IDENTITY = {
    "designation": "Desa",
    "name": "Tebing Tinggi Pemayung",
    "code": "15.04.05.2001",
    "district": "Pemayung",
    "regency": "Batanghari",
    "province": "Jambi",
    "address": "Jalan Balai Desa, RT 03, Dusun Tengah (alamat contoh)",
    "postal_code": "36657",
    "phone": "0743-000-0000",
    "whatsapp": "0812-0000-0000",
    "email": "kantor@contoh.desa.id",
    "main_colour": "#7a1d2e",
    "is_example": True,
}

# weekday (Monday is 0), opens, closes, break
OFFICE_HOURS = (
    *((day, time(8), time(15, 30), time(12), time(13)) for day in range(4)),
    (4, time(8), time(11, 30), None, None),
)
CLOSED_DAYS = ((date(2026, 12, 24), date(2026, 12, 25), "Cuti bersama dan Hari Natal"),)

LOGO_TITLE = "Lambang desa (contoh)"

HOME = {
    "heading": "Apa yang Anda perlukan hari ini?",
    "intro": "Tulis dengan kata sehari-hari, misalnya “kk hilang” atau “surat miskin”.",
    "search_description": (
        "Situs Desa Tebing Tinggi Pemayung (contoh): layanan, peraturan, berita, dan pelatihan warga."
    ),
}


@dataclass(frozen=True)
class Task:
    """One of the things people come for. ``address`` is the page below the home page that it leads to."""

    icon: str
    label: str
    note: str
    address: str


TASKS = (
    Task("card", "Kartu keluarga", "Baru, hilang, rusak, atau berubah", "layanan/kartu-keluarga"),
    Task("baby", "Akta kelahiran", "Untuk bayi dan yang terlambat lapor", "layanan/akta-kelahiran"),
    Task("letter", "SKTM", "Surat tidak mampu: sekolah dan berobat", "layanan/sktm"),
    Task("shop", "Surat usaha", "Untuk KUR, bank, dan bantuan modal", "layanan/keterangan-usaha"),
    Task("aid", "Bantuan sosial", "Cek, usul, dan sanggah penerima", "layanan/bantuan-sosial"),
)


@dataclass(frozen=True)
class Picture:
    """A drawing of ``drawings.py`` as an image in the library. ``drawing`` is the function's name."""

    drawing: str
    title: str
    description: str


RIVER = Picture(
    "river",
    "Rumah panggung di tepi Batanghari (contoh)",
    "Gambar rumah panggung di tepi Sungai Batanghari pada pagi hari, dengan perahu berisi dua orang.",
)
MAP = Picture(
    "village_map",
    "Sketsa wilayah tujuh RT (contoh)",
    "Sketsa wilayah desa: Sungai Batanghari di utara, RT 01 sampai RT 04 di tepi sungai, jalan desa di tengah, "
    "lalu RT 05 sampai RT 07 di selatan. Kantor desa di RT 03.",
)


@dataclass(frozen=True)
class Section:
    """A block of a page's body. ``kind`` is text, heading, image, table, accordion, contact or action."""

    kind: str
    value: object


@dataclass(frozen=True)
class Profile:
    slug: str
    title: str
    intro: str
    search_description: str
    body: tuple[Section, ...]


EXAMPLE_NOTE = Section(
    "text",
    "<p><i>Isi halaman ini contoh. Ganti dengan keadaan desa Anda sebelum situs dipakai.</i></p>",
)

PROFILE = Profile(
    slug="profil",
    title="Profil desa",
    intro=(
        "Desa di tepi Sungai Batanghari, terdiri dari tiga dusun dan tujuh RT. Sebagian besar warga berkebun "
        "karet dan sawit, bersawah, serta menangkap ikan."
    ),
    search_description="Profil Desa Tebing Tinggi Pemayung: letak, penduduk, kantor desa, dan cara menghubungi.",
    body=(
        Section("image", (RIVER, "Pagi di tepi Batanghari. Gambar contoh.")),
        Section("heading", "Sekilas desa"),
        Section(
            "text",
            "<p>Desa Tebing Tinggi Pemayung berada di Kecamatan Pemayung, Kabupaten Batanghari, Provinsi Jambi. "
            "Kode wilayahnya <b>15.04.05.2001</b>. Dari kantor desa ke Muara Bulian, ibu kota kabupaten, perlu "
            "sekitar 45 menit lewat darat.</p>"
            "<p>Air sungai naik hampir setiap akhir tahun. Karena itu banyak rumah di tepi sungai dibangun "
            "bertiang. Warga menyebutnya rumah panggung.</p>",
        ),
        Section(
            "table",
            (
                "Angka pokok desa, keadaan Juni 2026 (angka contoh)",
                ("Hal", "Jumlah"),
                (
                    ("Dusun", "3"),
                    ("Rukun tetangga (RT)", "7"),
                    ("Keluarga", "512"),
                    ("Penduduk laki-laki", "934"),
                    ("Penduduk perempuan", "908"),
                    ("Penduduk seluruhnya", "1.842"),
                    ("Luas wilayah", "2.150 hektare"),
                ),
            ),
        ),
        Section("heading", "Kantor desa"),
        Section(
            "contact",
            {
                "title": "Kantor Desa Tebing Tinggi Pemayung",
                "text": "Untuk surat, data penduduk, bantuan, dan pertanyaan apa pun. Nomor di bawah ini contoh.",
                "phone": "0743-000-0000",
                "whatsapp": "0812-0000-0000",
                "email": "kantor@contoh.desa.id",
            },
        ),
        Section("heading", "Yang sering ditanyakan"),
        Section(
            "accordion",
            (
                (
                    "Bagaimana kalau saya datang saat istirahat?",
                    "<p>Ruang tunggu tetap buka. Petugas piket menerima berkas dan memberi tanda terima. Surat "
                    "diselesaikan setelah pukul 13.00 WIB.</p>",
                ),
                (
                    "Saya tidak bisa membaca dengan lancar. Bisa dibantu?",
                    "<p>Bisa. Petugas membacakan syarat dan mengisikan formulir. Anda cukup menandatangani "
                    "setelah isinya dibacakan kembali.</p>",
                ),
                (
                    "Apakah kantor desa ramah kursi roda?",
                    "<p>Ada jalan landai di pintu samping. Anda juga boleh meminta petugas datang ke rumah lewat "
                    "ketua RT.</p>",
                ),
                (
                    "Siapa yang boleh mengambilkan surat saya?",
                    "<p>Keluarga satu KK, dengan membawa KTP-nya dan tanda bukti Anda. Orang lain perlu surat "
                    "kuasa.</p>",
                ),
            ),
        ),
        EXAMPLE_NOTE,
    ),
)

PROFILE_CHILDREN = (
    Profile(
        slug="sejarah-dan-wilayah",
        title="Sejarah singkat dan wilayah",
        intro="Dari permukiman di tebing sungai menjadi desa dengan tiga dusun dan tujuh RT.",
        search_description="Sejarah singkat desa dan pembagian wilayah tiga dusun dan tujuh RT.",
        body=(
            Section("heading", "Sejarah singkat"),
            Section(
                "text",
                "<p>Menurut cerita orang tua-tua, permukiman pertama berdiri di tebing yang tidak terendam ketika "
                "Batanghari meluap. Tebing yang tinggi itu menjadi nama desa.</p>"
                "<p>Dulu perahu adalah satu-satunya jalan. Hasil karet dan ikan dijual ke hilir, garam dan kain "
                "dibawa pulang. Setelah jalan darat dibuka, kebun meluas ke arah selatan dan tumbuhlah Dusun "
                "Darat.</p>"
                "<p>Sejarah ini contoh. Tanyakan kepada para tetua dan tulislah kisah desa Anda sendiri.</p>",
            ),
            Section("heading", "Wilayah tujuh RT"),
            Section(
                "image",
                (MAP, "Sketsa, tidak memakai skala dan bukan peta batas resmi."),
            ),
            Section(
                "table",
                (
                    "Dusun dan RT (angka contoh)",
                    ("RT", "Dusun", "Keluarga", "Tanda yang mudah dikenali"),
                    (
                        ("RT 01", "Dusun Tepian", "78", "Dermaga perahu"),
                        ("RT 02", "Dusun Tepian", "71", "Jembatan kayu"),
                        ("RT 03", "Dusun Tengah", "84", "Kantor desa dan balai"),
                        ("RT 04", "Dusun Tengah", "69", "Sekolah dasar"),
                        ("RT 05", "Dusun Tengah", "76", "Sawah dan mushala"),
                        ("RT 06", "Dusun Darat", "65", "Sumur bor"),
                        ("RT 07", "Dusun Darat", "69", "Kebun karet"),
                    ),
                ),
            ),
            EXAMPLE_NOTE,
        ),
    ),
    Profile(
        slug="visi-dan-misi",
        title="Visi dan misi (contoh)",
        intro="Arah pembangunan desa sesuai rencana jangka menengah yang disepakati warga.",
        search_description="Visi dan misi desa sesuai RPJM Desa. Contoh.",
        body=(
            Section("heading", "Visi"),
            Section(
                "text",
                "<p><b>Desa yang rukun, sehat, dan berdaya di tepi Batanghari.</b></p>"
                "<p>Rukun: keputusan diambil bersama. Sehat: ibu, anak, dan sungai terjaga. Berdaya: warga punya "
                "usaha dan cakap memakai teknologi.</p>",
            ),
            Section("heading", "Misi"),
            Section(
                "text",
                "<ol><li>Pelayanan kantor desa cepat, gratis, dan terbuka.</li>"
                "<li>Jalan, saluran air, dan air bersih sampai ke setiap RT.</li>"
                "<li>Posyandu hidup setiap bulan, tidak ada balita yang terlewat.</li>"
                "<li>Kelompok tani dan usaha warga tumbuh dengan bibit, modal, dan pelatihan.</li>"
                "<li>Sungai dan lingkungan bersih dari sampah.</li></ol>",
            ),
            EXAMPLE_NOTE,
        ),
    ),
)

# Positions and duties; the holders are plainly nobody.
POSITIONS = (
    ("Kepala Desa", "Memimpin desa, menandatangani surat dan peraturan."),
    ("Sekretaris Desa", "Tata usaha, keluhan warga, dan informasi publik."),
    ("Kepala Seksi Pemerintahan", "Data penduduk, pindah datang, dan batas wilayah."),
    ("Kepala Seksi Pelayanan", "Surat-surat di loket 1."),
    ("Kepala Seksi Kesejahteraan", "Bantuan, kesehatan, dan pembangunan, di loket 2."),
    ("Kepala Urusan Keuangan", "Kas desa dan pembayaran."),
    ("Kepala Urusan Perencanaan", "Rencana kerja dan APB Desa."),
    ("Kepala Urusan Tata Usaha dan Umum", "Arsip, aset, dan ruang rapat."),
    ("Kepala Dusun Tepian", "Urusan warga RT 01 dan RT 02."),
    ("Kepala Dusun Tengah", "Urusan warga RT 03 sampai RT 05."),
    ("Kepala Dusun Darat", "Urusan warga RT 06 dan RT 07."),
)
IN_OFFICE_SINCE = date(2024, 1, 2)
