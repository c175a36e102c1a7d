"""Numbers of a report for everybody."""

from django import template

from pelatihan.reports import rules

register = template.Library()


@register.filter
def few(number: int) -> str:
    """A number that could be somebody is not told."""
    return rules.few(number)
