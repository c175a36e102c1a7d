"""Attendance in a hall without signal, on a small phone: nothing that was tapped is lost, and two phones end equal."""

from playwright.sync_api import expect

from tests.browser.checks import Watch, assert_accessible, assert_no_sideways_scroll
from tests.browser.hall import CLOSE, KEPT, PEOPLE, SMALL, person, tap, tap_further, waiting


def test_two_facilitators_without_signal_and_a_reload(hall, new_phone):
    first, second = new_phone(), new_phone()
    ani, budi = first.new_page(), second.new_page()
    watch = Watch(ani, hall.site.url)
    hall.open_list(ani, hall.facilitators[0])
    hall.open_list(budi, hall.facilitators[1])
    assert_accessible(ani)
    watch.assert_quiet()

    first.set_offline(True)
    for number in range(1, 23):
        tap(ani, number)
    tap_further(ani, 23, "Izin")
    tap_further(ani, 24, "Sakit")
    expect(waiting(ani)).to_have_text("24 belum terkirim")
    expect(person(ani, 1)).to_contain_text("tersimpan di HP")

    # Meanwhile the other one, with signal: the same people, and of two of them something else.
    for number in (1, 2, 3):
        tap(budi, number)
    tap_further(budi, 22, "Izin")
    tap(budi, 24)
    expect(waiting(budi)).to_have_text("Semua catatan sudah di server")

    ani.reload()
    expect(ani.locator("[data-people] li")).to_have_count(PEOPLE)
    expect(waiting(ani)).to_have_text("24 belum terkirim")
    expect(person(ani, 1)).to_contain_text("tersimpan di HP")
    expect(ani.locator("[data-sum]")).to_have_text("22 hadir, 0 belum ditandai, dari 24")
    assert_accessible(ani)
    assert_no_sideways_scroll(ani)
    ani.set_viewport_size(SMALL["viewport"])

    first.set_offline(False)
    expect(waiting(ani)).to_have_text("Semua catatan sudah di server", timeout=20_000)
    expect(person(ani, 5)).to_contain_text("di server")
    found = hall.read()
    expected = {f"Peserta Uji {number:02}": "hadir" for number in range(1, 23)}
    assert found["statuses"] == expected | {"Peserta Uji 23": "izin", "Peserta Uji 24": "hadir"}
    assert found["unsure"] == ["Peserta Uji 22", "Peserta Uji 24"]
    assert found["rows"] == PEOPLE
    # Both see the same, and what has to be made sure.
    budi.reload()
    for page in (ani, budi):
        expect(page.locator("[data-sum]")).to_have_text("23 hadir, 0 belum ditandai, dari 24")
        expect(person(page, 22)).to_contain_text("Perlu dipastikan")


