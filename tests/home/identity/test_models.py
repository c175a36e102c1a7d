"""Who the village is: what is taken for true, in one spelling, and what the database itself refuses."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from home.models import ClosedDay, OfficeHours, User, VillageSettings
from tests.factories.home import ImageFactory, UserFactory, VillageFactory

pytestmark = pytest.mark.django_db


def faults(**fields) -> dict[str, list[str]]:
    """What the settings say about these values, by field."""
    village = VillageFactory.build(**fields)
    try:
        village.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


# Kode wilayah: PP.KK.CC.VVVV, the last part begins with 1 (kelurahan), 2 (desa) or 3 (desa adat).


@pytest.mark.parametrize("code", ["15.04.05.2001", "15.71.01.1001", "94.03.12.3005", "11.01.01.2999", ""])
def test_codes_of_desa_kelurahan_and_desa_adat_are_taken(code):
    assert faults(code=code) == {}


@pytest.mark.parametrize(
    "code",
    [
        "15.04.05.0001",  # the last part begins with 0
        "15.04.05.4001",  # no kind of village
        "15.04.05.9001",
        "1504052001",  # the code of BPS, without dots
        "15.04.05",  # a kecamatan
        "15.04.05.200",
        "15.04.05.20011",
        "15.4.05.2001",
        "15-04-05-2001",
        "15.04.05.2001.",
        " 15.04.05.2001",
        "15.04.05.2001\n",
        "x15.04.05.2001",
        "15.04.05.200a",
        "١٥.٠٤.٠٥.2001",  # Arabic digits
        "15.04.05.２００１",  # full-width digits
    ],
)
def test_any_other_code_is_refused_with_words_that_help(code):
    assert "misalnya 15.04.05.2001" in str(faults(code=code).get("code"))


@pytest.mark.parametrize("code", ["00.04.05.2001", "20.04.05.2001", "99.04.05.2001"])
def test_a_code_of_no_province_is_refused_by_its_province(code):
    assert faults(code=code) == {
        "code": [
            f"Tidak ada provinsi dengan kode {code[:2]}. Periksa dua angka pertama; Jambi, misalnya, 15."
        ]
    }


@pytest.mark.parametrize(
    ("postal_code", "good"),
    [("36657", True), ("", True), ("3665", False), ("366571", False), ("3665a", False), ("٣٦٦٥٧", False)],
)
def test_a_postal_code_is_five_digits(postal_code, good):
    assert ("postal_code" not in faults(postal_code=postal_code)) is good


# Colour.


@pytest.mark.parametrize(
    ("typed", "kept"), [("#7a1d2e", "#7a1d2e"), ("#7A1D2E", "#7a1d2e"), (" #123456 ", "#123456")]
)
def test_a_dark_colour_is_taken_and_kept_in_one_spelling(typed, kept):
    village = VillageFactory.build(main_colour=typed)
    village.clean()
    assert village.main_colour == kept


@pytest.mark.parametrize("colour", ["#ff0000", "#ffffff", "#c08000", "#888888"])
def test_a_colour_that_is_too_light_to_read_is_refused_in_words(colour):
    assert "Warna ini terlalu terang" in str(faults(main_colour=colour).get("main_colour"))


@pytest.mark.parametrize("colour", ["red", "#123", "123456", "#12345g", "#1234567", "}*{x:y", ""])
def test_what_is_no_colour_is_refused(colour):
    assert "main_colour" in faults(main_colour=colour)


@pytest.mark.parametrize("colour", ["red", "#12345g", "}*{x:y", "#ABCDEF", ""])
def test_the_database_itself_holds_nothing_but_a_colour(colour):
    village = VillageFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        VillageSettings.objects.filter(pk=village.pk).update(main_colour=colour)


# Telephone and WhatsApp.


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("phone", "0743-21234", "+6274321234"),
        ("phone", "(021) 555 1234", "+62215551234"),
        ("phone", "0812 3456 7890", "+6281234567890"),
        ("phone", "", ""),
        ("whatsapp", "0812-3456-7890", "+6281234567890"),
        ("whatsapp", "+62 812 3456 7890", "+6281234567890"),
        ("whatsapp", "", ""),
    ],
)
def test_a_number_in_any_usual_spelling_is_kept_in_one(field, typed, kept):
    village = VillageFactory.build(**{field: typed})
    village.full_clean()
    assert getattr(village, field) == kept


@pytest.mark.parametrize("field", ["phone", "whatsapp"])
@pytest.mark.parametrize("typed", ["12345", "+65 6123 4567", "kantor desa", "0812-34567890/0813-11112222"])
def test_what_is_no_indonesian_number_is_refused_beside_its_field(field, typed):
    found = faults(**{field: typed})
    assert list(found) == [field]
    assert len(found[field]) == 1


def test_a_landline_is_no_whatsapp_number():
    assert faults(whatsapp="0743-21234") == {
        "whatsapp": [
            "WhatsApp memerlukan nomor HP, bukan telepon rumah atau kantor. Tulis misalnya 0812-3456-7890."
        ]
    }


def test_every_fault_is_said_at_once():
    found = faults(code="1504052001", phone="123", whatsapp="0743-21234", main_colour="#ffffff")
    assert set(found) == {"code", "phone", "whatsapp", "main_colour"}


# Names.


@pytest.mark.parametrize(
    ("fields", "full_name", "place_line"),
    [
        ({}, "Desa Tebing Tinggi", "Kecamatan Pemayung, Kabupaten Batanghari"),
        (
            {"designation": "Nagari", "name": "Koto Gadang"},
            "Nagari Koto Gadang",
            "Kecamatan Pemayung, Kabupaten Batanghari",
        ),
        ({"name": ""}, "Situs desa", "Kecamatan Pemayung, Kabupaten Batanghari"),
        ({"district": ""}, "Desa Tebing Tinggi", "Kabupaten Batanghari"),
        ({"district": "", "regency": ""}, "Desa Tebing Tinggi", ""),
        (
            {"district": "Telanaipura", "regency": "Kota Jambi"},
            "Desa Tebing Tinggi",
            "Kecamatan Telanaipura, Kota Jambi",
        ),
    ],
)
def test_the_village_is_named_from_what_it_has_written(fields, full_name, place_line):
    village = VillageFactory.build(**fields)
    assert (village.full_name, str(village), village.place_line) == (full_name, full_name, place_line)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", "Desa Tebing Tinggi", "Tebing Tinggi"),
        ("name", "DESA  Tebing  Tinggi", "Tebing Tinggi"),
        ("name", "Desantara", "Desantara"),
        ("district", "Kecamatan Pemayung", "Pemayung"),
        ("district", "Kec. Pemayung", "Pemayung"),
        ("regency", "Kabupaten Batanghari", "Batanghari"),
        ("regency", "Kab.Batanghari", "Batanghari"),
        ("regency", "Kota Jambi", "Kota Jambi"),
        ("regency", "Kotawaringin Timur", "Kotawaringin Timur"),
        ("province", "Provinsi Jambi", "Jambi"),
        ("province", "Jambi", "Jambi"),
    ],
)
def test_a_name_is_kept_without_the_kind_that_pages_write_before_it(field, typed, kept):
    village = VillageFactory.build(**{field: typed})
    village.full_clean()
    assert getattr(village, field) == kept


def test_a_distrik_is_no_kecamatan():
    assert VillageFactory.build(district="Distrik Muara Tami").place_line.startswith("Distrik Muara Tami, ")


def test_kotawaringin_is_a_kabupaten():
    assert VillageFactory.build(regency="Kotawaringin Timur").place_line.endswith(
        "Kabupaten Kotawaringin Timur"
    )


def test_a_removed_logo_leaves_the_identity():
    village = VillageFactory(logo=ImageFactory())
    village.logo.delete()
    village.refresh_from_db()
    assert village.logo is None


# Hours, breaks and closed days: by constraint, past every form.


def hours(**fields):
    defaults = {"weekday": 0, "opens": time(8), "closes": time(15)}
    return OfficeHours(**defaults | fields)


GOOD_HOURS = {
    "no break": {},
    "a break": {"break_starts": time(12), "break_ends": time(13)},
    "a break from the opening": {"break_starts": time(8), "break_ends": time(9)},
    "a break until closing": {"break_starts": time(14), "break_ends": time(15)},
    "a minute": {"opens": time(8), "closes": time(8, 1)},
}
BAD_HOURS = {
    "closes when it opens": {"closes": time(8)},
    "closes before it opens": {"closes": time(7)},
    "a break without an end": {"break_starts": time(12)},
    "a break without a beginning": {"break_ends": time(13)},
    "a break that ends before it begins": {"break_starts": time(13), "break_ends": time(12)},
    "a break of no length": {"break_starts": time(12), "break_ends": time(12)},
    "a break before opening": {"break_starts": time(7), "break_ends": time(9)},
    "a break after closing": {"break_starts": time(14), "break_ends": time(16)},
}


@pytest.mark.parametrize("kind", GOOD_HOURS)
def test_hours_that_make_sense_are_stored(kind):
    row = hours(village=VillageFactory(), **GOOD_HOURS[kind])
    row.full_clean()
    row.save()
    assert OfficeHours.objects.get().as_hours() == row.as_hours()


@pytest.mark.parametrize("kind", BAD_HOURS)
def test_hours_that_cannot_be_are_refused_by_words_and_by_the_database(kind):
    row = hours(village=VillageFactory(), **BAD_HOURS[kind])
    with pytest.raises(ValidationError) as fault:
        row.full_clean()
    break_words = (
        "Istirahat diisi mulai dan selesainya, di antara jam buka dan jam tutup, atau dikosongkan keduanya."
    )
    words = break_words if "break" in kind else "Jam tutup harus sesudah jam buka."
    assert fault.value.messages == [words]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_weekday_has_one_row_in_the_database():
    village = VillageFactory()
    hours(village=village).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        hours(village=village, opens=time(16), closes=time(17)).save()
    hours(village=village, weekday=1).save()
    assert OfficeHours.objects.count() == 2


@pytest.mark.parametrize("weekday", [-1, 7, None])
def test_there_are_seven_weekdays(weekday):
    with pytest.raises(ValidationError) as fault:
        hours(village=VillageFactory(), weekday=weekday).full_clean()
    assert "weekday" in fault.value.message_dict


def test_a_closed_day_may_be_one_day_and_never_ends_before_it_begins():
    village = VillageFactory()
    day = date(2026, 12, 25)
    ClosedDay.objects.create(village=village, first_day=day, last_day=day, reason="Natal")
    wrong = ClosedDay(village=village, first_day=day, last_day=date(2026, 12, 24), reason="Natal")
    with pytest.raises(ValidationError) as fault:
        wrong.full_clean()
    assert fault.value.messages == ["Tanggal akhir tidak boleh sebelum tanggal awal."]
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


def test_hours_and_closed_days_go_with_the_settings():
    village = VillageFactory()
    hours(village=village).save()
    ClosedDay.objects.create(
        village=village, first_day=date(2026, 12, 25), last_day=date(2026, 12, 25), reason="Natal"
    )
    VillageSettings.objects.get().delete()
    assert (OfficeHours.objects.count(), ClosedDay.objects.count()) == (0, 0)


def test_a_person_has_a_position_that_may_be_empty():
    assert UserFactory(position="Kasi Pelayanan").position == "Kasi Pelayanan"
    assert User._meta.get_field("position").blank is True
