"""What every public page has in common."""

import itertools
from http import HTTPMethod

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.dispatch import receiver
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import BlockField
from wagtail.locks import WorkflowLock
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.signals import pre_page_move

from home.editor.revisions import may_be_replaced
from home.pages import locks, references, social
from home.pages.addresses import RESERVED_SLUGS, absolute, reserved_slug_message
from home.search.queries import synonym_groups
from home.search.rules import search_words
from home.standards.queries import period
from home.standards.rules import Period
from project.lib.localdates import today

HOME_DEPTH = 2

SCHEDULE_HELP = {
    "go_live_at": "Halaman yang sudah disetujui muncul sendiri pada waktu ini. Kosongkan bila boleh terbit segera.",
    "expire_at": "Halaman ditarik sendiri dari situs pada waktu ini. Kosongkan bila berlaku terus.",
}


class BasePageForm(WagtailAdminPageForm):
    """Refuses, beside the field, a slug that the system itself answers; asks of a section only whether it is in the
    menu."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self._below_home:
            # The menu shows sections only. A field that is not in the form keeps its value; a hidden one would lose it.
            self.fields.pop("show_in_menus", None)
        for name in SCHEDULE_HELP.keys() & self.fields.keys():
            self.fields[name].help_text = SCHEDULE_HELP[name]

    @property
    def _below_home(self) -> bool:
        return self.parent_page is not None and self.parent_page.depth == HOME_DEPTH

    def _get_validation_exclusions(self):
        """A draft may leave a list of blocks empty, like any other field that is asked for when it is published."""
        exclude = super()._get_validation_exclusions()
        if self.is_deferred_validation:
            exclude |= {name for name, field in self.fields.items() if isinstance(field, BlockField)}
        return exclude

    def clean(self):
        cleaned_data = super().clean()
        slug = (cleaned_data or {}).get("slug")
        taken = slug in self.instance.reserved_slugs or (slug in RESERVED_SLUGS and self._below_home)
        if taken and not self.has_error("slug"):
            self.add_error("slug", forms.ValidationError(reserved_slug_message(slug)))
        return cleaned_data

    def _update_errors(self, errors):
        """A field whose typing could not be read is not called empty as well."""
        if hasattr(errors, "error_dict"):
            for field in errors.error_dict.keys() & self.errors.keys():
                del errors.error_dict[field]
        super()._update_errors(errors)


class BaseCopyForm(CopyForm):
    """Gives the copy a title and an address of its own; those of its original would be refused at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        siblings = set(self.page.get_siblings().values_list("slug", flat=True))
        free = self.page.slug[:200] + "-salinan"
        addresses = itertools.chain([free], (f"{free}-{number}" for number in itertools.count(2)))
        self.fields["new_title"].initial = f"{self.page.title[:240]} (salinan)"
        self.fields["new_title"].help_text = "Judul salinannya, misalnya “Akta kelahiran terlambat”."
        self.fields["new_slug"].initial = next(address for address in addresses if address not in siblings)
        self.fields["new_slug"].help_text = "Bagian akhir alamatnya, huruf kecil dan tanda hubung."