def test_a_tap_counts_though_the_list_is_drawn_anew_under_the_finger(hall, new_phone):
    """A list that replaces its rows between the finger's coming down and its lifting loses the tap without a word."""
    page = new_phone().new_page()
    hall.open_list(page, hall.facilitators[0])
    for number, words, other in ((3, "Hadir", 13), (4, "Lainnya", 14), (4, "Sakit", 15)):
        button = person(page, number).get_by_role("button", name=f"{words} Peserta Uji {number:02}")
        button.scroll_into_view_if_needed()
        middle = button.bounding_box()
        page.mouse.move(middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
        page.mouse.down()
        # Somebody else's tap and the answer of the server come meanwhile: everything is read and drawn again.
        page.evaluate("document.querySelector('[data-search]').dispatchEvent(new Event('input'))")
        page.evaluate(
            """name => [...document.querySelectorAll("[data-people] li")].find((row) => row.textContent.includes(name))
                .querySelector("button").click()""",
            f"Peserta Uji {other:02}",
        )
        expect(person(page, other)).to_contain_text("di server")
        page.mouse.up()
    for number, words in ((3, "Hadir"), (4, "Sakit")):
        expect(person(page, number)).to_contain_text(words)
        expect(person(page, number)).to_contain_text("di server")
    found = hall.read()["statuses"]
    assert (found["Peserta Uji 03"], found["Peserta Uji 04"]) == ("hadir", "sakit")


def test_a_tap_is_acknowledged_at_once_also_without_signal(hall, new_phone):
    """Each tap says that it lies on the device before the next one; how fast, `-s` prints (goal: 100 ms)."""
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    context.set_offline(True)
    times = page.evaluate(
        """async () => {
            const times = [];
            for (let number = 1; number <= 10; number += 1) {
                const name = `Peserta Uji ${String(number).padStart(2, "0")}`;
                const rows = () => [...document.querySelectorAll("[data-people] li")];
                const row = () => rows().find((one) => one.textContent.includes(name));
                const begun = performance.now();
                row().querySelector("button").click();
                while (!row().textContent.includes("tersimpan di HP")) await new Promise((go) => setTimeout(go, 1));
                times.push(performance.now() - begun);
                await new Promise((done) => setTimeout(done, 50));
            }
            return times;
        }"""
    )
    print("ms for each tap:", [round(time) for time in times])
    assert len(times) == 10
    expect(waiting(page)).to_have_text("10 belum terkirim")


def test_a_walk_in_without_signal_arrives_once(hall, new_phone):
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    context.set_offline(True)
    form = page.locator("[data-new]")
    form.get_by_label("Nama").fill("Nur'aini binti Saleh, S.Pd.")
    form.get_by_label("RT").fill("rt 3")
    form.get_by_role("button", name="Datang langsung").click()
    expect(page.locator("[data-people] li", has_text="Nur'aini")).to_contain_text("tersimpan di HP")
    form.get_by_label("Nama").fill("Peserta Uji 07")
    expect(page.locator("[data-alike]")).to_contain_text("Namanya mirip dengan Peserta Uji 07")
    context.set_offline(False)
    expect(waiting(page)).to_have_text("Semua catatan sudah di server", timeout=20_000)
    assert hall.read()["statuses"]["Nur'aini binti Saleh, S.Pd."] == "hadir"


def test_another_status_is_asked_back_and_never_silent(hall, new_phone):
    ani, budi = new_phone().new_page(), new_phone().new_page()
    hall.open_list(ani, hall.facilitators[0])
    hall.open_list(budi, hall.facilitators[1])
    tap_further(ani, 5, "Izin")
    expect(person(ani, 5)).to_contain_text("di server")
    tap(budi, 5)
    expect(budi.locator("[data-trouble]")).to_contain_text("sudah menandai “Izin”")
    assert_accessible(budi)
    budi.get_by_role("button", name="Ubah Peserta Uji 05").first.click()
    expect(person(budi, 5)).to_contain_text("Hadir")
    expect(person(budi, 5)).to_contain_text("di server")
    assert hall.read()["statuses"]["Peserta Uji 05"] == "hadir"


def test_what_is_to_be_checked_moves_no_name_from_under_the_finger(hall, new_phone):
    """Trouble is told above the list: while it comes and goes, the next tap must still meet the same person."""
    ani, budi = new_phone().new_page(), new_phone().new_page()
    hall.open_list(ani, hall.facilitators[0])
    hall.open_list(budi, hall.facilitators[1])
    tap_further(ani, 18, "Izin")
    expect(person(ani, 18)).to_contain_text("di server")
    person(budi, 18).get_by_role("button", name="Hadir Peserta Uji 18").scroll_into_view_if_needed()
    top = person(budi, 18).bounding_box()["y"]
    tap(budi, 18)
    high = person(budi, 19).bounding_box()["height"]
    tap(budi, 19)
    expect(person(budi, 19)).to_contain_text("di server")
    assert abs(person(budi, 19).bounding_box()["height"] - high) < 2
    told = budi.get_by_role("button", name="1 perlu diperiksa")
    expect(told).to_be_in_viewport()
    assert abs(person(budi, 18).bounding_box()["y"] - top) < 2
    # Where the text is so large that what stays would hide the names, it does not stay.
    budi.evaluate("document.documentElement.style.fontSize = '200%'")
    budi.set_viewport_size({"width": 320, "height": 480})
    person(budi, 21).locator("b").scroll_into_view_if_needed()
    expect(told).not_to_be_in_viewport()
    budi.evaluate("document.documentElement.style.fontSize = ''")
    budi.set_viewport_size(SMALL["viewport"])
    told.click()
    expect(budi.get_by_role("heading", name="Perlu diperiksa")).to_be_focused()
    expect(budi.get_by_role("heading", name="Perlu diperiksa")).to_be_in_viewport()
    budi.get_by_role("button", name="Biarkan yang ada Peserta Uji 18").click()
    expect(told).to_be_hidden()


def test_a_card_is_typed_where_there_is_no_camera(hall, new_phone):
    page = new_phone().new_page()
    hall.open_list(page, hall.facilitators[0])
    page.get_by_text("Kartu peserta").click()
    code = page.get_by_label("Kode di kartu")
    code.fill(hall.facts["codes"][3].lower())
    code.press("Enter")
    expect(page.locator("[data-scanned]")).to_have_text("Peserta Uji 04: hadir.")
    expect(person(page, 4)).to_contain_text("di server")
    code.fill("AAAA-AAAA")
    code.press("Enter")
    expect(page.locator("[data-scanned]")).to_have_text("Kartu ini bukan kartu peserta kegiatan ini.")


def test_names_leave_the_phone_with_whoever_signs_out_and_notes_stay_his(hall, new_phone):
    context = new_phone()
    page = context.new_page()
    hall.open_list(page, hall.facilitators[0])
    kept = page.evaluate(KEPT)
    assert "Peserta Uji" in kept["lists"]
    assert "Peserta Uji" not in kept["cache"]
    context.set_offline(True)
    tap(page, 1)
    expect(waiting(page)).to_have_text("1 belum terkirim")
    kept = page.evaluate(KEPT)
    assert "Peserta Uji" not in kept["outbox"]
    # The session ends while he is without signal; at the next look he has to sign in again.
    context.clear_cookies()
    context.set_offline(False)
    page.reload()
    page.wait_for_url("**/admin/login/**")
    page.wait_for_timeout(500)
    kept = page.evaluate(KEPT)
    assert kept["lists"] == "[]"
    assert '"hadir"' in kept["outbox"]
    # Somebody else signs in on this phone: the note is not sent in his name.
    hall.sign_in(page, hall.facilitators[1], f"/pelatihan/fasilitator/presensi/#sesi={hall.session}")
    expect(waiting(page)).to_have_text("1 belum terkirim")
    assert hall.read()["rows"] == 0
    context.clear_cookies()
    page.goto("about:blank")
    hall.sign_in(page, hall.facilitators[0], f"/pelatihan/fasilitator/presensi/#sesi={hall.session}")
    expect(waiting(page)).to_have_text("Semua catatan sudah di server", timeout=20_000)
    assert hall.read()["statuses"]["Peserta Uji 01"] == "hadir"


CODE = """
import sys
from django.utils import timezone
from pelatihan.events.attendance.checkin import code_at
from pelatihan.models import Session
print(code_at(Session.objects.get(pk=int(sys.stdin.read())), timezone.now()))
"""


def test_somebody_notes_himself_by_the_code_of_the_hall(hall, new_phone):
    """On a borrowed phone, without an account: the code of the hall, then that of the card."""
    page = new_phone().new_page()
    code = hall.site.python(CODE, stdin=str(hall.session)).strip()
    page.goto("/pelatihan/hadir/")
    assert_accessible(page)
    page.get_by_label("Kode hadir").fill("AAAAAA")
    page.get_by_role("button", name="Lanjut").click()
    expect(page.get_by_role("alert")).to_contain_text("Kode")
    assert_accessible(page)
    page.goto(f"/pelatihan/hadir/?kode={code}")
    page.wait_for_url("**/pelatihan/hadir/")
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_label("Kode kartu peserta").fill(hall.facts["codes"][10].lower())
    page.get_by_role("button", name="Saya hadir").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Peserta Uji 11, Anda tercatat")
    assert_accessible(page)
    assert hall.read()["statuses"]["Peserta Uji 11"] == "hadir"


def test_the_card_scanned_by_the_phones_own_camera_says_what_to_do(hall, new_phone):
    page = new_phone().new_page()
    page.goto(f"/pelatihan/hadir/#{hall.facts['codes'][0]}")
    expect(page.locator("[data-own-card]")).to_be_visible()
    assert hall.facts["codes"][0] not in page.url


def test_a_sheet_is_typed_in_without_scripts(hall, browser, browser_context_args):
    context = browser.new_context(**(browser_context_args | SMALL | {"java_script_enabled": False}))
    page = context.new_page()
    hall.sign_in(page, hall.facilitators[0], f"/pelatihan/fasilitator/sesi/{hall.session}/kertas/")
    for number in range(1, 21):
        page.get_by_label(f"{number}. Peserta Uji {number:02}").select_option("hadir")
    page.get_by_label("21. Peserta Uji 21").select_option("sakit")
    page.get_by_label("Nama baris kosong 1", exact=True).fill("Pak Karim")
    page.get_by_label("RT baris kosong 1", exact=True).fill("RT 5")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("22 baris disimpan.")).to_be_visible()
    expect(page.locator(".sum")).to_contain_text("21 hadir, dari 25")
    context.close()
    found = hall.read()["statuses"]
    assert (found["Pak Karim"], found["Peserta Uji 21"], found["Peserta Uji 22"]) == ("hadir", "sakit", "")


