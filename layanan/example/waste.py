"""The example regulation on waste: invented for the example village, with chapters, as a longer Perdes has them."""

from layanan.example.shapes import Chapter

WASTE = (
    Chapter("BAB I", (), "KETENTUAN UMUM"),
    Chapter(
        "Pasal 1",
        (
            "Dalam Peraturan Desa ini yang dimaksud dengan:",
            "1. Sampah adalah sisa kegiatan sehari-hari warga yang berbentuk padat.",
            "2. Sampah organik adalah sampah yang mudah membusuk, seperti sisa makanan dan daun.",
            "3. Bank sampah adalah tempat warga menyetor sampah yang masih bernilai jual.",
            "4. Petugas kebersihan adalah orang yang ditunjuk Kepala Desa untuk mengangkut sampah.",
        ),
    ),
    Chapter(
        "Pasal 2",
        (
            "Pengelolaan sampah bertujuan:",
            "a. menjaga Sungai Batanghari dan saluran air tetap bersih;",
            "b. mengurangi sampah yang dibawa ke tempat pembuangan; dan",
            "c. menambah penghasilan warga dari sampah yang terpilah.",
        ),
    ),
    Chapter("BAB II", (), "HAK DAN KEWAJIBAN WARGA"),
    Chapter(
        "Pasal 3",
        (
            "Setiap warga berhak:",
            "a. mendapat pengangkutan sampah secara teratur;",
            "b. mendapat penjelasan tentang cara memilah sampah; dan",
            "c. menyetor sampah ke bank sampah dan menerima hasil penjualannya.",
        ),
    ),
    Chapter(
        "Pasal 4",
        (
            "(1) Setiap rumah memilah sampahnya.",
            "(2) Sampah sebagaimana dimaksud pada ayat (1) dipilah menjadi:",
            "a. sampah organik;",
            "b. sampah yang dapat dijual; dan",
            "c. sampah lainnya.",
            "(3) Wadah untuk setiap jenis sampah disediakan sendiri oleh warga.",
        ),
    ),
    Chapter("BAB III", (), "PENGANGKUTAN DAN BANK SAMPAH"),
    Chapter(
        "Pasal 5",
        (
            "(1) Sampah diangkut setiap Selasa dan Jumat, mulai pukul 06.00 WIB.",
            "(2) Warga menaruh sampah yang sudah dipilah sebagaimana dimaksud dalam Pasal 4 ayat (2) di tepi jalan "
            "sebelum pukul 06.00 WIB.",
            "(3) Bila hari pengangkutan jatuh pada hari libur, sampah diangkut keesokan harinya.",
        ),
    ),
    Chapter(
        "Pasal 6",
        (
            "(1) Pemerintah Desa menyelenggarakan bank sampah.",
            "(2) Bank sampah buka setiap Sabtu pukul 08.00 sampai dengan pukul 11.00 WIB.",
            "(3) Hasil penjualan sampah menjadi hak penyetor setelah dikurangi biaya angkut.",
            "(4) Catatan setoran dibacakan dalam pertemuan rukun tetangga setiap tiga bulan.",
        ),
    ),
    Chapter(
        "Pasal 7",
        ("Sampah organik dijadikan pupuk di kebun bibit Desa atau di halaman rumah masing-masing.",),
    ),
    Chapter("BAB IV", (), "BIAYA"),
    Chapter(
        "Pasal 8",
        (
            "(1) Biaya pengangkutan dibayar dari Anggaran Pendapatan dan Belanja Desa.",
            "(2) Warga tidak dipungut iuran sampah.",
            "(3) Kedai dan usaha dengan sampah lebih dari sepuluh karung seminggu mengangkut sampahnya sendiri.",
        ),
    ),
    Chapter("BAB V", (), "LARANGAN DAN SANKSI"),
    Chapter(
        "Pasal 9",
        (
            "Setiap orang dilarang:",
            "a. membuang sampah ke sungai, saluran, kebun orang lain, atau tepi jalan; dan",
            "b. membakar plastik, ban, atau popok.",
        ),
    ),
    Chapter(
        "Pasal 10",
        (
            "(1) Orang yang melanggar Pasal 9 dikenai secara berurutan:",
            "a. teguran lisan oleh ketua rukun tetangga;",
            "b. teguran tertulis oleh Kepala Desa; dan",
            "c. kewajiban ikut kerja bakti membersihkan lingkungan.",
            "(2) Teguran sebagaimana dimaksud pada ayat (1) huruf b memuat apa yang dilanggar dan cara "
            "memperbaikinya.",
        ),
    ),
    Chapter("BAB VI", (), "PENGAWASAN"),
    Chapter(
        "Pasal 11",
        (
            "(1) Ketua rukun tetangga mengawasi pelaksanaan Peraturan Desa ini di wilayahnya.",
            "(2) Setiap warga dapat melapor kepada kantor Desa bila sampah tidak diangkut dua kali berturut-turut.",
            "(3) Kepala Desa menjawab laporan paling lama lima hari kerja.",
        ),
    ),
    Chapter("BAB VII", (), "KETENTUAN PENUTUP"),
)
