"""The stored status follows the relations of what is published, in the moment that changes them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from layanan.models import RegulationIndexPage, RegulationPage, RegulationRelation
from layanan.regulations import status
from layanan.regulations.relations import RELATIONS, status_of
from tests.factories.home import DocumentFactory
from tests.factories.layanan import RegulationFactory
from tests.layanan.regulations.editor import edit_url, form_data

pytestmark = pytest.mark.django_db


def relation(kind: str, target=None, citation: str = "") -> RegulationRelation:
    return RegulationRelation(kind=kind, target=target, citation=citation)


def published(*relations, **fields) -> RegulationPage:
    page = RegulationFactory(live=False, **({"enacted_on": date(2024, 6, 1)} | fields))
    page.relations = list(relations)
    page.save_revision().publish()
    return RegulationPage.objects.get(pk=page.pk)


def stored(page) -> str:
    return RegulationPage.objects.values_list("status", flat=True).get(pk=page.pk)


@pytest.fixture
def old():
    return RegulationFactory(number="1", year=2020)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("mencabut", "dicabut"),
        ("mengubah", "diubah"),
        ("mencabut_sebagian", "diubah"),
        ("menetapkan", "berlaku"),
    ],
)
def test_publishing_a_relation_changes_the_status_of_its_target(old, kind, expected):
    published(relation(kind, old))
    assert stored(old) == expected


def test_a_draft_changes_nothing_and_unpublishing_restores(old):
    page = RegulationFactory(live=False, enacted_on=date(2024, 6, 1))
    page.relations = [relation("mencabut", old)]
    page.save_revision()
    page.save()
    assert stored(old) == "berlaku"
    page.get_latest_revision().publish()
    assert stored(old) == "dicabut"
    RegulationPage.objects.get(pk=page.pk).unpublish()
    assert stored(old) == "berlaku"


def test_a_draft_of_a_published_one_changes_nothing_until_it_is_published(old):
    page = published(relation("mencabut", old))
    draft = page.get_latest_revision_as_object()
    draft.relations = []
    revision = draft.save_revision()
    assert stored(old) == "dicabut"
    revision.publish()
    assert stored(old) == "berlaku"


def test_deleting_the_revoking_regulation_restores(old):
    published(relation("mencabut", old)).delete()
    assert stored(old) == "berlaku"


def test_deleting_several_with_their_landing_page_leaves_nothing_behind(old):
    published(relation("mencabut", old))
    RegulationIndexPage.objects.get().delete()
    assert RegulationRelation.objects.count() == 0


def test_unpublishing_several_pages_at_once_restores(old, publisher):
    page = published(relation("mencabut", old))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    publisher.post(f"{url}?id={page.pk}", {})
    assert (stored(old), RegulationRelation.objects.get().official) == ("berlaku", False)


def test_publishing_an_older_draft_of_the_revoked_one_does_not_bring_back_its_status(old):
    older = old.save_revision()
    published(relation("mencabut", old))
    RegulationPage.objects.get(pk=old.pk).save_revision()
    older.publish()
    assert stored(old) == "dicabut"


def test_moving_a_relation_to_another_target_settles_both(old):
    other = RegulationFactory(number="2", year=2020)
    page = published(relation("mencabut", old))
    draft = page.get_latest_revision_as_object()
    draft.relations = [relation("mencabut", other)]
    draft.save_revision().publish()
    assert (stored(old), stored(other)) == ("berlaku", "dicabut")


def test_the_database_itself_refuses_a_second_whole_revocation(old):
    published(relation("mencabut", old))
    page = published(relation("mengubah", old))
    with pytest.raises(IntegrityError), transaction.atomic():
        RegulationRelation.objects.filter(page=page).update(kind="mencabut")


def test_a_second_whole_revocation_is_refused_in_words(old):
    first = published(relation("mencabut", old))
    with pytest.raises(ValidationError, match=f"sudah dicabut dengan “{first.title}”"):
        published(relation("mencabut", old))
    assert stored(old) == "dicabut"


def test_the_date_of_a_regulation_cannot_be_moved_past_what_refers_to_it(old):
    published(relation("mencabut", old), enacted_on=date(2024, 6, 1))
    old = RegulationPage.objects.get(pk=old.pk)
    old.year, old.enacted_on = 2025, date(2025, 1, 1)
    with pytest.raises(ValidationError) as caught:
        old.save_revision()
    assert list(caught.value.message_dict) == ["enacted_on"]


def test_a_citation_is_linked_when_the_regulation_comes():
    page = published(relation("mencabut", citation="Peraturan Desa Nomor 7 Tahun 2019 tentang Kebersihan"))
    assert RegulationRelation.objects.get().target is None
    old = RegulationFactory(number="7", year=2019)
    link = RegulationRelation.objects.get(page=page)
    assert (link.target_id, stored(old), link.citation) == (old.pk, "dicabut", old.title)


def test_a_citation_of_what_is_there_already_is_linked_at_once(old):
    published(relation("mengubah", citation=old.title))
    assert (RegulationRelation.objects.get().target_id, stored(old)) == (old.pk, "diubah")


def test_a_citation_is_not_linked_where_the_rules_forbid_it():
    published(relation("mencabut", citation="Perdes 7/2025"), enacted_on=date(2024, 6, 1))
    younger = RegulationFactory(number="7", year=2025)
    assert (RegulationRelation.objects.get().target, stored(younger)) == (None, "berlaku")


def test_a_deleted_target_keeps_its_name_and_is_linked_again_when_it_comes_back(old):
    published(relation("mencabut", old))
    name = old.title
    old.delete()
    assert (RegulationRelation.objects.get().target, RegulationRelation.objects.get().citation) == (
        None,
        name,
    )
    again = RegulationFactory(number="1", year=2020)
    assert stored(again) == "dicabut"


def test_the_command_finds_and_mends_a_status_that_was_written_past_the_rules(old, capsys):
    published(relation("mencabut", old))
    assert status.verify() == []
    RegulationPage.objects.filter(pk=old.pk).update(status="berlaku")
    with pytest.raises(SystemExit) as ended:
        call_command("verify_regulation_statuses")
    assert ended.value.code == 1
    assert old.title in capsys.readouterr().out
    call_command("verify_regulation_statuses", "--repair")
    assert (stored(old), status.verify()) == ("dicabut", [])


def relation_form(kind, target="", citation="", **more):
    return {
        "relations-TOTAL_FORMS": 1,
        "relations-0-id": "",
        "relations-0-ORDER": 1,
        "relations-0-kind": kind,
        "relations-0-target": target,
        "relations-0-citation": citation,
    } | more


def test_a_wrong_relation_is_named_beside_its_field_and_what_was_typed_stays(publisher):
    younger = RegulationFactory(number="2", year=2026)
    page = RegulationFactory(live=False, number="9", year=2024)
    page.save_revision(clean=False)
    fields = relation_form("mencabut", younger.pk, subject="Yang baru diketik", **{"action-publish": "1"})
    response = publisher.post(edit_url(page), form_data(page, **fields))
    row = response.context["form"].formsets["relations"].forms[0]
    assert "ditetapkan lebih kemudian" in row.errors["target"][0]
    assert "Yang baru diketik" in response.content.decode()
    assert RegulationPage.objects.get(pk=page.pk).live is False


def test_a_relation_put_right_in_the_form_is_published_although_the_draft_was_wrong(publisher, old):
    younger = RegulationFactory(number="2", year=2026)
    page = RegulationFactory(live=False, number="9", year=2024)
    page.relations = [relation("mencabut", younger)]
    page.save_revision(clean=False)
    fields = relation_form("mencabut", old.pk, **{"action-publish": "1"})
    response = publisher.post(edit_url(page), form_data(page, **fields))
    assert response.status_code == 302
    assert (stored(old), stored(younger)) == ("dicabut", "berlaku")


def test_a_relation_without_any_target_is_refused_in_words(publisher):
    page = RegulationFactory(live=False, number="9", year=2024)
    page.save_revision(clean=False)
    response = publisher.post(edit_url(page), form_data(page, **relation_form("mencabut")))
    row = response.context["form"].formsets["relations"].forms[0]
    assert row.errors["target"] == ["Pilih peraturannya, atau tulis namanya di bawah."]


def test_a_copy_takes_no_relation_and_no_register_number_along(old):
    page = published(relation("mencabut", old), gazette_number="4", reported_number="140/12")
    copy = page.copy(to=page.get_parent(), keep_live=False, update_attrs={"slug": "salinan"})
    assert (copy.relations.count(), copy.gazette_number, copy.reported_number) == (0, "", "")
    assert stored(old) == "dicabut"


def test_a_draft_that_names_a_deleted_pdf_still_opens(publisher):
    document = DocumentFactory()
    page = RegulationFactory(number="5")
    page.document = document
    page.save_revision()
    document.delete()
    assert publisher.get(edit_url(page)).status_code == 200


KINDS = st.sampled_from(sorted(RELATIONS))
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["state", "unpublish", "publish", "delete"]),
        st.integers(0, 3),
        st.integers(0, 3),
        KINDS,
    ),
    max_size=8,
)


class AnyWay(TestCase):
    """Whatever is published, changed, unpublished and deleted, in whatever order: the stored statuses are those that
    follow from the relations which then stand."""

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(STEPS)
    def test_the_statuses_follow(self, steps):
        pages = [
            RegulationFactory(
                number=str(n + 1), year=2020, enacted_on=date(2020, 1, 1) + timedelta(days=n)
            ).pk
            for n in range(4)
        ]
        for step, here, there, kind in steps:
            page = RegulationPage.objects.filter(pk=pages[here]).first()
            target = RegulationPage.objects.filter(pk=pages[there]).first()
            if page is None:
                continue
            try:
                with transaction.atomic():
                    self.take(step, page, target, kind)
            except ValidationError:
                pass
            self.check(step)

    def take(self, step, page, target, kind):
        if step == "delete":
            page.delete()
        elif step == "unpublish":
            page.unpublish()
        else:
            draft = page.get_latest_revision_as_object()
            if step == "state" and target is not None:
                draft.relations = [relation(kind, target)]
            draft.save_revision().publish()

    def check(self, step):
        for page in RegulationPage.objects.all():
            kinds = RegulationRelation.objects.filter(target=page, page__live=True).values_list(
                "kind", flat=True
            )
            assert page.status == status_of(kinds), (step, page.number)
        assert status.verify() == []
