"""The server's own look at the schedule: it goes on whatever happens, and one runner is enough."""

import threading
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from home.models import ContentPage
from home.pages import schedule
from tests.factories.home import ContentPageFactory

PAST = timedelta(minutes=-5)
LONG = 30  # seconds; nothing waits for them to pass


def due_page(title: str) -> ContentPage:
    page = ContentPageFactory(title=title, live=False)
    page.save_revision()
    Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=timezone.now() + PAST)
    return page


def expired_page(title: str) -> ContentPage:
    page = ContentPageFactory(title=title)
    ContentPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() + PAST)
    return page


def lives(*pages) -> list[bool]:
    return [Page.objects.get(pk=page.pk).live for page in pages]


@pytest.fixture
def own_data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def broken(monkeypatch):
    """Pages of this title can neither be published nor taken down, as with a full disk."""

    def fail(original):
        def step(page, *args, **kwargs):
            if page.title == "Rusak":
                raise OSError(28, "No space left on device")
            return original(page, *args, **kwargs)

        return step

    monkeypatch.setattr(ContentPage, "publish", fail(ContentPage.publish))
    monkeypatch.setattr(ContentPage, "unpublish", fail(ContentPage.unpublish))
    monkeypatch.setattr(Page, "publish", fail(Page.publish))


@pytest.mark.django_db
def test_a_fault_in_one_page_holds_up_no_other_and_is_tried_again(broken, monkeypatch, caplog):
    bad, good = due_page("Rusak"), due_page("Baik")
    stays, goes = expired_page("Rusak"), expired_page("Lewat")
    result = schedule.run_due()
    assert lives(bad, good, stays, goes) == [False, True, True, False]
    assert (len(result.published), len(result.ended), len(result.failed)) == (1, 1, 2)
    assert caplog.text.count("No space left on device") >= 2
    monkeypatch.undo()
    schedule.run_due()
    assert lives(bad, good, stays, goes) == [True, True, False, False]


@pytest.mark.django_db
def test_the_command_ends_with_an_error_so_that_cron_tells_somebody(broken):
    due_page("Rusak")
    with pytest.raises(CommandError, match="No space left on device"):
        call_command("publish_scheduled")


@pytest.mark.django_db
def test_a_second_round_that_saw_the_same_pages_due_repeats_nothing():
    """Cron beside the server: both have read the list before either acts."""
    new, old = due_page("Baru"), expired_page("Lewat")
    result = schedule.Round()
    for _ in range(2):
        schedule._publish(result, new.latest_revision_id)
        schedule._end(result, Page, old.pk)
    assert (len(result.published), len(result.ended)) == (1, 1)
    actions = ["wagtail.publish.scheduled", "wagtail.unpublish.scheduled"]
    assert [PageLogEntry.objects.filter(action=action).count() for action in actions] == [1, 1]


@pytest.mark.django_db
def test_a_round_with_nothing_due_writes_nothing_and_says_nothing(django_assert_max_num_queries, caplog):
    ContentPageFactory(title="Tetap")
    with django_assert_max_num_queries(3) as queries:
        assert not schedule.run_due()
    assert all(query["sql"].startswith("SELECT") for query in queries)
    assert caplog.text == ""


def run_in_thread(monkeypatch, round_):
    """keep_publishing in a thread of its own with this in the place of a round; returns what stops it."""
    monkeypatch.setattr(schedule, "run_due", round_)
    stop = threading.Event()
    thread = threading.Thread(target=schedule.keep_publishing, args=(0.01, stop), daemon=True)
    thread.start()

    def end():
        stop.set()
        thread.join(LONG)
        assert not thread.is_alive()

    return end


def test_a_round_that_fails_is_logged_and_the_next_one_comes(own_data_folder, monkeypatch, caplog):
    rounds, third, closed = [], threading.Event(), []
    monkeypatch.setattr(type(connections), "close_all", lambda self: closed.append(len(rounds)))

    def round_():
        rounds.append(1)
        if len(rounds) == 3:
            third.set()
        raise OperationalError("the database went away")

    end = run_in_thread(monkeypatch, round_)
    assert third.wait(LONG)
    end()
    assert "the database went away" in caplog.text
    assert closed == list(range(1, len(rounds) + 1)), (
        "the connection is closed after every round, a failed one too"
    )


def test_a_lock_that_cannot_be_made_is_logged_and_tried_again(settings, tmp_path, monkeypatch, caplog):
    settings.DATA_DIR = tmp_path / "not-yet"
    ran = threading.Event()
    end = run_in_thread(monkeypatch, ran.set)
    assert not ran.wait(0.2)
    settings.DATA_DIR.mkdir()
    assert ran.wait(LONG)
    end()
    assert "not-yet cannot be used" in caplog.text


def test_a_second_runner_waits_and_takes_the_place_of_the_first(own_data_folder, monkeypatch):
    names, first_ran, second_ran = [], threading.Event(), threading.Event()

    def round_():
        name = threading.current_thread().name
        names.append(name)
        (first_ran if name == "first" else second_ran).set()

    monkeypatch.setattr(schedule, "run_due", round_)
    stops = {name: threading.Event() for name in ("first", "second")}
    threads = {
        name: threading.Thread(target=schedule.keep_publishing, args=(0.01, stop), name=name, daemon=True)
        for name, stop in stops.items()
    }
    threads["first"].start()
    assert first_ran.wait(LONG)
    threads["second"].start()
    assert not second_ran.wait(0.3)
    stops["first"].set()
    assert second_ran.wait(LONG)
    stops["second"].set()
    for thread in threads.values():
        thread.join(LONG)
    assert names == sorted(names), "the two never took turns"


def test_it_can_be_left_to_cron(settings):
    settings.PUBLISH_EVERY = 0
    assert schedule.start() is None


def test_the_thread_of_a_server_never_keeps_it_from_ending(own_data_folder, monkeypatch):
    ran = threading.Event()
    monkeypatch.setattr(schedule, "run_due", ran.set)
    thread = schedule.start()
    assert ran.wait(LONG)
    assert thread.daemon
