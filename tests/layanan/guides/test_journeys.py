"""A journey leads through its guides and never to one that is not there; a guide knows the journeys it is part of."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageViewRestriction

from layanan.guides.journey_rules import Part, Step, total_cost, total_duration
from layanan.guides.journeys import JourneyGuideBlock, JourneyStepBlock
from layanan.models import JourneyPage, ServiceGuidePage
from tests.factories.home import UserFactory, VillageFactory
from tests.factories.layanan import GuideFactory, JourneyFactory, journey_step

MISSING = "(belum tersedia di situs ini)"
FREE = Part(Decimal(0), 1, "hari kerja")
PAID = Part(Decimal(5000), 2, "hari kerja")
QUICK = Part(Decimal(0), 30, "menit")


@pytest.mark.parametrize(
    ("steps", "cost", "duration"),
    [
        ([Step((FREE,)), Step((PAID,))], "Rp5.000,00", "3 hari kerja"),
        ([Step((FREE, PAID))], "Rp5.000,00", "3 hari kerja"),
        ([Step((FREE, PAID), any_of=True)], "", ""),
        ([Step((FREE, FREE), any_of=True), Step((FREE,))], "Gratis", "2 hari kerja"),
        ([Step((FREE,)), Step((PAID,), optional=True)], "Gratis", "1 hari kerja"),
        ([Step((FREE,)), Step((QUICK,))], "Gratis", ""),
        ([Step((FREE,)), Step((Part(),))], "", ""),
        ([Step((FREE,)), Step((), is_act=True)], "", ""),
        ([Step((FREE,), optional=True)], "", ""),
        ([], "", ""),
    ],
)
def test_sums_are_said_only_where_they_are_true(steps, cost, duration):
    assert (total_cost(steps), total_duration(steps)) == (cost, duration)


@pytest.fixture
def guides(db) -> list[ServiceGuidePage]:
    VillageFactory()
    return [GuideFactory(title=title) for title in ("Akta", "KK", "KIA")]


@pytest.fixture
def journey(guides) -> JourneyPage:
    return JourneyFactory(title="Bayi lahir", steps=[journey_step(f"Urus {g.title}", g) for g in guides])


def main(client, address: str) -> str:
    return client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]


def test_it_shows_each_step_with_its_guide_what_to_bring_and_the_sums(client, journey):
    html = main(client, journey.url)
    assert re.findall(r'class="tap" href="(/layanan/[^"]+)"', html) == [
        "/layanan/akta/",
        "/layanan/kk/",
        "/layanan/kia/",
    ]
    assert html.count("<span>KTP-el") == 3
    assert "<strong>Gratis</strong>" in html
    assert "<strong>3 hari kerja</strong>" in html


def test_a_choice_and_an_act_without_a_guide_are_said(client, guides):
    steps = [
        journey_step("Pilih", *guides[:2], rule="salah satu", optional=True),
        journey_step("Minta surat", act="Minta surat lahir dari bidan."),
    ]
    html = main(client, JourneyFactory(steps=steps).url)
    assert "Cukup <strong>salah satu</strong>:" in html
    assert html.count("<em>atau</em>") == 1
    assert html.count("(boleh dilewati)") == 1
    assert "Minta surat lahir dari bidan." in html


@pytest.mark.parametrize("how", ["unpublish", "delete", "restrict"])
def test_a_guide_that_is_gone_keeps_its_name_and_has_no_link(client, journey, guides, how):
    if how == "unpublish":
        guides[1].unpublish()
    elif how == "delete":
        guides[1].delete()
    else:
        PageViewRestriction.objects.create(page=guides[1], restriction_type="login")
    html = main(client, journey.url)
    assert f"<p>KK <small>{MISSING}</small></p>" in html
    assert "/layanan/kk/" not in html
    assert "hari kerja</strong>" not in html
    assert "Berikutnya" not in main(client, "/layanan/akta/"), "the step after it is not there"


def test_a_guide_that_is_renamed_or_moved_is_followed(client, journey, guides):
    guides[1].title, guides[1].slug = "Kartu keluarga", "kartu-keluarga"
    guides[1].save_revision().publish()
    html = main(client, journey.url)
    assert '<a class="tap" href="/layanan/kartu-keluarga/">Kartu keluarga</a>' in html


def test_a_guide_says_of_which_journey_it_is_a_part(client, journey):
    html = main(client, "/layanan/kk/")
    assert "Bagian dari: Bayi lahir<small>Langkah 2 dari 3</small>" in html
    assert '<a href="/layanan/akta/">' in html
    assert '<a class="onward" href="/layanan/kia/">' in html
    assert "Sebelumnya" not in main(client, "/layanan/akta/")
    assert "Berikutnya" not in main(client, "/layanan/kia/")


def test_a_journey_that_is_not_public_is_named_nowhere(client, journey):
    assert 'href="/layanan/bayi-lahir/"' in main(client, "/layanan/")
    journey.unpublish()
    assert "Bayi lahir" not in main(client, "/layanan/")
    assert "Bayi lahir" not in main(client, "/layanan/kk/")


def test_it_is_found_by_search(client, journey):
    assert 'href="/layanan/bayi-lahir/"' in main(client, "/cari/?q=bayi+lahir")


def test_the_office_is_told_of_a_missing_guide_and_warned_before_deleting_one(client, journey, guides):
    client.force_login(UserFactory(roles=["Penerbit"]))
    assert "Betulkan rangkaian" not in client.get("/admin/").content.decode()
    delete = client.get(reverse("wagtailadmin_pages:delete", args=[guides[1].pk])).content.decode()
    assert reverse("wagtailadmin_pages:usage", args=[guides[1].pk]) in delete
    guides[1].delete()
    html = client.get("/admin/").content.decode()
    assert "Betulkan rangkaian “Bayi lahir”" in html
    assert "Panduan yang tidak terbit: KK" in html


@pytest.mark.django_db
def test_a_step_needs_something_to_do_and_a_choice_two_services():
    block = JourneyStepBlock()

    def fault(**words):
        with pytest.raises(ValidationError) as found:
            block.clean(block.normalize(journey_step("Urus", **words)[1]))
        return list(found.value.block_errors)

    assert fault() == ["act"]
    assert fault(act="Minta surat.", rule="salah satu") == ["rule"]
    with pytest.raises(ValidationError):
        JourneyGuideBlock().clean(JourneyGuideBlock().normalize({"guide": None, "title": ""}))


def test_the_name_of_a_chosen_guide_is_kept_with_it(guides):
    block = JourneyGuideBlock()
    assert block.clean(block.normalize({"guide": guides[0], "title": "Lama"}))["title"] == "Akta"


@pytest.mark.django_db
def test_a_journey_without_steps_or_with_an_address_of_the_system_is_refused():
    journey = JourneyPage(title="Kosong", slug="standar-pelayanan", intro="x")
    with pytest.raises(ValidationError) as fault:
        journey.clean_fields(exclude=["path", "depth", "content_type", "locale", "owner"])
    assert "steps" in fault.value.message_dict
    with pytest.raises(ValidationError):
        journey.minimal_clean()
