"""Flat drawings of village life in the site's palette, made by code: no stock people, no licence to ask for.

Each public function draws one picture of 1200×900 (the crest: 256×256) and returns a Pillow image.
Everything is drawn larger and scaled down, which makes edges smooth. No randomness and
no fonts of the machine: the same code gives the same picture everywhere.
"""

import math
from collections.abc import Callable, Sequence

from font_source_sans_pro import SourceSansProSemibold
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 900
CREST = 256

PAPER = "#fbf8f2"
MAROON = "#7a1d2e"
LEAF = "#1f5d4c"
RIVER = "#1d4568"
GOLD = "#b98a2f"
INK = "#2a211c"
WOOD = "#8a5a35"
SKINS = ("#a9724a", "#8d5b3a", "#c08a5e")

Point = tuple[float, float]


def mix(colour: str, other: str, share: float) -> str:
    """The colour with ``share`` (0 to 1) of the other one in it."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (colour, other))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


SUN = mix(GOLD, "#ffd98a", 0.55)
SKY = mix(GOLD, PAPER, 0.78)
GRASS = mix(LEAF, "#a9c06a", 0.55)
YOUNG = mix(LEAF, "#cbd67e", 0.72)


class Sheet:
    """A drawing surface in logical units; beneath are ``finer`` pixels to a unit."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT, ground: str | None = PAPER, finer: int = 2):
        mode, fill = ("RGB", ground) if ground else ("RGBA", (0, 0, 0, 0))
        self.size = (width, height)
        self.finer = finer
        self.image = Image.new(mode, (width * finer, height * finer), fill)
        self.pen = ImageDraw.Draw(self.image)

    def area(self, points: Sequence[Point], colour: str) -> None:
        self.pen.polygon([(x * self.finer, y * self.finer) for x, y in points], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, round_: float = 0) -> None:
        corners = (x * self.finer, y * self.finer, (x + width) * self.finer, (y + height) * self.finer)
        self.pen.rounded_rectangle(corners, radius=round_ * self.finer, fill=colour)

    def oval(self, cx: float, cy: float, rx: float, ry: float, colour: str) -> None:
        self.pen.ellipse(
            [(cx - rx) * self.finer, (cy - ry) * self.finer, (cx + rx) * self.finer, (cy + ry) * self.finer],
            fill=colour,
        )

    def half_oval(self, cx: float, cy: float, rx: float, ry: float, colour: str) -> None:
        """The upper half of an oval, standing on ``cy``."""
        box = [(cx - rx) * self.finer, (cy - ry) * self.finer, (cx + rx) * self.finer, (cy + ry) * self.finer]
        self.pen.pieslice(box, 180, 360, fill=colour)

    def stroke(self, points: Sequence[Point], width: float, colour: str) -> None:
        """A line with round ends and joints."""
        scaled = [(x * self.finer, y * self.finer) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * self.finer), joint="curve")
        for x, y in (points[0], points[-1]):
            self.oval(x, y, width / 2, width / 2, colour)

    def wave(self, level: Callable[[float], float], colour: str) -> None:
        """Fills everything below a line given as a function of x."""
        width, height = self.size
        line = [(x, level(x)) for x in range(0, width + 1, 8)]
        self.area([*line, (width, height), (0, height)], colour)

    def text(self, cx: float, cy: float, words: str, size: float, colour: str) -> None:
        font = ImageFont.truetype(SourceSansProSemibold, round(size * self.finer))
        self.pen.text((cx * self.finer, cy * self.finer), words, font=font, fill=colour, anchor="mm")

    def finished(self) -> Image.Image:
        return self.image.resize(self.size, Image.Resampling.LANCZOS)


def hill(centre: float, top: float, spread: float, ground: float) -> Callable[[float], float]:
    return lambda x: ground - (ground - top) * math.exp(-(((x - centre) / spread) ** 2))


