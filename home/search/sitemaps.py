"""What search engines are told of: the pages, and the records that are found beside them."""

from urllib.parse import urlsplit

from django.contrib.sitemaps import Sitemap as DjangoSitemap
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from home.pages.addresses import absolute
from home.search.records import all_records


class RecordSitemap(DjangoSitemap):
    def items(self):
        return all_records()

    def location(self, item):
        return item.url

    def get_protocol(self, protocol=None):
        return urlsplit(absolute("")).scheme

    def get_domain(self, site=None):
        return urlsplit(absolute("")).netloc


SITEMAPS = {"pages": PageSitemap, "records": RecordSitemap}
