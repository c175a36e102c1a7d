"""Finds English on a screen of the admin.

What is read is more than what is seen at once: the words of closed menus and of dialogs that a press would open, and
the names that only a screen reader says (aria-label, title, placeholder, alt).
"""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page, Request

# Common English words that are no Indonesian words too ("status", "format", "program", "video", "admin", "PIN" are),
# nor names ("Word" is a program).
ENGLISH_WORDS = """
    about across action actions active add added address again all an and another any anyone app apply approve
    approved archive are as at audio aug august avatar average back be been before below between body bold both
    browse bulk but button by can cancel caption change changed changes checks child choose chooser clear close
    collapse collection collections column columns comment comments compare confirm content copied copy could
    create created current currently dashboard date day days dec december default delete deleted description
    details disable disabled discard does down download draft drag drop duplicate each edit edited editing
    editor email empty enable enabled error errors every existing expand expiry explore explorer export failed
    february field fields file files filter filters find first focus following for found fri friday from
    generate go group groups had has have heading help here hide history home hour hours how if image images in
    incomplete insert into invalid is it italic item items january july june keep keyboard keywords language
    last latest leave left library light link links list live load loading lock locked log login loud main make
    manage many march match matches maximum may minimum minute minutes missing moderation mon monday month
    months more most move moved must my name needs never new next no none not notes notifications now number
    object oct october of off old on once one only open option optional options or order other our out over
    owner page pages parent password permission permissions phone please point preferences preview previous
    primary private profile public publish published publishing quick quote raw read readability recent redirect
    redirects redo refresh reject rejected remove reply report reports request requested required reset resolve
    restore result results review reviewing revision revisions right rows saturday save saved saving schedule
    scheduled search section see select selected send set settings sharing shortcut shortcuts should show sign
    simple since site size slug snippet snippets some sorry sort sorted split start started strikethrough
    subject submit submitted submitting subscript success summary sun sunday superscript table task tasks text
    than that the their them theme there these they this those thu thursday time title to toggle toolbar
    translate try tue tuesday type types unable undo unknown unlock unlocked unpublish up update updated upload
    uploaded uploading usage use used user username users using value values version versions view viewing
    visible visit warning was we wed wednesday were what when where which while who will window with within
    without words workflow workflows would write year years yes yesterday you your
"""
ENGLISH = frozenset(ENGLISH_WORDS.split())

# English texts that a screen may hold, each with its reason. Wagtail 7.4.4 writes them without translating.
ALLOWED = {
    "Site name": "a column of the list of sites, which only the administrator opens",
    "Root page": "likewise",
}
# What is not read: a counter that waits for its number, a button of the date picker for a use that Wagtail has not,
# a hidden button (by its Enter key) beside a search field that has its name in Indonesian, and words for a browser
# without scripts, where the admin does not work.
UNSEEN = "[data-side-panel-toggle-counter][hidden], .xdsoft_save_selected, .w-sr-only > input[value=Search], noscript"

COLLECT = """unseen => {
    const names = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'title',
        'alt', 'label', 'data-placeholder', 'data-w-tooltip-content-value'];
    const silent = new Set(['SCRIPT', 'STYLE', 'CODE', 'TEXTAREA', 'IFRAME']);
    const found = [document.title];
    const read = node => {
        if (node.nodeType === Node.TEXT_NODE) return found.push(node.data);
        if (node.nodeType === Node.ELEMENT_NODE) {
            if (silent.has(node.tagName) || node.matches(unseen)) return;
            for (const name of names) if (node.hasAttribute(name)) found.push(node.getAttribute(name));
            if (node.matches('input[type=submit], input[type=button], input[type=reset]')) found.push(node.value);
            if (node.tagName === 'TEMPLATE') read(node.content);
            if (node.shadowRoot) read(node.shadowRoot);
        }
        node.childNodes.forEach(read);
    };
    read(document.body);
    return found.map(text => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""

GLANCE = 120  # ms between two looks at a screen that may still change
GLANCES = 60


def english(text: str) -> set[str]:
    """The English words of a text. Addresses, file names and quoted program text are no language."""
    plain = re.sub(r"\S*[/@_=]\S*|\S+\.\w+", " ", text)
    cut_short = re.sub(r"(?<=\s)\w{1,3}…", " ", plain)  # an excerpt may end within a word
    return set(re.findall(r"[a-z]+", cut_short.lower())) & ENGLISH


class Reader:
    """Reads one person's screens, one after the other, and keeps what is English on them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: dict[str, str] = {}  # each text once, with the first screen that shows it
        self._under_way: set[Request] = set()
        page.on("request", lambda request: self._under_way.add(request))
        page.on("requestfinished", lambda request: self._under_way.discard(request))
        page.on("requestfailed", lambda request: self._under_way.discard(request))

    def open(self, name: str, address: str) -> None:
        """Opens a screen of the admin and reads it."""
        path = f"/admin/{address}"
        answer = self.page.goto(path)
        # Whoever may not see a screen is sent elsewhere, and then nothing would have been read.
        if answer.status != 200 or path.split("?")[0] not in self.page.url:
            self.wrong[f"not shown: {answer.status} at {self.page.url}"] = name
            return
        self.read(name)

    def press(self, name: str, press: Callable[[], Any]) -> None:
        """Reads the screen that follows `press`."""
        press()
        self.read(name)

    def read(self, name: str) -> None:
        for text in dict.fromkeys(self._at_rest()):
            if text not in ALLOWED and (words := english(text)):
                self.wrong.setdefault(f"{sorted(words)}: {text[:160]}", name)

    def _at_rest(self) -> list[str]:
        """The texts of the screen once nothing changes any more: no request is under way, and two looks in a row see
        the same. A press may load another page while we look."""
        texts = None
        for _ in range(GLANCES):
            self.page.wait_for_timeout(GLANCE)
            try:
                before, texts = texts, self.page.evaluate(COLLECT, UNSEEN)
            except Error:
                texts = None
                continue
            if texts == before and not self._under_way:
                break
        return texts or []

    def assert_indonesian(self) -> None:
        assert not self.wrong, "\n" + "\n".join(f"{name}: {text}" for text, name in self.wrong.items())
