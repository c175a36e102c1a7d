"""Charts as inline SVG, drawn by the server: no script, no style attribute (the site's policy forbids it), no id.

A chart is a picture beside a table of the same figures, never instead of it: `label` says in one sentence what is seen,
and the table says the rest. Letters are as large as the text around on a phone of 320 px. Colours are attributes, so a
chart stands in print and in a file as well; two kinds of bars differ by an outline too, and each bar bears its number.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

Number = int | float | Decimal | Fraction

WIDTH = 320
SIZE = 15  # of letters
BAR, GAP, LINE = 16, 12, 20
LETTERS = 38  # that fit into one line
ROOM = 62  # for the number behind a bar

INK, QUIET, GRID = "#221c18", "#554a42", "#a89a86"
# Of groups of bars: filled, then outlined, then half of both.
KINDS = (("#1d5747", "#1d5747"), ("#fffdf9", "#7a1d2e"), ("#e2b04a", "#221c18"))


def plain(value: Number) -> str:
    """A number as Indonesians write it, with as many places as it has, at most two."""
    whole, _, places = f"{abs(float(value)):,.2f}".partition(".")
    text = whole.replace(",", ".") + (f",{places.rstrip('0')}" if places.rstrip("0") else "")
    return f"−{text}" if value < 0 and text != "0" else text


def short(value: Number) -> str:
    """A round number as it fits beside a picture: "20 rb", "1,5 jt", "2 M"."""
    for size, word in ((10**9, "M"), (10**6, "jt"), (10**4, "rb")):
        if abs(value) >= size:
            return f"{plain(value / (1000 if word == 'rb' else size))} {word}"
    return plain(value)


@dataclass(frozen=True)
class Group:
    """What stands beside one name: a value for each kind of bar; None where there is none."""

    name: str
    values: tuple[Number | None, ...]


def bars(
    label: str,
    rows: Sequence[tuple[str, Number | None]],
    top: Number | None = None,
    show: Callable[[Number], str] = short,
) -> SafeString:
    """Lying bars, each with its name above and its number behind it. `top` is what fills the width; without it the
    highest value does."""
    return grouped_bars(label, [Group(name, (value,)) for name, value in rows], (), top, show)


def grouped_bars(
    label: str,
    groups: Sequence[Group],
    kinds: Sequence[str],
    top: Number | None = None,
    show: Callable[[Number], str] = short,
) -> SafeString:
    """Several bars under each name, such as before and after. `kinds` names them, in the order of the values."""
    values = [float(value) for group in groups for value in group.values if value is not None]
    low, high = min([0.0, *values]), max([float(top or 0), *values])
    scale = _Scale(low, high if high > low else low + 1, 0, WIDTH - ROOM)
    parts, y = [], 0
    if kinds:
        legend, y = _legend(kinds)
        parts += legend
    for group in groups:
        y += LINE
        parts.append(_text(0, y - 5, _cut(group.name)))
        for number, value in enumerate(group.values):
            parts += _bar(scale, y, value, number, show)
            y += BAR + 3
        y += GAP
    if low < 0 and groups:
        x = scale.at(0)
        parts.append(f'<path d="M{_n(x)} 0V{y}" stroke="{QUIET}" fill="none"/>')
    return _picture(label, parts, y)


def _legend(kinds: Sequence[str]) -> tuple[list[str], int]:
    parts, y = [], 0
    for number, name in enumerate(kinds):
        parts += [_box(1, y + 3, 14, 14, number), _text(24, y + 15, _cut(name))]
        y += LINE + 2
    return parts, y + 4


def _bar(scale: "_Scale", y: int, value: Number | None, kind: int, show: Callable) -> list[str]:
    if value is None:
        return [_text(2, y + BAR - 3, "–", QUIET)]
    start, end = sorted((scale.at(0), scale.at(float(value))))
    box = _box(start, y, max(end - start, 2), BAR, kind) if value else ""
    return [box, _text(end + 5, y + BAR - 3, show(value))]


def _box(x: float, y: float, width: float, height: float, kind: int) -> str:
    fill, stroke = KINDS[kind % len(KINDS)]
    return (
        f'<rect x="{_n(x + 0.75)}" y="{_n(y + 0.75)}" width="{_n(max(width - 1.5, 0.5))}" height="{_n(height - 1.5)}"'
        f' fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>'
    )


PLOT = 150  # height of a time series
LEFT = 44


def line(
    label: str,
    points: Sequence[tuple[str, Number | None]],
    marks: Sequence[tuple[float, str]] = (),
    show: Callable[[Number], str] = short,
) -> SafeString:
    """A series over time. A point without a value leaves a gap, it is no zero. `marks` are moments that are named: a
    place between the first point (0) and the last one, and its name, told below by its number."""
    values = [float(value) for _, value in points if value is not None]
    ticks = nice_ticks(min([0.0, *values]), max([1.0, *values]))
    y_scale = _Scale(ticks[0], ticks[-1], PLOT, 12)
    x_scale = _Scale(0, max(len(points) - 1, 1), LEFT + 6, WIDTH - 10)
    numbered = [(place, str(number)) for number, (place, _) in enumerate(marks, 1)]
    parts = [*_grid(ticks, y_scale, show), *_curve(points, x_scale, y_scale), *_months(points, x_scale)]
    parts += [_mark(x_scale.at(place), number) for place, number in numbered]
    y = PLOT + LINE + 8
    for number, (_, name) in enumerate(marks, 1):
        parts.append(_text(0, y + LINE - 5, _cut(f"{number} = {name}")))
        y += LINE
    return _picture(label, parts, y)


def _grid(ticks: Sequence[float], scale: "_Scale", show: Callable) -> list[str]:
    parts = []
    for tick in ticks:
        y = scale.at(tick)
        parts.append(f'<path d="M{LEFT} {_n(y)}H{WIDTH - 4}" stroke="{GRID}" fill="none"/>')
        parts.append(_text(LEFT - 5, y + 5, show(tick), QUIET, "end"))
    return parts


def _curve(points: Sequence, x_scale: "_Scale", y_scale: "_Scale") -> list[str]:
    path, dots, pen = [], [], "M"
    for place, (_, value) in enumerate(points):
        if value is None:
            pen = "M"
            continue
        x, y = x_scale.at(place), y_scale.at(float(value))
        path.append(f"{pen}{_n(x)} {_n(y)}")
        dots.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="3.5" fill="{KINDS[0][0]}"/>')
        pen = "L"
    drawn = (
        f'<path d="{"".join(path)}" stroke="{KINDS[0][0]}" stroke-width="2.5" fill="none"/>' if path else ""
    )
    return [drawn, *dots]


def _months(points: Sequence, scale: "_Scale") -> list[str]:
    """The names below: the first, the last, and between them as many as have room."""
    last = len(points) - 1
    if last < 0:
        return []
    parts = [_text(scale.at(0) - 6, PLOT + LINE, points[0][0], QUIET)]
    if last:
        parts.append(_text(scale.at(last) + 8, PLOT + LINE, points[last][0], QUIET, "end"))
    if last > 3 and len(points[last // 2][0]) <= 8:
        parts.append(_text(scale.at(last // 2), PLOT + LINE, points[last // 2][0], QUIET, "middle"))
    return parts


def _mark(x: float, number: str) -> str:
    drawn = f'<path d="M{_n(x)} 16V{PLOT}" stroke="{KINDS[1][1]}" stroke-width="2" stroke-dasharray="5 4" fill="none"/>'
    return drawn + _text(x, 12, number, KINDS[1][1], "middle")


def nice_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round numbers that hold all values: 0, 5, 10, 15."""
    span = (high - low) or 1
    step = 10 ** math.floor(math.log10(span / most))
    step = next(step * times for times in (1, 2, 5, 10, 20) if span / (step * times) <= most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]


@dataclass(frozen=True)
class _Scale:
    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _cut(text: str) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1].rstrip()}…"


def _text(x: float, y: float, text: str, fill: str = INK, anchor: str = "start") -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{_n(x)}" y="{_n(y)}" fill="{fill}"{where}>{escape(text)}</text>'


def _picture(label: str, parts: Sequence[str], height: float) -> SafeString:
    """Everything within was escaped or made of numbers here."""
    return format_html(
        '<svg class="chart" role="img" aria-label="{}" viewBox="0 0 {} {}" font-size="{}" font-family="sans-serif">{}'
        "</svg>",
        label,
        WIDTH,
        _n(max(height, 1)),
        SIZE,
        mark_safe("".join(parts)),  # noqa: S308
    )
