"""The programmes that everybody may see, for the page of the trainings."""

from django import template

from pelatihan.events.programmes.models import Programme

register = template.Library()

SHOWN = 6  # the newest; older ones are in the news


@register.simple_tag
def public_programmes() -> list[Programme]:
    return list(Programme.objects.filter(is_public=True).only("name", "slug", "starts_on", "ends_on")[:SHOWN])
