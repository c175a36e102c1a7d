"""A recording of a voice is known by its content, and is small."""

import pytest

from project.lib import audio
from tests.corpus import silence


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (silence(), "mp3"),
        (b"ID3\x04" + bytes(60), "mp3"),
        (b"OggS" + bytes(24) + b"OpusHead" + bytes(40), "ogg"),
        (b"OggS" + bytes(24) + b"\x01vorbis" + bytes(40), "ogg"),
        (b"\x00\x00\x00\x20ftypM4A " + bytes(40), "m4a"),
    ],
)
def test_a_recording_is_known_by_its_content(data, kind):
    assert audio.kind_of(data) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xff\xfb\xf0\x00",
        b"\xff\xfb\x00\x00",
        b"OggS" + bytes(60),
        b"<html>",
        b"\x00\x00\x00 ftypqt  ",
    ],
)
def test_what_is_none_is_refused(data):
    with pytest.raises(audio.AudioError, match="bukan rekaman suara"):
        audio.kind_of(data)


def test_a_long_one_is_refused():
    with pytest.raises(audio.AudioError, match="200 KB"):
        audio.kind_of(silence() + bytes(audio.MAX_BYTES))
