"""The form of a service's status."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from layanan.status.changes import STATED
from layanan.status.models import ServiceStatus


class StatusForm(WagtailAdminModelForm):
    """Carries the version that was seen from the server through the browser and back."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = ServiceStatus
        fields = STATED
        widgets = {"state": forms.RadioSelect, "reason": forms.Textarea(attrs={"rows": 3})}

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0
