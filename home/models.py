"""Gathers the models of this app's subjects."""

from home.casework.imports.models import ImportRow, ImportRun
from home.casework.models import AccessRecord, Deletion, ThrottleCount
from home.identity.media import (
    DocumentText,
    PersonalNumberPermit,
    VillageDocument,
    VillageImage,
    VillageRendition,
)
from home.identity.models import ClosedDay, OfficeHours, User, VillageSettings
from home.notices.models import Notice, NoticeIndexPage
from home.officials.models import Official, OfficialsPage, Position
from home.pages.models import (
    ContentPage,
    ContentVersion,
    HomePage,
    NewsCategory,
    NewsIndexPage,
    NewsPage,
)
from home.search.models import MissedSearch, Synonym
from home.standards.models import LegalPeriod

__all__ = [
    "AccessRecord",
    "ClosedDay",
    "ContentPage",
    "ContentVersion",
    "Deletion",
    "DocumentText",
    "HomePage",
    "ImportRow",
    "ImportRun",
    "LegalPeriod",
    "MissedSearch",
    "NewsCategory",
    "NewsIndexPage",
    "NewsPage",
    "Notice",
    "NoticeIndexPage",
    "OfficeHours",
    "Official",
    "OfficialsPage",
    "PersonalNumberPermit",
    "Position",
    "Synonym",
    "ThrottleCount",
    "User",
    "VillageDocument",
    "VillageImage",
    "VillageRendition",
    "VillageSettings",
]