def curve(start: Point, pull: Point, end: Point, parts: int = 24) -> list[Point]:
    """Points on a quadratic curve."""
    steps = [i / parts for i in range(parts + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * (1 - t) * t * pull[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * (1 - t) * t * pull[1] + t**2 * end[1],
        )
        for t in steps
    ]


def sky(sheet: Sheet, sun: Point, radius: float = 84) -> None:
    sheet.box(0, 0, WIDTH, HEIGHT, SKY)
    for ring, share in ((2.6, 0.82), (1.8, 0.6)):
        sheet.oval(*sun, radius * ring, radius * ring, mix(SUN, SKY, share))
    sheet.oval(*sun, radius, radius, SUN)


def palm(sheet: Sheet, x: float, foot: float, height: float, colour: str) -> None:
    """An areca palm: a thin stem and a crown of seven fronds."""
    top = foot - height
    sheet.stroke([(x, foot), (x + height * 0.03, top)], height * 0.035, mix(WOOD, INK, 0.15))
    x += height * 0.03
    for angle in (-165, -140, -112, -88, -62, -38, -14):
        a = math.radians(angle)
        reach = height * 0.34
        tip = (x + math.cos(a) * reach, top + math.sin(a) * reach * 0.75 + height * 0.1)
        pull = (x + math.cos(a) * reach * 0.7, top + math.sin(a) * reach - height * 0.06)
        upper = curve((x, top), pull, tip)
        lower = curve(tip, (pull[0], pull[1] + height * 0.09), (x, top + height * 0.02))
        sheet.area(upper + lower, colour)


def bush(sheet: Sheet, x: float, foot: float, size: float, colour: str) -> None:
    for dx, ry, rx in ((-0.55, 0.6, 0.5), (0, 1.0, 0.62), (0.55, 0.7, 0.5)):
        sheet.half_oval(x + dx * size, foot, rx * size, ry * size, colour)


def stilt_house(sheet: Sheet, x: float, ground: float, size: float, wall: str, roof: str) -> None:
    """A wooden house on stilts of the Batanghari banks, seen from the front; ``x`` is its middle."""
    floor, eaves = ground - size * 0.42, ground - size * 0.86
    post = mix(WOOD, INK, 0.35)
    for dx in (-0.5, -0.18, 0.18, 0.5):
        sheet.box(x + dx * size - size * 0.025, floor, size * 0.05, size * 0.42, post)
    sheet.box(x - size * 0.6, floor - size * 0.03, size * 1.2, size * 0.07, post)
    sheet.box(x - size * 0.54, eaves, size * 1.08, floor - eaves, wall)
    for row in range(1, 5):
        y = eaves + (floor - eaves) * row / 5
        sheet.box(x - size * 0.54, y, size * 1.08, size * 0.008, mix(wall, INK, 0.18))
    dark = mix(roof, INK, 0.45)
    sheet.box(x - size * 0.09, eaves + size * 0.12, size * 0.18, floor - eaves - size * 0.12, dark)
    for dx in (-0.42, 0.24):
        sheet.box(x + dx * size, eaves + size * 0.13, size * 0.18, size * 0.17, dark)
        sheet.box(x + dx * size + size * 0.08, eaves + size * 0.13, size * 0.02, size * 0.17, wall)
    sheet.area(
        [
            (x - size * 0.72, eaves + size * 0.04),
            (x - size * 0.34, eaves - size * 0.4),
            (x + size * 0.34, eaves - size * 0.4),
            (x + size * 0.72, eaves + size * 0.04),
        ],
        roof,
    )
    sheet.area(
        [
            (x - size * 0.38, eaves - size * 0.38),
            (x - size * 0.46, eaves - size * 0.47),
            (x + size * 0.46, eaves - size * 0.47),
            (x + size * 0.38, eaves - size * 0.38),
        ],
        mix(roof, INK, 0.25),
    )
    for step in range(5):
        y = floor + size * 0.42 * step / 5
        sheet.box(
            x - size * (0.1 + step * 0.012),
            y,
            size * (0.2 + step * 0.024),
            size * 0.035,
            mix(WOOD, PAPER, 0.3),
        )


def bust(
    sheet: Sheet, x: float, foot: float, size: float, shirt: str, skin: str, head: str, cloth: str = INK
) -> None:
    """A person from the waist up, without a face. ``head`` is "rambut", "peci" or "kerudung"; ``size`` in units."""
    shoulder = foot - size * 0.62
    crown = shoulder - size * 0.24
    sheet.half_oval(x, shoulder + size * 0.34, size * 0.4, size * 0.36, shirt)
    sheet.box(x - size * 0.4, shoulder + size * 0.32, size * 0.8, size * 0.31, shirt)
    if head == "kerudung":
        sheet.oval(x, crown, size * 0.22, size * 0.26, cloth)
        sheet.area(
            [
                (x - size * 0.21, crown),
                (x - size * 0.31, shoulder + size * 0.24),
                (x, shoulder + size * 0.34),
                (x + size * 0.31, shoulder + size * 0.24),
                (x + size * 0.21, crown),
            ],
            cloth,
        )
        sheet.oval(x, crown + size * 0.02, size * 0.135, size * 0.175, skin)
        return
    sheet.box(x - size * 0.07, crown + size * 0.1, size * 0.14, size * 0.2, mix(skin, INK, 0.15), size * 0.05)
    sheet.oval(x, crown, size * 0.17, size * 0.21, skin)
    if head == "peci":
        sheet.area(
            [
                (x - size * 0.18, crown - size * 0.06),
                (x - size * 0.15, crown - size * 0.27),
                (x + size * 0.15, crown - size * 0.27),
                (x + size * 0.18, crown - size * 0.06),
            ],
            INK,
        )
    else:
        sheet.half_oval(x, crown - size * 0.04, size * 0.185, size * 0.2, cloth)


def from_behind(sheet: Sheet, x: float, foot: float, size: float, shirt: str, head: str, cloth: str) -> None:
    """The back of someone who sits and listens."""
    shoulder, crown = foot - size * 0.55, foot - size * 0.8
    sheet.half_oval(x, shoulder + size * 0.36, size * 0.42, size * 0.38, shirt)
    sheet.box(x - size * 0.42, shoulder + size * 0.34, size * 0.84, size * 0.4, shirt)
    if head == "kerudung":
        sheet.oval(x, crown, size * 0.22, size * 0.25, cloth)
        sheet.area(
            [
                (x - size * 0.21, crown + size * 0.02),
                (x - size * 0.3, shoulder + size * 0.22),
                (x, shoulder + size * 0.36),
                (x + size * 0.3, shoulder + size * 0.22),
                (x + size * 0.21, crown + size * 0.02),
            ],
            cloth,
        )
        return
    sheet.box(x - size * 0.07, crown + size * 0.1, size * 0.14, size * 0.2, SKINS[1], size * 0.05)
    sheet.oval(x, crown, size * 0.18, size * 0.21, mix(INK, WOOD, 0.25))
    if head == "peci":
        top, brim = crown - size * 0.27, crown + size * 0.02
        edges = [
            (x - size * 0.19, brim),
            (x - size * 0.16, top),
            (x + size * 0.16, top),
            (x + size * 0.19, brim),
        ]
        sheet.area(edges, INK)


def batik_band(sheet: Sheet, y: float, height: float, ground: str = MAROON, mark: str = SUN) -> None:
    """A band of rhombus and seed, as on the site's header."""
    sheet.box(0, y, WIDTH, height, ground)
    middle, half = y + height / 2, height * 0.36
    step = height * 1.5
    for i in range(math.ceil(WIDTH / step) + 1):
        x = i * step
        reach = step / 2
        outline = [
            (x - reach, middle),
            (x, middle - half),
            (x + reach, middle),
            (x, middle + half),
            (x - reach, middle),
        ]
        sheet.stroke(outline, height * 0.045, mark)
        sheet.oval(x, middle, height * 0.09, height * 0.17, mark)
        sheet.oval(x + reach, middle, height * 0.05, height * 0.05, mark)


def flags(sheet: Sheet, y: float, sag: float, size: float) -> None:
    """A string of small flags across the picture."""
    line = curve((-10, y), (WIDTH / 2, y + sag * 2), (WIDTH + 10, y), 30)
    sheet.stroke(line, 4, mix(WOOD, INK, 0.2))
    colours = (MAROON, GOLD, LEAF, RIVER)
    for i, (x, top) in enumerate(line[1:-1:2]):
        sheet.area([(x - size / 2, top), (x + size / 2, top + 2), (x, top + size * 1.2)], colours[i % 4])


def river() -> Image.Image:
    """The Batanghari in the morning: stilt houses on the bank, a boat on the water."""
    sheet = Sheet()
    sky(sheet, (860, 250), 92)
    sheet.wave(hill(250, 330, 380, 480), mix(LEAF, SKY, 0.68))
    sheet.wave(hill(1050, 350, 330, 480), mix(LEAF, SKY, 0.55))
    sheet.wave(lambda x: 470 + 8 * math.sin(x / 70), mix(LEAF, SKY, 0.28))
    for x, size in ((30, 60), (330, 70), (640, 66), (980, 74), (1165, 62)):
        bush(sheet, x, 500, size, mix(LEAF, INK, 0.08))
    palm(sheet, 90, 520, 250, LEAF)
    palm(sheet, 610, 515, 230, LEAF)
    palm(sheet, 1130, 520, 270, mix(LEAF, INK, 0.12))
    sheet.wave(lambda x: 515 + 10 * math.sin(x / 160 + 1), mix(GRASS, WOOD, 0.22))
    stilt_house(sheet, 270, 590, 250, mix(GOLD, PAPER, 0.35), MAROON)
    stilt_house(sheet, 790, 580, 210, mix(RIVER, PAPER, 0.62), mix(MAROON, WOOD, 0.35))
    stilt_house(sheet, 1035, 575, 160, mix(LEAF, PAPER, 0.6), MAROON)
    sheet.wave(lambda x: 580 + 7 * math.sin(x / 120), mix(RIVER, PAPER, 0.42))
    sheet.wave(lambda x: 640 + 8 * math.sin(x / 150 + 2), mix(RIVER, PAPER, 0.3))
    sheet.wave(lambda x: 730 + 9 * math.sin(x / 170 + 4), mix(RIVER, PAPER, 0.16))
    sheet.wave(lambda x: 830 + 9 * math.sin(x / 190 + 1), RIVER)
    for x, y, length in ((820, 612, 130), (840, 652, 90), (815, 690, 110), (850, 752, 70)):
        sheet.stroke([(x, y), (x + length, y)], 7, mix(SUN, PAPER, 0.25))
    for x, y, length in ((90, 668, 120), (980, 705, 140), (130, 790, 150), (700, 860, 170), (1010, 800, 90)):
        sheet.stroke([(x, y), (x + length, y)], 6, mix(RIVER, PAPER, 0.55))
    hull = [
        *curve((330, 742), (520, 760), (745, 722)),
        *curve((745, 722), (690, 812), (560, 812)),
        (430, 812),
    ]
    sheet.area([*hull, *curve((430, 812), (360, 806), (330, 742))], mix(WOOD, INK, 0.25))
    sheet.stroke(curve((330, 744), (520, 764), (745, 724)), 11, GOLD)
    for x in (455, 610):
        sheet.box(x, 640, 9, 112, INK)
    sheet.area([*curve((420, 650), (535, 588), (655, 642)), (655, 656), (420, 664)], MAROON)
    bust(sheet, 395, 768, 120, LEAF, SKINS[1], "rambut", INK)
    bust(sheet, 540, 772, 108, GOLD, SKINS[0], "kerudung", PAPER)
    return sheet.finished()


def road() -> Image.Image:
    """The new concrete road through the rice fields."""
    sheet = Sheet()
    sky(sheet, (300, 240), 80)
    sheet.wave(hill(860, 260, 420, 470), mix(LEAF, SKY, 0.66))
    sheet.wave(hill(330, 350, 380, 470), mix(LEAF, SKY, 0.5))
    sheet.wave(lambda x: 448 + 4 * math.sin(x / 40), LEAF)
    horizon, far, near = 462, (690, 720), (300, 860)
    sheet.box(0, horizon, WIDTH, HEIGHT - horizon, YOUNG)
    edges = [horizon, 484, 518, 566, 634, 736, 900]
    for i, (top, bottom) in enumerate(zip(edges, edges[1:], strict=False)):
        sheet.box(0, top, WIDTH, bottom - top, (YOUNG, GRASS)[i % 2])
        sheet.box(0, top, WIDTH, 2 + i * 2.2, mix(LEAF, GRASS, 0.25))
    for top, bottom, step in ((520, 560, 30), (570, 628, 44), (640, 728, 62), (742, 880, 92)):
        for i in range(-1, WIDTH // step + 2):
            for row in range(2):
                x = i * step + row * step / 2 + 8
                y = top + (bottom - top) * (0.5 + row * 0.42)
                tall = (bottom - top) * 0.3
                for lean in (-0.28, 0, 0.28):
                    sheet.stroke(
                        [(x, y), (x + lean * tall, y - tall)], 1.5 + tall / 14, mix(LEAF, GRASS, 0.12)
                    )
    sheet.area(
        [(far[0] - 6, horizon), (far[1] + 6, horizon), (near[1] + 66, 900), (near[0] - 66, 900)],
        mix(WOOD, GRASS, 0.35),
    )
    sheet.area(
        [(far[0], horizon), (far[1], horizon), (near[1], 900), (near[0], 900)], mix(PAPER, "#c9c3b8", 0.55)
    )
    shade = mix("#c9c3b8", INK, 0.28)
    for i in range(1, 9):
        depth = (i / 9) ** 2.2
        y = horizon + (900 - horizon) * depth
        left = far[0] + (near[0] - far[0]) * depth
        right = far[1] + (near[1] - far[1]) * depth
        sheet.stroke([(left, y), (right, y)], 1 + depth * 7, shade)
    middle_far, middle_near = sum(far) / 2, sum(near) / 2
    sheet.stroke([(middle_far, horizon), (middle_near, 900)], 3, shade)
    palm(sheet, 970, 520, 270, LEAF)
    palm(sheet, 1060, 540, 330, mix(LEAF, INK, 0.12))
    palm(sheet, 120, 500, 210, LEAF)
    for dx in (-66, 54):
        sheet.box(430 + dx, 420, 9, 90, mix(WOOD, INK, 0.3))
    sheet.box(350, 468, 160, 13, WOOD)
    sheet.area([(334, 428), (392, 362), (468, 362), (526, 428)], MAROON)
    bicycle(sheet, 640, 690, 1.0)
    return sheet.finished()


def bicycle(sheet: Sheet, x: float, ground: float, scale: float) -> None:
    """Someone riding a bicycle with a basket of harvest."""
    r = 46 * scale
    for cx in (x - 66 * scale, x + 66 * scale):
        sheet.oval(cx, ground - r, r, r, INK)
        sheet.oval(cx, ground - r, r - 9 * scale, r - 9 * scale, mix(PAPER, "#c9c3b8", 0.55))
        sheet.oval(cx, ground - r, 8 * scale, 8 * scale, INK)
    frame = [(x - 66, -46), (x - 24, -100), (x + 44, -100), (x, -46), (x - 66, -46)]
    place = [(x + (px - x) * scale, ground + py * scale) for px, py in frame]
    sheet.stroke(place, 9 * scale, MAROON)
    sheet.stroke([place[1], place[3]], 9 * scale, MAROON)
    sheet.stroke(
        [(x + 66 * scale, ground - 46 * scale), (x + 40 * scale, ground - 128 * scale)], 9 * scale, MAROON
    )
    sheet.stroke(
        [(x + 26 * scale, ground - 132 * scale), (x + 58 * scale, ground - 128 * scale)], 9 * scale, INK
    )
    sheet.box(x - 100 * scale, ground - 128 * scale, 62 * scale, 40 * scale, GOLD, 6 * scale)
    sheet.half_oval(x - 69 * scale, ground - 126 * scale, 30 * scale, 24 * scale, GRASS)
    sheet.stroke(
        [(x - 18 * scale, ground - 112 * scale), (x + 16 * scale, ground - 64 * scale)], 24 * scale, RIVER
    )
    sheet.stroke(
        [(x - 16 * scale, ground - 118 * scale), (x - 2 * scale, ground - 196 * scale)], 44 * scale, LEAF
    )
    sheet.stroke(
        [(x + 4 * scale, ground - 190 * scale), (x + 44 * scale, ground - 136 * scale)], 15 * scale, SKINS[0]
    )
    sheet.oval(x + 8 * scale, ground - 244 * scale, 24 * scale, 28 * scale, SKINS[0])
    sheet.area(
        [
            (x - 44 * scale, ground - 250 * scale),
            (x + 8 * scale, ground - 300 * scale),
            (x + 60 * scale, ground - 250 * scale),
        ],
        GOLD,
    )


def meeting() -> Image.Image:
    """A meeting in the village hall, seen from the back rows."""
    sheet = Sheet(ground=mix(GOLD, PAPER, 0.72))
    for x in range(0, WIDTH, 100):
        sheet.box(x, 72, 3, 544, mix(GOLD, PAPER, 0.6))
    batik_band(sheet, 0, 72)
    sheet.box(0, 600, WIDTH, 300, mix(WOOD, PAPER, 0.45))
    for x in (40, 1010):
        sheet.box(x, 190, 150, 250, mix(WOOD, INK, 0.1))
        sheet.box(x + 12, 202, 126, 226, mix(RIVER, PAPER, 0.7))
        sheet.half_oval(x + 75, 428, 62, 90, mix(LEAF, PAPER, 0.25))
        sheet.box(x + 71, 202, 8, 226, mix(WOOD, INK, 0.1))
        sheet.box(x + 12, 308, 126, 8, mix(WOOD, INK, 0.1))
    sheet.box(350, 166, 500, 316, mix(WOOD, INK, 0.2), 8)
    sheet.box(366, 182, 468, 284, PAPER)
    sheet.box(396, 208, 220, 16, MAROON, 6)
    for i, (tall, colour) in enumerate(((90, LEAF), (140, GOLD), (115, RIVER), (175, MAROON))):
        sheet.box(410 + i * 62, 440 - tall, 40, tall, colour)
    for i, length in enumerate((130, 105, 120, 80)):
        sheet.oval(684, 266 + i * 46, 10, 10, LEAF)
        sheet.box(704, 261 + i * 46, length - 12, 10, mix(INK, PAPER, 0.5), 5)
    sheet.stroke([(400, 440), (652, 440)], 5, INK)
    bust(sheet, 935, 640, 270, mix(LEAF, PAPER, 0.1), SKINS[0], "peci")
    sheet.stroke([(862, 540), (800, 470), (770, 400)], 34, mix(LEAF, PAPER, 0.1))
    sheet.stroke([(768, 396), (764, 384)], 26, SKINS[0])
    sheet.box(205, 548, 220, 90, mix(WOOD, INK, 0.1), 6)
    bust(sheet, 250, 575, 170, GOLD, SKINS[2], "kerudung", mix(MAROON, PAPER, 0.15))
    bust(sheet, 385, 575, 170, RIVER, SKINS[1], "rambut", INK)
    sheet.box(160, 560, 320, 22, mix(WOOD, PAPER, 0.2), 4)
    sheet.box(172, 580, 296, 90, mix(WOOD, INK, 0.05))
    rows = (
        (730, 190, 6, 205, 88, ("peci", "kerudung", "rambut", "peci", "kerudung", "rambut")),
        (880, 250, 5, 275, 60, ("kerudung", "rambut", "kerudung", "peci", "kerudung")),
    )
    shirts = (
        MAROON,
        mix(RIVER, PAPER, 0.15),
        mix(LEAF, PAPER, 0.2),
        mix(GOLD, PAPER, 0.1),
        mix(MAROON, PAPER, 0.3),
    )
    cloths = (
        mix(GOLD, PAPER, 0.35),
        mix(LEAF, PAPER, 0.45),
        mix(MAROON, PAPER, 0.55),
        PAPER,
        mix(RIVER, PAPER, 0.4),
    )
    for row, (foot, size, count, step, start, heads) in enumerate(rows):
        for i in range(count):
            pick = i + row * 2
            shirt = shirts[pick % 5] if row else mix(shirts[pick % 5], PAPER, 0.12)
            from_behind(sheet, start + i * step + 20, foot + 60, size, shirt, heads[i], cloths[pick % 5])
    return sheet.finished()


def training() -> Image.Image:
    """Villagers learning at laptops around a long table."""
    sheet = Sheet(ground=mix(LEAF, PAPER, 0.82))
    batik_band(sheet, 0, 66, LEAF, mix(SUN, PAPER, 0.2))
    sheet.box(70, 150, 300, 250, mix(WOOD, INK, 0.1), 6)
    sheet.box(86, 166, 268, 218, mix(GOLD, PAPER, 0.68))
    sheet.oval(150, 226, 34, 34, SUN)
    sheet.half_oval(170, 384, 84, 92, mix(LEAF, PAPER, 0.3))
    sheet.half_oval(280, 384, 74, 126, LEAF)
    sheet.box(216, 166, 8, 218, mix(WOOD, INK, 0.1))
    sheet.box(700, 140, 430, 250, mix(WOOD, INK, 0.2), 8)
    sheet.box(714, 154, 402, 222, PAPER)
    sheet.box(740, 176, 350, 34, MAROON, 6)
    sheet.box(740, 226, 160, 116, mix(RIVER, PAPER, 0.55), 6)
    sheet.half_oval(820, 342, 70, 62, mix(LEAF, PAPER, 0.2))
    for i, length in enumerate((170, 150, 165, 96)):
        sheet.box(920, 230 + i * 30, length, 12, mix(INK, PAPER, 0.55), 6)
    sheet.stroke([(1085, 560), (1000, 470), (960, 420)], 36, RIVER)
    bust(sheet, 1120, 700, 330, RIVER, SKINS[1], "rambut", INK)
    sheet.stroke([(958, 416), (950, 400)], 28, SKINS[1])
    people = (
        (180, 320, MAROON, SKINS[0], "kerudung", mix(GOLD, PAPER, 0.3)),
        (470, 330, mix(GOLD, INK, 0.08), SKINS[1], "peci", INK),
        (760, 320, LEAF, SKINS[2], "kerudung", mix(MAROON, PAPER, 0.2)),
    )
    for x, size, shirt, skin, head, cloth in people:
        bust(sheet, x, 700, size, shirt, skin, head, cloth)
    sheet.box(-20, 684, WIDTH + 40, 44, mix(WOOD, PAPER, 0.22))
    sheet.box(-20, 728, WIDTH + 40, 172, mix(WOOD, INK, 0.08))
    for x in (300, 620, 900):
        sheet.box(x, 728, 5, 172, mix(WOOD, INK, 0.25))
    for x, _, _, skin, _, _ in people:
        sheet.area([(x - 112, 690), (x - 98, 540), (x + 98, 540), (x + 112, 690)], mix(INK, RIVER, 0.35))
        sheet.oval(x, 616, 16, 16, SUN)
        sheet.box(x - 126, 688, 252, 15, mix(INK, RIVER, 0.2), 6)
        for side in (-1, 1):
            sheet.oval(x + side * 124, 686, 21, 16, skin)
    sheet.oval(950, 664, 17, 17, PAPER)
    sheet.oval(950, 664, 9, 9, RIVER)
    sheet.box(905, 640, 44, 50, PAPER, 8)
    return sheet.finished()


def posyandu() -> Image.Image:
    """Weighing day: a baby in the sling of a hanging scale, mother and cadre beside it."""
    sheet = Sheet(ground=mix(RIVER, PAPER, 0.84))
    sheet.box(0, 650, WIDTH, 250, mix(GOLD, PAPER, 0.55))
    sheet.box(0, 644, WIDTH, 12, mix(WOOD, PAPER, 0.2))
    flags(sheet, 66, 34, 62)
    sheet.box(70, 230, 250, 270, PAPER, 10)
    sheet.box(70, 230, 250, 54, MAROON, 10)
    for i in range(4):
        sheet.stroke([(100, 330 + i * 44), (290, 330 + i * 44)], 3, mix(INK, PAPER, 0.7))
    sheet.stroke([(100, 462), (150, 420), (200, 390), (250, 352), (288, 330)], 10, LEAF)
    for point in ((100, 462), (150, 420), (200, 390), (250, 352), (288, 330)):
        sheet.oval(*point, 12, 12, GOLD)
    sheet.box(360, 150, 480, 30, WOOD, 6)
    for x in (372, 806):
        sheet.box(x, 150, 24, 560, mix(WOOD, INK, 0.15))
    sheet.box(594, 176, 12, 60, INK)
    sheet.oval(600, 300, 82, 82, MAROON)
    sheet.oval(600, 300, 66, 66, PAPER)
    for i in range(9):
        a = math.radians(150 + i * 30)
        sheet.stroke(
            [
                (600 + math.cos(a) * 48, 300 + math.sin(a) * 48),
                (600 + math.cos(a) * 58, 300 + math.sin(a) * 58),
            ],
            4,
            INK,
        )
    sheet.stroke([(600, 300), (630, 262)], 8, LEAF)
    sheet.oval(600, 300, 10, 10, INK)
    sheet.box(594, 380, 12, 44, INK)
    sheet.stroke([(600, 420), (516, 520)], 9, mix(WOOD, INK, 0.2))
    sheet.stroke([(600, 420), (684, 520)], 9, mix(WOOD, INK, 0.2))
    sheet.oval(600, 500, 50, 50, SKINS[2])
    sheet.half_oval(600, 486, 51, 40, mix(INK, WOOD, 0.3))
    for side in (-1, 1):
        sheet.stroke([(600 + side * 44, 560), (600 + side * 76, 512)], 24, SKINS[2])
    sheet.area(
        [
            *curve((500, 514), (600, 590), (700, 514)),
            *curve((700, 514), (690, 668), (600, 668)),
            *curve((600, 668), (510, 668), (500, 514)),
        ],
        GOLD,
    )
    for x in (552, 600, 648):
        sheet.oval(x, 606, 11, 11, mix(SUN, PAPER, 0.4))
    for side in (-1, 1):
        sheet.oval(600 + side * 36, 676, 19, 26, SKINS[2])
    bust(sheet, 985, 905, 430, LEAF, SKINS[0], "kerudung", mix(LEAF, PAPER, 0.62))
    sheet.stroke([(880, 800), (800, 720), (722, 610)], 50, LEAF)
    sheet.oval(712, 598, 27, 25, SKINS[0])
    bust(sheet, 225, 905, 430, mix(MAROON, PAPER, 0.12), SKINS[1], "kerudung", mix(GOLD, PAPER, 0.45))
    sheet.area([(300, 850), (330, 690), (450, 705), (425, 870)], PAPER)
    for i in range(4):
        sheet.stroke([(340, 735 + i * 30), (418, 745 + i * 30)], 5, mix(INK, PAPER, 0.6))
    sheet.oval(318, 800, 30, 26, SKINS[1])
    return sheet.finished()


def worker(
    sheet: Sheet, x: float, ground: float, size: float, shirt: str, skin: str, swing: float, hat: str
) -> None:
    """Someone working with a hoe; ``swing`` -1 faces left, 1 faces right."""
    hip = (x, ground - size * 0.46)
    chest = (x + swing * size * 0.12, ground - size * 0.76)
    dark = mix(RIVER, INK, 0.35)
    sheet.stroke(
        [hip, (x - swing * size * 0.14, ground - size * 0.22), (x - swing * size * 0.16, ground)],
        size * 0.12,
        dark,
    )
    sheet.stroke(
        [hip, (x + swing * size * 0.16, ground - size * 0.24), (x + swing * size * 0.15, ground)],
        size * 0.12,
        dark,
    )
    for dx in (-0.2, 0.19):
        sheet.oval(x + swing * size * dx, ground, size * 0.09, size * 0.035, INK)
    sheet.stroke([hip, chest], size * 0.24, shirt)
    hands = (x + swing * size * 0.4, ground - size * 0.6)
    tip = (x + swing * size * 0.66, ground - size * 0.1)
    back = (x + swing * size * 0.26, ground - size * 0.86)
    sheet.stroke([back, tip], size * 0.035, WOOD)
    sheet.area(
        [
            (tip[0] - swing * size * 0.02, tip[1] - size * 0.05),
            (tip[0] + swing * size * 0.04, tip[1] + size * 0.02),
            (tip[0] - swing * size * 0.14, tip[1] + size * 0.13),
            (tip[0] - swing * size * 0.2, tip[1] + size * 0.06),
        ],
        mix(INK, PAPER, 0.3),
    )
    sheet.stroke([chest, (x + swing * size * 0.3, ground - size * 0.58), hands], size * 0.09, shirt)
    sheet.oval(*hands, size * 0.05, size * 0.05, skin)
    head = (chest[0] + swing * size * 0.07, chest[1] - size * 0.2)
    sheet.oval(*head, size * 0.1, size * 0.115, skin)
    if hat == "caping":
        sheet.area(
            [
                (head[0] - size * 0.22, head[1] - size * 0.03),
                (head[0], head[1] - size * 0.22),
                (head[0] + size * 0.22, head[1] - size * 0.03),
            ],
            GOLD,
        )
    else:
        sheet.half_oval(head[0], head[1] - size * 0.03, size * 0.11, size * 0.1, MAROON)
        sheet.box(
            head[0] - size * 0.11 + (size * 0.1 if swing > 0 else -size * 0.08),
            head[1] - size * 0.05,
            size * 0.2,
            size * 0.03,
            MAROON,
        )


def communal_work() -> Image.Image:
    """Gotong royong: neighbours clear the ditch before the rains."""
    sheet = Sheet()
    sky(sheet, (960, 200), 74)
    sheet.wave(hill(300, 290, 420, 470), mix(LEAF, SKY, 0.62))
    sheet.wave(lambda x: 452 + 6 * math.sin(x / 60), mix(LEAF, SKY, 0.35))
    palm(sheet, 545, 500, 250, LEAF)
    palm(sheet, 1120, 505, 280, mix(LEAF, INK, 0.1))
    for x, size in ((40, 70), (420, 62), (690, 70), (1010, 60)):
        bush(sheet, x, 496, size, LEAF)
    sheet.wave(lambda x: 492 + 5 * math.sin(x / 90), GRASS)
    stilt_house(sheet, 230, 545, 235, mix(GOLD, PAPER, 0.3), MAROON)
    stilt_house(sheet, 830, 535, 190, mix(RIVER, PAPER, 0.6), mix(MAROON, WOOD, 0.4))
    sheet.area([(0, 640), (WIDTH, 575), (WIDTH, 900), (0, 900)], mix(GRASS, YOUNG, 0.5))
    sheet.area([(0, 738), (WIDTH, 668), (WIDTH, 775), (0, 866)], mix(WOOD, INK, 0.15))
    sheet.area([(0, 768), (WIDTH, 694), (WIDTH, 755), (0, 838)], mix(RIVER, PAPER, 0.3))
    for x, y, length in ((90, 795, 110), (420, 772, 90), (700, 752, 120), (1000, 730, 100)):
        sheet.stroke([(x, y), (x + length, y - length * 0.06)], 6, mix(RIVER, PAPER, 0.62))
    sheet.area([(0, 866), (WIDTH, 775), (WIDTH, 900), (0, 900)], GRASS)
    for x, y, size in ((390, 732, 70), (930, 690, 62)):
        sheet.half_oval(x, y, size, size * 0.5, mix(WOOD, INK, 0.3))
    worker(sheet, 180, 742, 330, mix(MAROON, PAPER, 0.05), SKINS[1], 1, "caping")
    worker(sheet, 660, 716, 320, RIVER, SKINS[0], -1, "topi")
    worker(sheet, 1010, 690, 300, mix(LEAF, INK, 0.1), SKINS[2], -1, "caping")
    for x in (60, 300, 520, 790, 1080):
        base = 888 - x * 0.06
        for lean in (-14, -4, 8, 18):
            sheet.stroke([(x + lean * 0.5, base), (x + lean * 1.6, base - 46)], 7, LEAF)
    return sheet.finished()


def seedlings() -> Image.Image:
    """Rows of seedlings in their bags, ready to be handed out."""
    sheet = Sheet()
    sky(sheet, (250, 190), 78)
    sheet.wave(hill(820, 250, 420, 430), mix(LEAF, SKY, 0.66))
    sheet.wave(lambda x: 415 + 6 * math.sin(x / 55), mix(LEAF, SKY, 0.34))
    sheet.box(0, 470, WIDTH, 430, mix(WOOD, PAPER, 0.5))
    for x in (110, 560, 1010):
        sheet.box(x, 150, 20, 380, mix(WOOD, INK, 0.15))
    sheet.area([(20, 176), (120, 96), (1080, 96), (1180, 176)], mix(LEAF, INK, 0.05))
    for i in range(12):
        x = 20 + i * 97
        sheet.area(
            [(x, 176), (x + 97, 176), (x + 48, 214)], (mix(LEAF, INK, 0.05), mix(LEAF, PAPER, 0.2))[i % 2]
        )
    rows = ((560, 62, 13, 0.55), (690, 88, 9, 0.8), (870, 128, 7, 1.15))
    for depth, (foot, width, count, scale) in enumerate(rows):
        step = WIDTH / (count - 0.4)
        for i in range(count + 1):
            seedling(sheet, (i - 0.2) * step + (depth % 2) * step * 0.45, foot, width, scale, i + depth)
    return sheet.finished()


def seedling(sheet: Sheet, x: float, foot: float, width: float, scale: float, kind: int) -> None:
    """A young plant in a bag of dark plastic."""
    bag = mix(INK, RIVER, 0.25)
    top = foot - width * 1.0
    sheet.area(
        [
            (x - width * 0.42, top),
            (x + width * 0.42, top),
            (x + width * 0.36, foot),
            (x - width * 0.36, foot),
        ],
        bag,
    )
    sheet.oval(x, top, width * 0.42, width * 0.12, mix(WOOD, INK, 0.4))
    sheet.stroke(
        [(x - width * 0.24, top + width * 0.3), (x - width * 0.2, foot - width * 0.16)],
        width * 0.06,
        mix(bag, PAPER, 0.25),
    )
    stem = 150 * scale
    sheet.stroke([(x, top), (x, top - stem)], 7 * scale, mix(LEAF, WOOD, 0.3))
    colours = (LEAF, mix(LEAF, YOUNG, 0.45), mix(LEAF, YOUNG, 0.25))
    for level, (share, reach) in enumerate(((0.35, 62), (0.62, 58), (0.88, 44))):
        y = top - stem * share
        for side in (-1, 1):
            tip = (x + side * reach * scale, y - 40 * scale)
            leaf = [
                *curve((x, y), (x + side * reach * 0.2 * scale, y - 46 * scale), tip),
                *curve(tip, (x + side * reach * 0.8 * scale, y + 4 * scale), (x, y)),
            ]
            sheet.area(leaf, colours[(level + kind) % 3])
    tip = (x, top - stem - 46 * scale)
    for side in (-1, 1):
        bud = [*curve((x, top - stem), (x + side * 22 * scale, top - stem - 20 * scale), tip), tip]
        sheet.area(bud, YOUNG)


def village_map() -> Image.Image:
    """A sketch map: the river in the north, the seven RT, the main road. Not to scale."""
    sheet = Sheet(ground=mix(LEAF, PAPER, 0.86))
    north = [(0, 60), *curve((0, 60), (330, 230), (640, 130)), *curve((640, 130), (960, 30), (1200, 150))]
    south = [*curve((1200, 270), (960, 150), (640, 250)), *curve((640, 250), (330, 350), (0, 190))]
    sheet.area(north + south, mix(RIVER, PAPER, 0.35))
    sheet.text(640, 190, "Sungai Batanghari", 38, PAPER)
    plots = (
        ("RT 01", [(30, 240), (330, 325), (330, 530), (30, 530)], mix(GOLD, PAPER, 0.5)),
        ("RT 02", [(350, 326), (640, 278), (690, 262), (690, 530), (350, 530)], mix(MAROON, PAPER, 0.72)),
        ("RT 03", [(710, 256), (900, 205), (930, 205), (930, 530), (710, 530)], mix(GOLD, PAPER, 0.35)),
        ("RT 04", [(950, 205), (1170, 280), (1170, 530), (950, 530)], mix(MAROON, PAPER, 0.6)),
        ("RT 05", [(30, 590), (400, 590), (400, 860), (30, 860)], mix(LEAF, PAPER, 0.55)),
        ("RT 06", [(420, 590), (800, 590), (800, 860), (420, 860)], mix(LEAF, PAPER, 0.4)),
        ("RT 07", [(820, 590), (1170, 590), (1170, 860), (820, 860)], mix(LEAF, PAPER, 0.55)),
    )
    for _, corners, colour in plots:
        sheet.area(corners, colour)
    sheet.box(0, 542, WIDTH, 36, PAPER)
    for x in range(20, WIDTH, 70):
        sheet.box(x, 557, 36, 6, mix(INK, PAPER, 0.5))
    for name, corners, _ in plots:
        cx = (min(x for x, _ in corners) + max(x for x, _ in corners)) / 2
        cy = (max(y for _, y in corners[:2]) + max(y for _, y in corners)) / 2
        sheet.text(cx, cy + 10, name, 54, INK)
    sheet.area([(792, 345), (820, 315), (848, 345)], MAROON)
    sheet.box(798, 345, 44, 30, MAROON)
    return sheet.finished()


def crest() -> Image.Image:
    """The example village's emblem on a transparent ground: stilt house, river, two ears of rice."""
    sheet = Sheet(CREST, CREST, None, finer=6)
    shield = [
        (128, 6),
        (240, 44),
        *curve((240, 44), (250, 190), (128, 250)),
        *curve((128, 250), (6, 190), (16, 44)),
    ]
    sheet.area(shield, GOLD)
    inner = [
        (128, 17),
        (229, 51),
        *curve((229, 51), (238, 182), (128, 237)),
        *curve((128, 237), (18, 182), (27, 51)),
    ]
    sheet.area(inner, MAROON)
    water = [
        *[(x, 158 + 7 * math.sin((x - 28) / 14)) for x in range(40, 217, 4)],
        *curve((216, 158), (196, 208), (128, 237)),
        *curve((128, 237), (60, 208), (40, 158)),
    ]
    sheet.area(water, RIVER)
    for y, left, right in ((180, 56, 200), (204, 80, 176)):
        line = [(x, y + 5 * math.sin((x - left) / 11)) for x in range(left, right + 1, 3)]
        sheet.stroke(line, 6, mix(SUN, PAPER, 0.3))
    sheet.area([(64, 100), (98, 60), (158, 60), (192, 100)], PAPER)
    sheet.area([(92, 60), (84, 48), (172, 48), (164, 60)], SUN)
    sheet.box(78, 100, 100, 34, mix(PAPER, GOLD, 0.2))
    sheet.box(119, 106, 18, 28, MAROON)
    for x in (90, 150):
        sheet.box(x, 108, 16, 14, MAROON)
    for x in (82, 111, 138, 167):
        sheet.box(x, 134, 7, 24, PAPER)
    for side in (-1, 1):
        stalk = curve((128 + side * 70, 150), (128 + side * 94, 116), (128 + side * 86, 70), 7)
        sheet.stroke(stalk, 3, SUN)
        for x, y in stalk[1:]:
            sheet.oval(x - side * 6, y, 4, 7, SUN)
            sheet.oval(x + side * 5, y - 4, 4, 7, SUN)
    return sheet.finished()
