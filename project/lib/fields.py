"""Model fields shared by all subjects."""

from django.db import models
from wagtail.fields import StreamField as WagtailStreamField

from project.lib import rupiah
from project.lib.texts import cleaned


class StreamField(WagtailStreamField):
    """A StreamField whose blocks stay out of migrations.

    The column is JSON whatever the blocks are, so a changed block needs no migration. Wagtail would freeze every
    definition into each one. (Idea: ONS dis-wagtail, migration-friendly StreamFields.)
    """

    def __init__(self, block_types=(), **kwargs):
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def get_prep_value(self, value):
        """What is written into the column and into a draft."""
        return cleaned(super().get_prep_value(value))


class RupiahField(models.DecimalField):
    """An amount of money in rupiah, exact to the sen; entered as people type it (`1.234.567`, `Rp 1.000`)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **({"max_digits": 18, "decimal_places": 2} | kwargs))

    def formfield(self, **kwargs):
        return super(models.DecimalField, self).formfield(**({"form_class": rupiah.RupiahField} | kwargs))
