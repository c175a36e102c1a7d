"""What is drawn over the picture of a step: one frame or one arrow. Pure geometry, in hundredths of the picture."""

from dataclasses import dataclass

FRAME, ARROW = "bingkai", "panah"
SHAPES = {FRAME: "Bingkai", ARROW: "Panah"}
WHOLE = 100


@dataclass(frozen=True)
class Mark:
    """`left` and `top` are the corner of a frame or the tip of an arrow; `width` and `height` are a frame's."""

    shape: str
    left: float
    top: float
    width: float = 0
    height: float = 0

    def path(self, picture_width: int, picture_height: int) -> str:
        """The SVG path in the picture's own dots."""
        x, y = self.left * picture_width / WHOLE, self.top * picture_height / WHOLE
        if self.shape == FRAME:
            right, down = self.width * picture_width / WHOLE, self.height * picture_height / WHOLE
            return f"M{x:.0f} {y:.0f}h{right:.0f}v{down:.0f}h-{right:.0f}z"
        return self._arrow(x, y, picture_width, picture_height)

    def _arrow(self, x: float, y: float, width: int, height: int) -> str:
        """It comes from the side where there is more room, so that its shaft stays inside."""
        long = min(width, height) * 0.22
        head = long * 0.42
        side = -1 if self.left >= WHOLE / 2 else 1
        rise = -1 if self.top >= WHOLE / 2 else 1
        return (
            f"M{x + side * long:.0f} {y + rise * long:.0f}L{x:.0f} {y:.0f}"
            f"M{x:.0f} {y + rise * head:.0f}L{x:.0f} {y:.0f}L{x + side * head:.0f} {y:.0f}"
        )


def fault(shape: str, left, top, width, height) -> str:
    """What is wrong with a mark as it was typed, in words; empty where nothing is."""
    if not shape:
        return ""
    needed = (left, top) if shape == ARROW else (left, top, width, height)
    if any(value is None for value in needed):
        return "Tandanya belum digambar. Gambarlah di atas foto, atau isi angkanya."
    if shape == FRAME and (left + width > WHOLE or top + height > WHOLE or not width or not height):
        return "Bingkainya keluar dari gambar, atau terlalu kecil. Gambarlah lagi."
    return ""
