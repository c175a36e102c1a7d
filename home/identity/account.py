"""What one's own account asks for. Imported by `home.wagtail_hooks`."""

from wagtail.admin.forms.account import NameEmailForm

# Many Indonesians have one name, and many clerks no e-mail: Wagtail's form would not let them change their password.
for name in ("last_name", "email"):
    NameEmailForm.base_fields[name].required = False
