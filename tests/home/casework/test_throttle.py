"""The count of what comes without an account: exact, forgetful, and no danger to a full hall."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.casework import throttle
from home.casework.codes import WrongCode
from home.casework.models import ThrottleCount
from tests.parallel import at_once

pytestmark = pytest.mark.django_db

NINE = datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)
HALL = "203.0.113.7"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NINE, tick=False) as traveller:
        yield traveller


def ask(times: int = 1, who: str = HALL, purpose: str = "uji", limit: int = 3):
    for _ in range(times):
        wait = throttle.count(purpose, who, limit, TEN_MINUTES)
    return wait


def test_up_to_the_limit_all_go_on_and_then_it_says_how_long_to_wait(clock):
    clock.shift(timedelta(minutes=4))
    assert ask(3) is None
    assert ask() == timedelta(minutes=6)
    clock.shift(timedelta(minutes=5, seconds=59))
    assert ask() == timedelta(seconds=1)
    clock.shift(timedelta(seconds=1))
    assert ask(3) is None
    assert ask() is not None


def test_others_and_other_purposes_have_counts_of_their_own():
    assert ask(4) is not None
    assert ask(3, who="198.51.100.1") is None
    assert ask(3, purpose="lain") is None


def test_going_on_while_one_has_to_wait_makes_the_wait_no_longer_and_writes_nothing():
    ask(3)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert ask(5) == TEN_MINUTES
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
    assert ThrottleCount.objects.get().count == 3


def test_a_hall_of_a_hundred_people_is_let_through():
    for _ in range(3 * 100):
        assert throttle.count("uji", HALL, throttle.HALL_LIMIT, throttle.HALL_WINDOW) is None


def test_no_address_is_kept_and_two_windows_cannot_be_laid_beside_each_other(clock):
    ask()
    clock.shift(TEN_MINUTES)
    ask()
    rows = list(ThrottleCount.objects.values_list("purpose", "who", "count"))
    assert HALL not in str(rows)
    assert len({who for _, who, _ in rows}) == 2


def test_what_is_over_can_be_forgotten(clock):
    ask()
    assert not throttle.over(timezone.now()).exists()
    clock.shift(TEN_MINUTES)
    ask()
    assert throttle.over(timezone.now()).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_exactly_the_limit_goes_on(tmp_path):
    ended, rows = at_once(
        tmp_path,
        [lambda: ask(limit=5)] * 12,
        lambda: list(ThrottleCount.objects.values_list("count", flat=True)),
    )
    assert (ended.count(None), ended.count(TEN_MINUTES)) == (5, 7)
    assert rows == [5]


def guess(find, most: int = 3, others: int = 100):
    limits = [throttle.Limit("uji", HALL, most), throttle.Limit("uji", "sesi 1", others)]
    return throttle.guess(limits, find)


def mistyped():
    raise WrongCode


def test_of_codes_only_the_wrong_ones_count():
    for _ in range(10):
        assert guess(lambda: "Siti") == "Siti"
        with pytest.raises(WrongCode):
            guess(mistyped)
    for _ in range(3):
        assert guess(lambda: None) is None
    with pytest.raises(throttle.TooOften) as busy:
        guess(lambda: "Siti")
    assert busy.value.wait == TEN_MINUTES
    # What the first count kept out is not counted by the second one.
    assert sorted(ThrottleCount.objects.values_list("count", flat=True)) == [3, 3]


def test_what_a_code_protects_is_counted_over_all_addresses():
    for number in range(3):
        limits = [throttle.Limit("uji", f"alamat {number}"), throttle.Limit("uji", "sesi 1", 3)]
        throttle.guess(limits, lambda: None)
    with pytest.raises(throttle.TooOften):
        throttle.guess([throttle.Limit("uji", "alamat 9"), throttle.Limit("uji", "sesi 1", 3)], lambda: "x")
    assert ThrottleCount.objects.filter(count=0).count() == 1  # of the last address nothing stays counted


def test_a_code_that_is_right_after_the_window_is_given_back_to_its_own(clock):
    def late():
        clock.shift(TEN_MINUTES)
        return "Siti"

    guess(lambda: None)
    assert guess(late) == "Siti"
    assert set(ThrottleCount.objects.values_list("count", flat=True)) == {1}


@pytest.mark.django_db(transaction=True)
def test_of_many_guesses_at_the_same_moment_no_more_are_looked_at_than_are_left(tmp_path):
    looked = []
    ended, rows = at_once(
        tmp_path,
        [lambda: guess(lambda: looked.append(1), most=5)] * 12,
        lambda: list(ThrottleCount.objects.values_list("count", flat=True)),
    )
    assert (len(looked), ended.count(None)) == (5, 5)
    assert rows == [5, 5]


@throttle.limited("uji", limit=2)
def view(request, number):
    return HttpResponse(f"{number}")


def send(method: str = "post", **headers):
    return view(getattr(RequestFactory(), method)("/uji/", **headers), 7)


def test_a_view_says_in_words_and_in_its_status_that_it_pauses(clock):
    clock.shift(timedelta(minutes=2, seconds=30))
    assert [send(REMOTE_ADDR=HALL).status_code for _ in range(3)] == [200, 200, 429]
    answer = send(REMOTE_ADDR=HALL)
    assert answer["Retry-After"] == "450"
    assert answer["Cache-Control"] == "private, no-store"
    assert "Tunggu 8 menit, lalu coba lagi" in answer.content.decode()
    assert send("get", REMOTE_ADDR=HALL).content == b"7"
    assert send(REMOTE_ADDR="198.51.100.1").status_code == 200


def test_an_ipv6_line_counts_as_one_and_a_made_up_header_as_nothing():
    for number in range(2):
        assert send(REMOTE_ADDR=f"2001:db8:1:2::{number}").status_code == 200
    assert send(REMOTE_ADDR="2001:db8:1:2:ffff::9", HTTP_X_FORWARDED_FOR="1.2.3.4").status_code == 429


def test_without_any_address_all_share_a_count():
    assert [send(REMOTE_ADDR="").status_code for _ in range(3)] == [200, 200, 429]
