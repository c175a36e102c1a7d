"""Numbers that the law sets: limits and terms, with their units. Plain data in, plain data out."""

from dataclasses import dataclass
from datetime import date, timedelta

from project.lib.localdates import months_later

DAYS, WORKING_DAYS, MONTHS = "hari", "hari kerja", "bulan"
UNITS = ((DAYS, "hari"), (WORKING_DAYS, "hari kerja"), (MONTHS, "bulan"))
MAX_VALUE = 999  # of any unit
WEEKEND = 5  # Monday is 0


@dataclass(frozen=True)
class Period:
    """A length of time, as a law or the village sets it: "7 hari", "20 hari kerja", "12 bulan"."""

    key: str
    value: int
    unit: str

    def __str__(self):
        return f"{self.value} {self.unit}"

    def after(self, day: date) -> date:
        """The last day that is in time, counted from the day after `day`."""
        return self._moved(day, 1)

    def before(self, day: date) -> date:
        """The earliest day from which `day` is in time."""
        return self._moved(day, -1)

    def _moved(self, day: date, direction: int) -> date:
        """Working days are Monday to Friday: public holidays only ever make the true limit later, so what is warned of
        by this date is warned of early."""
        if self.unit == MONTHS:
            return months_later(day, direction * self.value)
        if self.unit == DAYS:
            return day + timedelta(days=direction * self.value)
        left = self.value
        while left:
            day += timedelta(days=direction)
            left -= day.weekday() < WEEKEND
        return day


@dataclass(frozen=True)
class Default:
    """What a new installation begins with, until the village or a new regulation says otherwise."""

    period: Period
    label: str
    source: str


# Numbers of Permendagri 111/2014 as regencies repeat them; whoever relies on one reads the text of the law first.
_PERMENDAGRI = "Permendagri 111/2014 tentang Pedoman Teknis Peraturan di Desa"
_PERKI = "Peraturan Komisi Informasi 1/2018 tentang Standar Layanan Informasi Publik Desa"


def _default(key: str, value: int, unit: str, label: str, source: str) -> Default:
    return Default(Period(key, value, unit), label, source)


DEFAULTS = {
    default.period.key: default
    for default in (
        _default(
            "peninjauan_panduan",
            12,
            MONTHS,
            "Panduan layanan diperiksa ulang paling lama setiap",
            "UU 25/2009 tentang Pelayanan Publik",
        ),
        _default(
            "peninjauan_peraturan",
            6,
            MONTHS,
            "Daftar peraturan diperiksa ulang paling lama setiap",
            f"{_PERKI}; UU 14/2008 Pasal 9",
        ),
        _default(
            "peninjauan_halaman",
            12,
            MONTHS,
            "Halaman lain diperiksa ulang paling lama setiap",
            "Kebijakan desa",
        ),
        _default(
            "nomor_hp_peserta",
            12,
            MONTHS,
            "Nomor HP peserta pelatihan dihapus sesudah program terakhirnya selesai, setelah",
            "Kebijakan desa; UU 27/2022 tentang Pelindungan Data Pribadi",
        ),
        _default(
            "kesepakatan_disampaikan",
            7,
            DAYS,
            "Rancangan Perdes yang disepakati BPD disampaikan kepada Kepala Desa dalam",
            _PERMENDAGRI,
        ),
        _default(
            "penetapan",
            15,
            DAYS,
            "Kepala Desa menetapkan Perdes yang disampaikan kepadanya dalam",
            _PERMENDAGRI,
        ),
        _default(
            "pelaporan", 7, DAYS, "Peraturan dilaporkan kepada Bupati sesudah diundangkan dalam", _PERMENDAGRI
        ),
        _default(
            "klarifikasi", 30, DAYS, "Bupati mengklarifikasi peraturan yang diterima dalam", _PERMENDAGRI
        ),
        _default(
            "evaluasi",
            20,
            WORKING_DAYS,
            "Bupati atau Camat mengevaluasi rancangan Perdes (APB Desa, pungutan, tata ruang, organisasi) dalam",
            _PERMENDAGRI,
        ),
        _default(
            "pemuatan",
            7,
            DAYS,
            "Peraturan dimuat di situs desa sesudah diundangkan dalam",
            f"{_PERKI} Pasal 4",
        ),
    )
}
