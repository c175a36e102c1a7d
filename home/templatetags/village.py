"""The village's look in Wagtail's admin, and what its frame knows of a page."""

import colorsys

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# Wagtail derives all shades of its admin from hue, saturation and lightness of these two.
ADMIN_CSS = (
    "<style>:root{{--w-color-primary-hue:{h};--w-color-primary-saturation:{s}%;--w-color-primary-lightness:{l}%;"
    "--w-color-primary-200-hue:{h};--w-color-primary-200-saturation:{s}%;--w-color-primary-200-lightness:{dark}%;"
    "--w-color-secondary-hue:{h};--w-color-secondary-saturation:{s}%;--w-color-secondary-lightness:{l}%}}"
    ".village-logo,.sidebar .crest{{width:3.5rem;height:3.5rem;object-fit:contain;margin:0 auto}}"
    ".village-name{{display:block;color:#fff;font-weight:600;text-align:center;"
    "padding:.25rem .5rem 0;line-height:1.25}}"
    ".sidebar--slim .village-name{{display:none}}.crest-ground{{fill:rgb(0 0 0 / .35)}}"
    ".login .crest{{width:5rem;height:5rem}}</style>"
)


@register.simple_tag(takes_context=True)
def admin_colours(context) -> SafeString:
    """The village's main colour as the admin's; checked for contrast when it was stored."""
    frame = context.get("frame")
    if frame is None:
        return SafeString("")
    colour = frame.village.main_colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return format_html(
        ADMIN_CSS,
        h=round(hue * 360, 1),
        s=round(saturation * 100, 1),
        l=round(lightness * 100, 1),
        dark=round(lightness * 75, 1),
    )


@register.simple_tag(takes_context=True)
def mark_of(context, page_id):
    """What is out of the ordinary about a page now, or None; the frame knows it, so this asks nothing."""
    frame = context.get("frame")
    return frame.mark_of(page_id) if frame else None
