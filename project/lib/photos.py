"""Turns any photo that someone sends into a clean one: upright, at most 2048 px, sRGB, no metadata at all.

A phone writes the place, the time and its own serial number into a photo, and Wagtail's renditions keep them
(measured; Willow does so on purpose). So nothing of the file that came is kept: it is decoded onto a fresh canvas and
written anew under a random name. Where that fails the photo is refused with words; there is no way back to the
original bytes.

The content decides, never the name or the type that the browser claims: phones send HEIC called ``.jpg``.
"""

import io
import re
import secrets
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000  # px
# Pillow's WebP reader needs 15 bytes a pixel, four times as much as the others: 40 megapixels took 660 MB, measured.
MAX_WEBP_PIXELS = 20_000_000
LONG_EDGE = 2048  # px, of the stored photo
# A browser can be asked for these; Safari on a Mac breaks on image/heic in the list (wagtail#13971, #13972).
ACCEPT = "image/jpeg,image/png,image/webp"

# What Pillow may try. MPO, a JPEG of several pictures as some phones write it, comes in through its JPEG reader.
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
JPEG_QUALITY = 85
WEBP_QUALITY = 85
# A drawing with a transparent ground stays sharp as PNG; a photo cut out of its ground would weigh many MB.
LARGEST_PNG = 1024 * 1024
# So many colours and fewer are a screen or a drawing: light as PNG, while JPEG would blur its letters.
FEW_COLOURS = 256
# Honest progressive photos have up to about 20 scans; a file made to keep the processor busy has thousands.
MAX_JPEG_SCANS = 100

_ORIENTATION = 0x0112

# Decoding is what costs memory: a 40-megapixel photo needs 160 MB while it is being read.
_DECODERS = threading.BoundedSemaphore(2)
_WAIT_SECONDS = 30

NOT_A_PHOTO = "Berkas ini bukan foto yang bisa dibaca. Pilih foto JPEG, PNG, WebP, atau HEIC."
EMPTY = "Berkas foto ini kosong. Pilih atau kirim ulang fotonya."
TOO_HEAVY = (
    "Foto ini lebih besar dari 15 MB. Perkecil dulu, atau ambil ulang dengan ukuran foto yang lebih kecil."
)
TOO_LARGE = (
    "Foto ini terlalu besar: paling banyak 40 megapiksel dan 12.000 piksel per sisi. Perkecil dulu fotonya."
)
TOO_LARGE_WEBP = (
    "Foto WebP ini lebih dari 20 megapiksel. Simpan sebagai JPEG, atau perkecil dulu, lalu unggah lagi."
)
BROKEN = "Foto ini rusak atau belum lengkap terkirim. Kirim ulang, atau pilih foto lain."
MOVING = "Gambar bergerak tidak bisa dipakai. Pilih foto biasa (JPEG, PNG, WebP, atau HEIC)."
BUSY = "Server sedang mengolah foto lain. Tunggu sebentar, lalu coba lagi."


class PhotoError(ValueError):
    """A photo that can't be taken; its text tells the person in Indonesian what to do."""


class CleanPhoto(ContentFile):
    """The result of `clean_photo`: whoever holds one need not clean it again."""


def clean_photo(file: BinaryIO, name: str = "") -> CleanPhoto:
    """The clean photo under a random name: JPEG, or PNG or WebP with its transparency kept.

    `file` is anything with `read`; `name` is not used, since neither it nor a claimed type can be trusted.
    Raises `PhotoError`. Safe to call from several threads; at most two photos are decoded at once.
    """
    data = _read(file)
    if not _looks_like_photo(data):
        raise PhotoError(NOT_A_PHOTO)
    if not _DECODERS.acquire(timeout=_WAIT_SECONDS):
        raise PhotoError(BUSY)
    try:
        content, extension = _encode(_redraw(data), lossless_source=data.startswith(b"\x89PNG"))
    finally:
        _DECODERS.release()
    return CleanPhoto(content, name=f"{secrets.token_hex(8)}.{extension}")


