"""Who makes and reads a report, what it warns of, that figures lead to people, and that a reprint says the same."""

import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from home.models import AccessRecord
from pelatihan.evaluation.models import ON_PAPER
from pelatihan.evaluation.presentation import PAIRED
from pelatihan.events.attendance.runs import Mark, take
from pelatihan.models import (
    Assessment,
    Attendance,
    EventPhoto,
    MentoringRequest,
    Participant,
    Programme,
    Registration,
    Score,
)
from pelatihan.reports.details import details
from pelatihan.reports.gaps import gaps
from pelatihan.reports.runs import make_report
from pelatihan.reports.views import _pairs
from tests.factories.certificates import ABSENT, LATE, REPRESENTED, THERE, person, programme_with
from tests.factories.home import OfficialFactory, UserFactory, VillageFactory
from tests.factories.pelatihan import RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db

LONG = "N" * 200


@pytest.fixture
def programme() -> Programme:
    """Four people in two sessions, and the scores of two of them."""
    made = programme_with(
        {
            "Siti": (THERE, THERE),
            "Budi": (LATE, ABSENT),
            "Tono": (REPRESENTED, THERE),
            "Wati": (ABSENT, ABSENT),
        },
        needs="Sinyal",
    )
    Participant.objects.filter(name="Siti").update(rt=1, sex="P", element="PKK")
    Participant.objects.filter(name="Budi").update(rt=2, sex="L")
    Assessment.objects.create(programme=made, way=ON_PAPER, equal=True, pre_out_of=10, post_out_of=10)
    for name, before, after in (("Siti", 4, 8), ("Budi", 5, 9), ("Tono", None, 7)):
        for moment, points in (("awal", before), ("akhir", after)):
            if points is not None:
                Score.objects.create(
                    programme=made, participant=person(made, name), moment=moment, points=points, out_of=10
                )
    return made


def at(programme, report=None, rest="") -> str:
    base = f"/pelatihan/fasilitator/program/{programme.pk}/laporan/"
    return base + (f"{report.pk}/{rest}" if report else rest)


