"""The requirement checker asks by links and ends in the exact list; the editor's faults stand beside their fields."""

import re
from urllib.parse import unquote

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from layanan.models import ServiceGuidePage
from tests.factories.home import UserFactory, VillageFactory
from tests.factories.layanan import GuideFactory, checker_question
from tests.layanan.guides.test_models import create

pytestmark = pytest.mark.django_db

START = "/layanan/kk/periksa/"


@pytest.fixture
def guide() -> ServiceGuidePage:
    VillageFactory()
    sebab = checker_question("sebab", "hilang", "rusak", "baru>asal")
    sebab[1]["answers"][0]["extras"] = [{"text": "Surat kehilangan", "note": "", "issuer": "Polsek"}]
    return GuideFactory(
        title="KK",
        requirements=[
            ("item", {"text": "Formulir F-1.02"}),
            ("item", {"text": "KK lama", "only_for": "rusak"}),
            ("item", {"text": "Surat pindah", "only_for": "luar, lain"}),
        ],
        checker=[sebab, checker_question("asal", "luar", "dalam", "lain")],
    )


def things(client, address) -> list[str]:
    html = client.get(address).content.decode()
    return re.findall(r'data-item="[^"]+"><span>([^<]+)', html)


def links(html: str) -> list[str]:
    return re.findall(rf'href="({START}[^"]*)"', html)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("hilang/", ["Formulir F-1.02", "Surat kehilangan"]),
        ("rusak/", ["Formulir F-1.02", "KK lama"]),
        ("baru/luar/", ["Formulir F-1.02", "Surat pindah"]),
        ("baru/dalam/", ["Formulir F-1.02"]),
    ],
)
def test_each_way_ends_in_its_exact_list(client, guide, answers, expected):
    assert things(client, START + answers) == expected


def test_the_guide_leads_to_the_first_question_and_each_answer_is_a_link(client, guide):
    assert f'href="{START}"' in client.get(guide.url).content.decode()
    html = client.get(START).content.decode()
    assert links(html) == [f"{START}hilang/", f"{START}rusak/", f"{START}baru/"]
    assert 'href="/layanan/kk/">' in html


def test_the_answers_given_are_shown_with_ways_to_change_them_back_and_to_the_start(client, guide):
    html = client.get(f"{START}baru/luar/").content.decode()
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?) <a", html) == [
        ("Pertanyaan sebab?", "Jawaban baru"),
        ("Pertanyaan asal?", "Jawaban luar"),
    ]
    assert links(html.partition("Lainnya")[2]) == [f"{START}baru/", START]
    assert links(html.partition("Lainnya")[0]) == [START, f"{START}baru/"]


def test_the_list_is_shared_whole_with_its_address(client, guide):
    html = client.get(f"{START}rusak/").content.decode()
    message = unquote(re.search(r'href="https://wa.me/\?text=([^"]+)"', html)[1])
    assert "- Formulir F-1.02\n- KK lama" in message
    assert message.endswith(f"{START}rusak/")


def test_it_is_the_same_for_everyone_and_may_be_kept(client, guide):
    answer = client.get(f"{START}rusak/")
    assert "max-age=0" in answer.headers["Cache-Control"]
    assert "private" not in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_a_thing_has_one_id_on_the_guide_and_in_every_result(client, guide):
    def ids(address):
        return re.findall(r'data-item="([^"]+)"', client.get(address).content.decode())

    whole = ids(guide.url)
    assert ids(f"{START}rusak/") == whole[:2]
    assert f'data-checklist="{guide.pk}"' in client.get(f"{START}rusak/").content.decode()


@pytest.mark.parametrize("gone", ["zzz/", "hilang/luar/", "baru/zzz/", "a//b/", "%00/", "x" * 500 + "/"])
def test_a_step_that_is_no_more_leads_to_the_start(client, guide, gone):
    answer = client.get(START + gone)
    assert answer.status_code == 404
    html = answer.content.decode()
    assert "Langkah ini tidak ada lagi" in html
    assert links(html) == [START]


def test_a_guide_without_questions_says_where_its_list_is(client, guide):
    GuideFactory(title="KTP")
    answer = client.get("/layanan/ktp/periksa/")
    assert answer.status_code == 404
    assert 'href="/layanan/ktp/"' in answer.content.decode()
    assert "periksa/" not in client.get("/layanan/ktp/").content.decode()


def test_a_guide_that_is_not_public_has_no_checker(client, guide):
    ServiceGuidePage.objects.update(live=False)
    assert client.get(START).status_code == 404
    assert "Formulir" not in client.get(f"{START}rusak/").content.decode()


# In the editor.


def typed(*questions) -> list:
    """As the form sends it; `questions` are those of the factory."""

    def rows(items):
        found = {f"{number}-{name}": value for number, row in enumerate(items) for name, value in row.items()}
        return {"count": str(len(items)), **found}

    def answer(number, value):
        return {
            f"{number}-deleted": "",
            f"{number}-order": str(number),
            f"{number}-value": {**{k: value[k] for k in ("text", "key", "next")}, "extras": rows([])},
        }

    blocks = []
    for kind, value in questions:
        answers = {"count": str(len(value["answers"]))}
        for number, one in enumerate(value["answers"]):
            answers |= answer(number, one)
        blocks.append((kind, {**value, "answers": answers}))
    return streamfield(blocks)


def test_a_broken_tree_is_kept_as_a_draft_with_words_but_not_published(client):
    VillageFactory()
    broken = typed(checker_question("sebab", "hilang", "baru>tidak-ada"))
    refused = create(client, checker=broken, **{"action-publish": "1"})
    assert refused.status_code == 200
    assert "Tidak ada pertanyaan dengan kunci “tidak-ada”." in refused.content.decode()
    assert ServiceGuidePage.objects.count() == 0
    assert create(client, checker=broken).status_code == 302
    draft = ServiceGuidePage.objects.get()
    assert draft.live is False
    form = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "Belum dapat diterbitkan:" in form
    assert "Tidak ada pertanyaan dengan kunci “tidak-ada”." in form


def test_a_whole_tree_is_published_and_its_ways_are_shown(client):
    VillageFactory()
    whole = typed(checker_question("Sebab KK", "Hilang", "Rusak"))
    assert create(client, checker=whole, **{"action-publish": "1"}).status_code == 302
    guide = ServiceGuidePage.objects.get()
    assert guide.live is True
    assert client.get(f"{guide.url}periksa/hilang/").status_code == 200
    form = client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    assert "Pertanyaan ke-1: Pertanyaan Sebab KK? → Jawaban Rusak (daftar syarat)" in form
    assert "Belum dapat diterbitkan:" not in form


def test_doors_without_a_form_meet_the_same_rules(guide):
    guide.checker = [checker_question("sebab", "hilang>sebab")]
    with pytest.raises(ValidationError) as fault:
        guide.full_clean()
    assert list(fault.value.error_dict) == ["checker"]


def test_operators_write_it_too(client, guide):
    client.force_login(UserFactory(roles=["Operator"]))
    assert (
        "Pemeriksa syarat" in client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    )
