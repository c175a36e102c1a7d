"""Where a place is, as people have it at hand: a map's link, the text an app shares, or coordinates."""

import re

_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_BARE_LINK = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s\"'<>]*", re.IGNORECASE)
# "-1.6543, 103.2045", and with the decimal commas of an Indonesian keyboard "-1,6543; 103,2045"
_COORDINATES = re.compile(r"\(?\s*(-?[0-9]{1,2}[.,][0-9]+)\s*[,;\s]\s*(-?[0-9]{1,3}[.,][0-9]+)\s*\)?")

HELP = (
    "Tempel tautan dari aplikasi peta, misalnya https://maps.app.goo.gl/…, atau tulis koordinatnya, "
    "misalnya -1.6543, 103.2045."
)


def map_link(typed: str) -> str:
    """The web address in what was pasted; coordinates become an address of OpenStreetMap. Empty stays empty.
    Raises ValueError, in Indonesian words, for anything else."""
    typed = typed.strip()
    if not typed:
        return ""
    if found := _LINK.search(typed):
        return found.group().rstrip(".,;)")
    if found := _COORDINATES.fullmatch(typed):
        return _open_street_map(*(float(number.replace(",", ".")) for number in found.groups()))
    if found := _BARE_LINK.fullmatch(typed):
        return f"https://{found.group()}"
    raise ValueError(f"Ini bukan tautan peta. {HELP}")


def _open_street_map(latitude: float, longitude: float) -> str:
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValueError(
            "Koordinat ini tidak ada di bumi. Tulis lintang dulu, baru bujur: -1.6543, 103.2045."
        )
    return (
        f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}"
        f"#map=17/{latitude:.5f}/{longitude:.5f}"
    )