def size_of(file: BinaryIO) -> tuple[int, int] | tuple[None, None]:
    """Width and height in pixels from the header alone, (None, None) when it can't be read. Decodes nothing."""
    file.seek(0)
    try:
        with _words_for_faults():
            return Image.open(file, formats=FORMATS).size
    except PhotoError:
        return None, None
    finally:
        file.seek(0)


def light_jpeg(picture: Image.Image, limit: int, size: tuple[int, int] | None = None) -> bytes:
    """The picture as a JPEG of at most `limit` bytes, on white, stretched to `size` if one is asked for. It gives up
    sharpness step by step until it is light enough."""
    canvas = Image.new("RGB", picture.size, "white")
    canvas.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    if size and canvas.size != size:
        canvas = canvas.resize(size, Image.Resampling.LANCZOS)
    for quality in (JPEG_QUALITY, 72, 60, 45, 30, 15, 5):
        output = io.BytesIO()
        canvas.save(output, "JPEG", quality=quality)
        if output.tell() <= limit:
            break
    return output.getvalue()


def _read(file: BinaryIO) -> bytes:
    file.seek(0)
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise PhotoError(EMPTY)
    if len(data) > MAX_BYTES:
        raise PhotoError(TOO_HEAVY)
    return data


def _looks_like_photo(data: bytes) -> bool:
    """Whether the first bytes are those of a format we take, before any decoder sees them."""
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return True
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    # HEIF is a box "ftyp" whose brand tells the coding. AVIF is such a box too, but not every phone here reads it.
    return data[4:8] == b"ftyp" and data[8:12] in (
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"mif1",
        b"msf1",
        b"hevc",
    )


@contextmanager
def _words_for_faults() -> Iterator[None]:
    """Decoders raise nearly everything on hostile bytes (OSError, SyntaxError, struct.error …): always words."""
    try:
        yield
    except PhotoError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PhotoError(TOO_LARGE) from error
    except Exception as error:
        raise PhotoError(BROKEN) from error


def _redraw(data: bytes) -> Image.Image:
    """The picture on a fresh canvas: upright, small enough, 8-bit sRGB, with an alpha channel only if one is used."""
    _check_webp(data)
    if data.startswith(b"\xff\xd8") and _jpeg_scans(data) > MAX_JPEG_SCANS:
        raise PhotoError(BROKEN)
    with _words_for_faults(), Image.open(io.BytesIO(data), formats=FORMATS) as source:
        _check_size(source.size)
        # A photo of several pictures is a moving one, except in JPEG (a preview beside it) and HEIC (a burst).
        if source.format in ("PNG", "WEBP") and getattr(source, "n_frames", 1) > 1:
            raise PhotoError(MOVING)
        profile = source.info.get("icc_profile")
        if source.format in ("JPEG", "MPO"):
            source.draft(None, (LONG_EDGE, LONG_EDGE))  # decodes at half or quarter size when that is enough
        source.load()
        picture = _to_srgb(_upright(_shrink(source), _orientation(source)), profile)
        canvas = Image.new(picture.mode, picture.size)
        canvas.paste(picture)
        return canvas


def _check_webp(data: bytes) -> None:
    """Pillow's WebP reader sets memory aside as soon as it opens a file, so this header is read by hand."""
    if data[:4] != b"RIFF":
        return
    kind, header = data[12:16], data[20:30].ljust(10, b"\0")
    if kind == b"VP8X":
        size = int.from_bytes(header[4:7], "little") + 1, int.from_bytes(header[7:10], "little") + 1
    elif kind == b"VP8L":
        bits = int.from_bytes(header[1:5], "little")
        size = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        width, height = struct.unpack("<HH", header[6:10])
        size = width & 0x3FFF, height & 0x3FFF
    _check_size(size)
    if size[0] * size[1] > MAX_WEBP_PIXELS:
        raise PhotoError(TOO_LARGE_WEBP)


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE:
        raise PhotoError(TOO_LARGE)


