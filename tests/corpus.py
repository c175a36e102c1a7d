"""Every file that an upload must bear: honest ones of all kinds, damaged ones, and ones made to do harm.

All are made here in code, so that the repository holds no bomb and each trick can be read.
"""

import io
import re
import struct
import zipfile
import zlib
from functools import cache

from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin
from pillow_heif import register_heif_opener

register_heif_opener()

# Near Tebing Tinggi, Pemayung. What must never leave the office with a photo.
LATITUDE, LONGITUDE = (1.0, 39.0, 12.5), (103.0, 21.0, 47.25)
SERIAL = "SN-BALAI-424242"
# Bytes that only metadata writes. "Exif" and the XMP address as they stand in JPEG, PNG, WebP and HEIF.
METADATA_MARKS = (
    b"Exif",
    b"eXIf",
    b"EXIF",
    b"http://ns.adobe.com/xap",
    b"XMP ",
    b"ICC_PROFILE",
    b"iCCP",
    SERIAL.encode(),
)

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="1,39.2083S"/></rdf:RDF></x:xmpmeta>'
)


# --- photos ---------------------------------------------------------------------------------------------------------


def scene(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """Something with edges and a gradient, red in its upper left corner, so that turning it shows."""
    width, height = size
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 3, height // 3), fill=(220, 20, 20))
    draw.rectangle((width // 2, height // 2, width, height), fill=(20, 90, 200))
    return picture if mode == "RGB" else picture.convert(mode)


def encoded(picture: Image.Image, form: str, **options) -> bytes:
    output = io.BytesIO()
    picture.save(output, form, **options)
    return output.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: where, when, with which device."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F], data[0x0110] = "Balai", "Telepon 12"
    data[0x0132] = "2026:11:25 07:30:00"
    data.get_ifd(0x8769).update({0xA431: SERIAL, 0x9003: "2026:11:25 07:30:00"})
    data.get_ifd(0x8825).update({1: "S", 2: LATITUDE, 3: "E", 4: LONGITUDE})
    return data


def phone_photo(form: str = "JPEG", size: tuple[int, int] = (640, 480), orientation: int = 1) -> bytes:
    """A photo with place, time, device, XMP and colour profile in it. Raises if it could not be given them."""
    options = {
        "exif": exif(orientation).tobytes(),
        "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    }
    if form == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        notes.add_text("Comment", SERIAL)
        options["pnginfo"] = notes
    else:
        options["xmp"] = XMP
    if form == "JPEG":
        options |= {"comment": SERIAL.encode(), "quality": 90}
    data = encoded(scene(size), form, **options)
    if dict(Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825)).get(2) != LATITUDE:
        raise AssertionError("the test photo carries no place, so it proves nothing")
    return data


def heavy_photo() -> bytes:
    """12 megapixels with grain, as a phone takes them: about 5 MB."""
    grain = Image.effect_noise((2000, 1500), 40).resize((4000, 3000)).convert("RGB")
    return encoded(Image.blend(grain, scene((4000, 3000)), 0.5), "JPEG", quality=92, exif=exif(6).tobytes())


def transparent(form: str, mode: str = "RGBA") -> bytes:
    picture = scene((300, 200)).convert(mode)
    if mode in ("RGBA", "LA"):
        picture.putalpha(Image.linear_gradient("L").resize((300, 200)))
        return encoded(picture, form)
    return encoded(picture.convert("P"), form, transparency=0)


def cmyk() -> bytes:
    return encoded(Image.new("CMYK", (200, 100), (0, 255, 255, 0)), "JPEG")


def sixteen_bit_grey(value: int = 40_000) -> bytes:
    return encoded(Image.new("I;16", (200, 100), value), "PNG")


def sixteen_bit_colour() -> bytes:
    row = b"\0" + struct.pack(">HHH", 60_000, 10_000, 10_000) * 20
    return png(20, 10, zlib.compress(row * 10), depth=16, colour=2)


def wide_gamut() -> tuple[bytes, bytes]:
    """A photo in another colour space (Adobe RGB's green made from a matrix) and the bytes of its profile."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # Swap red and blue primaries: a profile that clearly changes colours when it is honoured.
    red, blue = profile.find(b"rXYZ"), profile.find(b"bXYZ")
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return encoded(Image.new("RGB", (60, 40), (250, 10, 10)), "JPEG", icc_profile=bytes(profile)), bytes(
        profile
    )


def two_in_one() -> bytes:
    """MPO: a JPEG with a second picture behind it, as some phones and stereo cameras write."""
    return encoded(scene(), "MPO", save_all=True, append_images=[scene((320, 240))], exif=exif().tobytes())


def motion_photo() -> bytes:
    """A JPEG with a film behind it, whose bytes look like 300 scans."""
    return phone_photo() + b"ftypmp42" + b"\xff\xda\x00\x08" * 300


def polyglot() -> bytes:
    return encoded(scene(), "PNG") + b"<html><script>alert(document.cookie)</script></html>"


def png(width: int, height: int, packed: bytes, depth: int = 8, colour: int = 0, extra: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def png_bomb(side: int) -> bytes:
    """A black square: 1 bit a point in the file, up to 4 bytes a point in memory. 13,000 a side is 20 KB and 676 MB."""
    packer = zlib.compressobj(9)
    row = bytes(1 + -(-side // 8))
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return png(side, side, packed, depth=1)


def webp_bomb() -> bytes:
    """Claims 16,383 × 16,383 points in its header."""
    body = (
        b"VP8L" + struct.pack("<I", 10) + b"\x2f" + ((16_382 << 14) | 16_382).to_bytes(4, "little") + bytes(5)
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def jpeg_claiming(width: int, height: int) -> bytes:
    data = bytearray(encoded(Image.new("RGB", (16, 16)), "JPEG"))
    frame = data.find(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def jpeg_of_many_scans(scans: int = 3000) -> bytes:
    """A progressive photo with an empty pass repeated: a few bytes each, and the reader goes over all of it again."""
    data = encoded(Image.new("RGB", (4000, 4000), "olive"), "JPEG", progressive=True, quality=50)
    starts = [match.start() for match in re.finditer(b"\xff\xda", data)]
    tables = data.rfind(b"\xff\xc4", starts[1], starts[2])  # the next pass brings its own
    repeated = data[starts[1] : tables if tables > 0 else starts[2]]
    return data[: starts[1]] + repeated * scans + data[starts[1] :]


def moving(form: str, frames: int = 3) -> bytes:
    pictures = [
        Image.new("RGB", (8, 8), (number * 40 % 256, number // 6 % 256, 90)) for number in range(frames)
    ]
    options = {"lossless": True} if form == "WEBP" else {}
    return encoded(pictures[0], form, save_all=True, append_images=pictures[1:], **options)


def text_bomb_png() -> bytes:
    """A note of 200 MB, packed, in front of one point."""
    packed = zlib.compress(bytes(200_000_000), 9)
    note = b"Comment\0\0" + packed
    chunk = struct.pack(">I", len(note)) + b"zTXt" + note + struct.pack(">I", zlib.crc32(b"zTXt" + note))
    return png(1, 1, zlib.compress(b"\0\0"), extra=chunk)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@cache
def unwanted_photos() -> dict[str, bytes]:
    """What must be refused with words, by what it is."""
    picture = scene((64, 48))
    whole = encoded(scene(), "JPEG")
    return {
        "nothing": b"",
        "SVG with a script": SVG,
        "SVG behind a declaration": b'<?xml version="1.0"?>\n' + SVG,
        "HTML": b"<!doctype html><script>alert(1)</script>",
        "GIF": encoded(picture.convert("P"), "GIF"),
        "GIF of 10,000 frames": moving("GIF", 10_000),
        "APNG of 500 frames": moving("PNG", 500),
        "moving WebP": moving("WEBP"),
        "AVIF": encoded(picture, "AVIF"),
        "TIFF": encoded(picture, "TIFF"),
        "BMP": encoded(picture, "BMP"),
        "EPS": encoded(picture, "EPS"),
        "ICO": encoded(picture, "ICO"),
        "PSD": b"8BPS\0\1" + bytes(40),
        "PDF": pdf(),
        "ZIP": docx(),
        "programme": b"MZ" + bytes(200),
        "JPEG cut in half": whole[: len(whole) // 2],
        "JPEG cut after its header": whole[:40],
        "JPEG of three bytes": b"\xff\xd8\xff",
        "PNG cut in half": encoded(picture, "PNG")[:120],
        "PNG signature alone": b"\x89PNG\r\n\x1a\n",
        "WebP cut in half": encoded(scene(), "WEBP")[:400],
        "HEIC cut in half": encoded(scene(), "HEIF")[:700],
        "bomb of 81 megapixels": png_bomb(9_000),
        "bomb of 169 megapixels": png_bomb(13_000),
        "bomb of 361 megapixels": png_bomb(19_000),
        "WebP bomb": webp_bomb(),
        "JPEG that claims 65,000 a side": jpeg_claiming(65_000, 65_000),
        "JPEG that claims one long line": jpeg_claiming(60_000, 16),
        "JPEG of 3,000 scans": jpeg_of_many_scans(),
        "PNG with a packed note of 200 MB": text_bomb_png(),
        "16 MB": encoded(picture, "JPEG") + bytes(16 * 1024 * 1024),
    }


NASTY_NAMES = (
    "../../etc/passwd.jpg",
    "C:\\Windows\\x.jpg",
    "a\0b.jpg",
    "x" * 300 + ".jpg",
    "foto\u202egpj.exe",
    "🌾panen.jpg",
    ".htaccess",
    "a.php.jpg",
    "a\r\nSet-Cookie: x=1.jpg",
    "<img src=x onerror=alert(1)>.jpg",
    "",
)


# --- documents ------------------------------------------------------------------------------------------------------


def pdf(pages: int = 3, password: str = "", script: str = "") -> bytes:
    document = FPDF()
    document.set_font("Helvetica", size=12)
    for number in range(1, pages + 1):
        document.add_page()
        document.cell(text=f"Halaman {number}")
    if script:
        document.set_title(script)
    if password:
        document.set_encryption("pemilik", password, EncryptionMethod.RC4)
    return bytes(document.output())


def raw_pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a true table of their places."""
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            root,
            len(data),
        )
    )


def pdf_with_script() -> bytes:
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )


