"""The example's one disturbed service."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ExampleStatus:
    address: str
    state: str
    reason: str


DISTURBED = ExampleStatus(
    "layanan/pengantar-skck",
    "gangguan",
    "Pencetak di loket 1 rusak. Berkas tetap diterima, surat diambil besok. Ini gangguan contoh.",
)