def _jpeg_scans(data: bytes) -> int:
    """How often the picture is painted over. Walks the segments, so that a thumbnail or a film appended by the camera
    isn't counted."""
    position, scans = 2, 0
    while (marker := data[position : position + 2]) and marker != b"\xff\xd9":
        if len(marker) < 2 or marker[0] != 0xFF:
            break
        if marker == b"\xff\xda":
            scans += 1
            following = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]").search(data, position + 2)
            position = following.start() if following else len(data)
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return scans


def _shrink(picture: Image.Image) -> Image.Image:
    """At most `LONG_EDGE` px long, in 8 bits a channel. Brought near that size strip by strip: Pillow copies a picture
    whole to convert it, and again to scale one with transparency, which would treble the memory of the largest."""
    mode = picture.mode
    if picture.has_transparency_data and not mode.startswith(("I", "F")):
        mode = "RGBA"
    elif mode.startswith(("I", "F")):
        mode = "L"
    elif mode not in ("L", "RGB", "CMYK"):
        mode = "RGB"
    factor = max(1, max(picture.size) // LONG_EDGE)
    width, height = picture.size
    small = Image.new(mode, (-(-width // factor), -(-height // factor)))
    strip = factor * 64
    for top in range(0, height, strip):
        part = picture.crop((0, top, width, min(top + strip, height)))
        if part.mode.startswith(
            ("I", "F")
        ):  # 16-bit grey of a scanner: Pillow's own conversion cuts it off at white
            part = part.convert("I").point(lambda value: value * (1 / 256))
        small.paste(part.convert(mode).reduce(factor), (0, top // factor))
    scale = LONG_EDGE / max(small.size)
    if scale < 1:
        size = [max(1, round(side * scale)) for side in small.size]
        small = small.resize(size, Image.Resampling.LANCZOS)
    return small


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    """Turned and mirrored as the camera noted (EXIF 0x0112, 1 to 8)."""
    picture.getexif()[_ORIENTATION] = orientation
    return ImageOps.exif_transpose(picture)


def _orientation(source: Image.Image) -> int:
    try:
        return int(source.getexif().get(_ORIENTATION, 1))
    except Exception:  # damaged metadata is no reason to refuse the photo
        return 1


def _to_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """In the colours that every screen expects: without its profile a photo from a camera would look pale."""
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    colours = picture.convert("RGB") if alpha else picture
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            colours = ImageCms.profileToProfile(
                colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile, or one for other colours than the photo has: taken as it is
    colours = colours.convert("RGB")
    if alpha and alpha.getextrema()[0] < 255:
        colours.putalpha(alpha)
    return colours


def _encode(canvas: Image.Image, *, lossless_source: bool) -> tuple[bytes, str]:
    output = io.BytesIO()
    with _words_for_faults():
        exact = canvas.mode != "RGB" or (lossless_source and canvas.getcolors(FEW_COLOURS))
        if exact:
            canvas.save(output, "PNG", optimize=False)
            if output.tell() <= LARGEST_PNG:
                return output.getvalue(), "png"
            output = io.BytesIO()
        if canvas.mode == "RGB":
            # Screenshots come as PNG; halving their colour resolution would blur red and blue letters.
            options = {"quality": JPEG_QUALITY, "subsampling": "4:4:4" if lossless_source else "4:2:0"}
            try:
                canvas.save(output, "JPEG", optimize=True, progressive=True, **options)
            except OSError:  # pure grain overflows the one buffer that Pillow gives to a progressive photo
                output = io.BytesIO()
                canvas.save(output, "JPEG", **options)
            return output.getvalue(), "jpg"
        canvas.save(output, "WEBP", quality=WEBP_QUALITY)
        return output.getvalue(), "webp"
