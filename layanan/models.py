"""Gathers the models of this app's subjects."""

from layanan.guides.models import ServiceGuidePage, ServiceIndexPage
from layanan.regulations.models import RegulationIndexPage, RegulationPage

__all__ = ["RegulationIndexPage", "RegulationPage", "ServiceGuidePage", "ServiceIndexPage"]
