"""Short recordings of a voice: which files are some, by their content."""

KINDS = ("mp3", "ogg", "m4a")
MAX_BYTES = 200 * 1024  # half a minute of speech; what a phone on a weak signal fetches in seconds

TOO_HEAVY = "Rekaman ini lebih besar dari 200 KB. Rekam lebih singkat, atau simpan dengan mutu suara yang lebih rendah."
NOT_AUDIO = "Isi berkas ini bukan rekaman suara MP3, OGG, atau M4A. Rekam ulang, lalu unggah lagi."

_MP4_BRANDS = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"3gp4", b"3gp5")


class AudioError(ValueError):
    """A file that can't be taken; its text tells the person in Indonesian what to do."""


def kind_of(data: bytes) -> str:
    """One of `KINDS`, by content. Raises `AudioError`."""
    if len(data) > MAX_BYTES:
        raise AudioError(TOO_HEAVY)
    if data.startswith(b"ID3") or _is_mpeg_frame(data):
        return "mp3"
    if data.startswith(b"OggS") and any(codec in data[:64] for codec in (b"OpusHead", b"\x01vorbis")):
        return "ogg"
    if data[4:8] == b"ftyp" and data[8:12] in _MP4_BRANDS:
        return "m4a"
    raise AudioError(NOT_AUDIO)


def _is_mpeg_frame(data: bytes) -> bool:
    """The head of a frame of MPEG audio, layer III (ISO/IEC 11172-3, 2.4.1.3)."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE6 != 0xE2:
        return False
    bitrate, rate = data[2] >> 4, data[2] >> 2 & 3
    return bitrate not in (0, 15) and rate != 3