class BasePage(Page):
    """Search description, social picture, last verified and by whom, canonical address."""

    social_image = models.ForeignKey(
        "home.VillageImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="gambar saat dibagikan",
        help_text="Muncul bila tautan halaman ini dikirim lewat WhatsApp atau Facebook.",
    )
    last_verified_on = models.DateField(
        "terakhir diperiksa",
        null=True,
        blank=True,
        help_text="Kapan isi halaman ini terakhir dipastikan masih benar.",
    )
    last_verified_by = models.CharField(
        "diperiksa oleh", max_length=100, blank=True, help_text="Jabatan, misalnya “Sekretaris Desa”."
    )

    # A page with a form of its own adds POST; for all others project/bodies.py refuses it before anything is read.
    allowed_http_methods = (HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS)
    base_form_class = BasePageForm
    copy_form_class = BaseCopyForm
    # What people read of a page, for search: the names of this model's text columns.
    searched_fields: tuple[str, ...] = ()
    search_label = "Halaman desa"
    # What a shared link leads to, in the words of Open Graph.
    social_type = "website"
    # Addresses beside pages of this kind that a view answers.
    reserved_slugs: frozenset[str] = frozenset()
    # Which number of the law says how long a check of this page counts.
    review_key = "peninjauan_halaman"
    # Whether a request reads at once what this page refers to.
    holds_references = True

    verified_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("last_verified_on"), FieldPanel("last_verified_by")])], "Pemeriksaan isi"
    )
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("search_description"),
                FieldPanel(
                    "social_image",
                    help_text=(
                        "Muncul bila tautan halaman ini dikirim lewat WhatsApp atau Facebook. Bila dikosongkan, yang "
                        "muncul ialah foto berita, atau gambar dengan lambang dan nama desa."
                    ),
                ),
            ],
            "Alamat dan tampilan saat dibagikan",
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], "Menu"),
    ]
    search_fields = Page.search_fields + [
        index.SearchField("search_words"),
        index.AutocompleteField("search_words"),  # for a word that is typed only half
    ]

    class Meta:
        abstract = True

    def minimal_clean(self):
        """Wagtail's check of drafts. The doors without a page form (copying, code) meet it too."""
        super().minimal_clean()
        self._check_slug()

    def _check_slug(self) -> None:
        if self.slug in self.reserved_slugs or (self.depth == HOME_DEPTH + 1 and self.slug in RESERVED_SLUGS):
            raise ValidationError({"slug": reserved_slug_message(self.slug)})

    def clean(self):
        super().clean()
        self._check_slug()
        if self.last_verified_on and self.last_verified_on > today():
            raise ValidationError({"last_verified_on": "Tanggal pemeriksaan tidak boleh di masa depan."})

    def save_revision(self, user=None, *args, overwrite_revision=None, **kwargs):
        if not may_be_replaced(overwrite_revision, self, user):
            overwrite_revision = None
        return super().save_revision(user, *args, overwrite_revision=overwrite_revision, **kwargs)

    def get_lock(self):
        lock = super().get_lock()
        if type(lock) is WorkflowLock:
            return locks.WaitingForApproval(self, lock.task)
        return lock

    @property
    def everyday_words_text(self) -> str:
        """Hidden words that people use for this page; subjects that have them say so."""
        return ""

    def search_texts(self) -> list[str]:
        """All that is read on the page, in pieces."""
        texts = [self.title, self.search_description]
        for name in self.searched_fields:
            field = self._meta.get_field(name)
            content = (
                field.get_searchable_content(field.value_from_object(self))
                if hasattr(field, "get_searchable_content")
                else [str(getattr(self, name) or "")]
            )
            texts.extend(content)
        return [text for text in texts if text]

    def long_texts(self) -> list[str]:
        """Texts too long to be kept in the search index as they are, whose words find the page all the same."""
        return []

    def search_words(self) -> str:
        """The words that find this page: its text, its everyday words, and the synonyms of all."""
        return search_words(
            self.search_texts(), self.everyday_words_text, synonym_groups(), self.long_texts()
        )

    @property
    def summary(self) -> str:
        """One or two sentences for search results and previews."""
        return self.search_description or getattr(self, "intro", "")

    @property
    def canonical_url(self) -> str:
        """The address of this page that search engines and shared links use."""
        return absolute(self.url or "/")

    @property
    def social_title(self) -> str:
        """What a shared link is called. Empty: by the village's name."""
        return self.seo_title or self.title

    @property
    def shared_image(self):
        """The photo for a shared link."""
        return self.social_image if self.social_image_id else None

    @cached_property
    def social_picture(self) -> social.SocialPicture | None:
        """What a shared link shows, when this page has a picture for it; otherwise the village's own is shown."""
        return social.of_image(self.shared_image)

    @property
    def is_stale(self) -> bool:
        """Nobody has confirmed this page for longer than its kind allows."""
        return self.last_verified_on is None or self.last_verified_on < self.review_period.before(today())

    @property
    def review_period(self) -> Period:
        """How long a check of this page counts."""
        return period(self.review_key)

    def get_context(self, request, *args, **kwargs):
        if self.holds_references:
            references.hold(self)
        return super().get_context(request, *args, **kwargs)

    def page_ancestors(self) -> list[Page]:
        """From the home page to the parent. A visitor's request has read them on its way here (HomePage.route)."""
        if not hasattr(self, "_ancestors"):
            self._ancestors = list(self.get_ancestors().filter(depth__gte=HOME_DEPTH))
        return self._ancestors

    def breadcrumbs(self) -> list[dict]:
        """From the home page to here; the last one has no address."""
        above = [
            {"title": page.title if page.depth > HOME_DEPTH else "Beranda", "url": page.get_url()}
            for page in self.page_ancestors()
        ]
        return [*above, {"title": self.title, "url": None}]

    def get_view_restrictions(self):
        """No look-up where the route has found that no page of the site is restricted."""
        if getattr(self, "_open_to_all", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_sitemap_urls(self, request=None):
        return [
            {
                "location": self.canonical_url,
                "lastmod": self.last_published_at or self.latest_revision_created_at,
            }
        ]


@receiver(pre_page_move)
def refuse_reserved_address(instance, parent_page_after, **_signal) -> None:
    """Moving saves a page without its own checks; this is met by the admin, by bulk moves and by code."""
    if parent_page_after.depth == HOME_DEPTH and instance.slug in RESERVED_SLUGS:
        raise ValidationError(reserved_slug_message(instance.slug))
