"""Keys for forms that stand many times on one page."""

import uuid

from django import template

register = template.Library()


@register.simple_tag
def fresh_key() -> str:
    """A key that the server gives a form: sent twice, it is one record."""
    return str(uuid.uuid4())