def text_of(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def without_tokens(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)


def named(report) -> dict[str, list[str]]:
    return {line.key: line.names for one in details(report) for line in one.lines}


def test_each_figure_leads_to_its_people(programme):
    report = make_report(programme)
    found, first = named(report), report.figures["events"][0]["sessions"][0]["pk"]
    assert found["hadir"] == ["Budi", "Siti", "Tono"]
    assert found["tidak-pernah"] == ["Wati"]
    assert found["diundang"] == ["Budi", "Siti", "Tono", "Wati"]
    assert found[f"sesi-{first}-datang"] == ["Budi", "Siti"]
    assert found[f"sesi-{first}-terlambat"] == ["Budi"]
    assert found[f"sesi-{first}-diwakili"] == ["Tono"]
    assert found[f"sesi-{first}-tidak_hadir"] == ["Wati"]
    assert found[f"sesi-{first}-semua"] == ["Budi", "Siti", "Tono", "Wati"]
    for place, groups in enumerate(report.figures["groups"].values(), 1):
        for number, one in enumerate(groups, 1):
            assert len(found[f"kelompok-{place}-{number}"]) == one["registered"]
            assert len(found[f"kelompok-{place}-{number}-hadir"]) == one["present"]


def test_each_link_of_a_report_has_its_place_once(client, programme):
    client.force_login(programme.coordinator)
    MentoringRequest.objects.create(
        programme=programme, participant=person(programme, "Wati"), wish="di_rumah", noted_by_name="Ani"
    )
    shown = text_of(client, at(programme, make_report(programme)))
    links, places = set(re.findall(r'href="#(r-[^"]+)"', shown)), re.findall(r'\bid="([^"]+)"', shown)
    assert {"r-hadir", "r-diundang", "r-minta", "r-nilai", "r-kehadiran", "r-kelompok-1-1"} <= links
    assert links <= set(places)
    assert len(places) == len(set(places))


def test_whoever_is_counted_without_being_listed_is_behind_his_figure(programme):
    """Somebody was invited and taken out before anything began."""
    gone = RegistrationFactory(event=programme.events.get(), participant__name="Pergi")
    Registration.objects.filter(pk=gone.pk).update(removed_at=gone.since)
    report = make_report(programme)
    assert report.figures["invited"] == len(named(report)["diundang"]) == 5
    assert report.figures["attendance"]["registered"] == 4
    assert "Pergi" not in [row["name"] for row in report.rows if row["listed"]]


def test_a_session_that_is_not_over_leads_to_its_people_and_is_in_no_sum(programme):
    later = SessionFactory(event=programme.events.get())
    later.starts_at += timedelta(hours=3)
    later.ends_at += timedelta(hours=3)
    later.save()
    take(
        later,
        Mark(person(programme, "Wati").pk, "hadir", later.starts_at, method="kertas"),
        programme.coordinator,
    )
    report = make_report(programme)
    assert named(report)[f"sesi-{later.pk}-datang"] == ["Wati"]
    assert named(report)["tidak-pernah"] == ["Wati"]


def test_a_reprint_says_the_same_whatever_is_changed_later(client, programme):
    client.force_login(programme.coordinator)
    report = make_report(programme, programme.coordinator)
    before = text_of(client, at(programme, report)), text_of(client, at(programme, report, "?untuk=umum"))
    cells = _cells(client, programme, report)
    Participant.objects.update(name="Nama Lain", rt=9, sex="", element="Lain")
    Attendance.objects.update(status="izin")
    Score.objects.update(points=1)
    Registration.objects.update(source="mandiri")
    RegistrationFactory(event=programme.events.get(), participant__name="Orang Baru")
    Programme.objects.update(needs="Lain", obstacles="Lain", invited=900)
    after = text_of(client, at(programme, report)), text_of(client, at(programme, report, "?untuk=umum"))
    assert [without_tokens(one) for one in after] == [without_tokens(one) for one in before]
    assert _cells(client, programme, report) == cells


def _cells(client, programme, report) -> list:
    book = load_workbook(io.BytesIO(client.get(at(programme, report, "laporan.xlsx")).content))
    return [[cell.value for cell in row] for sheet in book for row in sheet.rows]


@pytest.mark.parametrize("name", ["=1+1", "@x", "+1", "-1", "=cmd|' /C calc'!A0"])
def test_a_name_is_no_formula(client, programme, name):
    client.force_login(programme.coordinator)
    Participant.objects.filter(name="Siti").update(name=name, element=name)
    report = make_report(programme)
    book = load_workbook(io.BytesIO(client.get(at(programme, report, "laporan.xlsx")).content))
    found = [cell for sheet in book for row in sheet.rows for cell in row if cell.value == name]
    assert {cell.parent.title for cell in found} >= {"Kehadiran", "Nilai"}
    assert {cell.data_type for cell in found} == {"s"}
    assert not [cell for sheet in book for row in sheet.rows for cell in row if cell.data_type == "f"]


def test_figures_of_the_table_file_lead_to_sheets_that_are_there(client, programme):
    client.force_login(programme.coordinator)
    report = make_report(programme)
    book = load_workbook(io.BytesIO(client.get(at(programme, report, "laporan.xlsx")).content))
    links = [
        cell.hyperlink.location for sheet in book for row in sheet.rows for cell in row if cell.hyperlink
    ]
    assert links
    assert {re.fullmatch(r"'(.+)'![A-Z]+1", one).group(1) for one in links} <= set(book.sheetnames)
    second = book["Sesi"]["H3"]
    assert second.value == 2
    assert book["Kehadiran"][second.hyperlink.location.rpartition("!")[2]].value == book["Sesi"]["C3"].value


def test_whoever_only_leads_a_session_reads_the_form_for_everybody(client, programme):
    leader = UserFactory(roles=["Fasilitator"])
    programme.events.get().sessions.first().facilitators.add(leader)
    report = make_report(programme)
    client.force_login(leader)
    listed = text_of(client, at(programme))
    assert "Buat laporan sekarang" not in listed
    assert "laporan.xlsx" not in listed
    shown = text_of(client, at(programme, report))
    assert "Siti" not in shown
    assert "hanya untuk koordinator program" in shown
    assert client.get(at(programme, report, "laporan.xlsx")).status_code == 403
    assert client.post(at(programme), {"key": "5d0c6f0e-8f55-4b0b-9d55-7a0c2f7f1e11"}).status_code == 403
    assert programme.reports.count() == 1
    assert not AccessRecord.objects.filter(kind="laporan program").exists()


def test_a_stranger_finds_none(client, programme):
    report = make_report(programme)
    client.force_login(UserFactory(roles=["Fasilitator"]))
    for rest in ("", "?untuk=umum", "laporan.xlsx"):
        assert client.get(at(programme, report, rest)).status_code == 404
    assert client.get(at(programme)).status_code == 404


def test_reading_names_is_noted_and_the_form_for_everybody_is_not(client, programme):
    client.force_login(programme.coordinator)
    report = make_report(programme)
    noted = AccessRecord.objects.filter(kind="laporan program", record=str(report.pk))
    client.get(at(programme, report, "?untuk=umum"))
    assert not noted.exists()
    client.get(at(programme, report))
    client.get(at(programme, report, "laporan.xlsx"))
    assert sorted(noted.values_list("action", flat=True)) == ["lihat", "unduh"]


def test_the_form_for_everybody_has_no_rows(client, programme):
    client.force_login(programme.coordinator)
    speaker = RegistrationFactory(
        event=programme.events.get(), participant__name="Narasumber", role="narasumber"
    )
    shown = text_of(client, at(programme, make_report(programme), "?untuk=umum"))
    for name in ("Siti", "Budi", "Tono", "Wati", speaker.participant.name):
        assert name not in shown
    assert 'href="#r-' not in shown
    assert "Lampiran 1" not in shown


def test_the_head_and_the_signatures_are_those_of_the_day(client, programme):
    VillageFactory(name="Contoh", district="Pemayung", regency="Batanghari")
    OfficialFactory(position__name="Kepala Desa", name="Kepala Contoh")
    programme.coordinator.first_name = "Rini"
    programme.coordinator.save()
    client.force_login(programme.coordinator)
    report = make_report(programme)
    OfficialFactory._meta.model.objects.update(name="Penggantinya")
    shown = text_of(client, at(programme, report))
    for words in ("PEMERINTAH KABUPATEN BATANGHARI", "KECAMATAN PEMAYUNG", "DESA CONTOH", "Mengetahui,"):
        assert words in shown
    for words in ("Kepala Desa Contoh,", "Kepala Contoh", "Koordinator program,", "Rini"):
        assert words in shown
    assert "Penggantinya" not in shown


def test_there_is_a_way_back_to_the_reports(client, programme):
    client.force_login(programme.coordinator)
    assert f'href="{at(programme)}"' in text_of(client, at(programme, make_report(programme)))


def test_where_names_are_forgotten_figures_stay_and_lead_nowhere(client, programme):
    client.force_login(programme.coordinator)
    report = make_report(programme)
    report.rows = []
    report.save()
    shown = text_of(client, at(programme, report))
    assert "3 orang hadir" in shown
    assert "Nama peserta tidak disimpan lagi" in shown
    assert 'href="#r-hadir">3</a> orang hadir' not in shown


def test_a_report_from_before_rows_were_kept_like_this_is_still_read(client, programme):
    client.force_login(programme.coordinator)
    report = make_report(programme)
    old = ("name", "sex", "age", "at", "element", "statuses")
    report.rows = [{name: row[name] for name in old} for row in report.rows]
    for name in ("head", "photos", "invited_typed"):
        report.figures.pop(name)
    report.save()
    shown = text_of(client, at(programme, report))
    assert "Siti" in shown
    assert "Tidak ada foto." in shown
    assert client.get(at(programme, report, "laporan.xlsx")).status_code == 200


def test_what_a_report_would_lack_is_told_with_where_to_mend_it(client, programme):
    client.force_login(programme.coordinator)
    shown = text_of(client, at(programme))
    for words in (
        "Tujuan belum ditulis.",
        "Kendala belum ditulis.",
        "Belum ada tanggapan peserta.",
        "belum disahkan, belum ada pindaian",
    ):
        assert words in shown
    assert "Kebutuhan yang ditemukan belum ditulis." not in shown
    assert "Belum ada nilai" not in shown
    for gap in gaps(programme):
        assert client.get(gap.url.partition("#")[0]).status_code == 200, gap
    client.post(at(programme), {"key": "5d0c6f0e-8f55-4b0b-9d55-7a0c2f7f1e11"})
    assert programme.reports.count() == 1  # warned, and made all the same


def test_what_is_mended_is_told_no_more(programme):
    Programme.objects.update(goals="Tujuan", obstacles="Kendala", follow_up="Lanjut")
    programme.refresh_from_db()
    event = programme.events.get()
    event.sessions.update(state="disahkan")
    EventPhoto.objects.create(event=event, file="a.jpg", width=1, height=1, caption="Foto")
    told = [gap.words for gap in gaps(programme)]
    assert not [words for words in told if "disahkan" in words or "belum ditulis" in words or "foto" in words]
    assert len([words for words in told if "pindaian" in words]) == 2


def test_a_programme_without_anything_is_warned_of(programme):
    empty = Programme.objects.create(
        name="Kosong",
        slug="kosong",
        starts_on="2026-11-01",
        ends_on="2026-11-02",
        coordinator=programme.coordinator,
    )
    urls = {gap.url for gap in gaps(empty)}
    assert reverse("programme", args=[empty.pk]) in urls
    assert reverse("evaluation_scores", args=[empty.pk]) in urls


def test_pairs_are_found_by_their_name():
    facts = [{"name": "Lain", "figure": "70"}, {"name": PAIRED, "figure": "12"}]
    assert _pairs({"facts": facts}) == 12
    assert _pairs({"facts": facts[:1]}) == 0
