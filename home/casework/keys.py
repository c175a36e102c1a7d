"""Once-keys: a form that arrives twice has been sent once.

People press twice, a reply is lost on the way, a phone sends again what it kept. So the server puts a key into each
form that makes something, and the record keeps it, unique in the database:

    class Programme(Keyed): …
    class ProgrammeForm(KeyedForm): …

    mine = programmes_of(request.user)
    one = earlier(request, mine)              # before the form is looked at: now its name is taken, by itself
    if one is None and form.is_valid():
        one = once(form.save, lambda: earlier(request, mine))

`mine` holds what the sender may see: a key that somebody else used leads to nothing, and is refused in words.
"""

import uuid
from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest

Made = TypeVar("Made")
TAKEN = "Isian ini sudah pernah dikirim dari akun lain. Muat ulang halaman ini, lalu isi sekali lagi."


class Keyed(models.Model):
    """A record that is made once, however often its form arrives."""

    key = models.UUIDField("kunci", unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class KeyedForm(forms.ModelForm):
    """The form of a keyed record: a new one carries its key along, hidden."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.fields["key"].initial = uuid.uuid4
        else:
            del self.fields["key"]

    def _post_clean(self):
        # Where ModelForm fills the record. Without a key (a form from before an update) the record makes its own.
        super()._post_clean()
        key = self.cleaned_data.get("key")
        if self.instance.pk is not None or not key:
            return
        self.instance.key = key
        if type(self.instance)._default_manager.filter(key=key).exists():
            self.add_error(None, TAKEN)


def read_key(text: str) -> uuid.UUID | None:
    """The key that somebody sent as text, or None where it is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def key_in(request: HttpRequest, name: str = "key") -> uuid.UUID | None:
    """The key that came with a form, or None where it holds none."""
    return read_key(request.POST.get(name, ""))


def earlier(request: HttpRequest, records: models.QuerySet) -> models.Model | None:
    """What the same form made when it came before, among these records."""
    key = key_in(request)
    return records.filter(key=key).first() if key else None


def once(make: Callable[[], Made], find: Callable[[], Made | None], tries: int = 5) -> Made:
    """What `make` makes; where the same form came at the same moment and was first, what that one made. All of it is
    one transaction: of the second nothing is left.

    `make` is asked again where another form was quicker to take what it chose, an address or a number that was free a
    moment ago; so it chooses anew each time. Raises IntegrityError for what the database refuses every time.
    """
    try:
        with transaction.atomic():
            return make()
    except IntegrityError:
        found = find()
        if found is not None:
            return found
        if tries == 1:
            raise
    return once(make, find, tries - 1)
