"""Words of Wagtail's admin that no catalogue reaches: fields of forms whose names Wagtail leaves to Django, which
makes English of them ("link_text" becomes "Link text"). Everything else is in locale/id."""

from wagtail.admin.forms import choosers
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.contrib.redirects.forms import ConfirmImportForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

LINK_TEXT = "Tulisan tautan"

LABELS = {
    LoginForm: {"password": "Sandi"},
    choosers.ExternalLinkChooserForm: {"link_text": LINK_TEXT},
    choosers.AnchorLinkChooserForm: {"url": "Nama jangkar", "link_text": LINK_TEXT},
    choosers.EmailLinkChooserForm: {
        "email_address": "Alamat surel",
        "link_text": LINK_TEXT,
        "subject": "Perihal",
        "body": "Isi surel",
    },
    choosers.PhoneLinkChooserForm: {"phone_number": "Nomor telepon", "link_text": LINK_TEXT},
    WorkflowPageForm: {"page": "Halaman"},
    ConfirmImportForm: {"permanent": "Tetap"},
    RoleForm: {"role": "Peran"},
}

for form, labels in LABELS.items():
    for name, label in labels.items():
        form.base_fields[name].label = label
