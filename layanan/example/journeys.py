"""The example journeys. A step names its guides by their addresses; what is said of them stands in the guides."""

JOURNEYS = (
    {
        "title": "Bayi lahir",
        "slug": "bayi-lahir",
        "intro": "Akta kelahiran, nama anak di kartu keluarga, dan kartu identitas anak (KIA). Contoh.",
        "search_description": "Urutan mengurus akta kelahiran, KK, dan KIA sesudah bayi lahir (contoh).",
        "everyday_words": "bayi baru lahir, melahirkan, punya anak, akta bayi, kia",
        "steps": (
            {
                "title": "Urus akta kelahiran",
                "guides": ("akta-kelahiran",),
                "note": "Laporkan kelahiran paling lambat 60 hari.",
            },
            {
                "title": "Masukkan anak ke kartu keluarga",
                "guides": ("kartu-keluarga",),
                "note": "Biasanya diurus sekaligus dengan akta; berkasnya hampir sama.",
            },
            {
                "title": "Ambil kartu identitas anak (KIA)",
                "act": "KIA diambil di Disdukcapil atau kantor desa.",
            },
            {"title": "Bawa anak ke posyandu", "guides": ("posyandu",), "optional": True},
        ),
    },
    {
        "title": "Berobat dengan keringanan biaya",
        "slug": "berobat-dengan-keringanan",
        "intro": "Untuk warga yang perlu berobat dan tidak mampu membayar. Contoh.",
        "search_description": "Pilih JKN gratis atau SKTM, lalu minta rujukan atau ambulans desa (contoh).",
        "everyday_words": "berobat gratis, rumah sakit, biaya berobat, orang sakit",
        "steps": (
            {
                "title": "Siapkan jaminan atau keringanan",
                "guides": ("jkn-pbi", "sktm"),
                "rule": "salah satu",
                "note": "Bila JKN-PBI masih aktif, SKTM tidak diperlukan.",
            },
            {"title": "Berangkat berobat", "guides": ("rujukan-dan-ambulans",)},
        ),
    },
)
