"""Which of the site's real page types are practised on: a trainee meets the same forms as the office."""

from home.models import ContentPage, NewsPage
from layanan.models import RegulationPage

FOLDER = "pelatihan.PracticeFolderPage"
PRACTISED = (NewsPage, ContentPage, RegulationPage)


def open_to_practice() -> None:
    """Lets these pages stand in a practice folder too. Called once, when the app is ready: the lower floors know
    nothing of practice."""
    for model in PRACTISED:
        if FOLDER not in model.parent_page_types:
            model.parent_page_types = [*model.parent_page_types, FOLDER]
