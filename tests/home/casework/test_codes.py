"""A code that is mistyped is noticed before anybody looks it up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.casework import codes

LETTERS = st.text(alphabet=codes.ALPHABET, min_size=1, max_size=codes.LONGEST)


@given(LETTERS, st.data())
def test_every_single_wrong_letter_is_noticed(letters, data):
    code = codes.with_check(letters)
    place = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from([letter for letter in codes.ALPHABET if letter != code[place]]))
    with pytest.raises(codes.WrongCode):
        codes.read(code[:place] + other + code[place + 1 :])


@given(LETTERS, st.data())
def test_every_two_neighbours_that_changed_places_are_noticed(letters, data):
    code = codes.with_check(letters)
    place = data.draw(st.integers(0, len(code) - 2))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped == code:
        assert codes.read(swapped) == code
    else:
        with pytest.raises(codes.WrongCode):
            codes.read(swapped)


@given(LETTERS)
def test_a_code_is_read_as_people_write_it(letters):
    code = codes.with_check(letters)
    typed = codes.shown(code).lower().replace("0", "o").replace("1", "l").replace("v", "u")
    assert codes.read(f"  {typed.replace('-', ' - ')} ") == code


@pytest.mark.parametrize("typed", ["", "A", "?", "AAAA!", "A" * 40, "𝟙𝟚", "Ä7"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(codes.WrongCode):
        codes.read(typed)


def test_a_code_of_the_secret_is_the_same_each_time_and_of_one_purpose(settings):
    one = codes.from_secret("kartu", "7", 7)
    assert (len(one), codes.read(one)) == (8, one)
    assert codes.from_secret("kartu", "7", 7) == one
    assert codes.from_secret("lain", "7", 7) != one
    settings.SECRET_KEY = "x" * 60
    assert codes.from_secret("kartu", "7", 7) != one


def test_random_codes_differ():
    assert len({codes.random(16) for _ in range(200)}) == 200


def test_how_a_code_is_shown():
    assert codes.shown("ABCDEFGHJ") == "ABCD-EFGH-J"
