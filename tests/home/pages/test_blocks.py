"""The blocks of free pages and news take what makes sense and say in words what does not."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext
from wagtail.blocks.struct_block import StructBlockValidationError

from home.models import HomePage
from home.pages.blocks import ICONS, ActionBlock, BodyBlock, ContactBlock, PhoneBlock
from project.templatetags.assets import ICONS_DIR
from tests.factories.home import ContentPageFactory, DocumentFactory, ImageFactory

CHOOSE_ONE = "Pilih satu: halaman tujuan di situs ini, atau alamat luar."


def cleaned(block, value):
    return block.clean(block.to_python(value))


# The button.


@pytest.mark.django_db
def test_a_button_leads_to_a_page_or_to_an_address_outside():
    home = HomePage.objects.get()
    to_page = cleaned(ActionBlock(), {"label": "Buka", "page": home.pk, "url": ""})
    assert (to_page["page"].pk, to_page["url"]) == (home.pk, "")
    outside = cleaned(ActionBlock(), {"label": "Buka", "page": None, "url": "https://contoh.example/"})
    assert (outside["page"], outside["url"]) == (None, "https://contoh.example/")


@pytest.mark.django_db
@pytest.mark.parametrize("both", [True, False], ids=["two targets", "no target"])
def test_a_button_wants_exactly_one_target(both):
    value = {
        "label": "Buka",
        "page": HomePage.objects.get().pk if both else None,
        "url": "https://contoh.example/" if both else "",
    }
    with pytest.raises(StructBlockValidationError) as fault:
        cleaned(ActionBlock(), value)
    assert {name: error.messages for name, error in fault.value.block_errors.items()} == {
        "page": [CHOOSE_ONE]
    }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "bukan alamat", "/layanan/"])
def test_a_button_leads_to_no_script(url):
    with pytest.raises(StructBlockValidationError) as fault:
        cleaned(ActionBlock(), {"label": "Buka", "page": None, "url": url})
    assert list(fault.value.block_errors) == ["url"]


# Telephone numbers.


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0812-3456-7890", "+6281234567890"),
        ("+62 812 3456 7890", "+6281234567890"),
        ("(0743) 21234", "+6274321234"),
    ],
)
def test_a_number_in_any_usual_spelling_is_kept_in_one(typed, kept):
    assert PhoneBlock().clean(typed) == kept


@pytest.mark.parametrize("typed", ["12345", "+65 6123 4567", "nomor pak RT", "0812"])
def test_what_is_no_indonesian_number_is_refused_in_words(typed):
    with pytest.raises(ValidationError) as fault:
        PhoneBlock().clean(typed)
    assert "Tulis misalnya 0812-3456-7890" in fault.value.messages[0]


def test_an_optional_number_may_stay_empty():
    assert PhoneBlock(required=False).clean("") == ""
    with pytest.raises(ValidationError):
        PhoneBlock().clean("")


def contact(**fields):
    return cleaned(
        ContactBlock(), {"title": "Kantor", "text": "", "phone": "", "whatsapp": "", "email": ""} | fields
    )


def test_a_contact_keeps_its_numbers_in_one_spelling():
    found = contact(phone="0743-21234", whatsapp="0812 3456 7890")
    assert (found["phone"], found["whatsapp"]) == ("+6274321234", "+6281234567890")


def test_a_landline_is_no_whatsapp_number():
    with pytest.raises(StructBlockValidationError) as fault:
        contact(whatsapp="0743-21234")
    assert list(fault.value.block_errors) == ["whatsapp"]
    assert "WhatsApp memerlukan nomor HP" in fault.value.block_errors["whatsapp"].messages[0]


# Everything else an editor may put on a page.


@pytest.mark.django_db
def test_every_block_that_an_editor_can_choose_shows_on_the_page(client):
    image, document, home = ImageFactory(), DocumentFactory(title="Formulir F-1.01"), HomePage.objects.get()
    picture = {"image": image, "alt": "Balai desa dari depan", "caption": "Balai desa"}
    values = {
        "heading": "Judul bagian",
        "text": "<p>Tulisan biasa</p>",
        "image": picture,
        "gallery": [picture, picture],
        "table": {
            "columns": [{"type": "text", "heading": "Dusun"}, {"type": "number", "heading": "Warga"}],
            "rows": [{"values": ["Sungai Putih", "1.234"]}],
            "caption": "Penduduk per dusun",
        },
        "documents": {"title": "Unduhan", "documents": [document]},
        "contact": {"title": "Kasi Pelayanan", "phone": "+6274321234", "whatsapp": "+6281234567890"},
        "action": {"label": "Ke beranda", "page": home},
        "accordion": {"items": [{"title": "Berapa lama?", "text": "<p>Sehari</p>"}]},
        "map": {"label": "Kantor desa", "address": "Jalan Desa 1", "url": "https://peta.example/"},
    }
    block = BodyBlock()
    assert set(values) == set(block.child_blocks)
    body = [
        (name, block.child_blocks[name].normalize(value)) for name, value in values.items() if name != "table"
    ]
    table = block.child_blocks["table"]
    body.append(("table", table.to_python(values["table"])))
    ContentPageFactory(title="Profil", body=body)
    content = client.get("/profil/").content.decode().partition("<main")[2]
    for words in (
        "Judul bagian",
        "Tulisan biasa",
        'alt="Balai desa dari depan"',
        "Sungai Putih",
        "1.234",
        "Formulir F-1.01",
        "Kasi Pelayanan",
        "0743-21234",
        "https://wa.me/6281234567890",
        "Ke beranda",
        "<summary>",
        "Sehari",
        "https://peta.example/",
    ):
        assert words in content, words
    name, address, link = (content.find(w) for w in ("<b>Kantor desa</b>", "Jalan Desa 1", "Lihat di peta"))
    assert 0 < name < address < link, "the name of the place, then where it is, then the map"
    assert '<td class="number">1.234</td>' in content


@pytest.mark.django_db
def test_a_picture_needs_words_for_those_who_do_not_see_it():
    image = ImageFactory(description="")
    block = BodyBlock().child_blocks["image"]
    with pytest.raises(StructBlockValidationError) as fault:
        cleaned(block, {"image": image.pk, "alt": "", "caption": ""})
    assert list(fault.value.block_errors) == ["alt"]
    described = ImageFactory(description="Balai desa dari depan")
    assert cleaned(block, {"image": described.pk, "alt": "", "caption": ""})["image"] == described


@pytest.mark.django_db
def test_what_a_picture_shows_is_told_once_and_otherwise_only_where_it_is_asked(client):
    picture = {"image": ImageFactory(description="Balai desa dari depan"), "alt": "", "caption": ""}
    other = picture | {"alt": "Pintu masuk balai desa"}
    ContentPageFactory(title="Profil", body=[("image", picture), ("gallery", [picture, other])])
    content = client.get("/profil/").content.decode()
    assert content.count('alt="Balai desa dari depan"') == 2
    assert content.count('alt="Pintu masuk balai desa"') == 1


def test_the_table_says_how_it_is_made_with_the_words_on_its_buttons():
    help_text = BodyBlock().child_blocks["table"].meta.help_text
    with translation.override("id"):
        for label in ("Add column", "Add row"):
            assert f"“{gettext(label)}”" in help_text


@pytest.mark.django_db
def test_a_removed_picture_document_or_page_leaves_no_hole_and_no_fault(client):
    image, document = ImageFactory(), DocumentFactory()
    goal = ContentPageFactory(title="Tujuan")
    ContentPageFactory(
        title="Profil",
        body=[
            ("image", {"image": image, "alt": "Balai", "caption": ""}),
            ("documents", {"title": "Unduhan", "documents": [document]}),
            ("action", {"label": "Buka tujuan", "page": goal}),
            ("text", f'<p><a linktype="page" id="{goal.pk}">tautan</a></p>'),
        ],
    )
    for thing in (image, document, goal):
        thing.delete()
    response = client.get("/profil/")
    assert response.status_code == 200
    assert "None" not in response.content.decode().partition("<main")[2]


def test_every_small_picture_that_can_be_chosen_was_drawn():
    assert [name for name, _ in ICONS if not (ICONS_DIR / f"{name}.svg").is_file()] == []
