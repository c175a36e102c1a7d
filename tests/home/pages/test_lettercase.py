"""An address typed in capitals leads to the page, in one step; all others cost and say what they did."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories.home import ContentPageFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guide():
    return GuideFactory(title="Kartu Keluarga")


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("/LAYANAN/", "/layanan/"),
        ("/Layanan/kartu-keluarga", "/layanan/kartu-keluarga/"),
        ("/LAYANAN/KARTU-KELUARGA/?dari=Poster", "/layanan/kartu-keluarga/?dari=Poster"),
        ("/Cari/?q=KTP", "/cari/?q=KTP"),
    ],
)
@pytest.mark.parametrize("method", ["get", "head"])
def test_capitals_lead_to_the_page_in_one_step(client, method, typed, leads_to):
    response = getattr(client, method)(typed)
    assert (response.status_code, response.get("Location")) == (301, leads_to)


@pytest.mark.parametrize(
    "typed", ["/Layanan/Tidak-Ada/", "/ADMIN/", "/Media/images/X.jpg", "/tidak-ada/", "/x//JAHAT/"]
)
def test_what_is_not_there_in_small_letters_stays_not_found(client, typed):
    assert client.get(typed).status_code == 404


def test_a_draft_is_not_found_in_capitals(client):
    ContentPageFactory(title="Rahasia", live=False)
    assert client.get("/RAHASIA/").status_code == 404


def test_a_form_is_not_sent_elsewhere(client):
    assert client.post("/LAYANAN/").status_code == 405


def test_a_redirect_that_an_editor_made_goes_before(client):
    Redirect.objects.create(old_path="/LAYANAN", redirect_link="/regulasi/")
    assert client.get("/LAYANAN/")["Location"] == "/regulasi/"


def test_an_address_that_is_there_costs_no_more(client, monkeypatch):
    def looked(*args):
        raise AssertionError("an answered address was looked at again")

    client.get("/layanan/")
    monkeypatch.setattr("home.pages.lettercase._is_public_page", looked)
    assert client.get("/layanan/").status_code == 200
    assert client.get("/tidak-ada/").status_code == 404
