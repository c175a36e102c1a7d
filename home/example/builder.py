"""Builds the home floor of the example: identity, search words, front page, profile, news."""

from datetime import date

from home.example import drawings
from home.example.loader import Loader, blocks
from home.example.news import CATEGORIES, NEWS, News
from home.example.notices import NOTICES
from home.example.synonyms import SYNONYMS
from home.example.village import (
    CLOSED_DAYS,
    HOME,
    IDENTITY,
    IN_OFFICE_SINCE,
    LOGO_TITLE,
    OFFICE_HOURS,
    POSITIONS,
    PROFILE,
    PROFILE_CHILDREN,
    TASKS,
    Profile,
    Section,
)
from home.identity.models import ClosedDay, OfficeHours, VillageSettings
from home.notices.models import Notice
from home.officials.models import Official, OfficialsPage, Position
from home.pages.models import ContentPage, NewsCategory, NewsIndexPage, NewsPage
from home.search.models import Synonym
from project.lib import phone
from project.lib.localdates import now

CHECKED_BY = "Sekretaris Desa (contoh)"
PROFILE_CHECKED_ON = date(2026, 11, 12)


def load_home(loader: Loader) -> None:
    loader.report("village identity", build_identity(loader))
    loader.report("groups of search words", build_synonyms())
    loader.at_the_end(lambda: build_front_page(loader))
    loader.report("profile pages", build_profile(loader))
    loader.report("officials", build_officials(loader))
    loader.report("news", build_news(loader))
    loader.report("notices", build_notices())


def build_identity(loader: Loader) -> int:
    """Name, place, contact, hours, crest. A village that has its name keeps everything as it is."""
    village = VillageSettings.for_site(loader.site)
    if village.name:
        return 0
    for field, value in IDENTITY.items():
        setattr(village, field, value)
    village.logo = loader.image(LOGO_TITLE, "", drawings.crest)
    village.office_hours = [
        OfficeHours(weekday=day, opens=opens, closes=closes, break_starts=pause, break_ends=resumes)
        for day, opens, closes, pause, resumes in OFFICE_HOURS
    ]
    village.closed_days = [
        ClosedDay(first_day=first, last_day=last, reason=reason) for first, last, reason in CLOSED_DAYS
    ]
    village.full_clean()  # writes the phone numbers in their stored form
    village.save()
    return 1


def build_synonyms() -> int:
    known = set(Synonym.objects.values_list("words", flat=True))
    new = [words for group in SYNONYMS if (words := ", ".join(group)) not in known]
    for words in new:
        Synonym.objects.create(words=words)
    return len(new)


def build_front_page(loader: Loader) -> None:
    """The tasks lead to pages of other apps, so this comes last. A front page with tasks is left alone."""
    home = loader.find("")
    if home.tasks:
        return
    for field, value in HOME.items():
        setattr(home, field, value)
    targets = [(task, page) for task in TASKS if (page := loader.find(task.address))]
    values = [
        ("task", {"icon": task.icon, "label": task.label, "note": task.note, "page": page.pk})
        for task, page in targets
    ]
    home.tasks = blocks("home/tasks", *values)
    home.save_revision(log_action=True).publish()
    loader.report("tasks on the front page", len(values))


def build_profile(loader: Loader) -> int:
    profile = loader.page(loader.home, content_page(loader, PROFILE, in_menu=True))
    for child in PROFILE_CHILDREN:
        loader.page(profile, content_page(loader, child))
    return 1 + len(PROFILE_CHILDREN)


def content_page(loader: Loader, data: Profile, in_menu: bool = False) -> ContentPage:
    return ContentPage(
        slug=data.slug,
        title=data.title,
        intro=data.intro,
        search_description=data.search_description,
        show_in_menus=in_menu,
        last_verified_on=PROFILE_CHECKED_ON,
        last_verified_by=CHECKED_BY,
        body=blocks(data.slug, *(body_block(loader, section) for section in data.body)),
    )


def body_block(loader: Loader, section: Section) -> tuple[str, object]:
    """The raw value of one block of a body, from its plain data."""
    value = section.value
    if section.kind == "image":
        picture, caption = value
        image = loader.drawing(picture)
        return "image", {"image": image.pk, "alt": picture.description, "caption": caption}
    if section.kind == "table":
        return "table", table_value(*value)
    if section.kind == "accordion":
        return "accordion", {"items": [{"title": title, "text": text} for title, text in value]}
    if section.kind == "contact":
        numbers = {name: phone.normalise(value[name]) for name in ("phone", "whatsapp")}
        return "contact", {**value, **numbers}
    return section.kind, value


def table_value(caption: str, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> dict:
    """A typed table; a column in which every cell begins with a digit holds numbers and is aligned right."""
    cells = zip(*rows, strict=True)
    kinds = ["number" if all(cell[0].isdigit() for cell in column) else "text" for column in cells]
    return {
        "columns": [
            {"type": kind, "heading": heading} for kind, heading in zip(kinds, headings, strict=True)
        ],
        "rows": [{"values": list(row)} for row in rows],
        "caption": caption,
    }


def build_officials(loader: Loader) -> int:
    """Their page goes below the profile, where people look for it."""
    profile, page = loader.find(PROFILE.slug), OfficialsPage.objects.first()
    if page and profile and not profile.get_children().filter(slug=page.slug).exists():
        page.move(profile, pos="last-child")
    if Position.objects.exists():
        return 0
    for number, (name, duties) in enumerate(POSITIONS, 1):
        position = Position.objects.create(name=name, duties=duties, order=number * 10)
        Official.objects.create(
            position=position, name=f"Nama contoh {number}", begins_on=IN_OFFICE_SINCE, order=number * 10
        )
    return len(POSITIONS)


def build_notices() -> int:
    """Their times begin with the loading, so that one is shown and one is past, whenever that is."""
    if Notice.objects.exists():
        return 0
    for data in NOTICES:
        begins_at = now() + data.begins_in
        Notice.objects.create(
            level=data.level,
            title=data.title,
            text=data.text,
            begins_at=begins_at,
            ends_at=begins_at + data.lasts,
        )
    return len(NOTICES)


def build_news(loader: Loader) -> int:
    index = loader.find("berita") or loader.page(
        loader.home, NewsIndexPage(title="Berita", slug="berita", show_in_menus=True)
    )
    for news in NEWS:
        loader.page(index, news_page(loader, news))
    return len(NEWS)


def news_page(loader: Loader, news: News) -> NewsPage:
    category, _ = NewsCategory.objects.get_or_create(
        slug=news.category, defaults={"name": CATEGORIES[news.category]}
    )
    picture = loader.drawing(news.picture)
    return NewsPage(
        slug=news.slug,
        title=news.title,
        date=news.date,
        category=category,
        intro=news.intro,
        search_description=news.intro,
        picture=picture,
        social_image=picture,
        last_verified_on=news.date,
        last_verified_by=CHECKED_BY,
        body=blocks(news.slug, ("text", news.body)),
    )