def test_every_screen_of_a_programme_is_accessible_and_fits_a_phone(hall, new_phone):
    page = new_phone().new_page()
    hall.sign_in(page, hall.facilitators[0], "/pelatihan/fasilitator/program/")
    names = ("programme", "event", "session", "place", "person")
    programme, event, session, place, person = (hall.facts[name] for name in names)
    for path in (
        "program/",
        f"program/{programme}/",
        f"program/{programme}/ubah/",
        f"program/{programme}/hapus/",
        f"program/{programme}/laporan/",
        f"kegiatan/{event}/",
        f"kegiatan/{event}/ubah/",
        f"kegiatan/{event}/orang/{place}/",
        f"kegiatan/{event}/gabung/",
        f"kegiatan/{event}/gabung/?satu={person}&dua={person - 1}",
        f"kegiatan/{event}/kartu/",
        f"sesi/{session}/",
        f"sesi/{session}/orang/{person}/",
        f"sesi/{session}/ubah/",
        f"sesi/{session}/kode/",
        f"sesi/{session}/kertas/",
        f"sesi/{session}/daftar-hadir/",
        f"sesi/{session}/tutup/",
        f"berkas/sesi/{session}/pindaian/",
    ):
        page.goto(f"/pelatihan/fasilitator/{path}")
        assert_accessible(page)
        assert_no_sideways_scroll(page)
        page.set_viewport_size(SMALL["viewport"])
    page.goto(f"/pelatihan/fasilitator/program/{programme}/laporan/")
    page.get_by_role("button", name="Buat laporan sekarang").click()
    expect(page.get_by_text("Laporan dibuat.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_every_form_says_what_is_wrong_beside_its_fields(hall, new_phone):
    page = new_phone().new_page()
    hall.sign_in(page, hall.facilitators[0], "/pelatihan/fasilitator/program/")
    programme, event, session = (hall.facts[name] for name in ("programme", "event", "session"))
    for path in (
        "program/baru/",
        f"program/{programme}/kegiatan-baru/",
        f"program/{programme}/pendampingan/",
        f"kegiatan/{event}/sesi-baru/",
        f"kegiatan/{event}/orang/",
        f"kegiatan/{event}/orang/baru/",
        f"berkas/kegiatan/{event}/impor/",
        f"berkas/sesi/{session}/pindaian/",
    ):
        page.goto(f"/pelatihan/fasilitator/{path}")
        page.locator("form.form button[type=submit]").first.click()
        expect(page.get_by_role("heading", name="Ada yang perlu diperbaiki")).to_be_visible()
        assert_accessible(page)
        assert_no_sideways_scroll(page)
        page.set_viewport_size(SMALL["viewport"])


def test_names_that_are_alike_are_decided_and_a_session_is_approved(hall, new_phone):
    page = new_phone().new_page()
    hall.sign_in(page, hall.facilitators[0], f"/pelatihan/fasilitator/kegiatan/{hall.facts['event']}/orang/")
    page.get_by_label("Nama (boleh dikosongkan)").fill(
        f"Peserta Ujii 24, RT 0{1 + 24 % 7}\nDatuk Marzuki, RT 02"
    )
    page.get_by_role("button", name="Tambahkan").click()
    choice = page.get_by_label("Siapa ini?").first
    expect(choice).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.set_viewport_size(SMALL["viewport"])
    for one in page.get_by_label("Siapa ini?").all():
        one.select_option(label="Orang baru")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("2 orang ditambahkan.")).to_be_visible()
    hall.site.python(CLOSE, stdin=str(hall.session))
    page.goto(f"/pelatihan/fasilitator/sesi/{hall.session}/")
    page.get_by_role("link", name="Sahkan…").click()
    expect(page.get_by_text("Anda menyatakan daftar hadir ini benar")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.set_viewport_size(SMALL["viewport"])
    page.get_by_role("button", name="Sahkan").click()
    expect(page.get_by_text("Sesi disahkan.")).to_be_visible()


def test_the_example_programme_is_there_for_everybody(phone):
    phone.goto("/pelatihan/")
    phone.get_by_role("link", name="Pendampingan Situs Desa (contoh)").click()
    expect(phone.get_by_text("Sosialisasi e-government (contoh)")).to_be_visible()
    assert_accessible(phone)
    assert_no_sideways_scroll(phone)
    phone.get_by_role("link", name="Daftar", exact=True).click()
    assert_accessible(phone)
    assert_no_sideways_scroll(phone)
