"""An emergency notice behind nginx's kept pages: there within two seconds, and gone as soon after its end."""

import json
import time

from tests.factories.home import EMERGENCY

TITLE = "Banjir di tepi sungai, uji coba"
LASTS = 12  # seconds
LATE = 2  # seconds
PAGES = ("/", "/layanan/", "/berita/", "/regulasi/", "/pelatihan/", "/profil/")

MAKE = """
import json, sys, time
from datetime import timedelta
from django.utils import timezone
from home.notices.models import Notice
facts = json.loads(sys.stdin.read())
ends = timezone.now() + timedelta(seconds=facts.pop("lasts"))
Notice.objects.create(level="darurat", begins_at=timezone.now() - timedelta(hours=1), ends_at=ends, **facts)
print("at", json.dumps([time.time(), ends.timestamp()]))
"""


def shown_on(stack) -> list[str]:
    return [address for address in PAGES if TITLE in stack.visitor.ask(address).text]


def test_an_emergency_is_on_every_page_within_two_seconds_and_gone_by_itself(stack):
    assert shown_on(stack) == []
    facts = EMERGENCY | {"title": TITLE, "text": "Naik ke tempat tinggi sekarang.", "lasts": LASTS}
    made, ends = json.loads(stack.site.python(MAKE, stdin=json.dumps(facts)).split("at ")[1])
    time.sleep(max(made + LATE - time.time(), 0))
    assert shown_on(stack) == list(PAGES)
    assert time.time() < ends, "the machine was too slow to see the notice before its end"
    time.sleep(max(ends + LATE - time.time(), 0))
    assert shown_on(stack) == []
