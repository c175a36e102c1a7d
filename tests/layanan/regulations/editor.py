"""The form of a regulation in the admin, as a browser sends it."""

from django.urls import reverse


def form_data(page, **changes):
    fields = {
        "kind": page.kind,
        "number": page.number or "",
        "year": page.year or "",
        "subject": page.subject,
        "enacted_on": page.enacted_on or "",
        "promulgated_on": "",
        "agreed_on": "",
        "gazette_number": "",
        "reported_number": "",
        "reported_on": "",
        "brief": "",
        "register_note": "",
        "topics": "",
        "field_of_law": "",
        "signatory": "",
        "attachments-count": 0,
        "relations-TOTAL_FORMS": 0,
        "relations-INITIAL_FORMS": 0,
        "relations-MIN_NUM_FORMS": 0,
        "relations-MAX_NUM_FORMS": "",
        "plain_summary": "",
        "text": "",
        "document": "",
        "last_verified_on": "",
        "last_verified_by": "",
        "search_description": "",
        "social_image": "",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": "",
    }
    return fields | changes


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
