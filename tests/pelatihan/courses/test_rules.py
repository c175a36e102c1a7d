"""Courses that ask for each other in a ring would never begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.courses.rules import DIGCOMP, leads_back


def test_a_course_that_comes_back_to_itself_at_any_remove_is_found():
    assert leads_back(1, [1], {})
    assert leads_back(1, [2], {2: [3], 3: [1]})
    assert not leads_back(1, [2, 3], {2: [3], 3: []})


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=4)), st.integers(0, 6))
def test_it_ends_whatever_others_ask_for_and_agrees_with_walking_every_way(stated, course):
    def reachable(one, seen):
        for after in stated.get(one, ()):
            if after not in seen:
                seen.add(after)
                reachable(after, seen)
        return seen

    assert leads_back(course, stated.get(course, []), stated) == (course in reachable(course, set()))


@pytest.mark.parametrize(
    ("code", "is_one"),
    [
        ("3.1", True),
        ("1.3, 3.1", True),
        ("0.1", True),
        ("", False),
        ("3.5", False),
        ("6.1", False),
        ("3.1,1.3", False),
    ],
)
def test_codes_of_digcomp(code, is_one):
    assert bool(re.match(DIGCOMP, code)) == is_one
