"""Who is added to an event: a list of names, or one person with all that is known of him.

Nobody is entered twice without being asked: where a name is like that of somebody whom the village knows, from whatever
programme, the one who types decides who that is.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from home.casework.keys import key_in
from pelatihan.events.access import facilitator
from pelatihan.events.people import importer
from pelatihan.events.people.forms import NewPeopleForm, NewPersonForm
from pelatihan.events.people.import_views import preview, told
from pelatihan.events.programmes import runs
from pelatihan.events.programmes.models import Registration
from pelatihan.events.screens import event_crumbs, led_event, posted


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Names typed as a list, and known people by a tick."""
    one = led_event(request, pk)
    form = NewPeopleForm(posted(request), event=one)
    if request.method == "POST" and form.is_valid():
        rows, known, role = (form.cleaned_data[name] for name in ("names", "known", "role"))
        if any(row.must_be_decided for row in rows):
            return preview(request, one, rows, role=role, known=known)
        runs.invite(one, known, role=role)
        messages.success(request, told(importer.write(one, rows, {}, role=role), len(known)))
        return redirect("event", one.pk)
    context = {
        "title": "Tambah orang",
        "event": one,
        "form": form,
        "breadcrumbs": event_crumbs(one, ("Tambah orang", None)),
    }
    return render(request, "pelatihan/events/people/add.html", context)


@facilitator
@require_http_methods(["GET", "HEAD", "POST"])
def event_person_add(request: HttpRequest, pk: int) -> HttpResponse:
    """One person with L/P, age, RT and the rest; then the next one."""
    one = led_event(request, pk)
    form = NewPersonForm(posted(request))
    form.is_valid()
    # Looked for after the form: where the same one was faster, it now asks who that person is.
    known = Registration.objects.filter(event=one, key=key_in(request)).exclude(key=None).first()
    if request.method == "POST" and (known or form.is_valid()):
        place = known or form.register(one)
        messages.success(request, f"{place.participant} ditambahkan.")
        return redirect("event_person_add" if "next" in request.POST else "event", one.pk)
    context = {
        "title": "Tambah satu orang",
        "event": one,
        "form": form,
        "breadcrumbs": event_crumbs(one, ("Tambah satu orang", None)),
    }
    return render(request, "pelatihan/events/people/add_one.html", context)
