"""Gathers what this app's subjects add to the admin."""

from wagtail import hooks

import home.casework.admin  # noqa: F401
import home.casework.imports.admin  # noqa: F401
import home.editor.buttons  # noqa: F401
import home.editor.dashboard  # noqa: F401
import home.editor.menu  # noqa: F401
import home.editor.workflow  # noqa: F401
import home.example.hooks  # noqa: F401
import home.identity.account  # noqa: F401
import home.identity.profile_pictures  # noqa: F401
import home.identity.retention  # noqa: F401
import home.identity.tasks  # noqa: F401
import home.notices.admin
import home.notices.tasks  # noqa: F401
import home.officials.admin
import home.officials.tasks  # noqa: F401
import home.pages.files  # noqa: F401
import home.pages.results  # noqa: F401
import home.pages.tasks  # noqa: F401
import home.search.admin
import home.search.tasks  # noqa: F401
import home.standards.admin
from home.pages.admin import NewsCategoryViewSet


@hooks.register("register_admin_viewset")
def viewsets():
    return [
        NewsCategoryViewSet(),
        *home.notices.admin.viewsets,
        *home.officials.admin.viewsets,
        *home.search.admin.viewsets,
        *home.standards.admin.viewsets,
    ]
