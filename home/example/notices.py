"""Notices of the example village: one that stands now, one of the past. Their times follow the day of loading."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class ExampleNotice:
    level: str
    title: str
    text: str
    begins_in: timedelta
    lasts: timedelta


NOTICES = (
    ExampleNotice(
        "informasi",
        "Posyandu balita pekan ini di Balai RT 03 (contoh)",
        "Penimbangan dan imunisasi mulai pukul 08.00 WIB. Bawa buku KIA. Ini pengumuman contoh.",
        timedelta(minutes=-1),
        timedelta(days=14),
    ),
    ExampleNotice(
        "penting",
        "Listrik padam untuk perbaikan gardu (contoh)",
        "Listrik RT 01 sampai RT 04 padam pukul 09.00 sampai 15.00 WIB. Isi daya HP dan simpan air lebih dulu. "
        "Ini pengumuman contoh.",
        timedelta(days=-9),
        timedelta(days=1),
    ),
)
