"""One's own account, and the way back to it."""

import pytest
from django.urls import reverse

from tests.factories.home import UserFactory

pytestmark = pytest.mark.django_db

NEW = "sawah-hijau-pagi-42"


@pytest.mark.parametrize("person", [{"roles": ["Operator"]}, {"roles": ["Penerbit"]}, {"is_superuser": True}])
def test_who_has_one_name_and_no_mail_changes_name_and_password(client, person):
    user = UserFactory(username="siti", first_name="", last_name="", email="", **person)
    client.force_login(user)
    page = client.get(reverse("wagtailadmin_account"))
    data = {
        field.html_name: field.value() if field.value() is not None else ""
        for panel in page.context["panels_by_tab"].values()
        for shown in panel
        for field in shown.get_form()
    }
    data |= {
        "name_email-first_name": "Siti",
        "password-old_password": "kata-sandi-uji",
        "password-new_password1": NEW,
        "password-new_password2": NEW,
    }
    client.post(reverse("wagtailadmin_account"), data)
    user.refresh_from_db()
    assert (user.first_name, user.last_name, user.email, user.check_password(NEW)) == ("Siti", "", "", True)


def test_without_mail_nobody_is_promised_one(client, settings):
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = False
    html = client.get("/admin/login/").content.decode()
    assert "Lupa kata sandi? Mintalah yang baru kepada administrator situs desa." in html
    assert "password_reset" not in html
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = True
    html = client.get("/admin/login/").content.decode()
    assert ("Mintalah yang baru" in html, "password_reset" in html) == (False, True)
