"""A guide tells machines what service it is, with absolute addresses, and no text of it ends the element."""

import json
import re

import pytest

from tests.factories.home import VillageFactory
from tests.factories.layanan import GuideFactory

pytestmark = pytest.mark.django_db


def test_a_guide_is_a_government_service_whatever_stands_in_its_text(client):
    VillageFactory()
    title = "KK </script><script>alert(1)</script> & lain"
    guide = GuideFactory(title=title, slug="kk", intro="Untuk <b>warga</b>.")
    html = client.get(guide.url, headers={"host": "jahat.example"}).content.decode()
    (element,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert json.loads(element) == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": title,
        "description": "Untuk <b>warga</b>.",
        "url": "https://desa.example/layanan/kk/",
        "inLanguage": "id",
        "provider": {
            "@type": "GovernmentOrganization",
            "name": "Desa Tebing Tinggi",
            "url": "https://desa.example/",
        },
        "serviceOutput": {"@type": "Thing", "name": "Surat keterangan"},
    }
    assert "<script>alert(1)" not in html