def pdf_bomb() -> bytes:
    """The list of its pages stands in a stream that unpacks to 1 GB. Read only with a table of compressed objects."""
    packer = zlib.compressobj(9)
    head = b"2 0 3 40 <</Type/Pages/Kids[3 0 R]/Count 1>>       <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> "
    packed = (
        packer.compress(head)
        + b"".join(packer.compress(b" " * 1_000_000) for _ in range(1000))
        + packer.flush()
    )
    data, places = b"%PDF-1.5\n", {}
    places[1] = len(data)
    data += b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    places[4] = len(data)
    data += b"4 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    data += packed + b"\nendstream\nendobj\n"
    places[5] = len(data)
    rows = [(0, 0, 65535), (1, places[1], 0), (2, 4, 0), (2, 4, 1), (1, places[4], 0), (1, places[5], 0)]
    table = zlib.compress(b"".join(struct.pack(">BIH", *row) for row in rows))
    data += (
        b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n"
        % len(table)
    )
    data += table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % places[5]
    return data


def broken_pdf() -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * 20


def _zip(parts: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


def docx(**more: bytes) -> bytes:
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return _zip({"[Content_Types].xml": types, "word/document.xml": b"<w:document/>"} | more)


def xlsx() -> bytes:
    return _zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def opendocument(kind: str) -> bytes:
    name = {"odt": b"text", "ods": b"spreadsheet"}[kind]
    return _zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument." + name,
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": b"<office:document-content/>",
        }
    )


def encrypted_opendocument() -> bytes:
    return _zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            "content.xml": b"\x93\x11",
        }
    )


def old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def docx_bomb() -> bytes:
    """One part of 400 MB of zeros in 400 KB."""
    output = io.BytesIO(docx())
    with (
        zipfile.ZipFile(output, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/a.bin", "w") as part,
    ):
        for _ in range(400):
            part.write(bytes(1024 * 1024))
    return output.getvalue()


def docx_of_many_parts() -> bytes:
    output = io.BytesIO(docx())
    with zipfile.ZipFile(output, "a") as archive:
        for number in range(6_000):
            archive.writestr(f"word/{number}", b"")
    return output.getvalue()


def docx_with_macro() -> bytes:
    return docx(**{"word/vbaProject.bin": b"\xcc\x61"})


def docx_that_climbs() -> bytes:
    return docx(**{"../../etc/cron.d/x": b"x"})


def silence(frames: int = 40) -> bytes:
    """A second of nothing as MP3: MPEG-1 layer III, 128 kbit/s, 44.1 kHz; a frame of it has 417 bytes."""
    return (b"\xff\xfb\x90\x64" + bytes(413)) * frames
