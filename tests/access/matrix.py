"""Who may open which address: the site's own line by line, Wagtail's by the rule of its room.

The first row that fits an address counts. `read` names whom GET serves, `write` whom POST serves. Whoever is not
named is sent to sign in, refused, or told that there is no such thing. Where nobody is named, the address does not
know that method, or leads nowhere on this site; the row says which.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.access.people import (
    ADMINISTRATORS,
    EVERYBODY,
    LEADERS,
    NOBODY,
    PUBLISHERS,
    SIGNED_IN,
    STAFF,
    WITHOUT_ADMIN,
)


@dataclass(frozen=True)
class Row:
    address: str  # the name of an address (its route where it has none), with * for any letters
    read: frozenset[str]
    write: frozenset[str]


OWN = (
    Row("healthz", EVERYBODY, NOBODY),
    Row("readyz", EVERYBODY, NOBODY),
    Row("media", EVERYBODY, NOBODY),
    Row("social_picture", EVERYBODY, NOBODY),
    Row("sitemap", EVERYBODY, NOBODY),
    Row("robots", EVERYBODY, NOBODY),
    Row("search", EVERYBODY, NOBODY),
    Row("session", EVERYBODY, NOBODY),  # says to a form whether anybody is signed in
    Row("confirm_page", NOBODY, STAFF),
    Row("news_feed", EVERYBODY, NOBODY),
    Row("notice_feed", EVERYBODY, NOBODY),
    Row("notice", EVERYBODY, NOBODY),
    Row("notice_text", EVERYBODY, NOBODY),
    Row("regulation_book", EVERYBODY, NOBODY),
    Row("regulation_text", EVERYBODY, NOBODY),
    Row("regulation_text_split", NOBODY, STAFF),
    Row("regulation_pasal", EVERYBODY, NOBODY),
    Row("regulation_feed", EVERYBODY, NOBODY),
    Row("regulation_data", EVERYBODY, NOBODY),
    Row("regulation_table", EVERYBODY, NOBODY),
    Row("jdih_feed", EVERYBODY, NOBODY),
    Row("service_standard", EVERYBODY, NOBODY),
    Row("service_standards", EVERYBODY, NOBODY),
    Row("checker", EVERYBODY, NOBODY),
    Row("checker_step", EVERYBODY, NOBODY),
    Row("course_booklet", EVERYBODY, NOBODY),
    # Whoever has an account learns with it; a class has its own facilitators, and no others.
    Row("card_sign_in", EVERYBODY, EVERYBODY),
    Row("sign_out", NOBODY, EVERYBODY),
    Row("my_learning", SIGNED_IN, NOBODY),
    Row("my_lesson", SIGNED_IN, SIGNED_IN),
    Row("take_over", NOBODY, SIGNED_IN),
    Row("my_quiz", SIGNED_IN, SIGNED_IN),
    # The example's attempt is somebody else's: it exists for nobody but him.
    Row("my_attempt", NOBODY, NOBODY),
    Row("my_attempt_audio", NOBODY, NOBODY),
    Row("my_exercise", SIGNED_IN, SIGNED_IN),
    *(Row(f"latihan:{what}", STAFF, STAFF) for what in ("add", "edit", "delete")),
    Row("latihan:*", STAFF, NOBODY),
    *(Row(f"bantuan-di-tempat:{what}", STAFF, STAFF) for what in ("add", "edit", "delete")),
    Row("bantuan-di-tempat:*", STAFF, NOBODY),
    Row("help_for_type", STAFF, NOBODY),
    Row("help_for_page", STAFF, NOBODY),
    Row("classes", LEADERS, NOBODY),
    Row("class_add", LEADERS, LEADERS),
    # The example's class is led by somebody else: to a facilitator it does not exist.
    Row("class_board", ADMINISTRATORS, NOBODY),
    Row("class_table", ADMINISTRATORS, NOBODY),
    Row("class_cards", ADMINISTRATORS, NOBODY),
    Row("class_quizzes", ADMINISTRATORS, NOBODY),
    Row("class_paper", ADMINISTRATORS, NOBODY),
    Row("class_door", NOBODY, ADMINISTRATORS),
    Row("class_remove", NOBODY, ADMINISTRATORS),
    Row("class_new_card", NOBODY, ADMINISTRATORS),
    Row("class_*", ADMINISTRATORS, ADMINISTRATORS),
    Row("access_report", ADMINISTRATORS, NOBODY),
    Row("retention_report", ADMINISTRATORS, NOBODY),
    Row("worker", EVERYBODY, NOBODY),
    # The example's programme is public and coordinated by somebody else: to a facilitator it does not exist.
    Row("public_programme", EVERYBODY, NOBODY),
    Row("programme_calendar", EVERYBODY, NOBODY),
    Row("event_register", EVERYBODY, EVERYBODY),
    Row("check_in", EVERYBODY, EVERYBODY),
    Row("programmes", LEADERS, NOBODY),
    Row("programme_add", LEADERS, LEADERS),
    Row("programme_reports", ADMINISTRATORS, ADMINISTRATORS),
    Row("programme_report", ADMINISTRATORS, NOBODY),
    Row("programme_report_table", ADMINISTRATORS, NOBODY),
    Row("programme", ADMINISTRATORS, NOBODY),
    Row("programme_edit", ADMINISTRATORS, ADMINISTRATORS),
    Row("programme_drop", ADMINISTRATORS, ADMINISTRATORS),
    Row("mentoring_*", ADMINISTRATORS, ADMINISTRATORS),
    Row("event", ADMINISTRATORS, NOBODY),
    Row("event_cards", ADMINISTRATORS, NOBODY),
    Row("event_leave", NOBODY, ADMINISTRATORS),
    Row("event_back", NOBODY, ADMINISTRATORS),
    Row("event_photo", ADMINISTRATORS, NOBODY),
    Row("event_photo_withdraw", NOBODY, ADMINISTRATORS),
    Row("event_*", ADMINISTRATORS, ADMINISTRATORS),
    Row("offline_list", LEADERS, NOBODY),
    Row("offline_data", ADMINISTRATORS, NOBODY),
    Row("offline_kept", LEADERS, NOBODY),
    Row("offline_sync", NOBODY, LEADERS),
    *(
        Row(f"session_{what}", ADMINISTRATORS, NOBODY)
        for what in ("list", "close", "approve", "person", "code", "sheet", "pdf", "scan")
    ),
    *(
        Row(f"session_{what}", NOBODY, ADMINISTRATORS)
        for what in ("mark", "walk_in", "move", "held", "represented", "scan_drop")
    ),
    Row("session_*", ADMINISTRATORS, ADMINISTRATORS),
    # So is the programme of the example's certificate.
    Row("certificates", ADMINISTRATORS, NOBODY),
    Row("certificate_sheet*", ADMINISTRATORS, NOBODY),
    Row("certificate_table", ADMINISTRATORS, NOBODY),
    Row("certificate", ADMINISTRATORS, ADMINISTRATORS),
    Row("certificate_*", ADMINISTRATORS, ADMINISTRATORS),
    Row("my_certificates", SIGNED_IN, NOBODY),
    Row("my_certificate_sheet", NOBODY, NOBODY),  # it was given to somebody else
    Row("check_certificates", EVERYBODY, NOBODY),
    Row("checked_certificate", EVERYBODY, NOBODY),
    Row("reaction", EVERYBODY, EVERYBODY),
    Row("reaction_thanks", EVERYBODY, NOBODY),
    Row("evaluation", ADMINISTRATORS, NOBODY),
    Row("evaluation_scores", ADMINISTRATORS, NOBODY),
    Row("evaluation_*", ADMINISTRATORS, ADMINISTRATORS),
    Row("incomplete_standards", STAFF, NOBODY),
    Row("guide_reviews", STAFF, NOBODY),
    # Who imports may write what comes in; publishing it asks for more, within.
    Row("imports", STAFF, STAFF),
    Row("import_example", STAFF, NOBODY),
    Row("import_run", STAFF, STAFF),
    Row("import_row", STAFF, STAFF),
    # An Operator calls a service out of order at once.
    Row("service_statuses", STAFF, NOBODY),
    Row("service_status", STAFF, STAFF),
    Row("pengumuman:add", STAFF, STAFF),
    Row("pengumuman:edit", STAFF, STAFF),
    Row("pengumuman:end", STAFF, STAFF),
    # What was announced stays known: the village ends a notice, it deletes none.
    Row("pengumuman:delete", ADMINISTRATORS, ADMINISTRATORS),
    Row("pengumuman:*", STAFF, NOBODY),
    *(
        Row(f"{room}:{what}", PUBLISHERS, PUBLISHERS)
        for room in ("pejabat", "jabatan")
        for what in ("add", "edit", "delete")
    ),
    Row("pejabat:*", PUBLISHERS, NOBODY),
    Row("jabatan:*", PUBLISHERS, NOBODY),
    # What the law asks for is changed; which numbers there are follows from the software.
    Row("angka-peraturan:edit", PUBLISHERS, PUBLISHERS),
    Row("angka-peraturan:add", NOBODY, NOBODY),
    Row("angka-peraturan:delete", NOBODY, NOBODY),
    Row("angka-peraturan:*", PUBLISHERS, NOBODY),
    Row("newscategory:add", PUBLISHERS, PUBLISHERS),
    Row("newscategory:edit", PUBLISHERS, PUBLISHERS),
    Row("newscategory:delete", PUBLISHERS, PUBLISHERS),
    Row("newscategory:*", PUBLISHERS, NOBODY),
    *(
        Row(f"{room}:{what}", STAFF, STAFF)
        for room in ("bank-soal", "soal")
        for what in ("add", "edit", "delete")
    ),
    Row("bank-soal:*", STAFF, NOBODY),
    Row("soal:*", STAFF, NOBODY),
    # What stands in a lesson is public at once.
    *(Row(f"kuis:{what}", PUBLISHERS, PUBLISHERS) for what in ("add", "edit", "delete")),
    Row("kuis:*", PUBLISHERS, NOBODY),
    Row("kata-pencarian:add", STAFF, STAFF),
    Row("kata-pencarian:edit", STAFF, STAFF),
    Row("kata-pencarian:delete", STAFF, STAFF),
    Row("kata-pencarian:adopt", NOBODY, STAFF),
    Row("kata-pencarian:*", STAFF, NOBODY),
    Row("wagtailsettings:edit", PUBLISHERS, PUBLISHERS),
    Row("wagtailsettings:preview_on_edit", NOBODY, NOBODY),  # the identity has no preview
)

PUBLIC = (
    Row("wagtail_serve", EVERYBODY, NOBODY),
    Row("wagtaildocs_serve", EVERYBODY, NOBODY),
    Row("wagtaildocs_authenticate_with_password", EVERYBODY, EVERYBODY),
    Row("wagtailcore_authenticate_with_password", EVERYBODY, EVERYBODY),
    Row("wagtailcore_login", EVERYBODY, EVERYBODY),
    Row("wagtailadmin_sprite", EVERYBODY, EVERYBODY),
    Row("wagtailadmin_javascript_catalog", EVERYBODY, NOBODY),
    Row("wagtailadmin_login", WITHOUT_ADMIN, EVERYBODY),  # the others are led to their first screen
    Row("wagtailadmin_logout", NOBODY, NOBODY),  # ends at the sign-in page, whoever asks
    Row("wagtailadmin_password_reset", EVERYBODY, EVERYBODY),
    Row("wagtailadmin_password_reset_confirm", EVERYBODY, EVERYBODY),
    Row("wagtailadmin_password_reset_*", EVERYBODY, NOBODY),
)

PAGES = (
    Row("wagtailadmin_pages:add", STAFF, STAFF),
    Row("wagtailadmin_pages:add_subpage", STAFF, STAFF),
    Row("wagtailadmin_pages:choose_parent", STAFF, STAFF),
    Row("wagtailadmin_pages:convert_alias", STAFF, STAFF),
    Row("wagtailadmin_pages:copy", STAFF, STAFF),
    Row("wagtailadmin_pages:edit", STAFF, STAFF),
    Row("wagtailadmin_pages:move_confirm", STAFF, STAFF),
    Row("wagtailadmin_pages:preview_on_*", STAFF, STAFF),
    Row("wagtailadmin_pages:view_draft", STAFF, STAFF),
    Row("wagtailadmin_pages:confirm_workflow_cancellation", STAFF, STAFF),
    Row("wagtailadmin_pages:revisions_index", STAFF, STAFF),
    Row("wagtailadmin_pages:revisions_revert", STAFF, STAFF),
    # What is public changes, or is closed or moved, by a publisher only.
    Row("wagtailadmin_pages:delete", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:unpublish", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:move", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:set_page_position", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:set_privacy", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:revisions_unschedule", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:workflow_action", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:collect_workflow_action_data", PUBLISHERS, PUBLISHERS),
    Row("wagtailadmin_pages:workflow_preview", PUBLISHERS, NOBODY),
    Row("wagtailadmin_pages:lock", NOBODY, PUBLISHERS),
    Row("wagtailadmin_pages:unlock", NOBODY, PUBLISHERS),
    Row("wagtail_bulk_action", STAFF, STAFF),
    # All else only shows.
    Row("wagtailadmin_pages:*", STAFF, NOBODY),
)

FILES = (
    # Only who published a file, or a publisher, may take it away; the file of the example is public.
    Row("wagtaildocs:delete", PUBLISHERS, PUBLISHERS),
    Row("wagtaildocs:delete_multiple", NOBODY, PUBLISHERS),
    Row("wagtaildocs:add", STAFF, STAFF),
    Row("wagtaildocs:edit", STAFF, STAFF),
    Row("wagtaildocs:add_multiple", STAFF, STAFF),
    Row("wagtaildocs:edit_multiple", NOBODY, STAFF),
    Row("wagtailimages:add", STAFF, STAFF),
    Row("wagtailimages:edit", STAFF, STAFF),
    Row("wagtailimages:delete", STAFF, STAFF),
    Row("wagtailimages:preview", STAFF, STAFF),
    Row("wagtailimages:add_multiple", STAFF, STAFF),
    Row("wagtailimages:edit_multiple", NOBODY, STAFF),
    Row("wagtailimages:delete_multiple", NOBODY, STAFF),
    # A file that waits for its name is only its sender's.
    Row("wagtail*:*_from_uploaded_*", NOBODY, NOBODY),
    Row("wagtail*:delete_upload_multiple", NOBODY, NOBODY),
    Row("wagtailimages:url_generator*", NOBODY, NOBODY),  # switched off
    Row("wagtaildocs:*", STAFF, NOBODY),
    Row("wagtailimages:*", STAFF, NOBODY),
    Row("wagtail*_chooser:create", STAFF, STAFF),
    Row("wagtailimages_chooser:select_format", STAFF, STAFF),
    Row("wagtail*_chooser:*", STAFF, NOBODY),
    Row("wagtailembeds:*", STAFF, STAFF),
)

ADMIN = (
    Row("wagtailadmin_home", STAFF, NOBODY),
    Row("wagtailadmin_account", STAFF, STAFF),
    Row("wagtailadmin_explore*", STAFF, NOBODY),
    Row("wagtailadmin_choose_page_*_link", STAFF, STAFF),
    Row("wagtailadmin_choose_page*", STAFF, NOBODY),
    Row("wagtailadmin_tag_*", STAFF, STAFF),
    Row("wagtailadmin_dismissibles", STAFF, NOBODY),
    Row("wagtailadmin_editing_sessions:*", NOBODY, STAFF),
    Row("wagtailadmin_block_preview", NOBODY, NOBODY),  # no block has a preview
    Row("wagtailadmin_api:pages:action", NOBODY, PUBLISHERS),
    Row("wagtailadmin_api:*", STAFF, NOBODY),
    Row("wagtailadmin_error_test", STAFF, STAFF),  # fails on purpose
    Row("admin/test404/", STAFF, NOBODY),
    Row("admin/^.*/$", NOBODY, NOBODY),  # whatever is no address of the admin
    Row("wagtailsnippets:*", NOBODY, NOBODY),  # there are none
    Row("wagtailadmin_reports:locked_pages*", PUBLISHERS, NOBODY),
    Row("wagtailadmin_reports:*", STAFF, NOBODY),
)

ADMINISTRATION = (
    # Names of tasks are no secret; a task is made by the administrator alone.
    Row("wagtailadmin_workflows:task_chooser_create", STAFF, ADMINISTRATORS),
    Row("wagtailadmin_workflows:task_chooser*", STAFF, NOBODY),
    Row("wagtailadmin_workflows:task_chosen", STAFF, STAFF),
    Row("wagtailadmin_workflows:enable*", NOBODY, ADMINISTRATORS),
    Row("wagtailadmin_workflows:remove", NOBODY, ADMINISTRATORS),
    Row("wagtailadmin_workflows:add*", ADMINISTRATORS, ADMINISTRATORS),
    Row("wagtailadmin_workflows:edit*", ADMINISTRATORS, ADMINISTRATORS),
    Row("wagtailadmin_workflows:disable*", ADMINISTRATORS, ADMINISTRATORS),
    Row("wagtailadmin_workflows:select_task_type", ADMINISTRATORS, ADMINISTRATORS),
    Row("wagtailadmin_workflows:*", ADMINISTRATORS, NOBODY),
    Row("wagtailredirects:process_import", NOBODY, ADMINISTRATORS),
    *(
        Row(f"{room}:{what}", ADMINISTRATORS, ADMINISTRATORS)
        for room in (
            "wagtailadmin_collections",
            "wagtailredirects",
            "wagtailusers_users",
            "wagtailusers_groups",
            "wagtailsites",
        )
        for what in ("add", "edit", "delete", "copy", "set_privacy", "start_import")
    ),
    Row("wagtailadmin_collections:*", ADMINISTRATORS, NOBODY),
    Row("wagtailredirects:*", ADMINISTRATORS, NOBODY),
    Row("wagtailusers_users:*", ADMINISTRATORS, NOBODY),
    Row("wagtailusers_groups:*", ADMINISTRATORS, NOBODY),
    Row("wagtailsites:*", ADMINISTRATORS, NOBODY),
)

ROWS = (*OWN, *PUBLIC, *PAGES, *FILES, *ADMIN, *ADMINISTRATION)


def row_of(name: str) -> Row | None:
    """The row that decides about an address, or None where nobody has thought of it."""
    return next((row for row in ROWS if fnmatchcase(name, row.address)), None)
