"""The example courses: A1 to A8 for village officials, B1 to B10 for residents, a module each.

The officials' lessons describe this site's own admin and name its buttons in quotation marks exactly as they read
(`buttons.BUTTONS`; a test compares them with the admin's translation).
"""

from pelatihan.example.courses import (
    approval,
    complaints,
    digital_friend,
    documents,
    finding,
    group_chats,
    hoaxes,
    news,
    official_apps,
    passwords,
    personal_data,
    phone,
    photos,
    preparing,
    qris,
    signing_in,
    tables,
    versions,
)
from pelatihan.example.shapes import Course

OFFICIALS = (signing_in, news, photos, documents, versions, personal_data, tables, approval)
RESIDENTS = (
    phone,
    finding,
    preparing,
    complaints,
    hoaxes,
    passwords,
    official_apps,
    qris,
    group_chats,
    digital_friend,
)
COURSES: tuple[Course, ...] = tuple(module.COURSE for module in (*OFFICIALS, *RESIDENTS))

# Behind which question mark of the admin which lesson stands.
HELP = {
    "home.newspage": "menulis-dan-menerbitkan-berita",
    "home.newspage:picture": "foto-yang-baik",
    "home.newspage:body": "foto-yang-baik",
    "home.contentpage": "mengunggah-dokumen",
    "home.contentpage:body": "mengunggah-dokumen",
    "layanan.regulationpage": "memuat-peraturan",
    "layanan.regulationpage:document": "memuat-peraturan",
    "layanan.serviceguidepage": "data-warga",
}
