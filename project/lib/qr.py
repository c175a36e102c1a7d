"""QR codes as inline SVG, so that a printed page leads back to the living one."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

QUIET_ZONE = 4  # modules of white around the code that readers need (ISO/IEC 18004)


def svg(text: str, label: str = "") -> SafeString:
    """The QR code of a text as one <svg class="qr"> with one path: no style attribute, no script, no id.

    `label` is what a screen reader says (default: where the code leads). The colours are fixed, since a code turned
    light on dark is not read by every phone. Raises ValueError when the text is empty or too long for a code.
    """
    if not text:
        raise ValueError("Kode QR memerlukan isi.")
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError as error:
        raise ValueError("Isi kode QR terlalu panjang.") from error
    size = code.symbol_size(border=QUIET_ZONE)[0]
    return format_html(
        '<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges">'
        '<path fill="#000" d="{}"/></svg>',
        label or f"Kode QR menuju {text}",
        size,
        size,
        mark_safe(_path(code.matrix)),  # noqa: S308  digits and path letters only
    )


def _path(matrix) -> str:
    """One rectangle per run of dark modules in a row: a third of the size of one per module."""
    parts = []
    for y, row in enumerate(matrix, QUIET_ZONE):
        start = None
        for x, dark in enumerate([*row, 0], QUIET_ZONE):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                parts.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
                start = None
    return "".join(parts)
