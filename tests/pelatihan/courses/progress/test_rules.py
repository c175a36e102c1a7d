"""One function says how far somebody is, and it never says more than all."""

from hypothesis import given
from hypothesis import strategies as st

from pelatihan.courses.progress.rules import next_step, progress

KEYS = st.sets(st.sampled_from([f"langkah:{n}" for n in range(9)] + ["kuis:1", "latihan:1"]))


@given(required=KEYS, done=KEYS, finished=st.booleans())
def test_a_share_is_never_below_nothing_nor_above_all(required, done, finished):
    found = progress(required, done, finished)
    assert 0 <= found.share <= 1
    assert found.done == len(required & done)
    assert found.complete == (bool(required) and required <= done)
    assert found.finished == finished


def test_an_empty_lesson_is_never_complete():
    found = progress([], ["langkah:1"])
    assert (found.share, found.complete, found.words) == (0.0, False, "belum ada isi")


def test_what_a_lesson_no_longer_asks_for_does_not_count():
    assert progress(["langkah:a"], ["langkah:a", "langkah:gone"]).share == 1.0


def test_whoever_has_finished_has_finished_though_the_lesson_asks_for_more_now():
    found = progress(["langkah:a", "langkah:new"], ["langkah:a"], finished=True)
    assert (found.words, found.share) == ("selesai", 0.5)


def test_the_words_tell_where_somebody_is():
    assert progress(["a", "b"], []).words == "belum dimulai"
    assert progress(["a", "b"], ["a"]).words == "1 dari 2 selesai"


def test_the_next_step_is_the_first_that_is_not_done():
    assert next_step(["a", "b", "c"], ["a", "c"]) == 2
    assert next_step(["a"], ["a"]) is None
