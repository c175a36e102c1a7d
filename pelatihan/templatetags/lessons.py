"""The mark over the picture of a lesson's step."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pelatihan.courses.marks import Mark

register = template.Library()


@register.simple_tag
def picture_mark(image, mark) -> SafeString:
    """An SVG of the same shape as the picture, so that both scale alike. The words of the step say what it points at,
    so nobody needs to see it."""
    if not image or not mark or not mark.get("shape") or not image.width:
        return SafeString("")
    drawn = Mark(
        mark["shape"], mark["left"] or 0, mark["top"] or 0, mark["width"] or 0, mark["height"] or 0
    ).path(image.width, image.height)
    thick = max(image.width, image.height) / 110
    return format_html(
        '<svg class="picture-mark" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
        '<path d="{}" stroke="#221c18" stroke-width="{}"/><path d="{}" stroke="#ffc94d" stroke-width="{}"/></svg>',
        image.width,
        image.height,
        drawn,
        round(thick * 1.9),
        drawn,
        round(thick),
    )
