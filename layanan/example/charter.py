"""The example's maklumat pelayanan: words that villages use, signed by nobody."""

from datetime import date

CHARTER = {
    "title": "Maklumat pelayanan",
    "slug": "maklumat-pelayanan",
    "search_description": "Janji pelayanan Desa Tebing Tinggi Pemayung (contoh).",
    "text": (
        "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan. "
        "Apabila kami tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang "
        "berlaku.\n\nIni maklumat contoh, belum ditandatangani siapa pun."
    ),
    "place": "Tebing Tinggi Pemayung",
    "signed_on": date(2026, 11, 2),
    "signer_position": "Kepala Desa (contoh)",
    "signer_name": "Nama contoh 1",
}
