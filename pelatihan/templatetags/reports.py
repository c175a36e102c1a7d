"""Figures of a report: those for everybody, and those that lead to their rows."""

from django import template
from django.utils.html import format_html

from pelatihan.events.programmes import rules

register = template.Library()


@register.filter
def few(number: int) -> str:
    """A number that could be somebody is not told."""
    return rules.few(number)


@register.simple_tag(takes_context=True)
def figure(context, number, *fragment):
    """A number with a link to the people who were counted, by the parts of the fragment; without one where nobody was,
    and where no names are kept."""
    if not context.get("linked") or str(number) == "0":
        return number
    return format_html('<a class="to-rows" href="#r-{}">{}</a>', "-".join(map(str, fragment)), number)
