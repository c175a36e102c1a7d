"""How a correction becomes public: an Operator writes and submits, a Penerbit approves, and only then everyone sees it.

In the real admin, as people click it. Each test has a guide of its own, which no other test reads.
"""

import urllib.request

import pytest
from playwright.sync_api import Page, expect

AUTOSAVE = 5_000  # ms: WAGTAIL_AUTOSAVE_INTERVAL
EDITOR_READY = 2_500  # ms; the editor takes 2 seconds before it begins to notice changes

ADD_PUBLISH = """() => {
    const field = Object.assign(document.createElement('input'), {type: 'hidden', name: 'action-publish', value: '1'});
    document.querySelector('#page-edit-form').append(field);
}"""


def key_of(site, slug: str) -> str:
    """Of the example's page, which is older than what a test, as a trainee in a room, has made under the same name."""
    oldest = f"Page.objects.filter(slug={slug!r}).earliest('pk').pk"
    return site.python(f"from wagtail.models import Page; print({oldest})").strip()


def public(site, address: str) -> str:
    with urllib.request.urlopen(f"{site.url}{address}", timeout=30) as answer:  # noqa: S310 (our own address)
        return answer.read().decode()


def edit(page: Page, key: str) -> None:
    page.goto(f"/admin/pages/{key}/edit/")
    expect(page.locator("#id_intro")).to_be_visible()


def submit(page: Page) -> None:
    page.locator("button[name=action-submit]").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))


def approve(page: Page) -> None:
    page.locator("button[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))


@pytest.mark.smoke
def test_what_an_operator_corrects_is_public_once_a_penerbit_approves_it(site, signed_in):
    key, address = key_of(site, "jkn-pbi"), "/layanan/jkn-pbi/"
    words = ("Iurannya dibayar negara, kata uji coba.", "Kartu keluarga dari uji coba")
    operator = signed_in("operator")
    edit(operator, key)
    operator.fill("#id_intro", words[0])
    operator.fill("[name=requirements-0-value-text]", words[1])
    submit(operator)
    before = public(site, address)
    assert [text in before for text in words] == [False, False]

    publisher = signed_in("penerbit")
    publisher.goto("/admin/")
    publisher.locator(f"main a[href='/admin/pages/{key}/edit/']").first.click()  # it waits on the first page
    assert publisher.locator("#id_intro").input_value() == words[0]
    approve(publisher)
    after = public(site, address)
    assert [text in after for text in words] == [True, True]


def test_an_operator_has_no_way_to_publish(site, signed_in):
    key = key_of(site, "posyandu")
    operator, publisher = signed_in("operator"), signed_in("penerbit")
    for page in (operator, publisher):
        edit(page, key)
    assert (
        publisher.locator("button[name=action-publish]").count() == 1
    )  # the look-up finds one where there is one
    assert operator.locator("button[name=action-publish]").count() == 0
    # Nor by sending what the button would send.
    operator.fill("#id_title", "Diterbitkan tanpa izin")
    operator.evaluate(ADD_PUBLISH)
    operator.locator("footer button.action-save").click()
    expect(operator.locator(".messages .success")).to_be_visible()
    assert "Diterbitkan tanpa izin" not in public(site, "/layanan/posyandu/")
    edit(publisher, key)
    assert publisher.locator("#id_title").input_value() == "Diterbitkan tanpa izin"  # kept, as a draft


def test_what_is_kept_by_itself_while_typing_is_not_public_until_it_is_approved(site, signed_in):
    key, address = key_of(site, "rujukan-dan-ambulans"), "/layanan/rujukan-dan-ambulans/"
    words = "Ambulans siaga malam hari, kata uji coba."
    operator = signed_in("operator")
    edit(operator, key)
    operator.wait_for_timeout(EDITOR_READY)
    with operator.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.endswith(f"/pages/{key}/edit/"),
        timeout=4 * AUTOSAVE,
    ) as kept:
        operator.fill("#id_intro", words)
    assert kept.value.json()["success"] is True
    other = signed_in("operator")  # another tab: what was typed is there, though nobody pressed a button
    edit(other, key)
    assert other.locator("#id_intro").input_value() == words
    assert words not in public(site, address)

    submit(operator)
    assert words not in public(site, address)
    publisher = signed_in("penerbit")
    edit(publisher, key)
    approve(publisher)
    assert words in public(site, address)
